-- SPDX-License-Identifier: GPL-3.0-or-later
-- Addresses, departments, measured travel and the lines of orders are witnessed too
-- (app/core/store/rang-store-witness.h): with the next change.
UPDATE chain_head SET witnessed = 0;
