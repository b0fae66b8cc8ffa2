#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# A picture of two windows on one office of a server: what the head of sales drags in the left one appears in the delivery
# chief's at the right. Called by tools/shots.sh, under with-server.sh and with-display.sh.
#   tools/shot-office.sh FILE
set -euo pipefail
. "$(dirname "$0")/common.sh"

picture=$1
server=${RANG_TEST_SERVER:?this is run under with-server.sh}
host=${server#*\?host=}
store="postgresql://rang@/office?host=$host"
work=$(mktemp -d "${TMPDIR:-/tmp}/rang-office-shot.XXXXXX")
started=()
end() {
  local process
  for process in "${started[@]}"; do
    kill "$process" 2>/dev/null || true
  done
  rm -rf "$work"
}
trap end EXIT

psql -q -h "$host" -U rang -d postgres -c 'CREATE DATABASE office'
build/app/cli/rangctl --store "$store" init --demo
order=$(build/app/cli/rangctl --store "$store" --format csv board | sed -n 10p | cut -d, -f2)

# The delivery chief's, to the right, until the order stands third in it.
cat >"$work/right" <<END
place 900 1000
click any "Board*"
wait "list item" "Place 9, *, order $order, *"
wait "list item" "Place 3, *, order $order, *"
pause 1500
shot "$work/seen.png"
pause 60000
END
build/tests/lib/rang-drive "$work/right" build/app/ui/rang --store "$store" --as 'Dan Mureșan' &
started+=($!)
until id=$(xdotool search --onlyvisible --name '2026' 2>/dev/null | head -n 1) && [ -n "$id" ]; do sleep 0.2; done
sleep 3
xdotool windowmove "$id" 900 0

# The head of sales', to the left: the order is dragged from the ninth place to the third, and the reason is given.
cat >"$work/left" <<END
place 900 1000
wait "list item" "Place 9, *, order $order, *"
pause 2000
carry "list item" "Place 9, *" "list item" "Place 3, *"
pause 500
drop
wait "list item" "Place 3, *, order $order, *"
key 2
pause 60000
END
build/tests/lib/rang-drive "$work/left" build/app/ui/rang --store "$store" --as 'Ioana Pop' &
started+=($!)
for _ in $(seq 600); do
  [ ! -f "$work/seen.png" ] || break
  sleep 0.2
done
[ -f "$work/seen.png" ] || fail "what was dragged in one window did not appear in the other"
# Away from what has a tip.
xdotool mousemove 450 990
sleep 0.7
import -window root "$picture"
