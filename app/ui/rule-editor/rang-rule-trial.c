/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for trying rules with a made-up order. */
#include "rule-editor/rang-rule-trial.h"

#include <glib/gi18n.h>
#include <string.h>

#include "common/rang-choice.h"
#include "common/rang-words.h"
#include "common/rang-wrap-layout.h"
#include "order/rang-waterfall.h"

struct _RangRuleTrial
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkGrid *facts;
  RangWaterfall *waterfall;
  GtkLabel *verdict;
  RangDesk *desk;
  GBytes *rules;
  GHashTable *values; /* input → FEEL */
  GCancellable *asking;
  GArray *places; /* class and points of the day's orders */
  char class_letter;
  gint64 points;
};

G_DEFINE_FINAL_TYPE (RangRuleTrial, rang_rule_trial, GTK_TYPE_WIDGET)

typedef struct
{
  char class_letter;
  gint64 points;
} Place;

typedef struct
{
  RangSession session;
  GBytes *rules;
  GHashTable *values;
} Question;

static void
question_free (Question *question)
{
  g_bytes_unref (question->rules);
  g_hash_table_unref (question->values);
  g_free (question);
}

static gpointer
score_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  return rang_office_score_trial (office, &question->session, question->rules, question->values, error);
}

static void
show_verdict (RangRuleTrial *self)
{
  guint place = 1;
  g_autofree char *text = NULL;

  for (guint i = 0; self->places != NULL && i < self->places->len; i++)
    {
      const Place *other = &g_array_index (self->places, Place, i);

      place += other->class_letter < self->class_letter
                       || (other->class_letter == self->class_letter && other->points > self->points)
                   ? 1
                   : 0;
    }
  if (self->places == NULL)
    /* Translators: %c is the class A, B or C */
    text = g_strdup_printf (_ ("Class %c"), self->class_letter);
  else
    /* Translators: the class A, B or C, the place by class and points, how many orders there are with this one */
    text = g_strdup_printf (_ ("Class %c, about place %u of %u today"), self->class_letter, place,
                            self->places->len + 1);
  gtk_label_set_text (self->verdict, text);
}

static void
scored_done (GObject *owner, gpointer result, const GError *error)
{
  RangRuleTrial *self = RANG_RULE_TRIAL (owner);
  const RangBoardScore *score = result;

  if (error != NULL && g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  rang_waterfall_show (self->waterfall, score);
  if (score == NULL)
    {
      rang_words_tell (self->verdict, error != NULL ? error->message : "");
      return;
    }
  self->class_letter = score->class_letter;
  self->points = score->points;
  show_verdict (self);
}

static void
ask (RangRuleTrial *self)
{
  Question *question;
  GHashTableIter each;
  gpointer input, value;

  if (self->rules == NULL)
    return;
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  question = g_new0 (Question, 1);
  question->session = *rang_desk_get_session (self->desk);
  question->rules = g_bytes_ref (self->rules);
  question->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&each, self->values);
  while (g_hash_table_iter_next (&each, &input, &value))
    g_hash_table_insert (question->values, g_strdup (input), g_strdup (value));
  rang_desk_read (self->desk, score_func, question, (GDestroyNotify)question_free,
                  (GDestroyNotify)rang_board_score_free, self->asking, self, scored_done);
}

/* --- the facts --- */

static void
set_value (RangRuleTrial *self, GtkWidget *widget, const char *value)
{
  const char *input = g_object_get_data (G_OBJECT (widget), "input");

  g_hash_table_insert (self->values, g_strdup (input), g_strdup (value));
  ask (self);
}

static void
chosen_cb (GtkDropDown *choice, GParamSpec *spec, RangRuleTrial *self)
{
  char **values = g_object_get_data (G_OBJECT (choice), "values");
  guint selected = gtk_drop_down_get_selected (choice);

  if (selected < g_strv_length (values))
    set_value (self, GTK_WIDGET (choice), values[selected]);
}

static void
number_cb (GtkSpinButton *number, RangRuleTrial *self)
{
  g_autofree char *text = g_strdup_printf ("%d", gtk_spin_button_get_value_as_int (number));

  set_value (self, GTK_WIDGET (number), text);
}

static GtkWidget *
new_choice (RangRuleTrial *self, const RangRuleTrialFact *fact)
{
  GtkWidget *choice = gtk_drop_down_new_from_strings ((const char *const *)fact->labels);
  guint selected = 0;

  rang_choice_name_items (choice);
  for (guint i = 0; fact->values[i] != NULL; i++)
    if (g_str_equal (fact->values[i], fact->plain))
      selected = i;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), selected);
  g_object_set_data_full (G_OBJECT (choice), "values", g_strdupv (fact->values), (GDestroyNotify)g_strfreev);
  g_signal_connect (choice, "notify::selected", G_CALLBACK (chosen_cb), self);
  return choice;
}

static GtkWidget *
new_number (RangRuleTrial *self, const RangRuleTrialFact *fact)
{
  GtkWidget *number = gtk_spin_button_new_with_range (fact->low, 10000000, fact->step);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (number), g_ascii_strtod (fact->plain, NULL));
  gtk_editable_set_width_chars (GTK_EDITABLE (number), 5);
  g_signal_connect (number, "value-changed", G_CALLBACK (number_cb), self);
  return number;
}

static void
build_facts (RangRuleTrial *self)
{
  g_autoptr (GPtrArray) facts = rang_rule_trial_facts ();

  for (guint i = 0; i < facts->len; i++)
    {
      const RangRuleTrialFact *fact = facts->pdata[i];
      GtkWidget *label = gtk_label_new (fact->label);
      GtkWidget *control = fact->values != NULL ? new_choice (self, fact) : new_number (self, fact);
      int column = (int)(i % 2) * 2, row = (int)(i / 2);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "dim");
      gtk_widget_set_tooltip_text (control, fact->meaning);
      g_object_set_data_full (G_OBJECT (control), "input", g_strdup (fact->input), g_free);
      gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, fact->label, -1);
      gtk_grid_attach (self->facts, label, column, row, 1, 1);
      gtk_grid_attach (self->facts, control, column + 1, row, 1, 1);
    }
}

/* --- the whole --- */

void
rang_rule_trial_set_rules (RangRuleTrial *self, GBytes *rules)
{
  g_return_if_fail (RANG_IS_RULE_TRIAL (self));

  g_clear_pointer (&self->rules, g_bytes_unref);
  self->rules = g_bytes_ref (rules);
  ask (self);
}

void
rang_rule_trial_set_effect (RangRuleTrial *self, const RangRuleEffect *effect)
{
  g_return_if_fail (RANG_IS_RULE_TRIAL (self));

  g_clear_pointer (&self->places, g_array_unref);
  if (effect != NULL)
    self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  for (guint i = 0; effect != NULL && i < effect->orders->len; i++)
    {
      const RangRuleEffectOrder *order = effect->orders->pdata[i];
      Place place = { order->class_after, order->points_after };

      if (order->after != 0)
        g_array_append_val (self->places, place);
    }
  if (self->class_letter != 0)
    show_verdict (self);
}

GtkWidget *
rang_rule_trial_new (RangDesk *desk)
{
  RangRuleTrial *self = g_object_new (RANG_TYPE_RULE_TRIAL, NULL);

  self->desk = g_object_ref (desk);
  return GTK_WIDGET (self);
}

static void
rang_rule_trial_dispose (GObject *object)
{
  RangRuleTrial *self = RANG_RULE_TRIAL (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->rules, g_bytes_unref);
  g_clear_pointer (&self->values, g_hash_table_unref);
  g_clear_pointer (&self->places, g_array_unref);
  G_OBJECT_CLASS (rang_rule_trial_parent_class)->dispose (object);
}

static void
rang_rule_trial_class_init (RangRuleTrialClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rang_rule_trial_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
rang_rule_trial_init (RangRuleTrial *self)
{
  GtkWidget *told = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->box,
                                 g_object_new (RANG_TYPE_WRAP_LAYOUT, "spacing", 16, "line-spacing", 8, NULL));
  self->facts = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->facts, 8);
  gtk_grid_set_row_spacing (self->facts, 4);
  gtk_widget_set_valign (GTK_WIDGET (self->facts), GTK_ALIGN_START);
  self->waterfall = g_object_new (RANG_TYPE_WATERFALL, NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->waterfall), TRUE);
  self->verdict = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->verdict, 0);
  gtk_label_set_wrap (self->verdict, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->verdict), "heading");
  gtk_box_append (GTK_BOX (told), GTK_WIDGET (self->waterfall));
  gtk_box_append (GTK_BOX (told), GTK_WIDGET (self->verdict));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->facts));
  gtk_box_append (GTK_BOX (self->box), told);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  build_facts (self);
}
