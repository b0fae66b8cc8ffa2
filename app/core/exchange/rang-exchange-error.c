/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the error domain of files in and out. */
#include "exchange/rang-exchange-error.h"

G_DEFINE_QUARK (rang_exchange_error_quark, rang_exchange_error)
