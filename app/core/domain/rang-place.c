/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for places: where something is, and how people write it. */
#include "domain/rang-place.h"

#include <math.h>
#include <string.h>

#include "base/rang-text.h"

void
rang_place_copy_into (RangPlace *to, const RangPlace *from)
{
  RangPlace copy = *from;

  copy.street = g_strdup (from->street);
  copy.city = g_strdup (from->city);
  copy.postcode = g_strdup (from->postcode);
  copy.country = g_strdup (from->country);
  rang_place_clear (to);
  *to = copy;
}

void
rang_place_clear (RangPlace *place)
{
  g_free (place->street);
  g_free (place->city);
  g_free (place->postcode);
  g_free (place->country);
  memset (place, 0, sizeof *place);
}

char *
rang_place_key (const RangPlace *place)
{
  g_autofree char *text
      = g_strjoin (" ", place->street != NULL ? place->street : "", place->city != NULL ? place->city : "",
                   place->postcode != NULL ? place->postcode : "", NULL);

  return rang_text_key (text);
}

char *
rang_place_to_text (const RangPlace *place)
{
  GString *out = g_string_new (place->street);

  if (place->city != NULL && place->city[0] != '\0')
    g_string_append_printf (out, "%s%s", out->len > 0 ? ", " : "", place->city);
  return g_string_free (out, FALSE);
}

/* Reads "45.6427" or "45,6427" with an optional sign into 1e-6 degrees. */
static gboolean
read_decimal (const char **p, gint32 *value)
{
  gboolean negative = FALSE;
  gint64 whole = 0, fraction = 0, scale = 1000000;
  const char *q = *p;
  int digits = 0;

  if (*q == '-' || *q == '+')
    negative = *q++ == '-';
  for (; g_ascii_isdigit (*q) && digits < 4; q++, digits++)
    whole = whole * 10 + g_ascii_digit_value (*q);
  if (digits == 0 || digits > 3)
    return FALSE;
  if ((*q == '.' || *q == ',') && g_ascii_isdigit (q[1]))
    for (q++; g_ascii_isdigit (*q); q++)
      if (scale > 1)
        {
          scale /= 10;
          fraction += g_ascii_digit_value (*q) * scale;
        }
  *value = (gint32)((negative ? -1 : 1) * (whole * 1000000 + fraction));
  *p = q;
  return TRUE;
}

static const char *
skip_separators (const char *p)
{
  while (*p == ' ' || *p == ',' || *p == ';')
    p++;
  return p;
}

/* Reads one angle such as 45°38'33.7"N; @signs is "NS" or "EW". */
static gboolean
read_sexagesimal (const char **p, const char *signs, gint32 *value)
{
  static const char *const units[] = { "°", "'", "\"" };
  double sum = 0, weight = 1;

  for (int i = 0; i < 3; i++)
    {
      char *end;
      double part = g_ascii_strtod (*p, &end);

      if (end == *p)
        break;
      if (!g_str_has_prefix (end, units[i]))
        return FALSE;
      sum += part * weight;
      weight /= 60;
      *p = end + strlen (units[i]);
    }
  if (weight > 0.9 || !(sum >= 0 && sum <= 180) || (**p != signs[0] && **p != signs[1]))
    return FALSE;
  *value = (gint32)lround (sum * 1e6) * (**p == signs[1] ? -1 : 1);
  (*p)++;
  return TRUE;
}

static gboolean
read_pair (const char *p, gboolean sexagesimal, gint32 *lat, gint32 *lon)
{
  const char *before;

  if (!(sexagesimal ? read_sexagesimal (&p, "NS", lat) : read_decimal (&p, lat)))
    return FALSE;
  before = p;
  p = skip_separators (p);
  if (p == before && !sexagesimal)
    return FALSE;
  return (sexagesimal ? read_sexagesimal (&p, "EW", lon) : read_decimal (&p, lon)) && *p == '\0';
}

gboolean
rang_place_parse_coordinates (const char *text, gint32 *lat, gint32 *lon)
{
  g_autofree char *trimmed = rang_text_clean (text);
  gint32 a, b;

  if (trimmed == NULL || !read_pair (trimmed, strstr (trimmed, "°") != NULL, &a, &b))
    return FALSE;
  if (ABS (a) > 90000000 || ABS (b) > 180000000)
    return FALSE;
  *lat = a;
  *lon = b;
  return TRUE;
}
