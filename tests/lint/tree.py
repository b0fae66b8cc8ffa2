# SPDX-License-Identifier: GPL-3.0-or-later
"""The source tree as the lint tests see it, and the way a check is run and proven."""

import os
import re
import sys
import tempfile

SKIPPED = {".git", "shots", "subprojects", "__pycache__"}
TEXT = {".c", ".h", ".py", ".sh", ".ui", ".css", ".xml", ".in", ".ini", ".build", ".sql", ".md", ".po", ".pot", ".yml",
        ".txt", ".dmn", ".svg", ".csv", ".json", ""}


class Tree:
    """Files below a root, by their path from it with forward slashes."""

    def __init__(self, root):
        self.root = root

    def path(self, name):
        return os.path.join(self.root, name)

    def exists(self, name):
        return os.path.exists(self.path(name))

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def files(self, *folders, ends=()):
        """All files below the folders (all folders if none is named), sorted; build folders are left out."""
        found = []
        for folder in folders or (".",):
            for parent, subfolders, names in os.walk(self.path(folder)):
                subfolders[:] = [s for s in subfolders if s not in SKIPPED and not s.startswith("build")]
                found += [os.path.relpath(os.path.join(parent, n), self.root) for n in names if n != ".git"]
        return sorted(f for f in set(found) if not ends or f.endswith(tuple(ends)))

    def text_files(self):
        return [f for f in self.files() if os.path.splitext(f)[1] in TEXT]


def without_comments(source):
    """C source with comments blanked (line breaks kept), so that a word in a comment offends nobody."""
    pattern = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)

    def blank(match):
        text = match.group(0)
        return re.sub(r"[^\n]", " ", text) if text.startswith(("/*", "//")) else text

    return pattern.sub(blank, source)


def strings(source):
    """(line, text) of every string literal of C source; literals that follow each other are one string."""
    code = without_comments(source)
    for match in re.finditer(r'"(?:\\.|[^"\\\n])*"(?:\s*"(?:\\.|[^"\\\n])*")*', code):
        pieces = re.findall(r'"((?:\\.|[^"\\\n])*)"', match.group(0))
        yield line_of(code, match.start()), "".join(pieces)


def line_of(text, offset):
    return text.count("\n", 0, offset) + 1


def fixture(files):
    """A small tree in a temporary folder, from {path: content}; lives as long as the returned object."""
    folder = tempfile.TemporaryDirectory(prefix="rang-lint-")
    for name, content in files.items():
        path = os.path.join(folder.name, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(content)
    return folder


class Plan:
    """Collects the results of one lint program and prints them as TAP."""

    def __init__(self, root):
        self.tree = Tree(root)
        self.count = 0
        self.failed = 0

    def result(self, good, name, details=()):
        self.count += 1
        self.failed += not good
        print(("ok" if good else "not ok") + f" {self.count} - {name}")
        for line in details:
            # To standard error: that is what meson shows of a test that failed.
            print(f"{name}: {line}", file=sys.stderr)

    def skip(self, name, why):
        self.count += 1
        print(f"ok {self.count} - {name} # SKIP {why}")

    def check(self, name, look, offending, innocent=None):
        """Runs look(tree) on the project, which must find nothing, and on trees made to offend: in each of them it
        must find something, so that it cannot pass by looking at nothing. `innocent` trees must pass."""
        found = look(self.tree)
        self.result(not found, name, found)
        for what, files in offending.items():
            with fixture(files) as folder:
                self.result(bool(look(Tree(folder))), f"it notices {what}")
        for what, files in (innocent or {}).items():
            with fixture(files) as folder:
                found = look(Tree(folder))
                self.result(not found, f"it allows {what}", found)

    def done(self):
        print(f"1..{self.count}")
        return 1 if self.failed else 0
