/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the steps of the first run: what a new office consists of. */
#include "window/rang-first-run-private.h"

#include <glib/gi18n.h>

#include "base/rang-text.h"
#include "common/rang-dialog.h"

#define FEWEST_DEPARTMENTS 2
#define MOST_DEPARTMENTS 6
#define MOST_VANS 40

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

/* --- the steps --- */

static void
show_state (RangFirstRun *self)
{
  guint step = get_step (self);
  const char *problem = rang_first_run_find_problem (self, step);
  /* Translators: the step of the first run, of how many */
  g_autofree char *count = g_strdup_printf (_ ("Step %u of %u"), step + 1, (guint)G_N_ELEMENTS (names));

  gtk_label_set_text (self->count, count);
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  gtk_widget_set_visible (self->back, step > 0);
  gtk_button_set_label (self->next, step + 1 < G_N_ELEMENTS (names) ? _ ("Next") : _ ("Make the Office"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->next), problem == NULL && rang_first_run_is_complete (self, step));
}

static void
remove_rows (AdwPreferencesGroup *group, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
add_person (RangFirstRun *self, const char *title, const char *text)
{
  GtkWidget *row = new_entry_row (title, text);

  adw_preferences_group_add (self->people, row);
  g_ptr_array_add (self->people_rows, row);
}

/* A department keeps the head that was typed for it, whichever departments come and go. */
static void
keep_heads (RangFirstRun *self)
{
  for (guint i = 0; i < self->department_rows->len && i + 1 < self->people_rows->len; i++)
    g_object_set_data_full (g_ptr_array_index (self->department_rows, i), "head",
                            g_strdup (gtk_editable_get_text (rang_first_run_row_at (self->people_rows, i + 1))),
                            g_free);
}

static void
show_people (RangFirstRun *self)
{
  g_autofree char *chief = g_strdup (
      self->people_rows->len > 0 ? gtk_editable_get_text (rang_first_run_row_at (self->people_rows, 0)) : "");

  remove_rows (self->people, self->people_rows);
  add_person (self, _ ("Delivery chief"), chief);
  for (guint i = 0; i < self->department_rows->len; i++)
    {
      GtkEditable *department = rang_first_run_row_at (self->department_rows, i);
      const char *head = g_object_get_data (G_OBJECT (department), "head");
      /* Translators: a department */
      g_autofree char *title = g_strdup_printf (_ ("Head of %s"), gtk_editable_get_text (department));

      add_person (self, title, head != NULL ? head : "");
    }
}

/* The first field of the step, and not the button above it. */
static void
focus_step (RangFirstRun *self, guint step)
{
  GPtrArray *rows[] = { NULL, self->department_rows, self->people_rows, self->van_rows };
  GtkWidget *field = GTK_WIDGET (self->next);

  if (step == 0)
    field = GTK_WIDGET (self->company);
  else if (rows[step]->len > 0)
    field = g_ptr_array_index (rows[step], 0);
  if (step == 3 && rows[step]->len > 0)
    field = g_object_get_data (G_OBJECT (field), "plate");
  gtk_widget_grab_focus (field);
}

static void
go_to (RangFirstRun *self, guint step)
{
  if (get_step (self) == 2)
    keep_heads (self);
  if (step == 2)
    show_people (self);
  gtk_stack_set_visible_child_name (self->steps, names[step]);
  show_state (self);
  focus_step (self, step);
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
  show_state (self);
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
  GtkWidget *row = adw_action_row_new (), *load;
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
  load = new_van_entry ("load", _ ("kg"), 5, row);
  g_signal_connect_swapped (load, "changed", G_CALLBACK (show_state), self);
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
  plan->chief = rang_text_clean_note (gtk_editable_get_text (rang_first_run_row_at (self->people_rows, 0)));
  for (guint i = 0; i < self->department_rows->len; i++)
    rang_new_office_add_department (plan, gtk_editable_get_text (rang_first_run_row_at (self->department_rows, i)),
                                    gtk_editable_get_text (rang_first_run_row_at (self->people_rows, i + 1)));
  for (guint i = 0; i < self->van_rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->van_rows, i);

      rang_new_office_add_van (
          plan, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), van_text (row, "plate"),
          van_text (row, "courier"),
          (int)CLAMP (g_ascii_strtoll (van_text (row, "load"), NULL, 10), 0, RANG_FIRST_RUN_MOST_LOAD));
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
  gtk_widget_class_bind_template_child (widget_class, RangFirstRun, problem);
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
  focus_step (self, 0);
}
