/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Searching the whole office: every day's orders, clients, people, vans, conflicts. */
#include "rang-fixture.h"

#include <string.h>

#include "domain/rang-reason.h"
#include "lib/rang-test-server.h"
#include "office/rang-find-index.h"
#include "office/rang-office-find.h"
#include "office/rang-office-intake.h"
#include "store/rang-store-clients.h"
#include "store/rang-store-conflicts.h"
#include "store/rang-store-log.h"
#include "store/rang-store-orders.h"

#define LIMIT 20

static RangFindings *
find (Fixture *f, const char *text, guint limit)
{
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GError) error = NULL;
  RangFindings *findings = rang_office_find (f->office, &session, text, limit, &error);

  g_assert_no_error (error);
  return findings;
}

/* The ids of the hits of one kind, as they come: "1043 1051". */
static char *
found (Fixture *f, RangHitKind kind, const char *text)
{
  g_autoptr (RangFindings) findings = find (f, text, LIMIT);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < findings->hits->len; i++)
    {
      const RangHit *hit = g_ptr_array_index (findings->hits, i);

      if (hit->kind == kind)
        g_string_append_printf (ids, "%s%" G_GINT64_FORMAT, ids->len > 0 ? " " : "", hit->id);
    }
  return g_string_free (ids, FALSE);
}

#define assert_found(f, kind, text, ids)                                                                               \
  G_STMT_START                                                                                                         \
  {                                                                                                                    \
    g_autofree char *found_ids = found ((f), RANG_HIT_##kind, (text));                                                 \
    g_assert_cmpstr (found_ids, ==, (ids));                                                                            \
  }                                                                                                                    \
  G_STMT_END

static gint64
add_client (Fixture *f, const char *name)
{
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangClient) client = rang_client_new ();
  RangContact *contact = rang_contact_new ();
  RangAddress *address = rang_address_new ();
  gint64 id;

  client->name = g_strdup (name);
  client->tax_number = g_strdup ("RO 4455 6677");
  client->department = 2;
  contact->name = g_strdup ("Ștefania Băluță");
  contact->phone = g_strdup ("0722 123 456");
  g_ptr_array_add (client->contacts, contact);
  address->place.street = g_strdup ("Strada Țesătorilor 9");
  g_ptr_array_add (client->addresses, address);
  id = rang_office_add_client (f->office, &session, client, NULL);
  g_assert_cmpint (id, !=, 0);
  return id;
}

/* An order @back days ago, whatever the office would say to that today. */
static char *
add_order (Fixture *f, gint64 client, int back, const char *client_number, const char *note)
{
  g_autoptr (RangStore) store = rang_store_open (f->path, RANG_STORE_DEFAULT, NULL);
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, NULL);
  g_autoptr (RangOrder) order = rang_order_new ();
  g_autoptr (RangLogEntry) entry = rang_log_entry_new ("add", 1795500000, HEAD_OF_SALES);
  g_autoptr (GError) error = NULL;

  order->client = client;
  order->client_number = g_strdup (client_number);
  order->note = g_strdup (note);
  order->department = 2;
  order->promised_day = f->day - back;
  order->promised = (RangTimeWindow){ 9 * 3600, 12 * 3600 };
  order->importance = RANG_IMPORTANCE_NORMAL;
  order->state = back > 0 ? RANG_ORDER_DELIVERED : RANG_ORDER_ENTERED;
  rang_store_save_order (store, order, &error);
  g_assert_no_error (error);
  entry->order = order->number;
  rang_store_append_log (store, entry, &error);
  g_assert_no_error (error);
  g_assert_true (rang_store_transaction_commit (transaction, NULL));
  return g_strdup_printf ("%" G_GINT64_FORMAT, order->number);
}

/* --- orders --- */

static void
test_an_order_of_long_ago_is_found_by_its_number (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *order = add_order (f, add_client (f, "Țărâna Impex SRL"), 400, NULL, NULL);

  assert_found (f, ORDER, order, order);
}

static void
test_the_order_whose_whole_number_was_given_comes_first (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *first = NULL;
  g_autoptr (RangFindings) all = find (f, "1", 1);
  const RangHit *hit = g_ptr_array_index (all->hits, 0);
  g_autofree char *start = NULL, *ids = NULL;

  /* There is no order 1: of those that begin so today's come before, and more are told. */
  g_assert_cmpint (hit->kind, ==, RANG_HIT_ORDER);
  g_assert_true (all->more[RANG_HIT_ORDER]);
  first = g_strdup_printf ("%" G_GINT64_FORMAT, hit->id);
  ids = found (f, RANG_HIT_ORDER, first);
  start = g_strconcat (first, " ", NULL);
  g_assert_true (g_str_equal (ids, first) || g_str_has_prefix (ids, start));
}

static void
test_an_order_of_long_ago_is_found_by_the_clients_number (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *order = add_order (f, add_client (f, "Țărâna Impex SRL"), 400, "CTȚ-2025/90154b", NULL);

  assert_found (f, ORDER, "90154", order);
  assert_found (f, ORDER, "ctt-2025/90154B", order);
  assert_found (f, ORDER, "2025 90154", order);
  assert_found (f, ORDER, "90155", "");
}

static void
test_orders_of_every_day_are_found_by_their_client_whatever_the_accents (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  gint64 client = add_client (f, "Țărâna Impex SRL");
  g_autofree char *old = add_order (f, client, 400, NULL, NULL), *older = add_order (f, client, 500, NULL, NULL);
  g_autofree char *today = add_order (f, client, 0, NULL, NULL), *recent = add_order (f, client, 3, NULL, NULL);
  g_autofree char *next = add_order (f, client, -1, NULL, NULL);
  g_autofree char *all = g_strjoin (" ", today, next, recent, old, older, NULL);

  assert_found (f, ORDER, "tarana", all);
  assert_found (f, ORDER, "ȚĂRÂNA impex", all);
  assert_found (f, ORDER, "ţărâna", all);
}

static void
test_every_word_has_to_be_found (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  gint64 client = add_client (f, "Țărâna Impex SRL");
  g_autofree char *one = add_order (f, client, 400, "A-71", NULL), *other = add_order (f, client, 401, "A-72", NULL);
  g_autofree char *number = g_strconcat ("impex ", other, NULL);

  assert_found (f, ORDER, "tarana 71", one);
  assert_found (f, ORDER, "a-72 tarana", other);
  assert_found (f, ORDER, number, other);
  assert_found (f, ORDER, "tarana hartie", "");
  assert_found (f, ORDER, "tarana 73", "");
}

static void
test_a_short_word_is_found_where_a_word_begins (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  gint64 client = add_client (f, "Țărâna Impex SRL");
  g_autofree char *begins = add_order (f, client, 1, NULL, "Rampa 7b"),
                  *within = add_order (f, client, 2, NULL, "Rampa 17b");

  assert_found (f, ORDER, "tarana 7b", begins);
  assert_found (f, ORDER, "tarana 17b", within);
}

static void
test_what_is_written_on_an_order_is_looked_through_for_a_fortnight (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  gint64 client = add_client (f, "Țărâna Impex SRL");
  g_autofree char *recent = add_order (f, client, RANG_FIND_RECENT_DAYS, NULL, "Sunați la poarta întâi");
  g_autofree char *old = add_order (f, client, RANG_FIND_RECENT_DAYS + 1, NULL, "Sunați la poarta întâi");
  g_autoptr (RangFindings) findings = find (f, "sunati intai", LIMIT);

  assert_found (f, ORDER, "sunati intai", recent);
  g_assert_cmpstr (((const RangHit *)g_ptr_array_index (findings->hits, 0))->detail, ==, "Sunați la poarta întâi");
}

static void
test_no_more_than_asked_for_comes_and_the_rest_is_told (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  gint64 client = add_client (f, "Țărâna Impex SRL");
  g_autoptr (RangFindings) some = NULL, all = NULL;

  for (int back = 100; back < 104; back++)
    g_free (add_order (f, client, back, NULL, NULL));
  some = find (f, "tarana", 3);
  all = find (f, "tarana", 4);
  g_assert_cmpuint (some->hits->len, ==, 4); /* and the client */
  g_assert_true (some->more[RANG_HIT_ORDER]);
  g_assert_false (some->more[RANG_HIT_CLIENT]);
  g_assert_cmpuint (all->hits->len, ==, 5);
  g_assert_false (all->more[RANG_HIT_ORDER]);
}

static void
test_signs_that_mean_something_to_the_store_find_nothing (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  const char *const texts[] = { "", "   ", "%", "_", "'", "\\", "%%%", "x%_'1" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (RangFindings) findings = find (f, texts[i], LIMIT);

      g_assert_cmpuint (findings->hits->len, ==, 0);
    }
}

/* --- the others --- */

static void
test_a_client_is_found_by_name_number_contact_and_street (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *client = g_strdup_printf ("%" G_GINT64_FORMAT, add_client (f, "Țărâna Impex SRL"));

  assert_found (f, CLIENT, "tarana", client);
  assert_found (f, CLIENT, "44556677", client);
  assert_found (f, CLIENT, "stefania baluta", client);
  assert_found (f, CLIENT, "0722123456", client);
  assert_found (f, CLIENT, "tesatorilor tarana", client);
  assert_found (f, CLIENT, "tesatorilor nimeni", "");
}

static void
test_a_changed_name_is_found_at_once_whoever_changed_it (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, add_client (f, "Țărâna Impex SRL"));
  g_autoptr (RangOffice) other = fixture_open_again (f);
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (RangClient) client = NULL;

  assert_found (f, CLIENT, "strengarita", "");
  client = rang_office_find_client (other, id, NULL);
  g_free (client->name);
  client->name = g_strdup ("Ștrengărița Impex SRL");
  g_assert_true (rang_office_save_client (other, &session, client, NULL));
  assert_found (f, CLIENT, "strengarita", id);
  assert_found (f, CLIENT, "tarana", "");
}

static void
test_people_and_vans_are_found_by_name_and_plate (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  RangSession session = fixture_session (f, HEAD_OF_SALES);
  g_autoptr (GPtrArray) vans = rang_office_list_resources (f->office, &session, NULL);
  const RangResource *van = g_ptr_array_index (vans, 1);
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, van->id);

  assert_found (f, PERSON, "muresan", "2");
  g_assert_nonnull (van->plate);
  assert_found (f, RESOURCE, van->plate, id);
}

static void
test_a_conflict_is_found_by_its_number_and_by_its_orders (void)
{
  g_autoptr (Fixture) f = fixture_new ();
  g_autoptr (RangConflict) conflict = rang_conflict_new (RANG_CONFLICT_LATE_PUSH, "late-push/1", f->day - 30);
  g_autoptr (RangStore) store = rang_store_open (f->path, RANG_STORE_DEFAULT, NULL);
  g_autoptr (RangStoreTransaction) transaction = rang_store_begin (store, NULL);
  gint64 order = 1001;
  g_autofree char *id = NULL;

  g_array_append_val (conflict->orders, order);
  g_assert_true (rang_store_upsert_conflict (store, conflict, NULL, NULL));
  g_assert_true (rang_store_transaction_commit (transaction, NULL));
  g_clear_pointer (&transaction, rang_store_transaction_free);
  id = g_strdup_printf ("%" G_GINT64_FORMAT, conflict->id);
  assert_found (f, CONFLICT, id, id);
  assert_found (f, CONFLICT, "1001", id);
  assert_found (f, CONFLICT, "1001 x", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/office/find/" #name, test_##name)
  ADD (an_order_of_long_ago_is_found_by_its_number);
  ADD (the_order_whose_whole_number_was_given_comes_first);
  ADD (an_order_of_long_ago_is_found_by_the_clients_number);
  ADD (orders_of_every_day_are_found_by_their_client_whatever_the_accents);
  ADD (every_word_has_to_be_found);
  ADD (a_short_word_is_found_where_a_word_begins);
  ADD (what_is_written_on_an_order_is_looked_through_for_a_fortnight);
  ADD (no_more_than_asked_for_comes_and_the_rest_is_told);
  ADD (signs_that_mean_something_to_the_store_find_nothing);
  ADD (a_client_is_found_by_name_number_contact_and_street);
  ADD (a_changed_name_is_found_at_once_whoever_changed_it);
  ADD (people_and_vans_are_found_by_name_and_plate);
  ADD (a_conflict_is_found_by_its_number_and_by_its_orders);
  return g_test_run ();
}
