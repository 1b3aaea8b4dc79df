-- The label of a base, beside the base itself, so that people can be counted by it.
-- ${label_of_base} takes it out of what is stored already.

ALTER TABLE track_state ADD COLUMN label ${text};
UPDATE track_state SET label = ${label_of_base} WHERE base IS NOT NULL;
CREATE INDEX track_state_label ON track_state (track, label) WHERE label IS NOT NULL;
