/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-client.h"
#include "domain/rang-order.h"
#include "domain/rang-settings.h"

G_BEGIN_DECLS

/**
 * rang_promise_propose:
 * @requested: what the client asked for
 * @client: (nullable): the client, for its usual hours
 * @address: (nullable): where it goes; its hours come first
 * @mapping_hours: (nullable): the hours that the mapping of the file states
 * @settings: the office: its hours and working calendar
 * @earliest: no day before this one is proposed as long as the period goes on until then (the day it was ordered, or
 *   today if that is later), or %RANG_DAY_NONE
 * @day: (out): the proposed day
 * @window: (out): the proposed window on it
 *
 * DESIGN.md §3.1: the last working day of the period, or its last day if none is a working day, in the client's usual
 * hours, else the mapping's, else the office's; cut to the times that the client named for that day.
 *
 * Returns: %FALSE if nothing was asked for: there is nothing to propose from
 */
gboolean
rang_promise_propose (const RangRequested *requested,
                      const RangClient *client,
                      const RangAddress *address,
                      const RangTimeWindow *mapping_hours,
                      const RangSettings *settings,
                      RangDay earliest,
                      RangDay *day,
                      RangTimeWindow *window);

G_END_DECLS
