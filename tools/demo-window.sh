#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Opens the board of a demo office, made when it is first asked for and kept between runs. Called by ./run.
set -euo pipefail
. "$(dirname "$0")/common.sh"

[ -x build/app/ui/rang ] || fail "build/app/ui/rang is not there yet"
folder=${XDG_DATA_HOME:-$HOME/.local/share}/rang-demo
store=$folder/office.rang
if [ ! -f "$store" ]; then
  say "Making a demo office in $store"
  mkdir -p "$folder"
  build/app/cli/rangctl --store "$store" init --demo
fi
say "Opening the board of $store (delete $folder to begin anew)."
export GSETTINGS_SCHEMA_DIR=$PWD/build/data
exec build/app/ui/rang --store "$store"
