/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the headings over a list's columns. */
#include "board/rang-list-heads.h"

#include <math.h>

#include "common/rang-pen.h"

struct _RangListHeads
{
  GtkWidget parent_instance;
  const RangListLook *look;
};

G_DEFINE_FINAL_TYPE (RangListHeads, rang_list_heads, GTK_TYPE_WIDGET)

/* Headings are set smaller than the rows, whose size the columns follow. */
#define HEAD_SIZE (11.5 / 13.0)

static void
rang_list_heads_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RangListHeads *self = RANG_LIST_HEADS (widget);
  RangColumns columns;
  RangPen pen;

  rang_pen_init (&pen, widget, snapshot);
  rang_columns_lay_out (&columns, self->look->columns, gtk_widget_get_width (widget), pen.scale / HEAD_SIZE);
  for (int i = 0; i < RANG_N_COLUMNS; i++)
    if (columns.width[i] > 0)
      rang_pen_text (&pen, rang_columns_get_title (i), RANG_INK_DIM,
                     RANG_PEN_BOLD | (rang_columns_align_right (i) ? RANG_PEN_RIGHT : 0), columns.x[i], 0,
                     columns.width[i], gtk_widget_get_height (widget));
}

static void
rang_list_heads_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = 320;
  else
    *minimum = *natural = (int)floor (25 * rang_pen_scale_of (widget) / HEAD_SIZE);
}

static void
rang_list_heads_class_init (RangListHeadsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = rang_list_heads_snapshot;
  widget_class->measure = rang_list_heads_measure;
  gtk_widget_class_set_css_name (widget_class, "orderheads");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rang_list_heads_init (RangListHeads *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "order-heads");
}

GtkWidget *
rang_list_heads_new (const RangListLook *look)
{
  RangListHeads *self = g_object_new (RANG_TYPE_LIST_HEADS, NULL);

  self->look = look;
  return GTK_WIDGET (self);
}
