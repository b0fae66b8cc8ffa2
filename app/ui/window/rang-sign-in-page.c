/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for asking the acting person's password. */
#include "window/rang-sign-in-page.h"

#include <glib/gi18n.h>

#include "common/rang-dialog.h"
#include "common/rang-words.h"
#include "desk/rang-acting.h"

struct _RangSignInPage
{
  AdwBin parent_instance;
  AdwStatusPage *status;
  GtkPasswordEntry *password;
  GtkButton *sign_in;
  GtkLabel *problem;
  RangDesk *desk;
  gint64 person;
};

G_DEFINE_FINAL_TYPE (RangSignInPage, rang_sign_in_page, ADW_TYPE_BIN)

static void
signed_in_cb (GObject *owner, gpointer result, const GError *error)
{
  RangSignInPage *self = RANG_SIGN_IN_PAGE (owner);

  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_in), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), error != NULL);
  if (error == NULL)
    return;
  rang_words_tell (self->problem, error->message);
  gtk_widget_grab_focus (GTK_WIDGET (self->password));
}

static void
sign_in_cb (RangSignInPage *self)
{
  const char *password = gtk_editable_get_text (GTK_EDITABLE (self->password));

  if (self->desk == NULL || *password == '\0')
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->sign_in), FALSE);
  rang_desk_sign_in (self->desk, password, self, signed_in_cb);
}

void
rang_sign_in_page_show (RangSignInPage *self, RangDesk *desk)
{
  const RangDayView *view = rang_desk_get_view (desk);
  gint64 person = rang_desk_get_session (desk)->person;
  g_autofree char *deputies = rang_acting_describe (view, person);
  g_autofree char *text
      = g_strdup_printf ("%s%s%s", deputies != NULL ? deputies : "", deputies != NULL ? "\n" : "",
                         _ ("Enter your password, or choose another name at the top."));
  g_autofree char *markup = g_markup_escape_text (text, -1);

  g_set_object (&self->desk, desk);
  adw_status_page_set_title (self->status, rang_day_view_person_name (view, person));
  adw_status_page_set_description (self->status, markup);
  if (self->person == person && gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->person = person;
  gtk_editable_set_text (GTK_EDITABLE (self->password), "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->password));
}

static void
rang_sign_in_page_dispose (GObject *object)
{
  g_clear_object (&RANG_SIGN_IN_PAGE (object)->desk);
  G_OBJECT_CLASS (rang_sign_in_page_parent_class)->dispose (object);
}

static void
rang_sign_in_page_class_init (RangSignInPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_sign_in_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-sign-in-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RangSignInPage, status);
  gtk_widget_class_bind_template_child (widget_class, RangSignInPage, password);
  gtk_widget_class_bind_template_child (widget_class, RangSignInPage, sign_in);
  gtk_widget_class_bind_template_child (widget_class, RangSignInPage, problem);
  gtk_widget_class_bind_template_callback (widget_class, sign_in_cb);
}

static void
rang_sign_in_page_init (RangSignInPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rang_dialog_guard_password (GTK_WIDGET (self->password));
}
