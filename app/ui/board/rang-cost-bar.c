/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for saying what a move costs, and for asking why it was made. */
#include "board/rang-cost-bar.h"

#include <glib/gi18n.h>

#include "common/rang-chip.h"

/* As many orders are named; the others are counted. */
#define MOST_NAMES 4

struct _RangCostBar
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *gains_label;
  GtkWidget *gains;
  GtkWidget *costs_label;
  GtkWidget *costs;
  GtkWidget *chips;
  GtkWidget *risk_label;
  GtkWidget *risk;
  GtkWidget *spinner;
  GtkWidget *names;
  GtkWidget *reasons;
  gboolean has_reasons; /* the buttons */
  GtkWidget *note;
  GtkWidget *put_back;
  GtkWidget *idle_heading;
  GtkWidget *idle_hint;
  gint64 entry;
  gboolean asking;
};

G_DEFINE_FINAL_TYPE (RangCostBar, rang_cost_bar, GTK_TYPE_WIDGET)

enum
{
  REASON,
  PUT_BACK,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
empty_box (GtkWidget *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
}

/* --- the first line --- */

static void
show_chips (RangCostBar *self, const RangDayView *view, const RangMoveCost *cost)
{
  empty_box (self->chips);
  for (guint i = 0; i < view->departments->len; i++)
    {
      const RangDepartment *department = g_ptr_array_index (view->departments, i);
      guint count = rang_move_cost_count_department (cost, department->id);
      g_autofree char *text = g_strdup_printf ("%u %s", count, department->name);

      if (count > 0)
        gtk_box_append (GTK_BOX (self->chips), rang_chip_new (department->mark, text));
    }
}

static void
show_line (RangCostBar *self, const RangDayView *view, const RangMoveCost *cost)
{
  g_autofree char *gains = rang_move_cost_dup_gains (cost);
  g_autofree char *costs = rang_move_cost_dup_costs (cost, NULL);
  g_autofree char *risk = rang_move_cost_dup_at_risk (cost);

  gtk_label_set_text (GTK_LABEL (self->gains), gains);
  gtk_label_set_text (GTK_LABEL (self->costs), costs);
  gtk_label_set_text (GTK_LABEL (self->risk), risk != NULL ? risk : "");
  if (rang_move_cost_n_promises (cost) > 0)
    gtk_widget_add_css_class (self->costs, "late");
  else
    gtk_widget_remove_css_class (self->costs, "late");
  show_chips (self, view, cost);
}

static void
show_known (RangCostBar *self, gboolean known)
{
  gboolean risk = known && *gtk_label_get_text (GTK_LABEL (self->risk)) != '\0';

  gtk_widget_set_visible (self->gains_label, known);
  gtk_widget_set_visible (self->gains, known);
  gtk_widget_set_visible (self->costs_label, known);
  gtk_widget_set_visible (self->costs, known);
  /* The box of chips always shows: one that is filled while hidden keeps the size it had when it was empty. */
  if (!known)
    empty_box (self->chips);
  gtk_widget_set_visible (self->risk_label, risk);
  gtk_widget_set_visible (self->risk, risk);
  gtk_widget_set_visible (self->spinner, !known);
}

/* --- the second line --- */

static void
add_name (RangCostBar *self, const RangDayView *view, const RangCostItem *item, gboolean left_out)
{
  const RangBoardEntry *entry = view->board != NULL ? rang_board_find (view->board, item->order) : NULL;
  const RangDepartment *department = rang_day_view_find_department (view, item->department);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  g_autofree char *name = NULL;
  g_autofree char *minutes = NULL;
  GtkWidget *label;

  name = g_strdup_printf ("%" G_GINT64_FORMAT "  %s", item->order,
                          entry != NULL && entry->client != NULL ? entry->client->name : "");
  minutes = left_out ? g_strdup (_ ("not today")) : g_strdup_printf (_ ("+%d min"), item->minutes);
  if (department != NULL)
    gtk_box_append (GTK_BOX (box), rang_chip_new (department->mark, NULL));
  label = gtk_label_new (name);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  label = gtk_label_new (minutes);
  gtk_widget_add_css_class (label, "late");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (self->names), box);
}

static guint
add_names (RangCostBar *self, const RangDayView *view, const GArray *items, gboolean left_out, guint named)
{
  for (guint i = 0; i < items->len; i++, named++)
    if (named < MOST_NAMES)
      add_name (self, view, &g_array_index (items, RangCostItem, i), left_out);
  return named;
}

static void
show_names (RangCostBar *self, const RangDayView *view, const RangMoveCost *cost, gboolean carried)
{
  guint named = 0;
  GtkWidget *hint;

  empty_box (self->names);
  if (cost != NULL)
    {
      named = add_names (self, view, cost->left_out, TRUE, named);
      named = add_names (self, view, cost->late, FALSE, named);
      named = add_names (self, view, cost->later, FALSE, named);
    }
  if (named > MOST_NAMES)
    {
      g_autofree char *more
          /* Translators: so many further orders become late. */
          = g_strdup_printf (ngettext ("and %u more", "and %u more", named - MOST_NAMES), named - MOST_NAMES);

      gtk_box_append (GTK_BOX (self->names), gtk_label_new (more));
    }
  if (!carried)
    return;
  hint = gtk_label_new (_ ("Esc puts it back"));
  gtk_widget_add_css_class (hint, "dim");
  gtk_widget_set_hexpand (hint, TRUE);
  gtk_widget_set_halign (hint, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->names), hint);
}

/* --- asking why --- */

static void
give_reason (RangCostBar *self, int code)
{
  const char *note = gtk_editable_get_text (GTK_EDITABLE (self->note));

  if (!self->asking || self->entry == 0)
    return;
  if (code == RANG_REASON_OTHER && *note == '\0')
    {
      gtk_entry_set_placeholder_text (GTK_ENTRY (self->note), _ ("Say why, then press 9 or Enter"));
      gtk_widget_grab_focus (self->note);
      return;
    }
  g_signal_emit (self, signals[REASON], 0, self->entry, code, note);
}

static void
reason_clicked_cb (GtkButton *button, RangCostBar *self)
{
  give_reason (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "code")));
}

static void
note_activate_cb (RangCostBar *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->note)) != '\0')
    give_reason (self, RANG_REASON_OTHER);
}

static void
put_back_cb (RangCostBar *self)
{
  g_signal_emit (self, signals[PUT_BACK], 0);
}

/* With the first question: at the start nobody has asked one. */
static void
add_reason_buttons (RangCostBar *self)
{
  self->has_reasons = TRUE;
  for (int code = 0; code < RANG_N_REASONS; code++)
    {
      GtkWidget *button = gtk_button_new ();
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      g_autofree char *digit = g_strdup_printf ("%d", code + 1);
      GtkWidget *key = gtk_label_new (digit), *label = gtk_label_new (rang_reason_label ((RangReasonCode)code));

      gtk_widget_add_css_class (key, "key");
      gtk_box_append (GTK_BOX (box), key);
      gtk_box_append (GTK_BOX (box), label);
      gtk_button_set_child (GTK_BUTTON (button), box);
      gtk_widget_set_focus_on_click (button, FALSE);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      rang_reason_label ((RangReasonCode)code), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS,
                                      digit, -1);
      gtk_widget_set_tooltip_text (button, rang_reason_label ((RangReasonCode)code));
      g_object_set_data (G_OBJECT (button), "code", GINT_TO_POINTER (code));
      g_signal_connect (button, "clicked", G_CALLBACK (reason_clicked_cb), self);
      gtk_box_insert_child_after (GTK_BOX (self->reasons), button, gtk_widget_get_prev_sibling (self->note));
    }
}

/* --- the widget --- */

static void
rang_cost_bar_dispose (GObject *object)
{
  g_clear_pointer (&RANG_COST_BAR (object)->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rang_cost_bar_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RangCostBar, box);
  gtk_widget_class_bind_template_child (widget_class, RangCostBar, heading);
  gtk_widget_class_bind_template_child (widget_class, RangCostBar, gains_label);
  gtk_widget_class_bind_template_child (widget_class, RangCostBar, gains);
  gtk_widget_class_bind_template_child (widget_class, RangCostBar, costs_label);
  gtk_widget_class_bind_template_child (widget_class, RangCostBar, costs);
  gtk_widget_class_bind_template_child (widget_class, RangCostBar, chips);
  gtk_widget_class_bind_template_child (widget_class, RangCostBar, risk_label);
  gtk_widget_class_bind_template_child (widget_class, RangCostBar, risk);
  gtk_widget_class_bind_template_child (widget_class, RangCostBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, RangCostBar, names);
  gtk_widget_class_bind_template_child (widget_class, RangCostBar, reasons);
  gtk_widget_class_bind_template_child (widget_class, RangCostBar, note);
  gtk_widget_class_bind_template_child (widget_class, RangCostBar, put_back);
  gtk_widget_class_bind_template_child (widget_class, RangCostBar, idle_heading);
  gtk_widget_class_bind_template_child (widget_class, RangCostBar, idle_hint);
}

static void
rang_cost_bar_class_init (RangCostBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_cost_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-cost-bar.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "costbar");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, note_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, put_back_cb);

  signals[REASON] = g_signal_new ("reason", RANG_TYPE_COST_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3,
                                  G_TYPE_INT64, G_TYPE_INT, G_TYPE_STRING);
  signals[PUT_BACK]
      = g_signal_new ("put-back", RANG_TYPE_COST_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rang_cost_bar_init (RangCostBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rang_cost_bar_clear (self);
}

/* What does not show is hidden, not only covered: assistive technology reads everything that is visible. */
static void
show_second_line (RangCostBar *self, GtkWidget *line)
{
  gtk_widget_set_visible (self->names, line == self->names);
  gtk_widget_set_visible (self->reasons, line == self->reasons);
  gtk_widget_set_visible (self->put_back, line == self->reasons);
  gtk_widget_set_visible (self->idle_heading, line == self->idle_hint);
  gtk_widget_set_visible (self->heading, line != self->idle_hint);
  gtk_widget_set_visible (self->chips, line != self->idle_hint);
  gtk_widget_set_visible (self->idle_hint, line == self->idle_hint);
}

void
rang_cost_bar_show_cost (
    RangCostBar *self, const RangDayView *view, const char *heading, const RangMoveCost *cost, gboolean carried)
{
  g_return_if_fail (RANG_IS_COST_BAR (self));

  self->entry = 0;
  self->asking = FALSE;
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  if (cost != NULL)
    show_line (self, view, cost);
  show_known (self, cost != NULL);
  show_names (self, view, cost, carried);
  show_second_line (self, self->names);
}

void
rang_cost_bar_ask (
    RangCostBar *self, const RangDayView *view, gint64 entry, const char *heading, const RangMoveCost *cost)
{
  g_return_if_fail (RANG_IS_COST_BAR (self));

  self->entry = entry;
  if (!self->asking)
    gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  self->asking = TRUE;
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->note), _ ("Note, if it needs one"));
  gtk_label_set_text (GTK_LABEL (self->heading), heading);
  if (cost != NULL)
    {
      show_line (self, view, cost);
      show_known (self, TRUE);
    }
  if (!self->has_reasons)
    add_reason_buttons (self);
  gtk_widget_set_sensitive (self->reasons, entry != 0);
  show_second_line (self, self->reasons);
}

void
rang_cost_bar_expect (RangCostBar *self)
{
  g_return_if_fail (RANG_IS_COST_BAR (self));

  self->entry = 0;
  if (!self->asking)
    gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  self->asking = TRUE;
}

void
rang_cost_bar_hide_cost (RangCostBar *self)
{
  g_return_if_fail (RANG_IS_COST_BAR (self));

  gtk_label_set_text (GTK_LABEL (self->risk), "");
  show_known (self, FALSE);
  gtk_widget_set_visible (self->spinner, FALSE);
}

void
rang_cost_bar_clear (RangCostBar *self)
{
  g_return_if_fail (RANG_IS_COST_BAR (self));

  self->entry = 0;
  self->asking = FALSE;
  gtk_label_set_text (GTK_LABEL (self->heading), "");
  rang_cost_bar_hide_cost (self);
  show_second_line (self, self->idle_hint);
}

void
rang_cost_bar_set_idle (RangCostBar *self, const char *heading, const char *hint)
{
  g_return_if_fail (RANG_IS_COST_BAR (self));

  gtk_label_set_text (GTK_LABEL (self->idle_heading), heading);
  gtk_label_set_text (GTK_LABEL (self->idle_hint), hint);
}

gint64
rang_cost_bar_get_entry (RangCostBar *self)
{
  return self->asking ? self->entry : 0;
}

gboolean
rang_cost_bar_is_asking (RangCostBar *self)
{
  return self->asking;
}

void
rang_cost_bar_answer (RangCostBar *self, int digit)
{
  g_return_if_fail (RANG_IS_COST_BAR (self));

  if (digit >= 1 && digit <= RANG_N_REASONS)
    give_reason (self, digit - 1);
}
