/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-intake.h"
#include "rang-cli.h"

G_BEGIN_DECLS

/**
 * RangCliOrderOptions:
 *
 * The options of `add` and `edit` as they were typed.
 */
typedef struct
{
  char *client;
  char *department;
  char *number;
  char *promised;
  char *requested_from;
  char *requested_to;
  char *value;
  char *currency;
  char *load;
  char *parcels;
  char *service;
  char *skills;
  char *goods;
  char *importance;
  char *reason;
  char *street;
  char *city;
  char *postcode;
  char *coordinates;
  char *collect;
  char *invoice;
  char *contact;
  char *phone;
  char *note;
  char *access;
  gboolean penalty;
  gboolean make_client;
  gboolean check;
} RangCliOrderOptions;

void
rang_cli_order_options_clear (RangCliOrderOptions *options);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RangCliOrderOptions, rang_cli_order_options_clear)

/**
 * rang_cli_order_entries:
 *
 * Returns: (transfer container): option entries that fill @options
 */
GOptionEntry *
rang_cli_order_entries (RangCliOrderOptions *options);

/**
 * rang_cli_order_read:
 * @order: filled from @options
 * @mask: (out): #RangOrderEditField of what was named
 *
 * Returns: %FALSE after saying what is wrong
 */
gboolean
rang_cli_order_read (
    RangCli *cli, const char *command, const RangCliOrderOptions *options, RangOrder *order, guint32 *mask);

G_END_DECLS
