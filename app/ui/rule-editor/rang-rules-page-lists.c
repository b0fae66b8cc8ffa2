/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the lists at the left of the rules' page: its tables, and the versions with the draft. */
#include <glib/gi18n.h>

#include "base/rang-day-label.h"
#include "common/rang-label.h"
#include "rule-editor/rang-rules-page-private.h"

#define SHORT 12

void
rang_rules_page_empty_list (GtkListBox *list)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, child);
}

GtkWidget *
rang_rules_page_new_row (const char *text, const char *more, const char *spoken, gboolean strong)
{
  /* A short count stands beside the name, more than that below. */
  gboolean beside = g_utf8_strlen (more, -1) <= SHORT;
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (beside ? GTK_ORIENTATION_HORIZONTAL : GTK_ORIENTATION_VERTICAL, beside ? 8 : 0);
  GtkWidget *label = gtk_label_new (text), *count = gtk_label_new (more);
  g_autofree char *name = g_strdup_printf ("%s, %s", text, spoken);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (strong)
    gtk_widget_add_css_class (label, "heading-strong");
  gtk_label_set_xalign (GTK_LABEL (count), beside ? 1 : 0);
  rang_label_wrap (GTK_LABEL (label), 3);
  if (!beside)
    rang_label_wrap (GTK_LABEL (count), 3);
  gtk_widget_add_css_class (count, "dim");
  gtk_widget_add_css_class (count, "tiny");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

void
rang_rules_page_show_tables (RangRulesPage *self)
{
  self->quiet = TRUE;
  rang_rules_page_empty_list (self->tables);
  for (guint i = 0; i < rang_rule_draft_get_n_tables (self->draft); i++)
    {
      guint n = rang_rule_draft_get_n_rows (self->draft, i);
      g_autofree char *label = rang_rule_draft_dup_table_label (self->draft, i);
      g_autofree char *count = g_strdup_printf ("%u", n);
      g_autofree char *spoken = g_strdup_printf (ngettext ("%u row", "%u rows", n), n);
      GtkWidget *row = rang_rules_page_new_row (label, count, spoken, FALSE);

      gtk_widget_set_tooltip_text (row, spoken);
      gtk_list_box_append (self->tables, row);
      if (i == self->table)
        gtk_list_box_select_row (self->tables, GTK_LIST_BOX_ROW (row));
    }
  self->quiet = FALSE;
}

static char *
days_of (const RangRulesVersion *version)
{
  g_autofree char *from = version->from != RANG_DAY_NONE ? rang_day_label_short (version->from) : NULL;
  g_autofree char *to = version->to != RANG_DAY_NONE ? rang_day_label_short (version->to) : NULL;

  if (to != NULL && version->from != RANG_DAY_NONE && version->to < version->from)
    return g_strdup (_ ("replaced at once"));
  if (from != NULL && to != NULL)
    return g_strdup_printf ("%s – %s", from, to);
  if (from != NULL)
    /* Translators: of a version of the rules: the first day it holds for */
    return g_strdup_printf (_ ("from %s"), from);
  /* Translators: of a version of the rules: the last day it holds for */
  return to != NULL ? g_strdup_printf (_ ("until %s"), to) : g_strdup (_ ("from the start"));
}

static void
add_version (RangRulesPage *self, gint64 id, const char *label, const char *more, const char *tooltip, gboolean strong)
{
  GtkWidget *row = rang_rules_page_new_row (label, more, more, strong);

  g_object_set_data_full (G_OBJECT (row), "version", g_memdup2 (&id, sizeof id), g_free);
  gtk_widget_set_tooltip_text (row, tooltip);
  gtk_list_box_append (self->versions, row);
  if (id == self->shown)
    gtk_list_box_select_row (self->versions, GTK_LIST_BOX_ROW (row));
}

void
rang_rules_page_show_versions (RangRulesPage *self)
{
  const RangDayView *view = rang_desk_get_view (self->desk);

  self->quiet = TRUE;
  rang_rules_page_empty_list (self->versions);
  if (self->shelf->draft != NULL || self->shown == 0)
    {
      guint n = self->shown == 0 ? rang_rule_draft_count_changes (self->draft) : 0;
      g_autofree char *more = n > 0 ? g_strdup_printf (ngettext ("%u change", "%u changes", n), n) : g_strdup ("");

      add_version (self, 0, _ ("Draft"), more, _ ("Your own; nothing changes before it is activated"), TRUE);
    }
  for (guint i = 0; i < self->shelf->versions->len; i++)
    {
      const RangRulesVersion *version = self->shelf->versions->pdata[i];
      g_autofree char *label = g_strdup_printf (_ ("Version %d"), (int)version->id);
      g_autofree char *days = days_of (version);
      g_autofree char *tooltip = version->by != 0
                                     /* Translators: why there is a version of the rules, and who activated it */
                                     ? g_strdup_printf (version->is_signed ? _ ("%s (signed by %s)") : _ ("%s (%s)"),
                                                        version->note, rang_day_view_person_name (view, version->by))
                                     : g_strdup (version->note);

      add_version (self, version->id, label, days, tooltip, version->active);
    }
  self->quiet = FALSE;
}
