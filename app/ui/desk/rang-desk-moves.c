/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for asking the office to move orders, and what that would cost. */
#include "desk/rang-desk-moves.h"

#include "office/rang-permission.h"

/* Where the moves that a person makes one after the other on the same view lead: each is read on the board that the one
 * before left. Touched on the writer's thread alone, where they run in order. */
typedef struct
{
  guint64 seen;
  guint64 left;
} Trail;

typedef struct
{
  RangSession session;
  RangBoard *board;
  GArray *orders;
  int place;
  guint64 revision;
  Trail *trail;
  int reason;
  char *note;
  gint64 number;
  gboolean flag;
} Arguments;

static Trail *
acquire_trail (RangDesk *desk)
{
  Trail *trail = g_object_get_data (G_OBJECT (desk), "rang-desk-trail");

  if (trail == NULL)
    {
      trail = g_atomic_rc_box_new0 (Trail);
      g_object_set_data_full (G_OBJECT (desk), "rang-desk-trail", trail, g_atomic_rc_box_release);
    }
  return g_atomic_rc_box_acquire (trail);
}

static Arguments *
arguments_new (RangDesk *desk)
{
  const RangDayView *view = rang_desk_get_view (desk);
  Arguments *arguments = g_new0 (Arguments, 1);

  arguments->session = *rang_desk_get_session (desk);
  arguments->reason = -1;
  if (view != NULL && view->board != NULL)
    {
      arguments->board = rang_board_ref (view->board);
      arguments->revision = rang_board_get_revision (view->board);
    }
  return arguments;
}

static void
arguments_free (gpointer data)
{
  Arguments *arguments = data;

  g_clear_pointer (&arguments->board, rang_board_unref);
  g_clear_pointer (&arguments->orders, g_array_unref);
  g_clear_pointer (&arguments->trail, g_atomic_rc_box_release);
  g_free (arguments->note);
  g_free (arguments);
}

static Arguments *
arguments_new_move (RangDesk *desk, const GArray *orders, guint place)
{
  Arguments *arguments = arguments_new (desk);

  arguments->orders = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_vals (arguments->orders, orders->data, orders->len);
  arguments->place = (int)place;
  return arguments;
}

RangCostAnswer *
rang_cost_answer_new (RangMoveCost *cost, guint on_time)
{
  RangCostAnswer *answer = g_new0 (RangCostAnswer, 1);

  answer->cost = cost;
  answer->on_time = on_time;
  return answer;
}

void
rang_cost_answer_free (RangCostAnswer *answer)
{
  if (answer == NULL)
    return;
  rang_move_cost_free (answer->cost);
  g_free (answer);
}

static const gint64 *
numbers (const GArray *orders)
{
  return (const gint64 *)(const void *)orders->data;
}

/* What a move costs is told between two answers of keep: the states of an unfinished board are none. */
static RangBoard *
settle (RangBoard *board, GCancellable *cancellable, GError **error)
{
  const GArray *ranking = rang_board_get_ranking (board);

  if (!rang_board_get_unfinished (board))
    return rang_board_ref (board);
  return rang_board_with_ranking (board, numbers (ranking), ranking->len, NULL, cancellable, error);
}

static gpointer
cost_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;
  g_autoptr (GArray) ranking = NULL;
  g_autoptr (RangBoard) before = NULL, after = NULL;

  ranking = rang_board_move_ranking (arguments->board, numbers (arguments->orders), arguments->orders->len,
                                     arguments->place, error);
  if (ranking == NULL)
    return NULL;
  before = settle (arguments->board, cancellable, error);
  after = before != NULL
              ? rang_board_with_ranking (before, numbers (ranking), ranking->len, NULL, cancellable, error)
              : NULL;
  if (after == NULL)
    return NULL;
  return rang_cost_answer_new (
      rang_board_cost_against (before, after, numbers (arguments->orders), arguments->orders->len),
      rang_board_get_lines (after)->on_time);
}

void
rang_desk_ask_cost (
    RangDesk *desk, const GArray *orders, guint place, GCancellable *cancellable, gpointer owner, RangDeskDone done)
{
  Arguments *arguments = arguments_new_move (desk, orders, place);

  if (arguments->board == NULL)
    arguments_free (arguments);
  else
    rang_desk_read (desk, cost_func, arguments, arguments_free, (GDestroyNotify)rang_cost_answer_free, cancellable,
                    owner, done);
}

static gpointer
move_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;
  Trail *trail = arguments->trail;
  gboolean on_trail = arguments->revision >= trail->seen && arguments->revision < trail->left;
  guint64 revision = on_trail ? trail->left : arguments->revision;
  RangMove *move
      = rang_office_move (office, &arguments->session, numbers (arguments->orders), arguments->orders->len,
                          arguments->place, revision, arguments->reason, arguments->note, FALSE, cancellable, error);

  if (move != NULL)
    {
      if (!on_trail)
        trail->seen = arguments->revision;
      trail->left = move->revision;
    }
  return move;
}

void
rang_desk_move (RangDesk *desk, const GArray *orders, guint place, gpointer owner, RangDeskDone done)
{
  Arguments *arguments = arguments_new_move (desk, orders, place);

  arguments->trail = acquire_trail (desk);
  rang_desk_write (desk, move_func, arguments, arguments_free, (GDestroyNotify)rang_move_free, owner, done);
  rang_desk_expect_step (desk, FALSE);
}

static gpointer
amend_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;

  return rang_office_amend (office, &arguments->session, arguments->number, arguments->place, arguments->reason,
                            arguments->note, FALSE, cancellable, error);
}

void
rang_desk_amend (
    RangDesk *desk, gint64 order, guint place, int reason, const char *note, gpointer owner, RangDeskDone done)
{
  Arguments *arguments = arguments_new (desk);

  arguments->number = order;
  arguments->place = (int)place;
  arguments->reason = reason;
  arguments->note = note != NULL && *note != '\0' ? g_strdup (note) : NULL;
  rang_desk_write (desk, amend_func, arguments, arguments_free, (GDestroyNotify)rang_move_free, owner, done);
}

static gpointer
apply_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;

  if (arguments->board != NULL && rang_board_get_unfinished (arguments->board))
    return rang_office_apply_unfinished (office, &arguments->session, rang_board_get_suggestion (arguments->board),
                                         arguments->flag, cancellable, error);
  return rang_office_apply (office, &arguments->session, arguments->flag, cancellable, error);
}

void
rang_desk_apply (RangDesk *desk, gboolean dry_run, gpointer owner, RangDeskDone done)
{
  Arguments *arguments = arguments_new (desk);

  arguments->flag = dry_run;
  if (dry_run)
    rang_desk_read (desk, apply_func, arguments, arguments_free, (GDestroyNotify)rang_move_free, NULL, owner, done);
  else
    {
      rang_desk_write (desk, apply_func, arguments, arguments_free, (GDestroyNotify)rang_move_free, owner, done);
      rang_desk_expect_step (desk, FALSE);
    }
}

static gpointer
undo_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;

  return arguments->flag ? rang_office_redo (office, &arguments->session, error)
                         : rang_office_undo (office, &arguments->session, error);
}

void
rang_desk_undo (RangDesk *desk, gboolean redo, gpointer owner, RangDeskDone done)
{
  Arguments *arguments = arguments_new (desk);

  arguments->flag = redo;
  rang_desk_write (desk, undo_func, arguments, arguments_free, (GDestroyNotify)rang_move_free, owner, done);
  rang_desk_expect_step (desk, !redo);
}

gboolean
rang_desk_may_undo (RangDesk *desk, gboolean redo)
{
  const RangDayView *view = rang_desk_get_view (desk);

  return rang_desk_may (desk, RANG_ACTION_UNDO, 0) && (redo ? view->can_redo : view->can_undo);
}

static gpointer
release_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;

  return rang_office_release (office, &arguments->session, arguments->number, error);
}

void
rang_desk_release (RangDesk *desk, gint64 order, gpointer owner, RangDeskDone done)
{
  Arguments *arguments = arguments_new (desk);

  arguments->number = order;
  rang_desk_write (desk, release_func, arguments, arguments_free, (GDestroyNotify)rang_move_free, owner, done);
  rang_desk_expect_step (desk, FALSE);
}

static gpointer
reason_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;

  return GINT_TO_POINTER (rang_office_give_reason (office, &arguments->session, arguments->number,
                                                   (RangReasonCode)arguments->reason, arguments->note, error));
}

void
rang_desk_give_reason (RangDesk *desk, gint64 entry, int reason, const char *note, gpointer owner, RangDeskDone done)
{
  Arguments *arguments = arguments_new (desk);

  arguments->number = entry;
  arguments->reason = reason;
  arguments->note = note != NULL && *note != '\0' ? g_strdup (note) : NULL;
  rang_desk_write (desk, reason_func, arguments, arguments_free, NULL, owner, done);
}

static gpointer
rank_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Arguments *arguments = data;

  return GINT_TO_POINTER (rang_office_rank (office, &arguments->session, numbers (arguments->orders),
                                            arguments->orders->len, arguments->place, error));
}

void
rang_desk_rank (RangDesk *desk, const GArray *orders, guint place, gpointer owner, RangDeskDone done)
{
  rang_desk_write (desk, rank_func, arguments_new_move (desk, orders, place), arguments_free, NULL, owner, done);
  rang_desk_expect_step (desk, FALSE);
}
