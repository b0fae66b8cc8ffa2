/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office.h"

G_BEGIN_DECLS

/**
 * RangServerAddress:
 * @host: a name, one with a port ("server:5433"), or the folder of a socket ("/run/postgresql")
 * @database: its name
 * @office: (nullable): which of several that lie in the database
 * @role: who signs in to the server
 * @authority: (nullable): the file of the certificate that the server's is signed with; %NULL for libpq's usual place
 *
 * What a person says of a server.
 */
typedef struct
{
  const char *host;
  const char *database;
  const char *office;
  const char *role;
  const char *authority;
} RangServerAddress;

/**
 * RangServerCause:
 * @RANG_SERVER_GOOD: there is an office, and it opens
 * @RANG_SERVER_EMPTY: the database is there, and nothing is in it yet
 *
 * What came of trying a server, or at which part of the address it failed.
 */
typedef enum
{
  RANG_SERVER_GOOD,
  RANG_SERVER_EMPTY,
  RANG_SERVER_AT_HOST,
  RANG_SERVER_AT_CERTIFICATE,
  RANG_SERVER_AT_SIGN_IN,
  RANG_SERVER_AT_DATABASE
} RangServerCause;

/**
 * rang_office_server_location:
 *
 * Returns: (transfer full): the store's address. Over a network the server's certificate is verified.
 */
char *
rang_office_server_location (const RangServerAddress *address);

/**
 * rang_office_try_server:
 * @location: as rang_office_server_location() gives it
 * @password: (nullable): for the role; kept in memory, and in the desktop's keyring if @remember
 * @error: what is wrong, unless the cause is %RANG_SERVER_GOOD
 *
 * Looks whether an office can be opened there; changes nothing.
 */
RangServerCause
rang_office_try_server (const char *location, const char *password, gboolean remember, GError **error);

/** rang_office_has_keyring: Returns: whether passwords of servers can be remembered */
gboolean
rang_office_has_keyring (void);

G_END_DECLS
