/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for offices to test on: the demo is made once, and copied for each test. */
#include "rang-fixture.h"

#include <glib/gstdio.h>

#include "lib/rang-test-server.h"
#include "office/rang-office-day.h"
#include "store/rang-store-people.h"

#define NOW "2026-11-24T05:00:00Z"

static gint64
now (void)
{
  g_autoptr (GDateTime) at = g_date_time_new_from_iso8601 (NOW, NULL);

  return g_date_time_to_unix (at);
}

typedef struct
{
  RangClock *clock;
  gboolean demo;
} Kind;

static void
create (const char *location, gpointer data)
{
  const Kind *kind = data;
  g_autoptr (GError) error = NULL;
  RangOffice *office = rang_office_create (location, kind->clock, kind->demo, "tester", &error);

  g_assert_no_error (error);
  rang_office_close (office);
}

/* The demo of a program, in a file. */
static const char *
get_demo_file (Kind *kind)
{
  static char *path = NULL;

  if (path == NULL)
    {
      g_autofree char *folder = g_dir_make_tmp ("rang-demo-XXXXXX", NULL);

      path = g_build_filename (folder, "office.rang", NULL);
      create (path, kind);
    }
  return path;
}

/* Making the demo takes longer than copying it. */
static void
make_file (Fixture *fixture, Kind *kind)
{
  fixture->path = g_build_filename (fixture->folder, "office.rang", NULL);
  if (kind->demo)
    {
      g_autoptr (GError) error = NULL;
      RangOffice *demo = rang_office_open (get_demo_file (kind), fixture->clock, &error);

      g_assert_no_error (error);
      g_assert_true (rang_office_backup (demo, fixture->path, NULL));
      rang_office_close (demo);
    }
  else
    create (fixture->path, kind);
}

/* Each is a copy of what the first program on the server made. */
static void
make_database (Fixture *fixture, Kind *kind)
{
  g_autofree char *shared = rang_test_server_share (kind->demo ? "demo" : "plain", create, kind);

  fixture->path = rang_test_server_new_database (shared);
}

static Fixture *
make (gboolean demo)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  g_autofree char *folder = g_dir_make_tmp ("rang-office-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  Kind kind = { .demo = demo };

  fixture->clock = kind.clock = rang_clock_new_fixed (now ());
  fixture->day = rang_day_from_ymd (2026, 11, 24);
  fixture->folder = g_steal_pointer (&folder);
  if (rang_test_server_is_wanted ())
    make_database (fixture, &kind);
  else
    make_file (fixture, &kind);
  fixture->office = rang_office_open (fixture->path, fixture->clock, &error);
  g_assert_no_error (error);
  return fixture;
}

Fixture *
fixture_new (void)
{
  return make (TRUE);
}

Fixture *
fixture_new_plain (void)
{
  return make (FALSE);
}

void
fixture_free (Fixture *fixture)
{
  g_autofree char *folder = g_steal_pointer (&fixture->folder);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  rang_office_close (fixture->office);
  if (rang_test_server_is_wanted ())
    rang_test_server_drop (fixture->path);
  rang_clock_unref (fixture->clock);
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (fixture->path);
  g_free (fixture);
}

RangOffice *
fixture_open_again (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  RangOffice *office = rang_office_open (fixture->path, fixture->clock, &error);

  g_assert_no_error (error);
  return office;
}

RangSession
fixture_session (const Fixture *fixture, gint64 person)
{
  return (RangSession){ person, fixture->day, RANG_UNIT_DELIVERY_ID };
}

gint64
fixture_add_second_head (Fixture *fixture)
{
  g_autoptr (RangStore) store = rang_store_open (fixture->path, RANG_STORE_DEFAULT, NULL);
  g_autoptr (RangPerson) person = rang_person_new ();
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, NULL);

  person->name = g_strdup ("Ana Colega");
  rang_person_grant (person, RANG_ROLE_HEAD_OF_SALES, 0);
  g_assert_true (rang_store_save_person (store, person, NULL));
  g_assert_true (rang_store_transaction_commit (transaction, NULL));
  g_clear_pointer (&transaction, rang_store_transaction_free);
  g_assert_true (rang_office_changed_by_others (fixture->office, NULL));
  return person->id;
}

RangBoard *
fixture_board (Fixture *fixture)
{
  RangSession session = fixture_session (fixture, HEAD_OF_SALES);
  g_autoptr (GError) error = NULL;
  RangBoard *board = rang_office_load_board (fixture->office, &session, NULL, &error);

  g_assert_no_error (error);
  return board;
}

gint64
fixture_order_at (Fixture *fixture, guint rank)
{
  g_autoptr (RangBoard) board = fixture_board (fixture);

  return rang_board_get_entry (board, rank)->number;
}

guint
fixture_rank_of (Fixture *fixture, gint64 order)
{
  g_autoptr (RangBoard) board = fixture_board (fixture);
  const RangBoardEntry *entry = rang_board_find (board, order);

  return entry != NULL ? entry->rank : 0;
}

char *
fixture_states (Fixture *fixture)
{
  g_autoptr (RangBoard) board = fixture_board (fixture);
  GString *text = g_string_new (NULL);

  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);

      g_string_append_printf (text, "%u %" G_GINT64_FORMAT " %s %d %s\n", rank, entry->number,
                              rang_board_state_to_nick (entry->state), entry->minutes_late,
                              entry->placed_by != NULL ? entry->placed_by : "-");
    }
  return g_string_free (text, FALSE);
}

gint64
fixture_move (Fixture *fixture, gint64 person, gint64 order, int place, int reason)
{
  RangSession session = fixture_session (fixture, person);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangMove) move
      = rang_office_move (fixture->office, &session, &order, 1, place, 0, reason, NULL, FALSE, NULL, &error);

  g_assert_no_error (error);
  return move->entry;
}

guint
fixture_count_log (Fixture *fixture, const char *what)
{
  g_autoptr (GPtrArray) log = rang_office_list_log (fixture->office, 0, NULL);
  guint count = 0;

  for (guint i = 0; i < log->len; i++)
    count += what == NULL || g_str_equal (((RangLogEntry *)g_ptr_array_index (log, i))->what, what) ? 1 : 0;
  return count;
}

char *
fixture_write (Fixture *fixture, const char *name, const char *text)
{
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}
