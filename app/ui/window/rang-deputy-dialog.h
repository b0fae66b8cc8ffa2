/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/** rang_deputy_dialog_open: asks who stands in for whom, in which role, from when to when */
void
rang_deputy_dialog_open (GtkWindow *parent, RangDesk *desk);

G_END_DECLS
