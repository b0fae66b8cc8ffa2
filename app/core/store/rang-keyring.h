/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Passwords of servers, found by the address that asks for one. They are in the desktop's keyring (libsecret), or as long
 * as the program runs in its memory, and nowhere else. */

/** rang_keyring_is_there: Returns: whether Rang was built with libsecret */
gboolean
rang_keyring_is_there (void);

/**
 * rang_keyring_keep:
 * @location: a server's address
 * @password: (nullable): %NULL forgets it, in the keyring too
 * @remember: also in the keyring, for the next time
 *
 * Errors: the keyring's own; the password is in memory all the same.
 */
gboolean
rang_keyring_keep (const char *location, const char *password, gboolean remember, GError **error);

/** rang_keyring_dup_password: Returns: (transfer full) (nullable): the password for @location; g_free() it */
char *
rang_keyring_dup_password (const char *location);

G_END_DECLS
