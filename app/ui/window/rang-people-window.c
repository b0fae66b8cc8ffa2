/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the window of people, deputies and rights. */
#include "window/rang-people-window.h"

#include <glib/gi18n.h>

#include "base/rang-day-label.h"
#include "common/rang-dialog.h"
#include "office/rang-office-people.h"
#include "office/rang-permission.h"
#include "rang-compat.h"
#include "window/rang-deputy-dialog.h"
#include "window/rang-person-dialog.h"

struct _RangPeopleWindow
{
  AdwPreferencesWindow parent_instance;
  AdwPreferencesGroup *people;
  AdwPreferencesGroup *deputies;
  GtkWidget *add_person;
  GtkWidget *add_deputy;
  GtkGrid *rights;
  GPtrArray *rows; /* of GtkWidget, borrowed from their groups */
  RangDesk *desk;
};

G_DEFINE_FINAL_TYPE (RangPeopleWindow, rang_people_window, ADW_TYPE_PREFERENCES_WINDOW)

/* --- words --- */

static char *
role_in_words (const RangDayView *view, RangRole role, gint64 department)
{
  const RangDepartment *found = department != 0 ? rang_day_view_find_department (view, department) : NULL;

  return found != NULL ? g_strdup_printf ("%s (%s)", rang_role_label (role), found->name)
                       : g_strdup (rang_role_label (role));
}

char *
rang_people_window_describe (const RangDayView *view, const RangPerson *person)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!person->active)
    return g_strdup (_ ("does not work here any more"));
  for (guint i = 0; i < person->grants->len; i++)
    {
      const RangRoleGrant *grant = &g_array_index (person->grants, RangRoleGrant, i);
      g_autofree char *role = role_in_words (view, grant->role, grant->department);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", role);
      if (grant->behalf != 0)
        /* Translators: stands behind a role; a name: the person stands in for that one */
        g_string_append_printf (text, _ (" for %s"), rang_day_view_person_name (view, grant->behalf));
      else if (grant->yielded != 0)
        /* Translators: stands behind a role; a name: that one stands in now */
        g_string_append_printf (text, _ (", now %s"), rang_day_view_person_name (view, grant->yielded));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* --- rows --- */

static void
person_cb (AdwActionRow *row, RangPeopleWindow *self)
{
  gint64 id = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), "person"));

  rang_person_dialog_open (GTK_WINDOW (self), self->desk, id);
}

static void
add_row (RangPeopleWindow *self, AdwPreferencesGroup *group, GtkWidget *row)
{
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_people (RangPeopleWindow *self, const RangDayView *view, gboolean may)
{
  for (guint i = 0; i < view->people->len; i++)
    {
      const RangPerson *person = g_ptr_array_index (view->people, i);
      GtkWidget *row = adw_action_row_new ();
      g_autofree char *roles = rang_people_window_describe (view, person);

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), roles);
      if (person->active)
        {
          GtkWidget *mark = gtk_label_new (person->key != NULL ? _ ("signs") : _ ("without password"));

          gtk_widget_add_css_class (mark, "dim-label");
          adw_action_row_add_suffix (ADW_ACTION_ROW (row), mark);
        }
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), may);
      g_object_set_data (G_OBJECT (row), "person", GINT_TO_POINTER ((int)person->id));
      g_signal_connect (row, "activated", G_CALLBACK (person_cb), self);
      add_row (self, self->people, row);
    }
}

/* --- deputies --- */

static gpointer
list_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return rang_office_list_deputies (office, error);
}

typedef struct
{
  RangSession session;
  gint64 deputy;
} End;

static gpointer
end_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const End *end = data;

  return GINT_TO_POINTER (rang_office_end_deputy (office, &end->session, end->deputy, error));
}

static void
end_cb (GtkButton *button, RangPeopleWindow *self)
{
  End *end = g_new0 (End, 1);

  end->session = *rang_desk_get_session (self->desk);
  end->deputy = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "deputy"));
  rang_desk_write (self->desk, end_func, end, g_free, NULL, NULL, NULL);
}

static GtkWidget *
deputy_row (RangPeopleWindow *self, const RangDayView *view, const RangDeputy *deputy)
{
  GtkWidget *row = adw_action_row_new (), *end;
  g_autofree char *role = role_in_words (view, deputy->role, deputy->department);
  g_autofree char *from = rang_day_label_short (deputy->from), *to = rang_day_label_short (deputy->to);
  /* Translators: the deputy's name, for whom */
  g_autofree char *title = g_strdup_printf (_ ("%s for %s"), rang_day_view_person_name (view, deputy->person),
                                            rang_day_view_person_name (view, deputy->behalf));
  /* Translators: a role, the first day, the last day */
  g_autofree char *subtitle = g_strdup_printf (_ ("%s, %s – %s"), role, from, to);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (deputy->to < view->today)
    return row;
  end = gtk_button_new_with_label (_ ("End"));
  gtk_widget_set_valign (end, GTK_ALIGN_CENTER);
  g_object_set_data (G_OBJECT (end), "deputy", GINT_TO_POINTER ((int)deputy->id));
  g_signal_connect (end, "clicked", G_CALLBACK (end_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), end);
  return row;
}

static void
listed_cb (GObject *owner, gpointer result, const GError *error)
{
  RangPeopleWindow *self = RANG_PEOPLE_WINDOW (owner);
  const RangDayView *view = rang_desk_get_view (self->desk);
  GPtrArray *deputies = result;

  if (deputies == NULL || view == NULL)
    return;
  if (deputies->len == 0)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ ("Nobody has a deputy"));
      gtk_widget_add_css_class (row, "dim");
      add_row (self, self->deputies, row);
    }
  for (guint i = deputies->len; i > 0; i--)
    add_row (self, self->deputies, deputy_row (self, view, g_ptr_array_index (deputies, i - 1)));
}

/* --- rights --- */

static GtkWidget *
right_label (const char *text, const char *class_name, gfloat align)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), align);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  return label;
}

static void
fill_rights (RangPeopleWindow *self)
{
  /* Translators: above a list of what a role may do: "import orders", "move orders on the board" */
  gtk_grid_attach (self->rights, right_label (_ ("May"), "heading", 0), 0, 0, 1, 1);
  for (RangRole role = 0; role < RANG_ROLE_COURIER; role++)
    {
      GtkWidget *head = right_label (rang_role_label (role), "heading", 0.5f);

      /* What may be done needs the room. */
      gtk_label_set_max_width_chars (GTK_LABEL (head), 12);
      gtk_label_set_justify (GTK_LABEL (head), GTK_JUSTIFY_CENTER);
      gtk_grid_attach (self->rights, head, (int)role + 1, 0, 1, 1);
    }
  for (RangAction action = 0; action < RANG_N_ACTIONS; action++)
    {
      GtkWidget *name = right_label (rang_action_label (action), NULL, 0);

      gtk_widget_set_hexpand (name, TRUE);
      gtk_grid_attach (self->rights, name, 0, (int)action + 1, 1, 1);
      for (RangRole role = 0; role < RANG_ROLE_COURIER; role++)
        {
          gboolean may = rang_permission_role_may (role, action);
          GtkWidget *cell = right_label (may ? "✓" : "–", may ? NULL : "dim-label", 0.5f);
          /* Translators: for assistive technology: an action, a role, yes or no */
          g_autofree char *spoken = g_strdup_printf (_ ("%s, %s: %s"), rang_action_label (action),
                                                     rang_role_label (role), may ? _ ("yes") : _ ("no"));

          gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
          gtk_grid_attach (self->rights, cell, (int)role + 1, (int)action + 1, 1, 1);
        }
    }
}

/* --- the window --- */

static void
show (RangPeopleWindow *self)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  gboolean may = rang_desk_may (self->desk, RANG_ACTION_MANAGE_OFFICE, 0);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_sensitive (self->add_person, may);
  gtk_widget_set_sensitive (self->add_deputy, view != NULL);
  if (view == NULL)
    return;
  show_people (self, view, may);
  rang_desk_read (self->desk, list_func, NULL, NULL, (GDestroyNotify)g_ptr_array_unref, NULL, self, listed_cb);
}

static void
add_person_cb (RangPeopleWindow *self)
{
  rang_person_dialog_open (GTK_WINDOW (self), self->desk, 0);
}

static void
add_deputy_cb (RangPeopleWindow *self)
{
  rang_deputy_dialog_open (GTK_WINDOW (self), self->desk);
}

void
rang_people_window_open (GtkWindow *parent, RangDesk *desk)
{
  RangPeopleWindow *self = g_object_new (RANG_TYPE_PEOPLE_WINDOW, "transient-for", parent, "modal", TRUE, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  rang_compat_name_search (GTK_WIDGET (self));
  rang_dialog_present (GTK_WINDOW (self));
}

static void
rang_people_window_dispose (GObject *object)
{
  RangPeopleWindow *self = RANG_PEOPLE_WINDOW (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (rang_people_window_parent_class)->dispose (object);
}

static void
rang_people_window_class_init (RangPeopleWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_people_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-people-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RangPeopleWindow, people);
  gtk_widget_class_bind_template_child (widget_class, RangPeopleWindow, deputies);
  gtk_widget_class_bind_template_child (widget_class, RangPeopleWindow, add_person);
  gtk_widget_class_bind_template_child (widget_class, RangPeopleWindow, add_deputy);
  gtk_widget_class_bind_template_child (widget_class, RangPeopleWindow, rights);
  gtk_widget_class_bind_template_callback (widget_class, add_person_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_deputy_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rang_people_window_init (RangPeopleWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  fill_rights (self);
}
