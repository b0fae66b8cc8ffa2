/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for one push in a list: who asks, from where to where, why, and what became of it. */
#include "push/rang-push-row.h"

#include <glib/gi18n.h>

#include "common/rang-words.h"
#include "office/rang-permission.h"

char *
rang_push_words (const RangDayView *view, const RangPush *push)
{
  int reason = rang_reason_from_nick (push->reason);
  const char *why = reason >= 0 ? rang_reason_label ((RangReasonCode)reason) : _ ("asked, no reason given");
  const char *asker = rang_day_view_person_name (view, push->asked_by);
  g_autofree char *who
      = push->noted_by != 0
            /* Translators: who asked for an order by voice or phone, and who recorded it */
            ? g_strdup_printf (_ ("%s (recorded by %s)"), asker, rang_day_view_person_name (view, push->noted_by))
            : g_strdup (asker);

  /* Translators: who asks; place before and place asked for; the reason */
  return g_strdup_printf (_ ("%s · %d → %d · %s"), who, push->from, push->to, why);
}

static GtkWidget *
new_line (const char *text, const char *css)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css);
  return label;
}

static char *
say_outcome (const RangDayView *view, const RangPush *push)
{
  if (push->state == RANG_PUSH_OPEN)
    return NULL;
  if (push->decision == NULL)
    /* Translators: "granted" or "refused"; a person */
    return g_strdup_printf (_ ("%s by %s"), rang_push_state_label (push->state),
                            rang_day_view_person_name (view, push->decided_by));
  /* Translators: "granted" or "refused"; a person; a note */
  return g_strdup_printf (_ ("%s by %s: %s"), rang_push_state_label (push->state),
                          rang_day_view_person_name (view, push->decided_by), push->decision);
}

char *
rang_push_sentence (const RangDayView *view, const RangPush *push)
{
  g_autofree char *words = rang_push_words (view, push);
  g_autofree char *outcome = say_outcome (view, push);
  g_autofree char *sentence = rang_words_sentence (outcome != NULL ? outcome : _ ("Waits for a decision"));

  return g_strdup_printf ("%s. %s", words, sentence);
}

static gboolean
may_decide (const RangDayView *view)
{
  const RangPerson *person = rang_day_view_find_person (view, view->session.person);

  return person != NULL && rang_permission_allows (person, RANG_ACTION_GRANT, 0);
}

GtkWidget *
rang_push_row_new (const RangDayView *view, const RangPush *push)
{
  GtkWidget *button = gtk_button_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const RangOrderView *order = rang_day_view_find_order (view, push->order);
  g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT "  %s", push->order,
                                           order != NULL && order->client != NULL ? order->client : "");
  g_autofree char *words = rang_push_words (view, push);
  g_autofree char *outcome = say_outcome (view, push);
  g_autofree char *spoken = rang_push_sentence (view, push);
  GtkWidget *text = new_line (words, "dim");

  gtk_box_append (GTK_BOX (box), new_line (name, push->state == RANG_PUSH_OPEN ? "heading-strong" : "dim"));
  gtk_widget_add_css_class (text, "tiny");
  gtk_box_append (GTK_BOX (box), text);
  if (outcome != NULL)
    gtk_box_append (GTK_BOX (box), new_line (outcome, "tiny"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "conflict");
  gtk_widget_set_tooltip_text (button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken, -1);
  if (push->state == RANG_PUSH_OPEN && may_decide (view))
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.decide-push");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", push->id);
    }
  else
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.page");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "conflicts");
    }
  return button;
}
