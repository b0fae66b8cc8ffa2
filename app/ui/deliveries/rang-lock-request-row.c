/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a lock that waits for the head of sales, as a row. */
#include "deliveries/rang-lock-request-row.h"

#include <glib/gi18n.h>

#include "deliveries/rang-stop-lock.h"
#include "office/rang-permission.h"

/* One of the two answers. */
typedef struct
{
  GtkWidget *page;
  RangDesk *desk;
  gint64 request;
  gboolean grant;
} Answer;

static void
answer_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
clicked_cb (GtkButton *button, Answer *answer)
{
  rang_stop_decide (answer->page, answer->desk, answer->request, answer->grant);
}

static GtkWidget *
answer_button (GtkWidget *page, RangDesk *desk, const char *label, gint64 request, gboolean grant)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  Answer *answer = g_new0 (Answer, 1);

  *answer = (Answer){ page, desk, request, grant };
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, rang_desk_may (desk, RANG_ACTION_DECIDE_LOCK, 0));
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), answer, answer_free, 0);
  return button;
}

GtkWidget *
rang_lock_request_row_new (GtkWidget *page, RangDesk *desk, const RangLockRequest *request)
{
  const RangDayView *view = rang_desk_get_view (desk);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new (NULL);
  g_autoptr (GString) harm = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < request->harm->len; i++)
    g_string_append_printf (harm, "%s%" G_GINT64_FORMAT, i > 0 ? ", " : "", g_array_index (request->harm, gint64, i));
  /* Translators: a person; the number of an order; a van; numbers of orders. */
  text = g_strdup_printf (_ ("%s asks to lock order %d to %s; it would break the promise of %s"),
                          rang_day_view_person_name (view, request->asked_by), (int)request->order,
                          rang_day_view_resource_name (view, request->resource), harm->str);
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "late-count");
  gtk_widget_add_css_class (row, "toolbar-line");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), answer_button (page, desk, _ ("Grant…"), request->id, TRUE));
  gtk_box_append (GTK_BOX (row), answer_button (page, desk, _ ("Refuse…"), request->id, FALSE));
  return row;
}
