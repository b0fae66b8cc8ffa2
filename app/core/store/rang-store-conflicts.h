/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-conflict.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * rang_store_load_conflicts:
 * @day: the boards' day, or %RANG_DAY_NONE for all
 * @open_only: whether those decided or lapsed are left out
 *
 * Returns: (transfer full) (nullable) (element-type RangConflict): by id
 */
GPtrArray *
rang_store_load_conflicts (RangStore *store, gint32 day, gboolean open_only, GError **error);

/**
 * rang_store_load_conflicts_about:
 * @order: a conflict that it is no part of is left out
 * @from: a day; those of boards before it are left out
 *
 * Returns: (transfer full) (nullable) (element-type RangConflict): by id
 */
GPtrArray *
rang_store_load_conflicts_about (RangStore *store, RangConflictKind kind, gint64 order, gint32 from, GError **error);

/** rang_store_add_conflict_answer: keeps what a head answers; answers never change */
gboolean
rang_store_add_conflict_answer (RangStore *store, gint64 conflict, const RangConflictAnswer *answer, GError **error);

/**
 * rang_store_load_conflict:
 *
 * Returns: (transfer full) (nullable): the conflict; %RANG_STORE_ERROR_NOT_FOUND if there is none of that id
 */
RangConflict *
rang_store_load_conflict (RangStore *store, gint64 id, GError **error);

/**
 * rang_store_find_conflicts:
 * @number: of a conflict, or of an order that it is about
 *
 * Returns: (transfer full) (nullable) (element-type RangConflict): of any day and state, newest first, without answers
 */
GPtrArray *
rang_store_find_conflicts (RangStore *store, gint64 number, guint most, GError **error);

/**
 * rang_store_upsert_conflict:
 * @conflict: a conflict as found; its id is set
 * @is_new: (out) (optional): whether it was not known, or had lapsed
 *
 * Keeps a conflict that was found. Known is one of the same day and key: if it is open, its orders, people, departments
 * and detail become those found and it keeps its `since`; if it had lapsed, it is opened again; if it was decided, it
 * stays as it was decided. @conflict gets the state and since that are kept.
 */
gboolean
rang_store_upsert_conflict (RangStore *store, RangConflict *conflict, gboolean *is_new, GError **error);

/**
 * rang_store_update_conflict:
 *
 * Keeps what changed about a conflict of a known id: state, decided_by, note, detail, orders, people, departments.
 */
gboolean
rang_store_update_conflict (RangStore *store, const RangConflict *conflict, GError **error);

G_END_DECLS
