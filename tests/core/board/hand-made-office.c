/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes offices small enough to work out by hand, and random ones with a printed seed. */
#include "hand-made-office.h"

static void
add_person (RangBoardInput *input, gint64 id, const char *name, RangRole role, gint64 department)
{
  RangPerson *person = rang_person_new ();

  person->id = id;
  person->name = g_strdup (name);
  person->active = TRUE;
  rang_person_grant (person, role, department);
  g_ptr_array_add (input->people, person);
}

static void
add_department (RangBoardInput *input, gint64 id, const char *name)
{
  RangDepartment *department = rang_department_new ();

  department->id = id;
  department->name = g_strdup (name);
  g_ptr_array_add (input->departments, department);
}

static RangBoardInput *
new_of_kind (RangUnitKind kind, guint n_resources, const char *name)
{
  RangSettings *settings = rang_settings_new ();
  RangUnit *unit = rang_unit_new ();
  RangBoardInput *input;

  settings->depot.located = TRUE;
  settings->depot.lat = 45650000;
  settings->depot.lon = 25600000;
  settings->road_factor = 1000;
  settings->service = 10 * MINUTE;
  unit->id = 1;
  unit->kind = kind;
  input = rang_board_input_new (settings, unit, HANDMADE_DAY);
  add_department (input, ACTIVE_SALES, "Active Sales");
  add_department (input, CLIENTS, "Clients");
  add_person (input, HEAD_OF_ACTIVE_SALES, "Mihaela Dobre", RANG_ROLE_DEPARTMENT_HEAD, ACTIVE_SALES);
  add_person (input, HEAD_OF_CLIENTS, "Radu Stan", RANG_ROLE_DEPARTMENT_HEAD, CLIENTS);
  add_person (input, HEAD_OF_SALES, "Ioana Pop", RANG_ROLE_HEAD_OF_SALES, 0);
  for (guint i = 1; i <= n_resources; i++)
    {
      RangResource *resource = rang_resource_new ();

      resource->id = i;
      resource->unit = 1;
      resource->name = g_strdup_printf ("%s %u", name, i);
      resource->shift = (RangTimeWindow){ 8 * HOUR, 16 * HOUR };
      resource->active = TRUE;
      g_ptr_array_add (input->resources, resource);
    }
  return input;
}

RangBoardInput *
office_new (guint n_vans)
{
  return new_of_kind (RANG_UNIT_DELIVERY, n_vans, "Van");
}

RangBoardInput *
office_new_production (guint n_machines)
{
  return new_of_kind (RANG_UNIT_PRODUCTION, n_machines, "Machine");
}

RangOrder *
office_add_order (RangBoardInput *input,
                  gint64 number,
                  gint64 department,
                  int km,
                  RangTimeWindow promised,
                  char class_letter,
                  gint64 points)
{
  RangOrder *order = rang_order_new ();
  RangClient *client = rang_client_new ();
  RangBoardScore *score = rang_board_score_new (class_letter);

  client->id = 100 + number;
  client->name = g_strdup_printf ("Client %" G_GINT64_FORMAT, number);
  client->annual_value = (RangMoney){ number * 100000, "RON" };
  client->department = department;
  rang_board_input_add_client (input, client);
  order->number = number;
  order->client = client->id;
  order->department = department;
  order->value = (RangMoney){ 10000, "RON" };
  order->importance = RANG_IMPORTANCE_NORMAL;
  order->promised_day = input->day;
  order->promised = promised;
  order->load = 1000;
  order->parcels = 1;
  order->state = RANG_ORDER_SUBMITTED;
  order->place.street = g_strdup_printf ("Street %" G_GINT64_FORMAT, number);
  order->place.located = TRUE;
  order->place.lat = 45650000 + km * 8993; /* 1 km on a sphere of 6,371 km */
  order->place.lon = 25600000;
  g_ptr_array_add (input->orders, rang_board_order_new (order));
  rang_board_score_add (score, "Test/points", "points", points);
  rang_board_input_add_score (input, number, score);
  return order;
}

void
office_add_random_orders (RangBoardInput *input, guint n, GRand *rand)
{
  for (guint i = 1; i <= n; i++)
    {
      RangTime from = g_rand_int_range (rand, 8, 15) * HOUR;
      RangTimeWindow promised = { from, from + g_rand_int_range (rand, 1, 3) * HOUR };
      RangOrder *order = office_add_order (input, i, g_rand_int_range (rand, ACTIVE_SALES, CLIENTS + 1),
                                           g_rand_int_range (rand, -8, 9), promised,
                                           (char)g_rand_int_range (rand, 'A', 'D'), g_rand_int_range (rand, 1, 50));

      order->place.lon += g_rand_int_range (rand, -100000, 100000);
      order->service = g_rand_int_range (rand, 5, 30) * MINUTE;
    }
}

RangBoardOrder *
office_find (RangBoardInput *input, gint64 number)
{
  for (guint i = 0; i < input->orders->len; i++)
    if (((RangBoardOrder *)input->orders->pdata[i])->order->number == number)
      return input->orders->pdata[i];
  g_assert_not_reached ();
}

RangClient *
office_client (RangBoardInput *input, gint64 number)
{
  gint64 id = 100 + number;

  return g_hash_table_lookup (input->clients, &id);
}

void
office_place (RangBoardInput *input, gint64 number, gint64 person, int reason)
{
  RangBoardPlacement placement = { number, person, reason, 0 };

  g_array_append_val (input->placements, placement);
}

RangBoard *
office_board (RangBoardInput *input)
{
  g_autoptr (GError) error = NULL;
  RangBoard *board = rang_board_new (input, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (board);
  return board;
}

GRand *
new_rand (void)
{
  const char *given = g_getenv ("RANG_TEST_SEED");
  guint32 seed = given != NULL ? (guint32)g_ascii_strtoull (given, NULL, 10) : g_random_int ();

  g_test_message ("RANG_TEST_SEED=%u", seed);
  return g_rand_new_with_seed (seed);
}
