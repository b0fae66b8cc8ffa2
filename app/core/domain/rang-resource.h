/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-break.h"
#include "domain/rang-place.h"
#include "domain/rang-skill.h"

G_BEGIN_DECLS

/**
 * RangUnitKind:
 * @RANG_UNIT_DELIVERY: vans that travel
 * @RANG_UNIT_PRODUCTION: machines and hours, no travel
 */
typedef enum
{
  RANG_UNIT_DELIVERY,
  RANG_UNIT_PRODUCTION,
  RANG_N_UNIT_KINDS
} RangUnitKind;

/**
 * RangUnit:
 *
 * What a board ranks for.
 */
typedef struct
{
  gint64 id;
  char *name;
  RangUnitKind kind;
} RangUnit;

/**
 * RangResource:
 * @id: number in the store, from 1
 * @unit: id of the unit it belongs to
 * @name: "Van 3"
 * @plate: (nullable): number plate
 * @capacity: grams it can carry; 0 unlimited
 * @capacity_parcels: parcels it can carry; 0 unlimited
 * @shift: its usual shift
 * @courier: id of its usual courier; 0 none
 * @active: whether it is still in use
 * @category: (nullable): of the vehicle, for its log: "N1"
 * @fuel_norm: millilitres for 100 km; 0 not set
 * @skills: #RangSkill flags: what it can do beyond driving
 * @breaks: taken on every day on which it drives, as far as the shift has room for them
 * @start: where its day begins; the depot if it is not located
 * @end: where its day ends; the depot if it is not located
 *
 * A van of the delivery service, a machine of a production unit.
 */
typedef struct
{
  gint64 id;
  gint64 unit;
  char *name;
  char *plate;
  gint64 capacity;
  gint32 capacity_parcels;
  RangTimeWindow shift;
  gint64 courier;
  gboolean active;
  char *category;
  gint32 fuel_norm;
  guint32 skills;
  RangVanBreaks breaks;
  RangPlace start;
  RangPlace end;
} RangResource;

/**
 * RangRosterEntry:
 * @resource: id of the resource
 * @day: the day
 * @courier: who drives; 0 nobody named
 * @shift: working hours on that day
 * @out_of_service: whether it stays in
 * @reason: (nullable): why
 *
 * One resource on one day. A day without entries has each active resource at its usual shift and courier.
 */
typedef struct
{
  gint64 resource;
  RangDay day;
  gint64 courier;
  RangTimeWindow shift;
  gboolean out_of_service;
  char *reason;
} RangRosterEntry;

RangUnit *
rang_unit_new (void);
RangUnit *
rang_unit_copy (const RangUnit *unit);
void
rang_unit_free (RangUnit *unit);
const char *
rang_unit_kind_to_nick (RangUnitKind kind);
int
rang_unit_kind_from_nick (const char *nick);

RangResource *
rang_resource_new (void);
RangResource *
rang_resource_copy (const RangResource *resource);
void
rang_resource_free (RangResource *resource);

RangRosterEntry *
rang_roster_entry_new (void);
RangRosterEntry *
rang_roster_entry_copy (const RangRosterEntry *entry);
void
rang_roster_entry_free (RangRosterEntry *entry);

/**
 * rang_roster_entry_usual:
 *
 * Returns: (transfer full): @resource on @day as usual
 */
RangRosterEntry *
rang_roster_entry_usual (const RangResource *resource, RangDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangUnit, rang_unit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangResource, rang_resource_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRosterEntry, rang_roster_entry_free)

G_END_DECLS
