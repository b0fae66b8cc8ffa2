/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the chain of hashes over the log, its signatures and its head. */
#include "log/rang-log-chain.h"

#include <sodium.h>
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
  add_text (bytes, "key", entry->key);
  add_text (bytes, "witness", entry->witness);
}

void
rang_log_hash_into (const RangLogEntry *entry, GString *bytes, char hash[65])
{
  guint8 digest[crypto_hash_sha256_BYTES];

  rang_log_canonical (entry, bytes);
  crypto_hash_sha256 (digest, (const guint8 *)bytes->str, bytes->len);
  sodium_bin2hex (hash, 65, digest, sizeof digest);
}

char *
rang_log_hash (const RangLogEntry *entry)
{
  g_autoptr (GString) bytes = g_string_sized_new (512);
  char hash[65];

  rang_log_hash_into (entry, bytes, hash);
  return g_strdup (hash);
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

void
rang_log_sign (RangLogEntry *entry, gint64 number, const char *previous, const RangLogKey *key)
{
  g_autofree char *message = NULL;

  g_free (entry->key);
  g_free (entry->signature);
  entry->key = key != NULL ? g_strdup (rang_log_key_get_public (key)) : NULL;
  entry->signature = NULL;
  rang_log_chain (entry, number, previous);
  if (key == NULL)
    return;
  message = g_strconcat ("rang-entry ", entry->hash, NULL);
  entry->signature = rang_log_key_sign (key, message);
}

/* --- the head --- */

void
rang_log_head_clear (RangLogHead *head)
{
  g_clear_pointer (&head->hash, g_free);
  g_clear_pointer (&head->witness, g_free);
  g_clear_pointer (&head->key, g_free);
  g_clear_pointer (&head->signature, g_free);
}

static char *
head_message (const RangLogHead *head)
{
  return g_strdup_printf ("rang-head %" G_GINT64_FORMAT " %s %s", head->entry, head->hash,
                          head->witness != NULL ? head->witness : "-");
}

void
rang_log_head_sign (RangLogHead *head, const RangLogKey *key)
{
  g_autofree char *message = head_message (head);

  g_free (head->key);
  g_free (head->signature);
  head->key = g_strdup (rang_log_key_get_public (key));
  head->signature = rang_log_key_sign (key, message);
}

gboolean
rang_log_head_is_signed (const RangLogHead *head)
{
  g_autofree char *message = head->hash != NULL ? head_message (head) : NULL;

  return message != NULL && rang_log_key_check (head->key, message, head->signature);
}
