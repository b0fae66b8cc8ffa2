/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-person.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * rang_store_load_people:
 *
 * Returns: (transfer full) (nullable) (element-type RangPerson): everybody with the roles, by id; also who left
 */
GPtrArray *
rang_store_load_people (RangStore *store, GError **error);

/**
 * rang_store_save_person:
 *
 * Adds @person if its id is 0, which is then set, else changes it; the roles become exactly those granted.
 * %RANG_STORE_ERROR_CONSTRAINT if another has the same name (by rang_text_key()) or login, or already heads the
 * department: take that role away from the other one first.
 */
gboolean
rang_store_save_person (RangStore *store, RangPerson *person, GError **error);

G_END_DECLS
