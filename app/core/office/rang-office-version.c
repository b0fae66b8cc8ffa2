/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the signed versions of a day: what they are, acceptance and return. */
#include "office/rang-office-version.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "base/rang-digest.h"
#include "base/rang-text.h"
#include "board/rang-board-conflicts.h"
#include "office/rang-office-move-private.h"
#include "office/rang-office-version-private.h"
#include "office/rang-version-body.h"
#include "store/rang-store-conflicts.h"
#include "store/rang-store-log.h"
#include "store/rang-store-orders.h"
#include "store/rang-store-versions.h"

void
rang_version_info_free (RangVersionInfo *info)
{
  if (info == NULL)
    return;
  g_free (info->remark);
  g_free (info->fingerprint);
  g_free (info);
}

/* What goes on paper: the fingerprint of the log entry that signed the version, which the chain ties to all before. */
static char *
fingerprint_of (RangOffice *office, const RangVersionRecord *record)
{
  g_autoptr (RangLogEntry) entry = rang_store_load_log_entry (office->store, record->entry, NULL);

  return rang_digest_fingerprint (entry != NULL ? entry->hash : record->fingerprint);
}

RangVersionInfo *
office_version_info (RangOffice *office, const RangVersionRecord *record)
{
  RangVersionInfo *info = g_new0 (RangVersionInfo, 1);
  g_autoptr (GPtrArray) plans = rang_store_load_plans (office->store, record->id, NULL);

  info->number = (int)record->number;
  info->day = record->day;
  info->signed_by = record->signed_by;
  info->signed_for = office_behalf_of (office, record->entry);
  info->signed_at = record->signed_at;
  info->state = record->state;
  info->decided_by = record->decided_by;
  info->decided_for = office_behalf_of (office, record->decided_entry);
  info->decided_at = record->decided_at;
  info->remark = g_strdup (record->remark);
  info->amendment = record->amendment;
  info->fingerprint = fingerprint_of (office, record);
  info->plan = plans != NULL ? (int)plans->len + 1 : 1;
  return info;
}

GPtrArray *
rang_office_list_versions (RangOffice *office, const RangSession *session, GError **error)
{
  g_autoptr (GPtrArray) records = rang_store_load_versions (office->store, session->day, session->unit, error);
  GPtrArray *list;
  RangVersionInfo *binding = NULL;

  if (records == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_version_info_free);
  for (guint i = 0; i < records->len; i++)
    {
      RangVersionInfo *info = office_version_info (office, g_ptr_array_index (records, i));

      g_ptr_array_add (list, info);
      /* The accepted one binds; before the first acceptance the one that waits for it. */
      if (info->state == RANG_VERSION_ACCEPTED
          || (info->state == RANG_VERSION_SIGNED && (binding == NULL || binding->state != RANG_VERSION_ACCEPTED)))
        binding = info;
    }
  if (binding != NULL)
    binding->binding = TRUE;
  return list;
}

/* --- accepting and returning --- */

gboolean
office_set_states (RangOffice *office, const GArray *ranking, RangOrderState from, RangOrderState to, GError **error)
{
  for (guint i = 0; i < ranking->len; i++)
    {
      g_autoptr (RangOrder) order = rang_store_load_order (office->store, g_array_index (ranking, gint64, i), error);

      if (order == NULL)
        return FALSE;
      if (order->state != from)
        continue;
      order->state = to;
      if (!rang_store_save_order (office->store, order, error))
        return FALSE;
    }
  return TRUE;
}

/* The newest version that was not returned: a returned amendment lets the one below it wait again. */
static gboolean
find_waiting (RangOffice *office, const RangSession *session, RangVersionRecord **record, GError **error)
{
  g_autoptr (GPtrArray) versions = rang_store_load_versions (office->store, session->day, session->unit, error);
  const RangVersionRecord *standing = NULL;

  if (versions == NULL)
    return FALSE;
  for (guint i = 0; i < versions->len; i++)
    {
      const RangVersionRecord *version = g_ptr_array_index (versions, i);

      if (version->state != RANG_VERSION_RETURNED)
        standing = version;
    }
  if (standing != NULL && standing->state == RANG_VERSION_SIGNED)
    {
      *record = rang_version_record_copy (standing);
      return TRUE;
    }
  office_refuse (error, REFUSED, _ ("no signed board waits for acceptance; the head of sales hands it over first"));
  return FALSE;
}

/* CASES.md 3: one person may hold both roles; it is marked and a conflict. */
static gboolean
note_same_signer (RangOffice *office, const RangSession *session, const RangVersionRecord *record, GError **error)
{
  g_autoptr (RangConflict) conflict = NULL;

  if (record->signed_by != session->person)
    return TRUE;
  conflict = rang_conflict_new_same_signer (session->day, (int)record->number, session->person);
  conflict->since = rang_clock_now (office->clock);
  return rang_store_upsert_conflict (office->store, conflict, NULL, error);
}

static RangVersionInfo *
decide (RangOffice *office, const RangSession *session, RangVersionState state, const char *remark, GError **error)
{
  gboolean accepted = state == RANG_VERSION_ACCEPTED;
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangVersionRecord) record = NULL;
  g_autoptr (RangVersionBody) body = NULL;
  g_autoptr (RangLogEntry) entry = NULL;

  if (transaction == NULL
      || !office_allow (office, session, accepted ? RANG_ACTION_ACCEPT : RANG_ACTION_RETURN, 0, 0, transaction, error)
      || !find_waiting (office, session, &record, error))
    return NULL;
  body = rang_version_body_read (record->body, error);
  if (body == NULL)
    return NULL;
  entry = office_new_entry (office, session, accepted ? "accept" : "return");
  entry->subject = g_strdup_printf ("version/%" G_GINT64_FORMAT, record->number);
  entry->note = g_strdup (remark);
  if (!office_log (office, entry, error))
    return NULL;
  if (accepted && !office_settle_bumps (office, session, error))
    return NULL;
  record->state = state;
  record->decided_by = session->person;
  record->decided_at = entry->at;
  record->decided_entry = entry->entry;
  record->remark = g_strdup (remark);
  if (!rang_store_decide_version (office->store, record, error)
      || !office_set_states (office, body->ranking, RANG_ORDER_HANDED_OVER,
                             accepted ? RANG_ORDER_ACCEPTED : RANG_ORDER_SUBMITTED, error)
      || (accepted && !note_same_signer (office, session, record, error))
      || (!accepted && !office_after_return (office, session, record, entry->entry, error))
      || !rang_store_transaction_commit (transaction, error))
    return NULL;
  return office_version_info (office, record);
}

RangVersionInfo *
rang_office_accept (RangOffice *office, const RangSession *session, GError **error)
{
  return decide (office, session, RANG_VERSION_ACCEPTED, NULL, error);
}

RangVersionInfo *
rang_office_return (RangOffice *office, const RangSession *session, const char *note, GError **error)
{
  g_autofree char *clean = rang_text_clean_note (note);

  if (clean == NULL)
    {
      office_refuse (error, INVALID, _ ("say in a remark what is wrong with the board"));
      return NULL;
    }
  return decide (office, session, RANG_VERSION_RETURNED, clean, error);
}
