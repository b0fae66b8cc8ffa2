/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for one order in a list, as data to draw and as words to speak. */
#include "board/rang-board-item.h"

#include <glib/gi18n.h>

#include "base/rang-text.h"
#include "base/rang-day-label.h"
#include "common/rang-words.h"

G_DEFINE_FINAL_TYPE (RangBoardItem, rang_board_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clear_texts (RangBoardItem *self)
{
  g_clear_pointer (&self->client, g_free);
  g_clear_pointer (&self->town, g_free);
  g_clear_pointer (&self->department_name, g_free);
  g_clear_pointer (&self->van, g_free);
  g_clear_pointer (&self->life, g_free);
  g_clear_pointer (&self->moved_by, g_free);
  g_clear_pointer (&self->answers, g_free);
}

static void
rang_board_item_finalize (GObject *object)
{
  clear_texts (RANG_BOARD_ITEM (object));
  G_OBJECT_CLASS (rang_board_item_parent_class)->finalize (object);
}

static void
rang_board_item_class_init (RangBoardItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rang_board_item_finalize;

  signals[CHANGED]
      = g_signal_new ("changed", RANG_TYPE_BOARD_ITEM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rang_board_item_init (RangBoardItem *self)
{
  self->promised = (RangTimeWindow){ RANG_TIME_NONE, RANG_TIME_NONE };
  self->eta = RANG_TIME_NONE;
  self->state = -1;
  self->forecast = -1;
  self->reason = -1;
}

RangBoardItem *
rang_board_item_new (gint64 number)
{
  RangBoardItem *self = g_object_new (RANG_TYPE_BOARD_ITEM, NULL);

  self->number = number;
  return self;
}

static void
take_order (RangBoardItem *self, const RangOrder *order)
{
  self->town = g_strdup (order->place.city);
  self->promised = order->promised;
  self->proposed = order->promise_proposed;
  self->importance = order->importance;
  self->department = order->department;
  self->value = order->value;
}

void
rang_board_item_take_entry (RangBoardItem *self, const RangBoardEntry *entry, const char *answers)
{
  g_return_if_fail (RANG_IS_BOARD_ITEM (self));

  clear_texts (self);
  take_order (self, entry->order);
  self->importance = rang_order_counted_importance (entry->order);
  self->rank = entry->rank;
  self->suggested = entry->suggested_rank;
  self->client = g_strdup (entry->client != NULL ? entry->client->name : entry->order->buyer);
  self->department_name = g_strdup (entry->department != NULL ? entry->department->name : NULL);
  self->department_mark = entry->department != NULL ? entry->department->mark : 2;
  self->class_letter = entry->score->class_letter;
  self->points = entry->score->points;
  self->van = g_strdup (entry->resource_name);
  self->eta = entry->eta;
  self->state = (int)entry->state;
  self->forecast = self->state;
  self->impossible = entry->impossible;
  self->minutes_late = entry->minutes_late;
  self->marks = entry->marks;
  self->moved_by = entry->placed != NULL ? g_strdup (entry->placed_by) : NULL;
  self->reason = entry->placed != NULL ? entry->placed->reason : -1;
  self->moved_entry = entry->placed != NULL ? entry->placed->entry : 0;
  self->answers = g_strdup (answers);
  self->saving = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
rang_board_item_take_view (RangBoardItem *self, const RangOrderView *view, guint rank, int mark, const char *answers)
{
  g_return_if_fail (RANG_IS_BOARD_ITEM (self));

  clear_texts (self);
  take_order (self, view->order);
  self->rank = rank;
  self->client = g_strdup (view->client);
  self->department_name = g_strdup (view->department);
  self->department_mark = mark;
  self->life = g_strdup (rang_order_state_label (view->order->state));
  self->answers = g_strdup (answers);
  self->forecast = -1;
  self->minutes_late = 0;
  self->saving = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
rang_board_item_add_forecast (RangBoardItem *self, const RangBoardEntry *entry)
{
  g_autofree char *state = NULL;

  g_return_if_fail (RANG_IS_BOARD_ITEM (self));

  if (entry == NULL)
    return;
  if (entry->state == RANG_PLAN_LATE)
    state = g_strdup_printf (_ ("+%d min"), entry->minutes_late);
  else
    state = g_strdup (rang_board_state_label (entry->state));
  g_free (self->life);
  g_free (self->van);
  self->van = g_strdup (entry->resource_name);
  self->forecast = (int)entry->state;
  self->minutes_late = entry->minutes_late;
  /* Translators: in a department's list: the order's place on the board, and its forecast. */
  self->life = g_strdup_printf (_ ("board %u · %s"), entry->rank, state);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
rang_board_item_add_push (RangBoardItem *self, const RangPush *push)
{
  char *life;

  g_return_if_fail (RANG_IS_BOARD_ITEM (self));

  if (push == NULL)
    return;
  if (push->state == RANG_PUSH_OPEN)
    /* Translators: in a department's list: an order's state, and the place a push asks for, not decided yet. */
    life = g_strdup_printf (_ ("%s · push to %d waits"), self->life, push->to);
  else
    /* Translators: in a department's list: an order's state, and that its push was granted or refused. */
    life = g_strdup_printf (_ ("%s · push %s"), self->life, rang_push_state_label (push->state));
  g_free (self->life);
  self->life = life;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
rang_board_item_set_rank (RangBoardItem *self, guint rank)
{
  g_return_if_fail (RANG_IS_BOARD_ITEM (self));

  if (self->rank == rank)
    return;
  self->rank = rank;
  g_signal_emit (self, signals[CHANGED], 0);
}

void
rang_board_item_set_saving (RangBoardItem *self, gboolean saving)
{
  g_return_if_fail (RANG_IS_BOARD_ITEM (self));

  if (self->saving == saving)
    return;
  self->saving = saving;
  g_signal_emit (self, signals[CHANGED], 0);
}

char *
rang_board_item_dup_state_text (RangBoardItem *self)
{
  if (self->saving)
    return g_strdup (_ ("saving…"));
  if (self->state == RANG_PLAN_NOT_TODAY)
    return g_strdup (self->marks & RANG_MARK_NOT_READY ? _ ("☾ goods not ready")
                     /* Translators: the sign says that the promise cannot be kept at any place. */
                     : self->impossible ? _ ("☾ not today ⊘")
                                        : _ ("☾ not today"));
  if (self->state == RANG_PLAN_LATE)
    {
      if (self->impossible)
        /* Translators: %d is a number of minutes; the sign says that the promise cannot be kept at any place. */
        return g_strdup_printf (_ ("+%d min ⊘"), self->minutes_late);
      /* Translators: %d is a number of minutes that an order will be late. */
      return g_strdup_printf (_ ("+%d min"), self->minutes_late);
    }
  if (self->state == RANG_PLAN_ON_TIME && self->marks & RANG_MARK_FITS_A_GAP)
    return g_strdup (_ ("✓ fits a gap"));
  return NULL;
}

static char *
say_moved (RangBoardItem *self, const char *name)
{
  if (self->reason == RANG_PLACEMENT_NOT_OWED)
    return g_strdup (name);
  /* Translators: who moved the order, and why: "Ioana Pop · Client at risk". */
  return g_strdup_printf (_ ("%s · %s"), name,
                          self->reason >= 0 ? rang_reason_label ((RangReasonCode)self->reason) : _ ("reason pending"));
}

char *
rang_board_item_dup_moved_text (RangBoardItem *self)
{
  return self->moved_by != NULL ? say_moved (self, self->moved_by) : NULL;
}

char *
rang_board_item_dup_moved_short (RangBoardItem *self)
{
  g_autofree char *name = self->moved_by != NULL ? rang_words_short_name (self->moved_by) : NULL;

  return name != NULL ? say_moved (self, name) : NULL;
}

char *
rang_board_item_dup_name (RangBoardItem *self)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->number);
  g_autofree char *window = rang_day_label_window (self->promised);
  g_autofree char *state = rang_board_item_dup_state_text (self);
  g_autofree char *moved = rang_board_item_dup_moved_text (self);
  GString *name = g_string_new (NULL);

  /* Translators: spoken for a row: place, client, order number, promised window. */
  g_string_append_printf (name, _ ("Place %u, %s, order %s, promised %s"), self->rank,
                          self->client != NULL ? self->client : "–", number, window);
  if (self->importance != RANG_IMPORTANCE_UNKNOWN)
    /* Translators: continues the words for a row; %s is high, normal or low. */
    g_string_append_printf (name, _ (", importance %s"), rang_importance_label (self->importance));
  if (self->department_name != NULL)
    g_string_append_printf (name, ", %s", self->department_name);
  if (self->state == RANG_PLAN_ON_TIME)
    g_string_append_printf (name, ", %s", rang_board_state_label (RANG_PLAN_ON_TIME));
  if (state != NULL)
    g_string_append_printf (name, ", %s", state);
  if (self->impossible)
    g_string_append_printf (name, ", %s", _ ("the promise cannot be kept at any place"));
  if (self->life != NULL)
    g_string_append_printf (name, ", %s", self->life);
  if (moved != NULL)
    /* Translators: continues the words for a row; %s is a name and a reason. */
    g_string_append_printf (name, _ (", moved by %s"), moved);
  if (self->answers != NULL)
    /* Translators: continues the words for a row; %s is the one who answers for the order. */
    g_string_append_printf (name, _ (", %s answers"), self->answers);
  return g_string_free (name, FALSE);
}

gboolean
rang_board_item_matches (RangBoardItem *self, const char *query)
{
  g_autofree char *state = NULL;
  g_autofree char *text = NULL;

  if (query == NULL || *query == '\0')
    return TRUE;
  state = rang_board_item_dup_state_text (self);
  text = g_strdup_printf ("%" G_GINT64_FORMAT " %s %s %s %s %s %s %s %s", self->number,
                          self->client != NULL ? self->client : "", self->town != NULL ? self->town : "",
                          self->department_name != NULL ? self->department_name : "",
                          self->van != NULL ? self->van : "", state != NULL ? state : "",
                          self->state >= 0 ? rang_board_state_label ((RangPlanState)self->state) : "",
                          self->life != NULL ? self->life : "", self->moved_by != NULL ? self->moved_by : "");
  return rang_text_matches (text, query);
}
