/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for FEEL of any bytes: an error or a value, within a second; its text reads back as an equal value. */
#include "fuzz/rang-fuzz.h"

#include "rules/rang-feel-eval.h"
#include "rules/rang-feel-parser.h"

const char *const rang_fuzz_samples[] = {
  "1 + 2 * -3 ** 2 >= 4.5e1 and not (true) or null != \"a\\u0041\"",
  "for i in 1..5, j in [1, 2, 3] return i * j + count (partial)",
  "some x in [1, 2, 3] satisfies x > 2 and every y in [] satisfies false",
  "{a: 1, \"b c\": [1..5), d: {e: a + 1}}.d.e instance of context<e: list<number>>",
  "[{x: 1}, {x: 2, y: null}][x > 1 and item.x < 3][1].x in ([1..2], >= 7, \"z\")",
  "if x between 1 and 2 then function (a: number, b) a + b else sort (list: [3, 1, 2], precedes: function (u, v) u < "
  "v)",
  "date (\"2026-11-24\") + duration (\"P1Y2M\") - @\"P3DT4H5M6.7S\" < date and time "
  "(\"2026-11-24T10:11:12@Europe/Bucharest\")",
  "replace (\"abracadabra\", \"(a[b-z-[x]]+)\\1?\", \"<$1>\", \"ix\") + string join (split (\"a,b\", \",\"), \"-\")",
  "context put ({a: {b: 1}}, [\"a\", \"b\"], 2) = context merge ([{a: 1}, {b: 2}])",
  "range (\"[1..10)\").start included = meets ([1..5], [5..10]) // comment\n /* more */",
  "median ([1, 2, 3]) + stddev (1, 2, 3) + decimal (1 / 3, 2) + modulo (-7, 3) + week of year (today ())",
  "(function (f) f (f)) (function (f) f (f))",
  "for i in 1..60 return if count (partial) = 0 then \"xx\" else partial[-1] + partial[-1]",
  "for i in 1..100 return [partial, partial]",
  "10 ** 6144 * 10 - 1e-6143 / 1e30",
  "matches (\"aaaaaaaaaaaaaaaaaaaaaaaaaaaa!\", \"(a+)+$\")",
  "< 5, [1..3], not (7), \"a\"",
  "(=10) = (!=10) in (< 3)",
  "1 in([[[[[[21in([[?[[1[[20in([?(?SS(?SS in(? in (?SS in>Y[? [2[1in([[n [2[1in([[[[2in([[2[[[71in(11in ((?SS "
  "in>Y[KKn(? in (",
  "range (\"[2..)\").end = range (\"(..@\\\"P1D\\\"]\") and split (\"a\", \"b*\") = replace (\"a\", "
  "\"\\\\P{IsGreek}\", \"$0\")",
  "string (@\"-P1Y\") + number (\"1 000,5\", \" \", \",\")",
  NULL
};

static void
evaluate (RangFeelArena *arena, const RangFeelNode *node, gboolean test)
{
  RangFeelEval eval = { .arena = arena, .messages = g_ptr_array_new_with_free_func (g_free), .now = 1 };
  const RangFeelValue *value;
  gint64 start = g_get_monotonic_time ();

  rang_feel_eval_begin (&eval);
  if (test)
    value = rang_feel_eval_test (&eval, node, rang_feel_value_new_integer (arena, 3), NULL);
  else
    value = rang_feel_eval (&eval, node, NULL);
  if (eval.stopped == NULL)
    g_free (rang_feel_value_to_text (value));
  /* Sanitizers and fuzzers slow it down; an honest build stays below one second. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
  g_ptr_array_unref (eval.messages);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *)data, size);

  for (int strict = 0; strict < 2; strict++)
    for (int test = 0; test < 2; test++)
      {
        g_autoptr (RangFeelArena) arena = rang_feel_arena_new (16 * 1024 * 1024);
        RangFeelScope scope = { .arena = arena, .strict = strict != 0 };
        g_autoptr (GError) error = NULL;
        RangFeelNode *node = test != 0 ? rang_feel_parse_unary_tests (&scope, text, &error)
                                       : rang_feel_parse_expression (&scope, text, &error);

        g_assert_true ((node == NULL) == (error != NULL));
        if (node != NULL)
          evaluate (arena, node, test != 0);
      }
  return 0;
}
