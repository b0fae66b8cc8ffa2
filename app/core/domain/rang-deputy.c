/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for who stands in for whom. */
#include "domain/rang-deputy.h"

RangDeputy *
rang_deputy_new (void)
{
  RangDeputy *deputy = g_new0 (RangDeputy, 1);

  deputy->from = deputy->to = RANG_DAY_NONE;
  return deputy;
}

RangDeputy *
rang_deputy_copy (const RangDeputy *deputy)
{
  return g_memdup2 (deputy, sizeof *deputy);
}

void
rang_deputy_free (RangDeputy *deputy)
{
  g_free (deputy);
}

static RangPerson *
find (GPtrArray *people, gint64 id)
{
  for (guint i = 0; i < people->len; i++)
    if (((RangPerson *)g_ptr_array_index (people, i))->id == id)
      return g_ptr_array_index (people, i);
  return NULL;
}

static RangRoleGrant *
find_own (RangPerson *person, RangRole role, gint64 department)
{
  for (guint i = 0; i < person->grants->len; i++)
    {
      RangRoleGrant *grant = &g_array_index (person->grants, RangRoleGrant, i);

      if (grant->role == role && grant->department == department && grant->behalf == 0)
        return grant;
    }
  return NULL;
}

void
rang_deputies_apply (GPtrArray *deputies, GPtrArray *people, RangDay day)
{
  for (guint i = 0; i < deputies->len; i++)
    {
      const RangDeputy *deputy = g_ptr_array_index (deputies, i);
      RangPerson *person, *away;
      RangRoleGrant *own, grant = { deputy->role, deputy->department, deputy->behalf, 0 };

      if (day < deputy->from || day > deputy->to)
        continue;
      person = find (people, deputy->person);
      away = find (people, deputy->behalf);
      own = away != NULL && away->active ? find_own (away, deputy->role, deputy->department) : NULL;
      if (person == NULL || !person->active || own == NULL || own->yielded != 0)
        continue;
      own->yielded = deputy->person;
      g_array_append_val (person->grants, grant);
    }
}
