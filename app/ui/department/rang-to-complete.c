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
};

G_DEFINE_FINAL_TYPE (RangToComplete, rang_to_complete, GTK_TYPE_WIDGET)

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
  gtk_widget_set_sensitive (button, FALSE);
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
  gtk_widget_set_sensitive (button, FALSE);
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

static GtkWidget *
new_row (RangToComplete *self, const RangOrderView *order)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT "  %s", order->order->number,
                                           order->client != NULL ? order->client : _ ("unknown client"));
  g_autofree char *gaps = say_gaps (order);
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
  return box;
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
  gtk_list_box_append (self->rows, box);
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
}

static void
rang_to_complete_init (RangToComplete *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rang_to_complete_show (RangToComplete *self, RangDesk *desk, const RangDepartmentList *list)
{
  g_autofree char *title = NULL;
  GtkWidget *child;

  g_return_if_fail (RANG_IS_TO_COMPLETE (self));

  g_set_object (&self->desk, desk);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  add_row_for_all (self, list);
  for (guint i = 0; i < list->to_complete->len; i++)
    gtk_list_box_append (self->rows, new_row (self, g_ptr_array_index (list->to_complete, i)));
  /* Translators: so many orders lack something before they can reach the board. */
  title = g_strdup_printf (ngettext ("To complete: %u order", "To complete: %u orders", list->to_complete->len),
                           list->to_complete->len);
  gtk_expander_set_label (GTK_EXPANDER (self->expander), title);
  gtk_widget_set_visible (GTK_WIDGET (self), list->to_complete->len > 0);
}
