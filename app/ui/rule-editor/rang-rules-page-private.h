/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "office/rang-office-rule-effect.h"
#include "office/rang-office-rules.h"
#include "office/rang-rule-draft.h"
#include "rule-editor/rang-rule-effect-pane.h"
#include "rule-editor/rang-rule-grid.h"
#include "rule-editor/rang-rule-trial.h"
#include "rule-editor/rang-rules-page.h"

G_BEGIN_DECLS

/**
 * RangRulesShelf:
 * @versions: (element-type RangRulesVersion): newest first
 * @draft: (nullable): the person's own
 * @based_on: the version it was begun from
 * @active: number of the version that holds on the day
 * @history: (element-type utf8 RangRuleUse): how often each row was used this month
 *
 * What the page reads of the office in one go.
 */
typedef struct
{
  GPtrArray *versions;
  GBytes *draft;
  gint64 based_on;
  gint64 active;
  GHashTable *history;
} RangRulesShelf;

struct _RangRulesPage
{
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkListBox *tables;
  GtkListBox *versions;
  GtkWidget *against_title;
  GtkWidget *against_choice;
  GtkLabel *title;
  GtkLabel *policy;
  GtkWidget *add_row;
  GtkMenuButton *add_column;
  GtkWidget *undo;
  GtkWidget *redo;
  GtkWidget *banner;
  GtkLabel *banner_text;
  GtkWidget *banner_button;
  GtkWidget *grid_place;
  GtkLabel *findings;
  GtkLabel *changes;
  GtkWidget *changes_place;
  GtkWidget *trial_place;
  GtkLabel *reach_title;
  GtkLabel *reach_use;
  GtkListBox *reach;
  GtkWidget *effect_place;
  GtkWidget *discard;
  GtkWidget *activate;
  GtkWidget *left;
  GtkWidget *middle;
  GtkWidget *side;
  GtkWidget *foot;
  GtkWidget *effect_button;
  RangRuleGrid *grid;
  RangRuleTrial *trial;
  RangRuleEffectPane *effect;
  RangDesk *desk;
  RangRulesShelf *shelf;
  RangRuleDraft *draft;
  gint64 shown;    /* the version in view; 0 the draft */
  gint64 based_on; /* of the draft */
  gint64 against;  /* the version that changes are told against */
  GArray *against_ids;
  guint table;
  gint64 person;
  RangDay day;
  gint64 seen;
  GCancellable *trying;
  guint try_source;
  guint save_source;
  gboolean dirty;
  gboolean quiet;
  gboolean narrow;
};

/* rang-rules-page-lists.c: the lists at the left */

void
rang_rules_page_empty_list (GtkListBox *list);
/** rang_rules_page_new_row: @spoken says what @more shows. Returns: a row for a list */
GtkWidget *
rang_rules_page_new_row (const char *text, const char *more, const char *spoken, gboolean strong);
void
rang_rules_page_show_tables (RangRulesPage *self);
void
rang_rules_page_show_versions (RangRulesPage *self);

/* rang-rules-page-compare.c: which version is set against what is in view */

/** rang_rules_page_init_compare: once, when the page is made */
void
rang_rules_page_init_compare (RangRulesPage *self);

/** rang_rules_page_show_compare: what can be chosen for what is in view */
void
rang_rules_page_show_compare (RangRulesPage *self);

/** rang_rules_page_read_against: sets the version @id against what is in view */
void
rang_rules_page_read_against (RangRulesPage *self, gint64 id);

/* rang-rules-page-store.c: everything that asks the office */

void
rang_rules_shelf_free (RangRulesShelf *shelf);
/** rang_rules_page_load: reads versions and draft; shows what was in view, else the draft or what is active */
void
rang_rules_page_load (RangRulesPage *self);
/** rang_rules_page_read: reads version @id (0: the draft) and shows it */
void
rang_rules_page_read (RangRulesPage *self, gint64 id);
/** rang_rules_page_save_soon: keeps the draft in the store after a moment */
void
rang_rules_page_save_soon (RangRulesPage *self);
/** rang_rules_page_save_now: keeps it at once, if it has changed */
void
rang_rules_page_save_now (RangRulesPage *self);
void
rang_rules_page_discard (RangRulesPage *self);
/** rang_rules_page_try_soon: asks what the rules in view would change today */
void
rang_rules_page_try_soon (RangRulesPage *self);
/** rang_rules_page_import: makes a model the draft */
void
rang_rules_page_import (RangRulesPage *self, GBytes *text);
void
rang_rules_page_activate (RangRulesPage *self, RangDay from, const char *note);

/* rang-rules-page-narrow.c: which panes there is room for */

/** rang_rules_page_show_panes: shows the panes that fit, and the effect when it is asked for */
void
rang_rules_page_show_panes (RangRulesPage *self);
void
rang_rules_page_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline);
void
rang_rules_page_size_allocate (GtkWidget *widget, int width, int height, int baseline);

/* rang-rules-page-actions.c */
void
rang_rules_page_install_actions (GtkWidgetClass *widget_class);

/* rang-rules-page.c */
/** rang_rules_page_show_draft: @text: a model; @against: (nullable); @id: the version that it is, 0 the draft */
void
rang_rules_page_show_text (RangRulesPage *self, GBytes *text, GBytes *against, gint64 id);
/** rang_rules_page_refresh: shows what the draft has become */
void
rang_rules_page_refresh (RangRulesPage *self);
void
rang_rules_page_show_shelf (RangRulesPage *self);
void
rang_rules_page_show_reach (RangRulesPage *self);
gboolean
rang_rules_page_may_edit (RangRulesPage *self);

G_END_DECLS
