-- SPDX-License-Identifier: GPL-3.0-or-later
-- The delivery chief's day: cash and receipts, locks, calls to clients, what was carried over, requests to the head of
-- sales, and what is printed on the route sheets.

-- What the courier brought back for an order, in minor units of the order's currency, and the receipt's number.
ALTER TABLE orders ADD COLUMN cash_received INTEGER CHECK (cash_received BETWEEN 0 AND 10000000000000);
ALTER TABLE orders ADD COLUMN receipt TEXT;

-- For the vehicle log: the vehicle's category, and its own fuel norm in millilitres for 100 km.
ALTER TABLE resources ADD COLUMN category TEXT;
ALTER TABLE resources ADD COLUMN fuel_norm INTEGER CHECK (fuel_norm BETWEEN 0 AND 1000000);

-- An order that only one resource may take.
CREATE TABLE locks (
  order_number INTEGER PRIMARY KEY REFERENCES orders (number),
  day INTEGER NOT NULL,
  resource INTEGER NOT NULL REFERENCES resources (id),
  entry INTEGER NOT NULL CHECK (entry > 0)
) STRICT;
CREATE INDEX locks_by_day ON locks (day);

-- Who told a client what, and what was agreed. A call never changes; the next one stands in its place.
CREATE TABLE calls (
  id INTEGER PRIMARY KEY,
  day INTEGER NOT NULL,
  order_number INTEGER NOT NULL REFERENCES orders (number),
  called_by INTEGER NOT NULL REFERENCES people (id),
  called_at INTEGER NOT NULL,
  agreed_day INTEGER,
  agreed_from INTEGER CHECK (agreed_from BETWEEN 0 AND 86400),
  agreed_to INTEGER CHECK (agreed_to BETWEEN agreed_from AND 86400),
  note TEXT,
  entry INTEGER NOT NULL CHECK (entry > 0),
  CHECK ((agreed_from IS NULL) = (agreed_to IS NULL)),
  CHECK (agreed_from IS NULL OR agreed_day IS NOT NULL)
) STRICT;
CREATE INDEX calls_by_day ON calls (day, order_number, id);

-- What an order was on a day from which it was carried over; the order itself belongs to its new day.
CREATE TABLE carry_overs (
  day INTEGER NOT NULL,
  order_number INTEGER NOT NULL REFERENCES orders (number),
  promised_from INTEGER NOT NULL CHECK (promised_from BETWEEN 0 AND 86400),
  promised_to INTEGER NOT NULL CHECK (promised_to BETWEEN promised_from AND 86400),
  reason TEXT NOT NULL CHECK (reason IN ('refused', 'absent', 'wrong-address', 'goods-missing', 'no-cash',
                                         'not-reached', 'cancelled', 'other')),
  carried_to INTEGER NOT NULL CHECK (carried_to > day),
  told_by INTEGER NOT NULL REFERENCES people (id),
  entry INTEGER NOT NULL CHECK (entry > 0),
  PRIMARY KEY (day, order_number)
) STRICT;
CREATE INDEX carry_overs_by_order ON carry_overs (order_number);

-- A lock that would harm a higher order is the head of sales' to decide.
CREATE TABLE requests (
  id INTEGER PRIMARY KEY,
  day INTEGER NOT NULL,
  order_number INTEGER NOT NULL REFERENCES orders (number),
  resource INTEGER NOT NULL REFERENCES resources (id),
  asked_by INTEGER NOT NULL REFERENCES people (id),
  asked_at INTEGER NOT NULL,
  harm TEXT NOT NULL,
  entry INTEGER NOT NULL CHECK (entry > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'granted', 'refused')),
  decided_by INTEGER REFERENCES people (id),
  note TEXT,
  CHECK ((state = 'open') = (decided_by IS NULL)),
  CHECK (state <> 'refused' OR note IS NOT NULL)
) STRICT;
CREATE INDEX requests_by_day ON requests (day);

-- Fields of the printed papers that the office has renamed or switched off; what is not here is as Rang has it.
CREATE TABLE sheet_fields (
  field TEXT PRIMARY KEY CHECK (field <> ''),
  shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
  label TEXT CHECK (label <> '')
) STRICT;
