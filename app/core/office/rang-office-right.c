/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what every change goes through: the right, the transaction, the log, and refused attempts. */
#include <glib/gi18n-lib.h>

#include "office/rang-office-private.h"
#include "store/rang-store-log.h"

RangStoreTransaction *
office_begin (RangOffice *office, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = NULL;

  office->behalf = 0;
  if (!office_ask_password (office, error))
    return NULL;
  transaction = rang_store_begin (office->store, error);
  if (transaction == NULL || !office_refresh (office, error))
    return NULL;
  return g_steal_pointer (&transaction);
}

gint64
office_behalf_of (RangOffice *office, gint64 number)
{
  g_autoptr (RangLogEntry) entry = number != 0 ? rang_store_load_log_entry (office->store, number, NULL) : NULL;

  return entry != NULL ? entry->behalf : 0;
}

char *
office_acting_name (RangOffice *office, gint64 person, gint64 behalf)
{
  if (behalf == 0)
    return g_strdup (rang_office_person_name (office, person));
  /* Translators: the deputy's name, for whom */
  return g_strdup_printf (_ ("%s for %s"), rang_office_person_name (office, person),
                          rang_office_person_name (office, behalf));
}

RangLogEntry *
office_new_entry (RangOffice *office, const RangSession *session, const char *what)
{
  RangLogEntry *entry = rang_log_entry_new (what, rang_clock_now (office->clock), session->person);

  entry->day = session->day;
  entry->unit = session->unit;
  return entry;
}

gboolean
office_log (RangOffice *office, RangLogEntry *entry, GError **error)
{
  if (entry->behalf == 0 && entry->who == office->behalf_person)
    entry->behalf = office->behalf;
  office->last_at = entry->at;
  return rang_store_append_log (office->store, entry, error);
}

/* Logs the attempt and commits it, then says what is refused. */
static gboolean
refuse_attempt (RangOffice *office,
                const RangSession *session,
                const char *word,
                gint64 order,
                RangStoreTransaction *transaction,
                GError *refusal,
                GError **error)
{
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "refused-attempt");

  if (office->bound)
    entry->who = office->server_person;
  else
    entry->who = office_find_person (office, session->person) != NULL ? session->person : 0;
  entry->order = order;
  entry->note = g_strdup (word);
  if (office_log (office, entry, error) && rang_store_transaction_commit (transaction, error))
    g_propagate_error (error, refusal);
  else
    g_error_free (refusal);
  return FALSE;
}

/* Who has a password must have signed in. */
static gboolean
has_signed_in (RangOffice *office, const RangPerson *person)
{
  return person->key == NULL || (office->key != NULL && office->key_person == person->id);
}

/* A database role acts for its own person alone. */
static GError *
refuse_other (RangOffice *office)
{
  return g_error_new (RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT,
                      /* Translators: %s is a name */
                      _ ("the server knows you as %s; connect with the role of who acts (the attempt is logged)"),
                      rang_office_person_name (office, office->server_person));
}

static gboolean
is_another (RangOffice *office, const RangSession *session)
{
  return office->bound && session->person != office->server_person;
}

static GError *
ask_to_sign_in (const RangPerson *person)
{
  return g_error_new (RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT,
                      _ ("%s has a password and has not signed in; sign in (the attempt is logged)"), person->name);
}

gboolean
office_allow_self (
    RangOffice *office, const RangSession *session, const char *word, RangStoreTransaction *transaction, GError **error)
{
  const RangPerson *person = office_find_person (office, session->person);

  if (is_another (office, session))
    return refuse_attempt (office, session, word, 0, transaction, refuse_other (office), error);
  if (person != NULL && person->active && has_signed_in (office, person))
    return TRUE;
  return refuse_attempt (office, session, word, 0, transaction,
                         person != NULL && person->active
                             ? ask_to_sign_in (person)
                             : g_error_new (RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_UNKNOWN_PERSON, "%s",
                                            _ ("nobody of that name works here; say who acts with --as PERSON "
                                               "(the attempt is logged)")),
                         error);
}

/* Whoever has the right in the person's place today, if the person gave it to a deputy. */
static gint64
find_deputy (const RangPerson *person, RangAction action, gint64 department)
{
  for (guint i = 0; i < person->grants->len; i++)
    {
      const RangRoleGrant *grant = &g_array_index (person->grants, RangRoleGrant, i);

      if (grant->yielded != 0 && rang_permission_role_may (grant->role, action)
          && (department == 0 || grant->department == 0 || grant->department == department))
        return grant->yielded;
    }
  return 0;
}

static GError *
refuse_person (RangOffice *office, const RangPerson *person, RangAction action, gint64 department)
{
  gint64 deputy = find_deputy (person, action, department);

  if (deputy != 0)
    return g_error_new (RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT,
                        /* Translators: a name, something people do, then who is the person's deputy for now */
                        _ ("%s may not %s while %s is the deputy; ask the deputy (the attempt is logged)"),
                        person->name, rang_action_label (action), rang_office_person_name (office, deputy));
  if (department != 0 && rang_permission_allows (person, action, 0))
    return g_error_new (RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT,
                        /* Translators: first a name, then something people do */
                        _ ("%s may %s only for the own department; ask the other one’s head (the attempt is logged)"),
                        person->name, rang_action_label (action));
  return g_error_new (RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_NO_RIGHT,
                      /* Translators: first a name, then something people do */
                      _ ("%s may not %s; ask somebody who may (the attempt is logged)"), person->name,
                      rang_action_label (action));
}

gboolean
office_allow_as (RangOffice *office,
                 const RangSession *session,
                 RangAction action,
                 const char *word,
                 gint64 department,
                 gint64 order,
                 RangStoreTransaction *transaction,
                 GError **error)
{
  const RangPerson *person = office_find_person (office, session->person);
  GError *refusal;

  if (is_another (office, session))
    return refuse_attempt (office, session, word, order, transaction, refuse_other (office), error);
  office->behalf_person = session->person;
  if (rang_permission_find (person, action, department, &office->behalf))
    {
      if (has_signed_in (office, person))
        return TRUE;
      refusal = ask_to_sign_in (person);
    }
  else if (person == NULL)
    refusal = g_error_new (RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_UNKNOWN_PERSON,
                           /* Translators: %s: something people do, such as “move orders on the board” */
                           _ ("nobody known may %s; say who acts with --as PERSON (the attempt is logged)"),
                           rang_action_label (action));
  else
    refusal = refuse_person (office, person, action, department);
  return refuse_attempt (office, session, word, order, transaction, refusal, error);
}

gboolean
office_allow (RangOffice *office,
              const RangSession *session,
              RangAction action,
              gint64 department,
              gint64 order,
              RangStoreTransaction *transaction,
              GError **error)
{
  return office_allow_as (office, session, action, rang_action_word (action), department, order, transaction, error);
}
