/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <string.h>

#include "store/rang-store.h"

/* Runs with fake-nfs loaded. */
static void
test_a_store_on_a_network_drive_is_neither_made_nor_opened (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rang-store-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "deeper", "office.rang", NULL);
  g_autoptr (GError) error = NULL;
  const char *name = NULL;

  g_assert_true (rang_store_is_network_drive (path, &name));
  g_assert_cmpstr (name, ==, "NFS");
  g_assert_null (rang_store_create (path, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NETWORK_DRIVE);
  g_assert_nonnull (strstr (error->message, "NFS"));
  g_assert_nonnull (strstr (error->message, "disk of this computer"));
  g_clear_error (&error);
  g_assert_null (rang_store_open (path, RANG_STORE_DEFAULT, &error));
  g_assert_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NETWORK_DRIVE);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store-network/a store on a network drive is neither made nor opened",
                   test_a_store_on_a_network_drive_is_neither_made_nor_opened);
  return g_test_run ();
}
