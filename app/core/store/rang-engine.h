/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rang-store-error.h"

G_BEGIN_DECLS

/**
 * RangEngine:
 *
 * What the store needs of a database, and all it needs. SQL above this interface is portable between SQLite and
 * PostgreSQL: parameters are `$1`, `$2` …, numbers are 64-bit integers, texts UTF-8, truth is 0 or 1, new ids come by
 * `RETURNING`, "insert or change" by `ON CONFLICT (…) DO UPDATE`. An engine belongs to one thread.
 */
typedef struct _RangEngine RangEngine;

/**
 * RangStatement:
 *
 * A prepared statement with a cursor for binding and one for reading: rang_bind_int() binds the next parameter,
 * rang_row_int() reads the next column. Prepared statements are kept by their SQL and reused; the caller never frees
 * one, but runs it to %RANG_STEP_DONE or calls rang_statement_reset().
 */
typedef struct _RangStatement RangStatement;

typedef enum
{
  RANG_STEP_ERROR,
  RANG_STEP_ROW,
  RANG_STEP_DONE
} RangStep;

/**
 * RangEngineMode:
 * @RANG_ENGINE_CREATE: make a new store; nothing is in it, not even the schema
 */
typedef enum
{
  RANG_ENGINE_OPEN,
  RANG_ENGINE_CREATE
} RangEngineMode;

/**
 * RangColumnType:
 * @RANG_COLUMN_OTHER: something that no column of the store may hold
 */
typedef enum
{
  RANG_COLUMN_NULL,
  RANG_COLUMN_INTEGER,
  RANG_COLUMN_TEXT,
  RANG_COLUMN_OTHER
} RangColumnType;

/**
 * RangEngineClass:
 *
 * What an engine implements. @native is the engine's own prepared statement; parameters and columns count from 0.
 * @foreign_version sets an error where it cannot be told for now, and returns the last one. @get_wake_fd and @has_news
 * are %NULL for an engine that is not told of others' commits. @begin_prefetch and its two fellows are %NULL for one that
 * answers at once; @send_ahead is called between the other two, and leaves the statement as it is. @scratch (nullable) begins a transaction on an empty schema of its own, which a rollback takes away again. @count_rows (nullable)
 * is as rang_engine_count_rows().
 */
typedef struct
{
  const char *name;
  void (*close) (RangEngine *engine);
  gpointer (*prepare) (RangEngine *engine, const char *sql, GError **error);
  void (*finalize) (gpointer native);
  void (*bind_int) (gpointer native, int index, gint64 value);
  void (*bind_text) (gpointer native, int index, const char *value);
  RangStep (*step) (RangEngine *engine, gpointer native, GError **error);
  gboolean (*begin_prefetch) (RangEngine *engine);
  void (*send_ahead) (RangEngine *engine, gpointer native);
  void (*end_prefetch) (RangEngine *engine);
  void (*reset) (gpointer native);
  RangColumnType (*column_type) (gpointer native, int index);
  gint64 (*column_int) (gpointer native, int index);
  const char *(*column_text) (gpointer native, int index, gsize *length);
  gboolean (*run_script) (RangEngine *engine, const char *sql, GError **error);
  gboolean (*found_office) (RangEngine *engine, const char *scripts, GError **error);
  gboolean (*begin) (RangEngine *engine, gboolean write, GError **error);
  gboolean (*commit) (RangEngine *engine, GError **error);
  void (*rollback) (RangEngine *engine);
  void (*set_patience) (RangEngine *engine, int milliseconds);
  gboolean (*set_read_only) (RangEngine *engine, GError **error);
  gint64 (*changes) (RangEngine *engine);
  gint64 (*foreign_version) (RangEngine *engine, GError **error);
  int (*get_wake_fd) (RangEngine *engine);
  gboolean (*has_news) (RangEngine *engine);
  int (*get_schema) (RangEngine *engine, GError **error);
  gboolean (*set_schema) (RangEngine *engine, int schema, GError **error);
  gboolean (*backup) (RangEngine *engine, const char *path, GError **error);
  gboolean (*check) (RangEngine *engine, GPtrArray *faults, GError **error);
  GHashTable *(*describe) (RangEngine *engine, GError **error);
  gboolean (*scratch) (RangEngine *engine, GError **error);
  void (*count_rows) (RangEngine *engine);
} RangEngineClass;

/** The head of every engine; an implementation puts its own fields behind it. */
struct _RangEngine
{
  const RangEngineClass *klass;
  GHashTable *statements;
  gint64 foreign_version;
  gboolean prefetching;
};

/**
 * rang_engine_init:
 *
 * For implementations: makes @engine ready; the class's close() is to free the memory.
 */
void
rang_engine_init (RangEngine *engine, const RangEngineClass *klass);

/**
 * rang_engine_close:
 * @engine: (transfer full) (nullable): an engine
 */
void
rang_engine_close (RangEngine *engine);

/**
 * rang_engine_prepare:
 * @sql: one statement, a text that stays in memory
 *
 * Returns: (transfer none) (nullable): the statement, nothing bound
 */
RangStatement *
rang_engine_prepare (RangEngine *engine, const char *sql, GError **error);

/**
 * rang_engine_run_script:
 * @sql: statements without parameters
 */
gboolean
rang_engine_run_script (RangEngine *engine, const char *sql, GError **error);

/**
 * rang_engine_found_office:
 * @scripts: all migrations, one behind the other
 *
 * Makes the office that the engine was opened to create, with the rows that the migrations put into a new one. Does
 * nothing where the office is the database itself. In a transaction.
 */
gboolean
rang_engine_found_office (RangEngine *engine, const char *scripts, GError **error);

/**
 * rang_engine_begin:
 * @write: whether the transaction is to write: it then waits for other writers here and nowhere else
 */
gboolean
rang_engine_begin (RangEngine *engine, gboolean write, GError **error);
gboolean
rang_engine_commit (RangEngine *engine, GError **error);
void
rang_engine_rollback (RangEngine *engine);

/**
 * rang_engine_set_patience:
 *
 * How long to wait for other writers; at first ten seconds.
 */
void
rang_engine_set_patience (RangEngine *engine, int milliseconds);

/**
 * rang_engine_set_read_only:
 *
 * From now on whatever would write fails.
 */
gboolean
rang_engine_set_read_only (RangEngine *engine, GError **error);

/**
 * rang_engine_changes:
 *
 * Returns: how many rows the last INSERT, UPDATE or DELETE touched
 */
gint64
rang_engine_changes (RangEngine *engine);

/**
 * rang_engine_changed_by_others:
 *
 * Returns: whether another connection committed something since the last call (or since the engine was opened); with
 *   @error set when it cannot be told for now
 */
gboolean
rang_engine_changed_by_others (RangEngine *engine, GError **error);

/**
 * rang_engine_get_wake_fd:
 *
 * Returns: what becomes readable when another connection has committed, or when the connection breaks; -1 for an engine
 *   that has to be asked. It may be another after any call.
 */
int
rang_engine_get_wake_fd (RangEngine *engine);

/**
 * rang_engine_has_news:
 *
 * Returns: whether it was heard, since rang_engine_changed_by_others() was last called, that another connection has
 *   committed or that the connection broke. Asks nobody.
 */
gboolean
rang_engine_has_news (RangEngine *engine);

/**
 * rang_engine_get_schema:
 *
 * Returns: the number of the last migration that was run, 0 none; -1 on error
 */
int
rang_engine_get_schema (RangEngine *engine, GError **error);
gboolean
rang_engine_set_schema (RangEngine *engine, int schema, GError **error);

/**
 * rang_engine_backup:
 * @path: a file that does not exist yet
 *
 * Writes a consistent copy that the embedded engine opens, while others may write.
 */
gboolean
rang_engine_backup (RangEngine *engine, const char *path, GError **error);

gboolean
rang_engine_has_backup (RangEngine *engine);

/**
 * rang_engine_check:
 * @faults: (element-type utf8): gets a text for each fault of the file or of a reference
 */
gboolean
rang_engine_check (RangEngine *engine, GPtrArray *faults, GError **error);

/**
 * rang_engine_describe:
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): what the schema is made of: "trigger
 * log_refuses_update" and so on, each with its definition
 */
GHashTable *
rang_engine_describe (RangEngine *engine, GError **error);

/**
 * rang_engine_begin_scratch:
 *
 * Begins a transaction in which an empty database of the same kind is seen: to make a schema, look at it and roll it
 * back. Only engines that cannot make a database in memory have it.
 */
gboolean
rang_engine_begin_scratch (RangEngine *engine, GError **error);
gboolean
rang_engine_has_scratch (RangEngine *engine);

/**
 * rang_engine_count_rows:
 *
 * After many rows were written at once, outside a transaction: lets the database see how many there are, so that it
 * chooses the right way to them. A server sees it by itself, but only after minutes. Nothing comes of it where the
 * database needs no such help or the role may not.
 */
void
rang_engine_count_rows (RangEngine *engine);

/**
 * rang_engine_begin_prefetch:
 *
 * In a transaction that reads, on a server: a statement that is run from now on is only sent, and seems to have no rows.
 * rang_engine_end_prefetch() sees all of them off in one trip. Each that is run once more in this transaction, with the
 * same values, then has the answer that came meanwhile: the server works at the next ones while the first are read.
 *
 * Returns: %FALSE where there is nothing to gain; nothing was begun
 */
gboolean
rang_engine_begin_prefetch (RangEngine *engine);
void
rang_engine_end_prefetch (RangEngine *engine);

/* Binding: each call binds the next parameter. */
void
rang_bind_int (RangStatement *statement, gint64 value);
void
rang_bind_text (RangStatement *statement, const char *value);
void
rang_bind_null (RangStatement *statement);

/**
 * rang_bind_int_or:
 * @none: the value that stands for NULL
 */
void
rang_bind_int_or (RangStatement *statement, gint64 value, gint64 none);

/**
 * rang_statement_step:
 *
 * Returns: %RANG_STEP_ROW when a row can be read; on done and error the statement is reset and must not be used again
 */
RangStep
rang_statement_step (RangStatement *statement, GError **error);

/**
 * rang_statement_run:
 *
 * Steps to the end of a statement whose rows do not matter.
 */
gboolean
rang_statement_run (RangStatement *statement, GError **error);

/**
 * rang_statement_run_id:
 *
 * Runs a statement that returns one number (`RETURNING id`).
 *
 * Returns: the number, 0 on error
 */
gint64
rang_statement_run_id (RangStatement *statement, GError **error);

void
rang_statement_reset (RangStatement *statement);

/* Reading: each call reads the next column of the row. */

/**
 * rang_row_skip_null:
 *
 * Returns: whether the next column is NULL, which is then read; else it is left to be read
 */
gboolean
rang_row_skip_null (RangStatement *statement);
gint64
rang_row_int (RangStatement *statement);
gint64
rang_row_int_or (RangStatement *statement, gint64 none);

/**
 * rang_row_copy:
 *
 * Reads the next column of @row, whatever it is, and binds it as the next parameter of @target.
 */
void
rang_row_copy (RangStatement *row, RangStatement *target);

/**
 * rang_row_dup_text:
 *
 * Returns: (transfer full) (nullable): the text, %NULL for NULL
 */
char *
rang_row_dup_text (RangStatement *statement);

/**
 * rang_row_text:
 *
 * Returns: (transfer none) (nullable): the text, until the next step
 */
const char *
rang_row_text (RangStatement *statement);

/**
 * rang_row_append:
 * @name: name of the column
 * @bytes: gets "NAME=LENGTH:VALUE\n" of the next column, a number in decimal digits; nothing of NULL
 */
void
rang_row_append (RangStatement *statement, const char *name, GString *bytes);

/**
 * rang_row_is_sound:
 *
 * Returns: %FALSE if a column read from this row held something else than was asked for: a text with a NUL inside or
 *   not in UTF-8, a text for a number, …
 */
gboolean
rang_row_is_sound (RangStatement *statement);

G_END_DECLS
