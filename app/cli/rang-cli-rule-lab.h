/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rang-cli.h"

G_BEGIN_DECLS

/** rang_cli_rules_effect: @what: rules; prints what they would change on the day's suggestion */
RangCliStatus
rang_cli_rules_effect (RangCli *cli, const char *what);

/** rang_cli_rules_test: @what: rules; prints what they would have done on the last @days days, and rules to think of */
RangCliStatus
rang_cli_rules_test (RangCli *cli, const char *what, int days);

G_END_DECLS
