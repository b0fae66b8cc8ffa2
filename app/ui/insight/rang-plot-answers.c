/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws who answers for how many orders over a day, and the overlaps by kind. */
#include <glib/gi18n.h>
#include <math.h>

#include "board/rang-conflict-words.h"
#include "common/rang-words.h"
#include "insight/rang-insight-plots.h"

#define MOST_KINDS 8

/* Roles from the bottom up; one hue, told apart by depth. */
static const struct
{
  const char *label;
  double alpha;
} roles[] = {
  { N_ ("delivery chief"), 1.0 },
  { N_ ("head of sales"), 0.55 },
  { N_ ("department heads"), 0.22 },
};

static guint
count_of (const RangInsightStep *step, gsize role)
{
  return role == 0 ? step->chief : role == 1 ? step->sales : step->heads;
}

/* Swatches with labels in one line. */
static void
draw_roles (RangCanvas *canvas, double x, double y, double width)
{
  double s = canvas->scale;

  for (gsize role = 0; role < G_N_ELEMENTS (roles); role++)
    {
      rang_canvas_fill (canvas, RANG_INK_ACCENT_TEXT, roles[role].alpha, x, y + 5 * s, 9 * s, 9 * s);
      x += 13 * s;
      x += rang_canvas_text (canvas, _ (roles[role].label), RANG_INK_DIM, RANG_CANVAS_SMALL, x, y, width / 3 - 24 * s,
                             18 * s)
           + 14 * s;
    }
}

static void
draw_axes (RangCanvas *canvas, const GArray *steps, RangPlotArea area, int most, int step)
{
  double s = canvas->scale;
  RangTime first = g_array_index (steps, RangInsightStep, 0).time;
  RangTime last = g_array_index (steps, RangInsightStep, steps->len - 1).time;

  for (int value = 0; value <= most; value += step)
    {
      double y = floor (area.y + area.height * (most - value) / (double)most) + 0.5;
      g_autofree char *text = g_strdup_printf ("%d", value);

      rang_canvas_line (canvas, value == 0 ? RANG_INK_TEXT : RANG_INK_HAIRLINE, area.x, y, area.x + area.width, y, 1);
      rang_canvas_text (canvas, text, RANG_INK_DIM, RANG_CANVAS_SMALL | RANG_CANVAS_RIGHT, area.x - 34 * s, y - 9 * s,
                        28 * s, 18 * s);
    }
  for (RangTime time = (first + 7199) / 7200 * 7200; time < last; time += 7200)
    {
      g_autofree char *text = rang_words_time (time);
      double x = area.x + area.width * (time - first) / (double)(last - first);

      rang_canvas_text (canvas, text, RANG_INK_DIM, RANG_CANVAS_SMALL | RANG_CANVAS_CENTRE, x - 24 * s,
                        area.y + area.height + 2 * s, 48 * s, 18 * s);
    }
}

void
rang_plot_answers (RangCanvas *canvas, const RangInsightView *view, RangPlotArea area)
{
  const GArray *steps = view->insight->steps;
  double s = canvas->scale;
  RangPlotArea body = { area.x + 34 * s, area.y + 6 * s, area.width - 34 * s, area.height - 48 * s };
  int most = 1, step;

  if (steps->len < 2)
    {
      rang_plot_nothing (canvas, _ ("No board was accepted in this period."), area);
      return;
    }
  for (guint i = 0; i < steps->len; i++)
    {
      const RangInsightStep *one = &g_array_index (steps, RangInsightStep, i);

      most = MAX (most, (int)(one->heads + one->sales + one->chief));
    }
  step = rang_plot_step (most, 4);
  most = (most + step - 1) / step * step;
  for (guint i = 0; i + 1 < steps->len; i++)
    {
      const RangInsightStep *one = &g_array_index (steps, RangInsightStep, i);
      double x = floor (body.x + body.width * i / (steps->len - 1));
      double next = floor (body.x + body.width * (i + 1) / (steps->len - 1)), y = body.y + body.height;

      for (gsize role = 0; role < G_N_ELEMENTS (roles); role++)
        {
          double height = body.height * count_of (one, role) / (double)most;

          rang_canvas_fill (canvas, RANG_INK_ACCENT_TEXT, roles[role].alpha, x, y - height, next - x, height);
          y -= height;
        }
    }
  draw_axes (canvas, steps, body, most, step);
  draw_roles (canvas, area.x, area.y + area.height - 20 * s, area.width);
}

/* --- overlaps --- */

static char *
dup_duration (gint64 seconds)
{
  gint64 minutes = (seconds + 59) / 60, days = minutes / (24 * 60);

  if (days >= 2)
    return g_strdup_printf (ngettext ("%d day", "%d days", (gulong)days), (int)days);
  return rang_words_minutes ((int)minutes);
}

static void
draw_overlap (RangCanvas *canvas, const RangInsightOverlap *overlap, guint most, RangPlotArea row)
{
  double s = canvas->scale, label = row.width * 0.4, aside = 62 * s, bar = 9 * s;
  double room = row.width - label - aside - 34 * s, unit = room / (double)MAX (most, 1);
  double x = row.x + label, y = floor (row.y + (row.height - bar) / 2);
  guint decided = overlap->total - overlap->open;
  g_autofree char *total = g_strdup_printf ("%u", overlap->total);
  g_autofree char *median = overlap->median >= 0 ? dup_duration (overlap->median) : g_strdup ("–");

  rang_canvas_text (canvas, rang_conflict_kind_label (overlap->kind), RANG_INK_TEXT, RANG_CANVAS_SMALL, row.x, row.y,
                    label - 8, row.height);
  rang_canvas_fill (canvas, RANG_INK_BAR, 1, x, y, decided * unit, bar);
  rang_canvas_fill (canvas, RANG_INK_LATE_FILL, 1, x + decided * unit + (decided > 0 ? 1 : 0), y, overlap->open * unit,
                    bar);
  rang_canvas_text (canvas, total, RANG_INK_TEXT, RANG_CANVAS_BOLD | RANG_CANVAS_SMALL,
                    x + overlap->total * unit + 6 * s, row.y, 30 * s, row.height);
  rang_canvas_text (canvas, median, RANG_INK_DIM, RANG_CANVAS_SMALL | RANG_CANVAS_RIGHT, row.x, row.y, row.width,
                    row.height);
}

void
rang_plot_overlaps (RangCanvas *canvas, const RangInsightView *view, RangPlotArea area)
{
  const GArray *overlaps = view->insight->overlaps;
  guint n = MIN (overlaps->len, MOST_KINDS), most = 0;
  double s = canvas->scale, foot = 22 * s, height, x = area.x, y;

  if (n == 0)
    {
      rang_plot_nothing (canvas, _ ("No conflict was found in this period."), area);
      return;
    }
  height = MIN ((area.height - foot) / n, 44 * s);
  for (guint i = 0; i < n; i++)
    most = MAX (most, g_array_index (overlaps, RangInsightOverlap, i).total);
  for (guint i = 0; i < n; i++)
    draw_overlap (canvas, &g_array_index (overlaps, RangInsightOverlap, i), most,
                  (RangPlotArea){ area.x, area.y + i * height, area.width, height });
  y = area.y + MIN (n * height + 4 * s, area.height - 19 * s);
  rang_canvas_fill (canvas, RANG_INK_BAR, 1, x, y + 5 * s, 9 * s, 9 * s);
  x += 13 * s;
  x += rang_canvas_text (canvas, _ ("decided or lapsed"), RANG_INK_DIM, RANG_CANVAS_SMALL, x, y, -1, 18 * s) + 14 * s;
  rang_canvas_fill (canvas, RANG_INK_LATE_FILL, 1, x, y + 5 * s, 9 * s, 9 * s);
  rang_canvas_text (canvas, _ ("still open"), RANG_INK_DIM, RANG_CANVAS_SMALL, x + 13 * s, y, -1, 18 * s);
}
