/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RANG_TYPE_APPLICATION (rang_application_get_type ())
G_DECLARE_FINAL_TYPE (RangApplication, rang_application, RANG, APPLICATION, AdwApplication)

/**
 * rang_application_new:
 *
 * The program: its options, its one window. Before it, rang_ui_init() must have been called.
 */
RangApplication *
rang_application_new (void);

/**
 * rang_ui_init:
 *
 * Registers what the window is made of (templates, style), and chooses the language. Call it before GTK is used.
 */
void
rang_ui_init (void);

/**
 * rang_ui_get_settings:
 *
 * Returns: (transfer none) (nullable): what this person's windows remember; %NULL where the schema is not installed
 */
GSettings *
rang_ui_get_settings (void);

G_END_DECLS
