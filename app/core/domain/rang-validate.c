/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what is valid and what is complete: the one place that knows. */
#include "domain/rang-validate.h"

#include <glib/gi18n-lib.h>

#include "domain/rang-skill.h"

#define MOST_TEXT 10000
#define MOST_MONEY G_GINT64_CONSTANT (10000000000000)
#define MOST_LOAD G_GINT64_CONSTANT (100000000)

typedef struct
{
  const char *where;
  const char *order;
  GPtrArray *problems;
  guint before;
} Check;

static void
say (Check *check, const char *field, const char *problem, const char *remedy)
{
  g_ptr_array_add (check->problems, rang_refusal_new (check->where, check->order, field, problem, remedy));
}

static gboolean
is_done (Check *check)
{
  return check->problems->len == check->before;
}

static Check
start (const char *where, const char *order, GPtrArray *problems)
{
  return (Check){ where, order, problems, problems->len };
}

static void
check_text (Check *check, const char *field, const char *text)
{
  if (text == NULL)
    return;
  if (!g_utf8_validate (text, -1, NULL))
    say (check, field, _ ("the text is not valid UTF-8"), _ ("name the file's encoding in the mapping"));
  else if (g_utf8_strlen (text, -1) > MOST_TEXT)
    say (check, field, _ ("the text has over 10,000 characters"), _ ("shorten it"));
}

static void
check_window (Check *check, const char *field, RangTimeWindow window)
{
  if (window.from == RANG_TIME_NONE && window.to == RANG_TIME_NONE)
    return;
  if (window.from < 0 || window.to > RANG_TIME_END_OF_DAY || window.to < 0)
    say (check, field, _ ("the time is not on one day"), _ ("give both times between 00:00 and 24:00"));
  else if (window.to < window.from)
    say (check, field, _ ("the window ends before it starts"), _ ("exchange or correct the two times"));
}

/* When a door is open. */
static void
check_hours (Check *check, RangTimeWindow hours, const RangShut *shut)
{
  check_window (check, "hours", hours);
  if (!rang_shut_fits (shut, hours))
    say (check, "hours", _ ("the hours do not follow each other"),
         _ ("give them in the order of the day, such as 08:00-12:00, 13:00-17:00"));
}

static void
check_service (Check *check, gint32 service)
{
  if (service < -1 || service > RANG_TIME_END_OF_DAY)
    say (check, "service", _ ("the service time must lie within one day"), _ ("correct the minutes at the door"));
}

static void
check_money (Check *check, const char *field, RangMoney money)
{
  if (money.minor == 0 && money.currency[0] == '\0')
    return;
  if (!rang_money_currency_is_valid (money.currency))
    say (check, field, _ ("the currency is no ISO 4217 code"), _ ("give three capital letters such as RON"));
  if (ABS (money.minor) > MOST_MONEY)
    say (check, field, _ ("the amount is too large"), _ ("check the decimal separator"));
}

static void
check_place (Check *check, const RangPlace *place)
{
  check_text (check, "street", place->street);
  check_text (check, "city", place->city);
  check_text (check, "postcode", place->postcode);
  check_text (check, "country", place->country);
  if (place->located && (ABS (place->lat) > 90000000 || ABS (place->lon) > 180000000))
    say (check, "coordinates", _ ("the coordinates are not on earth"),
         _ ("paste latitude, then longitude, in degrees"));
}

/* Where a van starts or ends its day if not at the depot. */
static void
check_own_place (Check *check, const char *field, const RangPlace *place)
{
  check_place (check, place);
  if (!place->located && (place->street != NULL || place->city != NULL))
    say (check, field, _ ("a place of its own has no coordinates"),
         _ ("paste latitude and longitude, or leave it empty for the depot"));
}

static void
check_requested (Check *check, const RangRequested *requested)
{
  if (requested->from_day != RANG_DAY_NONE && requested->to_day != RANG_DAY_NONE
      && (requested->to_day < requested->from_day
          || (requested->to_day == requested->from_day && requested->from_time != RANG_TIME_NONE
              && requested->to_time != RANG_TIME_NONE && requested->to_time < requested->from_time)))
    say (check, "requested", _ ("the requested period ends before it starts"),
         _ ("ask the client for the right dates"));
}

static void
check_load (Check *check, const RangOrder *order)
{
  if (order->load < 0 || order->load > MOST_LOAD)
    say (check, "load", _ ("the load must lie between 0 and 100,000 kg"), _ ("correct the weight or its unit"));
  if (order->parcels < 0 || order->parcels > 100000)
    say (check, "parcels", _ ("the parcels must lie between 0 and 100,000"), _ ("correct the number of parcels"));
  check_service (check, order->service);
  if (order->goods == RANG_GOODS_READY_LATER && (order->goods_from < 0 || order->goods_from > RANG_TIME_END_OF_DAY))
    say (check, "goods", _ ("goods ready later need a time of day"), _ ("give the time as HH:MM"));
  if ((order->skills & ~RANG_ALL_SKILLS) != 0)
    say (check, "skills", _ ("that is nothing a van can have"), _ ("choose lift, cold or both"));
}

gboolean
rang_validate_order (const RangOrder *order, const char *where, GPtrArray *problems)
{
  Check check = start (where, order->client_number, problems);
  const char *const texts[] = { order->client_number,     order->buyer,   order->buyer_tax_number,
                                order->importance_reason, order->invoice, order->contact_name,
                                order->contact_phone,     order->note,    order->access_note };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    check_text (&check, "text", texts[i]);
  for (guint i = 0; i < order->lines->len; i++)
    {
      const RangOrderLine *line = g_ptr_array_index (order->lines, i);

      check_text (&check, "line", line->description);
      check_text (&check, "line", line->article);
    }
  check_place (&check, &order->place);
  check_money (&check, "value", order->value);
  if (order->to_collect < 0 || order->to_collect > MOST_MONEY)
    say (&check, "to-collect", _ ("the amount to collect is not possible"), _ ("correct the amount"));
  check_requested (&check, &order->requested);
  check_window (&check, "promised", order->promised);
  check_load (&check, order);
  return is_done (&check);
}

static void
check_unread (Check *check, const char *unread)
{
  g_autoptr (GString) problem = NULL;

  if (unread == NULL)
    return;
  /* Translators: %s is what was wrong with it */
  problem = g_string_new (_ ("a part of the file could not be read: %s"));
  g_string_replace (problem, "%s", unread, 1);
  say (check, "source", problem->str, _ ("compare the order with the file, correct it and save it"));
}

gboolean
rang_validate_order_complete (const RangOrder *order, const char *where, GPtrArray *problems)
{
  Check check = start (where, order->client_number, problems);

  if (order->client == 0)
    say (&check, "client", order->buyer != NULL ? _ ("the client is unknown") : _ ("the buyer is not named"),
         _ ("choose the client, or make a new one of it (stage trial)"));
  if (order->department == 0)
    say (&check, "department", _ ("no department is named"), _ ("choose the department"));
  if (order->promised_day == RANG_DAY_NONE || order->promised.from == RANG_TIME_NONE)
    say (&check, "promised", _ ("there is no promised window"), _ ("promise a day with from and to"));
  if (order->importance == RANG_IMPORTANCE_UNKNOWN)
    say (&check, "importance", _ ("the importance is not stated"), _ ("state high, normal or low"));
  if (order->value.minor < 0)
    say (&check, "value", _ ("the value is negative"),
         _ ("enter a credit note elsewhere; an order is worth 0 or more"));
  check_unread (&check, order->unread);
  return is_done (&check);
}

gboolean
rang_validate_client (const RangClient *client, const char *where, GPtrArray *problems)
{
  Check check = start (where, NULL, problems);

  if (client->name == NULL || client->name[0] == '\0')
    say (&check, "name", _ ("the client has no name"), _ ("give the name as on the invoice"));
  check_text (&check, "name", client->name);
  check_text (&check, "tax-number", client->tax_number);
  check_money (&check, "annual-value", client->annual_value);
  check_hours (&check, client->hours, &client->shut);
  check_service (&check, client->service);
  for (guint i = 0; i < client->addresses->len; i++)
    {
      const RangAddress *address = g_ptr_array_index (client->addresses, i);

      check_place (&check, &address->place);
      check_text (&check, "access", address->access_note);
      check_hours (&check, address->hours, &address->shut);
      check_service (&check, address->service);
    }
  return is_done (&check);
}

gboolean
rang_validate_resource (const RangResource *resource, const char *where, GPtrArray *problems)
{
  Check check = start (where, NULL, problems);

  if (resource->name == NULL || resource->name[0] == '\0')
    say (&check, "name", _ ("the resource has no name"), _ ("give it a name"));
  check_text (&check, "name", resource->name);
  check_text (&check, "plate", resource->plate);
  check_text (&check, "category", resource->category);
  if (resource->capacity < 0 || resource->capacity_parcels < 0)
    say (&check, "capacity", _ ("the capacity is negative"), _ ("give 0 for unlimited"));
  else if (resource->capacity > MOST_LOAD || resource->capacity_parcels > 100000)
    say (&check, "capacity", _ ("a van carries at most 100,000 kg and 100,000 parcels"), _ ("give 0 for unlimited"));
  check_window (&check, "shift", resource->shift);
  if (resource->shift.from >= resource->shift.to)
    say (&check, "shift", _ ("the shift has no length"), _ ("give both times, such as 08:00 and 17:00"));
  if ((resource->skills & ~RANG_ALL_SKILLS) != 0)
    say (&check, "skills", _ ("that is nothing a van can have"), _ ("choose lift, cold or both"));
  if (!rang_breaks_are_possible (&resource->breaks))
    say (&check, "breaks", _ ("the breaks do not fit into their windows one after the other"),
         _ ("give them in the order of the day, such as 12:00-13:00, or 11:30-14:00/30 for half an hour in between"));
  check_own_place (&check, "start", &resource->start);
  check_own_place (&check, "end", &resource->end);
  return is_done (&check);
}

gboolean
rang_validate_settings (const RangSettings *settings, const char *where, GPtrArray *problems)
{
  Check check = start (where, NULL, problems);
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (settings->zone);

  if (zone == NULL)
    say (&check, "zone", _ ("the time zone is unknown"), _ ("give a name such as Europe/Bucharest"));
  if (!rang_money_currency_is_valid (settings->currency))
    say (&check, "currency", _ ("the currency is no ISO 4217 code"), _ ("give three capital letters such as RON"));
  if (settings->speed < 1000 || settings->speed > 200000)
    say (&check, "speed", _ ("the speed must lie between 1 and 200 km/h"), _ ("correct the speed"));
  for (guint hour = 0; hour < RANG_N_HOURS; hour++)
    if (settings->speeds[hour] < 10 || settings->speeds[hour] > 300)
      say (&check, "speeds", _ ("a speed of an hour must lie between 10 and 300 per cent of the usual one"),
           _ ("correct the per cent of that hour"));
  if (settings->road_factor < 1000 || settings->road_factor > 5000)
    say (&check, "road-factor", _ ("the road factor must lie between 1 and 5"), _ ("correct the factor"));
  if (settings->high_quota < 0 || settings->high_quota > 100)
    say (&check, "high-quota", _ ("the quota must lie between 0 and 100 %"), _ ("correct the quota"));
  if ((settings->working_days & 0x7f) == 0)
    say (&check, "working-days", _ ("no weekday is a working day"), _ ("choose at least one"));
  check_window (&check, "hours", settings->hours);
  check_place (&check, &settings->depot);
  return is_done (&check);
}
