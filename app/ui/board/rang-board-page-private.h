/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "board/rang-balance.h"
#include "board/rang-board-page.h"
#include "board/rang-cost-bar.h"
#include "board/rang-search-strip.h"
#include "board/rang-version-banner.h"
#include "desk/rang-desk-moves.h"

G_BEGIN_DECLS

struct _RangBoardPage
{
  GtkWidget parent_instance;
  GtkWidget *box;
  RangVersionBanner *banner;
  RangBalance *balance;
  GtkLabel *kept;
  GtkLabel *late;
  GtkLabel *not_today;
  GtkLabel *fullness;
  GtkWidget *searching; /* shown while states are provisional */
  GtkWidget *undo;
  GtkWidget *redo;
  GtkToggleButton *compare;
  GtkWidget *apply;
  GtkWidget *hand_over;
  RangSearchStrip *search_strip;
  GtkWidget *unscored;
  GtkLabel *unscored_label;
  GtkStack *stack;
  GtkWidget *empty;
  GtkWidget *problem;
  GtkWidget *list_place;
  RangOrderList *list;
  RangCostBar *cost_bar;
  RangDesk *desk;
  /* Of the carry under way: answers by place, and the question being worked on. */
  GHashTable *answers;
  GCancellable *asking;
  guint asked_place;
  /* A change after the hand-over that waits for its reason. */
  gint64 amended;
  guint amended_place;
};

/** rang_board_page_is_signed: Returns: whether a version was signed and not returned: changes are amendments */
gboolean
rang_board_page_is_signed (RangBoardPage *page);

/* rang-board-page-moves.c */
void
rang_board_page_init_moves (RangBoardPage *page);
/** rang_board_page_ask_pending: asks for the reason that the selected order still owes, if any */
void
rang_board_page_ask_pending (RangBoardPage *page);

/* rang-board-page-suggestion.c */
void
rang_board_page_compare (RangBoardPage *page);
void
rang_board_page_apply (RangBoardPage *page);

G_END_DECLS
