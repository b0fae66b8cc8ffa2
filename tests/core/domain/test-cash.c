/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the most that may be collected in cash from one client on one day. */
#include "domain/rang-cash-limit.h"

static void
add (GPtrArray *orders, gint64 client, gint64 collect, const char *currency, RangOrderState state)
{
  RangOrder *order = rang_order_new ();

  order->client = client;
  order->to_collect = collect;
  order->state = state;
  g_strlcpy (order->value.currency, currency, sizeof order->value.currency);
  g_ptr_array_add (orders, order);
}

static RangClient *
client_new (const char *tax_number)
{
  RangClient *client = rang_client_new ();

  client->id = 7;
  client->name = g_strdup ("Dacia SRL");
  client->tax_number = g_strdup (tax_number);
  return client;
}

static void
test_orders_of_one_company_count_together (void)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_order_free);
  g_autoptr (RangClient) client = client_new ("RO14399840");
  g_autoptr (RangCashExcess) excess = NULL;
  g_autofree char *text = NULL;

  add (orders, 7, 300000, "RON", RANG_ORDER_SUBMITTED);
  add (orders, 7, 200000, "RON", RANG_ORDER_ENTERED);
  add (orders, 7, 900000, "RON", RANG_ORDER_CANCELLED);
  add (orders, 7, 900000, "EUR", RANG_ORDER_SUBMITTED);
  add (orders, 8, 900000, "RON", RANG_ORDER_SUBMITTED);
  g_assert_null (rang_cash_excess_find (client, orders));
  add (orders, 7, 1, "RON", RANG_ORDER_SUBMITTED);
  excess = rang_cash_excess_find (client, orders);
  g_assert_nonnull (excess);
  g_assert_cmpint (excess->planned.minor, ==, 500001);
  g_assert_cmpint (excess->limit.minor, ==, 500000);
  g_assert_cmpuint (excess->orders, ==, 3);
  text = rang_cash_excess_to_text (excess);
  g_assert_true (g_str_has_prefix (text, "Dacia SRL: "));
}

static void
test_a_person_may_pay_twice_as_much (void)
{
  g_autoptr (GPtrArray) orders = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_order_free);
  g_autoptr (RangClient) person = client_new ("1960229410015"), company = client_new (NULL);
  g_autoptr (RangCashExcess) excess = NULL;

  add (orders, 7, 1000000, "RON", RANG_ORDER_SUBMITTED);
  g_assert_null (rang_cash_excess_find (person, orders));
  excess = rang_cash_excess_find (company, orders);
  g_assert_nonnull (excess);
  g_assert_false (excess->person);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cash/orders_of_one_company_count_together", test_orders_of_one_company_count_together);
  g_test_add_func ("/cash/a_person_may_pay_twice_as_much", test_a_person_may_pay_twice_as_much);
  return g_test_run ();
}
