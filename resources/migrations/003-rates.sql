-- SPDX-License-Identifier: GPL-3.0-or-later
-- What one unit of another currency is worth in the office's own, in millionths of a unit.

CREATE TABLE rates (
  currency TEXT PRIMARY KEY CHECK (length (currency) = 3 AND currency = upper (currency)),
  rate INTEGER NOT NULL CHECK (rate BETWEEN 1 AND 1000000000000)
) STRICT;
