/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"
#include "base/rang-money.h"
#include "domain/rang-place.h"
#include "log/rang-log-key.h"
#include "store/rang-engine.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/** The head of the log while a transaction writes: read once, written back once, at the commit. witness: empty for
 * none. */
typedef struct
{
  gboolean known;
  gboolean moved;
  gboolean witnessed;
  gint64 entry;
  char hash[65];
  char witness[65];
} RangStoreHead;

struct _RangStore
{
  RangEngine *engine;
  char *path;
  RangStoreTransaction *transaction;
  guint n_undone; /* transactions that had written something */
  RangStoreHead head;
  GHashTable *touched; /* rows of tables of decisions that the transaction wrote; see rang-store-witness.c */
  const RangLogKey *signer;
  gint64 signer_person;
  gboolean owned; /* by the role that is connected, on a server */
  gboolean owner_known;
  char *guard; /* (nullable): what makes the server's guard, until it is known that it stands */
};

/** rang_store_uphold_guard: before the first change: makes the server's guard anew where somebody changed a part of it
 */
gboolean
rang_store_uphold_guard (RangStore *store, GError **error);

/**
 * rang_store_flush_log_head:
 *
 * Writes the head of the log if the transaction moved it; before every commit.
 */
gboolean
rang_store_flush_log_head (RangStore *store, GError **error);

/**
 * rang_store_prepare:
 *
 * Returns: (transfer none) (nullable): a statement that reads
 */
RangStatement *
rang_store_prepare (RangStore *store, const char *sql, GError **error);

/**
 * rang_store_prepare_write:
 *
 * Returns: (transfer none) (nullable): a statement that writes; a transaction must be open
 */
RangStatement *
rang_store_prepare_write (RangStore *store, const char *sql, GError **error);

/**
 * rang_store_run_changing:
 *
 * Runs a statement that must change one row.
 *
 * Returns: %FALSE with %RANG_STORE_ERROR_NOT_FOUND if there was none
 */
gboolean
rang_store_run_changing (RangStore *store, RangStatement *statement, GError **error);

/** rang_store_nothing_changed: sets %RANG_STORE_ERROR_NOT_FOUND. Returns: %FALSE */
gboolean
rang_store_nothing_changed (GError **error);

/**
 * rang_store_run_saving:
 * @id: (inout): 0 for a row that is new
 *
 * Runs what saves a row: an INSERT that returns the new id, or an UPDATE whose next parameter is the id.
 */
gboolean
rang_store_run_saving (RangStore *store, RangStatement *statement, gint64 *id, GError **error);

/** Reads one row; never %NULL. */
typedef gpointer (*RangRowFunc) (RangStatement *row);

/**
 * rang_store_read_rows:
 * @statement: (nullable): a statement with its parameters bound; %NULL if it could not be prepared
 * @read: makes one object of each row
 * @free_func: (destroy): frees an object
 *
 * Returns: (transfer full) (nullable): the objects
 */
GPtrArray *
rang_store_read_rows (RangStatement *statement, RangRowFunc read, GDestroyNotify free_func, GError **error);

/**
 * rang_store_damaged:
 *
 * Sets %RANG_STORE_ERROR_CORRUPT for a row that cannot be read.
 *
 * Returns: %FALSE
 */
gboolean
rang_store_damaged (const char *what, gint64 id, GError **error);

void
rang_bind_place (RangStatement *statement, const RangPlace *place);
void
rang_row_place (RangStatement *statement, RangPlace *place);
void
rang_bind_money (RangStatement *statement, RangMoney money);
void
rang_row_money (RangStatement *statement, RangMoney *money);
void
rang_bind_times (RangStatement *statement, RangTimeWindow window);
void
rang_row_times (RangStatement *statement, RangTimeWindow *window);
RangDay
rang_row_day (RangStatement *statement);
RangTime
rang_row_time (RangStatement *statement);

/**
 * rang_row_nick:
 * @from_nick: reads a word of an enumeration, -1 if it is none
 *
 * Returns: the value; 0 if the word is unknown, which the CHECKs of the schema exclude
 */
int
rang_row_nick (RangStatement *statement, int (*from_nick) (const char *));

/** Ranking as text, "1051 1043": for columns that hold order numbers. */
char *
rang_numbers_to_text (GArray *numbers);
GArray *
rang_numbers_from_text (const char *text);

G_END_DECLS
