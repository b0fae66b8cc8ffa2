/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what all engines share: keeping prepared statements, binding and reading in sequence. */
#include "store/rang-engine.h"

#include <string.h>

struct _RangStatement
{
  RangEngine *engine;
  gpointer native;
  gboolean kept;
  gboolean in_use;
  gboolean sound;
  int parameter;
  int column;
};

static void
statement_free (gpointer data)
{
  RangStatement *statement = data;

  statement->engine->klass->finalize (statement->native);
  g_free (statement);
}

void
rang_engine_init (RangEngine *engine, const RangEngineClass *klass)
{
  engine->klass = klass;
  engine->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, statement_free);
}

void
rang_engine_close (RangEngine *engine)
{
  if (engine == NULL)
    return;
  g_hash_table_unref (engine->statements);
  engine->klass->close (engine);
}

RangStatement *
rang_engine_prepare (RangEngine *engine, const char *sql, GError **error)
{
  RangStatement *statement = g_hash_table_lookup (engine->statements, sql);

  if (statement == NULL || statement->in_use)
    {
      gboolean keep = statement == NULL;
      gpointer native = engine->klass->prepare (engine, sql, error);

      if (native == NULL)
        return NULL;
      statement = g_new0 (RangStatement, 1);
      statement->engine = engine;
      statement->native = native;
      statement->kept = keep;
      if (keep)
        g_hash_table_insert (engine->statements, (gpointer)sql, statement);
    }
  statement->in_use = TRUE;
  statement->parameter = 0;
  return statement;
}

gboolean
rang_engine_run_script (RangEngine *engine, const char *sql, GError **error)
{
  return engine->klass->run_script (engine, sql, error);
}

gboolean
rang_engine_found_office (RangEngine *engine, const char *scripts, GError **error)
{
  return engine->klass->found_office == NULL || engine->klass->found_office (engine, scripts, error);
}

gboolean
rang_engine_begin (RangEngine *engine, gboolean write, GError **error)
{
  return engine->klass->begin (engine, write, error);
}

gboolean
rang_engine_commit (RangEngine *engine, GError **error)
{
  return engine->klass->commit (engine, error);
}

void
rang_engine_rollback (RangEngine *engine)
{
  engine->klass->rollback (engine);
}

void
rang_engine_set_patience (RangEngine *engine, int milliseconds)
{
  engine->klass->set_patience (engine, milliseconds);
}

gboolean
rang_engine_set_read_only (RangEngine *engine, GError **error)
{
  return engine->klass->set_read_only (engine, error);
}

gint64
rang_engine_changes (RangEngine *engine)
{
  return engine->klass->changes (engine);
}

gboolean
rang_engine_changed_by_others (RangEngine *engine, GError **error)
{
  gint64 before = engine->foreign_version;

  engine->foreign_version = engine->klass->foreign_version (engine, error);
  return engine->foreign_version != before;
}

int
rang_engine_get_wake_fd (RangEngine *engine)
{
  return engine->klass->get_wake_fd != NULL ? engine->klass->get_wake_fd (engine) : -1;
}

gboolean
rang_engine_has_news (RangEngine *engine)
{
  return engine->klass->has_news != NULL && engine->klass->has_news (engine);
}

int
rang_engine_get_schema (RangEngine *engine, GError **error)
{
  return engine->klass->get_schema (engine, error);
}

gboolean
rang_engine_set_schema (RangEngine *engine, int schema, GError **error)
{
  return engine->klass->set_schema (engine, schema, error);
}

gboolean
rang_engine_backup (RangEngine *engine, const char *path, GError **error)
{
  return engine->klass->backup (engine, path, error);
}

gboolean
rang_engine_has_backup (RangEngine *engine)
{
  return engine->klass->backup != NULL;
}

gboolean
rang_engine_check (RangEngine *engine, GPtrArray *faults, GError **error)
{
  return engine->klass->check (engine, faults, error);
}

GHashTable *
rang_engine_describe (RangEngine *engine, GError **error)
{
  return engine->klass->describe (engine, error);
}

gboolean
rang_engine_has_scratch (RangEngine *engine)
{
  return engine->klass->scratch != NULL;
}

gboolean
rang_engine_begin_scratch (RangEngine *engine, GError **error)
{
  g_return_val_if_fail (engine->klass->scratch != NULL, FALSE);
  return engine->klass->scratch (engine, error);
}

void
rang_engine_count_rows (RangEngine *engine)
{
  if (engine->klass->count_rows != NULL)
    engine->klass->count_rows (engine);
}

gboolean
rang_engine_begin_prefetch (RangEngine *engine)
{
  g_return_val_if_fail (!engine->prefetching, FALSE);
  engine->prefetching = engine->klass->begin_prefetch != NULL && engine->klass->begin_prefetch (engine);
  return engine->prefetching;
}

void
rang_engine_end_prefetch (RangEngine *engine)
{
  g_return_if_fail (engine->prefetching);
  engine->prefetching = FALSE;
  engine->klass->end_prefetch (engine);
}

void
rang_bind_int (RangStatement *statement, gint64 value)
{
  statement->engine->klass->bind_int (statement->native, statement->parameter++, value);
}

void
rang_bind_text (RangStatement *statement, const char *value)
{
  if (value == NULL)
    statement->parameter++;
  else
    statement->engine->klass->bind_text (statement->native, statement->parameter++, value);
}

void
rang_bind_null (RangStatement *statement)
{
  statement->parameter++;
}

void
rang_bind_int_or (RangStatement *statement, gint64 value, gint64 none)
{
  if (value == none)
    rang_bind_null (statement);
  else
    rang_bind_int (statement, value);
}

void
rang_statement_reset (RangStatement *statement)
{
  if (!statement->kept)
    {
      statement_free (statement);
      return;
    }
  statement->engine->klass->reset (statement->native);
  statement->in_use = FALSE;
}

RangStep
rang_statement_step (RangStatement *statement, GError **error)
{
  RangEngine *engine = statement->engine;
  RangStep step = RANG_STEP_DONE;

  if (engine->prefetching)
    engine->klass->send_ahead (engine, statement->native);
  else
    step = engine->klass->step (engine, statement->native, error);
  statement->column = 0;
  statement->sound = TRUE;
  if (step != RANG_STEP_ROW)
    rang_statement_reset (statement);
  return step;
}

gboolean
rang_statement_run (RangStatement *statement, GError **error)
{
  for (;;)
    switch (rang_statement_step (statement, error))
      {
      case RANG_STEP_ROW:
        break;
      case RANG_STEP_DONE:
        return TRUE;
      case RANG_STEP_ERROR:
      default:
        return FALSE;
      }
}

gint64
rang_statement_run_id (RangStatement *statement, GError **error)
{
  gint64 id;

  switch (rang_statement_step (statement, error))
    {
    case RANG_STEP_ROW:
      id = rang_row_int (statement);
      return rang_statement_run (statement, error) ? id : 0;
    case RANG_STEP_DONE:
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND, "no row returned");
      return 0;
    case RANG_STEP_ERROR:
    default:
      return 0;
    }
}

gboolean
rang_row_skip_null (RangStatement *statement)
{
  if (statement->engine->klass->column_type (statement->native, statement->column) != RANG_COLUMN_NULL)
    return FALSE;
  statement->column++;
  return TRUE;
}

gint64
rang_row_int_or (RangStatement *statement, gint64 none)
{
  const RangEngineClass *klass = statement->engine->klass;
  int column = statement->column++;

  switch (klass->column_type (statement->native, column))
    {
    case RANG_COLUMN_INTEGER:
      return klass->column_int (statement->native, column);
    case RANG_COLUMN_NULL:
      return none;
    case RANG_COLUMN_TEXT:
    case RANG_COLUMN_OTHER:
    default:
      statement->sound = FALSE;
      return none;
    }
}

gint64
rang_row_int (RangStatement *statement)
{
  return rang_row_int_or (statement, 0);
}

const char *
rang_row_text (RangStatement *statement)
{
  const RangEngineClass *klass = statement->engine->klass;
  int column = statement->column++;
  RangColumnType type = klass->column_type (statement->native, column);
  const char *text;
  gsize length;

  if (type == RANG_COLUMN_NULL)
    return NULL;
  if (type != RANG_COLUMN_TEXT)
    {
      statement->sound = FALSE;
      return NULL;
    }
  text = klass->column_text (statement->native, column, &length);
  if (text == NULL || !g_utf8_validate_len (text, length, NULL))
    {
      statement->sound = FALSE;
      return NULL;
    }
  return text;
}

void
rang_row_copy (RangStatement *row, RangStatement *target)
{
  switch (row->engine->klass->column_type (row->native, row->column))
    {
    case RANG_COLUMN_INTEGER:
      rang_bind_int (target, rang_row_int (row));
      break;
    case RANG_COLUMN_TEXT:
      rang_bind_text (target, rang_row_text (row));
      break;
    case RANG_COLUMN_NULL:
    case RANG_COLUMN_OTHER:
    default:
      row->sound = row->sound && rang_row_skip_null (row);
      rang_bind_null (target);
      break;
    }
}

char *
rang_row_dup_text (RangStatement *statement)
{
  return g_strdup (rang_row_text (statement));
}

void
rang_row_append (RangStatement *statement, const char *name, GString *bytes)
{
  const RangEngineClass *klass = statement->engine->klass;
  int column = statement->column++;
  char digits[24];
  const char *text = digits;
  gsize length = 0;

  switch (klass->column_type (statement->native, column))
    {
    case RANG_COLUMN_NULL:
      return;
    case RANG_COLUMN_INTEGER:
      length = (gsize)g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT,
                                  klass->column_int (statement->native, column));
      break;
    case RANG_COLUMN_TEXT:
      text = klass->column_text (statement->native, column, &length);
      break;
    case RANG_COLUMN_OTHER:
    default:
      statement->sound = FALSE;
      return;
    }
  g_string_append_printf (bytes, "%s=%" G_GSIZE_FORMAT ":", name, length);
  g_string_append_len (bytes, text, (gssize)length);
  g_string_append_c (bytes, '\n');
}

gboolean
rang_row_is_sound (RangStatement *statement)
{
  return statement->sound;
}
