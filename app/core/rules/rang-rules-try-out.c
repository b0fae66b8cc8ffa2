/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether orders of all kinds can be scored by a model: tried with made-up ones. */
#include <glib/gi18n-lib.h>

#include "rules/rang-rule-input.h"
#include "rules/rang-rules-analysis.h"
#include "rules/rang-rules-inputs-private.h"
#include "rules/rang-rules-private.h"
#include "rules/rang-rules-probe-private.h"
#include "rules/rang-rules-score.h"
#include "rules/rang-rules-words.h"

#define ORDERS 400
#define SEED 20781
#define SCRATCH (8 * 1024 * 1024)

/* The constants that any table of the model compares the input with. */
static void
collect_constants (RangRules *rules, const char *name, GPtrArray *constants)
{
  for (guint i = 0; i < rules->elements->len; i++)
    {
      const RangDmnElement *element = rules->elements->pdata[i];
      const RangDmnTable *table
          = element->body != NULL && element->body->kind == RANG_FEEL_NODE_TABLE ? element->body->table : NULL;

      for (guint column = 0; table != NULL && column < table->n_inputs; column++)
        {
          const RangFeelNode *expression = table->inputs[column].expression;

          if (expression == NULL || expression->kind != RANG_FEEL_NODE_NAME || g_strcmp0 (expression->name, name) != 0)
            continue;
          for (guint row = 0; row < table->n_rules; row++)
            rang_rules_probe_collect (table->rules[row].cells[column].test, constants);
        }
    }
}

static char *
describe (RangRules *rules, RangRulesInputs *inputs)
{
  GString *text = g_string_new (NULL);

  for (const char *const *name = rang_rules_get_inputs (rules); *name != NULL; name++)
    {
      const RangFeelValue *value = rang_rules_inputs_get (inputs, *name);
      g_autofree char *said = value != NULL ? rang_feel_value_to_text (value) : NULL;

      g_autofree char *words = said != NULL ? rang_rules_words_of_fact (*name, said) : NULL;

      if (words != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", words);
    }
  return g_string_free (text, FALSE);
}

/* Whether all there is against the order is that no row gives it a class. */
static gboolean
is_gap (RangRules *rules, RangRulesInputs *inputs)
{
  g_autoptr (RangRulesResult) points = rang_rules_evaluate (rules, RANG_RULES_DECISION_POINTS, inputs, NULL);
  g_autoptr (RangRulesResult) class = rang_rules_evaluate (rules, RANG_RULES_DECISION_CLASS, inputs, NULL);
  const RangRulesHit *hits;
  gint64 sum = 0, part, total;
  guint n;

  if (points == NULL || class == NULL || !RANG_FEEL_IS_NULL (rang_rules_result_get_value (class))
      || !rang_feel_value_get_integer (rang_rules_result_get_value (points), &total))
    return FALSE;
  hits = rang_rules_result_get_hits (points, &n);
  for (guint i = 0; i < n; i++)
    {
      if (hits[i].sums && (!rang_feel_value_get_integer (hits[i].output, &part) || ABS (part) > G_MAXINT32))
        return FALSE;
      sum += hits[i].sums ? part : 0;
    }
  return sum == total;
}

gboolean
rang_rules_try_out (RangRules *rules, GError **error)
{
  g_autoptr (RangRulesInputs) inputs = rang_rules_inputs_new ();
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);
  g_autoptr (GRand) chance = g_rand_new_with_seed (SEED);
  RangFeelArena *arena = rang_feel_arena_new (SCRATCH);
  guint n;
  const RangRuleInput *known = rang_rule_inputs (&n);
  gboolean good = TRUE;

  g_return_val_if_fail (rules != NULL, FALSE);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) constants = g_ptr_array_new ();

      collect_constants (rules, known[i].name, constants);
      g_ptr_array_add (choices, rang_rules_probe_values (arena, constants, known[i].name, NULL));
    }
  for (guint order = 0; order < ORDERS && good; order++)
    {
      g_autoptr (GError) cause = NULL;
      g_autoptr (RangRulesScore) score = NULL;

      for (guint i = 0; i < n; i++)
        {
          GPtrArray *values = choices->pdata[i];
          rang_rules_inputs_set_value (inputs, known[i].name,
                                       values->pdata[g_rand_int_range (chance, 0, (gint32)values->len)]);
        }
      score = rang_rules_score (rules, inputs, NULL, &cause);
      if (score == NULL && !is_gap (rules, inputs))
        {
          g_autofree char *example = describe (rules, inputs);

          /* Translators: what is wrong, and an order it happens with */
          g_set_error (error, cause->domain, cause->code, _ ("%s; as for an order with %s"), cause->message, example);
          good = FALSE;
        }
    }
  rang_feel_arena_free (arena);
  return good;
}
