/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangStoreError:
 * @RANG_STORE_ERROR_NOT_FOUND: there is no such file, or no such row: make it first
 * @RANG_STORE_ERROR_EXISTS: the file that was to be made is already there: choose another name
 * @RANG_STORE_ERROR_NOT_A_STORE: the file is empty, garbage or another program's: choose another file
 * @RANG_STORE_ERROR_NETWORK_DRIVE: the file lies on a network drive: move it to a local disk
 * @RANG_STORE_ERROR_TOO_NEW: a newer Rang made the store: update this one
 * @RANG_STORE_ERROR_CORRUPT: the file is damaged: restore a backup
 * @RANG_STORE_ERROR_BUSY: another program kept writing for longer than the patience: try again
 * @RANG_STORE_ERROR_PERMISSION: the file or its folder may not be read or written: change the rights
 * @RANG_STORE_ERROR_FULL: the disk is full: make room and try again
 * @RANG_STORE_ERROR_IO: the disk reported a fault
 * @RANG_STORE_ERROR_CONSTRAINT: the change would make a state that cannot be (a second row of one identity, a
 *   reference to nothing, a value out of range)
 * @RANG_STORE_ERROR_STALE: the row was changed since it was read: read it again
 * @RANG_STORE_ERROR_SERVER: the server is not reached: mend the connection
 * @RANG_STORE_ERROR_SIGN_IN: the server refuses name or password: correct them
 * @RANG_STORE_ERROR_CERTIFICATE: the server's certificate is not trusted: name the right authority
 * @RANG_STORE_ERROR_EMPTY: a server's database in which there is nothing: make an office in it
 * @RANG_STORE_ERROR_FAILED: anything else; a fault of Rang
 *
 * Codes say what one can do. Messages are translated and have the form "what is wrong; what to do".
 */
typedef enum
{
  RANG_STORE_ERROR_NOT_FOUND,
  RANG_STORE_ERROR_EXISTS,
  RANG_STORE_ERROR_NOT_A_STORE,
  RANG_STORE_ERROR_NETWORK_DRIVE,
  RANG_STORE_ERROR_TOO_NEW,
  RANG_STORE_ERROR_CORRUPT,
  RANG_STORE_ERROR_BUSY,
  RANG_STORE_ERROR_PERMISSION,
  RANG_STORE_ERROR_FULL,
  RANG_STORE_ERROR_IO,
  RANG_STORE_ERROR_CONSTRAINT,
  RANG_STORE_ERROR_STALE,
  RANG_STORE_ERROR_SERVER,
  RANG_STORE_ERROR_SIGN_IN,
  RANG_STORE_ERROR_CERTIFICATE,
  RANG_STORE_ERROR_EMPTY,
  RANG_STORE_ERROR_FAILED
} RangStoreError;

#define RANG_STORE_ERROR (rang_store_error_quark ())
GQuark
rang_store_error_quark (void);

G_END_DECLS
