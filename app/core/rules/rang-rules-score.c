/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the priority rules say about one order: class, points, and the rows that gave them. */
#include "rules/rang-rules-score.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "rules/rang-rule-input.h"
#include "rules/rang-rules-inputs-private.h"
#include "rules/rang-rules-private.h"

static gboolean
fits (const RangRuleInput *input, const RangFeelValue *value)
{
  return value->kind == input->kind || (input->nullable && value->kind == RANG_FEEL_NULL);
}

static gboolean
check_input (const RangDmnElement *element, const RangFeelValue *value, GError **error)
{
  const RangRuleInput *known = element->known;
  g_autofree char *text = NULL;

  if (value == NULL)
    {
      g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_INPUT,
                   _ ("the rules ask for “%s”, which is not known for this order"), element->name);
      return FALSE;
    }
  if (known == NULL || fits (known, value))
    return TRUE;
  text = rang_feel_value_to_text (value);
  g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_INPUT,
               /* Translators: name of the input, name of a type such as “number”, the value */
               _ ("“%s” must be of the type %s, not %s"), element->name, rang_rule_input_type_name (known), text);
  return FALSE;
}

/* Every input that the model names must be there, of the type that Rang gives it, and one that the model allows: what
 * does not fit must not quietly count as null. */
static gboolean
check_inputs (RangRulesRun *run, RangRulesInputs *inputs, GError **error)
{
  GPtrArray *elements = run->session.rules->elements;

  for (guint i = 0; i < elements->len; i++)
    {
      RangDmnElement *element = elements->pdata[i];
      const RangFeelValue *given;

      if (element->kind != RANG_DMN_INPUT || element->imported)
        continue;
      given = rang_rules_inputs_find (inputs, element->name, element->hash);
      if (!check_input (element, given, error))
        return FALSE;
      if (RANG_FEEL_IS_NULL (rang_dmn_session_give (&run->session, element, given)) && !RANG_FEEL_IS_NULL (given))
        {
          g_autofree char *text = rang_feel_value_to_text (given);
          g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_INPUT,
                       /* Translators: file of the model, name of the input, the value */
                       _ ("%s: “%s” cannot be %s here"), run->session.rules->file, element->name, text);
          return FALSE;
        }
    }
  return !rang_rules_stopped (run, error);
}

static gboolean
decide (RangRulesRun *run, RangDmnElement *element, const char *name, const RangFeelValue **value, GError **error)
{
  if (element == NULL)
    {
      g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_DECISION, _ ("%s: the decision “%s” is missing"),
                   run->session.rules->file, name);
      return FALSE;
    }
  *value = rang_dmn_session_value (&run->session, element);
  return !rang_rules_stopped (run, error);
}

static void
describe (RangRulesReason *reason, RangRulesRun *run, guint hit, guint language)
{
  const RangDmnTable *table = run->session.hits[hit].table;
  const RangDmnTableRule *row = run->session.hits[hit].rule;
  const char *own = rang_dmn_table_row_text (table, row, language);

  reason->table = table->name;
  reason->row = run->session.hits[hit].row;
  reason->asks = row->asks;
  reason->rule = row->name;
  reason->text = own != NULL && *own != '\0' ? own : row->name;
}

static void
set_why (RangRulesRun *run, GError **error, const char *what)
{
  GPtrArray *messages = run->eval.messages;
  guint n = messages != NULL ? messages->len : 0;

  /* The first is the cause, the one after it the row that it was noticed in. */
  if (n > 1)
    g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_SCORE, "%s: %s (%s; %s)", run->session.rules->file, what,
                 (const char *)messages->pdata[0], (const char *)messages->pdata[1]);
  else if (n == 1)
    g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_SCORE, "%s: %s (%s)", run->session.rules->file, what,
                 (const char *)messages->pdata[0]);
  else
    g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_SCORE, "%s: %s", run->session.rules->file, what);
}

/* Collects the rows of the tables that sum; FALSE if they do not add up to the points. */
static gboolean
collect_reasons (RangRulesRun *run, RangRulesScore *score, guint n_hits, guint language, GError **error)
{
  const RangRulesHit *hits = run->session.hits;
  gint64 sum = 0, points;

  score->reasons = g_new0 (RangRulesReason, n_hits);
  for (guint i = 0; i < n_hits; i++)
    {
      RangRulesReason *reason = &score->reasons[score->n_reasons];
      if (!hits[i].sums)
        continue;
      if (!rang_feel_value_get_integer (hits[i].output, &points) || __builtin_add_overflow (sum, points, &sum))
        {
          g_autofree char *text = rang_feel_value_to_text (hits[i].output);
          g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_SCORE,
                       _ ("%s: table “%s”, row %u gives %s, which is no whole number"), run->session.rules->file,
                       hits[i].decision, hits[i].row, text);
          return FALSE;
        }
      if (points == 0)
        continue;
      reason->points = points;
      describe (reason, run, i, language);
      score->n_reasons++;
    }
  if (sum == score->points)
    return TRUE;
  g_set_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_SCORE,
               _ ("%s: the rows give %" PRId64 " points, but “%s” is %" PRId64 "; it has to be the sum of the tables"),
               run->session.rules->file, sum, RANG_RULES_DECISION_POINTS, score->points);
  return FALSE;
}

static gboolean
read_class (RangRulesRun *run, RangRulesScore *score, guint first_hit, guint language, GError **error)
{
  const RangFeelValue *value;
  const char *letter;

  if (!decide (run, run->session.rules->class, RANG_RULES_DECISION_CLASS, &value, error))
    return FALSE;
  letter = rang_feel_value_get_string (value);
  if (letter == NULL || strlen (letter) != 1 || strchr ("ABC", *letter) == NULL)
    {
      set_why (run, error, _ ("the class comes out neither as \"A\" nor \"B\" nor \"C\""));
      return FALSE;
    }
  score->class_letter = *letter;
  for (guint i = first_hit; i < run->session.n_hits; i++)
    if (rang_feel_value_equal (run->session.hits[i].output, value))
      describe (&score->why_class, run, i, language);
  return TRUE;
}

static gboolean
fill (RangRulesRun *run, RangRulesScore *score, guint language, GError **error)
{
  const RangFeelValue *value;
  guint n_hits;

  if (!decide (run, run->session.rules->points, RANG_RULES_DECISION_POINTS, &value, error))
    return FALSE;
  if (!rang_feel_value_get_integer (value, &score->points))
    {
      set_why (run, error, _ ("the points come out as no whole number"));
      return FALSE;
    }
  n_hits = run->session.n_hits;
  return collect_reasons (run, score, n_hits, language, error) && read_class (run, score, n_hits, language, error);
}

static RangRulesScore *
score_order (RangRules *rules, RangRulesInputs *inputs, const char *language, gboolean explain, GError **error)
{
  g_autoptr (RangRulesScore) score = g_new0 (RangRulesScore, 1);
  RangRulesRun run;
  gboolean done;

  score->rules = rang_rules_ref (rules);
  rang_rules_run_init (&run, rules, inputs, explain);
  rang_feel_eval_begin (&run.eval);
  done = check_inputs (&run, inputs, error) && fill (&run, score, rang_dmn_table_language (language), error);
  rang_rules_inputs_give_scratch (inputs, g_steal_pointer (&run.eval.arena));
  rang_rules_run_clear (&run);
  return done ? g_steal_pointer (&score) : NULL;
}

RangRulesScore *
rang_rules_score (RangRules *rules, RangRulesInputs *inputs, const char *language, GError **error)
{
  RangRulesScore *score;

  g_return_val_if_fail (rules != NULL && inputs != NULL, NULL);

  /* Why something is null is written down only for those few that cannot be scored. */
  score = score_order (rules, inputs, language, FALSE, NULL);
  return score != NULL ? score : score_order (rules, inputs, language, TRUE, error);
}

void
rang_rules_score_free (RangRulesScore *score)
{
  if (score == NULL)
    return;
  g_free (score->reasons);
  rang_rules_unref (score->rules);
  g_free (score);
}
