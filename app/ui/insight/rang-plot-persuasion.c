/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws what overrides did to promises: by the client's value, and by the reason that was given. */
#include <glib/gi18n.h>
#include <math.h>

#include "insight/rang-insight-plots.h"

#define MOST_REASONS 7

typedef struct
{
  RangCanvas *canvas;
  double x;
  double width;
  int from; /* percent at the left */
} Scale;

static double
scale_x (const Scale *scale, int percent)
{
  return scale->x + scale->width * (percent - scale->from) / (double)(100 - scale->from);
}

static void
draw_fifth (const Scale *scale, int fifth, const RangInsightShare *share, RangPlotArea row)
{
  RangCanvas *canvas = scale->canvas;
  int kept = rang_insight_percent (share->kept, share->judged);
  int without = rang_insight_percent (share->without, share->judged), change = kept - without;
  RangInk ink = change < 0 ? RANG_INK_LATE_FILL : change > 0 ? RANG_INK_ONTIME : RANG_INK_TEXT;
  double s = canvas->scale, y = floor (row.y + row.height / 2) + 0.5, at = scale_x (scale, kept);
  g_autofree char *few = NULL, *text = NULL, *signed_change = rang_plot_dup_signed (change);

  rang_canvas_text (canvas, rang_plot_fifth_label (fifth), RANG_INK_TEXT, RANG_CANVAS_SMALL, row.x, row.y,
                    scale->x - row.x - 22 * s, row.height);
  if (share->judged == 0)
    return;
  rang_canvas_line (canvas, ink, scale_x (scale, without), y, at, y, 2.5);
  rang_canvas_dot (canvas, RANG_INK_TEXT, scale_x (scale, without), y, 4.5 * s, TRUE);
  rang_canvas_dot (canvas, ink, at, y, 4.5 * s, FALSE);
  /* Translators: too few promises for a rate */
  few = share->judged < RANG_INSIGHT_FEW ? g_strdup_printf (_ ("of %u"), share->judged) : NULL;
  text = few != NULL ? g_strdup_printf ("%s, %s", signed_change, few) : g_strdup (signed_change);
  rang_canvas_text (canvas, text,
                    change < 0   ? RANG_INK_LATE
                    : change > 0 ? RANG_INK_ONTIME
                                 : RANG_INK_DIM,
                    RANG_CANVAS_BOLD | RANG_CANVAS_SMALL | (change < 0 ? RANG_CANVAS_RIGHT : RANG_CANVAS_PLAIN),
                    change < 0 ? at - 70 * s : at + 10 * s, row.y, 60 * s, row.height);
}

static int
find_left (const RangInsight *insight)
{
  int least = 100;

  for (int i = 0; i < RANG_INSIGHT_FIFTHS; i++)
    {
      const RangInsightShare *share = &insight->fifths[i];

      if (share->judged > 0)
        least = MIN (least, rang_insight_percent (MIN (share->kept, share->without), share->judged));
    }
  return MAX (0, (least - 6) / 10 * 10);
}

static void
draw_legend (RangCanvas *canvas, double x, double y)
{
  double s = canvas->scale;

  rang_canvas_dot (canvas, RANG_INK_TEXT, x + 5 * s, y + 9 * s, 4 * s, TRUE);
  x += 15 * s;
  x += rang_canvas_text (canvas, _ ("without overrides"), RANG_INK_DIM, RANG_CANVAS_SMALL, x, y, -1, 18 * s) + 14 * s;
  rang_canvas_dot (canvas, RANG_INK_TEXT, x + 5 * s, y + 9 * s, 4 * s, FALSE);
  rang_canvas_text (canvas, _ ("as delivered"), RANG_INK_DIM, RANG_CANVAS_SMALL, x + 15 * s, y, -1, 18 * s);
}

void
rang_plot_fifths (RangCanvas *canvas, const RangInsightView *view, RangPlotArea area)
{
  const RangInsight *insight = view->insight;
  double s = canvas->scale, left = MIN (112 * s, area.width * 0.3), foot = 42 * s;
  double height = (area.height - foot) / RANG_INSIGHT_FIFTHS;
  Scale scale = { canvas, area.x + left, area.width - left - 26 * s, find_left (insight) };
  int step = rang_plot_step (100 - scale.from, 5);

  if (insight->fifths[0].judged == 0)
    {
      rang_plot_nothing (canvas, _ ("No promise has come to its end in this period."), area);
      return;
    }
  for (int percent = 100; percent >= scale.from; percent -= step)
    {
      double x = floor (scale_x (&scale, percent)) + 0.5;
      g_autofree char *text = g_strdup_printf ("%d %%", percent);

      rang_canvas_line (canvas, RANG_INK_HAIRLINE, x, area.y, x, area.y + area.height - foot, 1);
      rang_canvas_text (canvas, text, RANG_INK_DIM, RANG_CANVAS_SMALL | RANG_CANVAS_CENTRE, x - 24 * s,
                        area.y + area.height - foot + 2 * s, 48 * s, 18 * s);
    }
  for (int i = 0; i < RANG_INSIGHT_FIFTHS; i++)
    draw_fifth (&scale, i, &insight->fifths[i], (RangPlotArea){ area.x, area.y + i * height, area.width, height });
  draw_legend (canvas, area.x, area.y + area.height - 20 * s);
}

/* --- by reason --- */

static void
draw_reason (RangCanvas *canvas, const RangInsightReason *reason, double zero, double unit, RangPlotArea row)
{
  double s = canvas->scale, bar = 9 * s, y = floor (row.y + (row.height - bar) / 2);
  g_autofree char *better = g_strdup_printf ("%u", reason->better), *worse = g_strdup_printf ("%u", reason->worse);

  rang_canvas_text (canvas, rang_plot_reason_label (reason->reason), RANG_INK_TEXT, RANG_CANVAS_SMALL, row.x, row.y,
                    row.width * 0.32, row.height);
  rang_canvas_fill (canvas, RANG_INK_ONTIME, 1, zero - reason->better * unit, y, reason->better * unit, bar);
  rang_canvas_fill (canvas, RANG_INK_LATE_FILL, 1, zero, y, reason->worse * unit, bar);
  rang_canvas_text (canvas, better, RANG_INK_TEXT, RANG_CANVAS_SMALL | RANG_CANVAS_RIGHT,
                    zero - reason->better * unit - 46 * s, row.y, 40 * s, row.height);
  rang_canvas_text (canvas, worse, RANG_INK_TEXT, RANG_CANVAS_SMALL, zero + reason->worse * unit + 6 * s, row.y, 40 * s,
                    row.height);
}

void
rang_plot_reasons (RangCanvas *canvas, const RangInsightView *view, RangPlotArea area)
{
  const GArray *reasons = view->insight->reasons;
  guint n = MIN (reasons->len, MOST_REASONS), better = 0, worse = 0;
  double s = canvas->scale, label = area.width * 0.33, room = area.width - label - 64 * s, unit, zero, height;

  if (n == 0)
    {
      rang_plot_nothing (canvas, _ ("No override can be judged by what came of it yet."), area);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      const RangInsightReason *reason = &g_array_index (reasons, RangInsightReason, i);

      better = MAX (better, reason->better);
      worse = MAX (worse, reason->worse);
    }
  unit = room / (double)MAX (better + worse, 1);
  zero = floor (area.x + label + 34 * s + better * unit);
  height = MIN (area.height / n, 44 * s);
  for (guint i = 0; i < n; i++)
    draw_reason (canvas, &g_array_index (reasons, RangInsightReason, i), zero, unit,
                 (RangPlotArea){ area.x, area.y + i * height, area.width, height });
  rang_canvas_line (canvas, RANG_INK_TEXT, zero + 0.5, area.y, zero + 0.5, area.y + n * height, 1);
}
