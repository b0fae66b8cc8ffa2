/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the demo's clients made of the deliveries: contracts signed, refused, renewed and lost. */
#include <glib/gi18n-lib.h>

#include "office/rang-demo-private.h"

static void
add_event (RangDemoBuild *build, guint client, RangClientEventKind kind, RangDay day, const char *reason)
{
  RangClient *whose = g_ptr_array_index (build->demo->clients, client);
  RangClientEvent *event = rang_client_event_new ();

  event->id = build->demo->events->len + 1;
  event->client = whose->id;
  event->kind = kind;
  event->day = day;
  event->reason = g_strdup (reason);
  event->who = whose->department == RANG_DEMO_CLIENTS ? RANG_DEMO_HEAD_OF_CLIENTS : RANG_DEMO_HEAD_OF_ACTIVE_SALES;
  g_ptr_array_add (build->demo->events, event);
  build->stories[client].kept = build->stories[client].broken = 0;
  if (kind == RANG_EVENT_SIGNED || kind == RANG_EVENT_RENEWED)
    {
      /* Who has signed passes from those who win clients to those who keep them. */
      whose->stage = RANG_STAGE_CONTRACT;
      whose->department = RANG_DEMO_CLIENTS;
      if (kind == RANG_EVENT_SIGNED)
        build->stories[client].often = 6;
      return;
    }
  whose->stage = RANG_STAGE_DORMANT;
  build->stories[client].gone = TRUE;
}

/* A client makes up its mind after a delivery. */
static void
make_up_mind (RangDemoBuild *build, guint index, RangDay day)
{
  const RangClient *client = g_ptr_array_index (build->demo->clients, index);
  RangDemoStory *story = &build->stories[index];
  RangDemoRandom *random = &build->random;

  if (client->stage == RANG_STAGE_TRIAL)
    {
      if (story->broken >= 2 && rang_demo_random_chance (random, 30))
        add_event (build, index, RANG_EVENT_REFUSED, day, _ ("The first deliveries came late"));
      else if (story->kept >= 3 && story->broken == 0 && rang_demo_random_chance (random, 60))
        add_event (build, index, RANG_EVENT_SIGNED, day, _ ("The first deliveries came as promised"));
      else if (story->kept >= 4 && rang_demo_random_chance (random, 30))
        add_event (build, index, RANG_EVENT_SIGNED, day, NULL);
      return;
    }
  if (client->stage != RANG_STAGE_CONTRACT)
    return;
  if (story->broken >= 4 && rang_demo_random_chance (random, client->annual_value.minor > 6000000 ? 5 : 1))
    add_event (build, index, RANG_EVENT_LOST, day, _ ("Promises were broken again and again"));
  else if (story->kept >= 7 && story->broken <= 1 && rang_demo_random_chance (random, 6))
    add_event (build, index, RANG_EVENT_RENEWED, day, _ ("Content with the deliveries"));
}

void
rang_demo_build_remember (RangDemoBuild *build, const RangOrder *order, gboolean kept, RangDay day)
{
  guint index = (guint)order->client - 1;
  RangDemoStory *story = &build->stories[index];

  if (story->gone)
    return;
  if (!kept)
    story->broken++;
  else
    {
      story->kept++;
      if (story->broken > 0 && rang_demo_random_chance (&build->random, 20))
        story->broken--;
    }
  make_up_mind (build, index, day);
}
