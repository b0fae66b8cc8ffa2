/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for which role of a server's database a person is. */
#include <glib/gi18n-lib.h>

#include "office/rang-office-people.h"
#include "office/rang-office-private.h"
#include "store/rang-store-guard.h"

/* The name of the role is an account's and not for the log. */
static gboolean
log_role (RangOffice *office, const RangSession *session, gint64 person, gboolean tied, GError **error)
{
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "people");

  entry->day = RANG_DAY_NONE;
  entry->subject = g_strdup_printf ("person/%" G_GINT64_FORMAT, person);
  entry->data
      = g_strdup_printf ("{\"person\":%" G_GINT64_FORMAT ",\"server_role\":%s}", person, tied ? "true" : "false");
  return office_log (office, entry, error);
}

gboolean
rang_office_set_server_role (RangOffice *office,
                             const RangSession *session,
                             gint64 person,
                             const char *role,
                             const char *password,
                             GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  const RangPerson *found;

  if (transaction == NULL
      || !office_allow_as (office, session, RANG_ACTION_MANAGE_OFFICE, "people", 0, 0, transaction, error))
    return FALSE;
  found = office_find_person (office, person);
  if (found == NULL || (role != NULL && !found->active))
    {
      office_refuse (error, NOT_FOUND, "%s", _ ("nobody of that name works here; choose another name"));
      return FALSE;
    }
  return (role != NULL ? rang_store_add_server_role (office->store, role, password, person, error)
                       : rang_store_remove_server_role (office->store, person, error))
         && log_role (office, session, person, role != NULL, error)
         && rang_store_transaction_commit (transaction, error);
}

char *
rang_office_dup_server_role (RangOffice *office, gint64 person)
{
  return rang_store_dup_server_role (office->store, person, NULL);
}
