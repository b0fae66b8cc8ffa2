/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the demo office as a whole: its company, people and vans, and the order in which the rest is made. */
#include "office/rang-demo.h"

#include <glib/gi18n-lib.h>

#include "office/rang-demo-private.h"

static void
day_free (gpointer data)
{
  RangDemoDay *day = data;

  g_array_unref (day->results);
  g_ptr_array_unref (day->moves);
  g_free (day);
}

static void
add_department (RangDemo *demo, const char *name)
{
  RangDepartment *department = rang_department_new ();

  department->mark = (int)demo->departments->len;
  department->id = demo->departments->len + 1;
  department->name = g_strdup (name);
  g_ptr_array_add (demo->departments, department);
}

static RangPerson *
add_person (RangDemo *demo, const char *name, RangRole role, gint64 department)
{
  RangPerson *person = rang_person_new ();

  person->id = demo->people->len + 1;
  person->name = g_strdup (name);
  person->active = TRUE;
  rang_person_grant (person, role, department);
  g_ptr_array_add (demo->people, person);
  return person;
}

static void
add_van (RangDemo *demo, const RangPerson *courier)
{
  static const struct
  {
    gint64 kilograms;
    gint32 parcels;
    RangTimeWindow shift;
  } kinds[RANG_DEMO_N_VANS] = {
    { 1400, 240, { 27000, 59400 } }, { 1400, 240, { 28800, 61200 } }, { 1100, 180, { 28800, 61200 } },
    { 1100, 180, { 28800, 61200 } }, { 800, 120, { 30600, 63000 } },
  };
  guint index = demo->resources->len;
  RangResource *van = rang_resource_new ();

  van->id = index + 1;
  van->unit = 1;
  /* Translators: the name of a van in the demo office; %u is its number */
  van->name = g_strdup_printf (_ ("Van %u"), index + 1);
  van->plate = g_strdup_printf ("BV %u RNG", 21 + index);
  van->capacity = kinds[index].kilograms * 1000;
  van->capacity_parcels = kinds[index].parcels;
  van->shift = kinds[index].shift;
  van->courier = courier->id;
  van->active = TRUE;
  g_ptr_array_add (demo->resources, van);
}

static void
fill_settings (RangSettings *settings)
{
  settings->name = g_strdup ("Corona Birotică și Ambalaje SRL");
  settings->tax_number = rang_demo_names_tax_number (0);
  settings->depot = (RangPlace){ .street = g_strdup ("Str. Depozitelor 14"),
                                 .city = g_strdup ("Brașov"),
                                 .postcode = g_strdup ("500025"),
                                 .country = g_strdup ("RO"),
                                 .located = TRUE,
                                 .lat = 45666000,
                                 .lon = 25572000 };
  settings->speed = 32000;
  settings->demo = TRUE;
}

void
rang_demo_build_company (RangDemoBuild *build)
{
  RangDemo *demo = build->demo;
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  static const char *const fixed[] = { "Ioana Pop", "Dan Mureșan", "Mihaela Dobre", "Radu Stan" };
  RangUnit *unit = rang_unit_new ();

  g_clear_pointer (&demo->settings->name, g_free);
  fill_settings (demo->settings);
  /* The two departments are named in DESIGN.md; the office may rename them. */
  add_department (demo, "Active Sales");
  add_department (demo, "Clients");
  for (gsize i = 0; i < G_N_ELEMENTS (fixed); i++)
    g_hash_table_add (taken, g_strdup (fixed[i]));
  add_person (demo, fixed[0], RANG_ROLE_HEAD_OF_SALES, 0);
  add_person (demo, fixed[1], RANG_ROLE_DELIVERY_CHIEF, 0);
  add_person (demo, fixed[2], RANG_ROLE_DEPARTMENT_HEAD, RANG_DEMO_CLIENTS);
  add_person (demo, fixed[3], RANG_ROLE_DEPARTMENT_HEAD, RANG_DEMO_ACTIVE_SALES);
  for (int i = 0; i < 6; i++)
    {
      g_autofree char *name = rang_demo_names_person (&build->random, taken);

      add_person (demo, name, RANG_ROLE_MANAGER, i % 2 == 0 ? RANG_DEMO_CLIENTS : RANG_DEMO_ACTIVE_SALES);
    }
  unit->id = 1;
  unit->kind = RANG_UNIT_DELIVERY;
  unit->name = g_strdup (_ ("Delivery service"));
  g_ptr_array_add (demo->units, unit);
  for (int i = 0; i < RANG_DEMO_N_VANS; i++)
    {
      g_autofree char *name = rang_demo_names_person (&build->random, taken);

      add_van (demo, add_person (demo, name, RANG_ROLE_COURIER, 0));
    }
}

static gint
by_number (gconstpointer a, gconstpointer b)
{
  const RangOrder *one = *(RangOrder *const *)a, *two = *(RangOrder *const *)b;

  return (one->number > two->number) - (one->number < two->number);
}

RangDemo *
rang_demo_new (guint64 seed, RangDay today)
{
  g_autofree RangDemoBuild *build = g_new0 (RangDemoBuild, 1);
  RangDemo *demo = g_new0 (RangDemo, 1);

  demo->seed = seed;
  demo->today = today;
  demo->settings = rang_settings_new ();
  demo->departments = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_department_free);
  demo->people = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_person_free);
  demo->units = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_unit_free);
  demo->resources = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_resource_free);
  demo->clients = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_client_free);
  demo->past = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_order_free);
  demo->days = g_ptr_array_new_with_free_func (day_free);
  demo->events = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_client_event_free);
  demo->orders = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_order_free);
  build->demo = demo;
  build->random.state = seed * G_GUINT64_CONSTANT (0x2545f4914f6cdd1d);
  build->waiting = g_ptr_array_new ();
  build->next_number = 1001;
  rang_demo_build_company (build);
  rang_demo_build_clients (build);
  /* The company stays the same whatever the day is; what happens in it does not. */
  build->random.state += (guint64)today * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  rang_demo_build_past (build);
  rang_demo_build_today (build);
  g_ptr_array_sort (demo->past, by_number);
  g_ptr_array_unref (build->waiting);
  return demo;
}

void
rang_demo_free (RangDemo *demo)
{
  if (demo == NULL)
    return;
  rang_settings_free (demo->settings);
  g_ptr_array_unref (demo->departments);
  g_ptr_array_unref (demo->people);
  g_ptr_array_unref (demo->units);
  g_ptr_array_unref (demo->resources);
  g_ptr_array_unref (demo->clients);
  g_ptr_array_unref (demo->past);
  g_ptr_array_unref (demo->days);
  g_ptr_array_unref (demo->events);
  g_ptr_array_unref (demo->orders);
  g_free (demo);
}
