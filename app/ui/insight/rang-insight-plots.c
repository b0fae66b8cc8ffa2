/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the insight page's plots: their titles, their words, and which is drawn how. */
#include "insight/rang-insight-plots.h"

#include <glib/gi18n.h>

#include "base/rang-day-label.h"
#include "board/rang-conflict-words.h"
#include "common/rang-words.h"
#include "domain/rang-department.h"
#include "domain/rang-reason.h"

#define TITLE 22.0

RangInsightView *
rang_insight_view_new (RangInsight *insight, GPtrArray *departments, const char *currency)
{
  RangInsightView *view = g_new0 (RangInsightView, 1);

  g_atomic_ref_count_init (&view->references);
  view->insight = insight;
  view->departments = g_ptr_array_new_with_free_func ((GDestroyNotify)rang_department_free);
  for (guint i = 0; i < departments->len; i++)
    g_ptr_array_add (view->departments, rang_department_copy (g_ptr_array_index (departments, i)));
  view->currency = g_strdup (currency);
  return view;
}

RangInsightView *
rang_insight_view_ref (RangInsightView *view)
{
  g_atomic_ref_count_inc (&view->references);
  return view;
}

void
rang_insight_view_unref (RangInsightView *view)
{
  if (view == NULL || !g_atomic_ref_count_dec (&view->references))
    return;
  rang_insight_free (view->insight);
  g_ptr_array_unref (view->departments);
  g_free (view->currency);
  g_free (view);
}

static const char *
department_name (const RangInsightView *view, gint64 id)
{
  for (guint i = 0; i < view->departments->len; i++)
    {
      const RangDepartment *department = g_ptr_array_index (view->departments, i);

      if (department->id == id)
        return department->name;
    }
  return "–";
}

char *
rang_insight_dup_period (const RangInsightView *view)
{
  const RangInsight *insight = view->insight;
  g_autofree char *from = rang_day_label_short (insight->from), *to = rang_day_label_short (insight->to);

  if (insight->department != 0)
    return g_strdup_printf ("%s, %s – %s", department_name (view, insight->department), from, to);
  return g_strdup_printf ("%s – %s", from, to);
}

const char *
rang_plot_fifth_label (int fifth)
{
  static const char *const labels[RANG_INSIGHT_FIFTHS]
      = { N_ ("Largest fifth"), N_ ("Second"), N_ ("Third"), N_ ("Fourth"), N_ ("Smallest fifth") };

  return _ (labels[CLAMP (fifth, 0, RANG_INSIGHT_FIFTHS - 1)]);
}

const char *
rang_plot_reason_label (int reason)
{
  return reason >= 0 && reason < RANG_N_REASONS ? rang_reason_label ((RangReasonCode)reason) : _ ("No reason given");
}

char *
rang_plot_dup_signed (int number)
{
  if (number == 0)
    return g_strdup ("0");
  return g_strdup_printf (number < 0 ? "−%d" : "+%d", ABS (number));
}

int
rang_plot_step (int most, int n)
{
  static const int round[] = { 1, 2, 5 };

  for (int power = 1;; power *= 10)
    for (gsize i = 0; i < G_N_ELEMENTS (round); i++)
      if (round[i] * power * n >= most || power > 1000000)
        return round[i] * power;
}

void
rang_plot_nothing (RangCanvas *canvas, const char *text, RangPlotArea area)
{
  rang_canvas_text (canvas, text, RANG_INK_DIM, RANG_CANVAS_CENTRE | RANG_CANVAS_WRAP, area.x, area.y, area.width,
                    area.height);
}

char *
rang_insight_plot_dup_title (const RangInsightView *view, RangInsightPlot plot)
{
  g_autofree char *day = NULL;

  switch (plot)
    {
    case RANG_PLOT_MATRIX:
      return g_strdup (_ ("Promises broken: who moved up ↓, who paid →"));
    case RANG_PLOT_DAYS:
      return g_strdup (_ ("Promises won less broken, by day"));
    case RANG_PLOT_ANSWERS:
      if (view->insight->turn_day == RANG_DAY_NONE)
        return g_strdup (_ ("Who answers for how many orders"));
      day = rang_words_day (view->insight->turn_day);
      /* Translators: %s is a day */
      return g_strdup_printf (_ ("Who answers for how many orders, %s"), day);
    case RANG_PLOT_OVERLAPS:
      return g_strdup (_ ("Overlaps by kind"));
    case RANG_PLOT_FIFTHS:
      return g_strdup (_ ("Promises kept, by the client’s yearly value"));
    default:
      return g_strdup (_ ("Overrides: better | worse than the suggestion"));
    }
}

/* What stands to the right of the title. */
static char *
dup_aside (const RangInsightView *view, RangInsightPlot plot)
{
  const RangInsight *insight = view->insight;
  g_autofree char *sum = NULL;

  switch (plot)
    {
    case RANG_PLOT_DAYS:
      sum = rang_plot_dup_signed ((int)insight->won - (int)insight->broken);
      /* Translators: promises won less promises broken in all: "−13" */
      return g_strdup_printf (_ ("sum %s"), sum);
    case RANG_PLOT_OVERLAPS:
      return insight->overlaps->len > 0 ? g_strdup (_ ("median time to a decision")) : NULL;
    case RANG_PLOT_REASONS:
      return g_strdup_printf (ngettext ("%u judged", "%u judged", insight->judged), insight->judged);
    default:
      return NULL;
    }
}

void
rang_insight_plot_draw (RangCanvas *canvas,
                        const RangInsightView *view,
                        RangInsightPlot plot,
                        double x,
                        double y,
                        double width,
                        double height)
{
  typedef void (*DrawFunc) (RangCanvas * canvas, const RangInsightView *view, RangPlotArea area);
  static const DrawFunc bodies[RANG_N_PLOTS] = {
    [RANG_PLOT_MATRIX] = rang_plot_matrix,   [RANG_PLOT_DAYS] = rang_plot_days,
    [RANG_PLOT_ANSWERS] = rang_plot_answers, [RANG_PLOT_OVERLAPS] = rang_plot_overlaps,
    [RANG_PLOT_FIFTHS] = rang_plot_fifths,   [RANG_PLOT_REASONS] = rang_plot_reasons,
  };
  g_autofree char *title = rang_insight_plot_dup_title (view, plot), *aside = dup_aside (view, plot);
  double head = TITLE * canvas->scale;
  double taken = aside != NULL ? rang_canvas_text_width (canvas, aside, RANG_CANVAS_SMALL) + 8 : 0;

  rang_canvas_text (canvas, title, RANG_INK_TEXT, RANG_CANVAS_BOLD | RANG_CANVAS_SMALL, x, y, width - taken, head);
  if (aside != NULL)
    rang_canvas_text (canvas, aside, RANG_INK_DIM, RANG_CANVAS_SMALL | RANG_CANVAS_RIGHT, x, y, width, head);
  bodies[plot](canvas, view, (RangPlotArea){ x, y + head, width, height - head });
}

/* --- in words --- */

static void
say_matrix (GString *words, const RangInsightView *view)
{
  const RangInsight *insight = view->insight;

  for (guint gained = 0; gained < insight->departments->len; gained++)
    for (guint paid = 0; paid < insight->departments->len; paid++)
      g_string_append_printf (words, "; %s → %s: %u",
                              department_name (view, g_array_index (insight->departments, gint64, gained)),
                              department_name (view, g_array_index (insight->departments, gint64, paid)),
                              rang_insight_cell (insight, gained, paid)->broken);
}

static void
say_fifths (GString *words, const RangInsight *insight)
{
  for (int i = 0; i < RANG_INSIGHT_FIFTHS; i++)
    {
      const RangInsightShare *share = &insight->fifths[i];

      g_string_append_printf (words, "; %s: %d %%, %s %d %%", rang_plot_fifth_label (i),
                              rang_insight_percent (share->kept, share->judged), _ ("without overrides"),
                              rang_insight_percent (share->without, share->judged));
    }
}

char *
rang_insight_plot_dup_words (const RangInsightView *view, RangInsightPlot plot)
{
  const RangInsight *insight = view->insight;
  g_autofree char *title = rang_insight_plot_dup_title (view, plot), *aside = dup_aside (view, plot);
  GString *words = g_string_new (title);

  if (aside != NULL)
    g_string_append_printf (words, "; %s", aside);
  if (plot == RANG_PLOT_MATRIX)
    say_matrix (words, view);
  else if (plot == RANG_PLOT_FIFTHS)
    say_fifths (words, insight);
  for (guint i = 0; plot == RANG_PLOT_OVERLAPS && i < insight->overlaps->len; i++)
    {
      const RangInsightOverlap *overlap = &g_array_index (insight->overlaps, RangInsightOverlap, i);

      g_string_append_printf (words, "; %s: %u", rang_conflict_kind_label (overlap->kind), overlap->total);
    }
  for (guint i = 0; plot == RANG_PLOT_REASONS && i < insight->reasons->len; i++)
    {
      const RangInsightReason *reason = &g_array_index (insight->reasons, RangInsightReason, i);

      g_string_append_printf (words, "; %s: %u | %u", rang_plot_reason_label (reason->reason), reason->better,
                              reason->worse);
    }
  return g_string_free (words, FALSE);
}
