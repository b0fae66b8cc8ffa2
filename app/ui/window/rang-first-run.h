/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "office/rang-office-found.h"

G_BEGIN_DECLS

/**
 * RangFirstRun:
 *
 * The steps to an office of one's own: the company, its departments, who answers for what, the vans.
 */
#define RANG_TYPE_FIRST_RUN (rang_first_run_get_type ())
G_DECLARE_FINAL_TYPE (RangFirstRun, rang_first_run, RANG, FIRST_RUN, AdwWindow)

/**
 * RangFounded:
 * @plan: (transfer full): what was asked for
 */
typedef void (*RangFounded) (RangNewOffice *plan, gpointer data);

/**
 * rang_first_run_open:
 * @founded: called once the last step is done; not when the window is closed before
 */
void
rang_first_run_open (GtkWindow *parent, RangFounded founded, gpointer data);

G_END_DECLS
