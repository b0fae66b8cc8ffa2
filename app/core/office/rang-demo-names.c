/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the demo's companies and people are called: made from lists of words. */
#include "office/rang-demo-names.h"

#include <glib/gi18n-lib.h>

#define HOURS(from, to)                                                                                                \
  {                                                                                                                    \
    (from) * 1800, (to)*1800                                                                                           \
  }

/* Hours in half hours from midnight, minutes at the door, parcels, grams and bani of a parcel. */
static const RangDemoTrade trades[] = {
  { "Print", HOURS (16, 35), 10, 7, 11000, 16500, N_ ("Ramp at the back of the building") },
  { "Birotică", HOURS (17, 36), 9, 6, 7500, 19000, NULL },
  { "Hârtie", HOURS (15, 33), 12, 12, 12500, 11000, N_ ("Ramp 2, ask for the storekeeper") },
  { "Dental", HOURS (18, 38), 6, 2, 3500, 21000, N_ ("First floor, ring twice") },
  { "Farm", HOURS (16, 40), 7, 3, 4000, 18000, NULL },
  { "Auto", HOURS (16, 34), 8, 4, 8000, 15000, NULL },
  { "Construct", HOURS (14, 32), 11, 6, 9000, 14000, N_ ("Through the gate of the yard, hard hat") },
  { "Logistic", HOURS (12, 36), 12, 10, 10000, 13000, N_ ("Gate B, say the order number") },
  { "Optic", HOURS (19, 38), 6, 2, 2500, 24000, NULL },
  { "Mobilă", HOURS (16, 34), 9, 5, 9500, 14500, NULL },
  { "Contabil", HOURS (17, 34), 6, 3, 6000, 17500, N_ ("Second floor, no lift") },
  { "Tehnic", HOURS (15, 33), 8, 5, 8500, 16000, NULL },
  { "Electric", HOURS (15, 33), 8, 4, 7500, 17000, NULL },
  { "Media", HOURS (18, 36), 7, 4, 6500, 23000, NULL },
  { "Consult", HOURS (18, 36), 6, 3, 5500, 20000, N_ ("Reception on the ground floor") },
  { "Pan", HOURS (12, 28), 6, 3, 6000, 12000, NULL },
  { "Textil", HOURS (14, 31), 10, 6, 8000, 13500, N_ ("Goods entrance on the left side") },
  { "Lemn", HOURS (14, 31), 9, 4, 9000, 12500, NULL },
  { "Turism", HOURS (18, 36), 6, 3, 5000, 19000, NULL },
  { "Hotel", HOURS (14, 40), 9, 6, 6500, 18500, N_ ("Goods entrance in the yard, not before 07:00") },
  { "Cafe", HOURS (15, 34), 6, 3, 5000, 14000, NULL },
  { "Medical", HOURS (16, 36), 8, 4, 5000, 22000, N_ ("Parking for supplies beside the main entrance") },
  { "Grup", HOURS (16, 34), 11, 8, 8500, 17500, NULL },
  { "Vet", HOURS (18, 38), 6, 2, 4500, 16500, NULL },
  { "Software", HOURS (19, 38), 7, 4, 5500, 24000, N_ ("Leave it with the reception, third floor") },
  { "Instal", HOURS (15, 32), 8, 4, 8000, 14000, NULL },
};

static const char *const places[] = {
  "Piatra Mare", "Tâmpa",     "Postăvaru", "Măgura",   "Cetatea",  "Livada",   "Șchei",   "Bartolomeu", "Bârsa",
  "Timiș",       "Poiana",    "Vlădeni",   "Astra",    "Noua",     "Stupini",  "Codrul",  "Răsărit",    "Warthe",
  "Dealul Mare", "Crivina",   "Cerbul",    "Ghiocel",  "Izvorul",  "Stejarul", "Bradul",  "Pietrele",   "Zimbrul",
  "Carpat",      "Transilva", "Bastion",   "Turnul",   "Corona",   "Blumăna",  "Răcădău", "Florilor",   "Săcele",
  "Codlea",      "Râșnov",    "Ghimbav",   "Cristian", "Sânpetru", "Hărman",   "Prejmer", "Feldioara",  "Țara Bârsei",
  "Predeal",     "Bucegi",    "Omul",      "Ciucaș",   "Făgăraș",  "Olt",      "Ardeal",  "Arinul",     "Tractorul",
  "Molidul",     "Pădurea",   "Câmpul",    "Podul",    "Moara",    "Fântâna",  "Zăganul", "Vulturul",   "Șoimul",
};

static const char *const first_names[] = {
  "Ana",  "Elena",    "Maria",  "Cristina", "Andreea", "Gabriela", "Simona", "Alina", "Raluca",   "Daniela", "Monica",
  "Oana", "Ștefania", "Irina",  "Laura",    "Carmen",  "Diana",    "Roxana", "Anca",  "Ileana",   "Andrei",  "Mihai",
  "Vlad", "Cătălin",  "Bogdan", "Ștefan",   "George",  "Ion",      "Marius", "Sorin", "Adrian",   "Florin",  "Lucian",
  "Paul", "Horia",    "Tudor",  "Răzvan",   "Ciprian", "Nicu",     "Matei",  "Petru", "Valentin", "Iulian",  "Doru",
};

static const char *const last_names[] = {
  "Rusu",   "Ilie",    "Moldovan", "Munteanu", "Ardelean", "Crăciun", "Țurcanu", "Bălan",  "Șerban",   "Dragomir",
  "Lupu",   "Oprea",   "Tomescu",  "Neagu",    "Vasile",   "Ciobanu", "Marin",   "Sandu",  "Stoica",   "Matei",
  "Nistor", "Barbu",   "Cojocaru", "Dinu",     "Enache",   "Florea",  "Grigore", "Holban", "Iordache", "Lazăr",
  "Manea",  "Negoiță", "Olaru",    "Pavel",    "Roșca",    "Sava",    "Tănase",  "Ungur",  "Văduva",   "Zaharia",
  "Bârsan", "Comșa",   "Fekete",   "Gross",    "Hann",     "Kovács",  "Nagy",    "Popa",   "Suciu",    "Vlaicu",
};

char *
rang_demo_names_company (RangDemoRandom *random, GHashTable *taken, const RangDemoTrade **trade)
{
  for (;;)
    {
      const RangDemoTrade *found = &trades[rang_demo_random_below (random, G_N_ELEMENTS (trades))];
      const char *place = places[rang_demo_random_below (random, G_N_ELEMENTS (places))];
      const char *form = rang_demo_random_chance (random, 88) ? "SRL" : "SA";
      g_autofree char *bare = g_strdup_printf ("%s %s", place, found->word);

      if (!g_hash_table_add (taken, g_strdup (bare)))
        continue;
      *trade = found;
      return g_strdup_printf ("%s %s", bare, form);
    }
}

char *
rang_demo_names_person (RangDemoRandom *random, GHashTable *taken)
{
  for (;;)
    {
      const char *first = first_names[rang_demo_random_below (random, G_N_ELEMENTS (first_names))];
      const char *last = last_names[rang_demo_random_below (random, G_N_ELEMENTS (last_names))];
      g_autofree char *name = g_strdup_printf ("%s %s", first, last);

      if (taken == NULL || g_hash_table_add (taken, g_strdup (name)))
        return g_steal_pointer (&name);
    }
}

char *
rang_demo_names_phone (RangDemoRandom *random)
{
  return g_strdup_printf ("0268 0%02d %03d", rang_demo_random_between (random, 10, 99),
                          rang_demo_random_between (random, 0, 999));
}

char *
rang_demo_names_tax_number (guint index)
{
  static const guint weights[] = { 7, 5, 3, 2, 1, 7, 5, 3, 2 };
  guint body = 970000000 + index * 137, sum = 0, rest = body;

  for (gsize i = G_N_ELEMENTS (weights); i > 0; i--, rest /= 10)
    sum += rest % 10 * weights[i - 1];
  return g_strdup_printf ("RO%u%u", body, sum * 10 % 11 % 10);
}
