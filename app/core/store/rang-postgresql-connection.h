/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libpq-fe.h>

#include "store/rang-engine.h"
#include "store/rang-postgresql-pipeline.h"

G_BEGIN_DECLS

/* What the files of the PostgreSQL engine share, and nobody else sees. */

/** The lock that every transaction which writes takes, with its office's number: "Rang". Alone it is that of the schema,
 * which is everybody's. */
#define RANG_POSTGRESQL_LOCK 0x52616e67

/** Selects the number of the office's last commit. */
#define RANG_POSTGRESQL_SEEN "SELECT coalesce (max (number), 0) FROM rang_commits"

/**
 * RangPostgresqlConnection:
 * @heard: counts the commits of others, and the connections, as they may have hidden some
 * @seen: number of the last commit, by whomever, that is known here
 * @ours: Rang's own tables are known to be there
 * @news: another connection was heard, or this one broke, since the engine last asked
 * @location: the address without the office
 * @wanted: (nullable): the office that the address names
 * @office: its number in the database; 0 until that is known
 * @name: (nullable): what the connection calls itself, beside the office
 * @n_prepared: counts the statements made for it, whose names it makes
 * @changes: rows that the last statement changed
 * @in_transaction: ours, as we know it; the server may have lost it
 * @pipeline: questions of this transaction that were sent ahead
 *
 * A connection to a server, made anew when it broke.
 */
typedef struct
{
  PGconn *pg;
  char *location;
  char *wanted;
  gint64 office;
  char *name;
  gint64 heard;
  gint64 seen;
  guint n_prepared;
  gint64 changes;
  gboolean in_transaction;
  gboolean ours;
  gboolean news;
  gboolean read_only;
  RangPostgresqlPipeline pipeline;
} RangPostgresqlConnection;

/**
 * rang_postgresql_connect:
 *
 * Connects, checks the server's version and begins to listen for the commits of others.
 */
gboolean
rang_postgresql_connect (RangPostgresqlConnection *self, const char *location, GError **error);
void
rang_postgresql_disconnect (RangPostgresqlConnection *self);

/**
 * rang_postgresql_enter:
 * @office: its number
 *
 * From now on this connection is for one office: it meets the rows of no other, and hears of no other's commits.
 */
gboolean
rang_postgresql_enter (RangPostgresqlConnection *self, gint64 office, GError **error);

/** rang_postgresql_set_name: calls the connection "rang/OFFICE" and what @name says behind, also when it is made anew;
 * the others of the office are woken */
gboolean
rang_postgresql_set_name (RangPostgresqlConnection *self, const char *name, GError **error);

/**
 * rang_postgresql_revive:
 *
 * Connects anew if the connection is known to be broken and no transaction is open.
 */
gboolean
rang_postgresql_revive (RangPostgresqlConnection *self, GError **error);

/** rang_postgresql_listen: takes off the line what has arrived, without waiting; what counts is the number of commits */
void
rang_postgresql_listen (RangPostgresqlConnection *self);

/**
 * rang_postgresql_run:
 * @sql: statements without parameters
 *
 * Returns: (transfer full) (nullable): the last one's result; PQclear() it
 */
PGresult *
rang_postgresql_run (RangPostgresqlConnection *self, const char *sql, GError **error);

/** rang_postgresql_do: as rang_postgresql_run(), when the result does not matter */
gboolean
rang_postgresql_do (RangPostgresqlConnection *self, const char *sql, GError **error);

/**
 * rang_postgresql_read_number:
 *
 * Returns: the number that @sql selects; -1 on error; 0 for none
 */
gint64
rang_postgresql_read_number (RangPostgresqlConnection *self, const char *sql, GError **error);

/** rang_postgresql_set_error: says what @result (or the connection) reports, and what to do */
void
rang_postgresql_set_error (RangPostgresqlConnection *self, const PGresult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PGresult, PQclear)

G_END_DECLS
