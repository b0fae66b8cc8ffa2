/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for locking a stop to a van from the window: first what it would do, then the lock or the request. */
#include "deliveries/rang-stop-lock.h"

#include <glib/gi18n.h>
#include <inttypes.h>

#include "office/rang-office-delivery.h"
#include "rang-compat.h"

typedef struct
{
  RangDesk *desk;
  GtkWidget *page;
  RangSession session;
  gint64 order;
  gint64 resource;
  gboolean dry_run;
} Arguments;

static Arguments *
arguments_new (GtkWidget *page, RangDesk *desk, gint64 order, gint64 resource, gboolean dry_run)
{
  Arguments *arguments = g_new0 (Arguments, 1);

  arguments->page = page != NULL ? g_object_ref (page) : NULL;
  arguments->desk = g_object_ref (desk);
  arguments->session = *rang_desk_get_session (desk);
  arguments->order = order;
  arguments->resource = resource;
  arguments->dry_run = dry_run;
  return arguments;
}

static void
arguments_free (gpointer data)
{
  Arguments *arguments = data;

  g_clear_object (&arguments->page);
  g_object_unref (arguments->desk);
  g_free (arguments);
}

static gpointer
lock_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;

  return rang_office_lock (office, &arguments->session, arguments->order, arguments->resource, arguments->dry_run,
                           error);
}

static void
locked_cb (GObject *owner, gpointer result, const GError *error)
{
  RangDesk *desk = RANG_DESK (owner);
  const RangRouteChange *change = result;
  const RangDayView *view = rang_desk_get_view (desk);
  g_autofree char *summary = NULL, *text = NULL;

  if (change == NULL || view == NULL)
    return;
  if (change->request != 0)
    {
      rang_desk_tell (desk, _ ("The head of sales is asked; nothing has moved"));
      return;
    }
  summary = rang_move_cost_dup_summary (change->cost, view->departments);
  if (change->plan > 0)
    /* Translators: number of a plan; what it costs. */
    text = g_strdup_printf (_ ("Plan %d. %s"), change->plan, summary);
  rang_desk_tell (desk, text != NULL ? text : _ ("Locked"));
}

static void
write_lock (Arguments *from)
{
  rang_desk_write (from->desk, lock_func, arguments_new (NULL, from->desk, from->order, from->resource, FALSE),
                   arguments_free, (GDestroyNotify)rang_route_change_free, from->desk, locked_cb);
}

static void
answered_cb (const char *response, gpointer data)
{
  Arguments *arguments = data;

  if (g_str_equal (response, "ask"))
    write_lock (arguments);
  arguments_free (arguments);
}

/* "1043 Hârtia SRL (promised 09:00–11:00)" a line. */
static char *
describe_harmed (const RangDayView *view, const GArray *harmed)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < harmed->len; i++)
    {
      gint64 number = g_array_index (harmed, gint64, i);
      const RangOrderView *order = rang_day_view_find_order (view, number);

      g_string_append_printf (text, "%s%" PRId64 " %s", i > 0 ? "\n" : "", number,
                              order != NULL && order->client != NULL ? order->client : "");
    }
  return g_string_free (text, FALSE);
}

static void
tried_cb (GObject *owner, gpointer result, const GError *error)
{
  GtkWidget *page = GTK_WIDGET (owner);
  Arguments *arguments = g_object_steal_data (owner, "lock");
  const RangRouteChange *change = result;
  const RangDayView *view = arguments != NULL ? rang_desk_get_view (arguments->desk) : NULL;
  g_autofree char *heading = NULL, *harmed = NULL;

  if (arguments == NULL)
    return;
  if (change == NULL || view == NULL || change->harmed->len == 0)
    {
      if (change != NULL)
        write_lock (arguments);
      else if (error != NULL)
        rang_desk_tell_error (arguments->desk, error->message);
      arguments_free (arguments);
      return;
    }
  /* Translators: %s is the number of an order. */
  heading = g_strdup_printf (_ ("Order %" PRId64 " cannot go there without breaking a promise"), arguments->order);
  harmed = describe_harmed (view, change->harmed);
  rang_compat_ask (GTK_WINDOW (gtk_widget_get_root (page)), heading, harmed, NULL, "ask", _ ("_Ask the head of sales"),
                   FALSE, answered_cb, arguments);
}

void
rang_stop_lock (GtkWidget *page, RangDesk *desk, gint64 order, gint64 resource)
{
  g_return_if_fail (GTK_IS_WIDGET (page) && RANG_IS_DESK (desk));

  g_object_set_data_full (G_OBJECT (page), "lock", arguments_new (NULL, desk, order, resource, TRUE), arguments_free);
  rang_desk_read (desk, lock_func, arguments_new (NULL, desk, order, resource, TRUE), arguments_free,
                  (GDestroyNotify)rang_route_change_free, NULL, page, tried_cb);
}

/* --- taking a lock away, deciding a request --- */

static gpointer
unlock_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;

  return GINT_TO_POINTER (rang_office_unlock (office, &arguments->session, arguments->order, error));
}

void
rang_stop_unlock (RangDesk *desk, gint64 order)
{
  rang_desk_write (desk, unlock_func, arguments_new (NULL, desk, order, 0, FALSE), arguments_free, NULL, NULL, NULL);
}

typedef struct
{
  RangDesk *desk;
  RangSession session;
  gint64 request;
  gboolean grant;
  char *note;
  GtkEditable *entry;
} Decision;

static void
decision_free (gpointer data)
{
  Decision *decision = data;

  g_clear_object (&decision->entry);
  g_object_unref (decision->desk);
  g_free (decision->note);
  g_free (decision);
}

static gpointer
decide_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Decision *decision = data;

  return GINT_TO_POINTER (rang_office_decide_request (office, &decision->session, decision->request, decision->grant,
                                                      decision->note, error));
}

static void
decide_cb (const char *response, gpointer data)
{
  Decision *decision = data;

  if (g_str_equal (response, "cancel"))
    {
      decision_free (decision);
      return;
    }
  decision->note = g_strdup (gtk_editable_get_text (decision->entry));
  g_clear_object (&decision->entry);
  rang_desk_write (decision->desk, decide_func, decision, decision_free, NULL, NULL, NULL);
}

void
rang_stop_decide (GtkWidget *page, RangDesk *desk, gint64 request, gboolean grant)
{
  Decision *decision = g_new0 (Decision, 1);
  GtkWidget *entry = gtk_entry_new ();

  decision->desk = g_object_ref (desk);
  decision->session = *rang_desk_get_session (desk);
  decision->request = request;
  decision->grant = grant;
  decision->entry = g_object_ref_sink (GTK_EDITABLE (entry));
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), grant ? _ ("Note (not needed)") : _ ("Why not"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"), -1);
  rang_compat_ask (GTK_WINDOW (gtk_widget_get_root (page)),
                   grant ? _ ("Grant the lock, whomever it harms?") : _ ("Refuse the lock?"), NULL, entry, "decide",
                   grant ? _ ("_Grant") : _ ("_Refuse"), FALSE, decide_cb, decision);
}
