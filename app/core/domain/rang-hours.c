/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for hours as people write them: when a door is open, and how fast the roads are. */
#include "domain/rang-hours.h"

#include "base/rang-text.h"

/* The parts of a list, without what people put around them; NULL for an empty one. */
static char **
split (const char *text)
{
  g_autofree char *clean = rang_text_clean (text);
  g_autoptr (GString) plain = g_string_new (clean);
  char **parts;

  if (clean == NULL || g_ascii_strcasecmp (clean, "none") == 0)
    return NULL;
  g_string_replace (plain, "–", "-", 0);
  parts = g_strsplit_set (plain->str, ",;", -1);
  for (char **part = parts; *part != NULL; part++)
    g_strstrip (*part);
  return parts;
}

static gboolean
parse_window (const char *text, RangTimeWindow *window)
{
  g_auto (GStrv) times = g_strsplit (text, "-", 2);

  if (times[0] == NULL || times[1] == NULL)
    return FALSE;
  window->from = rang_time_parse (g_strstrip (times[0]));
  window->to = rang_time_parse (g_strstrip (times[1]));
  return window->from != RANG_TIME_NONE && window->to != RANG_TIME_NONE && window->from <= window->to;
}

gboolean
rang_hours_parse (const char *text, RangTimeWindow *hours, RangShut *shut)
{
  g_auto (GStrv) parts = split (text);

  g_return_val_if_fail (hours != NULL && shut != NULL, FALSE);
  *hours = (RangTimeWindow){ RANG_TIME_NONE, RANG_TIME_NONE };
  *shut = (RangShut){ 0 };
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    {
      RangTimeWindow open;

      if (!parse_window (parts[i], &open))
        return FALSE;
      if (i == 0)
        hours->from = open.from;
      else if (open.from <= hours->to || shut->n == RANG_MOST_SHUT)
        return FALSE;
      else
        shut->spans[shut->n++] = (RangTimeWindow){ hours->to, open.from };
      hours->to = open.to;
    }
  return TRUE;
}

static void
append_window (GString *text, RangTime from, RangTime to)
{
  g_autofree char *start = rang_time_format (from), *end = rang_time_format (to);

  g_string_append_printf (text, "%s%s-%s", text->len > 0 ? ", " : "", start, end);
}

char *
rang_hours_format (RangTimeWindow hours, const RangShut *shut)
{
  GString *text = g_string_new (NULL);
  RangTime from = hours.from;

  if (hours.from == RANG_TIME_NONE)
    return g_string_free (text, FALSE);
  for (guint i = 0; i < shut->n; i++)
    {
      append_window (text, from, shut->spans[i].from);
      from = shut->spans[i].to;
    }
  append_window (text, from, hours.to);
  return g_string_free (text, FALSE);
}

gboolean
rang_shut_parse (const char *text, RangShut *shut)
{
  g_auto (GStrv) parts = split (text);

  *shut = (RangShut){ 0 };
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (shut->n == RANG_MOST_SHUT || !parse_window (parts[i], &shut->spans[shut->n++]))
      return FALSE;
  return TRUE;
}

char *
rang_shut_format (const RangShut *shut)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < shut->n; i++)
    append_window (text, shut->spans[i].from, shut->spans[i].to);
  return g_string_free (text, text->len == 0);
}

gboolean
rang_shut_fits (const RangShut *shut, RangTimeWindow hours)
{
  RangTime after = hours.from;

  for (guint i = 0; i < shut->n; i++)
    {
      if (shut->spans[i].from < after || shut->spans[i].to <= shut->spans[i].from || shut->spans[i].to > hours.to)
        return FALSE;
      after = shut->spans[i].to;
    }
  return shut->n == 0 || hours.from != RANG_TIME_NONE;
}

/* --- speeds --- */

static gboolean
read_whole (const char *text, gint64 least, gint64 most, gint64 *number)
{
  return text != NULL && g_ascii_string_to_signed (text, 10, least, most, number, NULL);
}

/* "7-9=60" */
static gboolean
parse_speed (const char *text, gint32 *speeds, gboolean *named)
{
  g_auto (GStrv) halves = g_strsplit (text, "=", 2);
  g_auto (GStrv) bounds = halves[0] != NULL ? g_strsplit (g_strstrip (halves[0]), "-", 2) : NULL;
  gint64 from, to, speed;

  if (bounds == NULL || bounds[0] == NULL || halves[1] == NULL
      || !read_whole (g_strstrip (bounds[0]), 0, RANG_N_HOURS - 1, &from)
      || bounds[1] == NULL || !read_whole (g_strstrip (bounds[1]), from + 1, RANG_N_HOURS, &to)
      || !read_whole (g_strstrip (halves[1]), 10, 300, &speed))
    return FALSE;
  for (gint64 hour = from; hour < to; hour++)
    {
      if (named[hour])
        return FALSE;
      named[hour] = TRUE;
      speeds[hour] = (gint32)speed;
    }
  return TRUE;
}

gboolean
rang_speeds_parse (const char *text, gint32 *speeds)
{
  g_auto (GStrv) parts = split (text);
  gboolean named[RANG_N_HOURS] = { FALSE };

  for (guint hour = 0; hour < RANG_N_HOURS; hour++)
    speeds[hour] = RANG_SPEED_USUAL;
  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    if (!parse_speed (parts[i], speeds, named))
      return FALSE;
  return TRUE;
}

char *
rang_speeds_format (const gint32 *speeds)
{
  GString *text = g_string_new (NULL);

  for (int from = 0, to; from < RANG_N_HOURS; from = to)
    {
      for (to = from + 1; to < RANG_N_HOURS && speeds[to] == speeds[from]; to++)
        ;
      if (speeds[from] != RANG_SPEED_USUAL)
        g_string_append_printf (text, "%s%d-%d=%d", text->len > 0 ? ", " : "", from, to, speeds[from]);
    }
  return g_string_free (text, FALSE);
}
