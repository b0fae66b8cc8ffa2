/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for which tables there are, with their columns, in an order in which they can be filled. */
#include "store/rang-sqlite-tables.h"

#include "store/rang-engine-sqlite.h"
#include "store/rang-migrations.h"

static void
table_free (gpointer data)
{
  RangTable *table = data;

  g_ptr_array_unref (table->columns);
  g_ptr_array_unref (table->key);
  g_ptr_array_unref (table->references);
  g_free (table->name);
  g_free (table);
}

static gboolean
read_names (RangEngine *engine, const char *sql, const char *table, GPtrArray *names, GError **error)
{
  RangStatement *row = rang_engine_prepare (engine, sql, error);
  RangStep step = RANG_STEP_ERROR;

  if (row == NULL)
    return FALSE;
  if (table != NULL)
    rang_bind_text (row, table);
  while ((step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    g_ptr_array_add (names, rang_row_dup_text (row));
  return step == RANG_STEP_DONE;
}

static RangTable *
read_table (RangEngine *engine, const char *name, GError **error)
{
  RangTable *table = g_new0 (RangTable, 1);

  table->name = g_strdup (name);
  table->columns = g_ptr_array_new_with_free_func (g_free);
  table->key = g_ptr_array_new_with_free_func (g_free);
  table->references = g_ptr_array_new_with_free_func (g_free);
  if (read_names (engine, "SELECT name FROM pragma_table_info ($1) ORDER BY cid", name, table->columns, error)
      && read_names (engine, "SELECT name FROM pragma_table_info ($1) WHERE pk > 0 ORDER BY pk", name, table->key,
                     error)
      && read_names (engine, "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list ($1)", name, table->references,
                     error))
    return table;
  table_free (table);
  return NULL;
}

static gboolean
is_ready (RangTable *table, GPtrArray *done)
{
  for (guint i = 0; i < table->references->len; i++)
    {
      const char *wanted = table->references->pdata[i];
      gboolean found = g_str_equal (wanted, table->name);

      for (guint k = 0; !found && k < done->len; k++)
        found = g_str_equal (((RangTable *)done->pdata[k])->name, wanted);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* The tables, each behind those that it refers to. */
static GPtrArray *
sort (GPtrArray *tables)
{
  GPtrArray *done = g_ptr_array_new_with_free_func (table_free);

  for (guint before = G_MAXUINT; before != tables->len && tables->len > 0;)
    {
      before = tables->len;
      for (guint i = 0; i < tables->len;)
        if (is_ready (tables->pdata[i], done))
          g_ptr_array_add (done, g_ptr_array_steal_index (tables, i));
        else
          i++;
    }
  g_warn_if_fail (tables->len == 0);
  return done;
}

GPtrArray *
rang_sqlite_tables (GError **error)
{
  RangEngine *engine = rang_engine_sqlite_new_in_memory (error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func (table_free);
  gboolean good = engine != NULL && rang_migrations_run (engine, error)
                  && read_names (engine,
                                 "SELECT name FROM sqlite_schema WHERE type = 'table' "
                                 "AND substr (name, 1, 7) <> 'sqlite_' ORDER BY name",
                                 NULL, names, error);

  for (guint i = 0; good && i < names->len; i++)
    {
      RangTable *table = read_table (engine, names->pdata[i], error);

      good = table != NULL;
      if (good)
        g_ptr_array_add (tables, table);
    }
  rang_engine_close (engine);
  return good ? sort (tables) : NULL;
}
