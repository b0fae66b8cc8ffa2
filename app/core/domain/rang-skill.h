/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RangSkill: bits of what a van can do, and an order may need
 * @RANG_SKILL_LIFT: a tail lift
 * @RANG_SKILL_COLD: cooling
 */
typedef enum
{
  RANG_SKILL_LIFT = 1 << 0,
  RANG_SKILL_COLD = 1 << 1
} RangSkill;

#define RANG_N_SKILLS 2
#define RANG_ALL_SKILLS ((guint32)((1u << RANG_N_SKILLS) - 1))

/**
 * rang_skills_parse:
 * @text: (nullable): words divided by commas, semicolons or spaces: "lift, cold", in English or in the current language,
 *   without regard to case and accents; empty or "none" for none
 * @skills: (out): #RangSkill flags
 *
 * Returns: %FALSE if a word is no skill
 */
gboolean
rang_skills_parse (const char *text, guint32 *skills);

/** rang_skills_format: Returns: (transfer full): "lift,cold", the words of files and of the command line; "" for none */
char *
rang_skills_format (guint32 skills);

/** rang_skills_label: Returns: (transfer full): "lift, cold" in the current language; "" for none */
char *
rang_skills_label (guint32 skills);

/** rang_skill_label: Returns: (transfer none): what one skill is called in the current language */
const char *
rang_skill_label (RangSkill skill);

G_END_DECLS
