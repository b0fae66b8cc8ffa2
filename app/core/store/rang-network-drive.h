/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rang_network_drive_name:
 * @magic: the type of a file system as statfs() gives it
 * @mount_type: (nullable): its name in the table of mounts ("fuse.sshfs"), asked for FUSE alone
 *
 * Returns: (transfer none) (nullable): "NFS", "SMB" … if it is a file system of another machine; %NULL if it is local
 */
const char *
rang_network_drive_name (gulong magic, const char *mount_type);

/**
 * rang_store_is_network_drive:
 * @path: a file, which need not exist, or a folder
 * @name: (out) (optional) (transfer none): "NFS", "SMB" …
 *
 * Returns: whether @path lies on another machine's disk, where a SQLite store would be damaged
 */
gboolean
rang_store_is_network_drive (const char *path, const char **name);

G_END_DECLS
