/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for who has a board of the office open. */
#include "office/rang-office-presence.h"

#include "office/rang-office-private.h"
#include "store/rang-store-presence.h"

static void
present_free (gpointer data)
{
  RangPresent *present = data;

  g_free (present->name);
  g_free (present);
}

gboolean
rang_office_set_presence (RangOffice *office, const RangSession *session, GError **error)
{
  return session->person == 0 || rang_store_set_presence (office->store, session->person, session->day, error);
}

GPtrArray *
rang_office_list_present (RangOffice *office, GError **error)
{
  g_autoptr (GArray) found = rang_store_load_presence (office->store, error);
  GPtrArray *list;

  if (found == NULL)
    return NULL;
  list = g_ptr_array_new_with_free_func (present_free);
  for (guint i = 0; i < found->len; i++)
    {
      const RangPresence *one = &g_array_index (found, RangPresence, i);
      RangPresent *present;

      if (office_find_person (office, one->person) == NULL)
        continue;
      present = g_new0 (RangPresent, 1);
      *present = (RangPresent){ one->person, g_strdup (rang_office_person_name (office, one->person)), one->day };
      g_ptr_array_add (list, present);
    }
  return list;
}

gboolean
rang_present_equal (const GPtrArray *one, const GPtrArray *other)
{
  if ((one != NULL ? one->len : 0) != (other != NULL ? other->len : 0))
    return FALSE;
  for (guint i = 0; one != NULL && i < one->len; i++)
    {
      const RangPresent *here = one->pdata[i], *there = other->pdata[i];

      if (here->person != there->person || here->day != there->day || g_strcmp0 (here->name, there->name) != 0)
        return FALSE;
    }
  return TRUE;
}
