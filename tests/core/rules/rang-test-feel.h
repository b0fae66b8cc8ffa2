/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of expressions and their values. */
#pragma once

#include "rules/rang-feel-eval.h"
#include "rules/rang-feel-parser.h"

/* An expression, and its value as text; "error" for what cannot be read. */
typedef struct
{
  const char *expression;
  const char *value;
} Pair;

static char *
evaluate (const char *text)
{
  g_autoptr (RangFeelArena) arena = rang_feel_arena_new (64 * 1024 * 1024);
  RangFeelScope scope = { .arena = arena };
  RangFeelEval eval = { .arena = arena, .now = G_GINT64_CONSTANT (1795512896000000) };
  g_autoptr (GError) error = NULL;
  RangFeelNode *node = rang_feel_parse_expression (&scope, text, &error);

  if (node == NULL)
    return g_strdup ("error");
  rang_feel_eval_begin (&eval);
  return rang_feel_value_to_text (rang_feel_eval (&eval, node, NULL));
}

/* How many expressions of a table, ended by %NULL, have another value than it says. */
static guint
count_wrong (const Pair *pairs)
{
  guint wrong = 0;

  for (const Pair *pair = pairs; pair->expression != NULL; pair++)
    {
      g_autofree char *value = evaluate (pair->expression);
      if (g_str_equal (value, pair->value))
        continue;
      g_test_message ("%s is %s, and not %s", pair->expression, value, pair->value);
      wrong++;
    }
  return wrong;
}
