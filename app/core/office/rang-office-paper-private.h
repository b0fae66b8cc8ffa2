/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-board-private.h"
#include "office/rang-office-day.h"
#include "office/rang-office-version.h"

G_BEGIN_DECLS

/** office_fill_fields: sets which legal fields @sheet shows, and what they are called */
gboolean
office_fill_fields (RangOffice *office, RangSheet *sheet, GError **error);

/** office_fill_goods: adds what is in @order to the picking list of @sheet */
void
office_fill_goods (RangSheet *sheet, const RangOrder *order);

/** office_fill_changes: sets what is other on @route than in the plan or version before */
gboolean
office_fill_changes (RangOffice *office,
                     const RangSession *session,
                     RangSheet *sheet,
                     const RangBoardRoute *route,
                     const RangVersionInfo *version,
                     GError **error);

G_END_DECLS
