#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The long checks: the tests under sanitizers, static analysis, many random days, layout. Called by ./run check.
set -uo pipefail
. "$(dirname "$0")/common.sh"

bad=0
# A warning is an error here: an analyser that nobody reads is none.
judge() {
  if [ "$1" -eq 0 ]; then say "$2: good"; else say "$2: BAD"; bad=1; fi
}

say "1. The tests without a display, under the address and undefined-behaviour sanitizers (build-sanitize/)."
build_into build-sanitize -Db_sanitize=address,undefined -Db_lundef=false -Dbuildtype=debug
# One test preloads a library of its own, which then comes before the sanitizer's.
ASAN_OPTIONS=detect_leaks=1:verify_asan_link_order=0 LSAN_OPTIONS="suppressions=$PWD/tools/leaks.txt:print_suppressions=0" UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 \
  meson test -C build-sanitize --no-rebuild --no-suite display --no-suite server --no-suite lint --timeout-multiplier 5 --print-errorlogs </dev/null
judge $? "Sanitizers"

say "2. Static analysis by cppcheck (build/cppcheck.txt)."
build_into build
cppcheck --project=build/compile_commands.json --quiet --inline-suppr --enable=warning,portability \
  --library=gtk --suppress=missingIncludeSystem --suppress=unknownMacro --suppress=preprocessorErrorDirective \
  --suppress=invalidPrintfArgType_uint --suppress=nullPointerRedundantCheck \
  --error-exitcode=1 -j "$(nproc)" 2>build/cppcheck.txt
judge $? "cppcheck"
tail -n 20 build/cppcheck.txt

say "3. The fuzzers, ${RANG_FUZZ_SECONDS:-60} s each (build-fuzz/)."
CC=clang build_into build-fuzz -Dfuzzers=true -Db_sanitize=address,undefined -Db_lundef=false -Dbuildtype=debug fuzzers
for target in build-fuzz/tests/fuzz/fuzz-*; do
  [ -x "$target" ] && [ -f "$target" ] || continue
  name=$(basename "$target")
  mkdir -p "build-fuzz/corpus/$name"
  "$target" -max_total_time="${RANG_FUZZ_SECONDS:-60}" -timeout=10 -rss_limit_mb=2048 -artifact_prefix="build-fuzz/$name-" \
    "build-fuzz/corpus/$name" >"build-fuzz/$name.log" 2>&1
  judge $? "$name"
  tail -n 2 "build-fuzz/$name.log"
done

say "4. A thousand random days of the planner, each answer checked (build/planner-days.txt)."
RANG_TEST_DAYS=1000 build/tests/core/planner/test-planner-properties >build/planner-days.txt 2>&1
judge $? "Random days"
tail -n 5 build/planner-days.txt

say "5. The log and its tables with every bit turned over, one at a time (build/tamper.txt; ten minutes)."
RANG_TEST_TAMPER=all build/tests/core/store/test-store-tamper >build/tamper.txt 2>&1
judge $? "Every bit of the log"
RANG_TEST_TAMPER=all build/tests/core/office/test-office-tamper >>build/tamper.txt 2>&1
judge $? "Every column of the tables of decisions"

say "6. An office on a server, at length: a thousand cuts, ten minutes of twenty desks (build/server.txt)."
RANG_TEST_CUTS=${RANG_CUTS:-1000} tests/lib/with-server.sh build/tests/core/store/test-store-cuts --verbose >build/server.txt 2>&1
judge $? "A thousand connections cut"
RANG_TEST_LOAD_SECONDS=${RANG_LOAD_SECONDS:-600} RANG_TEST_LOAD_P99=200 RANG_SERVER_OPTIONS='-c fsync=on' \
  tests/lib/with-server.sh build/tests/core/office/test-office-load --verbose >>build/server.txt 2>&1
judge $? "Twenty desks on a server"
RANG_TEST_LOAD_SECONDS=${RANG_LOAD_SECONDS:-600} RANG_TEST_LOAD_P99=200 \
  build/tests/core/office/test-office-load --verbose >>build/server.txt 2>&1
judge $? "Four desks on a file"
grep -E '^# .*(cut:|desks:)' build/server.txt

say "7. A standby that takes over while people work (build/standby.txt)."
tests/lib/with-server.sh tools/check-standby.sh >build/standby.txt 2>&1
judge $? "Standby"
tail -n 5 build/standby.txt

say "8. A server whose disk is full (build/full-disk.txt)."
tests/lib/with-server.sh tools/check-full-disk.sh >build/full-disk.txt 2>&1
judge $? "Full disk"
tail -n 1 build/full-disk.txt

say "9. The layout of the sources (a report; it fails nothing)."
git ls-files 'app/*.c' 'app/*.h' 'tests/*.c' 'tests/*.h' | xargs -r clang-format --dry-run 2>&1 | grep -c 'warning:' |
  sed 's/$/ lines that clang-format would lay out differently/'

exit "$bad"
