/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RangServerDialog:
 *
 * Asks for the office's server: its name, the database, who signs in. What is wrong is said beside its cause.
 */
#define RANG_TYPE_SERVER_DIALOG (rang_server_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RangServerDialog, rang_server_dialog, RANG, SERVER_DIALOG, AdwWindow)

/**
 * RangServerChosen:
 * @location: the store's address
 * @empty: whether nothing is there yet: an office is to be made in it
 */
typedef void (*RangServerChosen) (const char *location, gboolean empty, gpointer data);

/**
 * rang_server_dialog_open:
 * @chosen: called once the server has answered; not when the window is closed before
 */
void
rang_server_dialog_open (GtkWindow *parent, RangServerChosen chosen, gpointer data);

G_END_DECLS
