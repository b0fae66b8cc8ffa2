/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what the cells of a row say and how they look. */
#include "board/rang-row-cells.h"

#include <math.h>

#include <glib/gi18n.h>

#include "base/rang-day-label.h"
#include "common/rang-words.h"

/* From this difference on it is shown, dim, for rows that nobody placed. */
#define TELLING_DIFFERENCE 3

static void
draw_handle (RangPen *pen, const RangColumns *columns, double y, double height)
{
  double step = 4.5 * pen->scale, dot = 2 * pen->scale;
  double x = columns->x[RANG_COLUMN_HANDLE] + 3, top = y + height / 2 - step - dot / 2;

  for (int row = 0; row < 3; row++)
    for (int column = 0; column < 2; column++)
      rang_pen_fill (pen, RANG_INK_FAINT, floor (x + column * step), floor (top + row * step), dot, dot);
}

static void
draw_importance (RangPen *pen, RangImportance importance, double x, double y, double height)
{
  double bar = 4 * pen->scale, step = 5 * pen->scale, bottom = floor (y + height / 2 + 6 * pen->scale);

  if (importance == RANG_IMPORTANCE_UNKNOWN)
    return;
  for (int i = 0; i < 3; i++)
    {
      double tall = (4 + 4 * i) * pen->scale;
      RangInk ink = i < (int)importance - RANG_IMPORTANCE_LOW + 1 ? RANG_INK_TEXT : RANG_INK_TRACK;

      rang_pen_fill (pen, ink, floor (x + i * step), bottom - tall, bar, tall);
    }
}

static void
draw_points (const RangRowCells *cells, RangPen *pen, const RangColumns *columns, double y, double height)
{
  double x = columns->x[RANG_COLUMN_POINTS], number = 24 * pen->scale, bar = 4 * pen->scale;
  double track = columns->width[RANG_COLUMN_POINTS] - number - 6, middle = floor (y + (height - bar) / 2);
  g_autofree char *text = NULL;

  if (columns->width[RANG_COLUMN_POINTS] <= 0)
    return;
  text = g_strdup_printf ("%" G_GINT64_FORMAT, cells->item->points);
  rang_pen_text (pen, text, RANG_INK_TEXT, RANG_PEN_RIGHT, x, y, number, height);
  rang_pen_fill_round (pen, RANG_INK_TRACK, x + number + 6, middle, track, bar, bar / 2);
  if (cells->item->points > 0 && cells->look->most_points > 0)
    rang_pen_fill_round (pen, RANG_INK_BAR, x + number + 6, middle,
                         MAX (bar, track * (double)MIN (cells->item->points, cells->look->most_points)
                                       / (double)cells->look->most_points),
                         bar, bar / 2);
}

static void
draw_difference (const RangRowCells *cells, RangPen *pen, const RangColumns *columns, double y, double height)
{
  const RangBoardItem *item = cells->item;
  int difference = item->suggested == 0 ? 0 : (int)item->suggested - (int)item->rank;
  gboolean placed = item->moved_by != NULL;
  g_autofree char *text = NULL;

  if (difference == 0 || (!placed && !cells->look->show_all_differences && ABS (difference) < TELLING_DIFFERENCE))
    return;
  text = g_strdup_printf ("%s%d", difference > 0 ? "▲" : "▼", ABS (difference));
  rang_pen_text (pen, text, placed ? RANG_INK_TEXT : RANG_INK_FAINT, RANG_PEN_SMALL | (placed ? RANG_PEN_BOLD : 0),
                 columns->x[RANG_COLUMN_DIFFERENCE], y, columns->width[RANG_COLUMN_DIFFERENCE], height);
}

/* Returns: whether there was something to say */
static gboolean
draw_state (const RangRowCells *cells, RangPen *pen, const RangColumns *columns, double y, double height)
{
  RangBoardItem *item = cells->item;
  RangInk ink = RANG_INK_DIM;
  RangPenFlags flags = RANG_PEN_SMALL;
  g_autofree char *text = NULL;

  if (cells->falls && cells->falls_minutes < 0)
    text = g_strdup (_ ("☾ not today"));
  else if (cells->falls)
    text = g_strdup_printf (_ ("+%d min"), cells->falls_minutes);
  else
    text = rang_board_item_dup_state_text (item);
  if (text == NULL)
    return FALSE;
  if (cells->falls || (item->state == RANG_PLAN_LATE && !item->saving))
    {
      ink = RANG_INK_LATE;
      flags |= RANG_PEN_BOLD;
    }
  else if (item->state == RANG_PLAN_ON_TIME && !item->saving)
    ink = RANG_INK_ONTIME;
  else if (item->saving)
    ink = RANG_INK_ACCENT_TEXT;
  rang_pen_text (pen, text, ink, flags, columns->x[RANG_COLUMN_STATE], y, columns->width[RANG_COLUMN_STATE], height);
  return TRUE;
}

static void
draw_text (RangPen *pen,
           const RangColumns *columns,
           RangColumn column,
           const char *text,
           RangInk ink,
           RangPenFlags flags,
           double y,
           double height)
{
  if (columns->width[column] <= 0)
    return;
  if (rang_columns_align_right (column))
    flags |= RANG_PEN_RIGHT;
  rang_pen_text (pen, text, ink, flags, columns->x[column], y, columns->width[column], height);
}

/* Who moved it and why. A long reason goes on over the state's column where that is empty; where it is not, the name is
 * shortened before the reason is cut. */
static void
draw_moved (
    const RangRowCells *cells, RangPen *pen, const RangColumns *columns, gboolean alone, double y, double height)
{
  RangBoardItem *item = cells->item;
  double x = columns->x[RANG_COLUMN_MOVED_BY], width = columns->width[RANG_COLUMN_MOVED_BY];
  RangInk ink = item->reason == RANG_PLACEMENT_PENDING ? RANG_INK_ACCENT_TEXT : RANG_INK_DIM;
  g_autofree char *moved = rang_board_item_dup_moved_text (item);

  if (moved == NULL || width <= 0)
    return;
  if (rang_pen_text_width (pen, moved, RANG_PEN_SMALL) <= width)
    rang_pen_text (pen, moved, ink, RANG_PEN_SMALL, x, y, width, height);
  else if (alone)
    rang_pen_text (pen, moved, ink, RANG_PEN_SMALL | RANG_PEN_RIGHT, columns->x[RANG_COLUMN_STATE], y,
                   x + width - columns->x[RANG_COLUMN_STATE], height);
  else
    {
      g_autofree char *shorter = rang_board_item_dup_moved_short (item);

      rang_pen_text (pen, shorter, ink, RANG_PEN_SMALL, x, y, width, height);
    }
}

static void
draw_board_cells (const RangRowCells *cells, RangPen *pen, const RangColumns *columns, double y, double height)
{
  RangBoardItem *item = cells->item;
  g_autofree char *eta = rang_words_time (item->eta);
  const char class_text[2] = { item->class_letter, '\0' };

  draw_difference (cells, pen, columns, y, height);
  draw_text (pen, columns, RANG_COLUMN_CLASS, class_text, item->class_letter == 'A' ? RANG_INK_TEXT : RANG_INK_DIM,
             item->class_letter == 'A' ? RANG_PEN_BOLD : 0, y, height);
  draw_points (cells, pen, columns, y, height);
  if (columns->width[RANG_COLUMN_DEPARTMENT] > 0 && item->department_name != NULL)
    rang_pen_chip (pen, item->department_mark, item->department_name, columns->x[RANG_COLUMN_DEPARTMENT], y,
                   columns->width[RANG_COLUMN_DEPARTMENT], height);
  draw_text (pen, columns, RANG_COLUMN_VAN, item->van != NULL ? item->van : "–", RANG_INK_DIM, 0, y, height);
  draw_text (pen, columns, RANG_COLUMN_ETA, eta, RANG_INK_TEXT, 0, y, height);
  draw_moved (cells, pen, columns, !draw_state (cells, pen, columns, y, height), y, height);
}

void
rang_row_cells_draw (const RangRowCells *cells, RangPen *pen, double y, double width, double height)
{
  RangBoardItem *item = cells->item;
  g_autofree char *rank = g_strdup_printf ("%u", cells->rank);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, item->number);
  g_autofree char *window = rang_day_label_window (item->promised);
  RangInk ink = item->state == RANG_PLAN_NOT_TODAY && !cells->falls ? RANG_INK_DIM : RANG_INK_TEXT;
  RangColumns columns;

  rang_columns_lay_out (&columns, cells->look->columns, width, pen->scale);
  if (cells->look->movable)
    draw_handle (pen, &columns, y, height);
  draw_text (pen, &columns, RANG_COLUMN_RANK, rank, ink, RANG_PEN_BOLD, y, height);
  draw_text (pen, &columns, RANG_COLUMN_ORDER, number, RANG_INK_DIM, 0, y, height);
  draw_text (pen, &columns, RANG_COLUMN_CLIENT, item->client, ink, 0, y, height);
  draw_text (pen, &columns, RANG_COLUMN_TOWN, item->town, RANG_INK_DIM, 0, y, height);
  draw_text (pen, &columns, RANG_COLUMN_PROMISED, window, item->proposed ? RANG_INK_DIM : ink, 0, y, height);
  draw_importance (pen, item->importance, columns.x[RANG_COLUMN_IMPORTANCE] + 6, y, height);
  if (cells->look->columns == RANG_COLUMNS_BOARD)
    draw_board_cells (cells, pen, &columns, y, height);
  else
    {
      g_autofree char *value = rang_words_money (item->value.minor, item->value.currency);

      draw_text (pen, &columns, RANG_COLUMN_VALUE, value, RANG_INK_DIM, 0, y, height);
      draw_text (pen, &columns, RANG_COLUMN_LIFE, item->saving ? _ ("saving…") : item->life,
                 item->minutes_late > 0 ? RANG_INK_LATE : RANG_INK_DIM, RANG_PEN_SMALL, y, height);
    }
}

/* Whose the order is, and the one who owes an answer for it. */
static char *
dup_whose (RangBoardItem *item, const char *what)
{
  if (item->answers == NULL)
    return g_strdup (what);
  /* Translators: a client or a department; a person */
  return g_strdup_printf (_ ("%s\n%s answers for this order"), what != NULL ? what : "–", item->answers);
}

char *
rang_row_cells_dup_tooltip (const RangListLook *look, RangBoardItem *item, double width, double scale, double x)
{
  RangColumns columns;
  int column = 0;

  rang_columns_lay_out (&columns, look->columns, width, scale);
  for (int i = 0; i < RANG_N_COLUMNS; i++)
    if (columns.width[i] > 0 && x >= columns.x[i] - 4)
      column = i;
  switch (column)
    {
    case RANG_COLUMN_HANDLE:
      return look->movable ? g_strdup (_ ("Drag to another place, or press Space and use the arrow keys")) : NULL;
    case RANG_COLUMN_DIFFERENCE:
      /* Translators: %u is a place in the ranking. */
      return item->suggested > 0 ? g_strdup_printf (_ ("The rules suggest place %u"), item->suggested) : NULL;
    case RANG_COLUMN_IMPORTANCE:
      /* Translators: %s is high, normal or low. */
      return g_strdup_printf (_ ("Importance: %s"), rang_importance_label (item->importance));
    case RANG_COLUMN_CLASS:
      return g_strdup (item->class_letter == 'A'   ? _ ("Class A: must not slip")
                       : item->class_letter == 'C' ? _ ("Class C: can wait")
                                                   : _ ("Class B"));
    case RANG_COLUMN_POINTS:
      return g_strdup (_ ("Points decide who is served when not everybody can be; they are not the driving order"));
    case RANG_COLUMN_STATE:
      return item->impossible ? g_strdup (_ ("This promise could not be kept even at place 1")) : NULL;
    case RANG_COLUMN_PROMISED:
      return item->proposed ? g_strdup (_ ("Proposed: the department has not submitted it yet")) : NULL;
    case RANG_COLUMN_ORDER:
    case RANG_COLUMN_CLIENT:
      return dup_whose (item, item->client);
    case RANG_COLUMN_DEPARTMENT:
      return dup_whose (item, item->department_name);
    case RANG_COLUMN_MOVED_BY:
      return rang_board_item_dup_moved_text (item);
    default:
      return NULL;
    }
}
