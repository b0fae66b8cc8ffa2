/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the strip above the board that tells of the search for the suggestion. */
#include "board/rang-search-strip.h"

#include <glib/gi18n.h>

struct _RangSearchStrip
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkProgressBar *progress;
  GtkLabel *label;
  GtkWidget *stop;
  GtkWidget *anew;
  RangDesk *desk;
  gboolean unfinished; /* what was said last */
};

G_DEFINE_FINAL_TYPE (RangSearchStrip, rang_search_strip, GTK_TYPE_WIDGET)

static char *
say_progress (const RangPlannerProgress *progress)
{
  g_autofree char *points = g_strdup_printf ("%" G_GINT64_FORMAT, progress->points);
  guint seconds = (guint)(progress->unimproved / G_USEC_PER_SEC);
  g_autofree char *found = g_strdup_printf (
      /* Translators: the best plan found so far: orders on time, orders late today, points of those on time. */
      _ ("Searching for the suggestion. Best so far: %u on time, %u late today, %s points"), progress->on_time,
      progress->late, points);

  if (seconds == 0)
    return g_steal_pointer (&found);
  /* Translators: the sentence on the best plan so far; for how many seconds no better one was found. */
  return g_strdup_printf (ngettext ("%s; no better one for %u s", "%s; no better one for %u s", seconds), found,
                          seconds);
}

static void
show_state (RangSearchStrip *self)
{
  const RangPlannerProgress *progress = rang_desk_get_search (self->desk);
  const RangDayView *view = rang_desk_get_view (self->desk);
  gboolean stopped = progress == NULL && view != NULL && view->board != NULL && rang_board_get_unfinished (view->board);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), progress != NULL || stopped);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), progress != NULL);
  gtk_widget_set_visible (self->stop, rang_desk_may_stop (self->desk));
  gtk_widget_set_visible (self->anew, stopped);
  if (progress != NULL)
    {
      text = say_progress (progress);
      gtk_progress_bar_set_fraction (self->progress, progress->permille / 1000.0);
    }
  else if (stopped)
    text = g_strdup (_ ("Unfinished: the search was stopped. Suggestion, states and lines are those of the best plan "
                        "found by then."));
  gtk_label_set_text (self->label, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), text);
  if (stopped && !self->unfinished)
    rang_desk_announce (self->desk, text);
  self->unfinished = stopped;
}

static void
rang_search_strip_dispose (GObject *object)
{
  RangSearchStrip *self = RANG_SEARCH_STRIP (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (rang_search_strip_parent_class)->dispose (object);
}

static void
rang_search_strip_class_init (RangSearchStripClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_search_strip_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-search-strip.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, RangSearchStrip, box);
  gtk_widget_class_bind_template_child (widget_class, RangSearchStrip, progress);
  gtk_widget_class_bind_template_child (widget_class, RangSearchStrip, label);
  gtk_widget_class_bind_template_child (widget_class, RangSearchStrip, stop);
  gtk_widget_class_bind_template_child (widget_class, RangSearchStrip, anew);
}

static void
rang_search_strip_init (RangSearchStrip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
rang_search_strip_set_desk (RangSearchStrip *self, RangDesk *desk)
{
  g_return_if_fail (RANG_IS_SEARCH_STRIP (self));

  g_set_object (&self->desk, desk);
  g_signal_connect_object (desk, "search-changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (desk, "changed", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
}
