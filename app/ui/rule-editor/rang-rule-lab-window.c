/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for testing rules on the last days, on a thread of its own that can be stopped. */
#include "rule-editor/rang-rule-lab-window.h"

#include <glib/gi18n.h>

#include "base/rang-decimal.h"
#include "common/rang-choice.h"
#include "common/rang-dialog.h"
#include "office/rang-office-rule-lab.h"
#include "office/rang-office-worker.h"

#define LOOK_EVERY_MS 100
#define MOST_OFFERS 3

static const guint choices[] = { 7, 14, 30, 60 };

struct _RangRuleLabWindow
{
  AdwWindow parent_instance;
  GtkDropDown *days;
  GtkProgressBar *progress;
  GtkGrid *figures;
  GtkLabel *sentences;
  GtkWidget *offers_title;
  GtkBox *offers;
  RangOfficeWorker *worker;
  GCancellable *cancellable;
  RangSession session;
  GBytes *rules;
  gboolean may_take;
  int *done; /* days done, shared with the thread */
  guint look_source;
};

G_DEFINE_FINAL_TYPE (RangRuleLabWindow, rang_rule_lab_window, ADW_TYPE_WINDOW)

enum
{
  TAKEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  RangSession session;
  GBytes *rules;
  guint days;
  int *done;
} Question;

typedef struct
{
  RangLabResult result;
  GPtrArray *offers;
} Answer;

static void
question_free (Question *question)
{
  g_bytes_unref (question->rules);
  g_clear_pointer (&question->done, g_rc_box_release);
  g_free (question);
}

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->offers, g_ptr_array_unref);
  g_free (answer);
}

static void
progress_cb (guint done, guint days, gpointer data)
{
  if (data != NULL)
    g_atomic_int_set ((int *)data, (int)(done * 1000 / MAX (days, 1)));
}

static gpointer
test_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Question *question = data;
  Answer *answer = g_new0 (Answer, 1);

  if (rang_office_test_rules (office, &question->session, question->rules, _ ("draft"), question->days, progress_cb,
                              question->done, &answer->result, &answer->offers, cancellable, error))
    return answer;
  answer_free (answer);
  return NULL;
}

/* --- what came of it --- */

static void
add_cell (RangRuleLabWindow *self, int column, int row, const char *text, const char *class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, class);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_grid_attach (self->figures, label, column, row, 1, 1);
}

/* With one digit after the point: most promises are kept either way. */
static char *
share_text (guint part, guint all)
{
  g_autofree char *percent = rang_decimal_format ((part * 1000 + all / 2) / all, 1, 1);

  return g_strdup_printf ("%s\302\240%%", percent);
}

static void
add_share (RangRuleLabWindow *self, int row, const char *what, const RangLabShare *share)
{
  g_autofree char *before = share_text (share->before, share->orders);
  g_autofree char *after = share_text (share->after, share->orders);
  g_autofree char *orders = g_strdup_printf ("%u", share->orders);

  add_cell (self, 0, row, what, "dim", 0);
  add_cell (self, 1, row, orders, "dim", 1);
  add_cell (self, 2, row, before, "dim", 1);
  add_cell (self, 3, row, after,
            share->after > share->before   ? "ontime"
            : share->after < share->before ? "late"
                                           : "heading-strong",
            1);
}

static char *
words_of_overrides (const RangLabResult *result)
{
  return g_strdup_printf (ngettext ("Of %u order moved up, %u would have stood there anyway, instead of %u",
                                    "Of %u orders moved up, %u would have stood there anyway, instead of %u",
                                    result->overrides),
                          result->overrides, result->unnecessary_after, result->unnecessary_before);
}

static void
show_figures (RangRuleLabWindow *self, const RangLabResult *result)
{
  g_autofree char *text = rang_lab_result_dup_waiting (result);
  g_autofree char *overrides = words_of_overrides (result);
  g_autofree char *sentences = g_strdup_printf ("%s\n%s", text, overrides);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->figures))) != NULL)
    gtk_grid_remove (self->figures, child);
  add_cell (self, 0, 0, _ ("On time"), "heading-strong", 0);
  add_cell (self, 1, 0, _ ("Orders"), "dim", 1);
  add_cell (self, 2, 0, _ ("Rules that held"), "dim", 1);
  add_cell (self, 3, 0, _ ("These rules"), "heading-strong", 1);
  for (guint group = 0; group < RANG_LAB_N_GROUPS; group++)
    if (result->groups[group].orders > 0)
      add_share (self, (int)group + 1, rang_lab_group_label (group), &result->groups[group]);
  gtk_label_set_text (self->sentences, sentences);
}

/* --- rules that people have been making by hand --- */

static void
take_cb (GtkWidget *button, RangRuleLabWindow *self)
{
  GBytes *rules = g_object_get_data (G_OBJECT (button), "rules");

  g_signal_emit (self, signals[TAKEN], 0, rules);
  gtk_window_destroy (GTK_WINDOW (self));
}

static Question *
new_question (RangRuleLabWindow *self, GBytes *rules)
{
  Question *question = g_new0 (Question, 1);

  question->session = self->session;
  question->rules = g_bytes_ref (rules);
  question->days = choices[gtk_drop_down_get_selected (self->days)];
  return question;
}

static char *
words_of_test (const RangLabResult *result)
{
  const RangLabShare *all = &result->groups[RANG_LAB_ALL];
  g_autofree char *overrides = words_of_overrides (result);

  /* Translators: what rules would have done on the last days: how many orders would have come on time, of how many; as
   * it was by the rules that held; then the sentence about orders moved up */
  return g_strdup_printf (_ ("Tested with it: %u of %u orders on time, instead of %u. %s."), all->after, all->orders,
                          all->before, overrides);
}

static void
offer_tested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkLabel) label = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  Answer *answer = rang_office_worker_call_finish (RANG_OFFICE_WORKER (source), result, &error);

  if (answer != NULL)
    text = words_of_test (&answer->result);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_label_set_text (label, text != NULL ? text : error->message);
  g_clear_pointer (&answer, answer_free);
}

static GtkWidget *
new_text (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

/* The offer, with the test of the rules that have it. */
static void
add_offer (RangRuleLabWindow *self, const RangRuleOffer *offer)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6),
            *tested = new_text (_ ("Testing it on the same days…"), "dim");
  g_autofree char *text = rang_rule_offer_to_text (offer);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) rules = rang_rule_offer_add (offer, self->rules, &error);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "offer");
  gtk_box_append (GTK_BOX (card), new_text (text, NULL));
  gtk_box_append (GTK_BOX (card), tested);
  gtk_box_append (self->offers, card);
  if (rules == NULL)
    {
      gtk_label_set_text (GTK_LABEL (tested), error->message);
      return;
    }
  rang_office_worker_call_async (self->worker, test_func, new_question (self, rules), (GDestroyNotify)question_free,
                                 (GDestroyNotify)answer_free, self->cancellable, offer_tested_cb,
                                 g_object_ref (tested));
  if (self->may_take)
    {
      GtkWidget *button = gtk_button_new_with_label (_ ("Put into the Draft"));

      gtk_widget_set_halign (button, GTK_ALIGN_START);
      g_object_set_data_full (G_OBJECT (button), "rules", g_bytes_ref (rules), (GDestroyNotify)g_bytes_unref);
      g_signal_connect (button, "clicked", G_CALLBACK (take_cb), self);
      gtk_box_append (GTK_BOX (card), button);
    }
}

static void
empty_offers (RangRuleLabWindow *self)
{
  GtkWidget *child;

  gtk_widget_set_visible (self->offers_title, FALSE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->offers))) != NULL)
    gtk_box_remove (self->offers, child);
}

static void
tested_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RangRuleLabWindow) self = data;
  g_autoptr (GError) error = NULL;
  Answer *answer = rang_office_worker_call_finish (RANG_OFFICE_WORKER (source), result, &error);

  if (self->cancellable == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_clear_pointer (&answer, answer_free);
      return;
    }
  g_clear_handle_id (&self->look_source, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  if (answer == NULL)
    {
      gtk_label_set_text (self->sentences, error->message);
      return;
    }
  show_figures (self, &answer->result);
  gtk_widget_set_visible (self->offers_title, answer->offers->len > 0);
  for (guint i = 0; i < MIN (answer->offers->len, MOST_OFFERS); i++)
    add_offer (self, answer->offers->pdata[i]);
  answer_free (answer);
}

static gboolean
look_cb (gpointer data)
{
  RangRuleLabWindow *self = data;

  gtk_progress_bar_set_fraction (self->progress, g_atomic_int_get (self->done) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
start (RangRuleLabWindow *self)
{
  Question *question;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  empty_offers (self);
  g_clear_pointer (&self->done, g_rc_box_release);
  self->done = g_rc_box_new0 (int);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  g_clear_handle_id (&self->look_source, g_source_remove);
  self->look_source = g_timeout_add (LOOK_EVERY_MS, look_cb, self);
  question = new_question (self, self->rules);
  question->done = g_rc_box_acquire (self->done);
  rang_office_worker_call_async (self->worker, test_func, question, (GDestroyNotify)question_free,
                                 (GDestroyNotify)answer_free, self->cancellable, tested_cb, g_object_ref (self));
}

/* --- the window --- */

RangRuleLabWindow *
rang_rule_lab_window_open (GtkWindow *parent, RangDesk *desk, GBytes *rules, gboolean may_take)
{
  RangRuleLabWindow *self = g_object_new (RANG_TYPE_RULE_LAB_WINDOW, "transient-for", parent, "modal", TRUE, NULL);
  RangClock *clock = rang_clock_new_system ();

  self->worker = rang_office_worker_new (rang_desk_get_path (desk), clock);
  rang_clock_unref (clock);
  self->session = *rang_desk_get_session (desk);
  self->rules = g_bytes_ref (rules);
  self->may_take = may_take;
  g_signal_connect_object (self->days, "notify::selected", G_CALLBACK (start), self, G_CONNECT_SWAPPED);
  rang_dialog_present (GTK_WINDOW (self));
  start (self);
  return self;
}

static void
rang_rule_lab_window_dispose (GObject *object)
{
  RangRuleLabWindow *self = RANG_RULE_LAB_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->rules, g_bytes_unref);
  g_clear_pointer (&self->done, g_rc_box_release);
  G_OBJECT_CLASS (rang_rule_lab_window_parent_class)->dispose (object);
}

static void
rang_rule_lab_window_class_init (RangRuleLabWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rang_rule_lab_window_dispose;
  signals[TAKEN] = g_signal_new ("taken", RANG_TYPE_RULE_LAB_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_BYTES);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkDropDown *
new_days (void)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *days;

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_autofree char *label
          = g_strdup_printf (ngettext ("the last %u day", "the last %u days", choices[i]), choices[i]);

      gtk_string_list_append (list, label);
    }
  days = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list)), NULL);
  rang_choice_name_items (days);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (days), 2);
  gtk_accessible_update_property (GTK_ACCESSIBLE (days), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How many days"), -1);
  return GTK_DROP_DOWN (days);
}

static void
rang_rule_lab_window_init (RangRuleLabWindow *self)
{
  GtkWidget *head = adw_header_bar_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *whole = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *scrolled = gtk_scrolled_window_new ();

  self->days = new_days ();
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Testing"), -1);
  self->figures = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->figures, 18);
  gtk_grid_set_row_spacing (self->figures, 4);
  gtk_widget_add_css_class (GTK_WIDGET (self->figures), "num");
  self->sentences = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->sentences, TRUE);
  gtk_label_set_xalign (self->sentences, 0);
  self->offers_title = new_text (_ ("Done by hand again and again: a rule may be missing"), "heading-strong");
  gtk_widget_set_visible (self->offers_title, FALSE);
  self->offers = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  gtk_widget_add_css_class (box, "rules-body");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->figures));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentences));
  gtk_box_append (GTK_BOX (box), self->offers_title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->offers));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (head), GTK_WIDGET (self->days));
  gtk_box_append (GTK_BOX (whole), head);
  gtk_box_append (GTK_BOX (whole), scrolled);
  adw_window_set_content (ADW_WINDOW (self), whole);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Test the Rules"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 680);
}
