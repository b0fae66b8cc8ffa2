#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A server whose disk is full: the office says so, changes nothing, and goes on once there is room again. The database lies
# on a small file system in memory, which only root can mount. Called by ./run check, under with-server.sh.
set -euo pipefail
. "$(dirname "$0")/common.sh"

server=${RANG_TEST_SERVER:?this is run under with-server.sh}
host=${server#*\?host=}
read -r -a as <<<"${RANG_TEST_SERVER_AS:-}"
small=$host/small
rangctl=build/app/cli/rangctl
export RANG_NOW=2026-11-24T05:00:00Z

mkdir "$small"
if ! mount -t tmpfs -o size=64m tmpfs "$small" 2>/dev/null; then
  say "Full disk: skipped, a file system in memory cannot be mounted here."
  exit 0
fi
cleanup() {
  psql -q -h "$host" -U rang_admin -d postgres -c 'DROP DATABASE IF EXISTS office WITH (FORCE)' -c 'DROP TABLESPACE IF EXISTS small' \
    >/dev/null 2>&1 || true
  umount "$small" || umount -l "$small"
}
trap cleanup EXIT
chmod 777 "$small"
"${as[@]}" mkdir "$small/space"
psql -q -h "$host" -U rang_admin -d postgres -c "CREATE TABLESPACE small LOCATION '$small/space'" \
  -c 'GRANT CREATE ON TABLESPACE small TO rang'
psql -q -h "$host" -U rang -d postgres -c 'CREATE DATABASE office TABLESPACE small'
store="postgresql://rang@/office?host=$host"
"$rangctl" --store "$store" init --demo

say "Filling the server's disk."
psql -q -h "$host" -U rang -d office -c 'CREATE SCHEMA ballast' -c 'CREATE TABLE ballast.t (t text)'
for size in 1000000 100000 8000; do
  while psql -q -h "$host" -U rang -d office -v ON_ERROR_STOP=1 \
    -c "INSERT INTO ballast.t SELECT string_agg (md5 (i::text), '') FROM generate_series (1, $size / 32) i" 2>/dev/null; do :; done
done

board() { "$rangctl" --store "$store" --format csv board | cut -d, -f1,2; }
before=$(board)
order=$(sed -n 20p <<<"$before" | cut -d, -f2)
refused=0
for place in $(seq 1 200); do
  # Some room is left in pages that are there; it is used up soon.
  if ! said=$("$rangctl" --store "$store" move "$order" $((place % 10 + 1)) --reason route 2>&1); then
    refused=1
    break
  fi
  before=$(board)
done
[ "$refused" -eq 1 ] || fail "the disk was never full"
case $said in *"disk is full; make room there and try again"*) ;; *) fail "a full disk is told as: $said" ;; esac
[ "$(board)" = "$before" ] || fail "a change that was refused is there"

psql -q -h "$host" -U rang_admin -d office -c 'DROP TABLE ballast.t' -c CHECKPOINT
"$rangctl" --store "$store" move "$order" 12 --reason route >/dev/null
"$rangctl" --store "$store" log --verify
say "Full disk: told, nothing changed, and it went on once there was room."
