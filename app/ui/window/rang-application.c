/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the program: its options, its language and style, its window. */
#include "window/rang-application.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "base/rang-clock.h"
#include "base/rang-day.h"
#include "common/rang-wrap-layout.h"
#include "desk/rang-desk.h"
#include "office/rang-office.h"
#include "rang-compat.h"
#include "rang-config.h"
#include "window/rang-app-window.h"

GResource *
rang_get_resource (void);

struct _RangApplication
{
  AdwApplication parent_instance;
  RangClock *clock;
  char *store;
  char *person;
  RangDay day;
  RangDesk *desk;   /* that reads the day while GTK starts, until the window has it */
  guint presenting; /* source */
};

/* A window that has nothing to show for so long says that it is opening. */
#define PRESENT_AFTER_MS 400

G_DEFINE_FINAL_TYPE (RangApplication, rang_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[]
    = { { "store", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_ ("The office's file"), N_ ("FILE") },
        { "as", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("Who acts: an id or a full name"), N_ ("PERSON") },
        { "day", 0, 0, G_OPTION_ARG_STRING, NULL, N_ ("The day that is worked on"), N_ ("YYYY-MM-DD") },
        { NULL } };

/* --- language and settings --- */

/* From the build tree the schema lies in the build folder, which GSettings does not know by itself. */
static GSettingsSchema *
find_schema (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchemaSource) built = NULL;
  GSettingsSchema *schema = source != NULL ? g_settings_schema_source_lookup (source, "ro.rang.Rang", TRUE) : NULL;

  if (schema != NULL)
    return schema;
  built = g_settings_schema_source_new_from_directory (RANG_BUILD_SCHEMADIR, source, FALSE, NULL);
  return built != NULL ? g_settings_schema_source_lookup (built, "ro.rang.Rang", FALSE) : NULL;
}

GSettings *
rang_ui_get_settings (void)
{
  static gsize ready = 0;
  static GSettings *settings = NULL;

  if (g_once_init_enter (&ready))
    {
      g_autoptr (GSettingsSchema) schema = find_schema ();

      if (schema != NULL)
        settings = g_settings_new_full (schema, NULL, NULL);
      g_once_init_leave (&ready, 1);
    }
  return settings;
}

static void
choose_language (void)
{
  GSettings *settings = rang_ui_get_settings ();
  g_autofree char *language = settings != NULL ? g_settings_get_string (settings, "language") : NULL;
  g_autofree char *built = g_build_filename (RANG_BUILD_LOCALEDIR, "ro", NULL);

  if (language != NULL && !g_str_equal (language, "system"))
    g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_file_test (built, G_FILE_TEST_IS_DIR) ? RANG_BUILD_LOCALEDIR : RANG_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

void
rang_ui_init (void)
{
  choose_language ();
  /* That was it: from here on another thread may be speaking. */
  gtk_disable_setlocale ();
  g_resources_register (rang_get_resource ());
  /* Templates of several pages name it. */
  g_type_ensure (RANG_TYPE_WRAP_LAYOUT);
}

/* --- the application --- */

static gboolean
present_cb (gpointer data)
{
  RangApplication *self = data;

  self->presenting = 0;
  for (GList *list = gtk_application_get_windows (GTK_APPLICATION (self)); list != NULL; list = list->next)
    gtk_window_present (list->data);
  return G_SOURCE_REMOVE;
}

/* Something can be shown: the day, or why there is none. */
static void
read_cb (RangApplication *self)
{
  if (self->presenting == 0)
    return;
  g_clear_handle_id (&self->presenting, g_source_remove);
  present_cb (self);
}

/* The day is read while GTK starts and the window is made; the window waits a moment for it, so that its first frame is
 * the board. */
static void
rang_application_activate (GApplication *application)
{
  RangApplication *self = RANG_APPLICATION (application);
  gboolean waits = self->desk != NULL;

  if (gtk_application_get_windows (GTK_APPLICATION (self)) == NULL)
    rang_app_window_new_at_desk (GTK_APPLICATION (self), self->store, self->clock, self->person, self->day, self->desk);
  g_clear_object (&self->desk);
  if (waits && self->presenting == 0)
    self->presenting = g_timeout_add (PRESENT_AFTER_MS, present_cb, self);
  else
    present_cb (self);
}

/* Before GTK: it takes as long as the store. */
static void
open_desk (RangApplication *self)
{
  g_autofree char *path = self->store != NULL ? g_strdup (self->store) : rang_office_default_path ();

  if (rang_office_is_absent (path))
    return;
  self->desk = rang_desk_new (path, self->clock, self->person, self->day);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (self->desk, "problem", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  rang_desk_open (self->desk);
}

static int
rang_application_handle_local_options (GApplication *application, GVariantDict *given)
{
  RangApplication *self = RANG_APPLICATION (application);
  g_autofree char *day = NULL;

  g_variant_dict_lookup (given, "store", "^ay", &self->store);
  g_variant_dict_lookup (given, "as", "s", &self->person);
  if (g_variant_dict_lookup (given, "day", "s", &day))
    {
      self->day = rang_day_parse (day);
      if (self->day == RANG_DAY_NONE)
        {
          /* Translators: %s is what was given as a day. */
          g_printerr (_ ("rang: --day %s: not a day; write it as 2026-11-24\n"), day);
          return 2;
        }
    }
  open_desk (self);
  return -1;
}

static void
color_scheme_changed_cb (GSettings *settings)
{
  g_autofree char *scheme = g_settings_get_string (settings, "color-scheme");

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      g_str_equal (scheme, "dark")    ? ADW_COLOR_SCHEME_FORCE_DARK
                                      : g_str_equal (scheme, "light") ? ADW_COLOR_SCHEME_FORCE_LIGHT
                                                                      : ADW_COLOR_SCHEME_DEFAULT);
}

static void
rang_application_startup (GApplication *application)
{
  GSettings *settings = rang_ui_get_settings ();

  G_APPLICATION_CLASS (rang_application_parent_class)->startup (application);
  gtk_window_set_default_icon_name ("ro.rang.Rang");
  rang_compat_name_mnemonics ();
  if (settings != NULL)
    {
      g_signal_connect_object (settings, "changed::color-scheme", G_CALLBACK (color_scheme_changed_cb), application, 0);
      color_scheme_changed_cb (settings);
    }
}

static void
rang_application_finalize (GObject *object)
{
  RangApplication *self = RANG_APPLICATION (object);

  g_clear_handle_id (&self->presenting, g_source_remove);
  g_clear_object (&self->desk);
  g_clear_pointer (&self->clock, rang_clock_unref);
  g_free (self->store);
  g_free (self->person);
  G_OBJECT_CLASS (rang_application_parent_class)->finalize (object);
}

static void
rang_application_class_init (RangApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rang_application_finalize;
  application_class->activate = rang_application_activate;
  application_class->startup = rang_application_startup;
  application_class->handle_local_options = rang_application_handle_local_options;
}

static void
rang_application_init (RangApplication *self)
{
  self->clock = rang_clock_new_system ();
  self->day = RANG_DAY_NONE;
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

RangApplication *
rang_application_new (void)
{
  /* Every start is a window of its own: two people at one machine, two days side by side. */
  return g_object_new (RANG_TYPE_APPLICATION, "application-id", "ro.rang.Rang", "flags", G_APPLICATION_NON_UNIQUE,
                       "resource-base-path", "/ro/rang/Rang", NULL);
}
