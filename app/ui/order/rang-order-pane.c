/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what is said about the selected order, and for the day's conflicts below it. */
#include "order/rang-order-pane.h"

#include <glib/gi18n.h>

#include "base/rang-day-label.h"
#include "board/rang-board-explain.h"
#include "board/rang-conflict-words.h"
#include "common/rang-chip.h"
#include "common/rang-label.h"
#include "common/rang-words.h"
#include "desk/rang-acting.h"
#include "office/rang-permission.h"
#include "order/rang-client-dialog.h"
#include "order/rang-order-words.h"
#include "order/rang-waterfall.h"
#include "push/rang-push-row.h"

struct _RangOrderPane
{
  GtkWidget parent_instance;
  GtkWidget *scrolled;
  GtkWidget *nothing;
  GtkWidget *order;
  GtkWidget *moves;
  GtkLabel *client;
  GtkLabel *number_label;
  GtkWidget *doors;
  GtkLabel *place;
  GtkGrid *facts;
  GtkWidget *why_section;
  GtkLabel *why;
  GtkLabel *why_more;
  GtkLabel *why_class;
  GtkLabel *why_source;
  RangWaterfall *waterfall;
  GtkWidget *history_section;
  GtkWidget *answered_section;
  GtkLabel *answered;
  GtkWidget *balance_section;
  GtkLabel *balance;
  GtkGrid *history;
  GtkLabel *conflict_count;
  GtkBox *conflicts;
  GtkWidget *conflicts_section;
  GtkLabel *push_count;
  GtkBox *pushes;
  GtkWidget *pushes_section;
  RangDesk *desk;
  gint64 number;
  GCancellable *asking;
};

G_DEFINE_FINAL_TYPE (RangOrderPane, rang_order_pane, GTK_TYPE_WIDGET)

static void
empty (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

static void
add_fact (GtkGrid *grid, int row, const char *name, GtkWidget *value)
{
  GtkWidget *label = gtk_label_new (name);

  gtk_widget_add_css_class (label, "dim");
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_halign (value, GTK_ALIGN_START);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, value, 1, row, 1, 1);
}

static GtkWidget *
new_value (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  return label;
}

static void
add_text (GtkGrid *grid, int *row, const char *name, char *text)
{
  if (text != NULL)
    add_fact (grid, (*row)++, name, new_value (text));
  g_free (text);
}

/* --- facts --- */

/* The latest push of the order, with what became of it. */
static char *
say_push (const RangDayView *view, gint64 number)
{
  const RangPush *push = rang_day_view_find_push_of (view, number);

  return push != NULL ? rang_push_sentence (view, push) : NULL;
}

static void
show_facts (RangOrderPane *self, const RangDayView *view, const RangOrderView *order, const RangBoardEntry *entry)
{
  const RangDepartment *department = rang_day_view_find_department (view, order->order->department);
  int row = 0;

  empty (GTK_WIDGET (self->facts));
  add_text (self->facts, &row, _ ("Promised"), rang_order_words_promised (order->order));
  add_text (self->facts, &row, _ ("Requested"), rang_order_words_requested (order->order));
  add_text (self->facts, &row, _ ("Arrives"), entry != NULL ? rang_order_words_arrives (entry) : NULL);
  if (department != NULL)
    add_fact (self->facts, row++, _ ("Department"), rang_chip_new (department->mark, department->name));
  add_text (self->facts, &row, _ ("Importance"), rang_order_words_importance (order->order));
  add_text (self->facts, &row, _ ("Value"), rang_order_words_value (order, view->settings));
  add_text (self->facts, &row, _ ("Load"), rang_order_words_load (order->order));
  if (order->order->skills != 0)
    add_text (self->facts, &row, _ ("The van needs"), rang_skills_label (order->order->skills));
  add_text (self->facts, &row, _ ("Goods"), rang_order_words_goods (order->order));
  add_text (self->facts, &row, _ ("State"), g_strdup (rang_order_state_label (order->order->state)));
  add_text (self->facts, &row, _ ("Waited"), entry != NULL ? rang_order_words_waited (entry) : NULL);
  add_text (self->facts, &row, _ ("Answers"), rang_acting_answers (view, order));
  add_text (self->facts, &row, C_ ("fact", "Push"), say_push (view, order->order->number));
  add_text (self->facts, &row, _ ("Note"), g_strdup (order->order->note));
  for (guint i = 0; i < order->missing->len; i++)
    {
      const RangRefusal *gap = g_ptr_array_index (order->missing, i);

      add_text (self->facts, &row, _ ("Missing"), g_strdup_printf ("%s; %s", gap->problem, gap->remedy));
    }
}

/* --- why here, and the history: asked away from the main loop --- */

typedef struct
{
  RangSession session;
  RangBoard *board;
  gint64 number;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_pointer (&question->board, rang_board_unref);
  g_free (question);
}

static gpointer
explain_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;

  return rang_order_words_explain (office, &question->session, question->board, question->number, error);
}

static void
show_history (RangOrderPane *self, const RangDayView *view, GPtrArray *entries)
{
  guint first = entries->len > 12 ? entries->len - 12 : 0;

  empty (GTK_WIDGET (self->history));
  for (guint i = first; i < entries->len; i++)
    {
      const RangLogEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *at = rang_words_instant (entry->at, view->settings->zone, view->session.day);
      g_autofree char *text = rang_order_words_log (view, entry);

      add_fact (self->history, (int)(i - first), at, new_value (text));
    }
  gtk_widget_set_visible (self->history_section, entries->len > 0);
}

static void
show_text (GtkLabel *label, GtkWidget *section, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (section, text != NULL);
}

static void
explained_cb (GObject *owner, gpointer result, const GError *error)
{
  RangOrderPane *self = RANG_ORDER_PANE (owner);
  const RangDayView *view = rang_desk_get_view (self->desk);
  RangExplanation *explanation = result;
  g_autofree char *answered = NULL, *balance = NULL;

  if (explanation == NULL || explanation->number != self->number || view == NULL)
    return;
  gtk_label_set_text (self->why, explanation->why != NULL ? explanation->why : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why), explanation->why != NULL);
  gtk_label_set_text (self->why_more, explanation->more != NULL ? explanation->more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why_more), explanation->more != NULL);
  show_history (self, view, explanation->history);
  answered = rang_order_words_answered (view, explanation->answered);
  show_text (self->answered, self->answered_section, answered);
  balance = rang_order_words_balance (view, explanation->afterwards, explanation->number);
  show_text (self->balance, self->balance_section, balance);
}

static void
ask_explanation (RangOrderPane *self, const RangDayView *view)
{
  Question *question = g_new0 (Question, 1);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  question->board = view->board != NULL ? rang_board_ref (view->board) : NULL;
  question->number = self->number;
  question->session = view->session;
  rang_desk_read (self->desk, explain_func, question, question_free, (GDestroyNotify)rang_explanation_free,
                  self->asking, self, explained_cb);
}

/* --- conflicts --- */

static GtkWidget *
new_conflict (const RangDayView *view, const RangConflict *conflict)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *title = gtk_label_new (NULL), *text = gtk_label_new (NULL);
  g_autofree char *name = rang_conflict_dup_title (conflict, view->board);
  g_autofree char *sentence = rang_conflict_dup_text (conflict, view->board);
  g_autofree char *who = rang_order_words_conflict_who (view, conflict);
  const char *child_name = name;

  gtk_label_set_text (GTK_LABEL (title), name);
  gtk_label_set_text (GTK_LABEL (text), who);
  gtk_widget_add_css_class (title, "heading-strong");
  gtk_widget_add_css_class (text, "dim");
  gtk_widget_add_css_class (text, "tiny");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  rang_label_wrap (GTK_LABEL (title), 3);
  rang_label_wrap (GTK_LABEL (text), 2);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), text);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "conflict");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, child_name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, who, -1);
  if (sentence[0] != '\0')
    gtk_widget_set_tooltip_text (button, sentence);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.page");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "conflicts");
  return button;
}

static void
show_pushes (RangOrderPane *self, const RangDayView *view)
{
  guint open = rang_day_view_count_open_pushes (view);
  /* Translators: so many pushes wait for a decision. */
  g_autofree char *count = g_strdup_printf (ngettext ("%u waits", "%u wait", open), open);

  empty (GTK_WIDGET (self->pushes));
  gtk_label_set_text (self->push_count, count);
  for (guint i = 0; i < MIN (open, 6); i++)
    gtk_box_append (self->pushes, rang_push_row_new (view, g_ptr_array_index (view->pushes, i)));
  gtk_widget_set_visible (self->pushes_section, open > 0);
}

static void
show_conflicts (RangOrderPane *self, const RangDayView *view)
{
  guint open = rang_day_view_count_open_conflicts (view), shown = 0;
  /* Translators: so many conflicts wait for a decision. */
  g_autofree char *count = g_strdup_printf (ngettext ("%u open", "%u open", open), open);

  empty (GTK_WIDGET (self->conflicts));
  gtk_label_set_text (self->conflict_count, count);
  for (guint i = 0; i < view->conflicts->len && shown < 8; i++)
    {
      const RangConflict *conflict = g_ptr_array_index (view->conflicts, i);

      if (conflict->state != RANG_CONFLICT_OPEN)
        continue;
      gtk_box_append (self->conflicts, new_conflict (view, conflict));
      shown++;
    }
  gtk_widget_set_visible (self->conflicts_section, open > 0);
}

/* --- the widget --- */

static void
show_score (RangOrderPane *self, const RangDayView *view, const RangBoardEntry *entry)
{
  g_autofree char *class_words = entry != NULL ? rang_order_words_class (entry->score) : NULL;
  g_autofree char *source = entry != NULL ? rang_board_dup_source (view->board, entry->score) : NULL;

  rang_waterfall_show (self->waterfall, entry != NULL ? entry->score : NULL);
  gtk_label_set_text (self->why_class, class_words != NULL ? class_words : "");
  gtk_label_set_text (self->why_source, source != NULL ? source : "");
  gtk_widget_set_visible (GTK_WIDGET (self->why_source), source != NULL && *source != '\0');
}

static void
show_order (RangOrderPane *self, const RangDayView *view)
{
  const RangOrderView *order = self->number != 0 ? rang_day_view_find_order (view, self->number) : NULL;
  const RangBoardEntry *entry = view->board != NULL ? rang_board_find (view->board, self->number) : NULL;
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, self->number);
  g_autofree char *place = order != NULL ? rang_place_to_text (&order->order->place) : NULL;

  gtk_widget_set_visible (self->order, order != NULL);
  gtk_widget_set_visible (self->nothing, order == NULL);
  gtk_widget_set_visible (self->why_section, order != NULL && entry != NULL);
  if (order == NULL)
    {
      gtk_widget_set_visible (self->history_section, FALSE);
      gtk_widget_set_visible (self->answered_section, FALSE);
      gtk_widget_set_visible (self->balance_section, FALSE);
      return;
    }
  gtk_label_set_text (self->client, order->client != NULL ? order->client : _ ("Unknown client"));
  gtk_label_set_text (self->number_label, number);
  gtk_widget_set_visible (self->doors,
                          order->order->client != 0
                              && rang_desk_may (self->desk, RANG_ACTION_EDIT_CLIENT, order->order->department));
  gtk_label_set_text (self->place, place);
  show_facts (self, view, order, entry);
  show_score (self, view, entry);
  ask_explanation (self, view);
}

static void
doors_cb (RangOrderPane *self)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  const RangOrderView *order = view != NULL ? rang_day_view_find_order (view, self->number) : NULL;

  if (order != NULL && order->order->client != 0)
    rang_client_dialog_open (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->desk, order->order->client);
}

static void
changed_cb (RangOrderPane *self)
{
  const RangDayView *view = rang_desk_get_view (self->desk);

  if (view == NULL)
    return;
  show_order (self, view);
  show_pushes (self, view);
  show_conflicts (self, view);
}

static void
rang_order_pane_dispose (GObject *object)
{
  RangOrderPane *self = RANG_ORDER_PANE (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->desk);
  g_clear_object (&self->asking);
  G_OBJECT_CLASS (rang_order_pane_parent_class)->dispose (object);
}

static void
rang_order_pane_class_init (RangOrderPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_order_pane_dispose;
  g_type_ensure (RANG_TYPE_WATERFALL);
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-order-pane.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, scrolled);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, nothing);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, order);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, moves);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, client);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, number_label);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, doors);
  gtk_widget_class_bind_template_callback (widget_class, doors_cb);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, place);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, facts);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, why_section);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, why);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, why_more);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, why_class);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, why_source);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, waterfall);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, history_section);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, history);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, answered_section);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, answered);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, balance_section);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, balance);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, conflict_count);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, conflicts);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, conflicts_section);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, push_count);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, pushes);
  gtk_widget_class_bind_template_child (widget_class, RangOrderPane, pushes_section);
}

static void
rang_order_pane_init (RangOrderPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rang_order_pane_set_desk (RangOrderPane *self, RangDesk *desk)
{
  g_return_if_fail (RANG_IS_ORDER_PANE (self));

  g_set_object (&self->desk, desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

void
rang_order_pane_show (RangOrderPane *self, gint64 number)
{
  g_return_if_fail (RANG_IS_ORDER_PANE (self));

  if (self->number == number)
    return;
  self->number = number;
  if (self->desk != NULL && rang_desk_get_view (self->desk) != NULL)
    show_order (self, rang_desk_get_view (self->desk));
}

void
rang_order_pane_set_movable (RangOrderPane *self, gboolean movable)
{
  g_return_if_fail (RANG_IS_ORDER_PANE (self));

  gtk_widget_set_visible (self->moves, movable);
}
