/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for people and the roles they hold. */
#include "domain/rang-person.h"

#include <glib/gi18n-lib.h>

#include "base/rang-nick.h"

static const char *const role_nicks[]
    = { "manager", "department-head", "head-of-sales", "delivery-chief", "courier", NULL };

RangPerson *
rang_person_new (void)
{
  RangPerson *person = g_new0 (RangPerson, 1);

  person->active = TRUE;
  person->grants = g_array_new (FALSE, TRUE, sizeof (RangRoleGrant));
  return person;
}

RangPerson *
rang_person_copy (const RangPerson *person)
{
  RangPerson *copy = g_memdup2 (person, sizeof *person);

  copy->name = g_strdup (person->name);
  copy->login = g_strdup (person->login);
  copy->key = g_strdup (person->key);
  copy->grants = g_array_copy (person->grants);
  return copy;
}

void
rang_person_free (RangPerson *person)
{
  if (person == NULL)
    return;
  g_free (person->name);
  g_free (person->login);
  g_free (person->key);
  g_array_unref (person->grants);
  g_free (person);
}

void
rang_person_grant (RangPerson *person, RangRole role, gint64 department)
{
  RangRoleGrant grant = { role, department, 0, 0 };

  g_return_if_fail (person != NULL);
  g_array_append_val (person->grants, grant);
}

gboolean
rang_person_has_role (const RangPerson *person, RangRole role, gint64 department)
{
  for (guint i = 0; person != NULL && i < person->grants->len; i++)
    {
      const RangRoleGrant *grant = &g_array_index (person->grants, RangRoleGrant, i);

      if (grant->role == role && grant->yielded == 0 && (department == 0 || grant->department == department))
        return TRUE;
    }
  return FALSE;
}

gboolean
rang_person_owns_role (const RangPerson *person, RangRole role, gint64 department)
{
  for (guint i = 0; person != NULL && i < person->grants->len; i++)
    {
      const RangRoleGrant *grant = &g_array_index (person->grants, RangRoleGrant, i);

      if (grant->role == role && grant->behalf == 0 && (department == 0 || grant->department == department))
        return TRUE;
    }
  return FALSE;
}

gboolean
rang_role_is_departmental (RangRole role)
{
  return role == RANG_ROLE_MANAGER || role == RANG_ROLE_DEPARTMENT_HEAD;
}

gboolean
rang_role_is_single (RangRole role)
{
  return role == RANG_ROLE_DEPARTMENT_HEAD || role == RANG_ROLE_HEAD_OF_SALES || role == RANG_ROLE_DELIVERY_CHIEF;
}

const char *
rang_role_to_nick (RangRole role)
{
  g_return_val_if_fail (role < RANG_N_ROLES, NULL);
  return role_nicks[role];
}

int
rang_role_from_nick (const char *nick)
{
  return rang_nick_find (role_nicks, nick);
}

const char *
rang_role_label (RangRole role)
{
  switch (role)
    {
    case RANG_ROLE_MANAGER:
      return _ ("manager");
    case RANG_ROLE_DEPARTMENT_HEAD:
      return _ ("department head");
    case RANG_ROLE_HEAD_OF_SALES:
      return _ ("head of sales");
    case RANG_ROLE_DELIVERY_CHIEF:
      return _ ("delivery chief");
    case RANG_ROLE_COURIER:
      return _ ("courier");
    case RANG_N_ROLES:
    default:
      g_return_val_if_reached (NULL);
    }
}
