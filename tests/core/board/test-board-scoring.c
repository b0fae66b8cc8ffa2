/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the rules that Rang ships say about the orders of a board. */
#include "board/rang-board-day-private.h"
#include "hand-made-office.h"
#include "rules/rang-rule-input.h"
#include "rules/rang-rules.h"

#define ALL_DAY ((RangTimeWindow){ 8 * HOUR, 16 * HOUR })

static RangRules *
default_rules (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("RANG_SOURCE"), "data", "rules", "default.dmn", NULL);
  g_autoptr (GError) error = NULL;
  RangRules *rules = rang_rules_load_file (path, RANG_RULES_LOAD_DEFAULT, &error);

  g_assert_no_error (error);
  return rules;
}

/* An office whose orders have no scores yet, with the rules that give them. */
static RangBoardInput *
new_ruled_office (void)
{
  g_autoptr (RangRules) rules = default_rules ();
  RangBoardInput *input = office_new (2);

  rang_board_input_set_rules (input, rules);
  return input;
}

static RangBoardOrder *
add_order (RangBoardInput *input, gint64 number, gint64 department)
{
  office_add_order (input, number, department, 1, ALL_DAY, 'A', 1);
  g_hash_table_remove_all (input->scores);
  return office_find (input, number);
}

static gint64
points_of (RangBoardInput *input, gint64 number)
{
  g_autoptr (RangBoard) board = office_board (input);
  const RangBoardEntry *entry = rang_board_find (board, number);

  g_assert_nonnull (entry);
  return entry->score->points;
}

static void
test_adds_up (void)
{
  g_autoptr (RangBoardInput) input = new_ruled_office ();
  g_autoptr (RangBoard) board = NULL;
  const RangBoardScore *score;
  gint64 sum = 0;

  add_order (input, 1, CLIENTS)->first_delivery = TRUE;
  board = office_board (input);
  score = rang_board_find (board, 1)->score;
  for (guint i = 0; i < score->reasons->len; i++)
    {
      const RangBoardReason *reason = g_ptr_array_index (score->reasons, i);

      g_assert_nonnull (reason->rule);
      g_assert_nonnull (reason->text);
      sum += reason->points;
    }
  g_assert_cmpuint (score->reasons->len, >, 1);
  g_assert_cmpint (sum, ==, score->points);
  g_assert_cmpint (score->class_letter, >=, 'A');
  g_assert_cmpint (score->class_letter, <=, 'C');
}

static void
test_facts (void)
{
  g_autoptr (RangBoardInput) input = new_ruled_office ();
  RangBoardOrder *order = add_order (input, 1, CLIENTS);
  gint64 plain = points_of (input, 1);

  order->first_delivery = TRUE;
  g_assert_cmpint (points_of (input, 1), >, plain);
  order->first_delivery = FALSE;
  order->days_waited = 3;
  g_assert_cmpint (points_of (input, 1), >, plain);
  order->days_waited = 0;
  order->promise_broken = TRUE;
  g_assert_cmpint (points_of (input, 1), >, plain);
  order->promise_broken = FALSE;
  order->order->bumps = 3;
  g_assert_cmpint (points_of (input, 1), >, plain);
  order->order->bumps = 0;
  order->order->importance = RANG_IMPORTANCE_HIGH;
  g_assert_cmpint (points_of (input, 1), >, plain);
  order->order->importance = RANG_IMPORTANCE_NORMAL;
  office_client (input, 1)->penalty_clause = TRUE;
  g_assert_cmpint (points_of (input, 1), >, plain);
  office_client (input, 1)->penalty_clause = FALSE;
  office_client (input, 1)->annual_value.minor = 100000000;
  g_assert_cmpint (points_of (input, 1), >, plain);
}

static const char *
input_to_text (const RangBoardInput *input, gint64 number, const char *name, char **text)
{
  g_autoptr (RangRulesInputs) inputs = rang_rules_inputs_new ();

  rang_board_fill_rule_inputs (input, office_find ((RangBoardInput *)input, number), inputs);
  g_assert_nonnull (rang_rules_inputs_get (inputs, name));
  g_free (*text);
  *text = rang_feel_value_to_text (rang_rules_inputs_get (inputs, name));
  return *text;
}

static void
test_every_input (void)
{
  g_autoptr (RangBoardInput) input = new_ruled_office ();
  g_autofree char *text = NULL;
  guint n;
  const RangRuleInput *known = rang_rule_inputs (&n);

  add_order (input, 1, CLIENTS);
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (input_to_text (input, 1, known[i].name, &text));
}

static void
test_values (void)
{
  g_autoptr (RangBoardInput) input = new_ruled_office ();
  RangOrder *order = add_order (input, 1, CLIENTS)->order;
  g_autofree char *text = NULL;

  order->load = 12500;
  order->requested.to_day = input->day + 3; /* Friday */
  order->submitted_rank = 1;
  order->submitted_length = 3;
  g_assert_cmpstr (input_to_text (input, 1, RANG_RULE_INPUT_LOAD, &text), ==, "12.5");
  g_assert_cmpstr (input_to_text (input, 1, RANG_RULE_INPUT_ORDER_VALUE, &text), ==, "100");
  g_assert_cmpstr (input_to_text (input, 1, RANG_RULE_INPUT_REQUESTED_KIND, &text), ==, "\"deadline\"");
  g_assert_cmpstr (input_to_text (input, 1, RANG_RULE_INPUT_DAYS_LEFT, &text), ==, "3");
  g_assert_cmpstr (input_to_text (input, 1, RANG_RULE_INPUT_DEPARTMENT_RANK, &text), ==, "34");
  g_assert_cmpstr (input_to_text (input, 1, RANG_RULE_INPUT_DEPARTMENT, &text), ==, "\"Clients\"");
  order->requested.from_day = order->requested.to_day = input->day - 1;
  g_assert_cmpstr (input_to_text (input, 1, RANG_RULE_INPUT_REQUESTED_KIND, &text), ==, "\"period\"");
  g_assert_cmpstr (input_to_text (input, 1, RANG_RULE_INPUT_DAYS_LEFT, &text), ==, "-1");
  g_strlcpy (order->value.currency, "EUR", 4);
  g_assert_cmpstr (input_to_text (input, 1, RANG_RULE_INPUT_ORDER_VALUE, &text), ==, "null");
}

static void
test_department_rank (void)
{
  g_autoptr (RangBoardInput) input = new_ruled_office ();
  RangOrder *order = add_order (input, 1, CLIENTS)->order;
  gint64 last;

  order->submitted_rank = order->submitted_length = 10;
  last = points_of (input, 1);
  order->submitted_rank = 1;
  g_assert_cmpint (points_of (input, 1), >, last);
}

static void
test_incomplete (void)
{
  g_autoptr (RangBoardInput) input = new_ruled_office ();
  g_autoptr (RangBoard) board = NULL;

  add_order (input, 1, CLIENTS)->order->importance = RANG_IMPORTANCE_UNKNOWN;
  add_order (input, 2, CLIENTS)->order->client = 999;
  add_order (input, 3, CLIENTS)->order->promised.from = RANG_TIME_NONE;
  add_order (input, 4, CLIENTS);
  board = office_board (input);
  g_assert_cmpuint (rang_board_get_n_entries (board), ==, 1);
  g_assert_cmpuint (rang_board_get_unscored (board)->len, ==, 3);
}

static void
test_language (void)
{
  g_autoptr (RangBoardInput) input = new_ruled_office ();
  g_autoptr (RangBoard) english = NULL, romanian = NULL;
  const RangBoardReason *a, *b;

  add_order (input, 1, CLIENTS)->first_delivery = TRUE;
  english = office_board (input);
  input->language = g_strdup ("ro");
  romanian = office_board (input);
  a = g_ptr_array_index (rang_board_find (english, 1)->score->reasons, 0);
  b = g_ptr_array_index (rang_board_find (romanian, 1)->score->reasons, 0);
  g_assert_cmpstr (a->rule, ==, b->rule);
  g_assert_cmpstr (a->text, !=, b->text);
}

static void
submit (RangBoardInput *input, gint64 department)
{
  gint32 length = 0, rank = 0;

  for (guint i = 0; i < input->orders->len; i++)
    length += ((RangBoardOrder *)input->orders->pdata[i])->order->department == department;
  for (guint i = 0; i < input->orders->len; i++)
    {
      RangOrder *order = ((RangBoardOrder *)input->orders->pdata[i])->order;

      if (order->department != department)
        continue;
      order->submitted_rank = ++rank;
      order->submitted_length = length;
    }
}

static void
draw_order (RangBoardInput *input, gint64 number, gint64 department, GRand *rand)
{
  RangBoardOrder *order = add_order (input, number, department);

  order->order->importance = (RangImportance)g_rand_int_range (rand, RANG_IMPORTANCE_LOW, RANG_N_IMPORTANCES);
  order->order->value.minor = g_rand_int_range (rand, 0, 10000000);
  order->first_delivery = g_rand_boolean (rand);
  order->days_waited = g_rand_int_range (rand, 0, 4);
  office_client (input, number)->stage = (RangClientStage)g_rand_int_range (rand, 0, RANG_N_STAGES);
  office_client (input, number)->annual_value.minor = g_rand_int_range (rand, 0, 100000000);
}

/* BOARD.md 19: a head who appends orders to the own list takes no points from the other department. */
static void
test_appending (void)
{
  g_autoptr (GRand) rand = new_rand ();

  for (guint round = 0; round < 10; round++)
    {
      g_autoptr (RangBoardInput) input = new_ruled_office ();
      g_autoptr (RangBoard) before = NULL, after = NULL;
      gint64 n = g_rand_int_range (rand, 2, 20), more = g_rand_int_range (rand, 1, 20);

      for (gint64 i = 1; i <= n; i++)
        draw_order (input, i, i % 2 == 0 ? CLIENTS : ACTIVE_SALES, rand);
      submit (input, CLIENTS);
      submit (input, ACTIVE_SALES);
      before = office_board (input);
      for (gint64 i = 1; i <= more; i++)
        draw_order (input, n + i, CLIENTS, rand);
      submit (input, CLIENTS);
      after = office_board (input);
      for (gint64 i = 1; i <= n; i += 2)
        g_assert_cmpint (rang_board_find (after, i)->score->points, >=, rang_board_find (before, i)->score->points);
    }
}

static guint
count_reason (RangBoardInput *input, gint64 number, const char *rule)
{
  g_autoptr (RangBoard) board = office_board (input);
  const RangBoardScore *score = rang_board_find (board, number)->score;
  guint count = 0;

  for (guint i = 0; i < score->reasons->len; i++)
    count += g_str_equal (((const RangBoardReason *)g_ptr_array_index (score->reasons, i))->rule, rule);
  return count;
}

/* 5,000 EUR at 4.9765 is 24,882.50 lei: a large order. Without a rate it is worth what nobody knows. */
static void
test_other_currency (void)
{
  g_autoptr (RangBoardInput) input = new_ruled_office ();
  RangBoardOrder *order = add_order (input, 1, CLIENTS);
  RangRate rate = { "EUR", 4976500 };
  gint64 without, medium;

  order->order->value = (RangMoney){ 500000, "EUR" };
  without = points_of (input, 1);
  g_assert_cmpuint (count_reason (input, 1, "rate"), ==, 1);
  g_assert_cmpuint (count_reason (input, 1, "Order/value-large"), ==, 0);
  g_array_append_val (input->settings->rates, rate);
  g_assert_cmpuint (count_reason (input, 1, "rate"), ==, 0);
  g_assert_cmpuint (count_reason (input, 1, "Order/value-large"), ==, 1);
  g_assert_cmpint (points_of (input, 1), >, without);
  order->order->value.minor = 200000;
  medium = points_of (input, 1);
  g_assert_cmpuint (count_reason (input, 1, "Order/value-medium"), ==, 1);
  g_assert_cmpint (medium, >, without);
}

#define ADD(name, func) g_test_add_func ("/board-scoring/" name, func)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("the_reasons_add_up_to_the_points", test_adds_up);
  ADD ("what_is_known_from_other_days_gives_points", test_facts);
  ADD ("every_input_that_rules_may_name_is_supplied", test_every_input);
  ADD ("inputs_have_their_units", test_values);
  ADD ("the_departments_first_has_more_points_than_its_last", test_department_rank);
  ADD ("an_order_that_lacks_something_cannot_be_scored_and_the_others_can", test_incomplete);
  ADD ("reasons_come_in_the_language_asked_for", test_language);
  ADD ("values_in_other_currencies_are_converted_or_said_to_be_apart", test_other_currency);
  ADD ("property/appending_orders_to_one_department_lowers_none_of_the_other", test_appending);
  return g_test_run ();
}
