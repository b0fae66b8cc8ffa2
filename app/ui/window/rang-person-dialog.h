/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangPersonDialog:
 *
 * Name, login account and roles of one person.
 */
#define RANG_TYPE_PERSON_DIALOG (rang_person_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RangPersonDialog, rang_person_dialog, RANG, PERSON_DIALOG, AdwWindow)

/** rang_person_dialog_open: @person: id; 0 for somebody new */
void
rang_person_dialog_open (GtkWindow *parent, RangDesk *desk, gint64 person);

G_END_DECLS
