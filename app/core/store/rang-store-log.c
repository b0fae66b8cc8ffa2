/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the log in the store: appending with its head, reading, verifying. */
#include "store/rang-store-log.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "store/rang-store-witness-private.h"

#define LAST_INSTANT G_GINT64_CONSTANT (253402300799)
#define LOG_COLUMNS                                                                                                    \
  "SELECT entry, at, day, unit, who, behalf, what, \"order\", client, subject, \"from\", \"to\", reason, note, cost, " \
  "data, previous, hash, key, witness, signature FROM log "

static gboolean
read_hash (RangStatement *row, char *into, gboolean may_be_null)
{
  const char *hash = rang_row_text (row);

  if (hash == NULL)
    {
      into[0] = '\0';
      return may_be_null;
    }
  return g_strlcpy (into, hash, 65) == 64;
}

static gboolean
read_head (RangStore *store, RangStoreHead *head, GError **error)
{
  RangStatement *row
      = rang_store_prepare (store, "SELECT entry, witnessed, hash, witness FROM chain_head WHERE id = 1", error);
  RangStep step = RANG_STEP_ERROR;
  gboolean sound = FALSE;

  if (row != NULL)
    step = rang_statement_step (row, error);
  if (step == RANG_STEP_ROW)
    {
      head->entry = rang_row_int (row);
      head->witnessed = rang_row_int (row) != 0;
      sound = read_hash (row, head->hash, FALSE);
      sound = read_hash (row, head->witness, TRUE) && sound;
      rang_statement_reset (row);
    }
  if (step == RANG_STEP_ERROR)
    return FALSE;
  return sound ? TRUE : rang_store_damaged ("chain_head", 1, error);
}

static gboolean
know_head (RangStore *store, GError **error)
{
  if (!store->head.known && !read_head (store, &store->head, error))
    return FALSE;
  store->head.known = store->transaction != NULL;
  return TRUE;
}

gboolean
rang_store_get_log_head (RangStore *store, gint64 *entry, char **hash, GError **error)
{
  RangStoreHead head = store->head;

  if (!head.known && !read_head (store, &head, error))
    return FALSE;
  *entry = head.entry;
  *hash = g_strdup (head.hash);
  return TRUE;
}

char *
rang_store_dup_board_head (RangStore *store, gint64 *entry, GError **error)
{
  RangStatement *row = rang_store_prepare (store,
                                           "SELECT entry, hash FROM log WHERE what NOT IN ('push', 'asked', 'refuse', "
                                           "'refused-attempt') ORDER BY entry DESC LIMIT 1",
                                           error);
  RangStep step = row != NULL ? rang_statement_step (row, error) : RANG_STEP_ERROR;
  gint64 number = 0;
  char *hash = NULL;

  if (step == RANG_STEP_ROW)
    {
      number = rang_row_int (row);
      hash = rang_row_dup_text (row);
    }
  else if (step == RANG_STEP_DONE)
    hash = g_strnfill (64, '0');
  if (row != NULL)
    rang_statement_reset (row);
  if (entry != NULL)
    *entry = number;
  return hash;
}

void
rang_store_set_signer (RangStore *store, gint64 person, const RangLogKey *key)
{
  store->signer = key;
  store->signer_person = key != NULL ? person : 0;
}

static gboolean
insert (RangStore *store, const RangLogEntry *entry, GError **error)
{
  RangStatement *row = rang_store_prepare_write (
      store,
      "INSERT INTO log (entry, at, day, unit, who, behalf, what, \"order\", client, subject, \"from\", \"to\", reason, "
      "note, cost, data, previous, hash, key, witness, signature) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)",
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
  rang_bind_text (row, entry->key);
  rang_bind_text (row, entry->witness);
  rang_bind_text (row, entry->signature);
  return rang_statement_run (row, error);
}

static gboolean
write_head (RangStore *store, GError **error)
{
  const RangStoreHead *head = &store->head;
  RangStatement *row = rang_store_prepare_write (
      store, "UPDATE chain_head SET entry = $1, hash = $2, witness = $3, witnessed = 1 WHERE id = 1", error);

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, head->entry);
  rang_bind_text (row, head->hash);
  rang_bind_text (row, head->witness[0] != '\0' ? head->witness : NULL);
  return rang_store_run_changing (store, row, error);
}

static gboolean
sign_head (RangStore *store, GError **error)
{
  g_auto (RangLogHead) head = { store->head.entry, g_strdup (store->head.hash),
                                store->head.witness[0] != '\0' ? g_strdup (store->head.witness) : NULL, NULL, NULL };
  RangStatement *row;

  if (store->signer == NULL || head.entry == 0)
    return TRUE;
  rang_log_head_sign (&head, store->signer);
  row = rang_store_prepare_write (store,
                                  "UPDATE chain_head SET signed_entry = $1, signed_hash = $2, signed_witness = $3, "
                                  "signed_key = $4, signed_signature = $5 WHERE id = 1",
                                  error);
  if (row == NULL)
    return FALSE;
  rang_bind_int (row, head.entry);
  rang_bind_text (row, head.hash);
  rang_bind_text (row, head.witness);
  rang_bind_text (row, head.key);
  rang_bind_text (row, head.signature);
  return rang_store_run_changing (store, row, error);
}

gboolean
rang_store_flush_log_head (RangStore *store, GError **error)
{
  gboolean touched = store->touched != NULL && g_hash_table_size (store->touched) > 0;
  char witness[65];

  if (!store->head.moved && !touched)
    return TRUE;
  if (!know_head (store, error) || (!store->head.witnessed && !rang_witness_touch_all (store, error))
      || !rang_witness_keep (store, store->head.entry, witness, error))
    return FALSE;
  if (witness[0] != '\0')
    memcpy (store->head.witness, witness, sizeof witness);
  return write_head (store, error) && sign_head (store, error);
}

gboolean
rang_store_append_log (RangStore *store, RangLogEntry *entry, GError **error)
{
  RangStoreHead *head = &store->head;

  g_return_val_if_fail (rang_log_word_is_known (entry->what), FALSE);
  g_return_val_if_fail (entry->at >= 0 && entry->at <= LAST_INSTANT, FALSE);

  if (!know_head (store, error))
    return FALSE;
  /* What was written before this entry is witnessed by it; what it is about is written after it. */
  g_free (entry->witness);
  entry->witness = head->witness[0] != '\0' ? g_strdup (head->witness) : NULL;
  rang_log_sign (entry, head->entry + 1, head->entry > 0 ? head->hash : NULL,
                 store->signer != NULL && entry->who == store->signer_person ? store->signer : NULL);
  if (!insert (store, entry, error))
    return FALSE;
  head->moved = TRUE;
  head->entry = entry->entry;
  head->witness[0] = '\0';
  g_strlcpy (head->hash, entry->hash, sizeof head->hash);
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
  entry->key = rang_row_dup_text (row);
  entry->witness = rang_row_dup_text (row);
  entry->signature = rang_row_dup_text (row);
  *sound = *sound && rang_row_is_sound (row) && entry->at >= 0 && entry->at <= LAST_INSTANT;
  if (!*sound)
    entry->at = CLAMP (entry->at, 0, LAST_INSTANT);
  return entry;
}

/* Each question has the statement that uses its index; what has none is at least not read row by row. */
static RangStatement *
prepare_filter (RangStore *store, const RangLogFilter *filter, GError **error)
{
  RangStatement *row;

  if (filter->order != 0)
    row = rang_store_prepare (store, LOG_COLUMNS "WHERE \"order\" = $1 AND entry > $2 ORDER BY entry", error);
  else if (filter->day != RANG_DAY_NONE)
    row = rang_store_prepare (store, LOG_COLUMNS "WHERE day = $1 AND entry > $2 ORDER BY entry", error);
  else if (filter->what != NULL)
    row = rang_store_prepare (store, LOG_COLUMNS "WHERE what = $1 AND entry > $2 ORDER BY entry", error);
  else
    row = rang_store_prepare (store, LOG_COLUMNS "WHERE entry > $1 ORDER BY entry", error);
  if (row == NULL)
    return NULL;
  if (filter->order != 0)
    rang_bind_int (row, filter->order);
  else if (filter->day != RANG_DAY_NONE)
    rang_bind_int (row, filter->day);
  else if (filter->what != NULL)
    rang_bind_text (row, filter->what);
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

/* What was signed last; everything NULL where nobody has signed yet. */
static gboolean
read_signed_head (RangStore *store, RangLogHead *head, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      "SELECT signed_entry, signed_hash, signed_witness, signed_key, signed_signature FROM chain_head WHERE id = 1",
      error);

  if (row == NULL || rang_statement_step (row, error) != RANG_STEP_ROW)
    return FALSE;
  head->entry = rang_row_int (row);
  head->hash = rang_row_dup_text (row);
  head->witness = rang_row_dup_text (row);
  head->key = rang_row_dup_text (row);
  head->signature = rang_row_dup_text (row);
  rang_statement_reset (row);
  return TRUE;
}

static gboolean
follow_log (RangStore *store, RangLogVerifier *verifier, GError **error)
{
  RangStatement *row = rang_store_prepare (store, LOG_COLUMNS "ORDER BY entry", error);
  RangStep step = RANG_STEP_ERROR;

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
          return TRUE;
        }
    }
  return step == RANG_STEP_DONE;
}

RangLogVerifier *
rang_store_verify_log (RangStore *store, const char *against, GError **error)
{
  g_autoptr (RangLogVerifier) verifier = rang_log_verifier_new ();
  g_autoptr (RangStoreTransaction) snapshot = store->transaction == NULL ? rang_store_begin_read (store, error) : NULL;
  g_auto (RangLogHead) signed_head = { 0 };
  RangStoreHead head = { 0 };

  if ((snapshot == NULL && store->transaction == NULL) || !read_head (store, &head, error)
      || !read_signed_head (store, &signed_head, error))
    return NULL;
  rang_log_verifier_expect (verifier, &signed_head);
  if (against != NULL && !rang_log_verifier_seek (verifier, against))
    {
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_FAILED,
                   _ ("“%s” is no fingerprint; give the 16 digits that stand on the sheet"), against);
      return NULL;
    }
  if (!follow_log (store, verifier, error))
    return NULL;
  if (rang_log_verifier_finish (verifier, head.entry, head.hash))
    rang_log_verifier_finish_signed (verifier, head.witness[0] != '\0' ? head.witness : NULL);
  return g_steal_pointer (&verifier);
}
