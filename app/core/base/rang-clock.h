/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RangClock:
 *
 * The one source of "now". Whatever needs the time is handed a clock, so that tests can freeze it.
 * Instants are whole seconds since 1970-01-01T00:00:00Z.
 */
typedef struct _RangClock RangClock;

#define RANG_TYPE_CLOCK (rang_clock_get_type ())
GType
rang_clock_get_type (void);

/**
 * rang_clock_new_system:
 *
 * Returns: (transfer full): a clock that reads the machine's time. If the environment variable `RANG_NOW` holds an
 *   instant ("2026-11-24T07:30:00Z"), the clock stands still there: for tests and pictures.
 */
RangClock *
rang_clock_new_system (void);

/**
 * rang_clock_new_fixed:
 * @instant: seconds since the epoch, UTC
 *
 * Returns: (transfer full): a clock that stands at @instant until rang_clock_set() moves it
 */
RangClock *
rang_clock_new_fixed (gint64 instant);

/**
 * rang_clock_set:
 * @clock: a clock made by rang_clock_new_fixed()
 * @instant: seconds since the epoch, UTC
 */
void
rang_clock_set (RangClock *clock, gint64 instant);

RangClock *
rang_clock_ref (RangClock *clock);
void
rang_clock_unref (RangClock *clock);

/**
 * rang_clock_now:
 *
 * Returns: the instant, in seconds since the epoch, UTC
 */
gint64
rang_clock_now (RangClock *clock);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangClock, rang_clock_unref)

G_END_DECLS
