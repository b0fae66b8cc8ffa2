/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the line that says which version of the board was signed, and what the delivery chief does with it. */
#include "board/rang-version-banner.h"

#include <glib/gi18n.h>

#include "common/rang-words.h"
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
  g_autofree char *decided_at = NULL;
  const char *signer = rang_day_view_person_name (view, version->signed_by);

  if (version->state == RANG_VERSION_SIGNED)
    /* Translators: number of the version, who signed it, when. */
    return g_strdup_printf (_ ("Version %d, signed by %s at %s, waits for the delivery chief. Changes are amendments."),
                            version->number, signer, signed_at);
  decided_at = rang_words_instant (version->decided_at, view->settings->zone, view->session.day);
  /* Translators: number of the version, who signed it, when; who accepted it, when. */
  return g_strdup_printf (_ ("Version %d, signed by %s at %s, accepted by %s at %s. Changes are amendments."),
                          version->number, signer, signed_at, rang_day_view_person_name (view, version->decided_by),
                          decided_at);
}

void
rang_version_banner_show (RangVersionBanner *self, RangDesk *desk, gboolean only_waiting)
{
  const RangDayView *view = rang_desk_get_view (desk);
  const RangVersionInfo *version = view != NULL ? rang_day_view_get_newest (view) : NULL;
  gboolean waits = version != NULL && version->state == RANG_VERSION_SIGNED;
  g_autofree char *version_text = NULL, *some = NULL, *all = NULL, *text = NULL;

  g_return_if_fail (RANG_IS_VERSION_BANNER (self));

  g_set_object (&self->desk, desk);
  gtk_widget_set_visible (GTK_WIDGET (self), waits || (version != NULL && !only_waiting));
  if (version == NULL)
    return;
  version_text = say_version (view, version);
  some = say_changes (view, 3);
  all = say_changes (view, G_MAXUINT);
  /* Translators: the sentence of the banner, then what the amendment changes */
  text = *some != '\0' ? g_strdup_printf (_ ("%s It changes: %s"), version_text, some) : g_strdup (version_text);
  gtk_label_set_text (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), *all != '\0' ? all : NULL);
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
}
