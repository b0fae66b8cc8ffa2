/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for what can be said of a store's file before SQLite touches it. */
#include "store/rang-sqlite-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/rang-network-drive.h"
#include "store/rang-store-error.h"

/* Makes an empty file that nobody else made, also not at the same moment. What an earlier store of that name left
 * beside it would be taken for part of the new one. */
static gboolean
make_file (const char *path, GError **error)
{
  static const char *const ends[] = { "-wal", "-shm", "-journal" };
  int file = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0666);

  if (file < 0)
    {
      if (errno == EEXIST)
        g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_EXISTS, "%s",
                     _ ("the file already exists; choose another name or move it away"));
      else
        g_set_error (error, RANG_STORE_ERROR, errno == ENOSPC ? RANG_STORE_ERROR_FULL : RANG_STORE_ERROR_PERMISSION,
                     /* Translators: %s is the system's reason */
                     _ ("the store cannot be made here (%s); choose another place"), g_strerror (errno));
      return FALSE;
    }
  g_close (file, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *left = g_strconcat (path, ends[i], NULL);

      g_unlink (left);
    }
  return TRUE;
}

gboolean
rang_sqlite_file_prepare (const char *path, gboolean create, GError **error)
{
  const char *network;
  GStatBuf info;

  if (rang_store_is_network_drive (path, &network))
    {
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NETWORK_DRIVE,
                   /* Translators: %s is the kind of network drive: NFS, SMB … */
                   _ ("the store lies on a network drive (%s), where it would be damaged; "
                      "keep it on a disk of this computer"),
                   network);
      return FALSE;
    }
  if (create)
    return make_file (path, error);
  if (g_stat (path, &info) != 0)
    {
      g_set_error (error, RANG_STORE_ERROR, errno == EACCES ? RANG_STORE_ERROR_PERMISSION : RANG_STORE_ERROR_NOT_FOUND,
                   "%s",
                   errno == EACCES ? _ ("the store may not be read; change the rights of its folder")
                                   : _ ("there is no such store; make one with “rangctl init” or choose another file"));
      return FALSE;
    }
  if (!S_ISREG (info.st_mode) || info.st_size == 0)
    {
      g_set_error (error, RANG_STORE_ERROR, RANG_STORE_ERROR_NOT_A_STORE, "%s",
                   S_ISREG (info.st_mode) ? _ ("the file is empty; choose another file, or delete it and make a store")
                                          : _ ("this is no file; choose the file of a store"));
      return FALSE;
    }
  return TRUE;
}
