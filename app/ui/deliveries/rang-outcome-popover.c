/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the outcome of a stop with its time, cash and receipt. */
#include "deliveries/rang-outcome-popover.h"

#include <glib/gi18n.h>

#include "base/rang-decimal.h"
#include "deliveries/rang-outcomes.h"

typedef struct
{
  RangDesk *desk;
  gint64 order;
  char currency[4];
  GtkWidget *popover;
  GtkEditable *at;
  GtkEditable *cash;
  GtkEditable *receipt;
  GtkCheckButton *part;
  GtkLabel *problem;
  void (*recorded) (gpointer data);
  gpointer data;
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  g_object_unref (form->desk);
  g_free (form);
}

static void
say_problem (Form *form, const char *text)
{
  gtk_label_set_text (form->problem, text);
  gtk_widget_set_visible (GTK_WIDGET (form->problem), text != NULL);
}

static void
record_cb (Form *form)
{
  RangOutcome outcome = { RANG_ORDER_DELIVERED, rang_time_parse (gtk_editable_get_text (form->at)), -1, -1, NULL };
  const char *cash = gtk_editable_get_text (form->cash);
  RangMoney money = { 0 };

  if (outcome.at == RANG_TIME_NONE)
    {
      say_problem (form, _ ("Give the time as 14:05"));
      return;
    }
  if (cash[0] != '\0')
    {
      if ((!rang_money_parse (cash, rang_decimal_separator (), form->currency, &money)
           && !rang_money_parse (cash, '.', form->currency, &money))
          || money.minor < 0)
        {
          say_problem (form, _ ("That is no amount of money"));
          return;
        }
      outcome.cash = money.minor;
    }
  outcome.receipt = gtk_editable_get_text (form->receipt);
  if (gtk_check_button_get_active (form->part))
    outcome.state = RANG_ORDER_PART;
  rang_outcomes_record (form->desk, form->order, &outcome);
  gtk_popover_popdown (GTK_POPOVER (form->popover));
  form->recorded (form->data);
}

static GtkEditable *
add_entry (Form *form, GtkGrid *grid, int row, const char *label, const char *text)
{
  GtkWidget *entry = gtk_entry_new (), *name = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (name), entry);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 10);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (record_cb), form);
  gtk_grid_attach (grid, name, 0, row, 1, 1);
  gtk_grid_attach (grid, entry, 1, row, 1, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  return GTK_EDITABLE (entry);
}

GtkWidget *
rang_outcome_popover_new (RangDesk *desk, const RangOrder *order, GCallback recorded, gpointer data)
{
  const RangDayView *view = rang_desk_get_view (desk);
  Form *form = g_new0 (Form, 1);
  GtkWidget *grid = gtk_grid_new (), *record = gtk_button_new_with_mnemonic (_ ("_Record"));
  g_autofree char *now = rang_time_format (order->outcome_at != RANG_TIME_NONE ? order->outcome_at : view->now);
  RangMoney cash = order->value;
  g_autofree char *amount = NULL;

  cash.minor = order->cash_received >= 0 ? order->cash_received : order->to_collect;
  amount = cash.minor > 0 ? rang_money_format_typed (cash, rang_decimal_separator ()) : NULL;
  form->desk = g_object_ref (desk);
  form->order = order->number;
  g_strlcpy (form->currency, order->value.currency, sizeof form->currency);
  form->recorded = (void (*) (gpointer))recorded;
  form->data = data;
  form->popover = gtk_popover_new ();
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  form->at = add_entry (form, GTK_GRID (grid), 0, _ ("_At"), now);
  form->cash = add_entry (form, GTK_GRID (grid), 1, _ ("_Cash received"), amount);
  form->receipt = add_entry (form, GTK_GRID (grid), 2, _ ("Recei_pt"), order->receipt);
  form->part = GTK_CHECK_BUTTON (gtk_check_button_new_with_mnemonic (_ ("Only a pa_rt")));
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (form->part), 0, 3, 2, 1);
  form->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (form->problem), "late");
  gtk_widget_set_visible (GTK_WIDGET (form->problem), FALSE);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (form->problem), 0, 4, 2, 1);
  gtk_widget_add_css_class (record, "suggested-action");
  g_signal_connect_swapped (record, "clicked", G_CALLBACK (record_cb), form);
  gtk_grid_attach (GTK_GRID (grid), record, 0, 5, 2, 1);
  gtk_popover_set_child (GTK_POPOVER (form->popover), grid);
  g_object_set_data_full (G_OBJECT (form->popover), "form", form, form_free);
  return form->popover;
}
