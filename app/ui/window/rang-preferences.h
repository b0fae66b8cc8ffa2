/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RangPreferences:
 *
 * What one person's window remembers: language and style. What the office decides is not here.
 */
#define RANG_TYPE_PREFERENCES (rang_preferences_get_type ())
G_DECLARE_FINAL_TYPE (RangPreferences, rang_preferences, RANG, PREFERENCES, AdwWindow)

void
rang_preferences_open (GtkWindow *parent);

G_END_DECLS
