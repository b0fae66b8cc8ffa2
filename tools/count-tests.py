#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what meson's JSON test logs say really ran, subtest by subtest, and prints it as one line.

A test program that speaks TAP counts as many times as it has result lines; one that does not counts once. A program
that ended badly without a failed subtest (a crash, a timeout, a plan that was not fulfilled) is one failure more.
With --by-log a line for each log comes first. Ends with 1 if anything failed or nothing ran.
"""

import json
import os
import re
import sys

RESULT = re.compile(r"^(not )?ok\b(.*)$")
SKIP = re.compile(r"#\s*skip", re.IGNORECASE)
EXPECTED = re.compile(r"#\s*[t]odo", re.IGNORECASE)
GOOD = {"OK", "EXPECTEDFAIL"}


def count_tap(text):
    """The passed, failed and skipped result lines at the outermost level of a TAP stream."""
    passed = failed = skipped = 0
    for line in text.splitlines():
        found = RESULT.match(line)
        if not found:
            continue
        if SKIP.search(found.group(2)):
            skipped += 1
        elif found.group(1) and not EXPECTED.search(found.group(2)):
            failed += 1
        else:
            passed += 1
    return passed, failed, skipped


def count_test(test):
    """The passed, failed and skipped parts of one entry of a test log."""
    passed, failed, skipped = count_tap(test.get("stdout") or "")
    result = test["result"]
    if passed + failed + skipped == 0:
        if result == "SKIP":
            return 0, 0, 1
        return (1, 0, 0) if result in GOOD else (0, 1, 0)
    if result not in GOOD | {"SKIP"} and failed == 0:
        failed = 1
    return passed, failed, skipped


def main(paths):
    total = [0, 0, 0]
    bad = []
    by_log = "--by-log" in paths
    paths = [path for path in paths if path != "--by-log"]
    for path in paths:
        try:
            with open(path, encoding="utf-8") as log:
                tests = [json.loads(line) for line in log if line.strip()]
        except FileNotFoundError:
            continue
        before = total
        for test in tests:
            counts = count_test(test)
            total = [a + b for a, b in zip(total, counts)]
            if counts[1]:
                bad.append(f"{test['name']} ({test['result'].lower()})")
        if by_log:
            name = os.path.basename(path).removeprefix("testlog-").removesuffix(".json")
            print(f"{name}: " + ", ".join(f"{now - then} {word}" for now, then, word in
                                          zip(total, before, ("good", "bad", "left out"))))
    if bad:
        print("Failed: " + ", ".join(bad))
    passed, failed, skipped = total
    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed or passed == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
