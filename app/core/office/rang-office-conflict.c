/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the conflicts of a day: found, listed until somebody decides them, lapsed when their cause is gone. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <json-glib/json-glib.h>

#include "base/rang-text.h"
#include "board/rang-board-conflicts.h"
#include "insight/rang-late-cause.h"
#include "office/rang-office-move-private.h"
#include "office/rang-office-day.h"
#include "store/rang-store-conflicts.h"
#include "store/rang-store-log.h"
#include "store/rang-store-orders.h"

/* Kinds that the board itself shows: they lapse when it no longer does. The others stay until they are decided. */
static gboolean
is_derived (RangConflictKind kind)
{
  return kind == RANG_CONFLICT_OVER_CAPACITY || kind == RANG_CONFLICT_CLIENT_CLAIMED_TWICE
         || kind == RANG_CONFLICT_ORDER_ENTERED_TWICE || kind == RANG_CONFLICT_IMPOSSIBLE_PROMISE
         || kind == RANG_CONFLICT_BUMPED_TOO_OFTEN || kind == RANG_CONFLICT_RESPONSIBILITY_UNCLEAR;
}

static RangConflict *
find_by_key (GPtrArray *conflicts, const char *key)
{
  for (guint i = 0; i < conflicts->len; i++)
    {
      RangConflict *conflict = g_ptr_array_index (conflicts, i);

      if (g_str_equal (conflict->key, key))
        return conflict;
    }
  return NULL;
}

/* What a conflict says of itself besides. */
static JsonObject *
parse_detail (const RangConflict *conflict)
{
  g_autoptr (JsonNode) node = conflict->detail != NULL ? json_from_string (conflict->detail, NULL) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_dup_object (node) : json_object_new ();
}

/* Whether the order that was displaced stands no worse than before: moved back, or lifted otherwise. */
static gboolean
is_restored (RangBoard *board, const RangConflict *conflict)
{
  g_autoptr (JsonObject) detail = parse_detail (conflict);
  const char *before = json_object_get_string_member_with_default (detail, "before", "");
  const RangBoardEntry *entry
      = conflict->orders->len > 1 ? rang_board_find (board, g_array_index (conflict->orders, gint64, 1)) : NULL;

  if (conflict->kind != RANG_CONFLICT_DISPLACED || entry == NULL)
    return FALSE;
  for (int state = RANG_PLAN_ON_TIME; state <= RANG_PLAN_NOT_TODAY; state++)
    if (g_str_equal (before, rang_board_state_to_nick ((RangPlanState)state)))
      return (int)entry->state <= state;
  return FALSE;
}

/* --- who answers --- */

static void
add_unclear (RangOffice *office,
             const RangSession *session,
             gint64 department,
             const char *role,
             const GArray *orders,
             GPtrArray *found)
{
  RangConflict *conflict
      = rang_conflict_new_unclear (session->day, department, role, office_holder (office, RANG_ROLE_HEAD_OF_SALES));

  g_array_append_vals (conflict->orders, orders->data, orders->len);
  g_ptr_array_add (found, conflict);
}

/* A gap: orders for which nobody holds the role that answers. The head of sales answers meanwhile. */
static void
find_unclear (RangOffice *office, const RangSession *session, RangBoard *board, GPtrArray *found)
{
  const GPtrArray *orders = rang_board_get_input (board)->orders;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint d = 0; d < office->departments->len; d++)
    {
      const RangDepartment *department = g_ptr_array_index (office->departments, d);
      g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (gint64));

      for (guint i = 0; i < orders->len; i++)
        {
          const RangOrder *order = ((RangBoardOrder *)g_ptr_array_index (orders, i))->order;

          if (order->department == department->id)
            g_array_append_val (own, order->number);
        }
      g_array_append_vals (all, own->data, own->len);
      if (own->len > 0 && office_head_of (office, department->id) == 0)
        add_unclear (office, session, department->id, "department-head", own, found);
    }
  if (all->len == 0)
    return;
  if (office_holder (office, RANG_ROLE_HEAD_OF_SALES) == 0)
    add_unclear (office, session, 0, "head-of-sales", all, found);
  if (office_holder (office, RANG_ROLE_DELIVERY_CHIEF) == 0)
    add_unclear (office, session, 0, "delivery-chief", all, found);
}

/* What is new or open again, and what has lapsed. */
static GPtrArray *
changes (RangOffice *office, RangBoard *board, GPtrArray *stored, GPtrArray *found)
{
  GPtrArray *changed = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_conflict_free);

  for (guint i = 0; i < found->len; i++)
    {
      RangConflict *conflict = g_ptr_array_index (found, i);
      const RangConflict *known = find_by_key (stored, conflict->key);

      if (known != NULL && known->state != RANG_CONFLICT_LAPSED)
        continue;
      conflict->since = rang_clock_now (office->clock);
      g_ptr_array_add (changed, rang_conflict_copy (conflict));
    }
  for (guint i = 0; i < stored->len; i++)
    {
      const RangConflict *known = g_ptr_array_index (stored, i);
      RangConflict *lapsed;

      if (known->state != RANG_CONFLICT_OPEN || !(is_derived (known->kind) || is_restored (board, known))
          || find_by_key (found, known->key) != NULL)
        continue;
      lapsed = rang_conflict_copy (known);
      lapsed->state = RANG_CONFLICT_LAPSED;
      g_ptr_array_add (changed, lapsed);
    }
  return changed;
}

/* Inside the caller's transaction. */
static gboolean
store_changes (RangOffice *office, GPtrArray *changed, GError **error)
{
  for (guint i = 0; i < changed->len; i++)
    {
      RangConflict *conflict = g_ptr_array_index (changed, i);

      if (conflict->state == RANG_CONFLICT_LAPSED ? !rang_store_update_conflict (office->store, conflict, error)
                                                  : !rang_store_upsert_conflict (office->store, conflict, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_changes (RangOffice *office, GPtrArray *changed, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);

  return transaction != NULL && store_changes (office, changed, error)
         && rang_store_transaction_commit (transaction, error);
}

static int
compare_conflicts (gconstpointer a, gconstpointer b)
{
  const RangConflict *one = *(const RangConflict *const *)a, *other = *(const RangConflict *const *)b;

  if (one->state != other->state)
    return one->state < other->state ? -1 : 1;
  if (one->since != other->since)
    return one->since > other->since ? -1 : 1;
  return one->id > other->id ? -1 : one->id < other->id;
}

/* Why an order was displaced: the reason of the override, given at once or later. Shown with it, not stored again. */
static gboolean
tell_reason (RangOffice *office, RangConflict *conflict, GError **error)
{
  g_autoptr (JsonObject) detail = parse_detail (conflict);
  gint64 entry = json_object_get_int_member_with_default (detail, "entry", 0);
  g_autoptr (RangMoveRecord) step = NULL;
  g_autoptr (JsonNode) node = NULL;

  if (conflict->kind != RANG_CONFLICT_DISPLACED || entry == 0)
    return TRUE;
  step = rang_store_load_move (office->store, entry, error);
  if (step == NULL)
    return FALSE;
  json_object_set_string_member (detail, "reason", step->reason != NULL ? step->reason : "");
  json_object_set_string_member (detail, "why", step->note != NULL ? step->note : "");
  json_object_set_int_member (detail, "by", step->who);
  node = json_node_init_object (json_node_alloc (), detail);
  g_free (conflict->detail);
  conflict->detail = json_to_string (node, FALSE);
  return TRUE;
}

/* What it cost afterwards: minutes late of the (one or two) orders it is about, once their outcomes are in. */
static gboolean
tell_outcomes (RangOffice *office, RangConflict *conflict, GError **error)
{
  g_autoptr (JsonObject) detail = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *outcomes = json_array_new ();

  for (guint i = 0; conflict->orders->len <= 2 && i < conflict->orders->len; i++)
    {
      gint64 number = g_array_index (conflict->orders, gint64, i);
      g_autoptr (RangOrder) order = rang_store_load_order (office->store, number, error);
      gint32 minutes;

      if (order == NULL)
        {
          json_array_unref (outcomes);
          return FALSE;
        }
      minutes = rang_outcome_minutes (order, conflict->day);
      if (minutes != RANG_NOT_KNOWN)
        {
          JsonObject *outcome = json_object_new ();

          json_object_set_int_member (outcome, "order", number);
          json_object_set_int_member (outcome, "minutes", minutes);
          json_array_add_object_element (outcomes, outcome);
        }
    }
  if (json_array_get_length (outcomes) == 0)
    {
      json_array_unref (outcomes);
      return TRUE;
    }
  detail = parse_detail (conflict);
  json_object_set_array_member (detail, "outcomes", outcomes);
  node = json_node_init_object (json_node_alloc (), detail);
  g_free (conflict->detail);
  conflict->detail = json_to_string (node, FALSE);
  return TRUE;
}

/* Returns: (transfer full): what is new on @board, and what lapsed, against what is @stored */
static GPtrArray *
find_new (RangOffice *office, const RangSession *session, RangBoard *board, GPtrArray *stored, GError **error)
{
  g_autoptr (GPtrArray) found = rang_board_find_conflicts (board);

  if (!office_find_bumped (office, board, found, error))
    return NULL;
  find_unclear (office, session, board, found);
  return changes (office, board, stored, found);
}

GPtrArray *
office_settle_conflicts (RangOffice *office, const RangSession *session, RangBoard *board, GError **error)
{
  g_autoptr (GPtrArray) stored = rang_store_load_conflicts (office->store, session->day, FALSE, error);
  g_autoptr (GPtrArray) changed = stored != NULL ? find_new (office, session, board, stored, error) : NULL;

  if (changed == NULL || !store_changes (office, changed, error))
    return NULL;
  return rang_store_load_conflicts (office->store, session->day, TRUE, error);
}

GPtrArray *
rang_office_list_conflicts (RangOffice *office, const RangSession *session, GError **error)
{
  g_autoptr (RangBoard) board = office_load_board (office, session, OFFICE_BOARD_NEWEST, NULL, error);

  if (board == NULL)
    return NULL;
  /* History is not found anew: what was not a conflict then is none now. A provisional board decides nothing. */
  if (!office->provisional && session->day >= rang_office_today (office))
    {
      g_autoptr (GPtrArray) stored = rang_store_load_conflicts (office->store, session->day, FALSE, error);
      g_autoptr (GPtrArray) changed = stored != NULL ? find_new (office, session, board, stored, error) : NULL;

      if (changed == NULL || (changed->len > 0 && !write_changes (office, changed, error)))
        return NULL;
    }
  return rang_office_list_known_conflicts (office, session, error);
}

GPtrArray *
rang_office_list_known_conflicts (RangOffice *office, const RangSession *session, GError **error)
{
  g_autoptr (GPtrArray) stored = rang_store_load_conflicts (office->store, session->day, FALSE, error);

  for (guint i = 0; stored != NULL && i < stored->len; i++)
    if (!tell_reason (office, g_ptr_array_index (stored, i), error)
        || !tell_outcomes (office, g_ptr_array_index (stored, i), error)
        || !office_tell_pulls (office, g_ptr_array_index (stored, i), error))
      return NULL;
  if (stored != NULL)
    g_ptr_array_sort (stored, compare_conflicts);
  return g_steal_pointer (&stored);
}

/* An open conflict of that number, on whatever day. */
static RangConflict *
load_open (RangOffice *office, gint64 id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (RangConflict) found = rang_store_load_conflict (office->store, id, &local);

  if (found != NULL && found->state == RANG_CONFLICT_OPEN)
    return g_steal_pointer (&found);
  if (found != NULL || g_error_matches (local, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND))
    office_refuse (error, NOT_FOUND, _ ("there is no open conflict %" PRId64 "; “rangctl conflicts” lists them"), id);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

gboolean
rang_office_decide_conflict (
    RangOffice *office, const RangSession *session, gint64 conflict, const char *note, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangLogEntry) entry = NULL;
  g_autofree char *clean = rang_text_clean_note (note);
  g_autoptr (RangConflict) found = NULL;

  if (transaction == NULL || !office_allow (office, session, RANG_ACTION_DECIDE_CONFLICT, 0, 0, transaction, error))
    return FALSE;
  found = load_open (office, conflict, error);
  if (found == NULL)
    return FALSE;
  if (clean == NULL)
    {
      office_refuse (error, INVALID, _ ("say in a note what is decided"));
      return FALSE;
    }
  entry = office_new_entry (office, session, "decide");
  entry->day = found->day;
  entry->subject = g_strdup_printf ("conflict/%" G_GINT64_FORMAT, conflict);
  entry->note = g_strdup (clean);
  if (found->orders->len > 0)
    entry->order = g_array_index (found->orders, gint64, 0);
  if (!office_log (office, entry, error))
    return FALSE;
  found->state = RANG_CONFLICT_DECIDED;
  found->decided_by = session->person;
  found->decided_at = entry->at;
  found->decided_entry = entry->entry;
  g_free (found->note);
  found->note = g_steal_pointer (&clean);
  return rang_store_update_conflict (office->store, found, error) && rang_store_transaction_commit (transaction, error);
}

/* --- answers --- */

/* The department that the session's person heads and that is party to the conflict; of a displaced order that of the
 * order that was displaced first. */
static gint64
own_department (RangOffice *office, const RangSession *session, const RangConflict *conflict)
{
  for (guint i = conflict->departments->len; i > 0; i--)
    {
      gint64 department = g_array_index (conflict->departments, gint64, i - 1);

      if (rang_permission_allows (office_find_person (office, session->person), RANG_ACTION_ANSWER_CONFLICT,
                                  department))
        return department;
    }
  return conflict->departments->len > 0 ? g_array_index (conflict->departments, gint64, 0) : -1;
}

static gboolean
check_answerable (RangOffice *office, const RangSession *session, const RangConflict *conflict, GError **error)
{
  RangSession day = { session->person, conflict->day, session->unit };
  g_autofree char *text = rang_day_format (conflict->day);
  gboolean is_signed;

  if (!office_is_signed (office, &day, &is_signed, error))
    return FALSE;
  if (!is_signed && conflict->day >= rang_office_today (office))
    return TRUE;
  office_refuse (error, CLOSED, _ ("the board of %s is handed over; it is too late to answer"), text);
  return FALSE;
}

gboolean
rang_office_answer_conflict (
    RangOffice *office, const RangSession *session, gint64 conflict, const char *note, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autofree char *clean = rang_text_clean_note (note);
  g_autoptr (RangConflict) found = transaction != NULL ? load_open (office, conflict, error) : NULL;
  g_autoptr (RangConflictAnswer) answer = NULL;
  g_autoptr (RangLogEntry) entry = NULL;

  if (found == NULL
      || !office_allow (office, session, RANG_ACTION_ANSWER_CONFLICT, own_department (office, session, found), 0,
                        transaction, error)
      || !check_answerable (office, session, found, error))
    return FALSE;
  if (clean == NULL)
    {
      office_refuse (error, INVALID, _ ("say in a note what the answer is"));
      return FALSE;
    }
  entry = office_new_entry (office, session, "answer");
  entry->day = found->day;
  entry->subject = g_strdup_printf ("conflict/%" G_GINT64_FORMAT, conflict);
  entry->note = g_strdup (clean);
  if (found->orders->len > 0)
    entry->order = g_array_index (found->orders, gint64, found->orders->len == 2 ? 1 : 0);
  if (!office_log (office, entry, error))
    return FALSE;
  answer = rang_conflict_answer_new (entry->entry, session->person, entry->at, clean);
  return rang_store_add_conflict_answer (office->store, conflict, answer, error)
         && rang_store_transaction_commit (transaction, error);
}
