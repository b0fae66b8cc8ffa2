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
 * - `IS` and `IS NOT` between values are `IS [NOT] DISTINCT FROM`.
 *
 * Returns: (transfer full): the same script in PostgreSQL's words
 */
char *
rang_postgresql_dialect (const char *script);

/**
 * RANG_POSTGRESQL_PRELUDE:
 *
 * What the translated scripts build on; run once, before the first of them.
 */
extern const char RANG_POSTGRESQL_PRELUDE[];

G_END_DECLS
