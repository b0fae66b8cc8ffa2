/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what becomes of a client's contract. */
#include "domain/rang-client-event.h"

#include <glib/gi18n-lib.h>

#include "base/rang-nick.h"

static const char *const event_nicks[] = { "signed", "refused", "renewed", "lost", NULL };

RangClientEvent *
rang_client_event_new (void)
{
  RangClientEvent *event = g_new0 (RangClientEvent, 1);

  event->day = RANG_DAY_NONE;
  return event;
}

void
rang_client_event_free (RangClientEvent *event)
{
  if (event == NULL)
    return;
  g_free (event->reason);
  g_free (event);
}

const char *
rang_client_event_kind_to_nick (RangClientEventKind kind)
{
  g_return_val_if_fail (kind < RANG_N_EVENTS, NULL);
  return event_nicks[kind];
}

int
rang_client_event_kind_from_nick (const char *nick)
{
  return rang_nick_find (event_nicks, nick);
}

const char *
rang_client_event_kind_label (RangClientEventKind kind)
{
  switch (kind)
    {
    case RANG_EVENT_SIGNED:
      return _ ("contract signed");
    case RANG_EVENT_REFUSED:
      return _ ("contract refused");
    case RANG_EVENT_RENEWED:
      return _ ("contract renewed");
    case RANG_EVENT_LOST:
      return _ ("client lost");
    case RANG_N_EVENTS:
    default:
      g_return_val_if_reached (NULL);
    }
}
