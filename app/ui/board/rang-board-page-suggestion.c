/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the suggestion beside the board: comparing with it, and applying it. */
#include <glib/gi18n.h>

#include "board/rang-board-page-private.h"

static void
compared_cb (GObject *owner, gpointer result, const GError *error)
{
  RangBoardPage *self = RANG_BOARD_PAGE (owner);
  RangMove *move = result;

  if (move == NULL || !gtk_toggle_button_get_active (self->compare))
    return;
  rang_cost_bar_show_cost (self->cost_bar, rang_desk_get_view (self->desk), _ ("If the suggestion is applied"),
                           move->cost, FALSE);
}

/* What an unfinished suggestion would cost is known when the search is over, no sooner. */
static gboolean
is_unfinished (RangBoardPage *self)
{
  const RangDayView *view = rang_desk_get_view (self->desk);

  return view != NULL && view->board != NULL && rang_board_get_unfinished (view->board);
}

void
rang_board_page_compare (RangBoardPage *self)
{
  gboolean compare = gtk_toggle_button_get_active (self->compare);

  rang_order_list_set_compare (self->list, compare);
  if (compare && !is_unfinished (self))
    rang_desk_apply (self->desk, TRUE, self, compared_cb);
  else if (!rang_cost_bar_is_asking (self->cost_bar))
    rang_cost_bar_clear (self->cost_bar);
}

static void
applied_cb (GObject *owner, gpointer result, const GError *error)
{
  RangBoardPage *self = RANG_BOARD_PAGE (owner);
  RangMove *move = result;
  guint moved = move != NULL && move->cost != NULL ? move->cost->moved->len : 0;
  g_autofree char *text = NULL;

  if (move == NULL)
    return;
  rang_desk_take_board (self->desk, move->board);
  gtk_toggle_button_set_active (self->compare, FALSE);
  text = move->entry == 0
             ? g_strdup (_ ("The board is as suggested already"))
             /* Translators: so many orders changed their place. */
             : g_strdup_printf (
                 ngettext ("Suggestion applied: %u order moved", "Suggestion applied: %u orders moved", moved), moved);
  rang_desk_tell (self->desk, text);
}

void
rang_board_page_apply (RangBoardPage *self)
{
  rang_cost_bar_clear (self->cost_bar);
  rang_desk_apply (self->desk, FALSE, self, applied_cb);
}
