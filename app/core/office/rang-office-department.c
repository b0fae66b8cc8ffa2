/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a department's own list: its order, its quota, its submission. */
#include "office/rang-office-department.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "board/rang-board-conflicts.h"
#include "board/rang-ranking.h"
#include "office/rang-office-board-private.h"
#include "office/rang-office-department-private.h"
#include "office/rang-office-order-private.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-conflicts.h"
#include "store/rang-store-lists.h"
#include "store/rang-store-log.h"
#include "store/rang-store-moves.h"
#include "store/rang-store-orders.h"

void
rang_department_list_free (RangDepartmentList *list)
{
  if (list == NULL)
    return;
  g_ptr_array_unref (list->orders);
  g_ptr_array_unref (list->to_complete);
  g_free (list);
}

GArray *
office_numbers_of (GPtrArray *orders)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < orders->len; i++)
    g_array_append_val (numbers, ((RangOrder *)g_ptr_array_index (orders, i))->number);
  return numbers;
}

static guint
count_high (GPtrArray *orders)
{
  guint high = 0;

  for (guint i = 0; i < orders->len; i++)
    high += ((RangOrder *)g_ptr_array_index (orders, i))->importance == RANG_IMPORTANCE_HIGH ? 1 : 0;
  return high;
}

/* What waits belongs to the department it names, or to every department while it names none. */
static gboolean
waits_for (const RangOrder *order, gint64 department)
{
  return order->state == RANG_ORDER_TO_COMPLETE && (order->department == 0 || order->department == department);
}

static gboolean
is_restated (GPtrArray *orders)
{
  for (guint i = 0; i < orders->len; i++)
    {
      const RangOrder *order = g_ptr_array_index (orders, i);

      if (rang_order_counted_importance (order) != order->importance)
        return TRUE;
    }
  return FALSE;
}

static void
fill_state (
    RangOffice *office, RangDepartmentList *list, const RangListRecord *stored, GPtrArray *orders, const GArray *numbers)
{
  list->head = office_head_of (office, list->department);
  list->revision = (guint64)stored->revision;
  list->submitted_at = stored->submitted_at;
  list->submitted_by = stored->submitted_by;
  list->submitted_for = office_behalf_of (office, stored->submitted_entry);
  list->changed = !rang_ranking_equal (stored->submitted, numbers) || is_restated (orders);
}

RangDepartmentList *
rang_office_get_department_list (RangOffice *office, const RangSession *session, gint64 department, GError **error)
{
  g_autoptr (RangStoreTransaction) reading = rang_store_begin_read (office->store, error);
  g_autoptr (GPtrArray) orders = reading != NULL ? office_load_list (office, session->day, department, error) : NULL;
  g_autoptr (GPtrArray) waiting = orders != NULL ? rang_store_load_orders_to_complete (office->store, error) : NULL;
  g_autoptr (RangListRecord) stored
      = waiting != NULL ? rang_store_load_list (office->store, session->day, department, error) : NULL;
  g_autoptr (GArray) numbers = NULL;
  RangDepartmentList *list;

  if (stored == NULL)
    return NULL;
  numbers = office_numbers_of (orders);
  list = g_new0 (RangDepartmentList, 1);
  list->department = department;
  list->high = count_high (orders);
  list->high_allowed = (guint)rang_settings_high_allowed (office->settings, (int)orders->len);
  list->orders = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_order_view_free);
  list->to_complete = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_order_view_free);
  fill_state (office, list, stored, orders, numbers);
  for (guint i = 0; i < orders->len; i++)
    g_ptr_array_add (list->orders, office_view_order (office, rang_order_copy (g_ptr_array_index (orders, i)), NULL));
  for (guint i = 0; i < waiting->len; i++)
    if (waits_for (g_ptr_array_index (waiting, i), department))
      g_ptr_array_add (list->to_complete,
                       office_view_order (office, rang_order_copy (g_ptr_array_index (waiting, i)), NULL));
  return list;
}

/* --- ranking --- */

gboolean
office_rank_list (RangOffice *office,
                  const RangSession *session,
                  gint64 department,
                  const gint64 *orders,
                  gsize n_orders,
                  GArray *before,
                  GArray *after,
                  const RangLogEntry *entry,
                  GError **error)
{
  g_autoptr (RangMoveRecord) step = rang_move_record_new (RANG_MOVE_RANK);

  /* The list as it was is kept too, since orders come to it without a revision of its own. */
  if (!rang_store_rank_list (office->store, session->day, department, entry->entry, before, NULL, error)
      || !rang_store_rank_list (office->store, session->day, department, entry->entry, after, &step->revision, error))
    return FALSE;
  step->entry = entry->entry;
  step->day = session->day;
  step->department = department;
  step->who = session->person;
  step->from = (gint32)entry->from;
  step->to = (gint32)entry->to;
  g_array_append_vals (step->orders, orders, (guint)n_orders);
  return rang_store_add_move (office->store, step, error);
}

gboolean
office_submit_list (
    RangOffice *office, gint64 department, const GArray *ranking, const RangLogEntry *entry, GError **error)
{
  g_autoptr (RangListRecord) record = rang_store_load_list (office->store, entry->day, department, error);

  if (record == NULL)
    return FALSE;
  record->submitted_at = entry->at;
  record->submitted_by = entry->who;
  record->submitted_entry = entry->entry;
  g_array_set_size (record->submitted, 0);
  g_array_append_vals (record->submitted, ranking->data, ranking->len);
  return rang_store_submit_list (office->store, record, error);
}

gboolean
office_check_day_open (RangOffice *office, const RangSession *session, GError **error)
{
  g_autofree char *day = rang_day_format (session->day);

  if (session->day >= rang_office_today (office))
    return TRUE;
  office_refuse (error, CLOSED, _ ("%s is gone by; it is history, and nothing can be ranked or submitted"), day);
  return FALSE;
}

static gboolean
check_all_in (const GArray *numbers, const gint64 *orders, gsize n_orders, GError **error)
{
  for (gsize i = 0; i < n_orders; i++)
    if (rang_ranking_find (numbers, orders[i]) == 0)
      {
        office_refuse (error, NOT_FOUND,
                       _ ("order %" PRId64 " is not in the department’s list of that day; complete it, or "
                          "choose its day with --day"),
                       orders[i]);
        return FALSE;
      }
  return TRUE;
}

gboolean
rang_office_rank (
    RangOffice *office, const RangSession *session, const gint64 *orders, gsize n_orders, int place, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangOrder) first = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GArray) before = NULL, after = NULL;
  g_autoptr (RangLogEntry) entry = NULL;

  g_return_val_if_fail (n_orders > 0 && place > 0, FALSE);
  first = transaction != NULL ? office_load_order (office, orders[0], error) : NULL;
  if (first == NULL
      || !office_allow (office, session, RANG_ACTION_RANK, first->department, first->number, transaction, error)
      || !office_check_day_open (office, session, error))
    return FALSE;
  list = office_load_list (office, session->day, first->department, error);
  if (list == NULL)
    return FALSE;
  before = office_numbers_of (list);
  if (!check_all_in (before, orders, n_orders, error))
    return FALSE;
  if (place > (int)before->len)
    {
      office_refuse (error, INVALID, _ ("the list has %u places; give one of them"), before->len);
      return FALSE;
    }
  after = rang_ranking_move (before, orders, n_orders, (guint)place);
  if (rang_ranking_equal (before, after))
    return TRUE;
  entry = office_new_entry (office, session, "rank");
  entry->order = orders[0];
  entry->subject = g_strdup_printf ("department/%" G_GINT64_FORMAT, first->department);
  entry->from = rang_ranking_find (before, orders[0]);
  entry->to = rang_ranking_find (after, orders[0]);
  entry->data = n_orders > 1 ? office_orders_to_text (orders, n_orders) : NULL;
  return office_log (office, entry, error)
         && office_rank_list (office, session, first->department, orders, n_orders, before, after, entry, error)
         && rang_store_transaction_commit (transaction, error);
}

/* --- submission --- */

static gboolean
is_quota_of (const RangConflict *conflict, gint64 department)
{
  return conflict->kind == RANG_CONFLICT_HIGH_OVER_QUOTA && rang_conflict_has_department (conflict, department);
}

/* Whether the head of sales has decided that so many, or more, may be high. */
static gboolean
is_permitted (GPtrArray *stored, gint64 department, guint high)
{
  for (guint i = 0; i < stored->len; i++)
    {
      const RangConflict *known = g_ptr_array_index (stored, i);

      if (is_quota_of (known, department) && known->state == RANG_CONFLICT_DECIDED && known->orders->len >= high)
        return TRUE;
    }
  return FALSE;
}

/* One open question a list: it takes on the count of the newest attempt. */
static gboolean
keep_over_quota (RangOffice *office, GPtrArray *stored, gint64 department, RangConflict *conflict, GError **error)
{
  for (guint i = 0; i < stored->len; i++)
    {
      const RangConflict *known = g_ptr_array_index (stored, i);

      if (!is_quota_of (known, department) || known->state != RANG_CONFLICT_OPEN)
        continue;
      conflict->id = known->id;
      conflict->since = known->since;
      return rang_store_update_conflict (office->store, conflict, error);
    }
  return rang_store_upsert_conflict (office->store, conflict, NULL, error);
}

/* A list within what is allowed leaves nothing to decide. */
static gboolean
lapse_over_quota (RangOffice *office, GPtrArray *stored, gint64 department, GError **error)
{
  for (guint i = 0; i < stored->len; i++)
    {
      RangConflict *known = g_ptr_array_index (stored, i);

      if (!is_quota_of (known, department) || known->state != RANG_CONFLICT_OPEN)
        continue;
      known->state = RANG_CONFLICT_LAPSED;
      if (!rang_store_update_conflict (office->store, known, error))
        return FALSE;
    }
  return TRUE;
}

static GArray *
high_of (GPtrArray *list)
{
  GArray *high = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < list->len; i++)
    {
      const RangOrder *order = g_ptr_array_index (list, i);

      if (order->importance == RANG_IMPORTANCE_HIGH)
        g_array_append_val (high, order->number);
    }
  return high;
}

/* CASES.md 20: refused, and the conflict stays with the list's count. */
static gboolean
check_quota (RangOffice *office,
             const RangSession *session,
             gint64 department,
             GPtrArray *list,
             RangStoreTransaction *transaction,
             GError **error)
{
  int allowed = rang_settings_high_allowed (office->settings, (int)list->len);
  g_autoptr (GArray) high = high_of (list);
  g_autoptr (GPtrArray) stored = rang_store_load_conflicts (office->store, session->day, FALSE, error);
  g_autoptr (RangConflict) conflict = NULL;
  g_autoptr (RangLogEntry) entry = NULL;

  if (stored == NULL)
    return FALSE;
  if ((int)high->len <= allowed || is_permitted (stored, department, high->len))
    return lapse_over_quota (office, stored, department, error);
  conflict = rang_conflict_new_high_over_quota (session->day, department, (const gint64 *)(gpointer)high->data,
                                                high->len, allowed, session->person);
  conflict->since = rang_clock_now (office->clock);
  entry = office_new_entry (office, session, "refused-attempt");
  entry->note = g_strdup ("submit");
  entry->subject = g_strdup_printf ("department/%" G_GINT64_FORMAT, department);
  if (!keep_over_quota (office, stored, department, conflict, error) || !office_log (office, entry, error)
      || !rang_store_transaction_commit (transaction, error))
    return FALSE;
  office_refuse (
      error, QUOTA,
      ngettext ("%u order of the list is of high importance, %d may be; lower some, or let the head of sales "
                "decide the conflict",
                "%u orders of the list are of high importance, %d may be; lower some, or let the head of "
                "sales decide the conflict",
                high->len),
      high->len, allowed);
  return FALSE;
}

static int
mark_submitted (RangOffice *office, GPtrArray *list, GError **error)
{
  int joined = 0;

  for (guint i = 0; i < list->len; i++)
    {
      RangOrder *order = g_ptr_array_index (list, i);

      order->submitted_rank = (gint32)i + 1;
      order->submitted_length = (gint32)list->len;
      order->submitted_importance = RANG_IMPORTANCE_UNKNOWN;
      if (order->state == RANG_ORDER_ENTERED)
        {
          order->state = RANG_ORDER_SUBMITTED;
          order->promise_proposed = FALSE;
          if (order->first_promised_day == RANG_DAY_NONE)
            order->first_promised_day = order->promised_day;
          joined++;
        }
      if (!rang_store_save_order (office->store, order, error))
        return -1;
    }
  return joined;
}

int
rang_office_submit (RangOffice *office, const RangSession *session, gint64 department, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GArray) numbers = NULL;
  g_autoptr (RangLogEntry) entry = NULL;
  int joined;

  if (transaction == NULL || !office_allow (office, session, RANG_ACTION_SUBMIT, department, 0, transaction, error)
      || !office_check_day_open (office, session, error))
    return -1;
  list = office_load_list (office, session->day, department, error);
  if (list == NULL)
    return -1;
  if (list->len == 0)
    {
      office_refuse (error, REFUSED, _ ("the list is empty; import or enter orders first"));
      return -1;
    }
  if (!check_quota (office, session, department, list, transaction, error))
    return -1;
  joined = mark_submitted (office, list, error);
  numbers = office_numbers_of (list);
  entry = office_new_entry (office, session, "submit");
  entry->subject = g_strdup_printf ("department/%" G_GINT64_FORMAT, department);
  entry->data = office_orders_to_text ((const gint64 *)(gpointer)numbers->data, numbers->len);
  if (joined < 0 || !office_log (office, entry, error)
      || !office_submit_list (office, department, numbers, entry, error)
      || !office_rejoin_board (office, session, entry->entry, error)
      || !rang_store_transaction_commit (transaction, error))
    return -1;
  return joined;
}
