/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for asking in which encoding a file is written. */
#include "window/rang-encoding-dialog.h"

#include <glib/gi18n.h>

#include "common/rang-choice.h"
#include "common/rang-dialog.h"
#include "office/rang-office-intake.h"

struct _RangEncodingDialog
{
  AdwMessageDialog parent_instance;
  AdwComboRow *choice;
  GtkBox *preview;
  GPtrArray *proposals;
  RangEncodingChosen chosen;
  gpointer data;
};

G_DEFINE_FINAL_TYPE (RangEncodingDialog, rang_encoding_dialog, ADW_TYPE_MESSAGE_DIALOG)

static const RangEncodingProposal *
get_choice (RangEncodingDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->choice);

  return self->proposals != NULL && selected < self->proposals->len ? g_ptr_array_index (self->proposals, selected)
                                                                    : NULL;
}

static void
add_line (RangEncodingDialog *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (self->preview, label);
}

static void
selected_cb (RangEncodingDialog *self)
{
  const RangEncodingProposal *encoding = get_choice (self);
  g_auto (GStrv) lines = g_strsplit (encoding != NULL ? encoding->preview : "", "\n", -1);
  GtkWidget *line;

  while ((line = gtk_widget_get_first_child (GTK_WIDGET (self->preview))) != NULL)
    gtk_box_remove (self->preview, line);
  for (guint i = 0; lines[i] != NULL; i++)
    add_line (self, lines[i]);
}

static void
rang_encoding_dialog_response (AdwMessageDialog *dialog, const char *response)
{
  RangEncodingDialog *self = RANG_ENCODING_DIALOG (dialog);
  const RangEncodingProposal *encoding = g_str_equal (response, "import") ? get_choice (self) : NULL;

  self->chosen (encoding != NULL ? encoding->name : NULL, self->data);
}

static void
rang_encoding_dialog_finalize (GObject *object)
{
  g_clear_pointer (&RANG_ENCODING_DIALOG (object)->proposals, g_ptr_array_unref);
  G_OBJECT_CLASS (rang_encoding_dialog_parent_class)->finalize (object);
}

static void
rang_encoding_dialog_class_init (RangEncodingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rang_encoding_dialog_finalize;
  ADW_MESSAGE_DIALOG_CLASS (klass)->response = rang_encoding_dialog_response;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-encoding-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RangEncodingDialog, choice);
  gtk_widget_class_bind_template_child (widget_class, RangEncodingDialog, preview);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
rang_encoding_dialog_init (RangEncodingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rang_choice_name_items (GTK_WIDGET (self->choice));
}

void
rang_encoding_dialog_ask (
    GtkWindow *parent, const char *name, GPtrArray *proposals, RangEncodingChosen chosen, gpointer data)
{
  RangEncodingDialog *self = g_object_new (RANG_TYPE_ENCODING_DIALOG, "transient-for", parent, "modal", TRUE, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  /* Translators: %s is the name of a file. */
  g_autofree char *heading = g_strdup_printf (_ ("In what is “%s” written?"), name);

  g_return_if_fail (proposals != NULL && proposals->len > 0);
  self->proposals = g_ptr_array_ref (proposals);
  self->chosen = chosen;
  self->data = data;
  for (guint i = 0; i < proposals->len; i++)
    gtk_string_list_append (names, ((const RangEncodingProposal *)g_ptr_array_index (proposals, i))->label);
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), heading);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self),
                               _ ("The file does not say which encoding it uses. Choose the one in which the letters "
                                  "below are right; it is remembered for this sender."));
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (self), "import");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (self), "cancel");
  adw_combo_row_set_model (self->choice, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->choice, 0);
  selected_cb (self);
  rang_dialog_present (GTK_WINDOW (self));
}
