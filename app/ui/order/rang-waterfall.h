/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "office/rang-office-board.h"

G_BEGIN_DECLS

/**
 * RangWaterfall:
 *
 * How an order's points add up: a bar a rule, one below the other, and the sum.
 */
#define RANG_TYPE_WATERFALL (rang_waterfall_get_type ())
G_DECLARE_FINAL_TYPE (RangWaterfall, rang_waterfall, RANG, WATERFALL, GtkWidget)

/** rang_waterfall_show: @score: (nullable): copied */
void
rang_waterfall_show (RangWaterfall *waterfall, const RangBoardScore *score);

G_END_DECLS
