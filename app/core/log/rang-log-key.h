/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RANG_LOG_PUBLIC_LENGTH 64
#define RANG_LOG_SIGNATURE_LENGTH 128

/**
 * RangLogKey:
 *
 * A person's open signing key (Ed25519, RFC 8032). It lies in memory that is not swapped out and is wiped when freed.
 */
typedef struct _RangLogKey RangLogKey;

/**
 * RangLogSealedKey:
 * @public: the public half, 64 lower-case hexadecimal digits; the name of the key
 * @salt: of the password's hash, hexadecimal
 * @sealed: nonce and secretbox (XSalsa20-Poly1305) of the 32-byte seed, hexadecimal
 * @ops: passes of Argon2id
 * @mem: its memory, bytes
 *
 * A key as it is stored: of no use without the password.
 */
typedef struct
{
  char *public;
  char *salt;
  char *sealed;
  gint64 ops;
  gint64 mem;
} RangLogSealedKey;

void
rang_log_sealed_key_clear (RangLogSealedKey *sealed);

/** rang_log_key_new: Returns: (transfer full): a new key, by chance */
RangLogKey *
rang_log_key_new (void);

/**
 * rang_log_key_new_from_seed:
 * @seed: (array length=32): 32 bytes
 *
 * Returns: (transfer full): the key of that seed, always the same: for tests
 */
RangLogKey *
rang_log_key_new_from_seed (const guint8 *seed);

/** rang_log_key_free: wipes it */
void
rang_log_key_free (RangLogKey *key);

/** rang_log_key_get_public: Returns: (transfer none): the public half, 64 hexadecimal digits */
const char *
rang_log_key_get_public (const RangLogKey *key);

/**
 * rang_log_key_seal:
 * @password: UTF-8; not empty
 * @sealed: (out caller-allocates): what to store; free with rang_log_sealed_key_clear()
 *
 * Seals @key by the password: the key of the box is the password's Argon2id hash with a new salt. About a tenth of a
 * second and 64 MiB.
 *
 * Returns: %FALSE if there is not memory enough
 */
gboolean
rang_log_key_seal (const RangLogKey *key, const char *password, RangLogSealedKey *sealed);

/**
 * rang_log_key_open:
 *
 * Returns: (transfer full) (nullable): the key, or %NULL when the password is another one
 */
RangLogKey *
rang_log_key_open (const RangLogSealedKey *sealed, const char *password);

/**
 * rang_log_key_sign:
 * @message: bytes to sign, a text
 *
 * Returns: (transfer full): the signature, 128 lower-case hexadecimal digits
 */
char *
rang_log_key_sign (const RangLogKey *key, const char *message);

/**
 * rang_log_key_check:
 * @public: (nullable): 64 lower-case hexadecimal digits; anything else checks nothing
 * @signature: (nullable): 128 lower-case hexadecimal digits
 *
 * Returns: whether @signature is that of @message by the key @public
 */
gboolean
rang_log_key_check (const char *public, const char *message, const char *signature);

/** rang_log_key_is_public: Returns: whether @text has the form of a public key */
gboolean
rang_log_key_is_public (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangLogKey, rang_log_key_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RangLogSealedKey, rang_log_sealed_key_clear)

G_END_DECLS
