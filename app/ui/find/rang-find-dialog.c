/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the dialog that searches the whole office: asking as somebody types, and choosing with the keys. */
#include "find/rang-find-dialog.h"

#include <glib/gi18n.h>

#include "base/rang-text.h"
#include "common/rang-dialog.h"
#include "common/rang-words.h"
#include "find/rang-find-row.h"

/* So many of each kind, and so many times as many once more are asked for. */
#define FEW 8
#define MORE_TIMES 8

struct _RangFindDialog
{
  AdwWindow parent_instance;
  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkWidget *nothing;
  GtkWidget *problem;
  GtkScrolledWindow *scrolled;
  GtkListBox *list;
  GtkLabel *spoken;
  RangDesk *desk;
  RangOfficeWorker *worker; /* of its own: a search waits for no planner */
  GCancellable *asking;     /* the last question, until it is answered */
  char *asked;              /* what for */
  gboolean go;              /* Enter came before the answer */
  guint limit;
  RangFindChosen chosen;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (RangFindDialog, rang_find_dialog, ADW_TYPE_WINDOW)

/* --- going there --- */

static void
ask (RangFindDialog *self);

static void
go_to (RangFindDialog *self, RangFindRow *row)
{
  RangFindChosen chosen = self->chosen;
  g_autoptr (RangFindRow) kept = g_object_ref (row);

  if (rang_find_row_is_more (row))
    {
      self->limit *= MORE_TIMES;
      gtk_widget_grab_focus (GTK_WIDGET (self->entry));
      gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
      ask (self);
      return;
    }
  self->chosen = NULL;
  if (chosen == NULL)
    return;
  /* The window below goes there once nothing is in front of it any more. */
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  chosen (rang_find_row_get_hit (kept), rang_find_row_get_page (kept), self->data);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
row_activated_cb (RangFindDialog *self, GtkListBoxRow *row)
{
  if (RANG_IS_FIND_ROW (row))
    go_to (self, RANG_FIND_ROW (row));
}

/* --- choosing --- */

/* Brings the row into view, with its heading if it is the first below one. */
static void
scroll_to (RangFindDialog *self, GtkListBoxRow *row)
{
  GtkWidget *header = gtk_list_box_row_get_header (row);
  graphene_rect_t bounds, above;

  if (!gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    return;
  if (header != NULL && gtk_widget_compute_bounds (header, GTK_WIDGET (self->list), &above))
    graphene_rect_union (&bounds, &above, &bounds);
  gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scrolled), bounds.origin.y,
                             bounds.origin.y + bounds.size.height);
}

static void
choose (RangFindDialog *self, GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  scroll_to (self, row);
  gtk_label_set_text (self->spoken, rang_find_row_get_spoken (RANG_FIND_ROW (row)));
}

/* The next row in that direction that can be chosen; the last one is held to. */
static void
step (RangFindDialog *self, int by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list), *wanted = NULL;
  int at = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  int direction = by < 0 ? -1 : 1;

  for (int left = ABS (by); left > 0 && (row = gtk_list_box_get_row_at_index (self->list, at + direction)) != NULL;
       at += direction)
    if (gtk_list_box_row_get_selectable (row))
      {
        wanted = row;
        left--;
      }
  if (wanted != NULL)
    choose (self, wanted);
}

static gboolean
key_pressed_cb (RangFindDialog *self, guint key, guint code, GdkModifierType state)
{
  static const struct
  {
    guint key;
    int by;
  } steps[]
      = { { GDK_KEY_Down, 1 },      { GDK_KEY_KP_Down, 1 },      { GDK_KEY_Up, -1 },      { GDK_KEY_KP_Up, -1 },
          { GDK_KEY_Page_Down, 8 }, { GDK_KEY_KP_Page_Down, 8 }, { GDK_KEY_Page_Up, -8 }, { GDK_KEY_KP_Page_Up, -8 } };

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].key == key)
      {
        step (self, steps[i].by);
        return GDK_EVENT_STOP;
      }
  return GDK_EVENT_PROPAGATE;
}

/* --- what was found --- */

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  const char *group = rang_find_row_get_group (RANG_FIND_ROW (row));
  GtkWidget *label;

  if (before != NULL && g_str_equal (rang_find_row_get_group (RANG_FIND_ROW (before)), group))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (group);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "find-group");
  gtk_list_box_row_set_header (row, label);
}

/* The pages whose names have all the words. */
static void
add_pages (RangFindDialog *self, const RangDayView *view, const char *text)
{
  const struct
  {
    const char *page;
    const char *label;
  } pages[] = { { "board", _ ("Board") },         { "deliveries", _ ("Deliveries") }, { "calls", _ ("Calls") },
                { "conflicts", _ ("Conflicts") }, { "rules", _ ("Rules") },           { "insight", _ ("Insight") } };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (rang_text_matches (pages[i].label, text))
      gtk_list_box_append (self->list, rang_find_row_new_page (pages[i].page, pages[i].label));
  for (guint i = 0; i < view->departments->len; i++)
    {
      const RangDepartment *department = g_ptr_array_index (view->departments, i);
      g_autofree char *page = g_strdup_printf ("department-%d", (int)department->id);

      if (rang_text_matches (department->name, text))
        gtk_list_box_append (self->list, rang_find_row_new_page (page, department->name));
    }
}

static void
clear_list (RangFindDialog *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
fill_list (RangFindDialog *self, const RangDayView *view, const RangFindings *findings)
{
  clear_list (self);
  for (guint i = 0; i < findings->hits->len; i++)
    {
      const RangHit *hit = g_ptr_array_index (findings->hits, i);
      const RangHit *next = i + 1 < findings->hits->len ? g_ptr_array_index (findings->hits, i + 1) : NULL;

      gtk_list_box_append (self->list, rang_find_row_new (view, hit));
      if (findings->more[hit->kind] && (next == NULL || next->kind != hit->kind))
        gtk_list_box_append (self->list, rang_find_row_new_more (hit->kind));
    }
  add_pages (self, view, self->asked);
}

static void
show_found (RangFindDialog *self, const RangFindings *findings)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  GtkListBoxRow *first;
  g_autofree char *title = NULL;

  if (view == NULL)
    return;
  fill_list (self, view, findings);
  first = gtk_list_box_get_row_at_index (self->list, 0);
  if (first != NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "hits");
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
      gtk_list_box_select_row (self->list, first);
      gtk_label_set_text (self->spoken, rang_find_row_get_spoken (RANG_FIND_ROW (first)));
      if (self->go)
        go_to (self, RANG_FIND_ROW (first));
      return;
    }
  /* Translators: %s is what was searched for. */
  title = g_strdup_printf (_ ("Nothing found for “%s”"), self->asked);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->nothing), title);
  gtk_stack_set_visible_child_name (self->stack, "nothing");
  gtk_label_set_text (self->spoken, title);
  self->go = FALSE;
}

/* --- asking --- */

typedef struct
{
  RangSession session;
  char *text;
  guint limit;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->text);
  g_free (question);
}

static gpointer
find_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Question *question = data;

  return rang_office_find (office, &question->session, question->text, question->limit, error);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RangFindDialog) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RangFindings) findings = rang_office_worker_call_finish (RANG_OFFICE_WORKER (source), result, &error);
  g_autofree char *sentence = NULL, *description = NULL;

  /* An answer to what is not asked any more. */
  if (self->worker == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->asking);
  if (findings == NULL)
    {
      sentence = rang_words_sentence (error->message);
      description = g_markup_escape_text (sentence, -1);
      adw_status_page_set_description (ADW_STATUS_PAGE (self->problem), description);
      gtk_stack_set_visible_child_name (self->stack, "problem");
    }
  else if (*self->asked == '\0')
    gtk_stack_set_visible_child_name (self->stack, "start");
  else
    show_found (self, findings);
}

/* Nothing is asked as well: then what is looked through in memory is there when somebody types. */
static void
ask (RangFindDialog *self)
{
  Question *question = g_new0 (Question, 1);
  g_autofree char *text = rang_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  g_free (self->asked);
  self->asked = g_strdup (text != NULL ? text : "");
  question->session = *rang_desk_get_session (self->desk);
  question->text = g_strdup (self->asked);
  question->limit = self->limit;
  rang_office_worker_call_async (self->worker, find_func, question, question_free, (GDestroyNotify)rang_findings_free,
                                 self->asking, found_cb, g_object_ref (self));
}

static void
search_changed_cb (RangFindDialog *self)
{
  if (self->worker == NULL)
    return;
  self->go = FALSE;
  self->limit = FEW;
  ask (self);
}

/* Whoever types and presses Enter at once does not mean what the list showed before. */
static void
activate_cb (RangFindDialog *self)
{
  g_autofree char *text = rang_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (text == NULL)
    return;
  if (g_strcmp0 (text, self->asked) != 0)
    search_changed_cb (self);
  if (self->asking != NULL)
    self->go = TRUE;
  else if (row != NULL)
    go_to (self, RANG_FIND_ROW (row));
}

static void
stop_cb (RangFindDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the widget --- */

static void
rang_find_dialog_dispose (GObject *object)
{
  RangFindDialog *self = RANG_FIND_DIALOG (object);

  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->worker);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (rang_find_dialog_parent_class)->dispose (object);
}

static void
rang_find_dialog_finalize (GObject *object)
{
  g_free (RANG_FIND_DIALOG (object)->asked);
  G_OBJECT_CLASS (rang_find_dialog_parent_class)->finalize (object);
}

static void
rang_find_dialog_class_init (RangFindDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_find_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rang_find_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-find-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RangFindDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, RangFindDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RangFindDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, RangFindDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, RangFindDialog, scrolled);
  gtk_widget_class_bind_template_child (widget_class, RangFindDialog, list);
  gtk_widget_class_bind_template_child (widget_class, RangFindDialog, spoken);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rang_find_dialog_init (RangFindDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->asked = g_strdup ("");
  self->limit = FEW;
  gtk_list_box_set_header_func (self->list, header_cb, NULL, NULL);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  /* Whoever types while a row has the keys goes on in the entry. */
  gtk_search_entry_set_key_capture_widget (self->entry, GTK_WIDGET (self->list));
}

void
rang_find_dialog_open (GtkWindow *parent, RangDesk *desk, const char *text, RangFindChosen chosen, gpointer data)
{
  RangFindDialog *self = g_object_new (RANG_TYPE_FIND_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->desk = g_object_ref (desk);
  self->worker = rang_desk_new_worker (desk);
  self->chosen = chosen;
  self->data = data;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  ask (self);
  rang_dialog_present (GTK_WINDOW (self));
}
