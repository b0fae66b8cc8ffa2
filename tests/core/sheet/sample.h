/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "sheet/rang-sheet.h"

/* A signed sheet of @n_stops stops: every third has two orders, every fourth no phone, every fifth cash to collect,
 * every seventh the longest names. Order numbers are 5000, 5001 … */
RangSheet *
sample_sheet_new (int n_stops);

/* The client's name of stop @index, from 0. */
char *
sample_client_name (int index);
