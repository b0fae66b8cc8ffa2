/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for drawing the routes from coordinates. */
#include "deliveries/rang-route-map.h"

#include <math.h>

#include <glib/gi18n.h>

#include "base/rang-spread.h"
#include "common/rang-pen.h"

#define PADDING 34.0
#define TOP 30.0
/* Of a numbered stop. */
#define RADIUS 9.0

typedef struct
{
  double west, south, east, north; /* degrees; east and west shrunk by the latitude */
  double shrink;
  double scale; /* pixels a degree */
  double left, top;
} Frame;

struct _RangRouteMap
{
  GtkWidget parent_instance;
  const RangDayView *view;
  gint64 chosen;
};

G_DEFINE_FINAL_TYPE (RangRouteMap, rang_route_map, GTK_TYPE_WIDGET)

static const RangPlace *
place_of (RangRouteMap *self, gint64 order)
{
  const RangOrderView *view = rang_day_view_find_order (self->view, order);

  return view != NULL && view->order->place.located ? &view->order->place : NULL;
}

static void
widen (Frame *frame, const RangPlace *place)
{
  double x = place->lon / 1e6 * frame->shrink, y = place->lat / 1e6;

  frame->west = fmin (frame->west, x);
  frame->east = fmax (frame->east, x);
  frame->south = fmin (frame->south, y);
  frame->north = fmax (frame->north, y);
}

static guint
n_routes (RangRouteMap *self)
{
  return self->view != NULL && self->view->routes != NULL ? self->view->routes->len : 0;
}

static const RangBoardRoute *
find_chosen (RangRouteMap *self)
{
  for (guint r = 0; r < n_routes (self); r++)
    if (((const RangBoardRoute *)g_ptr_array_index (self->view->routes, r))->resource == self->chosen)
      return g_ptr_array_index (self->view->routes, r);
  return NULL;
}

/* The stops of the chosen van and the depot, with the same scale in both directions: its numbers must be legible. */
static gboolean
measure_frame (RangRouteMap *self, double width, double height, Frame *frame)
{
  const RangPlace *depot = &self->view->settings->depot;

  *frame = (Frame){ G_MAXDOUBLE, G_MAXDOUBLE, -G_MAXDOUBLE, -G_MAXDOUBLE, 1, 0, 0, 0 };
  for (guint r = 0; r < n_routes (self); r++)
    {
      const RangBoardRoute *route = g_ptr_array_index (self->view->routes, r);

      for (guint s = 0; route->resource == self->chosen && s < route->stops->len; s++)
        {
          const RangPlace *place = place_of (self, g_array_index (route->stops, RangBoardStop, s).order);

          if (place == NULL)
            continue;
          if (frame->west == G_MAXDOUBLE)
            frame->shrink = cos (place->lat / 1e6 * G_PI / 180);
          widen (frame, place);
        }
    }
  if (frame->west == G_MAXDOUBLE)
    return FALSE;
  if (depot->located)
    widen (frame, depot);
  frame->scale = fmin ((width - 2 * PADDING) / fmax (frame->east - frame->west, 1e-4),
                       (height - TOP - 2 * PADDING) / fmax (frame->north - frame->south, 1e-4));
  frame->left = (width - (frame->east - frame->west) * frame->scale) / 2;
  frame->top = TOP + (height - TOP - (frame->north - frame->south) * frame->scale) / 2;
  return frame->scale > 0;
}

static graphene_point_t
point_of (const Frame *frame, const RangPlace *place)
{
  return GRAPHENE_POINT_INIT ((float)(frame->left + (place->lon / 1e6 * frame->shrink - frame->west) * frame->scale),
                              (float)(frame->top + (frame->north - place->lat / 1e6) * frame->scale));
}

static void
set_ink (cairo_t *cr, const RangPen *pen, RangInk ink)
{
  gdk_cairo_set_source_rgba (cr, &pen->ink[ink]);
}

static void
draw_line (RangRouteMap *self, RangPen *pen, cairo_t *cr, const Frame *frame, const RangBoardRoute *route)
{
  const RangPlace *depot = &self->view->settings->depot;
  gboolean chosen = route->resource == self->chosen, moved = FALSE;
  graphene_point_t home = point_of (frame, depot);

  if (depot->located)
    {
      cairo_move_to (cr, home.x, home.y);
      moved = TRUE;
    }
  for (guint s = 0; s < route->stops->len; s++)
    {
      const RangPlace *place = place_of (self, g_array_index (route->stops, RangBoardStop, s).order);
      graphene_point_t at;

      if (place == NULL)
        continue;
      at = point_of (frame, place);
      if (moved)
        cairo_line_to (cr, at.x, at.y);
      else
        cairo_move_to (cr, at.x, at.y);
      moved = TRUE;
    }
  if (depot->located)
    cairo_line_to (cr, home.x, home.y);
  set_ink (cr, pen, chosen ? RANG_INK_ACCENT : RANG_INK_BORDER);
  cairo_set_line_width (cr, chosen ? 2 : 1);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (cr);
}

/* Where the numbers of the chosen van's stops stand, of several orders at one door one number; in the order of
 * driving. */
typedef struct
{
  const RangBoardStop *stop;
  RangSpot at;
  RangSpot number;
} Numbered;

static GArray *
place_numbers (RangRouteMap *self, const Frame *frame, double scale, double width, double height)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (Numbered));
  const RangPlace *depot = &self->view->settings->depot;
  const RangBoardRoute *route = find_chosen (self);
  g_auto (RangSpread) spread = { 0 };
  guint place = 0;

  rang_spread_init (&spread, width, height, RADIUS * scale);
  if (depot->located)
    rang_spread_take (&spread, (RangSpot){ point_of (frame, depot).x, point_of (frame, depot).y });
  for (guint s = 0; route != NULL && s < route->stops->len; s++)
    {
      const RangBoardStop *stop = &g_array_index (route->stops, RangBoardStop, s);
      const RangPlace *where = place_of (self, stop->order);
      Numbered one = { .stop = stop };

      if (where == NULL || stop->place == place)
        continue;
      place = stop->place;
      one.at = (RangSpot){ point_of (frame, where).x, point_of (frame, where).y };
      one.number = rang_spread_place (&spread, one.at);
      g_array_append_val (numbers, one);
    }
  return numbers;
}

/* From where a stop is to its number, which found no room there. */
static void
draw_leaders (RangPen *pen, cairo_t *cr, const GArray *numbers)
{
  set_ink (cr, pen, RANG_INK_ACCENT);
  cairo_set_line_width (cr, 1);
  for (guint i = 0; i < numbers->len; i++)
    {
      const Numbered *one = &g_array_index (numbers, Numbered, i);

      cairo_move_to (cr, one->at.x, one->at.y);
      cairo_line_to (cr, one->number.x, one->number.y);
    }
  cairo_stroke (cr);
}

/* A stop of the chosen van: filled when done, a ring when to come, red when late; its place in it. */
static void
draw_number (RangPen *pen, const RangBoardStop *stop, RangSpot at)
{
  g_autofree char *number = g_strdup_printf ("%u", stop->place);
  gboolean late = stop->expected_late > 0 || stop->missed;
  double radius = RADIUS * pen->scale;
  RangInk ink = late ? RANG_INK_LATE_FILL : RANG_INK_ACCENT;

  rang_pen_dot (pen, stop->done || late ? ink : RANG_INK_VIEW, at.x, at.y, radius, 0);
  if (!stop->done && !late)
    rang_pen_dot (pen, ink, at.x, at.y, radius, 1.5);
  rang_pen_text (pen, number, stop->done || late ? RANG_INK_ON_FILL : RANG_INK_ACCENT_TEXT,
                 RANG_PEN_BOLD | RANG_PEN_SMALL | RANG_PEN_CENTRE, at.x - 14 * pen->scale, at.y - radius,
                 28 * pen->scale, 2 * radius);
}

static void
draw_dots (RangRouteMap *self, RangPen *pen, const Frame *frame, const RangBoardRoute *route)
{
  for (guint s = 0; s < route->stops->len; s++)
    {
      const RangPlace *where = place_of (self, g_array_index (route->stops, RangBoardStop, s).order);

      if (where != NULL)
        rang_pen_dot (pen, route->resource == self->chosen ? RANG_INK_ACCENT : RANG_INK_FAINT,
                      point_of (frame, where).x, point_of (frame, where).y, 2 * pen->scale, 0);
    }
}

static void
draw_lines (RangRouteMap *self,
            RangPen *pen,
            GtkSnapshot *snapshot,
            const Frame *frame,
            const GArray *numbers,
            double width,
            double height)
{
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  for (int pass = 0; pass < 2; pass++)
    for (guint r = 0; r < n_routes (self); r++)
      {
        const RangBoardRoute *route = g_ptr_array_index (self->view->routes, r);

        if ((route->resource == self->chosen) == (pass == 1))
          draw_line (self, pen, cr, frame, route);
      }
  draw_leaders (pen, cr, numbers);
  cairo_destroy (cr);
}

/* A whole number of kilometres that takes about a fifth of the width. */
static void
draw_scale (RangPen *pen, const Frame *frame, double width, double height)
{
  const double steps[] = { 1, 2, 5, 10, 20, 50, 100 };
  double km_pixels = frame->scale / 111.2, length = steps[0];
  const RangPenFlags flags = RANG_PEN_SMALL | RANG_PEN_RIGHT | RANG_PEN_WRAP;
  g_autofree char *text = NULL;
  double note;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * km_pixels <= width / 5)
      length = steps[i];
  text = g_strdup_printf (_ ("%d km"), (int)length);
  rang_pen_text (pen, text, RANG_INK_DIM, RANG_PEN_SMALL, 12, height - 30 * pen->scale, -1, 16 * pen->scale);
  rang_pen_fill (pen, RANG_INK_DIM, 12, height - 10, length * km_pixels, 2);
  note = rang_pen_text_height (pen, _ ("schematic, without streets"), flags, width / 2 - 12);
  rang_pen_text (pen, _ ("schematic, without streets"), RANG_INK_DIM, flags, width / 2, height - note - 8,
                 width / 2 - 12, note);
}

static void
draw_title (RangRouteMap *self, RangPen *pen)
{
  for (guint r = 0; r < n_routes (self); r++)
    {
      const RangBoardRoute *route = g_ptr_array_index (self->view->routes, r);
      g_autofree char *title = NULL;

      if (route->resource != self->chosen)
        continue;
      /* Translators: a van, and how far it drives: "Van 3, 83 km". */
      title = g_strdup_printf (_ ("%s, %d km"), route->resource_name, (int)rang_board_route_get_km (route));
      rang_pen_text (pen, title, RANG_INK_TEXT, RANG_PEN_BOLD, 12, 6, -1, 20 * pen->scale);
    }
}

static void
rang_route_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RangRouteMap *self = RANG_ROUTE_MAP (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  g_autoptr (GArray) numbers = NULL;
  RangPen pen;
  Frame frame;

  if (n_routes (self) == 0)
    return;
  rang_pen_init (&pen, widget, snapshot);
  if (!measure_frame (self, width, height, &frame))
    {
      rang_pen_text (&pen, _ ("No coordinates to draw"), RANG_INK_DIM, RANG_PEN_CENTRE, 0, 0, width, height);
      return;
    }
  numbers = place_numbers (self, &frame, pen.scale, width, height);
  draw_lines (self, &pen, snapshot, &frame, numbers, width, height);
  for (guint r = 0; r < n_routes (self); r++)
    draw_dots (self, &pen, &frame, g_ptr_array_index (self->view->routes, r));
  for (guint i = numbers->len; i > 0; i--)
    draw_number (&pen, g_array_index (numbers, Numbered, i - 1).stop,
                 g_array_index (numbers, Numbered, i - 1).number);
  if (self->view->settings->depot.located)
    {
      graphene_point_t home = point_of (&frame, &self->view->settings->depot);

      rang_pen_fill_round (&pen, RANG_INK_SUM, home.x - 9, home.y - 9, 18, 18, 4);
      /* Translators: one letter for the depot on the map. */
      rang_pen_text (&pen, C_ ("map", "D"), RANG_INK_VIEW, RANG_PEN_BOLD | RANG_PEN_SMALL | RANG_PEN_CENTRE, home.x - 9,
                     home.y - 9, 18, 18);
    }
  draw_scale (&pen, &frame, width, height);
  draw_title (self, &pen);
}

static void
rang_route_map_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 120;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 320 : 300;
}

static void
rang_route_map_class_init (RangRouteMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = rang_route_map_snapshot;
  widget_class->measure = rang_route_map_measure;
  gtk_widget_class_set_css_name (widget_class, "route-map");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rang_route_map_init (RangRouteMap *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "lanes");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map of the routes"), -1);
}

void
rang_route_map_show (RangRouteMap *self, const RangDayView *view, gint64 chosen)
{
  g_return_if_fail (RANG_IS_ROUTE_MAP (self));

  self->view = view;
  self->chosen = chosen;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
