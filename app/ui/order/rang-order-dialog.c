/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the dialog in which an order is entered, changed or completed. */
#include "order/rang-order-dialog.h"

#include <glib/gi18n.h>

#include <inttypes.h>

#include "base/rang-decimal.h"
#include "common/rang-choice.h"
#include "common/rang-dialog.h"
#include "common/rang-words.h"
#include "common/rang-saving.h"
#include "order/rang-order-form.h"
#include "order/rang-promise-hint.h"

struct _RangOrderDialog
{
  AdwWindow parent_instance;
  AdwPreferencesGroup *who;
  AdwPreferencesGroup *when;
  AdwPreferencesGroup *goods;
  AdwPreferencesGroup *where;
  AdwPreferencesGroup *door;
  GtkDropDown *client;
  AdwActionRow *client_row;
  AdwComboRow *department;
  AdwComboRow *importance;
  GtkWidget *save;
  GtkLabel *problem;
  GtkLabel *promise;
  GtkLabel *ahead;
  RangPromiseHint *hint;
  GtkWidget *rows[RANG_N_ORDER_TEXTS];
  RangDesk *desk;
  gint64 number;
  RangOrderView *view; /* of the order that is changed */
  GPtrArray *clients;  /* of RangClient, in the order of the drop-down, behind "none" */
  GPtrArray *departments;
};

G_DEFINE_FINAL_TYPE (RangOrderDialog, rang_order_dialog, ADW_TYPE_WINDOW)

/* --- reading the choices --- */

typedef struct
{
  gint64 number;
  RangOrderView *view;
  GPtrArray *clients;
  GPtrArray *departments;
} Choices;

static void
choices_free (Choices *choices)
{
  g_clear_pointer (&choices->view, rang_order_view_free);
  g_clear_pointer (&choices->clients, g_ptr_array_unref);
  g_clear_pointer (&choices->departments, g_ptr_array_unref);
  g_free (choices);
}

static gpointer
choices_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Choices *choices = g_new0 (Choices, 1);

  choices->number = *(gint64 *)data;
  choices->clients = rang_office_list_clients (office, error);
  choices->departments = choices->clients != NULL ? rang_office_list_departments (office, error) : NULL;
  if (choices->departments != NULL && choices->number != 0)
    choices->view = rang_office_get_order (office, choices->number, error);
  if (choices->departments != NULL && (choices->number == 0 || choices->view != NULL))
    return choices;
  choices_free (choices);
  return NULL;
}

/* --- showing --- */

static void
add_text (RangOrderDialog *self, AdwPreferencesGroup *group, RangOrderText field)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rang_order_form_label (field));
  adw_preferences_group_add (group, row);
  self->rows[field] = row;
}

static void
fill_clients (RangOrderDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const RangOrder *order = self->view != NULL ? self->view->order : NULL;
  guint selected = 0;

  if (order != NULL && order->client == 0 && order->buyer != NULL)
    {
      /* Translators: %s is a buyer's name that the file gave */
      g_autofree char *make = g_strdup_printf (_ ("Make a new client of “%s”"), order->buyer);

      gtk_string_list_append (names, make);
    }
  else
    gtk_string_list_append (names, _ ("Choose the client"));
  for (guint i = 0; i < self->clients->len; i++)
    {
      const RangClient *client = g_ptr_array_index (self->clients, i);

      gtk_string_list_append (names, client->name);
      if (order != NULL && order->client == client->id)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->client, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->client, selected);
}

static void
fill_departments (RangOrderDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const RangSession *session = rang_desk_get_session (self->desk);
  const RangDayView *day = rang_desk_get_view (self->desk);
  const RangPerson *person = day != NULL ? rang_day_view_find_person (day, session->person) : NULL;
  guint selected = 0;

  gtk_string_list_append (names, _ ("The client’s"));
  for (guint i = 0; i < self->departments->len; i++)
    {
      const RangDepartment *department = g_ptr_array_index (self->departments, i);

      gtk_string_list_append (names, department->name);
      if (self->view != NULL ? self->view->order->department == department->id
                             : rang_person_has_role (person, RANG_ROLE_DEPARTMENT_HEAD, department->id)
                                   || rang_person_has_role (person, RANG_ROLE_MANAGER, department->id))
        selected = i + 1;
    }
  adw_combo_row_set_model (self->department, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->department, selected);
}

static void
fill_importance (RangOrderDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int i = 0; i < RANG_N_IMPORTANCES; i++)
    gtk_string_list_append (names, rang_importance_label ((RangImportance)i));
  adw_combo_row_set_model (self->importance, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->importance,
                              self->view != NULL ? (guint)self->view->order->importance : RANG_IMPORTANCE_NORMAL);
}

static void
choices_done (GObject *owner, gpointer result, const GError *error)
{
  RangOrderDialog *self = RANG_ORDER_DIALOG (owner);
  Choices *choices = result;
  g_autoptr (RangOrder) empty = rang_order_new ();
  const RangOrder *order;

  if (choices == NULL)
    {
      rang_words_tell (self->problem, error != NULL ? error->message : "");
      gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
      return;
    }
  self->view = g_steal_pointer (&choices->view);
  self->clients = g_ptr_array_ref (choices->clients);
  self->departments = g_ptr_array_ref (choices->departments);
  empty->promised_day = rang_desk_get_session (self->desk)->day;
  empty->estimated = RANG_FIELD_LOAD | RANG_FIELD_PARCELS | RANG_FIELD_SERVICE;
  order = self->view != NULL ? self->view->order : empty;
  for (RangOrderText field = 0; field < RANG_N_ORDER_TEXTS; field++)
    {
      g_autofree char *text = rang_order_form_write (order, field, rang_decimal_separator ());

      gtk_editable_set_text (GTK_EDITABLE (self->rows[field]), text);
    }
  fill_clients (self);
  fill_departments (self);
  fill_importance (self);
  gtk_widget_set_sensitive (self->save, TRUE);
  rang_promise_hint_ask (self->hint);
}

/* --- saving --- */

typedef struct
{
  RangSession session;
  gint64 number;
  RangOrder *order;
  guint32 mask;
  gboolean make_client;
  gboolean importance_changed;
} Wish;

static void
wish_free (Wish *wish)
{
  rang_order_free (wish->order);
  g_free (wish);
}

static gpointer
save_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Wish *wish = data;
  RangOrderEdit edit = { wish->mask, wish->order };

  if (wish->number == 0)
    return rang_office_add_order (office, &wish->session, wish->order, error) != 0 ? GINT_TO_POINTER (TRUE) : NULL;
  if (wish->make_client && rang_office_make_client (office, &wish->session, wish->number, error) == 0)
    return NULL;
  if (wish->importance_changed
      && !rang_office_state_importance (office, &wish->session, wish->number, wish->order->importance,
                                        wish->order->importance_reason, error))
    return NULL;
  return GINT_TO_POINTER (wish->mask == 0
                          || rang_office_edit_order (office, &wish->session, wish->number, &edit, error));
}

static void
saved_done (GObject *owner, gpointer result, const GError *error)
{
  RangOrderDialog *self = RANG_ORDER_DIALOG (owner);

  rang_saving_end (self->save, self->problem, error);
}

/* Says at the field what is wrong with it, or takes that back. */
static void
mark (RangOrderDialog *self, RangOrderText field, const char *wrong)
{
  GtkWidget *row = self->rows[field];
  g_autofree char *title = NULL;

  if (wrong != NULL)
    {
      title = g_strdup_printf ("%s: %s", rang_order_form_label (field), wrong);
      gtk_widget_add_css_class (row, "error");
    }
  else
    gtk_widget_remove_css_class (row, "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : rang_order_form_label (field));
}

/* Reads every field that was changed (of a new order every one). */
static gboolean
read_fields (RangOrderDialog *self, Wish *wish)
{
  char decimal = rang_decimal_separator ();
  gboolean fine = TRUE;

  for (RangOrderText field = 0; field < RANG_N_ORDER_TEXTS; field++)
    {
      const char *text = gtk_editable_get_text (GTK_EDITABLE (self->rows[field]));
      g_autofree char *was = self->view != NULL ? rang_order_form_write (self->view->order, field, decimal) : NULL;
      const char *wrong;

      if (was != NULL && g_str_equal (was, text))
        {
          mark (self, field, NULL);
          continue;
        }
      wrong = rang_order_form_read (field, text, decimal, wish->order, &wish->mask);
      mark (self, field, wrong);
      if (wrong != NULL && fine)
        gtk_widget_grab_focus (self->rows[field]);
      fine = fine && wrong == NULL;
    }
  return fine;
}

static void
read_choices (RangOrderDialog *self, Wish *wish)
{
  guint client = gtk_drop_down_get_selected (self->client), department = adw_combo_row_get_selected (self->department);
  RangOrder *order = wish->order;
  gint64 client_was = order->client, department_was = order->department;
  RangImportance importance_was = order->importance;

  if (client > 0)
    {
      const RangClient *chosen = g_ptr_array_index (self->clients, client - 1);

      order->client = chosen->id;
      if (department == 0)
        order->department = chosen->department;
    }
  else
    wish->make_client = self->view != NULL && client_was == 0 && order->buyer != NULL;
  if (department > 0)
    order->department = ((RangDepartment *)g_ptr_array_index (self->departments, department - 1))->id;
  if (order->client != client_was)
    wish->mask |= RANG_EDIT_CLIENT;
  if (order->department != department_was)
    wish->mask |= RANG_EDIT_DEPARTMENT;
  order->importance = (RangImportance)adw_combo_row_get_selected (self->importance);
  wish->importance_changed = order->importance != importance_was && order->importance != RANG_IMPORTANCE_UNKNOWN;
}

static void
save_cb (RangOrderDialog *self)
{
  const RangDayView *day = rang_desk_get_view (self->desk);
  Wish *wish = g_new0 (Wish, 1);

  wish->session = *rang_desk_get_session (self->desk);
  wish->number = self->number;
  wish->order = self->view != NULL ? rang_order_copy (self->view->order) : rang_order_new ();
  if (wish->order->value.currency[0] == '\0' && day != NULL)
    g_strlcpy (wish->order->value.currency, day->settings->currency, sizeof wish->order->value.currency);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  if (!read_fields (self, wish))
    {
      wish_free (wish);
      return;
    }
  read_choices (self, wish);
  gtk_widget_set_sensitive (self->save, FALSE);
  rang_desk_write (self->desk, save_func, wish, (GDestroyNotify)wish_free, NULL, self, saved_done);
}

/* --- the check of the promise --- */

/* The order as it stands in the dialog; what cannot be read is left as it was. */
static RangOrder *
make_draft (gpointer data)
{
  RangOrderDialog *self = data;
  char decimal = rang_decimal_separator ();
  Wish wish = { .order = self->view != NULL ? rang_order_copy (self->view->order) : rang_order_new () };

  if (self->clients == NULL)
    return wish.order;
  for (RangOrderText field = 0; field < RANG_N_ORDER_TEXTS; field++)
    rang_order_form_read (field, gtk_editable_get_text (GTK_EDITABLE (self->rows[field])), decimal, wish.order,
                          &wish.mask);
  read_choices (self, &wish);
  return wish.order;
}

/* --- the dialog --- */

void
rang_order_dialog_open (GtkWindow *parent, RangDesk *desk, gint64 number)
{
  RangOrderDialog *self = g_object_new (RANG_TYPE_ORDER_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  g_autofree char *title = number != 0 ? g_strdup_printf (_ ("Order %" PRId64), number) : g_strdup (_ ("New order"));

  self->desk = g_object_ref (desk);
  self->number = number;
  self->hint = rang_promise_hint_new (desk, self->promise, self->ahead, make_draft, self);
  gtk_window_set_title (GTK_WINDOW (self), title);
  rang_desk_read (desk, choices_func, g_memdup2 (&number, sizeof number), g_free, (GDestroyNotify)choices_free, NULL,
                  self, choices_done);
  gtk_widget_grab_focus (GTK_WIDGET (self->client));
  rang_dialog_present (GTK_WINDOW (self));
}

static void
changed_cb (RangOrderDialog *self)
{
  if (self->hint != NULL && self->clients != NULL)
    rang_promise_hint_ask (self->hint);
}

static void
rang_order_dialog_finalize (GObject *object)
{
  RangOrderDialog *self = RANG_ORDER_DIALOG (object);

  g_clear_pointer (&self->hint, rang_promise_hint_free);
  g_clear_pointer (&self->view, rang_order_view_free);
  g_clear_pointer (&self->clients, g_ptr_array_unref);
  g_clear_pointer (&self->departments, g_ptr_array_unref);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (rang_order_dialog_parent_class)->finalize (object);
}

static void
rang_order_dialog_class_init (RangOrderDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rang_order_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-order-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RangOrderDialog, who);
  gtk_widget_class_bind_template_child (widget_class, RangOrderDialog, when);
  gtk_widget_class_bind_template_child (widget_class, RangOrderDialog, goods);
  gtk_widget_class_bind_template_child (widget_class, RangOrderDialog, where);
  gtk_widget_class_bind_template_child (widget_class, RangOrderDialog, door);
  gtk_widget_class_bind_template_child (widget_class, RangOrderDialog, client);
  gtk_widget_class_bind_template_child (widget_class, RangOrderDialog, client_row);
  gtk_widget_class_bind_template_child (widget_class, RangOrderDialog, department);
  gtk_widget_class_bind_template_child (widget_class, RangOrderDialog, importance);
  gtk_widget_class_bind_template_child (widget_class, RangOrderDialog, save);
  gtk_widget_class_bind_template_child (widget_class, RangOrderDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, RangOrderDialog, promise);
  gtk_widget_class_bind_template_child (widget_class, RangOrderDialog, ahead);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rang_order_dialog_init (RangOrderDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rang_choice_name_items (GTK_WIDGET (self->client));
  rang_choice_name_items (GTK_WIDGET (self->department));
  rang_choice_name_items (GTK_WIDGET (self->importance));
  for (RangOrderText field = 0; field < RANG_N_ORDER_TEXTS; field++)
    add_text (self,
              field < RANG_ORDER_TEXT_DAY                  ? self->who
              : field <= RANG_ORDER_TEXT_IMPORTANCE_REASON ? self->when
              : field <= RANG_ORDER_TEXT_GOODS             ? self->goods
              : field <= RANG_ORDER_TEXT_COORDINATES       ? self->where
                                                           : self->door,
              field);
  for (RangOrderText field = 0; field < RANG_N_ORDER_TEXTS; field++)
    g_signal_connect_swapped (self->rows[field], "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->client, "notify::selected", G_CALLBACK (changed_cb), self);
}
