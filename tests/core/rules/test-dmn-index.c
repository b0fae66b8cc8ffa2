/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking rules up gives what testing them cell by cell gives. */
#include "rules/rang-dmn-index.h"

#include <string.h>

#include "rules/rang-feel-parser.h"

#define MOST_RULES 130

static const char *const tests[] = {
  "-",
  "5",
  "-3",
  ">= 5",
  "> 5",
  "< 0",
  "<= -7",
  "[0..5]",
  "(0..5]",
  "[0..5)",
  "(0..5)",
  "(5..5)",
  "1, 3, 5",
  "not(5)",
  "not(< 2, > 9)",
  "< 2, > 9",
  "[1..3], [5..7]",
  "null",
  "null, >= 4",
  "not(null)",
  "true",
  "false",
  "not(true)",
  "\"high\"",
  "\"high\", \"low\"",
  "not(\"high\")",
  "not(\"high\", \"low\")",
  "\"\"",
  "\"é\", 5",
  "= 5",
  "!= 5",
  ">= 500000000000000",
};

/* What makes a column, or its numbers or texts, be tested cell by cell. */
static const char *const others[] = { "> 2.5",
                                      "date(\"2026-11-24\")",
                                      "< \"m\"",
                                      "[\"a\"..\"m\"]",
                                      "? > 3",
                                      "\"a\" + \"b\"",
                                      "[2.5..4]",
                                      ">= 2305843009213693951",
                                      "= 2305843009213693952" };

static const char *const values[] = {
  "null",
  "true",
  "false",
  "0",
  "-0.0",
  "5",
  "5.0",
  "4.999",
  "5.001",
  "-3",
  "-3.5",
  "-7",
  "-7.25",
  "0.5",
  "-0.5",
  "1e-30",
  "-1e-30",
  "1e30",
  "1e300",
  "\"high\"",
  "\"low\"",
  "\"\"",
  "\"higher\"",
  "\"é\"",
  "\"a\"",
  "[5]",
  "date(\"2026-11-24\")",
  "2.5",
  "4",
  "2305843009213693951",
  "9",
  "9.0000000001",
  "2305843009213693952",
  "2",
  "1.5",
  "-2305843009213693953",
  "10",
  "7",
  "0.99999999999999999999999999999999999",
  "3",
  "[0..5]",
  "duration(\"P1D\")",
};

static void
test_rules_looked_up_are_those_that_accept (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int_range (0, G_MAXINT32));
  guint found = 0;

  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (RangFeelArena) arena = rang_feel_arena_new (64 * 1024 * 1024);
      RangFeelScope scope = { .arena = arena };
      RangFeelEval eval = { .arena = arena };
      RangDmnCell cells[MOST_RULES];
      const RangDmnCell *column[MOST_RULES];
      guint n = (guint)g_rand_int_range (rand, 1, MOST_RULES);
      gboolean with_others = round % 4 == 0;
      const RangDmnIndex *index;

      for (guint i = 0; i < n; i++)
        {
          gboolean other = with_others && g_rand_int_range (rand, 0, 40) == 0;
          const char *text = other ? others[g_rand_int_range (rand, 0, G_N_ELEMENTS (others))]
                                   : tests[g_rand_int_range (rand, 0, G_N_ELEMENTS (tests))];
          g_autoptr (GError) error = NULL;
          RangFeelNode *test = rang_feel_parse_unary_tests (&scope, text, &error);

          g_assert_no_error (error);
          cells[i] = rang_dmn_cell_new (test);
          column[i] = &cells[i];
        }
      index = rang_dmn_index_new (arena, column, n);
      rang_feel_eval_begin (&eval);
      for (guint v = 0; index != NULL && v < G_N_ELEMENTS (values); v++)
        {
          const RangFeelValue *value
              = rang_feel_eval (&eval, rang_feel_parse_expression (&scope, values[v], NULL), NULL);
          const guint64 *rules = rang_dmn_index_find (index, value);

          found += rules != NULL;
          for (guint i = 0; rules != NULL && i < n; i++)
            if (((rules[i / 64] >> (i % 64)) & 1) != (guint64)rang_dmn_cell_accepts (&cells[i], &eval, value, NULL))
              g_error ("row %u of %u does not agree about %s", i, n, values[v]);
        }
    }
  g_assert_cmpuint (found, >, 2000);
}

static const RangDmnIndex *
index_of (RangFeelArena *arena, const char *text)
{
  RangFeelScope scope = { .arena = arena };
  RangDmnCell *cell = rang_feel_arena_new0 (arena, RangDmnCell);
  const RangDmnCell *column = cell;

  *cell = rang_dmn_cell_new (rang_feel_parse_unary_tests (&scope, text, NULL));
  return rang_dmn_index_new (arena, &column, 1);
}

static void
test_what_is_more_than_constants_is_not_looked_up (void)
{
  g_autoptr (RangFeelArena) arena = rang_feel_arena_new (1024 * 1024);
  const RangFeelValue *five = rang_feel_value_new_integer (arena, 5);
  const RangFeelValue *text = rang_feel_value_new_string (arena, "b", -1);

  g_assert_null (index_of (arena, "? > 3"));
  g_assert_null (index_of (arena, "\"a\" + \"b\""));
  g_assert_null (rang_dmn_index_find (index_of (arena, "> 2.5"), five));
  g_assert_nonnull (rang_dmn_index_find (index_of (arena, "> 2.5"), text));
  g_assert_null (rang_dmn_index_find (index_of (arena, "> \"a\""), text));
  g_assert_nonnull (rang_dmn_index_find (index_of (arena, "> \"a\""), five));
}

/* Numbers are compared by the whole number below them first. */
static void
test_decimals_made_from_their_digits_are_those_that_are_read (void)
{
  static const struct
  {
    gint64 coefficient;
    int digits;
    const char *text;
  } numbers[] = { { 1234567, 2, "12345.67" },
                  { -1234567, 2, "-12345.67" },
                  { 1234500, 2, "12345" },
                  { 1, 3, "0.001" },
                  { -1, 9, "-0.000000001" },
                  { G_MAXINT64, 2, "92233720368547758.07" },
                  { G_MININT64, 18, "-9.223372036854775808" },
                  { 0, 2, "0" } };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      RangFeelNumber made = rang_feel_number_from_decimal (numbers[i].coefficient, numbers[i].digits), read, less;
      g_autofree char *text = rang_feel_number_to_text (&made);

      g_assert_cmpstr (text, ==, numbers[i].text);
      g_assert_true (rang_feel_number_parse (numbers[i].text, strlen (numbers[i].text), &read));
      g_assert_cmpint (rang_feel_number_compare (&made, &read), ==, 0);
      g_assert_cmpint (made.integer, ==, read.integer);
      g_assert_cmpint (made.whole, ==, read.whole);
      less = rang_feel_number_from_integer (made.integer);
      g_assert_cmpint (rang_feel_number_compare (&made, &less), ==, made.whole ? 0 : 1);
      g_assert_cmpint (rang_feel_number_compare (&less, &made), ==, made.whole ? 0 : -1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rules/dmn-index/rules_looked_up_are_those_that_accept",
                   test_rules_looked_up_are_those_that_accept);
  g_test_add_func ("/rules/dmn-index/what_is_more_than_constants_is_not_looked_up",
                   test_what_is_more_than_constants_is_not_looked_up);
  g_test_add_func ("/rules/dmn-index/decimals_made_from_their_digits_are_those_that_are_read",
                   test_decimals_made_from_their_digits_are_those_that_are_read);
  return g_test_run ();
}
