#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop and the packagers read: desktop entry, metainfo, settings, icons, Flatpak manifest; and that each
template and each class of the window name each other."""

import os
import re
import shutil
import subprocess
import sys

import yaml

from tree import Plan, line_of, without_comments

APP = "ro.rang.Rang"
ENV = dict(os.environ, LC_ALL="C.UTF-8")
# Dependencies of the build files that the GNOME runtime holds; every other one is a module of the manifest.
RUNTIME = {"glib-2.0", "gobject-2.0", "gio-2.0", "gio-unix-2.0", "gmodule-2.0", "gtk4", "gtk4-unix-print", "libadwaita-1",
           "sqlite3", "libxml-2.0", "json-glib-1.0", "libsecret-1", "pangocairo", "pango", "cairo", "cairo-pdf", "gdk-pixbuf-2.0", "m"}
MODULE_OF = {"libsodium": "libsodium", "libpq": "libpq", "libqrencode": "libqrencode", "bidgcc000": "intelrdfpmath"}
# The libraries that the design names.
NAMED = {"gtk4", "libadwaita-1", "glib-2.0", "sqlite3", "libxml-2.0", "pangocairo", "json-glib-1.0", "libsodium",
         "libqrencode"}


def run(*command):
    done = subprocess.run(command, env=ENV, capture_output=True, text=True, check=False)
    return [] if done.returncode == 0 else (done.stdout + done.stderr).strip().splitlines() or [f"{command[0]} failed"]


def desktop_entry(path):
    return run("desktop-file-validate", "--warn-kde", path)


def metainfo(path):
    # Newer versions warn of a missing homepage; there is none to name.
    return [line for line in run("appstreamcli", "validate", "--no-net", path)
            if re.match("[EW]: ", line) and "url-homepage-missing" not in line]


def settings(tree):
    if not tree.files("data", ends=(".gschema.xml",)):
        return ["data: no settings schema"]
    return run("glib-compile-schemas", "--strict", "--dry-run", tree.path("data"))


def identity(tree):
    """One id everywhere."""
    wanted = [f"data/{APP}.desktop.in", f"data/{APP}.metainfo.xml.in", f"data/{APP}.gschema.xml",
              f"flatpak/{APP}.yml", f"resources/icons/hicolor/scalable/apps/{APP}.svg",
              f"resources/icons/hicolor/symbolic/apps/{APP}-symbolic.svg"]
    found = [f"{path}: is missing" for path in wanted if not tree.exists(path)]
    if not found and f"Icon={APP}\n" not in tree.read(wanted[0]):
        found.append(f"{wanted[0]}: its icon is not {APP}")
    return found


def dependencies(tree):
    for path in tree.files(ends=("meson.build",)):
        if path.startswith("tests/"):
            continue
        source = re.sub(r"#[^\n]*", "", tree.read(path))
        for match in re.finditer(r"(?:dependency|find_library)\s*\(\s*'([^']+)'", source):
            yield f"{path}:{line_of(source, match.start())}", match.group(1)


def manifest(tree):
    """The manifest parses, has what flatpak-builder wants, and holds every dependency that the runtime lacks."""
    path = f"flatpak/{APP}.yml"
    try:
        content = yaml.safe_load(tree.read(path))
    except yaml.YAMLError as error:
        return [f"{path}: {error}"]
    if not isinstance(content, dict):
        return [f"{path}: is no mapping"]
    found = [f"{path}: has no {key}" for key in ("id", "runtime", "runtime-version", "sdk", "command", "modules")
             if not content.get(key)]
    modules = {m.get("name"): m for m in content.get("modules") or [] if isinstance(m, dict)}
    for name, module in modules.items():
        for source in module.get("sources") or [{}]:
            if source.get("type") == "archive" and not re.fullmatch(r"[0-9a-f]{64}", str(source.get("sha256"))):
                found.append(f"{path}: {name} has a source without a sha256")
            if not source.get("type"):
                found.append(f"{path}: {name} has no source")
    if "rang" not in modules:
        found.append(f"{path}: does not build rang itself")
    for where, name in dependencies(tree):
        if name not in RUNTIME and MODULE_OF.get(name) not in modules:
            found.append(f"{where}: {name} is neither in the runtime nor a module of {path}")
    return found


def named(tree):
    """The build files ask for every library that the design names."""
    asked = {name for _, name in dependencies(tree)}
    return [f"meson.build: {name} is not asked for" for name in sorted(NAMED - asked)]


def templates(tree):
    """Each template has its class in app/ui, in a file of the same name; each class that names a template has it."""
    found = []
    classes = {}
    for path in tree.files("app/ui", ends=(".c",)):
        for match in re.finditer(r"\bG_DEFINE\w*_TYPE\w*\s*\(\s*(\w+)", without_comments(tree.read(path))):
            classes[match.group(1)] = path
    names = set()
    for path in tree.files("resources", ends=(".ui",)):
        base = os.path.splitext(os.path.basename(path))[0]
        names.add(base)
        for name in re.findall(r'<template\s+class="(\w+)"', tree.read(path)):
            if name not in classes:
                found.append(f"{path}: no class {name} in app/ui")
            elif os.path.splitext(os.path.basename(classes[name]))[0] != base:
                found.append(f"{path}: its class {name} lies in {classes[name]}; both carry the class's name")
    for path in tree.files("app/ui", ends=(".c",)):
        for name in re.findall(r'set_template_from_resource\s*\([^;]*?([\w-]+)\.ui"', tree.read(path), re.DOTALL):
            if name not in names:
                found.append(f"{path}: resources has no {name}.ui")
    return found


def broken_copy(path, change):
    """A copy of a built file with a change, beside it, under the same ending."""
    copy = os.path.join(os.path.dirname(path), "broken-" + os.path.basename(path))
    shutil.copy(path, copy)
    with open(copy, encoding="utf-8") as file:
        text = file.read()
    with open(copy, "w", encoding="utf-8") as file:
        file.write(change(text))
    return copy


def built(plan, name, look, path, what, change):
    """As Plan.check(), for a file that the build has made."""
    found = look(path) if os.path.exists(path) else [f"{path}: was not built"]
    plan.result(not found, name, found)
    if os.path.exists(path):
        copy = broken_copy(path, change)
        plan.result(bool(look(copy)), f"it notices {what}")
        os.remove(copy)


def main():
    plan = Plan(sys.argv[1])
    build = sys.argv[2]
    good = plan.tree.read(f"flatpak/{APP}.yml")
    built(plan, "the desktop entry is valid", desktop_entry, os.path.join(build, "data", APP + ".desktop"),
          "an entry without a type", lambda text: text.replace("Type=Application\n", ""))
    built(plan, "the metainfo is valid", metainfo, os.path.join(build, "data", APP + ".metainfo.xml"),
          "metainfo without a licence", lambda text: re.sub(r"<metadata_license>.*?</metadata_license>", "", text))
    plan.check("the settings are valid", settings, {
        "a default of the wrong type": {"data/a.gschema.xml": '<schemalist><schema id="a" path="/a/"><key name="b" '
                                        'type="i"><default>\'x\'</default></key></schema></schemalist>'},
        "no schema": {"data/a.txt": ""}})
    plan.check("one id names the application everywhere", identity, {"a missing icon": {f"data/{APP}.desktop.in": ""}})
    plan.check("the Flatpak manifest is whole", manifest, {
        "YAML that does not parse": {f"flatpak/{APP}.yml": "id: [\n"},
        "a dependency that is no module": {f"flatpak/{APP}.yml": good, "meson.build": "dependency('libnowhere-1')\n"},
        "a module that was taken out": {f"flatpak/{APP}.yml": good.replace("name: libqrencode", "name: other"),
                                        "meson.build": "dependency('libqrencode')\n"},
        "an archive without a checksum": {f"flatpak/{APP}.yml": re.sub(r"sha256: \w+", "sha256: 0", good)},
    }, {"a dependency that the runtime holds": {f"flatpak/{APP}.yml": good, "meson.build": "dependency('gtk4')\n"}})
    plan.check("the build asks for every library of the design", named, {"one that it does not": {"meson.build": "\n"}})
    plan.check("templates and classes of the window name each other", templates, {
        "a template without a class": {"resources/ui/rang-a.ui": '<template class="RangA" parent="GtkBox"/>'},
        "a template named otherwise": {"resources/ui/rang-b.ui": '<template class="RangA" parent="GtkBox"/>',
                                       "app/ui/a/rang-a.c": "G_DEFINE_FINAL_TYPE (RangA, rang_a, GTK_TYPE_BOX)\n"},
        "a class without its template": {
            "app/ui/a/rang-a.c": 'gtk_widget_class_set_template_from_resource (c, "/ro/rang/Rang/ui/rang-a.ui");\n'},
    }, {"a pair": {"resources/ui/rang-a.ui": '<template class="RangA" parent="GtkBox"/>',
                   "app/ui/a/rang-a.c": "G_DEFINE_FINAL_TYPE (RangA, rang_a, GTK_TYPE_BOX)\n"}})
    return plan.done()


if __name__ == "__main__":
    sys.exit(main())
