/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for clients and their doors, and for the roads, as a script sees them. */
#include "rang-test-office.h"

#include <string.h>

static JsonObject *
address (JsonNode *list, guint index)
{
  return json_array_get_object_element (json_node_get_array (list), index);
}

static char *
write_file (RangTestOffice *office, const char *name, const char *text)
{
  g_autofree char *folder = g_path_get_dirname (office->store);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
test_a_door_has_several_windows_a_day (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autoptr (JsonNode) before = rang_test_office_json (office, "clients addresses 1"), after = NULL;
  const char *id = json_object_get_string_member (address (before, 0), "address");
  g_autofree char *edit
      = g_strdup_printf ("clients edit 1 --address %s --hours 08:00-12:00,13:00-16:00 --service 12", id);

  rang_test_office_must (office, 0, edit);
  after = rang_test_office_json (office, "clients addresses 1");
  g_assert_cmpstr (json_object_get_string_member (address (after, 0), "hours"), ==, "08:00-12:00, 13:00-16:00");
  g_assert_cmpint (json_object_get_int_member (address (after, 0), "service_min"), ==, 12);
  rang_test_office_must (office, 0, "log --verify");
}

static void
test_a_new_address_is_added_to_a_client (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new ();
  g_autoptr (JsonNode) clients = NULL, addresses = NULL;

  rang_test_office_must (office, 0, "clients add Hartia --department Clients --hours 09:00-17:00");
  rang_test_office_must (office, 0, "clients edit Hartia --address Lunga --city Brasov --coordinates 45.65,25.6");
  clients = rang_test_office_json (office, "clients");
  g_assert_cmpstr (json_object_get_string_member (rang_test_rows_find (clients, "name", "Hartia"), "hours"), ==,
                   "09:00-17:00");
  addresses = rang_test_office_json (office, "clients addresses Hartia");
  g_assert_cmpuint (json_array_get_length (json_node_get_array (addresses)), ==, 1);
  g_assert_true (json_object_get_boolean_member (address (addresses, 0), "located"));
}

static void
test_hours_that_cannot_be_change_nothing (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *chief = rang_test_office_person (office, "delivery-chief");
  g_autofree char *refused = g_strdup_printf ("--as %s clients edit 1 --hours 08:00-12:00", chief);
  g_autoptr (JsonNode) before = rang_test_office_json (office, "clients"), after = NULL;
  g_autofree char *was = rang_test_rows_join (before, "name,hours"), *is = NULL;

  rang_test_office_must (office, 2, "clients edit 1 --hours noon");
  rang_test_office_must (office, 2, "clients edit 1 --hours 13:00-17:00,08:00-12:00");
  rang_test_office_must (office, 2, "clients edit 1 --service -3");
  rang_test_office_must (office, 2, "clients edit 1 --address 99999 --hours 08:00-12:00");
  rang_test_office_must (office, 2, "clients edit 99999 --hours 08:00-12:00");
  rang_test_office_must (office, 1, refused);
  after = rang_test_office_json (office, "clients");
  is = rang_test_rows_join (after, "name,hours");
  g_assert_cmpstr (is, ==, was);
}

static void
test_the_doors_of_many_clients_come_from_a_file_or_not_at_all (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new ();
  g_autofree char *good = write_file (
      office, "doors.csv",
      "client,street,city,hours,service_min\nHartia,Lunga 1,Brasov,\"08:00-12:00, 13:00-17:00\",15\nHartia,,,09:00-16:00,\n");
  g_autofree char *bad = write_file (office, "bad.csv", "client,hours\nHartia,10:00-11:00\nNimeni,10:00-11:00\n");
  g_autofree char *take = g_strdup_printf ("clients import %s", good), *refuse = g_strdup_printf ("clients import %s", bad);
  g_autoptr (RangTestResult) failed = NULL;
  g_autoptr (JsonNode) clients = NULL, addresses = NULL;

  rang_test_office_must (office, 0, "clients add Hartia --department Clients");
  rang_test_office_must (office, 0, take);
  failed = rang_test_office_run (office, refuse);
  rang_test_assert_status (failed, 4);
  g_assert_true (strstr (failed->err, "bad.csv:3") != NULL);
  clients = rang_test_office_json (office, "clients");
  g_assert_cmpstr (json_object_get_string_member (rang_test_rows_find (clients, "name", "Hartia"), "hours"), ==,
                   "09:00-16:00");
  addresses = rang_test_office_json (office, "clients addresses Hartia");
  g_assert_cmpstr (json_object_get_string_member (address (addresses, 0), "hours"), ==, "08:00-12:00, 13:00-17:00");
  g_assert_cmpint (json_object_get_int_member (address (addresses, 0), "service_min"), ==, 15);
}

static void
test_roads_are_slow_by_the_hour_or_measured (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new_demo ();
  g_autofree char *places = write_file (office, "p.csv", "name,lat,lon\nA,45.6,25.6\nB,45.7,25.6\n");
  g_autofree char *seconds = write_file (office, "s.csv", "0,500\n600,0\n");
  g_autofree char *wrong = write_file (office, "w.csv", "0,500\n");
  g_autofree char *take = g_strdup_printf ("travel --places %s --seconds %s", places, seconds);
  g_autofree char *refuse = g_strdup_printf ("travel --places %s --seconds %s", places, wrong);
  g_autoptr (JsonNode) set = NULL, taken = NULL, dropped = NULL;

  rang_test_office_must (office, 0, "travel --speed 40 --road-factor 1.25 --hours 7-9=60,16-18=70");
  set = rang_test_office_json (office, "travel");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (set), "speed_kmh"), ==, "40");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (set), "road_factor"), ==, "1.25");
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (set), "hours"), ==, "7-9=60, 16-18=70");
  rang_test_office_must (office, 0, take);
  rang_test_office_must (office, 4, refuse);
  taken = rang_test_office_json (office, "travel");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (taken), "places"), ==, 2);
  rang_test_office_must (office, 0, "travel --drop");
  rang_test_office_must (office, 2, "travel --drop");
  rang_test_office_must (office, 2, "travel --hours 7=60");
  rang_test_office_must (office, 2, "travel --speed 900");
  rang_test_office_must (office, 2, "travel --speed 40 --drop");
  dropped = rang_test_office_json (office, "travel");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (dropped), "places"), ==, 0);
  rang_test_office_must (office, 0, "log --verify");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/rangctl/clients/" #name, test_##name)
  ADD (a_door_has_several_windows_a_day);
  ADD (a_new_address_is_added_to_a_client);
  ADD (hours_that_cannot_be_change_nothing);
  ADD (the_doors_of_many_clients_come_from_a_file_or_not_at_all);
  ADD (roads_are_slow_by_the_hour_or_measured);
  return g_test_run ();
}
