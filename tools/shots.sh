#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Takes a picture of every page, light, dark and Romanian, as shots/PAGE-VARIANT.png. Called by ./run shots.
set -euo pipefail
. "$(dirname "$0")/common.sh"

[ -x build/app/ui/rang ] || fail "build/app/ui/rang is not there yet"
