/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for which conflicts are shown. */
#include "conflicts/rang-conflict-filter.h"
#include "common/rang-choice.h"

#include <glib/gi18n.h>

struct _RangConflictFilter
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkDropDown *kinds;
  GtkDropDown *people;
  GtkDropDown *departments;
  GtkDropDown *states;
  GArray *person_ids;
  GArray *department_ids;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RangConflictFilter, rang_conflict_filter, GTK_TYPE_WIDGET)

static guint changed_signal;

static void
selected_cb (RangConflictFilter *self)
{
  if (!self->filling)
    g_signal_emit (self, changed_signal, 0);
}

/* --- the choices; position 0 of each is "all" --- */

static void
fill_fixed (RangConflictFilter *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL), states = gtk_string_list_new (NULL);

  gtk_string_list_append (kinds, _ ("All kinds"));
  for (int kind = 0; kind < RANG_N_CONFLICT_KINDS; kind++)
    gtk_string_list_append (kinds, rang_conflict_kind_label ((RangConflictKind)kind));
  gtk_string_list_append (states, C_ ("conflict", "All"));
  for (int state = 0; state < RANG_N_CONFLICT_STATES; state++)
    gtk_string_list_append (states, rang_conflict_state_label ((RangConflictState)state));
  gtk_drop_down_set_model (self->kinds, G_LIST_MODEL (kinds));
  gtk_drop_down_set_model (self->states, G_LIST_MODEL (states));
}

/* Keeps what was chosen, if it is still there. */
static void
offer (GtkDropDown *drop_down, GtkStringList *names, GArray *ids, GArray **kept)
{
  guint was = gtk_drop_down_get_selected (drop_down), is = 0;
  gint64 chosen = was > 0 && was <= (*kept)->len ? g_array_index (*kept, gint64, was - 1) : 0;

  for (guint i = 0; chosen != 0 && i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == chosen)
      is = i + 1;
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (drop_down, is);
  g_array_unref (*kept);
  *kept = ids;
}

static gboolean
same_ids (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_array_index (a, gint64, i) != g_array_index (b, gint64, i))
      return FALSE;
  return TRUE;
}

void
rang_conflict_filter_fill (RangConflictFilter *self, const RangDayView *view)
{
  g_autoptr (GtkStringList) people = gtk_string_list_new (NULL), departments = gtk_string_list_new (NULL);
  GArray *person_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *department_ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_if_fail (RANG_IS_CONFLICT_FILTER (self));

  gtk_string_list_append (people, _ ("Everybody"));
  for (guint i = 0; i < view->people->len; i++)
    {
      const RangPerson *person = g_ptr_array_index (view->people, i);

      if (!person->active || rang_person_has_role (person, RANG_ROLE_COURIER, 0))
        continue;
      gtk_string_list_append (people, person->name);
      g_array_append_val (person_ids, person->id);
    }
  gtk_string_list_append (departments, _ ("All departments"));
  for (guint i = 0; i < view->departments->len; i++)
    {
      const RangDepartment *department = g_ptr_array_index (view->departments, i);

      gtk_string_list_append (departments, department->name);
      g_array_append_val (department_ids, department->id);
    }
  if (same_ids (person_ids, self->person_ids) && same_ids (department_ids, self->department_ids))
    {
      g_array_unref (person_ids);
      g_array_unref (department_ids);
      return;
    }
  self->filling = TRUE;
  offer (self->people, people, person_ids, &self->person_ids);
  offer (self->departments, departments, department_ids, &self->department_ids);
  self->filling = FALSE;
}

static gint64
chosen_of (GtkDropDown *drop_down, const GArray *ids)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  return selected > 0 && selected <= ids->len ? g_array_index (ids, gint64, selected - 1) : 0;
}

gboolean
rang_conflict_filter_passes (RangConflictFilter *self, const RangConflict *conflict)
{
  guint kind = gtk_drop_down_get_selected (self->kinds), state = gtk_drop_down_get_selected (self->states);
  gint64 person = chosen_of (self->people, self->person_ids);
  gint64 department = chosen_of (self->departments, self->department_ids);

  return (kind == 0 || conflict->kind == (RangConflictKind)(kind - 1))
         && (state == 0 || conflict->state == (RangConflictState)(state - 1))
         && (person == 0 || rang_conflict_has_person (conflict, person) || conflict->decided_by == person)
         && (department == 0 || rang_conflict_has_department (conflict, department));
}

void
rang_conflict_filter_clear (RangConflictFilter *self)
{
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->kinds, 0);
  gtk_drop_down_set_selected (self->people, 0);
  gtk_drop_down_set_selected (self->departments, 0);
  gtk_drop_down_set_selected (self->states, 0);
  self->filling = FALSE;
}

/* --- the widget --- */

static void
rang_conflict_filter_dispose (GObject *object)
{
  RangConflictFilter *self = RANG_CONFLICT_FILTER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rang_conflict_filter_parent_class)->dispose (object);
}

static void
rang_conflict_filter_finalize (GObject *object)
{
  RangConflictFilter *self = RANG_CONFLICT_FILTER (object);

  g_array_unref (self->person_ids);
  g_array_unref (self->department_ids);
  G_OBJECT_CLASS (rang_conflict_filter_parent_class)->finalize (object);
}

static void
rang_conflict_filter_class_init (RangConflictFilterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_conflict_filter_dispose;
  G_OBJECT_CLASS (klass)->finalize = rang_conflict_filter_finalize;
  changed_signal
      = g_signal_new ("changed", RANG_TYPE_CONFLICT_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-conflict-filter.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, RangConflictFilter, box);
  gtk_widget_class_bind_template_child (widget_class, RangConflictFilter, kinds);
  gtk_widget_class_bind_template_child (widget_class, RangConflictFilter, people);
  gtk_widget_class_bind_template_child (widget_class, RangConflictFilter, departments);
  gtk_widget_class_bind_template_child (widget_class, RangConflictFilter, states);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
rang_conflict_filter_init (RangConflictFilter *self)
{
  self->filling = TRUE;
  self->person_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->department_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  rang_choice_name_items (GTK_WIDGET (self->kinds));
  rang_choice_name_items (GTK_WIDGET (self->people));
  rang_choice_name_items (GTK_WIDGET (self->departments));
  rang_choice_name_items (GTK_WIDGET (self->states));
  fill_fixed (self);
  self->filling = FALSE;
}
