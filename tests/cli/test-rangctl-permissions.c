/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks the whole table of who may do what: each "no" is refused with exit 1 and logged. */
#include "cli/rang-test-office.h"

#include <string.h>

/* ORDER is one of the board, CLIENT a client, FILE a file of orders, RULES a model. What the office would refuse for
 * another reason comes after the right. */
static const struct
{
  const char *word;
  const char *command;
} commands[] = {
  { "import", "import FILE --department Clients" },
  { "add", "add --client CLIENT --department Clients --day DAY" },
  { "edit", "edit ORDER --value 100" },
  { "cancel", "cancel ORDER" },
  { "importance", "importance ORDER normal" },
  { "rank", "rank ORDER 2" },
  { "submit", "submit Clients" },
  { "apply", "apply" },
  { "move", "move ORDER 3 --reason contract" },
  { "release", "release ORDER" },
  { "reason", "reason 1 contract" },
  { "undo", "undo" },
  { "handover", "handover" },
  { "accept", "accept" },
  { "return", "return --note no" },
  { "amend", "amend ORDER 3 --reason contract" },
  { "outcome", "deliver ORDER" },
  { "client", "client CLIENT --event renewed" },
  { "edit-client", "contacts --erase 1" },
  { "roster", "van 1 --off --reason other" },
  { "decide", "decide 1 --note no" },
  { "lock", "lock ORDER 1" },
  { "close", "close" },
  { "push", "push ORDER --reason contract" },
  { "grant", "grant 1" },
  { "refuse", "refuse 1 --note no" },
  { "asked", "asked ORDER --by 3" },
  { "office", "people add Somebody" },
  { "activate", "activate RULES --from DAY --note no" },
};

static const char *const roles[] = { "manager", "department-head", "head-of-sales", "delivery-chief" };

/* The person of Clients where the role holds for a department. */
static char *
person_of (JsonNode *people, const char *role)
{
  JsonArray *array = json_node_get_array (people);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *person = json_array_get_object_element (array, i);
      JsonArray *held = json_object_get_array_member (person, "roles");
      JsonNode *department = json_object_get_member (person, "department");

      for (guint j = 0; j < json_array_get_length (held); j++)
        if (g_str_equal (json_array_get_string_element (held, j), role)
            && (JSON_NODE_HOLDS_NULL (department) || g_str_equal (json_node_get_string (department), "Clients")))
          return g_strdup (json_object_get_string_member (person, "person"));
    }
  g_assert_not_reached ();
}

static const char *
find_command (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].word, word))
      return commands[i].command;
  return NULL;
}

static guint
count_refused (RangTestOffice *office)
{
  g_autoptr (JsonNode) log = rang_test_office_json (office, "log");
  JsonArray *array = json_node_get_array (log);
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (array); i++)
    n += g_str_equal (json_object_get_string_member (json_array_get_object_element (array, i), "what"),
                      "refused-attempt");
  return n;
}

static char *
fill_in (RangTestOffice *office, const char *command, const char *order, const char *client)
{
  GString *text = g_string_new (command);
  g_autofree char *file = rang_test_folder_write (office->folder, "orders.csv", "order,client\nA-1,Nobody\n");

  g_string_replace (text, "ORDER", order, 0);
  g_string_replace (text, "CLIENT", client, 0);
  g_string_replace (text, "DAY", "2026-11-24", 0);
  g_string_replace (text, "FILE", file, 0);
  g_string_replace (text, "RULES", file, 0);
  return g_string_free (text, FALSE);
}

/* Returns: whether the attempt must stand in the log: there is a command for it. */
static gboolean
try_cell (RangTestOffice *office,
          const char *person,
          const char *role,
          const char *word,
          const char *order,
          const char *client)
{
  const char *command = find_command (word);
  g_autofree char *filled = NULL, *line = NULL;
  g_autoptr (RangTestResult) result = NULL;

  if (command == NULL)
    {
      g_test_message ("“%s” is tried by no command here", word);
      return FALSE;
    }
  filled = fill_in (office, command, order, client);
  line = g_strdup_printf ("--as %s %s", person, filled);
  result = rang_test_office_run (office, line);
  if (strstr (result->err, "unknown command") != NULL)
    return FALSE;
  g_test_message ("%s: %s: %s", role, filled, result->err);
  rang_test_assert_status (result, 1);
  return TRUE;
}

static void
test_every_no_of_the_table_is_refused_and_logged (void)
{
  g_autoptr (RangTestOffice) asked = rang_test_office_new_demo ();
  g_autoptr (JsonNode) table = rang_test_office_json (asked, "permissions");
  g_autoptr (JsonNode) people = rang_test_office_json (asked, "people");
  g_autoptr (JsonNode) orders = rang_test_office_json (asked, "orders");
  g_autoptr (JsonNode) clients = rang_test_office_json (asked, "clients");
  guint before = count_refused (asked), tried = 0;
  JsonArray *rows = json_node_get_array (table);
  const char *client = json_object_get_string_member (rang_test_rows_find (clients, "department", "Clients"), "client");
  const char *order = json_object_get_string_member (rang_test_rows_find (orders, "department", "Clients"), "order");

  g_assert_cmpuint (json_array_get_length (rows), >, 20);
  for (gsize r = 0; r < G_N_ELEMENTS (roles); r++)
    {
      g_autofree char *person = person_of (people, roles[r]);

      for (guint i = 0; i < json_array_get_length (rows); i++)
        {
          JsonObject *row = json_array_get_object_element (rows, i);

          if (!json_object_get_boolean_member (row, roles[r]))
            tried += try_cell (asked, person, roles[r], json_object_get_string_member (row, "word"), order, client);
        }
    }
  g_assert_cmpuint (tried, >, 40);
  g_assert_cmpuint (count_refused (asked), ==, before + tried);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rangctl-permissions/every no of the table is refused and logged",
                   test_every_no_of_the_table_is_refused_and_logged);
  return g_test_run ();
}
