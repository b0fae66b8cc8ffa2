/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for finding where a log is broken: its chain, its signatures, its end. */
#include "log/rang-log-verifier.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
rang_log_fault_text (RangLogFault fault)
{
  static const char *const texts[] = {
    [RANG_LOG_WHOLE] = N_ ("whole"),
    [RANG_LOG_CHANGED] = N_ ("its content was changed: it does not give the hash that was recorded"),
    [RANG_LOG_UNLINKED] = N_ ("it does not follow the entry before it"),
    [RANG_LOG_MISSING] = N_ ("it is missing"),
    [RANG_LOG_UNREADABLE] = N_ ("it holds what no entry can hold"),
    [RANG_LOG_BEYOND_HEAD] = N_ ("it was added behind the recorded end of the log"),
    [RANG_LOG_OTHER_HEAD] = N_ ("it is not the recorded end of the log"),
    [RANG_LOG_UNSIGNED] = N_ ("its signature is missing, and its person signs"),
    [RANG_LOG_OTHER_KEY] = N_ ("it is signed with a key that is not its person’s"),
    [RANG_LOG_BAD_SIGNATURE] = N_ ("its signature is not right"),
    [RANG_LOG_OTHER_SIGNED_HEAD] = N_ ("it does not fit the end of the log that was signed last"),
  };

  g_return_val_if_fail (fault < G_N_ELEMENTS (texts), NULL);
  return _ (texts[fault]);
}

RangLogVerifier *
rang_log_verifier_new (void)
{
  RangLogVerifier *verifier = g_new0 (RangLogVerifier, 1);

  verifier->bytes = g_string_sized_new (1024);
  verifier->keys = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  verifier->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  strcpy (verifier->hash, RANG_LOG_START);
  return verifier;
}

void
rang_log_verifier_free (RangLogVerifier *verifier)
{
  if (verifier == NULL)
    return;
  g_string_free (verifier->bytes, TRUE);
  g_hash_table_unref (verifier->keys);
  g_hash_table_unref (verifier->known);
  rang_log_head_clear (&verifier->head);
  g_free (verifier->sought);
  g_free (verifier);
}

void
rang_log_verifier_expect (RangLogVerifier *verifier, const RangLogHead *head)
{
  rang_log_head_clear (&verifier->head);
  if (head == NULL)
    return;
  verifier->head.entry = head->entry;
  verifier->head.hash = g_strdup (head->hash);
  verifier->head.witness = g_strdup (head->witness);
  verifier->head.key = g_strdup (head->key);
  verifier->head.signature = g_strdup (head->signature);
}

gboolean
rang_log_verifier_seek (RangLogVerifier *verifier, const char *fingerprint)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = fingerprint; *p != '\0'; p++)
    if (!g_ascii_isspace (*p))
      g_string_append_c (digits, g_ascii_tolower (*p));
  if (digits->len < 16 || digits->len > 64 || strspn (digits->str, "0123456789abcdef") != digits->len)
    return FALSE;
  g_free (verifier->sought);
  verifier->sought = g_strdup (digits->str);
  return TRUE;
}

static gboolean
find (RangLogVerifier *verifier, gint64 entry, RangLogFault fault)
{
  verifier->broken = entry;
  verifier->fault = fault;
  return FALSE;
}

/* --- signatures --- */

/* "key/PERSON/PUBLIC" of an entry `people`: whose key, and which; NULL for none. */
static gboolean
read_new_key (const RangLogEntry *entry, gint64 *person, const char **public)
{
  char *end;

  if (g_strcmp0 (entry->what, "people") != 0 || entry->subject == NULL || !g_str_has_prefix (entry->subject, "key/"))
    return FALSE;
  *person = g_ascii_strtoll (entry->subject + strlen ("key/"), &end, 10);
  if (*person <= 0 || *end != '/')
    return FALSE;
  *public = g_str_equal (end + 1, "none") ? NULL : end + 1;
  return *public == NULL || rang_log_key_is_public (*public);
}

static void
take_key (RangLogVerifier *verifier, gint64 person, const char *public)
{
  if (public == NULL)
    {
      g_hash_table_remove (verifier->keys, &person);
      return;
    }
  g_hash_table_add (verifier->known, g_strdup (public));
  g_hash_table_replace (verifier->keys, g_memdup2 (&person, sizeof person), g_strdup (public));
}

static gboolean
signature_is_right (RangLogVerifier *verifier, const RangLogEntry *entry)
{
  gint64 start = g_get_monotonic_time ();
  char message[80];
  gboolean right;

  g_snprintf (message, sizeof message, "rang-entry %s", entry->hash);
  right = rang_log_key_check (entry->key, message, entry->signature);
  verifier->signature_time += g_get_monotonic_time () - start;
  return right;
}

static gboolean
check_signature (RangLogVerifier *verifier, const RangLogEntry *entry)
{
  const char *own = g_hash_table_lookup (verifier->keys, &entry->who), *new_key = NULL;
  gint64 person = 0;
  gboolean gives = read_new_key (entry, &person, &new_key);
  gboolean own_new = gives && person == entry->who;

  if (entry->key == NULL && entry->signature == NULL)
    {
      if (own != NULL && g_strcmp0 (entry->what, "refused-attempt") != 0 && !(own_new && new_key != NULL))
        return find (verifier, entry->entry, RANG_LOG_UNSIGNED);
      verifier->unverified++;
    }
  else
    {
      if (entry->key == NULL || entry->signature == NULL)
        return find (verifier, entry->entry, RANG_LOG_UNSIGNED);
      if (entry->who == 0 || (g_strcmp0 (entry->key, own) != 0 && !(own_new && g_strcmp0 (entry->key, new_key) == 0)))
        return find (verifier, entry->entry, RANG_LOG_OTHER_KEY);
      if (!signature_is_right (verifier, entry))
        return find (verifier, entry->entry, RANG_LOG_BAD_SIGNATURE);
      verifier->signed_entries++;
      verifier->last_signed = entry->entry;
    }
  if (gives && g_hash_table_contains (verifier->keys, &person) && new_key != NULL
      && (person == entry->who ? g_strcmp0 (entry->key, own) != 0 : entry->key == NULL))
    verifier->resets++;
  if (gives)
    take_key (verifier, person, new_key);
  return TRUE;
}

/* --- the chain --- */

/* The signed head names an entry, and what the entry after it must carry of the tables. */
static gboolean
check_signed_head (RangLogVerifier *verifier, const RangLogEntry *entry)
{
  const RangLogHead *head = &verifier->head;

  if (head->key == NULL)
    return TRUE;
  if (entry->entry == head->entry && g_strcmp0 (entry->hash, head->hash) != 0)
    return find (verifier, entry->entry, RANG_LOG_OTHER_SIGNED_HEAD);
  if (entry->entry == head->entry + 1 && g_strcmp0 (entry->witness, head->witness) != 0)
    return find (verifier, entry->entry, RANG_LOG_OTHER_SIGNED_HEAD);
  return TRUE;
}

static void
look_at_clock (RangLogVerifier *verifier, const RangLogEntry *entry)
{
  if (entry->at < verifier->at && verifier->clock_back++ == 0)
    verifier->first_clock_back = entry->entry;
  verifier->at = entry->at;
}

gboolean
rang_log_verifier_add (RangLogVerifier *verifier, const RangLogEntry *entry)
{
  gint64 number = verifier->seen + 1;
  char hash[65];

  if (verifier->broken != 0)
    return FALSE;
  if (entry->entry > number)
    return find (verifier, number, RANG_LOG_MISSING);
  if (entry->entry < number)
    return find (verifier, number, RANG_LOG_UNREADABLE);
  rang_log_hash_into (entry, verifier->bytes, hash);
  if (g_strcmp0 (entry->hash, hash) != 0)
    return find (verifier, number, RANG_LOG_CHANGED);
  if (g_strcmp0 (entry->previous, verifier->hash) != 0)
    return find (verifier, number, RANG_LOG_UNLINKED);
  if (!check_signature (verifier, entry) || !check_signed_head (verifier, entry))
    return FALSE;
  look_at_clock (verifier, entry);
  if (verifier->sought != NULL && verifier->met == 0 && g_str_has_prefix (hash, verifier->sought))
    verifier->met = number;
  memcpy (verifier->hash, hash, sizeof verifier->hash);
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

gboolean
rang_log_verifier_finish_signed (RangLogVerifier *verifier, const char *witness)
{
  const RangLogHead *head = &verifier->head;
  gint64 last = MAX (verifier->seen, 1);

  if (verifier->broken != 0)
    return FALSE;
  if (head->key == NULL && head->signature == NULL && head->hash == NULL)
    return verifier->last_signed == 0 || find (verifier, verifier->last_signed, RANG_LOG_OTHER_SIGNED_HEAD);
  if (head->entry > verifier->seen)
    return find (verifier, verifier->seen + 1, RANG_LOG_MISSING);
  if (head->entry < MAX (verifier->last_signed, 1) || head->key == NULL
      || !g_hash_table_contains (verifier->known, head->key) || !rang_log_head_is_signed (head))
    return find (verifier, MAX (verifier->last_signed, 1), RANG_LOG_OTHER_SIGNED_HEAD);
  if (head->entry == verifier->seen && g_strcmp0 (head->witness, witness) != 0)
    return find (verifier, last, RANG_LOG_OTHER_SIGNED_HEAD);
  return TRUE;
}
