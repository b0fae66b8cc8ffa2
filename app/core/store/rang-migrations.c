/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for bringing a store of any age to the newest schema. */
#include "store/rang-migrations.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "rang-migrations-resource.h"

#define FOLDER "/ro/rang/migrations"

static GResource *
get_scripts (void)
{
  static gsize registered;

  if (g_once_init_enter (&registered))
    {
      rang_migrations_register_resource ();
      g_once_init_leave (&registered, 1);
    }
  return rang_migrations_get_resource ();
}

static int
script_number (const char *name)
{
  return (int)g_ascii_strtoll (name, NULL, 10);
}

/* The name of the script with @number, or of the last if @number is 0. */
static char *
dup_script_name (int number, int *found)
{
  g_auto (GStrv) names = g_resource_enumerate_children (get_scripts (), FOLDER, 0, NULL);
  int best = 0;
  char *name = NULL;

  for (gsize i = 0; names != NULL && names[i] != NULL; i++)
    {
      int candidate = script_number (names[i]);

      if (candidate > best && (number == 0 || candidate == number))
        {
          best = candidate;
          g_free (name);
          name = g_strdup (names[i]);
        }
    }
  *found = best;
  return name;
}

int
rang_migrations_newest (void)
{
  int newest;
  g_autofree char *name = dup_script_name (0, &newest);

  return newest;
}

static GBytes *
load_script (int number, GError **error)
{
  int found;
  g_autofree char *name = dup_script_name (number, &found);
  g_autofree char *path = name != NULL ? g_strconcat (FOLDER "/", name, NULL) : NULL;

  if (path == NULL)
    {
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_FAILED, "no migration %d", number);
      return NULL;
    }
  return g_resource_lookup_data (get_scripts (), path, 0, error);
}

GBytes *
rang_migrations_load_server_script (const char *name)
{
  g_autofree char *path = g_strconcat ("/ro/rang/server/", name, NULL);

  return g_resource_lookup_data (get_scripts (), path, 0, NULL);
}

/* Runs the script that follows the schema as it is once nobody else can write; another process may have been first. */
static gboolean
run_next (RangEngine *engine, int last, GError **error)
{
  int schema = rang_engine_get_schema (engine, error);
  g_autoptr (GBytes) script = NULL;

  if (schema < 0)
    return FALSE;
  if (schema >= last)
    return TRUE;
  script = load_script (schema + 1, error);
  return script != NULL && rang_engine_run_script (engine, g_bytes_get_data (script, NULL), error)
         && rang_engine_set_schema (engine, schema + 1, error);
}

gboolean
rang_migrations_run_to (RangEngine *engine, int last, GError **error)
{
  for (;;)
    {
      int schema = rang_engine_get_schema (engine, error);

      if (schema < 0)
        return FALSE;
      if (schema > rang_migrations_newest ())
        {
          g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_TOO_NEW,
                       /* Translators: both %d are numbers of schemas */
                       _ ("the store was written by a newer Rang (schema %d, this one knows %d); update Rang"), schema,
                       rang_migrations_newest ());
          return FALSE;
        }
      if (schema >= last)
        return TRUE;
      if (!rang_engine_begin (engine, TRUE, error))
        return FALSE;
      if (!run_next (engine, last, error) || !rang_engine_commit (engine, error))
        {
          rang_engine_rollback (engine);
          return FALSE;
        }
    }
}

static char *
dup_all (GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (int i = 1; i <= rang_migrations_newest (); i++)
    {
      g_autoptr (GBytes) script = load_script (i, error);

      if (script == NULL)
        return NULL;
      g_string_append (all, g_bytes_get_data (script, NULL));
    }
  return g_strdup (all->str);
}

gboolean
rang_migrations_run_new (RangEngine *engine, GError **error)
{
  g_autofree char *scripts = dup_all (error);

  if (scripts == NULL || !rang_migrations_run (engine, error) || !rang_engine_begin (engine, TRUE, error))
    return FALSE;
  if (rang_engine_found_office (engine, scripts, error) && rang_engine_commit (engine, error))
    return TRUE;
  rang_engine_rollback (engine);
  return FALSE;
}

gboolean
rang_migrations_run_here (RangEngine *engine, GError **error)
{
  int last = rang_migrations_newest ();

  for (int i = rang_engine_get_schema (engine, error); i < last; i++)
    if (i < 0 || !run_next (engine, last, error))
      return FALSE;
  return TRUE;
}

gboolean
rang_migrations_run (RangEngine *engine, GError **error)
{
  return rang_migrations_run_to (engine, rang_migrations_newest (), error);
}
