/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/rang-day.h"
#include "store/rang-store.h"

G_BEGIN_DECLS

/**
 * RangRulesRecord:
 * @id: number in the store, from 1
 * @from: first day it holds for
 * @note: (nullable): why
 * @activated_by: id; 0 for the rules that came with Rang
 * @activated_at: instant
 * @digest: SHA-256 of @body
 * @body: the DMN model
 *
 * A version of the priority rules. Nothing of it ever changes.
 */
typedef struct
{
  gint64 id;
  RangDay from;
  char *note;
  gint64 activated_by;
  gint64 activated_at;
  char *digest;
  char *body;
} RangRulesRecord;

RangRulesRecord *
rang_rules_record_new (void);
void
rang_rules_record_free (RangRulesRecord *record);

/**
 * rang_store_add_rules:
 * @record: the version; its id and digest are set
 */
gboolean
rang_store_add_rules (RangStore *store, RangRulesRecord *record, GError **error);

/**
 * rang_store_load_rules_for_day:
 *
 * Returns: (transfer full) (nullable): the version that holds on @day: of those that have begun the one that began
 *   last, of several of one day the one activated last; on a day before all of them the first;
 *   %RANG_STORE_ERROR_NOT_FOUND if there is none
 */
RangRulesRecord *
rang_store_load_rules_for_day (RangStore *store, RangDay day, GError **error);

/**
 * rang_store_load_rules:
 *
 * Returns: (transfer full) (nullable): the version; %RANG_STORE_ERROR_NOT_FOUND if there is none of that id
 */
RangRulesRecord *
rang_store_load_rules (RangStore *store, gint64 id, GError **error);

/**
 * rang_store_load_all_rules:
 *
 * Returns: (transfer full) (nullable) (element-type RangRulesRecord): all versions, by id
 */
GPtrArray *
rang_store_load_all_rules (RangStore *store, GError **error);

/**
 * RangRulesDraft:
 * @person: whose it is
 * @based_on: id of the version it was begun from
 * @changed_at: instant
 * @body: the DMN model; it need not be right yet
 *
 * Rules that somebody is still working on.
 */
typedef struct
{
  gint64 person;
  gint64 based_on;
  gint64 changed_at;
  char *body;
} RangRulesDraft;

void
rang_rules_draft_free (RangRulesDraft *draft);

/** rang_store_save_draft: Puts the person's draft in place of the one before. */
gboolean
rang_store_save_draft (RangStore *store, const RangRulesDraft *draft, GError **error);

/**
 * rang_store_load_draft:
 *
 * Returns: (transfer full) (nullable): the person's draft; %NULL without @error if there is none
 */
RangRulesDraft *
rang_store_load_draft (RangStore *store, gint64 person, GError **error);

/** rang_store_remove_draft: Forgets the person's draft, if there is one. */
gboolean
rang_store_remove_draft (RangStore *store, gint64 person, GError **error);

/**
 * rang_store_load_mapping:
 * @sender: whose files: a name, compared by rang_text_key()
 * @name: (out) (transfer full) (nullable): the mapping's name; %NULL if none is remembered
 * @body: (out) (transfer full) (nullable): its content
 */
gboolean
rang_store_load_mapping (RangStore *store, const char *sender, char **name, char **body, GError **error);

/**
 * rang_store_save_mapping:
 *
 * Remembers the mapping last used for a sender's files.
 */
gboolean
rang_store_save_mapping (
    RangStore *store, const char *sender, const char *name, const char *body, gint64 used_at, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRulesDraft, rang_rules_draft_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRulesRecord, rang_rules_record_free)

G_END_DECLS
