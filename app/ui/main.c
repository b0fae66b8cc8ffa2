/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for starting the window. */
#include "window/rang-application.h"

int
main (int argc, char **argv)
{
  g_autoptr (RangApplication) application = NULL;

  rang_ui_init ();
  application = rang_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
