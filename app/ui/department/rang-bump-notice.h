/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangBumpNotice:
 *
 * Above a department's list: which of its orders somebody's override displaced, who did it, why, and how late they are
 * now; its head may answer there, until the hand-over.
 */
#define RANG_TYPE_BUMP_NOTICE (rang_bump_notice_get_type ())
G_DECLARE_FINAL_TYPE (RangBumpNotice, rang_bump_notice, RANG, BUMP_NOTICE, GtkWidget)

void
rang_bump_notice_show (RangBumpNotice *self, RangDesk *desk, gint64 department);

G_END_DECLS
