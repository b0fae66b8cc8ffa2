/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the page of conflicts: the list with its filters, and the decision of the selected one. */
#include "conflicts/rang-conflict-page.h"

#include <glib/gi18n.h>

#include "board/rang-conflict-words.h"
#include "common/rang-label.h"
#include "common/rang-words.h"
#include "conflicts/rang-conflict-card.h"
#include "conflicts/rang-conflict-filter.h"
#include "conflicts/rang-conflict-pulls.h"
#include "office/rang-permission.h"
#include "order/rang-order-words.h"
#include "push/rang-push-row.h"

#define MOST_CARDS 6

struct _RangConflictPage
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkStack *stack;
  GtkLabel *summary;
  RangConflictFilter *filter;
  GtkWidget *pushes_section;
  GtkBox *pushes;
  GtkListBox *list;
  GtkWidget *detail;
  GtkLabel *title;
  GtkLabel *about;
  GtkLabel *sentence;
  GtkWidget *pulls_section;
  GtkListBox *pulls;
  GtkFlowBox *cards;
  GtkLabel *more;
  GtkWidget *decision;
  GtkEntry *note;
  GtkWidget *decide;
  GtkWidget *answer;
  GtkLabel *answers;
  GtkLabel *afterwards;
  GtkLabel *decided;
  RangDesk *desk;
  gint64 selected;
};

G_DEFINE_FINAL_TYPE (RangConflictPage, rang_conflict_page, GTK_TYPE_WIDGET)

static void
show (RangConflictPage *self);

/* --- filters --- */

static void
filter_changed_cb (RangConflictPage *self)
{
  if (self->desk != NULL && rang_desk_get_view (self->desk) != NULL)
    show (self);
}

/* --- the list --- */

static GtkWidget *
new_row (const RangDayView *view, const RangConflict *conflict)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *name = rang_conflict_dup_title (conflict, view->board);
  g_autofree char *who = rang_order_words_conflict_who (view, conflict);
  g_autofree char *since = rang_words_instant (conflict->since, view->settings->zone, view->session.day);
  g_autofree char *spoken = g_strdup_printf ("%s, %s, %s", name, rang_conflict_state_label (conflict->state), who);
  GtkWidget *title = gtk_label_new (name), *at = gtk_label_new (since), *people = gtk_label_new (who);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  rang_label_wrap (GTK_LABEL (title), 3);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_label_set_xalign (GTK_LABEL (people), 0);
  rang_label_wrap (GTK_LABEL (people), 2);
  gtk_widget_add_css_class (title, conflict->state == RANG_CONFLICT_OPEN ? "heading-strong" : "dim");
  gtk_widget_add_css_class (at, "dim");
  gtk_widget_add_css_class (people, "dim");
  gtk_widget_add_css_class (people, "small");
  gtk_box_append (GTK_BOX (line), title);
  if (conflict->state != RANG_CONFLICT_OPEN)
    {
      GtkWidget *state = gtk_label_new (rang_conflict_state_label (conflict->state));

      gtk_widget_add_css_class (state, "small");
      gtk_box_append (GTK_BOX (line), state);
    }
  gtk_box_append (GTK_BOX (line), at);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), people);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "conflict", g_memdup2 (&conflict->id, sizeof conflict->id), g_free);
  return row;
}

static void
empty_widget (GtkWidget *widget)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    {
      if (GTK_IS_LIST_BOX (widget))
        gtk_list_box_remove (GTK_LIST_BOX (widget), child);
      else
        gtk_flow_box_remove (GTK_FLOW_BOX (widget), child);
    }
}

static const RangConflict *
find_conflict (const RangDayView *view, gint64 id)
{
  for (guint i = 0; view != NULL && i < view->conflicts->len; i++)
    {
      const RangConflict *conflict = g_ptr_array_index (view->conflicts, i);

      if (conflict->id == id)
        return conflict;
    }
  return NULL;
}

/* --- the selected one --- */

/* The head of a department that is party to it may answer until the hand-over. */
static gboolean
may_answer_it (RangConflictPage *self, const RangDayView *view, const RangConflict *conflict)
{
  if (rang_day_view_get_newest (view) != NULL || view->session.day < view->today)
    return FALSE;
  for (guint i = 0; i < conflict->departments->len; i++)
    if (rang_desk_may (self->desk, RANG_ACTION_ANSWER_CONFLICT, g_array_index (conflict->departments, gint64, i)))
      return TRUE;
  return FALSE;
}

static void
show_answers (RangConflictPage *self, const RangDayView *view, const RangConflict *conflict)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < conflict->answers->len; i++)
    {
      const RangConflictAnswer *answer = g_ptr_array_index (conflict->answers, i);
      g_autofree char *at = rang_words_instant (answer->at, view->settings->zone, view->session.day);

      /* Translators: a person, a time, and what the person answers */
      g_string_append_printf (text, _ ("%s answered at %s: %s"), rang_day_view_person_name (view, answer->person), at,
                              answer->note);
      if (i + 1 < conflict->answers->len)
        g_string_append_c (text, '\n');
    }
  gtk_label_set_text (self->answers, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->answers), text->len > 0);
}

static void
show_decision (RangConflictPage *self, const RangDayView *view, const RangConflict *conflict)
{
  gboolean open = conflict->state == RANG_CONFLICT_OPEN;
  gboolean may = rang_desk_may (self->desk, RANG_ACTION_DECIDE_CONFLICT, 0);
  gboolean may_answer = may_answer_it (self, view, conflict);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->decision, open && (may || may_answer));
  gtk_widget_set_visible (self->decide, may);
  gtk_widget_set_visible (self->answer, may_answer);
  if (open)
    text = may ? NULL : g_strdup (_ ("The head of sales decides it."));
  else if (conflict->state == RANG_CONFLICT_DECIDED)
    /* Translators: a person, then what was decided */
    text = g_strdup_printf (_ ("Decided by %s: %s"), rang_day_view_person_name (view, conflict->decided_by),
                            conflict->note != NULL ? conflict->note : "–");
  else
    text = g_strdup (_ ("Its cause is gone: it lapsed by itself."));
  gtk_label_set_text (self->decided, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->decided), text != NULL);
}

static void
show_orders (RangConflictPage *self, const RangDayView *view, const RangConflict *conflict)
{
  guint n = conflict->orders->len;
  g_autofree char *more = NULL;

  empty_widget (GTK_WIDGET (self->cards));
  for (guint i = 0; i < MIN (n, MOST_CARDS); i++)
    gtk_flow_box_insert (self->cards, rang_conflict_card_new (view, g_array_index (conflict->orders, gint64, i)), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > MOST_CARDS);
  if (n > MOST_CARDS)
    more = g_strdup_printf (ngettext ("and %u more order", "and %u more orders", n - MOST_CARDS), n - MOST_CARDS);
  gtk_label_set_text (self->more, more != NULL ? more : "");
}

static void
show_detail (RangConflictPage *self, const RangDayView *view)
{
  const RangConflict *conflict = find_conflict (view, self->selected);
  g_autofree char *title = NULL, *sentence = NULL, *who = NULL, *since = NULL, *about = NULL, *afterwards = NULL;

  gtk_widget_set_visible (self->detail, conflict != NULL);
  if (conflict == NULL)
    return;
  title = rang_conflict_dup_title (conflict, view->board);
  sentence = rang_conflict_dup_text (conflict, view->board);
  who = rang_order_words_conflict_who (view, conflict);
  since = rang_words_instant (conflict->since, view->settings->zone, view->session.day);
  /* Translators: a kind of conflict, people, and since when */
  about = g_strdup_printf (_ ("%s · %s · since %s"), rang_conflict_kind_label (conflict->kind), who, since);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->about, about);
  gtk_label_set_text (self->sentence, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), sentence != NULL);
  afterwards = rang_conflict_dup_afterwards (conflict);
  if (afterwards != NULL)
    {
      /* Translators: what became of the orders of a conflict */
      g_autofree char *text = g_strdup_printf (_ ("Afterwards: %s"), afterwards);

      gtk_label_set_text (self->afterwards, text);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->afterwards), afterwards != NULL);
  rang_conflict_pulls_fill (self->pulls, view, conflict);
  gtk_widget_set_visible (self->pulls_section, conflict->pulls->len > 0);
  show_orders (self, view, conflict);
  show_answers (self, view, conflict);
  show_decision (self, view, conflict);
}

static void
row_selected_cb (GtkListBox *list, GtkListBoxRow *row, RangConflictPage *self)
{
  gint64 *id = row != NULL ? g_object_get_data (G_OBJECT (row), "conflict") : NULL;

  if (id == NULL || *id == self->selected)
    return;
  self->selected = *id;
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  show_detail (self, rang_desk_get_view (self->desk));
}

static void
fill_list (RangConflictPage *self, const RangDayView *view)
{
  GtkListBoxRow *wanted = NULL;

  g_signal_handlers_block_by_func (self->list, row_selected_cb, self);
  empty_widget (GTK_WIDGET (self->list));
  for (guint i = 0; i < view->conflicts->len; i++)
    {
      const RangConflict *conflict = g_ptr_array_index (view->conflicts, i);
      GtkWidget *row;

      if (!rang_conflict_filter_passes (self->filter, conflict))
        continue;
      row = new_row (view, conflict);
      gtk_list_box_append (self->list, row);
      if (conflict->id == self->selected || wanted == NULL)
        wanted = GTK_LIST_BOX_ROW (row);
    }
  gtk_list_box_select_row (self->list, wanted);
  self->selected = wanted != NULL ? *(gint64 *)g_object_get_data (G_OBJECT (wanted), "conflict") : 0;
  g_signal_handlers_unblock_by_func (self->list, row_selected_cb, self);
}

static void
show_pushes (RangConflictPage *self, const RangDayView *view)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pushes))) != NULL)
    gtk_box_remove (self->pushes, child);
  for (guint i = 0; i < view->pushes->len; i++)
    gtk_box_append (self->pushes, rang_push_row_new (view, g_ptr_array_index (view->pushes, i)));
  gtk_widget_set_visible (self->pushes_section, view->pushes->len > 0);
}

static void
show (RangConflictPage *self)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  guint open = rang_day_view_count_open_conflicts (view);
  g_autofree char *open_text = g_strdup_printf (ngettext ("%u open", "%u open", open), open);
  g_autofree char *all_text
      = g_strdup_printf (ngettext ("%u conflict", "%u conflicts", view->conflicts->len), view->conflicts->len);
  g_autofree char *text = g_strdup_printf ("%s, %s", all_text, open_text);

  gtk_label_set_text (self->summary, text);
  rang_conflict_filter_fill (self->filter, view);
  show_pushes (self, view);
  fill_list (self, view);
  show_detail (self, view);
  gtk_stack_set_visible_child_name (self->stack, view->conflicts->len + view->pushes->len > 0 ? "conflicts" : "empty");
}

/* --- deciding --- */

typedef struct
{
  RangSession session;
  gint64 conflict;
  char *note;
} Decision;

static void
decision_free (Decision *decision)
{
  g_free (decision->note);
  g_free (decision);
}

static gpointer
decide_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Decision *decision = data;

  return GINT_TO_POINTER (
      rang_office_decide_conflict (office, &decision->session, decision->conflict, decision->note, error));
}

static gpointer
answer_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Decision *decision = data;

  return GINT_TO_POINTER (
      rang_office_answer_conflict (office, &decision->session, decision->conflict, decision->note, error));
}

static void
decided_done (GObject *owner, gpointer result, const GError *error)
{
  RangConflictPage *self = RANG_CONFLICT_PAGE (owner);

  gtk_widget_set_sensitive (self->decision, TRUE);
  if (error == NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->note), "");
}

static void
say (RangConflictPage *self, RangOfficeFunc func)
{
  Decision *decision;

  if (gtk_entry_get_text_length (self->note) == 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->note));
      return;
    }
  decision = g_new0 (Decision, 1);
  decision->session = *rang_desk_get_session (self->desk);
  decision->conflict = self->selected;
  decision->note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note)));
  gtk_widget_set_sensitive (self->decision, FALSE);
  rang_desk_write (self->desk, func, decision, (GDestroyNotify)decision_free, NULL, self, decided_done);
}

static void
decide_cb (RangConflictPage *self)
{
  say (self, gtk_widget_get_visible (self->decide) ? decide_func : answer_func);
}

static void
answer_cb (RangConflictPage *self)
{
  say (self, answer_func);
}

static void
note_changed_cb (RangConflictPage *self)
{
  gtk_widget_set_sensitive (self->decide, gtk_entry_get_text_length (self->note) > 0);
  gtk_widget_set_sensitive (self->answer, gtk_entry_get_text_length (self->note) > 0);
}

/* --- the page --- */

static void
desk_changed_cb (RangConflictPage *self)
{
  if (rang_desk_get_view (self->desk) != NULL)
    show (self);
}

void
rang_conflict_page_select (RangConflictPage *self, gint64 id)
{
  g_return_if_fail (RANG_IS_CONFLICT_PAGE (self));
  rang_conflict_filter_clear (self->filter);
  self->selected = id;
  desk_changed_cb (self);
}

GtkWidget *
rang_conflict_page_new (RangDesk *desk)
{
  RangConflictPage *self = g_object_new (RANG_TYPE_CONFLICT_PAGE, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  desk_changed_cb (self);
  return GTK_WIDGET (self);
}

static void
rang_conflict_page_dispose (GObject *object)
{
  RangConflictPage *self = RANG_CONFLICT_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (rang_conflict_page_parent_class)->dispose (object);
}

static void
rang_conflict_page_class_init (RangConflictPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_conflict_page_dispose;
  g_type_ensure (RANG_TYPE_CONFLICT_FILTER);
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-conflict-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, box);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, summary);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, filter);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, pushes_section);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, pushes);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, list);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, detail);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, title);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, about);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, sentence);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, pulls_section);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, pulls);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, cards);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, more);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, decision);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, note);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, decide);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, answer);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, answers);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, afterwards);
  gtk_widget_class_bind_template_child (widget_class, RangConflictPage, decided);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, decide_cb);
  gtk_widget_class_bind_template_callback (widget_class, answer_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_changed_cb);
}

static void
rang_conflict_page_init (RangConflictPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  note_changed_cb (self);
}
