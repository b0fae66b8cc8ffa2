/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for how one thing that was found looks and is spoken of. */
#include "find/rang-find-row.h"

#include <glib/gi18n.h>

#include "base/rang-day-label.h"
#include "common/rang-chip.h"
#include "common/rang-label.h"

struct _RangFindRow
{
  GtkListBoxRow parent_instance;
  RangHit hit; /* without texts */
  gboolean is_hit;
  char *page;
  char *group;
  char *spoken;
};

G_DEFINE_FINAL_TYPE (RangFindRow, rang_find_row, GTK_TYPE_LIST_BOX_ROW)

/* --- words --- */

/* "1043" of an order, "12" of a conflict; the others are known by name. */
static char *
dup_number (const RangHit *hit)
{
  if (hit->kind != RANG_HIT_ORDER && hit->kind != RANG_HIT_CONFLICT)
    return NULL;
  return g_strdup_printf ("%" G_GINT64_FORMAT, hit->id);
}

static char *
dup_day (const RangDayView *view, const RangHit *hit)
{
  g_autofree char *day = NULL, *window = NULL;

  if (hit->kind != RANG_HIT_ORDER && hit->kind != RANG_HIT_CONFLICT)
    return NULL;
  if (hit->day == RANG_DAY_NONE)
    return g_strdup (_ ("no day yet"));
  day = hit->day == view->today ? g_strdup (_ ("today")) : rang_day_label_short (hit->day);
  if (hit->promised.from == RANG_TIME_NONE)
    return g_steal_pointer (&day);
  window = rang_day_label_window (hit->promised);
  return g_strdup_printf ("%s · %s", day, window);
}

static void
add_part (GString *text, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", part);
}

static char *
dup_spoken (const RangHit *hit, const char *number, const char *day, const char *department)
{
  GString *text = g_string_new (NULL);

  if (hit->kind == RANG_HIT_ORDER)
    /* Translators: an order's number, begins the name of a row that is read aloud */
    g_string_append_printf (text, _ ("Order %s"), number);
  else if (hit->kind == RANG_HIT_CONFLICT)
    /* Translators: a conflict's number, begins the name of a row that is read aloud */
    g_string_append_printf (text, _ ("Conflict %s"), number);
  add_part (text, hit->text);
  add_part (text, day);
  add_part (text, hit->state);
  add_part (text, department);
  add_part (text, hit->detail);
  return g_string_free (text, FALSE);
}

/* --- widgets --- */

static GtkWidget *
new_label (const char *text, const char *class_name, gboolean wide)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), wide ? 0 : 1);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (wide)
    rang_label_wrap (GTK_LABEL (label), 2);
  gtk_widget_set_hexpand (label, wide);
  if (class_name != NULL)
    gtk_widget_add_css_class (label, class_name);
  return label;
}

static RangFindRow *
row_new (const char *group, const char *spoken)
{
  RangFindRow *self = g_object_new (RANG_TYPE_FIND_ROW, NULL);

  self->group = g_strdup (group);
  self->spoken = g_strdup (spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return self;
}

/* Name and day above, where it was found and its state below. */
static void
fill (RangFindRow *self, const RangHit *hit, const char *number, const char *day, const RangDepartment *department)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *upper = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *lower = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  if (number != NULL)
    gtk_box_append (GTK_BOX (upper), new_label (number, "num", FALSE));
  gtk_box_append (GTK_BOX (upper), new_label (hit->text, "heading-strong", TRUE));
  if (day != NULL)
    gtk_box_append (GTK_BOX (upper), new_label (day, "num", FALSE));
  gtk_box_append (GTK_BOX (box), upper);
  if (hit->detail != NULL || hit->state != NULL || department != NULL)
    {
      gtk_widget_add_css_class (lower, "small");
      gtk_box_append (GTK_BOX (lower), new_label (hit->detail, "dim", TRUE));
      if (department != NULL)
        gtk_box_append (GTK_BOX (lower), rang_chip_new (department->mark, department->name));
      if (hit->state != NULL)
        gtk_box_append (GTK_BOX (lower), new_label (hit->state, "dim", FALSE));
      gtk_box_append (GTK_BOX (box), lower);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

GtkWidget *
rang_find_row_new (const RangDayView *view, const RangHit *hit)
{
  const RangDepartment *department
      = hit->department != 0 ? rang_day_view_find_department (view, hit->department) : NULL;
  g_autofree char *number = dup_number (hit), *day = dup_day (view, hit);
  g_autofree char *spoken = dup_spoken (hit, number, day, department != NULL ? department->name : NULL);
  RangFindRow *self = row_new (rang_hit_kind_label (hit->kind), spoken);

  self->hit = *hit;
  self->hit.text = self->hit.detail = NULL;
  self->is_hit = TRUE;
  fill (self, hit, number, day, department);
  return GTK_WIDGET (self);
}

GtkWidget *
rang_find_row_new_page (const char *page, const char *label)
{
  RangFindRow *self = row_new (_ ("Pages"), label);

  self->page = g_strdup (page);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), new_label (label, "heading-strong", TRUE));
  return GTK_WIDGET (self);
}

GtkWidget *
rang_find_row_new_more (RangHitKind kind)
{
  const char *text = _ ("Show more…");
  /* Translators: read aloud: "Orders: show more" */
  g_autofree char *spoken = g_strdup_printf (_ ("%s: show more"), rang_hit_kind_label (kind));
  RangFindRow *self = row_new (rang_hit_kind_label (kind), spoken);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), new_label (text, "dim", TRUE));
  return GTK_WIDGET (self);
}

/* --- what it knows --- */

gboolean
rang_find_row_is_more (RangFindRow *self)
{
  g_return_val_if_fail (RANG_IS_FIND_ROW (self), FALSE);

  return !self->is_hit && self->page == NULL;
}

const char *
rang_find_row_get_group (RangFindRow *self)
{
  g_return_val_if_fail (RANG_IS_FIND_ROW (self), NULL);

  return self->group;
}

const char *
rang_find_row_get_spoken (RangFindRow *self)
{
  g_return_val_if_fail (RANG_IS_FIND_ROW (self), NULL);

  return self->spoken;
}

const RangHit *
rang_find_row_get_hit (RangFindRow *self)
{
  g_return_val_if_fail (RANG_IS_FIND_ROW (self), NULL);

  return self->is_hit ? &self->hit : NULL;
}

const char *
rang_find_row_get_page (RangFindRow *self)
{
  g_return_val_if_fail (RANG_IS_FIND_ROW (self), NULL);

  return self->page;
}

static void
rang_find_row_finalize (GObject *object)
{
  RangFindRow *self = RANG_FIND_ROW (object);

  g_free (self->page);
  g_free (self->group);
  g_free (self->spoken);
  G_OBJECT_CLASS (rang_find_row_parent_class)->finalize (object);
}

static void
rang_find_row_class_init (RangFindRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rang_find_row_finalize;
}

static void
rang_find_row_init (RangFindRow *self)
{
}
