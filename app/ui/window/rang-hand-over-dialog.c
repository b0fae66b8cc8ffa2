/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for signing the board and for taking it over or giving it back. */
#include "window/rang-hand-over-dialog.h"

#include <glib/gi18n.h>

#include "board/rang-conflict-words.h"
#include "common/rang-dialog.h"
#include "common/rang-words.h"
#include "desk/rang-acting.h"
#include "rang-compat.h"

struct _RangHandOverDialog
{
  AdwWindow parent_instance;
  GtkStack *stack;
  AdwPreferencesGroup *answers;
  AdwPreferencesGroup *difference;
  AdwPreferencesGroup *worse;
  AdwPreferencesGroup *better;
  AdwPreferencesGroup *returned;
  AdwPreferencesGroup *blocks;
  AdwPreferencesGroup *listed;
  AdwPreferencesGroup *placed;
  GtkWidget *sign;
  GPtrArray *rows;
  RangDesk *desk;
  guint64 revision;
};

G_DEFINE_FINAL_TYPE (RangHandOverDialog, rang_hand_over_dialog, ADW_TYPE_WINDOW)

static gpointer
copy_session (RangDesk *desk)
{
  return g_memdup2 (rang_desk_get_session (desk), sizeof (RangSession));
}

/* --- what is shown --- */

static void
add_row (RangHandOverDialog *self, AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
}

/* Empties all groups, to be filled by another look. */
static void
clear (RangHandOverDialog *self)
{
  AdwPreferencesGroup *groups[] = { self->answers,  self->difference, self->worse,  self->better,
                                    self->returned, self->blocks,     self->listed, self->placed };

  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];
      GtkWidget *group = gtk_widget_get_ancestor (row, ADW_TYPE_PREFERENCES_GROUP);

      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (group), row);
    }
  g_ptr_array_set_size (self->rows, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    gtk_widget_set_visible (GTK_WIDGET (groups[i]), FALSE);
}

static char *
name_order (RangHandOverDialog *self, gint64 number)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  const RangOrderView *order = rang_day_view_find_order (view, number);

  return g_strdup_printf ("%" G_GINT64_FORMAT "  %s", number,
                          order != NULL && order->client != NULL ? order->client : "");
}

static void
add_orders (RangHandOverDialog *self, AdwPreferencesGroup *group, const GArray *orders, const char *why)
{
  for (guint i = 0; i < orders->len; i++)
    {
      g_autofree char *name = name_order (self, g_array_index (orders, gint64, i));

      add_row (self, group, name, why);
    }
}

static void
add_pending (RangHandOverDialog *self, const RangPendingReason *pending)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  g_autofree char *name = name_order (self, g_array_index (pending->orders, gint64, 0));
  /* Translators: who owes the reason; the place before, and now. */
  g_autofree char *why
      = g_strdup_printf (_ ("Reason pending: %s moved it %d → %d"), rang_day_view_person_name (view, pending->person),
                         pending->from, pending->to);

  add_row (self, self->blocks, name, why);
}

/* --- the difference --- */

/* One order whose forecast is not that of the suggestion, and whose it is. */
static void
add_difference (RangHandOverDialog *self,
                AdwPreferencesGroup *group,
                gint64 order,
                gint64 department,
                RangPlanState suggested,
                RangPlanState stands,
                int minutes)
{
  const RangDepartment *whose = rang_day_view_find_department (rang_desk_get_view (self->desk), department);
  g_autofree char *name = name_order (self, order);
  g_autofree char *state = NULL, *text = NULL;

  if (minutes > 0)
    /* Translators: a forecast such as "Late today", then minutes; then the forecast of the suggestion */
    state = g_strdup_printf (_ ("%s, +%d min; suggested: %s"), rang_board_state_label (stands), minutes,
                             rang_board_state_label (suggested));
  else
    /* Translators: a forecast such as "Not today"; then the forecast of the suggestion */
    state = g_strdup_printf (_ ("%s; suggested: %s"), rang_board_state_label (stands),
                             rang_board_state_label (suggested));
  text = g_strdup_printf ("%s · %s", whose != NULL ? whose->name : "–", state);
  add_row (self, group, name, text);
}

static void
add_items (RangHandOverDialog *self, AdwPreferencesGroup *group, const GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const RangCostItem *item = &g_array_index (items, RangCostItem, i);

      add_difference (self, group, item->order, item->department, item->state_before, item->state_after, item->minutes);
    }
}

/* Those that people moved themselves to a worse state: no victims, but worse off all the same. */
static void
add_moved_down (RangHandOverDialog *self, const GArray *moved)
{
  for (guint i = 0; i < moved->len; i++)
    {
      const RangCostMove *move = &g_array_index (moved, RangCostMove, i);

      if (move->from != 0 && move->to != 0 && move->state_after > move->state_before)
        add_difference (self, self->worse, move->order, move->department, move->state_before, move->state_after,
                        move->minutes_after);
    }
}

static void
show_difference (RangHandOverDialog *self, const RangMoveCost *cost)
{
  const GPtrArray *departments = rang_desk_get_view (self->desk)->departments;
  g_autofree char *gains = rang_move_cost_dup_gains (cost);
  g_autofree char *costs = rang_move_cost_dup_costs (cost, departments);
  g_autofree char *risk = rang_move_cost_dup_at_risk (cost);

  if (cost->moved->len + cost->gained->len + cost->late->len + cost->later->len + cost->left_out->len == 0)
    {
      add_row (self, self->difference, _ ("No difference"), _ ("The board is the suggestion, order by order"));
      return;
    }
  add_row (self, self->difference, _ ("Gains"), gains);
  add_row (self, self->difference, _ ("Costs"), costs);
  if (risk != NULL)
    add_row (self, self->difference, _ ("At risk"), risk);
  add_items (self, self->worse, cost->left_out);
  add_items (self, self->worse, cost->late);
  add_moved_down (self, cost->moved);
  add_items (self, self->worse, cost->later);
  add_items (self, self->better, cost->gained);
}

/* What people placed: who, why, and where the rules would have it. */
static void
show_placed (RangHandOverDialog *self, RangBoard *board)
{
  for (guint rank = 1; rank <= rang_board_get_n_entries (board); rank++)
    {
      const RangBoardEntry *entry = rang_board_get_entry (board, rank);
      g_autofree char *name = NULL, *why = NULL;

      if (entry->placed == NULL)
        continue;
      name = name_order (self, entry->number);
      /* Translators: a place; the place suggested; a person; a reason */
      why = g_strdup_printf (_ ("Place %u, suggested %u · %s · %s"), entry->rank, entry->suggested_rank,
                             entry->placed_by != NULL ? entry->placed_by : "–",
                             entry->placed->reason >= 0 ? rang_reason_label ((RangReasonCode)entry->placed->reason)
                                                        : _ ("reason pending"));
      add_row (self, self->placed, name, why);
    }
}

/* Who signs, and who is to take it over: in place of somebody who is away, a deputy. */
static void
show_answers (RangHandOverDialog *self)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  g_autofree char *signer = rang_acting_name_until (view, view->session.person, RANG_ROLE_HEAD_OF_SALES, 0);

  add_row (self, self->answers, signer, _ ("signs, and answers until the delivery chief accepts"));
  for (guint i = 0; i < view->people->len; i++)
    {
      const RangPerson *person = g_ptr_array_index (view->people, i);
      g_autofree char *chief = NULL;

      if (!person->active || !rang_person_has_role (person, RANG_ROLE_DELIVERY_CHIEF, 0))
        continue;
      chief = rang_acting_name_until (view, person->id, RANG_ROLE_DELIVERY_CHIEF, 0);
      add_row (self, self->answers, chief, _ ("accepts or returns it, and answers from then on"));
    }
}

/* What the delivery chief wanted otherwise, to be looked at once more before the next version is signed. */
static void
show_returned (RangHandOverDialog *self)
{
  const RangDayView *view = rang_desk_get_view (self->desk);
  const RangVersionInfo *version = rang_day_view_get_returned (view);
  g_autofree char *at = NULL, *who = NULL, *decider = NULL;

  if (version == NULL)
    return;
  decider = rang_acting_name (view, version->decided_by, version->decided_for);
  at = rang_words_instant (version->decided_at, view->settings->zone, view->session.day);
  /* Translators: number of a version; who returned it; when */
  who = g_strdup_printf (_ ("Version %d, %s at %s"), version->number, decider, at);
  add_row (self, self->returned, version->remark != NULL ? version->remark : "–", who);
}

static void
show_listed (RangHandOverDialog *self, const RangHandOverCheck *check)
{
  for (guint i = 0; i < check->conflicts->len; i++)
    {
      const RangConflict *conflict = g_ptr_array_index (check->conflicts, i);
      g_autofree char *title = rang_conflict_dup_title (conflict, rang_desk_get_view (self->desk)->board);
      /* Translators: a kind of conflict */
      g_autofree char *kind = g_strdup_printf (_ ("Open conflict: %s"), rang_conflict_kind_label (conflict->kind));

      add_row (self, self->listed, title, kind);
    }
  add_orders (self, self->listed, check->unlocated, _ ("Without coordinates: planned with the mean travel time"));
  add_orders (self, self->listed, check->not_ready, _ ("Goods not ready"));
  if (check->conflicts->len + check->unlocated->len + check->not_ready->len == 0)
    add_row (self, self->listed, _ ("Nothing"), _ ("No open conflict, every order located and its goods ready"));
}

static void
checked_cb (GObject *owner, gpointer result, const GError *error)
{
  RangHandOverDialog *self = RANG_HAND_OVER_DIALOG (owner);
  RangHandOverCheck *check = result;

  if (check == NULL)
    {
      rang_desk_tell_error (self->desk, error->message);
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  clear (self);
  self->revision = check->revision;
  for (guint i = 0; i < check->pending->len; i++)
    add_pending (self, g_ptr_array_index (check->pending, i));
  add_orders (self, self->blocks, check->unscored, _ ("The rules could not give it points"));
  show_answers (self);
  show_returned (self);
  show_difference (self, check->cost);
  show_listed (self, check);
  if (rang_desk_get_view (self->desk)->board != NULL)
    show_placed (self, rang_desk_get_view (self->desk)->board);
  gtk_widget_set_sensitive (self->sign, !rang_hand_over_check_blocks (check));
  gtk_stack_set_visible_child_name (self->stack, "check");
  if (gtk_widget_get_sensitive (self->sign))
    gtk_widget_grab_focus (self->sign);
}

static gpointer
check_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return rang_office_check_hand_over (office, data, error);
}

static void
look (RangHandOverDialog *self)
{
  rang_desk_read (self->desk, check_func, copy_session (self->desk), g_free, (GDestroyNotify)rang_hand_over_check_free,
                  NULL, self, checked_cb);
}

/* --- what is asked --- */

typedef struct
{
  RangSession session;
  guint64 revision;
} SignArguments;

static gpointer
sign_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  SignArguments *arguments = data;

  return rang_office_hand_over (office, &arguments->session, arguments->revision, NULL, error);
}

static void
signed_cb (GObject *owner, gpointer result, const GError *error)
{
  RangHandOverDialog *self = RANG_HAND_OVER_DIALOG (owner);
  RangVersionInfo *version = result;
  g_autofree char *text = NULL;

  if (version == NULL && g_error_matches (error, RANG_OFFICE_ERROR, RANG_OFFICE_ERROR_STALE))
    {
      look (self);
      return;
    }
  if (version != NULL)
    {
      /* Translators: %d is the number of the version. */
      text = g_strdup_printf (_ ("Version %d is signed and waits for the delivery chief"), version->number);
      rang_desk_tell (self->desk, text);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
sign_clicked_cb (RangHandOverDialog *self)
{
  SignArguments *arguments = g_new0 (SignArguments, 1);

  gtk_widget_set_sensitive (self->sign, FALSE);
  arguments->session = *rang_desk_get_session (self->desk);
  arguments->revision = self->revision;
  rang_desk_write (self->desk, sign_func, arguments, g_free, (GDestroyNotify)rang_version_info_free, self, signed_cb);
}

static void
rang_hand_over_dialog_dispose (GObject *object)
{
  RangHandOverDialog *self = RANG_HAND_OVER_DIALOG (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (rang_hand_over_dialog_parent_class)->dispose (object);
}

static void
rang_hand_over_dialog_class_init (RangHandOverDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_hand_over_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-hand-over-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RangHandOverDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RangHandOverDialog, answers);
  gtk_widget_class_bind_template_child (widget_class, RangHandOverDialog, worse);
  gtk_widget_class_bind_template_child (widget_class, RangHandOverDialog, better);
  gtk_widget_class_bind_template_child (widget_class, RangHandOverDialog, returned);
  gtk_widget_class_bind_template_child (widget_class, RangHandOverDialog, blocks);
  gtk_widget_class_bind_template_child (widget_class, RangHandOverDialog, listed);
  gtk_widget_class_bind_template_child (widget_class, RangHandOverDialog, difference);
  gtk_widget_class_bind_template_child (widget_class, RangHandOverDialog, placed);
  gtk_widget_class_bind_template_child (widget_class, RangHandOverDialog, sign);
  gtk_widget_class_bind_template_callback (widget_class, sign_clicked_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rang_hand_over_dialog_init (RangHandOverDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

void
rang_hand_over_dialog_open (GtkWindow *parent, RangDesk *desk)
{
  RangHandOverDialog *self = g_object_new (RANG_TYPE_HAND_OVER_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->desk = g_object_ref (desk);
  look (self);
  rang_dialog_present (GTK_WINDOW (self));
}

static gpointer
accept_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return rang_office_accept (office, data, error);
}

void
rang_hand_over_accept (RangDesk *desk)
{
  rang_desk_write (desk, accept_func, copy_session (desk), g_free, (GDestroyNotify)rang_version_info_free, NULL, NULL);
}

/* --- giving it back --- */

typedef struct
{
  RangDesk *desk;
  GtkWidget *note;
} Returning;

typedef struct
{
  RangSession session;
  char *note;
} ReturnArguments;

static void
return_arguments_free (gpointer data)
{
  ReturnArguments *arguments = data;

  g_free (arguments->note);
  g_free (arguments);
}

static gpointer
return_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  ReturnArguments *arguments = data;

  return rang_office_return (office, &arguments->session, arguments->note, error);
}

static void
return_answered_cb (const char *response, gpointer data)
{
  Returning *returning = data;

  if (g_str_equal (response, "return"))
    {
      ReturnArguments *arguments = g_new0 (ReturnArguments, 1);

      arguments->session = *rang_desk_get_session (returning->desk);
      arguments->note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (returning->note)));
      rang_desk_write (returning->desk, return_func, arguments, return_arguments_free,
                       (GDestroyNotify)rang_version_info_free, NULL, NULL);
    }
  g_object_unref (returning->note);
  g_object_unref (returning->desk);
  g_free (returning);
}

void
rang_hand_over_return (GtkWindow *parent, RangDesk *desk)
{
  Returning *returning = g_new0 (Returning, 1);

  returning->desk = g_object_ref (desk);
  returning->note = g_object_ref_sink (gtk_entry_new ());
  gtk_entry_set_activates_default (GTK_ENTRY (returning->note), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (returning->note), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remark"), -1);
  rang_compat_ask (parent, _ ("Return the board?"),
                   _ ("Say what must change. The head of sales can move orders again."), returning->note, "return",
                   _ ("_Return"), FALSE, return_answered_cb, returning);
}
