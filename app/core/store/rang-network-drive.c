/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers for recognising files that lie on another machine's disk. */
#include "store/rang-network-drive.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>

#define MAGIC_FUSE 0x65735546UL

static const struct
{
  gulong magic;
  const char *name;
} network[] = {
  { 0x6969UL, "NFS" },      { 0xff534d42UL, "SMB (CIFS)" }, { 0xfe534d42UL, "SMB" },  { 0x517bUL, "SMB" },
  { 0x5346414fUL, "AFS" },  { 0x6b414653UL, "AFS" },        { 0x73757245UL, "Coda" }, { 0x564cUL, "NetWare" },
  { 0x00c36400UL, "Ceph" }, { 0x0bd00bd0UL, "Lustre" },     { 0x01161970UL, "GFS2" }, { 0x7461636fUL, "OCFS2" },
  { 0x47504653UL, "GPFS" }, { 0x19830326UL, "BeeGFS" },
};
static const char *const network_fuse[] = { "sshfs", "gvfsd-fuse", "davfs", "davfs2",    "rclone", "smbnetfs",
                                            "nfs",   "glusterfs",  "s3fs",  "curlftpfs", "cephfs", NULL };

const char *
rang_network_drive_name (gulong magic, const char *mount_type)
{
  magic &= 0xffffffffUL;
  for (gsize i = 0; i < G_N_ELEMENTS (network); i++)
    if (network[i].magic == magic)
      return network[i].name;
  if (magic == MAGIC_FUSE && mount_type != NULL)
    for (gsize i = 0; network_fuse[i] != NULL; i++)
      {
        const char *dot = strchr (mount_type, '.');

        if (dot != NULL && g_str_equal (dot + 1, network_fuse[i]))
          return network_fuse[i];
      }
  return NULL;
}

/* "fuse.sshfs" for the device that @path lies on, from the kernel's table of mounts:
 * "36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw" */
static char *
dup_mount_type (const char *path)
{
  g_autofree char *table = NULL;
  g_autofree char *device = NULL;
  g_auto (GStrv) lines = NULL;
  struct stat info;

  if (stat (path, &info) != 0 || !g_file_get_contents ("/proc/self/mountinfo", &table, NULL, NULL))
    return NULL;
  device = g_strdup_printf ("%u:%u", major (info.st_dev), minor (info.st_dev));
  lines = g_strsplit (table, "\n", -1);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (lines[i], " ", -1);
      const char *type = strstr (lines[i], " - ");

      if (g_strv_length (words) > 3 && type != NULL && g_str_equal (words[2], device))
        return g_strndup (type + 3, strcspn (type + 3, " "));
    }
  return NULL;
}

gboolean
rang_store_is_network_drive (const char *path, const char **name)
{
  g_autofree char *known = g_canonicalize_filename (path, NULL);
  g_autofree char *mount_type = NULL;
  const char *found;
  struct statfs info;

  while (statfs (known, &info) != 0)
    {
      g_autofree char *parent = g_path_get_dirname (known);

      if (g_str_equal (parent, known))
        return FALSE;
      g_free (known);
      known = g_steal_pointer (&parent);
    }
  if (((gulong)info.f_type & 0xffffffffUL) == MAGIC_FUSE)
    mount_type = dup_mount_type (known);
  found = rang_network_drive_name ((gulong)info.f_type, mount_type);
  if (name != NULL)
    *name = found;
  return found != NULL;
}
