/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the help of each page: what it is for, what to do there, its keys. */
#include "window/rang-help.h"

#include <glib/gi18n.h>

#include "common/rang-dialog.h"

#define MOST_LINES 7

typedef struct
{
  const char *page; /* how the page's name begins */
  const char *title;
  const char *purpose;
  const char *lines[MOST_LINES];
} Help;

static const Help helps[] = {
  { "board",
    N_ ("The board"),
    N_ ("The ranked list of all submitted orders of the day: who is served first when not everybody can be. A rank is "
        "no driving order: vans drive as suits them, as long as no promise above is harmed."),
    { N_ ("Drag an order, or lift it with Space. Before you drop it the bar below says what it gains, whom it costs "
          "and "
          "which client value is at risk."),
      N_ ("After the drop one digit says why. Until then the reason is pending, and the hand-over waits for it."),
      N_ ("Above the first line all orders are on time; below the second none is served today. An order that says "
          "nothing is on time."),
      N_ ("“Compare with suggestion” shows where the rules would put each order; “Apply” writes it in one step and "
          "leaves alone what a person placed."),
      N_ ("“Hand over…” signs the board for the delivery chief. From then on every change is an amendment."),
      N_ ("If the delivery chief returns it, the remark stands above the board until the next version is signed."),
      N_ ("Ctrl+F looks for an order in this list; Shift+Ctrl+F in the whole office: orders of every day, clients, "
          "people, vans, conflicts. Enter goes there.") } },
  { "department",
    N_ ("A department’s list"),
    N_ ("The department’s own orders, ranked by its head. The place counts relative to the list’s length, so that more "
        "orders gain nothing."),
    { N_ ("“To complete” lists what an order lacks before it can be submitted, with the way to complete it."),
      N_ ("High importance is rationed: the gauge shows how many are used. The head of sales can permit more."),
      N_ ("Submit as often as you like until the hand-over; it moves nothing on the board by itself."),
      N_ ("Ctrl+U asks for a push: the one way to have an order moved up. The head of sales decides it."),
      N_ ("When an own order gave way to another department, it is said above the list; answer it there.") } },
  { "deliveries",
    N_ ("Deliveries"),
    N_ ("The delivery chief’s day: who drives what, when each van arrives, what became of each stop."),
    { N_ ("Select a stop and press D when it is delivered, P in part, T with another time, cash or receipt; A absent, "
          "R "
          "refused, N not reached."),
      N_ ("Drag a stop onto another van’s lane, or press M. If that breaks a promise nothing moves: the head of sales "
          "is asked."),
      N_ ("Click a van in the roster to change its courier or shift, or to take it out of service with a reason."),
      N_ ("A pale bar is what was promised, a dot the arrival, a red tail how late it will be by what has happened so "
          "far."),
      N_ ("“Route sheets” shows, prints or saves the papers. “Close the day…” carries over what is open.") } },
  { "calls",
    N_ ("Calls"),
    N_ ("Every client whose promise will break or has broken, with the window that can be kept instead. Call before "
        "they call you."),
    { N_ ("Select a client and press C to note the call: what was agreed, and by whom."),
      N_ ("Ctrl+P prints the list for the managers who call."),
      N_ ("The list follows the day: who becomes late on the way comes onto it at once.") } },
  { "conflicts",
    N_ ("Conflicts"),
    N_ ("What two people want differently, or what breaks a rule of the office, until somebody decides it."),
    { N_ ("Choose one to see both orders side by side and what the bumped head answered; of a tug-of-war each move that "
          "made it."),
      N_ ("The head of sales decides it with a note; open ones are listed in the hand-over."),
      N_ ("The filters above the list show one kind, person, department or state.") } },
  { "rules",
    N_ ("Rules"),
    N_ ("The tables that give an order its class and its points. Versions are kept: a signed board explains itself by "
        "the rules it was made with."),
    { N_ ("Begin a draft, change cells, and see at the right what it would change on today’s board."),
      N_ ("Try one order to see which row gives which points; “Test…” tries the last days, and offers rules that were "
          "made by hand again and again."),
      N_ ("Activate a draft from a day on, with a note. Only the head of sales can.") } },
  { "insight",
    N_ ("Insight"),
    N_ ("Three questions answered from the office’s own records: do departments compete, who answers, and what does "
        "pushing do to promises."),
    { N_ ("Choose a period at the top; Ctrl+minus and Ctrl+plus make it shorter and longer."),
      N_ ("Small numbers are said to be small: they prove nothing."),
      N_ ("“Export…” prints the page for the Monday meeting, or saves it as SVG, PNG or CSV.") } },
};

static const Help *
find_help (const char *page)
{
  for (guint i = 0; page != NULL && i < G_N_ELEMENTS (helps); i++)
    if (g_str_has_prefix (page, helps[i].page))
      return &helps[i];
  return NULL;
}

gboolean
rang_help_has (const char *page)
{
  return find_help (page) != NULL;
}

static GtkWidget *
new_text (const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_content (const Help *help)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_set_margin_start (box, 24);
  gtk_widget_set_margin_end (box, 24);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_box_append (GTK_BOX (box), new_text (_ (help->purpose), "heading-strong"));
  for (guint i = 0; i < MOST_LINES && help->lines[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), new_text (_ (help->lines[i]), NULL));
  gtk_box_append (GTK_BOX (box), new_text (_ ("Ctrl+? shows all keys."), "dim"));
  return box;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *keys, guint key, guint code, GdkModifierType state, GtkWindow *window)
{
  if (key != GDK_KEY_Escape && key != GDK_KEY_F1)
    return FALSE;
  gtk_window_close (window);
  return TRUE;
}

void
rang_help_open (GtkWindow *parent, const char *page)
{
  const Help *help = find_help (page);
  GtkWidget *window, *box, *scrolled;
  GtkEventController *keys;

  if (help == NULL)
    return;
  window = adw_window_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  scrolled = gtk_scrolled_window_new ();
  keys = gtk_event_controller_key_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), 640);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), new_content (help));
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _ (help->title));
  gtk_window_set_default_size (GTK_WINDOW (window), 540, -1);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), window);
  gtk_widget_add_controller (window, keys);
  rang_dialog_present (GTK_WINDOW (window));
}
