#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What keeps the sources readable: their size, their head, nothing left open, no path of one machine."""

import re
import sys

from tree import Plan

MAX_FILE = 600
MAX_FUNCTION = 80
LICENCE = "SPDX-License-Identifier: GPL-3.0-or-later"
# Folders that exist on one machine only. Written as classes, so that this file does not hold what it forbids.
MACHINE = re.compile(r"(?<![\w.$}/-])/(?:[h]ome|[r]oot|[w]ork|[f]arm|[U]sers|[t]mp/wt|[b]uild)/\w")
OPEN = re.compile(r"\b([T]ODO|[F]IXME|[X]XX|[H]ACK)\b|[n]ot implemented")


def c_files(tree):
    return tree.files("app", "tests", ends=(".c", ".h"))


def long_files(tree):
    lines = {path: tree.read(path).count("\n") for path in c_files(tree)}
    return [f"{path}: {n} lines; over {MAX_FILE} a file holds more than one thing" for path, n in lines.items()
            if n > MAX_FILE]


def long_functions(tree):
    found = []
    for path in c_files(tree):
        start = None
        for number, line in enumerate(tree.read(path).splitlines(), 1):
            if line.startswith("{"):
                start = number
            elif line.startswith("}") and start is not None:
                if number - start > MAX_FUNCTION and line.rstrip() == "}":
                    found.append(f"{path}:{start}: {number - start} lines; over {MAX_FUNCTION} nobody sees the whole")
                start = None
    return found


def heads(tree):
    found = []
    for path in c_files(tree) + tree.files("tools", "tests", "run", ends=(".sh", ".py")):
        first = "\n".join(tree.read(path).split("\n")[:3])
        if LICENCE not in first:
            found.append(f"{path}: does not begin with its licence line")
        if path.endswith(".h") and "#pragma once" not in tree.read(path):
            found.append(f"{path}: has no #pragma once")
    return found


def left_open(tree):
    found = []
    for path in tree.files("app", "tests", "resources", "data", "tools"):
        if not path.endswith((".c", ".h", ".ui", ".sql", ".py", ".sh", ".build")):
            continue
        for number, line in enumerate(tree.read(path).splitlines(), 1):
            if OPEN.search(line) and not path.endswith("lint/size.py"):
                found.append(f"{path}:{number}: left open: {line.strip()[:80]}")
    return found


def machine_paths(tree):
    found = []
    for path in tree.text_files():
        try:
            text = tree.read(path)
        except UnicodeDecodeError:
            continue
        found += [f"{path}:{number}: names a folder of one machine: {line.strip()[:80]}"
                  for number, line in enumerate(text.splitlines(), 1) if MACHINE.search(line)]
    return found


def asserts(tree):
    return [f"{path}: asserts nothing" for path in tree.files("tests", ends=(".c",))
            if path.split("/")[-1].startswith("test") and not path.startswith("tests/lib/")
            and not re.search(r"g_assert|g_test_fail|gtk_test_accessible_assert|rang_test_assert", tree.read(path))]


def main():
    plan = Plan(sys.argv[1])
    head = f"/* {LICENCE} */\n"
    body = "  x ();\n" * (MAX_FUNCTION + 1)
    plan.check(f"no file has over {MAX_FILE} lines", long_files,
               {"a long file": {"app/core/base/a.c": "\n" * (MAX_FILE + 1)}},
               {"one that fits": {"app/core/base/a.c": "\n" * MAX_FILE}})
    plan.check(f"no function has over {MAX_FUNCTION} lines", long_functions,
               {"a long function": {"app/ui/a/a.c": "void\na (void)\n{\n" + body + "}\n"}},
               {"a long table": {"app/ui/a/a.c": "int a[] =\n{\n" + body + "};\n"}})
    plan.check("every source begins with its licence", heads,
               {"a source without": {"app/ui/a/a.c": "int a;\n"},
                "a header without a guard": {"app/ui/a/a.h": head}},
               {"a good header": {"app/ui/a/a.h": head + "#pragma once\n"}})
    plan.check("nothing is left open in the code", left_open,
               {"a reminder": {"app/ui/a/a.c": "/* TO" + "DO: later */\n"}})
    plan.check("no path of one machine is in the project", machine_paths,
               {"a home folder": {"app/ui/a/a.c": 'x = "/ho' + 'me/ana/rang";\n'}},
               {"paths of any system": {"app/ui/a/a.c": 'x = "/usr/share/rang";\n'}})
    plan.check("every test asserts something", asserts,
               {"a test that looks at nothing": {"tests/core/base/test-a.c": "int main (void) { return 0; }\n"}})
    return plan.done()


if __name__ == "__main__":
    sys.exit(main())
