/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office.h"

G_BEGIN_DECLS

/**
 * RangRulesVersion:
 * @id: its number, from 1
 * @from: first day it holds for; %RANG_DAY_NONE since ever
 * @to: last day it holds for; %RANG_DAY_NONE without end. Before @from when a later version took its place at once
 * @note: (nullable): why
 * @by: id of the person who activated it; 0 for the rules that came with Rang
 * @at: instant
 * @digest: SHA-256 of the model
 * @name: the model's name
 * @active: whether it holds on the session's day
 * @is_signed: whether the entry of the log that activated it is signed by the person's key
 *
 * A version of the priority rules. Nothing of it ever changes.
 */
typedef struct
{
  gint64 id;
  RangDay from;
  RangDay to;
  char *note;
  gint64 by;
  gint64 at;
  char *digest;
  char *name;
  gboolean active;
  gboolean is_signed;
} RangRulesVersion;

void
rang_rules_version_free (RangRulesVersion *version);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangRulesVersion, rang_rules_version_free)

/**
 * rang_office_list_rules:
 *
 * Returns: (transfer full) (element-type RangRulesVersion): all versions, newest first
 */
GPtrArray *
rang_office_list_rules (RangOffice *office, const RangSession *session, GError **error);

/**
 * rang_office_read_rules:
 * @what: the number of a version, "draft" for the person's own draft, "active" for what holds on the session's day, or
 *   the path of a file
 * @name: (out) (optional) (transfer full): what to call it in messages
 *
 * Returns: (transfer full): the text of the model; errors: %RANG_OFFICE_ERROR_NOT_FOUND, %RANG_OFFICE_ERROR_FILE
 */
GBytes *
rang_office_read_rules (RangOffice *office, const RangSession *session, const char *what, char **name, GError **error);

/**
 * rang_office_check_rules:
 * @name: what to call them in messages
 * @error: return location: in #RANG_RULES_ERROR or %RANG_OFFICE_ERROR_INVALID; names file, line, table, row and cell
 *
 * Returns: whether a model could become active
 */
gboolean
rang_office_check_rules (RangOffice *office, GBytes *rules, const char *name, GError **error);

/**
 * rang_office_activate_rules:
 * @rules: the text of a model
 * @name: what to call it in messages
 * @from: first day it shall hold for, not before today
 * @note: why; required
 * @version: (out) (optional): its number
 *
 * Makes a model the rules from a day on, if all of it is right; else the rules that are active stay so. The person's
 * draft is forgotten when it is what is activated.
 */
gboolean
rang_office_activate_rules (RangOffice *office,
                            const RangSession *session,
                            GBytes *rules,
                            const char *name,
                            RangDay from,
                            const char *note,
                            gint64 *version,
                            GError **error);

/**
 * rang_office_save_draft:
 * @based_on: number of the version it was begun from
 * @rules: (nullable): the text of the model, right or not; %NULL forgets the draft
 *
 * Keeps what the session's person is working on.
 */
gboolean
rang_office_save_draft (RangOffice *office, const RangSession *session, gint64 based_on, GBytes *rules, GError **error);

/**
 * rang_office_load_draft:
 * @based_on: (out): number of the version it was begun from
 *
 * Returns: (transfer full) (nullable): the person's draft; %NULL without @error if there is none
 */
GBytes *
rang_office_load_draft (RangOffice *office, const RangSession *session, gint64 *based_on, GError **error);

G_END_DECLS
