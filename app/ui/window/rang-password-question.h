/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * rang_password_question_own:
 *
 * Lets the acting person set the own password, or change it.
 */
void
rang_password_question_own (GtkWindow *parent, RangDesk *desk);

/**
 * rang_password_question_reset:
 * @person: who forgot it
 *
 * Lets the head of sales give @person another password, to be told.
 */
void
rang_password_question_reset (GtkWindow *parent, RangDesk *desk, gint64 person);

G_END_DECLS
