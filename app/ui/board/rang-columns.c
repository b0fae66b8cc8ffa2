/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for where the columns of a list of orders lie. */
#include "board/rang-columns.h"

#include <glib/gi18n.h>

#define GAP 8.0

/* Minimum in pixels at 13 px text; share of what is left over; when it gives way (0 never, higher sooner). */
typedef struct
{
  double minimum;
  int share;
  int gives_way;
} Spec;

static const Spec specs[][RANG_N_COLUMNS] = {
  [RANG_COLUMNS_BOARD] = {
    [RANG_COLUMN_HANDLE] = { 16, 0, 0 },
    [RANG_COLUMN_RANK] = { 30, 0, 0 },
    [RANG_COLUMN_DIFFERENCE] = { 34, 0, 0 },
    [RANG_COLUMN_ORDER] = { 62, 0, 0 },
    [RANG_COLUMN_CLIENT] = { 130, 3, 0 },
    [RANG_COLUMN_TOWN] = { 76, 0, 4 },
    [RANG_COLUMN_PROMISED] = { 88, 0, 0 },
    [RANG_COLUMN_IMPORTANCE] = { 34, 0, 0 },
    [RANG_COLUMN_CLASS] = { 14, 0, 0 },
    [RANG_COLUMN_POINTS] = { 78, 0, 3 },
    [RANG_COLUMN_DEPARTMENT] = { 116, 0, 2 },
    [RANG_COLUMN_VAN] = { 60, 0, 1 },
    [RANG_COLUMN_ETA] = { 56, 0, 0 },
    [RANG_COLUMN_STATE] = { 112, 0, 0 },
    [RANG_COLUMN_MOVED_BY] = { 130, 2, 5 },
  },
  [RANG_COLUMNS_DEPARTMENT] = {
    [RANG_COLUMN_HANDLE] = { 16, 0, 0 },
    [RANG_COLUMN_RANK] = { 30, 0, 0 },
    [RANG_COLUMN_ORDER] = { 62, 0, 0 },
    [RANG_COLUMN_CLIENT] = { 150, 3, 0 },
    [RANG_COLUMN_TOWN] = { 96, 0, 2 },
    [RANG_COLUMN_PROMISED] = { 108, 0, 0 },
    [RANG_COLUMN_IMPORTANCE] = { 34, 0, 0 },
    [RANG_COLUMN_VALUE] = { 96, 0, 1 },
    [RANG_COLUMN_LIFE] = { 130, 1, 0 },
  },
};

static double
needed (const Spec *spec, int gives_way, double scale)
{
  double sum = GAP;

  for (int i = 0; i < RANG_N_COLUMNS; i++)
    if (spec[i].minimum > 0 && (spec[i].gives_way == 0 || spec[i].gives_way < gives_way))
      sum += spec[i].minimum * scale + GAP;
  return sum;
}

void
rang_columns_lay_out (RangColumns *columns, RangColumnSet set, double width, double scale)
{
  const Spec *spec = specs[set];
  int gives_way = 6, shares = 0;
  double spare, x = GAP;

  while (gives_way > 1 && needed (spec, gives_way, scale) > width)
    gives_way--;
  spare = MAX (0, width - needed (spec, gives_way, scale));
  for (int i = 0; i < RANG_N_COLUMNS; i++)
    if (spec[i].minimum > 0 && (spec[i].gives_way == 0 || spec[i].gives_way < gives_way))
      shares += spec[i].share;
  for (int i = 0; i < RANG_N_COLUMNS; i++)
    {
      gboolean shown = spec[i].minimum > 0 && (spec[i].gives_way == 0 || spec[i].gives_way < gives_way);

      columns->x[i] = x;
      columns->width[i] = 0;
      if (!shown)
        continue;
      columns->width[i] = spec[i].minimum * scale + (shares > 0 ? spare * spec[i].share / shares : 0);
      x += columns->width[i] + GAP;
    }
}

const char *
rang_columns_get_title (RangColumn column)
{
  switch (column)
    {
    case RANG_COLUMN_RANK:
      return "#";
    case RANG_COLUMN_DIFFERENCE:
      return "±";
    case RANG_COLUMN_ORDER:
      return C_ ("column", "Order");
    case RANG_COLUMN_CLIENT:
      return C_ ("column", "Client");
    case RANG_COLUMN_TOWN:
      return C_ ("column", "Town");
    case RANG_COLUMN_PROMISED:
      return C_ ("column", "Promised");
    case RANG_COLUMN_IMPORTANCE:
      /* Translators: short for "Importance"; the column is as wide as this word. */
      return C_ ("column", "Imp.");
    case RANG_COLUMN_POINTS:
      return C_ ("column", "Points");
    case RANG_COLUMN_DEPARTMENT:
      return C_ ("column", "Department");
    case RANG_COLUMN_VAN:
      return C_ ("column", "Van");
    case RANG_COLUMN_ETA:
      return C_ ("column", "Arrives");
    case RANG_COLUMN_MOVED_BY:
      return C_ ("column", "Moved by");
    case RANG_COLUMN_VALUE:
      return C_ ("column", "Value");
    case RANG_COLUMN_LIFE:
      return C_ ("column", "State");
    case RANG_COLUMN_HANDLE:
    case RANG_COLUMN_CLASS:
    case RANG_COLUMN_STATE:
    case RANG_N_COLUMNS:
    default:
      return "";
    }
}

gboolean
rang_columns_align_right (RangColumn column)
{
  return column == RANG_COLUMN_RANK || column == RANG_COLUMN_ORDER || column == RANG_COLUMN_VAN
         || column == RANG_COLUMN_ETA || column == RANG_COLUMN_VALUE;
}
