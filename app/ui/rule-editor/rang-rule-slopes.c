/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for drawing who rises and who falls by other rules. */
#include "rule-editor/rang-rule-slopes.h"

#include <math.h>

#include "common/rang-pen.h"

#define ROW 24.0
#define NAME 112.0
#define NUMBER 32.0

struct _RangRuleSlopes
{
  GtkWidget parent_instance;
  const RangRuleEffect *effect;
};

G_DEFINE_FINAL_TYPE (RangRuleSlopes, rang_rule_slopes, GTK_TYPE_WIDGET)

static double
line_of (guint rank, guint n, double row)
{
  return (rank > 0 ? rank - 1 : n) * row;
}

static RangInk
ink_of (const RangRuleEffectOrder *order)
{
  gboolean kept = order->before != 0 && order->state_before == RANG_PLAN_ON_TIME;
  gboolean keeps = order->after != 0 && order->state_after == RANG_PLAN_ON_TIME;

  return kept == keeps ? RANG_INK_DIM : keeps ? RANG_INK_ONTIME : RANG_INK_LATE;
}

static void
draw_name (RangPen *pen, const RangRuleEffectOrder *order, guint rank, RangInk ink, double x, double y, double row)
{
  g_autofree char *number = g_strdup_printf ("%u", rank);
  RangPenFlags flags = RANG_PEN_SMALL | (ink == RANG_INK_DIM ? 0 : RANG_PEN_BOLD);

  rang_pen_text (pen, number, RANG_INK_FAINT, RANG_PEN_SMALL | RANG_PEN_RIGHT, x, y, NUMBER * pen->scale - 6, row);
  rang_pen_text (pen, order->client, ink == RANG_INK_DIM ? RANG_INK_TEXT : ink, flags, x + NUMBER * pen->scale, y,
                 NAME * pen->scale - 6, row);
}

static void
draw_curve (
    cairo_t *cr, const RangPen *pen, RangInk ink, double left, double right, double from, double to, double thickness)
{
  double middle = (left + right) / 2;

  gdk_cairo_set_source_rgba (cr, &pen->ink[ink]);
  cairo_set_line_width (cr, thickness);
  cairo_new_path (cr);
  cairo_move_to (cr, left, from);
  cairo_curve_to (cr, middle, from, middle, to, right, to);
  cairo_stroke (cr);
}

static void
draw_lines (RangRuleSlopes *self, RangPen *pen, double left, double right, double row, double height)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height);
  cairo_t *cr = gtk_snapshot_append_cairo (pen->snapshot, &bounds);
  guint n = self->effect->orders->len;

  for (guint i = 0; i < n; i++)
    {
      const RangRuleEffectOrder *order = self->effect->orders->pdata[i];
      RangInk ink = ink_of (order);
      double from, to;

      if (order->before == 0 || order->after == 0)
        continue;
      from = (order->before - 0.5) * row;
      to = (order->after - 0.5) * row;
      draw_curve (cr, pen, ink == RANG_INK_DIM ? RANG_INK_TRACK : ink, left, right, from, to,
                  ink == RANG_INK_DIM ? 1 : 2);
      if (!order->placed)
        continue;
      gdk_cairo_set_source_rgba (cr, &pen->ink[RANG_INK_SUM]);
      cairo_rectangle (cr, left - 3, from - 3, 6, 6);
      cairo_rectangle (cr, right - 3, to - 3, 6, 6);
      cairo_fill (cr);
    }
  draw_curve (cr, pen, RANG_INK_ONTIME, left, right, line_of (self->effect->before.on_time, n, row),
              line_of (self->effect->after.on_time, n, row), 2);
  cairo_destroy (cr);
}

static void
rang_rule_slopes_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RangRuleSlopes *self = RANG_RULE_SLOPES (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), row, side;
  RangPen pen;
  guint n;

  if (self->effect == NULL)
    return;
  rang_pen_init (&pen, widget, snapshot);
  row = ROW * pen.scale;
  side = (NAME + NUMBER) * pen.scale;
  n = self->effect->orders->len;
  for (guint i = 0; i < n; i++)
    {
      const RangRuleEffectOrder *order = self->effect->orders->pdata[i];
      RangInk ink = ink_of (order);

      if (order->before != 0)
        draw_name (&pen, order, order->before, ink, 0, (order->before - 1) * row, row);
      if (order->after != 0)
        draw_name (&pen, order, order->after, ink, width - side, (order->after - 1) * row, row);
    }
  rang_pen_fill (&pen, RANG_INK_ONTIME, 0, line_of (self->effect->before.on_time, n, row) - 1, side, 2);
  rang_pen_fill (&pen, RANG_INK_ONTIME, width - side, line_of (self->effect->after.on_time, n, row) - 1, side, 2);
  draw_lines (self, &pen, side, width - side, row, height);
}

static void
rang_rule_slopes_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  RangRuleSlopes *self = RANG_RULE_SLOPES (widget);
  guint n = self->effect != NULL ? self->effect->orders->len : 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 330;
  else
    *minimum = *natural = (int)ceil (n * ROW * rang_pen_scale_of (widget)) + 2;
}

static void
rang_rule_slopes_class_init (RangRuleSlopesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = rang_rule_slopes_snapshot;
  widget_class->measure = rang_rule_slopes_measure;
  gtk_widget_class_set_css_name (widget_class, "slopes");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rang_rule_slopes_init (RangRuleSlopes *self)
{
}

void
rang_rule_slopes_show (RangRuleSlopes *self, const RangRuleEffect *effect, const char *words)
{
  g_return_if_fail (RANG_IS_RULE_SLOPES (self));

  self->effect = effect;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

double
rang_rule_slopes_get_line (RangRuleSlopes *self)
{
  guint n;

  g_return_val_if_fail (RANG_IS_RULE_SLOPES (self), 0);

  if (self->effect == NULL)
    return 0;
  n = self->effect->orders->len;
  return line_of (self->effect->after.on_time, n, ROW * rang_pen_scale_of (GTK_WIDGET (self)));
}
