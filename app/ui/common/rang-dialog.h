/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rang_dialog_present:
 * @dialog: with the default size that it needs for the desktop's usual text, and transient for another window
 *
 * Shows a dialog: larger with larger text, and within the window it belongs to.
 */
void
rang_dialog_present (GtkWindow *dialog);

/**
 * rang_dialog_guard_password:
 * @entry: a GtkPasswordEntry
 *
 * Has the text in the entry forget the entry when that goes. In GTK 4.8 it does not: where the key that closes a dialog
 * still holds the text, the text tells an entry that is not there any more that it lost the focus.
 */
void
rang_dialog_guard_password (GtkWidget *entry);

G_END_DECLS
