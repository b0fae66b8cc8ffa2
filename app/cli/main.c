/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for starting rangctl. */
#include "rang-cli.h"

int
main (int argc, char **argv)
{
  return rang_cli_main (argc, argv);
}
