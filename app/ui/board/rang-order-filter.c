/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for which orders of a list are shown: by department, state, van and client. */
#include "board/rang-order-filter.h"

#include <string.h>

#include <glib/gi18n.h>

#include "common/rang-choice.h"

typedef enum
{
  BY_DEPARTMENT,
  BY_STATE,
  BY_VAN,
  BY_CLIENT,
  N_CHOICES
} Choice;

struct _RangOrderFilter
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkDropDown *choices[N_CHOICES];
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RangOrderFilter, rang_order_filter, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
selected_cb (RangOrderFilter *self)
{
  if (!self->filling)
    g_signal_emit (self, changed_signal, 0);
}

/* --- the choices; position 0 of each is "all", as is one that was not filled yet --- */

static guint
position (RangOrderFilter *self, Choice choice)
{
  guint selected = self->box != NULL ? gtk_drop_down_get_selected (self->choices[choice]) : 0;

  return selected != GTK_INVALID_LIST_POSITION ? selected : 0;
}

static const char *
chosen (RangOrderFilter *self, Choice choice)
{
  return position (self, choice) == 0
             ? NULL
             : gtk_string_object_get_string (gtk_drop_down_get_selected_item (self->choices[choice]));
}

static gboolean
offers (GListModel *model, const GPtrArray *names)
{
  if (model == NULL || g_list_model_get_n_items (model) != names->len)
    return FALSE;
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GtkStringObject) name = g_list_model_get_item (model, i);

      if (!g_str_equal (gtk_string_object_get_string (name), g_ptr_array_index (names, i)))
        return FALSE;
    }
  return TRUE;
}

/* Keeps what was chosen, if it is still there. */
static void
offer (RangOrderFilter *self, Choice choice, const char *all, GPtrArray *names)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);
  g_autofree char *was = g_strdup (chosen (self, choice));
  guint is = 0;

  g_ptr_array_insert (names, 0, (gpointer)all);
  if (offers (gtk_drop_down_get_model (self->choices[choice]), names))
    return;
  for (guint i = 0; i < names->len; i++)
    {
      gtk_string_list_append (model, g_ptr_array_index (names, i));
      if (i > 0 && g_strcmp0 (g_ptr_array_index (names, i), was) == 0)
        is = i;
    }
  gtk_drop_down_set_model (self->choices[choice], G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->choices[choice], is);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
list_clients (const RangDayView *view)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < view->orders->len; i++)
    {
      const RangOrderView *order = g_ptr_array_index (view->orders, i);

      if (order->client != NULL && g_hash_table_add (seen, order->client))
        g_ptr_array_add (names, order->client);
    }
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* Most windows are opened to look at a board: what the search needs is only made when somebody searches. */
static void
build (RangOrderFilter *self)
{
  static const char *const names[N_CHOICES] = { "departments", "states", "vans", "clients" };
  const RangPlanState known[] = { RANG_PLAN_ON_TIME, RANG_PLAN_LATE, RANG_PLAN_NOT_TODAY };
  g_autoptr (GPtrArray) states = g_ptr_array_new ();
  g_autoptr (GtkBuilder) builder = gtk_builder_new ();
  g_autoptr (GtkBuilderScope) scope = gtk_builder_cscope_new ();
  g_autoptr (GError) error = NULL;

  gtk_builder_cscope_add_callback (scope, selected_cb);
  gtk_builder_set_scope (builder, scope);
  gtk_builder_expose_object (builder, "filter", G_OBJECT (self));
  if (!gtk_builder_add_from_resource (builder, "/ro/rang/Rang/ui/rang-order-filter.ui", &error))
    g_error ("%s", error->message);
  for (int i = 0; i < N_CHOICES; i++)
    {
      self->choices[i] = GTK_DROP_DOWN (gtk_builder_get_object (builder, names[i]));
      rang_choice_name_items (GTK_WIDGET (self->choices[i]));
    }
  self->box = GTK_WIDGET (gtk_builder_get_object (builder, "box"));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    g_ptr_array_add (states, (gpointer)rang_board_state_label (known[i]));
  offer (self, BY_STATE, _ ("All states"), states);
}

void
rang_order_filter_fill (RangOrderFilter *self, const RangDayView *view)
{
  g_autoptr (GPtrArray) departments = g_ptr_array_new (), vans = g_ptr_array_new ();
  g_autoptr (GPtrArray) clients = list_clients (view);

  g_return_if_fail (RANG_IS_ORDER_FILTER (self));

  for (guint i = 0; i < view->departments->len; i++)
    g_ptr_array_add (departments, ((RangDepartment *)g_ptr_array_index (view->departments, i))->name);
  for (guint i = 0; i < view->resources->len; i++)
    g_ptr_array_add (vans, ((RangResource *)g_ptr_array_index (view->resources, i))->name);
  self->filling = TRUE;
  if (self->box == NULL)
    build (self);
  offer (self, BY_DEPARTMENT, _ ("All departments"), departments);
  offer (self, BY_VAN, _ ("All vans"), vans);
  offer (self, BY_CLIENT, _ ("All clients"), clients);
  self->filling = FALSE;
}

gboolean
rang_order_filter_is_on (RangOrderFilter *self)
{
  for (int i = 0; i < N_CHOICES; i++)
    if (position (self, (Choice)i) > 0)
      return TRUE;
  return FALSE;
}

gboolean
rang_order_filter_passes (RangOrderFilter *self, const RangBoardItem *item)
{
  guint state = position (self, BY_STATE);
  const char *department = chosen (self, BY_DEPARTMENT), *van = chosen (self, BY_VAN);
  const char *client = chosen (self, BY_CLIENT);

  return (state == 0 || item->forecast == (int)state - 1)
         && (department == NULL || g_strcmp0 (department, item->department_name) == 0)
         && (van == NULL || g_strcmp0 (van, item->van) == 0)
         && (client == NULL || g_strcmp0 (client, item->client) == 0);
}

void
rang_order_filter_clear (RangOrderFilter *self)
{
  gboolean was_on = rang_order_filter_is_on (self);

  if (self->box == NULL)
    return;
  self->filling = TRUE;
  for (int i = 0; i < N_CHOICES; i++)
    gtk_drop_down_set_selected (self->choices[i], 0);
  self->filling = FALSE;
  if (was_on)
    g_signal_emit (self, changed_signal, 0);
}

/* --- the widget --- */

static void
rang_order_filter_dispose (GObject *object)
{
  RangOrderFilter *self = RANG_ORDER_FILTER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rang_order_filter_parent_class)->dispose (object);
}

static void
rang_order_filter_class_init (RangOrderFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rang_order_filter_dispose;
  changed_signal
      = g_signal_new ("changed", RANG_TYPE_ORDER_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
rang_order_filter_init (RangOrderFilter *self)
{
}
