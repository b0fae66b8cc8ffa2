/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of what a sheet holds, and of its PDF as it is read back. */
#include "sample.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "sheet/rang-sheet-layout.h"
#include "sheet/rang-sheet-pdf.h"

static GPtrArray *
one (RangSheet *sheet)
{
  GPtrArray *sheets = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_sheet_free);

  g_ptr_array_add (sheets, sheet);
  return sheets;
}

static char *
make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("rang-sheet-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* What pdftotext says of the sheets, or %NULL where it is not installed. */
static char *
convert (GPtrArray *sheets, const char *how)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext"), *folder = NULL, *path = NULL;
  g_autoptr (GError) error = NULL;
  const char *argv[] = { program, how, NULL, "-", NULL };
  char *output = NULL;
  int status;

  if (program == NULL)
    {
      g_test_skip ("pdftotext (poppler-utils) is not installed");
      return NULL;
    }
  folder = make_folder ();
  path = g_build_filename (folder, "sheet.pdf", NULL);
  argv[2] = path;
  g_assert_true (rang_sheet_write_pdf (sheets, path, &error));
  g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_unlink (path);
  g_rmdir (folder);
  return output;
}

/* The text of each page, or %NULL where pdftotext is not installed. No-break spaces become spaces. */
static GStrv
read_back (GPtrArray *sheets)
{
  g_autofree char *output = convert (sheets, "-raw");
  g_autoptr (GString) text = NULL;

  if (output == NULL)
    return NULL;
  text = g_string_new (output);
  g_string_replace (text, "\302\240", " ", 0);
  if (g_str_has_suffix (text->str, "\f"))
    g_string_truncate (text, text->len - 1);
  return g_strsplit (text->str, "\f", -1);
}

static guint
count_pages_with (char **pages, const char *needle)
{
  guint count = 0;

  for (gsize i = 0; pages[i] != NULL; i++)
    count += strstr (pages[i], needle) != NULL;
  return count;
}

static void
test_all_orders (void)
{
  g_autoptr (GPtrArray) sheets = one (sample_sheet_new (60));
  g_auto (GStrv) pages = read_back (sheets);

  if (pages == NULL)
    return;
  for (int number = 5000; number < 5080; number++)
    {
      g_autofree char *invoice = g_strdup_printf ("CBA %06d", number), *order = g_strdup_printf ("%d", number);

      /* On the stop once, and in the loading list. */
      g_assert_cmpuint (count_pages_with (pages, invoice), ==, 1);
      g_assert_cmpuint (count_pages_with (pages, order), >=, 2);
    }
}

/* Takes out white space and hyphens, which come where a name wraps. */
static void
squeeze (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (!g_ascii_isspace (*from) && *from != '-')
      *to++ = *from;
  *to = '\0';
}

static void
test_all_clients (void)
{
  g_autoptr (GPtrArray) sheets = one (sample_sheet_new (60));
  g_auto (GStrv) pages = read_back (sheets);

  if (pages == NULL)
    return;
  for (gsize i = 0; pages[i] != NULL; i++)
    squeeze (pages[i]);
  for (int i = 0; i < 60; i++)
    {
      g_autofree char *name = sample_client_name (i);

      /* The stop and the loading list. */
      squeeze (name);
      g_assert_cmpuint (count_pages_with (pages, name), >=, 2);
    }
  g_assert_cmpuint (count_pages_with (pages, "nophone"), >=, 1);
}

/* Their names are too long for one line: it breaks between the two. */
static void
test_deputies (void)
{
  g_autoptr (GPtrArray) sheets = one (sample_sheet_new (3));
  RangSheet *sheet = sheets->pdata[0];
  g_auto (GStrv) pages = NULL;

  g_free (sheet->signed_by);
  sheet->signed_by = g_strdup ("Marius Roșca for Ioana Pop");
  g_free (sheet->accepted_by);
  sheet->accepted_by = g_strdup ("Răzvan Florea for Dan Mureșan");
  pages = read_back (sheets);
  if (pages == NULL)
    return;
  g_assert_nonnull (strstr (pages[0], "Handed over by Marius Roșca for Ioana Pop"));
  g_assert_nonnull (strstr (pages[0], "\nTaken over by Răzvan Florea for Dan Mureșan"));
}

static void
test_letters (void)
{
  g_autoptr (GPtrArray) sheets = one (sample_sheet_new (3));
  g_auto (GStrv) pages = NULL;
  RangSheetStop *stop = g_ptr_array_index (((RangSheet *)sheets->pdata[0])->stops, 0);

  g_free (stop->client);
  stop->client = g_strdup ("ăâîșț ĂÂÎȘȚ SRL");
  pages = read_back (sheets);
  if (pages == NULL)
    return;
  g_assert_cmpuint (count_pages_with (pages, "ăâîșț ĂÂÎȘȚ SRL"), ==, 2);
}

static void
test_head (void)
{
  g_autoptr (GPtrArray) sheets = one (sample_sheet_new (20));
  g_auto (GStrv) pages = read_back (sheets);
  guint n;

  if (pages == NULL)
    return;
  n = g_strv_length (pages);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *count = g_strdup_printf ("Page %u of %u", i + 1, n);

      g_assert_nonnull (strstr (pages[i], count));
    }
  g_assert_cmpuint (count_pages_with (pages, "Corona Birotică și Ambalaje SRL"), ==, n);
  g_assert_cmpuint (count_pages_with (pages, "Tuesday 24 November 2026"), ==, n);
  g_assert_cmpuint (count_pages_with (pages, "BV 23 RNG"), ==, n);
  g_assert_cmpuint (count_pages_with (pages, "Vlad Țurcanu"), ==, n);
  g_assert_cmpuint (count_pages_with (pages, "Board version 2, plan 1"), ==, n);
  g_assert_cmpuint (count_pages_with (pages, "1a2b 3c4d 5e6f 7081"), ==, n);
  g_assert_cmpuint (count_pages_with (pages, "Ioana Pop · 24 Nov 2026 · 07:52"), ==, n);
  g_assert_cmpuint (count_pages_with (pages, "DRAFT"), ==, 0);
}

static void
test_draft (void)
{
  g_autoptr (GPtrArray) sheets = one (sample_sheet_new (6));
  g_auto (GStrv) pages = NULL;

  ((RangSheet *)sheets->pdata[0])->draft = TRUE;
  pages = read_back (sheets);
  if (pages == NULL)
    return;
  /* The letters lie across the page: the text comes out in pieces, so the sentence in the head is asked for. */
  g_assert_cmpuint (count_pages_with (pages, "DRAFT: the board is not signed yet"), ==, g_strv_length (pages));
}

static void
test_loading_reversed (void)
{
  g_autoptr (GPtrArray) sheets = one (sample_sheet_new (4));
  g_auto (GStrv) pages = read_back (sheets);
  const char *list, *first, *last;

  if (pages == NULL)
    return;
  list = strstr (pages[g_strv_length (pages) - 1], "Loading list");
  g_assert_nonnull (list);
  first = strstr (list, "Măgura Țesătoria 1 SRL");
  last = strstr (list, "Măgura Țesătoria 4 SRL");
  g_assert_nonnull (first);
  g_assert_nonnull (last);
  g_assert_true (last < first);
}

static void
test_same_bytes (void)
{
  g_autoptr (GPtrArray) first = one (sample_sheet_new (20)), second = one (sample_sheet_new (20));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) a = rang_sheet_to_pdf (first, &error), b = NULL;

  g_assert_no_error (error);
  /* Past the second in which a time of making would be the same. */
  g_usleep (1100000);
  b = rang_sheet_to_pdf (second, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (a, b));
}

static void
test_no_folder (void)
{
  g_autoptr (GPtrArray) sheets = one (sample_sheet_new (1));
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, "gone", "sheet.pdf", NULL);

  g_assert_false (rang_sheet_write_pdf (sheets, path, &error));
  g_assert_error (error, RANG_SHEET_ERROR, RANG_SHEET_ERROR_WRITE);
  g_assert_nonnull (strstr (error->message, path));
  g_rmdir (folder);
}

static void
test_replaced_whole (void)
{
  g_autoptr (GPtrArray) sheets = one (sample_sheet_new (1)), none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = make_folder (), *path = g_build_filename (folder, "sheet.pdf", NULL), *text = NULL;
  g_autoptr (GDir) files = NULL;

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (rang_sheet_write_pdf (none, path, &error));
  g_assert_error (error, RANG_SHEET_ERROR, RANG_SHEET_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "old");
  g_clear_pointer (&text, g_free);
  g_assert_true (rang_sheet_write_pdf (sheets, path, &error));
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "%PDF"));
  files = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (files), ==, "sheet.pdf");
  g_assert_null (g_dir_read_name (files));
  g_unlink (path);
  g_rmdir (folder);
}

static void
test_totals (void)
{
  g_autoptr (RangSheet) sheet = rang_sheet_new ();
  RangSheetStop *stop = rang_sheet_add_stop (sheet);
  g_auto (RangSheetTotals) totals = { 0 };
  const struct
  {
    RangMoney cash;
    gboolean struck;
  } orders[]
      = { { { 100, "RON" }, FALSE }, { { 50, "EUR" }, FALSE }, { { 23, "RON" }, FALSE }, { { 9, "RON" }, TRUE } };

  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      RangSheetOrder *order = rang_sheet_stop_add_order (stop, (gint64)i);

      order->parcels = 2;
      order->load = 1500;
      order->to_collect = orders[i].cash;
      order->struck = orders[i].struck;
    }
  rang_sheet_count (sheet, &totals);
  g_assert_cmpuint (totals.stops, ==, 1);
  g_assert_cmpuint (totals.orders, ==, 3);
  g_assert_cmpint (totals.parcels, ==, 6);
  g_assert_cmpint (totals.load, ==, 4500);
  g_assert_cmpuint (totals.to_collect->len, ==, 2);
  g_assert_cmpint (g_array_index (totals.to_collect, RangMoney, 0).minor, ==, 123);
  g_assert_cmpint (g_array_index (totals.to_collect, RangMoney, 1).minor, ==, 50);
}

static void
test_code (void)
{
  g_autoptr (RangSheet) sheet = sample_sheet_new (1);
  g_autofree char *code = rang_sheet_dup_code (sheet);

  g_assert_cmpstr (code, ==, "RANG 2026-11-24 BV 23 RNG v2 p1 1a2b3c4d5e6f7081");
}

/* --- where the words stand on the paper --- */

typedef struct
{
  double left, top, right, bottom;
  char text[64];
} Word;

/* Words of letters from different styles may touch; none lies on another, and none leaves the page. */
static void
check_words (const GArray *words, double width, double height)
{
  const double margin = 5 * 72 / 25.4;

  for (guint i = 0; i < words->len; i++)
    {
      const Word *a = &g_array_index (words, Word, i);

      if (a->left < margin || a->top < margin || a->right > width - margin || a->bottom > height - margin)
        g_error ("\"%s\" leaves the page", a->text);
      for (guint k = i + 1; k < words->len; k++)
        {
          const Word *b = &g_array_index (words, Word, k);
          double across = MIN (a->right, b->right) - MAX (a->left, b->left);
          double down = MIN (a->bottom, b->bottom) - MAX (a->top, b->top);

          if (across > 1 && down > 0.4 * MIN (a->bottom - a->top, b->bottom - b->top))
            g_error ("\"%s\" lies on \"%s\"", a->text, b->text);
        }
    }
}

static guint
check_boxes (int n_stops)
{
  g_autoptr (GPtrArray) sheets = one (sample_sheet_new (n_stops));
  g_autofree char *output = convert (sheets, "-bbox");
  g_auto (GStrv) lines = output != NULL ? g_strsplit (output, "\n", -1) : NULL;
  g_autoptr (GArray) words = g_array_new (FALSE, TRUE, sizeof (Word));
  double width = 0, height = 0;
  guint without_phone = 0;

  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      Word word = { 0 };

      if (sscanf (lines[i], " <page width=\"%lf\" height=\"%lf\">", &width, &height) == 2)
        g_array_set_size (words, 0);
      else if (strstr (lines[i], "</page>") != NULL)
        check_words (words, width, height);
      else if (sscanf (lines[i], " <word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">%63[^<]", &word.left,
                       &word.top, &word.right, &word.bottom, word.text)
               == 5)
        {
          g_array_append_val (words, word);
          without_phone += g_str_equal (word.text, "phone") ? 1 : 0;
        }
    }
  return lines != NULL ? without_phone : G_MAXUINT;
}

static void
test_boxes (void)
{
  guint three = check_boxes (3), four = check_boxes (4), sixty = check_boxes (60);

  if (three == G_MAXUINT)
    return;
  /* Every fourth stop has no phone, which is said. */
  g_assert_cmpuint (three, ==, 0);
  g_assert_cmpuint (four, ==, 1);
  g_assert_cmpuint (sixty, ==, 15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet/every order of sixty stops is on one page and in the loading list", test_all_orders);
  g_test_add_func ("/sheet/every client is named", test_all_clients);
  g_test_add_func ("/sheet/Romanian letters are right", test_letters);
  g_test_add_func ("/sheet/every page repeats the head and counts itself", test_head);
  g_test_add_func ("/sheet/a draft says so on every page", test_draft);
  g_test_add_func ("/sheet/the last stop is loaded first", test_loading_reversed);
  g_test_add_func ("/sheet/the same sheet gives the same bytes later", test_same_bytes);
  g_test_add_func ("/sheet/a folder that is not there is named", test_no_folder);
  g_test_add_func ("/sheet/pdf/deputies who signed and took over have a line each", test_deputies);
  g_test_add_func ("/sheet/a file is replaced whole or not at all", test_replaced_whole);
  g_test_add_func ("/sheet/sums are by currency and leave out what is struck", test_totals);
  g_test_add_func ("/sheet/the code holds version, plan and fingerprint", test_code);
  g_test_add_func ("/sheet/pdf/no word lies on another or leaves the page, of 3, 4 and 60 stops", test_boxes);
  return g_test_run ();
}
