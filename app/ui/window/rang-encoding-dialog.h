/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RangEncodingDialog:
 *
 * Asks what a file is written in, the likeliest first, and shows how it reads (CASES.md 22).
 */
#define RANG_TYPE_ENCODING_DIALOG (rang_encoding_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RangEncodingDialog, rang_encoding_dialog, RANG, ENCODING_DIALOG, AdwMessageDialog)

/** RangEncodingChosen: @encoding: (nullable): its name; %NULL when the file is to be left out. Called once */
typedef void (*RangEncodingChosen) (const char *encoding, gpointer data);

/**
 * rang_encoding_dialog_ask:
 * @name: the file's
 * @proposals: (element-type RangEncodingProposal): referenced; not empty
 */
void
rang_encoding_dialog_ask (
    GtkWindow *parent, const char *name, GPtrArray *proposals, RangEncodingChosen chosen, gpointer data);

G_END_DECLS
