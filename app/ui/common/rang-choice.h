/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rang_choice_name_items:
 * @choice: a #GtkDropDown or an #AdwComboRow over a list of strings
 *
 * Shows its items as the toolkit does, and gives each an accessible name, which the toolkit's own do not have: the
 * chosen one in the closed control as well as those of the open list.
 */
void
rang_choice_name_items (GtkWidget *choice);

G_END_DECLS
