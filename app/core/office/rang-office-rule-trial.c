/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what rules say about a made-up order. */
#include <glib/gi18n-lib.h>

#include "board/rang-board-fact.h"
#include "office/rang-office-board-private.h"
#include "office/rang-office-rule-effect.h"
#include "rules/rang-rule-input.h"
#include "rules/rang-rules-score.h"

/* The plainest value: nothing special about the order. */
static const char *
plain_value (const RangRuleInput *input)
{
  if (g_str_equal (input->name, RANG_RULE_INPUT_STAGE))
    return "\"contract\"";
  if (g_str_equal (input->name, RANG_RULE_INPUT_IMPORTANCE))
    return "\"normal\"";
  if (g_str_equal (input->name, RANG_RULE_INPUT_REQUESTED_KIND))
    return "\"none\"";
  if (g_str_equal (input->name, RANG_RULE_INPUT_CONTRACT_EVENT))
    return "\"none\"";
  if (g_str_equal (input->name, RANG_RULE_INPUT_LOAD))
    return "50";
  if (g_str_equal (input->name, RANG_RULE_INPUT_PARCELS))
    return "3";
  if (g_str_equal (input->name, RANG_RULE_INPUT_DELIVERIES))
    return "10";
  if (g_str_equal (input->name, RANG_RULE_INPUT_GOODS_READY))
    return "true";
  if (g_str_equal (input->name, RANG_RULE_INPUT_DEPARTMENT_RANK))
    return "60";
  if (g_str_equal (input->name, RANG_RULE_INPUT_DAYS_LEFT))
    return "5";
  if (input->kind == RANG_FEEL_BOOLEAN)
    return "false";
  if (input->kind == RANG_FEEL_STRING)
    return "\"\"";
  return "0";
}

RangBoardScore *
rang_office_score_trial (
    RangOffice *office, const RangSession *session, GBytes *text, GHashTable *values, GError **error)
{
  g_autoptr (RangRules) rules = rang_rules_load_bytes (text, _ ("draft"), RANG_RULES_LOAD_DEFAULT, error);
  g_autoptr (RangRulesInputs) inputs = rang_rules_inputs_new ();
  g_autoptr (RangRulesScore) score = NULL;
  guint n;
  const RangRuleInput *known = rang_rule_inputs (&n);
  int year, month, day;

  if (rules == NULL)
    return NULL;
  for (guint i = 0; i < n; i++)
    {
      const char *value = g_hash_table_lookup (values, known[i].name);

      if (known[i].kind == RANG_FEEL_DATE && value == NULL)
        {
          rang_day_to_ymd (session->day, &year, &month, &day);
          rang_rules_inputs_set_date (inputs, known[i].name, year, month, day);
        }
      else if (!rang_rules_inputs_set_feel (inputs, known[i].name, value != NULL ? value : plain_value (&known[i]), error))
        return NULL;
    }
  score = rang_rules_score (rules, inputs, office_language (office), error);
  return score != NULL ? rang_board_score_take (score, inputs) : NULL;
}

/* --- its facts --- */

static void
fact_free (RangRuleTrialFact *fact)
{
  g_free (fact->input);
  g_free (fact->label);
  g_free (fact->meaning);
  g_strfreev (fact->values);
  g_strfreev (fact->labels);
  g_free (fact->plain);
  g_free (fact);
}

static void
set_choices (RangRuleTrialFact *fact, const RangRuleInput *input)
{
  fact->values = rang_rule_input_dup_values (input);
  fact->labels = g_new0 (char *, g_strv_length (fact->values) + 1);
  for (guint i = 0; fact->values[i] != NULL; i++)
    {
      char *quoted = g_strdup_printf ("\"%s\"", fact->values[i]);

      fact->labels[i] = g_strdup (rang_rule_input_value_label (fact->values[i]));
      g_free (fact->values[i]);
      fact->values[i] = quoted;
    }
}

static RangRuleTrialFact *
new_fact (const RangRuleInput *input)
{
  RangRuleTrialFact *fact = g_new0 (RangRuleTrialFact, 1);
  gboolean money = input->unit != NULL && g_str_equal (input->unit, "office currency");

  fact->input = g_strdup (input->name);
  fact->label = g_strdup (_ (input->label));
  fact->meaning = g_strdup (_ (input->meaning));
  fact->plain = g_strdup (plain_value (input));
  fact->step = money ? 1000 : 1;
  fact->low = g_str_equal (input->name, RANG_RULE_INPUT_DAYS_LEFT) ? -30 : 0;
  if (input->values != NULL)
    set_choices (fact, input);
  else if (input->kind == RANG_FEEL_BOOLEAN)
    {
      const char *const values[] = { "true", "false", NULL }, *const labels[] = { _ ("yes"), _ ("no"), NULL };

      fact->values = g_strdupv ((char **)values);
      fact->labels = g_strdupv ((char **)labels);
    }
  return fact;
}

GPtrArray *
rang_rule_trial_facts (void)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify)fact_free);
  guint n;
  const RangRuleInput *inputs = rang_rule_inputs (&n);

  /* Names of departments are the office's own: a text is nothing to choose here. The day is that of the board. */
  for (guint i = 0; i < n; i++)
    if ((inputs[i].kind != RANG_FEEL_STRING || inputs[i].values != NULL) && inputs[i].kind != RANG_FEEL_DATE)
      g_ptr_array_add (facts, new_fact (&inputs[i]));
  return facts;
}
