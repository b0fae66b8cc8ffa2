/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for closing a day from the window: its balance, and what becomes of what is open. */
#include "deliveries/rang-close-day.h"

#include <glib/gi18n.h>

#include "base/rang-day-label.h"
#include "common/rang-choice.h"
#include "common/rang-words.h"
#include "domain/rang-calendar.h"
#include "office/rang-office-delivery.h"
#include "rang-compat.h"

typedef struct
{
  RangDesk *desk;
  RangSession session;
  RangDay to;
  gint64 told_by;
  GtkEditable *day;  /* (nullable): only when something is open */
  GtkDropDown *told; /* (nullable) */
  GArray *people;    /* of gint64, in the order of the choice */
} Closing;

static void
closing_free (gpointer data)
{
  Closing *closing = data;

  g_clear_object (&closing->day);
  g_clear_object (&closing->told);
  g_array_unref (closing->people);
  g_object_unref (closing->desk);
  g_free (closing);
}

static gpointer
close_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Closing *closing = data;

  return rang_office_close_day (office, &closing->session, closing->to, closing->told_by, error);
}

static void
closed_cb (GObject *owner, gpointer result, const GError *error)
{
  if (result != NULL)
    rang_desk_tell (RANG_DESK (owner), _ ("The day is closed"));
}

static void
answered_cb (const char *response, gpointer data)
{
  Closing *closing = data;
  RangDesk *desk = closing->desk;

  if (g_str_equal (response, "cancel"))
    {
      closing_free (closing);
      return;
    }
  closing->to = RANG_DAY_NONE;
  if (closing->day != NULL)
    {
      guint chosen = gtk_drop_down_get_selected (closing->told);

      closing->to = rang_day_parse (gtk_editable_get_text (closing->day));
      closing->told_by = chosen < closing->people->len ? g_array_index (closing->people, gint64, chosen) : 0;
      if (closing->to == RANG_DAY_NONE)
        {
          rang_desk_tell_error (desk, _ ("The new day is no day; give it as 2026-11-25"));
          closing_free (closing);
          return;
        }
    }
  g_clear_object (&closing->day);
  g_clear_object (&closing->told);
  rang_desk_write (desk, close_func, closing, closing_free, (GDestroyNotify)rang_day_balance_free, desk, closed_cb);
}

/* --- the balance in words --- */

static void
add_carried (GString *text, const RangDayView *view)
{
  for (guint i = 0; i < view->balance->carried->len; i++)
    {
      const RangCarryOver *one = g_ptr_array_index (view->balance->carried, i);
      g_autofree char *day = rang_day_label_short (one->carried_to);

      g_string_append_c (text, '\n');
      /* Translators: number of an order; its new day; who told the client. */
      g_string_append_printf (text, _ ("%d to %s, told by %s"), (int)one->order, day,
                              rang_day_view_person_name (view, one->told_by));
    }
}

char *
rang_close_day_describe (const RangDayView *view)
{
  const RangDayBalance *balance = view->balance;
  GString *text = g_string_new (NULL);
  g_autofree char *planned = rang_words_money (balance->cash_planned.minor, balance->cash_planned.currency);
  g_autofree char *received = rang_words_money (balance->cash_received.minor, balance->cash_received.currency);

  /* Translators: counts of orders. */
  g_string_append_printf (text, _ ("%u delivered, %u in part, %u failed, %u open of %u"), balance->delivered,
                          balance->part, balance->failed, balance->open, balance->orders);
  g_string_append_c (text, '\n');
  /* Translators: amounts of money. */
  g_string_append_printf (text, _ ("Cash: %s received of %s"), received, planned);
  add_carried (text, view);
  return g_string_free (text, FALSE);
}

/* --- what is still open --- */

static GtkWidget *
choose_person (Closing *closing, const RangDayView *view)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;
  guint chosen = 0;

  for (guint i = 0; i < view->people->len; i++)
    {
      const RangPerson *person = g_ptr_array_index (view->people, i);

      if (!person->active)
        continue;
      if (person->id == closing->session.person)
        chosen = closing->people->len;
      gtk_string_list_append (names, person->name);
      g_array_append_val (closing->people, person->id);
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  rang_choice_name_items (drop_down);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), chosen);
  closing->told = g_object_ref_sink (GTK_DROP_DOWN (drop_down));
  return drop_down;
}

static void
add_row (GtkGrid *grid, int row, const char *label, GtkWidget *widget)
{
  GtkWidget *text = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (text), widget);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_grid_attach (grid, text, 0, row, 1, 1);
  gtk_grid_attach (grid, widget, 1, row, 1, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, text, NULL, -1);
}

static GtkWidget *
ask_rest (Closing *closing, const RangDayView *view)
{
  GtkWidget *grid = gtk_grid_new (), *entry = gtk_entry_new ();
  g_autofree char *next
      = rang_day_format (rang_calendar_add_working_days (view->settings, MAX (view->session.day, view->today), 1));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_editable_set_text (GTK_EDITABLE (entry), next);
  closing->day = g_object_ref_sink (GTK_EDITABLE (entry));
  add_row (GTK_GRID (grid), 0, _ ("_Carried over to"), entry);
  add_row (GTK_GRID (grid), 1, _ ("Clients _told by"), choose_person (closing, view));
  return grid;
}

void
rang_close_day_ask (GtkWidget *page, RangDesk *desk)
{
  const RangDayView *view = rang_desk_get_view (desk);
  Closing *closing;
  GtkWidget *extra = NULL;
  g_autofree char *balance = NULL, *body = NULL, *heading = NULL, *day = NULL;
  guint open;

  if (view == NULL || view->balance == NULL)
    return;
  closing = g_new0 (Closing, 1);
  closing->desk = g_object_ref (desk);
  closing->session = *rang_desk_get_session (desk);
  closing->people = g_array_new (FALSE, FALSE, sizeof (gint64));
  open = view->balance->unsettled->len;
  balance = rang_close_day_describe (view);
  if (open > 0)
    {
      extra = ask_rest (closing, view);
      body = g_strdup_printf (ngettext ("%s\n\n%u order has no outcome or no new day: it counts as not reached.",
                                        "%s\n\n%u orders have no outcome or no new day: they count as not reached.",
                                        open),
                              balance, open);
    }
  day = rang_words_day (view->session.day);
  /* Translators: %s is a day. */
  heading = g_strdup_printf (_ ("Close %s?"), day);
  rang_compat_ask (GTK_WINDOW (gtk_widget_get_root (page)), heading, body != NULL ? body : balance, extra, "close",
                   _ ("_Close the day"), FALSE, answered_cb, closing);
}
