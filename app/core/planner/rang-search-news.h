/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "planner/rang-routes.h"

G_BEGIN_DECLS

/**
 * RangSearchNews:
 * @search: whatever has the best so far
 * @is_in: is a job that is looked at on one of its routes?
 * @copy: makes @to its routes
 * @travel: its seconds of travel
 * @permille: how much of the search is over
 *
 * What a search tells from time to time. Inside the planner only.
 */
typedef struct
{
  gconstpointer search;
  gboolean (*is_in) (gconstpointer search, gint32 job);
  void (*copy) (gconstpointer search, RangRoutes *to);
  gint64 travel;
  guint permille;
} RangSearchNews;

typedef void (*RangSearchReport) (const RangSearchNews *news, gpointer data);

G_END_DECLS
