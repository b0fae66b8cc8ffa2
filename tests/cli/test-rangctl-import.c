/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/rang-test-office.h"

#include <string.h>

#include "lib/rang-test-data.h"

#define NORTHWIND_ORDERS 830

static RangTestResult *
import_file (RangTestOffice *office, const char *options, const char *path)
{
  g_autofree char *quoted = g_shell_quote (path);
  g_autofree char *command = g_strdup_printf ("import %s --format json %s", options, quoted);

  return rang_test_office_run (office, command);
}

static gint64
count_of (RangTestResult *result, const char *member)
{
  g_autoptr (JsonNode) node = json_from_string (result->out, NULL);

  g_assert_true (node != NULL && JSON_NODE_HOLDS_OBJECT (node));
  return json_object_get_int_member (json_node_get_object (node), member);
}

static void
test_northwind_is_taken_whole_and_a_second_time_unchanged (void)
{
  g_autofree char *orders = rang_test_shared_path ("northwind/orders.csv");
  g_autofree char *mapping = rang_test_source_path ("data/mappings/northwind.ini");
  g_autofree char *options = NULL;
  g_autoptr (RangTestOffice) office = NULL;
  g_autoptr (RangTestResult) first = NULL, second = NULL;

  if (orders == NULL)
    return;
  office = rang_test_office_new ();
  options = g_strdup_printf ("--mapping '%s'", mapping);
  first = import_file (office, options, orders);
  rang_test_assert_status (first, 0);
  g_assert_cmpint (count_of (first, "taken"), ==, NORTHWIND_ORDERS);
  g_assert_cmpint (count_of (first, "refused"), ==, 0);
  second = import_file (office, options, orders);
  rang_test_assert_status (second, 0);
  g_assert_cmpint (count_of (second, "unchanged"), ==, NORTHWIND_ORDERS);
  g_assert_cmpint (count_of (second, "taken") + count_of (second, "changed"), ==, 0);
}

/* One line each, and each one says where, what and what to do. */
static void
assert_errors_speak (const RangTestResult *result, const char *path)
{
  g_auto (GStrv) lines = g_strsplit (result->err, "\n", -1);

  if (result->status == 4)
    g_assert_cmpstr (result->err, !=, "");
  for (gsize i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !g_str_has_prefix (lines[i], "rangctl: "))
      {
        g_test_message ("%s: %s", path, lines[i]);
        g_test_fail ();
      }
}

static void
import_all (const char *folder, const char *ending)
{
  g_autoptr (GPtrArray) files = rang_test_shared_files (folder, ending);
  g_autoptr (RangTestOffice) office = NULL;

  if (files == NULL)
    return;
  g_assert_cmpuint (files->len, >, 0);
  office = rang_test_office_new ();
  for (guint i = 0; i < files->len; i++)
    {
      const char *path = g_ptr_array_index (files, i);
      g_autoptr (JsonNode) before = rang_test_office_json (office, "log");
      g_autoptr (RangTestResult) result = import_file (office, "", path);
      g_autoptr (JsonNode) after = rang_test_office_json (office, "log");

      g_test_message ("%s: %d", path, result->status);
      g_assert_true (result->status == 0 || result->status == 3 || result->status == 4);
      assert_errors_speak (result, path);
      /* A fault of the file takes nothing from it. */
      if (result->status == 4)
        g_assert_null (strstr (result->out, "\"taken\":1"));
      g_assert_true (result->status != 4 || json_node_equal (before, after));
    }
  rang_test_office_must (office, 0, "log --verify");
  rang_test_office_must (office, 0, "check");
}

static void
test_no_hostile_xml_is_taken_by_half_or_ends_the_program (void)
{
  import_all ("hostile/ubl-xml", ".xml");
}

static void
test_no_hostile_table_is_taken_by_half_or_ends_the_program (void)
{
  import_all ("hostile/csv/own", ".csv");
}

static void
test_every_published_order_is_taken_or_waits_with_what_to_do (void)
{
  g_autoptr (GPtrArray) files = rang_test_shared_files ("ubl/open", ".xml");
  guint orders = 0;

  if (files == NULL)
    return;
  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (RangTestOffice) office = NULL;
      g_autoptr (RangTestResult) result = NULL;
      g_autofree char *content = NULL;

      g_assert_true (g_file_get_contents (g_ptr_array_index (files, i), &content, NULL, NULL));
      if (strstr (content, ":xsd:Order-2") == NULL)
        continue;
      office = rang_test_office_new ();
      result = import_file (office, "", g_ptr_array_index (files, i));
      g_test_message ("%s: %d", (char *)g_ptr_array_index (files, i), result->status);
      g_assert_true (result->status == 0 || result->status == 3);
      if (result->status == 3)
        g_assert_nonnull (strstr (result->out, "\"remedy\""));
      orders++;
    }
  g_assert_cmpuint (orders, >, 20);
}

static void
test_a_file_that_is_not_there_takes_nothing (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new ();
  g_autofree char *gone = rang_test_folder_file (office->folder, "gone.csv");
  g_autoptr (RangTestResult) result = import_file (office, "", gone);

  rang_test_assert_status (result, 4);
  g_assert_nonnull (strstr (result->err, "gone.csv"));
}

static void
test_a_fault_names_path_and_line_once (void)
{
  g_autoptr (RangTestOffice) office = rang_test_office_new ();
  g_autofree char *path = rang_test_folder_write (office->folder, "cut.csv", "order,client\n1,a\n2,\"b\n");
  g_autofree char *start = g_strdup_printf ("rangctl: %s:3: the quoted field", path);
  g_autoptr (RangTestResult) result = import_file (office, "", path);

  rang_test_assert_status (result, 4);
  if (!g_str_has_prefix (result->err, start))
    g_error ("the error should begin with “%s”, is “%s”", start, result->err);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/northwind_is_taken_whole_and_a_second_time_unchanged",
                   test_northwind_is_taken_whole_and_a_second_time_unchanged);
  g_test_add_func ("/import/no_hostile_xml_is_taken_by_half_or_ends_the_program",
                   test_no_hostile_xml_is_taken_by_half_or_ends_the_program);
  g_test_add_func ("/import/no_hostile_table_is_taken_by_half_or_ends_the_program",
                   test_no_hostile_table_is_taken_by_half_or_ends_the_program);
  g_test_add_func ("/import/every_published_order_is_taken_or_waits_with_what_to_do",
                   test_every_published_order_is_taken_or_waits_with_what_to_do);
  g_test_add_func ("/import/a_file_that_is_not_there_takes_nothing", test_a_file_that_is_not_there_takes_nothing);
  g_test_add_func ("/import/a_fault_names_path_and_line_once", test_a_fault_names_path_and_line_once);
  return g_test_run ();
}
