/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the line that says which version of the board was signed, and what the delivery chief does with it. */
#include "board/rang-version-banner.h"

#include <glib/gi18n.h>

#include "common/rang-label.h"
#include "common/rang-words.h"
#include "desk/rang-acting.h"
#include "office/rang-permission.h"
#include "window/rang-hand-over-dialog.h"

struct _RangVersionBanner
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *label;
  GtkWidget *accept;
  GtkWidget *return_button;
  RangDesk *desk;
};

G_DEFINE_FINAL_TYPE (RangVersionBanner, rang_version_banner, GTK_TYPE_WIDGET)

/* --- what is shown --- */

/* "5539: 72 → 54, On time; 5568: Not today": what an amendment changes, the first @most of it. */
static char *
say_changes (const RangDayView *view, guint most)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; view->changes != NULL && i < MIN (view->changes->len, most); i++)
    {
      const RangVersionChange *change = &g_array_index (view->changes, RangVersionChange, i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT ": ", i > 0 ? "; " : "", change->order);
      if (change->to == 0)
        g_string_append (text, _ ("taken off"));
      else if (change->from == 0)
        /* Translators: a place on the board */
        g_string_append_printf (text, _ ("new at place %d"), change->to);
      else if (change->from != change->to)
        g_string_append_printf (text, "%d → %d", change->from, change->to);
      if (change->to != 0 && change->state_after >= 0 && change->state_before != change->state_after)
        g_string_append_printf (text, "%s%s", change->from != change->to ? ", " : "",
                                rang_board_state_label ((RangPlanState)change->state_after));
      else if (change->to != 0 && change->from == change->to)
        g_string_append (text, _ ("another van"));
    }
  if (view->changes != NULL && view->changes->len > most)
    g_string_append (text, "; …");
  return g_string_free (text, FALSE);
}

/* Who signed it, and whether the delivery chief has taken it over. */
static char *
say_version (const RangDayView *view, const RangVersionInfo *version)
{
  g_autofree char *signed_at = rang_words_instant (version->signed_at, view->settings->zone, view->session.day);
  g_autofree char *decided_at = NULL, *decider = NULL;
  g_autofree char *signer = rang_acting_name (view, version->signed_by, version->signed_for);

  if (version->state == RANG_VERSION_SIGNED)
    /* Translators: number of the version, who signed it, when. */
    return g_strdup_printf (_ ("Version %d, signed by %s at %s, waits for the delivery chief. Changes are amendments."),
                            version->number, signer, signed_at);
  decided_at = rang_words_instant (version->decided_at, view->settings->zone, view->session.day);
  decider = rang_acting_name (view, version->decided_by, version->decided_for);
  /* Translators: number of the version, who signed it, when; who accepted it, when. */
  return g_strdup_printf (_ ("Version %d, signed by %s at %s, accepted by %s at %s. Changes are amendments."),
                          version->number, signer, signed_at, decider, decided_at);
}

/* What the delivery chief wants otherwise; until the next version is signed. */
static char *
say_returned (const RangDayView *view, const RangVersionInfo *version)
{
  g_autofree char *at = rang_words_instant (version->decided_at, view->settings->zone, view->session.day);
  g_autofree char *decider = rang_acting_name (view, version->decided_by, version->decided_for);

  /* Translators: number of the version, who returned it, when; the remark. */
  return g_strdup_printf (_ ("Version %d was returned by %s at %s: “%s”."), version->number, decider, at,
                          version->remark != NULL ? version->remark : "–");
}

/* What the banner says of the newest version, with at most so many changes of an amendment. */
static char *
say_all (const RangDayView *view, const RangVersionInfo *version, const RangVersionInfo *returned, guint most)
{
  g_autofree char *version_text = version != NULL ? say_version (view, version) : NULL;
  g_autofree char *returned_text = returned != NULL ? say_returned (view, returned) : NULL;
  g_autofree char *changes = say_changes (view, most);

  if (version == NULL)
    /* Translators: the sentence that a version was returned, with the remark */
    return g_strdup_printf (_ ("%s Correct the board and hand it over again."), returned_text);
  if (returned != NULL)
    return g_strdup_printf ("%s %s", returned_text, version_text);
  if (*changes != '\0')
    /* Translators: the sentence of the banner, then what the amendment changes */
    return g_strdup_printf (_ ("%s It changes: %s"), version_text, changes);
  return g_steal_pointer (&version_text);
}

void
rang_version_banner_show (RangVersionBanner *self, RangDesk *desk, gboolean only_waiting)
{
  const RangDayView *view = rang_desk_get_view (desk);
  const RangVersionInfo *version = view != NULL ? rang_day_view_get_newest (view) : NULL;
  const RangVersionInfo *returned = view != NULL ? rang_day_view_get_returned (view) : NULL;
  gboolean waits = version != NULL && version->state == RANG_VERSION_SIGNED;
  g_autofree char *text = NULL, *all = NULL;

  g_return_if_fail (RANG_IS_VERSION_BANNER (self));

  g_set_object (&self->desk, desk);
  gtk_widget_set_visible (GTK_WIDGET (self), waits || ((version != NULL || returned != NULL) && !only_waiting));
  if (version == NULL && returned == NULL)
    return;
  text = say_all (view, version, returned, 3);
  all = say_all (view, version, returned, G_MAXUINT);
  gtk_label_set_text (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), all);
  gtk_widget_set_visible (self->accept, waits && rang_desk_may (desk, RANG_ACTION_ACCEPT, 0));
  gtk_widget_set_visible (self->return_button, waits && rang_desk_may (desk, RANG_ACTION_RETURN, 0));
}

/* --- what is asked --- */

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_hand_over_accept (RANG_VERSION_BANNER (widget)->desk);
}

static void
return_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  rang_hand_over_return (GTK_WINDOW (gtk_widget_get_root (widget)), RANG_VERSION_BANNER (widget)->desk);
}

/* --- the widget --- */

static void
rang_version_banner_dispose (GObject *object)
{
  RangVersionBanner *self = RANG_VERSION_BANNER (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (rang_version_banner_parent_class)->dispose (object);
}

static void
rang_version_banner_class_init (RangVersionBannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_version_banner_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-version-banner.ui");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_bind_template_child (widget_class, RangVersionBanner, box);
  gtk_widget_class_bind_template_child (widget_class, RangVersionBanner, label);
  gtk_widget_class_bind_template_child (widget_class, RangVersionBanner, accept);
  gtk_widget_class_bind_template_child (widget_class, RangVersionBanner, return_button);
  gtk_widget_class_install_action (widget_class, "version.accept", NULL, accept_action);
  gtk_widget_class_install_action (widget_class, "version.return", NULL, return_action);
}

static void
rang_version_banner_init (RangVersionBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rang_label_wrap (self->label, 3);
}
