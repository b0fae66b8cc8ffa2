/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for one order of a conflict, shown beside the others. */
#include "conflicts/rang-conflict-card.h"

#include <glib/gi18n.h>

#include "common/rang-chip.h"
#include "common/rang-words.h"
#include "desk/rang-acting.h"
#include "order/rang-order-words.h"

static void
add_fact (GtkGrid *grid, int row, const char *name, char *value, const char *css)
{
  GtkWidget *left = gtk_label_new (name), *right = gtk_label_new (value != NULL ? value : "–");

  gtk_label_set_xalign (GTK_LABEL (left), 0);
  gtk_widget_set_valign (left, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (right), 0);
  gtk_label_set_wrap (GTK_LABEL (right), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (right), 32);
  gtk_widget_add_css_class (left, "dim");
  if (css != NULL)
    gtk_widget_add_css_class (right, css);
  gtk_grid_attach (grid, left, 0, row, 1, 1);
  gtk_grid_attach (grid, right, 1, row, 1, 1);
  g_free (value);
}

static void
add_board_facts (GtkGrid *grid, int row, const RangBoardEntry *entry)
{
  const char *css = entry->state == RANG_PLAN_ON_TIME ? "ontime" : "late";
  char *state = entry->minutes_late > 0
                    /* Translators: a forecast such as "Late", then minutes */
                    ? g_strdup_printf (_ ("%s, +%d min"), rang_board_state_label (entry->state), entry->minutes_late)
                    : g_strdup (rang_board_state_label (entry->state));

  /* Translators: a place on the board, then the place that the rules suggest */
  add_fact (grid, row, _ ("Place"), g_strdup_printf (_ ("%u, suggested %u"), entry->rank, entry->suggested_rank), NULL);
  add_fact (grid, row + 1, _ ("Points"),
            g_strdup_printf ("%c · %" G_GINT64_FORMAT, entry->score->class_letter, entry->score->points), NULL);
  add_fact (grid, row + 2, _ ("Forecast"), state, css);
  if (entry->state != RANG_PLAN_NOT_TODAY)
    add_fact (grid, row + 3, _ ("Arrives"), rang_order_words_arrives (entry), NULL);
}

GtkWidget *
rang_conflict_card_new (const RangDayView *view, gint64 number)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  const RangOrderView *order = rang_day_view_find_order (view, number);
  const RangBoardEntry *entry = view->board != NULL ? rang_board_find (view->board, number) : NULL;
  const RangDepartment *department;
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  GtkWidget *label = gtk_label_new (text), *client;

  gtk_widget_add_css_class (card, "conflict-card");
  gtk_widget_add_css_class (card, "num");
  gtk_widget_add_css_class (label, "dim");
  gtk_box_append (GTK_BOX (head), label);
  gtk_box_append (GTK_BOX (card), head);
  if (order == NULL)
    return card;
  department = rang_day_view_find_department (view, order->order->department);
  if (department != NULL)
    gtk_box_append (GTK_BOX (head), rang_chip_new (department->mark, department->name));
  client = gtk_label_new (order->client);
  gtk_label_set_xalign (GTK_LABEL (client), 0);
  gtk_label_set_wrap (GTK_LABEL (client), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (client), 30);
  gtk_widget_add_css_class (client, "heading-strong");
  gtk_box_append (GTK_BOX (card), client);
  gtk_grid_set_column_spacing (grid, 10);
  gtk_grid_set_row_spacing (grid, 3);
  add_fact (grid, 0, _ ("Promised"), rang_order_words_promised (order->order), NULL);
  add_fact (grid, 1, _ ("Importance"), rang_order_words_importance (order->order), NULL);
  add_fact (grid, 2, _ ("Value"), rang_order_words_value (order, view->settings), NULL);
  add_fact (grid, 3, _ ("Answers"), rang_acting_answers (view, order), NULL);
  if (entry != NULL)
    add_board_facts (grid, 4, entry);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (grid));
  return card;
}
