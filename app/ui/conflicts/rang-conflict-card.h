/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-day-view.h"

G_BEGIN_DECLS

/**
 * rang_conflict_card_new:
 * @number: an order that the conflict is about
 *
 * Returns: a card that says what matters about the order, to stand beside the others
 */
GtkWidget *
rang_conflict_card_new (const RangDayView *view, gint64 number);

G_END_DECLS
