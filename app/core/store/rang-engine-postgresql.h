/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rang-engine.h"

G_BEGIN_DECLS

/** The oldest major version of the server that Rang is tried with. */
#define RANG_POSTGRESQL_OLDEST 15

/**
 * rang_postgresql_is_location:
 *
 * Returns: whether @location names a server (`postgresql://…`) and not a file
 */
gboolean
rang_postgresql_is_location (const char *location);

/**
 * rang_postgresql_dup_public_location:
 *
 * Returns: (transfer full): @location without a password: fit for screens, errors and logs
 */
char *
rang_postgresql_dup_public_location (const char *location);

/**
 * rang_engine_postgresql_open:
 * @location: a connection URI of libpq
 *   (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING); what it leaves out comes from
 * libpq's own means: the service file, the password file, the environment. `office=NAME` among the parameters says which
 * office of the database is meant; where there is one, nothing need be said
 * @mode: %RANG_ENGINE_CREATE wants a database in which nothing is yet, or an office of a name that it does not hold
 *
 * Connects to a PostgreSQL server. Writers wait for each other by one advisory lock, so that a transaction that writes
 * sees what all before it have committed, as with the embedded engine. A connection that broke is made anew at the
 * next transaction or statement outside one; a commit whose answer was lost is looked up by its id, so that it is
 * neither lost nor reported as lost when it was not.
 *
 * Errors: %RANG_STORE_ERROR_SERVER (not reached), SIGN_IN, CERTIFICATE, NOT_FOUND (no such database or office), EMPTY, NOT_A_STORE (another program's), EXISTS (create: something is there), TOO_NEW, PERMISSION.
 *
 * Returns: (transfer full) (nullable): the engine
 */
RangEngine *
rang_engine_postgresql_open (const char *location, RangEngineMode mode, GError **error);

/** rang_engine_is_postgresql: Returns: whether @engine is one of these */
gboolean
rang_engine_is_postgresql (RangEngine *engine);

/**
 * rang_engine_postgresql_run:
 * @sql: statements in PostgreSQL's own words, without parameters
 */
gboolean
rang_engine_postgresql_run (RangEngine *engine, const char *sql, GError **error);

/** rang_engine_postgresql_set_name: @name: letters and digits: what the others of the office see of this connection */
gboolean
rang_engine_postgresql_set_name (RangEngine *engine, const char *name, GError **error);

/**
 * rang_engine_postgresql_seal:
 *
 * Returns: (transfer full) (nullable): @password of @role as the server keeps it, so that it crosses no line and stands in
 *   no log
 */
char *
rang_engine_postgresql_seal (RangEngine *engine, const char *role, const char *password, GError **error);

G_END_DECLS
