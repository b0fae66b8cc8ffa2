/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/rang-canvas.h"
#include "insight/rang-insight.h"

G_BEGIN_DECLS

/**
 * RangInsightView:
 * @insight: the measures
 * @departments: (element-type RangDepartment): for names and marks
 * @currency: the office's
 *
 * What the page and its exports show of a period: reference counted, not changed.
 */
typedef struct
{
  gatomicrefcount references;
  RangInsight *insight;
  GPtrArray *departments;
  char *currency;
} RangInsightView;

/** rang_insight_view_new: @insight: (transfer full); @departments: (transfer none) (element-type RangDepartment) */
RangInsightView *
rang_insight_view_new (RangInsight *insight, GPtrArray *departments, const char *currency);
RangInsightView *
rang_insight_view_ref (RangInsightView *view);
void
rang_insight_view_unref (RangInsightView *view);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangInsightView, rang_insight_view_unref)

/** RangInsightPlot: two a question, in this order */
typedef enum
{
  RANG_PLOT_MATRIX,
  RANG_PLOT_DAYS,
  RANG_PLOT_ANSWERS,
  RANG_PLOT_OVERLAPS,
  RANG_PLOT_FIFTHS,
  RANG_PLOT_REASONS,
  RANG_N_PLOTS
} RangInsightPlot;

/**
 * rang_insight_plot_draw:
 *
 * Draws a plot with its title into the rectangle.
 */
void
rang_insight_plot_draw (RangCanvas *canvas,
                        const RangInsightView *view,
                        RangInsightPlot plot,
                        double x,
                        double y,
                        double width,
                        double height);

/** rang_insight_plot_dup_title: Returns: (transfer full) */
char *
rang_insight_plot_dup_title (const RangInsightView *view, RangInsightPlot plot);
/** rang_insight_plot_dup_words: Returns: (transfer full): what the plot shows, in words, for those who do not see it */
char *
rang_insight_plot_dup_words (const RangInsightView *view, RangInsightPlot plot);
/** rang_insight_dup_period: Returns: (transfer full): "2 Sep 2026 – 23 Nov 2026", after the department if it is one's */
char *
rang_insight_dup_period (const RangInsightView *view);

/* The bodies, each in the file of its question. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} RangPlotArea;

void
rang_plot_matrix (RangCanvas *canvas, const RangInsightView *view, RangPlotArea area);
void
rang_plot_days (RangCanvas *canvas, const RangInsightView *view, RangPlotArea area);
void
rang_plot_answers (RangCanvas *canvas, const RangInsightView *view, RangPlotArea area);
void
rang_plot_overlaps (RangCanvas *canvas, const RangInsightView *view, RangPlotArea area);
void
rang_plot_fifths (RangCanvas *canvas, const RangInsightView *view, RangPlotArea area);
void
rang_plot_reasons (RangCanvas *canvas, const RangInsightView *view, RangPlotArea area);

/** rang_plot_nothing: says that there is nothing to draw */
void
rang_plot_nothing (RangCanvas *canvas, const char *text, RangPlotArea area);
/** rang_plot_step: Returns: a round step so that about @n of them reach @most */
int
rang_plot_step (int most, int n);
/** rang_plot_dup_signed: Returns: (transfer full): "+3", "−3" with a true minus, "0" */
char *
rang_plot_dup_signed (int number);
/** rang_plot_fifth_label: Returns: (transfer none): "Largest fifth" */
const char *
rang_plot_fifth_label (int fifth);
/** rang_plot_reason_label: Returns: (transfer none): of a reason; -1: that none was given */
const char *
rang_plot_reason_label (int reason);

G_END_DECLS
