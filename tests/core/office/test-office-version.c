/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hand-over, acceptance, return and amendments (DESIGN.md 3.5, CASES.md 1 to 3), and who answers meanwhile. */
#include "rang-fixture.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "domain/rang-conflict.h"
#include "office/rang-office-answered.h"
#include "office/rang-office-day.h"
#include "office/rang-office-intake.h"
#include "store/rang-store-people.h"

static RangVersionInfo *
hand_over (Fixture *f)
{
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GError) error = NULL;
  RangVersionInfo *version = rang_office_hand_over (f->office, &session, 0, NULL, &error);

  g_assert_no_error (error);
  return version;
}

static void
accept (Fixture *f)
{
  RangSession session = fixture_session (f, CHIEF);
  g_autoptr (GError) error = NULL;

  rang_version_info_free (rang_office_accept (f->office, &session, &error));
  g_assert_no_error (error);
}

static char *
answerable (Fixture *f, gint64 order)
{
  g_autoptr (RangOrderView) view = rang_office_get_order (f->office, order, NULL);

  return g_strdup (view->answerable_name);
}

static void
test_a_pending_reason_blocks_the_hand_over_until_it_is_given (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  gint64 entry = fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 40), 3, -1);
  g_autoptr (RangVersionInfo) version = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (rang_office_hand_over (f->office, &session, 0, NULL, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_BLOCKED);
  g_assert_true (rang_office_give_reason (f->office, &session, entry, RANG_REASON_CONTRACT, NULL, NULL));
  version = hand_over (f);
  g_assert_cmpint (version->number, ==, 1);
}

/* The numbers of the array @member in the data of the newest log entry. */
static GArray *
listed (Fixture *f, const char *member)
{
  g_autoptr (GPtrArray) log = rang_office_list_log (f->office, 1, NULL);
  g_autoptr (JsonNode) data = json_from_string (((RangLogEntry *)log->pdata[0])->data, NULL);
  JsonArray *array = json_object_get_array_member (json_node_get_object (data), member);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      gint64 number = json_array_get_int_element (array, i);

      g_array_append_val (numbers, number);
    }
  return numbers;
}

static void
test_the_signed_entry_lists_open_conflicts_and_orders_not_located_or_not_ready (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangHandOverCheck) check = NULL;
  g_autoptr (RangVersionInfo) version = rang_office_hand_over (f->office, &session, 0, &check, NULL);
  g_autoptr (GArray) conflicts = listed (f, "conflicts"), unlocated = listed (f, "unlocated"),
                     not_ready = listed (f, "not_ready");
  g_autoptr (GPtrArray) known = rang_office_list_conflicts (f->office, &session, NULL);
  guint open = 0;

  for (guint i = 0; i < known->len; i++)
    open += ((RangConflict *)known->pdata[i])->state == RANG_CONFLICT_OPEN;
  g_assert_nonnull (version);
  g_assert_cmpuint (open, >, 0);
  g_assert_cmpuint (conflicts->len, ==, open);
  g_assert_cmpuint (check->conflicts->len, ==, open);
  g_assert_cmpuint (unlocated->len, >, 0);
  g_assert_cmpmem (unlocated->data, unlocated->len * sizeof (gint64), check->unlocated->data,
                   check->unlocated->len * sizeof (gint64));
  g_assert_cmpuint (not_ready->len, >, 0);
  g_assert_cmpmem (not_ready->data, not_ready->len * sizeof (gint64), check->not_ready->data,
                   check->not_ready->len * sizeof (gint64));
}

static void
test_a_board_that_changed_since_it_was_looked_at_is_not_signed (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangHandOverCheck) seen = rang_office_check_hand_over (f->office, &session, NULL), again = NULL;
  g_autoptr (RangVersionInfo) version = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (seen->placed, ==, 0);
  fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 40), 3, RANG_REASON_CONTRACT);
  g_assert_null (rang_office_hand_over (f->office, &session, seen->revision, NULL, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_STALE);
  again = rang_office_check_hand_over (f->office, &session, NULL);
  g_assert_cmpuint (again->placed, ==, 1);
  version = rang_office_hand_over (f->office, &session, again->revision, NULL, NULL);
  g_assert_cmpint (version->number, ==, 1);
}

static void
stop_cb (const RangBoardSearch *search, gpointer stop)
{
  g_cancellable_cancel (stop);
}

/* What a search had found when it was stopped can be applied; it is never what a signed version is compared with. */
static void
test_an_unfinished_suggestion_is_applied_and_never_signed (void)
{
  g_autoptr (Fixture) f = fixture_new (), other = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GCancellable) stop = g_cancellable_new ();
  RangBoardWatch watch = { stop_cb, stop, stop };
  g_autoptr (RangBoard) stopped = NULL, after = NULL, finished = fixture_board (other), signed_ = NULL;
  g_autoptr (RangMove) move = NULL;
  g_autoptr (GPtrArray) log = NULL;
  g_autoptr (RangVersionInfo) version = NULL;
  const GArray *suggestion;

  /* Another seed of steps than before in this process: nothing is remembered of it. */
  g_setenv ("RANG_STEPS", "1234", TRUE);
  stopped = rang_office_load_watched_board (f->office, &session, &watch, NULL, NULL);
  g_setenv ("RANG_STEPS", "1000", TRUE);
  g_assert_true (rang_board_get_unfinished (stopped));
  suggestion = rang_board_get_suggestion (stopped);
  move = rang_office_apply_unfinished (f->office, &session, suggestion, FALSE, NULL, NULL);
  g_assert_nonnull (move);
  g_assert_false (rang_board_get_unfinished (move->board));
  after = fixture_board (f);
  g_assert_cmpmem (rang_board_get_ranking (after)->data, suggestion->len * sizeof (gint64), suggestion->data,
                   suggestion->len * sizeof (gint64));
  log = rang_office_list_log (f->office, 1, NULL);
  g_assert_nonnull (strstr (((RangLogEntry *)log->pdata[0])->data, "\"unfinished\":true"));
  version = rang_office_hand_over (f->office, &session, 0, NULL, NULL);
  g_assert_nonnull (version);
  signed_ = fixture_board (f);
  for (guint rank = 1; rank <= rang_board_get_n_entries (finished); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (finished, rank);

      g_assert_cmpuint (rang_board_find (signed_, entry->number)->suggested_rank, ==, entry->suggested_rank);
    }
}

static void
test_exactly_one_person_answers_at_every_moment (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, CHIEF);
  gint64 order = fixture_order_at (f, 1);
  g_autofree char *submitted = answerable (f, order);
  g_autofree char *signed_ = NULL, *accepted = NULL, *delivered = NULL;
  g_autoptr (GArray) answered = NULL;

  rang_version_info_free (hand_over (f));
  signed_ = answerable (f, order);
  accept (f);
  accepted = answerable (f, order);
  g_assert_true (rang_office_deliver (f->office, &session, order, 9 * 3600, FALSE, NULL));
  delivered = answerable (f, order);
  answered = rang_office_list_answered (f->office, order, NULL);
  g_assert_cmpuint (answered->len, ==, 4);
  g_assert_cmpint (g_array_index (answered, RangAnswered, 1).person, ==, HEAD_OF_SALES);
  g_assert_cmpint (g_array_index (answered, RangAnswered, 2).person, ==, CHIEF);
  g_assert_cmpint (g_array_index (answered, RangAnswered, 3).person, ==, 0);
  g_assert_cmpstr (submitted, ==, "Ioana Pop");
  g_assert_cmpstr (signed_, ==, "Ioana Pop");
  g_assert_cmpstr (accepted, ==, "Dan Mureșan");
  g_assert_null (delivered);
}

static void
test_a_signed_board_can_be_neither_moved_nor_undone (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  gint64 order = fixture_order_at (f, 40);
  g_autoptr (GError) moved = NULL, undone = NULL;
  gboolean can_undo = TRUE, can_redo = TRUE;

  fixture_move (f, HEAD_OF_SALES, order, 3, RANG_REASON_CONTRACT);
  rang_version_info_free (hand_over (f));
  g_assert_null (rang_office_move (f->office, &session, &order, 1, 9, 0, RANG_REASON_ROUTE, NULL, FALSE, NULL, &moved));
  g_assert_error (moved, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_CLOSED);
  g_assert_null (rang_office_undo (f->office, &session, &undone));
  g_assert_error (undone, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_CLOSED);
  g_assert_true (rang_office_get_own_steps (f->office, &session, &can_undo, &can_redo, NULL));
  g_assert_false (can_undo);
  g_assert_false (can_redo);
}

static void
test_signing_changes_no_order_and_no_route (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *before = NULL, *after = NULL;

  fixture_move (f, HEAD_OF_SALES, fixture_order_at (f, 110), 3, RANG_REASON_CONTRACT);
  before = fixture_states (f);
  rang_version_info_free (hand_over (f));
  after = fixture_states (f);
  g_assert_cmpstr (before, ==, after);
}

static void
test_a_returned_board_is_open_again_and_the_next_takes_the_next_number (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession chief = fixture_session (f, CHIEF);
  gint64 order = fixture_order_at (f, 40);
  g_autoptr (RangVersionInfo) returned = NULL, second = NULL;

  rang_version_info_free (hand_over (f));
  returned = rang_office_return (f->office, &chief, "Van 3 is missing", NULL);
  g_assert_cmpint (returned->state, ==, RANG_VERSION_RETURNED);
  fixture_move (f, HEAD_OF_SALES, order, 3, RANG_REASON_ROUTE);
  second = hand_over (f);
  g_assert_cmpint (second->number, ==, 2);
}

static void
test_one_person_who_signs_and_accepts_is_a_conflict (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangPerson) person = rang_office_find_person (f->office, "Ioana Pop", NULL);
  g_autoptr (GPtrArray) conflicts = NULL;
  gboolean found = FALSE;
  g_autoptr (RangVersionInfo) version = NULL;

  {
    g_autoptr (RangStore) store = rang_store_open (f->path, RANG_STORE_DEFAULT, NULL);
    g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, NULL);

    rang_person_grant (person, RANG_ROLE_DELIVERY_CHIEF, 0);
    g_assert_true (rang_store_save_person (store, person, NULL));
    g_assert_true (rang_store_transaction_commit (transaction, NULL));
  }
  rang_version_info_free (hand_over (f));
  version = rang_office_accept (f->office, &session, NULL);
  g_assert_nonnull (version);
  conflicts = rang_office_list_conflicts (f->office, &session, NULL);
  for (guint i = 0; i < conflicts->len; i++)
    found |= ((RangConflict *)g_ptr_array_index (conflicts, i))->kind == RANG_CONFLICT_SAME_SIGNER;
  g_assert_true (found);
}

static void
test_an_amendment_is_a_new_version_that_binds_when_it_is_accepted (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  gint64 order = fixture_order_at (f, 100);
  g_autoptr (RangMove) amended = NULL;
  g_autoptr (GPtrArray) waiting = NULL, binding = NULL;

  rang_version_info_free (hand_over (f));
  accept (f);
  amended = rang_office_amend (f->office, &session, order, 2, RANG_REASON_CLIENT_AT_RISK, NULL, FALSE, NULL, NULL);
  g_assert_nonnull (amended);
  g_assert_cmpuint (fixture_rank_of (f, order), ==, 2);
  waiting = rang_office_list_versions (f->office, &session, NULL);
  g_assert_cmpuint (waiting->len, ==, 2);
  g_assert_true (((RangVersionInfo *)g_ptr_array_index (waiting, 0))->binding);
  accept (f);
  binding = rang_office_list_versions (f->office, &session, NULL);
  g_assert_true (((RangVersionInfo *)g_ptr_array_index (binding, 1))->binding);
}

static void
test_a_returned_amendment_leaves_the_version_before (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES), chief = fixture_session (f, CHIEF);
  gint64 order = fixture_order_at (f, 100);
  g_autofree char *before = NULL, *after = NULL, *answers = NULL;

  rang_version_info_free (hand_over (f));
  accept (f);
  before = fixture_states (f);
  rang_move_free (
      rang_office_amend (f->office, &session, order, 2, RANG_REASON_CLIENT_AT_RISK, NULL, FALSE, NULL, NULL));
  rang_version_info_free (rang_office_return (f->office, &chief, "too late, loaded", NULL));
  after = fixture_states (f);
  answers = answerable (f, order);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (answers, ==, "Dan Mureșan");
}

static void
test_under_a_returned_amendment_the_one_before_waits_again (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES), chief = fixture_session (f, CHIEF);
  gint64 one = fixture_order_at (f, 100), other = fixture_order_at (f, 90);
  g_autofree char *first = NULL, *second = NULL, *last = NULL;

  rang_version_info_free (hand_over (f));
  accept (f);
  rang_move_free (rang_office_amend (f->office, &session, one, 2, RANG_REASON_CONTRACT, NULL, FALSE, NULL, NULL));
  rang_move_free (rang_office_amend (f->office, &session, other, 3, RANG_REASON_CONTRACT, NULL, FALSE, NULL, NULL));
  rang_version_info_free (rang_office_return (f->office, &chief, "too late, loaded", NULL));
  first = answerable (f, one);
  second = answerable (f, other);
  g_assert_cmpstr (first, ==, "Ioana Pop");
  g_assert_cmpstr (second, ==, "Dan Mureșan");
  accept (f);
  last = answerable (f, one);
  g_assert_cmpstr (last, ==, "Dan Mureșan");
  g_assert_cmpuint (fixture_rank_of (f, one), ==, 2);
}

static void
test_an_amendment_that_changes_nothing_makes_no_version (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  gint64 order = fixture_order_at (f, 100);
  g_autoptr (GPtrArray) versions = NULL;
  guint entries;

  rang_version_info_free (hand_over (f));
  accept (f);
  rang_move_free (rang_office_amend (f->office, &session, order, 2, RANG_REASON_CONTRACT, NULL, FALSE, NULL, NULL));
  entries = fixture_count_log (f, NULL);
  rang_move_free (rang_office_amend (f->office, &session, order, 2, RANG_REASON_ROUTE, NULL, FALSE, NULL, NULL));
  versions = rang_office_list_versions (f->office, &session, NULL);
  g_assert_cmpuint (versions->len, ==, 2);
  g_assert_cmpuint (fixture_count_log (f, NULL), ==, entries);
}

static void
test_a_place_or_an_order_that_the_signed_board_has_not_is_a_wrong_call (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GError) place = NULL, order = NULL;

  rang_version_info_free (hand_over (f));
  g_assert_null (rang_office_amend (f->office, &session, fixture_order_at (f, 9), 9999, RANG_REASON_CONTRACT, NULL,
                                    FALSE, NULL, &place));
  g_assert_error (place, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_INVALID);
  g_assert_null (rang_office_amend (f->office, &session, 999999, 2, RANG_REASON_CONTRACT, NULL, FALSE, NULL, &order));
  g_assert_error (order, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NOT_FOUND);
}

/* CASES.md 1: the routes keep their sequence without the stop, so nobody else gets worse. */
static void
test_an_order_cancelled_after_the_hand_over_harms_nobody (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangBoard) before = NULL, after = NULL;
  g_autoptr (GError) error = NULL;
  gint64 order = fixture_order_at (f, 5);

  rang_version_info_free (hand_over (f));
  accept (f);
  before = fixture_board (f);
  g_assert_true (rang_office_cancel_order (f->office, &session, order, "client called", &error));
  g_assert_no_error (error);
  after = fixture_board (f);
  g_assert_null (rang_board_find (after, order));
  for (guint rank = 1; rank <= rang_board_get_n_entries (after); rank++)
    {
      const RangBoardEntry *now = rang_board_get_entry (after, rank);
      const RangBoardEntry *was = rang_board_find (before, now->number);

      g_assert_cmpint (now->state, <=, was->state);
    }
}

static gboolean
is_on_a_route (Fixture *f, gint64 order)
{
  RangSession session = fixture_session (f, CHIEF);
  g_autoptr (GPtrArray) routes = rang_office_load_routes (f->office, &session, NULL);

  for (guint i = 0; i < routes->len; i++)
    {
      const RangBoardRoute *route = g_ptr_array_index (routes, i);

      for (guint k = 0; k < route->stops->len; k++)
        if (g_array_index (route->stops, RangBoardStop, k).order == order)
          return TRUE;
    }
  return FALSE;
}

static guint
count_places (Fixture *f)
{
  g_autoptr (RangBoard) board = fixture_board (f);

  return rang_board_get_n_entries (board);
}

static void
assert_life (Fixture *f, gint64 order, RangOrderState state)
{
  g_autoptr (RangOrderView) view = rang_office_get_order (f->office, order, NULL);

  g_assert_cmpint (view->order->state, ==, state);
}

/* CASES.md 1 and 3: until the amendment is accepted the version before binds, and returned it changes nothing. */
static void
test_a_cancellation_that_is_returned_leaves_the_order_as_it_was (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES), chief = fixture_session (f, CHIEF);
  g_autoptr (RangVersionInfo) returned = NULL;
  gint64 order = fixture_order_at (f, 5);
  guint rank = fixture_rank_of (f, order), places;
  g_autoptr (RangOrderView) before = NULL, after = NULL;

  rang_version_info_free (hand_over (f));
  accept (f);
  before = rang_office_get_order (f->office, order, NULL);
  places = count_places (f);
  g_assert_true (rang_office_cancel_order (f->office, &session, order, "client called", NULL));
  assert_life (f, order, RANG_ORDER_CANCELLED);
  g_assert_cmpuint (fixture_rank_of (f, order), ==, 0);
  g_assert_true (is_on_a_route (f, order));
  returned = rang_office_return (f->office, &chief, "he is waiting for it", NULL);
  g_assert_nonnull (returned);
  assert_life (f, order, RANG_ORDER_ACCEPTED);
  after = rang_office_get_order (f->office, order, NULL);
  g_assert_cmpint (after->order->department_rank, ==, before->order->department_rank);
  g_assert_cmpuint (fixture_rank_of (f, order), ==, rank);
  g_assert_cmpuint (count_places (f), ==, places);
  g_assert_true (is_on_a_route (f, order));
}

/* On a sheet of the version that binds, as a stop without a number. */
static gboolean
is_struck_on_paper (Fixture *f, gint64 order)
{
  RangSession session = fixture_session (f, CHIEF);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = rang_office_load_sheets (f->office, &session, 0, &error);
  guint found = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < sheets->len; i++)
    {
      const RangSheet *sheet = g_ptr_array_index (sheets, i);

      for (guint k = 0; k < sheet->stops->len; k++)
        {
          const RangSheetStop *stop = g_ptr_array_index (sheet->stops, k);
          const RangSheetOrder *row = g_ptr_array_index (stop->orders, 0);

          if (row->number != order)
            continue;
          found++;
          g_assert_true (stop->struck && row->struck);
          g_assert_cmpint (stop->number, ==, 0);
          g_assert_nonnull (stop->client);
        }
    }
  return found == 1;
}

static void
test_a_cancellation_that_is_accepted_strikes_the_stop (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  gint64 order = fixture_order_at (f, 5);

  rang_version_info_free (hand_over (f));
  accept (f);
  g_assert_true (rang_office_cancel_order (f->office, &session, order, NULL, NULL));
  accept (f);
  assert_life (f, order, RANG_ORDER_CANCELLED);
  g_assert_false (is_on_a_route (f, order));
  g_assert_true (is_struck_on_paper (f, order));
}

static void
test_after_the_hand_over_only_who_may_amend_cancels (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  gint64 order = fixture_order_at (f, 5);
  g_autoptr (RangOrderView) view = rang_office_get_order (f->office, order, NULL);
  RangSession head = fixture_session (f, view->order->department == 1 ? HEAD_OF_ACTIVE : HEAD_OF_CLIENTS);
  g_autoptr (GError) error = NULL;

  rang_version_info_free (hand_over (f));
  g_assert_false (rang_office_cancel_order (f->office, &head, order, NULL, &error));
  g_assert_error (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT);
  assert_life (f, order, RANG_ORDER_HANDED_OVER);
}

static void
test_an_order_submitted_after_the_hand_over_waits_until_it_is_amended_in (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES), head = fixture_session (f, HEAD_OF_CLIENTS);
  g_autoptr (RangOrder) order = rang_order_new ();
  g_autoptr (GArray) waiting = NULL, afterwards = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RangMove) amended = NULL;
  gint64 number;

  rang_version_info_free (hand_over (f));
  order->client = 7;
  order->department = 2;
  order->client_number = g_strdup ("LATE-1");
  order->importance = RANG_IMPORTANCE_NORMAL;
  order->promised_day = f->day;
  order->promised = (RangTimeWindow){ 9 * 3600, 12 * 3600 };
  number = rang_office_add_order (f->office, &head, order, &error);
  g_assert_no_error (error);
  g_assert_cmpint (rang_office_submit (f->office, &head, 2, &error), ==, 1);
  waiting = rang_office_not_on_board (f->office, &session, NULL);
  g_assert_cmpuint (waiting->len, ==, 1);
  g_assert_cmpint (g_array_index (waiting, gint64, 0), ==, number);
  g_assert_cmpuint (fixture_rank_of (f, number), ==, 0);
  amended = rang_office_amend (f->office, &session, number, 7, RANG_REASON_CLIENT_ASKED, NULL, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture_rank_of (f, number), ==, 7);
  afterwards = rang_office_not_on_board (f->office, &session, NULL);
  g_assert_cmpuint (afterwards->len, ==, 0);
}

static void
test_only_what_was_accepted_can_be_delivered (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, CHIEF);
  gint64 order = fixture_order_at (f, 1);
  g_autoptr (GError) before = NULL, between = NULL;

  g_assert_false (rang_office_deliver (f->office, &session, order, 9 * 3600, FALSE, &before));
  g_assert_error (before, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_REFUSED);
  rang_version_info_free (hand_over (f));
  g_assert_false (rang_office_deliver (f->office, &session, order, 9 * 3600, FALSE, &between));
  g_assert_error (between, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_REFUSED);
  accept (f);
  g_assert_true (rang_office_fail (f->office, &session, order, RANG_FAIL_ABSENT, NULL));
  g_assert_true (rang_office_deliver (f->office, &session, order, 15 * 3600, FALSE, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/office/version/" #name, test_##name)
  ADD (a_pending_reason_blocks_the_hand_over_until_it_is_given);
  ADD (the_signed_entry_lists_open_conflicts_and_orders_not_located_or_not_ready);
  ADD (a_board_that_changed_since_it_was_looked_at_is_not_signed);
  ADD (an_unfinished_suggestion_is_applied_and_never_signed);
  ADD (exactly_one_person_answers_at_every_moment);
  ADD (a_signed_board_can_be_neither_moved_nor_undone);
  ADD (signing_changes_no_order_and_no_route);
  ADD (a_returned_board_is_open_again_and_the_next_takes_the_next_number);
  ADD (one_person_who_signs_and_accepts_is_a_conflict);
  ADD (an_amendment_is_a_new_version_that_binds_when_it_is_accepted);
  ADD (under_a_returned_amendment_the_one_before_waits_again);
  ADD (an_amendment_that_changes_nothing_makes_no_version);
  ADD (a_place_or_an_order_that_the_signed_board_has_not_is_a_wrong_call);
  ADD (a_returned_amendment_leaves_the_version_before);
  ADD (an_order_cancelled_after_the_hand_over_harms_nobody);
  ADD (a_cancellation_that_is_returned_leaves_the_order_as_it_was);
  ADD (a_cancellation_that_is_accepted_strikes_the_stop);
  ADD (after_the_hand_over_only_who_may_amend_cancels);
  ADD (an_order_submitted_after_the_hand_over_waits_until_it_is_amended_in);
  ADD (only_what_was_accepted_can_be_delivered);
  return g_test_run ();
}
