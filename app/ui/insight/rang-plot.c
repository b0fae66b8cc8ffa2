/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a plot in the window: its size, its drawing, and its words for assistive technology. */
#include "insight/rang-plot.h"

struct _RangPlot
{
  GtkWidget parent_instance;
  RangInsightView *view;
  RangInsightPlot which;
};

G_DEFINE_FINAL_TYPE (RangPlot, rang_plot, GTK_TYPE_WIDGET)

static void
rang_plot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RangPlot *self = RANG_PLOT (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;
  RangCanvas canvas;

  if (self->view == NULL || width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height));
  rang_canvas_init_widget (&canvas, widget, cr);
  rang_insight_plot_draw (&canvas, self->view, self->which, 0, 0, width, height);
  rang_canvas_clear (&canvas);
  cairo_destroy (cr);
}

static void
rang_plot_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  double scale = rang_pen_scale_of (widget);

  *minimum = (int)((orientation == GTK_ORIENTATION_HORIZONTAL ? 300 : 190) * scale);
  *natural = (int)((orientation == GTK_ORIENTATION_HORIZONTAL ? 380 : 260) * scale);
}

static void
rang_plot_finalize (GObject *object)
{
  g_clear_pointer (&RANG_PLOT (object)->view, rang_insight_view_unref);
  G_OBJECT_CLASS (rang_plot_parent_class)->finalize (object);
}

static void
rang_plot_class_init (RangPlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rang_plot_finalize;
  widget_class->snapshot = rang_plot_snapshot;
  widget_class->measure = rang_plot_measure;
  gtk_widget_class_set_css_name (widget_class, "plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rang_plot_init (RangPlot *self)
{
}

void
rang_plot_show (RangPlot *self, RangInsightPlot which, RangInsightView *view)
{
  g_autofree char *words = view != NULL ? rang_insight_plot_dup_words (view, which) : NULL;

  g_return_if_fail (RANG_IS_PLOT (self));

  g_clear_pointer (&self->view, rang_insight_view_unref);
  self->view = view != NULL ? rang_insight_view_ref (view) : NULL;
  self->which = which;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words != NULL ? words : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
