/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the one error domain of the store. */
#include "store/rang-store-error.h"

G_DEFINE_QUARK (rang_store_error_quark, rang_store_error)
