/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangHandOverDialog:
 *
 * What stands in the way of the hand-over, what is listed in it, what the board differs in from the suggestion, and
 * the signature.
 */
#define RANG_TYPE_HAND_OVER_DIALOG (rang_hand_over_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RangHandOverDialog, rang_hand_over_dialog, RANG, HAND_OVER_DIALOG, AdwWindow)

void
rang_hand_over_dialog_open (GtkWindow *parent, RangDesk *desk);

/** rang_hand_over_accept: the delivery chief takes the signed board over */
void
rang_hand_over_accept (RangDesk *desk);
/** rang_hand_over_return: asks for the remark, and gives the signed board back */
void
rang_hand_over_return (GtkWindow *parent, RangDesk *desk);

G_END_DECLS
