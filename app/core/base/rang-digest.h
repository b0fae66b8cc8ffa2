/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rang_digest_sha256:
 * @data: (array length=length): the bytes
 *
 * Returns: (transfer full): the SHA-256 of the bytes as 64 lower-case hexadecimal digits
 */
char *
rang_digest_sha256 (const void *data, gsize length);

/**
 * rang_digest_fingerprint:
 * @hash: 64 hexadecimal digits
 *
 * Returns: (transfer full): the first 16 digits in groups of four, "1a2b 3c4d 5e6f 7081", to print on paper
 */
char *
rang_digest_fingerprint (const char *hash);

G_END_DECLS
