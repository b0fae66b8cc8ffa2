/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"

G_BEGIN_DECLS

/**
 * RangLogEntry:
 * @entry: number of the entry, from 1, without gaps; 0 before it is stored
 * @at: instant, seconds since the epoch, UTC
 * @day: the board's day it is about, or %RANG_DAY_NONE
 * @unit: id of the unit; 0 none
 * @who: id of the person who did it; 0 for an unknown person
 * @behalf: id of the person for whom a deputy did it; 0 none
 * @what: the word of the command: one of rang_log_words()
 * @order: number of the order it is about, of several the first; 0 none
 * @client: id of the client it is about; 0 none
 * @subject: (nullable): what else it is about, as "kind/id": "conflict/12", "version/2", "entry/77", "resource/3",
 *   "department/1", "person/4"
 * @from: place before, from 1; 0 none
 * @to: place after, from 1; 0 none
 * @reason: (nullable): the reason code
 * @note: (nullable): a person's words; of a refused attempt the command and why
 * @cost: (nullable): the cost of a move as it was shown: the JSON object of the command line's "cost", as text
 * @data: (nullable): further facts as a JSON object, as text: all orders of a move, old and new values of an edit.
 *   Ids only, never names or phones of people outside the office
 * @previous: (nullable): hash of the entry before, 64 hexadecimal digits; of the first entry 64 zeros
 * @hash: (nullable): hash of this entry, see rang-log-chain.h
 * @key: (nullable): the public key it is signed with, 64 hexadecimal digits; %NULL of an entry that is *unverified*
 * @witness: (nullable): digest of the rows that were written up to the entry before it, 64 hexadecimal digits
 * @signature: (nullable): signature of @hash by @key, 128 hexadecimal digits
 *
 * One decision, as the log keeps it for good. 0 and %NULL mean "none" (stored as NULL); an empty text is a text.
 */
typedef struct
{
  gint64 entry;
  gint64 at;
  RangDay day;
  gint64 unit;
  gint64 who;
  gint64 behalf;
  char *what;
  gint64 order;
  gint64 client;
  char *subject;
  gint64 from;
  gint64 to;
  char *reason;
  char *note;
  char *cost;
  char *data;
  char *previous;
  char *hash;
  char *key;
  char *witness;
  char *signature;
} RangLogEntry;

/**
 * rang_log_entry_new:
 * @what: one of rang_log_words()
 * @at: instant, UTC seconds
 * @who: id of the acting person; 0 unknown
 *
 * Returns: (transfer full): an entry with nothing else set
 */
RangLogEntry *
rang_log_entry_new (const char *what, gint64 at, gint64 who);
RangLogEntry *
rang_log_entry_copy (const RangLogEntry *entry);
void
rang_log_entry_free (RangLogEntry *entry);

/**
 * rang_log_words:
 *
 * What an entry may be, the one list:
 *
 * - orders: `import`, `add`, `edit`, `cancel`, `importance`
 * - departments' lists: `rank`, `submit`
 * - the board: `apply`, `move`, `release`, `reason` (given later; subject "entry/N"), `undo`, `redo` (subject
 *   "entry/N")
 * - persuasion: `push`, `grant`, `refuse`, `asked`
 * - hand-over: `handover`, `accept`, `return`, `amend`
 * - delivery: `lock`, `van`, `plan`, `deliver`, `fail`, `close`, `carry-over`,
 *   `call` (a client was told), `request` (of a lock, subject "request/N")
 * - clients: `client` (made or changed), `event` (contract signed, refused, renewed or lost)
 * - conflicts: `decide`, `answer`
 * - the office: `init`, `settings`, `rates`, `people`, `departments`, `vans`, `units`, `activate` (rules), `erase` (personal
 *   data of a contact)
 * - `refused-attempt`: what somebody tried without the right, the command in the note
 *
 * Returns: (transfer none) (array zero-terminated=1): the words
 */
const char *const *
rang_log_words (void);

/**
 * rang_log_word_is_known:
 *
 * Returns: whether @what is one of rang_log_words()
 */
gboolean
rang_log_word_is_known (const char *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangLogEntry, rang_log_entry_free)

G_END_DECLS
