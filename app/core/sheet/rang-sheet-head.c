/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the head of a sheet, which every page repeats. */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/rang-day-label.h"
#include "sheet/rang-sheet-parts.h"
#include "sheet/rang-sheet-words.h"

#define CODE_SIDE 74.0
#define LEFT 250.0

static double
set_company (RangSheetBlock *block, RangSheetInk *ink, const RangSheet *sheet)
{
  const char *tax_label = rang_sheet_get_label (sheet, RANG_SHEET_LEGAL_TAX_NUMBER);
  double y = 0;

  y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_STRONG, RANG_SHEET_LEFT, sheet->company, 0, y, LEFT, 6);
  if (tax_label != NULL && sheet->tax_number != NULL && sheet->tax_number[0] != '\0')
    {
      g_autofree char *tax = g_strdup_printf ("%s %s", tax_label, sheet->tax_number);

      y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_CAPTION, RANG_SHEET_LEFT, tax, 0, y, LEFT, 1);
    }
  if (rang_sheet_get_label (sheet, RANG_SHEET_LEGAL_SEAT) != NULL)
    y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_CAPTION, RANG_SHEET_LEFT, sheet->seat, 0, y, LEFT, 4);
  return y;
}

static double
set_title (RangSheetBlock *block, RangSheetInk *ink, const RangSheet *sheet, guint page, guint pages)
{
  double x = LEFT + 8, width = RANG_SHEET_CONTENT - CODE_SIDE - 6 - x, y = -4;
  /* Translators: the page of a printed sheet: 1: this page, 2: how many there are */
  g_autofree char *count = g_strdup_printf (_ ("Page %1$u of %2$u"), page, pages);
  g_autofree char *number = NULL;

  y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_TITLE, RANG_SHEET_RIGHT, _ ("Route sheet"), x, y, width, 2);
  if (sheet->number != NULL)
    {
      /* Translators: the sheet's number: "No. 2026-11-24/3" */
      number = g_strdup_printf (_ ("No. %s"), sheet->number);
      y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_NORMAL, RANG_SHEET_RIGHT, number, x, y, width, 2);
    }
  y += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_RIGHT, count, x, y, width, 1);
  return y;
}

static char *
describe_times (const RangSheet *sheet)
{
  g_autofree char *out = rang_time_format (sheet->departure), *back = rang_time_format (sheet->back);
  g_autofree char *km = NULL;

  if (sheet->metres > 0)
    km = g_strdup_printf ("%" G_GINT64_FORMAT "\302\240km", (sheet->metres + 500) / 1000);
  if (out == NULL)
    return km != NULL ? g_steal_pointer (&km) : g_strdup ("–");
  return g_strconcat (out, back != NULL ? "–" : "", back != NULL ? back : "", km != NULL ? ", " : "",
                      km != NULL ? km : "", NULL);
}

/* Date, van, courier and times, side by side in a frame. */
static double
set_strip (RangSheetBlock *block, RangSheetInk *ink, const RangSheet *sheet, double y)
{
  g_autofree char *day = rang_day_label_long (sheet->day), *times = describe_times (sheet);
  g_autofree char *van = rang_sheet_words_join (2, sheet->van, sheet->plate);
  const struct
  {
    const char *caption;
    const char *text;
    double share;
  } cells[] = {
    { _ ("Date"), day, 0.30 },
    { _ ("Van"), van, 0.26 },
    { _ ("Courier"), sheet->courier != NULL ? sheet->courier : "", 0.23 },
    { sheet->back != RANG_TIME_NONE ? _ ("Out and back") : _ ("Departure"), times, 0.21 },
  };
  double x = 0, height = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      double width = RANG_SHEET_CONTENT * cells[i].share, used = 3;

      used += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_CAPTION, RANG_SHEET_LEFT, cells[i].caption, x + 6,
                                     y + used, width - 9, 1);
      used += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT, cells[i].text, x + 6, y + used,
                                     width - 9, 0);
      height = fmax (height, used + 4);
      x += width;
    }
  x = 0;
  for (gsize i = 0; i + 1 < G_N_ELEMENTS (cells); i++)
    {
      x += RANG_SHEET_CONTENT * cells[i].share;
      rang_sheet_block_fill (block, x, y, 0.6, height, 0.35);
    }
  rang_sheet_block_frame (block, 0, y, RANG_SHEET_CONTENT, height, 0.9, 0);
  return height;
}

/* "12:00–12:30 · 15:00–15:15" */
static double
set_breaks (RangSheetBlock *block, RangSheetInk *ink, const RangSheet *sheet, double y)
{
  g_autoptr (GString) times = g_string_new (NULL);
  g_autofree char *text = NULL;

  if (sheet->breaks->len == 0)
    return 0;
  for (guint i = 0; i < sheet->breaks->len; i++)
    {
      RangTimeWindow one = g_array_index (sheet->breaks, RangTimeWindow, i);
      g_autofree char *from = rang_time_format (one.from), *to = rang_time_format (one.to);

      g_string_append_printf (times, "%s%s–%s", i > 0 ? " · " : "", from, to);
    }
  /* Translators: when the courier rests: "12:00–12:30 · 15:00–15:15" */
  text = g_strdup_printf (_ ("Break: %s"), times->str);
  return rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT, text, 0, y, RANG_SHEET_CONTENT, 0)
         + 2;
}

static char *
describe_signature (const char *format, const char *who, RangDay day, RangTime at)
{
  g_autofree char *date = day != RANG_DAY_NONE ? rang_day_label_short (day) : NULL;
  g_autofree char *time = rang_time_format (at);
  g_autofree char *when = rang_sheet_words_join (3, who, date, time);

  return g_strdup_printf (format, when);
}

static char *
describe_version (const RangSheet *sheet)
{
  g_autofree char *version = NULL;

  if (sheet->draft)
    return g_strdup_printf ("%s: %s", _ ("DRAFT"), _ ("the board is not signed yet"));
  /* Translators: which signed board the sheet belongs to: 1: number of the version, 2: number of the plan */
  version = g_strdup_printf (_ ("Board version %1$d, plan %2$d"), sheet->version, sheet->plan);
  return g_steal_pointer (&version);
}

/* Beside one another, or one below the other where deputies make them long. */
static char *
join_signatures (RangSheetInk *ink, const char *by, const char *taken)
{
  gboolean both = *by != '\0' && *taken != '\0';
  g_autofree char *line = g_strjoin (both ? "     " : "", by, taken, NULL);

  if (!both || rang_sheet_ink_measure (ink, RANG_SHEET_STYLE_CAPTION, line) <= RANG_SHEET_CONTENT)
    return g_steal_pointer (&line);
  return g_strjoin ("\n", by, taken, NULL);
}

static double
set_signatures (RangSheetBlock *block, RangSheetInk *ink, const RangSheet *sheet, double y)
{
  g_autofree char *version = describe_version (sheet), *by = NULL, *taken = NULL, *line = NULL, *print = NULL;
  double width = rang_sheet_ink_measure (ink, RANG_SHEET_STYLE_BOLD, version) + 1, used;

  used = rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT, version, 0, y,
                                MIN (width, RANG_SHEET_CONTENT), 0);
  if (sheet->fingerprint != NULL)
    {
      /* Translators: %s are the first digits of a hash that proves which log the sheet belongs to */
      print = g_strdup_printf (_ ("fingerprint %s"), sheet->fingerprint);
      used = fmax (used, rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_CODE, RANG_SHEET_LEFT, print, width + 8, y,
                                                RANG_SHEET_CONTENT - width - 8, 0));
    }
  if (sheet->signed_by != NULL)
    /* Translators: %s is a person, and when: "Ioana Pop · 24 Nov 2026 · 07:52" */
    by = describe_signature (_ ("Handed over by %s"), sheet->signed_by, sheet->signed_day, sheet->signed_at);
  if (sheet->accepted_by != NULL)
    /* Translators: %s is a person, and when: "Dan Mureșan · 24 Nov 2026 · 07:58" */
    taken = describe_signature (_ ("Taken over by %s"), sheet->accepted_by, sheet->accepted_day, sheet->accepted_at);
  line = join_signatures (ink, by != NULL ? by : "", taken != NULL ? taken : "");
  used += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_CAPTION, RANG_SHEET_LEFT, line, 0, y + used,
                                 RANG_SHEET_CONTENT, 0);
  if (sheet->same_signer)
    used += rang_sheet_block_text (block, ink, RANG_SHEET_STYLE_BOLD, RANG_SHEET_LEFT,
                                   _ ("One person signed and took over"), 0, y + used, RANG_SHEET_CONTENT, 0);
  return used;
}

RangSheetBlock *
rang_sheet_head_block (RangSheetInk *ink, const RangSheet *sheet, guint page, guint pages)
{
  RangSheetBlock *block = rang_sheet_block_new ();
  g_autofree char *code = rang_sheet_dup_code (sheet);
  double y = set_company (block, ink, sheet), title = set_title (block, ink, sheet, page, pages);

  rang_sheet_block_code (block, code, RANG_SHEET_CONTENT - CODE_SIDE + 8, -8, CODE_SIDE);
  y = fmax (fmax (y, title), CODE_SIDE - 14) + 5;
  y += set_strip (block, ink, sheet, y) + 3;
  y += set_breaks (block, ink, sheet, y);
  y += set_signatures (block, ink, sheet, y);
  block->height = y + 5;
  return block;
}
