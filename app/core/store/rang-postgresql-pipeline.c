/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for questions to a server that are sent before their answers are wanted. */
#include "store/rang-postgresql-pipeline.h"

typedef struct
{
  char *sql;
  char *prepares; /* (nullable): the name under which it was prepared on the way */
  int n_values;
  char **values;
  PGresult *answer; /* (nullable) */
} RangPostgresqlAsked;

static void
asked_free (gpointer data)
{
  RangPostgresqlAsked *asked = data;

  for (int i = 0; i < asked->n_values; i++)
    g_free (asked->values[i]);
  g_free (asked->values);
  g_free (asked->sql);
  g_free (asked->prepares);
  PQclear (asked->answer);
  g_free (asked);
}

static RangPostgresqlAsked *
asked_new (const RangPostgresqlQuestion *question, const char *prepares)
{
  RangPostgresqlAsked *asked = g_new0 (RangPostgresqlAsked, 1);

  asked->sql = g_strdup (question->sql);
  asked->prepares = g_strdup (prepares);
  asked->n_values = question->n_values;
  asked->values = g_new0 (char *, (gsize)question->n_values + 1);
  for (int i = 0; i < question->n_values; i++)
    asked->values[i] = g_strdup (question->values[i]);
  return asked;
}

static gboolean
is_the_same (const RangPostgresqlAsked *asked, const RangPostgresqlQuestion *question)
{
  if (asked->n_values != question->n_values || !g_str_equal (asked->sql, question->sql))
    return FALSE;
  for (int i = 0; i < question->n_values; i++)
    if (g_strcmp0 (asked->values[i], question->values[i]) != 0)
      return FALSE;
  return TRUE;
}

gboolean
rang_postgresql_pipeline_is_prepared (RangPostgresqlPipeline *self, const char *name)
{
  return self->prepared != NULL && g_hash_table_contains (self->prepared, name);
}

void
rang_postgresql_pipeline_note_prepared (RangPostgresqlPipeline *self, const char *name)
{
  if (self->prepared == NULL)
    self->prepared = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (self->prepared, g_strdup (name));
}

/* --- sending --- */

static gboolean
is_on_its_way (const RangPostgresqlPipeline *self, const char *name)
{
  for (guint i = self->n_read; i < self->asked->len; i++)
    if (g_strcmp0 (((RangPostgresqlAsked *)g_ptr_array_index (self->asked, i))->prepares, name) == 0)
      return TRUE;
  return FALSE;
}

/* Each answer is to come when it is ready, not when all are. */
static gboolean
send_question (PGconn *pg, const RangPostgresqlQuestion *question, gboolean prepare)
{
  if (prepare && PQsendPrepare (pg, question->name, question->sql, question->n_values, NULL) == 0)
    return FALSE;
  return (question->name != NULL
              ? PQsendQueryPrepared (pg, question->name, question->n_values, question->values, NULL, NULL, 0)
              : PQsendQueryParams (pg, question->sql, question->n_values, NULL, question->values, NULL, NULL, 0))
             != 0
         && PQsendFlushRequest (pg) != 0;
}

void
rang_postgresql_pipeline_send (RangPostgresqlPipeline *self, PGconn *pg, const RangPostgresqlQuestion *question)
{
  gboolean prepare;

  if (self->asked == NULL)
    self->asked = g_ptr_array_new_with_free_func (asked_free);
  if (!self->open && PQenterPipelineMode (pg) == 0)
    return;
  self->pg = pg;
  self->open = TRUE;
  prepare = question->name != NULL && !rang_postgresql_pipeline_is_prepared (self, question->name)
            && !is_on_its_way (self, question->name);
  if (send_question (pg, question, prepare))
    g_ptr_array_add (self->asked, asked_new (question, prepare ? question->name : NULL));
}

void
rang_postgresql_pipeline_flush (RangPostgresqlPipeline *self)
{
  if (self->open)
    PQpipelineSync (self->pg);
}

/* --- reading --- */

/* One answer, and then none. */
static PGresult *
read_answer (PGconn *pg)
{
  PGresult *answer = PQgetResult (pg);

  if (answer != NULL)
    PQclear (PQgetResult (pg));
  return answer;
}

/* libpq takes no answer at all for a failure as well. */
static gboolean
has_failed (const PGresult *answer)
{
  return answer != NULL && PQresultStatus (answer) == PGRES_FATAL_ERROR;
}

static void
read_next (RangPostgresqlPipeline *self)
{
  RangPostgresqlAsked *asked = g_ptr_array_index (self->asked, self->n_read++);
  PGresult *prepared = asked->prepares != NULL ? read_answer (self->pg) : NULL;

  asked->answer = read_answer (self->pg);
  if (PQresultStatus (prepared) == PGRES_COMMAND_OK)
    rang_postgresql_pipeline_note_prepared (self, asked->prepares);
  else if (has_failed (prepared) && PQresultStatus (asked->answer) == PGRES_PIPELINE_ABORTED)
    {
      PQclear (asked->answer);
      asked->answer = g_steal_pointer (&prepared);
    }
  PQclear (prepared);
}

/* Behind the last answer comes the mark that all are there. */
static void
leave (RangPostgresqlPipeline *self)
{
  PGresult *mark = PQgetResult (self->pg);

  PQclear (mark);
  PQexitPipelineMode (self->pg);
  self->open = FALSE;
}

void
rang_postgresql_pipeline_settle (RangPostgresqlPipeline *self)
{
  if (!self->open)
    return;
  while (self->n_read < self->asked->len)
    read_next (self);
  leave (self);
}

/* What made the server leave this and all later questions alone. */
static PGresult *
take_failure (RangPostgresqlPipeline *self, guint last)
{
  for (guint i = 0; i < last; i++)
    {
      RangPostgresqlAsked *asked = g_ptr_array_index (self->asked, i);

      if (has_failed (asked->answer))
        return g_steal_pointer (&asked->answer);
    }
  return NULL;
}

PGresult *
rang_postgresql_pipeline_take (RangPostgresqlPipeline *self, const RangPostgresqlQuestion *question)
{
  for (guint i = 0; self->asked != NULL && i < self->asked->len; i++)
    {
      RangPostgresqlAsked *asked = g_ptr_array_index (self->asked, i);

      if ((i < self->n_read && asked->answer == NULL) || !is_the_same (asked, question))
        continue;
      while (self->n_read <= i)
        read_next (self);
      if (self->open && self->n_read == self->asked->len)
        leave (self);
      if (PQresultStatus (asked->answer) != PGRES_PIPELINE_ABORTED)
        return g_steal_pointer (&asked->answer);
      return take_failure (self, i);
    }
  return NULL;
}

void
rang_postgresql_pipeline_forget (RangPostgresqlPipeline *self)
{
  rang_postgresql_pipeline_settle (self);
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  self->n_read = 0;
}

void
rang_postgresql_pipeline_drop (RangPostgresqlPipeline *self)
{
  g_clear_pointer (&self->asked, g_ptr_array_unref);
  g_clear_pointer (&self->prepared, g_hash_table_unref);
  self->n_read = 0;
  self->open = FALSE;
}
