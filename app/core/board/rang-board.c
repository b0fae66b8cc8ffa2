/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the board: the ranked list of a day's orders with what becomes of each. */
#include "board/rang-board.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <inttypes.h>

#include "board/rang-board-day-private.h"
#include "board/rang-ranking.h"

struct _RangBoard
{
  gatomicrefcount references;
  RangBoardDay *day;
  GArray *ranking;
  GArray *placements;
  GArray *waiting;
  RangBoardStates states;
  GArray *entries;
  GPtrArray *routes;
  RangBoardLines lines;
};

static const RangBoardPlacement *
find_placement (const GArray *placements, gint64 number)
{
  for (guint i = 0; i < placements->len; i++)
    if (g_array_index (placements, RangBoardPlacement, i).order == number)
      return &g_array_index (placements, RangBoardPlacement, i);
  return NULL;
}

static RangBoardMark
find_marks (const RangBoardOrder *from)
{
  const RangOrder *order = from->order;
  RangBoardMark marks = 0;

  if (rang_order_is_unlocated (order))
    marks |= RANG_MARK_UNLOCATED;
  if (order->estimated != 0)
    marks |= RANG_MARK_ESTIMATED;
  if (order->defaulted != 0)
    marks |= RANG_MARK_DEFAULTED;
  if (order->goods == RANG_GOODS_NOT_READY)
    marks |= RANG_MARK_NOT_READY;
  if (order->goods == RANG_GOODS_READY_LATER)
    marks |= RANG_MARK_READY_LATER;
  if (from->lock != 0)
    marks |= RANG_MARK_LOCKED;
  return marks;
}

static void
set_forecast (RangBoardEntry *entry, const RangBoard *board, guint job)
{
  const RangBoardDay *day = board->day;
  const RangPlanEntry *planned = rang_plan_get_entry (board->states.plan, job);

  entry->state = planned->state;
  entry->impossible = planned->impossible;
  entry->minutes_late = rang_plan_get_minutes_late (board->states.plan, job);
  entry->arrival = entry->eta = RANG_TIME_NONE;
  if (planned->resource == RANG_NO_RESOURCE)
    return;
  entry->resource = ((RangRosterEntry *)day->roster->pdata[planned->resource])->resource;
  entry->resource_name = rang_board_input_find_resource (day->input, entry->resource)->name;
  entry->arrival = planned->arrival;
  entry->eta = planned->start;
  if (day->input->unit->kind == RANG_UNIT_PRODUCTION)
    entry->eta += rang_problem_get_job (day->problem, job)->service;
}

static RangBoardEntry
make_entry (const RangBoard *board, guint rank)
{
  gint64 number = g_array_index (board->ranking, gint64, rank - 1);
  guint job = 0;
  const RangDayOrder *order = rang_board_day_find (board->day, number, &job);
  RangBoardEntry entry = { .number = number,
                           .order = order->from->order,
                           .client = order->client,
                           .department = order->department,
                           .score = order->score,
                           .rank = rank,
                           .suggested_rank = order->suggested_rank,
                           .placed = find_placement (board->placements, number),
                           .marks = find_marks (order->from),
                           .days_waited = order->from->days_waited,
                           .bumps = order->from->order->bumps };

  if (entry.placed != NULL)
    {
      const RangPerson *person = rang_board_input_find_person (board->day->input, entry.placed->person);

      entry.placed_by = person != NULL ? person->name : NULL;
    }
  set_forecast (&entry, board, job);
  return entry;
}

/* Takes over ranking and plan, and reads everything else off them. */
static RangBoard *
new_board (RangBoardDay *day, GArray *ranking, GArray *placements, RangPlan *plan)
{
  RangBoard *board = g_new0 (RangBoard, 1);

  g_atomic_ref_count_init (&board->references);
  board->day = rang_board_day_ref (day);
  board->ranking = ranking;
  board->placements = placements;
  rang_board_states_init (&board->states, day, ranking, plan);
  board->waiting = rang_ranking_remove (day->suggestion, (const gint64 *)(gpointer)ranking->data, ranking->len);
  board->entries = g_array_sized_new (FALSE, FALSE, sizeof (RangBoardEntry), ranking->len);
  for (guint rank = 1; rank <= ranking->len; rank++)
    {
      RangBoardEntry entry = make_entry (board, rank);

      g_array_append_val (board->entries, entry);
    }
  rang_board_make_lines (board->entries, day, &board->lines);
  board->routes = rang_board_make_routes (&board->states);
  return board;
}

/* The stored ranking as far as its orders are still there; who is missing in it joins an open board. */
static GArray *
stored_ranking (const RangBoardDay *day)
{
  const RangBoardInput *input = day->input;
  g_autoptr (GArray) stored = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) placed = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < input->ranking->len; i++)
    if (rang_board_day_find (day, g_array_index (input->ranking, gint64, i), NULL) != NULL)
      g_array_append_val (stored, g_array_index (input->ranking, gint64, i));
  if (input->closed)
    return g_steal_pointer (&stored);
  for (guint i = 0; i < input->placements->len; i++)
    g_array_append_val (placed, g_array_index (input->placements, RangBoardPlacement, i).order);
  return rang_ranking_join (stored, (const gint64 *)(gpointer)day->suggestion->data, day->suggestion->len,
                            day->suggestion, placed);
}

static gboolean
take_route (
    const RangBoardDay *day, const RangFixedRoute *from, const guint8 *ranked, GArray *const *to, GError **error)
{
  g_autoptr (GArray) known = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GArray) jobs = NULL;
  guint job;

  for (guint i = 0; i < from->orders->len; i++)
    if (rang_board_day_find (day, g_array_index (from->orders, gint64, i), &job) != NULL && ranked[job])
      g_array_append_val (known, g_array_index (from->orders, gint64, i));
  jobs = rang_board_day_to_jobs (day, known, error);
  if (jobs == NULL)
    return FALSE;
  for (guint i = 0; i < day->roster->len; i++)
    if (((RangRosterEntry *)day->roster->pdata[i])->resource == from->resource && jobs->len > 0)
      {
        g_array_append_vals (to[i], jobs->data, jobs->len);
        break;
      }
  return TRUE;
}

/* The signed routes, timed as they are. */
static RangPlan *
signed_plan (const RangBoardDay *day, const GArray *ranking, GError **error)
{
  g_autoptr (GArray) jobs = rang_board_day_to_jobs (day, ranking, error);
  g_autoptr (GPtrArray) routes = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);
  g_autofree guint8 *ranked = g_new0 (guint8, day->orders->len + 1);

  if (jobs == NULL)
    return NULL;
  for (guint i = 0; i < jobs->len; i++)
    ranked[g_array_index (jobs, guint, i)] = TRUE;
  for (guint i = 0; i < day->roster->len; i++)
    g_ptr_array_add (routes, g_array_new (FALSE, FALSE, sizeof (guint)));
  for (guint i = 0; i < day->input->routes->len; i++)
    if (!take_route (day, day->input->routes->pdata[i], ranked, (GArray *const *)routes->pdata, error))
      return NULL;
  return rang_plan_new_from_routes (day->problem, (GArray *const *)routes->pdata, FALSE);
}

/* A signed board goes by its routes. Keep never starts from an unfinished suggestion: until there is a finished one the
 * states are those of the best plan so far. */
static RangBoard *
board_of_day (RangBoardDay *day, GCancellable *cancellable, GError **error)
{
  g_autoptr (GArray) ranking = stored_ranking (day);
  RangPlan *plan;

  if (day->input->routes != NULL)
    plan = signed_plan (day, ranking, error);
  else if (day->unfinished)
    plan = rang_plan_ref (day->suggested_plan);
  else
    plan = rang_board_day_keep (day, ranking, cancellable, error);
  if (plan == NULL)
    return NULL;
  return new_board (day, g_steal_pointer (&ranking), g_array_copy (day->input->placements), plan);
}

RangBoard *
rang_board_new (RangBoardInput *input, GCancellable *cancellable, GError **error)
{
  return rang_board_new_watched (input, NULL, cancellable, error);
}

RangBoard *
rang_board_new_watched (RangBoardInput *input, const RangBoardWatch *watch, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (input != NULL, NULL);

  g_autoptr (RangBoardDay) day = rang_board_day_new (input, watch, cancellable, error);

  return day != NULL ? board_of_day (day, cancellable, error) : NULL;
}

RangBoard *
rang_board_search_dup_board (const RangBoardSearch *search)
{
  g_return_val_if_fail (search != NULL, NULL);

  g_autoptr (RangBoardDay) day = rang_board_day_with_best (search);

  return day != NULL ? board_of_day (day, NULL, NULL) : NULL;
}

gboolean
rang_board_get_unfinished (const RangBoard *board)
{
  g_return_val_if_fail (board != NULL, FALSE);
  return board->day->unfinished;
}

RangBoard *
rang_board_with_ranking (RangBoard *board,
                         const gint64 *ranking,
                         gsize n,
                         const GArray *placements,
                         GCancellable *cancellable,
                         GError **error)
{
  g_return_val_if_fail (board != NULL && (ranking != NULL || n == 0), NULL);

  g_autoptr (GArray) copy = rang_ranking_new (ranking, n);
  RangPlan *plan = rang_board_day_keep (board->day, copy, cancellable, error);

  if (plan == NULL)
    return NULL;
  return new_board (board->day, g_steal_pointer (&copy),
                    g_array_copy ((GArray *)(placements != NULL ? placements : board->placements)), plan);
}

RangBoard *
rang_board_as_stored (RangBoard *board,
                      const GArray *ranking,
                      const GArray *placements,
                      guint64 revision,
                      GCancellable *cancellable,
                      GError **error)
{
  g_return_val_if_fail (board != NULL && ranking != NULL && placements != NULL, NULL);
  g_return_val_if_fail (!board->day->unfinished && board->day->input->routes == NULL, NULL);

  g_autoptr (RangBoardDay) day = rang_board_day_as_stored (board->day, ranking, placements, revision);

  return board_of_day (day, cancellable, error);
}

RangBoard *
rang_board_with_placements (RangBoard *board, const GArray *placements)
{
  g_return_val_if_fail (board != NULL && placements != NULL, NULL);

  return new_board (board->day, g_array_copy (board->ranking), g_array_copy ((GArray *)placements),
                    rang_plan_ref (board->states.plan));
}

RangBoard *
rang_board_with_plan (RangBoard *board, RangPlan *plan)
{
  return new_board (board->day, g_array_copy (board->ranking), g_array_copy (board->placements), plan);
}

RangBoard *
rang_board_suggested (RangBoard *board)
{
  g_return_val_if_fail (board != NULL, NULL);

  RangBoardDay *day = board->day;

  return new_board (day, rang_ranking_new ((const gint64 *)(gpointer)day->suggestion->data, day->suggestion->len),
                    g_array_new (FALSE, FALSE, sizeof (RangBoardPlacement)), rang_plan_ref (day->suggested_plan));
}

RangBoard *
rang_board_ref (RangBoard *board)
{
  g_return_val_if_fail (board != NULL, NULL);
  g_atomic_ref_count_inc (&board->references);
  return board;
}

void
rang_board_unref (RangBoard *board)
{
  if (board == NULL || !g_atomic_ref_count_dec (&board->references))
    return;
  g_ptr_array_unref (board->routes);
  rang_board_clear_lines (&board->lines);
  g_array_unref (board->entries);
  g_array_unref (board->waiting);
  rang_board_states_clear (&board->states);
  g_array_unref (board->placements);
  g_array_unref (board->ranking);
  rang_board_day_unref (board->day);
  g_free (board);
}

const RangBoardInput *
rang_board_get_input (const RangBoard *board)
{
  g_return_val_if_fail (board != NULL, NULL);
  return board->day->input;
}

RangDay
rang_board_get_day (const RangBoard *board)
{
  g_return_val_if_fail (board != NULL, RANG_DAY_NONE);
  return board->day->input->day;
}

guint64
rang_board_get_revision (const RangBoard *board)
{
  g_return_val_if_fail (board != NULL, 0);
  return board->day->input->revision;
}

guint
rang_board_get_n_entries (const RangBoard *board)
{
  g_return_val_if_fail (board != NULL, 0);
  return board->entries->len;
}

const RangBoardEntry *
rang_board_get_entry (const RangBoard *board, guint rank)
{
  g_return_val_if_fail (board != NULL, NULL);
  return rank >= 1 && rank <= board->entries->len ? &g_array_index (board->entries, RangBoardEntry, rank - 1) : NULL;
}

const RangBoardEntry *
rang_board_find (const RangBoard *board, gint64 number)
{
  g_return_val_if_fail (board != NULL, NULL);
  return rang_board_get_entry (board, rang_board_states_rank (&board->states, number));
}

const GArray *
rang_board_get_ranking (const RangBoard *board)
{
  g_return_val_if_fail (board != NULL, NULL);
  return board->ranking;
}

const GArray *
rang_board_get_suggestion (const RangBoard *board)
{
  g_return_val_if_fail (board != NULL, NULL);
  return board->day->suggestion;
}

const GArray *
rang_board_get_placements (const RangBoard *board)
{
  g_return_val_if_fail (board != NULL, NULL);
  return board->placements;
}

const GPtrArray *
rang_board_get_unscored (const RangBoard *board)
{
  g_return_val_if_fail (board != NULL, NULL);
  return board->day->unscored;
}

const GArray *
rang_board_get_waiting (const RangBoard *board)
{
  g_return_val_if_fail (board != NULL, NULL);
  return board->waiting;
}

const RangBoardLines *
rang_board_get_lines (const RangBoard *board)
{
  g_return_val_if_fail (board != NULL, NULL);
  return &board->lines;
}

const GPtrArray *
rang_board_get_routes (const RangBoard *board)
{
  g_return_val_if_fail (board != NULL, NULL);
  return board->routes;
}

GArray *
rang_board_dup_needs (RangBoard *board, gint64 number)
{
  g_return_val_if_fail (board != NULL, NULL);
  if (rang_board_states_rank (&board->states, number) == 0)
    return NULL;
  return rang_board_day_needs (board->day, board->states.plan, number);
}

const RangBoardStates *
rang_board_get_states (const RangBoard *board)
{
  return &board->states;
}

RangBoardDay *
rang_board_get_board_day (const RangBoard *board)
{
  return board->day;
}

GArray *
rang_board_move_ranking (RangBoard *board, const gint64 *orders, gsize n_orders, int place, GError **error)
{
  g_return_val_if_fail (board != NULL && (orders != NULL || n_orders == 0), NULL);

  g_autoptr (GArray) rest = rang_ranking_remove (board->ranking, orders, n_orders);

  for (gsize i = 0; i < n_orders; i++)
    if (rang_board_day_find (board->day, orders[i], NULL) == NULL)
      {
        g_set_error (error, RANG_BOARD_ERROR, RANG_BOARD_ERROR_ORDER,
                     /* Translators: the number of an order */
                     _ ("Order %" PRId64 " is not on the board; look at the board for those that are"), orders[i]);
        return NULL;
      }
  if (place < 1 || (guint)place > rest->len + 1)
    {
      g_set_error (error, RANG_BOARD_ERROR, RANG_BOARD_ERROR_PLACE,
                   /* Translators: a place on the board; the last place there is */
                   _ ("There is no place %d for that; give one from 1 to %u"), place, rest->len + 1);
      return NULL;
    }
  return rang_ranking_move (board->ranking, orders, n_orders, (guint)place);
}

const char *
rang_board_state_to_nick (RangPlanState state)
{
  static const char *const nicks[] = { "on-time", "late", "not-today" };

  g_return_val_if_fail (state <= RANG_PLAN_NOT_TODAY, NULL);
  return nicks[state];
}

const char *
rang_board_state_label (RangPlanState state)
{
  switch (state)
    {
    case RANG_PLAN_ON_TIME:
      return _ ("On time");
    case RANG_PLAN_LATE:
      return _ ("Late today");
    case RANG_PLAN_NOT_TODAY:
      return _ ("Not today");
    default:
      g_return_val_if_reached (NULL);
    }
}
