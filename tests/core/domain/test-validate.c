/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/rang-validate.h"

#include <string.h>

static RangOrder *
make_order (void)
{
  RangOrder *order = rang_order_new ();

  order->client_number = g_strdup ("7");
  order->client = 1;
  order->department = 1;
  order->promised_day = rang_day_from_ymd (2026, 11, 24);
  order->promised = (RangTimeWindow){ 8 * 3600, 12 * 3600 };
  order->importance = RANG_IMPORTANCE_NORMAL;
  order->value = (RangMoney){ 1000, "RON" };
  return order;
}

/* The fields of what was found, in the order found: "client department". */
static char *
fields_of (const GPtrArray *problems)
{
  GString *fields = g_string_new (NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      const RangRefusal *refusal = g_ptr_array_index (problems, i);

      g_assert_cmpstr (refusal->where, ==, "here");
      g_assert_nonnull (refusal->problem);
      g_assert_nonnull (refusal->remedy);
      g_string_append_printf (fields, "%s%s", i > 0 ? " " : "", refusal->field);
    }
  return g_string_free (fields, FALSE);
}

typedef gboolean (*Validate) (const RangOrder *order, const char *where, GPtrArray *problems);

static void
assert_finds (Validate validate, const RangOrder *order, const char *expected)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);
  gboolean good = validate (order, "here", problems);
  g_autofree char *fields = fields_of (problems);

  g_assert_cmpstr (fields, ==, expected);
  g_assert_true (good == (*expected == '\0'));
}

static void
test_a_good_order_has_nothing_against_it (void)
{
  g_autoptr (RangOrder) order = make_order ();

  assert_finds (rang_validate_order, order, "");
  assert_finds (rang_validate_order_complete, order, "");
}

static void
test_each_gap_is_named (void)
{
  g_autoptr (RangOrder) order = rang_order_new ();

  assert_finds (rang_validate_order, order, "");
  assert_finds (rang_validate_order_complete, order, "client department promised importance");
}

static void
test_a_negative_value_waits_for_a_person (void)
{
  g_autoptr (RangOrder) order = make_order ();

  order->value.minor = -1;
  assert_finds (rang_validate_order, order, "");
  assert_finds (rang_validate_order_complete, order, "value");
}

static void
test_a_promise_needs_day_and_times (void)
{
  g_autoptr (RangOrder) order = make_order ();

  order->promised = (RangTimeWindow){ RANG_TIME_NONE, RANG_TIME_NONE };
  assert_finds (rang_validate_order_complete, order, "promised");
}

static void
test_impossible_windows_are_found (void)
{
  g_autoptr (RangOrder) order = make_order ();

  order->promised = (RangTimeWindow){ 12 * 3600, 8 * 3600 };
  assert_finds (rang_validate_order, order, "promised");
  order->promised = (RangTimeWindow){ 8 * 3600, 25 * 3600 };
  assert_finds (rang_validate_order, order, "promised");
  order->promised = (RangTimeWindow){ 8 * 3600, RANG_TIME_NONE };
  assert_finds (rang_validate_order, order, "promised");
  order->promised = (RangTimeWindow){ 0, RANG_TIME_END_OF_DAY };
  assert_finds (rang_validate_order, order, "");
}

static void
test_a_requested_period_must_not_end_before_it_starts (void)
{
  g_autoptr (RangOrder) order = make_order ();

  order->requested = (RangRequested){ 100, 9 * 3600, 100, 8 * 3600 };
  assert_finds (rang_validate_order, order, "requested");
  order->requested = (RangRequested){ 101, RANG_TIME_NONE, 100, RANG_TIME_NONE };
  assert_finds (rang_validate_order, order, "requested");
  order->requested = (RangRequested){ RANG_DAY_NONE, RANG_TIME_NONE, 100, RANG_TIME_NONE };
  assert_finds (rang_validate_order, order, "");
}

static void
test_loads_amounts_and_texts_stay_within_limits (void)
{
  g_autoptr (RangOrder) order = make_order ();

  order->load = -1;
  order->parcels = 100001;
  order->service = 86401;
  assert_finds (rang_validate_order, order, "load parcels service");
  order->load = order->parcels = order->service = 0;
  order->goods = RANG_GOODS_READY_LATER;
  assert_finds (rang_validate_order, order, "goods");
  order->goods_from = 8 * 3600;
  g_strlcpy (order->value.currency, "lei", sizeof order->value.currency);
  assert_finds (rang_validate_order, order, "value");
  g_strlcpy (order->value.currency, "RON", sizeof order->value.currency);
  order->note = g_strnfill (10001, 'x');
  assert_finds (rang_validate_order, order, "text");
  order->note[10000] = '\0';
  assert_finds (rang_validate_order, order, "");
}

static void
test_settings_that_cannot_be_worked_with_are_found (void)
{
  g_autoptr (RangSettings) settings = rang_settings_new ();
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);
  g_autofree char *fields = NULL;

  g_assert_true (rang_validate_settings (settings, "here", problems));
  g_free (settings->zone);
  settings->zone = g_strdup ("Mars/Olympus");
  settings->working_days = 0;
  settings->high_quota = 101;
  g_assert_false (rang_validate_settings (settings, "here", problems));
  fields = fields_of (problems);
  g_assert_cmpstr (fields, ==, "zone high-quota working-days");
}

static void
test_a_fifth_of_a_list_may_be_high_and_at_least_one (void)
{
  g_autoptr (RangSettings) settings = rang_settings_new ();

  g_assert_cmpint (rang_settings_high_allowed (settings, 1), ==, 1);
  g_assert_cmpint (rang_settings_high_allowed (settings, 9), ==, 1);
  g_assert_cmpint (rang_settings_high_allowed (settings, 10), ==, 2);
  g_assert_cmpint (rang_settings_high_allowed (settings, 60), ==, 12);
  settings->high_quota = 0;
  g_assert_cmpint (rang_settings_high_allowed (settings, 60), ==, 1);
}

static void
test_a_copy_of_an_order_shares_nothing_with_it (void)
{
  RangOrder *order = make_order ();
  g_autoptr (RangOrder) copy = NULL;
  RangOrderLine *line = rang_order_line_new ();

  line->description = g_strdup ("Nail");
  g_ptr_array_add (order->lines, line);
  order->place.street = g_strdup ("Strada Lungă 1");
  copy = rang_order_copy (order);
  g_assert_true (copy->lines != order->lines);
  rang_order_free (order);
  g_assert_cmpstr (copy->client_number, ==, "7");
  g_assert_cmpstr (copy->place.street, ==, "Strada Lungă 1");
  g_assert_cmpstr (((RangOrderLine *)g_ptr_array_index (copy->lines, 0))->description, ==, "Nail");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/domain/validate/" name, function)
  ADD ("a-good-order-has-nothing-against-it", test_a_good_order_has_nothing_against_it);
  ADD ("each-gap-is-named", test_each_gap_is_named);
  ADD ("a-negative-value-waits-for-a-person", test_a_negative_value_waits_for_a_person);
  ADD ("a-promise-needs-day-and-times", test_a_promise_needs_day_and_times);
  ADD ("impossible-windows-are-found", test_impossible_windows_are_found);
  ADD ("a-requested-period-must-not-end-before-it-starts", test_a_requested_period_must_not_end_before_it_starts);
  ADD ("loads-amounts-and-texts-stay-within-limits", test_loads_amounts_and_texts_stay_within_limits);
  ADD ("settings-that-cannot-be-worked-with-are-found", test_settings_that_cannot_be_worked_with_are_found);
  ADD ("a-fifth-of-a-list-may-be-high-and-at-least-one", test_a_fifth_of_a_list_may_be_high_and_at_least_one);
  ADD ("a-copy-of-an-order-shares-nothing-with-it", test_a_copy_of_an_order_shares_nothing_with_it);
  return g_test_run ();
}
