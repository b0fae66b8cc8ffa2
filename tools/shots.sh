#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes a picture of every page, light, dark and in Romanian, as shots/PAGE-VARIANT.png, and of a printed sheet. Called
# by ./run shots; the window is driven as a person would, under a virtual display of its own.
#   tools/shots.sh [VARIANT...]     only these: light dark romanian
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
board='place 1600 1000
wait "list item" "Place 1,*|Locul 1,*"'

# take PAGE: follows the script on standard input and takes the picture.
take() {
  local page=$1
  { printf '%s\n' "$board"; cat; printf 'shot "%s"\n' "$shots/$page-$variant.png"; } >"$work/script"
  if tests/lib/with-display.sh --a11y "${style[@]}" -- "$drive" "$work/script" "$window" --store "$work/$store.rang" \
    2>"$work/words"; then
    say "  shots/$page-$variant.png"
  else
    sed 's/^/    /' "$work/words" >&2
    say "  shots/$page-$variant.png could not be taken"
    missed=1
  fi
}

# sheet: the first page of the first van's route sheet.
sheet() {
  env "${language[@]}" "$rangctl" --store "$work/$store.rang" sheet --output "$work/sheet.pdf" >/dev/null
  pdftoppm -r 110 -f 1 -singlefile -png "$work/sheet.pdf" "$shots/sheet-$variant"
  say "  shots/sheet-$variant.png"
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
  take drag <<'END'
click "list item" "Place 9,*|Locul 9,*"
key End
wait "list item" "Place 110,*|Locul 110,*"
pause 500
carry "list item" "Place 110,*|Locul 110,*" "list item" "Place 94,*|Locul 94,*"
pause 1200
END
  take moved <<'END'
click "list item" "Place 9,*|Locul 9,*"
key End
wait "list item" "Place 110,*|Locul 110,*"
pause 500
carry "list item" "Place 110,*|Locul 110,*" "list item" "Place 94,*|Locul 94,*"
drop
pause 1500
END
  take department <<'END'
click "push button" "Clients|Clienți"
pause 1500
END
  take conflicts <<'END'
click "push button" "Conflicts|Conflicte"
pause 1500
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
  sheet_of_day
}

# The signed day: another copy, so that the pictures above stay those of an open board.
sheet_of_day() {
  store=signed
  office signed
  "$rangctl" --store "$work/signed.rang" --as "$(person head-of-sales)" handover >/dev/null
  "$rangctl" --store "$work/signed.rang" --as "$(person delivery-chief)" accept >/dev/null
  take signed </dev/null
  take deliveries <<'END'
click "push button" "Deliveries|Livrări"
pause 1500
END
  [ "$variant" = dark ] || sheet
}

missed=0
[ $# -gt 0 ] || set -- light dark romanian
for variant in "$@"; do
  style=()
  language=(LC_ALL=C.UTF-8 LANGUAGE=en)
  case $variant in
    light) ;;
    dark) style=(--dark) ;;
    romanian) style=(--romanian) language=(LC_ALL=C.UTF-8 LANGUAGE=ro) ;;
    *) fail "there is no variant $variant: light, dark or romanian" 2 ;;
  esac
  say "Taking the pictures: $variant."
  rm -f "$work"/*.rang*
  pages
done
say "$shots"
exit "$missed"
