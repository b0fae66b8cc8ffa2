/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for SQLite as an engine: the file, its pragmas, its locks and what its errors mean. */
#include "store/rang-engine-sqlite.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>
#include <string.h>

#include "store/rang-sqlite-file.h"

#define PATIENCE_MS 10000
#define RETRY_MS 20

typedef struct
{
  RangEngine engine;
  sqlite3 *db;
  int patience;
} EngineSqlite;

static void
set_error (sqlite3 *db, int code, GError **error)
{
  RangStoreError what = RANG_STORE_ERROR_FAILED;
  const char *text = NULL;

  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      what = RANG_STORE_ERROR_BUSY;
      text = _ ("another program keeps writing to the store; try again in a moment");
      break;
    case SQLITE_CORRUPT:
      what = RANG_STORE_ERROR_CORRUPT;
      text = _ ("the store is damaged; restore a backup");
      break;
    case SQLITE_NOTADB:
      what = RANG_STORE_ERROR_NOT_A_STORE;
      text = _ ("the file is not a store of Rang; choose another file");
      break;
    case SQLITE_CONSTRAINT:
      what = RANG_STORE_ERROR_CONSTRAINT;
      text = _ ("the store refuses a state that cannot be; correct the entry");
      break;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      what = RANG_STORE_ERROR_PERMISSION;
      text = _ ("the store cannot be written here; change the rights of the file and its folder");
      break;
    case SQLITE_FULL:
      what = RANG_STORE_ERROR_FULL;
      text = _ ("the disk is full; make room and try again");
      break;
    case SQLITE_IOERR:
      what = RANG_STORE_ERROR_IO;
      text = _ ("the disk reported a fault; check it and restore a backup if need be");
      break;
    default:
      text = _ ("the store failed; please report this");
      break;
    }
  g_set_error (error, RANG_STORE_ERROR, what, "%s (SQLite: %s)", text, db != NULL ? sqlite3_errmsg (db) : "?");
}

static gboolean
run_script (RangEngine *engine, const char *sql, GError **error)
{
  EngineSqlite *self = (EngineSqlite *)engine;
  int code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);

  if (code == SQLITE_OK)
    return TRUE;
  set_error (self->db, code, error);
  return FALSE;
}

static void
engine_close (RangEngine *engine)
{
  EngineSqlite *self = (EngineSqlite *)engine;

  sqlite3_close_v2 (self->db);
  g_free (self);
}

/* `$1` is a named parameter to SQLite, numbered by first appearance. So that number and name agree the store's SQL
 * names its parameters in order; what does not is a fault of the statement and refused here. */
static gboolean
parameters_are_in_order (sqlite3_stmt *native)
{
  for (int i = 1; i <= sqlite3_bind_parameter_count (native); i++)
    {
      const char *name = sqlite3_bind_parameter_name (native, i);

      if (name == NULL || name[0] != '$' || g_ascii_strtoll (name + 1, NULL, 10) != i)
        return FALSE;
    }
  return TRUE;
}

static gpointer
prepare (RangEngine *engine, const char *sql, GError **error)
{
  EngineSqlite *self = (EngineSqlite *)engine;
  sqlite3_stmt *native = NULL;
  int code = sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &native, NULL);

  if (code != SQLITE_OK)
    {
      set_error (self->db, code, error);
      return NULL;
    }
  if (!parameters_are_in_order (native))
    {
      g_critical ("parameters out of order: %s", sql);
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_FAILED, "parameters out of order");
      sqlite3_finalize (native);
      return NULL;
    }
  return native;
}

static void
finalize (gpointer native)
{
  sqlite3_finalize (native);
}

static void
bind_int (gpointer native, int index, gint64 value)
{
  int code = sqlite3_bind_int64 (native, index + 1, value);

  g_return_if_fail (code == SQLITE_OK);
}

static void
bind_text (gpointer native, int index, const char *value)
{
  int code = sqlite3_bind_text (native, index + 1, value, -1, SQLITE_TRANSIENT);

  g_return_if_fail (code == SQLITE_OK);
}

static RangStep
step (RangEngine *engine, gpointer native, GError **error)
{
  int code = sqlite3_step (native);

  if (code == SQLITE_ROW)
    return RANG_STEP_ROW;
  if (code == SQLITE_DONE)
    return RANG_STEP_DONE;
  set_error (((EngineSqlite *)engine)->db, code, error);
  return RANG_STEP_ERROR;
}

static void
reset (gpointer native)
{
  sqlite3_reset (native);
  sqlite3_clear_bindings (native);
}

static RangColumnType
column_type (gpointer native, int index)
{
  switch (sqlite3_column_type (native, index))
    {
    case SQLITE_NULL:
      return RANG_COLUMN_NULL;
    case SQLITE_INTEGER:
      return RANG_COLUMN_INTEGER;
    case SQLITE_TEXT:
      return RANG_COLUMN_TEXT;
    default:
      return RANG_COLUMN_OTHER;
    }
}

static gint64
column_int (gpointer native, int index)
{
  return sqlite3_column_int64 (native, index);
}

static const char *
column_text (gpointer native, int index, gsize *length)
{
  const char *text = (const char *)sqlite3_column_text (native, index);

  *length = (gsize)sqlite3_column_bytes (native, index);
  return text;
}

static gboolean
begin (RangEngine *engine, gboolean write, GError **error)
{
  EngineSqlite *self = (EngineSqlite *)engine;
  const char *sql = write ? "BEGIN IMMEDIATE" : "BEGIN";
  int code;

  /* SQLite's own patience does not cover a log that another process is just recovering. */
  for (int waited = 0;; waited += RETRY_MS)
    {
      code = sqlite3_exec (self->db, sql, NULL, NULL, NULL);
      if ((code & 0xff) != SQLITE_BUSY || waited >= self->patience || code == SQLITE_BUSY)
        break;
      g_usleep (RETRY_MS * 1000);
    }
  if (code == SQLITE_OK)
    return TRUE;
  set_error (self->db, code, error);
  return FALSE;
}

static gboolean
commit (RangEngine *engine, GError **error)
{
  return run_script (engine, "COMMIT", error);
}

static void
rollback (RangEngine *engine)
{
  EngineSqlite *self = (EngineSqlite *)engine;

  if (!sqlite3_get_autocommit (self->db))
    sqlite3_exec (self->db, "ROLLBACK", NULL, NULL, NULL);
}

static void
set_patience (RangEngine *engine, int milliseconds)
{
  EngineSqlite *self = (EngineSqlite *)engine;

  self->patience = milliseconds;
  sqlite3_busy_timeout (self->db, milliseconds);
}

static gboolean
set_read_only (RangEngine *engine, GError **error)
{
  return run_script (engine, "PRAGMA query_only = ON", error);
}

static gint64
changes (RangEngine *engine)
{
  return sqlite3_changes64 (((EngineSqlite *)engine)->db);
}

static gboolean
read_pragma (sqlite3 *db, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *native = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &native, NULL);

  if (code == SQLITE_OK)
    code = sqlite3_step (native);
  *value = code == SQLITE_ROW ? sqlite3_column_int64 (native, 0) : 0;
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    set_error (db, code, error);
  sqlite3_finalize (native);
  return code == SQLITE_ROW || code == SQLITE_DONE;
}

static gint64
foreign_version (RangEngine *engine, GError **error)
{
  RangStatement *statement = rang_engine_prepare (engine, "PRAGMA data_version", NULL);

  return statement == NULL ? 0 : rang_statement_run_id (statement, NULL);
}

static int
get_schema (RangEngine *engine, GError **error)
{
  gint64 value;

  return read_pragma (((EngineSqlite *)engine)->db, "PRAGMA user_version", &value, error) ? (int)value : -1;
}

static gboolean
set_schema (RangEngine *engine, int schema, GError **error)
{
  g_autofree char *sql
      = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d", RANG_SQLITE_APPLICATION_ID, schema);

  return run_script (engine, sql, error);
}

static gboolean
backup (RangEngine *engine, const char *path, GError **error)
{
  EngineSqlite *self = (EngineSqlite *)engine;
  sqlite3 *copy = NULL;
  sqlite3_backup *work = NULL;
  int code = sqlite3_open_v2 (path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);

  if (code == SQLITE_OK)
    work = sqlite3_backup_init (copy, "main", self->db, "main");
  if (work != NULL)
    {
      int waited = 0;

      /* All pages in one step: one reading transaction, so others may write and the copy is of one moment. */
      while (((code = sqlite3_backup_step (work, -1)) & 0xff) == SQLITE_BUSY && waited < self->patience)
        {
          g_usleep (RETRY_MS * 1000);
          waited += RETRY_MS;
        }
      sqlite3_backup_finish (work);
    }
  if (code == SQLITE_OK)
    code = sqlite3_errcode (copy);
  if (code != SQLITE_DONE && code != SQLITE_OK)
    set_error (copy, code, error);
  sqlite3_close (copy);
  return code == SQLITE_DONE || code == SQLITE_OK;
}

static gboolean
collect (sqlite3 *db, const char *sql, const char *innocent, GPtrArray *faults, GError **error)
{
  sqlite3_stmt *native = NULL;
  int code = sqlite3_prepare_v2 (db, sql, -1, &native, NULL);

  while (code == SQLITE_OK && (code = sqlite3_step (native)) == SQLITE_ROW)
    {
      const char *text = (const char *)sqlite3_column_text (native, 0);

      if (g_strcmp0 (text, innocent) != 0)
        g_ptr_array_add (faults, g_strdup (text));
      code = SQLITE_OK;
    }
  if (code != SQLITE_DONE)
    set_error (db, code, error);
  sqlite3_finalize (native);
  return code == SQLITE_DONE;
}

static gboolean
check (RangEngine *engine, GPtrArray *faults, GError **error)
{
  sqlite3 *db = ((EngineSqlite *)engine)->db;

  return collect (db, "PRAGMA integrity_check", "ok", faults, error)
         && collect (db,
                     "SELECT \"table\" || ' row ' || coalesce (rowid, '?') || ' refers to no row of ' || parent "
                     "FROM pragma_foreign_key_check",
                     NULL, faults, error);
}

static GHashTable *
describe (RangEngine *engine, GError **error)
{
  RangStatement *row = rang_engine_prepare (
      engine,
      "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND substr (name, 1, 7) <> 'sqlite_'",
      error);
  g_autoptr (GHashTable) parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  RangStep step = RANG_STEP_ERROR;

  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      char *name = rang_row_dup_text (row);

      g_hash_table_insert (parts, name, rang_row_dup_text (row));
    }
  return step == RANG_STEP_DONE ? g_steal_pointer (&parts) : NULL;
}

static const RangEngineClass engine_class = {
  .name = "sqlite",
  .close = engine_close,
  .prepare = prepare,
  .finalize = finalize,
  .bind_int = bind_int,
  .bind_text = bind_text,
  .step = step,
  .reset = reset,
  .column_type = column_type,
  .column_int = column_int,
  .column_text = column_text,
  .run_script = run_script,
  .begin = begin,
  .commit = commit,
  .rollback = rollback,
  .set_patience = set_patience,
  .set_read_only = set_read_only,
  .changes = changes,
  .foreign_version = foreign_version,
  .get_schema = get_schema,
  .set_schema = set_schema,
  .backup = backup,
  .check = check,
  .describe = describe,
};

static gboolean
check_owner (EngineSqlite *self, GError **error)
{
  gint64 id;

  if (!read_pragma (self->db, "PRAGMA application_id", &id, error))
    return FALSE;
  if (id == RANG_SQLITE_APPLICATION_ID)
    return TRUE;
  g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_A_STORE, "%s",
               _ ("the file is a database of another program; choose another file"));
  return FALSE;
}

static EngineSqlite *
open_database (const char *path, GError **error)
{
  EngineSqlite *self = g_new0 (EngineSqlite, 1);
  int code;

  rang_engine_init (&self->engine, &engine_class);
  code = sqlite3_open_v2 (path, &self->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code == SQLITE_OK)
    return self;
  set_error (self->db, code, error);
  rang_engine_close (&self->engine);
  return NULL;
}

RangEngine *
rang_engine_sqlite_new_in_memory (GError **error)
{
  EngineSqlite *self = open_database (":memory:", error);

  return self != NULL ? &self->engine : NULL;
}

RangEngine *
rang_engine_sqlite_open (const char *path, RangEngineMode mode, GError **error)
{
  static const char pragmas[] = "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;"
                                "PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384";
  EngineSqlite *self;

  g_return_val_if_fail (path != NULL, NULL);

  if (!rang_sqlite_file_prepare (path, mode == RANG_ENGINE_CREATE, error))
    return NULL;
  self = open_database (path, error);
  if (self == NULL)
    return NULL;
  sqlite3_extended_result_codes (self->db, 1);
  set_patience (&self->engine, PATIENCE_MS);
  if ((mode != RANG_ENGINE_CREATE && !check_owner (self, error)) || !run_script (&self->engine, pragmas, error)
      || (mode != RANG_ENGINE_CREATE && !run_script (&self->engine, "PRAGMA journal_mode = WAL", error)))
    {
      rang_engine_close (&self->engine);
      return NULL;
    }
  self->engine.foreign_version = foreign_version (&self->engine, NULL);
  return &self->engine;
}
