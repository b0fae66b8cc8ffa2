/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for digests and the short form of them that people can compare. */
#include "base/rang-digest.h"

#include <string.h>

char *
rang_digest_sha256 (const void *data, gsize length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, length);
}

char *
rang_digest_fingerprint (const char *hash)
{
  g_return_val_if_fail (hash != NULL && strlen (hash) >= 16, NULL);
  return g_strdup_printf ("%.4s %.4s %.4s %.4s", hash, hash + 4, hash + 8, hash + 12);
}
