/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a statement on a PostgreSQL server: bound, run once as it is or prepared there, and read row by row. */
#include "store/rang-postgresql-statement.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "store/rang-postgresql-dialect.h"

/* The types of PostgreSQL's catalog (pg_type.dat) that the store's columns and sums have. */
#define TYPE_BOOL 16
#define TYPE_INT8 20
#define TYPE_INT4 23
#define TYPE_TEXT 25
#define TYPE_NUMERIC 1700

typedef struct
{
  RangPostgresqlConnection *connection;
  char *sql;
  char name[16]; /* of the statement prepared on the server */
  guint n_runs;
  int n_parameters;
  char **values;
  PGresult *result;
  int row;
} Statement;

static int
count_parameters (const char *sql)
{
  int most = 0;

  for (const char *at = strchr (sql, '$'); at != NULL; at = strchr (at + 1, '$'))
    most = MAX (most, atoi (at + 1));
  return most;
}

gpointer
rang_postgresql_statement_new (RangPostgresqlConnection *connection, const char *sql)
{
  Statement *self = g_new0 (Statement, 1);

  self->connection = connection;
  self->sql = rang_postgresql_dialect_query (sql);
  self->n_parameters = count_parameters (sql);
  self->values = g_new0 (char *, (gsize)self->n_parameters + 1);
  g_snprintf (self->name, sizeof self->name, "s%u", ++connection->n_prepared);
  return self;
}

static void
clear_values (Statement *self)
{
  for (int i = 0; i < self->n_parameters; i++)
    g_clear_pointer (&self->values[i], g_free);
}

void
rang_postgresql_statement_free (gpointer data)
{
  Statement *self = data;

  clear_values (self);
  PQclear (self->result);
  g_free (self->values);
  g_free (self->sql);
  g_free (self);
}

static void
bind (Statement *self, int index, char *value)
{
  g_return_if_fail (index < self->n_parameters);
  g_free (self->values[index]);
  self->values[index] = value;
}

void
rang_postgresql_statement_bind_int (gpointer data, int index, gint64 value)
{
  bind (data, index, g_strdup_printf ("%" PRId64, value));
}

void
rang_postgresql_statement_bind_text (gpointer data, int index, const char *value)
{
  bind (data, index, g_strdup (value));
}

/* A statement that is run once costs one trip as it is; one that comes again is prepared on the server. */
static gboolean
prepare_on_server (Statement *self, GError **error)
{
  RangPostgresqlConnection *connection = self->connection;
  g_autoptr (PGresult) result = NULL;

  if (rang_postgresql_pipeline_is_prepared (&connection->pipeline, self->name))
    return TRUE;
  result = PQprepare (connection->pg, self->name, self->sql, self->n_parameters, NULL);
  if (PQresultStatus (result) != PGRES_COMMAND_OK)
    {
      rang_postgresql_set_error (connection, result, error);
      return FALSE;
    }
  rang_postgresql_pipeline_note_prepared (&connection->pipeline, self->name);
  return TRUE;
}

/* A statement that comes again is asked for by its name. */
static RangPostgresqlQuestion
question_of (const Statement *self)
{
  return (RangPostgresqlQuestion){ self->sql, self->n_runs > 0 ? self->name : NULL, self->n_parameters,
                                   (const char *const *)self->values };
}

/* Its result, unless it was sent ahead. */
static gboolean
ask (Statement *self, GError **error)
{
  RangPostgresqlConnection *connection = self->connection;
  const char *const *values = (const char *const *)self->values;

  rang_postgresql_pipeline_settle (&connection->pipeline);
  if (!rang_postgresql_revive (connection, error))
    return FALSE;
  if (self->n_runs++ == 0)
    self->result = PQexecParams (connection->pg, self->sql, self->n_parameters, NULL, values, NULL, NULL, 0);
  else if (prepare_on_server (self, error))
    self->result = PQexecPrepared (connection->pg, self->name, self->n_parameters, values, NULL, NULL, 0);
  else
    return FALSE;
  return TRUE;
}

static gboolean
execute (Statement *self, GError **error)
{
  RangPostgresqlConnection *connection = self->connection;
  RangPostgresqlQuestion question = question_of (self);
  ExecStatusType status;

  self->result = rang_postgresql_pipeline_take (&connection->pipeline, &question);
  if (self->result == NULL && !ask (self, error))
    return FALSE;
  status = PQresultStatus (self->result);
  if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK)
    {
      connection->changes = g_ascii_strtoll (PQcmdTuples (self->result), NULL, 10);
      self->row = -1;
      return TRUE;
    }
  rang_postgresql_set_error (connection, self->result, error);
  g_clear_pointer (&self->result, PQclear);
  return FALSE;
}

void
rang_postgresql_statement_send (gpointer data)
{
  Statement *self = data;
  RangPostgresqlConnection *connection = self->connection;
  RangPostgresqlQuestion question = question_of (self);

  rang_postgresql_pipeline_send (&connection->pipeline, connection->pg, &question);
  self->n_runs++;
}

RangStep
rang_postgresql_statement_step (gpointer data, GError **error)
{
  Statement *self = data;

  if (self->result == NULL && !execute (self, error))
    return RANG_STEP_ERROR;
  return ++self->row < PQntuples (self->result) ? RANG_STEP_ROW : RANG_STEP_DONE;
}

void
rang_postgresql_statement_reset (gpointer data)
{
  Statement *self = data;

  g_clear_pointer (&self->result, PQclear);
  clear_values (self);
}

RangColumnType
rang_postgresql_statement_column_type (gpointer data, int index)
{
  Statement *self = data;

  if (PQgetisnull (self->result, self->row, index))
    return RANG_COLUMN_NULL;
  switch (PQftype (self->result, index))
    {
    case TYPE_BOOL:
    case TYPE_INT8:
    case TYPE_INT4:
    case TYPE_NUMERIC:
      return RANG_COLUMN_INTEGER;
    case TYPE_TEXT:
      return RANG_COLUMN_TEXT;
    default:
      return RANG_COLUMN_OTHER;
    }
}

gint64
rang_postgresql_statement_column_int (gpointer data, int index)
{
  Statement *self = data;
  const char *value = PQgetvalue (self->result, self->row, index);

  return *value == 't' ? 1 : *value == 'f' ? 0 : g_ascii_strtoll (value, NULL, 10);
}

const char *
rang_postgresql_statement_column_text (gpointer data, int index, gsize *length)
{
  Statement *self = data;

  *length = (gsize)PQgetlength (self->result, self->row, index);
  return PQgetvalue (self->result, self->row, index);
}
