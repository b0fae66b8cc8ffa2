/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for entering and changing one van. */
#include "deliveries/rang-van-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

#include "common/rang-dialog.h"
#include "common/rang-words.h"
#include "common/rang-saving.h"
#include "office/rang-office-delivery.h"

typedef enum
{
  TEXT_NAME,
  TEXT_PLATE,
  TEXT_CAPACITY,
  TEXT_PARCELS,
  TEXT_FROM,
  TEXT_TO,
  TEXT_BREAKS,
  TEXT_START,
  TEXT_START_NAME,
  TEXT_END,
  TEXT_END_NAME,
  N_TEXTS
} Text;

static const char *const labels[N_TEXTS] = {
  [TEXT_NAME] = N_ ("Name"),
  [TEXT_PLATE] = N_ ("Number plate"),
  [TEXT_CAPACITY] = N_ ("Carries, in kg (empty: without limit)"),
  [TEXT_PARCELS] = N_ ("Parcels (empty: without limit)"),
  [TEXT_FROM] = N_ ("Shift from (08:00)"),
  [TEXT_TO] = N_ ("Shift to (17:00)"),
  [TEXT_BREAKS] = N_ ("Breaks (12:00-13:00, or 11:30-14:00/30)"),
  [TEXT_START] = N_ ("Starts at (coordinates)"),
  [TEXT_START_NAME] = N_ ("Name of that place"),
  [TEXT_END] = N_ ("Ends at (coordinates)"),
  [TEXT_END_NAME] = N_ ("Name of that place"),
};

struct _RangVanDialog
{
  AdwWindow parent_instance;
  AdwPreferencesGroup *what;
  AdwPreferencesGroup *day;
  AdwPreferencesGroup *where;
  AdwPreferencesGroup *use;
  AdwComboRow *courier;
  GtkSwitch *lift;
  GtkSwitch *cold;
  GtkSwitch *in_use;
  GtkWidget *save;
  GtkLabel *problem;
  GtkWidget *rows[N_TEXTS];
  RangDesk *desk;
  RangResource *van;
  GArray *couriers; /* of gint64, in the order of the choice; 0 nobody */
};

G_DEFINE_FINAL_TYPE (RangVanDialog, rang_van_dialog, ADW_TYPE_WINDOW)

/* --- showing --- */

static char *
or_empty (char *text)
{
  return text != NULL ? text : g_strdup ("");
}

static char *
write_number (gint64 number)
{
  return number > 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : g_strdup ("");
}

static char *
write_place (const RangPlace *place)
{
  char lat[G_ASCII_DTOSTR_BUF_SIZE], lon[G_ASCII_DTOSTR_BUF_SIZE];

  if (!place->located)
    return g_strdup ("");
  g_ascii_formatd (lat, sizeof lat, "%.6f", place->lat / 1e6);
  g_ascii_formatd (lon, sizeof lon, "%.6f", place->lon / 1e6);
  return g_strdup_printf ("%s, %s", lat, lon);
}

static char *
write_field (const RangResource *van, Text field)
{
  switch (field)
    {
    case TEXT_NAME:
      return or_empty (g_strdup (van->name));
    case TEXT_PLATE:
      return or_empty (g_strdup (van->plate));
    case TEXT_CAPACITY:
      return write_number (van->capacity / 1000);
    case TEXT_PARCELS:
      return write_number (van->capacity_parcels);
    case TEXT_FROM:
      return or_empty (rang_time_format (van->shift.from));
    case TEXT_TO:
      return or_empty (rang_time_format (van->shift.to));
    case TEXT_BREAKS:
      return rang_breaks_format (&van->breaks);
    case TEXT_START:
      return write_place (&van->start);
    case TEXT_START_NAME:
      return or_empty (g_strdup (van->start.street));
    case TEXT_END:
      return write_place (&van->end);
    case TEXT_END_NAME:
      return or_empty (g_strdup (van->end.street));
    case N_TEXTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
fill_couriers (RangVanDialog *self, const RangDayView *view)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  gint64 nobody = 0;
  guint chosen = 0;

  gtk_string_list_append (names, _ ("Nobody"));
  g_array_append_val (self->couriers, nobody);
  for (guint i = 0; i < view->people->len; i++)
    {
      const RangPerson *person = view->people->pdata[i];

      if (!person->active || !rang_person_has_role (person, RANG_ROLE_COURIER, 0))
        continue;
      if (person->id == self->van->courier)
        chosen = self->couriers->len;
      gtk_string_list_append (names, person->name);
      g_array_append_val (self->couriers, person->id);
    }
  adw_combo_row_set_model (self->courier, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->courier, chosen);
}

static void
show (RangVanDialog *self, const RangDayView *view)
{
  for (Text field = 0; field < N_TEXTS; field++)
    {
      g_autofree char *text = write_field (self->van, field);

      gtk_editable_set_text (GTK_EDITABLE (self->rows[field]), text);
    }
  gtk_switch_set_active (self->lift, (self->van->skills & RANG_SKILL_LIFT) != 0);
  gtk_switch_set_active (self->cold, (self->van->skills & RANG_SKILL_COLD) != 0);
  gtk_switch_set_active (self->in_use, self->van->active);
  fill_couriers (self, view);
}

/* --- reading --- */

static const char *
read_number (const char *text, gint64 *number)
{
  *number = 0;
  return text[0] == '\0' || g_ascii_string_to_signed (text, 10, 0, 100000, number, NULL) ? NULL
                                                                                         : _ ("give a whole number");
}

static const char *
read_time (const char *text, RangTime *time)
{
  *time = rang_time_parse (text);
  return *time != RANG_TIME_NONE ? NULL : _ ("give the time as 09:00");
}

static const char *
read_place (const char *text, RangPlace *place)
{
  place->located = text[0] != '\0' && rang_place_parse_coordinates (text, &place->lat, &place->lon);
  return text[0] == '\0' || place->located ? NULL : _ ("give latitude, longitude in degrees");
}

static const char *
take_text (const char *text, char **into)
{
  g_free (*into);
  *into = text[0] != '\0' ? g_strdup (text) : NULL;
  return NULL;
}

/* Returns: what is wrong */
static const char *
read_field (RangResource *van, Text field, const char *text)
{
  const char *wrong;
  gint64 number;

  switch (field)
    {
    case TEXT_NAME:
      take_text (text, &van->name);
      return van->name != NULL ? NULL : _ ("give it a name");
    case TEXT_PLATE:
      return take_text (text, &van->plate);
    case TEXT_CAPACITY:
      wrong = read_number (text, &number);
      van->capacity = number * 1000;
      return wrong;
    case TEXT_PARCELS:
      wrong = read_number (text, &number);
      van->capacity_parcels = (gint32)number;
      return wrong;
    case TEXT_FROM:
      return read_time (text, &van->shift.from);
    case TEXT_TO:
      return read_time (text, &van->shift.to);
    case TEXT_BREAKS:
      return rang_breaks_parse (text, &van->breaks) ? NULL : _ ("give up to four, such as 12:00-13:00");
    case TEXT_START:
      return read_place (text, &van->start);
    case TEXT_START_NAME:
      return take_text (text, &van->start.street);
    case TEXT_END:
      return read_place (text, &van->end);
    case TEXT_END_NAME:
      return take_text (text, &van->end.street);
    case N_TEXTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Says at the field what is wrong with it, in place of the hint in brackets, or takes that back. */
static void
mark (RangVanDialog *self, Text field, const char *wrong)
{
  const char *label = _ (labels[field]), *hint = strstr (label, " (");
  int length = hint != NULL ? (int)(hint - label) : (int)strlen (label);
  g_autofree char *title = wrong != NULL ? g_strdup_printf ("%.*s: %s", length, label, wrong) : NULL;

  if (wrong != NULL)
    gtk_widget_add_css_class (self->rows[field], "error");
  else
    gtk_widget_remove_css_class (self->rows[field], "error");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rows[field]), title != NULL ? title : label);
}

static gboolean
read_fields (RangVanDialog *self, RangResource *van)
{
  gboolean fine = TRUE;

  for (Text field = 0; field < N_TEXTS; field++)
    {
      const char *wrong = read_field (van, field, gtk_editable_get_text (GTK_EDITABLE (self->rows[field])));

      mark (self, field, wrong);
      if (wrong != NULL && fine)
        gtk_widget_grab_focus (self->rows[field]);
      fine = fine && wrong == NULL;
    }
  return fine;
}

/* --- saving --- */

typedef struct
{
  RangSession session;
  RangResource *van;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  rang_resource_free (save->van);
  g_free (save);
}

static gpointer
save_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Save *save = data;

  return GINT_TO_POINTER (rang_office_save_van (office, &save->session, save->van, error) != 0);
}

static void
saved_cb (GObject *owner, gpointer result, const GError *error)
{
  RangVanDialog *self = RANG_VAN_DIALOG (owner);

  rang_saving_end (self->save, self->problem, error);
}

static void
save_cb (RangVanDialog *self)
{
  Save *save = g_new0 (Save, 1);
  guint courier = adw_combo_row_get_selected (self->courier);

  save->session = *rang_desk_get_session (self->desk);
  save->van = rang_resource_copy (self->van);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  if (!read_fields (self, save->van))
    {
      save_free (save);
      return;
    }
  save->van->skills = (gtk_switch_get_active (self->lift) ? (guint32)RANG_SKILL_LIFT : 0)
                      | (gtk_switch_get_active (self->cold) ? (guint32)RANG_SKILL_COLD : 0);
  save->van->active = gtk_switch_get_active (self->in_use);
  if (courier < self->couriers->len)
    save->van->courier = g_array_index (self->couriers, gint64, courier);
  gtk_widget_set_sensitive (self->save, FALSE);
  rang_desk_write (self->desk, save_func, save, save_free, NULL, self, saved_cb);
}

/* --- the dialog --- */

static RangResource *
find_van (const RangDayView *view, gint64 id)
{
  for (guint i = 0; i < view->resources->len; i++)
    if (((const RangResource *)view->resources->pdata[i])->id == id)
      return rang_resource_copy (view->resources->pdata[i]);
  return rang_resource_new ();
}

void
rang_van_dialog_open (GtkWindow *parent, RangDesk *desk, gint64 van)
{
  const RangDayView *view = rang_desk_get_view (desk);
  RangVanDialog *self;

  if (view == NULL)
    return;
  self = g_object_new (RANG_TYPE_VAN_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  self->desk = g_object_ref (desk);
  self->van = find_van (view, van);
  gtk_window_set_title (GTK_WINDOW (self), van != 0 ? self->van->name : _ ("New van"));
  show (self, view);
  gtk_widget_grab_focus (self->rows[TEXT_NAME]);
  rang_dialog_present (GTK_WINDOW (self));
}

static void
rang_van_dialog_dispose (GObject *object)
{
  RangVanDialog *self = RANG_VAN_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->van, rang_resource_free);
  g_clear_pointer (&self->couriers, g_array_unref);
  G_OBJECT_CLASS (rang_van_dialog_parent_class)->dispose (object);
}

static void
rang_van_dialog_class_init (RangVanDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_van_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-van-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RangVanDialog, what);
  gtk_widget_class_bind_template_child (widget_class, RangVanDialog, day);
  gtk_widget_class_bind_template_child (widget_class, RangVanDialog, where);
  gtk_widget_class_bind_template_child (widget_class, RangVanDialog, use);
  gtk_widget_class_bind_template_child (widget_class, RangVanDialog, courier);
  gtk_widget_class_bind_template_child (widget_class, RangVanDialog, save);
  gtk_widget_class_bind_template_child (widget_class, RangVanDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkSwitch *
add_switch (AdwPreferencesGroup *group, const char *title, const char *subtitle)
{
  GtkWidget *row = adw_action_row_new (), *toggle = gtk_switch_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  adw_preferences_group_add (group, row);
  return GTK_SWITCH (toggle);
}

static void
rang_van_dialog_init (RangVanDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->couriers = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (Text field = 0; field < N_TEXTS; field++)
    {
      GtkWidget *row = adw_entry_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (labels[field]));
      adw_preferences_group_add (field < TEXT_FROM ? self->what : field < TEXT_START ? self->day : self->where, row);
      self->rows[field] = row;
    }
  self->lift = add_switch (self->what, _ ("Lift"), _ ("Takes orders that need a lift"));
  self->cold = add_switch (self->what, _ ("Cooling"), _ ("Takes orders that need to stay cold"));
  self->in_use = add_switch (self->use, _ ("In use"), _ ("Off: it is on no roster from today on"));
}
