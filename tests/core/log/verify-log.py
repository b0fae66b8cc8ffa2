#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Verifies an exported log by the published description alone (app/core/log/rang-log-chain.h): no code of Rang is used.

usage: verify-log.py [--against FINGERPRINT] FILE…
Prints "whole N HASH unverified M" or "broken N" for each file and exits 1 if one is broken. With a fingerprint (from a
sheet of paper) an entry with a hash that begins so must be there, else the first entry that is missing is broken.
"""

import hashlib
import json
import re
import sys

FIELDS = ("entry", "at", "day", "unit", "who", "behalf", "what", "order", "client", "subject", "from", "to", "reason",
          "note", "cost", "data", "previous", "key", "witness")

# --- Ed25519, after RFC 8032 section 5.1 ---

P = 2 ** 255 - 19
L = 2 ** 252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def recover_x(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P)
    if x2 % P == 0:
        return None if sign else 0
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * ROOT % P
    if (x * x - x2) % P:
        return None
    return P - x if (x & 1) != sign else x


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(s, point):
    result = (0, 1, 1, 0)
    while s:
        if s & 1:
            result = add(result, point)
        point = add(point, point)
        s >>= 1
    return result


def equal(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def decompress(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2 ** 255 - 1)
    x = recover_x(y, sign)
    return None if x is None else (x, y, 1, x * y % P)


def signature_is_right(public, message, signature):
    a, r = decompress(public), decompress(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % L
    return equal(multiply(s, BASE), add(r, multiply(h, a)))


# --- the log ---

HEX64, HEX128 = re.compile("[0-9a-f]{64}"), re.compile("[0-9a-f]{128}")
NEW_KEY = re.compile("key/([1-9][0-9]*)/([0-9a-f]{64}|none)")


def canonical(entry):
    out = bytearray()
    for name in FIELDS:
        value = entry[name]
        if value is None:
            continue
        text = (str(value) if isinstance(value, int) else value).encode("utf-8")
        out += name.encode("ascii") + b"=" + str(len(text)).encode("ascii") + b":" + text + b"\n"
    return bytes(out)


def signed_well(entry, keys):
    """Whether the entry is signed as it must be, given the people's keys before it; then takes the key it gives."""
    key, signature, who = entry["key"], entry["signature"], entry["who"]
    new = NEW_KEY.fullmatch(entry["subject"] or "") if entry["what"] == "people" else None
    person, public = (int(new.group(1)), new.group(2)) if new else (0, None)
    own_new = new is not None and person == who and public != "none"
    if (key is None) != (signature is None):
        return False
    if key is None:
        if who in keys and entry["what"] != "refused-attempt" and not own_new:
            return False
    else:
        if who is None or not (key == keys.get(who) or (own_new and key == public)):
            return False
        if not HEX64.fullmatch(key) or not HEX128.fullmatch(signature):
            return False
        message = b"rang-entry " + entry["hash"].encode("ascii")
        if not signature_is_right(bytes.fromhex(key), message, bytes.fromhex(signature)):
            return False
    if new:
        if public == "none":
            keys.pop(person, None)
        else:
            keys[person] = public
    return True


def verify(lines, fingerprint):
    previous, number, unverified, keys, met = "0" * 64, 0, 0, {}, not fingerprint
    for line in lines:
        number += 1
        try:
            entry = json.loads(line)
            whole = (set(entry) == set(FIELDS) | {"hash", "signature"} and entry["entry"] == number
                     and entry["previous"] == previous
                     and hashlib.sha256(canonical(entry)).hexdigest() == entry["hash"]
                     and signed_well(entry, keys))
        except (ValueError, TypeError, KeyError, AttributeError):
            whole = False
        if not whole:
            return f"broken {number}"
        previous = entry["hash"]
        unverified += entry["key"] is None
        met = met or previous.startswith(fingerprint)
    return f"whole {number} {previous} unverified {unverified}" if met else f"broken {number + 1}"


def main():
    paths, fingerprint = sys.argv[1:], ""
    if paths[:1] == ["--against"]:
        fingerprint, paths = paths[1].replace(" ", "").lower(), paths[2:]
    said = []
    for path in paths:
        with open(path, "rb") as file:
            said.append(verify(file, fingerprint))
    print("\n".join(said))
    return 1 if any(line.startswith("broken") for line in said) else 0


if __name__ == "__main__":
    sys.exit(main())
