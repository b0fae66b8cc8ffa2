/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the demo's today: its orders, and the lists that both heads submitted. */
#include <glib/gi18n-lib.h>

#include "office/rang-demo-private.h"

#define N_TODAY 120

/* How many of them are promised by noon. It is the morning that makes a day full: with so many its promises ask for
 * about 130 % of what the vans can do, whatever the date is. */
#define N_MORNING 81

typedef struct
{
  RangOrder *order;
  gint32 say;
} Ranked;

static gint
by_say (gconstpointer a, gconstpointer b)
{
  const Ranked *one = a, *two = b;

  if (one->say != two->say)
    return one->say > two->say ? -1 : 1;
  return (one->order->number > two->order->number) - (one->order->number < two->order->number);
}

/* Why an order matters, as its head would write it. */
static const char *
find_reason (const RangDemoBuild *build, const RangOrder *order)
{
  guint index = (guint)order->client - 1;
  const RangClient *client = g_ptr_array_index (build->demo->clients, index);

  if (client->stage == RANG_STAGE_TRIAL)
    return _ ("First deliveries decide the contract");
  if (order->first_promised_day != order->promised_day)
    return _ ("Promised before and not delivered");
  if (order->penalty_clause)
    return _ ("The contract has a penalty for lateness");
  if (build->stories[index].broken > 1)
    return _ ("We were late more than once lately");
  if (client->annual_value.minor > 15000000)
    return _ ("One of our largest clients");
  return build->stories[index].friend ? _ ("The client insists") : _ ("The client has no stock left");
}

static void
state_importance (RangDemoBuild *build, RangOrder *order, guint place, guint length, guint high)
{
  g_clear_pointer (&order->importance_reason, g_free);
  if (place < high)
    {
      order->importance = RANG_IMPORTANCE_HIGH;
      order->importance_reason = g_strdup (find_reason (build, order));
    }
  else if (place > length * 7 / 10 && rang_demo_random_chance (&build->random, 65))
    {
      order->importance = RANG_IMPORTANCE_LOW;
      order->importance_reason = g_strdup (_ ("The client has stock for some days"));
    }
  else
    {
      order->importance = RANG_IMPORTANCE_NORMAL;
      order->importance_reason = g_strdup (_ ("Regular delivery"));
    }
}

static void
submit_list (RangDemoBuild *build, GPtrArray *orders, gint64 department)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Ranked));
  guint high;

  for (guint i = 0; i < orders->len; i++)
    {
      RangOrder *order = g_ptr_array_index (orders, i);
      Ranked ranked
          = { order, rang_demo_build_worth (build, order) + rang_demo_random_between (&build->random, 0, 24) };

      if (order->department != department)
        continue;
      if (build->stories[order->client - 1].friend)
        ranked.say += 22;
      g_array_append_val (list, ranked);
    }
  g_array_sort (list, by_say);
  high = (guint)rang_settings_high_allowed (build->demo->settings, (int)list->len);
  for (guint i = 0; i < list->len; i++)
    {
      RangOrder *order = g_array_index (list, Ranked, i).order;

      state_importance (build, order, i, list->len, high);
      order->department_rank = order->submitted_rank = (gint32)i + 1;
      order->submitted_length = (gint32)list->len;
      order->state = RANG_ORDER_SUBMITTED;
    }
}

void
rang_demo_build_submit (RangDemoBuild *build, GPtrArray *orders)
{
  submit_list (build, orders, RANG_DEMO_ACTIVE_SALES);
  submit_list (build, orders, RANG_DEMO_CLIENTS);
}

/* The goods of one order of a small client are not there at all. */
static void
delay_goods (const RangDemoBuild *build, GPtrArray *orders)
{
  for (guint i = orders->len / 2; i < orders->len; i++)
    {
      RangOrder *order = g_ptr_array_index (orders, i);
      const RangClient *client = g_ptr_array_index (build->demo->clients, (guint)order->client - 1);

      if (client->stage != RANG_STAGE_CONTRACT || client->annual_value.minor > 5000000 || order->penalty_clause
          || order->goods != RANG_GOODS_READY)
        continue;
      order->goods = RANG_GOODS_NOT_READY;
      return;
    }
}

/* A few orders are as orders are in life: goods that come later, a building site nobody has found on the map yet. */
static void
add_trouble (RangDemoBuild *build, GPtrArray *orders)
{
  static const char *const notes[] = { N_ ("Call half an hour before"), N_ ("Take the empty pallets back"),
                                       N_ ("Invoice in two copies"), N_ ("Only to the storekeeper in person") };

  for (guint i = 0; i < orders->len; i++)
    {
      RangOrder *order = g_ptr_array_index (orders, i);

      if (i % 7 == 3)
        order->note = g_strdup (_ (notes[i / 7 % G_N_ELEMENTS (notes)]));
      if (i % 41 == 11)
        {
          order->goods = RANG_GOODS_READY_LATER;
          order->goods_from = MIN (order->promised.from, 9 * 3600 + 1800);
        }
      if (i == 83)
        {
          RangPlace site = { .street = g_strdup (_ ("Building site behind the old mill")),
                             .city = g_strdup (order->place.city),
                             .country = g_strdup ("RO") };

          rang_place_copy_into (&order->place, &site);
          rang_place_clear (&site);
          order->address = 0;
        }
      rang_demo_build_lines (build, order);
    }
  delay_goods (build, orders);
}

void
rang_demo_build_take_waiting (RangDemoBuild *build, GPtrArray *orders)
{
  for (guint i = 0; i < build->waiting->len; i++)
    {
      RangOrder *order = g_ptr_array_index (build->waiting, i);

      if (!build->stories[order->client - 1].gone)
        {
          g_ptr_array_add (orders, order);
          continue;
        }
      order->state = RANG_ORDER_CANCELLED;
      g_ptr_array_add (build->demo->past, order);
    }
  g_ptr_array_set_size (build->waiting, 0);
}

/* Promises some of @drawn at another time, until as many of @orders as the day is to have are of the morning. What is
 * drawn for it is drawn apart, so that all else of the day stays as it is. */
static void
fill_morning (RangDemoBuild *build, const GPtrArray *orders, const GPtrArray *drawn)
{
  RangDemoRandom apart = { build->random.state + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) };
  int missing = N_MORNING;

  for (guint i = 0; i < orders->len; i++)
    missing -= rang_demo_build_is_of_morning (g_ptr_array_index (orders, i)) ? 1 : 0;
  for (guint i = 0; i < drawn->len && missing != 0; i++)
    {
      RangOrder *order = g_ptr_array_index (drawn, i);
      gboolean morning = missing > 0;

      if (rang_demo_build_is_of_morning (order) == morning)
        continue;
      rang_demo_build_promise_again (build, &apart, order, morning);
      if (rang_demo_build_is_of_morning (order) == morning)
        missing += morning ? -1 : 1;
    }
}

void
rang_demo_build_today (RangDemoBuild *build)
{
  RangDemo *demo = build->demo;
  g_autoptr (GPtrArray) drawn = NULL;

  rang_demo_build_take_waiting (build, demo->orders);
  drawn = rang_demo_build_draw (build, demo->orders->len < N_TODAY ? N_TODAY - demo->orders->len : 1, RANG_DEMO_DAYS,
                                demo->today);
  for (guint i = 0; i < drawn->len; i++)
    g_ptr_array_add (demo->orders, g_ptr_array_index (drawn, i));
  fill_morning (build, demo->orders, drawn);
  add_trouble (build, demo->orders);
  rang_demo_build_submit (build, demo->orders);
}
