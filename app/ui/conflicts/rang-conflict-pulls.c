/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the list of the moves that made a tug-of-war. */
#include "conflicts/rang-conflict-pulls.h"

#include <glib/gi18n.h>

#include "common/rang-words.h"

#define N_COLUMNS 5

/* What a row says, column by column: the words are the same for the eye and for the ear. */
typedef struct
{
  char *words[N_COLUMNS];
  char *spoken;
} Line;

static void
line_clear (Line *line)
{
  for (int i = 0; i < N_COLUMNS; i++)
    g_free (line->words[i]);
  g_free (line->spoken);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, line_clear)

static char *
say_why (const RangConflictPull *pull)
{
  int reason = rang_reason_from_nick (pull->reason);
  const char *label = reason >= 0                    ? rang_reason_label ((RangReasonCode)reason)
                      : pull->kind == RANG_PULL_PUSH ? _ ("asked, no reason given")
                                                     : _ ("reason pending");

  if (pull->note == NULL)
    return g_strdup (label);
  return g_strdup_printf ("%s: %s", label, pull->note);
}

static void
say (Line *line, const RangDayView *view, const RangConflictPull *pull)
{
  line->words[0] = rang_words_instant (pull->at, view->settings->zone, view->session.day);
  line->words[1] = g_strdup (rang_day_view_person_name (view, pull->person));
  line->words[2] = g_strdup_printf ("%" G_GINT64_FORMAT "  %s %d → %d", pull->order, pull->to < pull->from ? "▲" : "▼",
                                    pull->from, pull->to);
  line->words[3] = g_strdup (rang_pull_kind_label (pull->kind));
  line->words[4] = say_why (pull);
  /* Translators: when; a person; an order and two places; "Push" or "Move"; the reason */
  line->spoken = g_strdup_printf (_ ("%s, %s: order %d from place %d to %d, %s, %s"), line->words[0], line->words[1],
                                  (int)pull->order, pull->from, pull->to, line->words[3], line->words[4]);
}

static GtkWidget *
new_row (const Line *line, GtkSizeGroup **columns)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 14);

  for (int i = 0; i < N_COLUMNS; i++)
    {
      GtkWidget *label = gtk_label_new (line->words[i]);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_set_valign (label, GTK_ALIGN_START);
      if (i == 0 || i == 3)
        gtk_widget_add_css_class (label, "dim");
      if (i + 1 < N_COLUMNS)
        gtk_size_group_add_widget (columns[i], label);
      else
        {
          gtk_label_set_wrap (GTK_LABEL (label), TRUE);
          gtk_widget_set_hexpand (label, TRUE);
        }
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, line->spoken, -1);
  return row;
}

void
rang_conflict_pulls_fill (GtkListBox *list, const RangDayView *view, const RangConflict *conflict)
{
  GtkSizeGroup *columns[N_COLUMNS - 1];
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
  for (int i = 0; i < N_COLUMNS - 1; i++)
    columns[i] = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  for (guint i = 0; i < conflict->pulls->len; i++)
    {
      g_auto (Line) line = { 0 };

      say (&line, view, g_ptr_array_index (conflict->pulls, i));
      gtk_list_box_append (list, new_row (&line, columns));
    }
  for (int i = 0; i < N_COLUMNS - 1; i++)
    g_object_unref (columns[i]);
}
