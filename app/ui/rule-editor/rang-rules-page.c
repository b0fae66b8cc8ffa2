/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the page of the priority rules: what is in view, and what is said about it. */
#include "rule-editor/rang-rules-page.h"

#include <glib/gi18n.h>

#include "office/rang-permission.h"
#include "rule-editor/rang-rules-page-private.h"

G_DEFINE_FINAL_TYPE (RangRulesPage, rang_rules_page, GTK_TYPE_WIDGET)

#define MOST_REACHED 8

gboolean
rang_rules_page_may_edit (RangRulesPage *self)
{
  return rang_desk_may (self->desk, RANG_ACTION_EDIT_RULES, 0);
}

/* --- what is said about the table --- */

static void
show_findings (RangRulesPage *self)
{
  guint wrong;
  g_auto (GStrv) lines = rang_rule_draft_dup_findings (self->draft, &wrong);
  g_autofree char *text = g_strjoinv ("\n⚠ ", lines);
  g_autofree char *marked = *text != '\0' ? g_strconcat ("⚠ ", text, NULL) : NULL;

  gtk_label_set_text (
      self->findings,
      marked != NULL ? marked
                     : _ ("✓ Every order gets points and a class; no rows contradict each other; no row is idle."));
  gtk_widget_set_css_classes (GTK_WIDGET (self->findings), (const char *[]){ wrong > 0        ? "late"
                                                                             : marked != NULL ? "dim"
                                                                                              : "ontime",
                                                                             NULL });
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rules.activate",
                                 self->shown == 0 && rang_rules_page_may_edit (self) && wrong == 0);
}

static void
show_changes (RangRulesPage *self)
{
  g_auto (GStrv) lines = rang_rule_draft_dup_changes (self->draft);
  guint n = g_strv_length (lines);
  g_autofree char *text = g_strjoinv ("\n", lines);
  g_autofree char *head = NULL;

  gtk_widget_set_visible (self->changes_place, n > 0);
  gtk_label_set_text (self->changes, text);
  if (self->shown == 0 && self->against == self->shelf->active)
    /* Translators: of the draft */
    head = g_strdup_printf (ngettext ("%u change against what is active", "%u changes against what is active", n), n);
  else
    head = g_strdup_printf (
        /* Translators: how many changes; the version that the rules are compared with */
        ngettext ("%u change against version %d", "%u changes against version %d", n), n, (int)self->against);
  gtk_expander_set_label (GTK_EXPANDER (self->changes_place), head);
}

static void
show_banner (RangRulesPage *self)
{
  gboolean may = rang_rules_page_may_edit (self);
  const char *text = !may               ? _ ("The head of sales changes the rules.")
                     : self->shown == 0 ? NULL
                     : self->shelf->draft != NULL
                         ? _ ("You have a draft. Discard it to begin another from this version.")
                         : _ ("A version never changes. Begin a draft to change the rules.");

  gtk_widget_set_visible (self->banner, text != NULL);
  gtk_label_set_text (self->banner_text, text != NULL ? text : "");
  gtk_widget_set_visible (self->banner_button, may && self->shown != 0 && self->shelf->draft == NULL);
}

static void
show_add_column (RangRulesPage *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GPtrArray) inputs = rang_rule_draft_dup_inputs (self->draft, self->table);

  for (guint i = 0; i < inputs->len; i++)
    {
      const RangRuleColumn *input = inputs->pdata[i];
      g_autoptr (GMenuItem) item = g_menu_item_new (input->label, NULL);

      g_menu_item_set_action_and_target (item, "rules.add-column", "s", input->name);
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->add_column, G_MENU_MODEL (menu));
}

/* What the row did this month. */
static char *
words_of_use (guint applied, guint decided)
{
  g_autofree char *first = g_strdup_printf (
      ngettext ("This month it applied to %u order.", "This month it applied to %u orders.", applied), applied);
  g_autofree char *second
      = g_strdup_printf (ngettext ("It decided %u place.", "It decided %u places.", decided), decided);

  return g_strconcat (first, " ", second, NULL);
}

void
rang_rules_page_show_reach (RangRulesPage *self)
{
  const RangRuleEffect *effect = rang_rule_effect_pane_get_effect (self->effect);
  guint row = rang_rule_grid_get_row (self->grid), n;
  g_autofree char *rule = NULL, *title = NULL, *use_text = NULL;
  const RangRuleUse *use;

  rang_rules_page_empty_list (self->reach);
  if (self->draft == NULL || row >= rang_rule_draft_get_n_rows (self->draft, self->table))
    return;
  rule = rang_rule_draft_dup_rule (self->draft, self->table, row);
  n = effect != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (effect->applies, rule)) : 0;
  title = g_strdup_printf (ngettext ("Row %u applies to %u order today", "Row %u applies to %u orders today", n),
                           row + 1, n);
  use = self->shelf != NULL ? g_hash_table_lookup (self->shelf->history, rule) : NULL;
  use_text = words_of_use (use != NULL ? use->applied : 0, use != NULL ? use->decided : 0);
  gtk_label_set_text (self->reach_title, title);
  gtk_label_set_text (self->reach_use, use_text);
  for (guint i = 0, shown = 0; effect != NULL && i < effect->orders->len && shown < MOST_REACHED; i++)
    {
      const RangRuleEffectOrder *order = effect->orders->pdata[i];
      g_autofree char *points = NULL, *name = NULL;

      if (!g_strv_contains ((const char *const *)order->rules, rule))
        continue;
      name = g_strdup_printf ("%d %s", (int)order->order, order->client);
      points = order->points_before != order->points_after
                   ? g_strdup_printf ("%d → %d", (int)order->points_before, (int)order->points_after)
                   : g_strdup_printf ("%d", (int)order->points_after);
      gtk_list_box_append (self->reach,
                           rang_rules_page_new_row (name, points, points, order->points_before != order->points_after));
      shown++;
    }
  rang_rule_grid_set_counts (self->grid, effect != NULL ? effect->applies : NULL,
                             effect != NULL ? effect->orders->len : 0);
}

/* --- the whole --- */

static void
show_table (RangRulesPage *self)
{
  g_autofree char *label = NULL;
  gboolean editable = self->shown == 0 && rang_rules_page_may_edit (self);

  self->table = MIN (self->table, rang_rule_draft_get_n_tables (self->draft) - 1);
  label = rang_rule_draft_dup_table_label (self->draft, self->table);
  gtk_label_set_text (self->title, label);
  gtk_label_set_text (self->policy, rang_rule_draft_get_policy (self->draft, self->table));
  rang_rule_grid_show (self->grid, self->draft, self->table, editable);
  show_add_column (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_column), editable);
  rang_rules_page_show_reach (self);
}

static void
update_actions (RangRulesPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean editable = self->shown == 0 && rang_rules_page_may_edit (self);

  gtk_widget_action_set_enabled (widget, "rules.undo", editable && rang_rule_draft_can_undo (self->draft));
  gtk_widget_action_set_enabled (widget, "rules.redo", editable && rang_rule_draft_can_redo (self->draft));
  gtk_widget_action_set_enabled (widget, "rules.add-row", editable);
  gtk_widget_action_set_enabled (widget, "rules.add-column", editable);
  gtk_widget_action_set_enabled (widget, "rules.discard", editable);
  gtk_widget_action_set_enabled (widget, "rules.activate", editable);
  gtk_widget_action_set_enabled (widget, "rules.test", TRUE);
  gtk_widget_action_set_enabled (widget, "rules.export", TRUE);
  gtk_widget_action_set_enabled (widget, "rules.import",
                                 rang_rules_page_may_edit (self) && (self->shelf->draft == NULL || self->shown == 0));
  gtk_widget_action_set_enabled (widget, "rules.begin-draft",
                                 rang_rules_page_may_edit (self) && self->shown != 0 && self->shelf->draft == NULL);
  gtk_widget_set_visible (self->discard, editable);
  gtk_widget_set_visible (self->activate, editable);
}

void
rang_rules_page_show_shelf (RangRulesPage *self)
{
  if (self->draft == NULL || self->shelf == NULL)
    return;
  rang_rules_page_show_versions (self);
  show_banner (self);
  update_actions (self);
  show_findings (self);
  show_changes (self);
  rang_rules_page_show_compare (self);
}

static void
show_effect_title (RangRulesPage *self)
{
  g_autofree char *text = NULL;

  /* Somebody else has just sat down: that person's shelf is being read. */
  if (self->shelf == NULL)
    return;
  if (self->shown == 0)
    text = g_strdup_printf (_ ("The draft against version %d; nothing is written"), (int)self->shelf->active);
  else
    text = g_strdup_printf (_ ("Version %d against version %d, which holds"), (int)self->shown,
                            (int)self->shelf->active);
  rang_rule_effect_pane_set_title (self->effect, text);
}

void
rang_rules_page_refresh (RangRulesPage *self)
{
  g_autoptr (GBytes) text = rang_rule_draft_to_text (self->draft);

  rang_rules_page_show_tables (self);
  show_table (self);
  rang_rules_page_show_shelf (self);
  show_effect_title (self);
  rang_rule_trial_set_rules (self->trial, text);
  rang_rules_page_try_soon (self);
}

void
rang_rules_page_show_text (RangRulesPage *self, GBytes *text, GBytes *against, gint64 id)
{
  g_autoptr (GError) error = NULL;
  RangRuleDraft *draft = rang_rule_draft_new (text, against, _ ("draft"), &error);

  if (draft == NULL)
    {
      rang_desk_tell_error (self->desk, error->message);
      return;
    }
  rang_rule_grid_show (self->grid, NULL, 0, FALSE);
  g_clear_pointer (&self->draft, rang_rule_draft_free);
  self->draft = draft;
  self->shown = id;
  self->against = id == 0 ? self->shelf->active : id - 1;
  rang_rules_page_refresh (self);
}

static void
table_selected_cb (GtkListBox *list, GtkListBoxRow *row, RangRulesPage *self)
{
  if (self->quiet || row == NULL)
    return;
  self->table = (guint)gtk_list_box_row_get_index (row);
  show_table (self);
}

static void
version_selected_cb (GtkListBox *list, GtkListBoxRow *row, RangRulesPage *self)
{
  const gint64 *id = row != NULL ? g_object_get_data (G_OBJECT (row), "version") : NULL;

  if (self->quiet || id == NULL || *id == self->shown)
    return;
  rang_rules_page_save_now (self);
  rang_rules_page_read (self, *id);
}

static void
grid_changed_cb (RangRulesPage *self)
{
  rang_rules_page_save_soon (self);
  rang_rules_page_refresh (self);
}

static void
row_chosen_cb (RangRulesPage *self)
{
  rang_rules_page_show_reach (self);
}

static void
announce_cb (RangRulesPage *self, const char *text)
{
  rang_desk_announce (self->desk, text);
}

/* Until the shelf of who has just sat down is read, nothing of it can be changed. */
static void
stop_actions (RangRulesPage *self)
{
  static const char *const names[]
      = { "rules.undo",   "rules.redo",        "rules.add-row",  "rules.add-column", "rules.discard",
          "rules.import", "rules.begin-draft", "rules.activate", "rules.test",       "rules.export" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], FALSE);
  gtk_widget_set_visible (self->discard, FALSE);
  gtk_widget_set_visible (self->activate, FALSE);
}

/* Another person or day, or somebody's new version: the page is read anew. */
static void
desk_changed_cb (RangRulesPage *self)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  gboolean activated;

  if (view == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  activated = view->newest != NULL && view->newest->entry != self->seen && g_str_equal (view->newest->what, "activate");
  if (view->session.person != self->person)
    {
      rang_rules_page_save_now (self);
      g_clear_pointer (&self->shelf, rang_rules_shelf_free);
      self->shown = -1;
      self->dirty = FALSE;
      stop_actions (self);
    }
  if (view->session.person != self->person || view->session.day != self->day || activated || self->shelf == NULL)
    rang_rules_page_load (self);
  else if (view->newest != NULL && view->newest->entry != self->seen)
    rang_rules_page_try_soon (self);
  self->person = view->session.person;
  self->day = view->session.day;
  self->seen = view->newest != NULL ? view->newest->entry : 0;
}

static void
rang_rules_page_map (GtkWidget *widget)
{
  RangRulesPage *self = RANG_RULES_PAGE (widget);

  GTK_WIDGET_CLASS (rang_rules_page_parent_class)->map (widget);
  desk_changed_cb (self);
}

static void
rang_rules_page_unmap (GtkWidget *widget)
{
  rang_rules_page_save_now (RANG_RULES_PAGE (widget));
  GTK_WIDGET_CLASS (rang_rules_page_parent_class)->unmap (widget);
}

GtkWidget *
rang_rules_page_new (RangDesk *desk)
{
  RangRulesPage *self = g_object_new (RANG_TYPE_RULES_PAGE, NULL);

  stop_actions (self);
  self->desk = g_object_ref (desk);
  self->trial = RANG_RULE_TRIAL (rang_rule_trial_new (desk));
  gtk_widget_set_hexpand (GTK_WIDGET (self->trial), TRUE);
  gtk_box_append (GTK_BOX (self->trial_place), GTK_WIDGET (self->trial));
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
rang_rules_page_undo (RangRulesPage *self, gboolean redo)
{
  g_return_if_fail (RANG_IS_RULES_PAGE (self));

  if (self->draft == NULL || self->shown != 0
      || !(redo ? rang_rule_draft_can_redo (self->draft) : rang_rule_draft_can_undo (self->draft)))
    return;
  (redo ? rang_rule_draft_redo : rang_rule_draft_undo) (self->draft);
  rang_rules_page_save_soon (self);
  rang_rules_page_refresh (self);
  rang_desk_announce (self->desk, redo ? _ ("Done again") : _ ("Undone"));
}

static void
rang_rules_page_dispose (GObject *object)
{
  RangRulesPage *self = RANG_RULES_PAGE (object);

  g_clear_handle_id (&self->try_source, g_source_remove);
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->trying != NULL)
    g_cancellable_cancel (self->trying);
  g_clear_object (&self->trying);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->draft, rang_rule_draft_free);
  g_clear_pointer (&self->shelf, rang_rules_shelf_free);
  g_clear_pointer (&self->against_ids, g_array_unref);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (rang_rules_page_parent_class)->dispose (object);
}

#define BIND(name) gtk_widget_class_bind_template_child (widget_class, RangRulesPage, name)

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (box);
  BIND (tables);
  BIND (versions);
  BIND (against_title);
  BIND (against_choice);
  BIND (title);
  BIND (policy);
  BIND (add_row);
  BIND (add_column);
  BIND (undo);
  BIND (redo);
  BIND (banner);
  BIND (banner_text);
  BIND (banner_button);
  BIND (grid_place);
  BIND (findings);
  BIND (changes);
  BIND (changes_place);
  BIND (trial_place);
  BIND (reach_title);
  BIND (reach_use);
  BIND (reach);
  BIND (effect_place);
  BIND (discard);
  BIND (activate);
  BIND (left);
  BIND (middle);
  BIND (side);
  BIND (foot);
  BIND (effect_button);
}

static void
rang_rules_page_class_init (RangRulesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_rules_page_dispose;
  widget_class->map = rang_rules_page_map;
  widget_class->unmap = rang_rules_page_unmap;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-rules-page.ui");
  widget_class->measure = rang_rules_page_measure;
  widget_class->size_allocate = rang_rules_page_size_allocate;
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, table_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, version_selected_cb);
  rang_rules_page_install_actions (widget_class);
}

static void
rang_rules_page_init (RangRulesPage *self)
{
  self->shown = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  rang_rules_page_init_compare (self);
  self->grid = g_object_new (RANG_TYPE_RULE_GRID, NULL);
  gtk_box_append (GTK_BOX (self->grid_place), GTK_WIDGET (self->grid));
  g_signal_connect_swapped (self->grid, "changed", G_CALLBACK (grid_changed_cb), self);
  g_signal_connect_swapped (self->grid, "row-chosen", G_CALLBACK (row_chosen_cb), self);
  g_signal_connect_swapped (self->grid, "announce", G_CALLBACK (announce_cb), self);
  self->effect = g_object_new (RANG_TYPE_RULE_EFFECT_PANE, NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->effect), TRUE);
  gtk_box_append (GTK_BOX (self->effect_place), GTK_WIDGET (self->effect));
  g_signal_connect_swapped (self->effect_button, "toggled", G_CALLBACK (rang_rules_page_show_panes), self);
}
