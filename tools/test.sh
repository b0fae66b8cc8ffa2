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

say "Running the tests that need no display."
meson test -C "$build" --no-rebuild --no-suite display --no-suite server --print-errorlogs --logbase testlog-displayless "$@" </dev/null
displayless=$?
say "Running the store's and the office's tests again, on a PostgreSQL server of their own."
on_server() {
  "$@" meson test -C "$build" --no-rebuild --suite server --print-errorlogs --logbase testlog-server "${options[@]}" </dev/null
}
options=("$@")
on_server "$(dirname "$0")/../tests/lib/with-server.sh"
server=$?
if [ "$server" -eq 77 ]; then
  # Without PostgreSQL each test says for itself that it is skipped.
  on_server env
  server=$?
fi
say "Running the tests of the window, under a virtual display of their own."
# One at a time: a test that drags with the mouse measures what a person would see, not how busy the machine is.
meson test -C "$build" --no-rebuild --suite display --num-processes 1 --print-errorlogs --logbase testlog-display "$@" \
  </dev/null
display=$?

say "Took $((SECONDS - started)) s. Logs: $logs/testlog-displayless.txt, $logs/testlog-display.txt"
python3 "$(dirname "$0")/count-tests.py" --by-log "$logs/testlog-displayless.json" "$logs/testlog-server.json" \
  "$logs/testlog-display.json"
counted=$?
[ "$counted" -eq 0 ] && [ "$displayless" -eq 0 ] && [ "$server" -eq 0 ] && [ "$display" -eq 0 ]
