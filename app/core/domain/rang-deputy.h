/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"
#include "domain/rang-person.h"

G_BEGIN_DECLS

/**
 * RangDeputy:
 * @id: number in the store, from 1
 * @person: who stands in
 * @behalf: for whom
 * @role: in which role of @behalf; never courier
 * @department: of a role that holds for one department; else 0
 * @from: the first day
 * @to: the last day
 *
 * One person in place of another (CASES.md 16): acts in the own name "for X", signs with the own key, and answers for
 * what falls in the dates. On these days the role is the deputy's alone, so that a department has exactly one head.
 */
typedef struct
{
  gint64 id;
  gint64 person;
  gint64 behalf;
  RangRole role;
  gint64 department;
  RangDay from;
  RangDay to;
} RangDeputy;

RangDeputy *
rang_deputy_new (void);
RangDeputy *
rang_deputy_copy (const RangDeputy *deputy);
void
rang_deputy_free (RangDeputy *deputy);

/**
 * rang_deputies_apply:
 * @deputies: (element-type RangDeputy): all
 * @people: (element-type RangPerson): with their own roles; those of @day become what they are with the deputies
 *
 * Gives the deputies of @day the roles that they stand in for, and marks these as yielded at who is away. A deputy of
 * somebody who does not hold the role any more, or who left, has none.
 */
void
rang_deputies_apply (GPtrArray *deputies, GPtrArray *people, RangDay day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangDeputy, rang_deputy_free)

G_END_DECLS
