/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangPushDialog:
 *
 * Asks for an order to be moved up, or records who asked the delivery chief for it.
 */
#define RANG_TYPE_PUSH_DIALOG (rang_push_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RangPushDialog, rang_push_dialog, RANG, PUSH_DIALOG, AdwWindow)

/** rang_push_dialog_open: @asked: whether the delivery chief was asked; else it is a department head's own push */
void
rang_push_dialog_open (GtkWindow *parent, RangDesk *desk, gint64 order, gboolean asked);

G_END_DECLS
