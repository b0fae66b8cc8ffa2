/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the promise that is proposed from what a client asked for. */
#include "board/rang-promise.h"

#define HOUR 3600

typedef struct
{
  RangRequested requested;
  RangClient *client;
  RangAddress *address;
  const RangTimeWindow *mapping;
  RangDay earliest;
} Ask;

static Ask
ask (const char *from, const char *to)
{
  return (Ask){ .requested = { from != NULL ? rang_day_parse (from) : RANG_DAY_NONE, RANG_TIME_NONE,
                               to != NULL ? rang_day_parse (to) : RANG_DAY_NONE, RANG_TIME_NONE },
                .earliest = RANG_DAY_NONE };
}

static void
assert_proposed (const Ask *asked, const char *expected)
{
  g_autoptr (RangSettings) settings = rang_settings_new ();
  g_autofree char *date = NULL, *from = NULL, *to = NULL, *got = NULL;
  RangDay day;
  RangTimeWindow window;

  if (!rang_promise_propose (&asked->requested, asked->client, asked->address, asked->mapping, settings,
                             asked->earliest, &day, &window))
    {
      g_assert_null (expected);
      return;
    }
  date = rang_day_format (day);
  from = rang_time_format (window.from);
  to = rang_time_format (window.to);
  got = g_strdup_printf ("%s %s-%s", date, from, to);
  g_assert_cmpstr (got, ==, expected);
}

static void
test_nothing (void)
{
  Ask asked = ask (NULL, NULL);

  assert_proposed (&asked, NULL);
}

static void
test_period (void)
{
  Ask week = ask ("2026-11-23", "2026-11-29"), weekend = ask ("2026-11-28", "2026-11-29");

  assert_proposed (&week, "2026-11-27 08:00-17:00");
  assert_proposed (&weekend, "2026-11-29 08:00-17:00");
}

static void
test_under_way (void)
{
  Ask asked = ask ("2026-11-23", "2026-11-29");

  asked.earliest = rang_day_parse ("2026-11-29");
  assert_proposed (&asked, "2026-11-29 08:00-17:00");
}

static void
test_holiday (void)
{
  Ask asked = ask ("2026-11-26", "2026-12-01");

  assert_proposed (&asked, "2026-11-27 08:00-17:00");
}

static void
test_deadline (void)
{
  Ask sunday = ask (NULL, "2026-11-29"), ordered_saturday = sunday;

  assert_proposed (&sunday, "2026-11-27 08:00-17:00");
  ordered_saturday.earliest = rang_day_parse ("2026-11-28");
  assert_proposed (&ordered_saturday, "2026-11-29 08:00-17:00");
}

static void
test_whose_hours (void)
{
  Ask asked = ask ("2026-11-24", "2026-11-24");
  const RangTimeWindow mapping = { 9 * HOUR, 12 * HOUR };
  g_autoptr (RangClient) client = rang_client_new ();
  g_autoptr (RangAddress) address = rang_address_new ();

  asked.mapping = &mapping;
  assert_proposed (&asked, "2026-11-24 09:00-12:00");
  client->hours = (RangTimeWindow){ 10 * HOUR, 14 * HOUR };
  asked.client = client;
  assert_proposed (&asked, "2026-11-24 10:00-14:00");
  address->hours = (RangTimeWindow){ 7 * HOUR, 9 * HOUR };
  asked.address = address;
  assert_proposed (&asked, "2026-11-24 07:00-09:00");
}

static void
test_times (void)
{
  Ask asked = ask ("2026-11-24", "2026-11-24");

  asked.requested.from_time = 10 * HOUR;
  assert_proposed (&asked, "2026-11-24 10:00-17:00");
  asked.requested.to_time = 12 * HOUR;
  assert_proposed (&asked, "2026-11-24 10:00-12:00");
  asked.requested.from_time = 18 * HOUR;
  asked.requested.to_time = 20 * HOUR;
  assert_proposed (&asked, "2026-11-24 18:00-20:00");
  asked.requested.from_time = asked.requested.to_time = 11 * HOUR;
  assert_proposed (&asked, "2026-11-24 11:00-11:00");
}

static void
test_times_of_other_days (void)
{
  Ask asked = ask ("2026-11-23", "2026-11-29");

  asked.requested.from_time = 16 * HOUR;
  asked.requested.to_time = 9 * HOUR;
  assert_proposed (&asked, "2026-11-27 08:00-17:00");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/promise/nothing_asked_gives_nothing_to_propose_from", test_nothing);
  g_test_add_func ("/promise/the_last_working_day_of_a_period_or_its_last_day", test_period);
  g_test_add_func ("/promise/of_a_period_under_way_the_days_to_come_are_left", test_under_way);
  g_test_add_func ("/promise/a_public_holiday_is_no_working_day", test_holiday);
  g_test_add_func ("/promise/a_deadline_is_met_on_the_last_working_day_before_it", test_deadline);
  g_test_add_func ("/promise/hours_are_the_addresses_then_the_clients_the_mappings_the_offices", test_whose_hours);
  g_test_add_func ("/promise/named_times_cut_the_hours_or_replace_them", test_times);
  g_test_add_func ("/promise/times_of_another_day_do_not_count", test_times_of_other_days);
  return g_test_run ();
}
