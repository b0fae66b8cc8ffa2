/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangCliSay:
 * @nick: how commands, CSV and JSON name it: "on-time"
 *
 * Returns: the word for it in the reader's language; @nick for one that is not known
 */
typedef const char *(*RangCliSay) (const char *nick);

const char *
rang_cli_say_board_state (const char *nick);
const char *
rang_cli_say_order_state (const char *nick);
const char *
rang_cli_say_push_state (const char *nick);
const char *
rang_cli_say_conflict_kind (const char *nick);
const char *
rang_cli_say_conflict_state (const char *nick);
const char *
rang_cli_say_importance (const char *nick);
const char *
rang_cli_say_reason (const char *nick);
const char *
rang_cli_say_role (const char *nick);
const char *
rang_cli_say_client_stage (const char *nick);

/**
 * rang_cli_say:
 * @say: (nullable): what translates @nick
 *
 * In English tables show the names that commands take; in another language, which has no such names, its words.
 *
 * Returns: what a table shows of @nick
 */
const char *
rang_cli_say (RangCliSay say, const char *nick);

G_END_DECLS
