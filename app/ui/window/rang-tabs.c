/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the tabs in the window's head. */
#include "window/rang-tabs.h"

#include <glib/gi18n.h>

#include "common/rang-chip.h"

struct _RangTabs
{
  GtkWidget parent_instance;
  GtkScrolledWindow *scroller;
  GtkWidget *box;
  GtkWidget *all; /* the pages once more, as a menu: shows when not every tab does */
  GMenu *menu;
  GHashTable *buttons;
  GHashTable *counts;
  GtkToggleButton *first;
  gint64 shape;
  gboolean quiet;
  gboolean narrow;
};

G_DEFINE_FINAL_TYPE (RangTabs, rang_tabs, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
toggled_cb (GtkToggleButton *button, RangTabs *self)
{
  if (!self->quiet && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[CHOSEN], 0, gtk_widget_get_name (GTK_WIDGET (button)));
}

static void
add_tab (RangTabs *self, const char *name, const char *label, int mark)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5), *text = gtk_label_new (label);
  GtkWidget *count = gtk_label_new (NULL);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  gtk_widget_set_name (button, name);
  gtk_widget_set_tooltip_text (button, label);
  if (mark >= 0)
    gtk_box_append (GTK_BOX (box), rang_chip_new (mark, NULL));
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (box), count);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (self->first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->first);
  else
    self->first = GTK_TOGGLE_BUTTON (button);
  g_signal_connect (button, "toggled", G_CALLBACK (toggled_cb), self);
  g_menu_item_set_action_and_target (item, "win.page", "s", name);
  g_menu_append_item (self->menu, item);
  g_hash_table_insert (self->buttons, g_strdup (name), button);
  g_hash_table_insert (self->counts, g_strdup (name), count);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
build (RangTabs *self, const RangDayView *view)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_hash_table_remove_all (self->buttons);
  g_hash_table_remove_all (self->counts);
  g_menu_remove_all (self->menu);
  self->first = NULL;
  add_tab (self, "board", _ ("Board"), -1);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  for (guint i = 0; i < view->departments->len; i++)
    {
      const RangDepartment *department = g_ptr_array_index (view->departments, i);
      g_autofree char *name = g_strdup_printf ("department-%d", (int)department->id);

      add_tab (self, name, department->name, department->mark);
    }
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  add_tab (self, "deliveries", _ ("Deliveries"), -1);
  add_tab (self, "calls", _ ("Calls"), -1);
  add_tab (self, "conflicts", _ ("Conflicts"), -1);
  add_tab (self, "rules", _ ("Rules"), -1);
  add_tab (self, "insight", _ ("Insight"), -1);
}

static void
set_count (RangTabs *self, const char *name, guint count, gboolean alarm)
{
  GtkWidget *label = g_hash_table_lookup (self->counts, name);
  g_autofree char *text = count > 0 ? g_strdup_printf ("%u", count) : NULL;

  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && (alarm || !self->narrow));
  if (alarm)
    gtk_widget_add_css_class (label, "alarm");
}

/* The tabs are built anew only when the departments are others. */
static gint64
shape_of (const RangDayView *view)
{
  gint64 shape = 1;

  for (guint i = 0; i < view->departments->len; i++)
    {
      const RangDepartment *department = g_ptr_array_index (view->departments, i);

      shape = shape * 31 + department->id * 7 + department->mark + (gint64)g_str_hash (department->name);
    }
  return shape;
}

static void
rang_tabs_dispose (GObject *object)
{
  RangTabs *self = RANG_TABS (object);

  if (self->scroller != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->scroller));
  self->scroller = NULL;
  g_clear_pointer (&self->all, gtk_widget_unparent);
  g_clear_object (&self->menu);
  g_clear_pointer (&self->buttons, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  G_OBJECT_CLASS (rang_tabs_parent_class)->dispose (object);
}

static void
rang_tabs_class_init (RangTabsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_tabs_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  signals[CHOSEN]
      = g_signal_new ("chosen", RANG_TYPE_TABS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static gboolean
is_whole (RangTabs *self, GtkWidget *tab, GtkAdjustment *across)
{
  double from = gtk_adjustment_get_value (across), to = from + gtk_adjustment_get_page_size (across);
  graphene_rect_t bounds;

  return tab != NULL && gtk_widget_compute_bounds (tab, self->box, &bounds) && bounds.origin.x >= from - 1
         && bounds.origin.x + bounds.size.width <= to + 1;
}

/* A tab that shows in part would read as another word: it waits until it shows whole; a line between two tabs waits for
 * both. */
static void
show_whole_tabs (RangTabs *self, GtkAdjustment *across)
{
  for (GtkWidget *tab = gtk_widget_get_first_child (self->box); tab != NULL; tab = gtk_widget_get_next_sibling (tab))
    {
      gboolean whole = is_whole (self, tab, across);

      if (GTK_IS_SEPARATOR (tab))
        whole = is_whole (self, gtk_widget_get_prev_sibling (tab), across)
                && is_whole (self, gtk_widget_get_next_sibling (tab), across);
      gtk_widget_set_opacity (tab, whole ? 1 : 0);
      gtk_widget_set_can_target (tab, whole);
    }
}

static gboolean
offer_all (gpointer data)
{
  RangTabs *self = data;

  if (self->scroller != NULL)
    {
      GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (self->scroller);

      gboolean needed = gtk_adjustment_get_upper (across) > gtk_adjustment_get_page_size (across);

      if (needed && gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (self->all)) == NULL)
        gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->all), G_MENU_MODEL (self->menu));
      gtk_widget_set_visible (self->all, needed);
      show_whole_tabs (self, across);
    }
  return G_SOURCE_REMOVE;
}

/* Nothing may be shown or hidden while sizes are given out: after that. */
static void
room_changed_cb (RangTabs *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, offer_all, g_object_ref (self), g_object_unref);
}

static void
add_menu (RangTabs *self)
{
  self->menu = g_menu_new ();
  self->all = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (self->all), "view-more-horizontal-symbolic");
  gtk_widget_add_css_class (self->all, "flat");
  gtk_widget_set_valign (self->all, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->all, FALSE);
  gtk_widget_set_tooltip_text (self->all, _ ("All pages"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->all), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("All pages"), -1);
  gtk_widget_set_parent (self->all, GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "changed",
                           G_CALLBACK (room_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "value-changed",
                           G_CALLBACK (room_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
rang_tabs_init (RangTabs *self)
{
  self->buttons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  gtk_widget_add_css_class (self->box, "tabs");
  /* Names are never cut: in a window too narrow for them all they scroll, and a menu has them all. */
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_propagate_natural_width (self->scroller, TRUE);
  gtk_scrolled_window_set_child (self->scroller, self->box);
  gtk_widget_set_parent (GTK_WIDGET (self->scroller), GTK_WIDGET (self));
  add_menu (self);
}

void
rang_tabs_show (RangTabs *self, const RangDayView *view)
{
  gint64 shape = shape_of (view);

  g_return_if_fail (RANG_IS_TABS (self));

  if (shape != self->shape)
    {
      build (self, view);
      room_changed_cb (self);
    }
  self->shape = shape;
  set_count (self, "board", view->board != NULL ? rang_board_get_n_entries (view->board) : 0, FALSE);
  set_count (self, "deliveries", rang_day_view_count_alarms (view), TRUE);
  set_count (self, "conflicts", rang_day_view_count_open_conflicts (view), TRUE);
  for (guint i = 0; i < view->lists->len; i++)
    {
      const RangDepartmentList *list = g_ptr_array_index (view->lists, i);
      g_autofree char *name = g_strdup_printf ("department-%d", (int)list->department);

      if (g_hash_table_contains (self->counts, name))
        set_count (self, name, list->orders->len + list->to_complete->len, FALSE);
    }
}

void
rang_tabs_set_narrow (RangTabs *self, gboolean narrow)
{
  g_return_if_fail (RANG_IS_TABS (self));

  self->narrow = narrow;
}

void
rang_tabs_set_current (RangTabs *self, const char *name)
{
  GtkToggleButton *button = g_hash_table_lookup (self->buttons, name);
  graphene_rect_t bounds;

  g_return_if_fail (RANG_IS_TABS (self));

  if (button == NULL)
    return;
  self->quiet = TRUE;
  gtk_toggle_button_set_active (button, TRUE);
  self->quiet = FALSE;
  if (gtk_widget_compute_bounds (GTK_WIDGET (button), self->box, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (self->scroller), bounds.origin.x,
                               bounds.origin.x + bounds.size.width);
}
