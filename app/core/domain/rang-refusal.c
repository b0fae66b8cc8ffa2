/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how a refusal is told: where, what, and what to do. */
#include "domain/rang-refusal.h"

RangRefusal *
rang_refusal_new (const char *where, const char *order, const char *field, const char *problem, const char *remedy)
{
  RangRefusal *refusal = g_new0 (RangRefusal, 1);

  refusal->where = g_strdup (where);
  refusal->order = g_strdup (order);
  refusal->field = g_strdup (field);
  refusal->problem = g_strdup (problem);
  refusal->remedy = g_strdup (remedy);
  return refusal;
}

RangRefusal *
rang_refusal_copy (const RangRefusal *refusal)
{
  return rang_refusal_new (refusal->where, refusal->order, refusal->field, refusal->problem, refusal->remedy);
}

void
rang_refusal_free (RangRefusal *refusal)
{
  if (refusal == NULL)
    return;
  g_free (refusal->where);
  g_free (refusal->order);
  g_free (refusal->field);
  g_free (refusal->problem);
  g_free (refusal->remedy);
  g_free (refusal);
}
