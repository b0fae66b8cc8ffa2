/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for searching the office, as a script and a person see it. */
#include "rang-test-office.h"

#include <string.h>

static JsonObject *
hit (JsonNode *hits, guint index)
{
  return json_array_get_object_element (json_node_get_array (hits), index);
}

static void
test_hits_name_kind_id_day_and_text (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) orders = rang_test_office_json (office, "orders"), hits = NULL;
  JsonObject *order = json_array_get_object_element (json_node_get_array (orders), 0);
  g_autofree char *find = g_strdup_printf ("find %s", json_object_get_string_member (order, "order"));

  hits = rang_test_office_json (office, find);
  g_assert_cmpstr (json_object_get_string_member (hit (hits, 0), "kind"), ==, "order");
  g_assert_cmpstr (json_object_get_string_member (hit (hits, 0), "id"), ==,
                   json_object_get_string_member (order, "order"));
  g_assert_cmpstr (json_object_get_string_member (hit (hits, 0), "day"), ==, "2026-11-24");
  g_assert_cmpstr (json_object_get_string_member (hit (hits, 0), "text"), ==,
                   json_object_get_string_member (order, "client"));
  g_assert_cmpstr (json_object_get_string_member (hit (hits, 0), "state"), ==,
                   json_object_get_string_member (order, "state"));
  g_assert_cmpstr (json_object_get_string_member (hit (hits, 0), "from"), ==,
                   json_object_get_string_member (order, "from"));
}

static void
test_several_words_are_one_search_without_accents (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) hits = rang_test_office_json (office, "find DAN muresan"), none = NULL;

  g_assert_cmpuint (json_array_get_length (json_node_get_array (hits)), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (hit (hits, 0), "kind"), ==, "person");
  g_assert_cmpstr (json_object_get_string_member (hit (hits, 0), "text"), ==, "Dan Mureșan");
  none = rang_test_office_json (office, "find dan nimeni");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (none)), ==, 0);
}

static void
test_a_table_says_that_there_is_more_or_nothing (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (RangTestResult) some = rang_test_office_run (office, "find srl --limit 2");
  g_autoptr (RangTestResult) none = rang_test_office_run (office, "find nimeni nicaieri");
  g_autoptr (RangTestResult) spoken = rang_test_office_run_in (office, "ro", "find nimeni nicaieri");

  rang_test_assert_status (some, 0);
  g_assert_nonnull (strstr (some->out, "There are more (Orders, Clients)"));
  rang_test_assert_status (none, 0);
  g_assert_nonnull (strstr (none->out, "Nothing found for “nimeni nicaieri”"));
  g_assert_nonnull (strstr (spoken->out, "„nimeni nicaieri”"));
}

static void
test_csv_has_a_line_a_hit (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (RangTestResult) result = rang_test_office_run (office, "find muresan --format csv");

  rang_test_assert_status (result, 0);
  g_assert_true (g_str_has_prefix (result->out, "kind,id,day,text,detail,department,state\r\n"));
  g_assert_nonnull (strstr (result->out, "\r\nperson,2,,Dan Mureșan,"));
}

static void
test_wrong_usage_is_said (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new ();

  rang_test_office_must (office, 2, "find");
  rang_test_office_must (office, 2, "find x --limit 0");
  rang_test_office_must (office, 2, "find x --limit many");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/rangctl/find/" #name, test_##name)
  ADD (hits_name_kind_id_day_and_text);
  ADD (several_words_are_one_search_without_accents);
  ADD (a_table_says_that_there_is_more_or_nothing);
  ADD (csv_has_a_line_a_hit);
  ADD (wrong_usage_is_said);
  return g_test_run ();
}
