/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-board.h"
#include "rang-cli.h"

G_BEGIN_DECLS

/**
 * rang_cli_entry_to_json:
 * @suggestion: whether it is a row of `suggest` (with `needs`), else one of `board`
 *
 * Returns: (transfer full): one order as DESIGN.md section 7 fixes it
 */
JsonObject *
rang_cli_entry_to_json (RangCli *cli, RangBoard *board, const RangBoardEntry *entry, gboolean suggestion);

/** rang_cli_set_row: where a reason stands and what it asks: `table`, `row`, `asks` */
void
rang_cli_set_row (JsonObject *object, const RangBoardReason *reason);

/**
 * rang_cli_cost_to_json:
 *
 * Returns: (transfer full): `{"moved", "cost"}`
 */
JsonObject *
rang_cli_cost_to_json (RangCli *cli, const RangMoveCost *cost);

/**
 * rang_cli_print_cost:
 *
 * Tells a cost in words, for people.
 */
void
rang_cli_print_cost (RangCli *cli, const RangMoveCost *cost);

/**
 * rang_cli_print_move:
 * @move: (transfer full): what a command did or would do
 *
 * Returns: %RANG_CLI_DONE
 */
RangCliStatus
rang_cli_print_move (RangCli *cli, RangMove *move);

/**
 * rang_cli_routes_to_json:
 * @routes: (element-type RangBoardRoute)
 *
 * Returns: (transfer full): one object a van
 */
JsonArray *
rang_cli_routes_to_json (RangCli *cli, GPtrArray *routes, RangDay day);

G_END_DECLS
