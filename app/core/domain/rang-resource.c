/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for units, their resources (vans, machines) and the roster of a day. */
#include "domain/rang-resource.h"

#include <string.h>

#include "base/rang-nick.h"

static const char *const kind_nicks[] = { "delivery", "production", NULL };

RangUnit *
rang_unit_new (void)
{
  return g_new0 (RangUnit, 1);
}

RangUnit *
rang_unit_copy (const RangUnit *unit)
{
  RangUnit *copy = g_memdup2 (unit, sizeof *unit);

  copy->name = g_strdup (unit->name);
  return copy;
}

void
rang_unit_free (RangUnit *unit)
{
  if (unit == NULL)
    return;
  g_free (unit->name);
  g_free (unit);
}

const char *
rang_unit_kind_to_nick (RangUnitKind kind)
{
  g_return_val_if_fail (kind < RANG_N_UNIT_KINDS, NULL);
  return kind_nicks[kind];
}

int
rang_unit_kind_from_nick (const char *nick)
{
  return rang_nick_find (kind_nicks, nick);
}

RangResource *
rang_resource_new (void)
{
  RangResource *resource = g_new0 (RangResource, 1);

  resource->active = TRUE;
  resource->shift = (RangTimeWindow){ 8 * 3600, 17 * 3600 };
  return resource;
}

RangResource *
rang_resource_copy (const RangResource *resource)
{
  RangResource *copy = g_memdup2 (resource, sizeof *resource);

  copy->name = g_strdup (resource->name);
  copy->plate = g_strdup (resource->plate);
  copy->category = g_strdup (resource->category);
  memset (&copy->start, 0, sizeof copy->start);
  memset (&copy->end, 0, sizeof copy->end);
  rang_place_copy_into (&copy->start, &resource->start);
  rang_place_copy_into (&copy->end, &resource->end);
  return copy;
}

void
rang_resource_free (RangResource *resource)
{
  if (resource == NULL)
    return;
  g_free (resource->name);
  g_free (resource->plate);
  g_free (resource->category);
  rang_place_clear (&resource->start);
  rang_place_clear (&resource->end);
  g_free (resource);
}

RangRosterEntry *
rang_roster_entry_new (void)
{
  return g_new0 (RangRosterEntry, 1);
}

RangRosterEntry *
rang_roster_entry_copy (const RangRosterEntry *entry)
{
  RangRosterEntry *copy = g_memdup2 (entry, sizeof *entry);

  copy->reason = g_strdup (entry->reason);
  return copy;
}

void
rang_roster_entry_free (RangRosterEntry *entry)
{
  if (entry == NULL)
    return;
  g_free (entry->reason);
  g_free (entry);
}

RangRosterEntry *
rang_roster_entry_usual (const RangResource *resource, RangDay day)
{
  RangRosterEntry *entry = rang_roster_entry_new ();

  entry->resource = resource->id;
  entry->day = day;
  entry->courier = resource->courier;
  entry->shift = resource->shift;
  return entry;
}
