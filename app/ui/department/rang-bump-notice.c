/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for telling a department's head at once which own orders were displaced, and for the answer. */
#include "department/rang-bump-notice.h"

#include <glib/gi18n.h>

#include "board/rang-conflict-words.h"
#include "office/rang-permission.h"
#include "rang-compat.h"

struct _RangBumpNotice
{
  GtkWidget parent_instance;
  GtkWidget *expander;
  GtkListBox *rows;
  RangDesk *desk;
};

G_DEFINE_FINAL_TYPE (RangBumpNotice, rang_bump_notice, GTK_TYPE_WIDGET)

/* --- answering --- */

typedef struct
{
  RangSession session;
  gint64 conflict;
  char *note;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->note);
  g_free (answer);
}

static gpointer
answer_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Answer *answer = data;

  return GINT_TO_POINTER (
      rang_office_answer_conflict (office, &answer->session, answer->conflict, answer->note, error));
}

typedef struct
{
  RangDesk *desk;
  GtkWidget *note;
  gint64 conflict;
} Asking;

static void
answered_cb (const char *response, gpointer data)
{
  Asking *asking = data;

  if (g_str_equal (response, "answer"))
    {
      Answer *answer = g_new0 (Answer, 1);

      answer->session = *rang_desk_get_session (asking->desk);
      answer->conflict = asking->conflict;
      answer->note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (asking->note)));
      rang_desk_write (asking->desk, answer_func, answer, answer_free, NULL, NULL, NULL);
    }
  g_object_unref (asking->note);
  g_object_unref (asking->desk);
  g_free (asking);
}

static void
answer_clicked_cb (GtkWidget *button, RangBumpNotice *self)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->desk = g_object_ref (self->desk);
  asking->conflict = *(gint64 *)g_object_get_data (G_OBJECT (button), "conflict");
  asking->note = g_object_ref_sink (gtk_entry_new ());
  gtk_entry_set_activates_default (GTK_ENTRY (asking->note), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (asking->note), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Answer"), -1);
  rang_compat_ask (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Answer"),
                   _ ("It stands in the conflict, for the head of sales to read before the hand-over."), asking->note,
                   "answer", _ ("_Answer"), FALSE, answered_cb, asking);
}

/* --- what is shown --- */

/* The order that was displaced, if it is one of @department and still open. */
static gint64
displaced_of (const RangDayView *view, const RangConflict *conflict, gint64 department)
{
  gint64 number = conflict->orders->len > 1 ? g_array_index (conflict->orders, gint64, 1) : 0;
  const RangOrderView *order = number != 0 ? rang_day_view_find_order (view, number) : NULL;

  if (conflict->kind != RANG_CONFLICT_DISPLACED || conflict->state != RANG_CONFLICT_OPEN || order == NULL
      || order->order->department != department)
    return 0;
  return number;
}

static GtkWidget *
new_row (RangBumpNotice *self, const RangDayView *view, const RangConflict *conflict, gint64 number, gboolean may)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10), *label, *button;
  const RangOrderView *order = rang_day_view_find_order (view, number);
  g_autofree char *sentence = rang_conflict_dup_text (conflict, view->board);
  gint64 cause = g_array_index (conflict->orders, gint64, 0);
  /* Translators: an order; its client; the order that displaced it; a sentence that says how */
  g_autofree char *text = g_strdup_printf (_ ("%d %s gave way to %d. %s"), (int)number,
                                           order->client != NULL ? order->client : "", (int)cause, sentence);

  label = gtk_label_new (text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (row), label);
  if (conflict->answers->len > 0)
    {
      GtkWidget *said = gtk_label_new (_ ("answered"));

      gtk_widget_add_css_class (said, "dim");
      gtk_box_append (GTK_BOX (row), said);
    }
  if (!may)
    return row;
  button = gtk_button_new_with_label (_ ("Answer…"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "conflict", g_memdup2 (&conflict->id, sizeof conflict->id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  g_signal_connect (button, "clicked", G_CALLBACK (answer_clicked_cb), self);
  gtk_box_append (GTK_BOX (row), button);
  return row;
}

void
rang_bump_notice_show (RangBumpNotice *self, RangDesk *desk, gint64 department)
{
  const RangDayView *view = rang_desk_get_view (desk);
  gboolean may = rang_desk_may (desk, RANG_ACTION_ANSWER_CONFLICT, department)
                 && rang_day_view_get_newest (view) == NULL && view->session.day >= view->today;
  g_autofree char *title = NULL;
  GtkWidget *child;
  guint shown = 0;

  g_return_if_fail (RANG_IS_BUMP_NOTICE (self));

  g_set_object (&self->desk, desk);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_list_box_remove (self->rows, child);
  for (guint i = 0; i < view->conflicts->len; i++)
    {
      const RangConflict *conflict = g_ptr_array_index (view->conflicts, i);
      gint64 number = displaced_of (view, conflict, department);

      if (number == 0)
        continue;
      gtk_list_box_append (self->rows, new_row (self, view, conflict, number, may));
      shown++;
    }
  /* Translators: so many orders of the department */
  title = g_strdup_printf (
      ngettext ("%u own order gave way to another department", "%u own orders gave way to another department", shown),
      shown);
  gtk_expander_set_label (GTK_EXPANDER (self->expander), title);
  gtk_widget_set_visible (GTK_WIDGET (self), shown > 0);
}

/* --- the widget --- */

static void
rang_bump_notice_dispose (GObject *object)
{
  RangBumpNotice *self = RANG_BUMP_NOTICE (object);

  g_clear_pointer (&self->expander, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (rang_bump_notice_parent_class)->dispose (object);
}

static void
rang_bump_notice_class_init (RangBumpNoticeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_bump_notice_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-bump-notice.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, RangBumpNotice, expander);
  gtk_widget_class_bind_template_child (widget_class, RangBumpNotice, rows);
}

static void
rang_bump_notice_init (RangBumpNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
