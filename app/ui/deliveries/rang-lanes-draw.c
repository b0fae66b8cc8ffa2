/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how the vans' day looks: the axis, a lane a van, its stops and breaks. */
#include "deliveries/rang-lanes-private.h"

#include <math.h>

#include <glib/gi18n.h>

#include "common/rang-words.h"

/* Five vans fit in what the page gives the lanes. */
#define LANE 64.0
#define CHOSEN_LANE 118.0

guint
rang_lanes_count (RangLanes *self)
{
  return self->view != NULL && self->view->routes != NULL ? self->view->routes->len : 0;
}

const RangBoardRoute *
rang_lanes_get_route (RangLanes *self, guint i)
{
  return g_ptr_array_index (self->view->routes, i);
}

double
rang_lanes_get_height (RangLanes *self, const RangBoardRoute *route, double scale)
{
  return floor ((route->resource == self->chosen ? CHOSEN_LANE : LANE) * scale);
}

static double
x_of (RangLanes *self, RangPen *pen, RangTime time, double width)
{
  double left = RANG_LANES_NAMES * pen->scale, room = width - left - 16;

  return left + room * (time - self->from) / MAX (1, self->to - self->from);
}

static gboolean
shows_now (RangLanes *self)
{
  return self->view->session.day == self->view->today && self->view->now >= self->from && self->view->now <= self->to;
}

static double
now_width (RangLanes *self, RangPen *pen)
{
  g_autofree char *text = rang_words_time (self->view->now);

  return rang_pen_text_width (pen, text, RANG_PEN_BOLD | RANG_PEN_SMALL) + 16;
}

static void
draw_axis (RangLanes *self, RangPen *pen, double width, double height)
{
  double hour_wide = x_of (self, pen, self->from + 3600, width) - x_of (self, pen, self->from, width);
  /* Where the hours are close, every second or third one is told; one that the present covers is not. */
  int step = CLAMP ((int)ceil (46 * pen->scale / MAX (1, hour_wide)), 1, 6);
  double now = x_of (self, pen, self->view->now, width);
  double covered = shows_now (self) ? now_width (self, pen) / 2 + 20 * pen->scale : 0;

  for (RangTime hour = (self->from + 3599) / 3600 * 3600; hour <= self->to; hour += 3600)
    {
      g_autofree char *text = rang_words_time (hour);
      double x = x_of (self, pen, hour, width);

      if (hour / 3600 % step == 0 && fabs (x - now) >= covered)
        rang_pen_text (pen, text, RANG_INK_DIM, RANG_PEN_SMALL | RANG_PEN_CENTRE, x - 30, 0, 60, RANG_LANES_HEAD * pen->scale);
      rang_pen_fill (pen, RANG_INK_HAIRLINE, floor (x), RANG_LANES_HEAD * pen->scale, 1, height - RANG_LANES_HEAD * pen->scale);
    }
}

static void
draw_now (RangLanes *self, RangPen *pen, double width, double height)
{
  g_autofree char *text = rang_words_time (self->view->now);
  double x = x_of (self, pen, self->view->now, width), tall = 20 * pen->scale, wide = now_width (self, pen);

  if (!shows_now (self))
    return;
  rang_pen_fill (pen, RANG_INK_TEXT, floor (x), RANG_LANES_HEAD * pen->scale, 1.5, height - RANG_LANES_HEAD * pen->scale);
  rang_pen_fill_round (pen, RANG_INK_TEXT, floor (x - wide / 2), 3, wide, tall, tall / 2);
  rang_pen_text (pen, text, RANG_INK_VIEW, RANG_PEN_BOLD | RANG_PEN_SMALL | RANG_PEN_CENTRE, floor (x - wide / 2), 3,
                 wide, tall);
}

static gboolean
is_late (const RangBoardStop *stop)
{
  return stop->expected_late > 0 || stop->missed;
}

guint
rang_lanes_count_late (const RangBoardRoute *route)
{
  guint late = 0;

  for (guint i = 0; i < route->stops->len; i++)
    late += is_late (&g_array_index (route->stops, RangBoardStop, i));
  return late;
}

/* How much of the shift the route takes by what has happened so far; what is left is slack. */
static void
draw_fullness (RangPen *pen, const RangBoardRoute *route, double x, double y, double line)
{
  gint32 shift = route->shift.to - route->shift.from;
  int percent = shift > 0 && route->expected_back != RANG_TIME_NONE
                    ? (int)((gint64)(route->expected_back - route->shift.from) * 100 / shift)
                    : 0;
  double wide = 60 * pen->scale, full = wide * CLAMP (percent, 0, 100) / 100;
  g_autofree char *text = NULL;

  if (route->out_of_service)
    {
      rang_pen_text (pen, _ ("out of service"), RANG_INK_LATE, RANG_PEN_SMALL, x, y, -1, line);
      return;
    }
  text = g_strdup_printf ("%d\302\240%%", percent);
  rang_pen_fill (pen, RANG_INK_TRACK, x, y + line / 2 - 2, wide, 4);
  rang_pen_fill (pen, percent > 100 ? RANG_INK_LATE_FILL : RANG_INK_BAR, x, y + line / 2 - 2, full, 4);
  rang_pen_text (pen, text, RANG_INK_DIM, RANG_PEN_SMALL, x + wide + 6, y, -1, line);
}

static void
draw_name (RangPen *pen, const RangBoardRoute *route, double y)
{
  double line = 18 * pen->scale, x = 14, name = rang_pen_text_width (pen, route->resource_name, RANG_PEN_BOLD);
  guint late = rang_lanes_count_late (route);
  g_autofree char *stops = NULL;
  g_autofree char *lateness = NULL;

  /* Translators: number of visits of a van; kilometres. */
  stops = g_strdup_printf (ngettext ("%u stop, %d km", "%u stops, %d km", route->visits), route->visits,
                           (int)rang_board_route_get_km (route));
  rang_pen_text (pen, route->resource_name, RANG_INK_TEXT, RANG_PEN_BOLD, x, y + 6, -1, line);
  rang_pen_text (pen, route->courier_name != NULL ? route->courier_name : _ ("nobody drives"), RANG_INK_TEXT,
                 RANG_PEN_SMALL, x + name + 10, y + 6, RANG_LANES_NAMES * pen->scale - name - x - 24, line);
  rang_pen_text (pen, stops, RANG_INK_DIM, RANG_PEN_SMALL, x, y + 6 + line, RANG_LANES_NAMES * pen->scale - x - 12, line);
  if (late > 0)
    {
      lateness = g_strdup_printf (ngettext ("%u late", "%u late", late), late);
      rang_pen_text (pen, lateness, RANG_INK_LATE, RANG_PEN_BOLD | RANG_PEN_SMALL, x, y + 6 + 2 * line, -1, line);
    }
  draw_fullness (pen, route, x + 62 * pen->scale, y + 6 + 2 * line, line);
}

gboolean
rang_lanes_is_done (RangLanes *self, gint64 number)
{
  const RangOrderView *order = rang_day_view_find_order (self->view, number);

  return order != NULL && !rang_order_is_open (order->order);
}

/* Where the minutes of the last late stop stand: those of the next one do not lie on them. */
typedef struct
{
  double right;
  double bottom;
} LastMinutes;

/* The farthest that minutes are moved to the right; those that find no place by then are only in the list below. */
#define MOST_MOVED 60

static void
draw_minutes (RangPen *pen, gint32 minutes, double x, double middle, double width, LastMinutes *last)
{
  g_autofree char *text = g_strdup_printf ("+%d", minutes);
  double wide = rang_pen_text_width (pen, text, RANG_PEN_BOLD | RANG_PEN_SMALL), tall = 13 * pen->scale;
  double at = middle - tall / 2 < last->bottom && x < last->right ? last->right + 4 : x;

  if (at - x > MOST_MOVED * pen->scale || at + wide > width)
    return;
  rang_pen_text (pen, text, RANG_INK_LATE, RANG_PEN_BOLD | RANG_PEN_SMALL, at, middle - 9, -1, 18);
  *last = (LastMinutes){ at + wide, middle + tall / 2 };
}

static void
draw_stop (RangLanes *self,
           RangPen *pen,
           const RangBoardStop *stop,
           double y,
           double step,
           double width,
           gboolean chosen,
           LastMinutes *last)
{
  double bar = chosen ? 5 : 3, radius = (chosen ? 4 : 3) * pen->scale, middle = y + step / 2;
  double from = x_of (self, pen, CLAMP (stop->from, self->from, self->to), width);
  double to = x_of (self, pen, CLAMP (stop->to, self->from, self->to), width);
  double eta = x_of (self, pen, CLAMP (stop->expected, self->from, self->to), width);
  gboolean late = is_late (stop);
  RangInk ink = late ? RANG_INK_LATE_FILL : chosen ? RANG_INK_ACCENT : RANG_INK_TEXT;

  rang_pen_fill (pen, RANG_INK_TRACK, from, middle - bar / 2, MAX (1, to - from), bar);
  if (late)
    rang_pen_fill (pen, RANG_INK_LATE_FILL, to, middle - 1, MAX (0, eta - to), 2);
  rang_pen_dot (pen, ink, eta, middle, radius, rang_lanes_is_done (self, stop->order) || late ? 0 : 1.5);
  if (late && chosen)
    draw_minutes (pen, stop->expected_late, eta + radius + 3, middle, width, last);
}

/* A break takes the whole height of the lane: nothing is delivered meanwhile. */
static void
draw_breaks (RangLanes *self, RangPen *pen, const RangBoardRoute *route, double y, double height, double width)
{
  for (guint i = 0; i < route->breaks->len; i++)
    {
      const RangBoardBreak *one = &g_array_index (route->breaks, RangBoardBreak, i);
      double from = x_of (self, pen, CLAMP (one->from, self->from, self->to), width);
      double to = x_of (self, pen, CLAMP (one->to, self->from, self->to), width);

      rang_pen_fill (pen, RANG_INK_LEFT_OUT_PALE, from, y + 1, MAX (2, to - from), height - 3);
      rang_pen_fill (pen, RANG_INK_DIM, from, y + height - 4, MAX (2, to - from), 2);
    }
}

static void
draw_lane (RangLanes *self, RangPen *pen, const RangBoardRoute *route, double y, double height, double width)
{
  gboolean chosen = route->resource == self->chosen;
  double step = (height - 10) / MAX (1, route->stops->len);
  LastMinutes last = { 0, 0 };

  if (chosen)
    {
      rang_pen_fill (pen, RANG_INK_SELECTION, 0, y, width, height - 1);
      rang_pen_fill (pen, RANG_INK_ACCENT, 0, y, 3, height - 1);
    }
  if (route->resource == self->over)
    rang_pen_frame (pen, RANG_INK_ACCENT, 1, y + 1, width - 2, height - 3, 4, 2);
  draw_name (pen, route, y);
  draw_breaks (self, pen, route, y, height, width);
  for (guint i = 0; i < route->stops->len; i++)
    draw_stop (self, pen, &g_array_index (route->stops, RangBoardStop, i), y + 5 + i * step, step, width, chosen,
               &last);
  rang_pen_fill (pen, RANG_INK_BORDER, 0, y + height - 1, width, 1);
}

void
rang_lanes_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RangLanes *self = RANG_LANES (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), y;
  RangPen pen;

  if (rang_lanes_count (self) == 0)
    return;
  rang_pen_init (&pen, widget, snapshot);
  y = RANG_LANES_HEAD * pen.scale;
  draw_axis (self, &pen, width, height);
  for (guint i = 0; i < rang_lanes_count (self); i++)
    {
      double lane = rang_lanes_get_height (self, rang_lanes_get_route (self, i), pen.scale);

      draw_lane (self, &pen, rang_lanes_get_route (self, i), y, lane, width);
      y += lane;
    }
  draw_now (self, &pen, width, y);
  if (gtk_widget_has_visible_focus (widget))
    rang_pen_frame (&pen, RANG_INK_ACCENT, 1, 1, width - 2, height - 2, 3, 2);
}
