/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rang_text_clean:
 * @text: (nullable): valid UTF-8
 *
 * Brings text from a file or a person into the one form that is stored: NFC, the cedilla forms ş ţ as ș ț, every run
 * of white space as one space, none at the ends, no control characters, no bidirectional controls, no zero-width
 * characters (so that one name cannot look like another).
 *
 * Returns: (transfer full) (nullable): the text, or %NULL if nothing is left
 */
char *
rang_text_clean (const char *text);

/**
 * rang_text_clean_note:
 *
 * As rang_text_clean(), but line breaks stay.
 */
char *
rang_text_clean_note (const char *text);

/**
 * rang_text_key:
 * @text: (nullable): valid UTF-8
 *
 * Returns: (transfer full): a form to compare names and headings by: clean, without case, accents and punctuation
 *   ("S.C. Brașov Hârtie S.R.L." and "sc brasov hartie srl" are the same)
 */
char *
rang_text_key (const char *text);

/**
 * rang_text_is_one_script:
 *
 * Returns: whether the letters of @text are of one alphabet: a name that mixes Latin and Cyrillic letters is made to
 *   look like another
 */
gboolean
rang_text_is_one_script (const char *text);

/**
 * rang_text_skeleton:
 * @text: valid UTF-8
 *
 * Two names that look the same have the same skeleton: rang_text_key() with the Cyrillic and Greek letters that look
 * like Latin ones written as these (after the confusables of Unicode Technical Standard 39).
 *
 * Returns: (transfer full): the skeleton
 */
char *
rang_text_skeleton (const char *text);

/**
 * rang_text_matches:
 *
 * Returns: whether every word of @query is found in @text, without regard to case and accents; an empty query matches
 */
gboolean
rang_text_matches (const char *text, const char *query);

/**
 * rang_text_equal0:
 *
 * Returns: whether both are the same text; %NULL and "" are the same
 */
gboolean
rang_text_equal0 (const char *a, const char *b);

G_END_DECLS
