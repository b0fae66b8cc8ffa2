/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for drawing text, lines, marks and chips in the colours of the style sheet. */
#include "common/rang-pen.h"

#include <math.h>
#include <string.h>

#include "rang-compat.h"

static const char *const ink_names[RANG_N_INKS] = {
  [RANG_INK_TEXT] = "rang_text",
  [RANG_INK_DIM] = "rang_dim",
  [RANG_INK_FAINT] = "rang_faint",
  [RANG_INK_HAIRLINE] = "rang_hairline",
  [RANG_INK_BORDER] = "rang_border",
  [RANG_INK_TRACK] = "rang_track",
  [RANG_INK_LATE] = "rang_late",
  [RANG_INK_LATE_FILL] = "rang_late_fill",
  [RANG_INK_LATE_TINT] = "rang_late_tint",
  [RANG_INK_LATE_PALE] = "rang_late_pale",
  [RANG_INK_ONTIME] = "rang_ontime",
  [RANG_INK_ONTIME_PALE] = "rang_ontime_pale",
  [RANG_INK_LEFT_OUT] = "rang_left_out",
  [RANG_INK_LEFT_OUT_PALE] = "rang_left_out_pale",
  [RANG_INK_ACCENT] = "rang_accent",
  [RANG_INK_ACCENT_TEXT] = "rang_accent_text",
  [RANG_INK_SELECTION] = "rang_selection",
  [RANG_INK_ON_FILL] = "rang_on_fill",
  [RANG_INK_BAR] = "rang_bar",
  [RANG_INK_SUM] = "rang_sum",
  [RANG_INK_VIEW] = "view_bg_color",
  [RANG_INK_MARK0] = "rang_mark0",
  [RANG_INK_MARK0_TINT] = "rang_mark0_tint",
  [RANG_INK_MARK1] = "rang_mark1",
  [RANG_INK_MARK1_TINT] = "rang_mark1_tint",
  [RANG_INK_MARK2] = "rang_mark2",
  [RANG_INK_MARK2_TINT] = "rang_mark2_tint",
};

/* Whose font it writes in: rows have their list's, and a context for each row would take longer than its text. */
static GtkWidget *
font_of (GtkWidget *widget)
{
  GtkWidget *list = gtk_widget_get_ancestor (widget, GTK_TYPE_LIST_VIEW);

  return list != NULL ? list : widget;
}

double
rang_pen_scale_of (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (font_of (widget));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double)PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    {
      double dpi = pango_cairo_context_get_resolution (context);

      size *= (dpi > 0 ? dpi : 96.0) / 72.0;
    }
  return size > 1 ? size / 13.0 : 1.0;
}

/* The colours are the same all over the window: within a frame they are looked up once. */
static const GdkRGBA *
inks_of_frame (GtkWidget *widget)
{
  static GdkRGBA inks[RANG_N_INKS];
  static gpointer last_clock = NULL;
  static gint64 last_frame = -1;
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  gint64 frame = clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : -1;

  if (clock != NULL && clock == last_clock && frame == last_frame)
    return inks;
  for (int i = 0; i < RANG_N_INKS; i++)
    rang_compat_lookup_color (widget, ink_names[i], &inks[i]);
  last_clock = clock;
  last_frame = frame;
  return inks;
}

void
rang_pen_init (RangPen *pen, GtkWidget *widget, GtkSnapshot *snapshot)
{
  pen->widget = widget;
  pen->font = font_of (widget);
  pen->snapshot = snapshot;
  pen->scale = rang_pen_scale_of (widget);
  /* Looking up a colour may bring the style up to date, which must not happen while sizes are worked out. */
  if (snapshot != NULL)
    memcpy (pen->ink, inks_of_frame (widget), sizeof pen->ink);
}

/* --- text; what was laid out once is used again, by whichever row says the same --- */

#define MOST_TEXTS 4000

typedef struct
{
  char *text;
  RangPenFlags flags;
  int room; /* Pango units; -1 any */
  guint font;
  double resolution;
} TextKey;

typedef struct
{
  TextKey key;
  PangoLayout *layout;
  int width;
  int height;
  GList use; /* in the order of use */
} Text;

typedef struct
{
  GHashTable *texts;
  GQueue used; /* the latest first */
} TextStore;

static guint
text_hash (gconstpointer data)
{
  const TextKey *key = data;

  return g_str_hash (key->text) ^ ((guint)key->flags * 31) ^ ((guint)key->room * 131) ^ key->font;
}

static gboolean
text_equal (gconstpointer a, gconstpointer b)
{
  const TextKey *p = a, *q = b;

  return p->flags == q->flags && p->room == q->room && p->font == q->font
         && memcmp (&p->resolution, &q->resolution, sizeof p->resolution) == 0 && g_str_equal (p->text, q->text);
}

static void
text_free (gpointer data)
{
  Text *text = data;

  g_free (text->key.text);
  g_object_unref (text->layout);
  g_free (text);
}

static TextStore *
get_store (void)
{
  static TextStore store = { NULL, G_QUEUE_INIT };

  if (store.texts == NULL)
    store.texts = g_hash_table_new_full (text_hash, text_equal, NULL, text_free);
  return &store;
}

static Text *
find_text (TextStore *store, const TextKey *key)
{
  Text *text = g_hash_table_lookup (store->texts, key);

  if (text == NULL)
    return NULL;
  g_queue_unlink (&store->used, &text->use);
  g_queue_push_head_link (&store->used, &text->use);
  return text;
}

/* What was not used for the longest time makes room. */
static void
keep_text (TextStore *store, Text *text)
{
  if (store->used.length >= MOST_TEXTS)
    {
      GList *oldest = g_queue_pop_tail_link (&store->used);

      g_hash_table_remove (store->texts, oldest->data);
    }
  text->use.data = text;
  g_queue_push_head_link (&store->used, &text->use);
  g_hash_table_add (store->texts, text);
}

static PangoLayout *
lay_out (RangPen *pen, const char *text, RangPenFlags flags)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (pen->font, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_attr_list_insert (attributes,
                          pango_attr_weight_new (flags & RANG_PEN_BOLD ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL));
  if (flags & RANG_PEN_SMALL)
    pango_attr_list_insert (attributes, pango_attr_scale_new (11.5 / 13.0));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  return layout;
}

static void
fit (Text *text)
{
  pango_layout_set_width (text->layout, text->key.room);
  if (text->key.flags & RANG_PEN_WRAP)
    {
      pango_layout_set_wrap (text->layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_get_pixel_size (text->layout, NULL, &text->height);
    }
  else
    pango_layout_set_ellipsize (text->layout, PANGO_ELLIPSIZE_END);
  text->width = text->key.room / PANGO_SCALE;
}

/* @room: Pango units; -1 for as wide as it is */
static const Text *
get_text (RangPen *pen, const char *words, RangPenFlags flags, int room)
{
  PangoContext *context = gtk_widget_get_pango_context (pen->font);
  TextStore *store = get_store ();
  /* Where it stands in its place is no matter of its layout. */
  TextKey key = { (char *)words, flags & (RANG_PEN_BOLD | RANG_PEN_SMALL | RANG_PEN_WRAP), room,
                  pango_font_description_hash (pango_context_get_font_description (context)),
                  pango_cairo_context_get_resolution (context) };
  Text *text = find_text (store, &key);

  if (text != NULL)
    return text;
  text = g_new0 (Text, 1);
  text->key = key;
  text->key.text = g_strdup (words);
  text->layout = lay_out (pen, words, flags);
  pango_layout_get_pixel_size (text->layout, &text->width, &text->height);
  if (room >= 0)
    fit (text);
  keep_text (store, text);
  return text;
}

/* In @width pixels, less than 0 for any. */
static const Text *
get_fitting (RangPen *pen, const char *text, RangPenFlags flags, double width)
{
  const Text *laid = get_text (pen, text, flags, -1);

  return width >= 0 && laid->width > width ? get_text (pen, text, flags, (int)(width * PANGO_SCALE)) : laid;
}

int
rang_pen_text (
    RangPen *pen, const char *text, RangInk ink, RangPenFlags flags, double x, double y, double width, double height)
{
  const Text *laid;

  if (text == NULL || *text == '\0')
    return 0;
  laid = get_fitting (pen, text, flags, width);
  if (width >= 0 && flags & RANG_PEN_RIGHT)
    x += width - laid->width;
  else if (width >= 0 && flags & RANG_PEN_CENTRE)
    x += floor ((width - laid->width) / 2);
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot,
                          &GRAPHENE_POINT_INIT ((float)floor (x), (float)floor (y + (height - laid->height) / 2)));
  gtk_snapshot_append_layout (pen->snapshot, laid->layout, &pen->ink[ink]);
  gtk_snapshot_restore (pen->snapshot);
  return laid->width;
}

int
rang_pen_text_width (RangPen *pen, const char *text, RangPenFlags flags)
{
  return get_text (pen, text != NULL ? text : "", flags, -1)->width;
}

int
rang_pen_text_height (RangPen *pen, const char *text, RangPenFlags flags, double width)
{
  return text != NULL && *text != '\0' ? get_fitting (pen, text, flags, width)->height : 0;
}

void
rang_pen_fill (RangPen *pen, RangInk ink, double x, double y, double width, double height)
{
  gtk_snapshot_append_color (pen->snapshot, &pen->ink[ink],
                             &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height));
}

void
rang_pen_fill_round (RangPen *pen, RangInk ink, double x, double y, double width, double height, double radius)
{
  /* A frame that leaves nothing open costs half of what a clip costs. */
  rang_pen_frame (pen, ink, x, y, width, height, radius, MIN (width, height) / 2);
}

void
rang_pen_frame (
    RangPen *pen, RangInk ink, double x, double y, double width, double height, double radius, double thickness)
{
  GskRoundedRect outline;
  float line = (float)thickness;
  const float widths[4] = { line, line, line, line };
  const GdkRGBA colors[4] = { pen->ink[ink], pen->ink[ink], pen->ink[ink], pen->ink[ink] };

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)width, (float)height),
                                   (float)radius);
  gtk_snapshot_append_border (pen->snapshot, &outline, widths, colors);
}

void
rang_pen_dashes (RangPen *pen, RangInk ink, double x, double y, double width, double thickness)
{
  for (double at = 0; at < width; at += 8)
    rang_pen_fill (pen, ink, x + at, y, MIN (5, width - at), thickness);
}

void
rang_pen_dot (RangPen *pen, RangInk ink, double cx, double cy, double radius, double thickness)
{
  if (thickness > 0)
    rang_pen_frame (pen, ink, cx - radius, cy - radius, 2 * radius, 2 * radius, radius, thickness);
  else
    rang_pen_fill_round (pen, ink, cx - radius, cy - radius, 2 * radius, 2 * radius, radius);
}

RangInk
rang_pen_mark_ink (int mark)
{
  return mark == 0 ? RANG_INK_MARK0 : mark == 1 ? RANG_INK_MARK1 : RANG_INK_MARK2;
}

void
rang_pen_mark (RangPen *pen, int mark, double cx, double cy, double size)
{
  double half = size / 2;

  if (mark == 0)
    {
      rang_pen_dot (pen, RANG_INK_MARK0, cx, cy, half, 0);
      return;
    }
  gtk_snapshot_save (pen->snapshot);
  gtk_snapshot_translate (pen->snapshot, &GRAPHENE_POINT_INIT ((float)cx, (float)cy));
  if (mark == 1)
    gtk_snapshot_rotate (pen->snapshot, 45);
  rang_pen_fill (pen, rang_pen_mark_ink (mark), -half * 0.85, -half * 0.85, size * 0.85, size * 0.85);
  gtk_snapshot_restore (pen->snapshot);
}

int
rang_pen_chip (RangPen *pen, int mark, const char *text, double x, double y, double width, double height)
{
  double pad = 7 * pen->scale, sign = 6 * pen->scale, gap = 5 * pen->scale;
  double tall = MIN (height, 19 * pen->scale), room = width < 0 ? -1 : width - 2 * pad - sign - gap;
  int text_width = MIN (rang_pen_text_width (pen, text, RANG_PEN_SMALL), room < 0 ? G_MAXINT : (int)room);
  double chip = pad + sign + gap + text_width + pad;
  RangInk ink = rang_pen_mark_ink (mark);

  rang_pen_fill_round (pen, (RangInk)(ink + 1), x, y + floor ((height - tall) / 2), chip, tall, 5);
  rang_pen_mark (pen, mark, x + pad + sign / 2, y + height / 2, sign);
  rang_pen_text (pen, text, ink, RANG_PEN_SMALL, x + pad + sign + gap, y, text_width, height);
  return (int)ceil (chip);
}
