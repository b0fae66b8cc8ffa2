#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the tests of a build folder and ends with what really ran: "N passed, N failed, N skipped".
#   tools/test.sh BUILD [MESON TEST OPTION...]
set -uo pipefail
. "$(dirname "$0")/common.sh"

build=$1
shift
started=$SECONDS
logs=$build/meson-logs
rm -f "$logs"/testlog-displayless.* "$logs"/testlog-server.* "$logs"/testlog-display.*

# The tests of the window wait for the window, those on a server for the server: all run side by side, so that the
# processors are not idle. What those without a window say is printed after the window's.
no_display() {
  echo "The tests that need no display:"
  meson test -C "$build" --no-rebuild --no-suite display --no-suite server --num-processes 1 --print-errorlogs \
    --logbase testlog-displayless "${options[@]}" </dev/null
}
on_server() {
  "$@" meson test -C "$build" --no-rebuild --suite server --num-processes 1 --print-errorlogs --logbase testlog-server \
    "${options[@]}" </dev/null
}
all_on_server() {
  echo "The store's and the office's tests again, on a PostgreSQL server of their own:"
  on_server "$(dirname "$0")/../tests/lib/with-server.sh"
  local status=$?
  if [ "$status" -eq 77 ]; then
    # Without PostgreSQL each test says for itself that it is skipped.
    on_server env
    status=$?
  fi
  return "$status"
}
options=("$@")
say "Running the tests of the window, under a virtual display of their own; beside them those that need none, and the"
say "store's and the office's again, on a PostgreSQL server of their own."
# In process groups of their own, so that they end with this script however that ends.
set -m
no_display >"$logs/no-display.txt" 2>&1 &
no_display_job=$!
all_on_server >"$logs/on-server.txt" 2>&1 &
on_server_job=$!
set +m
trap 'kill -- -"$no_display_job" -"$on_server_job" 2>/dev/null' EXIT
trap 'exit 130' INT TERM
# Two at a time, each with a display of its own: they wait most of the time.
meson test -C "$build" --no-rebuild --suite display --num-processes 2 --print-errorlogs --logbase testlog-display "$@" \
  </dev/null
display=$?
wait "$no_display_job"
displayless=$?
wait "$on_server_job"
server=$?
cat "$logs/no-display.txt" "$logs/on-server.txt"

say "Took $((SECONDS - started)) s. Logs: $logs/testlog-{displayless,server,display}.txt"
python3 "$(dirname "$0")/count-tests.py" --by-log "$logs/testlog-displayless.json" "$logs/testlog-server.json" \
  "$logs/testlog-display.json"
counted=$?
[ "$counted" -eq 0 ] && [ "$displayless" -eq 0 ] && [ "$server" -eq 0 ] && [ "$display" -eq 0 ]
