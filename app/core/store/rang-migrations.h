/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rang-engine.h"

G_BEGIN_DECLS

/**
 * rang_migrations_newest:
 *
 * Returns: the schema that this Rang writes: the number of the last script in resources/migrations
 */
int
rang_migrations_newest (void);

/**
 * rang_migrations_load_server_script:
 * @name: of a script in `resources/server`, which is in PostgreSQL's own words
 *
 * Returns: (transfer full): its text
 */
GBytes *
rang_migrations_load_server_script (const char *name);

/**
 * rang_migrations_run:
 *
 * Brings a store to the newest schema by running the scripts it has not seen, in sequence, each in one transaction.
 * Another process may do the same at the same moment. A schema newer than rang_migrations_newest() is refused.
 */
gboolean
rang_migrations_run (RangEngine *engine, GError **error);

/**
 * rang_migrations_run_new:
 *
 * As rang_migrations_run(), for a store that is being made: the office itself is made, too.
 */
gboolean
rang_migrations_run_new (RangEngine *engine, GError **error);

/**
 * rang_migrations_run_to:
 *
 * As rang_migrations_run(), but stops at schema @last: for tests of older stores.
 */
gboolean
rang_migrations_run_to (RangEngine *engine, int last, GError **error);

/**
 * rang_migrations_run_here:
 *
 * Runs all migrations inside the transaction that is open, for a schema that is looked at and rolled back.
 */
gboolean
rang_migrations_run_here (RangEngine *engine, GError **error);

G_END_DECLS
