/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the steps of the first run lack, and what in them cannot be taken. */
#include "window/rang-first-run-private.h"

#include <glib/gi18n.h>

#include "base/rang-text.h"

GtkEditable *
rang_first_run_row_at (GPtrArray *rows, guint i)
{
  return GTK_EDITABLE (g_ptr_array_index (rows, i));
}

static gboolean
is_filled (GtkEditable *editable)
{
  g_autofree char *clean = rang_text_clean_note (gtk_editable_get_text (editable));

  return clean != NULL;
}

static gboolean
departments_are_named (RangFirstRun *self)
{
  for (guint i = 0; i < self->department_rows->len; i++)
    if (!is_filled (rang_first_run_row_at (self->department_rows, i)))
      return FALSE;
  return TRUE;
}

static void
mark (GtkWidget *widget, gboolean wrong)
{
  if (wrong)
    gtk_widget_add_css_class (widget, "error");
  else
    gtk_widget_remove_css_class (widget, "error");
}

static gboolean
depot_is_good (RangFirstRun *self)
{
  gint32 lat, lon;
  gboolean good
      = !is_filled (self->depot) || rang_place_parse_coordinates (gtk_editable_get_text (self->depot), &lat, &lon);

  mark (GTK_WIDGET (self->depot), !good);
  return good;
}

/* Every department with a name of its own, whatever the case. */
static gboolean
departments_differ (RangFirstRun *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean good = TRUE;

  for (guint i = 0; i < self->department_rows->len; i++)
    {
      g_autofree char *name
          = rang_text_clean_note (gtk_editable_get_text (rang_first_run_row_at (self->department_rows, i)));
      gboolean twice = name != NULL && !g_hash_table_add (seen, g_utf8_casefold (name, -1));

      mark (g_ptr_array_index (self->department_rows, i), twice);
      good = good && !twice;
    }
  return good;
}

/* An empty load has no limit; what is no number would silently have none either. */
static gboolean
loads_are_numbers (RangFirstRun *self)
{
  gboolean good = TRUE;

  for (guint i = 0; i < self->van_rows->len; i++)
    {
      GtkWidget *entry = g_object_get_data (g_ptr_array_index (self->van_rows, i), "load");
      guint64 load;
      gboolean wrong = is_filled (GTK_EDITABLE (entry))
                       && !g_ascii_string_to_unsigned (gtk_editable_get_text (GTK_EDITABLE (entry)), 10, 0,
                                                       RANG_FIRST_RUN_MOST_LOAD, &load, NULL);

      mark (entry, wrong);
      good = good && !wrong;
    }
  return good;
}

const char *
rang_first_run_find_problem (RangFirstRun *self, guint step)
{
  if (step == 0 && !depot_is_good (self))
    return _ ("Write the coordinates as 45.65, 25.6, or leave them empty");
  if (step == 1 && !departments_differ (self))
    return _ ("Two departments have the same name; give each its own");
  if (step == 3 && !loads_are_numbers (self))
    return _ ("A load is a whole number of kilograms; leave it empty for no limit");
  return NULL;
}

gboolean
rang_first_run_is_complete (RangFirstRun *self, guint step)
{
  if (step == 0)
    return is_filled (self->company) && is_filled (self->founder);
  return step != 1 || departments_are_named (self);
}
