#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with a PostgreSQL server of its own: a cluster in a temporary folder, reached through a socket there and
# by no network, ended and removed afterwards. RANG_TEST_SERVER says where it is; if that is set already, that server is
# used, unless it lacks what is asked for. Who connects is the role rang, which may make databases and roles but is no superuser; that is rang_admin.
# RANG_SERVER_OPTIONS are further options of the server; with RANG_SERVER_DISK=1 it lies on a disk in any case. With
# RANG_SERVER_TLS=1 it also answers on 127.0.0.1, at the port in the address, with a certificate for localhost; the folder of the socket holds ca.crt, which signed it, and other.crt,
# which did not. Ends with 77 (skip) where PostgreSQL is not installed.
#   with-server.sh COMMAND [ARGUMENT...]
set -uo pipefail

case ${RANG_SERVER_TLS:-}:${RANG_TEST_SERVER:-} in
  *:) ;;
  1:*port=* | :* | 0:*) exec "$@" ;;
esac

bin=
for candidate in /usr/lib/postgresql/*/bin "$(dirname "$(readlink -f "$(command -v initdb || echo /nowhere/initdb)")")"; do
  [ -x "$candidate/initdb" ] && bin=$candidate
done
if [ -z "$bin" ]; then
  echo "1..0 # SKIP PostgreSQL is not installed"
  exit 77
fi

# In memory where there is room for it: making a database makes hundreds of files.
base=${TMPDIR:-/tmp}
if [ -z "${TMPDIR:-}${RANG_SERVER_DISK:-}" ] && [ -w /dev/shm ] && [ "$(df --output=avail -k /dev/shm | tail -n 1)" -gt 4000000 ]; then
  base=/dev/shm
fi
folder=$(mktemp -d "$base/rang-server.XXXXXX")
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

port=5432
network="-c listen_addresses="
make_certificates() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$1" -keyout "$2.key" -out "$2.crt"
}
if [ "${RANG_SERVER_TLS:-}" = 1 ]; then
  (
    cd "$folder" || exit 1
    make_certificates "Rang Test" ca && make_certificates "Another" other &&
      openssl req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout server.key -out server.csr &&
      printf 'subjectAltName=DNS:localhost\n' >server.ext &&
      openssl x509 -req -in server.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -extfile server.ext -out server.crt &&
      chmod 600 server.key && { [ "$(id -u)" -ne 0 ] || chown "$user" server.key server.crt; }
  ) >"$folder/tls.log" 2>&1 || { cat "$folder/tls.log" >&2; exit 1; }
  port=$((20000 + RANDOM % 20000))
  network="-c listen_addresses=127.0.0.1 -c ssl=on -c ssl_cert_file='$folder/server.crt' -c ssl_key_file='$folder/server.key'"
fi

# Nothing in it outlives the tests, so nothing waits for the disk.
options="-k '$folder' -p $port $network -c fsync=off -c full_page_writes=off -c max_connections=200 ${RANG_SERVER_OPTIONS:-}"
cd "$folder" || exit 1
if ! "${as_server[@]}" "$bin/initdb" -D data -U rang_admin -A trust -E UTF8 --no-locale -N >initdb.log 2>&1 ||
  ! "${as_server[@]}" "$bin/pg_ctl" -D data -l server.log -o "$options" -w -t 60 start >pg_ctl.log 2>&1 ||
  ! "$bin/psql" -q -h "$folder" -p "$port" -U rang_admin -d postgres -c 'CREATE ROLE rang LOGIN CREATEDB CREATEROLE' \
    -c 'GRANT pg_signal_backend TO rang' >roles.log 2>&1; then
  tail -n 20 ./*.log >&2
  exit 1
fi
cd "$OLDPWD" || exit 1
# For who stops, copies and starts servers: the programs, and what to run them with.
export RANG_TEST_SERVER_BIN=$bin RANG_TEST_SERVER_AS="${as_server[*]}"
place="host=$folder"
[ "$port" -eq 5432 ] || place="$place&port=$port"
RANG_TEST_SERVER="postgresql://rang@/postgres?$place" "$@"
