#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes a picture of every page as shots/PAGE-VARIANT.png, and of the printed sheets. Called by ./run shots; the window
# is driven as a person would, under a virtual display of its own.
#   tools/shots.sh [VARIANT...]     only these: light dark romanian narrow large contrast office
#   PAGES="board calls" tools/shots.sh light     only these pages
set -euo pipefail
. "$(dirname "$0")/common.sh"

rangctl=$PWD/build/app/cli/rangctl
window=$PWD/build/app/ui/rang
drive=$PWD/build/tests/lib/rang-drive
[ -x "$window" ] || fail "build/app/ui/rang is not there yet"
[ -x "$drive" ] || fail "the library that drives the window was not built: at-spi, X11 or Xtst is missing"

shots=$PWD/shots
work=$(mktemp -d "${TMPDIR:-/tmp}/rang-shots.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$shots"
# The same Tuesday morning in every picture.
export RANG_NOW=2026-11-24T05:30:00Z GSETTINGS_SCHEMA_DIR=$PWD/build/data

# office NAME: a demo office in the language of the variant.
office() {
  env "${language[@]}" "$rangctl" --store "$work/$1.rang" init --demo
}

# Things are named in both languages.
first='wait "list item" "Place 1,*|Locul 1,*"'
# The place that an order from near the end is carried to: one that shows together with it.
goal=94
# Whoever acts; the head of sales unless told.
actor=()

# take PAGE: follows the script on standard input and takes the picture.
take() {
  local page=$1
  case " ${PAGES:-$page} " in *" $page "*) ;; *) cat >/dev/null; return 0 ;; esac
  { printf 'place %s\n%s\npause 400\n' "$size" "$first"; cat; printf 'shot "%s"\n' "$shots/$page-$variant.png"; } >"$work/script"
  if tests/lib/with-display.sh --a11y "${style[@]}" -- "$drive" "$work/script" "$window" --store "$work/$store.rang" \
    "${actor[@]}" 2>"$work/words"; then
    say "  shots/$page-$variant.png"
  else
    sed 's/^/    /' "$work/words" >&2
    say "  shots/$page-$variant.png could not be taken"
    missed=1
  fi
}

# sheets: the pages of the first van's papers that differ: run sheet, its foot, loading and picking list, vehicle log.
sheets() {
  local page=0 file
  env "${language[@]}" "$rangctl" --store "$work/$store.rang" sheet --output "$work/sheet.pdf" >/dev/null
  pdftoppm -r 110 -l 4 -png "$work/sheet.pdf" "$work/sheet"
  for file in "$work"/sheet-*.png; do
    page=$((page + 1))
    mv "$file" "$shots/sheet$page-$variant.png"
  done
  say "  shots/sheet1-$variant.png and $((page - 1)) more"
}

# person ROLE: the first person who holds the role.
person() {
  "$rangctl" --store "$work/$store.rang" --format csv people | awk -F, -v role="$1" 'index($3, role) { print $1; exit }'
}

pages() {
  store=day
  office day
  take board <<'END'
click "list item" "Place 9,*|Locul 9,*"
pause 800
END
  take drag <<END
click "list item" "Place 9,*|Locul 9,*"
key End
wait "list item" "Place 114,*|Locul 114,*"
pause 500
carry "list item" "Place 114,*|Locul 114,*" "list item" "Place $goal,*|Locul $goal,*"
pause 1200
END
  take moved <<END
click "list item" "Place 9,*|Locul 9,*"
key End
wait "list item" "Place 114,*|Locul 114,*"
pause 500
carry "list item" "Place 114,*|Locul 114,*" "list item" "Place $goal,*|Locul $goal,*"
drop
away
pause 1500
END
  take department <<'END'
key alt+3
pause 1500
END
  take conflicts <<'END'
key alt+5
pause 1500
?click label "*: two departments|*: două departamente"
pause 800
END
  take insight <<'END'
key alt+7
wait label "*Do departments compete*|*Concurează*"
pause 1500
END
  take compare <<'END'
key Escape
click "push button" "Undo|Anulează"
click "push button" "Compare with suggestion|Compară cu propunerea"
pause 1500
END
  take handover <<'END'
key Escape
click "push button" "Hand over*|Predă*"
pause 1500
END
  take order <<'END'
key ctrl+n
pause 1500
END
  take preferences <<'END'
key ctrl+comma
pause 1500
END
  # Beside the list, which a narrow window or large text puts away.
  take client <<'END'
click "list item" "Place 9,*|Locul 9,*"
pause 500
?click "push button" "The Client’s Doors*|Adresele*"
pause 500
key F9
pause 500
?click "push button" "The Client’s Doors*|Adresele*"
pause 1500
END
  # Down the main menu; the lock is passed over where it does not answer.
  take people <<'END'
click "push button" "Main menu|Meniul principal"
pause 600
key Down
key Down
key Down
key Return
pause 1500
END
  take rights <<'END'
click "push button" "Main menu|Meniul principal"
pause 600
key Down
key Down
key Down
key Return
pause 1000
click any "Rights|Drepturi"
pause 1000
END
  take deputy <<'END'
click "push button" "Main menu|Meniul principal"
pause 600
key Down
key Down
key Down
key Return
pause 1000
click any "Deputies|Înlocuitori"
click "push button" "Name a Deputy…|Numește un înlocuitor…"
pause 1500
END
  take password <<'END'
click "push button" "Main menu|Meniul principal"
pause 600
key Down
key Down
key Down
key Down
key Return
pause 1500
END
  take about <<'END'
click "push button" "Main menu|Meniul principal"
pause 600
key Up
key Return
pause 1500
END
  take shortcuts <<'END'
key ctrl+shift+question
pause 1500
END
  take help <<'END'
key F1
pause 1500
END
  take rules <<'END'
key alt+6
pause 2500
END
  # In a draft, which the day's pictures above are without.
  take cell <<'END'
key alt+6
click any "Begin a Draft*|Începe o ciornă*"
click any "Row 7, Value a year: *|Rândul 7, Valoare pe an: *"
pause 1500
END
  take filter <<'END'
key ctrl+f
pause 1500
END
  take find <<'END'
key ctrl+shift+f
pause 1500
type "tampa"
pause 2000
END
  take nothing <<'END'
key ctrl+f
pause 1500
type "Nu e pe lista de azi"
pause 1500
END
  colleague
  incomplete
  signed_day
  first_run
}

# Before there is an office: the welcome, and the second of the steps to one.
first_run() {
  local board=$first
  store=none
  first='wait label "Welcome to Rang|Bine ați venit*"'
  take welcome </dev/null
  take steps <<'END'
key Return
wait label "Step 1 of 4|Pasul 1 din 4"
type "Corona"
key Return
pause 1500
END
  first=$board
}

# What somebody else moves while the window is open; and a conflict that was decided.
colleague() {
  local order
  store=colleague
  office colleague
  order=$("$rangctl" --store "$work/colleague.rang" --format csv board | sed -n 111p | cut -d, -f2)
  "$rangctl" --store "$work/colleague.rang" move "$order" 3 --reason route >/dev/null
  "$rangctl" --store "$work/colleague.rang" decide \
    "$("$rangctl" --store "$work/colleague.rang" --format csv conflicts | sed -n 2p | cut -d, -f1)" --note "Agreed" \
    >/dev/null
  actor=(--as "Mihaela Dobre")
  take bumped <<'END'
pause 1500
END
  actor=()
  take decided <<'END'
key alt+5
pause 1500
END
}

# An order that lacks something waits in its department's tab.
incomplete() {
  store=incomplete
  office incomplete
  printf '%s\n' 'order,client,street,city,value' '77001,Nou Client SRL,Str. Lungă 1,Brașov,450' >"$work/new.csv"
  "$rangctl" --store "$work/incomplete.rang" import --department Clients "$work/new.csv" >/dev/null 2>&1 || true
  actor=(--as "Mihaela Dobre")
  take complete <<'END'
pause 1500
END
  take push <<'END'
click "list item" "Place 30,*|Locul 30,*"
pause 500
key ctrl+u
pause 1500
END
  actor=()
  imports
}

# What became of files: orders that are refused and to complete, and one whose encoding nothing names.
imports() {
  local head='order,client,street,city,value,requested_to,phone'
  printf '%s\n' "$head" '77101,Ardeal Consult SRL,Strada Lungă 1,Brașov,1863.40,2026-11-24T14:00,' \
    '77102,Nou Client SRL,Str. Lungă 1,Brașov,450,,' '77103,Ardeal Consult SRL,Strada Lungă 1,Brașov,4a0,2026-11-24,' \
    '77104,,Strada Lungă 1,Brașov,20,2026-02-30,' >"$work/orders.csv"
  printf '%s\n' "$head" '77201,Hârtia Brașov SRL,Șoseaua Cristianului 11,Săcele,310,2026-11-24,' \
    '77202,Țara Bârsei SA,Strada Ștefan cel Mare 4,Făgăraș,95,2026-11-24,' |
    iconv -f UTF-8 -t ISO-8859-16 >"$work/unnamed.csv"
  take import <<END
$(choose "$work/orders.csv")
wait label "What became*|Ce a ieșit*"
pause 1500
END
  take encoding <<END
$(choose "$work/unnamed.csv")
wait label "In what is*|În ce este*"
pause 1500
END
}

# choose FILE: the lines of a script that import it, by the path that is typed.
choose() {
  printf 'key ctrl+o\npause 1500\ntype "%s"\npause 800\nkey Return\n' "$1"
}

# What the delivery chief opens from the own page, and notes of an order on the board.
as_chief() {
  local board=$first
  actor=(--as "$1")
  first='wait "push button" "Van 1*|Duba 1*"'
  take van <<'END'
click "push button" "Van 1*|Duba 1*"
pause 1000
key shift+Tab
pause 300
key Return
pause 1500
END
  take asked <<'END'
key alt+1
pause 1500
click "list item" "Place 9,*|Locul 9,*"
pause 500
key ctrl+shift+u
pause 1500
END
  actor=()
  first=$board
}

# The signed day: another copy, so that the pictures above stay those of an open board.
signed_day() {
  local chief stop
  store=signed
  office signed
  chief=$(person delivery-chief)
  # What the rules say is signed in the language of who signs.
  env "${language[@]}" "$rangctl" --store "$work/signed.rang" --as "$(person head-of-sales)" handover >/dev/null
  "$rangctl" --store "$work/signed.rang" --as "$chief" accept >/dev/null
  take signed </dev/null
  take deliveries <<'END'
key alt+4
pause 1500
END
  take calls <<'END'
key alt+8
pause 6000
END
  as_chief "$chief"
  [ "$variant" = dark ] || sheets
  for stop in $("$rangctl" --store "$work/signed.rang" --format csv board | sed -n 2,30p | cut -d, -f2); do
    "$rangctl" --store "$work/signed.rang" --as "$chief" deliver "$stop" --at 10:30 >/dev/null || true
  done
  "$rangctl" --store "$work/signed.rang" --as "$chief" close --to 2026-11-25 --told "$chief" >/dev/null || true
  take closed <<'END'
key alt+4
pause 1500
END
}

missed=0
[ $# -gt 0 ] || set -- light dark romanian narrow large contrast office
for variant in "$@"; do
  style=()
  size='1600 1000'
  language=(LC_ALL=C.UTF-8 LANGUAGE=en)
  goal=94
  case $variant in
    light) ;;
    dark) style=(--dark) ;;
    romanian) style=(--romanian) language=(LC_ALL=C.UTF-8 LANGUAGE=ro) ;;
    narrow) size='900 1000' ;;
    large) style=(--large-text) goal=111 ;;
    contrast) style=(--contrast) ;;
    office)
      say "Taking the picture of two windows on one office."
      tests/lib/with-server.sh tests/lib/with-display.sh --a11y --size 1800x1000 -- tools/shot-office.sh \
        "$shots/office-light.png" || missed=1
      continue
      ;;
    *) fail "there is no variant $variant: light, dark, romanian, narrow, large, contrast or office" 2 ;;
  esac
  say "Taking the pictures: $variant."
  rm -f "$work"/*.rang*
  pages
done
say "$shots"
exit "$missed"
