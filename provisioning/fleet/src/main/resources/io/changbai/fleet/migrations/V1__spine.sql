-- One dialect for PostgreSQL 15 and H2 in its PostgreSQL mode. Inserts repeat harmlessly: ON CONFLICT DO NOTHING.

CREATE TABLE terminal (
  terminal_id      VARCHAR(64) PRIMARY KEY,
  online           BOOLEAN NOT NULL,
  changed_at       TIMESTAMP WITH TIME ZONE NOT NULL,
  last_seen        TIMESTAMP WITH TIME ZONE NOT NULL,
  boot_id          VARCHAR(128),
  previous_boot_id VARCHAR(128),
  two_boots_at     TIMESTAMP WITH TIME ZONE,
  state            TEXT,
  state_at         TIMESTAMP WITH TIME ZONE
);

-- Every acknowledged record, by the key the terminal gave it: the memory that makes duplicates harmless.
CREATE TABLE feed_record (
  terminal_id VARCHAR(64) NOT NULL,
  feed        VARCHAR(64) NOT NULL,
  epoch       VARCHAR(64) NOT NULL,
  sequence    BIGINT NOT NULL,
  received_at TIMESTAMP WITH TIME ZONE NOT NULL,
  resource    VARCHAR(128) NOT NULL,
  body        TEXT NOT NULL,
  PRIMARY KEY (terminal_id, feed, epoch, sequence)
);

CREATE TABLE feed_position (
  terminal_id VARCHAR(64) NOT NULL,
  feed        VARCHAR(64) NOT NULL,
  epoch       VARCHAR(64) NOT NULL,
  highest     BIGINT NOT NULL,
  PRIMARY KEY (terminal_id, feed, epoch)
);

CREATE TABLE gap (
  terminal_id   VARCHAR(64) NOT NULL,
  feed          VARCHAR(64) NOT NULL,
  epoch         VARCHAR(64) NOT NULL,
  first_missing BIGINT NOT NULL,
  last_missing  BIGINT NOT NULL,
  noticed_at    TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (terminal_id, feed, epoch, first_missing)
);

CREATE TABLE transaction_head (
  terminal_id    VARCHAR(64) NOT NULL,
  transaction_id VARCHAR(64) NOT NULL,
  service        VARCHAR(128) NOT NULL,
  reference      VARCHAR(128),
  updated_at     TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (terminal_id, transaction_id)
);
CREATE INDEX transaction_head_updated ON transaction_head (updated_at);

CREATE TABLE transaction_step (
  terminal_id    VARCHAR(64) NOT NULL,
  transaction_id VARCHAR(64) NOT NULL,
  step           INTEGER NOT NULL,
  state          VARCHAR(64) NOT NULL,
  cause          VARCHAR(64),
  happened_at    VARCHAR(64),
  PRIMARY KEY (terminal_id, transaction_id, step)
);

-- What could not be understood, as it came, for the person who finds out why.
CREATE TABLE quarantine (
  id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  terminal_id VARCHAR(64) NOT NULL,
  topic       VARCHAR(1024) NOT NULL,
  reason      VARCHAR(256) NOT NULL,
  payload     BYTEA NOT NULL,
  received_at TIMESTAMP WITH TIME ZONE NOT NULL
);

CREATE TABLE enrolment_code (
  code_hash   CHAR(64) PRIMARY KEY,
  terminal_id VARCHAR(64) NOT NULL,
  site        VARCHAR(128) NOT NULL,
  expires_at  TIMESTAMP WITH TIME ZONE NOT NULL,
  key_hash    CHAR(64),
  used_at     TIMESTAMP WITH TIME ZONE
);

CREATE TABLE fleet_event (
  id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  happened_at TIMESTAMP WITH TIME ZONE NOT NULL,
  kind        VARCHAR(64) NOT NULL,
  terminal_id VARCHAR(64) NOT NULL,
  text        VARCHAR(256) NOT NULL
);
