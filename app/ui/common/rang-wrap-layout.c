/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for rows of small things that wrap when there is no room. */
#include "common/rang-wrap-layout.h"

struct _RangWrapLayout
{
  GtkLayoutManager parent_instance;
  int spacing;
  int line_spacing;
};

G_DEFINE_FINAL_TYPE (RangWrapLayout, rang_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_SPACING = 1,
  PROP_LINE_SPACING,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

/* A line of children: those that show from the first up to, not including, the end. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end; /* (nullable) */
  int width; /* of all in their natural width, with what is between them */
  guint expanding;
} Line;

static int
width_of (GtkWidget *child, int most)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  return most < 0 ? natural : MAX (minimum, MIN (natural, most));
}

/* The line that begins with @first in @width pixels (negative: as many as it likes). */
static Line
line_from (const RangWrapLayout *self, GtkWidget *first, int width)
{
  Line line = { first, NULL, 0, 0 };
  guint n = 0;

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int needed;

      if (!gtk_widget_should_layout (child))
        continue;
      needed = width_of (child, width) + (n > 0 ? self->spacing : 0);
      if (n > 0 && width >= 0 && line.width + needed > width)
        {
          line.end = child;
          break;
        }
      line.width += needed;
      line.expanding += gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
      n++;
    }
  return line;
}

static int
height_of (const Line *line, int width)
{
  int height = 0;

  for (GtkWidget *child = line->first; child != line->end; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int natural;

        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width_of (child, width), NULL, &natural, NULL, NULL);
        height = MAX (height, natural);
      }
  return height;
}

static void
measure_width (const RangWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *natural = line_from (self, gtk_widget_get_first_child (widget), -1).width;
  *minimum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      {
        int least;

        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
        *minimum = MAX (*minimum, least);
      }
}

static void
rang_wrap_layout_measure (GtkLayoutManager *manager,
                          GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  const RangWrapLayout *self = RANG_WRAP_LAYOUT (manager);
  int height = 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }
  for (GtkWidget *first = gtk_widget_get_first_child (widget); first != NULL;)
    {
      Line line = line_from (self, first, for_size);

      height += height_of (&line, for_size);
      if (line.end != NULL)
        height += self->line_spacing;
      first = line.end;
    }
  *minimum = *natural = height;
}

/* Gives the children of a line their places; what is over goes to those that expand, in equal parts, or, @at_end,
 * before the first one. */
static void
allocate_line (
    const RangWrapLayout *self, GtkWidget *widget, const Line *line, int y, int height, int width, gboolean at_end)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int over = MAX (0, width - line->width), x = at_end ? over : 0;
  guint expanding = line->expanding;

  for (GtkWidget *child = line->first; child != line->end; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { x, y, 0, height };

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = width_of (child, width);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        {
          int part = over / (int)expanding;

          place.width += part;
          over -= part;
          expanding--;
        }
      x += place.width + self->spacing;
      if (mirrored)
        place.x = width - place.x - place.width;
      gtk_widget_size_allocate (child, &place, -1);
    }
}

static void
rang_wrap_layout_allocate (GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  const RangWrapLayout *self = RANG_WRAP_LAYOUT (manager);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  gboolean pushed = FALSE;
  int y = 0;

  while (first != NULL)
    {
      Line line = line_from (self, first, width);
      int needed = height_of (&line, width);

      /* A single line takes the height that is there. */
      if (y == 0 && line.end == NULL)
        needed = MAX (needed, height);
      /* What stood at the end of the row, pushed there by what expands, stays there on a line of its own. */
      allocate_line (self, widget, &line, y, needed, width, pushed && line.expanding == 0);
      pushed = pushed || line.expanding > 0;
      y += needed + self->line_spacing;
      first = line.end;
    }
}

static GtkSizeRequestMode
rang_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rang_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *spec)
{
  RangWrapLayout *self = RANG_WRAP_LAYOUT (object);

  if (id == PROP_SPACING)
    self->spacing = g_value_get_int (value);
  else
    self->line_spacing = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
rang_wrap_layout_class_init (RangWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = rang_wrap_layout_set_property;
  layout_class->get_request_mode = rang_wrap_layout_get_request_mode;
  layout_class->measure = rang_wrap_layout_measure;
  layout_class->allocate = rang_wrap_layout_allocate;
  properties[PROP_SPACING]
      = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 6, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LINE_SPACING]
      = g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT16, 4, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPERTIES, properties);
}

static void
rang_wrap_layout_init (RangWrapLayout *self)
{
  self->spacing = 6;
  self->line_spacing = 4;
}

GtkLayoutManager *
rang_wrap_layout_new (void)
{
  return g_object_new (RANG_TYPE_WRAP_LAYOUT, NULL);
}
