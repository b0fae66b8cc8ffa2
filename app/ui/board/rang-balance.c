/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the bar of the day's balance. */
#include "board/rang-balance.h"

#include "common/rang-pen.h"

struct _RangBalance
{
  GtkWidget parent_instance;
  guint counts[3];
};

G_DEFINE_FINAL_TYPE (RangBalance, rang_balance, GTK_TYPE_WIDGET)

static void
rang_balance_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RangBalance *self = RANG_BALANCE (widget);
  const RangInk inks[3] = { RANG_INK_ONTIME, RANG_INK_LATE_FILL, RANG_INK_LEFT_OUT };
  guint all = self->counts[0] + self->counts[1] + self->counts[2];
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget), x = 0;
  RangPen pen;

  rang_pen_init (&pen, widget, snapshot);
  if (all == 0)
    rang_pen_fill (&pen, RANG_INK_TRACK, 0, 0, width, height);
  for (int i = 0; i < 3 && all > 0; i++)
    {
      double part = width * self->counts[i] / all;

      if (self->counts[i] > 0)
        rang_pen_fill (&pen, inks[i], x, 0, MAX (2, part - 1), height);
      x += part;
    }
}

static void
rang_balance_measure (GtkWidget *widget,
                      GtkOrientation orientation,
                      int for_size,
                      int *minimum,
                      int *natural,
                      int *minimum_baseline,
                      int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 60;
      *natural = 148;
    }
  else
    *minimum = *natural = 8;
}

static void
rang_balance_class_init (RangBalanceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = rang_balance_snapshot;
  widget_class->measure = rang_balance_measure;
  gtk_widget_class_set_css_name (widget_class, "balance");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rang_balance_init (RangBalance *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

void
rang_balance_set (RangBalance *self, guint kept, guint late, guint not_today)
{
  g_return_if_fail (RANG_IS_BALANCE (self));

  self->counts[0] = kept;
  self->counts[1] = late;
  self->counts[2] = not_today;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
