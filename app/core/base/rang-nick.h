/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rang_nick_find:
 * @nicks: (array zero-terminated=1): the words of an enumeration in the order of its values
 * @text: (nullable): a word
 *
 * Returns: the value whose word is @text, or -1
 */
int
rang_nick_find (const char *const *nicks, const char *text);

G_END_DECLS
