/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the passwords of servers: in memory, and in the desktop's keyring. */
#include "store/rang-keyring.h"

#include <string.h>

#include "rang-config.h"

#ifdef HAVE_LIBSECRET
#include <libsecret/secret.h>

static const SecretSchema schema = {
  "ro.rang.Rang.Server", SECRET_SCHEMA_NONE, { { "address", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } }, 0, NULL,
  NULL, NULL, NULL, NULL, NULL, NULL
};
#endif

G_LOCK_DEFINE_STATIC (held);
static GHashTable *held; /* address → password */

gboolean
rang_keyring_is_there (void)
{
#ifdef HAVE_LIBSECRET
  return TRUE;
#else
  return FALSE;
#endif
}

/* An office of a database is reached with the same password as the others there. */
static char *
dup_key (const char *location)
{
  g_autoptr (GRegex) office = g_regex_new ("([?&])office=[^&]*(&|$)", 0, 0, NULL);
  char *key = g_regex_replace (office, location, -1, 0, "\\1", 0, NULL);

  if (g_str_has_suffix (key, "?") || g_str_has_suffix (key, "&"))
    key[strlen (key) - 1] = '\0';
  return key;
}

static void
hold (const char *location, const char *password)
{
  G_LOCK (held);
  if (held == NULL)
    held = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (password != NULL)
    g_hash_table_insert (held, g_strdup (location), g_strdup (password));
  else
    g_hash_table_remove (held, location);
  G_UNLOCK (held);
}

gboolean
rang_keyring_keep (const char *location, const char *password, gboolean remember, GError **error)
{
  g_return_val_if_fail (location != NULL, FALSE);

  g_autofree char *key = dup_key (location);

  hold (key, password);
  if (!remember && password != NULL)
    return TRUE;
#ifdef HAVE_LIBSECRET
  if (password == NULL)
    {
      secret_password_clear_sync (&schema, NULL, NULL, "address", key, NULL);
      return TRUE;
    }
  return secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, key, password, NULL, error, "address", key,
                                     NULL);
#else
  return TRUE;
#endif
}

char *
rang_keyring_dup_password (const char *location)
{
  g_return_val_if_fail (location != NULL, NULL);

  g_autofree char *key = dup_key (location);
  char *password;

  G_LOCK (held);
  password = g_strdup (held != NULL ? g_hash_table_lookup (held, key) : NULL);
  G_UNLOCK (held);
#ifdef HAVE_LIBSECRET
  if (password == NULL)
    {
      char *found = secret_password_lookup_sync (&schema, NULL, NULL, "address", key, NULL);

      password = g_strdup (found);
      secret_password_free (found);
      if (password != NULL)
        hold (key, password);
    }
#endif
  return password;
}
