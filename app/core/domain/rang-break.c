/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the breaks of a van: how they are written, and when they can be taken. */
#include "domain/rang-break.h"

#include <string.h>

#include "base/rang-text.h"

/* "12:00-13:00" or "11:30-14:00/30" */
static gboolean
parse_break (const char *text, RangVanBreak *one)
{
  g_auto (GStrv) halves = g_strsplit (text, "/", 2);
  g_auto (GStrv) times = g_strsplit (halves[0] != NULL ? halves[0] : "", "-", 2);
  gint64 minutes;

  if (times[0] == NULL || times[1] == NULL)
    return FALSE;
  one->window.from = rang_time_parse (g_strstrip (times[0]));
  one->window.to = rang_time_parse (g_strstrip (times[1]));
  if (one->window.from == RANG_TIME_NONE || one->window.to == RANG_TIME_NONE)
    return FALSE;
  one->duration = one->window.to - one->window.from;
  if (halves[1] == NULL)
    return TRUE;
  if (!g_ascii_string_to_signed (g_strstrip (halves[1]), 10, 1, 1440, &minutes, NULL))
    return FALSE;
  one->duration = (gint32)minutes * 60;
  return TRUE;
}

gboolean
rang_breaks_parse (const char *text, RangVanBreaks *breaks)
{
  g_autofree char *clean = rang_text_clean (text);
  g_autoptr (GString) plain = g_string_new (clean);
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (breaks != NULL, FALSE);
  *breaks = (RangVanBreaks){ 0 };
  if (clean == NULL || g_ascii_strcasecmp (clean, "none") == 0)
    return TRUE;
  g_string_replace (plain, "–", "-", 0);
  parts = g_strsplit_set (plain->str, ",;", -1);
  for (char **part = parts; *part != NULL; part++)
    {
      if (breaks->n == RANG_MOST_BREAKS || !parse_break (g_strstrip (*part), &breaks->list[breaks->n]))
        return FALSE;
      breaks->n++;
    }
  return TRUE;
}

char *
rang_breaks_format (const RangVanBreaks *breaks)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (breaks != NULL, g_string_free (text, FALSE));
  for (guint i = 0; i < breaks->n; i++)
    {
      const RangVanBreak *one = &breaks->list[i];
      g_autofree char *from = rang_time_format (one->window.from), *to = rang_time_format (one->window.to);

      g_string_append_printf (text, "%s%s-%s", i > 0 ? ", " : "", from, to);
      if (one->duration != one->window.to - one->window.from)
        g_string_append_printf (text, "/%d", one->duration / 60);
    }
  return g_string_free (text, FALSE);
}

gboolean
rang_breaks_are_possible (const RangVanBreaks *breaks)
{
  RangTime earliest = 0;

  for (guint i = 0; i < breaks->n; i++)
    {
      const RangVanBreak *one = &breaks->list[i];

      if (one->duration <= 0 || one->window.from < earliest || one->window.to > RANG_TIME_END_OF_DAY
          || one->window.from + one->duration > one->window.to)
        return FALSE;
      earliest = one->window.from + one->duration;
    }
  return TRUE;
}

RangVanBreaks
rang_breaks_of_shift (const RangVanBreaks *breaks, RangTimeWindow shift)
{
  RangVanBreaks taken = { 0 };
  RangTime earliest = shift.from;

  for (guint i = 0; i < breaks->n; i++)
    {
      RangVanBreak one = breaks->list[i];

      one.window.from = MAX (one.window.from, earliest);
      one.window.to = MIN (one.window.to, shift.to);
      if (one.window.from + one.duration > one.window.to)
        continue;
      earliest = one.window.from + one.duration;
      taken.list[taken.n++] = one;
    }
  return taken;
}
