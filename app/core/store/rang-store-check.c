/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the integrity of a store: its file, its references, its guards. */
#include <glib/gi18n-lib.h>

#include "store/rang-engine-sqlite.h"
#include "store/rang-migrations.h"
#include "store/rang-store-private.h"

/* What the migrations make in an empty schema of the same database, which is gone afterwards. */
static GHashTable *
describe_scratch (RangEngine *engine, GError **error)
{
  GHashTable *parts = NULL;

  if (!rang_engine_begin_scratch (engine, error))
    return NULL;
  if (rang_migrations_run_here (engine, error))
    parts = rang_engine_describe (engine, error);
  rang_engine_rollback (engine);
  return parts;
}

/* What the migrations make, on a database of its own. */
static GHashTable *
describe_intended (RangEngine *actual, GError **error)
{
  RangEngine *engine;
  GHashTable *parts = NULL;

  if (rang_engine_has_scratch (actual))
    return describe_scratch (actual, error);
  engine = rang_engine_sqlite_new_in_memory (error);
  if (engine != NULL && rang_migrations_run (engine, error))
    parts = rang_engine_describe (engine, error);
  rang_engine_close (engine);
  return parts;
}

static void
say (GPtrArray *faults, const char *format, const char *part)
{
  g_ptr_array_add (faults, g_strdup_printf (format, part));
}

/* A guard that somebody took away: the trigger that keeps the log, a CHECK, an index. */
static gboolean
check_schema (RangStore *store, GPtrArray *faults, GError **error)
{
  g_autoptr (GHashTable) intended = describe_intended (store->engine, error);
  g_autoptr (GHashTable) found = intended != NULL ? rang_engine_describe (store->engine, error) : NULL;
  GHashTableIter iter;
  gpointer part, definition;

  if (found == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, intended);
  while (g_hash_table_iter_next (&iter, &part, &definition))
    {
      const char *actual = g_hash_table_lookup (found, part);

      if (actual == NULL)
        /* Translators: %s is a part of the database, "trigger log_refuses_update" */
        say (faults, _ ("%s was taken away"), part);
      else if (!g_str_equal (actual, definition))
        /* Translators: %s is a part of the database, "table orders" */
        say (faults, _ ("%s was changed"), part);
    }
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &part, NULL))
    if (!g_hash_table_contains (intended, part))
      /* Translators: %s is a part of the database, "trigger intruder" */
      say (faults, _ ("%s is not of Rang"), part);
  return TRUE;
}

gboolean
rang_store_check (RangStore *store, GPtrArray *faults, GError **error)
{
  return rang_engine_check (store->engine, faults, error) && check_schema (store, faults, error);
}
