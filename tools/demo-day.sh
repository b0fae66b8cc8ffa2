#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The day's main job without a display: a demo office, its orders ranked, handed over, accepted, and the route sheets
# written. Called by ./run; ends with the path of a PDF.
set -euo pipefail
. "$(dirname "$0")/common.sh"

rangctl=build/app/cli/rangctl
[ -x "$rangctl" ] || fail "$rangctl is not there yet"
folder=$(mktemp -d "${TMPDIR:-/tmp}/rang-demo.XXXXXX")
store=$folder/office.rang
sheets=$folder/route-sheets.pdf

# person ROLE: the first person who holds the role.
person() {
  "$rangctl" --store "$store" --format csv people | awk -F, -v role="$1" 'NR > 1 && index($0, role) { print $1; exit }'
}

day() {
  "$rangctl" --store "$store" "$@" >>"$folder/rangctl.log"
}

say "No display, so the day's main job is done here, with rangctl."
say "1. A demo office in $store"
day init --demo
say "2. The orders of today, as the rules suggest them:"
"$rangctl" --store "$store" suggest >"$folder/suggestion.txt"
head -n 12 "$folder/suggestion.txt"
say "   … all of it in $folder/suggestion.txt"
say "3. The suggestion is applied, signed by the head of sales, and accepted by the delivery chief."
day --as "$(person head-of-sales)" apply
day --as "$(person head-of-sales)" handover
day --as "$(person delivery-chief)" accept
say "4. The log, checked entry by entry:"
"$rangctl" --store "$store" log --verify | head -n 1
say "5. The route sheets:"
day sheet --output "$sheets"
say "$sheets"
