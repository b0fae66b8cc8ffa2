/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "log/rang-log-verifier.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * rang_store_append_log:
 * @entry: what happened; its number, previous and hash are set
 *
 * Adds @entry at the end of the log and moves the head. In the same transaction as the change that it records.
 */
gboolean
rang_store_append_log (RangStore *store, RangLogEntry *entry, GError **error);

/**
 * rang_store_set_signer:
 * @person: id of the person; 0 nobody
 * @key: (nullable): the open key; must outlive its use here
 *
 * From now on the entries of @person and every head of the log are signed with @key.
 */
void
rang_store_set_signer (RangStore *store, gint64 person, const RangLogKey *key);

/**
 * RangLogFilter:
 * @day: entries about this day alone; %RANG_DAY_NONE all
 * @order: entries about this order alone; 0 all
 * @who: entries of this person alone; 0 all
 * @what: (nullable): entries of this word alone
 * @after: entries with a higher number alone; 0 all
 */
typedef struct
{
  RangDay day;
  gint64 order;
  gint64 who;
  const char *what;
  gint64 after;
} RangLogFilter;

#define RANG_LOG_FILTER_ALL                                                                                            \
  {                                                                                                                    \
    RANG_DAY_NONE, 0, 0, NULL, 0                                                                                       \
  }

/**
 * RangLogFunc:
 * @entry: (transfer none): an entry, valid during the call
 *
 * Returns: whether to go on
 */
typedef gboolean (*RangLogFunc) (const RangLogEntry *entry, gpointer data);

/**
 * rang_store_foreach_log:
 * @filter: (nullable): which entries; %NULL for all
 *
 * Calls @func for each entry by number, one in memory at a time. %RANG_STORE_ERROR_CORRUPT at an entry that cannot be
 * read.
 */
gboolean
rang_store_foreach_log (RangStore *store, const RangLogFilter *filter, RangLogFunc func, gpointer data, GError **error);

/**
 * rang_store_load_log:
 *
 * Returns: (transfer full) (nullable) (element-type RangLogEntry): the entries, by number
 */
GPtrArray *
rang_store_load_log (RangStore *store, const RangLogFilter *filter, GError **error);

/**
 * rang_store_load_log_entry:
 *
 * Returns: (transfer full) (nullable): the entry; %RANG_STORE_ERROR_NOT_FOUND if there is none of that number
 */
RangLogEntry *
rang_store_load_log_entry (RangStore *store, gint64 number, GError **error);

/**
 * rang_store_get_log_head:
 * @entry: (out): number of the last entry, 0 in an empty log
 * @hash: (out) (transfer full): its hash, 64 zeros in an empty log
 */
gboolean
rang_store_get_log_head (RangStore *store, gint64 *entry, char **hash, GError **error);

/**
 * rang_store_dup_board_head:
 *
 * Boards do not depend on requests that were only made, refused or noted, nor on attempts that were refused.
 *
 * Returns: (transfer full) (nullable): the hash of the last entry that a board can depend on, 64 zeros if there is none;
 *   %NULL on error
 */
char *
rang_store_dup_board_head (RangStore *store, gint64 *entry, GError **error);


/**
 * rang_store_verify_log:
 * @against: (nullable): a fingerprint that the log must hold, see rang_log_verifier_seek(), else
 *   %RANG_STORE_ERROR_FAILED
 *
 * Follows the whole chain with its signatures and compares its end with both heads. What was found is in the verifier:
 * `broken` is 0 for a log that is whole. A log and heads that were all rolled back to an older copy are beyond it: only
 * paper or a backup shows that. That the tables agree is rang_store_check_witnesses().
 *
 * Returns: (transfer full) (nullable): the verifier at its end; %NULL on error
 */
RangLogVerifier *
rang_store_verify_log (RangStore *store, const char *against, GError **error);

G_END_DECLS
