/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for who works here: people, roles, deputies, and what may be erased of them. */
#include "office/rang-office-people.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "base/rang-text.h"
#include "office/rang-office-private.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-people.h"

/* --- names --- */

static gboolean
check_name (RangOffice *office, RangPerson *person, GError **error)
{
  g_autofree char *clean = rang_text_clean (person->name);
  g_autofree char *looks = NULL;

  g_free (person->name);
  person->name = g_steal_pointer (&clean);
  if (person->name == NULL || g_utf8_strlen (person->name, -1) > 100 || !rang_text_is_one_script (person->name))
    {
      office_refuse (error, INVALID, "%s",
                     _ ("that is no name: give one of 1 to 100 characters, in the letters of one alphabet"));
      return FALSE;
    }
  looks = rang_text_skeleton (person->name);
  for (guint i = 0; i < office->people->len; i++)
    {
      const RangPerson *other = g_ptr_array_index (office->people, i);
      g_autofree char *other_looks = rang_text_skeleton (other->name);

      if (other->id == person->id || !g_str_equal (looks, other_looks))
        continue;
      office_refuse (error, REFUSED, _ ("there is a “%s” already; add what tells the two apart"), other->name);
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_login (RangOffice *office, RangPerson *person, GError **error)
{
  if (person->login != NULL && person->login[0] == '\0')
    g_clear_pointer (&person->login, g_free);
  for (guint i = 0; person->login != NULL && i < office->people->len; i++)
    {
      const RangPerson *other = g_ptr_array_index (office->people, i);

      if (other->id == person->id || g_strcmp0 (other->login, person->login) != 0)
        continue;
      office_refuse (error, REFUSED, _ ("the login account “%s” is tied to %s; untie it there first"), person->login,
                     other->name);
      return FALSE;
    }
  return TRUE;
}

/* --- roles --- */

static gboolean
check_grants (RangOffice *office, const RangPerson *person, GError **error)
{
  for (guint i = 0; i < person->grants->len; i++)
    {
      const RangRoleGrant *grant = &g_array_index (person->grants, RangRoleGrant, i);

      if (rang_role_is_departmental (grant->role) == (grant->department != 0))
        continue;
      office_refuse (error, INVALID,
                     grant->department == 0 ? _ ("the role “%s” holds for a department; say which")
                                            : _ ("the role “%s” holds for no department; leave the department out"),
                     rang_role_label (grant->role));
      return FALSE;
    }
  return TRUE;
}

/* Somebody must be there who may manage people again. */
static gboolean
check_head_of_sales (RangOffice *office, const RangPerson *person, GError **error)
{
  if (person->active && rang_person_owns_role (person, RANG_ROLE_HEAD_OF_SALES, 0))
    return TRUE;
  for (guint i = 0; i < office->people->len; i++)
    {
      const RangPerson *other = g_ptr_array_index (office->people, i);

      if (other->id != person->id && other->active && rang_person_owns_role (other, RANG_ROLE_HEAD_OF_SALES, 0))
        return TRUE;
    }
  office_refuse (error, REFUSED, "%s", _ ("somebody must be head of sales; give the role to another person first"));
  return FALSE;
}

static gboolean
loses (RangPerson *other, const RangPerson *person)
{
  gboolean changed = FALSE;

  for (guint i = other->grants->len; i > 0; i--)
    {
      const RangRoleGrant *grant = &g_array_index (other->grants, RangRoleGrant, i - 1);

      if (grant->behalf != 0 || !rang_role_is_single (grant->role)
          || !rang_person_owns_role (person, grant->role, grant->department))
        continue;
      g_array_remove_index (other->grants, i - 1);
      changed = TRUE;
    }
  return changed;
}

/* What one person alone may hold goes over. */
static gboolean
take_from_others (RangOffice *office, const RangPerson *person, GError **error)
{
  for (guint i = 0; i < office->people->len; i++)
    {
      g_autoptr (RangPerson) other = rang_person_copy (g_ptr_array_index (office->people, i));

      if (other->id != person->id && loses (other, person) && !rang_store_save_person (office->store, other, error))
        return FALSE;
    }
  return TRUE;
}

static void
add_roles (GString *data, const char *name, const RangPerson *person)
{
  gboolean first = TRUE;

  g_string_append_printf (data, ",\"%s\":[", name);
  for (guint i = 0; person != NULL && i < person->grants->len; i++)
    {
      const RangRoleGrant *grant = &g_array_index (person->grants, RangRoleGrant, i);

      if (grant->behalf != 0)
        continue;
      g_string_append_printf (data, "%s\"%s", first ? "" : ",", rang_role_to_nick (grant->role));
      if (grant->department != 0)
        g_string_append_printf (data, "/%" G_GINT64_FORMAT, grant->department);
      g_string_append_c (data, '"');
      first = FALSE;
    }
  g_string_append_c (data, ']');
}

/* Numbers and roles alone: names and accounts are not for the log. */
static gboolean
log_person (
    RangOffice *office, const RangSession *session, const RangPerson *old, const RangPerson *person, GError **error)
{
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "people");
  GString *data = g_string_new (NULL);

  entry->day = RANG_DAY_NONE;
  entry->subject = g_strdup_printf ("person/%" G_GINT64_FORMAT, person->id);
  g_string_append_printf (data, "{\"person\":%" G_GINT64_FORMAT ",\"active\":%s", person->id,
                          person->active ? "true" : "false");
  add_roles (data, "old", old);
  add_roles (data, "new", person);
  g_string_append_c (data, '}');
  entry->data = g_string_free (data, FALSE);
  return office_log (office, entry, error);
}

static gboolean
check_person (RangOffice *office, RangPerson *person, GError **error)
{
  return check_name (office, person, error) && check_login (office, person, error)
         && check_grants (office, person, error) && check_head_of_sales (office, person, error);
}

/* A department head's deputy must not become the delivery chief either. */
static gboolean
check_deputies_of (RangOffice *office, const RangPerson *person, GError **error);

gboolean
rang_office_save_person (RangOffice *office, const RangSession *session, RangPerson *person, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangPerson) old = NULL;

  if (transaction == NULL
      || !office_allow_as (office, session, RANG_ACTION_MANAGE_OFFICE, "people", 0, 0, transaction, error))
    return FALSE;
  if (person->id != 0)
    {
      if (office_find_person (office, person->id) == NULL)
        {
          office_refuse (error, NOT_FOUND, "%s", _ ("nobody of that name works here; choose another name"));
          return FALSE;
        }
      old = rang_person_copy (office_find_person (office, person->id));
    }
  return check_person (office, person, error) && check_deputies_of (office, person, error)
         && take_from_others (office, person, error) && rang_store_save_person (office->store, person, error)
         && log_person (office, session, old, person, error) && rang_store_transaction_commit (transaction, error)
         && office_reload (office, error);
}

/* --- erasing --- */

static gboolean
log_erase (RangOffice *office, const RangSession *session, const char *kind, gint64 id, GError **error)
{
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "erase");

  entry->day = RANG_DAY_NONE;
  entry->subject = g_strdup_printf ("%s/%" G_GINT64_FORMAT, kind, id);
  return office_log (office, entry, error);
}

gboolean
rang_office_erase_person (RangOffice *office, const RangSession *session, gint64 person, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangPerson) erased = NULL;

  if (transaction == NULL
      || !office_allow_as (office, session, RANG_ACTION_MANAGE_OFFICE, "erase", 0, 0, transaction, error))
    return FALSE;
  if (office_find_person (office, person) == NULL || office_find_person (office, person)->active)
    {
      office_refuse (error, REFUSED, "%s", _ ("only who has left can be erased; say first that the person left"));
      return FALSE;
    }
  erased = rang_person_copy (office_find_person (office, person));
  g_free (erased->name);
  /* Translators: the name of somebody who was erased; a number */
  erased->name = g_strdup_printf (_ ("Person %" PRId64), person);
  g_clear_pointer (&erased->login, g_free);
  return rang_store_save_person (office->store, erased, error) && log_erase (office, session, "person", person, error)
         && rang_store_transaction_commit (transaction, error) && office_reload (office, error);
}

gboolean
rang_office_erase_contact (RangOffice *office, const RangSession *session, gint64 contact, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (GError) missing = NULL;

  if (transaction == NULL
      || !office_allow_as (office, session, RANG_ACTION_EDIT_CLIENT, "erase", 0, 0, transaction, error))
    return FALSE;
  if (!rang_store_erase_contact (office->store, contact, &missing))
    {
      if (g_error_matches (missing, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND))
        office_refuse (error, NOT_FOUND, "%s", _ ("there is no such contact; it may be erased already"));
      else
        g_propagate_error (error, g_steal_pointer (&missing));
      return FALSE;
    }
  return log_erase (office, session, "contact", contact, error) && rang_store_transaction_commit (transaction, error);
}

/* --- deputies --- */

GPtrArray *
rang_office_list_deputies (RangOffice *office, GError **error)
{
  return rang_store_load_deputies (office->store, error);
}

static gboolean
overlap (const RangDeputy *a, const RangDeputy *b)
{
  return a->from <= b->to && b->from <= a->to;
}

/* Whether @person is the delivery chief, or stands in for the chief, on a day of @deputy. */
static gboolean
is_chief_then (RangOffice *office, const RangDeputy *deputy, GPtrArray *all)
{
  if (rang_person_owns_role (office_find_person (office, deputy->person), RANG_ROLE_DELIVERY_CHIEF, 0))
    return TRUE;
  for (guint i = 0; i < all->len; i++)
    {
      const RangDeputy *other = g_ptr_array_index (all, i);

      if (other->person == deputy->person && other->role == RANG_ROLE_DELIVERY_CHIEF && overlap (other, deputy))
        return TRUE;
    }
  return FALSE;
}

static gboolean
heads_then (const RangDeputy *chief, GPtrArray *all)
{
  for (guint i = 0; i < all->len; i++)
    {
      const RangDeputy *other = g_ptr_array_index (all, i);

      if (other->person == chief->person && other->role == RANG_ROLE_DEPARTMENT_HEAD && overlap (other, chief))
        return TRUE;
    }
  return FALSE;
}

static gboolean
refuse_chief (const char *name, GError **error)
{
  office_refuse (error, REFUSED,
                 _ ("%s cannot be the delivery chief and stand in for a department head; choose somebody else"), name);
  return FALSE;
}

static gboolean
check_deputies_of (RangOffice *office, const RangPerson *person, GError **error)
{
  g_autoptr (GPtrArray) all = rang_store_load_deputies (office->store, error);

  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len && rang_person_owns_role (person, RANG_ROLE_DELIVERY_CHIEF, 0); i++)
    {
      const RangDeputy *deputy = g_ptr_array_index (all, i);

      if (deputy->person == person->id && deputy->role == RANG_ROLE_DEPARTMENT_HEAD
          && deputy->to >= rang_office_today (office))
        return refuse_chief (person->name, error);
    }
  return TRUE;
}

static gboolean
check_dates (RangOffice *office, const RangDeputy *deputy, GPtrArray *all, GError **error)
{
  if (deputy->from == RANG_DAY_NONE || deputy->to == RANG_DAY_NONE || deputy->to < deputy->from
      || deputy->to < rang_office_today (office))
    {
      office_refuse (error, INVALID, "%s", _ ("the last day must not lie before the first, nor before today"));
      return FALSE;
    }
  for (guint i = 0; i < all->len; i++)
    {
      const RangDeputy *other = g_ptr_array_index (all, i);

      if (other->id == deputy->id || other->behalf != deputy->behalf || other->role != deputy->role
          || other->department != deputy->department || !overlap (other, deputy))
        continue;
      office_refuse (error, REFUSED, _ ("%s stands in on some of these days already; end that first"),
                     rang_office_person_name (office, other->person));
      return FALSE;
    }
  return TRUE;
}

static gboolean
check_deputy (RangOffice *office, const RangDeputy *deputy, GError **error)
{
  const RangPerson *person = office_find_person (office, deputy->person);
  const RangPerson *away = office_find_person (office, deputy->behalf);
  g_autoptr (GPtrArray) all = rang_store_load_deputies (office->store, error);

  if (all == NULL)
    return FALSE;
  if (person == NULL || away == NULL || !person->active || person->id == away->id)
    {
      office_refuse (error, INVALID, "%s", _ ("a deputy is another person who works here; choose one"));
      return FALSE;
    }
  if (deputy->role == RANG_ROLE_COURIER || !rang_person_owns_role (away, deputy->role, deputy->department))
    {
      office_refuse (error, INVALID,
                     /* Translators: a name, then a role */
                     _ ("%s is not %s, so nobody can stand in for that"), away->name, rang_role_label (deputy->role));
      return FALSE;
    }
  if ((deputy->role == RANG_ROLE_DEPARTMENT_HEAD && is_chief_then (office, deputy, all))
      || (deputy->role == RANG_ROLE_DELIVERY_CHIEF && heads_then (deputy, all)))
    return refuse_chief (person->name, error);
  return check_dates (office, deputy, all, error);
}

static gboolean
log_deputy (RangOffice *office, const RangSession *session, const RangDeputy *deputy, const char *event, GError **error)
{
  g_autoptr (RangLogEntry) entry = office_new_entry (office, session, "people");
  g_autofree char *from = rang_day_format (deputy->from), *to = rang_day_format (deputy->to);

  entry->day = RANG_DAY_NONE;
  entry->subject = g_strdup_printf ("deputy/%" G_GINT64_FORMAT, deputy->id);
  entry->data = g_strdup_printf (
      "{\"deputy\":%" G_GINT64_FORMAT ",\"for\":%" G_GINT64_FORMAT ",\"role\":\"%s\",\"department\":%" G_GINT64_FORMAT
      ",\"from\":\"%s\",\"to\":\"%s\",\"event\":\"%s\"}",
      deputy->person, deputy->behalf, rang_role_to_nick (deputy->role), deputy->department, from, to, event);
  return office_log (office, entry, error);
}

/* The own deputy everybody may name, others' the head of sales. */
static gboolean
allow_deputy (
    RangOffice *office, const RangSession *session, gint64 behalf, RangStoreTransaction *transaction, GError **error)
{
  if (session->person == behalf && behalf != 0)
    return office_allow_self (office, session, "people", transaction, error);
  return office_allow_as (office, session, RANG_ACTION_MANAGE_OFFICE, "people", 0, 0, transaction, error);
}

gboolean
rang_office_save_deputy (RangOffice *office, const RangSession *session, RangDeputy *deputy, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);

  return transaction != NULL && allow_deputy (office, session, deputy->behalf, transaction, error)
         && check_deputy (office, deputy, error) && rang_store_save_deputy (office->store, deputy, error)
         && log_deputy (office, session, deputy, "named", error) && rang_store_transaction_commit (transaction, error)
         && office_reload (office, error);
}

static RangDeputy *
load_deputy (RangOffice *office, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) all = rang_store_load_deputies (office->store, error);

  for (guint i = 0; all != NULL && i < all->len; i++)
    if (((RangDeputy *)g_ptr_array_index (all, i))->id == id)
      return rang_deputy_copy (g_ptr_array_index (all, i));
  if (all != NULL)
    office_refuse (error, NOT_FOUND, "%s", _ ("there is no such deputy; look at the list again"));
  return NULL;
}

gboolean
rang_office_end_deputy (RangOffice *office, const RangSession *session, gint64 id, GError **error)
{
  g_autoptr (RangStoreTransaction) transaction = office_begin (office, error);
  g_autoptr (RangDeputy) deputy = transaction != NULL ? load_deputy (office, id, error) : NULL;
  RangDay yesterday = rang_office_today (office) - 1;
  gboolean ended;

  if (deputy == NULL || !allow_deputy (office, session, deputy->behalf, transaction, error))
    return FALSE;
  deputy->to = MIN (deputy->to, yesterday);
  ended = deputy->to < deputy->from ? rang_store_remove_deputy (office->store, id, error)
                                    : rang_store_save_deputy (office->store, deputy, error);
  return ended && log_deputy (office, session, deputy, "ended", error)
         && rang_store_transaction_commit (transaction, error) && office_reload (office, error);
}
