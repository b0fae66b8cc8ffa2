#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command under a display, a window manager, a session bus and a home of its own, and afterwards ends exactly
# what it started. Its exit status is the command's.
#
#   with-display.sh [--size WxH] [--dark] [--romanian] [--large-text] [--contrast] [--a11y] [--keep FOLDER] [--] COMMAND [ARGUMENT...]
#
#   --size WxH      the screen; 1600x1000 unless told
#   --dark          libadwaita's dark style
#   --romanian      in Romanian
#   --large-text    with text of twice the size
#   --contrast      in high contrast
#   --a11y          with the accessibility bus, so that the tree can be read
#   --keep FOLDER   the home, which then stays; a temporary one that is removed unless told
#
# The command finds DISPLAY, DBUS_SESSION_BUS_ADDRESS, HOME and the XDG folders set, and what the folder
# $RANG_DISPLAY_LOGS holds says what the helpers complained about.
set -u

size=1600x1000
language=en
scale=1
a11y=no
home=
while [ $# -gt 0 ]; do
  case $1 in
    --size) size=$2; shift ;;
    --dark) export ADW_DEBUG_COLOR_SCHEME=prefer-dark ;;
    --romanian) language=ro ;;
    --large-text) scale=2 ;;
    --contrast) export ADW_DEBUG_HIGH_CONTRAST=1 ;;
    --a11y) a11y=yes ;;
    --keep) home=$2; shift ;;
    --) shift; break ;;
    *) break ;;
  esac
  shift
done
[ $# -gt 0 ] || { echo "with-display.sh: no command" >&2; exit 2; }

for tool in Xvfb openbox dbus-daemon xdotool; do
  command -v "$tool" >/dev/null || { echo "with-display.sh: $tool is missing; ./run test installs it" >&2; exit 2; }
done

work=$(mktemp -d "${TMPDIR:-/tmp}/rang-display.XXXXXX")
started=()
command=

# Ends what was started, the last first, by process id.
end() {
  local i
  [ -z "$command" ] || kill "$command" 2>/dev/null
  for ((i = ${#started[@]} - 1; i >= 0; i--)); do
    kill "${started[i]}" 2>/dev/null
  done
  for ((i = ${#started[@]} - 1; i >= 0; i--)); do
    wait "${started[i]}" 2>/dev/null
  done
  rm -rf "$work"
}
trap end EXIT
trap 'exit 143' TERM
trap 'exit 130' INT HUP

# until_true COMMAND...: waits until the command succeeds, at most 15 s.
until_true() {
  local i
  for ((i = 0; i < 300; i++)); do
    "$@" >/dev/null 2>&1 && return 0
    sleep 0.05
  done
  echo "with-display.sh: waited 15 s in vain for: $*" >&2
  cat "$work"/*.log >&2
  exit 2
}

[ -n "$home" ] || home=$work/home
mkdir -p "$home" "$work/runtime"
chmod 700 "$work/runtime"
unset WAYLAND_DISPLAY GTK_THEME GTK_IM_MODULE SESSION_MANAGER XAUTHORITY LC_MESSAGES LC_TIME LC_NUMERIC LC_MONETARY
export HOME=$home XDG_RUNTIME_DIR=$work/runtime RANG_DISPLAY_LOGS=$work
export XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config XDG_CACHE_HOME=$home/cache XDG_STATE_HOME=$home/state
export XDG_CURRENT_DESKTOP=GNOME GDK_BACKEND=x11 GSK_RENDERER=${GSK_RENDERER:-cairo} GSETTINGS_BACKEND=memory
export ADW_DISABLE_PORTAL=1 GTK_USE_PORTAL=0 NO_AT_BRIDGE=1
mkdir -p "$XDG_CONFIG_HOME/gtk-4.0"
# Movement would make every picture and every wait depend on the machine's speed.
printf '[Settings]\ngtk-enable-animations=false\ngtk-font-name=Cantarell 11\n' >"$XDG_CONFIG_HOME/gtk-4.0/settings.ini"

# Set for the command alone: this script's own words need no locale that has yet to be made.
locale=C.UTF-8
if [ "$language" = ro ]; then
  # Dates and numbers come from the locale; make it where the system does not have it.
  if locale -a 2>/dev/null | grep -qi '^ro_RO\.utf-\?8$'; then
    locale=ro_RO.UTF-8
  elif command -v localedef >/dev/null && mkdir -p "$work/locale" &&
    localedef -i ro_RO -f UTF-8 "$work/locale/ro_RO.UTF-8" >/dev/null 2>&1; then
    export LOCPATH=$work/locale
    locale=ro_RO.UTF-8
  fi
fi

# The server picks a free display itself and says which.
exec 3>"$work/display"
Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset >"$work/xvfb.log" 2>&1 &
started+=($!)
exec 3>&-
until_true test -s "$work/display"
DISPLAY=:$(cat "$work/display")
export DISPLAY
# As GNOME does it: sizes in points grow as well as those that are told in parts of the font.
[ "$scale" = 1 ] || xprop -root -f RESOURCE_MANAGER 8s -set RESOURCE_MANAGER "Xft.dpi:	$((96 * scale))
" || { echo "with-display.sh: xprop is missing: text cannot be made larger" >&2; exit 2; }

exec 4>"$work/bus"
dbus-daemon --session --nofork --nopidfile --address="unix:dir=$work/runtime" --print-address=4 >"$work/bus.log" 2>&1 &
started+=($!)
exec 4>&-
until_true test -s "$work/bus"
DBUS_SESSION_BUS_ADDRESS=$(cat "$work/bus")
export DBUS_SESSION_BUS_ADDRESS

# Without a window manager focus, dragging and sizes misbehave; it is ready when the root window says so.
openbox >"$work/openbox.log" 2>&1 &
started+=($!)
until_true xdotool get_num_desktops

if [ "$a11y" = yes ]; then
  export GTK_A11Y=atspi
  for launcher in /usr/libexec/at-spi-bus-launcher /usr/lib/at-spi2-core/at-spi-bus-launcher; do
    [ -x "$launcher" ] || continue
    "$launcher" --launch-immediately >"$work/a11y.log" 2>&1 &
    started+=($!)
    break
  done
else
  export GTK_A11Y=none
fi

# In the background, so that a signal to this script is not held up until the command ends.
env LC_ALL="$locale" LANGUAGE="$language" "$@" &
command=$!
wait "$command"
status=$?
command=
exit "$status"
