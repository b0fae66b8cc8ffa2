-- SPDX-License-Identifier: GPL-3.0-or-later
-- People sign: keys, deputies, wrong passwords, and digests that tie the tables of decisions to the log.

-- The key of the signature and the signature of an entry, and the digest of the rows that the entries before it wrote
-- (app/core/log/rang-log-chain.h).
ALTER TABLE log ADD COLUMN key TEXT;
ALTER TABLE log ADD COLUMN witness TEXT;
ALTER TABLE log ADD COLUMN signature TEXT;

-- witness: of the rows written since the last entry's own; witnessed: whether every row has its digest. signed_…: the
-- last head that a person with an open key signed.
ALTER TABLE chain_head ADD COLUMN witness TEXT;
ALTER TABLE chain_head ADD COLUMN witnessed INTEGER NOT NULL DEFAULT 0 CHECK (witnessed IN (0, 1));
ALTER TABLE chain_head ADD COLUMN signed_entry INTEGER;
ALTER TABLE chain_head ADD COLUMN signed_hash TEXT;
ALTER TABLE chain_head ADD COLUMN signed_witness TEXT;
ALTER TABLE chain_head ADD COLUMN signed_key TEXT;
ALTER TABLE chain_head ADD COLUMN signed_signature TEXT;

-- What a row of a table of decisions held after an entry of the log: a digest, empty for a row that went.
CREATE TABLE witnesses (
  entry INTEGER NOT NULL,
  kind TEXT NOT NULL,
  row_key TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (entry, kind, row_key)
) STRICT;
CREATE TRIGGER witnesses_stay BEFORE DELETE ON witnesses
BEGIN SELECT raise (ABORT, 'a witness never changes'); END;

-- The signing keys, each sealed by its person's password. A key that was replaced stays, for checking.
CREATE TABLE person_keys (
  public TEXT PRIMARY KEY CHECK (length (public) = 64),
  person INTEGER NOT NULL REFERENCES people (id),
  salt TEXT NOT NULL,
  sealed TEXT NOT NULL,
  ops INTEGER NOT NULL CHECK (ops > 0),
  mem INTEGER NOT NULL CHECK (mem > 0),
  made_at INTEGER NOT NULL,
  ended_at INTEGER CHECK (ended_at >= made_at)
) STRICT;
CREATE UNIQUE INDEX person_keys_current ON person_keys (person) WHERE ended_at IS NULL;

-- Wrong passwords in a row, so that another window or command is locked as well.
CREATE TABLE sign_ins (
  person INTEGER PRIMARY KEY REFERENCES people (id),
  failures INTEGER NOT NULL CHECK (failures > 0),
  failed_at INTEGER NOT NULL,
  locked_until INTEGER
) STRICT;

-- person stands in for behalf in one role, from the first day to the last.
CREATE TABLE deputies (
  id INTEGER PRIMARY KEY,
  person INTEGER NOT NULL REFERENCES people (id),
  behalf INTEGER NOT NULL REFERENCES people (id),
  role TEXT NOT NULL CHECK (role IN ('manager', 'department-head', 'head-of-sales', 'delivery-chief')),
  department INTEGER REFERENCES departments (id),
  from_day INTEGER NOT NULL,
  to_day INTEGER NOT NULL CHECK (to_day >= from_day),
  CHECK (person <> behalf),
  CHECK ((role IN ('manager', 'department-head')) = (department IS NOT NULL))
) STRICT;
CREATE INDEX deputies_by_day ON deputies (to_day);
