/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RangBalance:
 *
 * The day's balance as one bar: kept, late, not today.
 */
#define RANG_TYPE_BALANCE (rang_balance_get_type ())
G_DECLARE_FINAL_TYPE (RangBalance, rang_balance, RANG, BALANCE, GtkWidget)

void
rang_balance_set (RangBalance *balance, guint kept, guint late, guint not_today);

G_END_DECLS
