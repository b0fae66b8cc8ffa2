/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for which columns of a table give way when room is short. */
#include "common/rang-give-way.h"

#include "common/rang-pen.h"

typedef struct
{
  GtkColumnView *view;
  const RangRoom *rooms;
  guint n;
  GtkAdjustment *adjustment;
  int width;
  guint source;
} Watch;

static gboolean
takes_rest (const RangRoom *room, int level)
{
  return room->width == 0 && room->gives_way < level;
}

static int
needed (const RangRoom *rooms, guint n, int level, gboolean narrow)
{
  int sum = 0;

  for (guint i = 0; i < n; i++)
    if (rooms[i].gives_way < level)
      sum += narrow || rooms[i].width == 0 ? rooms[i].narrow : rooms[i].width;
  return sum;
}

static int
find_level (const RangRoom *rooms, guint n, int width, gboolean *narrow)
{
  int level = 1;

  for (guint i = 0; i < n; i++)
    level = MAX (level, rooms[i].gives_way + 1);
  *narrow = needed (rooms, n, level, FALSE) > width;
  while (*narrow && level > 1 && needed (rooms, n, level, TRUE) > width)
    level--;
  return level;
}

void
rang_give_way_lay_out (const RangRoom *rooms, guint n, int width, int *widths)
{
  gboolean narrow;
  int level = find_level (rooms, n, width, &narrow), shares = 0;
  int spare = MAX (0, width - needed (rooms, n, level, narrow));

  for (guint i = 0; i < n; i++)
    shares += takes_rest (&rooms[i], level);
  for (guint i = 0; i < n; i++)
    {
      gboolean least = narrow || rooms[i].width == 0;

      widths[i] = rooms[i].gives_way < level ? least ? rooms[i].narrow : rooms[i].width : 0;
      if (takes_rest (&rooms[i], level))
        widths[i] += spare / shares;
    }
}

static gboolean
lay_out_cb (gpointer data)
{
  Watch *watch = data;
  double scale = rang_pen_scale_of (GTK_WIDGET (watch->view));
  GListModel *columns = gtk_column_view_get_columns (watch->view);
  g_autofree int *widths = g_new0 (int, watch->n);

  watch->source = 0;
  rang_give_way_lay_out (watch->rooms, watch->n, (int)(watch->width / scale), widths);
  for (guint i = 0; i < watch->n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      gtk_column_view_column_set_visible (column, widths[i] > 0);
      if (widths[i] > 0)
        gtk_column_view_column_set_fixed_width (column, (int)(widths[i] * scale));
    }
  return G_SOURCE_REMOVE;
}

/* Nothing may be shown or hidden while sizes are given out: after that. */
static void
resized_cb (Watch *watch)
{
  int width = (int)gtk_adjustment_get_page_size (watch->adjustment);

  if (width <= 0 || width == watch->width)
    return;
  watch->width = width;
  if (watch->source == 0)
    watch->source = g_idle_add (lay_out_cb, watch);
}

static void
follow (Watch *watch, GtkAdjustment *adjustment)
{
  if (watch->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (watch->adjustment, watch);
  g_set_object (&watch->adjustment, adjustment);
  if (adjustment == NULL)
    return;
  g_signal_connect_swapped (adjustment, "notify::page-size", G_CALLBACK (resized_cb), watch);
  resized_cb (watch);
}

static void
adjustment_cb (GtkColumnView *view, GParamSpec *spec, Watch *watch)
{
  follow (watch, gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view)));
}

static void
watch_free (gpointer data)
{
  Watch *watch = data;

  follow (watch, NULL);
  g_clear_handle_id (&watch->source, g_source_remove);
  g_free (watch);
}

void
rang_give_way_attach (GtkColumnView *view, const RangRoom *rooms, guint n)
{
  Watch *watch = g_new0 (Watch, 1);

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  watch->view = view;
  watch->rooms = rooms;
  watch->n = n;
  g_object_set_data_full (G_OBJECT (view), "give-way", watch, watch_free);
  g_signal_connect (view, "notify::hadjustment", G_CALLBACK (adjustment_cb), watch);
  adjustment_cb (view, NULL, watch);
}
