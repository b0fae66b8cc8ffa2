/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/rang-network-drive.h"
#include "store/rang-store-error.h"

G_BEGIN_DECLS

/**
 * RangStore:
 *
 * An office as it is kept. All SQL of Rang lies behind it.
 *
 * Threads: a store belongs to the thread that uses it; several threads, like several processes, each open their own.
 * Errors: every function that takes a #GError fails in the domain %RANG_STORE_ERROR only.
 * Writing: every function that changes something must be called inside rang_store_begin() … commit(); outside it is a
 * programmer's error. Read what you are about to change inside the same transaction: then nobody else can change it
 * in between. Several reads that must agree with each other belong into rang_store_begin_read().
 */
typedef struct _RangStore RangStore;

/**
 * RangStoreFlags:
 * @RANG_STORE_READ_ONLY: refuse to write through this handle
 */
typedef enum
{
  RANG_STORE_DEFAULT = 0,
  RANG_STORE_READ_ONLY = 1 << 0
} RangStoreFlags;

/**
 * rang_store_is_server:
 *
 * Returns: whether @location is a PostgreSQL server's (`postgresql://…`) and not a file
 */
gboolean
rang_store_is_server (const char *location);

/**
 * rang_store_dup_public_location:
 *
 * Returns: (transfer full): @location without a password
 */
char *
rang_store_dup_public_location (const char *location);

/**
 * rang_store_open:
 * @path: the file, or where the server's database is (rang_engine_postgresql_open())
 *
 * Opens a store and brings it to this Rang's schema.
 *
 * Returns: (transfer full) (nullable): the store; on error %RANG_STORE_ERROR_NOT_FOUND, NOT_A_STORE, NETWORK_DRIVE,
 *   TOO_NEW, CORRUPT, BUSY, PERMISSION, …
 */
RangStore *
rang_store_open (const char *path, RangStoreFlags flags, GError **error);

/**
 * rang_store_create:
 * @path: a file that does not exist (its folder is made if need be), or a server's database with nothing in it
 *
 * Makes an empty store: no settings, no departments, nobody, an empty log.
 *
 * Returns: (transfer full) (nullable): the store; %RANG_STORE_ERROR_EXISTS if the file is there
 */
RangStore *
rang_store_create (const char *path, GError **error);

void
rang_store_close (RangStore *store);

/**
 * rang_store_get_path:
 *
 * Returns: (transfer none): the file
 */
const char *
rang_store_get_path (RangStore *store);

/**
 * rang_store_set_patience:
 *
 * How long to wait for another process that writes, before %RANG_STORE_ERROR_BUSY; at first ten seconds.
 */
void
rang_store_set_patience (RangStore *store, int milliseconds);

/**
 * RangStoreTransaction:
 *
 * All or nothing. Freeing one that was not committed takes everything back, so `g_autoptr (RangStoreTransaction)` and
 * an early return are all the error handling needed.
 */
typedef struct _RangStoreTransaction RangStoreTransaction;

/**
 * rang_store_begin:
 *
 * Starts a transaction that may write. Waits while another process writes; %RANG_STORE_ERROR_BUSY after ten seconds
 * (rang_store_set_patience()).
 * Transactions do not nest.
 *
 * Returns: (transfer full) (nullable): the transaction
 */
RangStoreTransaction *
rang_store_begin (RangStore *store, GError **error);

/**
 * rang_store_begin_read:
 *
 * Starts a transaction in which all reads see the store as it is at the first of them; it waits for nobody. Free it
 * soon: it keeps old pages alive.
 */
RangStoreTransaction *
rang_store_begin_read (RangStore *store, GError **error);

/**
 * rang_store_transaction_commit:
 *
 * Makes the changes last, also over a power cut. On error everything was taken back. Free @transaction afterwards.
 */
gboolean
rang_store_transaction_commit (RangStoreTransaction *transaction, GError **error);
void
rang_store_transaction_free (RangStoreTransaction *transaction);

/** rang_store_is_in_transaction: Returns: whether a transaction is open, one that only reads included */
gboolean
rang_store_is_in_transaction (RangStore *store);

/**
 * rang_store_has_written:
 *
 * Returns: whether a transaction is open that has begun to write: what is read then may be taken back
 */
gboolean
rang_store_has_written (RangStore *store);

/**
 * rang_store_get_n_undone:
 *
 * Returns: how many transactions of @store that had begun to write were not committed: as long as it stays the same,
 * nothing that was read was taken back
 */
guint
rang_store_get_n_undone (RangStore *store);

/**
 * rang_store_changed_by_others:
 *
 * Returns: whether somebody else (another process, another handle) committed since this was last asked; own commits do
 *   not count. Cheap: a poll four times a second costs nothing to speak of. @error is set when the server does not answer
 */
gboolean
rang_store_changed_by_others (RangStore *store, GError **error);

/**
 * rang_store_get_wake_fd:
 *
 * Returns: what becomes readable when others have committed or the server is gone; -1 for a file, which is polled. It
 *   may be another after any call.
 */
int
rang_store_get_wake_fd (RangStore *store);

/** rang_store_has_news: Returns: whether something arrived there already, beside the answer to another call */
gboolean
rang_store_has_news (RangStore *store);

/**
 * rang_store_count_rows:
 *
 * To be called after many rows were written at once, when they are committed; see rang_engine_count_rows().
 */
void
rang_store_count_rows (RangStore *store);

/**
 * rang_store_backup:
 * @path: a file that does not exist
 *
 * Writes a consistent copy while others write.
 */
gboolean
rang_store_backup (RangStore *store, const char *path, GError **error);

/**
 * rang_store_check:
 * @faults: (element-type utf8): gets a text for each fault found
 *
 * Checks the file's structure, every reference, and that the schema is what Rang made (a trigger that guards the log
 * may have been taken away); the log has rang_store_verify_log() of its own.
 *
 * Returns: %FALSE on error; %TRUE with faults or without
 */
gboolean
rang_store_check (RangStore *store, GPtrArray *faults, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangStore, rang_store_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangStoreTransaction, rang_store_transaction_free)

G_END_DECLS
