/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the demo's clients: who they are, where, what they are worth, and how often they order. */
#include <glib/gi18n-lib.h>

#include "office/rang-demo-private.h"

/* How many of the clients are what at the start of the past days; the rest are clients of old. */
#define N_TRIAL 120
#define N_RECENT 60
#define N_DORMANT 30
#define N_FRIENDS 16

static gint64
draw_annual_value (RangDemoRandom *random, RangClientStage stage)
{
  guint draw = rang_demo_random_below (random, 100);
  gint32 thousands;

  if (stage == RANG_STAGE_TRIAL)
    thousands = rang_demo_random_between (random, 24, draw < 80 ? 110 : 260);
  else if (draw < 60)
    thousands = rang_demo_random_between (random, 9, 55);
  else if (draw < 90)
    thousands = rang_demo_random_between (random, 55, 170);
  else
    thousands = rang_demo_random_between (random, 170, 540);
  return (gint64)thousands * 100000;
}

static void
add_address (RangDemoBuild *build, RangClient *client, const RangDemoTrade *trade, gint64 *next_id)
{
  RangAddress *address = rang_address_new ();

  address->id = (*next_id)++;
  address->client = client->id;
  rang_demo_city_place (&build->random, &address->place);
  address->hours = client->hours;
  address->service = client->service;
  if (trade->access != NULL && rang_demo_random_chance (&build->random, 70))
    address->access_note = g_strdup (_ (trade->access));
  g_ptr_array_add (client->addresses, address);
}

static void
add_contact (RangDemoBuild *build, RangClient *client, gint64 *next_id)
{
  RangContact *contact = rang_contact_new ();

  contact->id = (*next_id)++;
  contact->client = client->id;
  contact->name = rang_demo_names_person (&build->random, NULL);
  contact->phone = rang_demo_names_phone (&build->random);
  g_ptr_array_add (client->contacts, contact);
}

static void
tell_story (RangDemoBuild *build, guint index, const RangClient *client)
{
  RangDemoStory *story = &build->stories[index];

  story->starts = -1;
  if (client->stage == RANG_STAGE_TRIAL)
    {
      gint32 one = rang_demo_random_between (&build->random, -4, RANG_DEMO_DAYS - 2);
      gint32 other = rang_demo_random_between (&build->random, -4, RANG_DEMO_DAYS - 2);

      /* Active Sales has been at it more and more: of two draws the later one. */
      story->starts = MAX (one, other);
      story->often = 20;
    }
  else if (client->stage == RANG_STAGE_CONTRACT)
    story->often = (client->department == RANG_DEMO_ACTIVE_SALES ? 10 : 3)
                   + (guint)MIN (client->annual_value.minor / 4000000, 12);
}

static RangClient *
make_client (RangDemoBuild *build, guint index, GHashTable *taken, gint64 *next_address, gint64 *next_contact)
{
  RangDemoRandom *random = &build->random;
  RangDemoStory *story = &build->stories[index];
  RangClient *client = rang_client_new ();

  client->id = index + 1;
  client->name = rang_demo_names_company (random, taken, &story->trade);
  client->tax_number = rang_demo_names_tax_number (index + 1);
  client->stage = index % 10 < 3 && index / 10 < N_TRIAL / 3  ? RANG_STAGE_TRIAL
                  : index % 10 == 9 && index / 10 < N_DORMANT ? RANG_STAGE_DORMANT
                                                              : RANG_STAGE_CONTRACT;
  client->department = client->stage == RANG_STAGE_TRIAL || (index % 10 == 4 || (index % 20 == 5))
                           ? RANG_DEMO_ACTIVE_SALES
                           : RANG_DEMO_CLIENTS;
  client->annual_value.minor = draw_annual_value (random, client->stage);
  g_strlcpy (client->annual_value.currency, "RON", sizeof client->annual_value.currency);
  client->hours = story->trade->hours;
  client->service = (story->trade->service + rang_demo_random_between (random, 6, 12)) * 60;
  client->penalty_clause = client->stage == RANG_STAGE_CONTRACT && client->annual_value.minor > 8000000
                           && rang_demo_random_chance (random, 30);
  add_address (build, client, story->trade, next_address);
  if (rang_demo_random_chance (random, 8))
    add_address (build, client, story->trade, next_address);
  add_contact (build, client, next_contact);
  if (rang_demo_random_chance (random, 25))
    add_contact (build, client, next_contact);
  tell_story (build, index, client);
  return client;
}

/* Small clients, whom somebody in the house likes. */
static void
make_friends (RangDemoBuild *build)
{
  guint found = 0;

  for (guint i = 0; i < RANG_DEMO_N_CLIENTS && found < N_FRIENDS; i++)
    {
      const RangClient *client = g_ptr_array_index (build->demo->clients, i);

      if (client->stage != RANG_STAGE_CONTRACT || client->annual_value.minor > 4500000
          || !rang_demo_random_chance (&build->random, 30))
        continue;
      build->stories[i].friend = TRUE;
      build->stories[i].often += 12;
      found++;
    }
}

void
rang_demo_build_clients (RangDemoBuild *build)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gint64 next_address = 1, next_contact = 1;

  for (guint i = 0; i < RANG_DEMO_N_CLIENTS; i++)
    g_ptr_array_add (build->demo->clients, make_client (build, i, taken, &next_address, &next_contact));
  make_friends (build);
}
