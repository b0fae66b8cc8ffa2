/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The fields of an order: what is written is what a person of that language would type, and reads back as it was. */
#include "order/rang-order-form.h"

static RangOrder *
dup_order (void)
{
  RangOrder *order = rang_order_new ();

  order->value = (RangMoney){ 694137, "RON" };
  order->to_collect = 150000;
  order->load = 5100;
  return order;
}

static void
assert_written (const RangOrder *order, RangOrderText field, char decimal, const char *text)
{
  g_autofree char *written = rang_order_form_write (order, field, decimal);

  g_assert_cmpstr (written, ==, text);
}

static void
test_amounts_are_written_as_the_language_types_them (void)
{
  g_autoptr (RangOrder) order = dup_order ();

  assert_written (order, RANG_ORDER_TEXT_VALUE, ',', "6941,37");
  assert_written (order, RANG_ORDER_TEXT_VALUE, '.', "6941.37");
  assert_written (order, RANG_ORDER_TEXT_COLLECT, ',', "1500,00");
  assert_written (order, RANG_ORDER_TEXT_LOAD, ',', "5,1");
  assert_written (order, RANG_ORDER_TEXT_LOAD, '.', "5.1");
}

static void
test_what_is_written_reads_back_as_it_was (void)
{
  static const RangOrderText fields[] = { RANG_ORDER_TEXT_VALUE, RANG_ORDER_TEXT_COLLECT, RANG_ORDER_TEXT_LOAD };

  for (const char *decimal = ",."; *decimal != '\0'; decimal++)
    for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
      {
        g_autoptr (RangOrder) order = dup_order (), again = dup_order ();
        g_autofree char *text = rang_order_form_write (order, fields[i], *decimal);
        guint32 mask = 0;

        g_assert_null (rang_order_form_read (fields[i], text, *decimal, again, &mask));
        g_assert_cmpint (again->value.minor, ==, order->value.minor);
        g_assert_cmpint (again->to_collect, ==, order->to_collect);
        g_assert_cmpint (again->load, ==, order->load);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/order-form/amounts_are_written_as_the_language_types_them",
                   test_amounts_are_written_as_the_language_types_them);
  g_test_add_func ("/order-form/what_is_written_reads_back_as_it_was", test_what_is_written_reads_back_as_it_was);
  return g_test_run ();
}
