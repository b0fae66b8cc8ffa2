/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values to try rules with: those at which what a rule says changes. */
#include "rules/rang-rules-probe-private.h"

#include <string.h>

#include "rules/rang-feel-temporal.h"
#include "rules/rang-rule-input.h"

gboolean
rang_rules_probe_collect (const RangFeelNode *test, GPtrArray *constants)
{
  gboolean own = TRUE;

  if (test == NULL)
    return TRUE;
  switch (test->kind)
    {
    case RANG_FEEL_NODE_LITERAL:
      g_ptr_array_add (constants, (gpointer)test->value);
      return TRUE;
    case RANG_FEEL_NODE_NAME:
    case RANG_FEEL_NODE_PATH:
    case RANG_FEEL_NODE_CALL:
    case RANG_FEEL_NODE_FILTER:
    case RANG_FEEL_NODE_ERROR:
      return FALSE;
    default:
      for (guint i = 0; i < test->n; i++)
        own = rang_rules_probe_collect (test->children[i], constants) && own;
      return own;
    }
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  const RangFeelValue *one = *(const RangFeelValue *const *)a, *other = *(const RangFeelValue *const *)b;

  return rang_feel_number_compare (&one->u.number, &other->u.number);
}

static void
add_number (RangFeelArena *arena, GPtrArray *values, const RangFeelNumber *number)
{
  g_ptr_array_add (values, (gpointer)rang_feel_value_new_number (arena, number));
}

/* A constant's neighbours: one more and one less where only whole numbers can be, else what lies between two. */
static void
add_numbers (RangFeelArena *arena, GPtrArray *numbers, gboolean whole, GPtrArray *values)
{
  const RangFeelNumber one = rang_feel_number_from_integer (1), two = rang_feel_number_from_integer (2);

  g_ptr_array_sort (numbers, compare_numbers);
  for (guint i = 0; i < numbers->len; i++)
    {
      const RangFeelNumber *number = &((const RangFeelValue *)numbers->pdata[i])->u.number;
      const RangFeelNumber *next
          = i + 1 < numbers->len ? &((const RangFeelValue *)numbers->pdata[i + 1])->u.number : NULL;
      RangFeelNumber between;

      if (i == 0 || whole)
        {
          rang_feel_number_subtract (number, &one, &between);
          add_number (arena, values, &between);
        }
      add_number (arena, values, number);
      if (next == NULL || whole)
        rang_feel_number_add (number, &one, &between);
      else
        {
          rang_feel_number_add (number, next, &between);
          rang_feel_number_divide (&between, &two, &between);
        }
      add_number (arena, values, &between);
    }
}

/* A day, the one before and the one after. */
static void
add_days (RangFeelArena *arena, RangFeelDate date, GPtrArray *values)
{
  gint64 day = rang_feel_temporal_days (date);

  for (gint64 other = day - 1; other <= day + 1; other++)
    g_ptr_array_add (values, (gpointer)rang_feel_value_new_date (arena, rang_feel_temporal_from_days (other)));
}

static void
add_constant (RangFeelArena *arena, const RangFeelValue *value, GPtrArray *numbers, GPtrArray *values)
{
  if (value == NULL)
    return;
  if (value->kind == RANG_FEEL_DATE)
    add_days (arena, value->u.moment.date, values);
  if (value->kind == RANG_FEEL_NUMBER)
    g_ptr_array_add (numbers, (gpointer)value);
  else if (value->kind == RANG_FEEL_STRING)
    g_ptr_array_add (values, (gpointer)value);
  else if (value->kind == RANG_FEEL_RANGE)
    {
      add_constant (arena, value->u.range.low, numbers, values);
      add_constant (arena, value->u.range.high, numbers, values);
    }
  else if (value->kind == RANG_FEEL_LIST)
    for (guint i = 0; i < value->u.list.n; i++)
      add_constant (arena, value->u.list.items[i], numbers, values);
}

static void
add_known_strings (RangFeelArena *arena, const char *texts, GPtrArray *values)
{
  g_auto (GStrv) parts = g_strsplit (texts, "\"", -1);

  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i += 2)
    g_ptr_array_add (values, (gpointer)rang_feel_value_new_string (arena, parts[i], -1));
}

static void
remove_doubles (GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    for (guint j = values->len - 1; j > i; j--)
      if (rang_feel_value_equal (values->pdata[i], values->pdata[j]))
        g_ptr_array_remove_index (values, j);
}

/* Money and weights have fractions, all else that Rang tells is counted. */
static gboolean
is_whole (const char *name)
{
  return !g_str_equal (name, RANG_RULE_INPUT_ANNUAL_VALUE) && !g_str_equal (name, RANG_RULE_INPUT_ORDER_VALUE)
         && !g_str_equal (name, RANG_RULE_INPUT_LOAD);
}

GPtrArray *
rang_rules_probe_values (RangFeelArena *arena, GPtrArray *constants, const char *name, const RangDmnCell *allowed)
{
  const RangRuleInput *known = rang_rule_input_find (name);
  GPtrArray *values = g_ptr_array_new ();
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  g_autoptr (GPtrArray) listed = g_ptr_array_new ();

  if (allowed != NULL)
    rang_rules_probe_collect (allowed->test, listed);
  for (guint i = 0; i < listed->len; i++)
    add_constant (arena, listed->pdata[i], numbers, values);
  for (guint i = 0; i < constants->len; i++)
    add_constant (arena, constants->pdata[i], numbers, values);
  if (known != NULL && known->values != NULL)
    add_known_strings (arena, known->values, values);
  else if (known != NULL && known->kind == RANG_FEEL_STRING)
    g_ptr_array_add (values, (gpointer)rang_feel_value_new_string (arena, "…", -1));
  if (known != NULL && known->kind == RANG_FEEL_BOOLEAN)
    {
      g_ptr_array_add (values, (gpointer)&rang_feel_true);
      g_ptr_array_add (values, (gpointer)&rang_feel_false);
    }
  if (known != NULL && known->kind == RANG_FEEL_DATE && values->len == 0)
    add_days (arena, (RangFeelDate){ .year = 2026, .month = 1, .day = 2 }, values);
  if (known != NULL && known->kind == RANG_FEEL_NUMBER && numbers->len == 0)
    g_ptr_array_add (numbers, (gpointer)rang_feel_value_new_integer (arena, 1));
  if (known != NULL && known->nullable)
    g_ptr_array_add (values, (gpointer)&rang_feel_null);
  add_numbers (arena, numbers, is_whole (name), values);
  remove_doubles (values);
  /* What is never below 0 need not be tried there. */
  for (guint i = values->len; known != NULL && i > 0; i--)
    {
      const RangFeelValue *value = values->pdata[i - 1];

      if (value->kind == RANG_FEEL_NUMBER && rang_feel_number_sign (&value->u.number) < 0
          && !g_str_equal (name, RANG_RULE_INPUT_DAYS_LEFT))
        g_ptr_array_remove_index (values, i - 1);
    }
  if (values->len == 0)
    g_ptr_array_add (values, (gpointer)&rang_feel_null);
  return values;
}
