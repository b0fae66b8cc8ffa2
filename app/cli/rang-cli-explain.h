/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rang-cli.h"

G_BEGIN_DECLS

/** rang_cli_run_explain: `explain`: why an order stands where it stands */
RangCliStatus
rang_cli_run_explain (RangCli *cli, int argc, char **argv);

G_END_DECLS
