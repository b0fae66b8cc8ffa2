/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rang-postgresql-connection.h"

G_BEGIN_DECLS

/* What an engine calls native: the statement of a PostgreSQL connection, with the signatures of RangEngineClass. */

/**
 * rang_postgresql_statement_new:
 * @connection: outlives it
 * @sql: one statement in the words of the store
 *
 * Returns: (transfer full): the statement; nothing is said to the server yet
 */
gpointer
rang_postgresql_statement_new (RangPostgresqlConnection *connection, const char *sql);
void
rang_postgresql_statement_free (gpointer data);
void
rang_postgresql_statement_bind_int (gpointer data, int index, gint64 value);
void
rang_postgresql_statement_bind_text (gpointer data, int index, const char *value);

/** rang_postgresql_statement_send: sends it ahead; run with the same values in this transaction, it has its answer */
void
rang_postgresql_statement_send (gpointer data);

/** rang_postgresql_statement_step: runs it with the first step; all its rows come at once, and the connection's @changes
 * with them */
RangStep
rang_postgresql_statement_step (gpointer data, GError **error);
void
rang_postgresql_statement_reset (gpointer data);
RangColumnType
rang_postgresql_statement_column_type (gpointer data, int index);
gint64
rang_postgresql_statement_column_int (gpointer data, int index);
const char *
rang_postgresql_statement_column_text (gpointer data, int index, gsize *length);

G_END_DECLS
