/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the demo's orders: what is bought, when it is promised, and how its department ranks it. */
#include <glib/gi18n-lib.h>

#include "domain/rang-calendar.h"
#include "office/rang-demo-private.h"

/* Promises in half hours from midnight, and how often each is made: everybody likes the morning. */
static const struct
{
  gint32 from;
  gint32 to;
  guint weight;
} windows[] = {
  { 16, 20, 16 }, { 17, 21, 12 }, { 18, 22, 16 }, { 20, 24, 14 }, { 16, 24, 10 }, { 19, 23, 10 }, { 20, 26, 6 },
  { 24, 28, 6 },  { 26, 30, 6 },  { 26, 32, 8 },  { 28, 34, 6 },  { 28, 32, 5 },  { 16, 34, 5 },  { 18, 30, 5 },
};

static const struct
{
  const char *article;
  const char *description;
} articles[] = {
  { "HC-A4-80", N_ ("Copy paper A4, 80 g, box of 5 reams") },
  { "HC-A3-80", N_ ("Copy paper A3, 80 g, box of 5 reams") },
  { "TN-150", N_ ("Toner cartridge, black") },
  { "TN-151", N_ ("Toner cartridges, set of four colours") },
  { "AM-60-40", N_ ("Cardboard boxes 60 × 40 × 40 cm, bundle of 20") },
  { "AM-FOL", N_ ("Stretch film 500 mm, 6 rolls") },
  { "AM-BND", N_ ("Adhesive tape 48 mm, 36 rolls") },
  { "BR-BIB", N_ ("Lever arch files 75 mm, box of 25") },
  { "BR-PIX", N_ ("Ballpoint pens, blue, box of 50") },
  { "CR-PRS", N_ ("Paper towels, case of 12") },
  { "CR-DET", N_ ("Floor cleaner, 4 cans of 5 l") },
  { "ET-100", N_ ("Labels 100 × 50 mm, 12 rolls") },
};

static RangTimeWindow
draw_window (RangDemoRandom *random, RangTimeWindow hours)
{
  guint weights[G_N_ELEMENTS (windows)];

  for (gsize i = 0; i < G_N_ELEMENTS (windows); i++)
    weights[i] = windows[i].weight;
  for (int attempt = 0; attempt < 8; attempt++)
    {
      guint drawn = rang_demo_random_weighted (random, weights, G_N_ELEMENTS (windows));
      RangTimeWindow window
          = { MAX (windows[drawn].from * 1800, hours.from), MIN (windows[drawn].to * 1800, hours.to) };

      if (window.to - window.from >= 5400)
        return window;
    }
  return (RangTimeWindow){ MAX (hours.from, 8 * 3600), MIN (hours.to, 17 * 3600) };
}

gboolean
rang_demo_build_is_of_morning (const RangOrder *order)
{
  return order->promised.to <= 12 * 3600;
}

static void
ask_for_the_promise (RangOrder *order)
{
  order->requested
      = (RangRequested){ order->promised_day, order->promised.from, order->promised_day, order->promised.to };
}

void
rang_demo_build_promise_again (RangDemoBuild *build, RangDemoRandom *random, RangOrder *order, gboolean morning)
{
  const RangClient *client = g_ptr_array_index (build->demo->clients, (guint)order->client - 1);
  const RangTimeWindow before = order->promised;
  gboolean asked_for = order->requested.from_day != RANG_DAY_NONE && order->requested.from_time == before.from
                       && order->requested.to_time == before.to;

  for (int attempt = 0; attempt < 40; attempt++)
    {
      order->promised = draw_window (random, client->hours);
      if (rang_demo_build_is_of_morning (order) != morning)
        continue;
      if (asked_for)
        ask_for_the_promise (order);
      return;
    }
  order->promised = before;
}

/* What the client had asked for: the promise is always one that answers it. */
static void
draw_requested (RangDemoBuild *build, RangOrder *order)
{
  guint draw = rang_demo_random_below (&build->random, 100);
  const RangSettings *settings = build->demo->settings;
  int before = rang_demo_random_between (&build->random, 1, 4);

  order->order_day = rang_calendar_add_working_days (settings, order->promised_day, -before);
  order->requested = (RangRequested){ RANG_DAY_NONE, RANG_TIME_NONE, RANG_DAY_NONE, RANG_TIME_NONE };
  if (draw < 45)
    ask_for_the_promise (order);
  else if (draw < 80)
    order->requested.to_day
        = draw < 65 ? order->promised_day : rang_calendar_add_working_days (settings, order->promised_day, 1);
}

static void
draw_load (RangDemoBuild *build, const RangClient *client, const RangDemoTrade *trade, RangOrder *order)
{
  RangDemoRandom *random = &build->random;
  gint32 size = (gint32)MIN (70 + client->annual_value.minor / 200000, 210);
  gint64 each = trade->bani * rang_demo_random_between (random, 75, 130) / 100;

  gint32 parcels = trade->parcels * size * rang_demo_random_between (random, 50, 150) / 10000;

  order->parcels = MAX (parcels, 1);
  order->load = order->parcels * trade->grams * rang_demo_random_between (random, 85, 115) / 100 / 100 * 100;
  order->service = client->service + order->parcels / 3 * 60;
  order->value.minor = order->parcels * each / 10 * 10;
  g_strlcpy (order->value.currency, "RON", sizeof order->value.currency);
  if (client->annual_value.minor < 6000000 && rang_demo_random_chance (random, 18))
    order->to_collect = MIN (order->value.minor * 121 / 100, 500000);
}

static void
address_order (RangDemoBuild *build, const RangClient *client, RangOrder *order)
{
  const RangAddress *address
      = g_ptr_array_index (client->addresses, rang_demo_random_below (&build->random, client->addresses->len));
  const RangContact *contact
      = g_ptr_array_index (client->contacts, rang_demo_random_below (&build->random, client->contacts->len));

  order->address = address->id;
  rang_place_copy_into (&order->place, &address->place);
  order->access_note = g_strdup (address->access_note);
  order->contact = contact->id;
  order->contact_name = g_strdup (contact->name);
  order->contact_phone = g_strdup (contact->phone);
}

RangOrder *
rang_demo_build_order (RangDemoBuild *build, guint client_index, RangDay day)
{
  const RangClient *client = g_ptr_array_index (build->demo->clients, client_index);
  RangDemoRandom *random = &build->random;
  RangOrder *order = rang_order_new ();

  order->number = build->next_number++;
  order->client = client->id;
  order->client_number
      = g_strdup_printf (rang_demo_random_chance (random, 50) ? "PO-%04" G_GINT64_FORMAT : "CMD %" G_GINT64_FORMAT,
                         order->number * 7 % 9973 + client->id);
  order->department = client->department;
  order->promised_day = order->first_promised_day = day;
  order->promised = draw_window (random, client->hours);
  order->promise_proposed = FALSE;
  order->importance = RANG_IMPORTANCE_NORMAL;
  order->goods = RANG_GOODS_READY;
  order->goods_from = RANG_TIME_NONE;
  order->penalty_clause = client->penalty_clause;
  order->state = RANG_ORDER_ENTERED;
  order->invoice = g_strdup_printf ("CBA %06" G_GINT64_FORMAT, order->number + 40000);
  draw_requested (build, order);
  draw_load (build, client, build->stories[client_index].trade, order);
  address_order (build, client, order);
  return order;
}

void
rang_demo_build_lines (RangDemoBuild *build, RangOrder *order)
{
  gint32 drawn = rang_demo_random_between (&build->random, 1, 4), n = MIN (order->parcels, drawn);
  guint first = rang_demo_random_below (&build->random, G_N_ELEMENTS (articles));
  gint64 left = order->value.minor;

  for (gint32 i = 0; i < n; i++)
    {
      RangOrderLine *line = rang_order_line_new ();
      guint article = (first + (guint)i * 5) % G_N_ELEMENTS (articles);
      gint32 pieces = i + 1 < n ? order->parcels / n : order->parcels - order->parcels / n * (n - 1);

      line->article = g_strdup (articles[article].article);
      line->description = g_strdup (_ (articles[article].description));
      line->quantity = (gint64)pieces * 1000;
      line->unit = g_strdup ("XBX");
      line->value = i + 1 < n ? order->value.minor * pieces / order->parcels / 10 * 10 : left;
      left -= line->value;
      g_ptr_array_add (order->lines, line);
    }
}

/* Takes the client of the next order out of the draw, so that nobody is drawn twice a day. */
static guint
draw_client (RangDemoBuild *build, guint *weights, gint64 department)
{
  guint of_department[RANG_DEMO_N_CLIENTS], client;

  for (guint i = 0; i < RANG_DEMO_N_CLIENTS; i++)
    of_department[i]
        = ((RangClient *)g_ptr_array_index (build->demo->clients, i))->department == department ? weights[i] : 0;
  client = rang_demo_random_weighted (&build->random, of_department, RANG_DEMO_N_CLIENTS);
  weights[client] = 0;
  return client;
}

GPtrArray *
rang_demo_build_draw (RangDemoBuild *build, guint count, int index, RangDay day)
{
  GPtrArray *orders = g_ptr_array_new ();
  guint weights[RANG_DEMO_N_CLIENTS];

  for (guint i = 0; i < RANG_DEMO_N_CLIENTS; i++)
    weights[i] = build->stories[i].gone || build->stories[i].starts > index ? 0 : build->stories[i].often;
  while (orders->len < count)
    {
      gint64 department = orders->len * 3 % 10 < 3 ? RANG_DEMO_ACTIVE_SALES : RANG_DEMO_CLIENTS;
      guint client = draw_client (build, weights, department);
      RangOrder *order = rang_demo_build_order (build, client, day);

      g_ptr_array_add (orders, order);
      if (!rang_demo_random_chance (&build->random, 4) || orders->len == count)
        continue;
      /* The same door once more, at times through the other department. */
      order = rang_demo_build_order (build, client, day);
      if (rang_demo_random_chance (&build->random, 40))
        order->department = order->department == RANG_DEMO_CLIENTS ? RANG_DEMO_ACTIVE_SALES : RANG_DEMO_CLIENTS;
      g_ptr_array_add (orders, order);
    }
  return orders;
}

gint32
rang_demo_build_worth (const RangDemoBuild *build, const RangOrder *order)
{
  guint index = (guint)order->client - 1;
  const RangClient *client = g_ptr_array_index (build->demo->clients, index);
  gint32 waited
      = rang_calendar_working_days_between (build->demo->settings, order->first_promised_day, order->promised_day);

  return (client->stage == RANG_STAGE_TRIAL ? 35 : 0) + (gint32)MIN (client->annual_value.minor / 1000000, 40)
         + (build->stories[index].broken > 0 ? 10 : 0) + (order->penalty_clause ? 12 : 0) + waited * 8
         + order->bumps * 5;
}
