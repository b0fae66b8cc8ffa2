/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-deputy.h"
#include "log/rang-log-key.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * rang_store_load_people:
 *
 * Returns: (transfer full) (nullable) (element-type RangPerson): everybody with the own roles, by id; also who left
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

/** rang_store_load_deputies: Returns: (transfer full) (nullable) (element-type RangDeputy): all, also those gone by */
GPtrArray *
rang_store_load_deputies (RangStore *store, GError **error);

/** rang_store_save_deputy: adds @deputy if its id is 0, which is then set, else changes the dates */
gboolean
rang_store_save_deputy (RangStore *store, RangDeputy *deputy, GError **error);
gboolean
rang_store_remove_deputy (RangStore *store, gint64 deputy, GError **error);

/* --- keys --- */

/**
 * rang_store_add_key:
 * @at: instant, UTC seconds
 *
 * Gives @person the key; the one before, if there is one, ends and stays for checking.
 */
gboolean
rang_store_add_key (RangStore *store, gint64 person, const RangLogSealedKey *key, gint64 at, GError **error);

/** rang_store_end_key: takes the person's key away from now on */
gboolean
rang_store_end_key (RangStore *store, gint64 person, gint64 at, GError **error);

/** rang_store_reseal_key: the same key under another password */
gboolean
rang_store_reseal_key (RangStore *store, const RangLogSealedKey *key, gint64 person, GError **error);

/**
 * rang_store_load_key:
 * @key: (out caller-allocates): the sealed key; free with rang_log_sealed_key_clear()
 *
 * %RANG_STORE_ERROR_NOT_FOUND if @person has none.
 */
gboolean
rang_store_load_key (RangStore *store, gint64 person, RangLogSealedKey *key, GError **error);

/**
 * RangSignIns:
 * @failures: wrong passwords in a row
 * @failed_at: instant of the last, UTC seconds
 * @locked_until: no password is looked at before this instant; 0 none
 */
typedef struct
{
  gint64 failures;
  gint64 failed_at;
  gint64 locked_until;
} RangSignIns;

/** rang_store_load_sign_ins: @sign_ins: (out): all 0 where nothing went wrong */
gboolean
rang_store_load_sign_ins (RangStore *store, gint64 person, RangSignIns *sign_ins, GError **error);

/** rang_store_save_sign_ins: no failures forget the person */
gboolean
rang_store_save_sign_ins (RangStore *store, gint64 person, const RangSignIns *sign_ins, GError **error);

G_END_DECLS
