/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for breaks and skills of vans: how they are written, and which of them can be. */
#include "domain/rang-hours.h"
#include "domain/rang-refusal.h"
#include "domain/rang-roads.h"
#include "domain/rang-validate.h"

#define HOUR 3600

static void
test_breaks_are_read_as_they_are_written (void)
{
  RangVanBreaks breaks;
  g_autofree char *text = NULL;

  g_assert_true (rang_breaks_parse ("10:00–10:15; 11:30-14:00/30", &breaks));
  g_assert_cmpuint (breaks.n, ==, 2);
  g_assert_cmpint (breaks.list[0].duration, ==, 15 * 60);
  g_assert_cmpint (breaks.list[1].window.to, ==, 14 * HOUR);
  g_assert_cmpint (breaks.list[1].duration, ==, 30 * 60);
  text = rang_breaks_format (&breaks);
  g_assert_cmpstr (text, ==, "10:00-10:15, 11:30-14:00/30");
  g_assert_true (rang_breaks_parse ("none", &breaks));
  g_assert_cmpuint (breaks.n, ==, 0);
}

static void
test_what_is_no_break_is_not_read (void)
{
  static const char *const wrong[] = { "12", "12:00", "12:00-", "12:00-13:00/x", "12:00-13:00/0", "12:00-25:00",
                                       "1:00-2:00,3:00-4:00,5:00-6:00,7:00-8:00,9:00-10:00" };
  RangVanBreaks breaks;

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (rang_breaks_parse (wrong[i], &breaks))
      g_error ("“%s” was read", wrong[i]);
}

static void
test_breaks_have_room_in_their_windows_one_after_the_other (void)
{
  static const char *const impossible[]
      = { "13:00-12:00", "12:00-12:20/30", "12:00-13:00,12:30-14:00", "15:00-15:10,12:00-12:10", "12:00-12:00" };
  RangVanBreaks breaks;

  g_assert_true (rang_breaks_parse ("12:00-13:00,12:00-14:00/30", &breaks));
  g_assert_false (rang_breaks_are_possible (&breaks));
  g_assert_true (rang_breaks_parse ("12:00-13:00,13:00-14:00/30", &breaks));
  g_assert_true (rang_breaks_are_possible (&breaks));
  for (gsize i = 0; i < G_N_ELEMENTS (impossible); i++)
    {
      g_assert_true (rang_breaks_parse (impossible[i], &breaks));
      if (rang_breaks_are_possible (&breaks))
        g_error ("“%s” is possible", impossible[i]);
    }
}

static void
test_a_short_shift_has_only_the_breaks_that_fit_it (void)
{
  RangVanBreaks breaks, taken;

  g_assert_true (rang_breaks_parse ("08:00-08:15,11:30-14:00/30,17:00-17:15", &breaks));
  taken = rang_breaks_of_shift (&breaks, (RangTimeWindow){ 9 * HOUR, 12 * HOUR });
  g_assert_cmpuint (taken.n, ==, 1);
  g_assert_cmpint (taken.list[0].window.from, ==, 11 * HOUR + 1800);
  g_assert_cmpint (taken.list[0].window.to, ==, 12 * HOUR);
  taken = rang_breaks_of_shift (&breaks, (RangTimeWindow){ 9 * HOUR, 11 * HOUR + 1800 + 1740 });
  g_assert_cmpuint (taken.n, ==, 0);
}

static void
test_skills_are_words_in_any_order (void)
{
  guint32 skills;
  g_autofree char *text = NULL;

  g_assert_true (rang_skills_parse ("Cold; LIFT", &skills));
  g_assert_cmpuint (skills, ==, RANG_ALL_SKILLS);
  text = rang_skills_format (skills);
  g_assert_cmpstr (text, ==, "lift,cold");
  g_assert_true (rang_skills_parse (NULL, &skills));
  g_assert_cmpuint (skills, ==, 0);
  g_assert_false (rang_skills_parse ("lift wings", &skills));
}

static void
test_hours_are_windows_with_gaps (void)
{
  RangTimeWindow hours;
  RangShut shut;
  g_autofree char *text = NULL, *gaps = NULL;

  g_assert_true (rang_hours_parse ("08:00–12:00; 13:00-17:00", &hours, &shut));
  g_assert_cmpint (hours.from, ==, 8 * HOUR);
  g_assert_cmpint (hours.to, ==, 17 * HOUR);
  g_assert_cmpuint (shut.n, ==, 1);
  text = rang_hours_format (hours, &shut);
  g_assert_cmpstr (text, ==, "08:00-12:00, 13:00-17:00");
  gaps = rang_shut_format (&shut);
  g_assert_cmpstr (gaps, ==, "12:00-13:00");
  g_assert_true (rang_shut_fits (&shut, hours));
  g_assert_false (rang_shut_fits (&shut, (RangTimeWindow){ 8 * HOUR, 12 * HOUR }));
  g_assert_true (rang_hours_parse ("", &hours, &shut));
  g_assert_cmpint (hours.from, ==, RANG_TIME_NONE);
}

static void
test_hours_that_go_back_are_not_read (void)
{
  static const char *const wrong[]
      = { "13:00-17:00,08:00-12:00", "08:00-12:00,12:00-13:00", "12:00-08:00", "8", "08:00-25:00" };
  RangTimeWindow hours;
  RangShut shut;

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (rang_hours_parse (wrong[i], &hours, &shut))
      g_error ("“%s” was read", wrong[i]);
}

static void
test_speeds_are_per_cent_of_named_hours (void)
{
  static const char *const wrong[] = { "7", "7=60", "7-9", "9-7=60", "7-9=5", "7-9=301", "7-9=60,8-10=50", "20-25=60" };
  gint32 speeds[RANG_N_HOURS];
  g_autofree char *text = NULL;

  g_assert_true (rang_speeds_parse ("16-18=70, 7-9=60", speeds));
  g_assert_cmpint (speeds[6], ==, 100);
  g_assert_cmpint (speeds[7], ==, 60);
  g_assert_cmpint (speeds[8], ==, 60);
  g_assert_cmpint (speeds[9], ==, 100);
  text = rang_speeds_format (speeds);
  g_assert_cmpstr (text, ==, "7-9=60, 16-18=70");
  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (rang_speeds_parse (wrong[i], speeds))
      g_error ("“%s” was read", wrong[i]);
}

static void
test_a_door_is_the_nearest_place_within_a_hundred_metres (void)
{
  g_autoptr (RangRoads) roads = rang_roads_new ();

  rang_roads_add_place (roads, "A", 45650000, 25600000);
  rang_roads_add_place (roads, "B", 45650000 + 1000, 25600000);
  g_assert_cmpint (rang_roads_find (roads, 45650000 + 400, 25600000), ==, 0);
  g_assert_cmpint (rang_roads_find (roads, 45650000 + 600, 25600000), ==, 1);
  g_assert_cmpint (rang_roads_find (roads, 45650000 - 950, 25600000), ==, -1);
}

/* The field that the first problem of a van names. */
static char *
problem_of (const RangResource *van)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);

  if (rang_validate_resource (van, "van", problems))
    return g_strdup ("");
  return g_strdup (((RangRefusal *)problems->pdata[0])->field);
}

static void
test_a_van_that_cannot_be_is_refused_at_its_field (void)
{
  g_autoptr (RangResource) van = rang_resource_new ();
  g_autofree char *fine = NULL, *breaks = NULL, *start = NULL, *skills = NULL, *capacity = NULL, *shift = NULL;

  van->name = g_strdup ("Van 1");
  fine = problem_of (van);
  g_assert_cmpstr (fine, ==, "");
  g_assert_true (rang_breaks_parse ("13:00-12:00", &van->breaks));
  breaks = problem_of (van);
  g_assert_cmpstr (breaks, ==, "breaks");
  van->breaks = (RangVanBreaks){ 0 };
  van->start.street = g_strdup ("Garage");
  start = problem_of (van);
  g_assert_cmpstr (start, ==, "start");
  van->start.located = TRUE;
  van->skills = 1u << 7;
  skills = problem_of (van);
  g_assert_cmpstr (skills, ==, "skills");
  van->skills = 0;
  van->capacity = G_MAXINT64;
  capacity = problem_of (van);
  g_assert_cmpstr (capacity, ==, "capacity");
  van->capacity = 0;
  van->shift = (RangTimeWindow){ 9 * HOUR, 9 * HOUR };
  shift = problem_of (van);
  g_assert_cmpstr (shift, ==, "shift");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/domain/model/" #name, test_##name)
  ADD (breaks_are_read_as_they_are_written);
  ADD (what_is_no_break_is_not_read);
  ADD (breaks_have_room_in_their_windows_one_after_the_other);
  ADD (a_short_shift_has_only_the_breaks_that_fit_it);
  ADD (skills_are_words_in_any_order);
  ADD (a_van_that_cannot_be_is_refused_at_its_field);
  ADD (hours_are_windows_with_gaps);
  ADD (hours_that_go_back_are_not_read);
  ADD (speeds_are_per_cent_of_named_hours);
  ADD (a_door_is_the_nearest_place_within_a_hundred_metres);
  return g_test_run ();
}
