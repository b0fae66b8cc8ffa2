/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a server enforces when the client is changed: each person's database role attacks with SQL of its own. */
#include <libpq-fe.h>
#include <string.h>

#include "lib/rang-test-server.h"
#include "office/rang-office-day.h"
#include "office/rang-office-delivery.h"
#include "office/rang-office-intake.h"
#include "office/rang-office-people.h"
#include "office/rang-office-push.h"
#include "rang-fixture.h"

#define MANAGER 5
#define COURIER 7

/* A name for the role of a person that no other test of this server has. */
static char *
role_of (gint64 person)
{
  return g_strdup_printf ("rang_test_%d", (int)person);
}

/* The office's address for that role. */
static char *
locate_for (const char *location, const char *role)
{
  const char *rest = strstr (location, "@/");

  return g_strdup_printf ("postgresql://%s%s", role, rest);
}

static void
connect_person (Fixture *f, gint64 person)
{
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  g_autofree char *role = role_of (person);
  g_autoptr (GError) error = NULL;

  rang_office_set_server_role (f->office, &sales, person, role, NULL, &error);
  g_assert_no_error (error);
}

static Fixture *
guarded_new (void)
{
  static const gint64 people[] = { HEAD_OF_SALES, CHIEF, HEAD_OF_CLIENTS, HEAD_OF_ACTIVE, MANAGER, COURIER };
  Fixture *f = fixture_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    connect_person (f, people[i]);
  return f;
}

/* What comes of SQL under a person's role: the server's words, %NULL if it does it. */
static char *
attack (Fixture *f, gint64 person, const char *sql)
{
  g_autofree char *role = role_of (person);
  g_autofree char *location = locate_for (f->path, role);
  char *refused = NULL;

  g_free (rang_test_server_sql (location, sql, &refused));
  return refused;
}

/* All that an attack could be after. Somebody's own entry of something harmless at the end of the chain is no harm. */
static char *
digest (Fixture *f, gint64 entry)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT md5 ((SELECT string_agg (l::text, ';' ORDER BY entry) FROM log l WHERE entry <= %1$d OR who = 6 "
      "OR who IS NULL OR what IN ('move', 'apply', 'grant')) || (SELECT count (*) FROM log a LEFT JOIN log b "
      "ON b.entry = a.entry - 1 WHERE a.entry > %1$d AND a.previous IS DISTINCT FROM b.hash) || (SELECT string_agg "
      "(b::text, ';' ORDER BY day, unit, revision) FROM board_revisions b) || (SELECT string_agg (o::text, ';' ORDER "
      "BY "
      "number) FROM orders o) || (SELECT string_agg (r::text, ';' ORDER BY person, role) FROM person_roles r) || "
      "(SELECT "
      "string_agg (p::text, ';' ORDER BY id) FROM people p) || (SELECT string_agg (s::text, ';') FROM settings s) || "
      "(SELECT string_agg (r::text, ';' ORDER BY role) FROM rang_roles r))",
      (int)entry);

  return rang_test_server_sql (f->path, sql, NULL);
}

/* Every one of them is refused or changes nothing, whoever tries. */
static void
assert_nobody_can (const char *const *attacks, const gint64 *people, gsize n_people)
{
  g_autoptr (Fixture) f = guarded_new ();
  gint64 entry = fixture_count_log (f, NULL);
  g_autofree char *before = digest (f, entry);

  for (gsize i = 0; attacks[i] != NULL; i++)
    {
      g_autofree char *after = NULL;

      for (gsize k = 0; k < n_people; k++)
        g_free (attack (f, people[k], attacks[i]));
      after = digest (f, entry);
      if (g_strcmp0 (before, after) != 0)
        g_error ("somebody did it: %s", attacks[i]);
    }
}

#define APPEND(who, what)                                                                                              \
  "INSERT INTO log (entry, at, who, what, previous, hash) SELECT entry + 1, at, " who ", '" what "', hash, "           \
  "repeat ('a', 64) FROM log ORDER BY entry DESC LIMIT 1"
/* A new revision of the newest board with its ranking turned over. */
#define RE_RANK                                                                                                        \
  "; INSERT INTO board_revisions (day, unit, revision, entry, rules, ranking, placed) SELECT day, unit, revision + "   \
  "1, "                                                                                                                \
  "(SELECT max (entry) FROM log), rules, (SELECT string_agg (o, ' ' ORDER BY i DESC) FROM unnest (string_to_array "    \
  "(ranking, ' ')) WITH ORDINALITY u (o, i)), placed FROM board_revisions ORDER BY day DESC, revision DESC LIMIT 1"

static const gint64 everybody[] = { HEAD_OF_SALES, CHIEF, HEAD_OF_CLIENTS, HEAD_OF_ACTIVE, MANAGER, COURIER };
static const gint64 not_sales[] = { CHIEF, HEAD_OF_CLIENTS, HEAD_OF_ACTIVE, MANAGER, COURIER };

static void
test_nobody_changes_the_log (void)
{
  static const char *const attacks[]
      = { "UPDATE log SET note = 'x'",
          "UPDATE log SET who = 1 WHERE who = 2",
          "DELETE FROM log",
          "TRUNCATE log",
          "ALTER TABLE log DISABLE TRIGGER ALL",
          "DROP TABLE log CASCADE",
          "DROP TRIGGER log_refuses_update ON log",
          "INSERT INTO log SELECT * FROM log ON CONFLICT (office, entry) DO UPDATE SET note = 'x'",
          "CREATE TEMP TABLE log (entry bigint)",
          NULL };

  assert_nobody_can (attacks, everybody, G_N_ELEMENTS (everybody));
}

static void
test_nobody_writes_under_another_s_name (void)
{
  static const char *const attacks[] = { APPEND ("6", "move"),
                                         APPEND ("6", "refused-attempt"),
                                         APPEND ("NULL", "move"),
                                         "SET ROLE rang; " APPEND ("6", "move"),
                                         "SET SESSION AUTHORIZATION rang; " APPEND ("6", "move"),
                                         "UPDATE rang_roles SET person = 1",
                                         "INSERT INTO rang_roles SELECT current_user, 1",
                                         "DELETE FROM rang_roles",
                                         NULL };

  assert_nobody_can (attacks, everybody, G_N_ELEMENTS (everybody));
}

static void
test_the_chain_has_no_other_next_entry (void)
{
  static const char *const attacks[]
      = { "INSERT INTO log (entry, at, who, what, previous, hash) SELECT entry + 2, at, rang_person (), "
          "'refused-attempt', hash, repeat ('a', 64) FROM log ORDER BY entry DESC LIMIT 1",
          "INSERT INTO log (entry, at, who, what, previous, hash) SELECT entry + 1, at, rang_person (), "
          "'refused-attempt', repeat ('b', 64), repeat ('a', 64) FROM log ORDER BY entry DESC LIMIT 1",
          NULL };

  assert_nobody_can (attacks, everybody, G_N_ELEMENTS (everybody));
}

static void
test_only_the_head_of_sales_ranks_the_board (void)
{
  static const char *const attacks[] = { APPEND ("rang_person ()", "move"),
                                         APPEND ("rang_person ()", "move") RE_RANK,
                                         APPEND ("rang_person ()", "submit") RE_RANK,
                                         APPEND ("rang_person ()", "edit") RE_RANK,
                                         APPEND ("rang_person ()", "return") RE_RANK,
                                         APPEND ("rang_person ()", "close") RE_RANK,
                                         APPEND ("rang_person ()", "refused-attempt") RE_RANK,
                                         "UPDATE board_revisions SET ranking = ''",
                                         "DELETE FROM board_revisions",
                                         NULL };

  assert_nobody_can (attacks, not_sales, G_N_ELEMENTS (not_sales));
}

static void
test_no_board_changes_without_its_entry (void)
{
  static const char *const attacks[] = { "SELECT 1" RE_RANK, NULL };

  assert_nobody_can (attacks, everybody, G_N_ELEMENTS (everybody));
}

static void
test_nobody_gives_himself_a_role (void)
{
  static const char *const attacks[]
      = { APPEND ("rang_person ()", "people") "; UPDATE person_roles SET person = rang_person ()",
          APPEND ("rang_person ()", "people") "; INSERT INTO person_roles (person, role) VALUES (rang_person (), "
                                              "'head-of-sales')",
          APPEND ("rang_person ()", "people") "; DELETE FROM person_roles",
          APPEND ("rang_person ()", "people") "; UPDATE people SET name = 'x', name_key = 'x' WHERE id = 1",
          APPEND ("rang_person ()", "people") "; UPDATE settings SET high_quota = 100",
          "INSERT INTO rang_rights VALUES ('courier', 'move')",
          "UPDATE rang_rights SET action = 'move'",
          "INSERT INTO rang_words VALUES ('call', 'move')",
          "ALTER TABLE people DISABLE ROW LEVEL SECURITY",
          "DROP POLICY rang_change ON people",
          "CREATE OR REPLACE FUNCTION rang_may (actions text[], concerns bigint) RETURNS boolean LANGUAGE sql AS "
          "'SELECT true'",
          NULL };

  assert_nobody_can (attacks, not_sales, G_N_ELEMENTS (not_sales));
}

/* The head of the log, what witnesses rows, numbers, conflicts and wrong passwords: everybody's client writes them. */
static void
test_what_everybody_writes_is_written_in_bounds (void)
{
  static const char *const attacks[]
      = { "UPDATE chain_head SET entry = entry - 1",
          "UPDATE chain_head SET hash = repeat ('a', 64)",
          "UPDATE chain_head SET witness = repeat ('a', 64)",
          "UPDATE chain_head SET witnessed = 0",
          "UPDATE chain_head SET signed_entry = entry, signed_hash = hash, signed_key = repeat ('a', 64), "
          "signed_signature = 'x'",
          "DELETE FROM chain_head",
          "INSERT INTO chain_head (id, entry, hash) VALUES (2, 0, repeat ('0', 64))",
          "UPDATE witnesses SET digest = repeat ('a', 64)",
          "UPDATE witnesses SET digest = repeat ('a', 64) WHERE entry = (SELECT max (entry) FROM log)",
          "INSERT INTO witnesses (entry, kind, row_key, digest) SELECT max (entry), 'orders', '1', repeat ('a', 64) FROM "
          "log",
          "INSERT INTO witnesses (entry, kind, row_key, digest) SELECT max (entry) - 1, 'conflicts', '9999', repeat ('a', "
          "64) FROM log",
          "DELETE FROM witnesses",
          "UPDATE counters SET value = 0",
          "UPDATE counters SET value = value + 2",
          "DELETE FROM counters",
          "DELETE FROM conflicts",
          "INSERT INTO conflicts (kind, conflict_key, day, since, state, decided_by) VALUES ('displaced', 'x', 1, 1, "
          "'decided', rang_person ())",
          "UPDATE conflicts SET day = 1",
          "INSERT INTO sign_ins (person, failures, failed_at, locked_until) VALUES (6, 9, 1, 99999999999)",
          NULL };
  static const char state[]
      = "SELECT concat_ws (';', (SELECT string_agg (h::text, ' ') FROM chain_head h), (SELECT md5 (string_agg (w::text, "
        "' ' ORDER BY entry, kind, row_key)) FROM witnesses w), (SELECT string_agg (c::text, ' ') FROM counters c), "
        "(SELECT string_agg (c::text, ' ' ORDER BY id) FROM conflicts c), (SELECT string_agg (s::text, ' ') FROM "
        "sign_ins s))";
  g_autoptr (Fixture) f = guarded_new ();
  g_autofree char *before = rang_test_server_sql (f->path, state, NULL);

  for (gsize i = 0; attacks[i] != NULL; i++)
    {
      g_autofree char *after = NULL;

      for (gsize k = 0; k < G_N_ELEMENTS (not_sales); k++)
        g_free (attack (f, not_sales[k], attacks[i]));
      after = rang_test_server_sql (f->path, state, NULL);
      if (g_strcmp0 (before, after) != 0)
        g_error ("somebody did it: %s", attacks[i]);
    }
}

/* A hundred will do: the server looks for an entry in the log for each row. */
#define LATEST " WHERE number > (SELECT max (number) - 100 FROM orders)"

static void
test_an_order_is_changed_by_those_it_concerns (void)
{
  static const gint64 chief[] = { CHIEF, COURIER }, head[] = { HEAD_OF_ACTIVE };
  static const char *const by_chief[] = { "UPDATE orders SET importance = 'high'" LATEST,
                                          "UPDATE orders SET value = 1" LATEST,
                                          "UPDATE orders SET bumps = 9" LATEST,
                                          "DELETE FROM orders",
                                          APPEND ("rang_person ()", "refused-attempt") "; UPDATE orders SET client = 1",
                                          NULL };
  static const char *const by_head[]
      = { "UPDATE orders SET importance = 'high' WHERE department <> (SELECT department FROM person_roles "
          "WHERE person = rang_person ())",
          APPEND ("rang_person ()", "edit") "; UPDATE orders SET department_rank = 1 WHERE department <> (SELECT "
                                            "department FROM person_roles WHERE person = rang_person ())",
          APPEND ("rang_person ()", "edit") "; UPDATE orders SET outcome_day = promised_day, state = 'delivered'",
          APPEND ("rang_person ()", "edit") "; UPDATE orders SET bumps = 9", NULL };

  assert_nobody_can (by_chief, chief, G_N_ELEMENTS (chief));
  assert_nobody_can (by_head, head, G_N_ELEMENTS (head));
}

static void
test_no_order_changes_without_an_entry (void)
{
  static const char *const attacks[] = { "UPDATE orders SET note = 'x' WHERE number < 1100",
                                         "UPDATE orders SET state = 'cancelled' WHERE number < 1100", NULL };

  assert_nobody_can (attacks, everybody, G_N_ELEMENTS (everybody));
}

static void
test_another_office_is_not_read (void)
{
  g_autoptr (Fixture) f = guarded_new ();
  /* Not a copy: who may connect to a database is not copied. */
  g_autofree char *other = rang_test_server_new_database (NULL);
  RangOffice *office = rang_office_create (other, f->clock, FALSE, "tester", NULL);
  g_autofree char *role = role_of (HEAD_OF_SALES);
  g_autofree char *there = locate_for (other, role);
  PGconn *pg = PQconnectdb (there);

  g_assert_nonnull (office);
  g_assert_cmpint (PQstatus (pg), ==, CONNECTION_BAD);
  g_assert_nonnull (strstr (PQerrorMessage (pg), "permission denied"));
  PQfinish (pg);
  rang_office_close (office);
  rang_test_server_drop (other);
}

/* In the same database: whoever names another office there is nobody in it. */
static void
test_another_office_of_the_database_is_neither_read_nor_written (void)
{
  static const char *const attacks[] = { "INSERT INTO sender_mappings (sender_key, name, body, used_at) VALUES ('x', 'x', 'x', 1)",
                                         "INSERT INTO conflicts (kind, conflict_key, day, since, state) VALUES "
                                         "('displaced', 'x', 1, 1, 'open')",
                                         "UPDATE people SET name = 'x'",
                                         "UPDATE counters SET value = 1",
                                         "SELECT rang_commit ('x')",
                                         APPEND ("rang_person ()", "refused-attempt"),
                                         "INSERT INTO rang_roles VALUES (2, session_user, 1)" };
  g_autoptr (Fixture) f = guarded_new ();
  g_autofree char *further = g_strdup_printf ("%s&office=Nord", f->path), *before = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  static const char state[]
      = "SET rang.office = 2; SELECT concat_ws (';', (SELECT string_agg (l::text, ' ') FROM log l), (SELECT string_agg "
        "(p::text, ' ') FROM people p), (SELECT count (*) FROM sender_mappings), (SELECT count (*) FROM conflicts), "
        "(SELECT max (number) FROM rang_commits), (SELECT string_agg (c::text, ' ') FROM counters c))";

  rang_office_close (rang_office_create (further, f->clock, TRUE, "tester", &error));
  g_assert_no_error (error);
  before = rang_test_server_sql (f->path, state, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (everybody); i++)
    {
      g_autofree char *role = role_of (everybody[i]), *location = locate_for (f->path, role);
      g_autofree char *read = rang_test_server_sql (
          location, "SET rang.office = 2; SELECT (SELECT count (*) FROM orders) + (SELECT count (*) FROM log) + "
                    "(SELECT count (*) FROM people) + (SELECT count (*) FROM settings) + (SELECT count (*) FROM "
                    "rang_commits) + (SELECT count (*) FROM rang_roles) + (SELECT count (*) FROM rang_offices WHERE office = 2)",
          NULL);

      g_assert_cmpstr (read, ==, "0");
      for (gsize k = 0; k < G_N_ELEMENTS (attacks); k++)
        {
          g_autofree char *sql = g_strdup_printf ("SET rang.office = 2; %s", attacks[k]);

          g_free (attack (f, everybody[i], sql));
        }
    }
  after = rang_test_server_sql (f->path, state, NULL);
  g_assert_cmpstr (before, ==, after);
}

static void
test_who_has_left_reads_nothing (void)
{
  g_autoptr (Fixture) f = guarded_new ();
  g_autofree char *role = role_of (COURIER);
  g_autofree char *location = locate_for (f->path, role);
  g_autofree char *before = rang_test_server_sql (location, "SELECT count (*) FROM orders", NULL);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, !=, "0");
  g_free (rang_test_server_sql (f->path, "UPDATE people SET active = 0 WHERE id = 7", NULL));
  after = rang_test_server_sql (location, "SELECT count (*) FROM orders", NULL);
  g_assert_cmpstr (after, ==, "0");
}

static void
test_a_role_acts_for_its_own_person_alone (void)
{
  g_autoptr (Fixture) f = guarded_new ();
  g_autofree char *role = role_of (CHIEF);
  g_autofree char *location = locate_for (f->path, role);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangOffice) office = rang_office_open (location, f->clock, &error);
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  gint64 order = fixture_order_at (f, 5);
  guint attempts = fixture_count_log (f, "refused-attempt");

  g_assert_no_error (error);
  g_assert_cmpint (rang_office_person_of_login (office, "tester"), ==, CHIEF);
  g_assert_null (rang_office_move (office, &sales, &order, 1, 1, 0, RANG_REASON_ROUTE, NULL, FALSE, NULL, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT);
  g_assert_cmpuint (fixture_count_log (f, "refused-attempt"), ==, attempts + 1);
  rang_office_changed_by_others (f->office, NULL);
  g_assert_cmpuint (fixture_rank_of (f, order), ==, 5);
}

static void
test_everybody_works_through_the_own_role (void)
{
  g_autoptr (Fixture) f = guarded_new ();
  g_autofree char *sales_role = role_of (HEAD_OF_SALES), *chief_role = role_of (CHIEF);
  g_autofree char *sales_at = locate_for (f->path, sales_role), *chief_at = locate_for (f->path, chief_role);
  RangSession sales = fixture_session (f, HEAD_OF_SALES), chief = fixture_session (f, CHIEF);
  g_autoptr (GError) error = NULL;
  RangOffice *of_sales = rang_office_open (sales_at, f->clock, &error);
  RangOffice *of_chief = rang_office_open (chief_at, f->clock, &error);
  gint64 order = fixture_order_at (f, 5);
  g_autoptr (RangMove) move
      = rang_office_move (of_sales, &sales, &order, 1, 2, 0, RANG_REASON_ROUTE, NULL, FALSE, NULL, &error);
  g_autoptr (RangVersionInfo) signed_one = NULL, accepted = NULL;

  g_assert_no_error (error);
  signed_one = rang_office_hand_over (of_sales, &sales, 0, NULL, &error);
  g_assert_no_error (error);
  accepted = rang_office_accept (of_chief, &chief, &error);
  g_assert_no_error (error);
  g_assert_true (rang_office_deliver (of_chief, &chief, order, 9 * 3600, FALSE, &error));
  g_assert_no_error (error);
  rang_office_close (of_sales);
  rang_office_close (of_chief);
}

/* A file of one order, of a client that is known. */
static char *
write_orders (Fixture *f)
{
  char *path = g_build_filename (f->folder, "orders.csv", NULL);
  g_autofree char *client = rang_test_server_sql (f->path, "SELECT name FROM clients ORDER BY id LIMIT 1", NULL);
  g_autofree char *text = g_strdup_printf ("order,client,order_date,requested_to,value,currency,importance,department\n"
                                           "G-1,\"%s\",2026-11-20,2026-11-24,100.00,RON,normal,Clients\n",
                                           client);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

/* What each role does in a day, through its own role of the database: the bounds are no hindrance. */
static void
test_a_whole_day_is_done_through_the_own_roles (void)
{
  g_autoptr (Fixture) f = guarded_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES), chief = fixture_session (f, CHIEF);
  RangSession head = fixture_session (f, HEAD_OF_CLIENTS);
  g_autofree char *sales_role = role_of (HEAD_OF_SALES), *chief_role = role_of (CHIEF);
  g_autofree char *head_role = role_of (HEAD_OF_CLIENTS), *path = write_orders (f);
  g_autofree char *sales_at = locate_for (f->path, sales_role), *chief_at = locate_for (f->path, chief_role);
  g_autofree char *head_at = locate_for (f->path, head_role);
  g_autoptr (GError) error = NULL;
  RangOffice *of_sales = rang_office_open (sales_at, f->clock, &error);
  RangOffice *of_chief = rang_office_open (chief_at, f->clock, &error);
  RangOffice *of_head = rang_office_open (head_at, f->clock, &error);
  g_autoptr (RangImportReport) import = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autoptr (RangPerson) person = NULL;
  g_autoptr (RangVersionInfo) version = NULL, accepted = NULL;
  g_autoptr (RangRosterEntry) van = rang_roster_entry_new ();
  g_autoptr (RangRouteChange) change = NULL;

  g_assert_no_error (error);
  van->resource = 2;
  van->day = f->day;
  van->shift = (RangTimeWindow){ 8 * 3600, 16 * 3600 };
  van->out_of_service = TRUE;
  van->reason = g_strdup ("breakdown");
  import = rang_office_import (of_head, &head, path, NULL, 0, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import->taken, ==, 1);
  conflicts = rang_office_list_conflicts (of_head, &head, &error);
  g_assert_no_error (error);
  g_clear_pointer (&conflicts, g_ptr_array_unref);
  g_assert_true (rang_office_set_password (of_head, &head, "correct horse battery", &error));
  g_assert_no_error (error);
  g_assert_true (rang_office_sign_in (of_head, HEAD_OF_CLIENTS, "correct horse battery", &error));
  g_assert_no_error (error);
  conflicts = rang_office_list_conflicts (of_sales, &sales, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const RangConflict *conflict = conflicts->pdata[i];

      if (conflict->state == RANG_CONFLICT_OPEN)
        rang_office_decide_conflict (of_sales, &sales, conflict->id, "so it is", &error);
      g_assert_no_error (error);
    }
  person = rang_office_find_person (of_sales, "7", &error);
  g_assert_no_error (error);
  g_free (person->name);
  person->name = g_strdup ("Alt Nume");
  g_assert_true (rang_office_save_person (of_sales, &sales, person, &error));
  g_assert_no_error (error);
  version = rang_office_hand_over (of_sales, &sales, 0, NULL, &error);
  g_assert_no_error (error);
  accepted = rang_office_accept (of_chief, &chief, &error);
  g_assert_no_error (error);
  change = rang_office_set_roster (of_chief, &chief, van, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (rang_office_close_day (of_chief, &chief, f->day + 1, HEAD_OF_SALES, &error));
  g_assert_no_error (error);
  g_assert_true (rang_office_verify_log (of_sales, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  rang_office_close (of_sales);
  rang_office_close (of_chief);
  rang_office_close (of_head);
}

static void
test_every_table_is_guarded (void)
{
  g_autoptr (Fixture) f = fixture_new_plain ();
  g_autofree char *open = rang_test_server_sql (
      f->path,
      "SELECT string_agg (relname, ' ') FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' "
      "AND NOT starts_with (relname::text, 'rang_') AND NOT EXISTS (SELECT 1 FROM pg_policies WHERE tablename = relname "
      "AND policyname = 'rang_read')",
      NULL);

  g_assert_cmpstr (open, ==, NULL);
}

static void
test_a_policy_that_was_taken_away_is_made_again_before_a_change (void)
{
  g_autoptr (Fixture) f = guarded_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  RangOffice *office;
  g_autofree char *count = NULL;

  g_free (
      rang_test_server_sql (f->path, "DROP POLICY rang_change ON people; DROP TRIGGER rang_guard_chain ON log", NULL));
  office = fixture_open_again (f);
  g_assert_true (rang_office_set_most_pushes (office, &sales, 7, NULL));
  rang_office_close (office);
  count = rang_test_server_sql (f->path, "SELECT count (*) FROM pg_policies WHERE tablename = 'people'", NULL);
  g_assert_cmpstr (count, ==, "6");
}

static void
test_who_leaves_the_server_can_do_nothing_there (void)
{
  g_autoptr (Fixture) f = guarded_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  g_autofree char *role = role_of (CHIEF);
  g_autofree char *location = locate_for (f->path, role);
  PGconn *pg;

  g_assert_true (rang_office_set_server_role (f->office, &sales, CHIEF, NULL, NULL, NULL));
  g_assert_null (rang_office_dup_server_role (f->office, CHIEF));
  pg = PQconnectdb (location);
  g_assert_cmpint (PQstatus (pg), ==, CONNECTION_BAD);
  PQfinish (pg);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/guard/nobody changes the log", test_nobody_changes_the_log);
  g_test_add_func ("/guard/nobody writes under another's name", test_nobody_writes_under_another_s_name);
  g_test_add_func ("/guard/the chain has no other next entry", test_the_chain_has_no_other_next_entry);
  g_test_add_func ("/guard/only the head of sales ranks the board", test_only_the_head_of_sales_ranks_the_board);
  g_test_add_func ("/guard/no board changes without its entry", test_no_board_changes_without_its_entry);
  g_test_add_func ("/guard/nobody gives himself a role", test_nobody_gives_himself_a_role);
  g_test_add_func ("/guard/what everybody writes is written in bounds", test_what_everybody_writes_is_written_in_bounds);
  g_test_add_func ("/guard/an order is changed by those it concerns", test_an_order_is_changed_by_those_it_concerns);
  g_test_add_func ("/guard/no order changes without an entry", test_no_order_changes_without_an_entry);
  g_test_add_func ("/guard/another office is not read", test_another_office_is_not_read);
  g_test_add_func ("/guard/another office of the database is neither read nor written",
                   test_another_office_of_the_database_is_neither_read_nor_written);
  g_test_add_func ("/guard/who has left reads nothing", test_who_has_left_reads_nothing);
  g_test_add_func ("/guard/a role acts for its own person alone", test_a_role_acts_for_its_own_person_alone);
  g_test_add_func ("/guard/everybody works through the own role", test_everybody_works_through_the_own_role);
  g_test_add_func ("/guard/a whole day is done through the own roles", test_a_whole_day_is_done_through_the_own_roles);
  g_test_add_func ("/guard/every table is guarded", test_every_table_is_guarded);
  g_test_add_func ("/guard/a policy that was taken away is made again before a change",
                   test_a_policy_that_was_taken_away_is_made_again_before_a_change);
  g_test_add_func ("/guard/who leaves the server can do nothing there",
                   test_who_leaves_the_server_can_do_nothing_there);
  return g_test_run ();
}
