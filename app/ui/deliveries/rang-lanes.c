/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the vans' day on a time axis: what it shows, and how a van or a stop is taken hold of. */
#include "deliveries/rang-lanes-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (RangLanes, rang_lanes, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  DROPPED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

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
  double scale = rang_pen_scale_of (widget), height = RANG_LANES_HEAD * scale;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = (int)(480 * scale);
      return;
    }
  for (guint i = 0; i < rang_lanes_count (self); i++)
    height += rang_lanes_get_height (self, rang_lanes_get_route (self, i), scale);
  *minimum = *natural = (int)height;
}

static void
choose (RangLanes *self, guint i)
{
  g_signal_emit (self, signals[CHOSEN], 0, rang_lanes_get_route (self, i)->resource);
}

/* Which route is drawn at @y; @inside: how far below its upper edge, 0 to 1. */
static const RangBoardRoute *
find_lane (RangLanes *self, double y, guint *index, double *inside)
{
  double scale = rang_pen_scale_of (GTK_WIDGET (self)), top = RANG_LANES_HEAD * scale;

  for (guint i = 0; i < rang_lanes_count (self); i++)
    {
      double lane = rang_lanes_get_height (self, rang_lanes_get_route (self, i), scale);

      if (y >= top && y < top + lane)
        {
          *index = i;
          *inside = (y - top - 5) / (lane - 10);
          return rang_lanes_get_route (self, i);
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

  if (route == NULL || route->stops->len == 0 || x < RANG_LANES_NAMES * rang_pen_scale_of (GTK_WIDGET (self)))
    return NULL;
  stop = CLAMP ((int)(inside * route->stops->len), 0, (int)route->stops->len - 1);
  if (rang_lanes_is_done (self, g_array_index (route->stops, RangBoardStop, stop).order))
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
  for (guint i = 0; i < rang_lanes_count (self); i++)
    if (rang_lanes_get_route (self, i)->resource == self->chosen && (step > 0 ? i + 1 < rang_lanes_count (self) : i > 0))
      {
        choose (self, (guint)((int)i + step));
        return TRUE;
      }
  return FALSE;
}

static gboolean
query_tooltip_cb (RangLanes *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  if (y > RANG_LANES_HEAD * rang_pen_scale_of (GTK_WIDGET (self)))
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
  for (guint i = 0; i < rang_lanes_count (self); i++)
    {
      const RangBoardRoute *route = rang_lanes_get_route (self, i);
      guint late = rang_lanes_count_late (route);

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
