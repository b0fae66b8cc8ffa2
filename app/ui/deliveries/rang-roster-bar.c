/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the roster above the lanes. */
#include "deliveries/rang-roster-bar.h"

#include <glib/gi18n.h>

#include "common/rang-choice.h"
#include "common/rang-words.h"
#include "deliveries/rang-van-dialog.h"
#include "office/rang-office-delivery.h"
#include "office/rang-permission.h"

struct _RangRosterBar
{
  GtkWidget parent_instance;
  GtkWidget *box;
  RangDesk *desk;
};

G_DEFINE_FINAL_TYPE (RangRosterBar, rang_roster_bar, GTK_TYPE_WIDGET)

static const struct
{
  const char *code;
  const char *label;
} reasons[] = { { "breakdown", N_ ("Breakdown") },
                { "accident", N_ ("Accident") },
                { "maintenance", N_ ("Maintenance") },
                { "no-courier", N_ ("No courier") },
                { "other", N_ ("Other") } };

/**
 * Form:
 *
 * What can be changed of one van's day; owned by its popover.
 */
typedef struct
{
  RangRosterBar *bar;
  RangRosterEntry *entry;
  GtkWidget *popover;
  GtkWidget *courier;
  GtkWidget *from;
  GtkWidget *to;
  GtkWidget *off;
  GtkWidget *reason;
  GtkLabel *problem;
  GArray *couriers; /* of gint64, in the order of the choice; 0 nobody */
} Form;

static void
form_free (gpointer data)
{
  Form *form = data;

  rang_roster_entry_free (form->entry);
  g_array_unref (form->couriers);
  g_free (form);
}

static const char *
reason_label (const char *code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_strcmp0 (code, reasons[i].code) == 0)
      return _ (reasons[i].label);
  return code != NULL ? code : "";
}

static const RangResource *
find_resource (const RangDayView *view, gint64 id)
{
  for (guint i = 0; i < view->resources->len; i++)
    if (((const RangResource *)g_ptr_array_index (view->resources, i))->id == id)
      return g_ptr_array_index (view->resources, i);
  return NULL;
}

/* --- changing --- */

typedef struct
{
  RangSession session;
  RangRosterEntry *entry;
} Arguments;

static void
arguments_free (gpointer data)
{
  Arguments *arguments = data;

  rang_roster_entry_free (arguments->entry);
  g_free (arguments);
}

static gpointer
set_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;

  return rang_office_set_roster (office, &arguments->session, arguments->entry, FALSE, error);
}

/* What it cost is said at once: a fact, but not a silent one. */
static void
set_cb (GObject *owner, gpointer result, const GError *error)
{
  RangRosterBar *self = RANG_ROSTER_BAR (owner);
  const RangRouteChange *change = result;
  const RangDayView *view = self->desk != NULL ? rang_desk_get_view (self->desk) : NULL;
  g_autofree char *summary = NULL, *text = NULL;

  if (change == NULL || view == NULL)
    return;
  summary = rang_move_cost_dup_summary (change->cost, view->departments);
  if (change->plan > 0)
    /* Translators: number of a plan; what it costs. */
    text = g_strdup_printf (_ ("Plan %d. %s"), change->plan, summary);
  rang_desk_tell (self->desk, text != NULL ? text : summary);
}

static void
apply_cb (GtkButton *button, Form *form)
{
  Arguments *arguments;
  RangTime from = rang_time_parse (gtk_editable_get_text (GTK_EDITABLE (form->from)));
  RangTime to = rang_time_parse (gtk_editable_get_text (GTK_EDITABLE (form->to)));
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (form->courier));
  RangRosterEntry *entry;

  gtk_widget_set_visible (GTK_WIDGET (form->problem), from == RANG_TIME_NONE || to == RANG_TIME_NONE || to <= from);
  if (gtk_widget_get_visible (GTK_WIDGET (form->problem)))
    return;
  arguments = g_new0 (Arguments, 1);
  arguments->session = *rang_desk_get_session (form->bar->desk);
  arguments->entry = entry = rang_roster_entry_copy (form->entry);
  entry->shift = (RangTimeWindow){ from, to };
  if (chosen < form->couriers->len)
    entry->courier = g_array_index (form->couriers, gint64, chosen);
  entry->out_of_service = gtk_check_button_get_active (GTK_CHECK_BUTTON (form->off));
  g_free (entry->reason);
  entry->reason = entry->out_of_service
                      ? g_strdup (reasons[gtk_drop_down_get_selected (GTK_DROP_DOWN (form->reason))].code)
                      : NULL;
  gtk_popover_popdown (GTK_POPOVER (form->popover));
  rang_desk_write (form->bar->desk, set_func, arguments, arguments_free, (GDestroyNotify)rang_route_change_free,
                   form->bar, set_cb);
}

static void
edit_cb (GtkButton *button, Form *form)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (form->bar)));

  gtk_popover_popdown (GTK_POPOVER (form->popover));
  rang_van_dialog_open (window, form->bar->desk, form->entry->resource);
}

static void
add_cb (RangRosterBar *self)
{
  rang_van_dialog_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->desk, 0);
}

/* --- the form --- */

static GtkWidget *
choose_courier (Form *form, const RangDayView *view)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;
  guint chosen = 0;
  gint64 nobody = 0;

  gtk_string_list_append (names, _ ("Nobody"));
  g_array_append_val (form->couriers, nobody);
  for (guint i = 0; i < view->people->len; i++)
    {
      const RangPerson *person = g_ptr_array_index (view->people, i);

      if (!person->active || !rang_person_has_role (person, RANG_ROLE_COURIER, 0))
        continue;
      if (person->id == form->entry->courier)
        chosen = form->couriers->len;
      gtk_string_list_append (names, person->name);
      g_array_append_val (form->couriers, person->id);
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  rang_choice_name_items (drop_down);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), chosen);
  return drop_down;
}

static GtkWidget *
choose_reason (const RangRosterEntry *entry)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkWidget *drop_down;
  guint chosen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      gtk_string_list_append (names, _ (reasons[i].label));
      if (g_strcmp0 (entry->reason, reasons[i].code) == 0)
        chosen = i;
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (names), NULL);
  rang_choice_name_items (drop_down);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), chosen);
  return drop_down;
}

static GtkWidget *
time_entry (RangTime time)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *text = rang_time_format (time);

  gtk_editable_set_text (GTK_EDITABLE (entry), text != NULL ? text : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  return entry;
}

static void
add_row (GtkGrid *grid, int row, const char *label, GtkWidget *widget)
{
  GtkWidget *text = gtk_label_new_with_mnemonic (label);

  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (text), widget);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_halign (widget, GTK_IS_CHECK_BUTTON (widget) ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  gtk_grid_attach (grid, text, 0, row, 1, 1);
  gtk_grid_attach (grid, widget, 1, row, 1, 1);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY, text, NULL, -1);
}

static GtkWidget *
form_new (RangRosterBar *self, const RangDayView *view, const RangRosterEntry *entry)
{
  Form *form = g_new0 (Form, 1);
  GtkWidget *grid = gtk_grid_new (), *apply = gtk_button_new_with_mnemonic (_ ("_Apply"));
  GtkWidget *edit = gtk_button_new_with_mnemonic (_ ("The _Van Itself…"));

  form->bar = self;
  form->entry = rang_roster_entry_copy (entry);
  form->couriers = g_array_new (FALSE, FALSE, sizeof (gint64));
  form->popover = gtk_popover_new ();
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_widget_set_margin_top (grid, 6);
  gtk_widget_set_margin_bottom (grid, 6);
  gtk_widget_set_margin_start (grid, 6);
  gtk_widget_set_margin_end (grid, 6);
  add_row (GTK_GRID (grid), 0, _ ("_Courier"), form->courier = choose_courier (form, view));
  add_row (GTK_GRID (grid), 1, _ ("Shift _from"), form->from = time_entry (entry->shift.from));
  add_row (GTK_GRID (grid), 2, _ ("Shift _to"), form->to = time_entry (entry->shift.to));
  /* No switch: in a popover it does not hear the keyboard. */
  add_row (GTK_GRID (grid), 3, _ ("_Out of service"), form->off = gtk_check_button_new ());
  add_row (GTK_GRID (grid), 4, _ ("_Reason"), form->reason = choose_reason (entry));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (form->off), entry->out_of_service);
  g_object_bind_property (form->off, "active", form->reason, "sensitive", G_BINDING_SYNC_CREATE);
  form->problem = GTK_LABEL (gtk_label_new (_ ("A shift ends after it begins: 08:00 and 17:00")));
  gtk_widget_set_visible (GTK_WIDGET (form->problem), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (form->problem), "late");
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (form->problem), 0, 5, 2, 1);
  gtk_widget_add_css_class (apply, "suggested-action");
  g_signal_connect (apply, "clicked", G_CALLBACK (apply_cb), form);
  gtk_grid_attach (GTK_GRID (grid), apply, 0, 6, 2, 1);
  gtk_widget_set_tooltip_text (edit, _ ("What it carries and has, its breaks, where it starts and ends"));
  gtk_widget_set_sensitive (edit, rang_desk_may (self->desk, RANG_ACTION_EDIT_VAN, 0));
  g_signal_connect (edit, "clicked", G_CALLBACK (edit_cb), form);
  gtk_grid_attach (GTK_GRID (grid), edit, 0, 7, 2, 1);
  gtk_popover_set_child (GTK_POPOVER (form->popover), grid);
  gtk_popover_set_default_widget (GTK_POPOVER (form->popover), apply);
  g_object_set_data_full (G_OBJECT (form->popover), "form", form, form_free);
  return form->popover;
}

/* --- the vans --- */

static GtkWidget *
line (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
van_new (RangRosterBar *self, const RangDayView *view, const RangRosterEntry *entry)
{
  const RangResource *resource = find_resource (view, entry->resource);
  GtkWidget *button = gtk_menu_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  const char *courier = entry->courier != 0 ? rang_day_view_person_name (view, entry->courier) : _ ("nobody");
  g_autofree char *from = rang_time_format (entry->shift.from), *to = rang_time_format (entry->shift.to);
  g_autofree char *shift = g_strdup_printf ("%s–%s", from, to);
  /* Translators: %s is why a van is out of service. */
  g_autofree char *off = entry->out_of_service ? g_strdup_printf (_ ("out: %s"), reason_label (entry->reason)) : NULL;
  g_autofree char *name
      = g_strdup_printf ("%s, %s, %s", resource != NULL ? resource->name : "", courier, off != NULL ? off : shift);

  gtk_box_append (GTK_BOX (top), line (resource != NULL ? resource->name : "–", "heading-strong"));
  gtk_box_append (GTK_BOX (top), line (off != NULL ? off : shift, off != NULL ? "late" : "dim"));
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), line (courier, "dim"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "num");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), form_new (self, view, entry));
  gtk_widget_set_sensitive (button, rang_desk_may (self->desk, RANG_ACTION_EDIT_ROSTER, 0));
  gtk_widget_set_tooltip_text (button, _ ("Courier, shift, out of service"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
add_button_new (RangRosterBar *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Add a Van…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add a Van…"), -1);
  gtk_widget_set_sensitive (button, rang_desk_may (self->desk, RANG_ACTION_EDIT_VAN, 0));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (add_cb), self);
  return button;
}

static gboolean
is_open (RangRosterBar *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (self->box); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_MENU_BUTTON (child)
        && gtk_widget_get_visible (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (child)))))
      return TRUE;
  return FALSE;
}

void
rang_roster_bar_show (RangRosterBar *self, RangDesk *desk)
{
  const RangDayView *view = rang_desk_get_view (desk);
  GtkWidget *child;

  g_return_if_fail (RANG_IS_ROSTER_BAR (self));
  g_set_object (&self->desk, desk);
  /* Nobody's form goes away under the pen. */
  if (view == NULL || is_open (self))
    return;
  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  gtk_box_append (GTK_BOX (self->box), line (_ ("Roster"), "dim"));
  for (guint i = 0; i < view->roster->len; i++)
    gtk_box_append (GTK_BOX (self->box), van_new (self, view, g_ptr_array_index (view->roster, i)));
  gtk_box_append (GTK_BOX (self->box), add_button_new (self));
}

static void
rang_roster_bar_dispose (GObject *object)
{
  RangRosterBar *self = RANG_ROSTER_BAR (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (rang_roster_bar_parent_class)->dispose (object);
}

static void
rang_roster_bar_class_init (RangRosterBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rang_roster_bar_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
rang_roster_bar_init (RangRosterBar *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_add_css_class (self->box, "roster");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->box);
  gtk_widget_set_parent (scrolled, GTK_WIDGET (self));
}
