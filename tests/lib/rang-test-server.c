/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for databases to test on, on the server that with-server.sh started. */
#include "lib/rang-test-server.h"

#include <libpq-fe.h>
#include <string.h>
#include <unistd.h>

gboolean
rang_test_server_is_wanted (void)
{
  const char *server = g_getenv ("RANG_TEST_SERVER");

  return server != NULL && *server != '\0';
}

static const char *
get_server (void)
{
  g_assert_true (rang_test_server_is_wanted ());
  return g_getenv ("RANG_TEST_SERVER");
}

char *
rang_test_server_sql (const char *location, const char *sql, char **message)
{
  PGconn *connection = PQconnectdb (location);
  PGresult *result;
  char *value = NULL;

  g_assert_cmpint (PQstatus (connection), ==, CONNECTION_OK);
  result = PQexec (connection, sql);
  if (PQresultStatus (result) == PGRES_TUPLES_OK && PQntuples (result) > 0 && !PQgetisnull (result, 0, 0))
    value = g_strdup (PQgetvalue (result, 0, 0));
  if (message != NULL)
    *message = g_strdup (PQresultErrorField (result, PG_DIAG_MESSAGE_PRIMARY));
  else
    g_assert_cmpstr (PQresultErrorMessage (result), ==, "");
  PQclear (result);
  PQfinish (connection);
  return value;
}

/* "postgresql://rang@/NAME?host=…": the name between the last "/" of the authority and "?". */
static char *
dup_name (const char *location)
{
  const char *from = strstr (location, "@/") + 2, *to = strchr (from, '?');

  return g_strndup (from, (gsize)(to - from));
}

static char *
locate (const char *name)
{
  return g_strdup_printf ("postgresql://rang@/%s%s", name, strchr (get_server (), '?'));
}

char *
rang_test_server_new_database (const char *like)
{
  static guint count;
  g_autofree char *name = g_strdup_printf ("test_%d_%u", (int)getpid (), count++);
  g_autofree char *template = like != NULL ? dup_name (like) : g_strdup ("template0");
  g_autofree char *sql = g_strdup_printf ("CREATE DATABASE %s TEMPLATE %s STRATEGY file_copy", name, template);

  g_free (rang_test_server_sql (get_server (), sql, NULL));
  return locate (name);
}

char *
rang_test_server_share (const char *name, void (*fill) (const char *location, gpointer data), gpointer data)
{
  g_autofree char *database = g_strconcat ("shared_", name, NULL);
  g_autofree char *ask = g_strdup_printf ("SELECT 1 FROM pg_database WHERE datname = '%s'", database);
  g_autofree char *found = rang_test_server_sql (get_server (), ask, NULL);

  if (found == NULL)
    {
      g_autofree char *location = rang_test_server_new_database (NULL), *new = dup_name (location), *sql = NULL,
                      *taken = NULL;

      fill (location, data);
      /* Under its name only when it is whole; another program may have been quicker. */
      sql = g_strdup_printf ("ALTER DATABASE %s RENAME TO %s", new, database);
      g_free (rang_test_server_sql (get_server (), sql, &taken));
      if (taken != NULL)
        {
          g_autofree char *twin = rang_test_server_sql (get_server (), ask, NULL);

          g_assert_cmpstr (twin, ==, "1");
          rang_test_server_drop (location);
        }
    }
  return locate (database);
}

void
rang_test_server_drop (const char *location)
{
  g_autofree char *name = dup_name (location);
  g_autofree char *sql = g_strdup_printf ("DROP DATABASE %s WITH (FORCE)", name);
  g_auto (GStrv) parts = g_strsplit (get_server (), "//rang@", 2);
  /* The server may be tidying it up, and nobody but a superuser ends what the server does itself. */
  g_autofree char *admin = g_strconcat (parts[0], "//rang_admin@", parts[1], NULL);

  g_free (rang_test_server_sql (admin, sql, NULL));
}
