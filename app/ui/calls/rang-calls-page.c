/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the page of calls. */
#include "calls/rang-calls-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "calls/rang-call-item.h"
#include "calls/rang-calls-print.h"
#include "common/rang-give-way.h"
#include "common/rang-tab-out.h"
#include "common/rang-words.h"
#include "office/rang-office-delivery.h"
#include "office/rang-permission.h"
#include "rang-compat.h"

struct _RangCallsPage
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *open;
  GtkMenuButton *note;
  GtkStack *stack;
  GtkWidget *empty;
  GtkWidget *list;
  GtkColumnView *calls;
  GListStore *store;
  GtkSingleSelection *selection;
  RangDesk *desk;
};

G_DEFINE_FINAL_TYPE (RangCallsPage, rang_calls_page, GTK_TYPE_WIDGET)

/* --- the list --- */

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), GPOINTER_TO_INT (data) == RANG_CALL_ORDER ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  gtk_widget_add_css_class (label, "num");
  gtk_list_item_set_child (list_item, label);
}

/* The row exists only after its cells were bound. */
static gboolean
name_row_cb (gpointer data)
{
  GtkWidget *label = data, *cell = gtk_widget_get_parent (label);
  RangCallItem *item = g_object_get_data (data, "item");
  g_autofree char *name = NULL;

  if (cell == NULL || item == NULL)
    return G_SOURCE_REMOVE;
  name = rang_call_item_dup_name (item);
  rang_compat_label_list_item (cell, name, NULL);
  return G_SOURCE_REMOVE;
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  RangCallColumn column = (RangCallColumn)GPOINTER_TO_INT (data);
  RangCallItem *item = gtk_list_item_get_item (list_item);
  GtkWidget *label = gtk_list_item_get_child (list_item);
  g_autofree char *name = NULL;

  gtk_label_set_text (GTK_LABEL (label), rang_call_item_get_text (item, column));
  name = rang_call_item_dup_name (item);
  gtk_widget_set_tooltip_text (label, name);
  if (column == RANG_CALL_STATE)
    gtk_widget_add_css_class (label, "late");
  /* A column that never gives way. */
  if (column != RANG_CALL_MANAGER)
    return;
  g_object_set_data_full (G_OBJECT (label), "item", g_object_ref (item), g_object_unref);
  g_idle_add_full (G_PRIORITY_DEFAULT, name_row_cb, g_object_ref (label), g_object_unref);
}

/* Whom to call, what to say and whether it is done is what a narrow list keeps; the tooltip tells the rest. */
static const RangRoom rooms[RANG_N_CALL_COLUMNS] = {
  [RANG_CALL_MANAGER] = { 120, 98, 0 },  [RANG_CALL_ORDER] = { 60, 56, 3 },     [RANG_CALL_CLIENT] = { 0, 160, 0 },
  [RANG_CALL_CONTACT] = { 140, 120, 0 }, [RANG_CALL_PHONE] = { 116, 104, 0 },   [RANG_CALL_PROMISED] = { 100, 96, 2 },
  [RANG_CALL_STATE] = { 140, 126, 0 },   [RANG_CALL_OFFER] = { 196, 176, 0 },   [RANG_CALL_CALLED] = { 170, 110, 0 },
  [RANG_CALL_AGREED] = { 176, 130, 1 },
};

static void
add_columns (RangCallsPage *self)
{
  for (int i = 0; i < RANG_N_CALL_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (i));
      column = gtk_column_view_column_new (rang_call_column_title ((RangCallColumn)i), factory);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_append_column (self->calls, column);
      g_object_unref (column);
    }
  rang_give_way_attach (self->calls, rooms, G_N_ELEMENTS (rooms));
}

/* --- reading --- */

static gpointer
list_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return rang_office_list_calls (office, data, error);
}

/* The selected one again; at first the first who was not called yet, so that the key for it has somebody. */
static guint
choose (GPtrArray *items, guint selected)
{
  if (selected != GTK_INVALID_LIST_POSITION && selected < items->len)
    return selected;
  for (guint i = 0; i < items->len; i++)
    if (!rang_call_item_is_called (g_ptr_array_index (items, i)))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
listed_cb (GObject *owner, gpointer result, const GError *error)
{
  RangCallsPage *self = RANG_CALLS_PAGE (owner);
  const RangDayView *view = rang_desk_get_view (self->desk);
  guint selected = gtk_single_selection_get_selected (self->selection), open = 0;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;
  GPtrArray *lines = result;

  if (lines == NULL || view == NULL)
    return;
  for (guint i = 0; i < lines->len; i++)
    {
      g_ptr_array_add (items, rang_call_item_new (view, g_ptr_array_index (lines, i)));
      open += rang_call_item_is_called (g_ptr_array_index (items, i)) ? 0 : 1;
    }
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), items->pdata, items->len);
  gtk_single_selection_set_selected (self->selection, choose (items, selected));
  gtk_stack_set_visible_child (self->stack, items->len > 0 ? self->list : self->empty);
  text = g_strdup_printf (ngettext ("%u client not called yet", "%u clients not called yet", open), open);
  gtk_label_set_text (self->open, text);
}

/* The planner is asked for other days: only when somebody looks. */
static void
reload (RangCallsPage *self)
{
  const RangSession *session = rang_desk_get_session (self->desk);

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && rang_desk_get_view (self->desk) != NULL)
    rang_desk_read (self->desk, list_func, g_memdup2 (session, sizeof *session), g_free,
                    (GDestroyNotify)g_ptr_array_unref, NULL, self, listed_cb);
}

static void
changed_cb (RangCallsPage *self)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  g_autofree char *day = NULL, *title = NULL;

  if (view == NULL)
    return;
  day = rang_words_day (view->session.day);
  /* Translators: %s is a day. */
  title = g_strdup_printf (_ ("Calls for %s"), day);
  gtk_label_set_text (self->title, title);
  gtk_widget_set_sensitive (GTK_WIDGET (self->note), rang_desk_may (self->desk, RANG_ACTION_CALL, 0));
  reload (self);
}

/* --- noting a call --- */

typedef struct
{
  RangCallsPage *page;
  GtkWidget *popover;
  gint64 order;
  GtkEditable *day;
  GtkEditable *from;
  GtkEditable *to;
  GtkEditable *note;
  GtkLabel *problem;
} Form;

typedef struct
{
  RangSession session;
  gint64 order;
  RangDay day;
  RangTimeWindow window;
  char *note;
} Call;

static void
call_free (gpointer data)
{
  Call *call = data;

  g_free (call->note);
  g_free (call);
}

static gpointer
call_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Call *call = data;

  return GINT_TO_POINTER (
      rang_office_call (office, &call->session, call->order, 0, call->day, call->window, call->note, error));
}

static gboolean
read_form (Form *form, Call *call)
{
  const char *day = gtk_editable_get_text (form->day), *from = gtk_editable_get_text (form->from);

  call->day = day[0] != '\0' ? rang_day_parse (day) : RANG_DAY_NONE;
  call->window.from = rang_time_parse (from);
  call->window.to = rang_time_parse (gtk_editable_get_text (form->to));
  if (day[0] != '\0' && call->day == RANG_DAY_NONE)
    gtk_label_set_text (form->problem, _ ("Give the day as 2026-11-25"));
  else if (from[0] != '\0' && (call->window.from == RANG_TIME_NONE || call->window.to < call->window.from))
    gtk_label_set_text (form->problem, _ ("Give the window as 09:00 and 11:00"));
  else
    return TRUE;
  gtk_widget_set_visible (GTK_WIDGET (form->problem), TRUE);
  return FALSE;
}

static void
record_cb (Form *form)
{
  Call *call = g_new0 (Call, 1);

  call->session = *rang_desk_get_session (form->page->desk);
  call->order = form->order;
  if (!read_form (form, call))
    {
      call_free (call);
      return;
    }
  call->note = g_strdup (gtk_editable_get_text (form->note));
  gtk_popover_popdown (GTK_POPOVER (form->popover));
  rang_desk_write (form->page->desk, call_func, call, call_free, NULL, NULL, NULL);
}

static GtkEditable *
add_entry (Form *form, GtkGrid *grid, int row, const char *label, const char *text)
{
  GtkWidget *entry = gtk_entry_new (), *name = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (name), entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (record_cb), form);
  gtk_grid_attach (grid, name, 0, row, 1, 1);
  gtk_grid_attach (grid, entry, 1, row, 1, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_RELATION_LABELLED_BY, name, NULL, -1);
  return GTK_EDITABLE (entry);
}

static GtkWidget *
form_new (RangCallsPage *self, RangCallItem *item)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *grid = gtk_grid_new (), *record = gtk_button_new_with_mnemonic (_ ("_Record the call"));
  RangTimeWindow window;
  RangDay offer = rang_call_item_get_offer (item, &window);
  g_autofree char *day = rang_day_format (offer), *from = rang_time_format (window.from);
  g_autofree char *to = rang_time_format (window.to);

  form->page = self;
  form->order = rang_call_item_get_order (item);
  form->popover = gtk_popover_new ();
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  form->day = add_entry (form, GTK_GRID (grid), 0, _ ("Agreed _day"), day);
  form->from = add_entry (form, GTK_GRID (grid), 1, _ ("_From"), from);
  form->to = add_entry (form, GTK_GRID (grid), 2, _ ("_To"), to);
  form->note = add_entry (form, GTK_GRID (grid), 3, _ ("_Note"), NULL);
  form->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (form->problem), "late");
  gtk_widget_set_visible (GTK_WIDGET (form->problem), FALSE);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (form->problem), 0, 4, 2, 1);
  gtk_widget_add_css_class (record, "suggested-action");
  g_signal_connect_swapped (record, "clicked", G_CALLBACK (record_cb), form);
  gtk_grid_attach (GTK_GRID (grid), record, 0, 5, 2, 1);
  gtk_popover_set_child (GTK_POPOVER (form->popover), grid);
  g_object_set_data_full (G_OBJECT (form->popover), "form", form, g_free);
  return form->popover;
}

static void
create_cb (GtkMenuButton *button, gpointer data)
{
  RangCallsPage *self = data;
  RangCallItem *item = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *hint;

  if (item != NULL)
    {
      gtk_menu_button_set_popover (button, form_new (self, item));
      return;
    }
  hint = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (hint), gtk_label_new (_ ("Select a client first")));
  gtk_menu_button_set_popover (button, hint);
}

static void
note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_menu_button_popup (RANG_CALLS_PAGE (widget)->note);
}

static void
print_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RangCallsPage *self = RANG_CALLS_PAGE (widget);

  rang_calls_print (GTK_WINDOW (gtk_widget_get_root (widget)), G_LIST_MODEL (self->store),
                    gtk_label_get_text (self->title));
}

/* --- the widget --- */

static void
rang_calls_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rang_calls_page_parent_class)->map (widget);
  reload (RANG_CALLS_PAGE (widget));
}

static void
rang_calls_page_dispose (GObject *object)
{
  RangCallsPage *self = RANG_CALLS_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (rang_calls_page_parent_class)->dispose (object);
}

static void
rang_calls_page_class_init (RangCallsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_calls_page_dispose;
  widget_class->map = rang_calls_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-calls-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, RangCallsPage, box);
  gtk_widget_class_bind_template_child (widget_class, RangCallsPage, title);
  gtk_widget_class_bind_template_child (widget_class, RangCallsPage, open);
  gtk_widget_class_bind_template_child (widget_class, RangCallsPage, note);
  gtk_widget_class_bind_template_child (widget_class, RangCallsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RangCallsPage, empty);
  gtk_widget_class_bind_template_child (widget_class, RangCallsPage, list);
  gtk_widget_class_bind_template_child (widget_class, RangCallsPage, calls);
  gtk_widget_class_install_action (widget_class, "calls.note", NULL, note_cb);
  gtk_widget_class_install_action (widget_class, "calls.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, 0, "calls.note", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "calls.print", NULL);
}

static void
rang_calls_page_init (RangCallsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->store = g_list_store_new (RANG_TYPE_CALL_ITEM);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->store));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_column_view_set_model (self->calls, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  add_columns (self);
  rang_compat_align_head_right (self->calls, RANG_CALL_ORDER);
  rang_tab_out_attach (GTK_WIDGET (self->calls));
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (GTK_WIDGET (self->calls))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Headings"), -1);
  gtk_menu_button_set_create_popup_func (self->note, create_cb, self, NULL);
}

GtkWidget *
rang_calls_page_new (RangDesk *desk)
{
  RangCallsPage *self = g_object_new (RANG_TYPE_CALLS_PAGE, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}
