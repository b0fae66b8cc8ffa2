/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for PostgreSQL as an engine: transactions, and what became of a commit whose answer was lost. */
#include "store/rang-engine-postgresql.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "store/rang-postgresql-catalog.h"
#include "store/rang-postgresql-connection.h"
#include "store/rang-postgresql-dialect.h"
#include "store/rang-postgresql-statement.h"

#define PATIENCE_MS 10000
#define RETRY_MS 100

typedef struct
{
  RangEngine engine;
  RangPostgresqlConnection connection;
  int patience;
  gboolean writing;
  int backend;     /* the server's process that runs the transaction that writes */
  char *commit_id; /* by which the transaction that writes is looked up */
} EnginePostgresql;

static void
engine_close (RangEngine *engine)
{
  EnginePostgresql *self = (EnginePostgresql *)engine;

  rang_postgresql_disconnect (&self->connection);
  g_free (self->commit_id);
  g_free (self);
}

static gpointer
prepare (RangEngine *engine, const char *sql, GError **error)
{
  return rang_postgresql_statement_new (&((EnginePostgresql *)engine)->connection, sql);
}

static RangStep
step (RangEngine *engine, gpointer native, GError **error)
{
  return rang_postgresql_statement_step (native, error);
}

/* Only where nothing is written: what is sent ahead is answered as of now. */
static gboolean
begin_prefetch (RangEngine *engine)
{
  RangPostgresqlConnection *connection = &((EnginePostgresql *)engine)->connection;

  if (!connection->in_transaction || ((EnginePostgresql *)engine)->writing || PQstatus (connection->pg) != CONNECTION_OK)
    return FALSE;
  rang_postgresql_pipeline_settle (&connection->pipeline);
  return TRUE;
}

static void
send_ahead (RangEngine *engine, gpointer native)
{
  rang_postgresql_statement_send (native);
}

static void
end_prefetch (RangEngine *engine)
{
  rang_postgresql_pipeline_flush (&((EnginePostgresql *)engine)->connection.pipeline);
}

static gboolean
run_script (RangEngine *engine, const char *sql, GError **error)
{
  EnginePostgresql *self = (EnginePostgresql *)engine;
  g_autofree char *script = rang_postgresql_dialect (sql);

  return rang_postgresql_catalog_prepare (&self->connection, error)
         && rang_postgresql_do (&self->connection, script, error);
}

static gboolean
found_office (RangEngine *engine, const char *scripts, GError **error)
{
  EnginePostgresql *self = (EnginePostgresql *)engine;
  g_autofree char *rows = rang_postgresql_dialect_rows (scripts);

  return rang_postgresql_catalog_add_office (&self->connection, error)
         && rang_postgresql_do (&self->connection, rows, error);
}

static void
rollback (RangEngine *engine)
{
  EnginePostgresql *self = (EnginePostgresql *)engine;

  rang_postgresql_pipeline_forget (&self->connection.pipeline);
  if (self->connection.in_transaction && PQstatus (self->connection.pg) == CONNECTION_OK)
    rang_postgresql_do (&self->connection, "ROLLBACK", NULL);
  self->connection.in_transaction = self->writing = FALSE;
}

static void
note_seen (EnginePostgresql *self, gint64 seen)
{
  self->connection.heard += seen != self->connection.seen ? 1 : 0;
  self->connection.seen = seen;
}

static gboolean
begin_with (EnginePostgresql *self, const char *sql, GError **error)
{
  if (!rang_postgresql_revive (&self->connection, error))
    return FALSE;
  self->connection.in_transaction = TRUE;
  if (rang_postgresql_do (&self->connection, sql, error))
    return TRUE;
  rollback (&self->engine);
  return FALSE;
}

/* Begins; the statements end with RANG_POSTGRESQL_SEEN, so that the same trip tells whether others have committed. */
static gboolean
begin_seeing (EnginePostgresql *self, const char *sql, GError **error)
{
  gint64 seen;

  if (!rang_postgresql_revive (&self->connection, error))
    return FALSE;
  self->connection.in_transaction = TRUE;
  seen = rang_postgresql_read_number (&self->connection, sql, error);
  if (seen < 0)
    {
      rollback (&self->engine);
      return FALSE;
    }
  note_seen (self, seen);
  return TRUE;
}

/* All of it in one trip. Who may write has the lock, so a statement sees all that was committed before it. A laptop that
 * falls asleep with the lock loses it: the server ends who says nothing for twice as long as others wait. */
static gboolean
begin (RangEngine *engine, gboolean write, GError **error)
{
  EnginePostgresql *self = (EnginePostgresql *)engine;
  g_autofree char *sql = NULL;
  /* A connection that broke while nobody looked is found by the first trip, which may then be made again. */
  gboolean fresh = FALSE;

  if (!write)
    sql = g_strdup ("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; " RANG_POSTGRESQL_SEEN);
  else
    sql = g_strdup_printf ("BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL lock_timeout = %d; "
                           "SET LOCAL idle_in_transaction_session_timeout = %d; "
                           "SELECT pg_advisory_xact_lock (%d, %d); " RANG_POSTGRESQL_SEEN,
                           MAX (self->patience, 1), 2 * MAX (self->patience, 1), RANG_POSTGRESQL_LOCK, (int)self->connection.office);
  for (;; fresh = TRUE)
    {
      g_autoptr (GError) why = NULL;

      if (begin_seeing (self, sql, &why))
        break;
      if (fresh || PQstatus (self->connection.pg) == CONNECTION_OK)
        {
          g_propagate_error (error, g_steal_pointer (&why));
          return FALSE;
        }
    }
  self->writing = write;
  self->backend = PQbackendPID (self->connection.pg);
  g_free (self->commit_id);
  self->commit_id = write ? g_uuid_string_random () : NULL;
  return TRUE;
}

/* The answer to a commit did not come. The server's process that was to do it is ended if it is still there; once the
 * lock is free it has either committed or not, and the id tells. */
static gboolean
look_up_commit (EnginePostgresql *self, GError **error)
{
  g_autofree char *end = g_strdup_printf (
      "SELECT count (pg_terminate_backend (pid)) FROM pg_stat_activity WHERE pid = %d AND pid <> pg_backend_pid () "
      "AND usename = session_user AND application_name ~ '^rang(/|$)'",
      self->backend);
  g_autofree char *look
      = g_strdup_printf ("BEGIN; SET LOCAL lock_timeout = %d; SELECT pg_advisory_xact_lock (%d, %d); "
                         "SELECT count (*) FROM rang_commits WHERE id = '%s'",
                         PATIENCE_MS, RANG_POSTGRESQL_LOCK, (int)self->connection.office, self->commit_id);
  gint64 found = -1;

  for (int waited = 0; found < 0 && waited <= self->patience; waited += RETRY_MS)
    {
      if (waited > 0)
        g_usleep (RETRY_MS * 1000);
      if (rang_postgresql_revive (&self->connection, NULL)
          && rang_postgresql_read_number (&self->connection, end, NULL) >= 0)
        {
          found = rang_postgresql_read_number (&self->connection, look, NULL);
          rang_postgresql_do (&self->connection, "ROLLBACK", NULL);
        }
    }
  if (found > 0)
    return TRUE;
  g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_SERVER, "%s",
               found == 0 ? _ ("the connection to the server broke; nothing was changed, try again")
                          : _ ("the connection to the server broke while a change was saved; once it is back, look "
                               "whether the change is there before you repeat it"));
  return FALSE;
}

/* All of it in one trip, too. */
static char *
dup_commit (EnginePostgresql *self)
{
  return self->writing ? g_strdup_printf ("SELECT rang_commit ('%s'); COMMIT", self->commit_id) : g_strdup ("COMMIT");
}

static gboolean
commit (RangEngine *engine, GError **error)
{
  EnginePostgresql *self = (EnginePostgresql *)engine;
  g_autofree char *sql = dup_commit (self);
  g_autoptr (GError) why = NULL;
  g_autoptr (PGresult) result = NULL;
  gboolean writing = self->writing;

  rang_postgresql_pipeline_forget (&self->connection.pipeline);
  result = rang_postgresql_run (&self->connection, sql, &why);
  if (result != NULL)
    {
      gboolean good = g_str_equal (PQcmdStatus (result), "COMMIT");

      self->connection.in_transaction = self->writing = FALSE;
      self->connection.seen += good && writing ? 1 : 0;
      if (!good)
        g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_FAILED, "the server rolled the change back");
      return good;
    }
  if (PQstatus (self->connection.pg) == CONNECTION_OK)
    {
      g_propagate_error (error, g_steal_pointer (&why));
      return FALSE;
    }
  self->connection.in_transaction = self->writing = FALSE;
  return !writing || look_up_commit (self, error);
}

static void
set_patience (RangEngine *engine, int milliseconds)
{
  ((EnginePostgresql *)engine)->patience = milliseconds;
}

static gboolean
set_read_only (RangEngine *engine, GError **error)
{
  EnginePostgresql *self = (EnginePostgresql *)engine;

  self->connection.read_only = TRUE;
  return rang_postgresql_do (&self->connection, "SET default_transaction_read_only = on", error);
}

static gint64
changes (RangEngine *engine)
{
  return ((EnginePostgresql *)engine)->connection.changes;
}

static gint64
foreign_version (RangEngine *engine, GError **error)
{
  EnginePostgresql *self = (EnginePostgresql *)engine;

  rang_postgresql_listen (&self->connection);
  self->connection.news = FALSE;
  if (!self->connection.in_transaction && rang_postgresql_revive (&self->connection, error))
    {
      gint64 seen = rang_postgresql_read_number (&self->connection, RANG_POSTGRESQL_SEEN, error);

      if (seen >= 0)
        note_seen (self, seen);
    }
  return self->connection.heard;
}

static int
get_wake_fd (RangEngine *engine)
{
  return PQsocket (((EnginePostgresql *)engine)->connection.pg);
}

static gboolean
has_news (RangEngine *engine)
{
  RangPostgresqlConnection *connection = &((EnginePostgresql *)engine)->connection;

  rang_postgresql_listen (connection);
  return connection->news;
}

/* Who asks in a transaction that writes is about to change it, for all offices of the database. */
static int
get_schema (RangEngine *engine, GError **error)
{
  EnginePostgresql *self = (EnginePostgresql *)engine;
  g_autofree char *lock = g_strdup_printf ("SELECT pg_advisory_xact_lock (%d)", RANG_POSTGRESQL_LOCK);

  if (self->writing && !rang_postgresql_do (&self->connection, lock, error))
    return -1;
  return rang_postgresql_catalog_get_schema (&self->connection, error);
}

static gboolean
set_schema (RangEngine *engine, int schema, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("UPDATE rang_engine SET schema = %d", schema);

  return rang_postgresql_do (&((EnginePostgresql *)engine)->connection, sql, error);
}

static gboolean
check (RangEngine *engine, GPtrArray *faults, GError **error)
{
  return rang_postgresql_catalog_check (&((EnginePostgresql *)engine)->connection, faults, error);
}

static GHashTable *
describe (RangEngine *engine, GError **error)
{
  return rang_postgresql_catalog_describe (&((EnginePostgresql *)engine)->connection, error);
}

static gboolean
scratch (RangEngine *engine, GError **error)
{
  return begin_with ((EnginePostgresql *)engine,
                     "BEGIN; CREATE SCHEMA rang_scratch; SET LOCAL search_path = rang_scratch", error);
}

static void
count_rows (RangEngine *engine)
{
  g_autoptr (GError) error = NULL;

  if (!run_script (engine,
                   "DO $body$ DECLARE t regclass; BEGIN FOR t IN SELECT oid FROM pg_class WHERE relnamespace = "
                   "current_schema ()::regnamespace AND relkind IN ('r', 'p') AND pg_has_role (relowner, 'USAGE') "
                   "LOOP EXECUTE format ('ANALYZE %s', t); END LOOP; END $body$",
                   &error))
    g_debug ("rows not counted: %s", error->message);
}

static const RangEngineClass engine_class = {
  .name = "postgresql",
  .close = engine_close,
  .prepare = prepare,
  .finalize = rang_postgresql_statement_free,
  .bind_int = rang_postgresql_statement_bind_int,
  .bind_text = rang_postgresql_statement_bind_text,
  .step = step,
  .begin_prefetch = begin_prefetch,
  .send_ahead = send_ahead,
  .end_prefetch = end_prefetch,
  .reset = rang_postgresql_statement_reset,
  .column_type = rang_postgresql_statement_column_type,
  .column_int = rang_postgresql_statement_column_int,
  .column_text = rang_postgresql_statement_column_text,
  .run_script = run_script,
  .found_office = found_office,
  .begin = begin,
  .commit = commit,
  .rollback = rollback,
  .set_patience = set_patience,
  .set_read_only = set_read_only,
  .changes = changes,
  .foreign_version = foreign_version,
  .get_wake_fd = get_wake_fd,
  .has_news = has_news,
  .get_schema = get_schema,
  .set_schema = set_schema,
  .check = check,
  .describe = describe,
  .scratch = scratch,
  .count_rows = count_rows,
};

gboolean
rang_engine_is_postgresql (RangEngine *engine)
{
  return engine->klass == &engine_class;
}

gboolean
rang_engine_postgresql_run (RangEngine *engine, const char *sql, GError **error)
{
  return rang_postgresql_do (&((EnginePostgresql *)engine)->connection, sql, error);
}

gboolean
rang_engine_postgresql_set_name (RangEngine *engine, const char *name, GError **error)
{
  return rang_postgresql_set_name (&((EnginePostgresql *)engine)->connection, name, error);
}

char *
rang_engine_postgresql_seal (RangEngine *engine, const char *role, const char *password, GError **error)
{
  RangPostgresqlConnection *connection = &((EnginePostgresql *)engine)->connection;
  char *sealed = PQencryptPasswordConn (connection->pg, password, role, NULL);
  char *copy = g_strdup (sealed);

  if (sealed == NULL)
    rang_postgresql_set_error (connection, NULL, error);
  PQfreemem (sealed);
  return copy;
}

RangEngine *
rang_engine_postgresql_open (const char *location, RangEngineMode mode, GError **error)
{
  EnginePostgresql *self = g_new0 (EnginePostgresql, 1);

  rang_engine_init (&self->engine, &engine_class);
  self->patience = PATIENCE_MS;
  if (!rang_postgresql_connect (&self->connection, location, error)
      || !rang_postgresql_catalog_admit (&self->connection, mode, error))
    {
      rang_engine_close (&self->engine);
      return NULL;
    }
  self->engine.foreign_version = self->connection.heard;
  return &self->engine;
}
