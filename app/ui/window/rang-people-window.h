/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangPeopleWindow:
 *
 * Who works here, who stands in for whom, and who may do what.
 */
#define RANG_TYPE_PEOPLE_WINDOW (rang_people_window_get_type ())
G_DECLARE_FINAL_TYPE (RangPeopleWindow, rang_people_window, RANG, PEOPLE_WINDOW, AdwPreferencesWindow)

void
rang_people_window_open (GtkWindow *parent, RangDesk *desk);

/** rang_people_window_describe: Returns: (transfer full): the person's roles in words, deputies included */
char *
rang_people_window_describe (const RangDayView *view, const RangPerson *person);

G_END_DECLS
