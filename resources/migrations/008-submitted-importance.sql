-- SPDX-License-Identifier: GPL-3.0-or-later
-- The importance that an order counts with on the board, where its department has stated another since it submitted:
-- the quota of high importance is enforced at submission. NULL: the stated one counts.
ALTER TABLE orders ADD COLUMN submitted_importance TEXT CHECK (submitted_importance IN ('low', 'normal', 'high'));
