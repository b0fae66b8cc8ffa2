/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for drawing the vans' day on a time axis. */
#include "deliveries/rang-lanes.h"

#include <math.h>

#include <glib/gi18n.h>

#include "common/rang-pen.h"
#include "common/rang-words.h"

#define HEAD 26.0
/* Five vans fit in what the page gives the lanes. */
#define LANE 64.0
#define CHOSEN_LANE 118.0
#define NAMES 236.0

struct _RangLanes
{
  GtkWidget parent_instance;
  const RangDayView *view;
  gint64 chosen;
  gint64 over; /* the van a stop is carried over, 0 none */
  RangTime from;
  RangTime to;
};

G_DEFINE_FINAL_TYPE (RangLanes, rang_lanes, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
n_routes (RangLanes *self)
{
  return self->view != NULL && self->view->routes != NULL ? self->view->routes->len : 0;
}

static const RangBoardRoute *
route_at (RangLanes *self, guint i)
{
  return g_ptr_array_index (self->view->routes, i);
}

static double
lane_height (RangLanes *self, const RangBoardRoute *route, double scale)
{
  return floor ((route->resource == self->chosen ? CHOSEN_LANE : LANE) * scale);
}

static double
x_of (RangLanes *self, RangPen *pen, RangTime time, double width)
{
  double left = NAMES * pen->scale, room = width - left - 16;

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
        rang_pen_text (pen, text, RANG_INK_DIM, RANG_PEN_SMALL | RANG_PEN_CENTRE, x - 30, 0, 60, HEAD * pen->scale);
      rang_pen_fill (pen, RANG_INK_HAIRLINE, floor (x), HEAD * pen->scale, 1, height - HEAD * pen->scale);
    }
}

static void
draw_now (RangLanes *self, RangPen *pen, double width, double height)
{
  g_autofree char *text = rang_words_time (self->view->now);
  double x = x_of (self, pen, self->view->now, width), tall = 20 * pen->scale, wide = now_width (self, pen);

  if (!shows_now (self))
    return;
  rang_pen_fill (pen, RANG_INK_TEXT, floor (x), HEAD * pen->scale, 1.5, height - HEAD * pen->scale);
  rang_pen_fill_round (pen, RANG_INK_TEXT, floor (x - wide / 2), 3, wide, tall, tall / 2);
  rang_pen_text (pen, text, RANG_INK_VIEW, RANG_PEN_BOLD | RANG_PEN_SMALL | RANG_PEN_CENTRE, floor (x - wide / 2), 3,
                 wide, tall);
}

static gboolean
is_late (const RangBoardStop *stop)
{
  return stop->expected_late > 0 || stop->missed;
}

static guint
count_late (const RangBoardRoute *route)
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
  guint late = count_late (route);
  g_autofree char *stops = NULL;
  g_autofree char *lateness = NULL;

  /* Translators: number of visits of a van; kilometres. */
  stops = g_strdup_printf (ngettext ("%u stop, %d km", "%u stops, %d km", route->visits), route->visits,
                           (int)rang_board_route_get_km (route));
  rang_pen_text (pen, route->resource_name, RANG_INK_TEXT, RANG_PEN_BOLD, x, y + 6, -1, line);
  rang_pen_text (pen, route->courier_name != NULL ? route->courier_name : _ ("nobody drives"), RANG_INK_TEXT,
                 RANG_PEN_SMALL, x + name + 10, y + 6, NAMES * pen->scale - name - x - 24, line);
  rang_pen_text (pen, stops, RANG_INK_DIM, RANG_PEN_SMALL, x, y + 6 + line, NAMES * pen->scale - x - 12, line);
  if (late > 0)
    {
      lateness = g_strdup_printf (ngettext ("%u late", "%u late", late), late);
      rang_pen_text (pen, lateness, RANG_INK_LATE, RANG_PEN_BOLD | RANG_PEN_SMALL, x, y + 6 + 2 * line, -1, line);
    }
  draw_fullness (pen, route, x + 62 * pen->scale, y + 6 + 2 * line, line);
}

static gboolean
is_done (RangLanes *self, gint64 number)
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
  rang_pen_dot (pen, ink, eta, middle, radius, is_done (self, stop->order) || late ? 0 : 1.5);
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

static void
rang_lanes_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RangLanes *self = RANG_LANES (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), y;
  RangPen pen;

  if (n_routes (self) == 0)
    return;
  rang_pen_init (&pen, widget, snapshot);
  y = HEAD * pen.scale;
  draw_axis (self, &pen, width, height);
  for (guint i = 0; i < n_routes (self); i++)
    {
      double lane = lane_height (self, route_at (self, i), pen.scale);

      draw_lane (self, &pen, route_at (self, i), y, lane, width);
      y += lane;
    }
  draw_now (self, &pen, width, y);
  if (gtk_widget_has_visible_focus (widget))
    rang_pen_frame (&pen, RANG_INK_ACCENT, 1, 1, width - 2, height - 2, 3, 2);
}

static void
rang_lanes_measure (GtkWidget *widget,
                    GtkOrientation orientation,
                    int for_size,
                    int *minimum,
                    int *natural,
                    int *minimum_baseline,
                    int *natural_baseline)
{
  RangLanes *self = RANG_LANES (widget);
  double scale = rang_pen_scale_of (widget), height = HEAD * scale;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = (int)(480 * scale);
      return;
    }
  for (guint i = 0; i < n_routes (self); i++)
    height += lane_height (self, route_at (self, i), scale);
  *minimum = *natural = (int)height;
}

static void
choose (RangLanes *self, guint i)
{
  g_signal_emit (self, signals[CHOSEN], 0, route_at (self, i)->resource);
}

/* Which route is drawn at @y; @inside: how far below its upper edge, 0 to 1. */
static const RangBoardRoute *
find_lane (RangLanes *self, double y, guint *index, double *inside)
{
  double scale = rang_pen_scale_of (GTK_WIDGET (self)), top = HEAD * scale;

  for (guint i = 0; i < n_routes (self); i++)
    {
      double lane = lane_height (self, route_at (self, i), scale);

      if (y >= top && y < top + lane)
        {
          *index = i;
          *inside = (y - top - 5) / (lane - 10);
          return route_at (self, i);
        }
      top += lane;
    }
  return NULL;
}

static void
pressed_cb (RangLanes *self, int n_press, double x, double y)
{
  double inside;
  guint index;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (find_lane (self, y, &index, &inside) != NULL)
    choose (self, index);
}

/* --- carrying a stop to another van --- */

static GdkContentProvider *
prepare_cb (GtkDragSource *source, double x, double y, RangLanes *self)
{
  double inside;
  guint index;
  const RangBoardRoute *route = find_lane (self, y, &index, &inside);
  int stop;

  if (route == NULL || route->stops->len == 0 || x < NAMES * rang_pen_scale_of (GTK_WIDGET (self)))
    return NULL;
  stop = CLAMP ((int)(inside * route->stops->len), 0, (int)route->stops->len - 1);
  if (is_done (self, g_array_index (route->stops, RangBoardStop, stop).order))
    return NULL;
  return gdk_content_provider_new_typed (G_TYPE_INT64, g_array_index (route->stops, RangBoardStop, stop).order);
}

static void
carry_over (RangLanes *self, gint64 resource)
{
  if (self->over == resource)
    return;
  self->over = resource;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, RangLanes *self)
{
  double inside;
  guint index;
  const RangBoardRoute *route = find_lane (self, y, &index, &inside);

  carry_over (self, route != NULL ? route->resource : 0);
  return route != NULL && !route->out_of_service ? GDK_ACTION_COPY : 0;
}

static void
leave_cb (GtkDropTarget *target, RangLanes *self)
{
  carry_over (self, 0);
}

static gboolean
drop_cb (GtkDropTarget *target, const GValue *value, double x, double y, RangLanes *self)
{
  double inside;
  guint index;
  const RangBoardRoute *route = find_lane (self, y, &index, &inside);

  carry_over (self, 0);
  if (route == NULL)
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, g_value_get_int64 (value), route->resource);
  return TRUE;
}

static void
add_carrying (RangLanes *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT64, GDK_ACTION_COPY);

  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static gboolean
key_pressed_cb (RangLanes *self, guint key, guint code, GdkModifierType state)
{
  int step = key == GDK_KEY_Up ? -1 : key == GDK_KEY_Down ? 1 : 0;

  if (step == 0)
    return FALSE;
  for (guint i = 0; i < n_routes (self); i++)
    if (route_at (self, i)->resource == self->chosen && (step > 0 ? i + 1 < n_routes (self) : i > 0))
      {
        choose (self, (guint)((int)i + step));
        return TRUE;
      }
  return FALSE;
}

static gboolean
query_tooltip_cb (RangLanes *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (y > HEAD * rang_pen_scale_of (GTK_WIDGET (self)))
    return FALSE;
  gtk_tooltip_set_text (
      tooltip, _ ("Pale bar: promised. Dot: arrival, filled when done. Red tail: lateness. Grey field: break."));
  return TRUE;
}

static void
rang_lanes_class_init (RangLanesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = rang_lanes_snapshot;
  widget_class->measure = rang_lanes_measure;
  gtk_widget_class_set_css_name (widget_class, "lanes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[DROPPED] = g_signal_new ("dropped", RANG_TYPE_LANES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                   G_TYPE_INT64, G_TYPE_INT64);
  signals[CHOSEN]
      = g_signal_new ("chosen", RANG_TYPE_LANES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
rang_lanes_init (RangLanes *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "lanes");
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  add_carrying (self);
}

static void
widen (RangLanes *self, RangTime from, RangTime to)
{
  if (from != RANG_TIME_NONE)
    self->from = MIN (self->from, from);
  if (to != RANG_TIME_NONE)
    self->to = MAX (self->to, to);
}

void
rang_lanes_show (RangLanes *self, const RangDayView *view, gint64 chosen)
{
  g_autoptr (GString) words = g_string_new (_ ("The vans' day"));

  g_return_if_fail (RANG_IS_LANES (self));

  self->view = view;
  self->chosen = chosen;
  self->from = 8 * 3600;
  self->to = 17 * 3600;
  for (guint i = 0; i < n_routes (self); i++)
    {
      const RangBoardRoute *route = route_at (self, i);
      guint late = count_late (route);

      widen (self, route->shift.from, RANG_TIME_NONE);
      for (guint j = 0; j < route->stops->len; j++)
        {
          const RangBoardStop *stop = &g_array_index (route->stops, RangBoardStop, j);

          widen (self, stop->eta, stop->eta + 900);
          widen (self, stop->expected, MIN (stop->expected + 900, RANG_TIME_END_OF_DAY));
        }
      g_string_append_printf (words, "; %s: ", route->resource_name);
      g_string_append_printf (words, ngettext ("%u stop, ", "%u stops, ", route->visits), route->visits);
      g_string_append_printf (words, ngettext ("%u late", "%u late", late), late);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
