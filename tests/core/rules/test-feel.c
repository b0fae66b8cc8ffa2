/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FEEL: what expressions are worth, what is wrong with them, and what does not end. */
#include <string.h>

#include "rules/rang-feel-eval.h"
#include "rules/rang-feel-parser.h"
#include "rules/rang-rules-error.h"

typedef struct
{
  const char *expression;
  const char *value;
} Pair;

static char *
evaluate (const char *text, const char **stopped)
{
  g_autoptr (RangFeelArena) arena = rang_feel_arena_new (64 * 1024 * 1024);
  RangFeelScope scope = { .arena = arena };
  RangFeelEval eval = { .arena = arena, .now = G_GINT64_CONSTANT (1795512896000000) };
  g_autoptr (GError) error = NULL;
  RangFeelNode *node = rang_feel_parse_expression (&scope, text, &error);
  char *result;

  if (node == NULL)
    return g_strdup ("error");
  rang_feel_eval_begin (&eval);
  result = rang_feel_value_to_text (rang_feel_eval (&eval, node, NULL));
  if (stopped != NULL)
    *stopped = eval.stopped;
  return result;
}

static void
check (const Pair *pairs, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *value = evaluate (pairs[i].expression, NULL);
      if (!g_str_equal (value, pairs[i].value))
        {
          g_test_message ("%s is %s, and not %s", pairs[i].expression, value, pairs[i].value);
          g_test_fail ();
        }
    }
}

static void
test_numbers_have_34_digits (void)
{
  static const Pair pairs[] = {
    { "0.1 + 0.2", "0.3" },
    { "1 / 3", "0.3333333333333333333333333333333333" },
    { "9223372036854775807 + 1", "9223372036854775808" },
    { "2 ** 100", "1267650600228229401496703205376" },
    { "-2 ** 2", "4" },
    { "1.50", "1.5" },
    { "1 / 0", "null" },
    { "decimal (2.5, 0)", "2" },
    { "round half up (-2.5, 0)", "-3" },
    { "round half down (2.5, 0)", "2" },
    { "round up (1.121, 2)", "1.13" },
    { "floor (-1.56, 1)", "-1.6" },
    { "ceiling (1.1)", "2" },
    { "modulo (-10.1, 4.5)", "3.4" },
    { "sqrt (16)", "4" },
    { "odd (5) and even (-2)", "true" },
    { "number (\"1 000,5\", \" \", \",\")", "1000.5" },
  };

  check (pairs, G_N_ELEMENTS (pairs));
}

static void
test_logic_has_three_values (void)
{
  static const Pair pairs[] = {
    { "true and null", "null" },      { "false and null", "false" },
    { "true or null", "true" },       { "null or false", "null" },
    { "not (null)", "null" },         { "1 = \"1\"", "null" },
    { "null = 1", "false" },          { "all ([true, null])", "null" },
    { "any ([null, true])", "true" }, { "5 between 1 and 9", "true" },
    { "5 in (< 3, [5..6))", "true" }, { "if null then 1 else 2", "2" },
    { "3 in [2..null]", "null" },     { "\"b\" in [\"a\"..\"c\"]", "true" },
  };

  check (pairs, G_N_ELEMENTS (pairs));
}

static void
test_names_may_have_spaces_and_signs (void)
{
  static const Pair pairs[] = {
    { "{first name: 1, b: first name + 1}.b", "2" },
    { "{a-b: 5, a: 9, b: 2, c: a-b}.c", "5" },
    { "{\"x y\": 3}.x y", "3" },
    { "{a: 1, a: 2}", "error" },
    { "for my item in [1, 2] return my item * 2", "[2, 4]" },
    { "(function (a, b c) a - b c) (b c: 1, a: 5)", "4" },
  };

  check (pairs, G_N_ELEMENTS (pairs));
}

static void
test_lists_and_contexts (void)
{
  static const Pair pairs[] = {
    { "[1, 2, 3][item > 1]", "[2, 3]" },
    { "[{a: 1}, {a: 2}][a = 2].a", "[2]" },
    { "[10, 20][-1]", "20" },
    { "sort ([3, 1, 2], function (x, y) x < y)", "[1, 2, 3]" },
    { "list replace ([2, 4, 7], 3, 6)", "[2, 4, 6]" },
    { "list replace ([2, 4, 7], function (item, newItem) item < newItem, 5)", "[5, 5, 7]" },
    { "insert before ([1, 3], 1, 2)", "[2, 1, 3]" },
    { "flatten ([[1, [2]], 3])", "[1, 2, 3]" },
    { "distinct values ([1, 2, 1])", "[1, 2]" },
    { "median ([8, 2, 5, 3, 4])", "4" },
    { "median ([6, 1, 2, 3])", "2.5" },
    { "mode ([6, 1, 9, 6, 1])", "[1, 6]" },
    { "product ([2, 3, 4])", "24" },
    { "sum ([])", "null" },
    { "context put ({x: 1, y: {a: 0}}, [\"y\", \"a\"], 2)", "{x: 1, y: {a: 2}}" },
    { "context merge ([{x: 1}, {x: 2, y: 3}])", "{x: 2, y: 3}" },
    { "get entries ({a: 1})", "[{key: \"a\", value: 1}]" },
    { "for i in 1..3 return if i = 1 then 1 else i * partial[-1]", "[1, 2, 6]" },
    { "some x in [1, 2], y in [3] satisfies x + y = 5", "true" },
  };

  check (pairs, G_N_ELEMENTS (pairs));
}

static void
test_strings_and_patterns (void)
{
  static const Pair pairs[] = {
    { "substring (\"\xF0\x9F\x90\x8E"
      "abc\", 2, 2)",
      "\"ab\"" },
    { "string length (\"\xC8\x98tef\")", "4" },
    { "split (\"John Doe\", \"\\s\")", "[\"John\", \"Doe\"]" },
    { "string join ([\"a\", null, \"b\"], \"-\")", "\"a-b\"" },
    { "replace (\"abcd\", \"(ab)|(a)\", \"[1=$1][2=$2]\")", "\"[1=ab][2=]cd\"" },
    { "matches (\"foobar\", \"^FO*b\", \"i\")", "true" },
    { "matches (\"a1\", \"[\\w-[\\d]]\\d\")", "true" },
    { "matches (\"x\", \"(?=x)\")", "null" },
    { "matches (\"hello world\", \" hello[ ]world \", \"x\")", "true" },
    { "matches (\"abab\", \"(ab)\\1\")", "true" },
    { "matches (\"aa\", \"\\1(a)\")", "null" },
    { "string ([1, \"a\", {b: null}])", "\"[1, \\\"a\\\", {b: null}]\"" },
  };

  check (pairs, G_N_ELEMENTS (pairs));
}

static void
test_dates_times_and_durations (void)
{
  static const Pair pairs[] = {
    { "date (\"2026-11-24\") + duration (\"P1M\")", "date(\"2026-12-24\")" },
    { "date (\"2024-01-31\") + @\"P1M\"", "date(\"2024-02-29\")" },
    { "date (\"2026-02-30\")", "null" },
    { "@\"2026-11-24\" - @\"2026-11-20\"", "duration(\"P4D\")" },
    { "time (\"23:30:00\") + @\"PT1H\"", "time(\"00:30:00\")" },
    { "date and time (\"2026-03-29T02:00:00@Europe/Bucharest\").time offset", "duration(\"PT2H\")" },
    { "@\"PT90M\" / 3", "duration(\"PT30M\")" },
    { "@\"P1Y\" / @\"P1M\"", "12" },
    { "years and months duration (@\"2011-12-22\", @\"2013-08-24\")", "duration(\"P1Y8M\")" },
    { "day of week (@\"2026-11-24\")", "\"Tuesday\"" },
    { "week of year (@\"2021-01-03\")", "53" },
    { "day of year (@\"2019-09-17\")", "260" },
    { "month of year (@\"2019-09-17\")", "\"September\"" },
    { "is (@\"10:00:00Z\", @\"11:00:00+01:00\")", "false" },
    { "@\"10:00:00Z\" = @\"11:00:00+01:00\"", "true" },
    { "today () instance of date", "true" },
  };

  check (pairs, G_N_ELEMENTS (pairs));
}

static void
test_ranges (void)
{
  static const Pair pairs[] = {
    { "[1..10[.end included", "false" },
    { "before ([1..5), 5)", "true" },
    { "meets ([1..5], [5..10])", "true" },
    { "overlaps ([1..5], [3..8])", "true" },
    { "overlaps before ([1..5], (5..8])", "false" },
    { "finishes (10, [1..10])", "true" },
    { "includes ([5..10], [5..8))", "true" },
    { "starts ([1..5), [1..10])", "true" },
    { "coincides ([1..5], [1..5])", "true" },
    { "during (5, (5..10])", "false" },
    { "range (\"[18..21)\")", "[18..21)" },
    { "range (\"[21..18]\")", "null" },
    { "(!= 10) = (!= 10)", "true" },
  };

  check (pairs, G_N_ELEMENTS (pairs));
}

/* Each error says at which character. */
static void
test_wrong_expressions_say_where (void)
{
  static const char *const wrong[]
      = { "",    "1 +",         "(1", "[1, ",   "\"abc",       "{a 1}", "if true then 1", "for x in [1]",
          "1 2", "f (a: 1, 2)", "@1", "date (", "x instance 5" };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (RangFeelArena) arena = rang_feel_arena_new (1024 * 1024);
      RangFeelScope scope = { .arena = arena };
      g_autoptr (GError) error = NULL;

      g_assert_null (rang_feel_parse_expression (&scope, wrong[i], &error));
      g_assert_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_EXPRESSION);
      g_assert_nonnull (strstr (error->message, "(character "));
    }
}

static void
test_an_unknown_function_is_an_error_when_strict (void)
{
  g_autoptr (RangFeelArena) arena = rang_feel_arena_new (1024 * 1024);
  RangFeelScope scope = { .arena = arena, .strict = TRUE };
  g_autoptr (GError) error = NULL;

  g_assert_null (rang_feel_parse_expression (&scope, "1 + frobnicate (2)", &error));
  g_assert_error (error, RANG_RULES_ERROR, RANG_RULES_ERROR_EXPRESSION);
  g_assert_nonnull (strstr (error->message, "frobnicate"));
}

/* What would not end, or fill the memory, is stopped within a second. */
static void
test_what_does_not_end_is_stopped (void)
{
  static const char *const endless[] = {
    "{f: function (g) g (g), r: f (f)}.r",
    "for i in 1..1000000000 return i",
    "count (for i in 1..60 return if count (partial) = 0 then \"xx\" else partial[-1] + partial[-1])",
    "for i in 1..100000, j in 1..100000 return 1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (endless); i++)
    {
      const char *stopped = NULL;
      gint64 start = g_get_monotonic_time ();
      g_autofree char *value = evaluate (endless[i], &stopped);

      g_assert_cmpstr (value, ==, "null");
      g_assert_nonnull (stopped);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
    }
}

static void
test_deep_nesting_is_refused (void)
{
  g_autofree char *open = g_strnfill (100000, '(');
  g_autofree char *minus = g_strnfill (100000, '-');
  g_autofree char *value = evaluate (open, NULL), *other = evaluate (minus, NULL);

  g_assert_cmpstr (value, ==, "error");
  g_assert_cmpstr (other, ==, "error");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/feel/numbers_have_34_digits", test_numbers_have_34_digits);
  g_test_add_func ("/rules/feel/logic_has_three_values", test_logic_has_three_values);
  g_test_add_func ("/rules/feel/names_may_have_spaces_and_signs", test_names_may_have_spaces_and_signs);
  g_test_add_func ("/rules/feel/lists_and_contexts", test_lists_and_contexts);
  g_test_add_func ("/rules/feel/strings_and_patterns", test_strings_and_patterns);
  g_test_add_func ("/rules/feel/dates_times_and_durations", test_dates_times_and_durations);
  g_test_add_func ("/rules/feel/ranges", test_ranges);
  g_test_add_func ("/rules/feel/wrong_expressions_say_where", test_wrong_expressions_say_where);
  g_test_add_func ("/rules/feel/an_unknown_function_is_an_error_when_strict",
                   test_an_unknown_function_is_an_error_when_strict);
  g_test_add_func ("/rules/feel/what_does_not_end_is_stopped", test_what_does_not_end_is_stopped);
  g_test_add_func ("/rules/feel/deep_nesting_is_refused", test_deep_nesting_is_refused);
  return g_test_run ();
}
