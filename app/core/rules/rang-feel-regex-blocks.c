/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for the blocks of Unicode by the names that XML Schema gives them. */
#include "rules/rang-feel-regex.h"

#include <string.h>

static const struct
{
  const char *name;
  guint low;
  guint high;
} blocks[] = {
  { "BasicLatin", 0x0, 0x7f },
  { "Latin-1Supplement", 0x80, 0xff },
  { "LatinExtended-A", 0x100, 0x17f },
  { "LatinExtended-B", 0x180, 0x24f },
  { "IPAExtensions", 0x250, 0x2af },
  { "SpacingModifierLetters", 0x2b0, 0x2ff },
  { "CombiningDiacriticalMarks", 0x300, 0x36f },
  { "Greek", 0x370, 0x3ff },
  { "GreekandCoptic", 0x370, 0x3ff },
  { "Cyrillic", 0x400, 0x4ff },
  { "Armenian", 0x530, 0x58f },
  { "Hebrew", 0x590, 0x5ff },
  { "Arabic", 0x600, 0x6ff },
  { "Syriac", 0x700, 0x74f },
  { "Thaana", 0x780, 0x7bf },
  { "Devanagari", 0x900, 0x97f },
  { "Bengali", 0x980, 0x9ff },
  { "Gurmukhi", 0xa00, 0xa7f },
  { "Gujarati", 0xa80, 0xaff },
  { "Oriya", 0xb00, 0xb7f },
  { "Tamil", 0xb80, 0xbff },
  { "Telugu", 0xc00, 0xc7f },
  { "Kannada", 0xc80, 0xcff },
  { "Malayalam", 0xd00, 0xd7f },
  { "Sinhala", 0xd80, 0xdff },
  { "Thai", 0xe00, 0xe7f },
  { "Lao", 0xe80, 0xeff },
  { "Tibetan", 0xf00, 0xfff },
  { "Myanmar", 0x1000, 0x109f },
  { "Georgian", 0x10a0, 0x10ff },
  { "HangulJamo", 0x1100, 0x11ff },
  { "Ethiopic", 0x1200, 0x137f },
  { "Cherokee", 0x13a0, 0x13ff },
  { "Khmer", 0x1780, 0x17ff },
  { "Mongolian", 0x1800, 0x18af },
  { "LatinExtendedAdditional", 0x1e00, 0x1eff },
  { "GreekExtended", 0x1f00, 0x1fff },
  { "GeneralPunctuation", 0x2000, 0x206f },
  { "SuperscriptsandSubscripts", 0x2070, 0x209f },
  { "CurrencySymbols", 0x20a0, 0x20cf },
  { "LetterlikeSymbols", 0x2100, 0x214f },
  { "NumberForms", 0x2150, 0x218f },
  { "Arrows", 0x2190, 0x21ff },
  { "MathematicalOperators", 0x2200, 0x22ff },
  { "MiscellaneousTechnical", 0x2300, 0x23ff },
  { "BoxDrawing", 0x2500, 0x257f },
  { "BlockElements", 0x2580, 0x259f },
  { "GeometricShapes", 0x25a0, 0x25ff },
  { "MiscellaneousSymbols", 0x2600, 0x26ff },
  { "Dingbats", 0x2700, 0x27bf },
  { "BraillePatterns", 0x2800, 0x28ff },
  { "CJKSymbolsandPunctuation", 0x3000, 0x303f },
  { "Hiragana", 0x3040, 0x309f },
  { "Katakana", 0x30a0, 0x30ff },
  { "Bopomofo", 0x3100, 0x312f },
  { "CJKUnifiedIdeographs", 0x4e00, 0x9fff },
  { "HangulSyllables", 0xac00, 0xd7a3 },
  { "PrivateUse", 0xe000, 0xf8ff },
  { "CJKCompatibilityIdeographs", 0xf900, 0xfaff },
  { "AlphabeticPresentationForms", 0xfb00, 0xfb4f },
  { "ArabicPresentationForms-A", 0xfb50, 0xfdff },
  { "ArabicPresentationForms-B", 0xfe70, 0xfeff },
  { "HalfwidthandFullwidthForms", 0xff00, 0xffef },
};

gboolean
rang_feel_regex_find_block (const char *name, gsize length, guint *low, guint *high)
{
  for (gsize i = 0; i < G_N_ELEMENTS (blocks); i++)
    if (strlen (blocks[i].name) == length && strncmp (blocks[i].name, name, length) == 0)
      {
        *low = blocks[i].low;
        *high = blocks[i].high;
        return TRUE;
      }
  return FALSE;
}
