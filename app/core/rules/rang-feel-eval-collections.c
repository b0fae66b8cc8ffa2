/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths, filters and iterations of the FEEL evaluator. */
#include "rules/rang-feel-eval.h"

#include <glib/gi18n-lib.h>

#include "rules/rang-feel-compare.h"
#include "rules/rang-feel-temporal.h"

static const RangFeelValue *
range_property (RangFeelEval *eval, const RangFeelRange *range, const char *name)
{
  if (g_str_equal (name, "start"))
    return range->low != NULL ? range->low : &rang_feel_null;
  if (g_str_equal (name, "end"))
    return range->high != NULL ? range->high : &rang_feel_null;
  if (g_str_equal (name, "start included"))
    return RANG_FEEL_BOOL (range->low_closed);
  if (g_str_equal (name, "end included"))
    return RANG_FEEL_BOOL (range->high_closed);
  return rang_feel_eval_note (eval, N_ ("a range has no “%s”"), name);
}

const RangFeelValue *
rang_feel_eval_path (RangFeelEval *eval, const RangFeelValue *value, const char *name, guint hash)
{
  const RangFeelValue *member, *list;

  switch (value->kind)
    {
    case RANG_FEEL_CONTEXT:
      member = rang_feel_context_lookup (value, name, hash);
      return member != NULL ? member : rang_feel_eval_note (eval, N_ ("the context has no “%s”"), name);
    case RANG_FEEL_LIST:
      list = rang_feel_value_new_list (eval->arena, NULL, value->u.list.n);
      for (guint i = 0; i < value->u.list.n && list->kind == RANG_FEEL_LIST; i++)
        {
          if (!rang_feel_eval_step (eval))
            return &rang_feel_null;
          list->u.list.items[i] = rang_feel_eval_path (eval, value->u.list.items[i], name, hash);
        }
      return list;
    case RANG_FEEL_RANGE:
      return range_property (eval, &value->u.range, name);
    case RANG_FEEL_NULL:
      return &rang_feel_null;
    default:
      return rang_feel_eval_property (eval, value, name);
    }
}

static const RangFeelValue *
by_index (const RangFeelValue *list, const RangFeelValue *index)
{
  gint64 place;

  if (!rang_feel_value_get_integer (index, &place))
    return &rang_feel_null;
  if (place < 0)
    place += (gint64)list->u.list.n + 1;
  return place >= 1 && place <= (gint64)list->u.list.n ? list->u.list.items[place - 1] : &rang_feel_null;
}

/* The names that a filter's condition sees for one item. */
static const RangFeelEnv *
item_env (RangFeelEval *eval, const RangFeelValue *item, const RangFeelEnv *env)
{
  RangFeelEnv *inner = rang_feel_arena_array (eval->arena, RangFeelEnv, 2);

  inner[0] = (RangFeelEnv){ .parent = env, .name = "item", .hash = g_str_hash ("item"), .value = item };
  if (item->kind != RANG_FEEL_CONTEXT)
    return inner;
  inner[1] = (RangFeelEnv){ .parent = inner, .value = item };
  return inner + 1;
}

const RangFeelValue *
rang_feel_eval_filter (RangFeelEval *eval, const RangFeelNode *node, const RangFeelEnv *env)
{
  const RangFeelValue *list = rang_feel_eval (eval, node->children[0], env);
  const RangFeelNode *condition = node->children[1];
  RangFeelList kept = { .arena = eval->arena };

  if (list->kind == RANG_FEEL_NULL && condition->kind == RANG_FEEL_NODE_LITERAL)
    return &rang_feel_null;
  if (list->kind == RANG_FEEL_NULL)
    return rang_feel_value_new_list (eval->arena, NULL, 0);
  if (list->kind != RANG_FEEL_LIST)
    list = rang_feel_value_new_list (eval->arena, &list, 1);
  if (condition->kind == RANG_FEEL_NODE_LITERAL && condition->value->kind == RANG_FEEL_NUMBER)
    return by_index (list, condition->value);
  if (list->u.list.n == 0)
    {
      const RangFeelValue *value = rang_feel_eval (eval, condition, env);
      return value->kind == RANG_FEEL_NUMBER ? &rang_feel_null : list;
    }
  for (guint i = 0; i < list->u.list.n; i++)
    {
      const RangFeelValue *item = list->u.list.items[i];
      const RangFeelValue *value = rang_feel_eval (eval, condition, item_env (eval, item, env));

      if (value->kind == RANG_FEEL_NUMBER)
        return by_index (list, value);
      if (!rang_feel_eval_step (eval))
        return &rang_feel_null;
      if (node->op == RANG_FEEL_BOXED && value->kind != RANG_FEEL_BOOLEAN && value->kind != RANG_FEEL_NULL)
        return rang_feel_eval_note (eval, N_ ("the condition is no boolean"));
      if (rang_feel_value_is_true (value) && !rang_feel_list_add (&kept, item))
        return &rang_feel_null;
    }
  return rang_feel_list_end (&kept);
}

/* Adds the whole numbers or days from @low to @high, in either direction. */
static gboolean
count_through (RangFeelEval *eval, const RangFeelValue *low, const RangFeelValue *high, RangFeelList *items)
{
  gboolean days = low->kind == RANG_FEEL_DATE && high->kind == RANG_FEEL_DATE;
  gint64 from, to, step;

  if (days)
    {
      from = rang_feel_temporal_days (low->u.moment.date);
      to = rang_feel_temporal_days (high->u.moment.date);
    }
  else if (!rang_feel_value_get_integer (low, &from) || !rang_feel_value_get_integer (high, &to))
    return FALSE;
  step = from <= to ? 1 : -1;
  for (gint64 i = from;; i += step)
    {
      const RangFeelValue *item = days ? rang_feel_value_new_date (eval->arena, rang_feel_temporal_from_days (i))
                                       : rang_feel_value_new_integer (eval->arena, i);
      if (!rang_feel_eval_step (eval) || !rang_feel_list_add (items, item))
        return FALSE;
      if (i == to)
        return TRUE;
    }
}

/* A range of numbers or days as a list: its open ends are not in it. */
static const RangFeelValue *
range_items (RangFeelEval *eval, const RangFeelRange *range)
{
  RangFeelList items = { .arena = eval->arena };
  guint first = range->low_closed ? 0 : 1, n;
  int order;

  if (range->low == NULL || range->high == NULL || !rang_feel_compare_order (range->low, range->high, &order)
      || order > 0 || !count_through (eval, range->low, range->high, &items))
    return NULL;
  n = items.n - (range->high_closed ? 0 : MIN (1, items.n));
  return rang_feel_value_new_list (eval->arena, items.items + first, n > first ? n - first : 0);
}

/* The items that an iterator runs over; NULL if there is nothing to run over. */
static const RangFeelValue *
domain (RangFeelEval *eval, const RangFeelNode *node, const RangFeelEnv *env)
{
  RangFeelList items = { .arena = eval->arena };
  const RangFeelValue *low, *high;

  if (node->kind != RANG_FEEL_NODE_ITERATION)
    {
      low = rang_feel_eval (eval, node, env);
      if (low->kind == RANG_FEEL_RANGE)
        return range_items (eval, &low->u.range);
      if (low->kind == RANG_FEEL_LIST)
        return low;
      return low->kind == RANG_FEEL_NULL ? NULL : rang_feel_value_new_list (eval->arena, &low, 1);
    }
  low = rang_feel_eval (eval, node->children[0], env);
  high = rang_feel_eval (eval, node->children[1], env);
  return count_through (eval, low, high, &items) ? rang_feel_list_end (&items) : NULL;
}

typedef struct
{
  const RangFeelNode *node;
  RangFeelList results;
  RangFeelTernary answer;
  gboolean failed;
} Iteration;

/* Takes one value of the body. Returns whether to go on. */
static gboolean
take_result (RangFeelEval *eval, Iteration *iteration, const RangFeelEnv *env)
{
  const RangFeelValue *value;
  gboolean decides = iteration->node->kind == RANG_FEEL_NODE_SOME;

  if (iteration->node->kind == RANG_FEEL_NODE_FOR)
    {
      /* "partial" is the list so far: each round sees a list of its own. */
      RangFeelValue *partial = rang_feel_arena_new0 (eval->arena, RangFeelValue);
      RangFeelEnv *inner = rang_feel_arena_new0 (eval->arena, RangFeelEnv);

      partial->kind = RANG_FEEL_LIST;
      partial->u.list.n = iteration->results.n;
      partial->u.list.items = iteration->results.items;
      *inner = (RangFeelEnv){ .parent = env, .name = "partial", .hash = g_str_hash ("partial"), .value = partial };
      value = rang_feel_eval (eval, iteration->node->children[iteration->node->n - 1], inner);
      return rang_feel_list_add (&iteration->results, value);
    }
  value = rang_feel_eval (eval, iteration->node->children[iteration->node->n - 1], env);
  if (iteration->node->op == RANG_FEEL_BOXED && value->kind != RANG_FEEL_BOOLEAN && value->kind != RANG_FEEL_NULL)
    {
      iteration->failed = TRUE;
      return FALSE;
    }
  if (value->kind != RANG_FEEL_BOOLEAN)
    iteration->answer = RANG_FEEL_UNKNOWN;
  else if (!!value->u.boolean == decides)
    {
      iteration->answer = decides ? RANG_FEEL_YES : RANG_FEEL_NO;
      return FALSE;
    }
  return TRUE;
}

static gboolean
run (RangFeelEval *eval, Iteration *iteration, guint level, const RangFeelEnv *env)
{
  const RangFeelNode *node = iteration->node;
  const RangFeelValue *items;
  guint hash;

  if (level == node->n_names)
    return take_result (eval, iteration, env);
  items = domain (eval, node->children[level], env);
  if (items == NULL)
    {
      iteration->failed = TRUE;
      return FALSE;
    }
  hash = g_str_hash (node->names[level]);
  for (guint i = 0; i < items->u.list.n; i++)
    {
      RangFeelEnv *inner = rang_feel_arena_new0 (eval->arena, RangFeelEnv);
      *inner
          = (RangFeelEnv){ .parent = env, .name = node->names[level], .hash = hash, .value = items->u.list.items[i] };
      if (!rang_feel_eval_step (eval) || !run (eval, iteration, level + 1, inner))
        return FALSE;
    }
  return TRUE;
}

const RangFeelValue *
rang_feel_eval_iterate (RangFeelEval *eval, const RangFeelNode *node, const RangFeelEnv *env)
{
  Iteration iteration = { .node = node, .results = { .arena = eval->arena } };

  iteration.answer = node->kind == RANG_FEEL_NODE_EVERY ? RANG_FEEL_YES : RANG_FEEL_NO;
  run (eval, &iteration, 0, env);
  if (iteration.failed || eval->stopped != NULL)
    return rang_feel_eval_note (eval, N_ ("there is no list to go through"));
  if (node->kind == RANG_FEEL_NODE_FOR)
    return rang_feel_list_end (&iteration.results);
  return rang_feel_ternary_value (iteration.answer);
}
