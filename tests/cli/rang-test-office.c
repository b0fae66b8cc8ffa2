/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for offices that tests of the command line work in, and for reading what rangctl prints. */
#include "cli/rang-test-office.h"

#include <stdlib.h>
#include <string.h>

#define NOW "RANG_NOW=2026-11-24T05:30:00Z"

/* Offices are made once a program and copied for each test. */
typedef struct
{
  char *content;
  gsize length;
} Made;

static Made empty, demo;

static void
drop_made (void)
{
  g_clear_pointer (&empty.content, g_free);
  g_clear_pointer (&demo.content, g_free);
}

RangTestResult *
rang_test_office_run (RangTestOffice *office, const char *command)
{
  return rang_test_office_run_in (office, "en", command);
}

RangTestResult *
rang_test_office_run_in (RangTestOffice *office, const char *language, const char *command)
{
  g_autofree char *chosen = g_strconcat ("LANGUAGE=", language, NULL);
  const char *env[] = { "LC_ALL=C.UTF-8", chosen, NOW, NULL };
  g_auto (GStrv) words = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_shell_parse_argv (command, NULL, &words, &error);
  g_assert_no_error (error);
  g_ptr_array_add (argv, (gpointer)rang_test_rangctl_path ());
  g_ptr_array_add (argv, (gpointer) "--store");
  g_ptr_array_add (argv, office->store);
  for (gsize i = 0; words[i] != NULL; i++)
    g_ptr_array_add (argv, words[i]);
  g_ptr_array_add (argv, NULL);
  return rang_test_command ((const char *const *)argv->pdata, env);
}

static RangTestOffice *
office_in (RangTestFolder *folder)
{
  RangTestOffice *office = g_new0 (RangTestOffice, 1);

  office->folder = folder;
  office->store = rang_test_folder_file (folder, "office.rang");
  return office;
}

static void
make (Made *made, const char *command)
{
  g_autoptr (RangTestOffice) office = office_in (rang_test_folder_new ());
  g_autofree char *copy = rang_test_folder_file (office->folder, "copy.rang");
  g_autofree char *backup = g_strdup_printf ("backup '%s'", copy);
  g_autoptr (GError) error = NULL;

  rang_test_office_must (office, 0, command);
  rang_test_office_must (office, 0, backup);
  if (empty.content == NULL && demo.content == NULL)
    atexit (drop_made);
  g_file_get_contents (copy, &made->content, &made->length, &error);
  g_assert_no_error (error);
}

static RangTestOffice *
copy_of (Made *made, const char *command)
{
  RangTestOffice *office = office_in (rang_test_folder_new ());
  g_autoptr (GError) error = NULL;

  if (made->content == NULL)
    make (made, command);
  g_file_set_contents (office->store, made->content, (gssize)made->length, &error);
  g_assert_no_error (error);
  return office;
}

RangTestOffice *
rang_test_office_new (void)
{
  return copy_of (&empty, "init");
}

RangTestOffice *
rang_test_office_new_demo (void)
{
  return copy_of (&demo, "init --demo");
}

void
rang_test_office_free (RangTestOffice *office)
{
  rang_test_folder_free (office->folder);
  g_free (office->store);
  g_free (office);
}

JsonNode *
rang_test_office_json (RangTestOffice *office, const char *command)
{
  g_autofree char *whole = g_strconcat (command, " --format json", NULL);
  g_autoptr (RangTestResult) result = rang_test_office_run (office, whole);
  g_autoptr (GError) error = NULL;
  JsonNode *node;

  rang_test_assert_status (result, 0);
  node = json_from_string (result->out, &error);
  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

char *
rang_test_office_person (RangTestOffice *office, const char *role)
{
  g_autoptr (JsonNode) people = rang_test_office_json (office, "people");
  JsonArray *array = json_node_get_array (people);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *person = json_array_get_object_element (array, i);
      JsonArray *roles = json_object_get_array_member (person, "roles");

      for (guint r = 0; r < json_array_get_length (roles); r++)
        if (g_str_equal (json_array_get_string_element (roles, r), role))
          return g_strdup (json_object_get_string_member (person, "person"));
    }
  g_test_message ("nobody is %s", role);
  g_test_fail ();
  return g_strdup ("");
}

static char *
member_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autofree char *text = node != NULL ? json_to_string (node, FALSE) : g_strdup ("?");

  if (*text == '"')
    return g_strndup (text + 1, strlen (text) - 2);
  return g_steal_pointer (&text);
}

JsonObject *
rang_test_rows_find (JsonNode *rows, const char *member, const char *value)
{
  JsonArray *array = json_node_get_array (rows);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      g_autofree char *text = member_text (object, member);

      if (g_str_equal (text, value))
        return object;
    }
  return NULL;
}

char *
rang_test_rows_join (JsonNode *rows, const char *members)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_auto (GStrv) names = g_strsplit (members, ",", -1);
  JsonArray *array = json_node_get_array (rows);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      for (gsize m = 0; names[m] != NULL; m++)
        {
          g_autofree char *text = member_text (json_array_get_object_element (array, i), names[m]);

          g_string_append_printf (out, "%s%s", m > 0 ? " " : "", text);
        }
      g_string_append_c (out, '\n');
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
