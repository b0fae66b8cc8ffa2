/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/rang-clock.h"
#include "base/rang-day.h"
#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangAppWindow:
 *
 * The application's window: the day, the acting person, the pages.
 */
#define RANG_TYPE_APP_WINDOW (rang_app_window_get_type ())
G_DECLARE_FINAL_TYPE (RangAppWindow, rang_app_window, RANG, APP_WINDOW, AdwApplicationWindow)

/**
 * rang_app_window_new:
 * @store: (nullable): the office's file or server; %NULL for the one chosen last; empty asks which
 * @person: (nullable): who acts; @day: or %RANG_DAY_NONE
 */
GtkWidget *
rang_app_window_new (GtkApplication *application, const char *store, RangClock *clock, const char *person, RangDay day);

/**
 * rang_app_window_new_at_desk:
 * @desk: (nullable): of that store, clock, person and day, open already; what it tells must not have been told yet
 *
 * As rang_app_window_new(); the day may have been read before there is a window to show it.
 */
GtkWidget *
rang_app_window_new_at_desk (GtkApplication *application,
                             const char *store,
                             RangClock *clock,
                             const char *person,
                             RangDay day,
                             RangDesk *desk);

G_END_DECLS
