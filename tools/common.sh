# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What ./run and its helpers share: plain words, packages, building.

say() {
  printf '%s\n' "$*"
}

# fail TEXT [STATUS]: says what is wrong and ends.
fail() {
  printf 'run: %s\n' "$1" >&2
  exit "${2:-1}"
}

# missing_packages NAME...: those of the packages that dpkg does not know as installed.
missing_packages() {
  local name
  for name in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | sort -u | head -n 1)" = installed ] || echo "$name"
  done
}

# install_packages NAME...: by apt-get, as root or through sudo; what apt says goes to a file that is shown on failure.
install_packages() {
  local as_root="" log
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "these packages are missing: $*; install them, or run this as root or with sudo"
    as_root=sudo
  fi
  log=$(mktemp "${TMPDIR:-/tmp}/rang-apt.XXXXXX")
  say "Installing $# missing packages with apt-get: $*"
  if ! { $as_root apt-get -q -o DPkg::Lock::Timeout=300 update &&
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
      install --no-install-recommends "$@"; } >"$log" 2>&1 </dev/null; then
    tail -n 20 "$log" >&2
    fail "apt-get could not install them; everything it said is in $log"
  fi
  rm -f "$log"
}

# build_into FOLDER [MESON OPTION...] [TARGET...]: configures once, then builds all or the targets; the compiler's words
# are kept in FOLDER/build.log.
build_into() {
  local folder=$1 log argument
  local options=() targets=()
  shift
  for argument in "$@"; do
    case $argument in
      -*) options+=("$argument") ;;
      *) targets+=("$argument") ;;
    esac
  done
  mkdir -p "$folder"
  log=$folder/build.log
  if [ ! -f "$folder/build.ninja" ]; then
    say "Configuring into $folder/."
    meson setup "$folder" "${options[@]}" >"$log" 2>&1 || {
      tail -n 20 "$log" >&2
      fail "meson cannot configure; everything it said is in $log"
    }
  fi
  say "Building into $folder/."
  if ! ninja -C "$folder" "${targets[@]}" >"$log" 2>&1; then
    grep -E -A 6 'error|FAILED|ERROR' "$log" | head -n 60 >&2 || tail -n 20 "$log" >&2
    fail "the build failed; everything it said is in $log"
  fi
}
