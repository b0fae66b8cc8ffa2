/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-deputy.h"
#include "office/rang-office.h"

G_BEGIN_DECLS

/* --- who works here --- */

/**
 * rang_office_save_person:
 * @person: id 0 for somebody new, which is then set; else changed, the roles to exactly those granted
 *
 * The head of sales manages people. A role that one person alone may hold (head of sales, delivery chief, head of a
 * department) goes over from who has it. Somebody must be head of sales; a name must not look like another's.
 */
gboolean
rang_office_save_person (RangOffice *office, const RangSession *session, RangPerson *person, GError **error);

/**
 * rang_office_erase_person:
 *
 * Takes the name and the login account of somebody who left out of the office. What was done stays under the number,
 * and the log stays whole: it holds numbers alone.
 */
gboolean
rang_office_erase_person (RangOffice *office, const RangSession *session, gint64 person, GError **error);

/**
 * rang_office_erase_contact:
 * @contact: id of a client's contact
 *
 * Takes a contact's name, phone and mail out of the client and of its orders; the log stays whole.
 */
gboolean
rang_office_erase_contact (RangOffice *office, const RangSession *session, gint64 contact, GError **error);

/** rang_office_list_deputies: Returns: (transfer full) (nullable) (element-type RangDeputy): all, also those gone by */
GPtrArray *
rang_office_list_deputies (RangOffice *office, GError **error);

/**
 * rang_office_save_deputy:
 * @deputy: id 0 for a new one, which is then set
 *
 * The head of sales names deputies, and everybody the own ones. A department head's deputy may not be the delivery
 * chief, and nobody has two for one role on one day.
 */
gboolean
rang_office_save_deputy (RangOffice *office, const RangSession *session, RangDeputy *deputy, GError **error);

/** rang_office_end_deputy: from today on; one that has not begun goes altogether */
gboolean
rang_office_end_deputy (RangOffice *office, const RangSession *session, gint64 deputy, GError **error);

/* --- signing in --- */

/**
 * RangPasswordFunc:
 * @person: whose password is asked for
 *
 * Returns: (transfer full) (nullable): the password, or %NULL when nobody gives one
 */
typedef char *(*RangPasswordFunc) (RangOffice *office, const RangPerson *person, gpointer data);

/**
 * rang_office_ask_password:
 * @person: id of the person who is about to act
 * @func: asks
 *
 * The first change asks for the password of @person, outside of any transaction, if there is one and nobody has signed
 * in.
 */
void
rang_office_ask_password (RangOffice *office, gint64 person, RangPasswordFunc func, gpointer data);

/**
 * rang_office_sign_in:
 * @password: (nullable): what was typed; anything for a person without a password
 *
 * Opens the key of @person; what the person does on this office is signed from then on. A wrong password is slow,
 * counted, logged, and after five in a row the person is locked for a while, in every process:
 * %RANG_OFFICE_ERROR_NO_RIGHT.
 */
gboolean
rang_office_sign_in (RangOffice *office, gint64 person, const char *password, GError **error);

/** rang_office_sign_out: forgets the open key */
void
rang_office_sign_out (RangOffice *office);

/** rang_office_signed_in: Returns: id of the person whose key is open, 0 nobody */
gint64
rang_office_signed_in (RangOffice *office);

/** rang_office_has_password: Returns: whether @person must sign in to change anything */
gboolean
rang_office_has_password (RangOffice *office, gint64 person);

/** rang_office_count_passwords: Returns: how many of those who work here have a password */
guint
rang_office_count_passwords (RangOffice *office);

/**
 * rang_office_set_password:
 * @password: the new one, at least eight characters; %NULL takes the password away
 *
 * The own password of the session's person, who must have signed in if there is one already. The key stays the same
 * under another password. The first one makes a key, announced in the log.
 */
gboolean
rang_office_set_password (RangOffice *office, const RangSession *session, const char *password, GError **error);

/**
 * rang_office_set_server_role:
 * @role: (nullable): the name of a role of the database, made if need be; %NULL takes it from @person
 * @password: (nullable): for that role; %NULL leaves it as it is
 *
 * Ties a role of the server's database to @person: who connects as that role is that person, and may do there what the
 * person may do in the office and nothing else. For those who may manage the office, connected as the role that owns it.
 */
gboolean
rang_office_set_server_role (RangOffice *office,
                             const RangSession *session,
                             gint64 person,
                             const char *role,
                             const char *password,
                             GError **error);

/** rang_office_dup_server_role: Returns: (transfer full) (nullable): the role tied to @person; %NULL none, or no server */
char *
rang_office_dup_server_role (RangOffice *office, gint64 person);

/**
 * rang_office_reset_password:
 * @person: who forgot it
 * @login: (nullable): the login account that this runs under: its own person may reset the own password
 * @password: another one, to be told to the person
 *
 * A forgotten password: the person gets another key, the old one stays for checking, the reset is in the log. By the
 * head of sales.
 */
gboolean
rang_office_reset_password (RangOffice *office,
                            const RangSession *session,
                            gint64 person,
                            const char *login,
                            const char *password,
                            GError **error);

G_END_DECLS
