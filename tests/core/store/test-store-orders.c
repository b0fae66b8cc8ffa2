/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-test.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-orders.h"

static void
fill_every_field (RangOrder *order)
{
  RangOrderLine *line = rang_order_line_new ();

  order->unit = 1;
  order->buyer = g_strdup ("Papetărie Centrală");
  order->buyer_tax_number = g_strdup ("123456");
  order->requested = (RangRequested){ 20775, 3600, 20781, 7200 };
  order->promise_proposed = TRUE;
  order->importance = RANG_IMPORTANCE_HIGH;
  order->importance_reason = g_strdup ("first delivery");
  order->service = 600;
  order->goods = RANG_GOODS_READY_LATER;
  order->goods_from = 9 * 3600;
  order->penalty_clause = TRUE;
  order->to_collect = 777;
  order->invoice = g_strdup ("F-12");
  order->contact_name = g_strdup ("Dan");
  order->contact_phone = g_strdup ("0722");
  order->note = g_strdup ("");
  order->access_note = g_strdup ("ramp");
  order->address = 1;
  order->place.street = g_strdup ("Str. Caraiman 12");
  order->place.city = g_strdup ("Râșnov");
  order->place.postcode = g_strdup ("505400");
  order->place.country = g_strdup ("RO");
  order->place.located = TRUE;
  order->place.lat = 45590000;
  order->place.lon = -1;
  order->state = RANG_ORDER_PART;
  order->department_rank = 3;
  order->submitted_rank = 4;
  order->submitted_length = 9;
  order->submitted_importance = RANG_IMPORTANCE_LOW;
  order->defaulted = RANG_FIELD_LOAD | RANG_FIELD_VALUE;
  order->estimated = RANG_FIELD_SERVICE;
  order->bumps = 2;
  order->carried_to = 20782;
  order->source = g_strdup ("orders.csv");
  order->source_digest = g_strdup ("abc");
  order->outcome_day = 20781;
  order->outcome_at = 11 * 3600;
  order->outcome_reason = g_strdup ("absent");
  line->article = g_strdup ("A4");
  line->description = g_strdup ("Hârtie");
  line->quantity = 2500;
  line->unit = g_strdup ("kg");
  line->value = 5;
  g_ptr_array_add (order->lines, line);
}

static void
assert_same (const RangOrder *a, const RangOrder *b)
{
  g_assert_cmpint (a->number, ==, b->number);
  g_assert_cmpint (a->unit, ==, b->unit);
  g_assert_cmpstr (a->client_number, ==, b->client_number);
  g_assert_cmpint (a->client, ==, b->client);
  g_assert_cmpstr (a->buyer, ==, b->buyer);
  g_assert_cmpstr (a->buyer_tax_number, ==, b->buyer_tax_number);
  g_assert_cmpint (a->department, ==, b->department);
  g_assert_cmpint (a->order_day, ==, b->order_day);
  g_assert_cmpmem (&a->value, sizeof a->value, &b->value, sizeof b->value);
  g_assert_cmpmem (&a->requested, sizeof a->requested, &b->requested, sizeof b->requested);
  g_assert_cmpint (a->promised_day, ==, b->promised_day);
  g_assert_cmpmem (&a->promised, sizeof a->promised, &b->promised, sizeof b->promised);
  g_assert_cmpint (a->promise_proposed, ==, b->promise_proposed);
  g_assert_cmpint (a->first_promised_day, ==, b->first_promised_day);
  g_assert_cmpint (a->importance, ==, b->importance);
  g_assert_cmpstr (a->importance_reason, ==, b->importance_reason);
  g_assert_cmpint (a->load, ==, b->load);
  g_assert_cmpint (a->parcels, ==, b->parcels);
  g_assert_cmpint (a->service, ==, b->service);
  g_assert_cmpint (a->goods, ==, b->goods);
  g_assert_cmpint (a->goods_from, ==, b->goods_from);
  g_assert_cmpint (a->penalty_clause, ==, b->penalty_clause);
  g_assert_cmpint (a->to_collect, ==, b->to_collect);
  g_assert_cmpstr (a->invoice, ==, b->invoice);
  g_assert_cmpint (a->contact, ==, b->contact);
  g_assert_cmpstr (a->contact_name, ==, b->contact_name);
  g_assert_cmpstr (a->contact_phone, ==, b->contact_phone);
  g_assert_cmpstr (a->note, ==, b->note);
  g_assert_cmpstr (a->access_note, ==, b->access_note);
  g_assert_cmpint (a->address, ==, b->address);
}

static void
assert_same_rest (const RangOrder *a, const RangOrder *b)
{
  g_assert_cmpstr (a->place.street, ==, b->place.street);
  g_assert_cmpstr (a->place.city, ==, b->place.city);
  g_assert_cmpstr (a->place.postcode, ==, b->place.postcode);
  g_assert_cmpstr (a->place.country, ==, b->place.country);
  g_assert_cmpint (a->place.located, ==, b->place.located);
  g_assert_cmpint (a->place.lat, ==, b->place.lat);
  g_assert_cmpint (a->place.lon, ==, b->place.lon);
  g_assert_cmpint (a->state, ==, b->state);
  g_assert_cmpint (a->department_rank, ==, b->department_rank);
  g_assert_cmpint (a->submitted_rank, ==, b->submitted_rank);
  g_assert_cmpint (a->submitted_length, ==, b->submitted_length);
  g_assert_cmpint (a->submitted_importance, ==, b->submitted_importance);
  g_assert_cmpint (a->defaulted, ==, b->defaulted);
  g_assert_cmpint (a->estimated, ==, b->estimated);
  g_assert_cmpint (a->bumps, ==, b->bumps);
  g_assert_cmpint (a->carried_to, ==, b->carried_to);
  g_assert_cmpstr (a->source, ==, b->source);
  g_assert_cmpstr (a->source_digest, ==, b->source_digest);
  g_assert_cmpint (a->outcome_day, ==, b->outcome_day);
  g_assert_cmpint (a->outcome_at, ==, b->outcome_at);
  g_assert_cmpstr (a->outcome_reason, ==, b->outcome_reason);
  g_assert_cmpint (a->lines->len, ==, b->lines->len);
  for (guint i = 0; i < a->lines->len; i++)
    {
      const RangOrderLine *x = g_ptr_array_index (a->lines, i), *y = g_ptr_array_index (b->lines, i);

      g_assert_cmpstr (x->article, ==, y->article);
      g_assert_cmpstr (x->description, ==, y->description);
      g_assert_cmpint (x->quantity, ==, y->quantity);
      g_assert_cmpstr (x->unit, ==, y->unit);
      g_assert_cmpint (x->value, ==, y->value);
    }
}

static void
test_every_field_of_an_order_survives (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangOrder) order = store_test_order ("K-1");
  g_autoptr (RangOrder) loaded = NULL;
  g_autoptr (RangOrder) bare = rang_order_new ();
  g_autoptr (RangOrder) bare_loaded = NULL;
  g_autoptr (GError) error = NULL;

  store_test_furnish (test->store);
  fill_every_field (order);
  store_test_save (test->store, order);
  g_assert_cmpint (order->number, ==, 1001);
  loaded = rang_store_load_order (test->store, 1001, &error);
  g_assert_no_error (error);
  assert_same (order, loaded);
  assert_same_rest (order, loaded);

  order->goods = RANG_GOODS_NOT_READY;
  order->goods_from = RANG_TIME_NONE;
  order->place.located = FALSE;
  order->place.lat = order->place.lon = 0;
  order->state = RANG_ORDER_DELIVERED;
  g_clear_pointer (&order->outcome_reason, g_free);
  g_ptr_array_set_size (order->lines, 0);
  store_test_save (test->store, order);
  rang_order_free (loaded);
  loaded = rang_store_load_order (test->store, 1001, &error);
  g_assert_no_error (error);
  assert_same (order, loaded);
  assert_same_rest (order, loaded);

  store_test_save (test->store, bare);
  bare_loaded = rang_store_load_order (test->store, 1002, &error);
  g_assert_no_error (error);
  assert_same (bare, bare_loaded);
  assert_same_rest (bare, bare_loaded);
}

static void
test_a_day_has_its_orders_and_those_without_a_day (StoreTest *test, gconstpointer data)
{
  g_autoptr (GPtrArray) orders = NULL;
  g_autoptr (GPtrArray) clients = NULL;
  g_autoptr (GError) error = NULL;
  static const RangDay days[] = { 20781, 20782, RANG_DAY_NONE, 20781 };

  store_test_furnish (test->store);
  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (RangOrder) order = store_test_order (NULL);

      order->promised_day = days[i];
      if (days[i] == RANG_DAY_NONE)
        {
          order->state = RANG_ORDER_TO_COMPLETE;
          order->promised = (RangTimeWindow){ RANG_TIME_NONE, RANG_TIME_NONE };
        }
      g_ptr_array_add (order->lines, rang_order_line_new ());
      store_test_save (test->store, order);
    }
  orders = rang_store_load_orders_of_day (test->store, 20781, &error);
  g_assert_no_error (error);
  g_assert_cmpint (orders->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const RangOrder *order = g_ptr_array_index (orders, i);
      static const gint64 numbers[] = { 1001, 1003, 1004 };

      g_assert_cmpint (order->number, ==, numbers[i]);
      g_assert_cmpint (order->lines->len, ==, 1);
    }
  clients = rang_store_load_clients_of_day (test->store, 20781, &error);
  g_assert_no_error (error);
  g_assert_cmpint (clients->len, ==, 1);
}

static gint64
find (RangStore *store, gint64 client, const char *buyer, const char *client_number, RangDay day)
{
  g_autoptr (GError) error = NULL;
  gint64 number = -1;

  rang_store_find_order (store, client, buyer, client_number, day, &number, &error);
  g_assert_no_error (error);
  return number;
}

static void
test_an_order_is_known_by_client_number_and_day (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangOrder) order = store_test_order ("K-1");
  g_autoptr (RangOrder) undated = store_test_order ("K-2");
  g_autoptr (RangOrder) unknown = rang_order_new ();

  store_test_furnish (test->store);
  store_test_save (test->store, order);
  undated->order_day = RANG_DAY_NONE;
  store_test_save (test->store, undated);
  unknown->client_number = g_strdup ("K-3");
  unknown->buyer = g_strdup ("Nou Venit S.R.L.");
  unknown->order_day = 20770;
  store_test_save (test->store, unknown);

  g_assert_cmpint (find (test->store, 1, NULL, "K-1", 20770), ==, 1001);
  g_assert_cmpint (find (test->store, 1, NULL, "K-1", 20771), ==, 0);
  g_assert_cmpint (find (test->store, 2, NULL, "K-1", 20770), ==, 0);
  g_assert_cmpint (find (test->store, 1, NULL, "K-2", RANG_DAY_NONE), ==, 1002);
  g_assert_cmpint (find (test->store, 1, NULL, "K-2", 20770), ==, 0);
  g_assert_cmpint (find (test->store, 0, "nou venit srl", "K-3", 20770), ==, 1003);
  /* Now that the client is known, the order that waited without one is still the same order. */
  g_assert_cmpint (find (test->store, 2, "NOU VENIT SRL", "K-3", 20770), ==, 1003);
  g_assert_cmpint (find (test->store, 0, NULL, "K-3", 20770), ==, 0);
  g_assert_cmpint (find (test->store, 1, NULL, NULL, 20770), ==, 0);
}

static void
test_a_second_order_of_one_identity_is_refused (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangOrder) order = store_test_order ("K-1");
  g_autoptr (RangOrder) again = store_test_order ("K-1");
  g_autoptr (RangOrder) next = store_test_order ("K-2");
  g_autoptr (GError) error = NULL;

  store_test_furnish (test->store);
  store_test_save (test->store, order);
  {
    g_autoptr (RangStoreTransaction) transaction = rang_store_begin (test->store, &error);

    g_assert_false (rang_store_save_order (test->store, again, &error));
    g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_CONSTRAINT);
    g_assert_cmpint (again->number, ==, 0);
  }
  store_test_save (test->store, next);
  g_assert_cmpint (next->number, ==, 1002);
}

static void
test_an_order_that_is_not_there_cannot_be_changed (StoreTest *test, gconstpointer data)
{
  g_autoptr (RangOrder) order = store_test_order (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RangStoreTransaction) transaction = NULL;
  g_autoptr (RangOrder) none = NULL;

  store_test_furnish (test->store);
  transaction = rang_store_begin (test->store, &error);
  order->number = 4711;
  g_assert_false (rang_store_save_order (test->store, order, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  none = rang_store_load_order (test->store, 4711, &error);
  g_assert_null (none);
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_FOUND);
}

static void
add_past (RangStore *store, gint64 client, RangDay day, RangOrderState state, RangDay outcome_day, RangTime outcome_at)
{
  g_autoptr (RangOrder) order = store_test_order (NULL);

  order->client = client;
  order->promised_day = day;
  order->state = state;
  order->outcome_day = outcome_day;
  order->outcome_at = outcome_at;
  if (state == RANG_ORDER_FAILED)
    order->outcome_reason = g_strdup ("absent");
  store_test_save (store, order);
}

static void
test_the_past_of_the_day_s_clients_is_counted (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) counts = NULL;
  const RangClientCounts *count;
  gint64 client = 1;

  store_test_furnish (test->store);
  /* Promised until 12:00. In time, late by an hour, late by a day, failed; too long ago; on the day itself. */
  add_past (test->store, 1, 20770, RANG_ORDER_DELIVERED, 20770, 11 * 3600);
  add_past (test->store, 1, 20771, RANG_ORDER_DELIVERED, 20771, 13 * 3600);
  add_past (test->store, 1, 20772, RANG_ORDER_PART, 20773, 9 * 3600);
  add_past (test->store, 1, 20773, RANG_ORDER_FAILED, RANG_DAY_NONE, RANG_TIME_NONE);
  add_past (test->store, 1, 20700, RANG_ORDER_FAILED, RANG_DAY_NONE, RANG_TIME_NONE);
  add_past (test->store, 1, 20781, RANG_ORDER_FAILED, RANG_DAY_NONE, RANG_TIME_NONE);
  add_past (test->store, 1, 20782, RANG_ORDER_SUBMITTED, RANG_DAY_NONE, RANG_TIME_NONE);
  /* No order of the day. */
  add_past (test->store, 2, 20771, RANG_ORDER_FAILED, RANG_DAY_NONE, RANG_TIME_NONE);
  counts = rang_store_load_client_counts (test->store, 20781, 20721, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_hash_table_size (counts), ==, 1);
  count = g_hash_table_lookup (counts, &client);
  g_assert_cmpint (count->delivered, ==, 3);
  g_assert_cmpint (count->broken, ==, 3);
}

static gint64
count_deliveries (StoreTest *test, gint64 client)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) counts = rang_store_load_client_counts (test->store, 20781, 20721, &error);
  const RangClientCounts *count;

  g_assert_no_error (error);
  count = g_hash_table_lookup (counts, &client);
  return count != NULL ? count->delivered : -1;
}

static void
set_state (RangStore *store, gint64 number, RangOrderState state, gint64 client)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangOrder) order = rang_store_load_order (store, number, &error);

  order->state = state;
  order->client = client;
  order->outcome_at = state == RANG_ORDER_DELIVERED ? 10 * 3600 : RANG_TIME_NONE;
  order->outcome_day = state == RANG_ORDER_DELIVERED ? order->promised_day : RANG_DAY_NONE;
  store_test_save (store, order);
}

static void
test_a_delivery_taken_back_or_given_to_another_client_counts_no_more (StoreTest *test, gconstpointer data)
{
  store_test_furnish (test->store);
  for (gint64 client = 1; client <= 2; client++)
    add_past (test->store, client, 20781, RANG_ORDER_SUBMITTED, RANG_DAY_NONE, RANG_TIME_NONE);
  add_past (test->store, 1, 20770, RANG_ORDER_SUBMITTED, RANG_DAY_NONE, RANG_TIME_NONE);
  g_assert_cmpint (count_deliveries (test, 1), ==, 0);
  set_state (test->store, 1003, RANG_ORDER_DELIVERED, 1);
  g_assert_cmpint (count_deliveries (test, 1), ==, 1);
  set_state (test->store, 1003, RANG_ORDER_DELIVERED, 2);
  g_assert_cmpint (count_deliveries (test, 1), ==, 0);
  g_assert_cmpint (count_deliveries (test, 2), ==, 1);
  set_state (test->store, 1003, RANG_ORDER_SUBMITTED, 2);
  g_assert_cmpint (count_deliveries (test, 2), ==, 0);
}

static void
test_a_delivery_of_the_day_itself_or_later_is_no_past (StoreTest *test, gconstpointer data)
{
  store_test_furnish (test->store);
  add_past (test->store, 1, 20770, RANG_ORDER_DELIVERED, 20770, 10 * 3600);
  add_past (test->store, 1, 20781, RANG_ORDER_DELIVERED, 20781, 10 * 3600);
  add_past (test->store, 1, 20785, RANG_ORDER_PART, 20785, 10 * 3600);
  g_assert_cmpint (count_deliveries (test, 1), ==, 1);
}

static void
test_a_client_is_found_by_tax_number_then_by_name (StoreTest *test, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *tax_number;
    gint64 id;
  } questions[] = { { "papetarie centrala s.r.l.", NULL, 1 },
                    { NULL, "123456", 1 },
                    { "x", "ro123456", 1 },
                    { "Caraiman Impex SA", "RO123456", 1 },
                    { "Caraiman Impex SA", "9", 2 },
                    { "x", "9", 0 },
                    { NULL, NULL, 0 },
                    { "", "", 0 } };

  store_test_furnish (test->store);
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 id = -1;

      rang_store_find_client (test->store, questions[i].name, questions[i].tax_number, &id, &error);
      g_assert_no_error (error);
      g_assert_cmpint (id, ==, questions[i].id);
    }
}

static void
test_addresses_and_contacts_follow_their_client (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangClient) client = NULL;
  g_autoptr (RangClient) after = NULL;
  g_autoptr (RangStoreTransaction) transaction = NULL;
  RangContact *contact = rang_contact_new ();

  store_test_furnish (test->store);
  client = rang_store_load_client (test->store, 1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (client->tax_number, ==, "RO 123456");
  g_assert_cmpint (client->addresses->len, ==, 1);
  g_ptr_array_set_size (client->addresses, 0);
  g_ptr_array_add (client->addresses, rang_address_new ());
  contact->name = g_strdup ("Dan");
  g_ptr_array_add (client->contacts, contact);
  transaction = rang_store_begin (test->store, &error);
  g_assert_true (rang_store_save_client (test->store, client, &error));
  after = rang_store_load_client (test->store, 1, &error);
  g_assert_cmpint (after->addresses->len, ==, 1);
  g_assert_cmpint (((RangAddress *)g_ptr_array_index (after->addresses, 0))->id, ==, 3);
  g_assert_null (((RangAddress *)g_ptr_array_index (after->addresses, 0))->place.street);
  g_assert_cmpstr (((RangContact *)g_ptr_array_index (after->contacts, 0))->name, ==, "Dan");
}

static void
test_an_erased_contact_is_nowhere (StoreTest *test, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RangOrder) order = store_test_order (NULL);
  g_autoptr (RangOrder) after = NULL;
  g_autoptr (RangClient) client = NULL;
  RangStoreTransaction *transaction;
  RangContact *contact = rang_contact_new ();

  store_test_furnish (test->store);
  client = rang_store_load_client (test->store, 1, &error);
  contact->name = g_strdup ("Dan");
  g_ptr_array_add (client->contacts, contact);
  transaction = rang_store_begin (test->store, &error);
  g_assert_true (rang_store_save_client (test->store, client, &error));
  order->contact = contact->id;
  order->contact_name = g_strdup ("Dan");
  order->contact_phone = g_strdup ("07");
  g_assert_true (rang_store_save_order (test->store, order, &error));
  g_assert_true (rang_store_erase_contact (test->store, contact->id, &error));
  g_assert_true (rang_store_transaction_commit (transaction, &error));
  rang_store_transaction_free (transaction);
  after = rang_store_load_order (test->store, order->number, &error);
  g_assert_cmpint (after->contact, ==, 0);
  g_assert_null (after->contact_name);
  g_assert_null (after->contact_phone);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  STORE_TEST ("/store-orders/every field of an order survives", test_every_field_of_an_order_survives);
  STORE_TEST ("/store-orders/a day has its orders and those without a day",
              test_a_day_has_its_orders_and_those_without_a_day);
  STORE_TEST ("/store-orders/an order is known by client, number and day",
              test_an_order_is_known_by_client_number_and_day);
  STORE_TEST ("/store-orders/a second order of one identity is refused",
              test_a_second_order_of_one_identity_is_refused);
  STORE_TEST ("/store-orders/an order that is not there cannot be changed",
              test_an_order_that_is_not_there_cannot_be_changed);
  STORE_TEST ("/store-orders/the past of the day's clients is counted", test_the_past_of_the_day_s_clients_is_counted);
  STORE_TEST ("/store-orders/a delivery taken back or given to another client counts no more",
              test_a_delivery_taken_back_or_given_to_another_client_counts_no_more);
  STORE_TEST ("/store-orders/a delivery of the day itself or later is no past",
              test_a_delivery_of_the_day_itself_or_later_is_no_past);
  STORE_TEST ("/store-orders/a client is found by tax number, then by name",
              test_a_client_is_found_by_tax_number_then_by_name);
  STORE_TEST ("/store-orders/addresses and contacts follow their client",
              test_addresses_and_contacts_follow_their_client);
  STORE_TEST ("/store-orders/an erased contact is nowhere", test_an_erased_contact_is_nowhere);
  return g_test_run ();
}
