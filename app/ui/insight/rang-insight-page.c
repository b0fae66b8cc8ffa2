/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the insight page: which period, the three cards, the exports. */
#include "insight/rang-insight-page.h"

#include <glib/gi18n.h>

#include "common/rang-choice.h"
#include "insight/rang-insight-sheet.h"
#include "insight/rang-plot.h"
#include "office/rang-office-insight.h"
#include "rang-compat.h"

#define QUESTIONS 3
/* Among the periods: the one that is shown first. */
#define USUAL 2

static const int periods[] = { 5, 20, 60, 120, 250 };

typedef struct
{
  GtkLabel *question;
  GtkLabel *answer;
  GtkLabel *numbers;
  GtkWidget *plots[2];
  GtkLabel *note;
} Card;

struct _RangInsightPage
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkStack *stack;
  GtkLabel *period;
  GtkLabel *summary;
  GtkDropDown *days;
  GtkDropDown *departments;
  GArray *department_ids; /* after "all" */
  GtkWidget *export_button;
  GtkFlowBox *cards;
  Card card[QUESTIONS];
  RangDesk *desk;
  RangInsightView *view;
  guint asked;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RangInsightPage, rang_insight_page, GTK_TYPE_WIDGET)

/* --- showing --- */

static void
show_card (RangInsightPage *self, int question)
{
  const RangInsight *insight = self->view->insight;
  Card *card = &self->card[question];
  g_autofree char *asked = rang_insight_dup_question (question);
  g_autofree char *numbered = g_strdup_printf ("%d  %s", question + 1, asked);
  g_autofree char *answer = rang_insight_dup_answer (insight, question);
  g_autofree char *numbers = rang_insight_dup_numbers (insight, question, self->view->currency);
  g_autofree char *note = rang_insight_dup_note (insight, question, self->view->currency);

  gtk_label_set_text (card->question, numbered);
  gtk_label_set_text (card->answer, answer);
  gtk_label_set_text (card->numbers, numbers);
  gtk_widget_set_tooltip_text (GTK_WIDGET (card->answer), answer);
  gtk_widget_set_tooltip_text (GTK_WIDGET (card->numbers), numbers);
  gtk_label_set_text (card->note, note);
  for (int i = 0; i < 2; i++)
    rang_plot_show (RANG_PLOT (card->plots[i]), (RangInsightPlot)(question * 2 + i), self->view);
}

static void
show (RangInsightPage *self)
{
  const RangInsight *insight = self->view->insight;
  g_autofree char *period = rang_insight_dup_period (self->view);
  g_autofree char *days
      = g_strdup_printf (ngettext ("%u working day", "%u working days", insight->working_days), insight->working_days);
  g_autofree char *orders = g_strdup_printf (ngettext ("%u order", "%u orders", insight->orders), insight->orders);
  g_autofree char *pushes = g_strdup_printf (ngettext ("%u push", "%u pushes", insight->pushes), insight->pushes);
  g_autofree char *granted
      = g_strdup_printf (ngettext ("%u granted", "%u granted", insight->granted), insight->granted);
  g_autofree char *summary = g_strdup_printf ("%s, %s, %s, %s", days, orders, pushes, granted);

  gtk_label_set_text (self->period, period);
  gtk_label_set_text (self->summary, summary);
  for (int question = 0; question < QUESTIONS; question++)
    show_card (self, question);
  gtk_widget_set_sensitive (self->export_button, insight->orders > 0);
  gtk_stack_set_visible_child_name (self->stack, insight->orders > 0 ? "answers" : "empty");
}

/* --- reading --- */

typedef struct
{
  RangSession session;
  int days;
  gint64 department;
} Period;

static gpointer
insight_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Period *period = data;
  RangDay from = rang_office_insight_from (office, &period->session, period->days);
  g_autoptr (GPtrArray) departments = rang_office_list_departments (office, error);
  RangInsight *insight
      = departments != NULL ? rang_office_insight (office, from, period->session.day, period->department, cancellable, error) : NULL;

  if (insight == NULL)
    return NULL;
  return rang_insight_view_new (insight, departments, rang_office_get_settings (office)->currency);
}

static void
measured_cb (GObject *owner, gpointer result, const GError *error)
{
  RangInsightPage *self = RANG_INSIGHT_PAGE (owner);

  /* Only the newest question is shown. */
  if (--self->asked > 0)
    return;
  if (result == NULL)
    {
      rang_desk_tell_error (self->desk, error->message);
      return;
    }
  g_clear_pointer (&self->view, rang_insight_view_unref);
  self->view = rang_insight_view_ref (result);
  show (self);
}

/* Offered anew when they are others; what was chosen stays chosen. */
static void
offer_departments (RangInsightPage *self, const RangDayView *view)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = gtk_drop_down_get_selected (self->departments), is = 0;
  gint64 chosen = selected > 0 && selected <= self->department_ids->len
                      ? g_array_index (self->department_ids, gint64, selected - 1)
                      : 0;
  GListModel *offered = gtk_drop_down_get_model (self->departments);
  gboolean same = offered != NULL && g_list_model_get_n_items (offered) == view->departments->len + 1;

  gtk_string_list_append (names, _ ("All departments"));
  g_array_set_size (self->department_ids, 0);
  for (guint i = 0; i < view->departments->len; i++)
    {
      const RangDepartment *department = g_ptr_array_index (view->departments, i);

      gtk_string_list_append (names, department->name);
      g_array_append_val (self->department_ids, department->id);
      if (department->id == chosen)
        is = i + 1;
      same = same
             && g_str_equal (department->name,
                             gtk_string_list_get_string (GTK_STRING_LIST (offered), i + 1));
    }
  if (same)
    return;
  self->filling = TRUE;
  gtk_drop_down_set_model (self->departments, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->departments, is);
  self->filling = FALSE;
}

static void
reload (RangInsightPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->days), department;
  Period *period;

  if (self->desk == NULL || rang_desk_get_view (self->desk) == NULL || selected >= G_N_ELEMENTS (periods))
    return;
  period = g_new0 (Period, 1);
  period->session = *rang_desk_get_session (self->desk);
  period->days = periods[selected];
  offer_departments (self, rang_desk_get_view (self->desk));
  department = gtk_drop_down_get_selected (self->departments);
  if (department > 0 && department <= self->department_ids->len)
    period->department = g_array_index (self->department_ids, gint64, department - 1);
  self->asked++;
  rang_desk_read (self->desk, insight_func, period, g_free, (GDestroyNotify)rang_insight_view_unref, NULL, self,
                  measured_cb);
}

/* While nobody looks at the page it is not kept up to date. */
static void
desk_changed_cb (RangInsightPage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    reload (self);
}

static void
period_changed_cb (RangInsightPage *self)
{
  if (!self->filling)
    reload (self);
}

static void
step_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RangInsightPage *self = RANG_INSIGHT_PAGE (widget);
  int selected = (int)gtk_drop_down_get_selected (self->days) + g_variant_get_int32 (parameter);

  if (selected >= 0 && selected < (int)G_N_ELEMENTS (periods))
    gtk_drop_down_set_selected (self->days, (guint)selected);
}

static void
rang_insight_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rang_insight_page_parent_class)->map (widget);
  reload (RANG_INSIGHT_PAGE (widget));
}

/* --- exports --- */

typedef struct
{
  RangInsightView *view;
  char *path;
} Export;

static void
export_free (gpointer data)
{
  Export *export = data;

  rang_insight_view_unref (export->view);
  g_free (export->path);
  g_free (export);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Export *export = data;
  GError *error = NULL;

  if (rang_insight_sheet_write (export->view, export->path, &error))
    g_task_return_pointer (task, g_strdup (export->path), g_free);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RangInsightPage *self = RANG_INSIGHT_PAGE (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_task_propagate_pointer (G_TASK (result), &error), *text = NULL;

  if (self->desk == NULL)
    return;
  if (path == NULL)
    {
      rang_desk_tell_error (self->desk, error->message);
      return;
    }
  /* Translators: %s is the path of a file */
  text = g_strdup_printf (_ ("Saved as %s"), path);
  rang_desk_tell (self->desk, text);
}

static void
chosen_cb (GListModel *files, gpointer data)
{
  RangInsightPage *self = data;
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  g_autoptr (GTask) task = NULL;
  Export *export;

  if (file == NULL || self->view == NULL)
    return;
  export = g_new0 (Export, 1);
  export->view = rang_insight_view_ref (self->view);
  export->path = g_file_get_path (file);
  task = g_task_new (self, NULL, written_cb, NULL);
  g_task_set_source_tag (task, chosen_cb);
  g_task_set_task_data (task, export, export_free);
  g_task_run_in_thread (task, write_thread);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RangInsightPage *self = RANG_INSIGHT_PAGE (widget);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  g_autofree char *day = NULL, *name = NULL;

  if (self->view == NULL)
    return;
  day = rang_day_format (self->view->insight->to);
  /* Translators: name of a file: a day, then its ending */
  name = g_strdup_printf (_ ("insight-%s.%s"), day, g_variant_get_string (parameter, NULL));
  rang_compat_choose_files (window, _ ("Save the insight page"), name, chosen_cb, self);
}

static void
print_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  RangInsightPage *self = RANG_INSIGHT_PAGE (widget);

  if (self->view != NULL)
    rang_insight_sheet_print (GTK_WINDOW (gtk_widget_get_root (widget)), self->view);
}

/* --- the page --- */

static GtkLabel *
add_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  /* The cards' width is the page's matter, not that of what stands in them. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

/* The cards are alike: as many lines in each, so that what belongs together stands side by side. */
static void
add_card (RangInsightPage *self, int question)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  Card *card = &self->card[question];

  gtk_widget_add_css_class (box, "insight-card");
  card->question = add_label (box, "dim");
  card->answer = add_label (box, "answer");
  card->numbers = add_label (box, "dim");
  for (int i = 0; i < 2; i++)
    {
      card->plots[i] = g_object_new (RANG_TYPE_PLOT, "vexpand", TRUE, "hexpand", TRUE, "margin-top", 10, NULL);
      gtk_box_append (GTK_BOX (box), card->plots[i]);
    }
  card->note = add_label (box, "dim");
  gtk_label_set_wrap (card->note, TRUE);
  gtk_label_set_lines (card->note, 2);
  gtk_label_set_yalign (card->note, 0);
  gtk_widget_add_css_class (GTK_WIDGET (card->note), "note");
  gtk_flow_box_insert (self->cards, box, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (box), FALSE);
}

static void
fill_periods (RangInsightPage *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->filling = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (periods); i++)
    {
      g_autofree char *name
          = g_strdup_printf (ngettext ("%d working day", "%d working days", (gulong)periods[i]), periods[i]);

      gtk_string_list_append (names, name);
    }
  gtk_drop_down_set_model (self->days, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->days, USUAL);
  self->filling = FALSE;
}

GtkWidget *
rang_insight_page_new (RangDesk *desk)
{
  RangInsightPage *self = g_object_new (RANG_TYPE_INSIGHT_PAGE, NULL);

  self->desk = g_object_ref (desk);
  g_signal_connect_object (desk, "changed", G_CALLBACK (desk_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

static void
rang_insight_page_dispose (GObject *object)
{
  RangInsightPage *self = RANG_INSIGHT_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->view, rang_insight_view_unref);
  g_clear_pointer (&self->department_ids, g_array_unref);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (rang_insight_page_parent_class)->dispose (object);
}

static void
rang_insight_page_class_init (RangInsightPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_insight_page_dispose;
  widget_class->map = rang_insight_page_map;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-insight-page.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, RangInsightPage, box);
  gtk_widget_class_bind_template_child (widget_class, RangInsightPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RangInsightPage, period);
  gtk_widget_class_bind_template_child (widget_class, RangInsightPage, summary);
  gtk_widget_class_bind_template_child (widget_class, RangInsightPage, days);
  gtk_widget_class_bind_template_child (widget_class, RangInsightPage, departments);
  gtk_widget_class_bind_template_child (widget_class, RangInsightPage, export_button);
  gtk_widget_class_bind_template_child (widget_class, RangInsightPage, cards);
  gtk_widget_class_bind_template_callback (widget_class, period_changed_cb);
  gtk_widget_class_install_action (widget_class, "insight.export", "s", export_cb);
  gtk_widget_class_install_action (widget_class, "insight.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "insight.period", "i", step_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "insight.period", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "insight.period", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "insight.period", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "insight.period", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "insight.period", "i", 1);
}

static void
rang_insight_page_init (RangInsightPage *self)
{
  self->department_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_widget_init_template (GTK_WIDGET (self));
  rang_choice_name_items (GTK_WIDGET (self->days));
  rang_choice_name_items (GTK_WIDGET (self->departments));
  for (int question = 0; question < QUESTIONS; question++)
    add_card (self, question);
  fill_periods (self);
}
