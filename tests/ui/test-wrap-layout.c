/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for rows of small things that wrap: nothing is cut, what is over goes to what expands. */
#include "common/rang-wrap-layout.h"

#define SPACING 10
#define LINE_SPACING 4

/* Three things of 100 × 20 pixels. */
static GtkWidget *
new_row (void)
{
  GtkWidget *row = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));
  GtkLayoutManager *layout = rang_wrap_layout_new ();

  g_object_set (layout, "spacing", SPACING, "line-spacing", LINE_SPACING, NULL);
  gtk_widget_set_layout_manager (row, layout);
  for (int i = 0; i < 3; i++)
    {
      GtkWidget *child = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_set_size_request (child, 100, 20);
      gtk_box_append (GTK_BOX (row), child);
    }
  return row;
}

static int
height_for (GtkWidget *row, int width)
{
  int natural;

  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static void
test_a_row_with_room_takes_one_line (void)
{
  GtkWidget *row = new_row ();

  g_assert_cmpint (height_for (row, 3 * 100 + 2 * SPACING), ==, 20);
  g_object_unref (row);
}

static void
test_what_does_not_fit_takes_further_lines (void)
{
  GtkWidget *row = new_row ();

  g_assert_cmpint (height_for (row, 3 * 100 + 2 * SPACING - 1), ==, 2 * 20 + LINE_SPACING);
  g_assert_cmpint (height_for (row, 100), ==, 3 * 20 + 2 * LINE_SPACING);
  g_object_unref (row);
}

static void
test_a_row_needs_no_more_width_than_its_widest_child (void)
{
  GtkWidget *row = new_row ();
  int minimum, natural;

  gtk_widget_measure (row, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 3 * 100 + 2 * SPACING);
  g_object_unref (row);
}

static void
test_hidden_children_take_no_room (void)
{
  GtkWidget *row = new_row ();

  gtk_widget_set_visible (gtk_widget_get_first_child (row), FALSE);
  g_assert_cmpint (height_for (row, 2 * 100 + SPACING), ==, 20);
  g_object_unref (row);
}

static void
test_what_expands_takes_what_is_over_in_its_line (void)
{
  GtkWidget *row = new_row ();
  GtkWidget *middle = gtk_widget_get_next_sibling (gtk_widget_get_first_child (row));
  GtkAllocation all = { 0, 0, 500, 20 };

  gtk_widget_set_hexpand (middle, TRUE);
  height_for (row, 500);
  gtk_widget_size_allocate (row, &all, -1);
  g_assert_cmpint (gtk_widget_get_width (middle), ==, 100 + 500 - 3 * 100 - 2 * SPACING);
  g_object_unref (row);
}

static void
test_what_was_pushed_to_the_end_stays_there_on_its_own_line (void)
{
  GtkWidget *row = new_row (), *last = gtk_widget_get_last_child (row);
  GtkAllocation all = { 0, 0, 250, 44 };
  graphene_rect_t bounds;

  gtk_widget_set_hexpand (gtk_widget_get_first_child (row), TRUE);
  height_for (row, 250);
  gtk_widget_size_allocate (row, &all, -1);
  g_assert_true (gtk_widget_compute_bounds (last, row, &bounds));
  g_assert_cmpint ((int)bounds.origin.x, ==, 250 - 100);
  g_assert_cmpint ((int)bounds.origin.y, ==, 20 + LINE_SPACING);
  g_object_unref (row);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wrap/a_row_with_room_takes_one_line", test_a_row_with_room_takes_one_line);
  g_test_add_func ("/wrap/what_does_not_fit_takes_further_lines", test_what_does_not_fit_takes_further_lines);
  g_test_add_func ("/wrap/a_row_needs_no_more_width_than_its_widest_child",
                   test_a_row_needs_no_more_width_than_its_widest_child);
  g_test_add_func ("/wrap/hidden_children_take_no_room", test_hidden_children_take_no_room);
  g_test_add_func ("/wrap/what_expands_takes_what_is_over_in_its_line",
                   test_what_expands_takes_what_is_over_in_its_line);
  g_test_add_func ("/wrap/what_was_pushed_to_the_end_stays_there_on_its_own_line",
                   test_what_was_pushed_to_the_end_stays_there_on_its_own_line);
  return g_test_run ();
}
