/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the chain of hashes over the log and for finding where it is broken. */
#include "log/rang-log-chain.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
add_text (GString *bytes, const char *name, const char *value)
{
  char digits[24];
  gsize length;

  if (value == NULL)
    return;
  length = strlen (value);
  g_string_append (bytes, name);
  g_string_append_c (bytes, '=');
  g_snprintf (digits, sizeof digits, "%" G_GSIZE_FORMAT, length);
  g_string_append (bytes, digits);
  g_string_append_c (bytes, ':');
  g_string_append_len (bytes, value, (gssize)length);
  g_string_append_c (bytes, '\n');
}

static void
add_number (GString *bytes, const char *name, gint64 value)
{
  char digits[24];

  if (value == 0)
    return;
  g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, value);
  add_text (bytes, name, digits);
}

void
rang_log_canonical (const RangLogEntry *entry, GString *bytes)
{
  g_autofree char *at = rang_instant_format (entry->at);
  g_autofree char *day = rang_day_format (entry->day);

  g_string_truncate (bytes, 0);
  add_number (bytes, "entry", entry->entry);
  add_text (bytes, "at", at);
  add_text (bytes, "day", day);
  add_number (bytes, "unit", entry->unit);
  add_number (bytes, "who", entry->who);
  add_number (bytes, "behalf", entry->behalf);
  add_text (bytes, "what", entry->what);
  add_number (bytes, "order", entry->order);
  add_number (bytes, "client", entry->client);
  add_text (bytes, "subject", entry->subject);
  add_number (bytes, "from", entry->from);
  add_number (bytes, "to", entry->to);
  add_text (bytes, "reason", entry->reason);
  add_text (bytes, "note", entry->note);
  add_text (bytes, "cost", entry->cost);
  add_text (bytes, "data", entry->data);
  add_text (bytes, "previous", entry->previous);
}

char *
rang_log_hash (const RangLogEntry *entry)
{
  g_autoptr (GString) bytes = g_string_sized_new (512);

  rang_log_canonical (entry, bytes);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *)bytes->str, bytes->len);
}

void
rang_log_chain (RangLogEntry *entry, gint64 number, const char *previous)
{
  g_return_if_fail (number > 0);
  g_return_if_fail ((number == 1) == (previous == NULL));

  entry->entry = number;
  g_free (entry->previous);
  entry->previous = g_strdup (previous != NULL ? previous : RANG_LOG_START);
  g_free (entry->hash);
  entry->hash = rang_log_hash (entry);
}

const char *
rang_log_fault_text (RangLogFault fault)
{
  switch (fault)
    {
    case RANG_LOG_WHOLE:
      return _ ("whole");
    case RANG_LOG_CHANGED:
      return _ ("its content was changed: it does not give the hash that was recorded");
    case RANG_LOG_UNLINKED:
      return _ ("it does not follow the entry before it");
    case RANG_LOG_MISSING:
      return _ ("it is missing");
    case RANG_LOG_UNREADABLE:
      return _ ("it holds what no entry can hold");
    case RANG_LOG_BEYOND_HEAD:
      return _ ("it was added behind the recorded end of the log");
    case RANG_LOG_OTHER_HEAD:
      return _ ("it is not the recorded end of the log");
    default:
      g_return_val_if_reached (NULL);
    }
}

RangLogVerifier *
rang_log_verifier_new (void)
{
  RangLogVerifier *verifier = g_new0 (RangLogVerifier, 1);

  verifier->bytes = g_string_sized_new (1024);
  verifier->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  strcpy (verifier->hash, RANG_LOG_START);
  return verifier;
}

void
rang_log_verifier_free (RangLogVerifier *verifier)
{
  if (verifier == NULL)
    return;
  g_string_free (verifier->bytes, TRUE);
  g_checksum_free (verifier->checksum);
  g_free (verifier);
}

static gboolean
find (RangLogVerifier *verifier, gint64 entry, RangLogFault fault)
{
  verifier->broken = entry;
  verifier->fault = fault;
  return FALSE;
}

gboolean
rang_log_verifier_add (RangLogVerifier *verifier, const RangLogEntry *entry)
{
  gint64 number = verifier->seen + 1;

  if (verifier->broken != 0)
    return FALSE;
  if (entry->entry > number)
    return find (verifier, number, RANG_LOG_MISSING);
  if (entry->entry < number)
    return find (verifier, number, RANG_LOG_UNREADABLE);
  rang_log_canonical (entry, verifier->bytes);
  g_checksum_reset (verifier->checksum);
  g_checksum_update (verifier->checksum, (const guchar *)verifier->bytes->str, (gssize)verifier->bytes->len);
  if (g_strcmp0 (entry->hash, g_checksum_get_string (verifier->checksum)) != 0)
    return find (verifier, number, RANG_LOG_CHANGED);
  if (g_strcmp0 (entry->previous, verifier->hash) != 0)
    return find (verifier, number, RANG_LOG_UNLINKED);
  g_strlcpy (verifier->hash, entry->hash, sizeof verifier->hash);
  verifier->seen = number;
  return TRUE;
}

void
rang_log_verifier_unreadable (RangLogVerifier *verifier)
{
  if (verifier->broken == 0)
    find (verifier, verifier->seen + 1, RANG_LOG_UNREADABLE);
}

gboolean
rang_log_verifier_finish (RangLogVerifier *verifier, gint64 head_entry, const char *head_hash)
{
  if (verifier->broken != 0)
    return FALSE;
  if (verifier->seen < head_entry)
    return find (verifier, verifier->seen + 1, RANG_LOG_MISSING);
  if (verifier->seen > head_entry)
    return find (verifier, MAX (head_entry, 0) + 1, RANG_LOG_BEYOND_HEAD);
  if (g_strcmp0 (head_hash != NULL ? head_hash : RANG_LOG_START, verifier->hash) != 0)
    return find (verifier, MAX (verifier->seen, 1), RANG_LOG_OTHER_HEAD);
  return TRUE;
}
