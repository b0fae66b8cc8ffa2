/* SPDX-License-Identifier: GPL-3.0-or-later */
/* `rangctl insight` and `simulate`: the three questions from the log, and the effect study. */
#include <string.h>

#include "rang-test-office.h"

static JsonObject *
part_of (JsonNode *root, const char *member)
{
  return json_object_get_object_member (json_node_get_object (root), member);
}

/* What the matrix counts in its cells is what was broken. */
static void
test_the_matrix_adds_up (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) root = rang_test_office_json (office, "insight --days 60");
  JsonObject *competition = part_of (root, "competition");
  JsonArray *matrix = json_object_get_array_member (competition, "matrix");
  gint64 broken = 0, of_days = 0;

  g_assert_cmpuint (json_array_get_length (matrix), ==, 4);
  for (guint i = 0; i < json_array_get_length (matrix); i++)
    broken += json_object_get_int_member (json_array_get_object_element (matrix, i), "broken");
  g_assert_cmpint (broken, ==, json_object_get_int_member (competition, "broken"));
  g_assert_cmpint (broken, >, 100);
  for (guint i = 0; i < json_array_get_length (json_object_get_array_member (competition, "days")); i++)
    of_days += json_object_get_int_member (
        json_array_get_object_element (json_object_get_array_member (competition, "days"), i), "broken");
  g_assert_cmpint (of_days, ==, broken);
}

/* The log counts the same pushes. */
static void
test_pushes_are_those_of_the_log (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) root = rang_test_office_json (office, "insight --from 2026-01-01 --to 2026-11-24");
  g_autoptr (JsonNode) log = rang_test_office_json (office, "log");
  JsonArray *entries = json_node_get_array (log);
  gint64 pushes = 0, granted = 0;

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      const char *what = json_object_get_string_member (json_array_get_object_element (entries, i), "what");

      pushes += g_str_equal (what, "push") ? 1 : 0;
      granted += g_str_equal (what, "grant") ? 1 : 0;
    }
  g_assert_cmpint (pushes, >, 0);
  g_assert_cmpint (json_object_get_int_member (part_of (root, "persuasion"), "pushes"), ==, pushes);
  g_assert_cmpint (json_object_get_int_member (part_of (root, "persuasion"), "granted"), ==, granted);
}

/* Each order is one department's. */
static void
test_departments_add_up_to_the_company (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) all = rang_test_office_json (office, "insight --days 60");
  g_autoptr (JsonNode) active = rang_test_office_json (office, "insight --days 60 --department 'Active Sales'");
  g_autoptr (JsonNode) clients = rang_test_office_json (office, "insight --days 60 --department Clients");
  gint64 asked = json_object_get_int_member (part_of (all, "persuasion"), "pushes");

  g_assert_cmpint (asked, >, 0);
  g_assert_cmpint (json_object_get_int_member (part_of (active, "persuasion"), "pushes")
                       + json_object_get_int_member (part_of (clients, "persuasion"), "pushes"),
                   ==, asked);
}

/* At every half hour somebody answers for each order that is not yet brought. */
static void
test_somebody_always_answers (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) root = rang_test_office_json (office, "insight");
  JsonArray *steps = json_object_get_array_member (part_of (root, "answerability"), "answerable");
  gint64 before = G_MAXINT64;

  g_assert_cmpstr (json_object_get_string_member (part_of (root, "answerability"), "day"), ==, "2026-11-23");
  g_assert_cmpuint (json_array_get_length (steps), >, 10);
  for (guint i = 0; i < json_array_get_length (steps); i++)
    {
      JsonObject *step = json_array_get_object_element (steps, i);
      gint64 all = json_object_get_int_member (step, "department_heads")
                   + json_object_get_int_member (step, "head_of_sales")
                   + json_object_get_int_member (step, "delivery_chief");

      g_assert_cmpint (all, <=, before);
      before = all;
    }
}

static void
test_an_override_that_was_undone_is_none (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) before = rang_test_office_json (office, "insight --from 2026-11-24 --to 2026-11-24");
  g_autoptr (JsonNode) board = rang_test_office_json (office, "board");
  JsonArray *orders = json_object_get_array_member (json_node_get_object (board), "orders");
  JsonObject *last = json_array_get_object_element (orders, json_array_get_length (orders) - 1);
  g_autofree char *command
      = g_strdup_printf ("move %s 1 --reason contract", json_object_get_string_member (last, "order"));
  g_autoptr (JsonNode) moved = NULL, undone = NULL;

  rang_test_office_must (office, 0, command);
  moved = rang_test_office_json (office, "insight --from 2026-11-24 --to 2026-11-24");
  g_assert_cmpint (json_object_get_int_member (part_of (moved, "competition"), "overrides"), ==,
                   json_object_get_int_member (part_of (before, "competition"), "overrides") + 1);
  rang_test_office_must (office, 0, "undo");
  undone = rang_test_office_json (office, "insight --from 2026-11-24 --to 2026-11-24");
  g_assert_true (json_node_equal (json_object_get_member (json_node_get_object (before), "competition"),
                                  json_object_get_member (json_node_get_object (undone), "competition")));
}

static void
test_an_empty_office_has_nothing_to_say (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new ();
  g_autoptr (RangTestResult) words = rang_test_office_run (office, "insight");

  rang_test_assert_status (words, 0);
  g_assert_nonnull (strstr (words->out, "There were no orders"));
  rang_test_office_must (office, 1, "simulate --days 2");
}

static void
test_a_wrong_period_is_refused (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new ();

  rang_test_office_must (office, 2, "insight --from 2026-11-24 --to 2026-11-01");
  rang_test_office_must (office, 2, "insight --days 0");
  rang_test_office_must (office, 2, "simulate --runs 0");
}

/* The same seed gives the same study, and the ranked board keeps more of the same promises. */
static void
test_the_study_compares_the_same_days (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) one = rang_test_office_json (office, "simulate --days 2 --runs 5");
  g_autoptr (JsonNode) again = rang_test_office_json (office, "simulate --days 2 --runs 5");
  JsonObject *old = part_of (one, "old_way"), *ranked = part_of (one, "ranked");

  g_assert_true (json_node_equal (one, again));
  g_assert_cmpint (json_object_get_int_member (old, "promises"), ==, json_object_get_int_member (ranked, "promises"));
  g_assert_cmpint (json_object_get_int_member (ranked, "kept"), >, json_object_get_int_member (old, "kept"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rangctl/insight/the_matrix_adds_up", test_the_matrix_adds_up);
  g_test_add_func ("/rangctl/insight/pushes_are_those_of_the_log", test_pushes_are_those_of_the_log);
  g_test_add_func ("/rangctl/insight/somebody_always_answers", test_somebody_always_answers);
  g_test_add_func ("/rangctl/insight/an_override_that_was_undone_is_none", test_an_override_that_was_undone_is_none);
  g_test_add_func ("/rangctl/insight/an_empty_office_has_nothing_to_say", test_an_empty_office_has_nothing_to_say);
  g_test_add_func ("/rangctl/insight/a_wrong_period_is_refused", test_a_wrong_period_is_refused);
  g_test_add_func ("/rangctl/insight/the_study_compares_the_same_days", test_the_study_compares_the_same_days);
  g_test_add_func ("/rangctl/insight/departments_add_up_to_the_company", test_departments_add_up_to_the_company);
  return g_test_run ();
}
