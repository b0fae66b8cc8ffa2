/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for asking: pushes of department heads, what the delivery chief was asked, and the week's limit. */
#include "office/rang-office-push.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "base/rang-text.h"
#include "board/rang-board-conflicts.h"
#include "office/rang-office-ahead-private.h"
#include "office/rang-office-move-private.h"
#include "office/rang-office-order-private.h"
#include "office/rang-office-push-place-private.h"
#include "store/rang-store-conflicts.h"
#include "store/rang-store-log.h"
#include "store/rang-store-office.h"
#include "store/rang-store-pushes.h"
#include "store/rang-store-versions.h"

/* --- what is checked first --- */

static gboolean
check_day (RangOffice *office, const RangSession *session, GError **error)
{
  g_autofree char *day = rang_day_format (session->day);

  if (session->day >= rang_office_today (office))
    return TRUE;
  office_refuse (error, CLOSED, _ ("%s is gone by; its board stays as it is"), day);
  return FALSE;
}

static gboolean
check_order_open (const RangOrder *order, GError **error)
{
  if (rang_order_is_open (order))
    return TRUE;
  office_refuse (error, CLOSED, _ ("order %" PRId64 " is closed (%s); it stays as it is"), order->number,
                 rang_order_state_label (order->state));
  return FALSE;
}

static gboolean
check_not_pushed (RangOffice *office, const RangSession *session, gint64 order, gint64 by, GError **error)
{
  g_autoptr (GPtrArray) pushes = rang_store_load_pushes (office->store, session->day, error);

  for (guint i = 0; pushes != NULL && i < pushes->len; i++)
    {
      const RangPush *push = g_ptr_array_index (pushes, i);

      if (push->order != order || push->state != RANG_PUSH_OPEN || push->noted_by != 0 || push->asked_by != by)
        continue;
      office_refuse (error, REFUSED,
                     _ ("order %" PRId64 " is pushed already (push %" PRId64 "); wait for the head of sales"), order,
                     push->id);
      return FALSE;
    }
  return pushes != NULL;
}

static gboolean
check_budget (RangOffice *office, gint64 department, GError **error)
{
  int asked, most = office->settings->most_pushes;

  if (!rang_store_count_pushes (office->store, department, rang_push_week (rang_office_today (office)), &asked, error))
    return FALSE;
  if (asked < most)
    return TRUE;
  office_refuse (error, QUOTA,
                 ngettext ("the department has used up its %d push of this week; talk to the head of sales",
                           "the department has used up its %d pushes of this week; talk to the head of sales",
                           (gulong)most),
                 most);
  return FALSE;
}

/* --- keeping it --- */

static int
signed_version (RangOffice *office, const RangSession *session, GError **error)
{
  g_autoptr (GPtrArray) versions = rang_store_load_versions (office->store, session->day, session->unit, error);
  int number = 0;

  if (versions == NULL)
    return -1;
  for (guint i = 0; i < versions->len; i++)
    {
      const RangVersionRecord *version = g_ptr_array_index (versions, i);

      if (version->state != RANG_VERSION_RETURNED)
        number = (int)version->number;
    }
  return number;
}

static gboolean
note_late (RangOffice *office, const RangSession *session, const RangPush *push, GError **error)
{
  int version = signed_version (office, session, error);
  g_autoptr (RangConflict) conflict = NULL;

  if (version <= 0)
    return version == 0;
  conflict
      = rang_conflict_new_late_push (session->day, push->id, push->order, push->department, push->asked_by, version);
  conflict->since = push->asked_at;
  return rang_store_upsert_conflict (office->store, conflict, NULL, error);
}

static gboolean
write_push (RangOffice *office, const RangSession *session, RangPush *push, const char *what, GError **error)
{
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, what);

  push->day = session->day;
  push->unit = session->unit;
  push->asked_at = entry->at;
  push->week = rang_push_week (rang_office_today (office));
  entry->order = push->order;
  entry->from = push->from;
  entry->to = push->to;
  entry->reason = g_strdup (push->reason);
  entry->note = g_strdup (push->note);
  if (push->noted_by != 0)
    entry->subject = g_strdup_printf ("person/%" G_GINT64_FORMAT, push->asked_by);
  if (!office_log (office, entry, error))
    return FALSE;
  push->entry = entry->entry;
  return rang_store_add_push (office->store, push, error) && note_late (office, session, push, error)
         && office_find_tugs (office, session, push->order, error);
}

RangPush *
rang_office_push (RangOffice *office,
                  const RangSession *session,
                  gint64 number,
                  int place,
                  RangReasonCode reason,
                  const char *note,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autofree char *clean = rang_text_clean_note (note);
  g_auto (OfficeSought) sought = { number, place, 0, NULL };
  g_autoptr (RangStoreTransaction) transaction
      = office_begin_ahead (office, session, OFFICE_BOARD_NEWEST, office_seek_place_ahead, &sought, cancellable, error);
  g_autoptr (RangOrder) order = NULL;
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (RangPush) push = rang_push_new ();

  order = transaction != NULL ? office_load_order (office, number, error) : NULL;
  if (order == NULL || !office_allow (office, session, RANG_ACTION_PUSH, order->department, number, transaction, error)
      || !check_day (office, session, error) || !check_order_open (order, error)
      || !office_check_reason ((int)reason, clean, error))
    return NULL;
  board = office_load_board (office, session, OFFICE_BOARD_NEWEST, cancellable, error);
  if (board == NULL || !office_check_pushable (board, number, error)
      || !office_settle_place (board, &sought, cancellable, error)
      || !check_not_pushed (office, session, number, session->person, error)
      || !office_check_tug (office, number, error) || !check_budget (office, order->department, error))
    return NULL;
  push->order = number;
  push->department = order->department;
  push->asked_by = session->person;
  push->revision = (gint64)rang_board_get_revision (board);
  push->from = office_push_rank (board, number);
  push->to = sought.place;
  push->reason = g_strdup (rang_reason_to_nick (reason));
  push->note = g_steal_pointer (&clean);
  if (!write_push (office, session, push, "push", error) || !rang_store_transaction_commit (transaction, error))
    return NULL;
  return g_steal_pointer (&push);
}

RangPush *
rang_office_asked (
    RangOffice *office, const RangSession *session, gint64 number, gint64 by, const char *how, GError **error)
{
  g_auto (OfficeSought) sought = { number, 0, 0, NULL };
  g_autoptr (RangStoreTransaction) transaction
      = office_begin_ahead (office, session, OFFICE_BOARD_NEWEST, office_seek_place_ahead, &sought, NULL, error);
  g_autoptr (RangOrder) order = NULL;
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (RangPush) push = rang_push_new ();

  order = transaction != NULL ? office_load_order (office, number, error) : NULL;
  if (order == NULL || !office_allow (office, session, RANG_ACTION_NOTE_ASKED, 0, number, transaction, error)
      || !check_day (office, session, error) || !check_order_open (order, error))
    return NULL;
  if (office_find_person (office, by) == NULL)
    {
      office_refuse (error, NOT_FOUND, _ ("there is no person %" PRId64 "; “rangctl people” lists everybody"), by);
      return NULL;
    }
  board = office_load_board (office, session, OFFICE_BOARD_NEWEST, NULL, error);
  if (board == NULL || !office_check_pushable (board, number, error)
      || !office_seek_place (board, &sought, NULL, error))
    return NULL;
  push->order = number;
  push->department = order->department;
  push->asked_by = by;
  push->noted_by = session->person;
  push->revision = (gint64)rang_board_get_revision (board);
  push->from = office_push_rank (board, number);
  push->to = sought.place != 0 ? sought.place : push->from;
  push->note = rang_text_clean_note (how);
  if (!write_push (office, session, push, "asked", error) || !rang_store_transaction_commit (transaction, error))
    return NULL;
  return g_steal_pointer (&push);
}

/* --- lists and limits --- */

static int
compare_pushes (gconstpointer a, gconstpointer b)
{
  const RangPush *one = *(const RangPush *const *)a, *other = *(const RangPush *const *)b;
  gboolean open_one = one->state == RANG_PUSH_OPEN, open_other = other->state == RANG_PUSH_OPEN;

  if (open_one != open_other)
    return open_one ? -1 : 1;
  return one->id > other->id ? -1 : one->id < other->id;
}

GPtrArray *
rang_office_list_pushes (RangOffice *office, const RangSession *session, GError **error)
{
  GPtrArray *pushes = rang_store_load_pushes (office->store, session->day, error);

  if (pushes != NULL)
    g_ptr_array_sort (pushes, compare_pushes);
  return pushes;
}

GArray *
rang_office_list_push_budgets (RangOffice *office, GError **error)
{
  g_autoptr (GArray) budgets = g_array_new (FALSE, FALSE, sizeof (RangPushBudget));
  RangDay week = rang_push_week (rang_office_today (office));

  for (guint i = 0; i < office->departments->len; i++)
    {
      const RangDepartment *department = g_ptr_array_index (office->departments, i);
      RangPushBudget budget = { department->id, 0, office->settings->most_pushes };

      if (!rang_store_count_pushes (office->store, department->id, week, &budget.asked, error))
        return NULL;
      g_array_append_val (budgets, budget);
    }
  return g_steal_pointer (&budgets);
}

gboolean
rang_office_set_most_pushes (RangOffice *office, const RangSession *session, int most, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangSettings) settings = NULL;
  g_autoptr (RangLogEntry) entry = NULL;

  if (transaction == NULL
      || !office_allow_as (office, session, RANG_ACTION_MANAGE_OFFICE, "settings", 0, 0, transaction, error))
    return FALSE;
  if (most < 0)
    {
      office_refuse (error, INVALID, _ ("%d is no number of pushes; give 0 or more"), most);
      return FALSE;
    }
  if (most == office->settings->most_pushes)
    return TRUE;
  settings = rang_settings_copy (office->settings);
  entry = office_new_entry (office, session, "settings");
  entry->data = g_strdup_printf ("{\"most_pushes\":{\"old\":%d,\"new\":%d}}", settings->most_pushes, most);
  settings->most_pushes = most;
  return rang_store_save_settings (office->store, settings, error) && office_log (office, entry, error)
         && rang_store_transaction_commit (transaction, error) && office_reload (office, error);
}
