-- The first value that was seen of an attribute that tells where a person came from. Never updated.

CREATE TABLE first_touch (
  side      ${text} NOT NULL,
  record    ${text} NOT NULL,
  attribute ${text} NOT NULL,
  value     TEXT NOT NULL,
  at        BIGINT NOT NULL,
  PRIMARY KEY (side, record, attribute)
);
