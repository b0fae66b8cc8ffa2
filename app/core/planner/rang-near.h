/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangNear:
 *
 * Finds the nearest of many points in space (k-d tree: J. L. Bentley, "Multidimensional binary search trees used for
 * associative searching", Communications of the ACM 18, 1975). Inside the planner only.
 */
typedef struct _RangNear RangNear;

/**
 * rang_near_new:
 * @at: (array): three coordinates of each point
 * @name: (array length=n): what each point is called: of points equally far the one with the lower name is nearer
 *
 * Returns: (transfer full): the tree
 */
RangNear *
rang_near_new (const double *at, const gint32 *name, gint32 n);
void
rang_near_free (RangNear *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangNear, rang_near_free)

/**
 * rang_near_find:
 * @at: (array fixed-size=3): a point
 * @most: how many are asked for
 * @names: (out) (array): room for @most names, the nearest first
 *
 * Returns: how many there are
 */
gint32
rang_near_find (RangNear *self, const double *at, gint32 most, gint32 *names);

G_END_DECLS
