#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A standby takes over while people work: streaming replication by PostgreSQL's own tools, the primary killed in the
# middle, the standby promoted. Whatever was told as done is in the log once. Called by ./run check, under with-server.sh.
set -euo pipefail
. "$(dirname "$0")/common.sh"

server=${RANG_TEST_SERVER:?this is run under with-server.sh}
first=${server#*\?host=}
bin=$RANG_TEST_SERVER_BIN
read -r -a as <<<"${RANG_TEST_SERVER_AS:-}"
second=$first/standby
each=${RANG_STANDBY_CHANGES:-10}
rangctl=build/app/cli/rangctl
export RANG_NOW=2026-11-24T05:00:00Z

cleanup() {
  (cd "$first" && "${as[@]}" "$bin/pg_ctl" -D "$second/data" -m immediate -w stop >/dev/null 2>&1) || true
}
trap cleanup EXIT

psql -q -h "$first" -U rang -d postgres -c 'CREATE DATABASE office'
"$rangctl" --store "postgresql://rang@/office?host=$first" init --demo
# One address for both: whichever accepts changes is taken.
store="postgresql://rang@/office?host=$first,$second&target_session_attrs=read-write"

say "Copying the server and starting the copy as its standby."
(
  cd "$first"
  "${as[@]}" mkdir -p "$second"
  "${as[@]}" "$bin/pg_basebackup" -h "$first" -U rang_admin -D "$second/data" -R -c fast
  "${as[@]}" "$bin/pg_ctl" -D "$second/data" -l "$second/server.log" -o "-k '$second' -c listen_addresses= -c max_connections=200" -w -t 60 start
) >/dev/null
psql -q -h "$first" -U rang_admin -d postgres -c "ALTER SYSTEM SET synchronous_standby_names = '*'" -c 'SELECT pg_reload_conf ()' >/dev/null

say "What Insight asks, asked of the standby."
"$rangctl" --store "postgresql://rang@/office?host=$second" --format json insight >/dev/null

order=$("$rangctl" --store "$store" --format csv board | sed -n 5p | cut -d, -f2)
done_file=$(mktemp "${TMPDIR:-/tmp}/rang-standby.XXXXXX")
count() {
  "$rangctl" --store "$store" --format csv log 2>/dev/null | grep -c "change $1\b" || true
}
work() {
  local i
  for i in $(seq "$1" "$2"); do
    # The delivery chief notes who asked for the order. Where that fails it is looked up before it is tried again.
    until "$rangctl" --store "$store" --as 'Dan Mureșan' asked "$order" --by 'Ioana Pop' --note "change $i" >/dev/null 2>&1 ||
      [ "$(count "$i")" -eq 1 ]; do
      [ $((SECONDS - started)) -lt 300 ] || fail "change $i was never taken"
      sleep 0.2
    done
    echo "change $i" >>"$done_file"
  done
}

say "$each changes on the first server, then it is killed and the standby promoted, then $each more."
started=$SECONDS
work 1 $((2 * each)) &
worker=$!
until [ "$(wc -l <"$done_file")" -ge "$each" ]; do sleep 0.1; done
(
  cd "$first"
  "${as[@]}" "$bin/pg_ctl" -D "$first/data" -m immediate -w stop
  "${as[@]}" "$bin/pg_ctl" -D "$second/data" -w promote
) >/dev/null
wait "$worker"

"$rangctl" --store "$store" log --verify
lost=0
for i in $(seq 1 $((2 * each))); do
  times=$(count "$i")
  [ "$times" -eq 1 ] || { say "change $i is in the log $times times"; lost=1; }
done
rm -f "$done_file"
[ "$lost" -eq 0 ] || fail "changes were lost or doubled"
say "Standby: $((2 * each)) changes told as done, each in the log once."
