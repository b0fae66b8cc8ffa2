/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/rang-client.h"
#include "domain/rang-place.h"

static void
assert_coordinates (const char *text, gint32 lat, gint32 lon)
{
  gint32 found_lat = 0, found_lon = 0;

  if (!rang_place_parse_coordinates (text, &found_lat, &found_lon))
    g_error ("“%s” should be coordinates", text);
  g_assert_cmpint (found_lat, ==, lat);
  g_assert_cmpint (found_lon, ==, lon);
}

static void
test_pasted_coordinates_are_read_as_maps_write_them (void)
{
  assert_coordinates ("45.6427, 25.5887", 45642700, 25588700);
  assert_coordinates ("  45.6427 25.5887 ", 45642700, 25588700);
  assert_coordinates ("45,6427; 25,5887", 45642700, 25588700);
  assert_coordinates ("45,6427, 25,5887", 45642700, 25588700);
  assert_coordinates ("-33.5,+151", -33500000, 151000000);
  assert_coordinates ("45.64271234567, 25.5", 45642712, 25500000);
  assert_coordinates ("45°38'33.7\"N 25°35'19.3\"E", 45642694, 25588694);
  assert_coordinates ("33°30'S, 70°W", -33500000, -70000000);
  assert_coordinates ("90, 180", 90000000, 180000000);
}

static void
test_what_is_no_pair_on_earth_is_refused (void)
{
  static const char *const bad[] = { NULL,     "",          "45.6",           "45.6, ",     "91, 0",       "0, 181",
                                     "north",  "45.6, 25x", "45.6 25.5 1",    "45..6, 25",  "1e2, 3",      "NaN, NaN",
                                     "45°38'", "45°N",      "45°38'N 25°35'", "200°N 20°E", "45.6427,25°E" };
  gint32 lat = 7, lon = 8;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    if (rang_place_parse_coordinates (bad[i], &lat, &lon))
      g_error ("“%s” should not be coordinates", bad[i]);
  g_assert_cmpint (lat, ==, 7);
  g_assert_cmpint (lon, ==, 8);
}

static void
test_one_door_is_one_key_however_it_is_written (void)
{
  RangPlace a = { .street = "Str. Lungă  12", .city = "Brașov", .postcode = "500035" };
  RangPlace b = { .street = "str lunga 12", .city = "BRAŞOV", .postcode = "500035", .country = "RO" };
  RangPlace c = { .street = "Str. Lungă 121", .city = "Brașov", .postcode = "500035" };
  g_autofree char *key_a = rang_place_key (&a);
  g_autofree char *key_b = rang_place_key (&b);
  g_autofree char *key_c = rang_place_key (&c);

  g_assert_cmpstr (key_a, ==, key_b);
  g_assert_cmpstr (key_a, !=, key_c);
}

static void
test_a_client_knows_the_own_address_again (void)
{
  g_autoptr (RangClient) client = rang_client_new ();
  RangAddress *address = rang_address_new ();
  RangPlace same = { .street = "strada lunga 1", .city = "brasov" };
  RangPlace other = { .street = "Strada Lungă 2", .city = "Brașov" };

  address->place.street = g_strdup ("Strada Lungă 1");
  address->place.city = g_strdup ("Brașov");
  g_ptr_array_add (client->addresses, address);
  g_assert_true (rang_client_find_address (client, &same) == address);
  g_assert_null (rang_client_find_address (client, &other));
}

static void
test_missing_parts_of_a_place_are_left_out (void)
{
  RangPlace both = { .street = "Str. Caraiman 12", .city = "Râșnov" };
  RangPlace city = { .city = "Râșnov" };
  RangPlace none = { 0 };
  g_autofree char *text_both = rang_place_to_text (&both);
  g_autofree char *text_city = rang_place_to_text (&city);
  g_autofree char *text_none = rang_place_to_text (&none);

  g_assert_cmpstr (text_both, ==, "Str. Caraiman 12, Râșnov");
  g_assert_cmpstr (text_city, ==, "Râșnov");
  g_assert_cmpstr (text_none, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/domain/place/" name, function)
  ADD ("pasted-coordinates-are-read-as-maps-write-them", test_pasted_coordinates_are_read_as_maps_write_them);
  ADD ("what-is-no-pair-on-earth-is-refused", test_what_is_no_pair_on_earth_is_refused);
  ADD ("one-door-is-one-key-however-it-is-written", test_one_door_is_one_key_however_it_is_written);
  ADD ("a-client-knows-the-own-address-again", test_a_client_knows_the_own_address_again);
  ADD ("missing-parts-of-a-place-are-left-out", test_missing_parts_of_a_place_are_left_out);
  return g_test_run ();
}
