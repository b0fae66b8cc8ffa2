/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how the demo's past days were driven: from the top of the list, nearest first. */
#include "office/rang-demo-drive.h"

/* How far down the list a courier looks for the next stop, and how far a careful one. */
#define SEEN 20
#define SEEN_CAREFUL 32
/* What a careful courier takes a broken promise for, in seconds. */
#define BROKEN 5400
/* Loading before the van leaves, in seconds. */
#define LOADING 900

typedef struct
{
  const RangResource *resource;
  const RangPlace *here;
  RangTime time;
} Van;

static RangTime
travel (const RangSettings *settings, const RangPlace *from, const RangPlace *to)
{
  gint64 road;

  if (!to->located || !from->located)
    return 15 * 60;
  road = (gint64)rang_demo_city_metres (from, to) * settings->road_factor / 1000;
  return (RangTime)(road * 3600 / settings->speed);
}

/* When @van could begin at @order, or %RANG_TIME_NONE if client or shift do not allow it. */
static RangTime
reach (const RangDemo *demo, const Van *van, const RangOrder *order, RangTime *spent)
{
  const RangClient *client = g_ptr_array_index (demo->clients, (guint)order->client - 1);
  RangTime way = travel (demo->settings, van->here, &order->place);
  RangTime at = MAX (van->time + way, order->promised.from);
  RangTime home = travel (demo->settings, &order->place, &demo->settings->depot);

  *spent = at - van->time;
  if (at > client->hours.to || at + order->service + home > van->resource->shift.to)
    return RANG_TIME_NONE;
  return at;
}

/* Time and, for the careful, promises: one that is about to break goes first, one that is broken may wait. */
static RangTime
cost_of (const RangOrder *order, RangTime begin, RangTime spent, gboolean careful)
{
  if (!careful)
    return spent;
  return begin > order->promised.to ? spent + BROKEN : spent + (order->promised.to - begin) / 6;
}

static int
find_next (const RangDemo *demo,
           const Van *van,
           GPtrArray *orders,
           const GArray *left,
           guint seen,
           gboolean careful,
           RangTime *at)
{
  RangTime least = G_MAXINT32;
  int found = -1;

  for (guint i = 0; i < MIN (left->len, seen); i++)
    {
      const RangOrder *order = g_ptr_array_index (orders, g_array_index (left, guint, i));
      RangTime spent, cost, begin = reach (demo, van, order, &spent);

      if (begin == RANG_TIME_NONE)
        continue;
      cost = cost_of (order, begin, spent, careful);
      if (cost >= least)
        continue;
      least = cost;
      found = (int)i;
      *at = begin;
    }
  return found;
}

static Van *
find_free_van (Van *vans)
{
  Van *first = NULL;

  for (int i = 0; i < RANG_DEMO_N_VANS; i++)
    if (vans[i].resource != NULL && (first == NULL || vans[i].time < first->time))
      first = &vans[i];
  return first;
}

void
rang_demo_drive (const RangDemo *demo, GPtrArray *orders, gboolean careful, RangDemoDrive *drives)
{
  Van vans[RANG_DEMO_N_VANS], *van;
  g_autoptr (GArray) left = g_array_sized_new (FALSE, FALSE, sizeof (guint), orders->len);

  for (guint i = 0; i < orders->len; i++)
    {
      drives[i] = (RangDemoDrive){ 0, RANG_TIME_NONE };
      g_array_append_val (left, i);
    }
  for (guint i = 0; i < RANG_DEMO_N_VANS; i++)
    {
      vans[i].resource = g_ptr_array_index (demo->resources, i);
      vans[i].here = &demo->settings->depot;
      vans[i].time = vans[i].resource->shift.from + LOADING;
    }
  while (left->len > 0 && (van = find_free_van (vans)) != NULL)
    {
      RangTime at = RANG_TIME_NONE;
      int next = find_next (demo, van, orders, left, careful ? SEEN_CAREFUL : SEEN, careful, &at);
      const RangOrder *order;
      guint index;

      if (next < 0)
        next = find_next (demo, van, orders, left, left->len, careful, &at);
      if (next < 0)
        {
          van->resource = NULL;
          continue;
        }
      index = g_array_index (left, guint, next);
      order = g_ptr_array_index (orders, index);
      drives[index] = (RangDemoDrive){ van->resource->id, at };
      van->time = at + order->service;
      van->here = &order->place;
      g_array_remove_index (left, (guint)next);
    }
}
