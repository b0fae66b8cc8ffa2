/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rang-postgresql-connection.h"

G_BEGIN_DECLS

/**
 * rang_postgresql_catalog_admit:
 *
 * Looks whether the database is what @mode wants: nothing in it, or an office of Rang, and enters the office that is
 * meant.
 */
gboolean
rang_postgresql_catalog_admit (RangPostgresqlConnection *connection, RangEngineMode mode, GError **error);

/**
 * rang_postgresql_catalog_prepare:
 *
 * Makes what the engine itself keeps, unless it is there (resources/server/offices.sql): its schema, its offices, which
 * transactions were committed, and what the translated migrations build on.
 */
gboolean
rang_postgresql_catalog_prepare (RangPostgresqlConnection *connection, GError **error);

/** rang_postgresql_catalog_add_office: writes down the office that was entered to be made */
gboolean
rang_postgresql_catalog_add_office (RangPostgresqlConnection *connection, GError **error);

/** rang_postgresql_catalog_get_schema: Returns: the number of the last migration, 0 none, -1 on error */
int
rang_postgresql_catalog_get_schema (RangPostgresqlConnection *connection, GError **error);

/** rang_postgresql_catalog_check: finds guards that are switched off and references that nobody checked */
gboolean
rang_postgresql_catalog_check (RangPostgresqlConnection *connection, GPtrArray *faults, GError **error);

/** rang_postgresql_catalog_describe: as rang_engine_describe(), of the current schema, without the engine's own */
GHashTable *
rang_postgresql_catalog_describe (RangPostgresqlConnection *connection, GError **error);

G_END_DECLS
