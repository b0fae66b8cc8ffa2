/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board-input.h"

G_BEGIN_DECLS

/* The demo office's orders, clients, people, departments and vans of a day that is its today; without rules. */
RangBoardInput *
demo_day_new (RangDay day);

G_END_DECLS
