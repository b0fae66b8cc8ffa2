/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rang-cli.h"

G_BEGIN_DECLS

/**
 * RangCliPeople:
 * @roles: (nullable): "head-of-sales", "manager/Clients"
 * @for_whom: (nullable): of a deputy
 *
 * What the subcommands of `people` may be given.
 */
typedef struct
{
  char **roles;
  char *name;
  char *login;
  char *for_whom;
  char *from;
  char *to;
  char *server_role;
} RangCliPeople;

/* rang-cli-people-keys.c: subcommands of `people`; of a password's there is no argument */
RangCliStatus
rang_cli_people_set_password (RangCli *cli, const RangCliPeople *options, const char *none, GError **error);
RangCliStatus
rang_cli_people_remove_password (RangCli *cli, const RangCliPeople *options, const char *none, GError **error);
RangCliStatus
rang_cli_people_reset_password (RangCli *cli, const RangCliPeople *options, const char *name, GError **error);
RangCliStatus
rang_cli_people_connect (RangCli *cli, const RangCliPeople *options, const char *name, GError **error);
RangCliStatus
rang_cli_people_disconnect (RangCli *cli, const RangCliPeople *options, const char *name, GError **error);

G_END_DECLS
