/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for trying a server that somebody names: the address, the password, and at which of them it fails. */
#include "office/rang-office-server.h"

#include <string.h>

#include "office/rang-office-private.h"
#include "store/rang-keyring.h"

static void
add_parameter (GString *uri, const char *name, const char *value)
{
  g_string_append_c (uri, strchr (uri->str, '?') != NULL ? '&' : '?');
  g_string_append_printf (uri, "%s=", name);
  g_string_append_uri_escaped (uri, value, NULL, TRUE);
}

static gboolean
is_here (const char *host)
{
  return *host == '/' || g_str_equal (host, "localhost") || g_str_has_prefix (host, "localhost:")
         || g_str_has_prefix (host, "127.0.0.1");
}

char *
rang_office_server_location (const RangServerAddress *address)
{
  GString *uri = g_string_new ("postgresql://");
  gboolean socket = *address->host == '/';

  g_string_append_uri_escaped (uri, address->role, NULL, TRUE);
  g_string_append_c (uri, '@');
  if (!socket)
    g_string_append_uri_escaped (uri, address->host, ":[]", TRUE);
  g_string_append_c (uri, '/');
  g_string_append_uri_escaped (uri, address->database, NULL, TRUE);
  if (socket)
    add_parameter (uri, "host", address->host);
  if (address->authority != NULL || !is_here (address->host))
    add_parameter (uri, "sslmode", "verify-full");
  if (address->authority != NULL)
    add_parameter (uri, "sslrootcert", address->authority);
  if (address->office != NULL)
    add_parameter (uri, "office", address->office);
  return g_string_free (uri, FALSE);
}

static RangServerCause
cause_of (const GError *error)
{
  if (error->domain != RANG_STORE_ERROR)
    return RANG_SERVER_AT_DATABASE;
  switch ((RangStoreError)error->code)
    {
    case RANG_STORE_ERROR_SERVER:
      return RANG_SERVER_AT_HOST;
    case RANG_STORE_ERROR_CERTIFICATE:
      return RANG_SERVER_AT_CERTIFICATE;
    case RANG_STORE_ERROR_SIGN_IN:
    case RANG_STORE_ERROR_PERMISSION:
      return RANG_SERVER_AT_SIGN_IN;
    default:
      return RANG_SERVER_AT_DATABASE;
    }
}

RangServerCause
rang_office_try_server (const char *location, const char *password, gboolean remember, GError **error)
{
  g_autoptr (GError) why = NULL;
  g_autoptr (RangStore) store = NULL;
  RangServerCause cause;

  g_return_val_if_fail (rang_office_is_on_server (location), RANG_SERVER_AT_HOST);

  if (password != NULL)
    rang_keyring_keep (location, password, FALSE, NULL);
  store = rang_store_open (location, RANG_STORE_READ_ONLY, &why);
  cause = store != NULL                                                        ? RANG_SERVER_GOOD
          : g_error_matches (why, RANG_STORE_ERROR, RANG_STORE_ERROR_EMPTY) ? RANG_SERVER_EMPTY
                                                                               : cause_of (why);
  if (cause == RANG_SERVER_AT_SIGN_IN && password != NULL)
    rang_keyring_keep (location, NULL, FALSE, NULL);
  else if (password != NULL && remember && !rang_keyring_keep (location, password, TRUE, store != NULL ? error : NULL)
           && store != NULL)
    return RANG_SERVER_GOOD;
  if (why != NULL)
    g_propagate_error (error, g_steal_pointer (&why));
  return cause;
}

gboolean
rang_office_has_keyring (void)
{
  return rang_keyring_is_there ();
}
