#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the built programs load: the command line runs on a machine without a display library."""

import os
import re
import subprocess
import sys

from tree import Plan

DISPLAY = re.compile(r"^lib(gtk|gdk|gsk|adwaita|X11|xcb|wayland|epoxy)", re.IGNORECASE)


def loaded(path):
    """The libraries that the program names as needed; through them, too, those that they need."""
    done = subprocess.run(["ldd", path], capture_output=True, text=True, check=True)
    return [line.split()[0] for line in done.stdout.splitlines() if line.strip()]


def needed(path):
    done = subprocess.run(["readelf", "-d", path], capture_output=True, text=True, check=True)
    return re.findall(r"\(NEEDED\).*\[(.+)\]", done.stdout)


def main():
    plan = Plan(sys.argv[1])
    build = sys.argv[2]
    rangctl = os.path.join(build, "app", "cli", "rangctl")
    window = os.path.join(build, "app", "ui", "rang")
    if os.path.exists(rangctl):
        found = [name for name in needed(rangctl) if DISPLAY.match(name)]
        plan.result(not found, "rangctl links no display library", found)
        found = [name for name in loaded(rangctl) if re.match(r"libgtk|libadwaita", name)]
        plan.result(not found, "nothing that rangctl loads brings GTK with it", found)
    else:
        plan.skip("rangctl links no display library", "rangctl is not built")
    if os.path.exists(window):
        plan.result(any(DISPLAY.match(name) for name in needed(window)), "it notices GTK where there is some")
    else:
        plan.skip("it notices GTK where there is some", "rang is not built")
    return plan.done()


if __name__ == "__main__":
    sys.exit(main())
