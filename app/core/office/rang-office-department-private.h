/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-department.h"
#include "office/rang-office-private.h"

G_BEGIN_DECLS

/** office_rank_list: writes a department's ranking and the step that a person can take back; @entry is in the log */
gboolean
office_rank_list (RangOffice *office,
                  const RangSession *session,
                  gint64 department,
                  GArray *ranking,
                  const RangLogEntry *entry,
                  GError **error);

/** office_submit_list: keeps that @ranking was submitted, as @entry of the log says */
gboolean
office_submit_list (
    RangOffice *office, gint64 department, const GArray *ranking, const RangLogEntry *entry, GError **error);

G_END_DECLS
