/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "log/rang-log-entry.h"
#include "log/rang-log-key.h"

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
 *     entry at day unit who behalf what order client subject from to reason note cost data previous key witness
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
 * A field that is added to the log in a later version of Rang is null in every earlier entry, so old hashes stand
 * (key, witness and signature came with the second schema).
 *
 * Signatures. A person who has signed in signs every entry of his: `key` is the public key (Ed25519, RFC 8032; 64
 * lower-case hexadecimal digits), `signature` (128 digits, the one field that is not hashed) signs the bytes
 *
 *     "rang-entry " HASH
 *
 * A key becomes a person's by an entry `people` whose subject is "key/PERSON/PUBLIC", from that entry on, and takes
 * the place of the one before; "key/PERSON/none" takes the key away. So, with the person's key as of the entries
 * before:
 *
 * - `key` and `signature` are both there or both null, and the signature is right;
 * - a signed entry has a person, and its key is that person's, or the one that this entry makes so;
 * - an entry of a person who has a key is signed, but for `refused-attempt` (somebody said to be that person) and for
 *   the entry that gives that person another key (the password was forgotten: a *reset*).
 *
 * An entry without signature is *unverified*: nobody proved to be its person. The entry of a reset is one as well
 * unless somebody else signed it.
 *
 * Witnesses. `witness` is the digest of the rows that the store's tables of decisions were given since the last entry
 * that has one (null when there were none): rang-store-witness.h says of what. Who has the exported log alone cannot
 * check it, but its change breaks the hash.
 *
 * The head. The store keeps apart from the log the number and hash of its last entry and the digest W of the rows
 * written since (the `witness` of the entry to come; "-" for none), and the last such head that somebody signed:
 *
 *     "rang-head " ENTRY " " HASH " " W
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
 * rang_log_hash_into:
 * @bytes: room for the canonical bytes; reused from entry to entry
 * @hash: (out caller-allocates): what the hash of @entry must be by its other fields, 64 digits and NUL
 */
void
rang_log_hash_into (const RangLogEntry *entry, GString *bytes, char hash[65]);

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
 * rang_log_sign:
 * @key: (nullable): the open key of the entry's person; %NULL leaves it unverified
 *
 * As rang_log_chain(), and signs: sets key and signature.
 */
void
rang_log_sign (RangLogEntry *entry, gint64 number, const char *previous, const RangLogKey *key);

/**
 * RangLogHead:
 * @entry: number of the last entry; 0 of an empty log
 * @hash: its hash; 64 zeros of an empty log
 * @witness: (nullable): digest of the rows written since, 64 digits
 * @key: (nullable): public key of who signed this head; %NULL if nobody did
 * @signature: (nullable): the signature
 *
 * The end of a log, as it is kept apart from it.
 */
typedef struct
{
  gint64 entry;
  char *hash;
  char *witness;
  char *key;
  char *signature;
} RangLogHead;

void
rang_log_head_clear (RangLogHead *head);

/** rang_log_head_sign: sets key and signature */
void
rang_log_head_sign (RangLogHead *head, const RangLogKey *key);

/** rang_log_head_is_signed: Returns: whether the signature is that of its key */
gboolean
rang_log_head_is_signed (const RangLogHead *head);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RangLogHead, rang_log_head_clear)

G_END_DECLS
