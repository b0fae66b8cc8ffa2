/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what a sales department is. */
#include "domain/rang-department.h"

RangDepartment *
rang_department_new (void)
{
  return g_new0 (RangDepartment, 1);
}

RangDepartment *
rang_department_copy (const RangDepartment *department)
{
  RangDepartment *copy = g_memdup2 (department, sizeof *department);

  copy->name = g_strdup (department->name);
  return copy;
}

void
rang_department_free (RangDepartment *department)
{
  if (department == NULL)
    return;
  g_free (department->name);
  g_free (department);
}
