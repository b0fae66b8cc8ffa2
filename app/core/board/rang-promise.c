/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proposes a promise from what a client asked for. */
#include "board/rang-promise.h"

#include "domain/rang-calendar.h"

static gboolean
are_known (RangTimeWindow hours)
{
  return hours.from >= 0 && hours.to > hours.from;
}

static RangTimeWindow
usual_hours (const RangClient *client,
             const RangAddress *address,
             const RangTimeWindow *mapping_hours,
             const RangSettings *settings)
{
  if (address != NULL && are_known (address->hours))
    return address->hours;
  if (client != NULL && are_known (client->hours))
    return client->hours;
  if (mapping_hours != NULL && are_known (*mapping_hours))
    return *mapping_hours;
  return settings->hours;
}

/* The last working day of what is left of the period at @earliest. A deadline alone is a period from @earliest (or from as far back as a working day
 * lies) to it; a beginning alone is met by the first working day from it. */
static RangDay
choose_day (const RangRequested *requested, const RangSettings *settings, RangDay earliest)
{
  RangDay from = requested->from_day, to = requested->to_day;

  if (to == RANG_DAY_NONE)
    return rang_calendar_is_working_day (settings, from) ? from : rang_calendar_add_working_days (settings, from, 1);
  if (from != RANG_DAY_NONE)
    return rang_calendar_last_working_day (settings, MIN (MAX (from, earliest), to), to);
  if (earliest != RANG_DAY_NONE && earliest <= to)
    return rang_calendar_last_working_day (settings, earliest, to);
  if (earliest != RANG_DAY_NONE || rang_calendar_is_working_day (settings, to))
    return to;
  return rang_calendar_add_working_days (settings, to, -1);
}

/* Cuts the hours to the times named for that day. Times wholly outside the hours are what the client wants. */
static RangTimeWindow
cut (RangTimeWindow hours, const RangRequested *requested, RangDay day)
{
  RangTime from = requested->from_day == day ? requested->from_time : RANG_TIME_NONE;
  RangTime to = requested->to_day == day ? requested->to_time : RANG_TIME_NONE;
  RangTimeWindow both = { MAX (hours.from, from), to == RANG_TIME_NONE ? hours.to : MIN (hours.to, to) };

  if (from == RANG_TIME_NONE && to == RANG_TIME_NONE)
    return hours;
  if (both.from < both.to || (from == to && from != RANG_TIME_NONE && both.from == both.to))
    return both;
  if (from != RANG_TIME_NONE && to != RANG_TIME_NONE)
    return (RangTimeWindow){ from, to };
  if (to != RANG_TIME_NONE)
    return (RangTimeWindow){ MIN (hours.from, to), to };
  return (RangTimeWindow){ from, MAX (hours.to, from) };
}

gboolean
rang_promise_propose (const RangRequested *requested,
                      const RangClient *client,
                      const RangAddress *address,
                      const RangTimeWindow *mapping_hours,
                      const RangSettings *settings,
                      RangDay earliest,
                      RangDay *day,
                      RangTimeWindow *window)
{
  g_return_val_if_fail (requested != NULL && settings != NULL && day != NULL && window != NULL, FALSE);

  if (requested->from_day == RANG_DAY_NONE && requested->to_day == RANG_DAY_NONE)
    return FALSE;
  *day = choose_day (requested, settings, earliest);
  *window = cut (usual_hours (client, address, mapping_hours, settings), requested, *day);
  return TRUE;
}
