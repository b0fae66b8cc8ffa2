/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-resource.h"
#include "office/rang-office.h"

G_BEGIN_DECLS

/**
 * RangNewDepartment:
 * @name: of the department
 * @head: (nullable): full name of who heads it; %NULL for the founder
 */
typedef struct
{
  char *name;
  char *head;
} RangNewDepartment;

/**
 * RangNewVan:
 * @name: "Van 1"
 * @plate: (nullable): number plate
 * @courier: (nullable): full name of who drives it
 * @kilograms: what it can carry; 0 unlimited
 */
typedef struct
{
  char *name;
  char *plate;
  char *courier;
  int kilograms;
} RangNewVan;

/**
 * RangNewOffice:
 * @name: (nullable): of the company
 * @founder: (nullable): full name of who founds it, the head of sales; %NULL as the login account says
 * @depot: (nullable): where vans start, as pasted coordinates: "45.65, 25.6"
 * @chief: (nullable): full name of the delivery chief; %NULL for the founder
 * @departments: (element-type RangNewDepartment): at least two
 * @vans: (element-type RangNewVan)
 *
 * What is asked on the first run.
 */
typedef struct
{
  char *name;
  char *founder;
  char *depot;
  char *chief;
  GPtrArray *departments;
  GPtrArray *vans;
} RangNewOffice;

/** rang_new_office_new: Returns: (transfer full): without departments and vans */
RangNewOffice *
rang_new_office_new (void);
void
rang_new_office_free (RangNewOffice *plan);

/** rang_new_office_add_department: @head: (nullable) */
void
rang_new_office_add_department (RangNewOffice *plan, const char *name, const char *head);
/** rang_new_office_add_van: @plate: (nullable); @courier: (nullable) */
void
rang_new_office_add_van (RangNewOffice *plan, const char *name, const char *plate, const char *courier, int kilograms);

/**
 * rang_office_found:
 * @path: where the store will be; refused when a file is there
 * @login: the login account of the founder
 *
 * An office as @plan says: its founder holds every office role that nobody else is named for. All or nothing: if
 * something in @plan is refused, no store is left.
 *
 * Returns: (transfer full) (nullable): the office
 */
RangOffice *
rang_office_found (const char *path, RangClock *clock, const RangNewOffice *plan, const char *login, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangNewOffice, rang_new_office_free)

G_END_DECLS
