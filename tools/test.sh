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
rm -f "$logs"/testlog-displayless.* "$logs"/testlog-display.*

say "Running the tests that need no display."
meson test -C "$build" --no-rebuild --no-suite display --print-errorlogs --logbase testlog-displayless "$@" </dev/null
displayless=$?
say "Running the tests of the window, under a virtual display of their own."
# One at a time: a test that drags with the mouse measures what a person would see, not how busy the machine is.
meson test -C "$build" --no-rebuild --suite display --num-processes 1 --print-errorlogs --logbase testlog-display "$@" \
  </dev/null
display=$?

say "Took $((SECONDS - started)) s. Logs: $logs/testlog-displayless.txt, $logs/testlog-display.txt"
python3 "$(dirname "$0")/count-tests.py" "$logs/testlog-displayless.json" "$logs/testlog-display.json"
counted=$?
[ "$counted" -eq 0 ] && [ "$displayless" -eq 0 ] && [ "$display" -eq 0 ]
