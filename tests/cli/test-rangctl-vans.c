/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the vans as a script sees them, and for what orders need of them. */
#include "rang-test-office.h"

#include <string.h>

static JsonObject *
find_van (JsonNode *vans, const char *name)
{
  JsonObject *van = rang_test_rows_find (vans, "name", name);

  g_assert_nonnull (van);
  return van;
}

static void
test_a_van_is_added_and_changed_with_all_that_it_has (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new ();
  g_autoptr (JsonNode) one = NULL, other = NULL;
  JsonObject *van;

  rang_test_office_must (office, 0,
                         "vans add Duba --plate BV-01-RNG --capacity 900 --parcels 60 --from 07:00 --to 15:30 "
                         "--skills lift,cold --breaks 10:00-10:15,11:30-14:00/30 --start 45.6534,25.61 "
                         "--start-name Garaj");
  one = rang_test_office_json (office, "vans");
  van = find_van (one, "Duba");
  g_assert_cmpstr (json_object_get_string_member (van, "skills"), ==, "lift,cold");
  g_assert_cmpstr (json_object_get_string_member (van, "breaks"), ==, "10:00-10:15, 11:30-14:00/30");
  g_assert_cmpstr (json_object_get_string_member (van, "start"), ==, "45.653400,25.610000 Garaj");
  g_assert_true (json_object_get_null_member (van, "end"));
  g_assert_cmpint (json_object_get_int_member (van, "capacity_kg"), ==, 900);
  rang_test_office_must (office, 0, "vans edit Duba --skills none --breaks none --start depot --name Dubita");
  other = rang_test_office_json (office, "vans");
  van = find_van (other, "Dubita");
  g_assert_true (json_object_get_null_member (van, "skills"));
  g_assert_true (json_object_get_null_member (van, "breaks"));
  g_assert_true (json_object_get_null_member (van, "start"));
  g_assert_cmpstr (json_object_get_string_member (van, "from"), ==, "07:00");
  rang_test_office_must (office, 0, "log --verify");
}

static void
test_a_van_that_cannot_be_changes_nothing (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new ();
  g_autoptr (JsonNode) vans = NULL;

  rang_test_office_must (office, 0, "vans add Duba");
  rang_test_office_must (office, 1, "vans add duba");
  rang_test_office_must (office, 2, "vans add B --skills wings");
  rang_test_office_must (office, 2, "vans add B --breaks noon");
  rang_test_office_must (office, 2, "vans add B --breaks 13:00-12:00");
  rang_test_office_must (office, 2, "vans add B --start Garaj");
  rang_test_office_must (office, 2, "vans add B --capacity -1");
  rang_test_office_must (office, 2, "vans add B --from 17:00 --to 08:00");
  rang_test_office_must (office, 2, "vans edit Nimeni --plate X");
  rang_test_office_must (office, 2, "vans remove Duba");
  vans = rang_test_office_json (office, "vans");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (vans)), ==, 1);
}

static void
test_only_the_delivery_chief_changes_vans (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *chief = rang_test_office_person (office, "delivery-chief");
  g_autofree char *allowed = g_strdup_printf ("--as %s vans add Duba", chief);

  rang_test_office_must (office, 1, "vans add Duba");
  rang_test_office_must (office, 0, allowed);
}

static void
test_a_van_with_stops_is_not_taken_out_of_use (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *chief = rang_test_office_person (office, "delivery-chief");
  g_autofree char *retire = g_strdup_printf ("--as %s vans edit 1 --retire", chief);
  g_autofree char *off = g_strdup_printf ("--as %s van 1 --off --reason maintenance", chief);

  rang_test_office_must (office, 1, retire);
  rang_test_office_must (office, 0, off);
  rang_test_office_must (office, 0, retire);
}

/* A lift is asked for on the command line, and nobody has one until the chief says so. */
static void
test_explain_says_that_no_van_has_a_lift_until_one_has (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) board = rang_test_office_json (office, "board"), before = NULL, after = NULL;
  JsonObject *first
      = json_array_get_object_element (json_object_get_array_member (json_node_get_object (board), "orders"), 0);
  const char *order = json_object_get_string_member (first, "order");
  g_autofree char *chief = rang_test_office_person (office, "delivery-chief");
  g_autofree char *edit = g_strdup_printf ("edit %s --skills lift", order);
  g_autofree char *explain = g_strdup_printf ("explain %s", order);
  g_autofree char *van = g_strdup_printf ("--as %s vans edit 2 --skills lift", chief);
  JsonObject *answer;

  rang_test_office_must (office, 0, edit);
  before = rang_test_office_json (office, explain);
  answer = json_node_get_object (before);
  g_assert_true (strstr (json_object_get_string_member (answer, "why_not_on_time"), "No van with a lift") != NULL);
  rang_test_office_must (office, 0, van);
  after = rang_test_office_json (office, explain);
  g_assert_true (json_object_get_null_member (json_node_get_object (after), "why_not_on_time"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/rangctl/vans/" #name, test_##name)
  ADD (a_van_is_added_and_changed_with_all_that_it_has);
  ADD (a_van_that_cannot_be_changes_nothing);
  ADD (only_the_delivery_chief_changes_vans);
  ADD (a_van_with_stops_is_not_taken_out_of_use);
  ADD (explain_says_that_no_van_has_a_lift_until_one_has);
  return g_test_run ();
}
