/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangDepartment:
 * @id: number in the store, from 1
 * @name: "Active Sales"
 * @mark: which of the marks the department wears on screen and paper: 0 a blue dot, 1 an ochre diamond, ...
 *
 * A sales department. Who heads it is a role of a person, never stored here.
 */
typedef struct
{
  gint64 id;
  char *name;
  int mark;
} RangDepartment;

RangDepartment *
rang_department_new (void);
RangDepartment *
rang_department_copy (const RangDepartment *department);
void
rang_department_free (RangDepartment *department);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangDepartment, rang_department_free)

G_END_DECLS
