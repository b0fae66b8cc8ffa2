/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for passwords: signing in and out, setting, forgetting. */
#include <glib/gi18n-lib.h>
#include <inttypes.h>
#include <string.h>

#include "office/rang-office-people.h"
#include "office/rang-office-private.h"
#include "store/rang-store-log.h"
#include "store/rang-store-people.h"

#define LEAST_CHARACTERS 8
#define FAILURES_BEFORE_LOCK 5
#define FIRST_LOCK 60
#define LONGEST_LOCK 3600
#define PAUSE_US 250000

/* --- the open key --- */

void
rang_office_sign_out (RangOffice *office)
{
  rang_store_set_signer (office->store, 0, NULL);
  g_clear_pointer (&office->key, rang_log_key_free);
  office->key_person = 0;
}

gint64
rang_office_signed_in (RangOffice *office)
{
  return office->key_person;
}

static void
take_key (RangOffice *office, gint64 person, RangLogKey *key)
{
  rang_office_sign_out (office);
  office->key = key;
  office->key_person = person;
  rang_store_set_signer (office->store, person, key);
}

void
office_check_key (RangOffice *office)
{
  const RangPerson *person = office_find_person (office, office->key_person);

  if (office->key != NULL && (person == NULL || g_strcmp0 (person->key, rang_log_key_get_public (office->key)) != 0))
    rang_office_sign_out (office);
}

gboolean
rang_office_has_password (RangOffice *office, gint64 person)
{
  const RangPerson *found = office_find_person (office, person);

  return found != NULL && found->key != NULL;
}

guint
rang_office_count_passwords (RangOffice *office)
{
  guint n = 0;

  for (guint i = 0; i < office->people->len; i++)
    {
      const RangPerson *person = g_ptr_array_index (office->people, i);

      n += person->active && person->key != NULL;
    }
  return n;
}

/* --- signing in --- */

static gboolean
refuse_locked (RangOffice *office, const RangPerson *person, gint64 until, GError **error)
{
  gint64 seconds = until - rang_clock_now (office->clock);

  office_refuse (error, NO_RIGHT,
                 /* Translators: a name, then a number of minutes */
                 _ ("too many wrong passwords for %s; wait %" PRId64 " min, or ask the head of sales for another"),
                 person->name, (seconds + 59) / 60);
  return FALSE;
}

static gint64
lock_seconds (gint64 failures)
{
  gint64 seconds = FIRST_LOCK;

  if (failures < FAILURES_BEFORE_LOCK)
    return 0;
  for (gint64 i = FAILURES_BEFORE_LOCK; i < failures && seconds < LONGEST_LOCK; i++)
    seconds *= 2;
  return MIN (seconds, LONGEST_LOCK);
}

/* Counts the failure and logs it, whatever comes of the call. */
static gboolean
keep_failure (RangOffice *office, gint64 person, gboolean count, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (office->store, error);
  g_autoptr (RangLogEntry) entry = rang_log_entry_new ("refused-attempt", rang_clock_now (office->clock), person);
  RangSignIns sign_ins;

  if (transaction == NULL || !rang_store_load_sign_ins (office->store, person, &sign_ins, error))
    return FALSE;
  if (count)
    {
      gint64 seconds = lock_seconds (++sign_ins.failures);

      sign_ins.failed_at = rang_clock_now (office->clock);
      sign_ins.locked_until = seconds > 0 ? sign_ins.failed_at + seconds : 0;
    }
  entry->note = g_strdup ("sign-in");
  return (!count || rang_store_save_sign_ins (office->store, person, &sign_ins, error))
         && rang_store_append_log (office->store, entry, error) && rang_store_transaction_commit (transaction, error);
}

static gboolean
forget_failures (RangOffice *office, gint64 person, GError **error)
{
  static const RangSignIns none = { 0 };
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (office->store, error);

  return transaction != NULL && rang_store_save_sign_ins (office->store, person, &none, error)
         && rang_store_transaction_commit (transaction, error);
}

static char *
normal_password (const char *password)
{
  char *normal = password != NULL ? g_utf8_normalize (password, -1, G_NORMALIZE_NFC) : NULL;

  return normal != NULL ? normal : g_strdup ("");
}

static void
wipe (char *password)
{
  /* The compiler must not leave it out. */
  for (volatile char *p = password; *p != '\0'; p++)
    *p = '\0';
  g_free (password);
}

static gboolean
open_key (RangOffice *office, const RangPerson *person, const char *password, RangSignIns *sign_ins, GError **error)
{
  g_auto (RangLogSealedKey) sealed = { 0 };
  RangLogKey *key;
  char *normal;

  if (!rang_store_load_key (office->store, person->id, &sealed, error))
    return FALSE;
  normal = normal_password (password);
  key = rang_log_key_open (&sealed, normal);
  wipe (normal);
  if (key != NULL)
    {
      take_key (office, person->id, key);
      return sign_ins->failures == 0 || forget_failures (office, person->id, error);
    }
  if (!keep_failure (office, person->id, TRUE, error))
    return FALSE;
  g_usleep (PAUSE_US * (gulong)MIN (sign_ins->failures + 1, 4));
  if (lock_seconds (sign_ins->failures + 1) > 0)
    return refuse_locked (office, person, rang_clock_now (office->clock) + lock_seconds (sign_ins->failures + 1),
                          error);
  office_refuse (error, NO_RIGHT, _ ("that is not the password of %s; try again (the attempt is logged)"),
                 person->name);
  return FALSE;
}

gboolean
rang_office_sign_in (RangOffice *office, gint64 person_id, const char *password, GError **error)
{
  g_autoptr (RangPerson) person = NULL;
  RangSignIns sign_ins;

  if (!office_refresh (office, error))
    return FALSE;
  rang_office_sign_out (office);
  if (office_find_person (office, person_id) == NULL || !office_find_person (office, person_id)->active)
    {
      office_refuse (error, UNKNOWN_PERSON, "%s", _ ("nobody of that name works here; choose another name"));
      return FALSE;
    }
  person = rang_person_copy (office_find_person (office, person_id));
  if (person->key == NULL)
    return TRUE;
  if (!rang_store_load_sign_ins (office->store, person->id, &sign_ins, error))
    return FALSE;
  /* A clock set back behind the last failure does not open the lock. */
  if (sign_ins.locked_until > rang_clock_now (office->clock))
    return keep_failure (office, person->id, FALSE, error)
           && refuse_locked (office, person, sign_ins.locked_until, error);
  return open_key (office, person, password, &sign_ins, error);
}

void
rang_office_ask_password (RangOffice *office, gint64 person, RangPasswordFunc func, gpointer data)
{
  office->asked_person = person;
  office->ask_password = func;
  office->ask_data = data;
}

gboolean
office_ask_password (RangOffice *office, GError **error)
{
  const RangPerson *person = office_find_person (office, office->asked_person);
  char *password;
  gboolean good;

  if (office->ask_password == NULL || office->key != NULL || person == NULL || person->key == NULL)
    return TRUE;
  password = office->ask_password (office, person, office->ask_data);
  if (password == NULL)
    return TRUE; /* the office refuses what needs it, and logs that */
  good = rang_office_sign_in (office, office->asked_person, password, error);
  wipe (password);
  return good;
}

/* --- setting and resetting --- */

static gboolean
check_password (const char *password, GError **error)
{
  if (password != NULL && g_utf8_validate (password, -1, NULL) && g_utf8_strlen (password, -1) >= LEAST_CHARACTERS)
    return TRUE;
  office_refuse (error, INVALID, _ ("a password needs %d characters at least; choose a longer one"), LEAST_CHARACTERS);
  return FALSE;
}

static gboolean
seal (const RangLogKey *key, const char *password, RangLogSealedKey *sealed, GError **error)
{
  char *normal = normal_password (password);
  gboolean good = rang_log_key_seal (key, normal, sealed);

  wipe (normal);
  if (!good)
    office_refuse (error, REFUSED, "%s", _ ("there is not memory enough for the password; close something"));
  return good;
}

static RangLogEntry *
key_entry (RangOffice *office, const RangSession *session, gint64 person, const char *public, const char *event)
{
  RangLogEntry *entry = office_new_entry (office, session, "people");

  entry->day = RANG_DAY_NONE;
  entry->subject = g_strdup_printf ("key/%" G_GINT64_FORMAT "/%s", person, public);
  entry->data = g_strdup_printf ("{\"person\":%" G_GINT64_FORMAT ",\"password\":\"%s\"}", person, event);
  return entry;
}

/* Gives @person a new key; @own: the acting person's own, who signs with it from the entry on that announces it. */
static gboolean
give_key (RangOffice *office,
          const RangSession *session,
          gint64 person,
          gboolean own,
          const char *password,
          const char *event,
          RangStoreTransaction *transaction,
          GError **error)
{
  static const RangSignIns none = { 0 };
  g_auto (RangLogSealedKey) sealed = { 0 };
  RangLogKey *key = rang_log_key_new ();
  g_autoptr (RangLogEntry) entry = key_entry (office, session, person, rang_log_key_get_public (key), event);
  gboolean good = seal (key, password, &sealed, error);

  if (own)
    take_key (office, person, key);
  good = good && office_log (office, entry, error)
         && rang_store_add_key (office->store, person, &sealed, entry->at, error)
         && rang_store_save_sign_ins (office->store, person, &none, error)
         && rang_store_transaction_commit (transaction, error);
  if (!own)
    rang_log_key_free (key);
  else if (!good)
    rang_office_sign_out (office);
  return good && office_reload (office, error);
}

static gboolean
change_password (RangOffice *office,
                 const RangSession *session,
                 const char *password,
                 RangStoreTransaction *transaction,
                 GError **error)
{
  g_auto (RangLogSealedKey) sealed = { 0 };
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "people");

  entry->day = RANG_DAY_NONE;
  entry->subject = g_strdup_printf ("person/%" G_GINT64_FORMAT, session->person);
  entry->data = g_strdup ("{\"password\":\"changed\"}");
  return seal (office->key, password, &sealed, error) && office_log (office, entry, error)
         && rang_store_reseal_key (office->store, &sealed, session->person, error)
         && rang_store_transaction_commit (transaction, error);
}

static gboolean
remove_password (RangOffice *office, const RangSession *session, RangStoreTransaction *transaction, GError **error)
{
  g_autoptr (RangLogEntry) entry = key_entry (office, session, session->person, "none", "removed");

  if (!office_log (office, entry, error) || !rang_store_end_key (office->store, session->person, entry->at, error)
      || !rang_store_transaction_commit (transaction, error))
    return FALSE;
  rang_office_sign_out (office);
  return office_reload (office, error);
}

gboolean
rang_office_set_password (RangOffice *office, const RangSession *session, const char *password, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = NULL;

  if (password != NULL && !check_password (password, error))
    return FALSE;
  transaction = office_begin (office, error);
  if (transaction == NULL || !office_allow_self (office, session, "password", transaction, error))
    return FALSE;
  if (rang_office_has_password (office, session->person))
    return password != NULL ? change_password (office, session, password, transaction, error)
                            : remove_password (office, session, transaction, error);
  if (password == NULL)
    return TRUE;
  return give_key (office, session, session->person, TRUE, password, "set", transaction, error);
}

static gboolean
may_reset_own (RangOffice *office, const RangSession *session, gint64 person, const char *login)
{
  const RangPerson *found = office_find_person (office, person);

  return session->person == person && login != NULL && found != NULL && found->active
         && g_strcmp0 (found->login, login) == 0;
}

gboolean
rang_office_reset_password (RangOffice *office,
                            const RangSession *session,
                            gint64 person,
                            const char *login,
                            const char *password,
                            GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = NULL;

  if (!check_password (password, error))
    return FALSE;
  transaction = office_begin (office, error);
  if (transaction == NULL)
    return FALSE;
  if (may_reset_own (office, session, person, login))
    return give_key (office, session, person, TRUE, password, "reset", transaction, error);
  if (!office_allow_as (office, session, RANG_ACTION_MANAGE_OFFICE, "people", 0, 0, transaction, error))
    return FALSE;
  if (office_find_person (office, person) == NULL)
    {
      office_refuse (error, NOT_FOUND, "%s", _ ("nobody of that name works here; choose another name"));
      return FALSE;
    }
  return give_key (office, session, person, session->person == person, password, "reset", transaction, error);
}
