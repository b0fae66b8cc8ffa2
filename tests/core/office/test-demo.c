/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the demo office: that it is the same each time, whole, valid, and tells its story. */
#include "office/rang-demo.h"

#include <string.h>

#include "base/rang-text.h"
#include "domain/rang-calendar.h"
#include "domain/rang-validate.h"
#include "office/rang-demo-city.h"
#include "office/rang-demo-names.h"

static RangDemo *
make (void)
{
  return rang_demo_new (RANG_DEMO_SEED, rang_day_from_ymd (2026, 11, 24));
}

static void
assert_no_problems (GPtrArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const RangRefusal *problem = g_ptr_array_index (problems, i);

      g_test_message ("%s: %s", problem->where, problem->problem);
    }
  g_assert_cmpuint (problems->len, ==, 0);
}

static GPtrArray *
new_problems (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)rang_refusal_free);
}

static void
test_counts (void)
{
  g_autoptr (RangDemo) demo = make ();

  g_assert_cmpuint (demo->departments->len, ==, 2);
  g_assert_cmpuint (demo->clients->len, ==, 400);
  g_assert_cmpuint (demo->resources->len, ==, 5);
  g_assert_cmpuint (demo->days->len, ==, RANG_DEMO_DAYS);
  g_assert_cmpuint (demo->orders->len, ==, 120);
  g_assert_cmpstr (((RangDepartment *)demo->departments->pdata[RANG_DEMO_ACTIVE_SALES - 1])->name, ==, "Active Sales");
  g_assert_cmpstr (((RangDepartment *)demo->departments->pdata[RANG_DEMO_CLIENTS - 1])->name, ==, "Clients");
}

/* One line for an order: what two runs must agree on. */
static void
add_order (GString *out, const RangOrder *order)
{
  g_string_append_printf (out, "%" G_GINT64_FORMAT " %s %" G_GINT64_FORMAT " %d %d-%d %d %s %d %d\n", order->number,
                          order->client_number, order->client, order->promised_day, order->promised.from,
                          order->promised.to, order->submitted_rank, order->place.street, order->place.lat,
                          (int)order->state);
}

static char *
describe (const RangDemo *demo)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < demo->clients->len; i++)
    {
      const RangClient *client = g_ptr_array_index (demo->clients, i);

      g_string_append_printf (out, "%s %s %" G_GINT64_FORMAT " %d\n", client->name, client->tax_number,
                              client->annual_value.minor, (int)client->stage);
    }
  for (guint i = 0; i < demo->orders->len; i++)
    add_order (out, g_ptr_array_index (demo->orders, i));
  for (guint i = 0; i < demo->past->len; i++)
    add_order (out, g_ptr_array_index (demo->past, i));
  for (guint i = 0; i < demo->days->len; i++)
    {
      const RangDemoDay *day = g_ptr_array_index (demo->days, i);

      for (guint k = 0; k < day->results->len; k++)
        {
          const RangDemoResult *result = &g_array_index (day->results, RangDemoResult, k);

          g_string_append_printf (out, "%d %" G_GINT64_FORMAT " %d %d\n", day->day, result->order, result->at,
                                  (int)result->state);
        }
    }
  return g_string_free (out, FALSE);
}

static void
test_same (void)
{
  g_autoptr (RangDemo) one = make (), two = make ();
  g_autoptr (RangDemo) other = rang_demo_new (RANG_DEMO_SEED + 1, one->today);
  g_autofree char *first = describe (one), *second = describe (two), *third = describe (other);

  g_assert_true (g_str_equal (first, second));
  g_assert_false (g_str_equal (first, third));
}

static void
test_valid (void)
{
  g_autoptr (RangDemo) demo = make ();
  g_autoptr (GPtrArray) problems = new_problems ();

  rang_validate_settings (demo->settings, "settings", problems);
  for (guint i = 0; i < demo->clients->len; i++)
    rang_validate_client (g_ptr_array_index (demo->clients, i), "client", problems);
  for (guint i = 0; i < demo->resources->len; i++)
    rang_validate_resource (g_ptr_array_index (demo->resources, i), "van", problems);
  for (guint i = 0; i < demo->past->len; i++)
    {
      rang_validate_order (g_ptr_array_index (demo->past, i), "past order", problems);
      rang_validate_order_complete (g_ptr_array_index (demo->past, i), "past order", problems);
    }
  for (guint i = 0; i < demo->orders->len; i++)
    {
      rang_validate_order (g_ptr_array_index (demo->orders, i), "order", problems);
      rang_validate_order_complete (g_ptr_array_index (demo->orders, i), "order", problems);
    }
  assert_no_problems (problems);
}

static guint
count_role (const RangDemo *demo, RangRole role, gint64 department)
{
  guint count = 0;

  for (guint i = 0; i < demo->people->len; i++)
    count += rang_person_has_role (g_ptr_array_index (demo->people, i), role, department) ? 1 : 0;
  return count;
}

static const RangPerson *
person (const RangDemo *demo, gint64 id)
{
  return g_ptr_array_index (demo->people, (guint)id - 1);
}

static void
test_people (void)
{
  g_autoptr (RangDemo) demo = make ();
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_true (rang_person_has_role (person (demo, RANG_DEMO_HEAD_OF_SALES), RANG_ROLE_HEAD_OF_SALES, 0));
  g_assert_cmpstr (person (demo, RANG_DEMO_HEAD_OF_SALES)->name, ==, "Ioana Pop");
  g_assert_true (rang_person_has_role (person (demo, RANG_DEMO_DELIVERY_CHIEF), RANG_ROLE_DELIVERY_CHIEF, 0));
  g_assert_true (
      rang_person_has_role (person (demo, RANG_DEMO_HEAD_OF_CLIENTS), RANG_ROLE_DEPARTMENT_HEAD, RANG_DEMO_CLIENTS));
  g_assert_true (rang_person_has_role (person (demo, RANG_DEMO_HEAD_OF_ACTIVE_SALES), RANG_ROLE_DEPARTMENT_HEAD,
                                       RANG_DEMO_ACTIVE_SALES));
  g_assert_cmpuint (count_role (demo, RANG_ROLE_HEAD_OF_SALES, 0), ==, 1);
  g_assert_cmpuint (count_role (demo, RANG_ROLE_DELIVERY_CHIEF, 0), ==, 1);
  g_assert_cmpuint (count_role (demo, RANG_ROLE_DEPARTMENT_HEAD, RANG_DEMO_CLIENTS), ==, 1);
  g_assert_cmpuint (count_role (demo, RANG_ROLE_DEPARTMENT_HEAD, RANG_DEMO_ACTIVE_SALES), ==, 1);
  g_assert_cmpuint (count_role (demo, RANG_ROLE_COURIER, 0), ==, 5);
  for (guint i = 0; i < demo->people->len; i++)
    {
      const RangPerson *one = g_ptr_array_index (demo->people, i);

      g_assert_cmpint (one->id, ==, i + 1);
      g_assert_cmpuint (one->grants->len, ==, 1);
      g_assert_true (g_hash_table_add (names, one->name));
    }
}

static void
test_unique (void)
{
  g_autoptr (RangDemo) demo = make ();
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < demo->clients->len; i++)
    {
      const RangClient *client = g_ptr_array_index (demo->clients, i);

      g_assert_cmpint (client->id, ==, i + 1);
      g_assert_true (g_hash_table_add (taken, rang_text_key (client->name)));
      g_assert_true (g_hash_table_add (taken, g_strdup (client->tax_number)));
    }
  for (guint i = 0; i < demo->resources->len; i++)
    g_assert_true (g_hash_table_add (taken, g_strdup (((RangResource *)demo->resources->pdata[i])->plate)));
  for (guint i = 0; i < demo->past->len; i++)
    g_assert_true (g_hash_table_add (numbers, &((RangOrder *)demo->past->pdata[i])->number));
  for (guint i = 0; i < demo->orders->len; i++)
    g_assert_true (g_hash_table_add (numbers, &((RangOrder *)demo->orders->pdata[i])->number));
}

static void
test_region (void)
{
  g_autoptr (RangDemo) demo = make ();

  for (guint i = 0; i < demo->clients->len; i++)
    {
      const RangClient *client = g_ptr_array_index (demo->clients, i);

      for (guint k = 0; k < client->addresses->len; k++)
        {
          const RangAddress *address = g_ptr_array_index (client->addresses, k);

          g_assert_true (address->place.located);
          g_assert_cmpint (address->place.lat, >=, RANG_DEMO_SOUTH);
          g_assert_cmpint (address->place.lat, <=, RANG_DEMO_NORTH);
          g_assert_cmpint (address->place.lon, >=, RANG_DEMO_WEST);
          g_assert_cmpint (address->place.lon, <=, RANG_DEMO_EAST);
        }
    }
}

static void
test_submitted (void)
{
  g_autoptr (RangDemo) demo = make ();

  for (gint64 department = 1; department <= 2; department++)
    {
      g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL);
      int length = 0, high = 0;

      for (guint i = 0; i < demo->orders->len; i++)
        {
          const RangOrder *order = g_ptr_array_index (demo->orders, i);

          if (order->department != department)
            continue;
          length++;
          high += order->importance == RANG_IMPORTANCE_HIGH;
          g_assert_cmpint (order->state, ==, RANG_ORDER_SUBMITTED);
          g_assert_false (order->promise_proposed);
          g_assert_nonnull (order->importance_reason);
          g_assert_cmpint (order->promised_day, ==, demo->today);
          g_assert_cmpint (order->department_rank, ==, order->submitted_rank);
          g_assert_true (g_hash_table_add (places, GINT_TO_POINTER (order->submitted_rank)));
          g_assert_cmpint (order->submitted_rank, <=, order->submitted_length);
        }
      g_assert_cmpint (length, >=, 20);
      g_assert_cmpuint (g_hash_table_size (places), ==, (guint)length);
      g_assert_cmpint (high, >=, 1);
      g_assert_cmpint (high, <=, rang_settings_high_allowed (demo->settings, length));
    }
}

static void
test_today_is_lifelike (void)
{
  g_autoptr (RangDemo) demo = make ();
  g_autoptr (GHashTable) doors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint later = 0, missing = 0, unlocated = 0, shared = 0, cash = 0;

  for (guint i = 0; i < demo->orders->len; i++)
    {
      const RangOrder *order = g_ptr_array_index (demo->orders, i);
      gint64 sum = 0;

      later += order->goods == RANG_GOODS_READY_LATER;
      missing += order->goods == RANG_GOODS_NOT_READY;
      unlocated += rang_order_is_unlocated (order) ? 1 : 0;
      cash += order->to_collect > 0;
      shared += g_hash_table_add (doors, rang_place_key (&order->place)) ? 0 : 1;
      for (guint k = 0; k < order->lines->len; k++)
        sum += ((RangOrderLine *)order->lines->pdata[k])->value;
      g_assert_cmpint (sum, ==, order->value.minor);
      g_assert_cmpint (order->to_collect, <=, 500000);
    }
  g_assert_cmpuint (later, >=, 2);
  g_assert_cmpuint (missing, ==, 1);
  g_assert_cmpuint (unlocated, ==, 1);
  g_assert_cmpuint (shared, >=, 2);
  g_assert_cmpuint (cash, >=, 2);
}

static void
test_past_days (void)
{
  g_autoptr (RangDemo) demo = make ();
  RangDay before = RANG_DAY_NONE;

  for (guint i = 0; i < demo->days->len; i++)
    {
      const RangDemoDay *day = g_ptr_array_index (demo->days, i);

      g_assert_true (rang_calendar_is_working_day (demo->settings, day->day));
      g_assert_cmpint (day->day, >, before);
      g_assert_cmpint (day->day, <, demo->today);
      g_assert_cmpuint (day->results->len, >=, 60);
      before = day->day;
      for (guint k = 0; k < day->results->len; k++)
        g_assert_cmpint (g_array_index (day->results, RangDemoResult, k).rank, ==, (gint32)k + 1);
    }
}

/* Every result names an order that is there, and every past order ends in one state. */
static void
test_results_agree (void)
{
  g_autoptr (RangDemo) demo = make ();
  g_autoptr (GHashTable) orders = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < demo->past->len; i++)
    g_hash_table_insert (orders, &((RangOrder *)demo->past->pdata[i])->number, demo->past->pdata[i]);
  for (guint i = 0; i < demo->orders->len; i++)
    g_hash_table_insert (orders, &((RangOrder *)demo->orders->pdata[i])->number, demo->orders->pdata[i]);
  for (guint i = 0; i < demo->days->len; i++)
    {
      const RangDemoDay *day = g_ptr_array_index (demo->days, i);

      for (guint k = 0; k < day->results->len; k++)
        {
          const RangDemoResult *result = &g_array_index (day->results, RangDemoResult, k);
          const RangOrder *order = g_hash_table_lookup (orders, &result->order);

          g_assert_nonnull (order);
          if (result->state == RANG_ORDER_CARRIED_OVER)
            g_assert_cmpint (result->carried_to, >, day->day);
          else
            {
              g_assert_cmpint (order->promised_day, ==, day->day);
              g_assert_cmpint (order->state, ==, result->state);
            }
        }
      for (guint k = 0; k < day->moves->len; k++)
        {
          const RangDemoMove *move = g_ptr_array_index (day->moves, k);

          g_assert_nonnull (g_hash_table_lookup (orders, &move->order));
          g_assert_cmpint (move->by, ==, RANG_DEMO_HEAD_OF_SALES);
          g_assert_true (move->granted || move->note != NULL);
        }
    }
}

static gboolean
is_open (const RangOrder *order)
{
  return rang_order_is_open (order);
}

static void
test_past_closed (void)
{
  g_autoptr (RangDemo) demo = make ();

  for (guint i = 0; i < demo->past->len; i++)
    g_assert_false (is_open (g_ptr_array_index (demo->past, i)));
}

typedef struct
{
  guint high_broken;
  guint high;
  guint small_broken;
  guint small;
} Story;

static void
add_to_story (Story *story, const RangClient *client, const RangDemoResult *result)
{
  guint broken = result->minutes_late > 0 || result->state == RANG_ORDER_CARRIED_OVER ? 1 : 0;

  if (client->annual_value.minor >= 8000000)
    {
      story->high++;
      story->high_broken += broken;
    }
  else if (client->annual_value.minor < 3000000)
    {
      story->small++;
      story->small_broken += broken;
    }
}

static void
tell (const RangDemo *demo, Story *old, Story *new)
{
  g_autoptr (GHashTable) clients = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < demo->past->len; i++)
    {
      const RangOrder *order = g_ptr_array_index (demo->past, i);

      g_hash_table_insert (clients, (gpointer)&order->number, demo->clients->pdata[order->client - 1]);
    }
  for (guint i = 0; i < demo->days->len; i++)
    {
      const RangDemoDay *day = g_ptr_array_index (demo->days, i);

      for (guint k = 0; k < day->results->len; k++)
        {
          const RangDemoResult *result = &g_array_index (day->results, RangDemoResult, k);
          const RangClient *client = g_hash_table_lookup (clients, &result->order);

          if (client != NULL)
            add_to_story (day->day < demo->cut ? old : new, client, result);
        }
    }
}

/* Before the cut large clients are served worse than small ones, afterwards better. */
static void
test_story (void)
{
  g_autoptr (RangDemo) demo = make ();
  Story old = { 0 }, new = { 0 };

  tell (demo, &old, &new);
  g_test_message ("broken before: large %u of %u, small %u of %u; after: large %u of %u, small %u of %u",
                  old.high_broken, old.high, old.small_broken, old.small, new.high_broken, new.high, new.small_broken,
                  new.small);
  g_assert_cmpuint (old.high_broken * old.small, >, old.small_broken * old.high);
  g_assert_cmpuint (new.high_broken *new.small, <, new.small_broken *new.high);
  g_assert_cmpuint (new.high_broken *old.high * 2, <, old.high_broken * new.high);
}

static void
test_events (void)
{
  g_autoptr (RangDemo) demo = make ();
  guint count[RANG_N_EVENTS] = { 0 };
  RangDay before = RANG_DAY_NONE;

  for (guint i = 0; i < demo->events->len; i++)
    {
      const RangClientEvent *event = g_ptr_array_index (demo->events, i);

      g_assert_cmpint (event->day, >=, before);
      g_assert_cmpint (event->day, <, demo->today);
      before = event->day;
      count[event->kind]++;
    }
  for (int kind = 0; kind < RANG_N_EVENTS; kind++)
    g_assert_cmpuint (count[kind], >=, 3);
  for (guint i = demo->events->len; i > 0; i--)
    {
      const RangClientEvent *event = g_ptr_array_index (demo->events, i - 1);
      const RangClient *client = g_ptr_array_index (demo->clients, (guint)event->client - 1);

      if (event->kind == RANG_EVENT_LOST || event->kind == RANG_EVENT_REFUSED)
        g_assert_cmpint (client->stage, ==, RANG_STAGE_DORMANT);
    }
}

static void
test_any_day (void)
{
  static const RangDay days[] = { 20000, 20454, 20455, 20823 };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (RangDemo) demo = rang_demo_new (RANG_DEMO_SEED, days[i]);

      g_assert_cmpuint (demo->orders->len, ==, 120);
      for (guint k = 0; k < demo->orders->len; k++)
        g_assert_cmpint (((RangOrder *)demo->orders->pdata[k])->promised_day, ==, days[i]);
    }
}

static void
test_tax_number (void)
{
  static const guint weights[] = { 7, 5, 3, 2, 1, 7, 5, 3, 2 };
  g_autofree char *number = rang_demo_names_tax_number (17);
  guint sum = 0;

  g_assert_cmpuint (strlen (number), ==, 12);
  for (guint i = 0; i < 9; i++)
    sum += (guint)(number[2 + i] - '0') * weights[i];
  g_assert_cmpuint (sum * 10 % 11 % 10, ==, (guint)(number[11] - '0'));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/office/demo/it has 400 clients, 5 vans, 60 days and 120 orders", test_counts);
  g_test_add_func ("/office/demo/one seed gives one office, another another", test_same);
  g_test_add_func ("/office/demo/everything in it is valid and complete", test_valid);
  g_test_add_func ("/office/demo/distinct people hold the roles", test_people);
  g_test_add_func ("/office/demo/names, tax numbers, plates and order numbers are unique", test_unique);
  g_test_add_func ("/office/demo/every door is in the region", test_region);
  g_test_add_func ("/office/demo/both lists are submitted within the quota", test_submitted);
  g_test_add_func ("/office/demo/today has shared doors, late goods, cash and one place not on the map",
                   test_today_is_lifelike);
  g_test_add_func ("/office/demo/past days are working days", test_past_days);
  g_test_add_func ("/office/demo/results agree with the orders", test_results_agree);
  g_test_add_func ("/office/demo/no past order is open", test_past_closed);
  g_test_add_func ("/office/demo/pushing served large clients worse, points serve them better", test_story);
  g_test_add_func ("/office/demo/client events agree with the clients", test_events);
  g_test_add_func ("/office/demo/any day can be today", test_any_day);
  g_test_add_func ("/office/demo/a tax number has its check digit", test_tax_number);
  return g_test_run ();
}
