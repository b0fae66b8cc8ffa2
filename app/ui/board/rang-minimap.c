/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the map of the whole list beside it. */
#include "board/rang-minimap.h"

#include <math.h>

#include <glib/gi18n.h>

#include "board/rang-order-list-private.h"
#include "common/rang-pen.h"

#define WIDTH 18

struct _RangMinimap
{
  GtkWidget parent_instance;
  RangOrderList *list;
  gboolean watching;
};

G_DEFINE_FINAL_TYPE (RangMinimap, rang_minimap, GTK_TYPE_WIDGET)

static RangInk
ink_of (const RangBoardItem *item)
{
  switch (item->state)
    {
    case RANG_PLAN_LATE:
      return RANG_INK_LATE_PALE;
    case RANG_PLAN_NOT_TODAY:
      return RANG_INK_LEFT_OUT_PALE;
    case RANG_PLAN_ON_TIME:
      return RANG_INK_ONTIME_PALE;
    default:
      return RANG_INK_TRACK;
    }
}

/* Of several rows on one line of pixels the worst shows. */
static void
draw_states (RangPen *pen, GListModel *model, double strip, double width)
{
  guint n = g_list_model_get_n_items (model), lines = (guint)ceil (n * strip), from = 0;
  g_autofree guint8 *inks = g_new0 (guint8, lines + 1);
  static const guint8 severity[RANG_N_INKS]
      = { [RANG_INK_ONTIME_PALE] = 1, [RANG_INK_LEFT_OUT_PALE] = 2, [RANG_INK_LATE_PALE] = 3 };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RangBoardItem) item = g_list_model_get_item (model, i);
      RangInk ink = ink_of (item);
      guint line = (guint)floor (i * strip), end = (guint)ceil ((i + 1) * strip);

      for (; line < MIN (end, lines); line++)
        if (inks[line] == 0 || severity[ink] > severity[inks[line]])
          inks[line] = (guint8)ink;
    }
  for (guint line = 1; line <= lines; line++)
    if (line == lines || inks[line] != inks[from])
      {
        rang_pen_fill (pen, (RangInk)inks[from], 4, from, width - 8, line - from);
        from = line;
      }
}

static void
draw_moves (RangPen *pen, GListModel *model, double strip, double width)
{
  guint n = g_list_model_get_n_items (model);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RangBoardItem) item = g_list_model_get_item (model, i);

      if (item->moved_by != NULL)
        rang_pen_fill (pen, item->reason == RANG_PLACEMENT_PENDING ? RANG_INK_ACCENT : RANG_INK_TEXT, 4,
                       floor ((i + 0.5) * strip), width - 8, 2);
    }
}

static void
draw_frame (RangMinimap *self, RangPen *pen, double width, double height)
{
  GtkAdjustment *scroll = rang_order_list_get_adjustment (self->list);
  double all = gtk_adjustment_get_upper (scroll), page = gtk_adjustment_get_page_size (scroll);

  if (all <= page || all <= 0)
    return;
  rang_pen_frame (pen, RANG_INK_FAINT, 1, floor (gtk_adjustment_get_value (scroll) / all * height), width - 2,
                  ceil (page / all * height), 3, 1);
}

static void
rang_minimap_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RangMinimap *self = RANG_MINIMAP (widget);
  GListModel *model = rang_order_list_get_model (self->list);
  guint n = g_list_model_get_n_items (model);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), strip;
  const RangListLook *look = &self->list->look;
  RangPen pen;

  if (n == 0)
    return;
  rang_pen_init (&pen, widget, snapshot);
  strip = MIN (height / n, 26 * pen.scale);
  draw_states (&pen, model, strip, width);
  draw_moves (&pen, model, strip, width);
  if (look->on_time.rank > 0)
    rang_pen_fill (&pen, RANG_INK_ONTIME, 2, floor ((look->on_time.rank - 1) * strip), width - 4, 2);
  if (look->today.rank > 0)
    rang_pen_fill (&pen, RANG_INK_LEFT_OUT, 2, floor ((look->today.rank - 1) * strip), width - 4, 2);
  draw_frame (self, &pen, width, MIN (height, strip * n));
}

static void
rang_minimap_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 40;
}

static void
scroll_to_point (RangMinimap *self, double y)
{
  GtkAdjustment *scroll = rang_order_list_get_adjustment (self->list);
  guint n = g_list_model_get_n_items (rang_order_list_get_model (self->list));
  double height = gtk_widget_get_height (GTK_WIDGET (self)), upper = gtk_adjustment_get_upper (scroll);

  if (n == 0 || height <= 0)
    return;
  height = MIN (height, 26 * rang_pen_scale_of (GTK_WIDGET (self)) * n);
  gtk_adjustment_set_value (scroll, y / height * upper - gtk_adjustment_get_page_size (scroll) / 2);
}

static void
drag_begin_cb (GtkGestureDrag *drag, double x, double y, RangMinimap *self)
{
  scroll_to_point (self, y);
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, RangMinimap *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (drag, &x, &y))
    scroll_to_point (self, y + dy);
}

static void
rang_minimap_realize (GtkWidget *widget)
{
  RangMinimap *self = RANG_MINIMAP (widget);

  GTK_WIDGET_CLASS (rang_minimap_parent_class)->realize (widget);
  if (self->watching)
    return;
  self->watching = TRUE;
  g_signal_connect_object (rang_order_list_get_adjustment (self->list), "value-changed",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (rang_order_list_get_adjustment (self->list), "changed", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
}

static void
rang_minimap_class_init (RangMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = rang_minimap_snapshot;
  widget_class->measure = rang_minimap_measure;
  widget_class->realize = rang_minimap_realize;
  gtk_widget_class_set_css_name (widget_class, "minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rang_minimap_init (RangMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "minimap");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _ ("The whole list: click to go there"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map of the whole list"),
                                  -1);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
rang_minimap_new (RangOrderList *list)
{
  RangMinimap *self = g_object_new (RANG_TYPE_MINIMAP, NULL);

  self->list = list;
  return GTK_WIDGET (self);
}
