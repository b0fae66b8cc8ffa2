-- SPDX-License-Identifier: GPL-3.0-or-later
-- The depot and the roads, what an order weighs, where it goes and what it brought, vans' names, units and the fields of
-- printed papers are witnessed too (app/core/store/rang-store-witness.h): with the next change.
UPDATE chain_head SET witnessed = 0;
