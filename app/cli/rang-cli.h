/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "office/rang-office.h"

G_BEGIN_DECLS

/**
 * RangCliStatus:
 *
 * The exit statuses of `rangctl`: a contract (DESIGN.md section 7).
 */
typedef enum
{
  RANG_CLI_DONE = 0,
  RANG_CLI_REFUSED = 1,
  RANG_CLI_USAGE = 2,
  RANG_CLI_PARTLY = 3,
  RANG_CLI_BROKEN = 4
} RangCliStatus;

typedef enum
{
  RANG_CLI_TABLE,
  RANG_CLI_CSV,
  RANG_CLI_JSON
} RangCliFormat;

/**
 * RangCli:
 * @store: the store's file
 * @actor: (nullable): what `--as` said
 * @password_fd: what `--password-fd` said; -1 none
 * @format: how lists are printed
 * @office: (nullable): open while a command that needs it runs
 * @session: who acts, on which day
 *
 * One call of `rangctl`.
 */
typedef struct
{
  char *store;
  char *actor;
  char *day;
  int password_fd;
  RangCliFormat format;
  RangClock *clock;
  RangOffice *office;
  RangSession session;
} RangCli;

/**
 * RangCliRun:
 * @argc: number of @argv
 * @argv: the command's word first, then its arguments; the global options are taken out
 */
typedef RangCliStatus (*RangCliRun) (RangCli *cli, int argc, char **argv);

/**
 * RangCliCommand:
 * @name: the command's word
 * @arguments: for the help: "ORDER… PLACE"
 * @summary: (nullable): what it does; translated when shown
 * @needs_office: whether the store is opened before
 */
typedef struct
{
  const char *name;
  const char *arguments;
  const char *summary;
  gboolean needs_office;
  RangCliRun run;
} RangCliCommand;

/* Each file of commands has its table, ended by a name of NULL. */
extern const RangCliCommand rang_cli_office_commands[];
extern const RangCliCommand rang_cli_intake_commands[];
extern const RangCliCommand rang_cli_people_commands[];
extern const RangCliCommand rang_cli_board_commands[];
extern const RangCliCommand rang_cli_version_commands[];
extern const RangCliCommand rang_cli_day_commands[];
extern const RangCliCommand rang_cli_push_commands[];
extern const RangCliCommand rang_cli_balance_commands[];
extern const RangCliCommand rang_cli_delivery_commands[];
extern const RangCliCommand rang_cli_log_commands[];
extern const RangCliCommand rang_cli_planner_commands[];
extern const RangCliCommand rang_cli_rules_commands[];
extern const RangCliCommand rang_cli_present_commands[];
extern const RangCliCommand rang_cli_rates_commands[];
extern const RangCliCommand rang_cli_vans_commands[];
extern const RangCliCommand rang_cli_travel_commands[];
extern const RangCliCommand rang_cli_clients_commands[];
extern const RangCliCommand rang_cli_find_commands[];
extern const RangCliCommand rang_cli_rule_version_commands[];
extern const RangCliCommand rang_cli_insight_commands[];

/**
 * rang_cli_main:
 *
 * Returns: the exit status
 */
int
rang_cli_main (int argc, char **argv);

/**
 * rang_cli_usage:
 * @where: the command or the argument
 *
 * Says on standard error how it is wrong and what to do.
 *
 * Returns: %RANG_CLI_USAGE
 */
RangCliStatus
rang_cli_usage (const char *where, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * rang_cli_refuse_option:
 * @command: the command
 * @option: the option's name, without dashes
 * @text: what was given
 * @remedy: what to give in its place, translated
 *
 * Says on standard error that an option's value cannot be read.
 *
 * Returns: %FALSE
 */
gboolean
rang_cli_refuse_option (const char *command, const char *option, const char *text, const char *remedy);

/**
 * rang_cli_take_text:
 * @into: (inout) (transfer full): a field
 * @text: (nullable): what an option says; %NULL leaves the field as it is, "" empties it to %NULL
 */
void
rang_cli_take_text (char **into, const char *text);

/**
 * rang_cli_fail:
 * @where: file, order or command
 * @error: what happened
 *
 * Says it on standard error, one line.
 *
 * Returns: the exit status that belongs to it
 */
RangCliStatus
rang_cli_fail (const char *where, const GError *error);

/**
 * rang_cli_parse:
 * @entries: (nullable): the command's own options
 * @least: how many arguments it takes at least; @most: at most, -1 without end
 *
 * Takes the options out of the arguments; what is left stands in @argv from 1.
 *
 * Returns: %FALSE after saying what is wrong
 */
gboolean
rang_cli_parse (
    const RangCliCommand *command, const GOptionEntry *entries, int *argc, char ***argv, int least, int most);

/**
 * rang_cli_read_password:
 * @prompt: what to ask for on the terminal
 *
 * Reads a line from `--password-fd`, else from the terminal without showing it; never from the arguments.
 *
 * Returns: (transfer full) (nullable): the line, or %NULL where there is neither
 */
char *
rang_cli_read_password (RangCli *cli, const char *prompt);

/**
 * rang_cli_find_command:
 *
 * Returns: (nullable): the command of that word
 */
const RangCliCommand *
rang_cli_find_command (const char *name);

/**
 * rang_cli_read_order:
 *
 * Returns: the order's number, or 0 after saying what is wrong
 */
gint64
rang_cli_read_order (const char *command, const char *text);

/**
 * rang_cli_read_place:
 *
 * Returns: the place from 1, or 0 after saying what is wrong
 */
int
rang_cli_read_place (const char *command, const char *text);

G_END_DECLS
