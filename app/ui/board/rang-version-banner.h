/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangVersionBanner:
 *
 * The line above the board and the routes of a signed day: who signed which version, what an amendment changes, and for
 * the delivery chief *Accept* and *Return*. It hides while nothing is signed.
 */
#define RANG_TYPE_VERSION_BANNER (rang_version_banner_get_type ())
G_DECLARE_FINAL_TYPE (RangVersionBanner, rang_version_banner, RANG, VERSION_BANNER, GtkWidget)

/**
 * rang_version_banner_show:
 * @desk: whose day it is about; a reference is kept
 * @only_waiting: whether to show only while a version waits for the delivery chief
 */
void
rang_version_banner_show (RangVersionBanner *self, RangDesk *desk, gboolean only_waiting);

G_END_DECLS
