#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Brings po/ up to date with the sources: POTFILES (every file that holds text for people), rang.pot, and ro.po merged
# with it. The same sources give the same bytes, so that a test can compare.
#   tools/update-po.sh            write them
#   tools/update-po.sh --to DIR   write POTFILES and rang.pot into DIR and leave po/ alone
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8

out=po
[ "${1:-}" = --to ] && out=$2

# Sources with _(), N_(), C_(), NC_() or ngettext(); templates with a translatable text; what the desktop reads.
{
  grep -rlE '\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) \(|\bQ_ \(' app --include='*.c' --include='*.h' || true
  grep -rl 'translatable="yes"' app resources --include='*.ui' 2>/dev/null || true
  ls data/*.desktop.in data/*.metainfo.xml.in
} | sort -u >"$out/POTFILES"

xgettext --files-from="$out/POTFILES" --output="$out/rang.pot" --from-code=UTF-8 --add-comments=Translators \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 --keyword=ngettext:1,2 \
  --keyword=g_dngettext:2,3 --keyword=g_dpgettext2:2c,3 --flag=_:1:pass-c-format --flag=N_:1:pass-c-format \
  --flag=ngettext:1:pass-c-format --flag=ngettext:2:pass-c-format --flag=g_strdup_printf:1:c-format \
  --flag=g_string_append_printf:2:c-format --flag=g_string_printf:2:c-format --flag=g_set_error:4:c-format \
  --flag=g_error_new:3:c-format --flag=g_print:1:c-format --flag=g_printerr:1:c-format \
  --sort-by-file --add-location=file --package-name=rang --copyright-holder='The Rang authors' 2>"$out/.xgettext" ||
  { cat "$out/.xgettext" >&2; exit 1; }
rm -f "$out/.xgettext"
# The time of making says nothing about the sources.
sed -i '/^"POT-Creation-Date:/d' "$out/rang.pot"

[ "$out" = po ] || exit 0
if [ -f po/ro.po ]; then
  msgmerge --quiet --update --backup=none --no-fuzzy-matching --sort-by-file --add-location=file po/ro.po po/rang.pot
  msgattrib --no-obsolete --sort-by-file --add-location=file --output-file=po/ro.po po/ro.po
  msgfmt --statistics --check --output-file=/dev/null po/ro.po
fi
