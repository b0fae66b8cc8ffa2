/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns orders and roster into the planner's numbers. */
#include "board/rang-board-day-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  GHashTable *index; /* door → location */
  GArray *points;    /* RangTravelPoint */
} Places;

static void
places_clear (Places *places)
{
  g_hash_table_unref (places->index);
  g_array_unref (places->points);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Places, places_clear)

/* One door is one location. An order whose door nobody knows has one of its own. */
static gint32
find_location (Places *places, const RangPlace *place, gint64 number)
{
  g_autofree char *text = rang_place_key (place), *door = NULL;
  RangTravelPoint point = { place->lat, place->lon, place->located };
  gpointer found;

  if (place->located)
    door = g_strdup_printf ("%s@%d,%d", text, place->lat, place->lon);
  else if (text[0] != '\0')
    door = g_strdup (text);
  else
    door = g_strdup_printf ("#%" G_GINT64_FORMAT, number);
  if (g_hash_table_lookup_extended (places->index, door, NULL, &found))
    return GPOINTER_TO_INT (found);
  g_hash_table_insert (places->index, g_steal_pointer (&door), GINT_TO_POINTER (places->points->len));
  g_array_append_val (places->points, point);
  return (gint32)places->points->len - 1;
}

static const RangAddress *
find_address (const RangDayOrder *order)
{
  const RangOrder *of = order->from->order;

  for (guint i = 0; order->client != NULL && of->address != 0 && i < order->client->addresses->len; i++)
    if (((RangAddress *)order->client->addresses->pdata[i])->id == of->address)
      return order->client->addresses->pdata[i];
  return order->client != NULL ? rang_client_find_address (order->client, &of->place) : NULL;
}

/* The hours of the door: the address's, else the client's; all day when nobody says. */
static RangTimeWindow
find_hours (const RangDayOrder *order, const RangAddress *address, const RangShut **shut)
{
  static const RangShut never = { 0 };

  *shut = &never;
  if (address != NULL && address->hours.from != RANG_TIME_NONE)
    {
      *shut = &address->shut;
      return address->hours;
    }
  if (order->client != NULL && order->client->hours.from != RANG_TIME_NONE)
    {
      *shut = &order->client->shut;
      return order->client->hours;
    }
  return (RangTimeWindow){ 0, RANG_TIME_END_OF_DAY };
}

/* Service may start on the bounds of a gap, but not inside. */
static gboolean
lies_in_gap (RangTimeWindow promised, const RangShut *shut)
{
  for (guint i = 0; i < shut->n; i++)
    if (promised.from > shut->spans[i].from && promised.to < shut->spans[i].to)
      return TRUE;
  return FALSE;
}

gboolean
rang_board_day_is_outside_hours (const RangBoardDay *day, gint64 number)
{
  const RangDayOrder *order = rang_board_day_find (day, number, NULL);
  RangTimeWindow hours, promised;
  const RangShut *shut;

  if (order == NULL || day->input->unit->kind == RANG_UNIT_PRODUCTION)
    return FALSE;
  hours = find_hours (order, find_address (order), &shut);
  promised = order->from->order->promised;
  return promised.to < hours.from || promised.from > hours.to || lies_in_gap (promised, shut);
}

static gint32
find_service (const RangDayOrder *order, const RangAddress *address, const RangSettings *settings)
{
  const RangOrder *of = order->from->order;
  gint32 service = of->service;

  /* What was only estimated when the order came gives way to what is known of the door by now. */
  if ((of->estimated & RANG_FIELD_SERVICE) != 0 && address != NULL && address->service >= 0)
    service = address->service;
  if (service < 0 && address != NULL)
    service = address->service;
  if (service < 0 && order->client != NULL)
    service = order->client->service;
  return CLAMP (service < 0 ? settings->service : service, 0, RANG_TIME_END_OF_DAY);
}

/* A delivery starts inside the promise and the hours of the door. A promise wholly outside them stays as it is: it is
 * a conflict, not the planner's matter. */
static void
set_delivery_window (RangJob *job, RangTimeWindow promised, RangTimeWindow hours, const RangShut *shut)
{
  RangTimeWindow both = { MAX (promised.from, hours.from), MIN (promised.to, hours.to) };
  gboolean outside = both.from > both.to || lies_in_gap (promised, shut);

  G_STATIC_ASSERT (RANG_MOST_SHUT <= RANG_MAX_SHUT);
  if (outside)
    both = promised;
  for (guint i = 0; !outside && i < shut->n; i++)
    job->shut[job->n_shut++] = (RangSpan){ shut->spans[i].from, shut->spans[i].to };
  job->from = both.from;
  job->to = both.to;
  job->closing = MAX (hours.to, both.to);
}

/* Work is done by the end of the promise, and may be done long before. */
static void
set_production_window (RangJob *job, RangTimeWindow promised)
{
  job->from = 0;
  job->to = MAX (promised.to - job->service, 0);
  job->closing = RANG_TIME_END_OF_DAY;
}

static gint32
find_lock (const RangBoardDay *day, gint64 resource)
{
  for (guint i = 0; resource != 0 && i < day->roster->len; i++)
    if (((RangRosterEntry *)day->roster->pdata[i])->resource == resource)
      return (gint32)i;
  return RANG_NO_RESOURCE;
}

static void
fill_job (const RangBoardDay *day, const RangDayOrder *order, Places *places, RangJob *job)
{
  const RangOrder *of = order->from->order;
  const RangAddress *address = find_address (order);
  const RangShut *shut;
  RangTimeWindow hours;

  *job = (RangJob)RANG_JOB_INIT;
  job->service = find_service (order, address, day->input->settings);
  if (day->input->unit->kind == RANG_UNIT_PRODUCTION)
    set_production_window (job, of->promised);
  else
    {
      job->location = find_location (places, &of->place, of->number);
      hours = find_hours (order, address, &shut);
      set_delivery_window (job, of->promised, hours, shut);
    }
  job->not_ready = of->goods == RANG_GOODS_NOT_READY;
  job->ready_from = of->goods == RANG_GOODS_READY_LATER ? CLAMP (of->goods_from, 0, RANG_TIME_END_OF_DAY) : 0;
  job->grams = CLAMP (of->load, 0, RANG_PROBLEM_LIMIT);
  job->parcels = CLAMP (of->parcels, 0, RANG_PROBLEM_LIMIT);
  job->skills = of->skills;
  job->priority_class = order->score->class_letter - 'A';
  job->points = (gint32)CLAMP (order->score->points, 1, RANG_PROBLEM_LIMIT);
  job->waited = order->from->days_waited;
  job->number = of->number;
  job->resource = find_lock (day, order->from->lock);
}

/* The same for a plan that is there already; one job more than it knows stands nowhere yet. */
static void
fill_near (const RangBoardDay *day, RangJob *jobs)
{
  for (guint r = 0; r < day->roster->len; r++)
    {
      guint n;
      const guint *stops = rang_plan_get_route (day->near, r, &n);

      for (guint i = 0; i < n; i++)
        {
          jobs[stops[i]].signed_resource = (gint32)r;
          jobs[stops[i]].signed_place = i + 1;
        }
    }
}

/* Where the signed version has each order, so that what is planned anew stays near it. */
static void
fill_signed (const RangBoardDay *day, RangJob *jobs)
{
  for (guint k = 0; day->input->routes != NULL && k < day->input->routes->len; k++)
    {
      const RangFixedRoute *route = day->input->routes->pdata[k];
      gint32 resource = find_lock (day, route->resource);

      for (guint i = 0; resource != RANG_NO_RESOURCE && i < route->orders->len; i++)
        {
          guint job;

          if (rang_board_day_find (day, g_array_index (route->orders, gint64, i), &job) == NULL)
            continue;
          jobs[job].signed_resource = resource;
          jobs[job].signed_place = i + 1;
        }
    }
}

/* The planner knows when a break may begin at the latest. */
void
rang_board_fill_breaks (const RangResource *resource, RangTimeWindow shift, RangProblemResource *r)
{
  RangVanBreaks breaks = rang_breaks_of_shift (&resource->breaks, shift);

  G_STATIC_ASSERT (RANG_MOST_BREAKS <= RANG_MAX_BREAKS);
  r->n_breaks = 0;
  for (guint i = 0; i < breaks.n; i++)
    r->breaks[r->n_breaks++] = (RangBreak){ .from = breaks.list[i].window.from,
                                            .to = breaks.list[i].window.to - breaks.list[i].duration,
                                            .duration = breaks.list[i].duration };
}

static gboolean
fill_resource (
    const RangBoardDay *day, const RangRosterEntry *entry, Places *places, RangProblemResource *r, GError **error)
{
  const RangResource *resource = rang_board_input_find_resource (day->input, entry->resource);

  *r = (RangProblemResource)RANG_PROBLEM_RESOURCE_INIT;
  r->out_of_service = entry->out_of_service;
  r->from = entry->shift.from;
  r->to = entry->shift.to;
  if (r->from < 0 || r->to < r->from || r->to > RANG_TIME_END_OF_DAY)
    {
      g_set_error (error, RANG_BOARD_ERROR, RANG_BOARD_ERROR_INPUT,
                   /* Translators: "Van 3" */
                   _ ("The shift of %s makes no sense; give it from and to, or take it out of service"),
                   resource->name);
      return FALSE;
    }
  if (resource->capacity > 0)
    r->capacity_grams = resource->capacity;
  if (resource->capacity_parcels > 0)
    r->capacity_parcels = resource->capacity_parcels;
  r->skills = resource->skills;
  rang_board_fill_breaks (resource, entry->shift, r);
  if (day->input->unit->kind == RANG_UNIT_DELIVERY)
    {
      r->start = resource->start.located ? find_location (places, &resource->start, 0) : 0;
      r->end = resource->end.located ? find_location (places, &resource->end, 0) : 0;
    }
  return TRUE;
}

/* What was measured stands in place of what is reckoned, between places that the table knows. */
static void
take_roads (const RangRoads *roads, const Places *places, RangTravel *travel)
{
  g_autofree int *row = g_new0 (int, places->points->len + 1);

  for (guint i = 0; i < places->points->len; i++)
    {
      const RangTravelPoint *point = &g_array_index (places->points, RangTravelPoint, i);

      row[i] = point->located ? rang_roads_find (roads, point->latitude, point->longitude) : -1;
    }
  for (guint i = 0; i < places->points->len; i++)
    for (guint j = 0; j < places->points->len; j++)
      if (row[i] >= 0 && row[j] >= 0 && row[i] != row[j])
        rang_travel_set (travel, i, j, rang_roads_get_seconds (roads, (guint)row[i], (guint)row[j]),
                         rang_roads_get_metres (roads, (guint)row[i], (guint)row[j]));
}

/* The office's speeds are per cent of the usual one; the planner counts in thousandths. */
static void
take_speeds (const RangSettings *settings, RangTravel *travel)
{
  guint permille[RANG_N_HOURS];

  for (guint hour = 0; hour < RANG_N_HOURS; hour++)
    permille[hour] = (guint)MAX (settings->speeds[hour], 1) * 10;
  rang_travel_set_speeds (travel, permille);
}

static RangTravel *
make_travel (const RangBoardDay *day, const Places *places)
{
  const RangSettings *settings = day->input->settings;
  const guint depot = 0;
  RangTravel *travel;

  if (day->input->unit->kind == RANG_UNIT_PRODUCTION)
    return rang_travel_new (0);
  travel = rang_travel_new_from_points ((const RangTravelPoint *)(gpointer)places->points->data, places->points->len,
                                      &depot, settings->depot.located ? 1 : 0, (guint)MAX (settings->road_factor, 0),
                                      (guint)MAX (settings->speed, 1));
  if (day->input->roads != NULL)
    take_roads (day->input->roads, places, travel);
  take_speeds (settings, travel);
  return travel;
}

gboolean
rang_board_day_make_problem (RangBoardDay *day, GError **error)
{
  g_auto (Places) places = { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                             g_array_new (FALSE, FALSE, sizeof (RangTravelPoint)) };
  g_autofree RangJob *jobs = g_new0 (RangJob, day->orders->len + 1);
  g_autofree RangProblemResource *resources = g_new0 (RangProblemResource, day->roster->len + 1);
  const RangPlace *depot = &day->input->settings->depot;
  RangTravelPoint start = { depot->lat, depot->lon, depot->located };
  g_autoptr (RangTravel) travel = NULL;

  g_array_append_val (places.points, start);
  for (guint i = 0; i < day->orders->len; i++)
    fill_job (day, day->orders->pdata[i], &places, &jobs[i]);
  if (day->near != NULL)
    fill_near (day, jobs);
  else
    fill_signed (day, jobs);
  for (guint i = 0; i < day->roster->len; i++)
    if (!fill_resource (day, day->roster->pdata[i], &places, &resources[i], error))
      return FALSE;
  travel = make_travel (day, &places);
  day->problem = rang_problem_new (resources, day->roster->len, jobs, day->orders->len, travel, error);
  if (day->problem == NULL)
    return FALSE;
  day->left = rang_board_day_fill_left (day, jobs, resources)
                  ? rang_problem_new (resources, day->roster->len, jobs, day->orders->len, travel, error)
                  : rang_problem_ref (day->problem);
  return day->left != NULL;
}
