/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the demo's past days: the pushing of old, what it did to promises, and what the clients did then. */
#include <glib/gi18n-lib.h>

#include "domain/rang-calendar.h"
#include "office/rang-demo-drive.h"

/* From this past day on the points decided, and pushes had to be granted for a reason. */
#define CUT 40
#define FEWEST 70
#define MOST 84
/* Above this place, counted from 0, nobody needs help. */
#define FIRST_TO_HELP 12

typedef struct
{
  RangDemoBuild *build;
  RangDemoDay *day;
  GPtrArray *orders; /* by rank */
  GArray *suggested; /* (element-type Keyed): by worth */
  int index;
  gboolean old_way;
} Today;

typedef struct
{
  RangOrder *order;
  gint32 key;
} Keyed;

static gint
by_key (gconstpointer a, gconstpointer b)
{
  const Keyed *one = a, *two = b;

  if (one->key != two->key)
    return one->key < two->key ? -1 : 1;
  return (one->order->number > two->order->number) - (one->order->number < two->order->number);
}

static GArray *
sort_by_worth (const RangDemoBuild *build, GPtrArray *orders)
{
  GArray *keyed = g_array_sized_new (FALSE, FALSE, sizeof (Keyed), orders->len);

  for (guint i = 0; i < orders->len; i++)
    {
      RangOrder *order = g_ptr_array_index (orders, i);
      Keyed one = { order, -rang_demo_build_worth (build, order) };

      g_array_append_val (keyed, one);
    }
  g_array_sort (keyed, by_key);
  return keyed;
}

/* The list as it lay on the delivery chief's desk: small orders are quickly written, so they lie on top. */
static void
lay_on_the_desk (Today *today)
{
  g_autoptr (GArray) keyed = g_array_new (FALSE, FALSE, sizeof (Keyed));

  for (guint i = 0; i < today->orders->len; i++)
    {
      RangOrder *order = g_ptr_array_index (today->orders, i);
      Keyed one = { order, order->parcels * 5 + rang_demo_random_between (&today->build->random, 0, 50) };

      g_array_append_val (keyed, one);
    }
  g_array_sort (keyed, by_key);
  for (guint i = 0; i < keyed->len; i++)
    today->orders->pdata[i] = g_array_index (keyed, Keyed, i).order;
}

static gint32
suggested_of (const Today *today, const RangOrder *order)
{
  for (guint i = 0; i < today->suggested->len; i++)
    if (g_array_index (today->suggested, Keyed, i).order == order)
      return (gint32)i + 1;
  return 0;
}

static const RangClient *
client_of (const RangDemoBuild *build, const RangOrder *order)
{
  return g_ptr_array_index (build->demo->clients, (guint)order->client - 1);
}

/* --- pushes --- */

static void
move_free (gpointer data)
{
  RangDemoMove *move = data;

  g_array_unref (move->harmed);
  g_free (move->note);
  g_free (move);
}

static gint32
lateness (const RangOrder *order, const RangDemoDrive *drive)
{
  if (drive->at == RANG_TIME_NONE)
    return G_MAXINT32;
  return MAX (drive->at - order->promised.to, 0);
}

/* 0 on time, 1 late, 2 not today. */
static int
state_of (gint32 lateness)
{
  return lateness == 0 ? 0 : lateness == G_MAXINT32 ? 2 : 1;
}

static void
take_and_set (GPtrArray *orders, guint from, guint to)
{
  gpointer order = g_ptr_array_steal_index (orders, from);

  g_ptr_array_insert (orders, (gint)to, order);
}

static const RangDemoDrive *
drive_of (GPtrArray *orders, const RangDemoDrive *drives, const RangOrder *order)
{
  guint index = 0;

  g_ptr_array_find (orders, order, &index);
  return &drives[index];
}

/* What the move from the ranking @before costs: the states that differ. */
static void
weigh (const Today *today, RangDemoMove *move, const RangOrder *moved, GPtrArray *before)
{
  guint n = before->len;
  g_autofree RangDemoDrive *old = g_new (RangDemoDrive, n), *new = g_new (RangDemoDrive, n);
  gboolean counted[RANG_DEMO_N_CLIENTS] = { FALSE };

  rang_demo_drive (today->build->demo, before, !today->old_way, old);
  rang_demo_drive (today->build->demo, today->orders, !today->old_way, new);
  for (guint i = 0; i < n; i++)
    {
      const RangOrder *order = g_ptr_array_index (before, i);
      gint32 was = lateness (order, &old[i]);
      gint32 is = lateness (order, drive_of (today->orders, new, order));
      RangDemoHarm harm = { order->number, is == G_MAXINT32 ? -1 : (is - was + 59) / 60, was > 0 };

      if (order == moved)
        move->state_gained = state_of (is) < state_of (was);
      else if (is - 300 > was)
        {
          g_array_append_val (move->harmed, harm);
          if (!counted[order->client - 1])
            move->value_at_risk += client_of (today->build, order)->annual_value.minor;
          counted[order->client - 1] = TRUE;
        }
    }
}

static RangReasonCode
find_reason (const Today *today, const RangOrder *order, const char **note)
{
  const RangClient *client = client_of (today->build, order);

  *note = NULL;
  if (today->build->stories[order->client - 1].friend)
    {
      *note = _ ("Asked for by phone, as a favour");
      return RANG_REASON_CLIENT_ASKED;
    }
  if (client->stage == RANG_STAGE_TRIAL)
    return RANG_REASON_CONTRACT;
  if (order->penalty_clause)
    return RANG_REASON_PENALTY;
  if (order->first_promised_day != order->promised_day)
    return RANG_REASON_PROMISE_RENEWED;
  return rang_demo_random_chance (&today->build->random, 60) ? RANG_REASON_CLIENT_ASKED : RANG_REASON_CLIENT_AT_RISK;
}

/* Whom a push is for: mostly whom somebody likes, else whoever called last. */
static guint
draw_target (Today *today)
{
  RangDemoRandom *random = &today->build->random;
  guint index = 0;

  for (int attempt = 0; attempt < 40; attempt++)
    {
      const RangOrder *order;

      index = (guint)rang_demo_random_between (random, 12, (gint32)today->orders->len - 1);
      order = g_ptr_array_index (today->orders, index);
      if (today->build->stories[order->client - 1].friend || attempt > 24)
        break;
    }
  return index;
}

static void
push (Today *today, RangTime at)
{
  RangDemoRandom *random = &today->build->random;
  guint from = draw_target (today), to = rang_demo_random_below (random, 9);
  RangOrder *order = g_ptr_array_index (today->orders, from);
  RangDemoMove *move = g_new0 (RangDemoMove, 1);
  g_autoptr (GPtrArray) before = NULL;
  const char *note;

  move->order = order->number;
  move->asked_by = order->department == RANG_DEMO_CLIENTS ? RANG_DEMO_HEAD_OF_CLIENTS : RANG_DEMO_HEAD_OF_ACTIVE_SALES;
  move->by = RANG_DEMO_HEAD_OF_SALES;
  move->at = at;
  move->from = (gint32)from + 1;
  move->to = (gint32)to + 1;
  move->suggested = suggested_of (today, order);
  move->reason = find_reason (today, order, &note);
  move->harmed = g_array_new (FALSE, FALSE, sizeof (RangDemoHarm));
  move->granted = rang_demo_random_chance (
      random, today->old_way                                                             ? 92
              : move->suggested < move->from && move->reason != RANG_REASON_CLIENT_ASKED ? 70
                                                                                         : 10);
  move->note = g_strdup (move->granted ? note : _ ("The points say otherwise; call the client instead"));
  g_ptr_array_add (today->day->moves, move);
  if (!move->granted)
    return;
  before = g_ptr_array_copy (today->orders, NULL, NULL);
  take_and_set (today->orders, from, to);
  weigh (today, move, order, before);
}

/* What the points do not say yet, the head of sales does by hand: an order that costs a penalty goes to the front. A
 * habit of one kind is a rule that is missing, and what Rules can offer. */
static void
put_penalty_first (Today *today)
{
  guint from = FIRST_TO_HELP;
  RangDemoMove *move;
  g_autoptr (GPtrArray) before = NULL;
  RangOrder *order = NULL;

  while (from < today->orders->len && !((RangOrder *)today->orders->pdata[from])->penalty_clause)
    from++;
  if (from == today->orders->len)
    return;
  order = today->orders->pdata[from];
  move = g_new0 (RangDemoMove, 1);
  move->order = order->number;
  move->by = RANG_DEMO_HEAD_OF_SALES;
  move->at = 8 * 3600 + 600;
  move->granted = TRUE;
  move->from = (gint32)from + 1;
  move->to = move->from / 4;
  move->suggested = suggested_of (today, order);
  move->reason = RANG_REASON_PENALTY;
  move->harmed = g_array_new (FALSE, FALSE, sizeof (RangDemoHarm));
  g_ptr_array_add (today->day->moves, move);
  before = g_ptr_array_copy (today->orders, NULL, NULL);
  take_and_set (today->orders, from, (guint)move->to - 1);
  weigh (today, move, order, before);
}

static void
push_all (Today *today)
{
  RangDemoRandom *random = &today->build->random;
  gint32 n = today->old_way ? rang_demo_random_between (random, 4, 8) : rang_demo_random_between (random, 0, 2);

  for (gint32 i = 0; i < n; i++)
    push (today, 7 * 3600 + 120 + i * rang_demo_random_between (random, 240, 420));
  if (!today->old_way && today->index % 2 == 0)
    put_penalty_first (today);
  for (guint i = 0; i < today->day->moves->len; i++)
    {
      const RangDemoMove *move = g_ptr_array_index (today->day->moves, i);

      for (guint k = 0; k < move->harmed->len; k++)
        for (guint o = 0; o < today->orders->len; o++)
          {
            RangOrder *order = g_ptr_array_index (today->orders, o);

            if (order->number == g_array_index (move->harmed, RangDemoHarm, k).order)
              order->bumps++;
          }
    }
}

/* --- what became of it --- */

static void
carry_over (Today *today, RangOrder *order, RangDemoResult *result, RangDay next)
{
  if (today->build->stories[order->client - 1].gone
      || (order->first_promised_day != order->promised_day && rang_demo_random_chance (&today->build->random, 25)))
    {
      order->state = result->state = RANG_ORDER_FAILED;
      result->fail_reason = RANG_FAIL_CANCELLED;
      order->outcome_reason = g_strdup (rang_fail_reason_to_nick (RANG_FAIL_CANCELLED));
      g_ptr_array_add (today->build->demo->past, order);
      return;
    }
  result->state = RANG_ORDER_CARRIED_OVER;
  result->fail_reason = RANG_FAIL_NOT_REACHED;
  result->carried_to = next;
  order->promised_day = next;
  order->state = RANG_ORDER_ENTERED;
  g_ptr_array_add (today->build->waiting, order);
}

static void
deliver (Today *today, RangOrder *order, const RangDemoDrive *drive, RangDemoResult *result)
{
  RangDemoRandom *random = &today->build->random;
  static const RangFailReason fails[] = { RANG_FAIL_ABSENT, RANG_FAIL_REFUSED, RANG_FAIL_GOODS_MISSING };

  result->resource = drive->resource;
  result->at = drive->at + rang_demo_random_between (random, 0, 6) * 60;
  result->at -= result->at % 60;
  order->outcome_at = result->at;
  order->state = RANG_ORDER_DELIVERED;
  if (rang_demo_random_chance (random, 2))
    {
      order->state = RANG_ORDER_FAILED;
      result->fail_reason = fails[rang_demo_random_below (random, G_N_ELEMENTS (fails))];
    }
  else if (rang_demo_random_chance (random, 2))
    {
      order->state = RANG_ORDER_PART;
      result->fail_reason = RANG_FAIL_GOODS_MISSING;
    }
  if (result->fail_reason >= 0)
    order->outcome_reason = g_strdup (rang_fail_reason_to_nick (result->fail_reason));
  if (order->state != RANG_ORDER_FAILED)
    result->minutes_late = MAX ((result->at - order->promised.to + 59) / 60, 0);
  result->state = order->state;
  g_ptr_array_add (today->build->demo->past, order);
}

static void
live (Today *today, RangDay next)
{
  g_autofree RangDemoDrive *drives = g_new (RangDemoDrive, today->orders->len);
  RangDay day = today->day->day;

  rang_demo_drive (today->build->demo, today->orders, !today->old_way, drives);
  for (guint i = 0; i < today->orders->len; i++)
    {
      RangOrder *order = g_ptr_array_index (today->orders, i);
      RangDemoResult result = { .order = order->number,
                                .rank = (gint32)i + 1,
                                .at = RANG_TIME_NONE,
                                .fail_reason = -1,
                                .carried_to = RANG_DAY_NONE };

      result.suggested = suggested_of (today, order);
      if (drives[i].resource == 0)
        carry_over (today, order, &result, next);
      else
        deliver (today, order, &drives[i], &result);
      g_array_append_val (today->day->results, result);
      rang_demo_build_remember (today->build, order,
                                result.resource != 0 && result.minutes_late == 0 && result.fail_reason < 0, day);
    }
}

static void
build_day (RangDemoBuild *build, int index, RangDay day, RangDay next)
{
  g_autoptr (GPtrArray) drawn = NULL;
  Today today = { .build = build, .index = index, .old_way = index < CUT };
  RangDemoDay *past = g_new0 (RangDemoDay, 1);

  past->day = day;
  past->results = g_array_new (FALSE, FALSE, sizeof (RangDemoResult));
  past->moves = g_ptr_array_new_with_free_func (move_free);
  g_ptr_array_add (build->demo->days, past);
  today.day = past;
  today.orders = g_ptr_array_new ();
  rang_demo_build_take_waiting (build, today.orders);
  drawn = rang_demo_build_draw (build, (guint)rang_demo_random_between (&build->random, FEWEST, MOST), index, day);
  g_ptr_array_extend (today.orders, drawn, NULL, NULL);
  rang_demo_build_submit (build, today.orders);
  today.suggested = sort_by_worth (build, today.orders);
  if (today.old_way)
    lay_on_the_desk (&today);
  else
    for (guint i = 0; i < today.orders->len; i++)
      today.orders->pdata[i] = g_array_index (today.suggested, Keyed, i).order;
  push_all (&today);
  live (&today, next);
  g_array_unref (today.suggested);
  g_ptr_array_unref (today.orders);
}

void
rang_demo_build_past (RangDemoBuild *build)
{
  const RangSettings *settings = build->demo->settings;
  RangDay day = rang_calendar_add_working_days (settings, build->demo->today, -RANG_DEMO_DAYS);

  for (int i = 0; i < RANG_DEMO_DAYS; i++)
    {
      RangDay next = rang_calendar_add_working_days (settings, day, 1);

      if (i == CUT)
        build->demo->cut = day;
      build_day (build, i, day, i + 1 < RANG_DEMO_DAYS ? next : build->demo->today);
      day = next;
    }
}
