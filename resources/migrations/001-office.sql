-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first schema. Days count from 1970-01-01, times are seconds from midnight in the office's zone, instants are
-- seconds since the epoch in UTC, money is in minor units, loads in grams, coordinates in millionths of a degree.
-- NULL means "not known" or "none"; truth is 0 or 1.

CREATE TABLE counters (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL CHECK (value >= 0)
) STRICT;
INSERT INTO counters (name, value) VALUES ('order', 1000);

CREATE TABLE settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  tax_number TEXT,
  street TEXT,
  city TEXT,
  postcode TEXT,
  country TEXT,
  lat INTEGER CHECK (lat BETWEEN -90000000 AND 90000000),
  lon INTEGER CHECK (lon BETWEEN -180000000 AND 180000000),
  zone TEXT NOT NULL CHECK (zone <> ''),
  currency TEXT NOT NULL CHECK (length (currency) = 3 AND currency = upper (currency)),
  language TEXT NOT NULL,
  hours_from INTEGER NOT NULL CHECK (hours_from BETWEEN 0 AND 86400),
  hours_to INTEGER NOT NULL CHECK (hours_to BETWEEN hours_from AND 86400),
  speed INTEGER NOT NULL CHECK (speed > 0),
  road_factor INTEGER NOT NULL CHECK (road_factor >= 1000),
  service INTEGER NOT NULL CHECK (service BETWEEN 0 AND 86400),
  "load" INTEGER NOT NULL CHECK ("load" >= 0),
  parcels INTEGER NOT NULL CHECK (parcels >= 0),
  high_quota INTEGER NOT NULL CHECK (high_quota BETWEEN 0 AND 100),
  most_bumps INTEGER NOT NULL CHECK (most_bumps >= 0),
  working_days INTEGER NOT NULL CHECK (working_days BETWEEN 1 AND 127),
  demo INTEGER NOT NULL CHECK (demo IN (0, 1)),
  CHECK ((lat IS NULL) = (lon IS NULL))
) STRICT;

CREATE TABLE departments (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL UNIQUE,
  mark INTEGER NOT NULL CHECK (mark >= 0)
) STRICT;

CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL UNIQUE,
  login TEXT UNIQUE CHECK (login <> ''),
  active INTEGER NOT NULL CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE person_roles (
  person INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('manager', 'department-head', 'head-of-sales', 'delivery-chief', 'courier')),
  department INTEGER REFERENCES departments (id),
  CHECK ((role IN ('manager', 'department-head')) = (department IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX person_roles_once ON person_roles (person, role, coalesce (department, 0));
-- A department has exactly one head on any day.
CREATE UNIQUE INDEX person_roles_one_head ON person_roles (department) WHERE role = 'department-head';

CREATE TABLE clients (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL CHECK (name <> ''),
  name_key TEXT NOT NULL,
  tax_number TEXT,
  tax_key TEXT,
  stage TEXT NOT NULL CHECK (stage IN ('trial', 'contract', 'dormant')),
  annual_value INTEGER NOT NULL CHECK (annual_value BETWEEN 0 AND 10000000000000),
  currency TEXT NOT NULL CHECK (length (currency) IN (0, 3) AND currency = upper (currency)),
  department INTEGER REFERENCES departments (id),
  hours_from INTEGER CHECK (hours_from BETWEEN 0 AND 86400),
  hours_to INTEGER CHECK (hours_to BETWEEN hours_from AND 86400),
  service INTEGER CHECK (service BETWEEN 0 AND 86400),
  penalty_clause INTEGER NOT NULL CHECK (penalty_clause IN (0, 1)),
  CHECK ((hours_from IS NULL) = (hours_to IS NULL))
) STRICT;
CREATE INDEX clients_by_name ON clients (name_key);
CREATE INDEX clients_by_tax_number ON clients (tax_key);

CREATE TABLE addresses (
  id INTEGER PRIMARY KEY,
  client INTEGER NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  street TEXT,
  city TEXT,
  postcode TEXT,
  country TEXT,
  lat INTEGER CHECK (lat BETWEEN -90000000 AND 90000000),
  lon INTEGER CHECK (lon BETWEEN -180000000 AND 180000000),
  hours_from INTEGER CHECK (hours_from BETWEEN 0 AND 86400),
  hours_to INTEGER CHECK (hours_to BETWEEN hours_from AND 86400),
  service INTEGER CHECK (service BETWEEN 0 AND 86400),
  access_note TEXT,
  CHECK ((lat IS NULL) = (lon IS NULL)),
  CHECK ((hours_from IS NULL) = (hours_to IS NULL))
) STRICT;
CREATE INDEX addresses_by_client ON addresses (client);

CREATE TABLE contacts (
  id INTEGER PRIMARY KEY,
  client INTEGER NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
  name TEXT,
  phone TEXT,
  email TEXT
) STRICT;
CREATE INDEX contacts_by_client ON contacts (client);

CREATE TABLE client_events (
  id INTEGER PRIMARY KEY,
  client INTEGER NOT NULL REFERENCES clients (id),
  kind TEXT NOT NULL CHECK (kind IN ('signed', 'refused', 'renewed', 'lost')),
  day INTEGER NOT NULL,
  reason TEXT,
  who INTEGER REFERENCES people (id)
) STRICT;
CREATE INDEX client_events_by_client ON client_events (client, day);
CREATE INDEX client_events_by_day ON client_events (day);

CREATE TABLE units (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('delivery', 'production'))
) STRICT;

CREATE TABLE resources (
  id INTEGER PRIMARY KEY,
  unit INTEGER NOT NULL REFERENCES units (id),
  name TEXT NOT NULL CHECK (name <> ''),
  plate TEXT,
  capacity INTEGER NOT NULL CHECK (capacity >= 0),
  capacity_parcels INTEGER NOT NULL CHECK (capacity_parcels >= 0),
  shift_from INTEGER NOT NULL CHECK (shift_from BETWEEN 0 AND 86400),
  shift_to INTEGER NOT NULL CHECK (shift_to BETWEEN shift_from AND 86400),
  courier INTEGER REFERENCES people (id),
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  UNIQUE (unit, name)
) STRICT;

CREATE TABLE roster (
  resource INTEGER NOT NULL REFERENCES resources (id),
  day INTEGER NOT NULL,
  courier INTEGER REFERENCES people (id),
  shift_from INTEGER NOT NULL CHECK (shift_from BETWEEN 0 AND 86400),
  shift_to INTEGER NOT NULL CHECK (shift_to BETWEEN shift_from AND 86400),
  out_of_service INTEGER NOT NULL CHECK (out_of_service IN (0, 1)),
  reason TEXT,
  PRIMARY KEY (day, resource)
) STRICT;

CREATE TABLE orders (
  number INTEGER PRIMARY KEY CHECK (number > 0),
  unit INTEGER REFERENCES units (id),
  client_number TEXT,
  client INTEGER REFERENCES clients (id),
  buyer TEXT,
  buyer_key TEXT,
  buyer_tax_number TEXT,
  department INTEGER REFERENCES departments (id),
  order_day INTEGER,
  value INTEGER NOT NULL CHECK (value BETWEEN -10000000000000 AND 10000000000000),
  currency TEXT NOT NULL CHECK (length (currency) IN (0, 3) AND currency = upper (currency)),
  requested_from_day INTEGER,
  requested_from_time INTEGER CHECK (requested_from_time BETWEEN 0 AND 86400),
  requested_to_day INTEGER CHECK (requested_from_day IS NULL OR requested_to_day >= requested_from_day),
  requested_to_time INTEGER CHECK (requested_to_time BETWEEN 0 AND 86400),
  promised_day INTEGER,
  promised_from INTEGER CHECK (promised_from BETWEEN 0 AND 86400),
  promised_to INTEGER CHECK (promised_to BETWEEN promised_from AND 86400),
  promise_proposed INTEGER NOT NULL CHECK (promise_proposed IN (0, 1)),
  first_promised_day INTEGER,
  importance TEXT NOT NULL CHECK (importance IN ('unknown', 'low', 'normal', 'high')),
  importance_reason TEXT,
  "load" INTEGER NOT NULL CHECK ("load" >= 0),
  parcels INTEGER NOT NULL CHECK (parcels >= 0),
  service INTEGER CHECK (service BETWEEN 0 AND 86400),
  goods TEXT NOT NULL CHECK (goods IN ('ready', 'not-ready', 'ready-later')),
  goods_from INTEGER CHECK (goods_from BETWEEN 0 AND 86400),
  penalty_clause INTEGER NOT NULL CHECK (penalty_clause IN (0, 1)),
  to_collect INTEGER NOT NULL CHECK (to_collect BETWEEN 0 AND 10000000000000),
  invoice TEXT,
  contact INTEGER REFERENCES contacts (id) ON DELETE SET NULL,
  contact_name TEXT,
  contact_phone TEXT,
  note TEXT,
  access_note TEXT,
  address INTEGER REFERENCES addresses (id) ON DELETE SET NULL,
  street TEXT,
  city TEXT,
  postcode TEXT,
  country TEXT,
  lat INTEGER CHECK (lat BETWEEN -90000000 AND 90000000),
  lon INTEGER CHECK (lon BETWEEN -180000000 AND 180000000),
  state TEXT NOT NULL CHECK (state IN ('to-complete', 'entered', 'submitted', 'handed-over', 'accepted', 'delivered',
                                       'part', 'failed', 'cancelled', 'carried-over')),
  department_rank INTEGER CHECK (department_rank > 0),
  submitted_rank INTEGER CHECK (submitted_rank > 0 AND submitted_rank <= submitted_length),
  submitted_length INTEGER CHECK (submitted_length > 0),
  defaulted INTEGER NOT NULL CHECK (defaulted >= 0),
  estimated INTEGER NOT NULL CHECK (estimated >= 0),
  bumps INTEGER NOT NULL CHECK (bumps >= 0),
  carried_to INTEGER,
  source TEXT,
  source_digest TEXT,
  outcome_day INTEGER,
  outcome_at INTEGER CHECK (outcome_at BETWEEN 0 AND 86400),
  outcome_reason TEXT CHECK (outcome_reason IN ('refused', 'absent', 'wrong-address', 'goods-missing', 'no-cash',
                                                'not-reached', 'cancelled', 'other')),
  unread TEXT CHECK (unread IS NULL OR state IN ('to-complete', 'cancelled')),
  CHECK ((promised_from IS NULL) = (promised_to IS NULL)),
  CHECK (promised_from IS NULL OR promised_day IS NOT NULL),
  CHECK ((lat IS NULL) = (lon IS NULL)),
  CHECK ((goods = 'ready-later') = (goods_from IS NOT NULL)),
  CHECK ((submitted_rank IS NULL) = (submitted_length IS NULL)),
  -- Without client, department, promised window or importance an order does not get beyond "to complete".
  CHECK (state NOT IN ('entered', 'submitted', 'handed-over', 'accepted')
         OR (client IS NOT NULL AND department IS NOT NULL AND promised_from IS NOT NULL AND importance <> 'unknown'
             AND value >= 0)),
  CHECK (state NOT IN ('delivered', 'part', 'failed') OR promised_day IS NOT NULL),
  CHECK (outcome_day IS NULL OR state IN ('delivered', 'part', 'failed')),
  CHECK (outcome_at IS NULL OR outcome_day IS NOT NULL),
  CHECK (outcome_reason IS NULL OR state IN ('part', 'failed')),
  CHECK (state <> 'failed' OR outcome_reason IS NOT NULL)
) STRICT;
CREATE INDEX orders_by_day ON orders (promised_day);
CREATE INDEX orders_to_complete ON orders (number) WHERE state = 'to-complete';
CREATE INDEX orders_by_client ON orders (client, promised_day, state, promised_to, outcome_day, outcome_at);
-- The identity of an order that came from outside: never a silent second one.
CREATE UNIQUE INDEX orders_identity ON orders (client, client_number, coalesce (order_day, -1000000))
  WHERE client IS NOT NULL AND client_number IS NOT NULL;
CREATE UNIQUE INDEX orders_identity_by_buyer ON orders (buyer_key, client_number, coalesce (order_day, -1000000))
  WHERE client IS NULL AND buyer_key IS NOT NULL AND client_number IS NOT NULL;
-- Where the sender names no buyer, the content alone tells an order that comes again.
CREATE INDEX orders_by_digest ON orders (source_digest) WHERE buyer_key IS NULL AND source_digest IS NOT NULL;

CREATE TABLE order_lines (
  order_number INTEGER NOT NULL REFERENCES orders (number) ON DELETE CASCADE,
  line INTEGER NOT NULL CHECK (line > 0),
  article TEXT,
  description TEXT,
  quantity INTEGER NOT NULL,
  measure TEXT,
  value INTEGER NOT NULL,
  PRIMARY KEY (order_number, line)
) STRICT;

-- What a client changed in an order that is already on a board; nothing moves until the head decides.
CREATE TABLE order_changes (
  id INTEGER PRIMARY KEY,
  order_number INTEGER NOT NULL REFERENCES orders (number),
  found_at INTEGER NOT NULL,
  source TEXT,
  source_digest TEXT,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'taken', 'dropped')),
  decided_by INTEGER REFERENCES people (id),
  decided_entry INTEGER,
  CHECK ((state = 'open') = (decided_entry IS NULL))
) STRICT;
CREATE INDEX order_changes_open ON order_changes (order_number) WHERE state = 'open';

-- The mapping last used for the files of a sender.
CREATE TABLE sender_mappings (
  sender_key TEXT PRIMARY KEY CHECK (sender_key <> ''),
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  used_at INTEGER NOT NULL
) STRICT;

-- A department's list of a day. The ranks as dragged are in orders.department_rank; rankings are order numbers parted
-- by spaces, first place first.
CREATE TABLE department_lists (
  day INTEGER NOT NULL,
  department INTEGER NOT NULL REFERENCES departments (id),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  submitted_at INTEGER,
  submitted_by INTEGER REFERENCES people (id),
  submitted_entry INTEGER,
  submitted_ranking TEXT,
  PRIMARY KEY (day, department),
  CHECK ((submitted_at IS NULL) = (submitted_ranking IS NULL)),
  CHECK ((submitted_at IS NULL) = (submitted_entry IS NULL))
) STRICT;

CREATE TABLE department_list_revisions (
  day INTEGER NOT NULL,
  department INTEGER NOT NULL REFERENCES departments (id),
  revision INTEGER NOT NULL CHECK (revision > 0),
  entry INTEGER NOT NULL,
  ranking TEXT NOT NULL,
  PRIMARY KEY (day, department, revision)
) STRICT;

-- Every revision of every board. placed: "order:person:entry" parted by spaces.
CREATE TABLE board_revisions (
  day INTEGER NOT NULL,
  unit INTEGER NOT NULL REFERENCES units (id),
  revision INTEGER NOT NULL CHECK (revision > 0),
  entry INTEGER NOT NULL CHECK (entry > 0),
  rules INTEGER,
  ranking TEXT NOT NULL,
  placed TEXT NOT NULL,
  PRIMARY KEY (day, unit, revision)
) STRICT;
CREATE TRIGGER board_revisions_stay_1 BEFORE UPDATE ON board_revisions
BEGIN SELECT raise (ABORT, 'a revision of a board never changes'); END;
CREATE TRIGGER board_revisions_stay_2 BEFORE DELETE ON board_revisions
BEGIN SELECT raise (ABORT, 'a revision of a board never changes'); END;

-- Steps that a person can take back, with the record of an override where it is one.
CREATE TABLE moves (
  entry INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('move', 'apply', 'release', 'amend', 'rank', 'grant')),
  day INTEGER NOT NULL,
  unit INTEGER REFERENCES units (id),
  department INTEGER REFERENCES departments (id),
  who INTEGER REFERENCES people (id),
  revision INTEGER NOT NULL CHECK (revision > 0),
  orders TEXT NOT NULL,
  rank_from INTEGER CHECK (rank_from > 0),
  rank_to INTEGER CHECK (rank_to > 0),
  rank_suggested INTEGER CHECK (rank_suggested > 0),
  reason TEXT CHECK (reason <> ''),
  reason_pending INTEGER NOT NULL CHECK (reason_pending IN (0, 1)),
  reason_entry INTEGER,
  note TEXT,
  cost TEXT,
  series INTEGER REFERENCES moves (entry),
  undone_by INTEGER,
  CHECK (reason IS NULL OR reason_pending = 0),
  CHECK ((kind = 'rank') = (department IS NOT NULL)),
  CHECK (reason <> 'other' OR note IS NOT NULL)
) STRICT;
CREATE INDEX moves_by_day ON moves (day, entry);

CREATE TABLE move_orders (
  order_number INTEGER NOT NULL REFERENCES orders (number),
  move INTEGER NOT NULL REFERENCES moves (entry),
  PRIMARY KEY (order_number, move)
) STRICT;

-- What was signed: immutable but for its acceptance.
CREATE TABLE versions (
  id INTEGER PRIMARY KEY,
  day INTEGER NOT NULL,
  unit INTEGER NOT NULL REFERENCES units (id),
  number INTEGER NOT NULL CHECK (number > 0),
  kind TEXT NOT NULL CHECK (kind IN ('handover', 'amendment')),
  based_on INTEGER REFERENCES versions (id),
  entry INTEGER NOT NULL UNIQUE,
  revision INTEGER NOT NULL,
  rules INTEGER,
  signed_by INTEGER NOT NULL REFERENCES people (id),
  signed_at INTEGER NOT NULL,
  body TEXT NOT NULL,
  fingerprint TEXT NOT NULL CHECK (length (fingerprint) = 64),
  state TEXT NOT NULL CHECK (state IN ('signed', 'accepted', 'returned')),
  decided_by INTEGER REFERENCES people (id),
  decided_at INTEGER,
  decided_entry INTEGER,
  remark TEXT,
  UNIQUE (day, unit, number),
  CHECK ((kind = 'amendment') = (based_on IS NOT NULL)),
  CHECK ((state = 'signed') = (decided_by IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_entry IS NULL)),
  CHECK (state <> 'returned' OR remark IS NOT NULL)
) STRICT;
CREATE TRIGGER versions_stay_1 BEFORE UPDATE ON versions
WHEN OLD.state <> 'signed' OR NEW.state = 'signed' OR NEW.id <> OLD.id OR NEW.day <> OLD.day OR NEW.unit <> OLD.unit
     OR NEW.number <> OLD.number OR NEW.kind <> OLD.kind OR NEW.based_on IS NOT OLD.based_on OR NEW.entry <> OLD.entry
     OR NEW.revision <> OLD.revision OR NEW.rules IS NOT OLD.rules OR NEW.signed_by <> OLD.signed_by
     OR NEW.signed_at <> OLD.signed_at OR NEW.body <> OLD.body OR NEW.fingerprint <> OLD.fingerprint
BEGIN SELECT raise (ABORT, 'a signed version never changes'); END;
CREATE TRIGGER versions_stay_2 BEFORE DELETE ON versions
BEGIN SELECT raise (ABORT, 'a signed version never changes'); END;

-- Each re-timing of a version by the delivery chief.
CREATE TABLE plans (
  version INTEGER NOT NULL REFERENCES versions (id),
  number INTEGER NOT NULL CHECK (number > 0),
  entry INTEGER NOT NULL,
  made_by INTEGER NOT NULL REFERENCES people (id),
  made_at INTEGER NOT NULL,
  cause TEXT,
  body TEXT NOT NULL,
  PRIMARY KEY (version, number)
) STRICT;
CREATE TRIGGER plans_stay_1 BEFORE UPDATE ON plans
BEGIN SELECT raise (ABORT, 'a plan never changes; the next one replaces it'); END;
CREATE TRIGGER plans_stay_2 BEFORE DELETE ON plans
BEGIN SELECT raise (ABORT, 'a plan never changes; the next one replaces it'); END;

CREATE TABLE closed_days (
  day INTEGER NOT NULL,
  unit INTEGER NOT NULL REFERENCES units (id),
  closed_by INTEGER NOT NULL REFERENCES people (id),
  closed_at INTEGER NOT NULL,
  entry INTEGER NOT NULL,
  PRIMARY KEY (day, unit)
) STRICT;

CREATE TABLE conflicts (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('over-capacity', 'client-claimed-twice', 'order-entered-twice', 'displaced',
                                     'tug-of-war', 'late-push', 'high-over-quota', 'impossible-promise',
                                     'bumped-too-often', 'responsibility-unclear', 'client-changed-order',
                                     'same-signer')),
  conflict_key TEXT NOT NULL CHECK (conflict_key <> ''),
  day INTEGER NOT NULL,
  since INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'decided', 'lapsed')),
  detail TEXT,
  decided_by INTEGER REFERENCES people (id),
  note TEXT,
  UNIQUE (day, conflict_key),
  CHECK ((state = 'decided') = (decided_by IS NOT NULL))
) STRICT;
CREATE INDEX conflicts_open ON conflicts (day) WHERE state = 'open';

CREATE TABLE conflict_subjects (
  conflict INTEGER NOT NULL REFERENCES conflicts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('order', 'person', 'department')),
  place INTEGER NOT NULL CHECK (place > 0),
  subject INTEGER NOT NULL,
  PRIMARY KEY (conflict, kind, place)
) STRICT;
CREATE INDEX conflict_subjects_by_subject ON conflict_subjects (kind, subject);

CREATE TABLE rule_versions (
  id INTEGER PRIMARY KEY,
  from_day INTEGER NOT NULL,
  note TEXT,
  activated_by INTEGER REFERENCES people (id),
  activated_at INTEGER NOT NULL,
  digest TEXT NOT NULL CHECK (length (digest) = 64),
  body TEXT NOT NULL
) STRICT;
CREATE TRIGGER rule_versions_stay_1 BEFORE UPDATE ON rule_versions
BEGIN SELECT raise (ABORT, 'a version of the rules never changes'); END;
CREATE TRIGGER rule_versions_stay_2 BEFORE DELETE ON rule_versions
BEGIN SELECT raise (ABORT, 'a version of the rules never changes'); END;

-- The log refers to nothing by foreign key: it must stand when all else is gone. What the hash covers is written in
-- app/core/log/rang-log-chain.h.
CREATE TABLE log (
  entry INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  day INTEGER,
  unit INTEGER,
  who INTEGER,
  behalf INTEGER,
  what TEXT NOT NULL,
  "order" INTEGER,
  client INTEGER,
  subject TEXT,
  "from" INTEGER,
  "to" INTEGER,
  reason TEXT,
  note TEXT,
  cost TEXT,
  data TEXT,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX log_by_order ON log ("order", entry) WHERE "order" IS NOT NULL;
CREATE INDEX log_by_day ON log (day, entry) WHERE day IS NOT NULL;
CREATE TRIGGER log_refuses_update BEFORE UPDATE ON log
BEGIN SELECT raise (ABORT, 'the log refuses to be changed'); END;
CREATE TRIGGER log_refuses_replace BEFORE INSERT ON log WHEN EXISTS (SELECT 1 FROM log WHERE entry = NEW.entry)
BEGIN SELECT raise (ABORT, 'the log refuses to be changed'); END;
CREATE TRIGGER log_refuses_delete BEFORE DELETE ON log
BEGIN SELECT raise (ABORT, 'the log refuses to be changed'); END;

-- The end of the log, kept apart from it and replaced with each entry, so that a cut tail is found.
CREATE TABLE chain_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  entry INTEGER NOT NULL CHECK (entry >= 0),
  hash TEXT NOT NULL CHECK (length (hash) = 64)
) STRICT;
INSERT INTO chain_head (id, entry, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
