/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers and words that people read are written in their language; those that programs read never are. */
#include <string.h>

#include "rang-test-office.h"

#define ORDER "5630"

static void
assert_says (RangTestOffice *office, const char *language, const char *command, const char *said)
{
  g_autoptr (RangTestResult) result = rang_test_office_run_in (office, language, command);

  rang_test_assert_status (result, 0);
  if (strstr (result->out, said) == NULL)
    g_error ("“%s” is not in what “%s” says: %s", said, command, result->out);
}

static void
test_an_explanation_has_the_comma_of_the_language (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();

  rang_test_office_must (office, 0, "edit " ORDER " --value 6941.37 --load 13.6 --parcels 2");
  assert_says (office, "en", "explain " ORDER, "Order’s value: 6\302\240941.37\n");
  assert_says (office, "ro", "explain " ORDER, "Valoarea comenzii: 6\302\240941,37\n");
  assert_says (office, "ro", "explain " ORDER, "Încărcătura: 13,6\302\240kg; Colete: 2\n");
  rang_test_office_must (office, 0, "edit " ORDER " --value 6941.3");
  assert_says (office, "ro", "explain " ORDER, "Valoarea comenzii: 6\302\240941,30\n");
}

static void
test_no_explanation_of_the_day_has_a_point_in_a_number (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) board = rang_test_office_json (office, "board");
  JsonArray *orders = json_object_get_array_member (json_node_get_object (board), "orders");
  g_autoptr (GRegex) point = g_regex_new ("\\d\\.\\d", 0, 0, NULL);

  g_assert_cmpuint (json_array_get_length (orders), ==, 120);
  for (guint i = 0; i < json_array_get_length (orders); i += 6)
    {
      const char *order = json_object_get_string_member (json_array_get_object_element (orders, i), "order");
      g_autofree char *command = g_strconcat ("explain ", order, NULL);
      g_autoptr (RangTestResult) result = rang_test_office_run_in (office, "ro", command);

      rang_test_assert_status (result, 0);
      if (g_regex_match (point, result->out, 0, NULL))
        g_error ("there is a number with a point in: %s", result->out);
    }
}

static void
test_points_are_counted_as_the_language_counts (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();

  assert_says (office, "en", "explain " ORDER, "by the rules it has 35 points against 33");
  assert_says (office, "ro", "explain " ORDER, "după reguli are 35 de puncte față de 33");
}

static void
test_tables_have_the_comma_and_files_the_point (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();

  rang_test_office_must (office, 0, "rates EUR 4.9765");
  assert_says (office, "en", "rates", "4.9765");
  assert_says (office, "ro", "rates", "4,9765");
  assert_says (office, "ro", "--format csv rates", "EUR,4.9765,RON");
  assert_says (office, "ro", "--format json rates", "\"4.9765\"");
  assert_says (office, "ro", "travel", " 1,3 ");
  assert_says (office, "ro", "--format csv travel", ",1.3,");
}

static void
assert_silent (RangTestOffice *office, const char *language, const char *command, const char *pattern)
{
  g_autoptr (RangTestResult) result = rang_test_office_run_in (office, language, command);

  rang_test_assert_status (result, 0);
  if (g_regex_match_simple (pattern, result->out, G_REGEX_MULTILINE, 0))
    g_error ("“%s” says something like “%s”: %s", command, pattern, result->out);
}

static void
test_tables_say_states_in_the_language_and_files_by_name (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();

  assert_says (office, "ro", "board", "  La timp  ");
  assert_silent (office, "ro", "board", "  (on-time|late|not-today)  ");
  assert_says (office, "ro", "--format csv board", ",on-time,");
  assert_says (office, "en", "board", "  on-time  ");
  assert_silent (office, "ro", "conflicts", "  (open|displaced|over-capacity)( |$)");
  assert_says (office, "ro", "people", "șef de livrări");
  assert_silent (office, "ro", "people", "(head-of-sales|delivery-chief)");
  assert_silent (office, "ro", "orders", "  (submitted|high|normal|low)( |$)");
  assert_silent (office, "ro", "clients", "  (trial|contract|dormant)( |$)");
  assert_says (office, "en", "--format csv clients", ",contract,");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rangctl/numbers/an_explanation_has_the_comma_of_the_language",
                   test_an_explanation_has_the_comma_of_the_language);
  g_test_add_func ("/rangctl/numbers/no_explanation_of_the_day_has_a_point_in_a_number",
                   test_no_explanation_of_the_day_has_a_point_in_a_number);
  g_test_add_func ("/rangctl/numbers/points_are_counted_as_the_language_counts",
                   test_points_are_counted_as_the_language_counts);
  g_test_add_func ("/rangctl/numbers/tables_have_the_comma_and_files_the_point",
                   test_tables_have_the_comma_and_files_the_point);
  g_test_add_func ("/rangctl/numbers/tables_say_states_in_the_language_and_files_by_name",
                   test_tables_say_states_in_the_language_and_files_by_name);
  return g_test_run ();
}
