/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for which version is set against the rules in view. */
#include <glib/gi18n.h>

#include "common/rang-choice.h"
#include "rule-editor/rang-rules-page-private.h"

static void
chosen_cb (RangRulesPage *self)
{
  guint place = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->against_choice));
  gint64 id;

  if (self->quiet || place >= self->against_ids->len)
    return;
  id = g_array_index (self->against_ids, gint64, place);
  if (id != self->against)
    rang_rules_page_read_against (self, id);
}

void
rang_rules_page_show_compare (RangRulesPage *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_array_set_size (self->against_ids, 0);
  for (guint i = 0; i < self->shelf->versions->len; i++)
    {
      const RangRulesVersion *version = self->shelf->versions->pdata[i];
      g_autofree char *label = g_strdup_printf (_ ("Version %d"), (int)version->id);

      if (version->id == self->shown)
        continue;
      if (version->id == self->against)
        selected = self->against_ids->len;
      gtk_string_list_append (labels, label);
      g_array_append_val (self->against_ids, version->id);
    }
  gtk_widget_set_visible (self->against_title, self->against_ids->len > 0);
  gtk_widget_set_visible (self->against_choice, self->against_ids->len > 0);
  self->quiet = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->against_choice), G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->against_choice), selected);
  self->quiet = FALSE;
}

void
rang_rules_page_init_compare (RangRulesPage *self)
{
  self->against_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  rang_choice_name_items (self->against_choice);
  g_signal_connect_swapped (self->against_choice, "notify::selected", G_CALLBACK (chosen_cb), self);
}
