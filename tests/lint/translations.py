#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything a person can read is translatable, is in the template, and is translated into Romanian."""

import os
import re
import subprocess
import sys
import tempfile

from tree import Plan, line_of, without_comments

NAMES = r"\b(?:_|N_|C_|NC_|Q_|ngettext|g_dngettext|g_dpgettext2) \(\s*"
LITERAL = r'"(?:\\.|[^"\\])*"'
CALL = re.compile(NAMES + '"')
# xgettext knows the PRI macros of <inttypes.h> and no others: at any other it cuts the message off.
CUT = re.compile(NAMES + rf"(?:{LITERAL}\s*(?:PRI\w+\s*)?,?\s*)*{LITERAL}\s*(G_[A-Z0-9]+_FORMAT)")
ENV = dict(os.environ, LC_ALL="C.UTF-8", LANGUAGE="en")


def tool(*command, cwd=None):
    done = subprocess.run(command, cwd=cwd, env=ENV, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def translatable(tree):
    for path in tree.files("app", ends=(".c", ".h")):
        if CALL.search(without_comments(tree.read(path))):
            yield path
    for path in tree.files("app", "resources", ends=(".ui",)):
        if 'translatable="yes"' in tree.read(path):
            yield path
    yield from tree.files("data", ends=(".desktop.in", ".metainfo.xml.in"))


def listed(tree):
    """Files with text for people that POTFILES misses, and entries of it without a file."""
    entries = set(tree.read("po/POTFILES").split()) if tree.exists("po/POTFILES") else set()
    found = [f"{path}: has text to translate and is not in po/POTFILES; run tools/update-po.sh"
             for path in translatable(tree) if path not in entries]
    return found + [f"po/POTFILES: {path} is gone; run tools/update-po.sh"
                    for path in sorted(entries) if not tree.exists(path)]


def cut(tree):
    """Messages that xgettext cuts off at a macro, so that their translation is never found."""
    found = []
    for path in tree.files("app", ends=(".c", ".h")):
        source = without_comments(tree.read(path))
        found += [f"{path}:{line_of(source, m.start())}: {m.group(1)} in a message; use PRId64 of <inttypes.h>, or %zu"
                  for m in CUT.finditer(source)]
    return found


def complete(tree):
    """Entries of ro.po that are empty, fuzzy, or at odds with their format."""
    status, text = tool("msgfmt", "--check", "--statistics", "--output-file=/dev/null", tree.path("po/ro.po"))
    if status != 0 or "fuzzy" in text or "untranslated" in text:
        return ["po/ro.po: " + line for line in text.strip().splitlines()]
    return []


def same_messages(tree):
    """Messages of the template that ro.po does not know."""
    status, text = tool("msgcmp", "--use-fuzzy", "--use-untranslated", tree.path("po/ro.po"), tree.path("po/rang.pot"))
    return text.strip().splitlines() if status != 0 else []


def letters(tree):
    """Cedillas where Romanian has commas, and a header without the three plural forms."""
    text = tree.read("po/ro.po")
    found = [f"po/ro.po:{n}: ş and ţ are written with a comma below: ș, ț" for n, line in
             enumerate(text.splitlines(), 1) if re.search("[\u015e\u015f\u0162\u0163]", line)]
    return found if "nplurals=3" in text else found + ["po/ro.po: says nothing of the three plural forms"]


def template(tree):
    """Whether rang.pot is what the sources give."""
    with tempfile.TemporaryDirectory(prefix="rang-pot-") as folder:
        status, text = tool("bash", tree.path("tools/update-po.sh"), "--to", folder)
        if status != 0:
            return ["tools/update-po.sh fails"] + text.strip().splitlines()
        found = []
        for name in ("POTFILES", "rang.pot"):
            with open(os.path.join(folder, name), encoding="utf-8") as file:
                made = file.read()
            if made != (tree.read(f"po/{name}") if tree.exists(f"po/{name}") else None):
                found.append(f"po/{name}: is not what the sources give; run tools/update-po.sh and commit po/")
        return found


def po(body, header="Plural-Forms: nplurals=3; plural=(n==1 ? 0 : 1);\\n"):
    return f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"{header}"\n\n{body}'


def main():
    plan = Plan(sys.argv[1])
    source = "x = _ (\"Hand over\");\n"
    generator = plan.tree.read("tools/update-po.sh")
    data = {"data/a.desktop.in": "[Desktop Entry]\nName=Rang\n", "data/a.metainfo.xml.in": "<component/>\n"}
    plan.check("every file with text for people is in POTFILES", listed, {
        "a source that is missing": {"app/ui/a/a.c": source, "po/POTFILES": ""},
        "a template that is missing": {"resources/ui/a.ui": '<property translatable="yes">x</property>'},
        "an entry without a file": {"po/POTFILES": "app/ui/a/gone.c\n"},
    }, {"a listed source": {"app/ui/a/a.c": source, "po/POTFILES": "app/ui/a/a.c\n"}})
    plan.check("no message is cut off at a macro", cut, {
        "a format of GLib": {"app/ui/a/a.c": 'x = _ ("Order %" G_GINT64_FORMAT " moved");\n'},
        "one in the plural": {"app/ui/a/a.c": 'x = ngettext ("a", "%" G_GSIZE_FORMAT " b", n);\n'},
    }, {"a format of C": {"app/ui/a/a.c": 'x = _ ("Order %" PRId64 " moved");\n'}})
    plan.check("the committed template is what the sources give", template, {
        "a new string": dict(data, **{"tools/update-po.sh": generator, "app/ui/a/a.c": source}),
        "a generator that does not run": {"tools/update-po.sh": "exit 1\n"},
    })
    plan.check("Romanian is complete", complete, {
        "an empty translation": {"po/ro.po": po('msgid "a"\nmsgstr ""\n')},
        "a doubtful translation": {"po/ro.po": po('#, fuzzy\nmsgid "a"\nmsgstr "b"\n')},
        "a lost placeholder": {"po/ro.po": po('#, c-format\nmsgid "%s a"\nmsgstr "b"\n')},
    }, {"a full one": {"po/ro.po": po('msgid "a"\nmsgstr "b"\n')}})
    plan.check("Romanian knows every message of the template", same_messages, {
        "a message it does not know": {"po/ro.po": po('msgid "a"\nmsgstr "b"\n'),
                                       "po/rang.pot": po('msgid "c"\nmsgstr ""\n')}})
    plan.check("Romanian is written in Romanian letters", letters, {
        "a cedilla": {"po/ro.po": po('msgid "a"\nmsgstr "\u015fi"\n')},
        "one plural form": {"po/ro.po": po("", "Plural-Forms: nplurals=1; plural=0;\\n")},
    })
    return plan.done()


if __name__ == "__main__":
    sys.exit(main())
