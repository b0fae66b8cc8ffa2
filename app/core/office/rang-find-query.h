/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangFindQuery:
 * @keys: (element-type utf8): every word, folded
 * @words: (element-type utf8): those without a digit, folded, ended by %NULL; of @keys
 * @numbers: (element-type utf8): those with one, as typed, ended by %NULL
 * @number: if a number is all that was asked for; else 0
 *
 * What was asked for, word by word.
 */
typedef struct
{
  GPtrArray *keys;
  GPtrArray *words;
  GPtrArray *numbers;
  gint64 number;
} RangFindQuery;

void
rang_find_query_init (RangFindQuery *query, const char *text);
void
rang_find_query_clear (RangFindQuery *query);

/** rang_find_query_find_word: Returns: (nullable): where @folded has the word; a short one only where a word begins */
const char *
rang_find_query_find_word (const char *folded, const char *key);

/** rang_find_query_has_all: Returns: whether @folded has every word */
gboolean
rang_find_query_has_all (const RangFindQuery *query, const char *folded);

/** rang_find_query_is_in: Returns: whether the texts, each nullable, have every word; for what is not kept folded */
gboolean
rang_find_query_is_in (const RangFindQuery *query, const char *one, const char *two, const char *three);

/**
 * rang_find_query_find_reason:
 * @texts: (element-type utf8): of a client or an order
 *
 * Returns: (transfer none) (nullable): the first of them that has a word which @name has not: why it was found
 */
const char *
rang_find_query_find_reason (const RangFindQuery *query, const char *name, const GPtrArray *texts);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RangFindQuery, rang_find_query_clear)

G_END_DECLS
