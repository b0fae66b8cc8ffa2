/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the preferences of one person's window. */
#include "window/rang-preferences.h"

#include <glib/gi18n.h>

#include "common/rang-choice.h"
#include "common/rang-dialog.h"
#include "office/rang-office-push.h"
#include "office/rang-permission.h"
#include "window/rang-application.h"
#include "window/rang-fields-group.h"
#include "window/rang-rates-group.h"
#include "window/rang-travel-group.h"

struct _RangPreferences
{
  AdwWindow parent_instance;
  AdwComboRow *language;
  AdwComboRow *style;
  GtkWidget *office;
  AdwEntryRow *pushes;
  RangRatesGroup *rates;
  RangFieldsGroup *fields;
  RangTravelGroup *travel;
  RangDesk *desk;
};

G_DEFINE_FINAL_TYPE (RangPreferences, rang_preferences, ADW_TYPE_WINDOW)

/* In the order of the choices that the templates show. */
static const char *const languages[] = { "system", "ro", "en" };
static const char *const styles[] = { "system", "light", "dark" };

static void
show_choice (AdwComboRow *row, const char *key, const char *const *values, guint n)
{
  g_autofree char *value = g_settings_get_string (rang_ui_get_settings (), key);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (values[i], value))
      adw_combo_row_set_selected (row, i);
}

static void
keep_choice (AdwComboRow *row, const char *key, const char *const *values)
{
  if (rang_ui_get_settings () != NULL)
    g_settings_set_string (rang_ui_get_settings (), key, values[adw_combo_row_get_selected (row)]);
}

static void
language_cb (RangPreferences *self)
{
  keep_choice (self->language, "language", languages);
}

static void
style_cb (RangPreferences *self)
{
  keep_choice (self->style, "color-scheme", styles);
}

/* --- what holds for the whole office --- */

typedef struct
{
  RangSession session;
  int most;
} Limit;

static gpointer
limit_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Limit *limit = data;

  return GINT_TO_POINTER (rang_office_set_most_pushes (office, &limit->session, limit->most, error));
}

static void
show_pushes (RangPreferences *self)
{
  g_autofree char *text = g_strdup_printf ("%d", rang_desk_get_view (self->desk)->settings->most_pushes);

  gtk_editable_set_text (GTK_EDITABLE (self->pushes), text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->pushes), rang_desk_may (self->desk, RANG_ACTION_MANAGE_OFFICE, 0));
}

static void
limited_cb (GObject *owner, gpointer result, const GError *error)
{
  if (error != NULL)
    show_pushes (RANG_PREFERENCES (owner));
}

static void
pushes_cb (RangPreferences *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->pushes));
  guint64 most;
  Limit *limit;

  if (!g_ascii_string_to_unsigned (text, 10, 0, 1000, &most, NULL))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->pushes), "error");
      rang_desk_announce (self->desk, _ ("That is no number from 0 to 1000."));
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->pushes), "error");
  limit = g_new0 (Limit, 1);
  limit->session = *rang_desk_get_session (self->desk);
  limit->most = (int)most;
  rang_desk_write (self->desk, limit_func, limit, g_free, NULL, self, limited_cb);
}

static void
rang_preferences_dispose (GObject *object)
{
  g_clear_object (&RANG_PREFERENCES (object)->desk);
  G_OBJECT_CLASS (rang_preferences_parent_class)->dispose (object);
}

void
rang_preferences_open (GtkWindow *parent, RangDesk *desk)
{
  RangPreferences *self = g_object_new (RANG_TYPE_PREFERENCES, "transient-for", parent, "modal", TRUE, NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->rates), desk != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->fields), desk != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->travel), desk != NULL);
  gtk_widget_set_visible (self->office, desk != NULL && rang_desk_get_view (desk) != NULL);
  if (desk != NULL)
    {
      self->desk = g_object_ref (desk);
      rang_travel_group_set_desk (self->travel, desk);
      rang_rates_group_set_desk (self->rates, desk);
      rang_fields_group_set_desk (self->fields, desk);
    }
  if (gtk_widget_get_visible (self->office))
    show_pushes (self);
  rang_dialog_present (GTK_WINDOW (self));
}

static void
rang_preferences_class_init (RangPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_preferences_dispose;
  g_type_ensure (RANG_TYPE_RATES_GROUP);
  g_type_ensure (RANG_TYPE_FIELDS_GROUP);
  g_type_ensure (RANG_TYPE_TRAVEL_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-preferences.ui");
  gtk_widget_class_bind_template_child (widget_class, RangPreferences, language);
  gtk_widget_class_bind_template_child (widget_class, RangPreferences, style);
  gtk_widget_class_bind_template_child (widget_class, RangPreferences, office);
  gtk_widget_class_bind_template_child (widget_class, RangPreferences, pushes);
  gtk_widget_class_bind_template_child (widget_class, RangPreferences, rates);
  gtk_widget_class_bind_template_callback (widget_class, pushes_cb);
  gtk_widget_class_bind_template_child (widget_class, RangPreferences, fields);
  gtk_widget_class_bind_template_child (widget_class, RangPreferences, travel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rang_preferences_init (RangPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rang_choice_name_items (GTK_WIDGET (self->language));
  rang_choice_name_items (GTK_WIDGET (self->style));
  if (rang_ui_get_settings () != NULL)
    {
      show_choice (self->language, "language", languages, G_N_ELEMENTS (languages));
      show_choice (self->style, "color-scheme", styles, G_N_ELEMENTS (styles));
    }
  g_signal_connect_swapped (self->language, "notify::selected", G_CALLBACK (language_cb), self);
  g_signal_connect_swapped (self->style, "notify::selected", G_CALLBACK (style_cb), self);
}
