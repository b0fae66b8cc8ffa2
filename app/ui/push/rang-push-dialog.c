/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for asking: a department head's push, and what the delivery chief was asked. */
#include "push/rang-push-dialog.h"
#include "common/rang-choice.h"
#include "common/rang-dialog.h"
#include "common/rang-words.h"

#include <glib/gi18n.h>

struct _RangPushDialog
{
  AdwWindow parent_instance;
  GtkWidget *send;
  AdwPreferencesGroup *group;
  AdwActionRow *order_row;
  GtkWidget *place_row;
  GtkSpinButton *place;
  AdwComboRow *person;
  AdwComboRow *reason;
  AdwEntryRow *note;
  RangDesk *desk;
  gint64 order;
  gboolean asked;
  GArray *people; /* ids, in the order of the drop-down */
};

G_DEFINE_FINAL_TYPE (RangPushDialog, rang_push_dialog, ADW_TYPE_WINDOW)

/* --- what is asked --- */

typedef struct
{
  RangSession session;
  gint64 order;
  int place;
  int reason;
  gint64 by;
  char *note;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_free (wish->note);
  g_free (wish);
}

static Wish *
wish_new (RangPushDialog *self)
{
  Wish *wish = g_new0 (Wish, 1);

  wish->session = *rang_desk_get_session (self->desk);
  wish->order = self->order;
  return wish;
}

static gpointer
place_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Wish *wish = data;

  return GINT_TO_POINTER (rang_office_push_place (office, &wish->session, wish->order, cancellable, error));
}

static gpointer
send_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Wish *wish = data;

  if (wish->by != 0)
    return rang_office_asked (office, &wish->session, wish->order, wish->by, wish->note, error);
  return rang_office_push (office, &wish->session, wish->order, wish->place, (RangReasonCode)wish->reason, wish->note,
                           cancellable, error);
}

static void
sent_cb (GObject *owner, gpointer result, const GError *error)
{
  RangPushDialog *self = RANG_PUSH_DIALOG (owner);

  if (result == NULL)
    {
      gtk_widget_set_sensitive (self->send, TRUE);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  rang_desk_tell (self->desk, self->asked ? _ ("Recorded; the head of sales decides it")
                                          : _ ("Asked; the head of sales decides it"));
  gtk_window_close (GTK_WINDOW (self));
}

static void
send_clicked_cb (RangPushDialog *self)
{
  Wish *wish;

  if (!gtk_widget_get_sensitive (self->send))
    return;
  wish = wish_new (self);
  wish->place = gtk_spin_button_get_value_as_int (self->place);
  wish->reason = (int)adw_combo_row_get_selected (self->reason);
  wish->note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note)));
  if (self->asked)
    wish->by = g_array_index (self->people, gint64, adw_combo_row_get_selected (self->person));
  gtk_widget_set_sensitive (self->send, FALSE);
  rang_desk_write (self->desk, send_func, wish, wish_free, (GDestroyNotify)rang_push_free, self, sent_cb);
}

/* --- what is shown --- */

static void
input_changed_cb (RangPushDialog *self)
{
  gboolean other, has_note;

  /* While the window is put together there is nothing to check. */
  if (self->desk == NULL)
    return;
  other = adw_combo_row_get_selected (self->reason) == RANG_REASON_OTHER;
  has_note = *gtk_editable_get_text (GTK_EDITABLE (self->note)) != '\0';
  gtk_widget_set_sensitive (
      self->send, self->asked || (gtk_widget_get_sensitive (GTK_WIDGET (self->place)) && (!other || has_note)));
}

static void
sought_cb (GObject *owner, gpointer result, const GError *error)
{
  RangPushDialog *self = RANG_PUSH_DIALOG (owner);
  int place = GPOINTER_TO_INT (result);

  if (place == 0)
    {
      g_autofree char *sentence = rang_words_sentence (error->message);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->place_row), sentence);
      return;
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->place_row),
                               _ ("The lowest place at which it gets the best state it can have"));
  gtk_spin_button_set_value (self->place, place);
  gtk_widget_set_sensitive (GTK_WIDGET (self->place), TRUE);
  input_changed_cb (self);
}

static void
show_order (RangPushDialog *self, const RangDayView *view)
{
  const RangOrderView *order = rang_day_view_find_order (view, self->order);
  const RangBoardEntry *entry = view->board != NULL ? rang_board_find (view->board, self->order) : NULL;
  g_autofree char *title = g_strdup_printf ("%" G_GINT64_FORMAT "  %s", self->order,
                                            order != NULL && order->client != NULL ? order->client : "");
  g_autofree char *stands = NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->order_row), title);
  if (entry == NULL)
    return;
  if (entry->minutes_late > 0)
    /* Translators: a place; a forecast such as "Late today"; minutes */
    stands = g_strdup_printf (_ ("Place %u: %s, +%d min"), entry->rank, rang_board_state_label (entry->state),
                              entry->minutes_late);
  else
    /* Translators: a place; a forecast such as "Not today" */
    stands = g_strdup_printf (_ ("Place %u: %s"), entry->rank, rang_board_state_label (entry->state));
  adw_action_row_set_subtitle (self->order_row, stands);
  gtk_spin_button_set_range (self->place, 1, MAX (entry->rank, 2) - 1);
  gtk_spin_button_set_increments (self->place, 1, 10);
}

static void
fill_reasons (RangPushDialog *self)
{
  g_autoptr (GtkStringList) reasons = gtk_string_list_new (NULL);

  for (int reason = 0; reason < RANG_N_REASONS; reason++)
    gtk_string_list_append (reasons, rang_reason_label ((RangReasonCode)reason));
  adw_combo_row_set_model (self->reason, G_LIST_MODEL (reasons));
}

/* Everybody but the couriers and oneself, heads of the order's department first. */
static void
fill_people (RangPushDialog *self, const RangDayView *view)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const RangOrderView *order = rang_day_view_find_order (view, self->order);
  gint64 department = order != NULL ? order->order->department : 0;

  for (int pass = 0; pass < 2; pass++)
    for (guint i = 0; i < view->people->len; i++)
      {
        const RangPerson *person = g_ptr_array_index (view->people, i);
        gboolean heads = rang_person_has_role (person, RANG_ROLE_DEPARTMENT_HEAD, department);

        if (!person->active || person->id == view->session.person || heads != (pass == 0)
            || rang_person_has_role (person, RANG_ROLE_COURIER, 0))
          continue;
        gtk_string_list_append (names, person->name);
        g_array_append_val (self->people, person->id);
      }
  adw_combo_row_set_model (self->person, G_LIST_MODEL (names));
}

static char *
say_budget (const RangDayView *view, gint64 order)
{
  const RangOrderView *found = rang_day_view_find_order (view, order);

  for (guint i = 0; found != NULL && i < view->budgets->len; i++)
    {
      const RangPushBudget *budget = &g_array_index (view->budgets, RangPushBudget, i);

      if (budget->department == found->order->department)
        /* Translators: pushes asked for; pushes allowed */
        return g_strdup_printf (
            _ ("%d of the department's %d pushes of this week are used. The head of sales decides."), budget->asked,
            budget->allowed);
    }
  return NULL;
}

/* --- the widget --- */

static void
rang_push_dialog_dispose (GObject *object)
{
  RangPushDialog *self = RANG_PUSH_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->people, g_array_unref);
  G_OBJECT_CLASS (rang_push_dialog_parent_class)->dispose (object);
}

static void
rang_push_dialog_class_init (RangPushDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_push_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-push-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RangPushDialog, send);
  gtk_widget_class_bind_template_child (widget_class, RangPushDialog, group);
  gtk_widget_class_bind_template_child (widget_class, RangPushDialog, order_row);
  gtk_widget_class_bind_template_child (widget_class, RangPushDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, RangPushDialog, place);
  gtk_widget_class_bind_template_child (widget_class, RangPushDialog, person);
  gtk_widget_class_bind_template_child (widget_class, RangPushDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, RangPushDialog, note);
  gtk_widget_class_bind_template_callback (widget_class, send_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, input_changed_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rang_push_dialog_init (RangPushDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rang_choice_name_items (GTK_WIDGET (self->person));
  rang_choice_name_items (GTK_WIDGET (self->reason));
  self->people = g_array_new (FALSE, FALSE, sizeof (gint64));
}

void
rang_push_dialog_open (GtkWindow *parent, RangDesk *desk, gint64 order, gboolean asked)
{
  RangPushDialog *self = g_object_new (RANG_TYPE_PUSH_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  const RangDayView *view = rang_desk_get_view (desk);
  g_autofree char *budget = say_budget (view, order);

  self->order = order;
  self->asked = asked;
  fill_reasons (self);
  fill_people (self, view);
  show_order (self, view);
  gtk_window_set_title (GTK_WINDOW (self), asked ? _ ("I was asked") : _ ("Ask for a push"));
  gtk_button_set_label (GTK_BUTTON (self->send), asked ? _ ("Record") : _ ("Ask"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->note),
                                 asked ? _ ("How: by phone, at the door") : _ ("Note"));
  gtk_widget_set_visible (self->place_row, !asked);
  gtk_widget_set_visible (GTK_WIDGET (self->reason), !asked);
  gtk_widget_set_visible (GTK_WIDGET (self->person), asked);
  adw_preferences_group_set_description (self->group, budget);
  self->desk = g_object_ref (desk);
  if (!asked)
    {
      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->place_row), _ ("Seeking the place…"));
      rang_desk_read (desk, place_func, wish_new (self), wish_free, NULL, NULL, self, sought_cb);
    }
  input_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (asked ? self->person : self->reason));
  rang_dialog_present (GTK_WINDOW (self));
}
