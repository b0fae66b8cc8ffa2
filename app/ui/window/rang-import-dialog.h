/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "office/rang-office-intake.h"

G_BEGIN_DECLS

/**
 * RangImportDialog:
 *
 * What became of an import: what was taken, and why the rest was not, one by one.
 */
#define RANG_TYPE_IMPORT_DIALOG (rang_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RangImportDialog, rang_import_dialog, RANG, IMPORT_DIALOG, AdwWindow)

void
rang_import_dialog_open (GtkWindow *parent, const RangImportReport *report);

G_END_DECLS
