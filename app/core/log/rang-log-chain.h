/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "log/rang-log-entry.h"

G_BEGIN_DECLS

/**
 * SECTION: the chain
 *
 * Every entry carries the hash of the one before it (`previous`) and its own (`hash`), so that an entry cannot be
 * changed, taken out, put in or moved without breaking every hash from there on.
 *
 * `hash` is the SHA-256, written as 64 lower-case hexadecimal digits, of the entry's canonical bytes. These are, one
 * after the other and in this order, the fields
 *
 *     entry at day unit who behalf what order client subject from to reason note cost data previous
 *
 * that are not null, each written as
 *
 *     NAME '=' LENGTH ':' VALUE '\n'
 *
 * NAME in ASCII as above; VALUE the field's bytes; LENGTH how many bytes VALUE has, in decimal digits without leading
 * zeros. A number is written in decimal digits without leading zeros, a text in UTF-8 as it is (cost and data are JSON
 * kept as text and taken as that text, not read), `at` as "YYYY-MM-DDTHH:MM:SSZ" (UTC), `day` as "YYYY-MM-DD".
 * A field that is null is left out, an empty text is "note=0:\n"; since each value is preceded by its name and length,
 * no two entries have the same bytes. `previous` of entry 1 is 64 zeros. Entries are numbered 1, 2, 3 … without gaps.
 *
 * A field that is added to the log in a later version of Rang is null in every earlier entry, so old hashes stand.
 *
 * Example: the entry {"entry":1,"at":"2026-11-24T07:30:00Z","day":null,"unit":null,"who":3,"behalf":null,
 * "what":"init","order":null,"client":null,"subject":null,"from":null,"to":null,"reason":null,"note":"","cost":null,
 * "data":null,"previous":"0000…"} has the canonical bytes
 *
 *     entry=1:1\nat=20:2026-11-24T07:30:00Z\nwho=1:3\nwhat=4:init\nnote=0:\nprevious=64:0000…\n
 */

/** The `previous` of the first entry. */
#define RANG_LOG_START "0000000000000000000000000000000000000000000000000000000000000000"

/**
 * rang_log_canonical:
 * @bytes: a string that is emptied and then holds the canonical bytes of @entry (which may contain any byte)
 *
 * Everything of @entry but its hash.
 */
void
rang_log_canonical (const RangLogEntry *entry, GString *bytes);

/**
 * rang_log_hash:
 *
 * Returns: (transfer full): what the hash of @entry must be by its other fields
 */
char *
rang_log_hash (const RangLogEntry *entry);

/**
 * rang_log_chain:
 * @entry: an entry whose fields are set
 * @number: the number it gets
 * @previous: (nullable): the hash of the entry before; %NULL for the first
 *
 * Puts @entry at the end of a chain: sets its number, @previous and hash.
 */
void
rang_log_chain (RangLogEntry *entry, gint64 number, const char *previous);

/**
 * RangLogFault:
 * @RANG_LOG_WHOLE: nothing is wrong
 * @RANG_LOG_CHANGED: the entry's fields do not give its hash
 * @RANG_LOG_UNLINKED: the entry does not carry the hash of the one before it
 * @RANG_LOG_MISSING: the entry is not there, or another stands in its place
 * @RANG_LOG_UNREADABLE: the entry holds what no entry can hold
 * @RANG_LOG_BEYOND_HEAD: the entry stands behind the head of the log that was kept apart
 * @RANG_LOG_OTHER_HEAD: the last entry is not the one that the head kept apart names
 */
typedef enum
{
  RANG_LOG_WHOLE,
  RANG_LOG_CHANGED,
  RANG_LOG_UNLINKED,
  RANG_LOG_MISSING,
  RANG_LOG_UNREADABLE,
  RANG_LOG_BEYOND_HEAD,
  RANG_LOG_OTHER_HEAD
} RangLogFault;

/**
 * rang_log_fault_text:
 *
 * Returns: (transfer none): what @fault means, in the current language
 */
const char *
rang_log_fault_text (RangLogFault fault);

/**
 * RangLogVerifier:
 * @seen: entries found whole so far
 * @broken: number of the first broken entry; 0 none
 * @fault: what is wrong with it
 * @hash: hash of the last whole entry
 *
 * Follows a chain from its first entry on, one entry at a time. Needs no more memory than one entry.
 */
typedef struct
{
  gint64 seen;
  gint64 broken;
  RangLogFault fault;
  char hash[65];
  /*< private >*/
  GString *bytes;
  GChecksum *checksum;
} RangLogVerifier;

RangLogVerifier *
rang_log_verifier_new (void);
void
rang_log_verifier_free (RangLogVerifier *verifier);

/**
 * rang_log_verifier_add:
 * @entry: the next entry, by number
 *
 * Returns: %FALSE once an entry is broken; what follows it is not looked at
 */
gboolean
rang_log_verifier_add (RangLogVerifier *verifier, const RangLogEntry *entry);

/**
 * rang_log_verifier_unreadable:
 *
 * Says that the next entry could be found but not read.
 */
void
rang_log_verifier_unreadable (RangLogVerifier *verifier);

/**
 * rang_log_verifier_finish:
 * @head_entry: number of the last entry by the head kept outside the log
 * @head_hash: (nullable): hash of that entry
 *
 * Compares the end of the chain with the head, which finds a tail that was cut or rewritten.
 *
 * Returns: whether the whole log is sound
 */
gboolean
rang_log_verifier_finish (RangLogVerifier *verifier, gint64 head_entry, const char *head_hash);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangLogVerifier, rang_log_verifier_free)

G_END_DECLS
