/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/rang-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rang_close_day_ask:
 *
 * Shows the day's balance and closes it; what is still open gets its new day and who told the client.
 */
void
rang_close_day_ask (GtkWidget *page, RangDesk *desk);

/** rang_close_day_describe: Returns: (transfer full): the balance in words, a line each */
char *
rang_close_day_describe (const RangDayView *view);

G_END_DECLS
