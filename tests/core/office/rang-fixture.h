/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-board.h"
#include "office/rang-office-department.h"
#include "office/rang-office-version.h"
#include "office/rang-office-worker.h"

G_BEGIN_DECLS

/* People of the demo office. */
#define HEAD_OF_SALES 1
#define CHIEF 2
#define HEAD_OF_CLIENTS 3
#define HEAD_OF_ACTIVE 4

/**
 * Fixture:
 * @office: a fresh copy of the demo office of Tuesday, 24 November 2026, 07:00
 * @path: its store: a file in @folder, or a database of the server that tests were given
 * @folder: of its own
 * @clock: stands still
 */
typedef struct
{
  RangOffice *office;
  RangClock *clock;
  char *path;
  char *folder;
  RangDay day;
} Fixture;

Fixture *
fixture_new (void);

/** fixture_new_plain: Returns: an office as `init` makes it, one person with every role */
Fixture *
fixture_new_plain (void);
void
fixture_free (Fixture *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

/** fixture_open_again: Returns: a second connection to the same store */
RangOffice *
fixture_open_again (Fixture *fixture);

RangSession
fixture_session (const Fixture *fixture, gint64 person);

/** fixture_add_second_head: Returns: id of a second head of sales, who is there on @office too */
gint64
fixture_add_second_head (Fixture *fixture);

/** fixture_board: Returns: (transfer full): the board as it stands */
RangBoard *
fixture_board (Fixture *fixture);

/** fixture_order_at: Returns: the order at that rank */
gint64
fixture_order_at (Fixture *fixture, guint rank);

/** fixture_rank_of: Returns: its rank, 0 not on the board */
guint
fixture_rank_of (Fixture *fixture, gint64 order);

/** fixture_states: Returns: (transfer full): "rank order state minutes placed-by" a line: two boards are alike if these
 * are */
char *
fixture_states (Fixture *fixture);

/** fixture_move: moves and fails the test if refused. Returns: the log entry */
gint64
fixture_move (Fixture *fixture, gint64 person, gint64 order, int place, int reason);

/** fixture_count_log: Returns: how many entries of that word the log has; all for %NULL */
guint
fixture_count_log (Fixture *fixture, const char *what);

/** fixture_write: Returns: (transfer full): a file beside the store with that text */
char *
fixture_write (Fixture *fixture, const char *name, const char *text);

G_END_DECLS
