/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for drawing one order of a list: its cells, and the lines and the gap above it. */
#include "board/rang-board-row.h"

#include <math.h>

#include <glib/gi18n.h>

#include "board/rang-row-cells.h"
#include "common/rang-pen.h"
#include "rang-compat.h"

#define ROW_HEIGHT 26.0
#define GAP_HEIGHT 34.0

struct _RangBoardRow
{
  GtkWidget parent_instance;
  const RangListLook *look;
  RangBoardItem *item;
  GtkWidget *list_row;
  gboolean selected;
  int height;
  char *drawn; /* all that was drawn of the order, when drawing was last asked for */
};

G_DEFINE_FINAL_TYPE (RangBoardRow, rang_board_row, GTK_TYPE_WIDGET)

/* The bands of a row from top to bottom; 0 high when absent. They are what the layout knows. */
typedef struct
{
  double on_time;
  double today;
  double row;
  double foot;
} Bands;

/* What a carry adds to the drawing alone: nothing moves in the layout, so that a place under the pointer stays the
 * place under the pointer, and the list does not scroll. */
typedef struct
{
  double shift;
  double gap;
  double after;
  double gap_below;
} Opening;

static gboolean
carried_away (RangBoardRow *self)
{
  const RangCarry *carry = self->look->carry;

  return carry != NULL && self->item != NULL && rang_carry_holds (carry, self->item->number);
}

static void
find_bands (RangBoardRow *self, double scale, Bands *bands)
{
  double tall = floor (ROW_HEIGHT * scale);

  *bands = (Bands){ .row = tall };
  if (self->item == NULL)
    return;
  if (self->look->on_time.rank == self->item->rank)
    bands->on_time = tall;
  if (self->look->today.rank == self->item->rank)
    bands->today = tall;
  /* Below the last row there is always room for the gap of a drop at the end. */
  if (self->look->length == self->item->rank)
    bands->foot = floor (GAP_HEIGHT * scale);
}

static void
find_opening (RangBoardRow *self, double scale, Opening *opening)
{
  const RangCarry *carry = self->look->carry;
  double gap = floor (GAP_HEIGHT * scale), line = floor (ROW_HEIGHT * scale);
  guint after;

  *opening = (Opening){ 0 };
  if (carry == NULL || carry->place == 0)
    return;
  after = rang_carry_rank_after (carry, self->item->rank);
  if (carried_away (self))
    {
      if (after > carry->place + carry->orders->len)
        opening->shift = gap;
    }
  else if (after == carry->place + carry->orders->len)
    opening->gap = gap;
  else if (after > carry->place + carry->orders->len)
    opening->shift = gap;
  else if (after == carry->place - 1 && carry->place == rang_carry_get_last_place (carry))
    opening->gap_below = gap;
  if (carry->on_time == 0 || carry->on_time == self->look->on_time.rank)
    return;
  if (!carried_away (self) && after == carry->on_time)
    opening->after = line;
  else if (after > carry->on_time)
    opening->shift += line;
}

static double
bands_height (const Bands *bands)
{
  return bands->on_time + bands->today + bands->row + bands->foot;
}

static void
draw_line (RangPen *pen, const RangBoardLine *line, RangInk ink, double y, double width, double height, gboolean dashed)
{
  double x = 24 * pen->scale, pill = 20 * pen->scale, middle = y + floor (height / 2) - 1, end;
  int label = rang_pen_text_width (pen, line->label, RANG_PEN_BOLD | RANG_PEN_SMALL);
  double pill_width = label + 18 * pen->scale;

  if (dashed)
    rang_pen_dashes (pen, ink, 0, middle, width, 2);
  else
    rang_pen_fill (pen, ink, 0, middle, width, 2);
  if (dashed)
    {
      rang_pen_fill_round (pen, RANG_INK_VIEW, x, y + (height - pill) / 2, pill_width, pill, pill / 2);
      rang_pen_frame (pen, ink, x, y + (height - pill) / 2, pill_width, pill, pill / 2, 1.5);
    }
  else
    rang_pen_fill_round (pen, ink, x, y + (height - pill) / 2, pill_width, pill, pill / 2);
  rang_pen_text (pen, line->label, dashed ? ink : RANG_INK_ON_FILL, RANG_PEN_BOLD | RANG_PEN_SMALL, x + 9 * pen->scale,
                 y, -1, height);
  if (line->text == NULL)
    return;
  end = rang_pen_text_width (pen, line->text, RANG_PEN_SMALL);
  rang_pen_fill (pen, RANG_INK_VIEW, x + pill_width + 6, y, end + 12, height);
  rang_pen_text (pen, line->text, ink, RANG_PEN_SMALL, x + pill_width + 12, y, -1, height);
}

static void
draw_gap (RangBoardRow *self, RangPen *pen, double y, double width, double height)
{
  const RangCarry *carry = self->look->carry;
  g_autofree char *rank = NULL;
  RangColumns columns;

  rang_columns_lay_out (&columns, self->look->columns, width, pen->scale);
  rang_pen_fill (pen, RANG_INK_SELECTION, 0, y, width, height);
  rang_pen_fill (pen, RANG_INK_ACCENT, 0, y, width, 2);
  rang_pen_fill (pen, RANG_INK_ACCENT, 0, y + height - 2, width, 2);
  if (carry->orders->len > 1)
    rank = g_strdup_printf ("%u–%u", carry->place, carry->place + carry->orders->len - 1);
  else
    rank = g_strdup_printf ("%u", carry->place);
  rang_pen_text (pen, rank, RANG_INK_ACCENT_TEXT, RANG_PEN_BOLD | RANG_PEN_RIGHT, columns.x[RANG_COLUMN_HANDLE], y,
                 columns.x[RANG_COLUMN_RANK] + columns.width[RANG_COLUMN_RANK] - columns.x[RANG_COLUMN_HANDLE], height);
}

static void
draw_row (RangBoardRow *self, RangPen *pen, double y, double width, double height)
{
  const RangCarry *carry = self->look->carry;
  GtkStateFlags flags = self->list_row != NULL ? gtk_widget_get_state_flags (self->list_row) : 0;
  gpointer minutes = NULL;
  RangRowCells cells = { .look = self->look, .item = self->item, .rank = self->item->rank };

  if (carry != NULL && !carried_away (self))
    {
      cells.rank = rang_carry_rank_after (carry, self->item->rank);
      cells.falls = g_hash_table_lookup_extended (carry->falls, &self->item->number, NULL, &minutes);
      cells.falls_minutes = GPOINTER_TO_INT (minutes);
    }
  if (cells.falls)
    {
      rang_pen_fill (pen, RANG_INK_LATE_TINT, 0, y, width, height - 1);
      rang_pen_fill (pen, RANG_INK_LATE_FILL, 0, y, 3, height - 1);
    }
  else if (self->selected && carry == NULL)
    rang_pen_fill (pen, RANG_INK_SELECTION, 0, y, width, height - 1);
  else if (flags & GTK_STATE_FLAG_PRELIGHT && carry == NULL)
    rang_pen_fill (pen, RANG_INK_HAIRLINE, 0, y, width, height - 1);
  gtk_snapshot_push_opacity (pen->snapshot, carried_away (self) ? 0.38 : 1.0);
  rang_row_cells_draw (&cells, pen, y, width, height - 1);
  gtk_snapshot_pop (pen->snapshot);
  rang_pen_fill (pen, RANG_INK_HAIRLINE, 0, y + height - 1, width, 1);
  if ((flags & GTK_STATE_FLAG_FOCUS_VISIBLE) && (flags & GTK_STATE_FLAG_FOCUSED))
    rang_pen_frame (pen, RANG_INK_ACCENT, 1, y, width - 2, height - 1, 3, 2);
}

static void
rang_board_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RangBoardRow *self = RANG_BOARD_ROW (widget);
  double width = gtk_widget_get_width (widget), y;
  RangBoardLine after = { 0 };
  Opening opening;
  Bands bands;
  RangPen pen;

  if (self->item == NULL)
    return;
  rang_pen_init (&pen, widget, snapshot);
  find_bands (self, pen.scale, &bands);
  find_opening (self, pen.scale, &opening);
  y = opening.shift;
  if (opening.gap > 0)
    draw_gap (self, &pen, y, width, opening.gap);
  y += opening.gap;
  if (opening.after > 0)
    {
      after.label = (char *)_ ("On time after the drop");
      draw_line (&pen, &after, RANG_INK_LATE, y, width, opening.after, TRUE);
    }
  y += opening.after;
  if (bands.on_time > 0)
    draw_line (&pen, &self->look->on_time, RANG_INK_ONTIME, y, width, bands.on_time, FALSE);
  y += bands.on_time;
  if (bands.today > 0)
    draw_line (&pen, &self->look->today, RANG_INK_LEFT_OUT, y, width, bands.today, FALSE);
  y += bands.today;
  draw_row (self, &pen, y, width, bands.row);
  if (opening.gap_below > 0)
    draw_gap (self, &pen, y + bands.row, width, opening.gap_below);
}

static void
rang_board_row_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  RangBoardRow *self = RANG_BOARD_ROW (widget);
  Bands bands;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = 320;
      return;
    }
  find_bands (self, rang_pen_scale_of (widget), &bands);
  self->height = (int)bands_height (&bands);
  *minimum = *natural = self->height;
}

static gboolean
query_tooltip_cb (RangBoardRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  g_autofree char *text = NULL;

  if (self->item == NULL || self->look->carry != NULL)
    return FALSE;
  text = rang_row_cells_dup_tooltip (self->look, self->item, gtk_widget_get_width (GTK_WIDGET (self)),
                                     rang_pen_scale_of (GTK_WIDGET (self)), x);
  if (text != NULL)
    gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

static void
list_row_flags_changed_cb (RangBoardRow *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
parent_changed_cb (RangBoardRow *self)
{
  if (self->list_row != NULL)
    g_signal_handlers_disconnect_by_func (self->list_row, list_row_flags_changed_cb, self);
  g_set_weak_pointer (&self->list_row, gtk_widget_get_parent (GTK_WIDGET (self)));
  if (self->list_row != NULL)
    g_signal_connect_object (self->list_row, "state-flags-changed", G_CALLBACK (list_row_flags_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
append_cells (const RangBoardItem *item, GString *out)
{
  g_string_append_printf (out, "%" G_GINT64_FORMAT " %u %u|%d %d %d|%d %c %" G_GINT64_FORMAT "|%d %d %d %d %d %d|%d %d",
                          item->number, item->rank, item->suggested, item->promised.from, item->promised.to,
                          item->proposed, (int)item->importance, item->class_letter != '\0' ? item->class_letter : ' ',
                          item->points, item->department_mark, item->eta, item->state, item->impossible,
                          item->minutes_late, (int)item->marks, item->reason, item->saving);
  g_string_append_printf (out, "|%s|%s|%s|%s|%s|%s|%" G_GINT64_FORMAT " %s", item->client, item->town,
                          item->department_name, item->van, item->life, item->moved_by, item->value.minor,
                          item->value.currency);
}

static void
append_line (const RangBoardLine *line, double height, GString *out)
{
  if (height > 0)
    g_string_append_printf (out, "|%s %s", line->label, line->text);
}

/* All that the drawing depends on but for size, colours and whether it is chosen: these ask for it by themselves. */
static char *
dup_look (RangBoardRow *self, double scale)
{
  const RangListLook *look = self->look;
  GString *out = g_string_new (NULL);
  gpointer minutes = NULL;
  Opening opening;
  Bands bands;

  if (self->item == NULL)
    return g_string_free (out, FALSE);
  find_bands (self, scale, &bands);
  find_opening (self, scale, &opening);
  append_cells (self->item, out);
  g_string_append_printf (out, "|%d %d %" G_GINT64_FORMAT " %d|%.0f %.0f %.0f %.0f", (int)look->columns, look->movable,
                          look->most_points, look->show_all_differences, opening.shift, opening.gap, opening.after,
                          opening.gap_below);
  append_line (&look->on_time, bands.on_time, out);
  append_line (&look->today, bands.today, out);
  if (look->carry != NULL)
    g_string_append_printf (out, "|%d %u %u %d %d", carried_away (self), look->carry->place,
                            rang_carry_rank_after (look->carry, self->item->rank),
                            g_hash_table_lookup_extended (look->carry->falls, &self->item->number, NULL, &minutes),
                            GPOINTER_TO_INT (minutes));
  return g_string_free (out, FALSE);
}

static void
item_changed_cb (RangBoardRow *self)
{
  g_autofree char *name = NULL;
  g_autofree char *state = NULL;

  if (self->item == NULL)
    return;
  name = rang_board_item_dup_name (self->item);
  rang_compat_label_list_item (GTK_WIDGET (self), name, NULL);
  rang_board_row_refresh (self);
}

static void
rang_board_row_dispose (GObject *object)
{
  RangBoardRow *self = RANG_BOARD_ROW (object);

  rang_board_row_bind (self, NULL);
  g_clear_pointer (&self->drawn, g_free);
  g_clear_weak_pointer (&self->list_row);
  G_OBJECT_CLASS (rang_board_row_parent_class)->dispose (object);
}

static void
rang_board_row_class_init (RangBoardRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_board_row_dispose;
  widget_class->snapshot = rang_board_row_snapshot;
  widget_class->measure = rang_board_row_measure;
  gtk_widget_class_set_css_name (widget_class, "orderrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
rang_board_row_init (RangBoardRow *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  g_signal_connect (self, "notify::parent", G_CALLBACK (parent_changed_cb), NULL);
}

GtkWidget *
rang_board_row_new (const RangListLook *look)
{
  RangBoardRow *self = g_object_new (RANG_TYPE_BOARD_ROW, NULL);

  self->look = look;
  return GTK_WIDGET (self);
}

void
rang_board_row_bind (RangBoardRow *self, RangBoardItem *item)
{
  g_return_if_fail (RANG_IS_BOARD_ROW (self));

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, item_changed_cb, self);
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  g_signal_connect_object (item, "changed", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
  item_changed_cb (self);
}

RangBoardItem *
rang_board_row_get_item (RangBoardRow *self)
{
  g_return_val_if_fail (RANG_IS_BOARD_ROW (self), NULL);

  return self->item;
}

void
rang_board_row_set_selected (RangBoardRow *self, gboolean selected)
{
  g_return_if_fail (RANG_IS_BOARD_ROW (self));

  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rang_board_row_refresh (RangBoardRow *self)
{
  double scale;
  char *look;
  Bands bands;

  g_return_if_fail (RANG_IS_BOARD_ROW (self));

  scale = rang_pen_scale_of (GTK_WIDGET (self));
  find_bands (self, scale, &bands);
  if ((int)bands_height (&bands) != self->height)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  look = dup_look (self, scale);
  if (g_strcmp0 (look, self->drawn) != 0)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  g_free (self->drawn);
  self->drawn = look;
}

/* A drop on a row takes that row's place: its far edge alone, seen from where the orders come from, means the next. */
#define EDGE 0.2

guint
rang_board_row_place_at (RangBoardRow *self, const RangCarry *carry, double y)
{
  gboolean from_below;
  guint place;
  Bands bands;

  g_return_val_if_fail (RANG_IS_BOARD_ROW (self), 0);

  if (self->item == NULL)
    return 0;
  place = rang_carry_place_before (carry, self->item->rank);
  from_below = rang_carry_get_first_rank (carry) > self->item->rank;
  find_bands (self, rang_pen_scale_of (GTK_WIDGET (self)), &bands);
  if (carried_away (self) || y < bands.on_time + bands.today + bands.row * (from_below ? 1 - EDGE : EDGE))
    return place;
  return MIN (place + 1, rang_carry_get_last_place (carry));
}

gboolean
rang_board_row_is_handle (RangBoardRow *self, double x, double y)
{
  double scale = rang_pen_scale_of (GTK_WIDGET (self));
  RangColumns columns;
  Bands bands;

  g_return_val_if_fail (RANG_IS_BOARD_ROW (self), FALSE);

  if (!self->look->movable || self->item == NULL)
    return FALSE;
  rang_columns_lay_out (&columns, self->look->columns, gtk_widget_get_width (GTK_WIDGET (self)), scale);
  find_bands (self, scale, &bands);
  return x <= columns.x[RANG_COLUMN_RANK] + columns.width[RANG_COLUMN_RANK] && y >= bands.on_time + bands.today;
}
