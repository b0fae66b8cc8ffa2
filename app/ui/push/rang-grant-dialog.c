/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for deciding a push: its cost before, then granted or refused. */
#include "push/rang-grant-dialog.h"

#include <glib/gi18n.h>

#include "common/rang-dialog.h"
#include "common/rang-words.h"
#include "push/rang-push-row.h"

struct _RangGrantDialog
{
  AdwWindow parent_instance;
  GtkWidget *grant;
  GtkWidget *refuse;
  AdwActionRow *order_row;
  AdwActionRow *why_row;
  GtkSpinButton *place;
  AdwEntryRow *note;
  GtkLabel *cost;
  RangDesk *desk;
  gint64 push;
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (RangGrantDialog, rang_grant_dialog, ADW_TYPE_WINDOW)

/* --- asking --- */

typedef struct
{
  RangSession session;
  gint64 push;
  int place;
  char *note;
  gboolean dry_run;
} Decision;

static void
decision_free (gpointer data)
{
  Decision *decision = data;

  g_free (decision->note);
  g_free (decision);
}

static Decision *
decision_new (RangGrantDialog *self, gboolean dry_run)
{
  Decision *decision = g_new0 (Decision, 1);

  decision->session = *rang_desk_get_session (self->desk);
  decision->push = self->push;
  decision->place = gtk_spin_button_get_value_as_int (self->place);
  decision->note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note)));
  decision->dry_run = dry_run;
  return decision;
}

static gpointer
grant_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Decision *decision = data;

  return rang_office_grant (office, &decision->session, decision->push, decision->place, -1, decision->note,
                            decision->dry_run, cancellable, error);
}

static gpointer
refuse_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Decision *decision = data;

  return GINT_TO_POINTER (rang_office_refuse_push (office, &decision->session, decision->push, decision->note, error));
}

/* Whose order it is that would stand worse, and by how much. */
static void
name_all (RangGrantDialog *self, GString *text, const GArray *items, gboolean left_out)
{
  const RangDayView *view = rang_desk_get_view (self->desk);

  for (guint i = 0; i < items->len; i++)
    {
      const RangCostItem *item = &g_array_index (items, RangCostItem, i);
      const RangBoardEntry *entry = view->board != NULL ? rang_board_find (view->board, item->order) : NULL;
      const RangDepartment *department = rang_day_view_find_department (view, item->department);
      g_autofree char *worse
          = left_out ? g_strdup (_ ("not today")) : g_strdup_printf (_ ("+%d min"), item->minutes);

      g_string_append_printf (text, "\n%" G_GINT64_FORMAT "  %s (%s): %s", item->order,
                              entry != NULL && entry->client != NULL ? entry->client->name : "",
                              department != NULL ? department->name : "", worse);
    }
}

static void
costed_cb (GObject *owner, gpointer result, const GError *error)
{
  RangGrantDialog *self = RANG_GRANT_DIALOG (owner);
  RangMove *move = result;
  g_autofree char *gains = NULL, *costs = NULL, *risk = NULL, *text = NULL;
  g_autoptr (GString) whole = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  gtk_widget_set_sensitive (self->grant, move != NULL);
  if (move == NULL)
    {
      rang_words_tell (self->cost, error->message);
      return;
    }
  gains = rang_move_cost_dup_gains (move->cost);
  costs = rang_move_cost_dup_costs (move->cost, rang_desk_get_view (self->desk)->departments);
  risk = rang_move_cost_dup_at_risk (move->cost);
  /* Translators: who gains; which promises it costs; what is at risk. Three lines. */
  text = g_strdup_printf (_ ("Gains: %s\nCosts: %s\nAt risk: %s"), gains, costs, risk != NULL ? risk : "–");
  whole = g_string_new (text);
  g_string_append_c (whole, '\n');
  name_all (self, whole, move->cost->left_out, TRUE);
  name_all (self, whole, move->cost->late, FALSE);
  name_all (self, whole, move->cost->later, FALSE);
  gtk_label_set_text (self->cost, whole->str);
}

static void
ask_cost (RangGrantDialog *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  gtk_label_set_text (self->cost, _ ("Reckoning…"));
  rang_desk_read (self->desk, grant_func, decision_new (self, TRUE), decision_free, (GDestroyNotify)rang_move_free,
                  self->asking, self, costed_cb);
}

static void
place_changed_cb (RangGrantDialog *self)
{
  if (self->desk != NULL)
    ask_cost (self);
}

static void
note_changed_cb (RangGrantDialog *self)
{
  gtk_widget_set_sensitive (self->refuse, *gtk_editable_get_text (GTK_EDITABLE (self->note)) != '\0');
}

static void
decided_cb (GObject *owner, gpointer result, const GError *error)
{
  RangGrantDialog *self = RANG_GRANT_DIALOG (owner);

  if (result != NULL)
    gtk_window_close (GTK_WINDOW (self));
  else
    {
      rang_words_tell (self->cost, error->message);
      gtk_widget_set_sensitive (self->grant, TRUE);
      note_changed_cb (self);
    }
}

/* Where the order stands now: on the board it is brought into view. */
static void
tell_granted (RangGrantDialog *self, const RangMove *move)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  const RangCostMove *moved = move->cost->moved->len > 0 ? &g_array_index (move->cost->moved, RangCostMove, 0) : NULL;
  g_autofree char *text = NULL;

  if (moved == NULL)
    return;
  /* Translators: the number of an order whose push was granted, and its places before and after */
  text = g_strdup_printf (_ ("Granted: %d stands at %u now, %u before"), (int)moved->order, moved->to, moved->from);
  rang_desk_tell (self->desk, text);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.show-order", "x", moved->order);
}

static void
granted_cb (GObject *owner, gpointer result, const GError *error)
{
  if (result != NULL)
    tell_granted (RANG_GRANT_DIALOG (owner), result);
  decided_cb (owner, result, error);
}

static void
refused_cb (GObject *owner, gpointer result, const GError *error)
{
  if (result != NULL)
    rang_desk_tell (RANG_GRANT_DIALOG (owner)->desk, _ ("Refused; who asked sees the note"));
  decided_cb (owner, result, error);
}

static void
grant_clicked_cb (RangGrantDialog *self)
{
  gtk_widget_set_sensitive (self->grant, FALSE);
  rang_desk_write (self->desk, grant_func, decision_new (self, FALSE), decision_free, (GDestroyNotify)rang_move_free,
                   self, granted_cb);
}

static void
refuse_clicked_cb (RangGrantDialog *self)
{
  gtk_widget_set_sensitive (self->refuse, FALSE);
  rang_desk_write (self->desk, refuse_func, decision_new (self, FALSE), decision_free, NULL, self, refused_cb);
}

/* --- the widget --- */

static void
rang_grant_dialog_dispose (GObject *object)
{
  RangGrantDialog *self = RANG_GRANT_DIALOG (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (rang_grant_dialog_parent_class)->dispose (object);
}

static void
rang_grant_dialog_class_init (RangGrantDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_grant_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-grant-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RangGrantDialog, grant);
  gtk_widget_class_bind_template_child (widget_class, RangGrantDialog, refuse);
  gtk_widget_class_bind_template_child (widget_class, RangGrantDialog, order_row);
  gtk_widget_class_bind_template_child (widget_class, RangGrantDialog, why_row);
  gtk_widget_class_bind_template_child (widget_class, RangGrantDialog, place);
  gtk_widget_class_bind_template_child (widget_class, RangGrantDialog, note);
  gtk_widget_class_bind_template_child (widget_class, RangGrantDialog, cost);
  gtk_widget_class_bind_template_callback (widget_class, grant_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, refuse_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rang_grant_dialog_init (RangGrantDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_push (RangGrantDialog *self, const RangDayView *view, const RangPush *push)
{
  const RangOrderView *order = rang_day_view_find_order (view, push->order);
  g_autofree char *title = g_strdup_printf ("%" G_GINT64_FORMAT "  %s", push->order,
                                            order != NULL && order->client != NULL ? order->client : "");
  g_autofree char *words = rang_push_words (view, push);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->order_row), title);
  adw_action_row_set_subtitle (self->order_row, words);
  adw_action_row_set_subtitle (self->why_row, push->note);
  gtk_widget_set_visible (GTK_WIDGET (self->why_row), push->note != NULL);
  gtk_spin_button_set_range (self->place, 1, MAX (rang_board_get_n_entries (view->board), 2));
  gtk_spin_button_set_increments (self->place, 1, 10);
  gtk_spin_button_set_value (self->place, push->to);
}

void
rang_grant_dialog_open (GtkWindow *parent, RangDesk *desk, gint64 id)
{
  const RangDayView *view = rang_desk_get_view (desk);
  const RangPush *push = view != NULL ? rang_day_view_find_push (view, id) : NULL;
  RangGrantDialog *self;

  if (push == NULL || push->state != RANG_PUSH_OPEN || view->board == NULL)
    return;
  self = g_object_new (RANG_TYPE_GRANT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  self->push = id;
  show_push (self, view, push);
  self->desk = g_object_ref (desk);
  ask_cost (self);
  rang_dialog_present (GTK_WINDOW (self));
}
