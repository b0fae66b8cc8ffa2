/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for entering when a client's doors are open, and for erasing a contact. */
#include "order/rang-client-dialog.h"

#include <glib/gi18n.h>

#include "common/rang-dialog.h"
#include "common/rang-saving.h"
#include "office/rang-office-intake.h"
#include "office/rang-office-people.h"
#include "rang-compat.h"

/**
 * Door:
 * @address: (nullable): borrowed; %NULL for what holds where an address says nothing
 * @access: (nullable): only of an address
 *
 * The rows of one door.
 */
typedef struct
{
  RangAddress *address;
  GtkWidget *hours;
  GtkWidget *service;
  GtkWidget *access;
} Door;

struct _RangClientDialog
{
  AdwWindow parent_instance;
  AdwPreferencesPage *page;
  GtkWidget *save;
  GtkLabel *problem;
  RangDesk *desk;
  RangClient *client;
  AdwPreferencesGroup *contacts;
  GArray *doors; /* of Door */
};

G_DEFINE_FINAL_TYPE (RangClientDialog, rang_client_dialog, ADW_TYPE_WINDOW)

#define HOURS N_ ("Open (08:00-12:00, 13:00-17:00); the last hour is the closing hour")
#define SERVICE N_ ("Minutes at the door")
#define ACCESS N_ ("How to get in")

/* --- showing --- */

static GtkWidget *
add_row (AdwPreferencesGroup *group, const char *title, const char *text)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_preferences_group_add (group, row);
  return row;
}

static void
add_door (RangClientDialog *self, RangAddress *address)
{
  const RangClient *client = self->client;
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_autofree char *hours = address != NULL ? rang_hours_format (address->hours, &address->shut)
                                           : rang_hours_format (client->hours, &client->shut);
  gint32 service = address != NULL ? address->service : client->service;
  g_autofree char *minutes = service >= 0 ? g_strdup_printf ("%d", service / 60) : NULL;
  g_autofree char *place = address != NULL ? rang_place_to_text (&address->place) : NULL;
  g_autofree char *title = place != NULL ? g_markup_escape_text (place, -1) : NULL;
  Door door = { .address = address };

  adw_preferences_group_set_title (group, title != NULL ? title : _ ("Usually"));
  if (address == NULL)
    adw_preferences_group_set_description (group, _ ("Holds where an address says nothing of its own."));
  door.hours = add_row (group, _ (HOURS), hours);
  door.service = add_row (group, _ (SERVICE), minutes);
  if (address != NULL)
    door.access = add_row (group, _ (ACCESS), address->access_note);
  adw_preferences_page_add (self->page, group);
  g_array_append_val (self->doors, door);
}

/* --- contacts --- */

typedef struct
{
  RangClientDialog *dialog;
  GtkWidget *row;
  RangSession session;
  gint64 contact;
} Erasing;

static void
erasing_free (gpointer data)
{
  Erasing *erasing = data;

  g_object_unref (erasing->dialog);
  g_object_unref (erasing->row);
  g_free (erasing);
}

static gpointer
erase_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Erasing *erasing = data;

  return GINT_TO_POINTER (rang_office_erase_contact (office, &erasing->session, erasing->contact, error));
}

/* The row goes, and the contact from what will be saved. */
static void
drop_contact (RangClientDialog *self, GtkWidget *row, gint64 contact)
{
  for (guint i = 0; i < self->client->contacts->len; i++)
    if (((const RangContact *)self->client->contacts->pdata[i])->id == contact)
      {
        g_ptr_array_remove_index (self->client->contacts, i);
        break;
      }
  adw_preferences_group_remove (self->contacts, row);
  gtk_widget_set_visible (GTK_WIDGET (self->contacts), self->client->contacts->len > 0);
}

static void
erased_cb (GObject *owner, gpointer result, const GError *error)
{
  GtkWidget *row = GTK_WIDGET (owner);
  RangClientDialog *self = RANG_CLIENT_DIALOG (gtk_widget_get_root (row));

  if (error != NULL)
    rang_saving_refuse (self->problem, error->message);
  else
    drop_contact (self, row, *(gint64 *)g_object_get_data (owner, "contact"));
}

static void
erase_answered_cb (const char *response, gpointer data)
{
  Erasing *erasing = data;

  if (g_str_equal (response, "erase"))
    rang_desk_write (erasing->dialog->desk, erase_func, erasing, erasing_free, NULL, erasing->row, erased_cb);
  else
    erasing_free (erasing);
}

static void
erase_cb (GtkWidget *button, GtkWidget *row)
{
  RangClientDialog *self = RANG_CLIENT_DIALOG (gtk_widget_get_root (row));
  Erasing *erasing = g_new0 (Erasing, 1);

  erasing->dialog = g_object_ref (self);
  erasing->row = g_object_ref (row);
  erasing->session = *rang_desk_get_session (self->desk);
  erasing->contact = *(gint64 *)g_object_get_data (G_OBJECT (row), "contact");
  rang_compat_ask (GTK_WINDOW (self), _ ("Erase the contact?"),
                   _ ("Name, phone and mail go for good, on the orders too. The log never had them and stays whole."),
                   NULL, "erase", _ ("_Erase"), TRUE, erase_answered_cb, erasing);
}

static void
add_contact (RangClientDialog *self, const RangContact *contact)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Erase…"));
  const char *title = contact->name != NULL ? contact->name : _ ("Without a name");
  g_autofree char *both = contact->phone != NULL && contact->email != NULL
                              ? g_strdup_printf ("%s · %s", contact->phone, contact->email)
                              : g_strdup (contact->phone != NULL ? contact->phone : contact->email);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), both != NULL ? both : "");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (row), "contact", g_memdup2 (&contact->id, sizeof contact->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (erase_cb), row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->contacts, row);
}

static void
add_contacts (RangClientDialog *self)
{
  self->contacts = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->contacts, _ ("Contacts"));
  adw_preferences_group_set_description (self->contacts, _ ("A person who asks for it can be erased."));
  for (guint i = 0; i < self->client->contacts->len; i++)
    add_contact (self, self->client->contacts->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->contacts), self->client->contacts->len > 0);
  adw_preferences_page_add (self->page, self->contacts);
}

static gpointer
client_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, *(gint64 *)data);

  return rang_office_find_client (office, id, error);
}

static void
client_cb (GObject *owner, gpointer result, const GError *error)
{
  RangClientDialog *self = RANG_CLIENT_DIALOG (owner);

  if (result == NULL)
    {
      rang_saving_refuse (self->problem, error != NULL ? error->message : "");
      return;
    }
  self->client = rang_client_copy (result);
  gtk_window_set_title (GTK_WINDOW (self), self->client->name);
  add_door (self, NULL);
  for (guint i = 0; i < self->client->addresses->len; i++)
    add_door (self, self->client->addresses->pdata[i]);
  add_contacts (self);
  gtk_widget_set_sensitive (self->save, TRUE);
  gtk_widget_grab_focus (g_array_index (self->doors, Door, self->doors->len > 1 ? 1 : 0).hours);
}

/* --- saving --- */

typedef struct
{
  RangSession session;
  RangClient *client;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  rang_client_free (save->client);
  g_free (save);
}

static gpointer
save_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Save *save = data;

  return GINT_TO_POINTER (rang_office_save_client (office, &save->session, save->client, error));
}

static void
saved_cb (GObject *owner, gpointer result, const GError *error)
{
  RangClientDialog *self = RANG_CLIENT_DIALOG (owner);

  rang_saving_end (self->save, self->problem, error);
}

/* Says at the row what is wrong with it, or takes that back. */
static gboolean
mark (GtkWidget *row, const char *title, const char *wrong)
{
  g_autofree char *whole = wrong != NULL ? g_strdup_printf ("%s: %s", title, wrong) : NULL;

  if (wrong != NULL)
    {
      gtk_widget_add_css_class (row, "error");
      gtk_widget_grab_focus (row);
    }
  else
    gtk_widget_remove_css_class (row, "error");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), whole != NULL ? whole : title);
  return wrong == NULL;
}

static gboolean
read_door (const Door *door, RangTimeWindow *hours, RangShut *shut, gint32 *service)
{
  const char *minutes = gtk_editable_get_text (GTK_EDITABLE (door->service));
  gint64 number = -1;
  gboolean fine = rang_hours_parse (gtk_editable_get_text (GTK_EDITABLE (door->hours)), hours, shut);

  if (!mark (door->hours, _ (HOURS), fine ? NULL : _ ("give the hours in the order of the day")))
    return FALSE;
  fine = minutes[0] == '\0' || g_ascii_string_to_signed (minutes, 10, 0, 1440, &number, NULL);
  *service = number >= 0 ? (gint32)number * 60 : -1;
  return mark (door->service, _ (SERVICE), fine ? NULL : _ ("give a whole number"));
}

static gboolean
read_doors (RangClientDialog *self)
{
  RangClient *client = self->client;

  for (guint i = 0; i < self->doors->len; i++)
    {
      const Door *door = &g_array_index (self->doors, Door, i);
      RangAddress *address = door->address;

      if (!(address != NULL ? read_door (door, &address->hours, &address->shut, &address->service)
                            : read_door (door, &client->hours, &client->shut, &client->service)))
        return FALSE;
      if (address == NULL)
        continue;
      g_free (address->access_note);
      address->access_note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (door->access)));
    }
  return TRUE;
}

static void
save_cb (RangClientDialog *self)
{
  Save *save;

  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  if (!read_doors (self))
    return;
  save = g_new0 (Save, 1);
  save->session = *rang_desk_get_session (self->desk);
  save->client = rang_client_copy (self->client);
  gtk_widget_set_sensitive (self->save, FALSE);
  rang_desk_write (self->desk, save_func, save, save_free, NULL, self, saved_cb);
}

/* --- the dialog --- */

void
rang_client_dialog_open (GtkWindow *parent, RangDesk *desk, gint64 client)
{
  RangClientDialog *self = g_object_new (RANG_TYPE_CLIENT_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->desk = g_object_ref (desk);
  rang_desk_read (desk, client_func, g_memdup2 (&client, sizeof client), g_free, (GDestroyNotify)rang_client_free, NULL,
                  self, client_cb);
  rang_dialog_present (GTK_WINDOW (self));
}

static void
rang_client_dialog_finalize (GObject *object)
{
  RangClientDialog *self = RANG_CLIENT_DIALOG (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->client, rang_client_free);
  g_clear_pointer (&self->doors, g_array_unref);
  G_OBJECT_CLASS (rang_client_dialog_parent_class)->finalize (object);
}

static void
rang_client_dialog_class_init (RangClientDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rang_client_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-client-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RangClientDialog, page);
  gtk_widget_class_bind_template_child (widget_class, RangClientDialog, save);
  gtk_widget_class_bind_template_child (widget_class, RangClientDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rang_client_dialog_init (RangClientDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->doors = g_array_new (FALSE, FALSE, sizeof (Door));
}
