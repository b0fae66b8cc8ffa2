/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the measures as a list of figures, one a line. */
#include "domain/rang-reason.h"
#include "insight/rang-insight.h"

static void
figure_free (gpointer data)
{
  RangInsightFigure *figure = data;

  g_free (figure->measure);
  g_free (figure->of);
  g_free (figure);
}

/* @of: (transfer full) (nullable) */
static void
add (GPtrArray *figures, const char *measure, char *of, gint64 value)
{
  RangInsightFigure *figure = g_new0 (RangInsightFigure, 1);

  figure->measure = g_strdup (measure);
  figure->of = of;
  figure->value = value;
  g_ptr_array_add (figures, figure);
}

static void
add_competition (GPtrArray *figures, const RangInsight *insight)
{
  add (figures, "overrides", NULL, insight->overrides);
  add (figures, "promises won", NULL, insight->won);
  add (figures, "promises broken", NULL, insight->broken);
  add (figures, "broken across departments", NULL, insight->across);
  add (figures, "annual value touched", NULL, insight->touched);
  for (guint i = 0; i < insight->cells->len; i++)
    {
      gint64 gained = g_array_index (insight->departments, gint64, i / insight->departments->len);
      gint64 paid = g_array_index (insight->departments, gint64, i % insight->departments->len);
      const RangInsightCell *cell = &g_array_index (insight->cells, RangInsightCell, i);

      add (figures, "broken by who moved up/who paid",
           g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, gained, paid), cell->broken);
      add (figures, "annual value by who moved up/who paid",
           g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, gained, paid), cell->value);
    }
  for (guint i = 0; i < insight->days->len; i++)
    {
      const RangInsightDay *day = &g_array_index (insight->days, RangInsightDay, i);

      add (figures, "promises won on a day", rang_day_format (day->day), day->won);
      add (figures, "promises broken on a day", rang_day_format (day->day), day->broken);
    }
}

static void
add_answers (GPtrArray *figures, const RangInsight *insight)
{
  add (figures, "orders", NULL, insight->orders);
  add (figures, "orders with nobody answerable", NULL, insight->unclear);
  for (guint i = 0; i < insight->overlaps->len; i++)
    {
      const RangInsightOverlap *overlap = &g_array_index (insight->overlaps, RangInsightOverlap, i);
      const char *kind = rang_conflict_kind_to_nick (overlap->kind);

      add (figures, "conflicts", g_strdup (kind), overlap->total);
      add (figures, "conflicts still open", g_strdup (kind), overlap->open);
      if (overlap->median >= 0)
        add (figures, "median seconds to a decision", g_strdup (kind), overlap->median);
    }
  for (guint i = 0; i < insight->steps->len; i++)
    {
      const RangInsightStep *step = &g_array_index (insight->steps, RangInsightStep, i);

      add (figures, "department heads answer for", rang_day_time_format (insight->turn_day, step->time), step->heads);
      add (figures, "head of sales answers for", rang_day_time_format (insight->turn_day, step->time), step->sales);
      add (figures, "delivery chief answers for", rang_day_time_format (insight->turn_day, step->time), step->chief);
    }
}

static void
add_share (GPtrArray *figures, const char *of, const RangInsightShare *share)
{
  add (figures, "promises judged", g_strdup (of), share->judged);
  add (figures, "promises kept", g_strdup (of), share->kept);
  add (figures, "promises kept without overrides", g_strdup (of), share->without);
}

static void
add_persuasion (GPtrArray *figures, const RangInsight *insight)
{
  add (figures, "pushes", NULL, insight->pushes);
  add (figures, "pushes granted", NULL, insight->granted);
  add (figures, "pushes refused", NULL, insight->refused);
  for (int i = 0; i < RANG_INSIGHT_FIFTHS; i++)
    {
      g_autofree char *of = g_strdup_printf ("fifth %d", i + 1);

      add_share (figures, of, &insight->fifths[i]);
    }
  for (int i = 0; i < RANG_N_STAGES; i++)
    add_share (figures, rang_client_stage_to_nick ((RangClientStage)i), &insight->stages[i]);
  for (guint i = 0; i < insight->reasons->len; i++)
    {
      const RangInsightReason *reason = &g_array_index (insight->reasons, RangInsightReason, i);
      const char *nick = reason->reason >= 0 ? rang_reason_to_nick ((RangReasonCode)reason->reason) : "none";

      add (figures, "overrides better than the suggestion", g_strdup (nick), reason->better);
      add (figures, "overrides worse than the suggestion", g_strdup (nick), reason->worse);
    }
  for (int after = 0; after < 2; after++)
    {
      const char *of = after == 0 ? "after kept promises" : "after a broken promise";

      add (figures, "clients won", g_strdup (of), insight->n_won[after]);
      add (figures, "annual value won", g_strdup (of), insight->won_value[after]);
      add (figures, "clients lost", g_strdup (of), insight->n_lost[after]);
      add (figures, "annual value lost", g_strdup (of), insight->lost_value[after]);
    }
}

GPtrArray *
rang_insight_list_figures (const RangInsight *insight)
{
  GPtrArray *figures = g_ptr_array_new_with_free_func (figure_free);

  add_competition (figures, insight);
  add_answers (figures, insight);
  add_persuasion (figures, insight);
  return figures;
}

char *
rang_insight_dup_csv (const RangInsight *insight)
{
  g_autoptr (GPtrArray) figures = rang_insight_list_figures (insight);
  GString *text = g_string_new ("measure,of,value\n");

  for (guint i = 0; i < figures->len; i++)
    {
      const RangInsightFigure *figure = g_ptr_array_index (figures, i);

      g_string_append_printf (text, "%s,%s,%" G_GINT64_FORMAT "\n", figure->measure,
                              figure->of != NULL ? figure->of : "", figure->value);
    }
  return g_string_free (text, FALSE);
}
