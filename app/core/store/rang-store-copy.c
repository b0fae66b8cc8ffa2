/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for moving house: all rows of one store into a new one, whatever engine either has. */
#include "store/rang-store-copy.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/rang-sqlite-tables.h"
#include "store/rang-store-log.h"
#include "store/rang-store-private.h"

/* Comes about by itself with the orders. */
#define KEPT_BY_TRIGGERS "client_deliveries"

/* `"a", "b"`; as parameters `$1, $2`. */
static char *
join (GPtrArray *names, gboolean parameters)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      g_string_append (text, i > 0 ? ", " : "");
      if (parameters)
        g_string_append_printf (text, "$%u", i + 1);
      else
        g_string_append_printf (text, "\"%s\"", (char *)names->pdata[i]);
    }
  return g_string_free (text, FALSE);
}

/* The engine keeps its statements under the text, which must stay. */
static const char *
intern (char *sql)
{
  const char *kept = g_intern_string (sql);

  g_free (sql);
  return kept;
}

static gboolean
copy_table (RangStore *from, RangStore *to, const RangTable *table, GError **error)
{
  g_autofree char *columns = join (table->columns, FALSE);
  g_autofree char *parameters = join (table->columns, TRUE);
  g_autofree char *key = join (table->key->len > 0 ? table->key : table->columns, FALSE);
  const char *select = intern (g_strdup_printf ("SELECT %s FROM %s ORDER BY %s", columns, table->name, key));
  const char *insert = intern (g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table->name, columns, parameters));
  RangStatement *row = rang_store_prepare (from, select, error);
  RangStep step = RANG_STEP_ERROR;

  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      RangStatement *target = rang_store_prepare_write (to, insert, error);

      for (guint i = 0; target != NULL && i < table->columns->len; i++)
        rang_row_copy (row, target);
      if (target == NULL || !rang_row_is_sound (row) || !rang_statement_run (target, error))
        {
          if (target != NULL && !rang_row_is_sound (row))
            rang_store_damaged (table->name, 0, error);
          rang_statement_reset (row);
          return FALSE;
        }
    }
  return step == RANG_STEP_DONE;
}

/* The migrations put first rows into some tables. */
static gboolean
empty_table (RangStore *store, const RangTable *table, GError **error)
{
  const char *sql = intern (g_strdup_printf ("DELETE FROM %s", table->name));
  RangStatement *row = rang_store_prepare_write (store, sql, error);

  return row != NULL && rang_statement_run (row, error);
}

static gboolean
verify (RangStore *store, GError **error)
{
  g_autoptr (RangLogVerifier) verifier = rang_store_verify_log (store, NULL, error);

  if (verifier == NULL)
    return FALSE;
  if (verifier->broken == 0)
    return TRUE;
  g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_CORRUPT, "%s",
               _ ("the log does not verify; nothing was copied, see “rangctl log --verify”"));
  return FALSE;
}

static gboolean
copy_rows (RangStore *from, RangStore *to, GError **error)
{
  g_autoptr (GPtrArray) tables = rang_sqlite_tables (error);
  g_autoptr (RangStoreTransaction) reading = tables != NULL ? rang_store_begin_read (from, error) : NULL;
  g_autoptr (RangStoreTransaction) writing = reading != NULL ? rang_store_begin (to, error) : NULL;

  if (writing == NULL || !verify (from, error))
    return FALSE;
  for (guint i = tables->len; i > 0; i--)
    if (!empty_table (to, tables->pdata[i - 1], error))
      return FALSE;
  for (guint i = 0; i < tables->len; i++)
    if (!g_str_equal (((RangTable *)tables->pdata[i])->name, KEPT_BY_TRIGGERS)
        && !copy_table (from, to, tables->pdata[i], error))
      return FALSE;
  return verify (to, error) && rang_store_transaction_commit (writing, error);
}

gboolean
rang_store_copy_to_new (RangStore *store, const char *to, GError **error)
{
  RangStore *target = rang_store_create (to, error);
  gboolean good = target != NULL && copy_rows (store, target, error);

  if (good)
    rang_store_count_rows (target);
  rang_store_close (target);
  if (target != NULL && !good && !rang_store_is_server (to))
    g_unlink (to);
  return good;
}
