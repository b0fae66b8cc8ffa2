/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rang_saving_end:
 * @save: the button of a dialog; @problem: where it says what is wrong
 * @error: (nullable): why it could not be saved
 *
 * Closes the dialog of @save, or lets it stand with what is wrong.
 */
void
rang_saving_end (GtkWidget *save, GtkLabel *problem, const GError *error);

/** rang_saving_refuse: says what is wrong */
void
rang_saving_refuse (GtkLabel *problem, const char *text);

G_END_DECLS
