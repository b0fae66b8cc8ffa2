/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decision tables: which rules apply, and what the hit policy makes of them. */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rang-dmn-model.h"
#include "rules/rang-feel-compare.h"

/* The columns whose cells have to be tested one by one. */
typedef struct
{
  guint *columns;
  guint n;
} Rest;

/* The rules that are left after all columns with an index; the others come into @rest. */
static guint64 *
look_up (RangFeelEval *eval, const RangDmnTable *table, const RangFeelValue *const *inputs, Rest *rest)
{
  guint n_words = RANG_DMN_INDEX_WORDS (table->n_rules);
  guint64 *left = rang_feel_arena_array (eval->arena, guint64, n_words);

  rest->columns = rang_feel_arena_array (eval->arena, guint, table->n_inputs);
  memset (left, 0xff, sizeof *left * n_words);
  if (table->n_rules % 64 != 0)
    left[n_words - 1] >>= 64 - table->n_rules % 64;
  for (guint i = 0; i < table->n_inputs; i++)
    {
      const RangDmnTableInput *input = &table->inputs[i];
      const guint64 *accepting = input->index != NULL ? rang_dmn_index_find (input->index, inputs[i]) : NULL;

      if (accepting == NULL && input->tested)
        rest->columns[rest->n++] = i;
      for (guint word = 0; accepting != NULL && word < n_words; word++)
        left[word] &= accepting[word];
    }
  return left;
}

static gboolean
rest_applies (RangFeelEval *eval,
              const RangDmnTableRule *rule,
              const Rest *rest,
              const RangFeelValue *const *inputs,
              const RangFeelEnv *env)
{
  for (guint i = 0; i < rest->n; i++)
    if (!rang_dmn_cell_accepts (&rule->cells[rest->columns[i]], eval, inputs[rest->columns[i]], env))
      return FALSE;
  return TRUE;
}

/* The outputs of a rule: the value of the only one, or a context. */
static const RangFeelValue *
rule_output (RangFeelEval *eval, const RangDmnTable *table, const RangDmnTableRule *rule, const RangFeelEnv *env)
{
  RangFeelValue *context;

  if (table->n_outputs == 1)
    return rule->outputs[0] != NULL ? rang_feel_eval (eval, rule->outputs[0], env) : &rang_feel_null;
  context = rang_feel_value_new_context (eval->arena, table->n_outputs);
  for (guint i = 0; i < table->n_outputs; i++)
    if (table->outputs[i].name != NULL)
      rang_feel_context_put (context, table->outputs[i].name,
                             rule->outputs[i] != NULL ? rang_feel_eval (eval, rule->outputs[i], env) : &rang_feel_null);
  return context;
}

static const RangFeelValue *
default_output (RangFeelEval *eval, const RangDmnTable *table, const RangFeelEnv *env)
{
  RangFeelValue *context;
  gboolean any = FALSE;

  if (table->n_outputs == 1)
    return table->outputs[0].fallback != NULL ? rang_feel_eval (eval, table->outputs[0].fallback, env)
                                              : &rang_feel_null;
  context = rang_feel_value_new_context (eval->arena, table->n_outputs);
  for (guint i = 0; i < table->n_outputs; i++)
    {
      const RangFeelNode *fallback = table->outputs[i].fallback;
      any = any || fallback != NULL;
      if (table->outputs[i].name != NULL)
        rang_feel_context_put (context, table->outputs[i].name,
                               fallback != NULL ? rang_feel_eval (eval, fallback, env) : &rang_feel_null);
    }
  return any ? context : &rang_feel_null;
}

typedef struct
{
  const RangDmnTableRule *rule;
  const RangFeelValue *output;
} Hit;

/* The place of a value in the list of output values: the first is the most important. */
static guint
priority_of (RangFeelEval *eval, const RangDmnTableOutput *output, const RangFeelValue *value)
{
  guint n = output->values != NULL ? output->values->n : 0;

  for (guint i = 0; i < n; i++)
    if (rang_feel_value_is_true (rang_feel_eval_test (eval, output->values->children[i], value, NULL)))
      return i;
  return n;
}

static int
compare_priority (RangFeelEval *eval, const RangDmnTable *table, const Hit *a, const Hit *b)
{
  for (guint i = 0; i < table->n_outputs; i++)
    {
      const RangFeelValue *x = a->output, *y = b->output;
      guint first, second;

      if (table->n_outputs > 1)
        {
          x = rang_feel_value_get_member (x, table->outputs[i].name);
          y = rang_feel_value_get_member (y, table->outputs[i].name);
        }
      first = x != NULL ? priority_of (eval, &table->outputs[i], x) : G_MAXUINT;
      second = y != NULL ? priority_of (eval, &table->outputs[i], y) : G_MAXUINT;
      if (first != second)
        return first < second ? -1 : 1;
    }
  return 0;
}

/* Stable: rules of equal priority keep their order. */
static void
sort_by_priority (RangFeelEval *eval, const RangDmnTable *table, Hit *hits, guint n)
{
  for (guint i = 1; i < n && rang_feel_eval_step (eval); i++)
    {
      Hit hit = hits[i];
      guint place = i;
      for (; place > 0 && compare_priority (eval, table, &hit, &hits[place - 1]) < 0; place--)
        hits[place] = hits[place - 1];
      hits[place] = hit;
    }
}

static const RangFeelValue *
aggregate_numbers (RangFeelEval *eval, RangDmnAggregation aggregation, const RangFeelValue *const *values, guint n)
{
  const RangFeelValue *best = values[0];
  RangFeelNumber sum = rang_feel_number_from_integer (0);
  int order;

  if (aggregation == RANG_DMN_COUNT)
    return rang_feel_value_new_integer (eval->arena, n);
  for (guint i = 0; i < n; i++)
    {
      if (aggregation == RANG_DMN_SUM)
        {
          if (values[i]->kind != RANG_FEEL_NUMBER || !rang_feel_number_add (&sum, &values[i]->u.number, &sum))
            return rang_feel_eval_note (eval, N_ ("a rule's output is no number and cannot be added up"));
          continue;
        }
      if (!rang_feel_compare_order (values[i], best, &order))
        return rang_feel_eval_note (eval, N_ ("the rules' outputs have no order"));
      if (aggregation == RANG_DMN_MIN ? order < 0 : order > 0)
        best = values[i];
    }
  return aggregation == RANG_DMN_SUM ? rang_feel_value_new_number (eval->arena, &sum) : best;
}

/* Which row it is that gives nothing to add. */
static void
note_what_cannot_be_added (RangFeelEval *eval, const RangDmnTable *table, const Hit *hits, guint n)
{
  for (guint i = 0; i < n && table->n_outputs == 1; i++)
    if (hits[i].output->kind != RANG_FEEL_NUMBER)
      rang_feel_eval_note (eval, N_ ("table “%s”, row %u gives no number"), table->name,
                           (guint)(hits[i].rule - table->rules) + 1);
}

static const RangFeelValue *
collect (RangFeelEval *eval, const RangDmnTable *table, const Hit *hits, guint n)
{
  const RangFeelValue **values = rang_feel_arena_array (eval->arena, const RangFeelValue *, n);
  RangFeelValue *context;

  for (guint i = 0; i < n; i++)
    values[i] = hits[i].output;
  if (table->policy == RANG_DMN_COLLECT && table->aggregation == RANG_DMN_SUM)
    note_what_cannot_be_added (eval, table, hits, n);
  if (table->aggregation == RANG_DMN_LIST || table->policy != RANG_DMN_COLLECT)
    return rang_feel_value_new_list (eval->arena, values, n);
  if (table->n_outputs == 1)
    return aggregate_numbers (eval, table->aggregation, values, n);
  context = rang_feel_value_new_context (eval->arena, table->n_outputs);
  for (guint column = 0; column < table->n_outputs; column++)
    {
      const char *name = table->outputs[column].name;
      for (guint i = 0; i < n && name != NULL; i++)
        values[i] = rang_feel_value_get_member (hits[i].output, name);
      if (name != NULL)
        rang_feel_context_put (context, name, aggregate_numbers (eval, table->aggregation, values, n));
    }
  return context;
}

static void
report (RangFeelEval *eval, const RangDmnTable *table, const Hit *hit)
{
  RangDmnSession *session = eval->session;
  RangRulesHit *entry;

  if (session == NULL)
    return;
  if (session->n_hits == session->room)
    {
      guint room = MAX (32, session->room * 2);
      RangRulesHit *more = rang_feel_arena_array (eval->arena, RangRulesHit, room);

      if (session->n_hits > 0)
        memcpy (more, session->hits, sizeof *more * session->n_hits);
      session->hits = more;
      session->room = room;
    }
  entry = &session->hits[session->n_hits++];
  entry->decision = table->name;
  entry->row = (guint)(hit->rule - table->rules) + 1;
  entry->row_id = hit->rule->id;
  entry->name = hit->rule->name;
  entry->description = hit->rule->description;
  entry->output = hit->output;
  entry->sums = table->policy == RANG_DMN_COLLECT && table->aggregation == RANG_DMN_SUM;
  entry->table = table;
  entry->rule = hit->rule;
}

/* Policies that give one rule's output. Returns NULL if the table's gives several. */
static const RangFeelValue *
single_output (RangFeelEval *eval, const RangDmnTable *table, Hit *hits, guint n)
{
  switch (table->policy)
    {
    case RANG_DMN_UNIQUE:
      if (n > 1)
        return rang_feel_eval_note (eval, N_ ("table “%s”: rows %u and %u both apply, but the hit policy is UNIQUE"),
                                    table->name, (guint)(hits[0].rule - table->rules) + 1,
                                    (guint)(hits[1].rule - table->rules) + 1);
      break;
    case RANG_DMN_ANY:
      for (guint i = 1; i < n; i++)
        if (!rang_feel_value_equal (hits[0].output, hits[i].output))
          return rang_feel_eval_note (eval, N_ ("table “%s”: rows that apply differ, but the hit policy is ANY"),
                                      table->name);
      break;
    case RANG_DMN_PRIORITY:
      sort_by_priority (eval, table, hits, n);
      break;
    case RANG_DMN_FIRST:
      break;
    default:
      return NULL;
    }
  report (eval, table, &hits[0]);
  return hits[0].output;
}

static const RangFeelValue *
input_of (RangFeelEval *eval, const RangDmnTableInput *input, const RangFeelEnv *env)
{
  const RangDmnSession *session = eval->session;
  const RangFeelValue *value;

  if (input->source == NULL)
    return rang_feel_eval (eval, input->expression, env);
  value = session->results[input->source->index];
  return value != NULL ? value : &rang_feel_null;
}

static gboolean
read_table_inputs (RangFeelEval *eval, const RangDmnTable *table, const RangFeelValue **inputs, const RangFeelEnv *env)
{
  for (guint i = 0; i < table->n_inputs; i++)
    {
      inputs[i] = input_of (eval, &table->inputs[i], env);
      if (!table->inputs[i].sure && table->inputs[i].values != NULL && !RANG_FEEL_IS_NULL (inputs[i])
          && !rang_dmn_cell_accepts (table->inputs[i].values, eval, inputs[i], env))
        {
          rang_feel_eval_note (eval, N_ ("table “%s”: the value of “%s” is not one of those allowed"), table->name,
                               table->inputs[i].label != NULL ? table->inputs[i].label : "?");
          return FALSE;
        }
    }
  return TRUE;
}

static guint
count_rules (const guint64 *rules, guint n_words)
{
  guint n = 0;

  for (guint word = 0; word < n_words; word++)
    n += (guint)__builtin_popcountll (rules[word]);
  return n;
}

static guint
find_hits (RangFeelEval *eval,
           const RangDmnTable *table,
           const RangFeelValue *const *inputs,
           const RangFeelEnv *env,
           Hit **hits)
{
  guint n_words = RANG_DMN_INDEX_WORDS (table->n_rules), n = 0, seen = 0;
  Rest rest = { 0 };
  guint64 *left = look_up (eval, table, inputs, &rest);

  *hits = rang_feel_arena_array (eval->arena, Hit, count_rules (left, n_words));
  for (guint word = 0; word < n_words; word++)
    for (; left[word] != 0; left[word] &= left[word] - 1)
      {
        const RangDmnTableRule *rule = &table->rules[word * 64 + (guint)__builtin_ctzll (left[word])];

        if ((seen++ % 64 == 0 && !rang_feel_eval_step (eval)) || !rest_applies (eval, rule, &rest, inputs, env))
          continue;
        (*hits)[n].rule = rule;
        (*hits)[n++].output = rule_output (eval, table, rule, env);
        if (table->policy == RANG_DMN_FIRST)
          return n;
      }
  return n;
}

const RangFeelValue *
rang_dmn_table_eval (RangFeelEval *eval, const RangDmnTable *table, const RangFeelEnv *env)
{
  const RangFeelValue **inputs = rang_feel_arena_array (eval->arena, const RangFeelValue *, table->n_inputs);
  const RangFeelValue *result;
  Hit *hits;
  guint n;

  if (!read_table_inputs (eval, table, inputs, env))
    return &rang_feel_null;
  n = find_hits (eval, table, inputs, env, &hits);
  if (n == 0)
    return default_output (eval, table, env);
  result = single_output (eval, table, hits, n);
  if (result != NULL)
    return result;
  if (table->policy == RANG_DMN_OUTPUT_ORDER)
    sort_by_priority (eval, table, hits, n);
  for (guint i = 0; i < n; i++)
    report (eval, table, &hits[i]);
  return collect (eval, table, hits, n);
}
