/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a department's chip. */
#include "common/rang-chip.h"

#include <math.h>

#include "common/rang-pen.h"

struct _RangChip
{
  GtkWidget parent_instance;
  int mark;
  char *text;
};

G_DEFINE_FINAL_TYPE (RangChip, rang_chip, GTK_TYPE_WIDGET)

static void
rang_chip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RangChip *self = RANG_CHIP (widget);
  double width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  RangPen pen;

  rang_pen_init (&pen, widget, snapshot);
  if (self->text == NULL)
    rang_pen_mark (&pen, self->mark, width / 2, height / 2, 7 * pen.scale);
  else
    rang_pen_chip (&pen, self->mark, self->text, 0, 0, width, height);
}

static void
rang_chip_measure (GtkWidget *widget,
                   GtkOrientation orientation,
                   int for_size,
                   int *minimum,
                   int *natural,
                   int *minimum_baseline,
                   int *natural_baseline)
{
  RangChip *self = RANG_CHIP (widget);
  double scale = rang_pen_scale_of (widget);
  RangPen pen;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *minimum = *natural = (int)ceil (20 * scale);
      return;
    }
  if (self->text == NULL)
    {
      *minimum = *natural = (int)ceil (9 * scale);
      return;
    }
  rang_pen_init (&pen, widget, NULL);
  *natural = rang_pen_text_width (&pen, self->text, RANG_PEN_SMALL) + (int)ceil (26 * scale);
  *minimum = *natural;
}

static void
rang_chip_finalize (GObject *object)
{
  g_free (RANG_CHIP (object)->text);
  G_OBJECT_CLASS (rang_chip_parent_class)->finalize (object);
}

static void
rang_chip_class_init (RangChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rang_chip_finalize;
  widget_class->snapshot = rang_chip_snapshot;
  widget_class->measure = rang_chip_measure;
  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rang_chip_init (RangChip *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
rang_chip_new (int mark, const char *text)
{
  /* A mark without its name stands beside the name: it has nothing to say by itself. */
  RangChip *self = g_object_new (RANG_TYPE_CHIP, "accessible-role",
                                 text != NULL ? GTK_ACCESSIBLE_ROLE_IMG : GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  rang_chip_set (self, mark, text);
  return GTK_WIDGET (self);
}

void
rang_chip_set (RangChip *self, int mark, const char *text)
{
  g_return_if_fail (RANG_IS_CHIP (self));

  g_free (self->text);
  self->mark = mark;
  self->text = g_strdup (text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text != NULL ? text : "", -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
