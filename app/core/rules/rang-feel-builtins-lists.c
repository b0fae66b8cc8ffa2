/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FEEL's functions on lists. */
#include "rules/rang-feel-builtins-private.h"
const RangFeelBuiltin rang_feel_builtins_lists[] = { { NULL } };
const RangFeelBuiltin rang_feel_builtins_numbers[] = { { NULL } };
const RangFeelBuiltin rang_feel_builtins_strings[] = { { NULL } };
const RangFeelBuiltin rang_feel_builtins_contexts[] = { { NULL } };
const RangFeelBuiltin rang_feel_builtins_temporal[] = { { NULL } };
const RangFeelBuiltin rang_feel_builtins_ranges[] = { { NULL } };
