#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes an office with three years of history and measures the window on it. Called by the benchmark.
#   bench-window.sh BENCH_HISTORY BENCH_WINDOW
set -euo pipefail
folder=$(mktemp -d "${TMPDIR:-/tmp}/rang-bench.XXXXXX")
trap 'rm -rf "$folder"' EXIT
"$RANGCTL" --store "$folder/office.rang" init --demo >/dev/null
"$1" "$folder/office.rang" >/dev/null
"$2" "$folder/office.rang"
