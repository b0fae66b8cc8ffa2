/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board.h"

G_BEGIN_DECLS

#define HANDMADE_DAY 20781 /* Tuesday, 2026-11-24 */
#define ACTIVE_SALES 1
#define CLIENTS 2
#define HEAD_OF_ACTIVE_SALES 11
#define HEAD_OF_CLIENTS 12
#define HEAD_OF_SALES 13
#define HOUR 3600
#define MINUTE 60

/* An office of two departments with @n_vans vans, 08:00–16:00, at a depot in Brașov; 36 km/h on straight roads, 10
 * minutes at the door. */
RangBoardInput *
office_new (guint n_vans);

/* Two departments and @n_machines machines, 08:00–16:00, without travel. */
RangBoardInput *
office_new_production (guint n_machines);

/* An order of a client of its own (id 100 + @number, worth @number × 1,000 lei a year), @km north of the depot. */
RangOrder *
office_add_order (RangBoardInput *input,
                  gint64 number,
                  gint64 department,
                  int km,
                  RangTimeWindow promised,
                  char class_letter,
                  gint64 points);

/* @n orders 1 … @n at random places with random windows, classes and points. */
void
office_add_random_orders (RangBoardInput *input, guint n, GRand *rand);

/* The facts of an order, and its client. */
RangBoardOrder *
office_find (RangBoardInput *input, gint64 number);
RangClient *
office_client (RangBoardInput *input, gint64 number);

/* A *placed* mark. */
void
office_place (RangBoardInput *input, gint64 number, gint64 person, int reason);

RangBoard *
office_board (RangBoardInput *input);

/* A new generator; its seed is printed, or taken from RANG_TEST_SEED. */
GRand *
new_rand (void);

G_END_DECLS
