/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangClientDialog:
 *
 * When a client's doors are open, how long a delivery takes there, and how to get in.
 */
#define RANG_TYPE_CLIENT_DIALOG (rang_client_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RangClientDialog, rang_client_dialog, RANG, CLIENT_DIALOG, AdwWindow)

/** rang_client_dialog_open: @client: id */
void
rang_client_dialog_open (GtkWindow *parent, RangDesk *desk, gint64 client);

G_END_DECLS
