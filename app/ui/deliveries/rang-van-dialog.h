/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangVanDialog:
 *
 * What a van is called, carries and has, its usual day with its breaks, and where that begins and ends.
 */
#define RANG_TYPE_VAN_DIALOG (rang_van_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RangVanDialog, rang_van_dialog, RANG, VAN_DIALOG, AdwWindow)

/** rang_van_dialog_open: @van: id; 0 for a new one */
void
rang_van_dialog_open (GtkWindow *parent, RangDesk *desk, gint64 van);

G_END_DECLS
