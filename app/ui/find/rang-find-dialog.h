/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"
#include "office/rang-office-find.h"

G_BEGIN_DECLS

/**
 * RangFindDialog:
 *
 * Searches the whole office as somebody types: orders of every day, clients, people, vans, conflicts, and the window's
 * pages. The keys stay with the entry: arrows choose below it, Enter goes there, Escape closes.
 */
#define RANG_TYPE_FIND_DIALOG (rang_find_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RangFindDialog, rang_find_dialog, RANG, FIND_DIALOG, AdwWindow)

/**
 * RangFindChosen:
 * @hit: (nullable): where to go, without its texts
 * @page: (nullable): or the name of a page
 *
 * Called once, when the dialog is closing.
 */
typedef void (*RangFindChosen) (const RangHit *hit, const char *page, gpointer data);

/**
 * rang_find_dialog_open:
 * @text: (nullable): what to begin with
 * @data: must outlive the dialog, as @parent does
 */
void
rang_find_dialog_open (GtkWindow *parent, RangDesk *desk, const char *text, RangFindChosen chosen, gpointer data);

G_END_DECLS
