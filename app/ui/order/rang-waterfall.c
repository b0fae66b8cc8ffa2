/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for drawing how an order's points add up. */
#include "order/rang-waterfall.h"

#include <math.h>

#include <glib/gi18n.h>

#include "common/rang-pen.h"
#include "order/rang-order-words.h"

#define ROW 24.0
#define AROUND 8.0 /* between an explanation on several lines and the next row */
#define BAR 10.0
#define PLOT 78.0
#define PLOT_SHARE 0.28 /* of the width, at most: large text needs the room */
#define NUMBER 34.0
#define LEAST_WIDTH 240

struct _RangWaterfall
{
  GtkWidget parent_instance;
  RangBoardScore *score;
  GPtrArray *asked; /* (element-type utf8): what each reason went by */
};

G_DEFINE_FINAL_TYPE (RangWaterfall, rang_waterfall, GTK_TYPE_WIDGET)

static void
find_range (const RangBoardScore *score, gint64 *low, gint64 *high)
{
  gint64 at = 0;

  *low = *high = 0;
  for (guint i = 0; i < score->reasons->len; i++)
    {
      at += ((const RangBoardReason *)g_ptr_array_index (score->reasons, i))->points;
      *low = MIN (*low, at);
      *high = MAX (*high, at);
    }
}

static double
plot_width (const RangPen *pen, double width)
{
  return MIN (PLOT * pen->scale, PLOT_SHARE * width);
}

/* Where the bars begin: the explanations have the room to the left of it. */
static double
bars_at (const RangPen *pen, double width)
{
  return width - NUMBER * pen->scale - plot_width (pen, width) - 6;
}

static int
text_height (RangPen *pen, const char *text, double width)
{
  return rang_pen_text_height (pen, text, RANG_PEN_SMALL | RANG_PEN_WRAP, bars_at (pen, width) - 8);
}

static double
row_height (RangPen *pen, const RangBoardReason *reason, double width)
{
  return MAX (ROW * pen->scale, text_height (pen, reason->text, width) + AROUND * pen->scale);
}

/* The row and what stands below it. */
static double
full_height (RangWaterfall *self, RangPen *pen, guint i, double width)
{
  return row_height (pen, g_ptr_array_index (self->score->reasons, i), width)
         + text_height (pen, g_ptr_array_index (self->asked, i), width);
}

static void
draw_reason (
    RangPen *pen, const RangBoardReason *reason, double x, double y, double from, double to, double width, double row)
{
  g_autofree char *points = g_strdup_printf ("%+" G_GINT64_FORMAT, reason->points);
  double bar = BAR * pen->scale;
  RangInk ink = reason->points < 0 ? RANG_INK_LATE_FILL : RANG_INK_ACCENT;

  rang_pen_text (pen, reason->text, RANG_INK_TEXT, RANG_PEN_SMALL | RANG_PEN_WRAP, 0, y, x - 8, row);
  rang_pen_fill (pen, ink, x + MIN (from, to), floor (y + (row - bar) / 2), MAX (1, fabs (to - from)), bar);
  rang_pen_text (pen, points, reason->points < 0 ? RANG_INK_LATE : RANG_INK_TEXT, RANG_PEN_RIGHT,
                 width - NUMBER * pen->scale, y, NUMBER * pen->scale, row);
}

static void
draw_sum (RangPen *pen, const RangBoardScore *score, double x, double y, double from, double to, double width)
{
  g_autofree char *points = g_strdup_printf ("%" G_GINT64_FORMAT, score->points);
  double bar = BAR * pen->scale, row = ROW * pen->scale;

  rang_pen_fill (pen, RANG_INK_BORDER, 0, y, width, 1);
  rang_pen_text (pen, _ ("Points"), RANG_INK_TEXT, RANG_PEN_BOLD, 0, y, x - 8, row);
  rang_pen_fill (pen, RANG_INK_SUM, x + MIN (from, to), floor (y + (row - bar) / 2), fabs (to - from), bar);
  rang_pen_text (pen, points, RANG_INK_TEXT, RANG_PEN_BOLD | RANG_PEN_RIGHT, width - NUMBER * pen->scale, y,
                 NUMBER * pen->scale, row);
}

static void
rang_waterfall_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RangWaterfall *self = RANG_WATERFALL (widget);
  double width = gtk_widget_get_width (widget), y = 0, plot, x, unit;
  gint64 low, high, at = 0;
  RangPen pen;

  if (self->score == NULL)
    return;
  rang_pen_init (&pen, widget, snapshot);
  plot = plot_width (&pen, width);
  x = bars_at (&pen, width);
  find_range (self->score, &low, &high);
  unit = plot / (double)MAX (1, high - low);
  for (guint i = 0; i < self->score->reasons->len; i++)
    {
      const RangBoardReason *reason = g_ptr_array_index (self->score->reasons, i);
      double from = (double)(at - low) * unit, to, row = row_height (&pen, reason, width), next = ROW * pen.scale;
      double full = full_height (self, &pen, i, width);

      at += reason->points;
      to = (double)(at - low) * unit;
      draw_reason (&pen, reason, x, y, from, to, width, row);
      rang_pen_text (&pen, g_ptr_array_index (self->asked, i), RANG_INK_DIM, RANG_PEN_SMALL | RANG_PEN_WRAP, 0,
                     y + row - 4, x - 8, full - row);
      if (i + 1 < self->score->reasons->len)
        next = row_height (&pen, g_ptr_array_index (self->score->reasons, i + 1), width);
      /* From this bar down to the next one. */
      rang_pen_fill (&pen, RANG_INK_FAINT, x + to - 0.5, y + (row + BAR * pen.scale) / 2, 1,
                     full - (row + BAR * pen.scale) / 2 + (next - BAR * pen.scale) / 2);
      y += full;
    }
  draw_sum (&pen, self->score, x, y, (double)(0 - low) * unit, (double)(self->score->points - low) * unit, width);
}

static void
rang_waterfall_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  RangWaterfall *self = RANG_WATERFALL (widget);
  double height = 0;
  RangPen pen;

  rang_pen_init (&pen, widget, NULL);
  for (guint i = 0; self->score != NULL && i < self->score->reasons->len; i++)
    height += full_height (self, &pen, i, for_size < 0 ? LEAST_WIDTH : for_size);
  if (self->score != NULL)
    height += ROW * pen.scale;
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : (int)ceil (height);
}

static GtkSizeRequestMode
rang_waterfall_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rang_waterfall_finalize (GObject *object)
{
  g_clear_pointer (&RANG_WATERFALL (object)->score, rang_board_score_free);
  g_clear_pointer (&RANG_WATERFALL (object)->asked, g_ptr_array_unref);
  G_OBJECT_CLASS (rang_waterfall_parent_class)->finalize (object);
}

static void
rang_waterfall_class_init (RangWaterfallClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rang_waterfall_finalize;
  widget_class->snapshot = rang_waterfall_snapshot;
  widget_class->measure = rang_waterfall_measure;
  widget_class->get_request_mode = rang_waterfall_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "waterfall");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static gboolean
query_tooltip_cb (RangWaterfall *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const RangBoardReason *reason = NULL;
  const char *text = "";
  g_autofree char *whole = NULL;
  double end = 0;
  RangPen pen;

  rang_pen_init (&pen, GTK_WIDGET (self), NULL);
  for (guint i = 0; self->score != NULL && i < self->score->reasons->len && y >= end; i++)
    {
      reason = g_ptr_array_index (self->score->reasons, i);
      text = g_ptr_array_index (self->asked, i);
      end += full_height (self, &pen, i, gtk_widget_get_width (GTK_WIDGET (self)));
    }
  if (reason == NULL || y >= end)
    return FALSE;
  whole = g_strdup_printf ("%s\n%s", reason->text, text);
  gtk_tooltip_set_text (tooltip, whole);
  return TRUE;
}

static void
rang_waterfall_init (RangWaterfall *self)
{
  self->asked = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

void
rang_waterfall_show (RangWaterfall *self, const RangBoardScore *score)
{
  g_autoptr (GString) words = g_string_new (NULL);

  g_return_if_fail (RANG_IS_WATERFALL (self));

  g_clear_pointer (&self->score, rang_board_score_free);
  self->score = score != NULL ? rang_board_score_copy (score) : NULL;
  g_ptr_array_set_size (self->asked, 0);
  for (guint i = 0; score != NULL && i < score->reasons->len; i++)
    {
      const RangBoardReason *reason = g_ptr_array_index (score->reasons, i);

      char *asked = rang_order_words_asked (score, reason);

      g_ptr_array_add (self->asked, asked);
      g_string_append_printf (words, "%s %+" G_GINT64_FORMAT "; ", reason->text, reason->points);
      if (*asked != '\0')
        g_string_append_printf (words, "%s; ", asked);
    }
  if (score != NULL)
    /* Translators: spoken after the parts that the points are made of; %s is their sum. */
    g_string_append_printf (words, "%s %" G_GINT64_FORMAT, _ ("Points"), score->points);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
