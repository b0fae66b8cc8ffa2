/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for a form that says how a number or date is compared, and with what. */
#include "rule-editor/rang-rule-range-form.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/rang-day.h"
#include "common/rang-choice.h"
#include "rang-compat.h"

#define DOTS " … "
#define UNDER "< "

/* The last is left out where everything is known. */
typedef enum
{
  FORM_ANY,
  FORM_EXACTLY,
  FORM_AT_LEAST,
  FORM_MORE,
  FORM_AT_MOST,
  FORM_LESS,
  FORM_FROM_TO,
  FORM_FROM_UNDER,
  FORM_ONE_OF,
  FORM_NOT,
  FORM_UNKNOWN,
  N_FORMS
} Form;

struct _RangRuleRangeForm
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkDropDown *form;
  GtkWidget *low_place;
  GtkWidget *high_place;
  GtkEditable *low;
  GtkEditable *high;
  gboolean dates;
  gboolean quiet;
};

G_DEFINE_FINAL_TYPE (RangRuleRangeForm, rang_rule_range_form, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  ACTIVATE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const signs[N_FORMS]
    = { [FORM_AT_LEAST] = "≥ ", [FORM_MORE] = "> ", [FORM_AT_MOST] = "≤ ", [FORM_LESS] = "< " };

static void
show_ends (RangRuleRangeForm *self)
{
  Form form = (Form)gtk_drop_down_get_selected (self->form);

  gtk_widget_set_visible (self->low_place, form != FORM_ANY && form != FORM_UNKNOWN);
  gtk_widget_set_visible (self->high_place, form == FORM_FROM_TO || form == FORM_FROM_UNDER);
}

static void
changed_cb (RangRuleRangeForm *self)
{
  show_ends (self);
  if (!self->quiet)
    g_signal_emit (self, signals[CHANGED], 0);
}

char *
rang_rule_range_form_dup_words (RangRuleRangeForm *self)
{
  Form form = (Form)gtk_drop_down_get_selected (self->form);
  const char *low = gtk_editable_get_text (self->low), *high = gtk_editable_get_text (self->high);

  switch (form)
    {
    case FORM_ANY:
      return g_strdup ("–");
    case FORM_UNKNOWN:
      return g_strdup (_ ("not known"));
    case FORM_FROM_TO:
    case FORM_FROM_UNDER:
      return g_strconcat (low, DOTS, form == FORM_FROM_UNDER ? UNDER : "", high, NULL);
    case FORM_NOT:
      return g_strdup_printf (_ ("not %s"), low);
    default:
      return g_strconcat (signs[form] != NULL ? signs[form] : "", low, NULL);
    }
}

/* The form that plain words have, and where its ends are. */
static Form
find_form (const char *words, char **low, char **high)
{
  g_autofree char *not = g_strdup_printf (_ ("not %s"), "");
  const char *dots = strstr (words, DOTS);

  *high = NULL;
  *low = NULL;
  if (*words == '\0' || g_str_equal (words, "–"))
    return FORM_ANY;
  if (g_str_equal (words, _ ("not known")))
    return FORM_UNKNOWN;
  if (g_str_has_prefix (words, not ))
    {
      *low = g_strdup (words + strlen (not ));
      return FORM_NOT;
    }
  if (strstr (words, ", ") != NULL)
    {
      *low = g_strdup (words);
      return FORM_ONE_OF;
    }
  if (dots != NULL)
    {
      gboolean under = g_str_has_prefix (dots + strlen (DOTS), UNDER);

      *low = g_strndup (words, (gsize)(dots - words));
      *high = g_strdup (dots + strlen (DOTS) + (under ? strlen (UNDER) : 0));
      return under ? FORM_FROM_UNDER : FORM_FROM_TO;
    }
  for (guint i = 0; i < N_FORMS; i++)
    if (signs[i] != NULL && g_str_has_prefix (words, signs[i]))
      {
        *low = g_strdup (words + strlen (signs[i]));
        return (Form)i;
      }
  *low = g_strdup (words);
  return FORM_EXACTLY;
}

static void
set_text (GtkEditable *editable, const char *text)
{
  if (text != NULL && !g_str_equal (gtk_editable_get_text (editable), text))
    gtk_editable_set_text (editable, text);
}

void
rang_rule_range_form_show (RangRuleRangeForm *self, const char *words)
{
  g_autofree char *low = NULL, *high = NULL;
  Form form;

  g_return_if_fail (RANG_IS_RULE_RANGE_FORM (self) && words != NULL);

  form = find_form (words, &low, &high);
  self->quiet = TRUE;
  gtk_drop_down_set_selected (self->form, form);
  set_text (self->low, low);
  set_text (self->high, high);
  show_ends (self);
  self->quiet = FALSE;
}

/* --- the calendar beside a date --- */

static void
day_chosen_cb (GtkCalendar *calendar, GtkEditable *editable)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (calendar), GTK_TYPE_POPOVER);

  gtk_editable_set_text (editable, text);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

/* The calendar opens on the day that is written; where none is, the day that it shows chosen is written: clicking at a
 * day that is chosen already says nothing. */
static void
calendar_shown_cb (GtkWidget *popover, GtkEditable *editable)
{
  GtkCalendar *calendar = GTK_CALENDAR (gtk_popover_get_child (GTK_POPOVER (popover)));
  RangDay day = rang_day_parse (gtk_editable_get_text (editable));
  g_autoptr (GDateTime) shown = gtk_calendar_get_date (calendar), written = NULL;
  g_autofree char *text = g_date_time_format (shown, "%Y-%m-%d");
  int year, month, of_month;

  if (day == RANG_DAY_NONE)
    {
      gtk_editable_set_text (editable, text);
      return;
    }
  rang_day_to_ymd (day, &year, &month, &of_month);
  written = g_date_time_new_local (year, month, of_month, 12, 0, 0);
  g_signal_handlers_block_by_func (calendar, day_chosen_cb, editable);
  gtk_calendar_select_day (calendar, written);
  g_signal_handlers_unblock_by_func (calendar, day_chosen_cb, editable);
}

static GtkWidget *
new_calendar_button (GtkEditable *editable)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new (), *calendar = gtk_calendar_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose the day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Choose the day"), -1);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (day_chosen_cb), editable, 0);
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  rang_compat_name_search (calendar);
  g_signal_connect_object (popover, "show", G_CALLBACK (calendar_shown_cb), editable, 0);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  return button;
}

static void
activate_cb (RangRuleRangeForm *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static GtkWidget *
new_end (RangRuleRangeForm *self, const char *name, GtkEditable **editable)
{
  GtkWidget *place = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *entry = gtk_entry_new ();

  *editable = GTK_EDITABLE (entry);
  gtk_widget_add_css_class (place, "linked");
  gtk_editable_set_width_chars (*editable, 10);
  gtk_editable_set_max_width_chars (*editable, 14);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), self->dates ? GTK_INPUT_PURPOSE_FREE_FORM : GTK_INPUT_PURPOSE_NUMBER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (activate_cb), self);
  gtk_box_append (GTK_BOX (place), entry);
  if (self->dates)
    gtk_box_append (GTK_BOX (place), new_calendar_button (*editable));
  return place;
}

GtkWidget *
rang_rule_range_form_new (gboolean dates, gboolean nullable)
{
  RangRuleRangeForm *self = g_object_new (RANG_TYPE_RULE_RANGE_FORM, NULL);
  const char *numbers[] = { _ ("any"),     _ ("exactly"),        _ ("at least"),  _ ("more than"),
                            _ ("at most"), _ ("less than"),      _ ("from … to"), _ ("from … to under"),
                            _ ("one of"),  _ ("everything but"), _ ("not known"), NULL };
  /* Translators: how a date is compared */
  const char *days[] = { _ ("any day"),       _ ("on the day"),     _ ("from the day"), _ ("after the day"),
                         _ ("until the day"), _ ("before the day"), _ ("from … to"),    _ ("from … to before"),
                         _ ("one of"),        _ ("everything but"), _ ("not known"),    NULL };
  const char **labels = dates ? days : numbers;

  if (!nullable)
    labels[FORM_UNKNOWN] = NULL;
  self->dates = dates;
  self->form = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (labels));
  rang_choice_name_items (GTK_WIDGET (self->form));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->form), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("How it is compared"),
                                  -1);
  self->low_place = new_end (self, dates ? _ ("Day, or the first") : _ ("Number, or lower end"), &self->low);
  self->high_place = new_end (self, dates ? _ ("Last day") : _ ("Upper end"), &self->high);
  g_signal_connect_swapped (self->form, "notify::selected", G_CALLBACK (changed_cb), self);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (self->box), self->low_place);
  gtk_box_append (GTK_BOX (self->box), self->high_place);
  show_ends (self);
  return GTK_WIDGET (self);
}

static void
rang_rule_range_form_dispose (GObject *object)
{
  RangRuleRangeForm *self = RANG_RULE_RANGE_FORM (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (rang_rule_range_form_parent_class)->dispose (object);
}

static void
rang_rule_range_form_class_init (RangRuleRangeFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rang_rule_range_form_dispose;
  signals[CHANGED]
      = g_signal_new ("changed", RANG_TYPE_RULE_RANGE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATE]
      = g_signal_new ("activate", RANG_TYPE_RULE_RANGE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
rang_rule_range_form_init (RangRuleRangeForm *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}
