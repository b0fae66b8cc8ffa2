/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for saying what became of an import. */
#include "window/rang-import-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "common/rang-dialog.h"

/* More than this nobody reads in a dialog; the counts above say how many there are. */
#define MOST_ROWS 200

struct _RangImportDialog
{
  AdwWindow parent_instance;
  AdwPreferencesGroup *counts;
  AdwPreferencesGroup *refusals;
};

G_DEFINE_FINAL_TYPE (RangImportDialog, rang_import_dialog, ADW_TYPE_WINDOW)

static void
add_count (RangImportDialog *self, const char *title, guint count)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = g_strdup_printf ("%u", count);
  GtkWidget *label = gtk_label_new (text);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_add_css_class (label, "num");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_group_add (self->counts, row);
}

/* Steps past the line that a place or a message names: ":12". Returns: what it is, of "" where none is named */
static char *
take_line (const char **text)
{
  gsize digits = **text == ':' ? strspn (*text + 1, "0123456789") : 0;
  char *line = g_strndup (*text + 1, digits);

  if (digits > 0)
    *text += 1 + digits;
  return line;
}

/* Of "orders.csv:12" the name and the line. */
static char *
split_place (const char *where, char **line)
{
  const char *colon = strrchr (where, ':'), *end = colon;

  *line = colon != NULL ? take_line (&end) : g_strdup ("");
  return colon != NULL && *end == '\0' ? g_strndup (where, (gsize)(colon - where)) : g_strdup (where);
}

/* A message about a whole file begins with the file, which its row says already. Returns: what follows */
static const char *
skip_place (const char *problem, const char *name, char **line)
{
  const char *rest = problem + strlen (name);

  if (*name == '\0' || !g_str_has_prefix (problem, name) || *rest != ':')
    return problem;
  if (**line == '\0')
    {
      g_free (*line);
      *line = take_line (&rest);
    }
  return g_str_has_prefix (rest, ": ") ? rest + 2 : problem;
}

/* What is wrong and what to do, as the sentence that it is here. */
static char *
write_sentence (const char *problem, const char *remedy)
{
  char first[7] = "";

  first[g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (problem)), first)] = '\0';
  return g_strdup_printf ("%s%s%s%s", first, *problem != '\0' ? g_utf8_next_char (problem) : "",
                          remedy != NULL ? "; " : "", remedy != NULL ? remedy : "");
}

static char *
write_title (const RangRefusal *refusal, const char *name, const char *line)
{
  /* Translators: the name of a file, and a line of it */
  g_autofree char *place = *line != '\0' ? g_strdup_printf (_ ("%s, line %s"), name, line) : g_strdup (name);

  /* Translators: the number of an order, and where it stands: "orders.csv, line 12" */
  return refusal->order != NULL ? g_strdup_printf (_ ("Order %s: %s"), refusal->order, place)
                                : g_steal_pointer (&place);
}

static gboolean
is_same (const RangRefusal *a, const RangRefusal *b)
{
  return a->order != NULL && g_strcmp0 (a->order, b->order) == 0 && g_strcmp0 (a->where, b->where) == 0;
}

/* Adds the row of one order or file: all that is wrong with it, which stands together in the report. Returns: how many
 * refusals that were */
static guint
add_refused (RangImportDialog *self, const GPtrArray *refusals, guint at)
{
  const RangRefusal *refusal = g_ptr_array_index (refusals, at);
  g_autofree char *line = NULL, *title = NULL;
  g_autofree char *name = split_place (refusal->where != NULL ? refusal->where : "", &line);
  g_autoptr (GString) text = g_string_new (NULL);
  GtkWidget *row = adw_action_row_new ();
  guint n = 0;

  do
    {
      const RangRefusal *next = g_ptr_array_index (refusals, at + n);
      g_autofree char *sentence = write_sentence (skip_place (next->problem, name, &line), next->remedy);

      g_string_append_printf (text, "%s%s", n > 0 ? "\n" : "", sentence);
      n++;
    }
  while (at + n < refusals->len && is_same (refusal, g_ptr_array_index (refusals, at + n)));
  title = write_title (refusal, name, line);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text->str);
  adw_preferences_group_add (self->refusals, row);
  return n;
}

static void
rang_import_dialog_class_init (RangImportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RangImportDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, RangImportDialog, refusals);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rang_import_dialog_init (RangImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rang_import_dialog_open (GtkWindow *parent, const RangImportReport *report)
{
  RangImportDialog *self = g_object_new (RANG_TYPE_IMPORT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  add_count (self, _ ("Taken"), report->taken);
  if (report->changed > 0)
    add_count (self, C_ ("orders", "Changed"), report->changed);
  if (report->unchanged > 0)
    add_count (self, _ ("Unchanged"), report->unchanged);
  add_count (self, _ ("Refused or to complete"), report->refused);
  if (report->defaulted > 0)
    add_count (self, _ ("Fields filled with a default"), report->defaulted);
  for (guint i = 0, rows = 0; i < report->refusals->len && rows < MOST_ROWS; rows++)
    i += add_refused (self, report->refusals, i);
  gtk_widget_set_visible (GTK_WIDGET (self->refusals), report->refusals->len > 0);
  rang_dialog_present (GTK_WINDOW (self));
}
