/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "log/rang-log-chain.h"

G_BEGIN_DECLS

/**
 * RangLogFault:
 * @RANG_LOG_WHOLE: nothing is wrong
 * @RANG_LOG_CHANGED: the entry's fields do not give its hash
 * @RANG_LOG_UNLINKED: the entry does not carry the hash of the one before it
 * @RANG_LOG_MISSING: the entry is not there, or another stands in its place
 * @RANG_LOG_UNREADABLE: the entry holds what no entry can hold
 * @RANG_LOG_BEYOND_HEAD: the entry stands behind the head of the log that was kept apart
 * @RANG_LOG_OTHER_HEAD: the last entry is not the one that the head kept apart names
 * @RANG_LOG_UNSIGNED: its person has a key, but it is not signed
 * @RANG_LOG_OTHER_KEY: it is signed with a key that is not its person's
 * @RANG_LOG_BAD_SIGNATURE: the signature is not that of the entry
 * @RANG_LOG_OTHER_SIGNED_HEAD: the head that somebody signed does not fit the log at this entry
 */
typedef enum
{
  RANG_LOG_WHOLE,
  RANG_LOG_CHANGED,
  RANG_LOG_UNLINKED,
  RANG_LOG_MISSING,
  RANG_LOG_UNREADABLE,
  RANG_LOG_BEYOND_HEAD,
  RANG_LOG_OTHER_HEAD,
  RANG_LOG_UNSIGNED,
  RANG_LOG_OTHER_KEY,
  RANG_LOG_BAD_SIGNATURE,
  RANG_LOG_OTHER_SIGNED_HEAD
} RangLogFault;

/**
 * rang_log_fault_text:
 *
 * Returns: what @fault means, in the current language
 */
const char *
rang_log_fault_text (RangLogFault fault);

/**
 * RangLogVerifier:
 * @seen: entries found whole so far
 * @broken: number of the first broken entry; 0 none
 * @fault: what is wrong with it
 * @hash: hash of the last whole entry
 * @signed_entries: how many are signed
 * @unverified: how many are not
 * @resets: how many gave a person another key without a signature
 * @clock_back: how many are dated before the one before them; @first_clock_back: the first of them
 * @met: number of the entry whose hash begins with what rang_log_verifier_seek() seeks; 0 none
 * @signature_time: microseconds spent on signatures alone
 *
 * Follows a chain from its first entry on, one entry at a time. Needs no more memory than one entry and the keys.
 */
typedef struct
{
  gint64 seen;
  gint64 broken;
  RangLogFault fault;
  char hash[65];
  gint64 signed_entries;
  gint64 unverified;
  gint64 resets;
  gint64 clock_back;
  gint64 first_clock_back;
  gint64 met;
  gint64 signature_time;
  /*< private >*/
  gint64 at;
  gint64 last_signed;
  char *sought;
  GString *bytes;
  GHashTable *keys;  /* person → public key now */
  GHashTable *known; /* every public key that was a person's */
  RangLogHead head;  /* the signed one */
} RangLogVerifier;

RangLogVerifier *
rang_log_verifier_new (void);
void
rang_log_verifier_free (RangLogVerifier *verifier);

/**
 * rang_log_verifier_expect:
 * @head: (nullable): the head that somebody signed last, kept outside the log; copied
 *
 * To be told before the first entry.
 */
void
rang_log_verifier_expect (RangLogVerifier *verifier, const RangLogHead *head);

/**
 * rang_log_verifier_seek:
 * @fingerprint: the first digits of a hash, from paper: blanks and capitals do not matter
 *
 * To be told before the first entry: the log must hold an entry of that fingerprint. One that does not was set back to
 * a copy older than the paper, or written anew.
 *
 * Returns: %FALSE if @fingerprint is none: 16 to 64 hexadecimal digits
 */
gboolean
rang_log_verifier_seek (RangLogVerifier *verifier, const char *fingerprint);

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

/**
 * rang_log_verifier_finish_signed:
 * @witness: (nullable): the digest of the rows written since the last entry, as the head keeps it
 *
 * After rang_log_verifier_finish(): that the signed head was seen, is signed by a key of the office, and that no signed
 * entry stands behind it.
 *
 * Returns: whether the whole log is sound
 */
gboolean
rang_log_verifier_finish_signed (RangLogVerifier *verifier, const char *witness);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangLogVerifier, rang_log_verifier_free)

G_END_DECLS
