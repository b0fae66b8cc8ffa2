/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each table of decisions edited behind the log's back, row by row and column by column, is found and named. All
 * tables at once in moments; every column by itself with RANG_TEST_TAMPER=all. */
#include "rang-fixture.h"

#include <sqlite3.h>
#include <string.h>

#include "office/rang-office-day.h"
#include "office/rang-office-delivery.h"
#include "office/rang-office-intake.h"
#include "office/rang-office-people.h"
#include "office/rang-office-push.h"
#include "office/rang-office-rates.h"
#include "office/rang-office-travel.h"
#include "store/rang-store-witness-private.h"

typedef struct
{
  RangStore *store;
  sqlite3 *db;
  GRand *random;
} Tampered;

static gboolean
is_thorough (void)
{
  return g_strcmp0 (g_getenv ("RANG_TEST_TAMPER"), "all") == 0;
}

/* --- a day on which much is decided --- */

static gint64
conflict_of (Fixture *f, RangConflictKind kind)
{
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GPtrArray) conflicts = rang_office_list_conflicts (f->office, &sales, NULL);

  for (guint i = 0; i < conflicts->len; i++)
    if (((RangConflict *)conflicts->pdata[i])->kind == kind)
      return ((RangConflict *)conflicts->pdata[i])->id;
  g_assert_not_reached ();
}

/* Pushes the last late order of the head's that can be pushed; granted or refused. */
static void
push (Fixture *f, gint64 head, gboolean granted)
{
  RangSession session = fixture_session (f, head), sales = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangBoard) board = fixture_board (f);
  g_autoptr (RangPush) asked = NULL;

  for (guint rank = rang_board_get_n_entries (board); asked == NULL && rank > 0; rank--)
    if (rang_board_get_entry (board, rank)->state != RANG_PLAN_ON_TIME)
      asked = rang_office_push (f->office, &session, rang_board_get_entry (board, rank)->number, 0,
                                RANG_REASON_CLIENT_ASKED, NULL, NULL, NULL);
  g_assert_nonnull (asked);
  if (granted)
    rang_move_free (rang_office_grant (f->office, &sales, asked->id, 0, -1, "x", FALSE, NULL, NULL));
  else
    g_assert_true (rang_office_refuse_push (f->office, &sales, asked->id, "x", NULL));
}

/* The lowest late order of Active Sales goes to the top, at the cost of Clients too. */
static void
displace (Fixture *f)
{
  g_autoptr (RangBoard) board = fixture_board (f);

  for (guint rank = rang_board_get_n_entries (board); rank > 0; rank--)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);

      if (entry->state != RANG_PLAN_LATE || !g_str_equal (entry->department->name, "Active Sales"))
        continue;
      fixture_move (f, HEAD_OF_SALES, entry->number, 1, RANG_REASON_CONTRACT);
      return;
    }
  g_assert_not_reached ();
}

/* Travel that was measured, at first between three places, then between two. */
static void
measure_travel (Fixture *f)
{
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  g_autofree char *three = fixture_write (f, "three.csv", "name,lat,lon\nA,45.1,25.1\nB,45.2,25.2\nC,45.3,25.3\n");
  g_autofree char *two = fixture_write (f, "two.csv", "name,lat,lon\nA,45.1,25.1\nB,45.2,25.2\n");
  g_autofree char *seconds_of_three = fixture_write (f, "seconds-3.csv", "0,600,900\n600,0,900\n900,900,0\n");
  g_autofree char *seconds_of_two = fixture_write (f, "seconds-2.csv", "0,600\n600,0\n");
  g_autoptr (GError) error = NULL;

  g_assert_true (rang_office_take_travel (f->office, &sales, three, seconds_of_three, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (rang_office_take_travel (f->office, &sales, two, seconds_of_two, NULL, &error));
  g_assert_no_error (error);
}

/* Locks an order to the van that it is on. */
static void
lock_one (Fixture *f, const RangSession *chief)
{
  g_autoptr (RangBoard) board = fixture_board (f);
  const RangBoardEntry *entry = rang_board_get_entry (board, 2);
  RangRouteChange *change = rang_office_lock (f->office, chief, entry->number, entry->resource, FALSE, NULL);

  g_assert_nonnull (change);
  rang_route_change_free (change);
}

/* Asks for orders on one van until a request to the head of sales comes of it. */
static void
request_one (Fixture *f, const RangSession *chief)
{
  g_autoptr (RangBoard) board = fixture_board (f);
  gint64 request = 0;

  for (guint rank = 1; request == 0 && rank <= rang_board_get_n_entries (board); rank++)
    for (gint64 van = 1; request == 0 && van <= 5; van++)
      {
        gint64 order = rang_board_get_entry (board, rank)->number;
        g_autoptr (RangRouteChange) change = rang_office_lock (f->office, chief, order, van, TRUE, NULL);

        if (change == NULL || change->harmed->len == 0)
          continue;
        rang_route_change_free (g_steal_pointer (&change));
        change = rang_office_lock (f->office, chief, order, van, FALSE, NULL);
        request = change->request;
      }
  g_assert_cmpint (request, !=, 0);
}

/* What becomes of the day: a call, a client's event, another roster, a request, and the end of it. */
static void
end_day (Fixture *f)
{
  RangSession sales = fixture_session (f, HEAD_OF_SALES), chief = fixture_session (f, CHIEF);
  const RangTimeWindow nine = { 9 * 3600, 10 * 3600 };
  g_autoptr (GPtrArray) roster = rang_office_list_roster (f->office, &chief, NULL);
  g_autoptr (RangRosterEntry) entry = rang_roster_entry_copy (roster->pdata[4]);
  g_autoptr (GError) error = NULL;

  g_assert_true (rang_office_call (f->office, &sales, fixture_order_at (f, 2), 0, f->day + 1, nine, "x", NULL));
  g_assert_true (rang_office_client_event (f->office, &sales, 1, RANG_EVENT_RENEWED, "x", NULL));
  request_one (f, &chief);
  entry->shift.to -= 1800;
  rang_route_change_free (rang_office_set_roster (f->office, &chief, entry, FALSE, &error));
  g_assert_no_error (error);
  rang_day_balance_free (rang_office_close_day (f->office, &chief, f->day + 1, CHIEF, &error));
  g_assert_no_error (error);
}

static void
decide_much (Fixture *f)
{
  RangSession sales = fixture_session (f, HEAD_OF_SALES), chief = fixture_session (f, CHIEF);
  RangSession head = fixture_session (f, HEAD_OF_ACTIVE), clients = fixture_session (f, HEAD_OF_CLIENTS);
  g_autoptr (RangPerson) away = rang_office_find_person (f->office, "4", NULL);
  RangDeputy deputy = { 0,
                        6,
                        HEAD_OF_ACTIVE,
                        RANG_ROLE_DEPARTMENT_HEAD,
                        g_array_index (away->grants, RangRoleGrant, 0).department,
                        f->day + 7,
                        f->day + 9 };
  g_autoptr (GError) error = NULL;

  g_assert_true (rang_office_set_password (f->office, &sales, "corect cal baterie", &error));
  g_assert_true (rang_office_set_rate (f->office, &sales, "EUR", 4970000, &error));
  g_assert_true (rang_office_save_deputy (f->office, &head, &deputy, NULL));
  measure_travel (f);
  push (f, HEAD_OF_ACTIVE, TRUE);
  push (f, HEAD_OF_CLIENTS, FALSE);
  displace (f);
  g_assert_true (
      rang_office_decide_conflict (f->office, &sales, conflict_of (f, RANG_CONFLICT_OVER_CAPACITY), "x", NULL));
  g_assert_true (
      rang_office_answer_conflict (f->office, &clients, conflict_of (f, RANG_CONFLICT_DISPLACED), "x", &error));
  rang_version_info_free (rang_office_hand_over (f->office, &sales, 0, NULL, &error));
  g_assert_no_error (error);
  rang_version_info_free (rang_office_accept (f->office, &chief, &error));
  g_assert_no_error (error);
  g_assert_true (rang_office_deliver (f->office, &chief, fixture_order_at (f, 1), 9 * 3600, FALSE, NULL));
  lock_one (f, &chief);
  end_day (f);
}

/* --- what a forger would do --- */

static void
run (Tampered *t, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (t->db, sql, NULL, NULL, &message);
  if (message != NULL)
    g_error ("%s: %s", sql, message);
}

static char *
value_of (Tampered *t, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  char *value = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (t->db, sql, -1, &statement, NULL), ==, SQLITE_OK);
  if (sqlite3_step (statement) == SQLITE_ROW)
    value = g_strdup ((const char *)sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return value;
}

static void
drop_triggers (Tampered *t)
{
  char *sql = NULL;

  while ((sql = value_of (t, "SELECT 'DROP TRIGGER ' || name FROM sqlite_master WHERE type = 'trigger' LIMIT 1"))
         != NULL)
    {
      run (t, sql);
      g_free (sql);
    }
}

/* Something changed behind the log's back, and what takes it back. name: of the kind that finds it; NULL for a whole
 * row, which every kind of its table finds. */
typedef struct
{
  const char *name;
  const char *table;
  char *edit;
  char *back;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->edit);
  g_free (edit->back);
  g_free (edit);
}

static Edit *
edit_new (const char *name, const char *table, char *edit, char *back)
{
  Edit *made = g_new0 (Edit, 1);

  made->name = name;
  made->table = table;
  made->edit = edit;
  made->back = back;
  return made;
}

static gboolean
names (const GPtrArray *faults, const char *name)
{
  guint named = 0;

  for (guint i = 0; i < faults->len; i++)
    if (g_str_equal (((RangWitnessFault *)faults->pdata[i])->table, name))
      named++;
  return named == 1;
}

/* How many kinds find the edit; each must name one row. */
static guint
find_edit (const GPtrArray *faults, const Edit *edit)
{
  guint n = 0;

  for (guint kind = 0; kind < RANG_N_WITNESSES; kind++)
    {
      const RangWitnessSpec *spec = rang_witness_spec (kind);

      if (edit->name != NULL ? !g_str_equal (spec->name, edit->name) : !g_str_equal (spec->table, edit->table))
        continue;
      if (!names (faults, spec->name))
        g_error ("%s: %s is not named, or not once", edit->edit, spec->name);
      n++;
    }
  return n;
}

/* Each of the edits is found and named, one row each; then they are taken back. A check reads the whole store, so what
 * does not lie in one table is edited together. */
static void
expect_and_take_back (Tampered *t, GPtrArray *edits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = rang_store_check_witnesses (t->store, &error);
  guint n = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < edits->len; i++)
    n += find_edit (faults, edits->pdata[i]);
  if (faults->len != n)
    g_error ("%u edits that %u kinds find, but %u rows are named", edits->len, n, faults->len);
  for (guint i = edits->len; i > 0; i--)
    run (t, ((Edit *)edits->pdata[i - 1])->back);
  g_ptr_array_set_size (edits, 0);
}

static Edit *
change_column (Tampered *t, const RangWitnessSpec *spec, const char *column, const char *row)
{
  const char *table = spec->table;
  g_autofree char *read = g_strdup_printf ("SELECT quote (%s) FROM %s WHERE rowid = %s", column, table, row);
  g_autofree char *was = value_of (t, read);
  g_autofree char *edit = g_strdup_printf (
      "UPDATE %s SET %s = CASE typeof (%s) WHEN 'text' THEN %s || 'x' WHEN 'integer' THEN %s + 1 ELSE "
      "1 END WHERE rowid = %s",
      table, column, column, column, column, row);

  if (sqlite3_exec (t->db, edit, NULL, NULL, NULL) != SQLITE_OK)
    return NULL; /* cannot be stored: taken, or of another type */
  return edit_new (spec->name, table, g_steal_pointer (&edit),
                   g_strdup_printf ("UPDATE %s SET %s = %s WHERE rowid = %s", table, column, was, row));
}

static Edit *
delete_row (Tampered *t, const char *table, const char *row)
{
  char *edit = g_strdup_printf ("CREATE TEMP TABLE gone_%s AS SELECT * FROM %s WHERE rowid = %s; "
                                "DELETE FROM %s WHERE rowid = %s",
                                table, table, row, table, row);

  run (t, edit);
  return edit_new (NULL, table, edit,
                   g_strdup_printf ("INSERT INTO %s SELECT * FROM gone_%s; DROP TABLE gone_%s", table, table, table));
}

/* A row that nobody decided, made of what the columns take. */
static Edit *
insert_row (Tampered *t, const char *table)
{
  g_autoptr (GString) columns = g_string_new (NULL), values = g_string_new (NULL);
  g_autofree char *info = g_strdup_printf ("SELECT name, type FROM pragma_table_info ('%s')", table);
  sqlite3_stmt *statement = NULL;
  char *edit;

  g_assert_cmpint (sqlite3_prepare_v2 (t->db, info, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *separator = columns->len > 0 ? ", " : "";

      g_string_append_printf (columns, "%s\"%s\"", separator, (const char *)sqlite3_column_text (statement, 0));
      g_string_append_printf (values, "%s%s", separator,
                              strcmp ((const char *)sqlite3_column_text (statement, 1), "TEXT") == 0 ? "'none'"
                                                                                                     : "987654");
    }
  sqlite3_finalize (statement);
  edit = g_strdup_printf ("INSERT INTO %s (%s) VALUES (%s)", table, columns->str, values->str);
  run (t, edit);
  return edit_new (NULL, table, edit,
                   g_strdup_printf ("DELETE FROM %s WHERE rowid = %" G_GINT64_FORMAT, table,
                                    (gint64)sqlite3_last_insert_rowid (t->db)));
}

static char *
last_row_of (Tampered *t, const RangWitnessSpec *spec)
{
  g_autofree char *pick = g_strdup_printf ("SELECT rowid FROM %s ORDER BY rowid DESC LIMIT 1", spec->table);

  return value_of (t, pick);
}

/* Every column of the table's last row one by one, the row gone, and one too many. */
static void
tamper_thoroughly (Tampered *t, const RangWitnessSpec *spec)
{
  g_auto (GStrv) columns = g_strsplit (spec->names, ", ", -1);
  g_autofree char *row = last_row_of (t, spec);
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func (edit_free);

  g_ptr_array_add (edits, insert_row (t, spec->table));
  expect_and_take_back (t, edits);
  if (row == NULL)
    {
      g_test_message ("%s has no row", spec->table);
      return;
    }
  for (guint i = 0; columns[i] != NULL; i++)
    {
      Edit *edit = strchr (columns[i], ' ') == NULL ? change_column (t, spec, columns[i], row) : NULL;

      if (edit == NULL)
        continue;
      g_ptr_array_add (edits, edit);
      expect_and_take_back (t, edits);
    }
  g_ptr_array_add (edits, delete_row (t, spec->table, row));
  expect_and_take_back (t, edits);
}

/* A column of the table's last row, at random. */
static Edit *
change_some_column (Tampered *t, const RangWitnessSpec *spec, const char *row)
{
  g_auto (GStrv) columns = g_strsplit (spec->names, ", ", -1);
  guint n = g_strv_length (columns), first = (guint)g_rand_int_range (t->random, 0, (gint32)n);
  Edit *edit = NULL;

  for (guint i = 0; edit == NULL && i < n; i++)
    if (strchr (columns[(first + i) % n], ' ') == NULL)
      edit = change_column (t, spec, columns[(first + i) % n], row);
  return edit;
}

/* All tables at once: a row too many in each, then one gone, then a column changed. */
static void
tamper_with_all (Tampered *t)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func (edit_free);

  for (int way = 0; way < 3; way++)
    {
      for (guint kind = 0; kind < RANG_N_WITNESSES; kind++)
        {
          const RangWitnessSpec *spec = rang_witness_spec (kind);
          g_autofree char *row = last_row_of (t, spec);
          gboolean is_part = !g_str_equal (spec->name, spec->table);
          Edit *edit = NULL;

          if (way < 2 && is_part)
            continue; /* with the table's first kind */
          if (way == 0)
            edit = insert_row (t, spec->table);
          else if (row != NULL)
            edit = way == 1 ? delete_row (t, spec->table, row) : change_some_column (t, spec, row);
          if (edit != NULL)
            g_ptr_array_add (edits, edit);
        }
      g_assert_cmpuint (edits->len, >, RANG_N_WITNESSES / 2);
      expect_and_take_back (t, edits);
    }
}

/* The office's store as a forger opens it. */
static void
open_store (Tampered *t, Fixture *f)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&f->office, rang_office_close);
  t->store = rang_store_open (f->path, RANG_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open (f->path, &t->db), ==, SQLITE_OK);
  run (t, "PRAGMA synchronous = OFF; PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF");
  drop_triggers (t);
}

static void
close_store (Tampered *t)
{
  sqlite3_close (t->db);
  rang_store_close (t->store);
}

static void
expect_nothing (Tampered *t)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = rang_store_check_witnesses (t->store, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_each_table_of_decisions_edited_is_found_and_named (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  guint32 seed = (guint32)g_test_rand_int ();
  Tampered t = { NULL, NULL, g_rand_new_with_seed (seed) };
  g_autoptr (GPtrArray) limit = g_ptr_array_new_with_free_func (edit_free);

  g_test_message ("seed %u", seed);
  decide_much (f);
  open_store (&t, f);
  if (is_thorough ())
    for (guint kind = 0; kind < RANG_N_WITNESSES; kind++)
      tamper_thoroughly (&t, rang_witness_spec (kind));
  else
    tamper_with_all (&t);
  run (&t, "UPDATE settings SET most_pushes = 99");
  g_ptr_array_add (limit, edit_new ("settings", "settings", g_strdup ("the limit of pushes"),
                                    g_strdup ("UPDATE settings SET most_pushes = 10")));
  expect_and_take_back (&t, limit);
  expect_nothing (&t);
  close_store (&t);
  g_rand_free (t.random);
}

/* The word that a store has no digests yet makes Rang take none anew where there are some, nor where none were needed:
 * no rate stands in the table when the forger adds one. */
static void
test_no_forger_gets_rang_to_witness_anew (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession sales = fixture_session (f, HEAD_OF_SALES);
  Tampered t = { 0 };
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 20), 3, RANG_REASON_CONTRACT);
  open_store (&t, f);
  run (&t, "UPDATE chain_head SET witnessed = 0; UPDATE moves SET note = 'forged'; UPDATE clients SET annual_value = "
           "annual_value + 1 WHERE id = 1; INSERT INTO rates (currency, rate) VALUES ('EUR', 1)");
  close_store (&t);
  f->office = rang_office_open (f->path, f->clock, &error);
  g_assert_no_error (error);
  g_assert_true (rang_office_set_rate (f->office, &sales, "USD", 4500000, &error));
  g_assert_no_error (error);
  open_store (&t, f);
  faults = rang_store_check_witnesses (t.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 3);
  close_store (&t);
}

/* Whoever changes an order afterwards says nothing about its lines. */
static void
test_forged_lines_stay_found_though_their_order_is_changed_later (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession active = fixture_session (f, HEAD_OF_ACTIVE), clients = fixture_session (f, HEAD_OF_CLIENTS);
  gint64 order = fixture_order_at (f, 20);
  Tampered t = { 0 };
  g_autofree char *edit = g_strdup_printf (
      "UPDATE order_lines SET value = value + 1 WHERE line = 1 AND order_number = %" G_GINT64_FORMAT, order);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  open_store (&t, f);
  run (&t, edit);
  close_store (&t);
  f->office = rang_office_open (f->path, f->clock, &error);
  g_assert_no_error (error);
  /* Its own head may. */
  g_assert_true (rang_office_state_importance (f->office, &active, order, RANG_IMPORTANCE_LOW, "x", NULL)
                 || rang_office_state_importance (f->office, &clients, order, RANG_IMPORTANCE_LOW, "x", NULL));
  open_store (&t, f);
  faults = rang_store_check_witnesses (t.store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_true (names (faults, "order_lines"));
  close_store (&t);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office-tamper/each_table_of_decisions_edited_is_found_and_named",
                   test_each_table_of_decisions_edited_is_found_and_named);
  g_test_add_func ("/office-tamper/no_forger_gets_rang_to_witness_anew", test_no_forger_gets_rang_to_witness_anew);
  g_test_add_func ("/office-tamper/forged_lines_stay_found_though_their_order_is_changed_later",
                   test_forged_lines_stay_found_though_their_order_is_changed_later);
  return g_test_run ();
}
