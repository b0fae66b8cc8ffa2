/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/rang-client.h"
#include "domain/rang-order.h"
#include "domain/rang-refusal.h"
#include "domain/rang-resource.h"
#include "domain/rang-settings.h"

G_BEGIN_DECLS

/* The one place that knows what is valid: window, command line and import all ask here. Each function appends a
 * #RangRefusal to @problems (element-type RangRefusal) for everything it finds and returns whether it found nothing. */

/**
 * rang_validate_order:
 * @where: what to name as the place: a file with its line, or "order 1043"
 *
 * What can never be stored: a negative load, a window that ends before it starts, an amount over 10^13, a text of over
 * 10,000 characters, coordinates off the earth, an invalid currency …
 */
gboolean
rang_validate_order (const RangOrder *order, const char *where, GPtrArray *problems);

/**
 * rang_validate_order_complete:
 *
 * What an order lacks before it can reach the board: client, department, promised window, importance, a value that is
 * not negative (a published order may state one; it waits for a person), a look at what could not be read.
 */
gboolean
rang_validate_order_complete (const RangOrder *order, const char *where, GPtrArray *problems);

gboolean
rang_validate_client (const RangClient *client, const char *where, GPtrArray *problems);
gboolean
rang_validate_resource (const RangResource *resource, const char *where, GPtrArray *problems);
gboolean
rang_validate_settings (const RangSettings *settings, const char *where, GPtrArray *problems);

G_END_DECLS
