/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * rang_help_open:
 * @page: name of a page in the window's stack
 *
 * Opens what a person needs to know about the page: what it is for, what to do there, its keys.
 */
void
rang_help_open (GtkWindow *parent, const char *page);

/** rang_help_has: Returns: whether there is help for the page */
gboolean
rang_help_has (const char *page);

G_END_DECLS
