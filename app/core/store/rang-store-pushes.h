/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-push.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/** rang_store_add_push: adds a push; its id is set */
gboolean
rang_store_add_push (RangStore *store, RangPush *push, GError **error);

/** rang_store_decide_push: keeps state, who, when, entry and note of a decision */
gboolean
rang_store_decide_push (RangStore *store, const RangPush *push, GError **error);

/**
 * rang_store_load_push:
 *
 * Returns: (transfer full) (nullable): the push; %RANG_STORE_ERROR_NOT_FOUND if there is none of that id
 */
RangPush *
rang_store_load_push (RangStore *store, gint64 id, GError **error);

/**
 * rang_store_load_pushes:
 * @day: the boards' day, or %RANG_DAY_NONE for all
 *
 * Returns: (transfer full) (nullable) (element-type RangPush): by id
 */
GPtrArray *
rang_store_load_pushes (RangStore *store, RangDay day, GError **error);

/** rang_store_load_pushes_between: Returns: (transfer full) (nullable) (element-type RangPush): of the boards of
 * @from … @to, by id */
GPtrArray *
rang_store_load_pushes_between (RangStore *store, RangDay from, RangDay to, GError **error);

/**
 * rang_store_count_pushes:
 * @week: a Monday
 * @count: (out): how many pushes the department asked for in that week
 */
gboolean
rang_store_count_pushes (RangStore *store, gint64 department, RangDay week, int *count, GError **error);

G_END_DECLS
