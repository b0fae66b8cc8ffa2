/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-board.h"

G_BEGIN_DECLS

/**
 * RangVersionBody:
 * @ranking: (element-type gint64): what was signed, rank 1 first
 * @suggestion: (element-type gint64): what it was compared with
 * @placements: (element-type RangBoardPlacement): who placed what
 * @scores: (element-type gint64 RangBoardScore): class, points and reasons as they were, by order number
 * @routes: (element-type RangFixedRoute): the signed routes, or those of a later plan
 * @etas: order number → seconds from midnight: when each was to be served
 *
 * What a signed version holds. As text it is one JSON object with ids only, no personal data:
 * `{"orders": [{"order", "rank", "suggested", "class", "why_class": {"rule", "text", "table", "row", "asks": []},
 * "points", "reasons": [as why_class, and "points"], "inputs": {name: FEEL}, "rules", "state", "minutes_late",
 * "resource", "eta", "placed_by", "reason", "entry"}], "routes": [{"resource", "orders": []}], "suggestion": []}`.
 * Times are seconds from midnight; inputs are what the rules were told when it was signed, `rules` the version of the
 * rules that said it. Versions of former times have `class_rule` and `class_text` in place of why_class, and no inputs.
 */
typedef struct
{
  GArray *ranking;
  GArray *suggestion;
  GArray *placements;
  GHashTable *scores;
  GPtrArray *routes;
  GHashTable *etas;
} RangVersionBody;

/**
 * rang_version_body_write:
 *
 * Returns: (transfer full): the text of a version that signs @board as it stands
 */
char *
rang_version_body_write (const RangBoard *board);

/**
 * rang_plan_body_write:
 *
 * Returns: (transfer full): the text of a plan: `{"routes": [{"resource", "orders": [], "etas": []}]}`
 */
char *
rang_plan_body_write (const RangBoard *board);

/**
 * rang_version_body_take_plan:
 * @plan: the text of a plan of this version
 *
 * Puts the routes of a plan in the place of the signed ones.
 */
gboolean
rang_version_body_take_plan (RangVersionBody *body, const char *plan, GError **error);

/**
 * rang_version_body_read:
 * @error: return location: the text is not of this form
 *
 * Returns: (transfer full) (nullable): what the text holds
 */
RangVersionBody *
rang_version_body_read (const char *text, GError **error);
void
rang_version_body_free (RangVersionBody *body);

/**
 * rang_version_body_strike:
 *
 * Takes one order out: ranks close up, its route keeps its sequence without the stop (CASES.md 1).
 *
 * Returns: whether it was there
 */
gboolean
rang_version_body_strike (RangVersionBody *body, gint64 order);

/**
 * rang_version_body_fill:
 *
 * Makes @input that of a signed board: closed, with this ranking, these marks, scores and routes.
 */
void
rang_version_body_fill (const RangVersionBody *body, RangBoardInput *input);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RangVersionBody, rang_version_body_free)

G_END_DECLS
