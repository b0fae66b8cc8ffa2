/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangPreferences:
 *
 * What one person's window remembers, language and style, and what the office has set: its rates.
 */
#define RANG_TYPE_PREFERENCES (rang_preferences_get_type ())
G_DECLARE_FINAL_TYPE (RangPreferences, rang_preferences, RANG, PREFERENCES, AdwWindow)

/** rang_preferences_open: @desk: (nullable): whose office's settings are shown too */
void
rang_preferences_open (GtkWindow *parent, RangDesk *desk);

G_END_DECLS
