/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the digests of rows that tie the tables of decisions to the log: keeping them. */
#include "store/rang-store-witness.h"

#include <sodium.h>
#include <string.h>

#include "store/rang-store-witness-private.h"

typedef struct
{
  RangWitness kind;
  gint64 parts[3];
  char *key;
  gboolean compared;
  char before[65]; /* the digest that the row had, if compared */
} Touch;

static void
touch_free (gpointer data)
{
  Touch *touch = data;

  g_free (touch->key);
  g_free (touch);
}

static char *
key_text (const gint64 *parts, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, i == 0 ? "%" G_GINT64_FORMAT : "/%" G_GINT64_FORMAT, parts[i]);
  return g_string_free (text, FALSE);
}

static void
add_touch (RangStore *store, Touch *touch)
{
  if (store->touched == NULL)
    store->touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, touch_free);
  g_hash_table_replace (store->touched, g_strdup_printf ("%s %s", rang_witness_spec (touch->kind)->name, touch->key),
                        touch);
}

void
rang_store_witness (RangStore *store, RangWitness kind, gint64 first, gint64 second, gint64 third)
{
  Touch touch = { kind, { first, second, third }, NULL, FALSE, "" };

  g_return_if_fail (kind < RANG_N_WITNESSES && rang_witness_spec (kind)->n_keys > 0);
  touch.key = key_text (touch.parts, rang_witness_spec (kind)->n_keys);
  add_touch (store, g_memdup2 (&touch, sizeof touch));
}

void
rang_store_witness_named (RangStore *store, RangWitness kind, const char *name)
{
  Touch touch = { kind, { 0 }, NULL, FALSE, "" };

  g_return_if_fail (kind < RANG_N_WITNESSES && rang_witness_spec (kind)->n_keys == 0 && name != NULL);
  touch.key = g_strdup (name);
  add_touch (store, g_memdup2 (&touch, sizeof touch));
}

/* --- digests --- */

char *
rang_witness_key (RangStatement *row, guint n_keys)
{
  gint64 parts[3] = { 0 };

  if (n_keys == 0)
    return rang_row_dup_text (row);
  for (guint i = 0; i < n_keys; i++)
    parts[i] = rang_row_int (row);
  return key_text (parts, n_keys);
}

void
rang_witness_add_columns (RangStatement *row, const char *const *names, GString *bytes)
{
  for (gsize i = 0; names[i] != NULL; i++)
    rang_row_append (row, names[i], bytes);
}

void
rang_witness_digest (const GString *bytes, char digest[65])
{
  guint8 hash[crypto_hash_sha256_BYTES];

  crypto_hash_sha256 (hash, (const guint8 *)bytes->str, bytes->len);
  sodium_bin2hex (digest, 65, hash, sizeof hash);
}

/* The digest of what a key's rows hold now; empty if there are none. */
static gboolean
digest_of (RangStore *store, const Touch *touch, char digest[65], GError **error)
{
  const RangWitnessSpec *spec = rang_witness_spec (touch->kind);
  g_auto (GStrv) names = g_strsplit (spec->names, ", ", -1);
  g_autoptr (GString) bytes = g_string_new (NULL);
  RangStatement *row = rang_store_prepare (store, spec->one, error);
  RangStep step = RANG_STEP_ERROR;
  gboolean any = FALSE;

  digest[0] = '\0';
  if (row == NULL)
    return FALSE;
  if (spec->n_keys == 0)
    rang_bind_text (row, touch->key);
  for (guint i = 0; i < spec->n_keys; i++)
    rang_bind_int (row, touch->parts[i]);
  while ((step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      g_autofree char *key = rang_witness_key (row, spec->n_keys);

      rang_witness_add_columns (row, (const char *const *)names, bytes);
      any = TRUE;
    }
  if (any)
    rang_witness_digest (bytes, digest);
  return step == RANG_STEP_DONE;
}

gboolean
rang_store_witness_if_changed (RangStore *store, RangWitness kind, gint64 key, GError **error)
{
  g_autofree char *known = NULL;
  Touch touch = { kind, { key }, NULL, TRUE, "" };

  g_return_val_if_fail (kind < RANG_N_WITNESSES && rang_witness_spec (kind)->n_keys == 1, FALSE);
  known = g_strdup_printf ("%s %" G_GINT64_FORMAT, rang_witness_spec (kind)->name, key);
  if (store->touched != NULL && g_hash_table_contains (store->touched, known))
    return TRUE;
  if (!digest_of (store, &touch, touch.before, error))
    return FALSE;
  touch.key = key_text (touch.parts, 1);
  add_touch (store, g_memdup2 (&touch, sizeof touch));
  return TRUE;
}

static gboolean
keep_one (RangStore *store, gint64 entry, const Touch *touch, GError **error)
{
  const RangWitnessSpec *spec = rang_witness_spec (touch->kind);
  char digest[65];
  RangStatement *row;

  if (!digest_of (store, touch, digest, error))
    return FALSE;
  if (touch->compared && g_str_equal (digest, touch->before))
    return TRUE;
  row = rang_store_prepare_write (store,
                                  "INSERT INTO witnesses (entry, kind, row_key, digest) VALUES ($1, $2, $3, $4) "
                                  "ON CONFLICT (entry, kind, row_key) DO UPDATE SET digest = excluded.digest",
                                  error);
  if (row == NULL)
    return FALSE;
  rang_bind_int (row, entry);
  rang_bind_text (row, spec->name);
  rang_bind_text (row, touch->key);
  rang_bind_text (row, digest);
  return rang_statement_run (row, error);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

GString *
rang_witness_sorted (GPtrArray *lines)
{
  GString *bytes = g_string_new (NULL);

  g_ptr_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len; i++)
    g_string_append (bytes, g_ptr_array_index (lines, i));
  return bytes;
}

/* Several transactions may follow one entry: the digest is over all that they kept. */
static gboolean
digest_of_entry (RangStore *store, gint64 entry, char digest[65], GError **error)
{
  RangStatement *row
      = rang_store_prepare (store, "SELECT kind, row_key, digest FROM witnesses WHERE entry = $1", error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) bytes = NULL;
  RangStep step;

  if (row == NULL)
    return FALSE;
  rang_bind_int (row, entry);
  while ((step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      g_autofree char *kind = rang_row_dup_text (row), *key = rang_row_dup_text (row);

      g_ptr_array_add (lines, g_strdup_printf ("%s %s %s\n", kind, key, rang_row_text (row)));
    }
  if (step != RANG_STEP_DONE)
    return FALSE;
  bytes = rang_witness_sorted (lines);
  rang_witness_digest (bytes, digest);
  return TRUE;
}

gboolean
rang_witness_keep (RangStore *store, gint64 entry, char digest[65], GError **error)
{
  GHashTableIter iter;
  gpointer touch;

  digest[0] = '\0';
  if (store->touched == NULL || g_hash_table_size (store->touched) == 0)
    return TRUE;
  g_hash_table_iter_init (&iter, store->touched);
  while (g_hash_table_iter_next (&iter, NULL, &touch))
    if (!keep_one (store, entry, touch, error))
      return FALSE;
  g_hash_table_remove_all (store->touched);
  return digest_of_entry (store, entry, digest, error);
}

/* --- what had no digests yet --- */

static gboolean
read_count (RangStatement *row, gint64 *count, GError **error)
{
  if (row == NULL || rang_statement_step (row, error) != RANG_STEP_ROW)
    return FALSE;
  *count = rang_row_int (row);
  rang_statement_reset (row);
  return TRUE;
}

gboolean
rang_witness_count (RangStore *store, RangWitness kind, gint64 *count, GError **error)
{
  RangStatement *row = rang_store_prepare (store, "SELECT count (*) FROM witnesses WHERE kind = $1", error);

  if (row != NULL)
    rang_bind_text (row, rang_witness_spec (kind)->name);
  return read_count (row, count, error);
}

/* By what the log says too, which nobody can take back: chain_head.witnessed is a word that anyone can change. */
static gboolean
count_all (RangStore *store, gint64 *count, GError **error)
{
  return read_count (rang_store_prepare (store,
                                         "SELECT (SELECT count (*) FROM witnesses) "
                                         "+ (SELECT count (*) FROM log WHERE witness IS NOT NULL)",
                                         error),
                     count, error);
}

static gboolean
touch_rows (RangStore *store, RangWitness kind, GError **error)
{
  const RangWitnessSpec *spec = rang_witness_spec (kind);
  RangStatement *row = rang_store_prepare (store, spec->all, error);
  RangStep step = RANG_STEP_ERROR;

  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      Touch touch = { kind, { 0 }, NULL, FALSE, "" };

      for (guint i = 0; i < spec->n_keys; i++)
        touch.parts[i] = rang_row_int (row);
      touch.key = spec->n_keys > 0 ? key_text (touch.parts, spec->n_keys) : rang_row_dup_text (row);
      add_touch (store, g_memdup2 (&touch, sizeof touch));
    }
  if (step != RANG_STEP_DONE)
    return FALSE;
  /* A row that is not: it says that the table is witnessed, even while it is empty. */
  if (rang_witness_is_late (kind) && spec->n_keys == 0)
    rang_store_witness_named (store, kind, "");
  else if (rang_witness_is_late (kind))
    rang_store_witness (store, kind, 0, 0, 0);
  return TRUE;
}

gboolean
rang_witness_touch_all (RangStore *store, GError **error)
{
  gint64 all = 0;

  if (!count_all (store, &all, error))
    return FALSE;
  for (RangWitness kind = 0; kind < RANG_N_WITNESSES; kind++)
    {
      gint64 known = 0;

      if (all > 0 && rang_witness_is_late (kind) && !rang_witness_count (store, kind, &known, error))
        return FALSE;
      if ((all == 0 || (rang_witness_is_late (kind) && known == 0)) && !touch_rows (store, kind, error))
        return FALSE;
    }
  return TRUE;
}
