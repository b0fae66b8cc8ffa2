/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the roster: who drives, when, and what is out of service, with what that does to the routes. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "board/rang-board-retime.h"
#include "office/rang-office-ahead-private.h"
#include "office/rang-office-delivery-private.h"
#include "store/rang-store-delivery.h"
#include "store/rang-store-resources.h"

void
rang_route_change_free (RangRouteChange *change)
{
  if (change == NULL)
    return;
  g_clear_pointer (&change->cost, rang_move_cost_free);
  g_clear_pointer (&change->harmed, g_array_unref);
  g_free (change);
}

/* --- what all changes of a day share --- */

gboolean
office_check_not_closed (RangOffice *office, const RangSession *session, GError **error)
{
  g_autofree char *day = rang_day_format (session->day);
  gboolean closed;

  if (!rang_store_is_day_closed (office->store, session->day, session->unit, &closed, error))
    return FALSE;
  if (closed)
    office_refuse (error, CLOSED, _ ("%s is closed; it stays as it is"), day);
  return !closed;
}

RangTime
office_clock_of_day (RangOffice *office, const RangSession *session)
{
  RangDay today;
  RangTime now = rang_office_now (office, &today);

  return session->day == today ? now : RANG_TIME_NONE;
}

gboolean
office_find_accepted (RangOffice *office, const RangSession *session, RangVersionRecord **record, GError **error)
{
  gboolean is_signed;

  *record = NULL;
  if (!rang_store_load_binding_version (office->store, session->day, session->unit, record, error)
      || !office_is_signed (office, session, &is_signed, error))
    return FALSE;
  if (*record != NULL && !is_signed)
    g_clear_pointer (record, rang_version_record_free);
  if (*record != NULL || !is_signed)
    return TRUE;
  office_refuse (error, REFUSED, _ ("the signed board is not accepted yet; accept it first"));
  return FALSE;
}

int
office_add_plan (RangOffice *office,
                 const RangSession *session,
                 const RangVersionRecord *version,
                 RangBoard *board,
                 const RangLogEntry *entry,
                 GError **error)
{
  g_autoptr (RangPlanRecord) plan = rang_plan_record_new ();

  plan->version = version->id;
  plan->entry = entry->entry;
  plan->made_by = session->person;
  plan->made_at = entry->at;
  plan->cause = g_strdup (entry->what);
  plan->body = rang_plan_body_write (board);
  /* Plan 1 is the one that was signed. */
  return rang_store_add_plan (office->store, plan, error) ? (int)plan->number + 1 : 0;
}

/* --- the roster --- */

/* "breakdown", "other": the office may have codes of its own. */
static gboolean
is_code (const char *reason)
{
  if (reason == NULL || !g_ascii_islower (reason[0]))
    return FALSE;
  for (const char *c = reason; *c != '\0'; c++)
    if (!g_ascii_islower (*c) && *c != '-')
      return FALSE;
  return TRUE;
}

static gboolean
check_entry (RangOffice *office, const RangRosterEntry *entry, GError **error)
{
  const RangPerson *courier = entry->courier != 0 ? office_find_person (office, entry->courier) : NULL;

  if (entry->out_of_service && !is_code (entry->reason))
    office_refuse (error, INVALID,
                   _ ("say why the van stays in: breakdown, accident, maintenance, no-courier or other"));
  else if (entry->shift.from < 0 || entry->shift.to <= entry->shift.from || entry->shift.to > RANG_TIME_END_OF_DAY)
    office_refuse (error, INVALID, _ ("a shift ends after it begins, by 24:00; give both times"));
  else if (entry->courier != 0 && (courier == NULL || !courier->active))
    office_refuse (error, NOT_FOUND, _ ("nobody with the id %" PRId64 " works here; choose a courier"), entry->courier);
  else
    return TRUE;
  return FALSE;
}

static const RangRosterEntry *
find_entry (GPtrArray *roster, gint64 resource)
{
  for (guint i = 0; i < roster->len; i++)
    if (((RangRosterEntry *)g_ptr_array_index (roster, i))->resource == resource)
      return g_ptr_array_index (roster, i);
  return NULL;
}

/* Nobody drives two vans at once. */
static gboolean
check_courier_is_free (RangOffice *office, GPtrArray *roster, const RangRosterEntry *entry, GError **error)
{
  for (guint i = 0; entry->courier != 0 && !entry->out_of_service && i < roster->len; i++)
    {
      const RangRosterEntry *other = g_ptr_array_index (roster, i);

      if (other->resource == entry->resource || other->courier != entry->courier || other->out_of_service
          || other->shift.from >= entry->shift.to || entry->shift.from >= other->shift.to)
        continue;
      office_refuse (error, REFUSED, _ ("%s drives another van at that time; choose another courier or other hours"),
                     rang_office_person_name (office, entry->courier));
      return FALSE;
    }
  return TRUE;
}

/* Locks to a van that stays in hold nobody any more; what it has delivered is done. */
static gboolean
drop_locks (RangOffice *office, const RangRosterEntry *entry, GString *data, GError **error)
{
  g_autoptr (GArray) locks = rang_store_load_locks (office->store, entry->day, error);
  const char *comma = "";

  if (locks == NULL)
    return FALSE;
  g_string_append (data, ",\"unlocked\":[");
  for (guint i = 0; entry->out_of_service && i < locks->len; i++)
    {
      const RangLock *lock = &g_array_index (locks, RangLock, i);

      if (lock->resource != entry->resource)
        continue;
      if (!rang_store_delete_lock (office->store, lock->order, error))
        return FALSE;
      g_string_append_printf (data, "%s%" G_GINT64_FORMAT, comma, lock->order);
      comma = ",";
    }
  g_string_append_c (data, ']');
  return TRUE;
}

static char *
describe (const RangRosterEntry *entry, const GString *unlocked)
{
  g_autofree char *from = rang_time_format (entry->shift.from), *to = rang_time_format (entry->shift.to);

  return g_strdup_printf ("{\"cause\":\"execution\",\"out_of_service\":%s,\"courier\":%" G_GINT64_FORMAT
                          ",\"shift_from\":\"%s\",\"shift_to\":\"%s\"%s}",
                          entry->out_of_service ? "true" : "false", entry->courier, from, to, unlocked->str);
}

/* Makes the change in what the board is made of; nobody is locked to a van that stays in. */
static void
put_entry (RangBoardInput *input, gconstpointer change)
{
  const RangRosterEntry *entry = change;

  for (guint i = 0; i < input->roster->len; i++)
    if (((RangRosterEntry *)input->roster->pdata[i])->resource == entry->resource)
      {
        rang_roster_entry_free (input->roster->pdata[i]);
        input->roster->pdata[i] = rang_roster_entry_copy (entry);
      }
  for (guint i = 0; entry->out_of_service && i < input->orders->len; i++)
    {
      RangBoardOrder *order = g_ptr_array_index (input->orders, i);

      if (order->lock == entry->resource)
        order->lock = 0;
    }
}

static char *
name_entry (const RangRosterEntry *entry)
{
  return g_strdup_printf ("roster %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %d %d", entry->resource, entry->courier,
                          entry->shift.from, entry->shift.to, entry->out_of_service);
}

/**
 * Roster:
 * @version: (nullable): the one that binds
 * @before, @after: the board with the old and with the new roster: a signed one timed anew, an open one as it follows
 *   from its ranking
 * @changed: whether a route of the signed board is another one
 */
typedef struct
{
  RangVersionRecord *version;
  RangBoard *before;
  RangBoard *after;
  gboolean changed;
} Roster;

static void
roster_clear (Roster *roster)
{
  g_clear_pointer (&roster->version, rang_version_record_free);
  g_clear_pointer (&roster->before, rang_board_unref);
  g_clear_pointer (&roster->after, rang_board_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Roster, roster_clear)

static gboolean
check_roster (RangOffice *office, const RangSession *session, const RangRosterEntry *entry, GError **error)
{
  g_autoptr (GPtrArray) roster = NULL;

  if (!check_entry (office, entry, error))
    return FALSE;
  roster = rang_office_list_roster (office, session, error);
  if (roster == NULL || !check_courier_is_free (office, roster, entry, error))
    return FALSE;
  if (find_entry (roster, entry->resource) != NULL)
    return TRUE;
  office_refuse (error, NOT_FOUND, _ ("that van is not on the day’s roster"));
  return FALSE;
}

static gboolean
plan_roster (
    RangOffice *office, const RangSession *session, const RangRosterEntry *entry, Roster *roster, GError **error)
{
  g_autofree char *name = name_entry (entry);
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (RangRetiming) retiming = NULL;

  if (!office_check_not_closed (office, session, error)
      || !office_find_accepted (office, session, &roster->version, error)
      || !check_roster (office, session, entry, error))
    return FALSE;
  roster->before = office_load_board (office, session, OFFICE_BOARD_BINDING, NULL, error);
  board = roster->before != NULL ? office_plan_changed (office, session, OFFICE_BOARD_BINDING, roster->before, name,
                                                        put_entry, entry, error)
                                 : NULL;
  if (board == NULL || roster->version == NULL)
    return (roster->after = g_steal_pointer (&board)) != NULL;
  retiming = rang_board_retime (board, 0, entry->resource, FALSE, office_clock_of_day (office, session), error);
  if (retiming == NULL)
    return FALSE;
  roster->changed = retiming->changed;
  roster->after = g_steal_pointer (&retiming->board);
  return TRUE;
}

static void
plan_roster_ahead (RangOffice *office, const RangSession *session, gpointer data, GCancellable *cancellable)
{
  g_auto (Roster) roster = { 0 };

  plan_roster (office, session, data, &roster, NULL);
}

static RangRouteChange *
change_new (RangBoard *before, RangBoard *after)
{
  static const gint64 nobody = 0;
  RangRouteChange *change = g_new0 (RangRouteChange, 1);

  change->harmed = g_array_new (FALSE, FALSE, sizeof (gint64));
  change->cost = rang_board_cost_against (before, after, &nobody, 0);
  return change;
}

static gboolean
log_change (RangOffice *office,
            const RangSession *session,
            const RangRosterEntry *entry,
            const GString *unlocked,
            const RangRouteChange *change,
            RangLogEntry **logged,
            GError **error)
{
  RangLogEntry *log = *logged = office_new_entry (office, session, "van");

  log->subject = g_strdup_printf ("resource/%" G_GINT64_FORMAT, entry->resource);
  log->reason = g_strdup (entry->out_of_service ? entry->reason : NULL);
  log->cost = office_cost_to_text (change->cost);
  log->data = describe (entry, unlocked);
  return office_log (office, log, error);
}

static gboolean
write_roster (RangOffice *office,
              const RangSession *session,
              const RangRosterEntry *entry,
              const Roster *roster,
              RangRouteChange *change,
              GError **error)
{
  g_autoptr (GString) unlocked = g_string_new (NULL);
  g_autoptr (RangLogEntry) logged = NULL;

  if (!rang_store_save_roster_entry (office->store, entry, error) || !drop_locks (office, entry, unlocked, error)
      || !log_change (office, session, entry, unlocked, change, &logged, error))
    return FALSE;
  change->entry = logged->entry;
  return !roster->changed
         || (change->plan = office_add_plan (office, session, roster->version, roster->after, logged, error)) != 0;
}

RangRouteChange *
rang_office_set_roster (
    RangOffice *office, const RangSession *session, const RangRosterEntry *entry, gboolean dry_run, GError **error)
{
  g_autoptr (RangRosterEntry) kept = rang_roster_entry_copy (entry);
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (RangRouteChange) change = NULL;
  g_auto (Roster) roster = { 0 };

  kept->day = session->day;
  transaction = office_begin_ahead (office, session, OFFICE_BOARD_BINDING, plan_roster_ahead, kept, NULL, error);
  if (transaction == NULL
      || !office_allow_as (office, session, RANG_ACTION_EDIT_ROSTER, "van", 0, 0, transaction, error)
      || !plan_roster (office, session, kept, &roster, error))
    return NULL;
  change = change_new (roster.before, roster.after);
  if (dry_run)
    return g_steal_pointer (&change);
  if (!write_roster (office, session, kept, &roster, change, error)
      || !rang_store_transaction_commit (transaction, error))
    return NULL;
  return g_steal_pointer (&change);
}
