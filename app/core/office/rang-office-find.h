/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-conflict.h"
#include "office/rang-office.h"

G_BEGIN_DECLS

/**
 * RangHitKind:
 *
 * What was found, in the sequence in which it is shown.
 */
typedef enum
{
  RANG_HIT_ORDER,
  RANG_HIT_CLIENT,
  RANG_HIT_PERSON,
  RANG_HIT_RESOURCE,
  RANG_HIT_CONFLICT,
  RANG_N_HIT_KINDS
} RangHitKind;

/** rang_hit_kind_to_nick: Returns: "order", "client", "person", "van" or "conflict" */
const char *
rang_hit_kind_to_nick (RangHitKind kind);

/** rang_hit_kind_label: Returns: the kind in the current language, of several: "Orders" */
const char *
rang_hit_kind_label (RangHitKind kind);

/**
 * RangHit:
 * @id: the order's number, else the id
 * @day: that an order is promised for, or of a conflict's board; %RANG_DAY_NONE of the others
 * @promised: an order's window on it
 * @text: what it is called: the client of an order, the name of a client, person or van, the kind of a conflict
 * @detail: (nullable): where it was found, or what tells it from others: the client's number of an order or its note,
 *   a client's address or contact, a person's roles, a plate
 * @state: (nullable): of an order or a conflict, in the current language
 * @order_state: of an order; @conflict_state: of a conflict
 * @department: id, 0 none
 *
 * One thing that somebody looked for.
 */
typedef struct
{
  RangHitKind kind;
  gint64 id;
  RangDay day;
  RangTimeWindow promised;
  char *text;
  char *detail;
  const char *state;
  RangOrderState order_state;
  RangConflictState conflict_state;
  gint64 department;
} RangHit;

void
rang_hit_free (RangHit *hit);

/**
 * RangFindings:
 * @hits: (element-type RangHit): by kind; orders with the one whose number was given first, then today's, those to
 * come, those without a day, those gone by
 * @more: of which kinds more was found than asked for
 * @today: the office's day when it was found
 */
typedef struct
{
  GPtrArray *hits;
  gboolean more[RANG_N_HIT_KINDS];
  RangDay today;
} RangFindings;

void
rang_findings_free (RangFindings *findings);

/**
 * rang_office_find:
 * @session: of which unit vans are looked for
 * @text: words, all of which have to be found, without regard to case and accents; one or two letters or digits at the
 *   beginning of a word, more anywhere
 * @limit: so many of each kind
 *
 * Searches the whole office: orders of every day by number (its first digits), by the client's number and name, and of
 * the last fortnight and later by all that is written on them; clients by name, tax number, contact and address;
 * people; vans by name and plate; conflicts by their number or by that of an order. Reading needs no right.
 *
 * Returns: (transfer full) (nullable): what was found
 */
RangFindings *
rang_office_find (RangOffice *office, const RangSession *session, const char *text, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangHit, rang_hit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangFindings, rang_findings_free)

G_END_DECLS
