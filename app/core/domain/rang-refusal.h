/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangRefusal:
 * @where: file and line, or the order: where it is wrong
 * @order: (nullable): the client's number of the order, or Rang's
 * @field: (nullable): nick of the field: "client", "promised", "importance", "quantity" …
 * @problem: what is wrong, in the reader's language
 * @remedy: what to do
 *
 * One thing that was refused, or that is still missing: never hidden, never guessed.
 */
typedef struct
{
  char *where;
  char *order;
  char *field;
  char *problem;
  char *remedy;
} RangRefusal;

RangRefusal *
rang_refusal_new (const char *where, const char *order, const char *field, const char *problem, const char *remedy);
RangRefusal *
rang_refusal_copy (const RangRefusal *refusal);
void
rang_refusal_free (RangRefusal *refusal);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRefusal, rang_refusal_free)

G_END_DECLS
