/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for showing and setting what other currencies are worth. */
#include "window/rang-rates-group.h"

#include <glib/gi18n.h>

#include "base/rang-decimal.h"
#include "office/rang-office-rates.h"
#include "office/rang-permission.h"

struct _RangRatesGroup
{
  AdwPreferencesGroup parent_instance;
  AdwEntryRow *add;
  GPtrArray *rows; /* of GtkWidget, borrowed from the group */
  RangDesk *desk;
};

G_DEFINE_FINAL_TYPE (RangRatesGroup, rang_rates_group, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
may_change (RangRatesGroup *self)
{
  return rang_desk_may (self->desk, RANG_ACTION_MANAGE_OFFICE, 0);
}

/* --- changing --- */

typedef struct
{
  RangSession session;
  RangRate rate;
} Change;

static gpointer
set_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  const Change *change = data;

  return GINT_TO_POINTER (
      rang_office_set_rate (office, &change->session, change->rate.currency, change->rate.rate, error));
}

static void
ask_rates (RangRatesGroup *self);

static void
set_cb (GObject *owner, gpointer result, const GError *error)
{
  RangRatesGroup *self = RANG_RATES_GROUP (owner);

  if (error != NULL)
    rang_desk_tell_error (self->desk, error->message);
  ask_rates (self);
}

static void
set_rate (RangRatesGroup *self, const char *currency, gint64 rate)
{
  Change *change = g_new0 (Change, 1);

  change->session = *rang_desk_get_session (self->desk);
  change->rate.rate = rate;
  g_strlcpy (change->rate.currency, currency, sizeof change->rate.currency);
  rang_desk_write (self->desk, set_func, change, g_free, NULL, self, set_cb);
}

static const char *
currency_of (GtkWidget *row)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
}

static void
applied_cb (AdwEntryRow *row, RangRatesGroup *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (row));
  gint64 rate = rang_rate_parse (text, rang_decimal_separator ());

  if (rate == 0)
    rate = rang_rate_parse (text, '.');
  if (rate == 0)
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      gtk_widget_grab_focus (GTK_WIDGET (row));
      rang_desk_announce (self->desk, _ ("That is no rate; say what one unit is worth, such as 4.9765."));
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  set_rate (self, currency_of (GTK_WIDGET (row)), rate);
}

static void
remove_clicked_cb (GtkWidget *button, RangRatesGroup *self)
{
  set_rate (self, currency_of (gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW)), 0);
}

/* --- showing --- */

static GtkWidget *
new_remove_button (RangRatesGroup *self, const char *currency)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  /* Translators: %s is a currency: EUR. */
  g_autofree char *name = g_strdup_printf (_ ("Take away the rate of %s"), currency);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
  return button;
}

static GtkWidget *
add_row (RangRatesGroup *self, const RangRate *rate)
{
  GtkWidget *row = adw_entry_row_new ();
  g_autofree char *text = rate->rate > 0 ? rang_rate_format (rate->rate, rang_decimal_separator ()) : NULL;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), rate->currency);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  gtk_widget_set_sensitive (row, may_change (self));
  if (rate->rate > 0)
    adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), new_remove_button (self, rate->currency));
  g_signal_connect_object (row, "apply", G_CALLBACK (applied_cb), self, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
  return row;
}

static void
show_rates (RangRatesGroup *self, const GArray *rates)
{
  /* The row that adds one stays below the others. */
  g_object_ref (self->add);
  adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->add));
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < rates->len; i++)
    add_row (self, &g_array_index (rates, RangRate, i));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->add));
  g_object_unref (self->add);
}

static gpointer
list_func (RangOffice *office, gpointer data, GCancellable *cancellable, GError **error)
{
  return rang_office_list_rates (office, error);
}

static void
listed_cb (GObject *owner, gpointer result, const GError *error)
{
  RangRatesGroup *self = RANG_RATES_GROUP (owner);

  if (result != NULL)
    show_rates (self, result);
  else if (error != NULL)
    rang_desk_tell_error (self->desk, error->message);
}

static void
ask_rates (RangRatesGroup *self)
{
  rang_desk_read (self->desk, list_func, NULL, NULL, (GDestroyNotify)g_array_unref, NULL, self, listed_cb);
}

static void
add_applied_cb (RangRatesGroup *self)
{
  g_autofree char *code = g_ascii_strup (gtk_editable_get_text (GTK_EDITABLE (self->add)), -1);
  const RangDayView *view = rang_desk_get_view (self->desk);
  RangRate rate = { .rate = 0 };
  GtkWidget *row = NULL;

  g_strstrip (code);
  if (!rang_money_currency_is_valid (code) || (view != NULL && g_str_equal (code, view->settings->currency)))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->add), "error");
      return;
    }
  gtk_widget_remove_css_class (GTK_WIDGET (self->add), "error");
  gtk_editable_set_text (GTK_EDITABLE (self->add), "");
  for (guint i = 0; i < self->rows->len && row == NULL; i++)
    if (g_str_equal (currency_of (self->rows->pdata[i]), code))
      row = self->rows->pdata[i];
  g_strlcpy (rate.currency, code, sizeof rate.currency);
  gtk_widget_grab_focus (row != NULL ? row : add_row (self, &rate));
}

static void
rang_rates_group_dispose (GObject *object)
{
  RangRatesGroup *self = RANG_RATES_GROUP (object);

  g_clear_object (&self->desk);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (rang_rates_group_parent_class)->dispose (object);
}

static void
rang_rates_group_class_init (RangRatesGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rang_rates_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/ro/rang/Rang/ui/rang-rates-group.ui");
  gtk_widget_class_bind_template_child (widget_class, RangRatesGroup, add);
  gtk_widget_class_bind_template_callback (widget_class, add_applied_cb);
}

static void
rang_rates_group_init (RangRatesGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
}

void
rang_rates_group_set_desk (RangRatesGroup *self, RangDesk *desk)
{
  const RangDayView *view;
  g_autofree char *text = NULL;

  g_return_if_fail (RANG_IS_RATES_GROUP (self) && RANG_IS_DESK (desk));

  g_set_object (&self->desk, desk);
  view = rang_desk_get_view (desk);
  if (view == NULL)
    return;
  /* Translators: %s is the office's currency: RON. */
  text = g_strdup_printf (
      _ ("What one unit is worth in %s. A value in a currency without a rate stands apart in sums and "
         "gives no points. The head of sales sets the rates."),
      view->settings->currency);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->add), may_change (self));
  ask_rates (self);
}
