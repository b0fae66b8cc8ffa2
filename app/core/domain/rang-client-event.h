/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"

G_BEGIN_DECLS

/**
 * RangClientEventKind:
 *
 * What became of a contract.
 */
typedef enum
{
  RANG_EVENT_SIGNED,
  RANG_EVENT_REFUSED,
  RANG_EVENT_RENEWED,
  RANG_EVENT_LOST,
  RANG_N_EVENTS
} RangClientEventKind;

/**
 * RangClientEvent:
 * @id: number in the store
 * @client: the client's id
 * @kind: what happened
 * @day: when
 * @reason: (nullable): why, in a person's words
 * @who: id of the person who says so
 */
typedef struct
{
  gint64 id;
  gint64 client;
  RangClientEventKind kind;
  RangDay day;
  char *reason;
  gint64 who;
} RangClientEvent;

RangClientEvent *
rang_client_event_new (void);
void
rang_client_event_free (RangClientEvent *event);

const char *
rang_client_event_kind_to_nick (RangClientEventKind kind);
int
rang_client_event_kind_from_nick (const char *nick);
const char *
rang_client_event_kind_label (RangClientEventKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangClientEvent, rang_client_event_free)

G_END_DECLS
