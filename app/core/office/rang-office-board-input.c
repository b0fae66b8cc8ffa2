/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what a board is made of: everything that the store holds of its day. */
#include "office/rang-office-board.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "board/rang-ranking.h"
#include "domain/rang-calendar.h"
#include "office/rang-office-delivery-private.h"
#include "office/rang-office-move-private.h"
#include "office/rang-office-order-private.h"
#include "store/rang-store-board.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-delivery.h"
#include "store/rang-store-moves.h"
#include "store/rang-store-orders.h"
#include "store/rang-store-prefetch.h"
#include "store/rang-store-resources.h"
#include "store/rang-store-versions.h"

#define SEED 1
/* The planner's first idea, without a search for a better one. */
#define FIRST_STEPS 1
/* A promise broken or an event this long ago still counts in the rules. */
#define REMEMBERED_DAYS 60
/* What became of a contract so long ago is news. */
#define LATELY_DAYS 30

/* --- the office and its orders --- */

static RangUnit *
load_unit (RangOffice *office, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) units = rang_store_load_units (office->store, error);

  for (guint i = 0; units != NULL && i < units->len; i++)
    {
      const RangUnit *unit = g_ptr_array_index (units, i);

      if (unit->id == id)
        return rang_unit_copy (unit);
    }
  if (units != NULL)
    office_refuse (error, NOT_FOUND, _ ("there is no unit %" PRId64), id);
  return NULL;
}

static gboolean
fill_office (RangOffice *office, RangBoardInput *input, GError **error)
{
  RangSession session = { 0, input->day, input->unit->id };
  g_autoptr (GPtrArray) resources = rang_office_list_resources (office, &session, error);
  g_autoptr (GPtrArray) roster = resources != NULL ? office_list_roster_of (office, &session, resources, error) : NULL;

  if (roster == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (input->resources, g_steal_pointer (&resources));
  g_ptr_array_extend_and_steal (input->roster, g_steal_pointer (&roster));
  for (guint i = 0; i < office->departments->len; i++)
    g_ptr_array_add (input->departments, rang_department_copy (g_ptr_array_index (office->departments, i)));
  for (guint i = 0; i < office->people->len; i++)
    g_ptr_array_add (input->people, rang_person_copy (g_ptr_array_index (office->people, i)));
  return TRUE;
}

/* Orders that belong to the board: from submission on, those carried over from it too, none that was cancelled. */
static gboolean
belongs (const RangOrder *order, RangDay day)
{
  return order->promised_day == day && order->state >= RANG_ORDER_SUBMITTED && order->state != RANG_ORDER_CANCELLED;
}

static gboolean
was_lost (GPtrArray *events, gint64 client, RangDay day)
{
  for (guint i = 0; i < events->len; i++)
    {
      const RangClientEvent *event = g_ptr_array_index (events, i);

      if (event->client == client && event->day <= day
          && (event->kind == RANG_EVENT_LOST || event->kind == RANG_EVENT_REFUSED))
        return TRUE;
    }
  return FALSE;
}

/* What became of the client's contract in the days that count as lately, up to @day: the latest. */
static int
latest_event (GPtrArray *events, gint64 client, RangDay day)
{
  const RangClientEvent *latest = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      const RangClientEvent *event = g_ptr_array_index (events, i);

      if (event->client == client && event->day <= day && event->day > day - LATELY_DAYS
          && (latest == NULL || event->day >= latest->day))
        latest = event;
    }
  return latest != NULL ? (int)latest->kind : -1;
}

static gint64
find_lock (const GArray *locks, gint64 order)
{
  for (guint i = 0; i < locks->len; i++)
    if (g_array_index (locks, RangLock, i).order == order)
      return g_array_index (locks, RangLock, i).resource;
  return 0;
}

static void
add_order (RangOffice *office,
           RangBoardInput *input,
           RangOrder *order,
           const RangClientCounts *count,
           GPtrArray *events,
           const GArray *locks)
{
  RangBoardOrder *on_board = rang_board_order_new (order);

  if (order->first_promised_day != RANG_DAY_NONE)
    on_board->days_waited
        = rang_calendar_working_days_between (office->settings, order->first_promised_day, input->day);
  on_board->promise_broken = on_board->days_waited > 0;
  on_board->first_delivery = count == NULL || count->delivered == 0;
  on_board->client_lost = was_lost (events, order->client, input->day);
  on_board->deliveries = count != NULL ? count->delivered : 0;
  on_board->broken_lately = count != NULL ? count->broken : 0;
  on_board->contract_event = latest_event (events, order->client, input->day);
  on_board->lock = find_lock (locks, order->number);
  g_ptr_array_add (input->orders, on_board);
}

/* @kept: (nullable): numbers that belong to the board although they were cancelled since. */
static gboolean
fill_orders (RangOffice *office, RangBoardInput *input, const GArray *kept, GError **error)
{
  RangDay day = input->day;
  g_autoptr (GPtrArray) orders = office_load_orders_of_day (office, day, error);
  g_autoptr (GArray) locks = orders != NULL ? rang_store_load_locks (office->store, day, error) : NULL;
  g_autoptr (GPtrArray) clients = locks != NULL ? rang_store_load_clients_of_day (office->store, day, error) : NULL;
  g_autoptr (GPtrArray) events
      = clients != NULL ? rang_store_load_client_events (office->store, 0, RANG_DAY_NONE, error) : NULL;
  g_autoptr (GHashTable) counts
      = events != NULL ? rang_store_load_client_counts (office->store, day, day - REMEMBERED_DAYS, error) : NULL;

  if (counts == NULL)
    return FALSE;
  for (guint i = 0; i < clients->len; i++)
    rang_board_input_add_client (input, rang_client_copy (g_ptr_array_index (clients, i)));
  for (guint i = 0; i < orders->len; i++)
    {
      const RangOrder *order = g_ptr_array_index (orders, i);
      const RangClientCounts *count = g_hash_table_lookup (counts, &order->client);
      if (belongs (order, day)
          || (order->state == RANG_ORDER_CANCELLED && order->promised_day == day && kept != NULL
              && rang_ranking_find (kept, order->number) != 0))
        add_order (office, input, rang_order_copy (order), count, events, locks);
    }
  return TRUE;
}

/* --- its ranking --- */

static const RangMoveRecord *
find_move (GPtrArray *moves, gint64 entry)
{
  for (guint i = 0; i < moves->len; i++)
    {
      const RangMoveRecord *move = g_ptr_array_index (moves, i);

      if (move->entry == entry)
        return move;
    }
  return NULL;
}

gboolean
office_fill_open_ranking (RangOffice *office, RangBoardInput *input, GError **error)
{
  g_autoptr (RangBoardRecord) record = rang_store_load_board (office->store, input->day, input->unit->id, error);
  g_autoptr (GPtrArray) moves
      = record != NULL ? rang_store_load_moves_without_cost (office->store, input->day, input->day, error) : NULL;

  if (moves == NULL)
    return FALSE;
  input->revision = (guint64)record->revision;
  g_array_append_vals (input->ranking, record->ranking->data, record->ranking->len);
  for (guint i = 0; i < record->placed->len; i++)
    {
      const RangPlacedMark *mark = &g_array_index (record->placed, RangPlacedMark, i);
      const RangMoveRecord *move = find_move (moves, mark->entry);
      RangBoardPlacement placement = { mark->order, mark->person, RANG_PLACEMENT_PENDING, mark->entry };

      if (move != NULL && !move->reason_pending)
        placement.reason = rang_reason_from_nick (move->reason);
      else if (move != NULL && office_is_back (moves, move))
        placement.reason = RANG_PLACEMENT_NOT_OWED;
      g_array_append_val (input->placements, placement);
    }
  return TRUE;
}

/* The version to show: the newest that was not returned, the one that binds, or the one of that number. */
static RangVersionRecord *
choose_version (GPtrArray *versions, OfficeBoard which, int number)
{
  RangVersionRecord *chosen = NULL;

  for (guint i = 0; number > 0 && i < versions->len; i++)
    if (((RangVersionRecord *)g_ptr_array_index (versions, i))->number == number)
      return g_ptr_array_index (versions, i);
  if (number > 0)
    return NULL;

  for (guint i = 0; i < versions->len; i++)
    {
      RangVersionRecord *version = g_ptr_array_index (versions, i);

      if (version->state == RANG_VERSION_RETURNED)
        continue;
      if (which == OFFICE_BOARD_BINDING && chosen != NULL && chosen->state == RANG_VERSION_ACCEPTED
          && version->state != RANG_VERSION_ACCEPTED)
        continue;
      chosen = version;
    }
  return chosen;
}

RangVersionBody *
office_read_version (RangOffice *office, const RangVersionRecord *version, int plan, GError **error)
{
  g_autoptr (RangVersionBody) body = rang_version_body_read (version->body, error);
  g_autoptr (GPtrArray) plans = body != NULL ? rang_store_load_plans (office->store, version->id, error) : NULL;
  guint wanted;

  if (plans == NULL)
    return NULL;
  /* Plan 1 is the one that was signed. */
  wanted = plan == 0 ? plans->len : MIN ((guint)plan - 1, plans->len);
  if (wanted > 0
      && !rang_version_body_take_plan (body, ((RangPlanRecord *)g_ptr_array_index (plans, wanted - 1))->body, error))
    return NULL;
  return g_steal_pointer (&body);
}

/* Orders and ranking. A version binds as it was signed: what an amendment cancels that nobody has accepted yet is still
 * on it (CASES.md 3). */
static gboolean
fill_ranking (RangOffice *office, RangBoardInput *input, OfficeBoard which, int number, GError **error)
{
  g_autoptr (GPtrArray) versions = rang_store_load_versions (office->store, input->day, input->unit->id, error);
  g_autoptr (RangVersionBody) body = NULL;
  const RangVersionRecord *version;

  if (versions == NULL)
    return FALSE;
  version = which != OFFICE_BOARD_OPEN ? choose_version (versions, which, number) : NULL;
  if (number > 0 && version == NULL)
    {
      office_refuse (error, NOT_FOUND, _ ("there is no version %d of that day’s board"), number);
      return FALSE;
    }
  if (version != NULL && (body = office_read_version (office, version, 0, error)) == NULL)
    return FALSE;
  if (!fill_orders (office, input, body != NULL && (which == OFFICE_BOARD_BINDING || number > 0) ? body->ranking : NULL,
                    error)
      || !office_fill_open_ranking (office, input, error))
    return FALSE;
  if (body == NULL)
    return TRUE;
  rang_version_body_fill (body, input);
  /* An older version is looked at as it was signed. */
  if (number == 0)
    input->now = office_clock_of_day (office, &(RangSession){ 0, input->day, input->unit->id });
  input->signed_version = (int)version->number;
  return TRUE;
}

const char *
office_language (RangOffice *office)
{
  const char *const *names = g_get_language_names ();

  if (office->settings->language[0] != '\0')
    return office->settings->language;
  return names[0] != NULL && g_str_has_prefix (names[0], "ro") ? "ro" : "en";
}

/* As the clock: tests that do not ask how good a plan is ask for one of few steps. */
static guint64
wanted_steps (void)
{
  const char *steps = g_getenv ("RANG_STEPS");

  return steps != NULL ? g_ascii_strtoull (steps, NULL, 10) : 0;
}

RangBoardInput *
office_load_version_input (
    RangOffice *office, const RangSession *session, OfficeBoard which, int number, GError **error)
{
  RangUnit *unit;
  g_autoptr (RangBoardInput) input = NULL;
  RangRules *rules;
  gint64 version;

  rang_store_prefetch_board (office->store, session->day, session->unit, session->day - REMEMBERED_DAYS);
  unit = load_unit (office, session->unit, error);
  if (unit == NULL)
    return NULL;
  input = rang_board_input_new (rang_settings_copy (office->settings), unit, session->day);
  rules = office_rules (office, session->day, &version, error);
  if (rules == NULL)
    return NULL;
  rang_board_input_set_rules (input, rules);
  input->rules_version = version;
  input->language = g_strdup (office_language (office));
  input->seed = SEED;
  input->steps = office->provisional ? FIRST_STEPS : wanted_steps ();
  if (!fill_office (office, input, error) || !office_take_roads (office, input, error)
      || !fill_ranking (office, input, which, number, error))
    return NULL;
  return g_steal_pointer (&input);
}

RangBoardInput *
office_load_input (RangOffice *office, const RangSession *session, OfficeBoard which, GError **error)
{
  return office_load_version_input (office, session, which, 0, error);
}

gboolean
office_is_signed (RangOffice *office, const RangSession *session, gboolean *is_signed, GError **error)
{
  g_autoptr (GPtrArray) versions = rang_store_load_versions (office->store, session->day, session->unit, error);

  if (versions == NULL)
    return FALSE;
  *is_signed = choose_version (versions, OFFICE_BOARD_NEWEST, 0) != NULL;
  return TRUE;
}
