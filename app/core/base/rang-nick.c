/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the words that enumerations have in files, in the store and on the command line. */
#include "base/rang-nick.h"

int
rang_nick_find (const char *const *nicks, const char *text)
{
  g_return_val_if_fail (nicks != NULL, -1);
  for (int i = 0; text != NULL && nicks[i] != NULL; i++)
    if (g_str_equal (nicks[i], text))
      return i;
  return -1;
}
