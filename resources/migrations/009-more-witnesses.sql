-- SPDX-License-Identifier: GPL-3.0-or-later
-- Rates, clients and resources are witnessed too (app/core/store/rang-store-witness.h): with the next change.
UPDATE chain_head SET witnessed = 0;
