/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangGrantDialog:
 *
 * Shows what a push would cost, and grants or refuses it.
 */
#define RANG_TYPE_GRANT_DIALOG (rang_grant_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RangGrantDialog, rang_grant_dialog, RANG, GRANT_DIALOG, AdwWindow)

/** rang_grant_dialog_open: @push: id of an open push of the day in view */
void
rang_grant_dialog_open (GtkWindow *parent, RangDesk *desk, gint64 push);

G_END_DECLS
