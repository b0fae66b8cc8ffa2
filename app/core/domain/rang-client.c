/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for clients, their addresses and contacts. */
#include "domain/rang-client.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/rang-nick.h"

static const char *const stage_nicks[] = { "trial", "contract", "dormant", NULL };

RangClient *
rang_client_new (void)
{
  RangClient *client = g_new0 (RangClient, 1);

  client->hours = (RangTimeWindow){ RANG_TIME_NONE, RANG_TIME_NONE };
  client->service = -1;
  client->addresses = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_address_free);
  client->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_contact_free);
  return client;
}

RangClient *
rang_client_copy (const RangClient *client)
{
  RangClient *copy = g_memdup2 (client, sizeof *client);

  copy->name = g_strdup (client->name);
  copy->tax_number = g_strdup (client->tax_number);
  copy->addresses = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_address_free);
  copy->contacts = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_contact_free);
  for (guint i = 0; i < client->addresses->len; i++)
    g_ptr_array_add (copy->addresses, rang_address_copy (g_ptr_array_index (client->addresses, i)));
  for (guint i = 0; i < client->contacts->len; i++)
    g_ptr_array_add (copy->contacts, rang_contact_copy (g_ptr_array_index (client->contacts, i)));
  return copy;
}

void
rang_client_free (RangClient *client)
{
  if (client == NULL)
    return;
  g_free (client->name);
  g_free (client->tax_number);
  g_ptr_array_unref (client->addresses);
  g_ptr_array_unref (client->contacts);
  g_free (client);
}

RangAddress *
rang_address_new (void)
{
  RangAddress *address = g_new0 (RangAddress, 1);

  address->hours = (RangTimeWindow){ RANG_TIME_NONE, RANG_TIME_NONE };
  address->service = -1;
  return address;
}

RangAddress *
rang_address_copy (const RangAddress *address)
{
  RangAddress *copy = g_memdup2 (address, sizeof *address);

  memset (&copy->place, 0, sizeof copy->place);
  rang_place_copy_into (&copy->place, &address->place);
  copy->access_note = g_strdup (address->access_note);
  return copy;
}

void
rang_address_free (RangAddress *address)
{
  if (address == NULL)
    return;
  rang_place_clear (&address->place);
  g_free (address->access_note);
  g_free (address);
}

RangContact *
rang_contact_new (void)
{
  return g_new0 (RangContact, 1);
}

RangContact *
rang_contact_copy (const RangContact *contact)
{
  RangContact *copy = g_memdup2 (contact, sizeof *contact);

  copy->name = g_strdup (contact->name);
  copy->phone = g_strdup (contact->phone);
  copy->email = g_strdup (contact->email);
  return copy;
}

void
rang_contact_free (RangContact *contact)
{
  if (contact == NULL)
    return;
  g_free (contact->name);
  g_free (contact->phone);
  g_free (contact->email);
  g_free (contact);
}

RangAddress *
rang_client_find_address (const RangClient *client, const RangPlace *place)
{
  g_autofree char *wanted = rang_place_key (place);

  for (guint i = 0; i < client->addresses->len; i++)
    {
      RangAddress *address = g_ptr_array_index (client->addresses, i);
      g_autofree char *key = rang_place_key (&address->place);

      if (g_str_equal (key, wanted))
        return address;
    }
  return NULL;
}

const char *
rang_client_stage_to_nick (RangClientStage stage)
{
  g_return_val_if_fail (stage < RANG_N_STAGES, NULL);
  return stage_nicks[stage];
}

int
rang_client_stage_from_nick (const char *nick)
{
  return rang_nick_find (stage_nicks, nick);
}

const char *
rang_client_stage_label (RangClientStage stage)
{
  switch (stage)
    {
    case RANG_STAGE_TRIAL:
      return _ ("trial");
    case RANG_STAGE_CONTRACT:
      return _ ("contract");
    case RANG_STAGE_DORMANT:
      return _ ("dormant");
    case RANG_N_STAGES:
    default:
      g_return_val_if_reached (NULL);
    }
}
