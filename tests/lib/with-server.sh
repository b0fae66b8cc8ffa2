#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with a PostgreSQL server of its own: a cluster in a temporary folder, reached through a socket there and
# by no network, ended and removed afterwards. RANG_TEST_SERVER says where it is; if that is set already, that server is
# used. Who connects is the role rang, which may make databases and roles but is no superuser; that is rang_admin.
# RANG_SERVER_OPTIONS are further options of the server. Ends with 77 (skip) where PostgreSQL is not installed.
#   with-server.sh COMMAND [ARGUMENT...]
set -uo pipefail

[ -z "${RANG_TEST_SERVER:-}" ] || exec "$@"

bin=
for candidate in /usr/lib/postgresql/*/bin "$(dirname "$(readlink -f "$(command -v initdb || echo /nowhere/initdb)")")"; do
  [ -x "$candidate/initdb" ] && bin=$candidate
done
if [ -z "$bin" ]; then
  echo "1..0 # SKIP PostgreSQL is not installed"
  exit 77
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/rang-server.XXXXXX")
as_server=()
if [ "$(id -u)" -eq 0 ]; then
  # The server refuses to run as root.
  user=postgres
  id "$user" >/dev/null 2>&1 || user=nobody
  chown "$user" "$folder"
  as_server=(setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups --)
fi

stop() {
  "${as_server[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM

# Nothing in it outlives the tests, so nothing waits for the disk.
options="-k '$folder' -c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=200 ${RANG_SERVER_OPTIONS:-}"
cd "$folder" || exit 1
if ! "${as_server[@]}" "$bin/initdb" -D data -U rang_admin -A trust -E UTF8 --no-locale -N >initdb.log 2>&1 ||
  ! "${as_server[@]}" "$bin/pg_ctl" -D data -l server.log -o "$options" -w -t 60 start >pg_ctl.log 2>&1 ||
  ! "$bin/psql" -q -h "$folder" -U rang_admin -d postgres -c 'CREATE ROLE rang LOGIN CREATEDB CREATEROLE' \
    -c 'GRANT pg_signal_backend TO rang' >roles.log 2>&1; then
  tail -n 20 ./*.log >&2
  exit 1
fi
cd "$OLDPWD" || exit 1
# For who stops, copies and starts servers: the programs, and what to run them with.
export RANG_TEST_SERVER_BIN=$bin RANG_TEST_SERVER_AS="${as_server[*]}"
RANG_TEST_SERVER="postgresql://rang@/postgres?host=$folder" "$@"
