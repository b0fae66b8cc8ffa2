/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-order.h"
#include "domain/rang-refusal.h"

G_BEGIN_DECLS

/**
 * RangImportDraft:
 * @order: owned. `number`, `client`, `department`, `contact` and `address` are 0, `promised` is only set where the
 *   file itself states a promise; `buyer` and `client_number` as the file gave them, `source` is @where and
 *   `source_digest` the digest of what the sender stated (defaults left out): the same content has the same digest,
 *   whatever the layout of the file. `defaulted` flags what comes from the mapping's defaults. A value that the
 *   sender never stated has an empty currency.
 * @where: "orders.csv:17": file and first line, to name in refusals
 * @problems: (element-type RangRefusal): what could not be read though the order could; not empty: the order waits
 *   *to complete*
 * @department_name: (nullable): the department as file or mapping name it
 * @client_code: (nullable): the sender's own code of the client, such as "VINET"
 * @client_hours: the client's usual hours as the mapping gives them; %RANG_TIME_NONE twice when it does not
 * @make_client: whether the mapping wants an unknown client made (stage trial), with department @client_department
 * @client_department: (nullable): name of the department of new clients
 * @shipped_day: the day the file says it was shipped, or %RANG_DAY_NONE: history
 * @promised_stated: whether @order's promised window was stated by the file and is not to be proposed
 * @priority: (nullable): the client's own word on its urgency; for people, never an importance
 * @terms: (nullable): delivery terms
 * @unread: the very texts that could not be read, so that the digest knows them
 *
 * One order as read, nothing of it stored.
 */
typedef struct
{
  RangOrder *order;
  char *where;
  GPtrArray *problems;
  char *department_name;
  char *client_code;
  RangTimeWindow client_hours;
  gboolean make_client;
  char *client_department;
  RangDay shipped_day;
  gboolean promised_stated;
  char *priority;
  char *terms;
  GString *unread;
} RangImportDraft;

/**
 * rang_import_draft_new:
 * @where: file and line
 *
 * Returns: (transfer full): a draft with an empty order
 */
RangImportDraft *
rang_import_draft_new (const char *where);
void
rang_import_draft_free (RangImportDraft *draft);

/**
 * rang_import_draft_add_problem:
 * @field: nick of the field
 * @unread: (nullable): the text that could not be read
 * @problem: what is wrong
 * @remedy: what to do
 *
 * Notes what could not be read; the order then waits *to complete*.
 */
void
rang_import_draft_add_problem (
    RangImportDraft *draft, const char *field, const char *unread, const char *problem, const char *remedy);

/**
 * rang_import_draft_seal:
 *
 * Sets the order's `source` and `source_digest` from what was read so far. Call it before defaults are filled in.
 */
void
rang_import_draft_seal (RangImportDraft *draft);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangImportDraft, rang_import_draft_free)

G_END_DECLS
