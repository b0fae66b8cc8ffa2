#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes an office with three years of history, in a file and on a server, and measures opening its board on both. Called by
# the benchmark, under with-server.sh.
#   bench-open.sh BENCH_HISTORY BENCH_OPEN
set -euo pipefail
server=${RANG_TEST_SERVER:?this is run under with-server.sh}
host=${server#*\?host=}
folder=$(mktemp -d "${TMPDIR:-/tmp}/rang-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
psql -q -h "$host" -U rang -d postgres -c 'CREATE DATABASE history'
"$RANGCTL" --store "$folder/office.rang" init --demo >/dev/null
"$1" "$folder/office.rang" >/dev/null
"$RANGCTL" copy "$folder/office.rang" "postgresql://rang@/history?host=$host" >/dev/null
# As the server does by itself in a running office.
psql -q -h "$host" -U rang -d history -c 'SET client_min_messages = error' -c 'VACUUM ANALYZE'
"$2" "$folder/office.rang" "postgresql://rang@/history?host=$host"
