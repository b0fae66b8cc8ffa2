/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for where the demo's clients are: towns, invented streets and doors. */
#include "office/rang-demo-city.h"

#include <math.h>

/* Metres of one degree of latitude, and of longitude at 45.65° north. */
#define METRES_NORTH 111195
#define METRES_EAST 77740

typedef struct
{
  const char *name;
  gint32 lat;
  gint32 lon;
  gint32 radius; /* metres */
  guint weight;
  guint streets;
  const char *postcode; /* its first four digits */
} Town;

static const Town towns[] = {
  { "Brașov", 45657000, 25603000, 3100, 60, 40, "5000" }, { "Săcele", 45620000, 25690000, 1700, 8, 12, "5056" },
  { "Codlea", 45699000, 25447000, 1200, 5, 10, "5051" },  { "Râșnov", 45594000, 25462000, 1200, 5, 10, "5054" },
  { "Ghimbav", 45663000, 25507000, 900, 6, 8, "5070" },   { "Cristian", 45631000, 25478000, 800, 3, 6, "5071" },
  { "Sânpetru", 45711000, 25634000, 900, 4, 7, "5071" },  { "Hărman", 45716000, 25687000, 800, 3, 6, "5072" },
  { "Prejmer", 45722000, 25771000, 800, 2, 6, "5071" },   { "Zărnești", 45564000, 25338000, 1000, 2, 7, "5058" },
  { "Feldioara", 45818000, 25597000, 700, 1, 5, "5070" }, { "Bod", 45762000, 25642000, 700, 2, 5, "5070" },
  { "Predeal", 45506000, 25576000, 900, 2, 6, "5053" },
};

static const char *const streets[] = {
  "Str. Zorilor",       "Str. Caraiman",    "Str. Izvorului",    "Str. Fagului",       "Str. Morii",
  "Str. Nouă",          "Str. Gării",       "Str. Livezii",      "Str. Crinului",      "Str. Postăvarului",
  "Str. Brazilor",      "Str. Câmpului",    "Str. Pietrei",      "Str. Dogarilor",     "Str. Olarilor",
  "Str. Cărămidăriei",  "Str. Fântânii",    "Str. Lăcătușilor",  "Str. Mesteacănului", "Str. Păltinișului",
  "Str. Ghimbășelului", "Str. Bârsei",      "Str. Piatra Mare",  "Str. Bucegi",        "Str. Măgurii",
  "Str. Depozitelor",   "Str. Atelierelor", "Str. Tipografilor", "Str. Zidarilor",     "Str. Țesătorilor",
  "Str. Rulmentului",   "Bd. Tractoarelor", "Bd. Gării Vechi",   "Str. Carpaților",    "Str. Stadionului",
  "Str. Școlii",        "Str. Bisericii",   "Str. Teiului",      "Str. Șoimului",      "Str. Înfrățirii",
};

static guint64
street_hash (const Town *town, guint street)
{
  RangDemoRandom own = { (guint64)town->lat * 4096 + street };

  return rang_demo_random_next (&own);
}

/* Directions of a street, in thousandths: (cosine, sine) of 0°, 15° … 165°. */
static const gint32 directions[][2] = {
  { 1000, 0 }, { 966, 259 },  { 866, 500 },  { 707, 707 },  { 500, 866 },  { 259, 966 },
  { 0, 1000 }, { -259, 966 }, { -500, 866 }, { -707, 707 }, { -866, 500 }, { -966, 259 },
};

static void
door (const Town *town, guint street, gint32 number, RangPlace *place)
{
  guint64 hash = street_hash (town, street);
  const gint32 *way = directions[hash % G_N_ELEMENTS (directions)];
  gint32 reach = town->radius * 6 / 10;
  gint32 east = (gint32)((hash >> 8) % (guint64)(2 * reach)) - reach;
  gint32 north = (gint32)((hash >> 28) % (guint64)(2 * reach)) - reach;
  gint32 length = town->radius / 3 + (gint32)((hash >> 48) % (guint64)(town->radius / 2));
  gint32 along = number * length / 150 - length / 2;
  gint32 side = number % 2 == 0 ? 14 : -14;

  east += along * way[0] / 1000 - side * way[1] / 1000;
  north += along * way[1] / 1000 + side * way[0] / 1000;
  place->lat = town->lat + (gint32)((gint64)north * 1000000 / METRES_NORTH);
  place->lon = town->lon + (gint32)((gint64)east * 1000000 / METRES_EAST);
  place->located = TRUE;
}

void
rang_demo_city_place (RangDemoRandom *random, RangPlace *place)
{
  guint weights[G_N_ELEMENTS (towns)];
  const Town *town;
  guint street;
  gint32 number;

  for (gsize i = 0; i < G_N_ELEMENTS (towns); i++)
    weights[i] = towns[i].weight;
  town = &towns[rang_demo_random_weighted (random, weights, G_N_ELEMENTS (towns))];
  street = rang_demo_random_below (random, town->streets);
  number = rang_demo_random_between (random, 1, 150);
  door (town, street, number, place);
  place->street = g_strdup_printf ("%s %d", streets[street], number);
  place->city = g_strdup (town->name);
  place->postcode = g_strdup_printf ("%s%02u", town->postcode, street);
  place->country = g_strdup ("RO");
}

gint32
rang_demo_city_metres (const RangPlace *from, const RangPlace *to)
{
  gint64 north = (gint64)(to->lat - from->lat) * METRES_NORTH / 1000000;
  gint64 east = (gint64)(to->lon - from->lon) * METRES_EAST / 1000000;

  /* Exact before rounding: the sum is far below 2^53, and IEEE 754 rounds square roots one way on every machine. */
  return (gint32)sqrt ((double)(north * north + east * east));
}
