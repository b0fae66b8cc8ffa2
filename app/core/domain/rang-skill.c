/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what vans can do and orders may need: the words for it. */
#include "domain/rang-skill.h"

#include <glib/gi18n-lib.h>

#include "base/rang-text.h"

static const char *const words[RANG_N_SKILLS] = { "lift", "cold" };

const char *
rang_skill_label (RangSkill skill)
{
  /* Translators: a tail lift of a van */
  return skill == RANG_SKILL_LIFT ? C_ ("skill", "lift") : C_ ("skill", "cold");
}

static gboolean
is_word (const char *key, const char *word)
{
  g_autofree char *other = rang_text_key (word);

  return g_str_equal (key, other);
}

static guint32
find_skill (const char *word)
{
  g_autofree char *key = rang_text_key (word);

  for (guint i = 0; i < RANG_N_SKILLS; i++)
    if (g_str_equal (key, words[i]) || is_word (key, rang_skill_label ((RangSkill)(1u << i))))
      return 1u << i;
  return 0;
}

gboolean
rang_skills_parse (const char *text, guint32 *skills)
{
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", ",; ", -1);

  g_return_val_if_fail (skills != NULL, FALSE);
  *skills = 0;
  if (text != NULL && is_word ("none", text))
    return TRUE;
  for (char **part = parts; *part != NULL; part++)
    {
      guint32 found = (*part)[0] != '\0' ? find_skill (*part) : 0;

      if ((*part)[0] != '\0' && found == 0)
        return FALSE;
      *skills |= found;
    }
  return TRUE;
}

static char *
join (guint32 skills, const char *between, gboolean labels)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < RANG_N_SKILLS; i++)
    if ((skills & (1u << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? between : "",
                              labels ? rang_skill_label ((RangSkill)(1u << i)) : words[i]);
  return g_string_free (text, FALSE);
}

char *
rang_skills_format (guint32 skills)
{
  return join (skills, ",", FALSE);
}

char *
rang_skills_label (guint32 skills)
{
  return join (skills, ", ", TRUE);
}
