/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for orders that wait to be completed, and the way to do it. */
#include "department/rang-to-complete.h"

#include <glib/gi18n.h>

#include "office/rang-permission.h"

struct _RangToComplete
{
  GtkWidget parent_instance;
  GtkWidget *expander;
  GtkListBox *rows;
  RangDesk *desk;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RangToComplete, rang_to_complete, GTK_TYPE_WIDGET)

enum
{
  SELECTION_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* --- its rows --- */

/* Returns: the row's order, 0 for the row of all */
static gint64
number_of (GtkListBoxRow *row)
{
  const gint64 *number = row != NULL ? g_object_get_data (G_OBJECT (row), "number") : NULL;

  return number != NULL ? *number : 0;
}

static GtkListBoxRow *
find_row (RangToComplete *self, gint64 number)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->rows, i)) != NULL; i++)
    if (number_of (row) == number)
      return row;
  return NULL;
}

/* Returns: (nullable): the row that has the keys, or one of whose buttons has them */
static GtkListBoxRow *
find_focused (RangToComplete *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW) : NULL;

  return row != NULL && gtk_widget_get_parent (row) == GTK_WIDGET (self->rows) ? GTK_LIST_BOX_ROW (row) : NULL;
}

/* A button that does not answer any more cannot keep the keys: its row does. */
static void
put_to_sleep (GtkWidget *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, GTK_TYPE_LIST_BOX_ROW);

  if (gtk_widget_has_focus (button))
    gtk_widget_grab_focus (row);
  gtk_widget_set_sensitive (button, FALSE);
}

/* --- what is asked --- */

typedef struct
{
  RangSession session;
  GArray *numbers; /* gint64 */
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *arguments = data;

  g_array_unref (arguments->numbers);
  g_free (arguments);
}

/* The orders of the button that was pressed: of a row's one, of the first row's all that lack the same. */
static Arguments *
arguments_new (RangToComplete *self, GtkWidget *button)
{
  Arguments *arguments = g_new0 (Arguments, 1);

  arguments->session = *rang_desk_get_session (self->desk);
  arguments->numbers = g_array_ref (g_object_get_data (G_OBJECT (button), "numbers"));
  return arguments;
}

static gpointer
make_clients_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;

  return GINT_TO_POINTER (rang_office_make_clients (
      office, &arguments->session, (const gint64 *)(void *)arguments->numbers->data, arguments->numbers->len, error));
}

static void
make_clients_cb (GtkWidget *button, RangToComplete *self)
{
  put_to_sleep (button);
  rang_desk_write (self->desk, make_clients_func, arguments_new (self, button), arguments_free, NULL, NULL, NULL);
}

static gpointer
importance_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;

  for (guint i = 0; i < arguments->numbers->len; i++)
    if (!rang_office_state_importance (office, &arguments->session, g_array_index (arguments->numbers, gint64, i),
                                       RANG_IMPORTANCE_NORMAL, NULL, error))
      return NULL;
  return GINT_TO_POINTER (TRUE);
}

static void
importance_cb (GtkWidget *button, RangToComplete *self)
{
  put_to_sleep (button);
  rang_desk_write (self->desk, importance_func, arguments_new (self, button), arguments_free, NULL, NULL, NULL);
}

/* --- what is shown --- */

static GtkWidget *
add_button (GtkWidget *box, const char *label)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_action (RangToComplete *self, GtkWidget *box, const char *label, GCallback clicked, GArray *numbers)
{
  GtkWidget *button = add_button (box, label);

  g_object_set_data_full (G_OBJECT (button), "numbers", g_array_ref (numbers), (GDestroyNotify)g_array_unref);
  g_signal_connect (button, "clicked", clicked, self);
}

static gboolean
may_make_client (RangToComplete *self, const RangOrderView *order)
{
  return order->order->client == 0 && order->order->buyer != NULL
         && rang_desk_may (self->desk, RANG_ACTION_EDIT_CLIENT, order->order->department);
}

static gboolean
may_state_importance (RangToComplete *self, const RangOrderView *order)
{
  return order->order->importance == RANG_IMPORTANCE_UNKNOWN
         && rang_desk_may (self->desk, RANG_ACTION_STATE_IMPORTANCE, order->order->department);
}

static char *
say_gaps (const RangOrderView *order)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < order->missing->len; i++)
    {
      const RangRefusal *gap = g_ptr_array_index (order->missing, i);

      g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", gap->problem);
    }
  return g_string_free (text, FALSE);
}

static void
add_row (RangToComplete *self, GtkWidget *box, gint64 number, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();

  g_object_set_data_full (G_OBJECT (row), "number", g_memdup2 (&number, sizeof number), g_free);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (row), number != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->rows, row);
}

static void
add_row_for (RangToComplete *self, const RangOrderView *order)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT "  %s", order->order->number,
                                           order->client != NULL ? order->client : _ ("unknown client"));
  g_autofree char *gaps = say_gaps (order);
  /* Translators: spoken for an order that lacks something: its number and client, what it lacks. */
  g_autofree char *spoken = g_strdup_printf (_ ("Order %s, to complete: %s"), name, gaps);
  GtkWidget *title = gtk_label_new (name), *text = gtk_label_new (gaps);
  g_autoptr (GArray) number = g_array_new (FALSE, FALSE, sizeof (gint64));

  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_widget_set_tooltip_text (text, gaps);
  gtk_widget_add_css_class (text, "dim");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  g_array_append_val (number, order->order->number);
  if (may_make_client (self, order))
    add_action (self, box, _ ("Make the client"), G_CALLBACK (make_clients_cb), number);
  if (may_state_importance (self, order))
    add_action (self, box, _ ("Normal importance"), G_CALLBACK (importance_cb), number);
  if (rang_desk_may (self->desk, RANG_ACTION_EDIT_ORDER, order->order->department))
    {
      GtkWidget *button = add_button (box, _ ("Complete…"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.edit-order");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", order->order->number);
    }
  add_row (self, box, order->order->number, spoken);
}

static GArray *
numbers_of (RangToComplete *self,
            const RangDepartmentList *list,
            gboolean (*may) (RangToComplete *, const RangOrderView *))
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < list->to_complete->len; i++)
    {
      const RangOrderView *order = g_ptr_array_index (list->to_complete, i);

      if (may (self, order))
        g_array_append_val (numbers, order->order->number);
    }
  return numbers;
}

/* What several orders lack is given to all of them by one button. */
static void
add_row_for_all (RangToComplete *self, const RangDepartmentList *list)
{
  g_autoptr (GArray) clients = numbers_of (self, list, may_make_client);
  g_autoptr (GArray) importance = numbers_of (self, list, may_state_importance);
  GtkWidget *box, *title;

  if (clients->len < 2 && importance->len < 2)
    return;
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  title = gtk_label_new (_ ("For all at once"));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "dim");
  gtk_box_append (GTK_BOX (box), title);
  if (clients->len >= 2)
    {
      /* Translators: a button; so many orders have a client that nobody knows yet. */
      g_autofree char *label = g_strdup_printf (
          ngettext ("Make the client of %u order", "Make the clients of %u orders", clients->len), clients->len);

      add_action (self, box, label, G_CALLBACK (make_clients_cb), clients);
    }
  if (importance->len >= 2)
    {
      /* Translators: a button; so many orders have no importance yet. */
      g_autofree char *label = g_strdup_printf (
          ngettext ("Normal importance for %u order", "Normal importance for %u orders", importance->len),
          importance->len);

      add_action (self, box, label, G_CALLBACK (importance_cb), importance);
    }
  add_row (self, box, 0, gtk_label_get_text (GTK_LABEL (title)));
}

/* Where the keys were they are again: at the order, or at what took its place. */
static void
restore (RangToComplete *self, gint64 selected, gint64 focused, int place)
{
  GtkListBoxRow *row = selected != 0 ? find_row (self, selected) : NULL;

  if (row != NULL)
    gtk_list_box_select_row (self->rows, row);
  if (place < 0)
    return;
  row = find_row (self, focused);
  for (; row == NULL && place >= 0; place--)
    row = gtk_list_box_get_row_at_index (self->rows, place);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
selected_cb (RangToComplete *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SELECTION_CHANGED], 0);
}

static void
activated_cb (RangToComplete *self, GtkListBoxRow *row)
{
  gint64 number = number_of (row);
  const RangDayView *view = rang_desk_get_view (self->desk);
  const RangOrderView *order = view != NULL && number != 0 ? rang_day_view_find_order (view, number) : NULL;

  if (order != NULL && rang_desk_may (self->desk, RANG_ACTION_EDIT_ORDER, order->order->department))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.edit-order", "x", number);
}

static void
rang_to_complete_dispose (GObject *object)
{
  RangToComplete *self = RANG_TO_COMPLETE (object);

  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (rang_to_complete_parent_class)->dispose (object);
}

static void
rang_to_complete_class_init (RangToCompleteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_to_complete_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-to-complete.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, RangToComplete, expander);
  gtk_widget_class_bind_template_child (widget_class, RangToComplete, rows);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  signals[SELECTION_CHANGED] = g_signal_new ("selection-changed", RANG_TYPE_TO_COMPLETE, G_SIGNAL_RUN_LAST, 0, NULL,
                                             NULL, NULL, G_TYPE_NONE, 0);
}

static void
rang_to_complete_init (RangToComplete *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rang_to_complete_show (RangToComplete *self, RangDesk *desk, const RangDepartmentList *list)
{
  gint64 selected = rang_to_complete_get_selected (self);
  GtkListBoxRow *row = find_focused (self);
  gint64 focused = number_of (row);
  int place = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  g_autofree char *title = NULL;
  GtkWidget *child;

  g_return_if_fail (RANG_IS_TO_COMPLETE (self));

  self->filling = TRUE;
  g_set_object (&self->desk, desk);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  add_row_for_all (self, list);
  for (guint i = 0; i < list->to_complete->len; i++)
    add_row_for (self, g_ptr_array_index (list->to_complete, i));
  /* Translators: so many orders lack something before they can reach the board. */
  title = g_strdup_printf (ngettext ("To complete: %u order", "To complete: %u orders", list->to_complete->len),
                           list->to_complete->len);
  gtk_expander_set_label (GTK_EXPANDER (self->expander), title);
  gtk_widget_set_visible (GTK_WIDGET (self), list->to_complete->len > 0);
  restore (self, selected, focused, place);
  self->filling = FALSE;
  if (rang_to_complete_get_selected (self) != selected)
    selected_cb (self);
}

gboolean
rang_to_complete_select (RangToComplete *self, gint64 number)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (RANG_IS_TO_COMPLETE (self), FALSE);

  row = number != 0 ? find_row (self, number) : NULL;
  gtk_list_box_select_row (self->rows, row);
  if (row == NULL)
    return FALSE;
  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return TRUE;
}

gint64
rang_to_complete_get_selected (RangToComplete *self)
{
  g_return_val_if_fail (RANG_IS_TO_COMPLETE (self), 0);

  return number_of (gtk_list_box_get_selected_row (self->rows));
}
