/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for `solve`: the planner alone on a problem file. */
#include <glib/gi18n.h>

#include "rang-cli.h"
#include "solve/solve-run.h"

static RangCliStatus
run_solve (RangCli *cli, int argc, char **argv)
{
  return (RangCliStatus)rang_cli_solve (argc, argv);
}

const RangCliCommand rang_cli_planner_commands[]
    = { { "solve", N_ ("PROBLEM"), N_ ("plan a problem file: Solomon, TOPTW, weighted tardiness, VROOM"), FALSE,
          run_solve },
        { NULL } };
