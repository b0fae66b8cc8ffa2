/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/rang-import-draft.h"

G_BEGIN_DECLS

/**
 * RangImportKind: kinds of file, told from the content, never from the name
 */
typedef enum
{
  RANG_IMPORT_CSV,
  RANG_IMPORT_UBL,
  RANG_N_IMPORT_KINDS
} RangImportKind;

/**
 * RangImportBatch:
 * @name: the file's base name
 * @kind: what it is
 * @sender: key of the sender, to remember a mapping by: "csv:…" of the header, "ubl:…" of the buyer
 * @drafts: (element-type RangImportDraft): the orders in the file's sequence
 * @refusals: (element-type RangRefusal): rows that cannot be an order at all
 * @notes: (element-type RangRefusal): what was ignored without harm, such as columns that the mapping does not use
 *
 * All of a file. There is no half of one: what is wrong with the file as a whole is an error instead.
 */
typedef struct
{
  char *name;
  RangImportKind kind;
  char *sender;
  GPtrArray *drafts;
  GPtrArray *refusals;
  GPtrArray *notes;
} RangImportBatch;

RangImportBatch *
rang_import_batch_new (const char *name, RangImportKind kind);
void
rang_import_batch_free (RangImportBatch *batch);

/**
 * rang_import_batch_refuse:
 * @where: file and line
 * @order: (nullable): the client's number, if it could be read
 * @field: (nullable): nick of the field
 *
 * Notes a row that cannot be taken.
 */
void
rang_import_batch_refuse (RangImportBatch *batch,
                          const char *where,
                          const char *order,
                          const char *field,
                          const char *problem,
                          const char *remedy);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangImportBatch, rang_import_batch_free)

G_END_DECLS
