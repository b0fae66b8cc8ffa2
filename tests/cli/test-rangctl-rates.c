/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the rate table as a script sees it. */
#include "rang-test-office.h"

static gboolean
has_reason (RangTestOffice *office, const char *order, const char *rule)
{
  g_autofree char *command = g_strconcat ("explain ", order, NULL);
  g_autoptr (JsonNode) answer = rang_test_office_json (office, command);
  JsonArray *reasons = json_object_get_array_member (json_node_get_object (answer), "reasons");
  gboolean found = FALSE;

  for (guint i = 0; i < json_array_get_length (reasons); i++)
    found = found
            || g_str_equal (json_object_get_string_member (json_array_get_object_element (reasons, i), "rule"), rule);
  return found;
}

static void
test_rates_are_set_listed_and_taken_away (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new ();
  g_autoptr (JsonNode) none = rang_test_office_json (office, "rates");
  g_autoptr (JsonNode) one = NULL;
  g_autoptr (JsonNode) log = NULL;
  JsonObject *rate;

  g_assert_cmpuint (json_array_get_length (json_node_get_array (none)), ==, 0);
  rang_test_office_must (office, 0, "rates EUR 4.9765");
  one = rang_test_office_json (office, "rates");
  rate = rang_test_rows_find (one, "currency", "EUR");
  g_assert_nonnull (rate);
  g_assert_cmpint (json_object_get_int_member (rate, "millionths"), ==, 4976500);
  rang_test_office_must (office, 0, "rates EUR 4.9765");
  rang_test_office_must (office, 0, "rates --remove EUR");
  rang_test_office_must (office, 2, "rates --remove EUR");
  log = rang_test_office_json (office, "log");
  g_assert_nonnull (rang_test_rows_find (log, "what", "rates"));
  rang_test_office_must (office, 0, "log --verify");
}

static void
test_what_is_no_rate_is_refused (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new ();

  rang_test_office_must (office, 2, "rates EUR");
  rang_test_office_must (office, 2, "rates EUR 0");
  rang_test_office_must (office, 2, "rates EUR -1");
  rang_test_office_must (office, 2, "rates EUR 4,97x");
  rang_test_office_must (office, 2, "rates EURO 4");
  rang_test_office_must (office, 2, "rates eur 4");
  rang_test_office_must (office, 2, "rates RON 1");
  rang_test_office_must (office, 2, "rates EUR 4 5");
  rang_test_office_must (office, 1, "--as nobody rates EUR 4");
}

static void
test_only_the_head_of_sales_sets_rates (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *chief = rang_test_office_person (office, "delivery-chief");
  g_autofree char *command = g_strdup_printf ("--as %s rates EUR 5", chief);

  rang_test_office_must (office, 1, command);
  rang_test_office_must (office, 0, "rates EUR 5");
}

static void
test_a_value_in_euros_is_apart_without_a_rate_and_counts_with_one (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) board = rang_test_office_json (office, "board");
  JsonObject *first
      = json_array_get_object_element (json_object_get_array_member (json_node_get_object (board), "orders"), 0);
  const char *order = json_object_get_string_member (first, "order");
  g_autofree char *edit = g_strdup_printf ("edit %s --value 5000 --currency EUR", order);
  g_autoptr (JsonNode) rates = NULL;

  rang_test_office_must (office, 0, edit);
  rates = rang_test_office_json (office, "rates");
  g_assert_true (json_object_get_null_member (rang_test_rows_find (rates, "currency", "EUR"), "rate"));
  g_assert_true (has_reason (office, order, "rate"));
  g_assert_false (has_reason (office, order, "Order/value-large"));
  rang_test_office_must (office, 0, "rates EUR 4.9765");
  g_assert_false (has_reason (office, order, "rate"));
  g_assert_true (has_reason (office, order, "Order/value-large"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/rangctl/rates/" #name, test_##name)
  ADD (rates_are_set_listed_and_taken_away);
  ADD (what_is_no_rate_is_refused);
  ADD (only_the_head_of_sales_sets_rates);
  ADD (a_value_in_euros_is_apart_without_a_rate_and_counts_with_one);
  return g_test_run ();
}
