/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "desk/rang-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RangRosterBar:
 *
 * The day's vans: who drives, when, and what is out of service. Each is a button that opens what can be changed.
 */
#define RANG_TYPE_ROSTER_BAR (rang_roster_bar_get_type ())
G_DECLARE_FINAL_TYPE (RangRosterBar, rang_roster_bar, RANG, ROSTER_BAR, GtkWidget)

/** rang_roster_bar_show: takes the desk's day */
void
rang_roster_bar_show (RangRosterBar *self, RangDesk *desk);

G_END_DECLS
