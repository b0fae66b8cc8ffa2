/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for labels that wrap before they are cut. */
#include "common/rang-label.h"

void
rang_label_wrap (GtkLabel *label, int lines)
{
  g_return_if_fail (GTK_IS_LABEL (label) && lines > 0);

  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_wrap_mode (label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (label, lines);
  gtk_label_set_ellipsize (label, PANGO_ELLIPSIZE_END);
}
