#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A shared office: a private PostgreSQL server with the demo office, and two windows on it, the head of sales' and the
# delivery chief's. All of it is gone when the windows are closed. Called by ./run office, under with-server.sh.
set -euo pipefail
. "$(dirname "$0")/common.sh"

server=${RANG_TEST_SERVER:?this is run under with-server.sh}
host=${server#*\?host=}
psql -q -h "$host" -U rang -d postgres -c 'CREATE DATABASE office'
export store="postgresql://rang@/office?host=$host"
say "Making the demo office on $store"
build/app/cli/rangctl --store "$store" init --demo

if [ -z "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ]; then
  say "There is no display for two windows; this is the board that they would show:"
  build/app/cli/rangctl --store "$store" board | head -n 12
  exit 0
fi
say "Opening two windows: Ioana Pop's, head of sales, and Dan Mureșan's, delivery chief. What one does the other sees."
export GSETTINGS_SCHEMA_DIR=$PWD/build/data
build/app/ui/rang --store "$store" --as 'Ioana Pop' &
first=$!
build/app/ui/rang --store "$store" --as 'Dan Mureșan' || true
wait "$first"
