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

char *
rang_test_server_new_database (const char *like)
{
  static guint count;
  g_autofree char *name = g_strdup_printf ("test_%d_%u", (int)getpid (), count++);
  g_autofree char *template = like != NULL ? dup_name (like) : g_strdup ("template0");
  g_autofree char *sql = g_strdup_printf ("CREATE DATABASE %s TEMPLATE %s STRATEGY file_copy", name, template);
  const char *server = get_server (), *host = strchr (server, '?');

  g_free (rang_test_server_sql (server, sql, NULL));
  return g_strdup_printf ("postgresql://rang@/%s%s", name, host);
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
