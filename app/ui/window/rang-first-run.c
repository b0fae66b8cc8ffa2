/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the steps of the first run: what a new office consists of. */
#include "window/rang-first-run.h"

#include <glib/gi18n.h>

#include "base/rang-text.h"
#include "common/rang-dialog.h"

#define FEWEST_DEPARTMENTS 2
#define MOST_DEPARTMENTS 6
#define MOST_VANS 40

struct _RangFirstRun
{
  AdwWindow parent_instance;
  GtkStack *steps;
  GtkLabel *count;
  GtkWidget *back;
  GtkButton *next;
  GtkEditable *company;
  GtkEditable *founder;
  GtkEditable *depot;
  AdwPreferencesGroup *departments;
  AdwPreferencesGroup *people;
  AdwPreferencesGroup *vans;
  GPtrArray *department_rows; /* of AdwEntryRow */
  GPtrArray *people_rows;     /* the chief, then a head for each department */
  GPtrArray *van_rows;        /* of AdwActionRow with entries */
  RangFounded founded;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (RangFirstRun, rang_first_run, ADW_TYPE_WINDOW)

static const char *const names[] = { "company", "departments", "people", "vans" };

static guint
get_step (RangFirstRun *self)
{
  const char *name = gtk_stack_get_visible_child_name (self->steps);
  guint step = 0;

  while (step + 1 < G_N_ELEMENTS (names) && g_strcmp0 (names[step], name) != 0)
    step++;
  return step;
}

static GtkEditable *
row_at (GPtrArray *rows, guint i)
{
  return GTK_EDITABLE (g_ptr_array_index (rows, i));
}

static GtkWidget *
new_entry_row (const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  return row;
}

static gboolean
is_filled (GtkEditable *editable)
{
  g_autofree char *clean = rang_text_clean_note (gtk_editable_get_text (editable));

  return clean != NULL;
}

/* --- the steps --- */

static gboolean
departments_are_named (RangFirstRun *self)
{
  for (guint i = 0; i < self->department_rows->len; i++)
    if (!is_filled (row_at (self->department_rows, i)))
      return FALSE;
  return TRUE;
}

static gboolean
depot_is_good (RangFirstRun *self)
{
  gint32 lat, lon;

  return !is_filled (self->depot) || rang_place_parse_coordinates (gtk_editable_get_text (self->depot), &lat, &lon);
}

static void
show_state (RangFirstRun *self)
{
  guint step = get_step (self);
  gboolean good = TRUE;
  /* Translators: the step of the first run, of how many */
  g_autofree char *count = g_strdup_printf (_ ("Step %u of %u"), step + 1, (guint)G_N_ELEMENTS (names));

  if (step == 0)
    good = is_filled (self->company) && is_filled (self->founder) && depot_is_good (self);
  else if (step == 1)
    good = departments_are_named (self);
  if (depot_is_good (self))
    gtk_widget_remove_css_class (GTK_WIDGET (self->depot), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->depot), "error");
  gtk_label_set_text (self->count, count);
  gtk_widget_set_visible (self->back, step > 0);
  gtk_button_set_label (self->next, step + 1 < G_N_ELEMENTS (names) ? _ ("Next") : _ ("Make the Office"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), good);
}

static void
remove_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

/* What was typed before stays where the departments stay. */
static void
show_people (RangFirstRun *self)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->people_rows->len; i++)
    g_ptr_array_add (before, g_strdup (gtk_editable_get_text (row_at (self->people_rows, i))));
  remove_rows (self->people, self->people_rows);
  for (guint i = 0; i <= self->department_rows->len; i++)
    {
      g_autofree char *title
          = i == 0 ? g_strdup (_ ("Delivery chief"))
                   /* Translators: a department */
                   : g_strdup_printf (_ ("Head of %s"), gtk_editable_get_text (row_at (self->department_rows, i - 1)));
      GtkWidget *row = new_entry_row (title, i < before->len ? g_ptr_array_index (before, i) : "");

      adw_preferences_group_add (self->people, row);
      g_ptr_array_add (self->people_rows, row);
    }
}

static void
focus_step (RangFirstRun *self)
{
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->steps), GTK_DIR_TAB_FORWARD);
}

static void
go_to (RangFirstRun *self, guint step)
{
  if (step == 2)
    show_people (self);
  gtk_stack_set_visible_child_name (self->steps, names[step]);
  show_state (self);
  focus_step (self);
}

/* --- departments and vans --- */

static void
remove_department_cb (GtkWidget *button, RangFirstRun *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);

  g_ptr_array_remove (self->department_rows, row);
  adw_preferences_group_remove (self->departments, row);
  show_state (self);
}

static GtkWidget *
new_remove_button (const char *what, GCallback callback, RangFirstRun *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-delete-symbolic");

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, what);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, what, -1);
  g_signal_connect (button, "clicked", callback, self);
  return button;
}

static void
add_department (RangFirstRun *self, const char *name)
{
  GtkWidget *row = new_entry_row (_ ("Department"), name);

  if (self->department_rows->len >= FEWEST_DEPARTMENTS)
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row),
                              new_remove_button (_ ("Remove the Department"), G_CALLBACK (remove_department_cb), self));
  g_signal_connect_swapped (row, "changed", G_CALLBACK (show_state), self);
  adw_preferences_group_add (self->departments, row);
  g_ptr_array_add (self->department_rows, row);
}

static void
add_department_cb (RangFirstRun *self)
{
  if (self->department_rows->len >= MOST_DEPARTMENTS)
    return;
  add_department (self, "");
  gtk_widget_grab_focus (g_ptr_array_index (self->department_rows, self->department_rows->len - 1));
  show_state (self);
}

static void
remove_van_cb (GtkWidget *button, RangFirstRun *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);

  g_ptr_array_remove (self->van_rows, row);
  adw_preferences_group_remove (self->vans, row);
}

static GtkWidget *
new_van_entry (const char *key, const char *hint, int width, GtkWidget *row)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), hint);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, hint, -1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), entry);
  g_object_set_data (G_OBJECT (row), key, entry);
  return entry;
}

static void
add_van (RangFirstRun *self)
{
  GtkWidget *row = adw_action_row_new ();
  guint number = 1;
  g_autofree char *name = NULL;

  for (guint i = 0; i < self->van_rows->len; i++)
    number = MAX (number, 1 + GPOINTER_TO_UINT (g_object_get_data (self->van_rows->pdata[i], "number")));
  /* Translators: the name of a van, with its number */
  name = g_strdup_printf (_ ("Van %u"), number);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  g_object_set_data (G_OBJECT (row), "number", GUINT_TO_POINTER (number));
  new_van_entry ("plate", _ ("Plate"), 9, row);
  new_van_entry ("courier", _ ("Courier"), 16, row);
  new_van_entry ("load", _ ("kg"), 5, row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             new_remove_button (_ ("Remove the Van"), G_CALLBACK (remove_van_cb), self));
  adw_preferences_group_add (self->vans, row);
  g_ptr_array_add (self->van_rows, row);
}

static void
add_van_cb (RangFirstRun *self)
{
  if (self->van_rows->len >= MOST_VANS)
    return;
  add_van (self);
  gtk_widget_grab_focus (g_object_get_data (g_ptr_array_index (self->van_rows, self->van_rows->len - 1), "plate"));
}

/* --- the end --- */

static const char *
van_text (GtkWidget *row, const char *key)
{
  return gtk_editable_get_text (GTK_EDITABLE (g_object_get_data (G_OBJECT (row), key)));
}

static RangNewOffice *
make_plan (RangFirstRun *self)
{
  RangNewOffice *plan = rang_new_office_new ();

  plan->name = rang_text_clean_note (gtk_editable_get_text (self->company));
  plan->founder = rang_text_clean_note (gtk_editable_get_text (self->founder));
  plan->depot = rang_text_clean_note (gtk_editable_get_text (self->depot));
  plan->chief = rang_text_clean_note (gtk_editable_get_text (row_at (self->people_rows, 0)));
  for (guint i = 0; i < self->department_rows->len; i++)
    rang_new_office_add_department (plan, gtk_editable_get_text (row_at (self->department_rows, i)),
                                    gtk_editable_get_text (row_at (self->people_rows, i + 1)));
  for (guint i = 0; i < self->van_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->van_rows, i);

      rang_new_office_add_van (plan, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), van_text (row, "plate"),
                               van_text (row, "courier"),
                               (int)CLAMP (g_ascii_strtoll (van_text (row, "load"), NULL, 10), 0, 100000));
    }
  return plan;
}

static void
back_cb (RangFirstRun *self)
{
  if (get_step (self) > 0)
    go_to (self, get_step (self) - 1);
}

static void
next_cb (RangFirstRun *self)
{
  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->next)))
    return;
  if (get_step (self) + 1 < G_N_ELEMENTS (names))
    {
      go_to (self, get_step (self) + 1);
      return;
    }
  self->founded (make_plan (self), self->data);
  gtk_window_close (GTK_WINDOW (self));
}

static void
rang_first_run_finalize (GObject *object)
{
  RangFirstRun *self = RANG_FIRST_RUN (object);

  g_ptr_array_unref (self->department_rows);
  g_ptr_array_unref (self->people_rows);
  g_ptr_array_unref (self->van_rows);
  G_OBJECT_CLASS (rang_first_run_parent_class)->finalize (object);
}

static void
rang_first_run_class_init (RangFirstRunClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rang_first_run_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-first-run.ui");
  gtk_widget_class_bind_template_child (widget_class, RangFirstRun, steps);
  gtk_widget_class_bind_template_child (widget_class, RangFirstRun, count);
  gtk_widget_class_bind_template_child (widget_class, RangFirstRun, back);
  gtk_widget_class_bind_template_child (widget_class, RangFirstRun, next);
  gtk_widget_class_bind_template_child (widget_class, RangFirstRun, company);
  gtk_widget_class_bind_template_child (widget_class, RangFirstRun, founder);
  gtk_widget_class_bind_template_child (widget_class, RangFirstRun, depot);
  gtk_widget_class_bind_template_child (widget_class, RangFirstRun, departments);
  gtk_widget_class_bind_template_child (widget_class, RangFirstRun, people);
  gtk_widget_class_bind_template_child (widget_class, RangFirstRun, vans);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_state);
  gtk_widget_class_bind_template_callback (widget_class, add_department_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_van_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rang_first_run_init (RangFirstRun *self)
{
  const char *real_name = g_get_real_name ();

  self->department_rows = g_ptr_array_new ();
  self->people_rows = g_ptr_array_new ();
  self->van_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  if (real_name != NULL && !g_str_equal (real_name, "Unknown"))
    gtk_editable_set_text (self->founder, real_name);
  add_department (self, _ ("Active Sales"));
  add_department (self, _ ("Clients"));
  for (int i = 0; i < 3; i++)
    add_van (self);
  show_state (self);
}

void
rang_first_run_open (GtkWindow *parent, RangFounded founded, gpointer data)
{
  RangFirstRun *self
      = g_object_new (RANG_TYPE_FIRST_RUN, "transient-for", parent, "modal", TRUE, "destroy-with-parent", TRUE, NULL);

  self->founded = founded;
  self->data = data;
  rang_dialog_present (GTK_WINDOW (self));
  focus_step (self);
}
