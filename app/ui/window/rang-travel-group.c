/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for showing and setting how fast the roads are. */
#include "window/rang-travel-group.h"

#include <glib/gi18n.h>

#include "office/rang-office-travel.h"
#include "office/rang-permission.h"
#include "rang-compat.h"

struct _RangTravelGroup
{
  AdwPreferencesGroup parent_instance;
  AdwEntryRow *speed;
  AdwEntryRow *hours;
  AdwActionRow *measured;
  GtkWidget *drop;
  GtkWidget *take;
  RangDesk *desk;
};

G_DEFINE_FINAL_TYPE (RangTravelGroup, rang_travel_group, ADW_TYPE_PREFERENCES_GROUP)

/* --- showing --- */

/**
 * Shown:
 *
 * What the office has set, by value.
 */
typedef struct
{
  RangTravelState state;
  gint32 speed;
  char *hours;
} Shown;

static void
shown_free (gpointer data)
{
  Shown *shown = data;

  g_free (shown->hours);
  g_free (shown);
}

static gpointer
state_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  Shown *shown = g_new0 (Shown, 1);
  const RangSettings *settings = rang_office_get_settings (office);

  shown->speed = settings->speed;
  shown->hours = rang_speeds_format (settings->speeds);
  if (rang_office_get_travel (office, &shown->state, error))
    return shown;
  shown_free (shown);
  return NULL;
}

static char *
say_measured (const RangTravelState *state)
{
  g_autofree char *places = NULL, *addresses = NULL;

  if (state->places == 0)
    return g_strdup (_ ("None: distances as the crow flies, times the road factor"));
  /* Translators: how many places were measured */
  places = g_strdup_printf (ngettext ("%u place", "%u places", state->places), state->places);
  addresses
      /* Translators: how many addresses of clients are among the measured places, and how many there are */
      = g_strdup_printf (ngettext ("%u of %u address of clients among them", "%u of %u addresses of clients among them",
                                   state->addresses),
                         state->known, state->addresses);
  /* Translators: "121 places"; "15 of 380 addresses of clients among them"; nothing or ", the depot is not" */
  return g_strdup_printf (_ ("%s; %s%s"), places, addresses, state->depot ? "" : _ (", the depot is not"));
}

static void
state_cb (GObject *owner, gpointer result, const GError *error)
{
  RangTravelGroup *self = RANG_TRAVEL_GROUP (owner);
  const Shown *shown = result;
  g_autofree char *speed = NULL, *measured = NULL;

  if (shown == NULL)
    {
      if (error != NULL)
        rang_desk_tell_error (self->desk, error->message);
      return;
    }
  speed = g_strdup_printf ("%d", (shown->speed + 500) / 1000);
  measured = say_measured (&shown->state);
  gtk_editable_set_text (GTK_EDITABLE (self->speed), speed);
  gtk_editable_set_text (GTK_EDITABLE (self->hours), shown->hours);
  adw_action_row_set_subtitle (self->measured, measured);
  gtk_widget_set_visible (self->drop, shown->state.places > 0);
}

static void
ask_state (RangTravelGroup *self)
{
  rang_desk_read (self->desk, state_func, NULL, NULL, shown_free, NULL, self, state_cb);
}

/* --- changing --- */

/**
 * Change:
 * @speed: metres an hour, 0 as it is; @speeds: used with @by_hour
 * @files: (nullable): measured travel
 * @drop: no more of it
 */
typedef struct
{
  RangSession session;
  gint32 speed;
  gboolean by_hour;
  gint32 speeds[RANG_N_HOURS];
  char **files;
  gboolean drop;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_strfreev (change->files);
  g_free (change);
}

static gpointer
change_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;
  const char *const *files = (const char *const *)change->files;

  if (change->drop)
    return GINT_TO_POINTER (rang_office_drop_travel (office, &change->session, error));
  if (files != NULL)
    return GINT_TO_POINTER (rang_office_take_travel_files (office, &change->session, files, error));
  return GINT_TO_POINTER (rang_office_set_speeds (office, &change->session, change->speed, 0,
                                                  change->by_hour ? change->speeds : NULL, error));
}

static void
change_cb (GObject *owner, gpointer result, const GError *error)
{
  RangTravelGroup *self = RANG_TRAVEL_GROUP (owner);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->measured), FALSE);
  if (error != NULL)
    adw_action_row_set_subtitle (self->measured, error->message);
  else
    ask_state (self);
}

static Change *
change_new (RangTravelGroup *self)
{
  Change *change = g_new0 (Change, 1);

  change->session = *rang_desk_get_session (self->desk);
  return change;
}

static void
write_change (RangTravelGroup *self, Change *change)
{
  rang_desk_write (self->desk, change_func, change, change_free, NULL, self, change_cb);
}

static void
complain (RangTravelGroup *self, GtkWidget *row, const char *text)
{
  gtk_widget_add_css_class (row, "error");
  gtk_widget_grab_focus (row);
  rang_desk_announce (self->desk, text);
}

static void
speed_applied_cb (RangTravelGroup *self)
{
  GtkWidget *row = GTK_WIDGET (self->speed);
  gint64 speed;
  Change *change;

  if (!g_ascii_string_to_signed (gtk_editable_get_text (GTK_EDITABLE (row)), 10, 1, 200, &speed, NULL))
    {
      complain (self, row, _ ("That is no speed; give whole km/h from 1 to 200."));
      return;
    }
  gtk_widget_remove_css_class (row, "error");
  change = change_new (self);
  change->speed = (gint32)speed * 1000;
  write_change (self, change);
}

static void
hours_applied_cb (RangTravelGroup *self)
{
  GtkWidget *row = GTK_WIDGET (self->hours);
  Change *change = change_new (self);

  change->by_hour = TRUE;
  if (!rang_speeds_parse (gtk_editable_get_text (GTK_EDITABLE (row)), change->speeds))
    {
      complain (self, row, _ ("That cannot be read; give hours with 10 to 300 per cent, such as 7-9=60, 16-18=70."));
      change_free (change);
      return;
    }
  gtk_widget_remove_css_class (row, "error");
  write_change (self, change);
}

static void
drop_cb (RangTravelGroup *self)
{
  Change *change = change_new (self);

  change->drop = TRUE;
  write_change (self, change);
}

static void
chosen_cb (GListModel *files, gpointer data)
{
  RangTravelGroup *self = data;
  guint n = g_list_model_get_n_items (files);
  Change *change = change_new (self);

  change->files = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      change->files[i] = g_file_get_path (file);
    }
  write_change (self, change);
}

static void
take_cb (RangTravelGroup *self)
{
  rang_compat_choose_files (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                            _ ("The places, the seconds and, if there are, the metres"), NULL, chosen_cb, self);
}

static void
rang_travel_group_dispose (GObject *object)
{
  g_clear_object (&RANG_TRAVEL_GROUP (object)->desk);
  G_OBJECT_CLASS (rang_travel_group_parent_class)->dispose (object);
}

static void
rang_travel_group_class_init (RangTravelGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_travel_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-travel-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RangTravelGroup, speed);
  gtk_widget_class_bind_template_child (widget_class, RangTravelGroup, hours);
  gtk_widget_class_bind_template_child (widget_class, RangTravelGroup, measured);
  gtk_widget_class_bind_template_child (widget_class, RangTravelGroup, drop);
  gtk_widget_class_bind_template_child (widget_class, RangTravelGroup, take);
  gtk_widget_class_bind_template_callback (widget_class, speed_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, hours_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, drop_cb);
  gtk_widget_class_bind_template_callback (widget_class, take_cb);
}

static void
rang_travel_group_init (RangTravelGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rang_travel_group_set_desk (RangTravelGroup *self, RangDesk *desk)
{
  gboolean may;

  g_return_if_fail (RANG_IS_TRAVEL_GROUP (self) && RANG_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  may = rang_desk_may (desk, RANG_ACTION_MANAGE_OFFICE, 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->speed), may);
  gtk_widget_set_sensitive (GTK_WIDGET (self->hours), may);
  gtk_widget_set_sensitive (self->take, may);
  gtk_widget_set_sensitive (self->drop, may);
  ask_state (self);
}
