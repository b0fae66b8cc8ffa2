/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for people and their roles in the store. */
#include "store/rang-store-people.h"

#include "base/rang-text.h"
#include "store/rang-store-private.h"
#include "store/rang-store-witness.h"

/* People and roles in one query, so that each person is followed by all roles. */
GPtrArray *
rang_store_load_people (RangStore *store, GError **error)
{
  RangStatement *row
      = rang_store_prepare (store,
                            "SELECT p.id, p.name, p.login, p.active, k.public, r.role, r.department FROM people p "
                            "LEFT JOIN person_keys k ON k.person = p.id AND k.ended_at IS NULL "
                            "LEFT JOIN person_roles r ON r.person = p.id ORDER BY p.id, r.role, r.department",
                            error);
  g_autoptr (GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_person_free);
  RangPerson *person = NULL;
  RangStep step = RANG_STEP_ERROR;

  while (row != NULL && (step = rang_statement_step (row, error)) == RANG_STEP_ROW)
    {
      gint64 id = rang_row_int (row);
      g_autofree char *name = rang_row_dup_text (row);
      g_autofree char *login = rang_row_dup_text (row);
      gboolean active = rang_row_int (row) != 0;
      g_autofree char *public = rang_row_dup_text (row);
      int role = rang_role_from_nick (rang_row_text (row));

      if (person == NULL || person->id != id)
        {
          person = rang_person_new ();
          g_ptr_array_add (people, person);
          person->id = id;
          person->name = g_steal_pointer (&name);
          person->login = g_steal_pointer (&login);
          person->active = active;
          person->key = g_steal_pointer (&public);
        }
      if (role >= 0)
        rang_person_grant (person, (RangRole)role, rang_row_int (row));
    }
  return step == RANG_STEP_DONE ? g_steal_pointer (&people) : NULL;
}

static gboolean
save_grants (RangStore *store, const RangPerson *person, GError **error)
{
  RangStatement *row = rang_store_prepare_write (store, "DELETE FROM person_roles WHERE person = $1", error);

  if (row == NULL)
    return FALSE;
  rang_store_witness (store, RANG_WITNESS_PERSON, person->id, 0, 0);
  rang_store_witness (store, RANG_WITNESS_ROLES, person->id, 0, 0);
  rang_bind_int (row, person->id);
  if (!rang_statement_run (row, error))
    return FALSE;
  for (guint i = 0; i < person->grants->len; i++)
    {
      const RangRoleGrant *grant = &g_array_index (person->grants, RangRoleGrant, i);

      if (grant->behalf != 0)
        continue;
      row = rang_store_prepare_write (store, "INSERT INTO person_roles (person, role, department) VALUES ($1, $2, $3)",
                                      error);
      if (row == NULL)
        return FALSE;
      rang_bind_int (row, person->id);
      rang_bind_text (row, rang_role_to_nick (grant->role));
      rang_bind_int_or (row, grant->department, 0);
      if (!rang_statement_run (row, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
save_person (RangStore *store, RangPerson *person, GError **error)
{
  gboolean is_new = person->id == 0;
  g_autofree char *key = rang_text_key (person->name);
  RangStatement *row = rang_store_prepare_write (
      store,
      is_new ? "INSERT INTO people (name, name_key, login, active) VALUES ($1, $2, $3, $4) RETURNING id"
             : "UPDATE people SET name = $1, name_key = $2, login = $3, active = $4 WHERE id = $5",
      error);

  if (row == NULL)
    return FALSE;
  rang_bind_text (row, person->name);
  rang_bind_text (row, key);
  rang_bind_text (row, person->login);
  rang_bind_int (row, person->active);
  return rang_store_run_saving (store, row, &person->id, error);
}

gboolean
rang_store_save_person (RangStore *store, RangPerson *person, GError **error)
{
  return save_person (store, person, error) && save_grants (store, person, error);
}
