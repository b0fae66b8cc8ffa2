/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libpq-fe.h>

#include "store/rang-store-error.h"

G_BEGIN_DECLS

/**
 * RangPostgresqlPipeline:
 * @asked: (element-type RangPostgresqlAsked): what was sent in this transaction, in sequence
 * @n_read: of how many of them the answer was read off the line
 * @open: whether the connection is in libpq's pipeline mode
 * @prepared: (element-type utf8): names of the statements that are prepared on the server
 *
 * Questions that were sent together, before their answers are wanted: the server works at the next ones while those
 * before are read, and a slow line is gone over once and not for each. As libpq's pipeline mode:
 * https://www.postgresql.org/docs/current/libpq-pipeline-mode.html
 */
typedef struct
{
  PGconn *pg;
  GPtrArray *asked;
  guint n_read;
  gboolean open;
  GHashTable *prepared;
} RangPostgresqlPipeline;

/**
 * RangPostgresqlQuestion:
 * @name: (nullable): of the prepared statement; it is prepared, if it is not yet; %NULL for a question asked once
 * @values: (array length=n_values): as text, %NULL for NULL
 */
typedef struct
{
  const char *sql;
  const char *name;
  int n_values;
  const char *const *values;
} RangPostgresqlQuestion;

/**
 * rang_postgresql_pipeline_send:
 * @pg: the connection, on which nothing else waits for an answer
 *
 * Puts a question on the line; rang_postgresql_pipeline_flush() sees them off. One that cannot be sent is asked when
 * its answer is wanted, and fails then.
 */
void
rang_postgresql_pipeline_send (RangPostgresqlPipeline *self, PGconn *pg, const RangPostgresqlQuestion *question);
gboolean
rang_postgresql_pipeline_is_prepared (RangPostgresqlPipeline *self, const char *name);

/** rang_postgresql_pipeline_note_prepared: @name is prepared from now on, by whomever */
void
rang_postgresql_pipeline_note_prepared (RangPostgresqlPipeline *self, const char *name);
void
rang_postgresql_pipeline_flush (RangPostgresqlPipeline *self);

/**
 * rang_postgresql_pipeline_take:
 *
 * Waits for the answer to a question that was sent, those before it included. Each is given once.
 *
 * Returns: (transfer full) (nullable): it, or the error for which there is none; %NULL if nobody sent this question
 */
PGresult *
rang_postgresql_pipeline_take (RangPostgresqlPipeline *self, const RangPostgresqlQuestion *question);

/** rang_postgresql_pipeline_settle: reads what is still on the line, so that the connection is free; it stays to be
 * taken
 */
void
rang_postgresql_pipeline_settle (RangPostgresqlPipeline *self);

/** rang_postgresql_pipeline_forget: settles, and drops the answers that nobody took: what they say is of the past */
void
rang_postgresql_pipeline_forget (RangPostgresqlPipeline *self);

/** rang_postgresql_pipeline_drop: forgets all, also what is on the line and what is prepared: the connection is gone */
void
rang_postgresql_pipeline_drop (RangPostgresqlPipeline *self);

G_END_DECLS
