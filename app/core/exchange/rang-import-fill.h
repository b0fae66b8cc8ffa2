/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/rang-import-draft.h"
#include "exchange/rang-import-field.h"
#include "exchange/rang-import-formats.h"
#include "exchange/rang-import-mapping.h"

G_BEGIN_DECLS

/**
 * rang_import_fill:
 * @draft: an empty draft
 * @texts: (array fixed-size=RANG_N_IMPORT_FIELDS) (nullable elements): what the file says for each field
 * @currency: (nullable): the currency of amounts that name none; a default, and marked as one
 *
 * Reads every text into the draft. What cannot be read becomes a problem of the draft and leaves its field as unknown.
 */
void
rang_import_fill (RangImportDraft *draft,
                  const char *const *texts,
                  const RangImportFormats *formats,
                  const char *currency);

/**
 * rang_import_fill_defaults:
 * @texts: what rang_import_fill() was given
 * @mapping: (nullable): whose defaults to take where the sender said nothing
 *
 * A default never replaces what the sender stated, not even what could not be read. Each is flagged in `defaulted`.
 */
void
rang_import_fill_defaults (RangImportDraft *draft, const char *const *texts, const RangImportMapping *mapping);

/**
 * rang_import_fill_finish:
 * @refusals: (element-type RangRefusal): one is added that says why not
 *
 * Returns: whether the draft is an order that can be stored, to complete or not: it has a number, and nothing in it is
 *   impossible
 */
gboolean
rang_import_fill_finish (const RangImportDraft *draft, GPtrArray *refusals);

G_END_DECLS
