/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what differs between versions of GTK and libadwaita. */
#include "rang-compat.h"

#include <glib/gi18n.h>
#include <string.h>

#include "rang-config.h"

void
rang_compat_lookup_color (GtkWidget *widget, const char *name, GdkRGBA *color)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, color))
    *color = (GdkRGBA){ 0, 0, 0, 1 };
}

void
rang_compat_scroll_to (GtkListView *list, guint position)
{
  g_return_if_fail (GTK_IS_LIST_VIEW (list));

  gtk_widget_activate_action (GTK_WIDGET (list), "list.scroll-to-item", "u", position);
}

void
rang_compat_label_list_item (GtkWidget *child, const char *name, const char *description)
{
  GtkWidget *row = gtk_widget_get_parent (child);

  if (row == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description != NULL ? description : "", -1);
}

static GtkWidget *
find_label (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_LABEL (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_label (child);
  return found;
}

void
rang_compat_align_head_right (GtkColumnView *view, guint column)
{
  GtkWidget *heads, *label;

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  heads = gtk_widget_get_first_child (GTK_WIDGET (view));
  heads = heads != NULL ? gtk_widget_get_first_child (heads) : NULL;
  for (guint i = 0; heads != NULL && i < column; i++)
    heads = gtk_widget_get_next_sibling (heads);
  label = heads != NULL ? find_label (heads) : NULL;
  if (label == NULL)
    return;
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
}

static gboolean
realized_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GObject *widget = g_value_get_object (&values[0]);

  if (GTK_IS_POPOVER (widget))
    {
      gtk_popover_set_has_arrow (GTK_POPOVER (widget), FALSE);
      gtk_widget_add_css_class (GTK_WIDGET (widget), "uncomposited");
    }
  return TRUE;
}

void
rang_compat_simplify_popovers (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, realized_cb, NULL, NULL);
      g_once_init_leave (&done, 1);
    }
}

/* "The _Van Itself…" is "The Van Itself…" for whom it is read to. */
static char *
without_mnemonic (const char *label)
{
  GString *text = g_string_new (NULL);

  for (const char *c = label; *c != '\0'; c++)
    if (*c != '_' || (c[1] == '_' && *++c != '\0'))
      g_string_append_c (text, *c);
  return g_string_free (text, FALSE);
}

static gboolean
button_realized_cb (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  GObject *widget = g_value_get_object (&values[0]);
  const char *label = NULL;
  g_autofree char *name = NULL;

  if (GTK_IS_BUTTON (widget) && gtk_button_get_use_underline (GTK_BUTTON (widget)))
    label = gtk_button_get_label (GTK_BUTTON (widget));
  else if (GTK_IS_CHECK_BUTTON (widget) && gtk_check_button_get_use_underline (GTK_CHECK_BUTTON (widget)))
    label = gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));
  if (label == NULL || strchr (label, '_') == NULL)
    return TRUE;
  name = without_mnemonic (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* What the mnemonic belongs to is said to label it too: it would be read out twice. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  return TRUE;
}

void
rang_compat_name_mnemonics (void)
{
  static gsize done = 0;

  if (g_once_init_enter (&done))
    {
      /* The signals of a class are there once it is. */
      GTypeClass *widget_class = g_type_class_ref (GTK_TYPE_WIDGET);

      g_signal_add_emission_hook (g_signal_lookup ("realize", GTK_TYPE_WIDGET), 0, button_realized_cb, NULL, NULL);
      g_type_class_unref (widget_class);
      g_once_init_leave (&done, 1);
    }
}

void
rang_compat_name_search (GtkWidget *window)
{
  const char *icon = GTK_IS_BUTTON (window) ? gtk_button_get_icon_name (GTK_BUTTON (window)) : NULL;

  if (GTK_IS_SEARCH_ENTRY (window) || g_strcmp0 (icon, "edit-find-symbolic") == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Search"), -1);
  else if (g_strcmp0 (icon, "go-previous-symbolic") == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Back"), -1);
  else if (g_strcmp0 (icon, "pan-start-symbolic") == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Earlier"), -1);
  else if (g_strcmp0 (icon, "pan-end-symbolic") == 0)
    gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Later"), -1);
  else if (gtk_widget_has_css_class (window, "app-version"))
    gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL, RANG_VERSION, -1);
  else if (GTK_IS_TEXT_VIEW (window) && ADW_IS_ABOUT_WINDOW (gtk_widget_get_root (window)))
    gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("About Rang"), -1);
  else if (GTK_IS_MENU_BUTTON (window) && GTK_IS_SHORTCUTS_WINDOW (gtk_widget_get_root (window)))
    gtk_accessible_update_property (GTK_ACCESSIBLE (window), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("All pages"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (window); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    rang_compat_name_search (child);
}

typedef struct
{
  RangResponded answered;
  gpointer data;
} Question;

static void
free_closure_data (gpointer data, GClosure *closure)
{
  g_free (data);
}

static void
question_response_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  question->answered (response, question->data);
}

/* Without words there is nothing to act on. */
static void
needed_text_cb (AdwMessageDialog *dialog, GtkEditable *text)
{
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (text)));

  adw_message_dialog_set_response_enabled (dialog, g_object_get_data (G_OBJECT (dialog), "response"), *words != '\0');
}

void
rang_compat_ask (GtkWindow *parent,
                 const char *heading,
                 const char *body,
                 GtkWidget *extra,
                 const char *response,
                 const char *label,
                 gboolean destructive,
                 RangResponded answered,
                 gpointer data)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);
  Question *question = g_new0 (Question, 1);

  question->answered = answered;
  question->data = data;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), response, label, NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), response,
                                              destructive ? ADW_RESPONSE_DESTRUCTIVE : ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), response);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  if (extra != NULL)
    adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), extra);
  if (GTK_IS_ENTRY (extra))
    {
      g_object_set_data_full (G_OBJECT (dialog), "response", g_strdup (response), g_free);
      g_signal_connect_object (extra, "changed", G_CALLBACK (needed_text_cb), dialog, G_CONNECT_SWAPPED);
      needed_text_cb (ADW_MESSAGE_DIALOG (dialog), GTK_EDITABLE (extra));
    }
  g_signal_connect_data (dialog, "response", G_CALLBACK (question_response_cb), question, free_closure_data, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  RangFileChosen chosen;
  gpointer data;
} Choice;

static void
chooser_response_cb (GtkNativeDialog *dialog, int response, Choice *choice)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

      if (g_list_model_get_n_items (files) > 0)
        choice->chosen (files, choice->data);
    }
  g_object_unref (dialog);
}

void
rang_compat_choose_files (
    GtkWindow *parent, const char *title, const char *save_as, RangFileChosen chosen, gpointer data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (
      title, parent, save_as != NULL ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
      save_as != NULL ? _ ("_Save") : _ ("_Open"), _ ("_Cancel"));
  Choice *choice = g_new0 (Choice, 1);

  choice->chosen = chosen;
  choice->data = data;
  if (save_as != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), save_as);
  else
    gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (chooser_response_cb), choice, free_closure_data, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Not every language of ours is one of libadwaita's: what it left in English is said by our catalogue. */
static void
translate_rest (GtkWidget *widget)
{
  static const char *const left[] = { N_ ("Details"), N_ ("Legal") };

  for (gsize i = 0; i < G_N_ELEMENTS (left) && GTK_IS_LABEL (widget); i++)
    if (g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), left[i]))
      gtk_label_set_text (GTK_LABEL (widget), _ (left[i]));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    translate_rest (child);
}

void
rang_compat_show_about (GtkWindow *parent)
{
  GtkWidget *window
      = g_object_new (ADW_TYPE_ABOUT_WINDOW, "transient-for", parent, "application-name", _ ("Rang"),
                      "application-icon", "ro.rang.Rang", "version", RANG_VERSION, "comments",
                      _ ("The delivery board: who is served first, by when, and who answers for it."), "license-type",
                      GTK_LICENSE_CUSTOM, "license",
                      /* Translators: <a href> and </a> make a link */
                      _ ("This application comes with absolutely no warranty. See the <a "
                         "href=\"https://www.gnu.org/licenses/gpl-3.0.html\">GNU General Public License, version 3 or "
                         "later</a> for details."),
                      NULL);

  rang_compat_name_search (window);
  translate_rest (window);
  gtk_window_present (GTK_WINDOW (window));
}
