/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangRulesError:
 * @RANG_RULES_ERROR_FILE: the file cannot be read (missing, no permission, too large)
 * @RANG_RULES_ERROR_XML: it is not well-formed XML, or holds what is refused on principle (entities, deep nesting)
 * @RANG_RULES_ERROR_MODEL: it is XML but no DMN model that can be used: unknown namespace, wrong structure, cycle
 * @RANG_RULES_ERROR_EXPRESSION: a FEEL text in it is wrong; the message names line, table, row and cell
 * @RANG_RULES_ERROR_INPUT: an input is named that is not known, is missing, or has the wrong type
 * @RANG_RULES_ERROR_DECISION: no decision of that name
 * @RANG_RULES_ERROR_LIMIT: the evaluation was stopped: too deep, too long, or too much memory
 * @RANG_RULES_ERROR_SCORE: the model evaluates, but not to a class and a whole number of points
 *
 * What can go wrong with rules. The messages are translated, one line, and say where, what and what to do.
 */
typedef enum
{
  RANG_RULES_ERROR_FILE,
  RANG_RULES_ERROR_XML,
  RANG_RULES_ERROR_MODEL,
  RANG_RULES_ERROR_EXPRESSION,
  RANG_RULES_ERROR_INPUT,
  RANG_RULES_ERROR_DECISION,
  RANG_RULES_ERROR_LIMIT,
  RANG_RULES_ERROR_SCORE,
} RangRulesError;

#define RANG_RULES_ERROR (rang_rules_error_quark ())
GQuark
rang_rules_error_quark (void);

G_END_DECLS
