/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office.h"

G_BEGIN_DECLS

/**
 * RangPresent:
 * @name: of the person
 * @day: whose board is looked at
 *
 * Somebody who has a board of the office open, at another desk.
 */
typedef struct
{
  gint64 person;
  char *name;
  RangDay day;
} RangPresent;

/** rang_office_set_presence: tells the other desks of a server's office who looks at which board here */
gboolean
rang_office_set_presence (RangOffice *office, const RangSession *session, GError **error);

/** rang_office_list_present: Returns: (transfer full) (nullable) (element-type RangPresent): who else has a board open; in
 * a file nobody is known to */
GPtrArray *
rang_office_list_present (RangOffice *office, GError **error);

/** rang_present_equal: Returns: whether both lists (nullable) name the same people at the same boards */
gboolean
rang_present_equal (const GPtrArray *one, const GPtrArray *other);

G_END_DECLS
