#!/usr/bin/env python3
"""Checks canonical form v1 and the audit chain of LabQc without LabQc: Python's standard library is all it needs.

    check_canonical_v1.py vectors canonical-v1.json
    check_canonical_v1.py chain labqc.db [--key KEYFILE]
    check_canonical_v1.py chain events.jsonl [--key KEYFILE]

The form: JSON in UTF-8 without white space; objects, arrays, strings and null only. Keys are unique, in the order of their
UTF-16 code units. Escaped are the quotation mark, the backslash and U+0000 to U+001F, as \\b \\t \\n \\f \\r or \\u00xx.
Nothing is normalised. Integers in decimal; doubles as the shortest digits that read back as the same double, laid out as RFC 8785
(ECMAScript) does, but minus zero as -0; bytes as "sha256:" and their SHA-256.

An event's hash: SHA-256 of "labqc-event/1" LF site LF sequence LF previous hash LF canonical bytes. Its HMAC: HMAC-SHA256 over
the hash's 32 bytes with the key in KEYFILE (64 hex digits). events.jsonl has one event a line; SQLite writes it so:

    SELECT json_object('site', site, 'sequence', sequence, 'canonical', CAST(canonical AS TEXT),
                       'previous_hash', previous_hash, 'hash', hash, 'hmac', hmac)
      FROM audit_event ORDER BY site, sequence
"""
import hashlib
import hmac
import json
import pathlib
import sqlite3
import struct
import sys
from decimal import Decimal

SHORT = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r"}


def double_text(value):
    """The shortest digits that read back as the same double, as the form writes them."""
    if value != value:
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    sign, digits, exponent = Decimal(repr(value)).as_tuple()
    digits = "".join(map(str, digits)).lstrip("0")
    point = len(digits) + exponent if digits else 1
    return ("-" if sign else "") + layout(digits.rstrip("0") or "0", point)


def layout(digits, point):
    """Digits, of which so many stand before the decimal point, as ECMAScript writes them."""
    if len(digits) <= point <= 21:
        return digits.ljust(point, "0")
    if 0 < point <= 21:
        return digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return "0." + "0" * -point + digits
    fraction = "." + digits[1:] if len(digits) > 1 else ""
    return f"{digits[0]}{fraction}e{'-' if point < 1 else '+'}{abs(point - 1)}"


def string(text):
    """A string in quotes; a lone surrogate is refused."""
    text.encode("utf-8")
    return '"' + "".join(SHORT.get(c, f"\\u{ord(c):04x}" if c < " " else c) for c in text) + '"'


def key_order(member):
    """Order of UTF-16 code units."""
    return member[0].encode("utf-16-be", "surrogatepass")


def write(value):
    """Canonical text of None, texts, lists and pairs of an object (a tuple of pairs)."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return string(value)
    if isinstance(value, list):
        return "[" + ",".join(map(write, value)) + "]"
    if len({key for key, _ in value}) != len(value):
        raise ValueError("a key stands twice")
    return "{" + ",".join(string(k) + ":" + write(v) for k, v in sorted(value, key=key_order)) + "}"


def from_tagged(value):
    """A value of the test vectors, whose types are named, as write() takes it."""
    if value is None or isinstance(value, str):
        return value
    ((kind, content),) = value.items()
    if kind == "object":
        return tuple((key, from_tagged(inner)) for key, inner in content)
    if kind == "array":
        return [from_tagged(inner) for inner in content]
    return scalar(kind, content)


def scalar(kind, content):
    if kind in ("integer", "decimal"):
        return content
    if kind == "double":
        return double_text(struct.unpack(">d", bytes.fromhex(content))[0])
    if kind == "boolean":
        return "true" if content else "false"
    if kind == "bytes":
        return "sha256:" + hashlib.sha256(bytes.fromhex(content)).hexdigest()
    if kind == "utf16":
        return "".join(chr(int(unit, 16)) for unit in content)
    raise ValueError(f"unknown kind {kind}")


def event_hash(site, sequence, previous_hash, canonical):
    head = f"labqc-event/1\n{site}\n{sequence}\n{previous_hash}\n".encode("utf-8")
    return hashlib.sha256(head + canonical).hexdigest()


def event_problems(event, expected_sequence, expected_previous, key):
    """What does not fit in one event."""
    canonical = event["canonical"]
    if event["sequence"] != expected_sequence:
        yield f"expected event {expected_sequence}"
    if event["previous_hash"] != expected_previous:
        yield "does not name the hash of the event before it"
    if write(json.loads(canonical, object_pairs_hook=tuple)).encode("utf-8") != canonical:
        yield "is not in canonical form"
    if event_hash(event["site"], event["sequence"], event["previous_hash"], canonical) != event["hash"]:
        yield "its hash is not that of its content"
    if key and hmac.new(key, bytes.fromhex(event["hash"]), hashlib.sha256).hexdigest() != event["hmac"]:
        yield "its HMAC was not made with this key"


def chain_problems(events, key):
    site, sequence, previous = None, 0, "0" * 64
    for event in events:
        if event["site"] != site:
            site, sequence, previous = event["site"], 0, "0" * 64
        for problem in event_problems(event, sequence + 1, previous, key):
            yield f"site {site}, event {event['sequence']}: {problem}"
        sequence, previous = event["sequence"], event["hash"]


def vector_problems(vectors):
    for case in vectors["values"]:
        found = write(from_tagged(case["value"])).encode("utf-8")
        if found != case["canonical"].encode("utf-8"):
            yield f"{case['name']}: expected {case['canonical']!r}, found {found!r}"
        if hashlib.sha256(found).hexdigest() != case["sha256"]:
            yield f"{case['name']}: the SHA-256 differs"
    for case in vectors["refused"]:
        try:
            write(from_tagged(case["value"]))
            yield f"{case['name']}: should be refused"
        except ValueError:
            pass
    events = [{**event, "canonical": event["canonical"].encode("utf-8")} for event in vectors["chain"]["events"]]
    yield from chain_problems(events, bytes.fromhex(vectors["chain"]["hmac_key"]))


def read_events(path):
    """Events of a registry or of JSON lines, by site and sequence."""
    names = ("site", "sequence", "canonical", "previous_hash", "hash", "hmac")
    if not path.read_bytes()[:16].startswith(b"SQLite format 3"):
        for line in path.read_text("utf-8").splitlines():
            event = json.loads(line)
            yield {**event, "canonical": event["canonical"].encode("utf-8")}
        return
    registry = sqlite3.connect(path.resolve().as_uri() + "?mode=ro", uri=True)
    yield from (dict(zip(names, row)) for row in registry.execute(
        f"SELECT {', '.join(names)} FROM audit_event ORDER BY site, sequence"))
    registry.close()


def main(arguments):
    if len(arguments) == 2 and arguments[0] == "vectors":
        problems = list(vector_problems(json.loads(pathlib.Path(arguments[1]).read_text("utf-8"))))
    elif len(arguments) in (2, 4) and arguments[0] == "chain" and (len(arguments) == 2 or arguments[2] == "--key"):
        key = bytes.fromhex(pathlib.Path(arguments[3]).read_text("ascii").strip()) if len(arguments) == 4 else None
        problems = list(chain_problems(read_events(pathlib.Path(arguments[1])), key))
    else:
        print(__doc__)
        return 2
    print("\n".join(problems) if problems else "everything fits")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
