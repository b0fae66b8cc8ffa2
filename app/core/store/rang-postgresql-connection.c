/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the connection to a PostgreSQL server: making and mending it, hearing others, and what its errors mean.
 */
#include "store/rang-postgresql-connection.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "store/rang-engine-postgresql.h"
#include "store/rang-keyring.h"

/* Seconds for each host that the name stands for; libpq knows no shorter wait than two. */
#define CONNECT_SECONDS "10"
/* A line that was cut without a word (a laptop that slept, a cable) is noticed after so long. */
#define SILENT_SECONDS "15"
/* The server, too, notices in time that nobody is there any more. */
#define STILL_THERE                                                                                                    \
  "SET tcp_keepalives_idle = " SILENT_SECONDS "; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; "

/* Whether row-level security holds for who connects; of a database without Rang's tables nobody needs to know. */
#define IS_FENCED "SELECT coalesce (row_security_active (to_regclass ('settings')), true)::int"

/* Who sees past row-level security would see all offices at once: it acts as the role that owns them, if that one does
 * not. */
#define AS_OWNER                                                                                                       \
  "SELECT set_config ('role', o.rolname, false) FROM pg_class c JOIN pg_roles o ON o.oid = c.relowner "                \
  "JOIN pg_roles me ON me.rolname = session_user WHERE c.oid = to_regclass ('rang_engine') "                           \
  "AND (me.rolsuper OR me.rolbypassrls) AND NOT (o.rolsuper OR o.rolbypassrls)"

gboolean
rang_postgresql_is_location (const char *location)
{
  return g_str_has_prefix (location, "postgresql://") || g_str_has_prefix (location, "postgres://");
}

char *
rang_postgresql_dup_public_location (const char *location)
{
  g_autoptr (GRegex) secret = g_regex_new ("(?<=://)([^/@?]*?):[^/@?]*@", 0, 0, NULL);
  g_autoptr (GRegex) parameter = g_regex_new ("([?&])password=[^&]*&?", 0, 0, NULL);
  g_autofree char *plain = g_regex_replace (secret, location, -1, 0, "\\1@", 0, NULL);

  return g_regex_replace (parameter, plain, -1, 0, "\\1", 0, NULL);
}

typedef struct
{
  const char *state; /* the beginning of an SQLSTATE */
  RangStoreError code;
  const char *text;
} Meaning;

/* https://www.postgresql.org/docs/current/errcodes-appendix.html; the first that fits counts. */
static const Meaning meanings[] = {
  { "23", RANG_STORE_ERROR_CONSTRAINT, N_ ("the store refuses a state that cannot be; correct the entry") },
  /* A table or a column that is there already, or is not: the number of the schema and the schema disagree. */
  { "42P07", RANG_STORE_ERROR_CORRUPT, N_ ("the database is half way between two versions of Rang; restore a backup") },
  { "42701", RANG_STORE_ERROR_CORRUPT, N_ ("the database is half way between two versions of Rang; restore a backup") },
  { "42P01", RANG_STORE_ERROR_CORRUPT, N_ ("the database is half way between two versions of Rang; restore a backup") },
  { "42703", RANG_STORE_ERROR_CORRUPT, N_ ("the database is half way between two versions of Rang; restore a backup") },
  { "55P03", RANG_STORE_ERROR_BUSY, N_ ("another program keeps writing to the store; try again in a moment") },
  { "40", RANG_STORE_ERROR_BUSY, N_ ("another program keeps writing to the store; try again in a moment") },
  { "53100", RANG_STORE_ERROR_FULL, N_ ("the server’s disk is full; make room there and try again") },
  { "53", RANG_STORE_ERROR_SERVER, N_ ("the server has too much to do; try again in a moment") },
  { "42501", RANG_STORE_ERROR_PERMISSION, N_ ("the server does not allow that; ask who runs it for the right") },
  { "25006", RANG_STORE_ERROR_PERMISSION, N_ ("the store can only be read here") },
  { "28", RANG_STORE_ERROR_SIGN_IN, N_ ("the server refuses name or password; correct them and try again") },
  { "3D000", RANG_STORE_ERROR_NOT_FOUND, N_ ("the server has no such database; correct its name or make it there") },
  { "57", RANG_STORE_ERROR_SERVER, N_ ("the server is being stopped or started; try again in a moment") },
  { "08", RANG_STORE_ERROR_SERVER, N_ ("the connection to the server broke; try again in a moment") },
  { "XX", RANG_STORE_ERROR_CORRUPT, N_ ("the store is damaged; restore a backup") },
};

static const Meaning *
find_meaning (const char *state)
{
  for (gsize i = 0; state != NULL && i < G_N_ELEMENTS (meanings); i++)
    if (g_str_has_prefix (state, meanings[i].state))
      return &meanings[i];
  return NULL;
}

/* The first line of what the server or libpq says. */
static char *
dup_first_line (const char *text)
{
  const char *end = strpbrk (text, "\r\n");

  return end != NULL ? g_strndup (text, (gsize)(end - text)) : g_strdup (text);
}

void
rang_postgresql_set_error (RangPostgresqlConnection *self, const PGresult *result, GError **error)
{
  const char *state = result != NULL ? PQresultErrorField (result, PG_DIAG_SQLSTATE) : NULL;
  const char *said = result != NULL ? PQresultErrorField (result, PG_DIAG_MESSAGE_PRIMARY) : NULL;
  g_autofree char *line = dup_first_line (said != NULL ? said : PQerrorMessage (self->pg));
  const Meaning *meaning = find_meaning (state);

  if (meaning == NULL && PQstatus (self->pg) != CONNECTION_OK)
    meaning = find_meaning ("08");
  g_set_error (error, RANG_STORE_ERROR, (int)(meaning != NULL ? meaning->code : RANG_STORE_ERROR_FAILED),
               "%s (PostgreSQL: %s)", meaning != NULL ? _ (meaning->text) : _ ("the store failed; please report this"),
               line);
}

PGresult *
rang_postgresql_run (RangPostgresqlConnection *self, const char *sql, GError **error)
{
  g_autoptr (PGresult) result = NULL;
  ExecStatusType status;

  rang_postgresql_pipeline_settle (&self->pipeline);
  result = PQexec (self->pg, sql);
  status = PQresultStatus (result);

  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY)
    return g_steal_pointer (&result);
  rang_postgresql_set_error (self, result, error);
  return NULL;
}

gboolean
rang_postgresql_do (RangPostgresqlConnection *self, const char *sql, GError **error)
{
  g_autoptr (PGresult) result = rang_postgresql_run (self, sql, error);

  return result != NULL;
}

gint64
rang_postgresql_read_number (RangPostgresqlConnection *self, const char *sql, GError **error)
{
  g_autoptr (PGresult) result = rang_postgresql_run (self, sql, error);

  if (result == NULL)
    return -1;
  if (PQntuples (result) == 0 || PQgetisnull (result, 0, 0))
    return 0;
  return g_ascii_strtoll (PQgetvalue (result, 0, 0), NULL, 10);
}

static void
ignore_notice (void *data, const PGresult *result)
{
}

/* What libpq says when it cannot connect has no SQLSTATE; the words of the server for the common cases are known. */
static void
set_connect_error (RangPostgresqlConnection *self, GError **error)
{
  g_autofree char *location = rang_postgresql_dup_public_location (self->location);
  g_autofree char *line = dup_first_line (PQerrorMessage (self->pg));
  RangStoreError code = RANG_STORE_ERROR_SERVER;
  const char *text;

  if (strstr (line, "does not exist") != NULL && strstr (line, "database") != NULL)
    {
      code = RANG_STORE_ERROR_NOT_FOUND;
      text = _ ("the server has no such database; correct its name or make it there");
    }
  else if (strstr (line, "certificate") != NULL || strstr (line, "SSL") != NULL)
    {
      code = RANG_STORE_ERROR_CERTIFICATE;
      text = _ ("the server’s certificate is not trusted; name the right one with sslrootcert");
    }
  else if (PQconnectionNeedsPassword (self->pg))
    {
      code = RANG_STORE_ERROR_SIGN_IN;
      text = _ ("the server asks for a password; put it into libpq’s password file or the desktop’s keyring");
    }
  else if (strstr (line, "authentication failed") != NULL || strstr (line, "role") != NULL)
    {
      code = RANG_STORE_ERROR_SIGN_IN;
      text = _ ("the server refuses name or password; correct them and try again");
    }
  else
    text = _ ("the server does not answer; check the address and whether it runs");
  g_set_error (error, RANG_STORE_ERROR, code, "%s: %s (PostgreSQL: %s)", location, text, line);
}

/* @password: (nullable): beside what libpq finds by itself */
static void
call_server (RangPostgresqlConnection *self, const char *password)
{
  /* The address comes last and can say otherwise. */
  const char *keywords[] = { "keepalives_idle",
                             "keepalives_interval",
                             "keepalives_count",
                             "tcp_user_timeout",
                             "connect_timeout",
                             "client_encoding",
                             "fallback_application_name",
                             "dbname",
                             password != NULL ? "password" : NULL,
                             NULL };
  const char *values[] = { SILENT_SECONDS,
                           "5",
                           "3",
                           SILENT_SECONDS "000",
                           CONNECT_SECONDS,
                           "UTF8",
                           "rang",
                           self->location,
                           password,
                           NULL };

  rang_postgresql_pipeline_drop (&self->pipeline);
  PQfinish (self->pg);
  self->pg = PQconnectdbParams (keywords, values, TRUE);
}

static gboolean
connect_now (RangPostgresqlConnection *self, GError **error)
{
  gint64 fenced;

  call_server (self, NULL);
  if (PQstatus (self->pg) != CONNECTION_OK && PQconnectionNeedsPassword (self->pg))
    {
      g_autofree char *password = rang_keyring_dup_password (self->location);

      if (password != NULL)
        call_server (self, password);
    }
  if (PQstatus (self->pg) != CONNECTION_OK)
    {
      set_connect_error (self, error);
      return FALSE;
    }
  PQsetNoticeReceiver (self->pg, ignore_notice, NULL);
  if (PQserverVersion (self->pg) < RANG_POSTGRESQL_OLDEST * 10000)
    {
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_SERVER,
                   /* Translators: both %d are versions of PostgreSQL */
                   _ ("the server’s PostgreSQL %d is too old; Rang needs version %d or newer"),
                   PQserverVersion (self->pg) / 10000, RANG_POSTGRESQL_OLDEST);
      return FALSE;
    }
  self->heard++;
  if (self->read_only && !rang_postgresql_do (self, "SET default_transaction_read_only = on", error))
    return FALSE;
  fenced = rang_postgresql_read_number (
      self, "SET standard_conforming_strings = on; SET synchronous_commit = on; " STILL_THERE IS_FENCED, error);
  return fenced >= 0 && (fenced != 0 || rang_postgresql_do (self, AS_OWNER, error))
         && (self->office == 0 || rang_postgresql_enter (self, self->office, error));
}

static gboolean
say_name (RangPostgresqlConnection *self, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SET application_name = 'rang/%" PRId64 " %s'", self->office, self->name);

  return rang_postgresql_do (self, sql, error);
}

gboolean
rang_postgresql_set_name (RangPostgresqlConnection *self, const char *name, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("NOTIFY rang_%" PRId64, self->office);

  if (g_strcmp0 (self->name, name) == 0)
    return TRUE;
  g_free (self->name);
  self->name = g_strdup (name);
  if (!say_name (self, error))
    return FALSE;
  /* A standby tells nobody; those who ask find it. */
  rang_postgresql_do (self, sql, NULL);
  return TRUE;
}

gboolean
rang_postgresql_enter (RangPostgresqlConnection *self, gint64 office, GError **error)
{
  const char *standby = PQparameterStatus (self->pg, "in_hot_standby");
  /* A standby, which takes no changes, cannot tell of them either: it is asked. */
  gboolean tells = g_strcmp0 (standby, "on") != 0;
  g_autofree char *listen = tells ? g_strdup_printf ("LISTEN rang_%" PRId64 "; ", office) : g_strdup ("");
  g_autofree char *sql = g_strdup_printf ("SET rang.office = %" PRId64 "; %s" RANG_POSTGRESQL_SEEN, office, listen);
  gint64 seen;

  self->office = office;
  if (self->name != NULL && !say_name (self, error))
    return FALSE;
  seen = rang_postgresql_read_number (self, sql, error);
  if (seen < 0)
    return FALSE;
  self->seen = seen;
  return TRUE;
}

/* "…?office=NAME&…": the one parameter that is not libpq's. */
static void
part_location (RangPostgresqlConnection *self, const char *location)
{
  g_autoptr (GRegex) parameter = g_regex_new ("([?&])office=([^&]*)(&|$)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *name = NULL, *rest = NULL;

  if (g_regex_match (parameter, location, 0, &match))
    {
      name = g_match_info_fetch (match, 2);
      self->wanted = g_uri_unescape_string (name, NULL);
    }
  rest = g_regex_replace (parameter, location, -1, 0, "\\1", 0, NULL);
  g_free (self->location);
  self->location = g_strdup (rest);
  if (g_str_has_suffix (rest, "?") || g_str_has_suffix (rest, "&"))
    self->location[strlen (rest) - 1] = '\0';
}

gboolean
rang_postgresql_connect (RangPostgresqlConnection *self, const char *location, GError **error)
{
  g_autofree char *public = rang_postgresql_dup_public_location (location);

  part_location (self, location);
  if (!g_str_equal (public, location))
    {
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_SERVER,
                   /* Translators: %s is the address of a database, without the password that stood in it */
                   _ ("%s: a password in an address can be read by others; put it into libpq’s password file"), public);
      return FALSE;
    }
  return connect_now (self, error);
}

void
rang_postgresql_disconnect (RangPostgresqlConnection *self)
{
  rang_postgresql_pipeline_drop (&self->pipeline);
  PQfinish (self->pg);
  self->pg = NULL;
  g_clear_pointer (&self->location, g_free);
  g_clear_pointer (&self->wanted, g_free);
  g_clear_pointer (&self->name, g_free);
}

gboolean
rang_postgresql_revive (RangPostgresqlConnection *self, GError **error)
{
  if (PQstatus (self->pg) == CONNECTION_OK)
    return TRUE;
  if (self->in_transaction)
    {
      rang_postgresql_set_error (self, NULL, error);
      return FALSE;
    }
  return connect_now (self, error);
}

void
rang_postgresql_listen (RangPostgresqlConnection *self)
{
  PGnotify *notification;

  PQconsumeInput (self->pg);
  while ((notification = PQnotifies (self->pg)) != NULL)
    {
      self->news = self->news || notification->be_pid != PQbackendPID (self->pg);
      PQfreemem (notification);
    }
  self->news = self->news || PQstatus (self->pg) != CONNECTION_OK;
}
