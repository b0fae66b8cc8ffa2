/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the page of the rules in a narrow window: the effect is shown when it is asked for. */
#include "common/rang-pen.h"
#include "rule-editor/rang-rules-page-private.h"

/* Below this the three panes do not fit side by side; pixels, for text of 13. */
#define NARROW 1100

/* Where the buttons stand below: under the effect, or under the table when the effect is away. */
static void
place_foot (RangRulesPage *self, GtkWidget *place)
{
  GtkWidget *now = gtk_widget_get_parent (self->foot);

  if (now == place)
    return;
  g_object_ref (self->foot);
  gtk_box_remove (GTK_BOX (now), self->foot);
  gtk_box_append (GTK_BOX (place), self->foot);
  g_object_unref (self->foot);
}

void
rang_rules_page_show_panes (RangRulesPage *self)
{
  gboolean asked = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->effect_button));

  gtk_widget_set_visible (self->effect_button, self->narrow);
  gtk_widget_set_visible (self->side, !self->narrow || asked);
  /* The list of tables makes room for the effect. */
  gtk_widget_set_visible (self->left, !self->narrow || !asked);
  place_foot (self, self->narrow && !asked ? self->middle : self->side);
}

static gboolean
show_panes_cb (gpointer data)
{
  rang_rules_page_show_panes (data);
  return G_SOURCE_REMOVE;
}

void
rang_rules_page_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  gtk_widget_measure (RANG_RULES_PAGE (widget)->box, orientation, for_size, minimum, natural, NULL, NULL);
}

void
rang_rules_page_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RangRulesPage *self = RANG_RULES_PAGE (widget);
  gboolean narrow = width < NARROW * rang_pen_scale_of (widget);

  gtk_widget_size_allocate (self->box, &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (narrow == self->narrow)
    return;
  self->narrow = narrow;
  /* Nothing may be shown or hidden while sizes are given out: after that. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, show_panes_cb, g_object_ref (self), g_object_unref);
}
