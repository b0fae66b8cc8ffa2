/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for signing keys: made, sealed by a password, opened, used. */
#include "log/rang-log-key.h"

#include <sodium.h>
#include <string.h>

struct _RangLogKey
{
  guint8 secret[crypto_sign_SECRETKEYBYTES];
  char public[RANG_LOG_PUBLIC_LENGTH + 1];
};

static void
start_sodium (void)
{
  if (sodium_init () < 0)
    g_error ("libsodium cannot be initialised");
}

static char *
to_hex (const guint8 *bytes, gsize length)
{
  char *hex = g_malloc (length * 2 + 1);

  return sodium_bin2hex (hex, length * 2 + 1, bytes, length);
}

/* Lower-case digits alone, so that no two texts stand for the same bytes. */
static gboolean
from_hex (const char *hex, guint8 *bytes, gsize length)
{
  if (hex == NULL || strlen (hex) != length * 2 || strspn (hex, "0123456789abcdef") != length * 2)
    return FALSE;
  return sodium_hex2bin (bytes, length, hex, length * 2, NULL, NULL, NULL) == 0;
}

void
rang_log_sealed_key_clear (RangLogSealedKey *sealed)
{
  g_clear_pointer (&sealed->public, g_free);
  g_clear_pointer (&sealed->salt, g_free);
  g_clear_pointer (&sealed->sealed, g_free);
}

RangLogKey *
rang_log_key_new_from_seed (const guint8 *seed)
{
  guint8 public[crypto_sign_PUBLICKEYBYTES];
  RangLogKey *key;

  start_sodium ();
  key = sodium_malloc (sizeof *key);
  if (key == NULL)
    g_error ("no memory for a key");
  crypto_sign_seed_keypair (public, key->secret, seed);
  sodium_bin2hex (key->public, sizeof key->public, public, sizeof public);
  return key;
}

RangLogKey *
rang_log_key_new (void)
{
  guint8 seed[crypto_sign_SEEDBYTES];
  RangLogKey *key;

  start_sodium ();
  randombytes_buf (seed, sizeof seed);
  key = rang_log_key_new_from_seed (seed);
  sodium_memzero (seed, sizeof seed);
  return key;
}

void
rang_log_key_free (RangLogKey *key)
{
  sodium_free (key);
}

const char *
rang_log_key_get_public (const RangLogKey *key)
{
  return key->public;
}

static gboolean
derive (guint8 *box_key, const char *password, const guint8 *salt, gint64 ops, gint64 mem)
{
  return crypto_pwhash (box_key, crypto_secretbox_KEYBYTES, password, strlen (password), salt, (guint64)ops, (gsize)mem,
                        crypto_pwhash_ALG_ARGON2ID13)
         == 0;
}

gboolean
rang_log_key_seal (const RangLogKey *key, const char *password, RangLogSealedKey *sealed)
{
  guint8 salt[crypto_pwhash_SALTBYTES], box_key[crypto_secretbox_KEYBYTES], seed[crypto_sign_SEEDBYTES];
  guint8 box[crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + crypto_sign_SEEDBYTES];

  memset (sealed, 0, sizeof *sealed);
  sealed->ops = crypto_pwhash_OPSLIMIT_INTERACTIVE;
  sealed->mem = crypto_pwhash_MEMLIMIT_INTERACTIVE;
  randombytes_buf (salt, sizeof salt);
  if (!derive (box_key, password, salt, sealed->ops, sealed->mem))
    return FALSE;
  crypto_sign_ed25519_sk_to_seed (seed, key->secret);
  randombytes_buf (box, crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy (box + crypto_secretbox_NONCEBYTES, seed, sizeof seed, box, box_key);
  sodium_memzero (seed, sizeof seed);
  sodium_memzero (box_key, sizeof box_key);
  sealed->public = g_strdup (key->public);
  sealed->salt = to_hex (salt, sizeof salt);
  sealed->sealed = to_hex (box, sizeof box);
  return TRUE;
}

RangLogKey *
rang_log_key_open (const RangLogSealedKey *sealed, const char *password)
{
  guint8 salt[crypto_pwhash_SALTBYTES], box_key[crypto_secretbox_KEYBYTES], seed[crypto_sign_SEEDBYTES];
  guint8 box[crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + crypto_sign_SEEDBYTES];
  RangLogKey *key = NULL;

  start_sodium ();
  if (!from_hex (sealed->salt, salt, sizeof salt) || !from_hex (sealed->sealed, box, sizeof box)
      || !derive (box_key, password, salt, sealed->ops, sealed->mem))
    return NULL;
  if (crypto_secretbox_open_easy (seed, box + crypto_secretbox_NONCEBYTES, sizeof box - crypto_secretbox_NONCEBYTES,
                                  box, box_key)
      == 0)
    key = rang_log_key_new_from_seed (seed);
  sodium_memzero (seed, sizeof seed);
  sodium_memzero (box_key, sizeof box_key);
  /* A box of another key under this one's name was exchanged by somebody. */
  if (key != NULL && g_strcmp0 (key->public, sealed->public) != 0)
    g_clear_pointer (&key, rang_log_key_free);
  return key;
}

char *
rang_log_key_sign (const RangLogKey *key, const char *message)
{
  guint8 signature[crypto_sign_BYTES];

  crypto_sign_detached (signature, NULL, (const guint8 *)message, strlen (message), key->secret);
  return to_hex (signature, sizeof signature);
}

gboolean
rang_log_key_check (const char *public, const char *message, const char *signature)
{
  guint8 key[crypto_sign_PUBLICKEYBYTES], bytes[crypto_sign_BYTES];

  start_sodium ();
  return from_hex (public, key, sizeof key) && from_hex (signature, bytes, sizeof bytes)
         && crypto_sign_verify_detached (bytes, (const guint8 *)message, strlen (message), key) == 0;
}

gboolean
rang_log_key_is_public (const char *text)
{
  guint8 key[crypto_sign_PUBLICKEYBYTES];

  return from_hex (text, key, sizeof key);
}
