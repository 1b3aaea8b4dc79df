-- One text for SQLite and PostgreSQL. Times are milliseconds since 1970, flags are 0 or 1.
-- ${text} is a text that is ordered by its characters' codes, on every server alike;
-- ${key} is the type of a whole number of 64 bits that its table is kept by.

CREATE TABLE belonging (
  side    ${text} NOT NULL PRIMARY KEY,
  account TEXT NOT NULL
);

CREATE TABLE remark (
  name ${text} NOT NULL PRIMARY KEY,
  text TEXT NOT NULL
);

CREATE TABLE counter (
  name ${text} NOT NULL PRIMARY KEY,
  last BIGINT NOT NULL
);
INSERT INTO counter (name, last) VALUES ('pair', 0);
INSERT INTO counter (name, last) VALUES ('run', 0);
INSERT INTO counter (name, last) VALUES ('journal', 0);

CREATE TABLE lease (
  place   INTEGER NOT NULL PRIMARY KEY,
  epoch   BIGINT NOT NULL,
  holder  TEXT,
  since   BIGINT,
  expires BIGINT
);
INSERT INTO lease (place, epoch) VALUES (1, 0);

CREATE TABLE pair (
  number     ${key} NOT NULL PRIMARY KEY,
  lead       ${text} NOT NULL UNIQUE,
  contact    ${text} NOT NULL UNIQUE,
  matched_by TEXT NOT NULL,
  to_decide  INTEGER NOT NULL,
  fresh_run  BIGINT
);
CREATE INDEX pair_to_decide ON pair (number) WHERE to_decide = 1;
CREATE INDEX pair_fresh ON pair (number) WHERE fresh_run IS NOT NULL;

CREATE TABLE seen_record (
  side        ${text} NOT NULL,
  id          ${text} NOT NULL,
  presence    TEXT NOT NULL,
  merged_into TEXT,
  modified    BIGINT NOT NULL,
  read_at     BIGINT NOT NULL,
  fields      TEXT NOT NULL,
  email_key   ${text},
  counterpart ${text},
  record_type TEXT,
  conversion  TEXT,
  pair        BIGINT,
  to_pair     INTEGER NOT NULL,
  why_alone   TEXT NOT NULL,
  PRIMARY KEY (side, id)
);
CREATE INDEX record_email_key ON seen_record (email_key, side, id) WHERE email_key IS NOT NULL;
CREATE INDEX record_counterpart ON seen_record (counterpart, side, id) WHERE counterpart IS NOT NULL;
CREATE INDEX record_to_pair ON seen_record (side, id) WHERE to_pair = 1;
CREATE INDEX record_alone ON seen_record (side, why_alone) WHERE why_alone <> '';

CREATE TABLE track_state (
  pair        BIGINT NOT NULL,
  track       ${text} NOT NULL,
  base        TEXT,
  memory      TEXT,
  reason      ${text},
  label_from  TEXT NOT NULL,
  label_to    TEXT NOT NULL,
  why         TEXT NOT NULL,
  release     TEXT NOT NULL,
  run         BIGINT NOT NULL,
  PRIMARY KEY (pair, track)
);
CREATE INDEX track_state_reason ON track_state (reason, pair);

CREATE TABLE correction (
  pair         BIGINT NOT NULL,
  track        ${text} NOT NULL,
  side         ${text} NOT NULL,
  field_object TEXT NOT NULL,
  field_name   TEXT NOT NULL,
  expected     TEXT,
  value        TEXT,
  clear_first  INTEGER NOT NULL,
  reason       TEXT NOT NULL,
  label_from   TEXT NOT NULL,
  label_to     TEXT NOT NULL,
  why          TEXT NOT NULL,
  run          BIGINT NOT NULL,
  approved     INTEGER NOT NULL,
  PRIMARY KEY (pair, track, side)
);
CREATE INDEX correction_side ON correction (side, pair);

CREATE TABLE intent (
  trace      ${text} NOT NULL PRIMARY KEY,
  pair       BIGINT NOT NULL,
  side       ${text} NOT NULL,
  record     TEXT NOT NULL,
  stage      TEXT NOT NULL,
  fields     TEXT NOT NULL,
  read_at    BIGINT NOT NULL,
  written_at BIGINT,
  run        BIGINT NOT NULL,
  closed     INTEGER NOT NULL
);
CREATE INDEX intent_open ON intent (side, run, trace) WHERE closed = 0;
CREATE INDEX intent_pair ON intent (pair) WHERE closed = 0;
CREATE INDEX intent_closed ON intent (trace) WHERE closed = 1;

CREATE TABLE journal (
  number        ${key} NOT NULL PRIMARY KEY,
  kind          TEXT NOT NULL,
  at            BIGINT NOT NULL,
  run           BIGINT NOT NULL,
  pair          BIGINT,
  side          TEXT,
  track         TEXT,
  reason        TEXT,
  trace         TEXT NOT NULL,
  told          TEXT,
  salt          TEXT,
  told_digest   TEXT NOT NULL,
  previous      TEXT NOT NULL,
  digest        TEXT NOT NULL
);
CREATE INDEX journal_pair ON journal (pair, number) WHERE pair IS NOT NULL;
CREATE INDEX journal_run ON journal (run, number);

CREATE TABLE run (
  number  ${key} NOT NULL PRIMARY KEY,
  kind    ${text} NOT NULL,
  began   BIGINT NOT NULL,
  ended   BIGINT,
  outcome TEXT NOT NULL,
  report  TEXT NOT NULL
);
CREATE INDEX run_kind ON run (kind, number);

CREATE TABLE feed_cursor (
  side TEXT NOT NULL,
  feed TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (side, feed)
);

CREATE TABLE campaign_member (
  id            ${text} NOT NULL PRIMARY KEY,
  campaign      TEXT NOT NULL,
  campaign_name TEXT NOT NULL,
  lead          ${text},
  contact       ${text},
  status        TEXT,
  responded     INTEGER NOT NULL,
  modified      BIGINT NOT NULL
);
CREATE INDEX campaign_member_lead ON campaign_member (lead, modified);

CREATE TABLE campaign_cursor (
  place INTEGER NOT NULL PRIMARY KEY,
  text  TEXT NOT NULL
);
