-- SPDX-License-Identifier: GPL-3.0-or-later
-- Requests to move an order up, what the heads of bumped departments answer, and when conflicts were decided.

-- Pushes of one department in a week (Monday to Sunday); 0 is none.
ALTER TABLE settings ADD COLUMN most_pushes INTEGER NOT NULL DEFAULT 10 CHECK (most_pushes >= 0);

CREATE TABLE pushes (
  id INTEGER PRIMARY KEY,
  day INTEGER NOT NULL,
  unit INTEGER NOT NULL REFERENCES units (id),
  order_number INTEGER NOT NULL REFERENCES orders (number),
  department INTEGER NOT NULL REFERENCES departments (id),
  asked_by INTEGER NOT NULL REFERENCES people (id),
  -- The delivery chief who wrote down what was asked by voice or phone; NULL for a head's own push.
  noted_by INTEGER REFERENCES people (id),
  asked_at INTEGER NOT NULL,
  week INTEGER NOT NULL,
  entry INTEGER NOT NULL UNIQUE,
  revision INTEGER NOT NULL CHECK (revision >= 0),
  rank_from INTEGER NOT NULL CHECK (rank_from > 0),
  rank_to INTEGER NOT NULL CHECK (rank_to > 0),
  reason TEXT CHECK (reason <> ''),
  note TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'granted', 'refused')),
  decided_by INTEGER REFERENCES people (id),
  decided_at INTEGER,
  decided_entry INTEGER,
  decision TEXT,
  CHECK (noted_by IS NOT NULL OR reason IS NOT NULL),
  CHECK (noted_by IS NOT NULL OR rank_to < rank_from),
  CHECK (reason <> 'other' OR note IS NOT NULL),
  CHECK ((state = 'open') = (decided_by IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_entry IS NULL)),
  CHECK (state <> 'refused' OR decision IS NOT NULL)
) STRICT;
CREATE INDEX pushes_by_day ON pushes (day, id);
CREATE INDEX pushes_by_week ON pushes (week, department);

CREATE TABLE conflict_answers (
  entry INTEGER PRIMARY KEY,
  conflict INTEGER NOT NULL REFERENCES conflicts (id) ON DELETE CASCADE,
  person INTEGER NOT NULL REFERENCES people (id),
  at INTEGER NOT NULL,
  note TEXT NOT NULL CHECK (note <> '')
) STRICT;
CREATE INDEX conflict_answers_by_conflict ON conflict_answers (conflict, entry);

ALTER TABLE conflicts ADD COLUMN decided_at INTEGER;
ALTER TABLE conflicts ADD COLUMN decided_entry INTEGER;
CREATE INDEX conflicts_by_kind ON conflicts (kind, day);
