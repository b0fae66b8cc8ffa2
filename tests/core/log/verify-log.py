#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verifies an exported log by the published description alone (app/core/log/rang-log-chain.h): no code of Rang is used.

usage: verify-log.py [--against FINGERPRINT] FILE…
Prints "whole N HASH" or "broken N" for each file and exits 1 if one is broken.
"""

import hashlib
import json
import sys

FIELDS = ("entry", "at", "day", "unit", "who", "behalf", "what", "order", "client", "subject", "from", "to", "reason",
          "note", "cost", "data", "previous")


def canonical(entry):
    out = bytearray()
    for name in FIELDS:
        value = entry[name]
        if value is None:
            continue
        text = (str(value) if isinstance(value, int) else value).encode("utf-8")
        out += name.encode("ascii") + b"=" + str(len(text)).encode("ascii") + b":" + text + b"\n"
    return bytes(out)


def verify(lines):
    previous, number = "0" * 64, 0
    for line in lines:
        number += 1
        try:
            entry = json.loads(line)
            whole = (set(entry) == set(FIELDS) | {"hash"} and entry["entry"] == number
                     and entry["previous"] == previous
                     and hashlib.sha256(canonical(entry)).hexdigest() == entry["hash"])
        except (ValueError, TypeError, KeyError, AttributeError):
            whole = False
        if not whole:
            return number, None
        previous = entry["hash"]
    return 0, (number, previous)


def judge(path, fingerprint):
    with open(path, "rb") as file:
        broken, head = verify(file)
    if not broken and not head[1].startswith(fingerprint):
        broken = head[0] + 1
    return f"broken {broken}" if broken else f"whole {head[0]} {head[1]}"


def main():
    paths, fingerprint = sys.argv[1:], ""
    if paths[:1] == ["--against"]:
        fingerprint, paths = paths[1].replace(" ", "").lower(), paths[2:]
    said = [judge(path, fingerprint) for path in paths]
    print("\n".join(said))
    return 1 if any(line.startswith("broken") for line in said) else 0


if __name__ == "__main__":
    sys.exit(main())
