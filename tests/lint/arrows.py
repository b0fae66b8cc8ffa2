#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The folders and their boundaries: which way an #include may point, and where SQL, XML and GTK may live."""

import re
import sys

from tree import Plan, line_of, strings, without_comments

CORE = ("base", "domain", "rules", "planner", "log", "board", "store", "exchange", "sheet", "insight", "office")
# What each folder may include besides itself. The table is the arrows of the design, written out.
ARROWS = {
    "base": (),
    "domain": ("base",),
    "rules": ("base",),
    "planner": ("base",),
    "log": ("domain", "base"),
    "board": ("log", "rules", "planner", "domain", "base"),
    "store": ("board", "log", "rules", "planner", "domain", "base"),
    "exchange": ("board", "log", "rules", "planner", "domain", "base"),
    "sheet": ("board", "log", "rules", "planner", "domain", "base"),
    "insight": ("board", "log", "rules", "planner", "domain", "base"),
    "office": tuple(f for f in CORE if f != "office"),
    # Of what lies below the office they may know what it hands out and cannot be changed through: the pure folders.
    "cli": ("office", "board", "sheet", "insight", "log", "planner", "rules", "domain", "base"),
    "ui": ("office", "board", "sheet", "insight", "log", "domain", "base"),
}
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
SQL = re.compile(r"\b(SELECT\b.*\bFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|"
                 r"(CREATE|DROP|ALTER)\s+(TABLE|INDEX|TRIGGER|VIEW)|PRAGMA\s+\w+|BEGIN\s+(IMMEDIATE|EXCLUSIVE)|"
                 r"ON\s+CONFLICT|ORDER\s+BY\s+\w+|GROUP\s+BY\s+\w+)", re.DOTALL)


def folder_of(path):
    """app/core/log/rang-x.c → log; app/ui/board/x.c → ui; None for what is no folder of the design."""
    parts = path.split("/")
    if parts[:2] == ["app", "core"] and len(parts) > 3:
        return parts[2]
    if parts[0] == "app" and len(parts) > 2:
        return parts[1]
    return None


def sources(tree):
    for path in tree.files("app", ends=(".c", ".h")):
        yield path, folder_of(path), tree.read(path)


def includes(source):
    code = without_comments(source)
    for match in INCLUDE.finditer(code):
        yield line_of(code, match.start()), match.group(1), match.group(2)


def target_of(folder, name):
    """The folder of the design that an included name lies in, or None if it is of no folder."""
    first = name.split("/")[0] if "/" in name else None
    if first in ("core", "app"):
        first = next((p for p in name.split("/") if p in ARROWS), None)
    return first if first in ARROWS else None


def arrows(tree):
    found = []
    for path, folder, source in sources(tree):
        if folder not in ARROWS:
            found.append(f"{path}: lies in no folder of the design; move it to the folder of its concern")
            continue
        for line, quote, name in includes(source):
            if name.startswith("../") or "/../" in name:
                found.append(f"{path}:{line}: \"{name}\" climbs; include it as FOLDER/NAME.h")
                continue
            target = target_of(folder, name)
            if target is None or target == folder or target in ARROWS[folder]:
                continue
            found.append(f"{path}:{line}: {folder} includes {name}, but may only know {', '.join(ARROWS[folder])}")
    return found


def links(tree):
    """The same arrows in the build files: a folder's library may name only what it may include."""
    found = []
    for folder in CORE:
        path = f"app/core/{folder}/meson.build"
        if not tree.exists(path):
            continue
        source = tree.read(path)
        for match in re.finditer(r"\b([a-z]+)_(dep|lib)\b", source):
            target = match.group(1)
            if target in CORE and target != folder and target not in ARROWS[folder]:
                found.append(f"{path}:{line_of(source, match.start())}: {folder} links {target}")
    return found


def sql(tree):
    found = []
    for path, folder, source in sources(tree):
        if folder == "store":
            continue
        for line, _, name in includes(source):
            if name.startswith("sqlite3"):
                found.append(f"{path}:{line}: includes {name}; only app/core/store talks to the database")
        for line, text in strings(source):
            if SQL.search(text):
                found.append(f"{path}:{line}: SQL outside app/core/store: \"{text[:60]}\"")
    return found


def xml(tree):
    return [f"{path}:{line}: includes {name}; XML is read and written by rules and exchange alone"
            for path, folder, source in sources(tree) if folder not in ("rules", "exchange")
            for line, _, name in includes(source) if name.startswith(("libxml", "libxslt", "expat"))]


def gtk(tree):
    found = []
    for path, folder, source in sources(tree):
        if folder == "ui":
            continue
        for line, _, name in includes(source):
            if re.match(r"(gtk|gdk|gsk|adwaita|libadwaita|X11)\b", name) and not name.startswith("gdk-pixbuf"):
                found.append(f"{path}:{line}: includes {name}; only app/ui knows the display")
    return found


def main():
    plan = Plan(sys.argv[1])
    plan.check("every include follows the arrows of the design", arrows, {
        "base that knows domain": {"app/core/base/a.c": '#include "domain/rang-order.h"\n'},
        "the planner that knows domain": {"app/core/planner/a.h": '#include "domain/rang-order.h"\n'},
        "the rules that know the planner": {"app/core/rules/a.c": ' # include "planner/rang-plan.h"\n'},
        "a store that looks sideways": {"app/core/store/a.c": '#include "exchange/rang-csv.h"\n'},
        "a board that does I/O": {"app/core/board/a.c": '#include "store/rang-store.h"\n'},
        "a command line that goes round the office": {"app/cli/a.c": '#include "store/rang-store.h"\n'},
        "a window that goes round the office": {"app/ui/board/a.c": '#include "store/rang-store.h"\n'},
        "angle brackets": {"app/core/log/a.c": "#include <board/rang-board.h>\n"},
        "an include that climbs": {"app/core/log/a.c": '#include "../office/rang-office.h"\n'},
        "a folder that is not in the design": {"app/core/utils/a.c": "\n"},
    }, {
        "what points the right way, and comments": {
            "app/core/board/a.c": '#include "board/b.h"\n#include "log/c.h"\n#include <glib.h>\n'
                                  '/* #include "store/d.h" */\n',
            "app/cli/a.c": '#include "office/a.h"\n#include "planner/b.h"\n'},
    })
    plan.check("every library links along the arrows", links, {
        "a library that links back": {"app/core/log/meson.build": "dependencies: [base_dep, store_dep],\n"},
    }, {"what it may link": {"app/core/log/meson.build": "log_lib = static_library('x', dependencies: [base_dep])\n"}})
    plan.check("SQL lives in the store alone", sql, {
        "a query in the office": {"app/core/office/a.c": 'x = "SELECT a "\n  "FROM b";\n'},
        "a pragma": {"app/cli/a.c": 'x = "PRAGMA user_version";\n'},
        "an insertion": {"app/ui/a/a.c": 'x = "INSERT INTO log VALUES (1)";\n'},
        "the database's header": {"app/core/board/a.c": "#include <sqlite3.h>\n"},
    }, {"SQL in the store and words in a sentence": {
        "app/core/store/a.c": 'x = "SELECT a FROM b";\n',
        "app/ui/a/a.c": '/* SELECT a FROM b */ x = "Select an order";\n'}})
    plan.check("XML lives in rules and exchange alone", xml, {
        "libxml2 in the office": {"app/core/office/a.c": "#include <libxml/parser.h>\n"},
    }, {"libxml2 in exchange": {"app/core/exchange/a.c": "#include <libxml/parser.h>\n"}})
    plan.check("GTK lives in the window alone", gtk, {
        "GTK in the core": {"app/core/sheet/a.c": "#include <gtk/gtk.h>\n"},
        "libadwaita on the command line": {"app/cli/a.c": "#include <adwaita.h>\n"},
        "GDK in a header": {"app/core/base/a.h": "#include <gdk/gdk.h>\n"},
    }, {"GTK in the window": {"app/ui/a/a.c": "#include <gtk/gtk.h>\n"}})
    return plan.done()


if __name__ == "__main__":
    sys.exit(main())
