/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for moving orders on the board: the cost before the drop, the move itself, the reason after it. */
#include <glib/gi18n.h>

#include "board/rang-board-page-private.h"
#include "board/rang-place-popover.h"

/* --- what is said --- */

static char *
client_of (RangBoardPage *self, gint64 number)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  const RangBoardEntry *entry = view != NULL && view->board != NULL ? rang_board_find (view->board, number) : NULL;

  return g_strdup (entry != NULL && entry->client != NULL ? entry->client->name : "–");
}

static char *
move_heading (const GArray *orders, guint from, guint place)
{
  if (orders->len > 1)
    /* Translators: %u orders were moved; the second %u is the place of the first of them. */
    return g_strdup_printf (ngettext ("%u order moved to %u", "%u orders moved to %u", orders->len), orders->len,
                            place);
  /* Translators: order number, place before, place now. */
  return g_strdup_printf (_ ("%d moved %u → %u"), (int)g_array_index (orders, gint64, 0), from, place);
}

static void
announce_move (RangBoardPage *self, const RangMove *move)
{
  const RangCostMove *moved;
  guint late = rang_move_cost_n_promises (move->cost);
  g_autofree char *client = NULL;
  g_autofree char *harm = NULL;
  g_autofree char *text = NULL;

  if (move->cost->moved->len == 0)
    return;
  moved = &g_array_index (move->cost->moved, RangCostMove, 0);
  client = client_of (self, moved->order);
  harm = late == 0 ? g_strdup (_ ("no order is worse off"))
                   /* Translators: so many orders get a worse state by a move. */
                   : g_strdup_printf (ngettext ("%u order is worse off", "%u orders are worse off", late), late);
  /* Translators: spoken after a move: order number, client, place before, place now, orders in the list, who is harmed.
   */
  text = g_strdup_printf (_ ("Order %d, %s, moved from place %u to place %u of %u; %s."), (int)moved->order, client,
                          moved->from, moved->to, rang_order_list_get_length (self->list), harm);
  rang_desk_announce (self->desk, text);
}

/* --- the cost before the drop --- */

static void
show_answer (RangBoardPage *self, const RangCostAnswer *answer)
{
  RangCarry *carry = rang_order_list_get_carry (self->list);
  /* Translators: %u is the place that is under the pointer. */
  g_autofree char *heading = g_strdup_printf (_ ("If dropped at %u"), carry->place);

  rang_cost_bar_show_cost (self->cost_bar, rang_desk_get_view (self->desk), heading,
                           answer != NULL ? answer->cost : NULL, TRUE);
  rang_order_list_show_cost (self->list, answer != NULL ? answer->cost : NULL, answer != NULL ? answer->on_time : 0);
}

static void
ask_next (RangBoardPage *self);

static void
cost_done_cb (GObject *owner, gpointer result, const GError *error)
{
  RangBoardPage *self = RANG_BOARD_PAGE (owner);
  RangCarry *carry = rang_order_list_get_carry (self->list);
  RangCostAnswer *answer = result;

  g_clear_object (&self->asking);
  if (carry == NULL)
    return;
  if (answer != NULL)
    g_hash_table_insert (self->answers, GUINT_TO_POINTER (self->asked_place),
                         rang_cost_answer_new (rang_move_cost_copy (answer->cost), answer->on_time));
  if (answer != NULL && carry->place == self->asked_place)
    show_answer (self, answer);
  else
    ask_next (self);
}

static void
ask_next (RangBoardPage *self)
{
  RangCarry *carry = rang_order_list_get_carry (self->list);

  if (carry == NULL || carry->place == 0 || g_hash_table_contains (self->answers, GUINT_TO_POINTER (carry->place)))
    return;
  if (self->asking != NULL)
    {
      /* The answer comes through cost_done_cb(), which asks for the place that is under the pointer by then. */
      g_cancellable_cancel (self->asking);
      return;
    }
  self->asking = g_cancellable_new ();
  self->asked_place = carry->place;
  rang_desk_ask_cost (self->desk, carry->orders, carry->place, self->asking, self, cost_done_cb);
}

static void
carry_changed_cb (RangBoardPage *self)
{
  RangCarry *carry = rang_order_list_get_carry (self->list);

  if (carry == NULL)
    {
      if (self->asking != NULL)
        g_cancellable_cancel (self->asking);
      g_hash_table_remove_all (self->answers);
      if (!rang_cost_bar_is_asking (self->cost_bar))
        rang_cost_bar_clear (self->cost_bar);
      return;
    }
  if (carry->place == 0)
    {
      rang_cost_bar_show_cost (self->cost_bar, rang_desk_get_view (self->desk),
                               _ ("Outside the list nothing is dropped"), NULL, TRUE);
      rang_cost_bar_hide_cost (self->cost_bar);
      return;
    }
  show_answer (self, g_hash_table_lookup (self->answers, GUINT_TO_POINTER (carry->place)));
  ask_next (self);
}

/* --- the move --- */

static void
moved_cb (GObject *owner, gpointer result, const GError *error)
{
  RangBoardPage *self = RANG_BOARD_PAGE (owner);
  RangMove *move = result;
  const RangCostMove *moved;
  const RangBoardEntry *entry;
  g_autofree char *heading = NULL;
  g_autoptr (GArray) orders = NULL;

  if (move == NULL)
    {
      rang_cost_bar_clear (self->cost_bar);
      return;
    }
  rang_desk_take_board (self->desk, move->board);
  if (move->said != NULL)
    rang_desk_tell (self->desk, move->said);
  if (move->entry == 0 || move->cost == NULL || move->cost->moved->len == 0)
    {
      rang_cost_bar_clear (self->cost_bar);
      return;
    }
  orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < move->cost->moved->len; i++)
    g_array_append_val (orders, g_array_index (move->cost->moved, RangCostMove, i).order);
  moved = &g_array_index (move->cost->moved, RangCostMove, 0);
  entry = rang_board_find (move->board, moved->order);
  if (entry != NULL && entry->placed != NULL && entry->placed->reason == RANG_PLACEMENT_NOT_OWED)
    {
      rang_cost_bar_clear (self->cost_bar);
      rang_desk_tell (self->desk, _ ("Back at its first place: no reason is owed"));
      return;
    }
  heading = move_heading (orders, moved->from, moved->to);
  rang_cost_bar_ask (self->cost_bar, rang_desk_get_view (self->desk), move->entry, heading, move->cost);
  announce_move (self, move);
}

/* What is asked in the frame after the next, unless something else happens before. */
typedef struct
{
  char *heading;
  RangMoveCost *cost;
  guint n_frames;
} Later;

static void
later_free (gpointer data)
{
  Later *later = data;

  g_free (later->heading);
  g_clear_pointer (&later->cost, rang_move_cost_free);
  g_free (later);
}

static gboolean
ask_later_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RangBoardPage *self = RANG_BOARD_PAGE (widget);
  Later *later = data;
  const RangDayView *view = rang_desk_get_view (self->desk);

  /* A frame begins with this. */
  if (later->n_frames++ == 0)
    return G_SOURCE_CONTINUE;
  if (rang_cost_bar_is_asking (self->cost_bar) && rang_cost_bar_get_entry (self->cost_bar) == 0 && view != NULL)
    rang_cost_bar_ask (self->cost_bar, view, 0, later->heading, later->cost);
  return G_SOURCE_REMOVE;
}

/* The eye is where the order was dropped: its row is drawn first, the question after it. */
static void
ask_later (RangBoardPage *self, const char *heading, const RangMoveCost *cost)
{
  Later *later = g_new0 (Later, 1);

  later->heading = g_strdup (heading);
  later->cost = cost != NULL ? rang_move_cost_copy (cost) : NULL;
  rang_cost_bar_expect (self->cost_bar);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), ask_later_cb, later, later_free);
}

static void
move_cb (RangBoardPage *self, GArray *orders, guint place)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  RangCostAnswer *answer = g_hash_table_lookup (self->answers, GUINT_TO_POINTER (place));
  gint64 first = g_array_index (orders, gint64, 0);
  g_autoptr (RangBoardItem) item = rang_order_list_dup_item (self->list, first);
  g_autofree char *heading = move_heading (orders, item->rank, place);

  if (orders->len == 1 && item->rank == place)
    return;
  self->amended = 0;
  if (rang_board_page_is_signed (self))
    {
      /* An amendment is signed with its reason: it is written when that is given. */
      if (orders->len > 1)
        {
          rang_desk_tell_error (self->desk, _ ("After the hand-over orders are moved one at a time"));
          return;
        }
      self->amended = first;
      self->amended_place = place;
      rang_cost_bar_ask (self->cost_bar, view, -1, heading, answer != NULL ? answer->cost : NULL);
      return;
    }
  ask_later (self, heading, answer != NULL ? answer->cost : NULL);
  rang_order_list_move_at_once (self->list, orders, place);
  rang_desk_move (self->desk, orders, place, self, moved_cb);
}

static void
amended_cb (GObject *owner, gpointer result, const GError *error)
{
  RangBoardPage *self = RANG_BOARD_PAGE (owner);
  RangMove *move = result;

  rang_cost_bar_clear (self->cost_bar);
  if (move == NULL)
    return;
  rang_desk_take_board (self->desk, move->board);
  rang_desk_tell (self->desk, _ ("Amended: the delivery chief has to accept it"));
}

/* --- the reason --- */

static void
reason_given_cb (GObject *owner, gpointer result, const GError *error)
{
  RangBoardPage *self = RANG_BOARD_PAGE (owner);

  if (error == NULL)
    rang_desk_announce (self->desk, _ ("Reason noted"));
}

static void
reason_cb (RangBoardPage *self, gint64 entry, int code, const char *note)
{
  g_autofree char *text = g_strdup (note);

  rang_cost_bar_clear (self->cost_bar);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  if (entry == -1 && self->amended != 0)
    rang_desk_amend (self->desk, self->amended, self->amended_place, code, text, self, amended_cb);
  else if (entry > 0)
    rang_desk_give_reason (self->desk, entry, code, text, self, reason_given_cb);
}

static void
undone_cb (GObject *owner, gpointer result, const GError *error)
{
  RangBoardPage *self = RANG_BOARD_PAGE (owner);
  RangMove *move = result;

  rang_cost_bar_clear (self->cost_bar);
  if (move == NULL)
    return;
  rang_desk_take_board (self->desk, move->board);
  if (move->said != NULL)
    rang_desk_tell (self->desk, move->said);
  if (move->cost != NULL)
    announce_move (self, move);
  /* What was done again may owe its reason again. */
  rang_board_page_ask_pending (self);
}

static void
put_back_cb (RangBoardPage *self)
{
  gboolean amending = self->amended != 0;

  self->amended = 0;
  rang_cost_bar_clear (self->cost_bar);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  if (!amending)
    rang_desk_undo (self->desk, FALSE, self, undone_cb);
}

void
rang_board_page_ask_pending (RangBoardPage *self)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  RangBoardItem *item = rang_order_list_get_first_selected (self->list);
  g_autofree char *heading = NULL;

  if (view == NULL || rang_order_list_get_carry (self->list) != NULL)
    return;
  if (item == NULL || item->moved_by == NULL || item->reason != RANG_PLACEMENT_PENDING || item->moved_entry == 0 || item->saving)
    {
      /* The question stays while the move it is about is being saved. */
      if (rang_cost_bar_get_entry (self->cost_bar) > 0)
        rang_cost_bar_clear (self->cost_bar);
      return;
    }
  if (rang_cost_bar_get_entry (self->cost_bar) == item->moved_entry)
    return;
  for (guint i = 0; i < view->pending->len; i++)
    {
      const RangPendingReason *pending = g_ptr_array_index (view->pending, i);

      if (pending->entry == item->moved_entry && pending->person != view->session.person)
        return;
    }
  /* Translators: %d is an order number, %u its place. */
  heading = g_strdup_printf (_ ("%d was moved to %u"), (int)item->number, item->rank);
  rang_cost_bar_ask (self->cost_bar, view, item->moved_entry, heading, NULL);
  rang_cost_bar_hide_cost (self->cost_bar);
}

void
rang_board_page_undo (RangBoardPage *self, gboolean redo)
{
  g_return_if_fail (RANG_IS_BOARD_PAGE (self));

  if (self->desk != NULL)
    rang_desk_undo (self->desk, redo, self, undone_cb);
}

static void
release_cb (RangBoardPage *self)
{
  g_autoptr (GArray) orders = rang_order_list_dup_selected (self->list);

  for (guint i = 0; i < orders->len; i++)
    rang_desk_release (self->desk, g_array_index (orders, gint64, i), self, undone_cb);
}

/* --- keys and places --- */

static void
ask_place_cb (RangBoardPage *self, gboolean before)
{
  rang_place_popover_open (self->list, before);
}

static void
announce_cb (RangBoardPage *self, const char *text)
{
  rang_desk_announce (self->desk, text);
}

static void
refused_cb (RangBoardPage *self)
{
  rang_desk_offer_rank_order (self->desk);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, RangBoardPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  int digit = 0;

  if (!rang_cost_bar_is_asking (self->cost_bar) || (state & gtk_accelerator_get_default_mod_mask ()) != 0
      || rang_order_list_get_carry (self->list) != NULL)
    return FALSE;
  if (key == GDK_KEY_Escape)
    {
      if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->cost_bar)))
        gtk_widget_grab_focus (GTK_WIDGET (self->list));
      else
        rang_cost_bar_clear (self->cost_bar);
      self->amended = 0;
      return TRUE;
    }
  if (focus != NULL && GTK_IS_EDITABLE (focus))
    return FALSE;
  if (key >= GDK_KEY_1 && key <= GDK_KEY_9)
    digit = (int)(key - GDK_KEY_1) + 1;
  else if (key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_9)
    digit = (int)(key - GDK_KEY_KP_1) + 1;
  if (digit == 0)
    return FALSE;
  rang_cost_bar_answer (self->cost_bar, digit);
  return TRUE;
}

void
rang_board_page_init_moves (RangBoardPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->answers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)rang_cost_answer_free);
  g_signal_connect_swapped (self->list, "move", G_CALLBACK (move_cb), self);
  g_signal_connect_swapped (self->list, "carry-changed", G_CALLBACK (carry_changed_cb), self);
  g_signal_connect_swapped (self->list, "release", G_CALLBACK (release_cb), self);
  g_signal_connect_swapped (self->list, "ask-place", G_CALLBACK (ask_place_cb), self);
  g_signal_connect_swapped (self->list, "refused", G_CALLBACK (refused_cb), self);
  g_signal_connect_swapped (self->list, "announce", G_CALLBACK (announce_cb), self);
  g_signal_connect_swapped (self->list, "selection-changed", G_CALLBACK (rang_board_page_ask_pending), self);
  g_signal_connect_swapped (self->cost_bar, "reason", G_CALLBACK (reason_cb), self);
  g_signal_connect_swapped (self->cost_bar, "put-back", G_CALLBACK (put_back_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
