/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-delivery.h"
#include "domain/rang-order.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/** rang_store_load_locks: Returns: (transfer full) (nullable) (element-type RangLock): of the day, by order */
GArray *
rang_store_load_locks (RangStore *store, RangDay day, GError **error);

/** rang_store_save_lock: replaces a lock that the order had */
gboolean
rang_store_save_lock (RangStore *store, RangDay day, const RangLock *lock, GError **error);

/** rang_store_delete_lock: nothing happens if the order has none */
gboolean
rang_store_delete_lock (RangStore *store, gint64 order, GError **error);

/** rang_store_add_call: its id is set */
gboolean
rang_store_add_call (RangStore *store, RangCall *call, GError **error);

/** rang_store_load_calls: Returns: (transfer full) (nullable) (element-type RangCall): about the day, oldest first */
GPtrArray *
rang_store_load_calls (RangStore *store, RangDay day, GError **error);

gboolean
rang_store_add_carry_over (RangStore *store, const RangCarryOver *carry_over, GError **error);

/** rang_store_load_carry_overs: Returns: (transfer full) (nullable) (element-type RangCarryOver): away from the day, by
 * order */
GPtrArray *
rang_store_load_carry_overs (RangStore *store, RangDay day, GError **error);

/** rang_store_add_request: its id is set */
gboolean
rang_store_add_request (RangStore *store, RangLockRequest *request, GError **error);

/** rang_store_decide_request: @request: one whose open, granted, decided_by and note were set */
gboolean
rang_store_decide_request (RangStore *store, const RangLockRequest *request, GError **error);

/** rang_store_load_requests: Returns: (transfer full) (nullable) (element-type RangLockRequest): of the day, oldest
 * first */
GPtrArray *
rang_store_load_requests (RangStore *store, RangDay day, GError **error);

/** rang_store_load_sheet_fields: Returns: (transfer full) (nullable) (element-type RangSheetFieldSetting): what the
 * office has set, by field */
GPtrArray *
rang_store_load_sheet_fields (RangStore *store, GError **error);
gboolean
rang_store_save_sheet_field (RangStore *store, const RangSheetFieldSetting *setting, GError **error);

/**
 * rang_store_find_unclosed_day:
 * @before: days before this one
 * @day: (out): the newest of them with an accepted version that is not closed; %RANG_DAY_NONE if there is none
 */
gboolean
rang_store_find_unclosed_day (RangStore *store, RangDay before, gint64 unit, RangDay *day, GError **error);

G_END_DECLS
