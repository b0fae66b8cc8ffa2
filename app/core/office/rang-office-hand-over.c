/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the hand-over: what stands in its way, what is listed in it, and the signature. */
#include "office/rang-office-ahead-private.h"
#include "office/rang-office-version.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "base/rang-digest.h"
#include "office/rang-office-day.h"
#include "office/rang-office-move-private.h"
#include "office/rang-office-version-private.h"
#include "office/rang-version-body.h"
#include "store/rang-store-versions.h"

/* --- what stands in the way --- */

void
rang_hand_over_check_free (RangHandOverCheck *check)
{
  if (check == NULL)
    return;
  g_clear_pointer (&check->pending, g_ptr_array_unref);
  g_clear_pointer (&check->conflicts, g_ptr_array_unref);
  g_array_unref (check->unscored);
  g_array_unref (check->unlocated);
  g_array_unref (check->not_ready);
  g_clear_pointer (&check->cost, rang_move_cost_free);
  g_free (check);
}

gboolean
rang_hand_over_check_blocks (const RangHandOverCheck *check)
{
  return check->pending->len + check->unscored->len > 0;
}

/* @conflicts: (transfer full): the open ones */
static RangHandOverCheck *
check_new (RangOffice *office, const RangSession *session, RangBoard *board, GPtrArray *conflicts, GError **error)
{
  g_autoptr (RangHandOverCheck) check = g_new0 (RangHandOverCheck, 1);
  const GPtrArray *unscored = rang_board_get_unscored (board);
  g_autoptr (RangBoard) suggested = rang_board_suggested (board);

  check->revision = rang_board_get_revision (board);
  check->conflicts = conflicts;
  check->unscored = g_array_new (FALSE, FALSE, sizeof (gint64));
  check->unlocated = g_array_new (FALSE, FALSE, sizeof (gint64));
  check->not_ready = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < unscored->len; i++)
    g_array_append_val (check->unscored, ((RangBoardUnscored *)g_ptr_array_index (unscored, i))->number);
  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);

      if (entry->marks & RANG_MARK_UNLOCATED)
        g_array_append_val (check->unlocated, entry->number);
      if (entry->marks & RANG_MARK_NOT_READY)
        g_array_append_val (check->not_ready, entry->number);
      check->placed += entry->placed != NULL;
    }
  check->cost = rang_board_cost_against (suggested, board, NULL, 0);
  check->pending = rang_office_list_pending_reasons (office, session, error);
  return check->pending != NULL ? g_steal_pointer (&check) : NULL;
}

RangHandOverCheck *
rang_office_check_hand_over (RangOffice *office, const RangSession *session, GError **error)
{
  /* Finds what is new first. */
  GPtrArray *conflicts = rang_office_list_conflicts (office, session, error);
  g_autoptr (RangBoard) board = NULL;

  if (conflicts == NULL)
    return NULL;
  for (guint i = conflicts->len; i > 0; i--)
    if (((RangConflict *)g_ptr_array_index (conflicts, i - 1))->state != RANG_CONFLICT_OPEN)
      g_ptr_array_remove_index (conflicts, i - 1);
  board = office_load_board (office, session, OFFICE_BOARD_OPEN, NULL, error);
  if (board == NULL)
    {
      g_ptr_array_unref (conflicts);
      return NULL;
    }
  return check_new (office, session, board, conflicts, error);
}

static gboolean
refuse_blocked (const RangHandOverCheck *check, RangBoard *board, GError **error)
{
  if (rang_board_get_n_entries (board) == 0)
    office_refuse (error, BLOCKED, _ ("there is nothing on the board; submit orders first"));
  else if (check->unscored->len > 0)
    office_refuse (error, BLOCKED,
                   ngettext ("%u order could not be scored; mend the order or the rules first",
                             "%u orders could not be scored; mend the orders or the rules first", check->unscored->len),
                   check->unscored->len);
  else if (check->pending->len > 0)
    {
      const RangPendingReason *pending = g_ptr_array_index (check->pending, 0);

      office_refuse (error, BLOCKED,
                     ngettext ("%u move owes a reason (entry %" PRId64 "); give it with “reason” first",
                               "%u moves owe a reason (the last is entry %" PRId64 "); give them with “reason” "
                               "first",
                               check->pending->len),
                     check->pending->len, pending->entry);
    }
  else
    return FALSE;
  return TRUE;
}

/* --- signing --- */

RangVersionRecord *
office_sign (RangOffice *office,
             const RangSession *session,
             RangBoard *board,
             RangVersionRecord *based_on,
             const char *listed,
             RangLogEntry *entry,
             GError **error)
{
  g_autoptr (RangVersionRecord) record = rang_version_record_new ();

  record->day = session->day;
  record->unit = session->unit;
  record->revision = (gint64)rang_board_get_revision (board);
  record->signed_by = session->person;
  record->signed_at = entry->at;
  record->body = rang_version_body_write (board);
  record->state = RANG_VERSION_SIGNED;
  if (based_on != NULL)
    {
      record->amendment = TRUE;
      record->based_on = based_on->id;
    }
  record->number = rang_store_next_version_number (office->store, session->day, session->unit, error);
  if (record->number == 0 || office_rules (office, session->day, &record->rules, error) == NULL)
    return NULL;
  /* The log holds what was signed by its digest, so that neither can be changed alone. */
  record->fingerprint = rang_digest_sha256 (record->body, strlen (record->body));
  if (entry->subject == NULL)
    entry->subject = g_strdup_printf ("version/%" G_GINT64_FORMAT, record->number);
  g_free (entry->data);
  entry->data
      = g_strdup_printf ("{\"version\":%" G_GINT64_FORMAT ",\"sha256\":\"%s\"%s}", record->number,
                         record->fingerprint, listed != NULL ? listed : "");
  g_clear_pointer (&record->fingerprint, g_free);
  if (!office_log (office, entry, error))
    return NULL;
  record->entry = entry->entry;
  return rang_store_add_version (office->store, record, error) ? g_steal_pointer (&record) : NULL;
}

static void
append_orders (GString *text, const char *member, const GArray *orders)
{
  g_string_append_printf (text, ",\"%s\":[", member);
  for (guint i = 0; i < orders->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "," : "", g_array_index (orders, gint64, i));
  g_string_append_c (text, ']');
}

/* What is listed in the hand-over, as members of the entry's data. */
static char *
listed_to_text (const RangHandOverCheck *check)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GArray) conflicts = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < check->conflicts->len; i++)
    g_array_append_val (conflicts, ((RangConflict *)g_ptr_array_index (check->conflicts, i))->id);
  append_orders (text, "conflicts", conflicts);
  append_orders (text, "unlocated", check->unlocated);
  append_orders (text, "not_ready", check->not_ready);
  return g_string_free (text, FALSE);
}

/* The board that is signed, and its check; refused when it cannot be signed, or is not what was looked at. */
static RangBoard *
load_for_signature (
    RangOffice *office, const RangSession *session, guint64 revision, RangHandOverCheck **check, GError **error)
{
  g_autoptr (RangBoard) board = office_load_board (office, session, OFFICE_BOARD_OPEN, NULL, error);
  GPtrArray *conflicts = board != NULL ? office_settle_conflicts (office, session, board, error) : NULL;

  *check = conflicts != NULL ? check_new (office, session, board, conflicts, error) : NULL;
  if (*check == NULL || refuse_blocked (*check, board, error))
    return NULL;
  if (revision != 0 && revision != (*check)->revision)
    {
      office_refuse (error, STALE,
                     _ ("the board has changed since its difference to the suggestion was looked at; look again"));
      return NULL;
    }
  return g_steal_pointer (&board);
}

RangVersionInfo *
rang_office_hand_over (
    RangOffice *office, const RangSession *session, guint64 revision, RangHandOverCheck **checked, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (RangHandOverCheck) check = NULL;
  g_autoptr (RangBoard) board = NULL;
  g_autoptr (RangVersionRecord) record = NULL;
  g_autoptr (RangLogEntry) entry = NULL;
  g_autofree char *listed = NULL;

  transaction = office_begin_ahead (office, session, OFFICE_BOARD_OPEN, NULL, NULL, NULL, error);
  if (transaction == NULL || !office_allow (office, session, RANG_ACTION_HAND_OVER, 0, 0, transaction, error)
      || !office_check_board_open (office, session, error))
    return NULL;
  board = load_for_signature (office, session, revision, &check, error);
  if (board == NULL)
    return NULL;
  entry = office_new_entry (office, session, "handover");
  entry->cost = office_cost_to_text (check->cost);
  listed = listed_to_text (check);
  record = office_sign (office, session, board, NULL, listed, entry, error);
  if (record == NULL
      || !office_set_states (office, rang_board_get_ranking (board), RANG_ORDER_SUBMITTED, RANG_ORDER_HANDED_OVER,
                             error)
      || !rang_store_transaction_commit (transaction, error))
    return NULL;
  if (checked != NULL)
    *checked = g_steal_pointer (&check);
  return office_version_info (office, record);
}
