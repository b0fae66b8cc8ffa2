/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the log in the store: appending with its head, reading, verifying. */
#include "store/rang-store-log.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "store/rang-store-private.h"

#define LAST_INSTANT G_GINT64_CONSTANT (253402300799)
#define LOG_COLUMNS                                                                                                    \
  "SELECT entry, at, day, unit, who, behalf, what, \"order\", client, subject, \"from\", \"to\", reason, note, cost, " \
  "data, previous, hash FROM log "

static gboolean
read_head (RangStore *store, RangLogHead *head, GError **error)
{
  RangStatement *row = rang_store_prepare (store, "SELECT entry, hash FROM chain_head WHERE id = 1", error);
  RangStep step = RANG_STEP_ERROR;
  gsize length = 0;

  if (row != NULL)
    step = rang_statement_step (row, error);
  if (step == RANG_STEP_ROW)
    {
      const char *hash;

      head->entry = rang_row_int (row);
      hash = rang_row_text (row);
      length = g_strlcpy (head->hash, hash != NULL ? hash : "", sizeof head->hash);
      rang_statement_reset (row);
    }
  if (step == RANG_STEP_ERROR)
    return FALSE;
  return length == sizeof head->hash - 1 ? TRUE : rang_store_damaged ("chain_head", 1, error);
}

gboolean
rang_store_get_log_head (RangStore *store, gint64 *entry, char **hash, GError **error)
{
  RangLogHead head = store->head;

  if (!head.known && !read_head (store, &head, error))
    return FALSE;
  *entry = head.entry;
  *hash = g_strdup (head.hash);
  return TRUE;
}

static gboolean
insert (RangStore *store, const RangLogEntry *entry, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO log (entry, at, day, unit, who, behalf, what, \"order\", client, subject, \"from\", \"to\", reason, "
      "note, cost, data, previous, hash) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, entry->entry);
  rang_bind_int (row, entry->at);
  rang_bind_int_or (row, entry->day, RANG_DAY_NONE);
  rang_bind_int_or (row, entry->unit, 0);
  rang_bind_int_or (row, entry->who, 0);
  rang_bind_int_or (row, entry->behalf, 0);
  rang_bind_text (row, entry->what);
  rang_bind_int_or (row, entry->order, 0);
  rang_bind_int_or (row, entry->client, 0);
  rang_bind_text (row, entry->subject);
  rang_bind_int_or (row, entry->from, 0);
  rang_bind_int_or (row, entry->to, 0);
  rang_bind_text (row, entry->reason);
  rang_bind_text (row, entry->note);
  rang_bind_text (row, entry->cost);
  rang_bind_text (row, entry->data);
  rang_bind_text (row, entry->previous);
  rang_bind_text (row, entry->hash);
  return rang_statement_run (row, error);
}

gboolean
rang_store_flush_log_head (RangStore *store, GError **error)
{
  RangStatement *row;

  if (!store->head.moved)
    return TRUE;
  row = rang_store_prepare_write (store, "UPDATE chain_head SET entry = $1, hash = $2 WHERE id = 1", error);
  if (row == NULL)
    return FALSE;
  rang_bind_int (row, store->head.entry);
  rang_bind_text (row, store->head.hash);
  return rang_store_run_changing (store, row, error);
}

gboolean
rang_store_append_log (RangStore *store, RangLogEntry *entry, GError **error)
{
  RangLogHead head = store->head;

  g_return_val_if_fail (rang_log_word_is_known (entry->what), FALSE);
  g_return_val_if_fail (entry->at >= 0 && entry->at <= LAST_INSTANT, FALSE);

  if (!head.known && !read_head (store, &head, error))
    return FALSE;
  rang_log_chain (entry, head.entry + 1, head.entry > 0 ? head.hash : NULL);
  if (!insert (store, entry, error))
    return FALSE;
  store->head.known = store->head.moved = TRUE;
  store->head.entry = entry->entry;
  g_strlcpy (store->head.hash, entry->hash, sizeof store->head.hash);
  return TRUE;
}

/* A number that is there must not be 0, which is how an entry says that it is not. */
static gint64
read_id (RangStatement *row, gboolean *sound)
{
  gint64 value;

  if (rang_row_skip_null (row))
    return 0;
  value = rang_row_int (row);
  *sound = *sound && value != 0;
  return value;
}

static RangDay
read_day (RangStatement *row, gboolean *sound)
{
  gint64 value;

  if (rang_row_skip_null (row))
    return RANG_DAY_NONE;
  value = rang_row_int (row);
  if (value >= rang_day_from_ymd (1900, 1, 1) && value <= rang_day_from_ymd (2200, 12, 31))
    return (RangDay)value;
  *sound = FALSE;
  return RANG_DAY_NONE;
}

static RangLogEntry *
read_entry (RangStatement *row, gboolean *sound)
{
  RangLogEntry *entry = rang_log_entry_new (NULL, 0, 0);

  *sound = TRUE;
  entry->entry = rang_row_int (row);
  entry->at = rang_row_int_or (row, -1);
  entry->day = read_day (row, sound);
  entry->unit = read_id (row, sound);
  entry->who = read_id (row, sound);
  entry->behalf = read_id (row, sound);
  entry->what = rang_row_dup_text (row);
  entry->order = read_id (row, sound);
  entry->client = read_id (row, sound);
  entry->subject = rang_row_dup_text (row);
  entry->from = read_id (row, sound);
  entry->to = read_id (row, sound);
  entry->reason = rang_row_dup_text (row);
  entry->note = rang_row_dup_text (row);
  entry->cost = rang_row_dup_text (row);
  entry->data = rang_row_dup_text (row);
  entry->previous = rang_row_dup_text (row);
  entry->hash = rang_row_dup_text (row);
  *sound = *sound && rang_row_is_sound (row) && entry->at >= 0 && entry->at <= LAST_INSTANT;
  if (!*sound)
    entry->at = CLAMP (entry->at, 0, LAST_INSTANT);
  return entry;
}

/* Each question has the statement that uses its index. */
static RangStatement *
prepare_filter (RangStore *store, const RangLogFilter *filter, GError **error)
{
  RangStatement *row;

  if (filter->order != 0)
    row = rang_store_prepare (store, LOG_COLUMNS "WHERE \"order\" = $1 AND entry > $2 ORDER BY entry", error);
  else if (filter->day != RANG_DAY_NONE)
    row = rang_store_prepare (store, LOG_COLUMNS "WHERE day = $1 AND entry > $2 ORDER BY entry", error);
  else
    row = rang_store_prepare (store, LOG_COLUMNS "WHERE entry > $1 ORDER BY entry", error);
  if (row == NULL)
    return NULL;
  if (filter->order != 0)
    rang_bind_int (row, filter->order);
  else if (filter->day != RANG_DAY_NONE)
    rang_bind_int (row, filter->day);
  rang_bind_int (row, filter->after);
  return row;
}

static gboolean
passes (const RangLogFilter *filter, const RangLogEntry *entry)
{
  return (filter->day == RANG_DAY_NONE || filter->day == entry->day)
         && (filter->order == 0 || filter->order == entry->order) && (filter->who == 0 || filter->who == entry->who)
         && (filter->what == NULL || g_strcmp0 (filter->what, entry->what) == 0);
}

gboolean
rang_store_foreach_log (RangStore *store, const RangLogFilter *filter, RangLogFunc func, gpointer data, GError **error)
{
  static const RangLogFilter all = RANG_LOG_FILTER_ALL;
  RangStatement *row;
  RangStep step = RANG_STEP_ERROR;

  if (filter == NULL)
    filter = &all;
  row = prepare_filter (store, filter, error);
  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      gboolean sound;
      g_autoptr (RangLogEntry) entry = read_entry (row, &sound);

      if (!sound)
        {
          rang_statement_reset (row);
          return rang_store_damaged ("log", entry->entry, error);
        }
      if (passes (filter, entry) && !func (entry, data))
        {
          rang_statement_reset (row);
          return TRUE;
        }
    }
  return step == RANG_STEP_DONE;
}

static gboolean
collect (const RangLogEntry *entry, gpointer data)
{
  g_ptr_array_add (data, rang_log_entry_copy (entry));
  return TRUE;
}

GPtrArray *
rang_store_load_log (RangStore *store, const RangLogFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_log_entry_free);

  if (!rang_store_foreach_log (store, filter, collect, entries, error))
    return NULL;
  return g_steal_pointer (&entries);
}

RangLogEntry *
rang_store_load_log_entry (RangStore *store, gint64 number, GError **error)
{
  RangStatement *row = rang_store_prepare (store, LOG_COLUMNS "WHERE entry = $1", error);
  g_autoptr (RangLogEntry) entry = NULL;
  gboolean sound;

  if (row == NULL)
    return NULL;
  rang_bind_int (row, number);
  switch (rang_statement_step (row, error))
    {
    case RANG_STEP_ROW:
      entry = read_entry (row, &sound);
      rang_statement_reset (row);
      if (!sound)
        rang_store_damaged ("log", number, error);
      return sound ? g_steal_pointer (&entry) : NULL;
    case RANG_STEP_DONE:
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND,
                   _ ("the log has no entry %" PRId64 "; look it up in the log"), number);
      return NULL;
    case RANG_STEP_ERROR:
    default:
      return NULL;
    }
}

RangLogVerifier *
rang_store_verify_log (RangStore *store, GError **error)
{
  g_autoptr (RangLogVerifier) verifier = rang_log_verifier_new ();
  g_autoptr (RangStoreTransaction) snapshot = store->transaction == NULL ? rang_store_begin_read (store, error) : NULL;
  g_autofree char *head = NULL;
  RangStatement *row;
  RangStep step = RANG_STEP_ERROR;
  gint64 last;

  if ((snapshot == NULL && store->transaction == NULL) || !rang_store_get_log_head (store, &last, &head, error))
    return NULL;
  row = rang_store_prepare (store, LOG_COLUMNS "ORDER BY entry", error);
  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      gboolean sound;
      g_autoptr (RangLogEntry) entry = read_entry (row, &sound);

      if (!sound && entry->entry == verifier->seen + 1)
        rang_log_verifier_unreadable (verifier);
      else
        rang_log_verifier_add (verifier, entry);
      if (verifier->broken != 0)
        {
          rang_statement_reset (row);
          return g_steal_pointer (&verifier);
        }
    }
  if (step != RANG_STEP_DONE)
    return NULL;
  rang_log_verifier_finish (verifier, last, head);
  return g_steal_pointer (&verifier);
}
