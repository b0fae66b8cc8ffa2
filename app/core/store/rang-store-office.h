/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-department.h"
#include "domain/rang-settings.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * rang_store_load_settings:
 *
 * Returns: (transfer full) (nullable): the office's settings, its rates included; %RANG_STORE_ERROR_NOT_FOUND before the first save
 */
RangSettings *
rang_store_load_settings (RangStore *store, GError **error);
/** rang_store_save_settings: all but the rates (rang_store_save_rate()) */
gboolean
rang_store_save_settings (RangStore *store, const RangSettings *settings, GError **error);

/**
 * rang_store_load_departments:
 *
 * Returns: (transfer full) (nullable) (element-type RangDepartment): all, by id
 */
GPtrArray *
rang_store_load_departments (RangStore *store, GError **error);

/**
 * rang_store_save_department:
 *
 * Adds @department if its id is 0, which is then set, else changes it. %RANG_STORE_ERROR_CONSTRAINT if another has the
 * same name (by rang_text_key()).
 */
gboolean
rang_store_save_department (RangStore *store, RangDepartment *department, GError **error);

G_END_DECLS
