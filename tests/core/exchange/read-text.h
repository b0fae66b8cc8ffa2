/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/rang-import-file.h"

/* Reads @content as a file of that name in an office of Brașov; @mapping is the text of a key file or NULL. */
RangImportBatch *
read_text (const char *name, const char *content, gssize length, const char *mapping, GError **error);

/* Reads a file of exactly one good draft. */
RangImportBatch *
read_good (const char *name, const char *content, const char *mapping);

/* The only draft of a batch. */
const RangImportDraft *
only_draft (const RangImportBatch *batch);

/* Reads what must be an error of that code; the message must begin with @start. */
void
assert_error (const char *name, const char *content, gssize length, const char *mapping, int code, const char *start);
