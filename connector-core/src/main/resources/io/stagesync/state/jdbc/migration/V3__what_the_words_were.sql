-- What both sides accepted when it was approved (APPROVED) and when a run last looked (SEEN),
-- one field a row; and the tracks that wait until the mapping fits again.

CREATE TABLE vocabulary (
  moment  ${text} NOT NULL,
  side    ${text} NOT NULL,
  object  ${text} NOT NULL,
  name    ${text} NOT NULL,
  catalog TEXT NOT NULL,
  at      BIGINT NOT NULL,
  how     TEXT NOT NULL,
  PRIMARY KEY (moment, side, object, name)
);

CREATE TABLE paused_track (
  track ${text} NOT NULL PRIMARY KEY,
  why   TEXT NOT NULL,
  since BIGINT NOT NULL,
  run   BIGINT NOT NULL
);
