/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Named values to evaluate a model with. */
#include "rules/rang-rules-inputs.h"

#include <string.h>

#include "rules/rang-feel-eval.h"
#include "rules/rang-feel-parser.h"
#include "rules/rang-feel-temporal.h"
#include "rules/rang-rules-error.h"
#include "rules/rang-rules-inputs-private.h"

#define LIMIT (64 * 1024 * 1024)

/* The names stay when the values are forgotten: the next order has the same. */
struct _RangRulesInputs
{
  RangFeelArena *arena;
  RangFeelArena *scratch;
  RangFeelEntry *entries;
  guint n;
  guint room;
  guint next; /* behind the one that was asked for last: mostly they are asked for in the same sequence */
};

RangRulesInputs *
rang_rules_inputs_new (void)
{
  RangRulesInputs *inputs = g_new0 (RangRulesInputs, 1);

  inputs->arena = rang_feel_arena_new (LIMIT);
  return inputs;
}

void
rang_rules_inputs_free (RangRulesInputs *inputs)
{
  if (inputs == NULL)
    return;
  rang_feel_arena_free (inputs->arena);
  rang_feel_arena_free (inputs->scratch);
  for (guint i = 0; i < inputs->n; i++)
    g_free ((char *)inputs->entries[i].key);
  g_free (inputs->entries);
  g_free (inputs);
}

void
rang_rules_inputs_clear (RangRulesInputs *inputs)
{
  g_return_if_fail (inputs != NULL);

  rang_feel_arena_reset (inputs->arena);
  for (guint i = 0; i < inputs->n; i++)
    inputs->entries[i].value = NULL;
}

RangFeelArena *
rang_rules_inputs_take_scratch (RangRulesInputs *inputs, gsize limit)
{
  RangFeelArena *scratch = g_steal_pointer (&inputs->scratch);

  return scratch != NULL ? scratch : rang_feel_arena_new (limit);
}

void
rang_rules_inputs_give_scratch (RangRulesInputs *inputs, RangFeelArena *scratch)
{
  rang_feel_arena_free (inputs->scratch);
  rang_feel_arena_reset (scratch);
  inputs->scratch = scratch;
}

RangFeelArena *
rang_rules_inputs_get_arena (RangRulesInputs *inputs)
{
  return inputs->arena;
}

static RangFeelEntry *
find_by_hash (RangRulesInputs *inputs, const char *name, guint hash)
{
  for (guint i = 0; i < inputs->n; i++)
    if (inputs->entries[i].hash == hash && g_str_equal (inputs->entries[i].key, name))
      {
        inputs->next = i + 1;
        return &inputs->entries[i];
      }
  return NULL;
}

/* The entry that the last sequence had here, if it is the one. */
static RangFeelEntry *
expected (RangRulesInputs *inputs, const char *name)
{
  guint next = inputs->next < inputs->n ? inputs->next : 0;

  if (next >= inputs->n || strcmp (inputs->entries[next].key, name) != 0)
    return NULL;
  inputs->next = next + 1;
  return &inputs->entries[next];
}

const RangFeelValue *
rang_rules_inputs_find (RangRulesInputs *inputs, const char *name, guint hash)
{
  const RangFeelEntry *entry = expected (inputs, name);

  if (entry == NULL)
    entry = find_by_hash (inputs, name, hash);
  return entry != NULL ? entry->value : NULL;
}

const RangFeelValue *
rang_rules_inputs_get (RangRulesInputs *inputs, const char *name)
{
  g_return_val_if_fail (inputs != NULL && name != NULL, NULL);

  return rang_rules_inputs_find (inputs, name, g_str_hash (name));
}

void
rang_rules_inputs_set_value (RangRulesInputs *inputs, const char *name, const RangFeelValue *value)
{
  RangFeelEntry *entry = expected (inputs, name);
  guint hash;

  if (entry == NULL)
    {
      hash = g_str_hash (name);
      entry = find_by_hash (inputs, name, hash);
    }
  if (entry != NULL)
    {
      entry->value = value;
      return;
    }
  if (inputs->n == inputs->room)
    {
      inputs->room = MAX (32, inputs->room * 2);
      inputs->entries = g_renew (RangFeelEntry, inputs->entries, inputs->room);
    }
  inputs->entries[inputs->n++] = (RangFeelEntry){ g_strdup (name), hash, value };
}

void
rang_rules_inputs_set_integer (RangRulesInputs *inputs, const char *name, gint64 integer)
{
  g_return_if_fail (inputs != NULL && name != NULL);

  rang_rules_inputs_set_value (inputs, name, rang_feel_value_new_integer (inputs->arena, integer));
}

void
rang_rules_inputs_set_money (RangRulesInputs *inputs, const char *name, gint64 minor, int digits)
{
  RangFeelNumber amount;

  g_return_if_fail (inputs != NULL && name != NULL && digits >= 0 && digits <= 9);

  amount = rang_feel_number_from_decimal (minor, digits);
  rang_rules_inputs_set_value (inputs, name, rang_feel_value_new_number (inputs->arena, &amount));
}

void
rang_rules_inputs_set_boolean (RangRulesInputs *inputs, const char *name, gboolean value)
{
  g_return_if_fail (inputs != NULL && name != NULL);

  rang_rules_inputs_set_value (inputs, name, RANG_FEEL_BOOL (value));
}

void
rang_rules_inputs_set_string (RangRulesInputs *inputs, const char *name, const char *text)
{
  g_return_if_fail (inputs != NULL && name != NULL);

  rang_rules_inputs_set_value (inputs, name,
                               text != NULL ? rang_feel_value_new_string (inputs->arena, text, -1) : &rang_feel_null);
}

void
rang_rules_inputs_set_null (RangRulesInputs *inputs, const char *name)
{
  g_return_if_fail (inputs != NULL && name != NULL);

  rang_rules_inputs_set_value (inputs, name, &rang_feel_null);
}

void
rang_rules_inputs_set_date (RangRulesInputs *inputs, const char *name, int year, int month, int day)
{
  RangFeelDate date = { .year = year, .month = (gint8)month, .day = (gint8)day };

  g_return_if_fail (inputs != NULL && name != NULL && rang_feel_temporal_date_is_valid (year, month, day));

  rang_rules_inputs_set_value (inputs, name, rang_feel_value_new_date (inputs->arena, date));
}

gboolean
rang_rules_inputs_set_feel (RangRulesInputs *inputs, const char *name, const char *text, GError **error)
{
  RangFeelScope scope = { .arena = inputs->arena, .strict = TRUE };
  RangFeelEval eval = { .arena = inputs->arena };
  const RangFeelValue *value;
  RangFeelNode *node;

  g_return_val_if_fail (inputs != NULL && name != NULL && text != NULL, FALSE);

  node = rang_feel_parse_expression (&scope, text, error);
  if (node == NULL)
    return FALSE;
  rang_feel_eval_begin (&eval);
  value = rang_feel_eval (&eval, node, NULL);
  if (eval.stopped != NULL)
    {
      g_set_error_literal (error, RANG_RULES_ERROR, RANG_RULES_ERROR_LIMIT, eval.stopped);
      return FALSE;
    }
  rang_rules_inputs_set_value (inputs, name, value);
  return TRUE;
}
