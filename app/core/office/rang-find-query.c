/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what was asked of the search, and whether a text has it. */
#include "office/rang-find-query.h"

#include <string.h>

#include "base/rang-text.h"

#define SHORT 3

void
rang_find_query_clear (RangFindQuery *query)
{
  g_clear_pointer (&query->keys, g_ptr_array_unref);
  g_clear_pointer (&query->words, g_ptr_array_unref);
  g_clear_pointer (&query->numbers, g_ptr_array_unref);
}

void
rang_find_query_init (RangFindQuery *query, const char *text)
{
  g_autofree char *clean = rang_text_clean (text);
  g_auto (GStrv) typed = g_strsplit (clean != NULL ? clean : "", " ", -1);

  query->keys = g_ptr_array_new_with_free_func (g_free);
  query->words = g_ptr_array_new ();
  query->numbers = g_ptr_array_new_with_free_func (g_free);
  query->number = 0;
  for (guint i = 0; typed[i] != NULL; i++)
    {
      char *key = rang_text_key (typed[i]);

      if (*key == '\0')
        {
          g_free (key);
          continue;
        }
      g_ptr_array_add (query->keys, key);
      if (strpbrk (key, "0123456789") != NULL)
        g_ptr_array_add (query->numbers, g_strdup (typed[i]));
      else
        g_ptr_array_add (query->words, key);
    }
  if (query->keys->len == 1)
    g_ascii_string_to_signed (query->keys->pdata[0], 10, 1, G_MAXINT64, &query->number, NULL);
  g_ptr_array_add (query->words, NULL);
  g_ptr_array_add (query->numbers, NULL);
}

/* A short word is in too many others: it is found where one begins. */
const char *
rang_find_query_find_word (const char *folded, const char *key)
{
  const char *at = strstr (folded, key);

  while (at != NULL && strlen (key) < SHORT && at > folded && at[-1] != ' ' && at[-1] != '\n')
    at = strstr (at + 1, key);
  return at;
}

gboolean
rang_find_query_has_all (const RangFindQuery *query, const char *folded)
{
  for (guint i = 0; i < query->keys->len; i++)
    if (rang_find_query_find_word (folded, query->keys->pdata[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* The folded text of several, for what is not kept folded. */
gboolean
rang_find_query_is_in (const RangFindQuery *query, const char *one, const char *two, const char *three)
{
  g_autofree char *a = rang_text_key (one), *b = rang_text_key (two), *c = rang_text_key (three);
  g_autofree char *folded = g_strjoin ("\n", a, b, c, NULL);

  return rang_find_query_has_all (query, folded);
}

/* The first of a client's or an order's texts that has a word which its name has not: why it was found. */
const char *
rang_find_query_find_reason (const RangFindQuery *query, const char *name, const GPtrArray *texts)
{
  g_autofree char *known = rang_text_key (name);

  for (guint i = 0; i < query->keys->len; i++)
    for (guint k = 0; k < texts->len && rang_find_query_find_word (known, query->keys->pdata[i]) == NULL; k++)
      {
        g_autofree char *key = rang_text_key (texts->pdata[k]);

        if (rang_find_query_find_word (key, query->keys->pdata[i]) != NULL)
          return texts->pdata[k];
      }
  return NULL;
}
