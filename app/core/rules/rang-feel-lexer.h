/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rang_feel_lexer_skip_space:
 *
 * Returns: the first position at or after @at that is neither white space nor a comment
 */
gsize
rang_feel_lexer_skip_space (const char *text, gsize at);

/**
 * rang_feel_lexer_word:
 *
 * Returns: the end of the identifier that begins at @at, or @at if none does
 */
gsize
rang_feel_lexer_word (const char *text, gsize at);

/**
 * rang_feel_lexer_number:
 *
 * Returns: the end of the number that begins at @at, or @at if none does
 */
gsize
rang_feel_lexer_number (const char *text, gsize at);

/**
 * rang_feel_lexer_string:
 * @string: (out) (transfer full): its characters, escapes resolved
 *
 * Returns: the position behind the quoted string that begins at @at, or @at if it has no end or a wrong escape
 */
gsize
rang_feel_lexer_string (const char *text, gsize at, char **string);

/**
 * rang_feel_lexer_match_name:
 * @name: a known name, which may have spaces and the signs . / - ' + * in it
 *
 * Returns: the position behind @name if the text at @at is that name and no longer word, otherwise @at; white space
 *   around signs does not matter
 */
gsize
rang_feel_lexer_match_name (const char *text, gsize at, const char *name);

/**
 * rang_feel_lexer_is_keyword:
 *
 * Returns: whether the @length bytes at @word are a reserved word
 */
gboolean
rang_feel_lexer_is_keyword (const char *word, gsize length);

/**
 * rang_feel_lexer_normalize_name:
 *
 * Returns: (transfer full): the name without white space at its ends and with single spaces
 */
char *
rang_feel_lexer_normalize_name (const char *name);

G_END_DECLS
