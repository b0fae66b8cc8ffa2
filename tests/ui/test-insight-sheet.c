/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The insight page in files, without a display: each kind is what its ending says, and the same twice. */
#include <glib/gstdio.h>
#include <string.h>

#include "domain/rang-department.h"
#include "insight/rang-insight-sheet.h"

#define MONDAY 20773

static void
add_order (RangInsightFacts *facts, gint64 number, RangPromiseEnd end)
{
  RangInsightOrder order = { number, number, 1 + number % 2, MONDAY + (RangDay)(number % 5), end };
  RangInsightClient client = { number, number * 1000, RANG_STAGE_CONTRACT };

  rang_insight_facts_add_order (facts, &order);
  rang_insight_facts_add_client (facts, &client);
}

static RangInsight *
new_insight (gint64 n_orders)
{
  g_autoptr (RangInsightFacts) facts = rang_insight_facts_new (MONDAY, MONDAY + 4);
  RangInsightConflict conflict = { RANG_CONFLICT_DISPLACED, RANG_CONFLICT_DECIDED, 0, 3000 };
  RangInsightTurn turn = { 1, 7 * 3600, 8 * 3600, 12 * 3600 };

  for (gint64 i = 1; i <= 2; i++)
    g_array_append_val (facts->departments, i);
  for (gint64 i = 1; i <= n_orders; i++)
    {
      RangInsightOverride *override = rang_insight_override_new ();
      gint64 harmed = i % n_orders + 1;

      add_order (facts, i, i % 3 == 0 ? RANG_PROMISE_BROKEN : RANG_PROMISE_KEPT);
      override->entry = override->series = i;
      override->day = MONDAY + (RangDay)(i % 5);
      override->order = i;
      override->reason = (int)(i % RANG_N_REASONS);
      g_array_append_val (i % 2 == 0 ? override->broken : override->won, harmed);
      g_ptr_array_add (facts->overrides, override);
    }
  g_array_append_val (facts->conflicts, conflict);
  facts->turn_day = MONDAY;
  g_array_append_val (facts->turns, turn);
  return rang_insight_new (facts);
}

static RangInsightView *
new_view (gint64 n_orders)
{
  g_autoptr (GPtrArray) departments = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_department_free);

  for (gint64 i = 1; i <= 2; i++)
    {
      RangDepartment *department = rang_department_new ();

      department->id = i;
      department->name = g_strdup (i == 1 ? "Vânzări active" : "Clienți");
      department->mark = (int)i - 1;
      g_ptr_array_add (departments, department);
    }
  return rang_insight_view_new (new_insight (n_orders), departments, "RON");
}

static char *
write_and_read (const RangInsightView *view, const char *folder, const char *name, gsize *length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *content = NULL;

  g_assert_true (rang_insight_sheet_write (view, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, length, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);
  return content;
}

static void
test_files_are_what_their_endings_say (void)
{
  static const struct
  {
    const char *name;
    const char *begins;
  } files[] = { { "a.svg", "<?xml" }, { "a.png", "\x89PNG" }, { "a.pdf", "%PDF" }, { "a.csv", "measure,of,value\n" } };
  static const gint64 sizes[] = { 120, 3, 0 };
  g_autofree char *folder = g_dir_make_tmp ("rang-insight-XXXXXX", NULL);

  /* Much, little and nothing to show. */
  for (gsize s = 0; s < G_N_ELEMENTS (sizes); s++)
    {
      g_autoptr (RangInsightView) view = new_view (sizes[s]);

      for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
        {
          gsize length;
          g_autofree char *content = write_and_read (view, folder, files[i].name, &length);

          g_assert_true (g_str_has_prefix (content, files[i].begins));
          g_assert_cmpuint (length, >, 200);
        }
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_the_same_period_gives_the_same_picture (void)
{
  g_autoptr (RangInsightView) view = new_view (120);
  g_autofree char *folder = g_dir_make_tmp ("rang-insight-XXXXXX", NULL);
  gsize length, again_length;
  g_autofree char *one = write_and_read (view, folder, "a.png", &length);
  g_autofree char *again = write_and_read (view, folder, "b.png", &again_length);

  g_assert_cmpmem (one, length, again, again_length);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_another_ending_is_refused (void)
{
  g_autoptr (RangInsightView) view = new_view (3);
  g_autoptr (GError) error = NULL;

  g_assert_false (rang_insight_sheet_write (view, "/nowhere/page.doc", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
  g_clear_error (&error);
  g_assert_false (rang_insight_sheet_write (view, "/nowhere/page.png", &error));
  g_assert_nonnull (error);
}

/* Who does not see a plot is told what it shows. */
static void
test_plots_are_told_in_words (void)
{
  g_autoptr (RangInsightView) view = new_view (120);

  for (int plot = 0; plot < RANG_N_PLOTS; plot++)
    {
      g_autofree char *title = rang_insight_plot_dup_title (view, (RangInsightPlot)plot);
      g_autofree char *words = rang_insight_plot_dup_words (view, (RangInsightPlot)plot);

      g_assert_true (g_str_has_prefix (words, title));
      if (plot == RANG_PLOT_MATRIX)
        g_assert_nonnull (strstr (words, "Vânzări active → Clienți: "));
      if (plot == RANG_PLOT_FIFTHS)
        g_assert_nonnull (strstr (words, "Largest fifth: "));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/insight-sheet/files_are_what_their_endings_say", test_files_are_what_their_endings_say);
  g_test_add_func ("/insight-sheet/the_same_period_gives_the_same_picture",
                   test_the_same_period_gives_the_same_picture);
  g_test_add_func ("/insight-sheet/another_ending_is_refused", test_another_ending_is_refused);
  g_test_add_func ("/insight-sheet/plots_are_told_in_words", test_plots_are_told_in_words);
  return g_test_run ();
}
