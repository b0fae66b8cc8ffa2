/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/rang-import-draft.h"
#include "office/rang-office-intake.h"
#include "office/rang-office-private.h"

G_BEGIN_DECLS

/**
 * OfficeImport:
 * @department: whose orders they are where the file does not say; 0 none
 * @report: what became of them so far
 *
 * One file while it is taken in.
 */
typedef struct
{
  RangOffice *office;
  const RangSession *session;
  gint64 department;
  RangImportReport *report;
  RangDay today;
} OfficeImport;

/** office_import_department: Returns: the id of the department of that name; 0 for none */
gint64
office_import_department (RangOffice *office, const char *name);

/** office_import_take: takes one order of the file, or notes in the report why not
 *
 * Returns: %FALSE if nothing of the file is to be taken */
gboolean
office_import_take (OfficeImport *import, const RangImportDraft *draft, GError **error);

/** office_import_compact_lists: closes the gaps that changed orders left in the departments' lists; after the last */
gboolean
office_import_compact_lists (OfficeImport *import, GError **error);

G_END_DECLS
