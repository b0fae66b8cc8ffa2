/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangVersionState:
 * @RANG_VERSION_SIGNED: signed by the head of sales; waits for the delivery chief
 * @RANG_VERSION_ACCEPTED: the delivery chief answers for it
 * @RANG_VERSION_RETURNED: given back with a remark; binds nobody
 *
 * What became of a signed version.
 */
typedef enum
{
  RANG_VERSION_SIGNED,
  RANG_VERSION_ACCEPTED,
  RANG_VERSION_RETURNED,
  RANG_N_VERSION_STATES
} RangVersionState;

G_END_DECLS
