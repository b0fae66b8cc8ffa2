/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for opening and making stores, and for transactions. */
#include "store/rang-store-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <glib/gstdio.h>
#include <string.h>

#include "store/rang-engine-postgresql.h"
#include "store/rang-engine-sqlite.h"
#include "store/rang-migrations.h"
#include "store/rang-store-copy.h"

struct _RangStoreTransaction
{
  RangStore *store;
  gboolean write;
  gboolean written;
  gboolean done;
};

gboolean
rang_store_is_server (const char *location)
{
  return rang_postgresql_is_location (location);
}

char *
rang_store_dup_public_location (const char *location)
{
  return rang_store_is_server (location) ? rang_postgresql_dup_public_location (location) : g_strdup (location);
}

static RangEngine *
open_engine (const char *location, RangEngineMode mode, GError **error)
{
  return rang_store_is_server (location) ? rang_engine_postgresql_open (location, mode, error)
                                         : rang_engine_sqlite_open (location, mode, error);
}

RangStore *
rang_store_open (const char *path, RangStoreFlags flags, GError **error)
{
  gboolean read_only = (flags & RANG_STORE_READ_ONLY) != 0;
  RangEngine *engine;
  RangStore *store;

  g_return_val_if_fail (path != NULL, NULL);

  engine = open_engine (path, RANG_ENGINE_OPEN, error);
  if (engine == NULL)
    return NULL;
  if (!rang_migrations_run (engine, error) || (read_only && !rang_engine_set_read_only (engine, error)))
    {
      rang_engine_close (engine);
      return NULL;
    }
  store = g_new0 (RangStore, 1);
  store->engine = engine;
  store->path = g_strdup (path);
  return store;
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (rang_store_is_network_drive (path, NULL) || g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_PERMISSION,
               /* Translators: the first %s is a folder, the second the system's reason */
               _ ("the folder %s cannot be made (%s); choose another place"), folder, g_strerror (errno));
  return FALSE;
}

RangStore *
rang_store_create (const char *path, GError **error)
{
  RangEngine *engine;
  gboolean made;

  g_return_val_if_fail (path != NULL, NULL);

  if (!rang_store_is_server (path) && !make_folder (path, error))
    return NULL;
  engine = open_engine (path, RANG_ENGINE_CREATE, error);
  if (engine == NULL)
    return NULL;
  made = rang_migrations_run_new (engine, error);
  rang_engine_close (engine);
  if (!made)
    {
      if (!rang_store_is_server (path))
        g_unlink (path);
      return NULL;
    }
  return rang_store_open (path, RANG_STORE_DEFAULT, error);
}

void
rang_store_close (RangStore *store)
{
  if (store == NULL)
    return;
  g_warn_if_fail (store->transaction == NULL);
  rang_engine_rollback (store->engine);
  rang_engine_close (store->engine);
  g_clear_pointer (&store->touched, g_hash_table_unref);
  g_free (store->guard);
  g_free (store->path);
  g_free (store);
}

const char *
rang_store_get_path (RangStore *store)
{
  return store->path;
}

void
rang_store_set_patience (RangStore *store, int milliseconds)
{
  rang_engine_set_patience (store->engine, milliseconds);
}

static RangStoreTransaction *
begin (RangStore *store, gboolean write, GError **error)
{
  RangStoreTransaction *transaction;

  if (!rang_engine_begin (store->engine, write, error))
    return NULL;
  transaction = g_new0 (RangStoreTransaction, 1);
  transaction->store = store;
  transaction->write = write;
  store->transaction = transaction;
  return transaction;
}

RangStoreTransaction *
rang_store_begin (RangStore *store, GError **error)
{
  g_return_val_if_fail (store->transaction == NULL, NULL);
  return rang_store_uphold_guard (store, error) ? begin (store, TRUE, error) : NULL;
}

RangStoreTransaction *
rang_store_begin_read (RangStore *store, GError **error)
{
  g_return_val_if_fail (store->transaction == NULL, NULL);
  return begin (store, FALSE, error);
}

static void
end (RangStoreTransaction *transaction, gboolean committed)
{
  RangStore *store = transaction->store;

  if (!committed)
    rang_engine_rollback (store->engine);
  store->n_undone += !committed && transaction->written;
  transaction->done = TRUE;
  store->transaction = NULL;
  store->head.known = store->head.moved = FALSE;
  if (store->touched != NULL)
    g_hash_table_remove_all (store->touched);
}

gboolean
rang_store_transaction_commit (RangStoreTransaction *transaction, GError **error)
{
  gboolean good;

  g_return_val_if_fail (!transaction->done, FALSE);
  good
      = rang_store_flush_log_head (transaction->store, error) && rang_engine_commit (transaction->store->engine, error);
  end (transaction, good);
  return good;
}

void
rang_store_transaction_free (RangStoreTransaction *transaction)
{
  if (transaction == NULL)
    return;
  if (!transaction->done)
    end (transaction, FALSE);
  g_free (transaction);
}

gboolean
rang_store_is_in_transaction (RangStore *store)
{
  return store->transaction != NULL;
}

gboolean
rang_store_has_written (RangStore *store)
{
  return store->transaction != NULL && store->transaction->written;
}

guint
rang_store_get_n_undone (RangStore *store)
{
  return store->n_undone;
}

gboolean
rang_store_changed_by_others (RangStore *store, GError **error)
{
  return rang_engine_changed_by_others (store->engine, error);
}

int
rang_store_get_wake_fd (RangStore *store)
{
  return rang_engine_get_wake_fd (store->engine);
}

gboolean
rang_store_has_news (RangStore *store)
{
  return rang_engine_has_news (store->engine);
}

void
rang_store_count_rows (RangStore *store)
{
  g_return_if_fail (store != NULL);
  rang_engine_count_rows (store->engine);
}

gboolean
rang_store_backup (RangStore *store, const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_EXISTS, "%s",
                   _ ("the file already exists; choose another name or move it away"));
      return FALSE;
    }
  if (rang_engine_has_backup (store->engine) ? rang_engine_backup (store->engine, path, error)
                                             : rang_store_copy_to_new (store, path, error))
    return TRUE;
  g_unlink (path);
  return FALSE;
}

RangStatement *
rang_store_prepare (RangStore *store, const char *sql, GError **error)
{
  return rang_engine_prepare (store->engine, sql, error);
}

RangStatement *
rang_store_prepare_write (RangStore *store, const char *sql, GError **error)
{
  if (store->transaction == NULL || !store->transaction->write)
    {
      g_critical ("a change outside rang_store_begin()");
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_FAILED, "a change outside a transaction");
      return NULL;
    }
  store->transaction->written = TRUE;
  return rang_engine_prepare (store->engine, sql, error);
}

gboolean
rang_store_nothing_changed (GError **error)
{
  g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND, "%s",
               _ ("what was to be changed is no longer there; reload and try again"));
  return FALSE;
}

gboolean
rang_store_run_changing (RangStore *store, RangStatement *statement, GError **error)
{
  if (!rang_statement_run (statement, error))
    return FALSE;
  return rang_engine_changes (store->engine) > 0 || rang_store_nothing_changed (error);
}

gboolean
rang_store_run_saving (RangStore *store, RangStatement *statement, gint64 *id, GError **error)
{
  if (*id == 0)
    return (*id = rang_statement_run_id (statement, error)) != 0;
  rang_bind_int (statement, *id);
  return rang_store_run_changing (store, statement, error);
}

GPtrArray *
rang_store_read_rows (RangStatement *statement, RangRowFunc read, GDestroyNotify free_func, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_func);
  RangStep step = RANG_STEP_ERROR;

  while (statement != NULL && (step = rang_statement_step (statement, error)) == RANG_STEP_ROW)
    g_ptr_array_add (rows, read (statement));
  return step == RANG_STEP_DONE ? g_steal_pointer (&rows) : NULL;
}

gboolean
rang_store_damaged (const char *what, gint64 id, GError **error)
{
  g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_CORRUPT,
               /* Translators: the name of a table and the number of a row */
               _ ("the store is damaged (%s %" PRId64 "); restore a backup"), what, id);
  return FALSE;
}

void
rang_bind_place (RangStatement *statement, const RangPlace *place)
{
  rang_bind_text (statement, place->street);
  rang_bind_text (statement, place->city);
  rang_bind_text (statement, place->postcode);
  rang_bind_text (statement, place->country);
  if (place->located)
    {
      rang_bind_int (statement, place->lat);
      rang_bind_int (statement, place->lon);
    }
  else
    {
      rang_bind_null (statement);
      rang_bind_null (statement);
    }
}

void
rang_row_place (RangStatement *statement, RangPlace *place)
{
  gint64 lat, lon;

  place->street = rang_row_dup_text (statement);
  place->city = rang_row_dup_text (statement);
  place->postcode = rang_row_dup_text (statement);
  place->country = rang_row_dup_text (statement);
  lat = rang_row_int_or (statement, G_MAXINT64);
  lon = rang_row_int_or (statement, G_MAXINT64);
  place->located = lat != G_MAXINT64 && lon != G_MAXINT64;
  place->lat = place->located ? (gint32)lat : 0;
  place->lon = place->located ? (gint32)lon : 0;
}

void
rang_bind_money (RangStatement *statement, RangMoney money)
{
  rang_bind_int (statement, money.minor);
  rang_bind_text (statement, money.currency);
}

void
rang_row_money (RangStatement *statement, RangMoney *money)
{
  const char *currency;

  money->minor = rang_row_int (statement);
  currency = rang_row_text (statement);
  g_strlcpy (money->currency, currency != NULL ? currency : "", sizeof money->currency);
}

void
rang_bind_times (RangStatement *statement, RangTimeWindow window)
{
  rang_bind_int_or (statement, window.from, RANG_TIME_NONE);
  rang_bind_int_or (statement, window.to, RANG_TIME_NONE);
}

void
rang_row_times (RangStatement *statement, RangTimeWindow *window)
{
  window->from = rang_row_time (statement);
  window->to = rang_row_time (statement);
}

RangDay
rang_row_day (RangStatement *statement)
{
  return (RangDay)rang_row_int_or (statement, RANG_DAY_NONE);
}

RangTime
rang_row_time (RangStatement *statement)
{
  return (RangTime)rang_row_int_or (statement, RANG_TIME_NONE);
}

int
rang_row_nick (RangStatement *statement, int (*from_nick) (const char *))
{
  const char *nick = rang_row_text (statement);
  int value = nick != NULL ? from_nick (nick) : -1;

  return MAX (value, 0);
}

char *
rang_numbers_to_text (GArray *numbers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < numbers->len; i++)
    g_string_append_printf (text, i == 0 ? "%" G_GINT64_FORMAT : " %" G_GINT64_FORMAT,
                            g_array_index (numbers, gint64, i));
  return g_string_free (text, FALSE);
}

GArray *
rang_numbers_from_text (const char *text)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  while (text != NULL && *text != '\0')
    {
      char *end;
      gint64 number = g_ascii_strtoll (text, &end, 10);

      if (end == text)
        break;
      g_array_append_val (numbers, number);
      text = end;
    }
  return numbers;
}
