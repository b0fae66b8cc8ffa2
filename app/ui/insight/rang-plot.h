/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/rang-insight-plots.h"

G_BEGIN_DECLS

/**
 * RangPlot:
 *
 * One plot of the insight page.
 */
#define RANG_TYPE_PLOT (rang_plot_get_type ())
G_DECLARE_FINAL_TYPE (RangPlot, rang_plot, RANG, PLOT, GtkWidget)

/** rang_plot_show: @view: (nullable) (transfer none): what it shows */
void
rang_plot_show (RangPlot *plot, RangInsightPlot which, RangInsightView *view);

G_END_DECLS
