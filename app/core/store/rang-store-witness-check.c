/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for comparing the tables of decisions with the log. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "store/rang-store-witness-private.h"

void
rang_witness_fault_free (RangWitnessFault *fault)
{
  g_free (fault->table);
  g_free (fault->key);
  g_free (fault);
}

static void
add_fault (GPtrArray *faults, gint64 entry, const char *table, const char *key, const char *what)
{
  RangWitnessFault *fault = g_new0 (RangWitnessFault, 1);

  fault->entry = entry;
  fault->table = g_strdup (table);
  fault->key = g_strdup (key);
  fault->what = what;
  g_ptr_array_add (faults, fault);
}

/* --- the digests against the log --- */

typedef struct
{
  RangStore *store;
  GPtrArray *faults;
  gint64 entry;
  GPtrArray *lines; /* of that entry */
  GHashTable *said; /* entry before → its digest by the log or the head */
} Digests;

/* entry → the digest of what was written after it, by the log itself. */
static GHashTable *
load_said (RangStore *store, GError **error)
{
  g_autoptr (GHashTable) said = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  RangStatement *row = rang_store_prepare (store,
                                           "SELECT entry - 1, witness FROM log WHERE witness IS NOT NULL "
                                           "UNION ALL SELECT entry, witness FROM chain_head WHERE witness IS NOT NULL",
                                           error);
  RangStep step = RANG_STEP_ERROR;

  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      gint64 entry = rang_row_int (row);

      g_hash_table_replace (said, g_memdup2 (&entry, sizeof entry), rang_row_dup_text (row));
    }
  return step == RANG_STEP_DONE ? g_steal_pointer (&said) : NULL;
}

static void
end_entry (Digests *self)
{
  g_autoptr (GString) bytes = NULL;
  char digest[65];

  if (self->lines->len == 0)
    return;
  bytes = rang_witness_sorted (self->lines);
  rang_witness_digest (bytes, digest);
  g_ptr_array_set_size (self->lines, 0);
  if (g_strcmp0 (g_hash_table_lookup (self->said, &self->entry), digest) != 0)
    add_fault (self->faults, MAX (self->entry, 1), "witnesses", "", _ ("the digests of its rows were changed"));
  g_hash_table_remove (self->said, &self->entry);
}

static gboolean
check_digests (RangStore *store, GPtrArray *faults, GError **error)
{
  g_autoptr (GHashTable) said = load_said (store, error);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  Digests self = { store, faults, -1, lines, said };
  RangStatement *row;
  RangStep step = RANG_STEP_ERROR;
  GHashTableIter iter;
  gpointer entry;

  if (said == NULL)
    return FALSE;
  row = rang_store_prepare (store, "SELECT entry, kind, row_key, digest FROM witnesses ORDER BY entry", error);
  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      gint64 number = rang_row_int (row);
      g_autofree char *kind = NULL, *key = NULL;

      if (number != self.entry)
        end_entry (&self);
      self.entry = number;
      kind = rang_row_dup_text (row);
      key = rang_row_dup_text (row);
      g_ptr_array_add (lines, g_strdup_printf ("%s %s %s\n", kind, key, rang_row_text (row)));
    }
  if (step != RANG_STEP_DONE)
    return FALSE;
  end_entry (&self);
  g_hash_table_iter_init (&iter, said);
  while (g_hash_table_iter_next (&iter, &entry, NULL))
    add_fault (faults, MAX (*(gint64 *)entry, 1), "witnesses", "", _ ("the digests of its rows are gone"));
  return TRUE;
}

/* --- the rows against the digests --- */

typedef struct
{
  gint64 entry;
  char *digest;
} Last;

static void
last_free (gpointer data)
{
  Last *last = data;

  g_free (last->digest);
  g_free (last);
}

/* key → the last digest of each row of a table. */
static GHashTable *
load_last (RangStore *store, const char *table, GError **error)
{
  g_autoptr (GHashTable) all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, last_free);
  RangStatement *row = rang_store_prepare (
      store, "SELECT row_key, entry, digest FROM witnesses WHERE kind = $1 ORDER BY entry", error);
  RangStep step = RANG_STEP_ERROR;

  if (row == NULL)
    return NULL;
  rang_bind_text (row, table);
  while ((step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      char *key = rang_row_dup_text (row);
      Last *last = g_new0 (Last, 1);

      last->entry = rang_row_int (row);
      last->digest = rang_row_dup_text (row);
      g_hash_table_replace (all, key, last);
    }
  return step == RANG_STEP_DONE ? g_steal_pointer (&all) : NULL;
}

static void
compare (GPtrArray *faults, GHashTable *last, const char *table, const char *key, const GString *bytes)
{
  const Last *known = g_hash_table_lookup (last, key);
  char digest[65];

  rang_witness_digest (bytes, digest);
  if (known == NULL || known->digest[0] == '\0')
    add_fault (faults, known != NULL ? known->entry : 0, table, key, _ ("was added behind the log’s back"));
  else if (!g_str_equal (known->digest, digest))
    add_fault (faults, known->entry, table, key, _ ("was changed behind the log’s back"));
  g_hash_table_remove (last, key);
}

static gboolean
check_table (RangStore *store, const RangWitnessSpec *spec, GPtrArray *faults, GError **error)
{
  g_autoptr (GHashTable) last = load_last (store, spec->name, error);
  g_auto (GStrv) names = g_strsplit (spec->names, ", ", -1);
  g_autoptr (GString) bytes = g_string_new (NULL);
  g_autofree char *current = NULL;
  RangStatement *row = last != NULL ? rang_store_prepare (store, spec->all, error) : NULL;
  RangStep step = RANG_STEP_ERROR;
  GHashTableIter iter;
  gpointer key, gone;

  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      g_autofree char *next = rang_witness_key (row, spec->n_keys);

      if (current != NULL && !g_str_equal (current, next))
        {
          compare (faults, last, spec->name, current, bytes);
          g_string_truncate (bytes, 0);
        }
      g_free (current);
      current = g_steal_pointer (&next);
      rang_witness_add_columns (row, (const char *const *)names, bytes);
    }
  if (step != RANG_STEP_DONE)
    return FALSE;
  if (current != NULL)
    compare (faults, last, spec->name, current, bytes);
  g_hash_table_iter_init (&iter, last);
  while (g_hash_table_iter_next (&iter, &key, &gone))
    if (((Last *)gone)->digest[0] != '\0')
      add_fault (faults, ((Last *)gone)->entry, spec->name, key, _ ("was taken out behind the log’s back"));
  return TRUE;
}

/* What triggers keep says what is counted anew. */
static gboolean
check_kept (RangStore *store, GPtrArray *faults, GError **error)
{
  RangStatement *row = rang_store_prepare (
      store,
      "SELECT c.id FROM clients c LEFT JOIN client_deliveries d ON d.client = c.id LEFT JOIN (SELECT client, count (*) "
      "AS n FROM orders WHERE client IS NOT NULL AND state IN ('delivered', 'part') GROUP BY client) o "
      "ON o.client = c.id WHERE coalesce (d.delivered, 0) <> coalesce (o.n, 0) ORDER BY c.id",
      error);
  RangStep step = RANG_STEP_ERROR;

  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      g_autofree char *key = g_strdup_printf ("%" PRId64, rang_row_int (row));

      add_fault (faults, 0, "client_deliveries", key, _ ("was changed behind the log’s back"));
    }
  return step == RANG_STEP_DONE;
}

/* A table that came later has no digests in an older store until something is changed there. */
static gboolean
check_kind (RangStore *store, RangWitness kind, GPtrArray *faults, GError **error)
{
  gint64 known = 1;

  if (rang_witness_is_late (kind) && !rang_witness_count (store, kind, &known, error))
    return FALSE;
  return known == 0 || check_table (store, rang_witness_spec (kind), faults, error);
}

static int
compare_faults (gconstpointer a, gconstpointer b)
{
  const RangWitnessFault *one = *(const RangWitnessFault *const *)a, *other = *(const RangWitnessFault *const *)b;

  return one->entry < other->entry ? -1 : one->entry > other->entry;
}

/* Whether the store keeps witnesses yet: one of an older schema does from its next change on. */
static gboolean
is_witnessed (RangStore *store, gboolean *witnessed, GError **error)
{
  RangStatement *row = rang_store_prepare (store,
                                           "SELECT witnessed + (SELECT count (*) FROM witnesses) "
                                           "+ (SELECT count (*) FROM log WHERE witness IS NOT NULL) FROM chain_head",
                                           error);

  if (row == NULL || rang_statement_step (row, error) != RANG_STEP_ROW)
    return FALSE;
  *witnessed = rang_row_int (row) != 0;
  rang_statement_reset (row);
  return TRUE;
}

GPtrArray *
rang_store_check_witnesses (RangStore *store, GError **error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_witness_fault_free);
  gboolean witnessed = FALSE;

  if (!is_witnessed (store, &witnessed, error))
    return NULL;
  if (!witnessed)
    return g_steal_pointer (&faults);
  if (!check_digests (store, faults, error))
    return NULL;
  for (RangWitness kind = 0; kind < RANG_N_WITNESSES; kind++)
    if (!check_kind (store, kind, faults, error))
      return NULL;
  if (!check_kept (store, faults, error))
    return NULL;
  g_ptr_array_sort (faults, compare_faults);
  return g_steal_pointer (&faults);
}
