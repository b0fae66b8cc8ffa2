#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The display of the window's tests: what it sets up, and that it ends what it started and nothing else.
set -u
display=$(dirname "$0")/with-display.sh
count=0
failed=0

# claim NAME COMMAND...: one result line; it is good if the command succeeds.
claim() {
  local name=$1
  shift
  count=$((count + 1))
  if "$@"; then
    echo "ok $count - $name"
  else
    echo "not ok $count - $name"
    failed=1
  fi
}

said=$("$display" --size 800x600 -- sh -c 'xdotool getdisplaygeometry; echo "$HOME"; echo "$DISPLAY"; echo "$XDG_DATA_HOME"')
mapfile -t line <<<"$said"
claim "the screen has the size asked for" test "${line[0]}" = "800 600"
claim "the home is not the person's own" test "${line[1]}" != "$HOME"
claim "the home is gone afterwards" test ! -e "${line[1]}"
claim "data goes into that home" test "${line[3]#"${line[1]}"/}" != "${line[3]}"
claim "the display is gone afterwards" sh -c "! DISPLAY=${line[2]} xdotool getdisplaygeometry >/dev/null 2>&1"

"$display" -- sh -c 'exit 7'
claim "the command's exit status is kept" test $? -eq 7
"$display" -- sh -c 'kill -9 $$' 2>/dev/null
claim "a command that a signal ends is a failure" test $? -ne 0
"$display" 2>/dev/null
claim "no command is wrong usage" test $? -eq 2

claim "a session bus answers" "$display" -- sh -c \
  'dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.ListNames >/dev/null'
claim "Romanian is Romanian, dates too" \
  test "$("$display" --romanian -- sh -c 'echo "$LANGUAGE" "$(date -d 2026-11-23 +%A)"')" = "ro luni"

# Two at once get two displays.
first=$(mktemp)
"$display" -- sh -c 'echo "$DISPLAY"; sleep 1' >"$first" &
other=$!
second=$("$display" -- sh -c 'echo "$DISPLAY"')
wait "$other"
claim "two at once get two displays" test "$(cat "$first")" != "$second"
rm -f "$first"

# A signal to the script ends the command, too.
mark=$(mktemp -u)
"$display" -- sh -c "echo \$\$ > $mark; exec sleep 600" &
other=$!
for _ in $(seq 200); do [ -s "$mark" ] && break; sleep 0.05; done
kill "$other"
wait "$other" 2>/dev/null
claim "a signal ends the command with the display" sh -c "test -s $mark && ! kill -0 \$(cat $mark) 2>/dev/null"
rm -f "$mark"

echo "1..$count"
exit "$failed"
