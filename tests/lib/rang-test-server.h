/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rang_test_server_is_wanted:
 *
 * Returns: whether the program was asked to test on a server (`$RANG_TEST_SERVER`, see with-server.sh) and not on files
 */
gboolean
rang_test_server_is_wanted (void);

/**
 * rang_test_server_new_database:
 * @like: (nullable): a location that an earlier call gave; the new database is a copy of it
 *
 * Returns: (transfer full): the location of a new database
 */
char *
rang_test_server_new_database (const char *like);

/**
 * rang_test_server_share:
 * @name: what is in it, as a word; the same for the same contents, in whatever program
 * @fill: (scope call): makes an office in a new database, and closes it
 * @data: for @fill
 *
 * Filling a database takes far longer than copying it: it is filled by the first program of those that a server runs
 * for. Nobody may change it.
 *
 * Returns: (transfer full): the location of a database to make others like
 */
char *
rang_test_server_share (const char *name, void (*fill) (const char *location, gpointer data), gpointer data);

/** rang_test_server_drop: takes a database away, with whoever is connected to it */
void
rang_test_server_drop (const char *location);

/**
 * rang_test_server_sql:
 * @location: a database
 * @sql: what to do behind the store's back
 * @message: (out) (optional) (nullable): what the server refuses
 *
 * Returns: (transfer full) (nullable): the first column of the first row
 */
char *
rang_test_server_sql (const char *location, const char *sql, char **message);

G_END_DECLS
