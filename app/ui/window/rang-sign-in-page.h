/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "desk/rang-desk.h"

G_BEGIN_DECLS

/**
 * RangSignInPage:
 *
 * Asks for the password of the acting person. The window shows it in place of the office's pages while that person has
 * a password and has not signed in; another name is chosen in the head of the window.
 */
#define RANG_TYPE_SIGN_IN_PAGE (rang_sign_in_page_get_type ())
G_DECLARE_FINAL_TYPE (RangSignInPage, rang_sign_in_page, RANG, SIGN_IN_PAGE, AdwBin)

/** rang_sign_in_page_show: asks for the password of who acts on @desk now */
void
rang_sign_in_page_show (RangSignInPage *page, RangDesk *desk);

G_END_DECLS
