#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verifies an exported log by the published description alone (app/core/log/rang-log-chain.h): no code of Rang is used.

usage: verify-log.py FILE [FINGERPRINT]; prints "whole N HASH" and exits 0, or "broken N" and exits 1.
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


def main():
    with open(sys.argv[1], "rb") as file:
        broken, head = verify(file)
    if broken:
        print(f"broken {broken}")
        return 1
    if len(sys.argv) > 2 and not head[1].startswith(sys.argv[2].replace(" ", "").lower()):
        print(f"broken {head[0] + 1}")
        return 1
    print(f"whole {head[0]} {head[1]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
