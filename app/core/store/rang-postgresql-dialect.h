/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rang_postgresql_dialect:
 * @script: a migration as `resources/migrations` holds it, in SQLite's words
 *
 * The one place that knows in what the schema differs between the two engines:
 *
 * - `INTEGER` has 64 bits (`BIGINT`); `STRICT` is how PostgreSQL is anyway;
 * - an `INTEGER PRIMARY KEY` that is not given takes the next number (a trigger, so that rows brought from another
 *   store and rows that are new count on alike; only one connection writes at a time);
 * - a trigger that refuses with `raise (ABORT, …)` becomes a function with its trigger; one that refuses DELETE refuses
 *   TRUNCATE too;
 * - `IS` and `IS NOT` between values are `IS [NOT] DISTINCT FROM`;
 * - every table has a column `office`, which begins each of its keys, references and indexes, and row-level security by
 *   which a connection meets the rows of one office and of no other; a statement that writes rows is run for each office.
 *
 * Columns stand one a line, with their keys on the line on which they begin or on one that goes on with them.
 *
 * Returns: (transfer full): the same script in PostgreSQL's words
 */
char *
rang_postgresql_dialect (const char *script);

/**
 * rang_postgresql_dialect_rows:
 *
 * Returns: (transfer full): of @script what writes rows, in PostgreSQL's words, for the office that is connected
 */
char *
rang_postgresql_dialect_rows (const char *script);

/**
 * rang_postgresql_dialect_query:
 * @sql: a statement of the store
 *
 * Returns: (transfer full): the same where every key begins with the office
 */
char *
rang_postgresql_dialect_query (const char *sql);

G_END_DECLS
