/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for showing what rules change on today's suggestion. */
#include "rule-editor/rang-rule-effect-pane.h"

#include <glib/gi18n.h>

#include "common/rang-words.h"
#include "rule-editor/rang-rule-slopes.h"

struct _RangRuleEffectPane
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *title;
  GtkGrid *numbers;
  GtkLabel *sentence;
  GtkScrolledWindow *scroller;
  RangRuleSlopes *slopes;
  RangRuleEffect *effect;
  gboolean scrolled;
};

G_DEFINE_FINAL_TYPE (RangRuleEffectPane, rang_rule_effect_pane, GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text, const char *class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static void
add_numbers (RangRuleEffectPane *self, int row, const char *what, const char *before, const char *after, gint64 more)
{
  g_autofree char *difference
      = more != 0 ? g_strdup_printf ("%s%" G_GINT64_FORMAT, more > 0 ? "+" : "−", ABS (more)) : g_strdup ("");
  GtkWidget *label = new_label (what, "dim", 0);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_grid_attach (self->numbers, label, 0, row, 1, 1);
  gtk_grid_attach (self->numbers, new_label (before, "dim", 1), 1, row, 1, 1);
  gtk_grid_attach (self->numbers, new_label (after, "heading", 1), 2, row, 1, 1);
  gtk_grid_attach (self->numbers, new_label (difference, more > 0 ? "ontime" : "late", 1), 3, row, 1, 1);
}

static void
add_counts (RangRuleEffectPane *self, int row, const char *what, guint before, guint after, gboolean more_is_good)
{
  g_autofree char *was = g_strdup_printf ("%u", before), *is = g_strdup_printf ("%u", after);
  gint64 more = (gint64)after - (gint64)before;
  GtkWidget *label;

  add_numbers (self, row, what, was, is, more);
  label = gtk_grid_get_child_at (self->numbers, 3, row);
  gtk_widget_set_css_classes (label, (const char *[]){ (more > 0) == more_is_good ? "ontime" : "late", NULL });
}

static void
show_numbers (RangRuleEffectPane *self)
{
  const RangRuleEffect *effect = self->effect;
  GtkWidget *child;
  g_autofree char *before = NULL, *after = NULL, *moved = NULL, *placed = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->numbers))) != NULL)
    gtk_grid_remove (self->numbers, child);
  if (effect == NULL)
    return;
  before = rang_words_money (effect->value_before.minor, effect->value_before.currency);
  after = rang_words_money (effect->value_after.minor, effect->value_after.currency);
  moved = g_strdup_printf ("%u", effect->moved);
  placed = g_strdup_printf ("%u", effect->placed);
  add_counts (self, 0, _ ("Promises kept"), effect->before.kept, effect->after.kept, TRUE);
  add_numbers (self, 1, _ ("Value on time"), before, after, 0);
  add_counts (self, 2, _ ("Late today"), effect->before.late, effect->after.late, FALSE);
  add_counts (self, 3, _ ("Not today"), effect->before.not_today, effect->after.not_today, FALSE);
  add_numbers (self, 4, _ ("Orders that change place"), "", moved, 0);
  add_numbers (self, 5, _ ("Placed by a person, stay"), "", placed, 0);
  if (effect->unscored > 0)
    add_counts (self, 6, _ ("Could not be scored"), 0, effect->unscored, FALSE);
}

/* The clients behind some orders, the first ones by name. */
static char *
names_of (const RangRuleEffect *effect, const GArray *orders)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < MIN (orders->len, 4); i++)
    {
      const RangRuleEffectOrder *order = rang_rule_effect_find (effect, g_array_index (orders, gint64, i));

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", order->client);
    }
  if (orders->len > 4)
    g_string_append (names, " …");
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
sentence_of (const RangRuleEffect *effect)
{
  g_autofree char *text = rang_rule_effect_to_text (effect);
  g_autofree char *lost = names_of (effect, effect->lost), *gained = names_of (effect, effect->gained);
  GString *sentence = g_string_new (text);

  if (*lost != '\0')
    g_string_append_printf (sentence, "\n↓ %s", lost);
  if (*gained != '\0')
    g_string_append_printf (sentence, "\n↑ %s", gained);
  return g_string_free (sentence, FALSE);
}

/* Where promises change hands is what matters: the on-time line comes into view. */
static gboolean
scroll_cb (gpointer data)
{
  RangRuleEffectPane *self = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double page = gtk_adjustment_get_page_size (adjustment);

  if (self->effect != NULL && page > 0)
    {
      gtk_adjustment_set_value (adjustment, rang_rule_slopes_get_line (self->slopes) - page / 2);
      self->scrolled = TRUE;
    }
  return G_SOURCE_REMOVE;
}

void
rang_rule_effect_pane_show (RangRuleEffectPane *self, RangRuleEffect *effect)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (RANG_IS_RULE_EFFECT_PANE (self));

  if (effect == NULL)
    {
      gtk_widget_add_css_class (self->box, "provisional");
      return;
    }
  gtk_widget_remove_css_class (self->box, "provisional");
  rang_rule_slopes_show (self->slopes, NULL, "");
  g_clear_pointer (&self->effect, rang_rule_effect_free);
  self->effect = effect;
  show_numbers (self);
  sentence = sentence_of (effect);
  gtk_label_set_text (self->sentence, sentence);
  rang_rule_slopes_show (self->slopes, effect, sentence);
  if (!self->scrolled)
    g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, 60, scroll_cb, g_object_ref (self), g_object_unref);
}

void
rang_rule_effect_pane_set_problem (RangRuleEffectPane *self, const char *text)
{
  g_return_if_fail (RANG_IS_RULE_EFFECT_PANE (self));

  gtk_widget_remove_css_class (self->box, "provisional");
  rang_rule_slopes_show (self->slopes, NULL, "");
  g_clear_pointer (&self->effect, rang_rule_effect_free);
  show_numbers (self);
  gtk_label_set_text (self->sentence, text);
}

const RangRuleEffect *
rang_rule_effect_pane_get_effect (RangRuleEffectPane *self)
{
  g_return_val_if_fail (RANG_IS_RULE_EFFECT_PANE (self), NULL);

  return self->effect;
}

void
rang_rule_effect_pane_set_title (RangRuleEffectPane *self, const char *text)
{
  g_return_if_fail (RANG_IS_RULE_EFFECT_PANE (self));

  gtk_label_set_text (self->title, text);
}

static void
rang_rule_effect_pane_dispose (GObject *object)
{
  RangRuleEffectPane *self = RANG_RULE_EFFECT_PANE (object);

  if (self->slopes != NULL)
    rang_rule_slopes_show (self->slopes, NULL, "");
  self->slopes = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->effect, rang_rule_effect_free);
  G_OBJECT_CLASS (rang_rule_effect_pane_parent_class)->dispose (object);
}

static void
rang_rule_effect_pane_class_init (RangRuleEffectPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rang_rule_effect_pane_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
rang_rule_effect_pane_init (RangRuleEffectPane *self)
{
  GtkWidget *heading = new_label (_ ("Effect on today’s suggestion"), "title", 0);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  gtk_widget_add_css_class (self->box, "rule-effect");
  self->title = GTK_LABEL (new_label (NULL, "dim", 0));
  self->numbers = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->numbers, 10);
  gtk_grid_set_row_spacing (self->numbers, 3);
  self->sentence = GTK_LABEL (new_label (NULL, NULL, 0));
  gtk_label_set_wrap (self->sentence, TRUE);
  gtk_label_set_max_width_chars (self->sentence, 40);
  self->slopes = g_object_new (RANG_TYPE_RULE_SLOPES, NULL);
  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->slopes));
  gtk_widget_set_vexpand (GTK_WIDGET (self->scroller), TRUE);
  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->numbers));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->scroller));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
