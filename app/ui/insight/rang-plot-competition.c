/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws who moved up and who paid for it, and the balance day by day. */
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "base/rang-day-label.h"
#include "common/rang-words.h"
#include "domain/rang-department.h"
#include "insight/rang-insight-plots.h"

static const RangDepartment *
find_department (const RangInsightView *view, gint64 id)
{
  for (guint i = 0; i < view->departments->len; i++)
    {
      const RangDepartment *department = g_ptr_array_index (view->departments, i);

      if (department->id == id)
        return department;
    }
  return NULL;
}

static void
draw_name (
    RangCanvas *canvas, const RangInsightView *view, guint index, double x, double y, double width, double height)
{
  const RangDepartment *department = find_department (view, g_array_index (view->insight->departments, gint64, index));
  double mark = 8 * canvas->scale;

  if (department == NULL)
    return;
  rang_canvas_mark (canvas, department->mark, x + mark / 2, y + height / 2, mark);
  rang_canvas_text (canvas, department->name, RANG_INK_TEXT, RANG_CANVAS_BOLD | RANG_CANVAS_SMALL, x + mark + 6, y,
                    width - mark - 6, height);
}

static void
draw_cell (RangCanvas *canvas, const RangInsightView *view, const RangInsightCell *cell, guint most, RangPlotArea at)
{
  g_autofree char *count = g_strdup_printf ("%u", cell->broken);
  g_autofree char *money = rang_words_money (cell->value, view->currency);
  /* Translators: the yearly value of clients */
  g_autofree char *value = g_strdup_printf (_ ("%s a year"), money);
  double middle = at.y + at.height / 2, s = canvas->scale;

  rang_canvas_fill_round (canvas, RANG_INK_LATE_FILL, 0.08 + 0.34 * cell->broken / (double)MAX (most, 1), at.x, at.y,
                          at.width, at.height, 6);
  rang_canvas_text (canvas, count, RANG_INK_TEXT, RANG_CANVAS_BOLD | RANG_CANVAS_BIG | RANG_CANVAS_CENTRE, at.x,
                    middle - 26 * s, at.width, 28 * s);
  if (at.height > 60 * s)
    rang_canvas_text (canvas, value, RANG_INK_TEXT, RANG_CANVAS_SMALL | RANG_CANVAS_CENTRE, at.x + 4, middle + 3 * s,
                      at.width - 8, 18 * s);
}

void
rang_plot_matrix (RangCanvas *canvas, const RangInsightView *view, RangPlotArea area)
{
  const RangInsight *insight = view->insight;
  guint n = insight->departments->len, most = 0;
  double s = canvas->scale, left = MIN (118 * s, area.width * 0.3), top = 24 * s, width, height;

  if (insight->broken == 0 || n == 0)
    {
      rang_plot_nothing (canvas, _ ("No promise was broken by an override."), area);
      return;
    }
  for (guint i = 0; i < insight->cells->len; i++)
    most = MAX (most, g_array_index (insight->cells, RangInsightCell, i).broken);
  width = (area.width - left) / n;
  height = (area.height - top - 6 * s) / n;
  for (guint gained = 0; gained < n; gained++)
    {
      double y = area.y + top + gained * height;

      draw_name (canvas, view, gained, area.x, y, left - 8, height);
      draw_name (canvas, view, gained, area.x + left + gained * width + 6, area.y, width - 10, top);
      for (guint paid = 0; paid < n; paid++)
        draw_cell (canvas, view, rang_insight_cell (insight, gained, paid), most,
                   (RangPlotArea){ floor (area.x + left + paid * width) + 2, floor (y) + 2, floor (width) - 4,
                                   floor (height) - 4 });
    }
}

/* --- by day --- */

typedef struct
{
  RangCanvas *canvas;
  RangPlotArea area; /* of the bars */
  int high;
  int low;
  RangDay from;
  int span;
} Bars;

static double
bar_y (const Bars *bars, double value)
{
  return bars->area.y + bars->area.height * (bars->high - value) / (double)(bars->high - bars->low);
}

static double
bar_x (const Bars *bars, RangDay day)
{
  return bars->area.x + bars->area.width * (day - bars->from) / (double)bars->span;
}

static void
draw_ticks (const Bars *bars, int step)
{
  double s = bars->canvas->scale;

  for (int value = bars->low; value <= bars->high; value += step)
    {
      double y = floor (bar_y (bars, value)) + 0.5;
      g_autofree char *text = rang_plot_dup_signed (value);

      rang_canvas_line (bars->canvas, value == 0 ? RANG_INK_TEXT : RANG_INK_HAIRLINE, bars->area.x, y,
                        bars->area.x + bars->area.width, y, 1);
      rang_canvas_text (bars->canvas, text, RANG_INK_DIM, RANG_CANVAS_SMALL | RANG_CANVAS_RIGHT, bars->area.x - 36 * s,
                        y - 9 * s, 30 * s, 18 * s);
    }
}

/* Four dates below, the first at the left. */
static void
draw_dates (const Bars *bars)
{
  double s = bars->canvas->scale;

  for (int i = 0; i < 4; i++)
    {
      RangDay day = bars->from + bars->span * i / 4;
      g_autofree char *label = rang_day_label_short (day);
      char *year = strrchr (label, ' ');

      if (year != NULL)
        *year = '\0';
      rang_canvas_text (bars->canvas, label, RANG_INK_DIM, RANG_CANVAS_SMALL, bar_x (bars, day),
                        bars->area.y + bars->area.height + 2 * s, bars->area.width / 4 - 4, 18 * s);
    }
}

void
rang_plot_days (RangCanvas *canvas, const RangInsightView *view, RangPlotArea area)
{
  const GArray *days = view->insight->days;
  double s = canvas->scale, width;
  Bars bars = { canvas,
                { area.x + 36 * s, area.y + 6 * s, area.width - 36 * s, area.height - 28 * s },
                1,
                -1,
                view->insight->from,
                view->insight->to - view->insight->from + 1 };
  int step;

  if (days->len == 0)
    {
      rang_plot_nothing (canvas, _ ("No override changed a promise"), area);
      return;
    }
  for (guint i = 0; i < days->len; i++)
    {
      const RangInsightDay *day = &g_array_index (days, RangInsightDay, i);

      bars.high = MAX (bars.high, (int)day->won - (int)day->broken);
      bars.low = MIN (bars.low, (int)day->won - (int)day->broken);
    }
  step = rang_plot_step (bars.high - bars.low, 5);
  bars.high = (bars.high + step - 1) / step * step;
  bars.low = -((-bars.low + step - 1) / step * step);
  draw_ticks (&bars, step);
  width = MAX (2, floor (bars.area.width / bars.span * 0.8));
  for (guint i = 0; i < days->len; i++)
    {
      const RangInsightDay *day = &g_array_index (days, RangInsightDay, i);
      int net = (int)day->won - (int)day->broken;
      double zero = bar_y (&bars, 0), y = bar_y (&bars, net);

      rang_canvas_fill (canvas, net < 0 ? RANG_INK_LATE_FILL : RANG_INK_ONTIME, 1, floor (bar_x (&bars, day->day)),
                        MIN (y, zero), width, fabs (y - zero));
    }
  draw_dates (&bars);
}
