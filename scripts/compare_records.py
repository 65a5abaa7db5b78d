"""Compare what two versions of the extractors make of the same documents.

    python scripts/compare_records.py OLD NEW [--show N] [--ignore FIELD]...

OLD and NEW are both files of ``reformkg extract`` (one record a line) or both graph directories of ``reformkg build``.
Records are compared as the JSON they are stored as, whatever their version, field by field but for ``extractor``, which
every change of a rule changes, and what ``--ignore`` names (``version``, ``document.url``); graph directories also by the
hash of their graphs. Prints how many records differ and in which fields, and the first N differences. Exit status: 0 the
same, 1 different, 2 wrong use. A change that only moves or joins code leaves it at 0.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from kg.disk import GraphDirectory
from kg.disk.rows import read_rows
from kg.errors import DiskError

IGNORED = ("extractor",)
MISSING = "(missing)"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old", type=Path, metavar="OLD")
    parser.add_argument("new", type=Path, metavar="NEW")
    parser.add_argument("--show", type=int, default=5, metavar="N", help="differences printed in full (default 5)")
    parser.add_argument("--ignore", action="append", default=[], metavar="FIELD", help="a field not to compare")
    args = parser.parse_args()
    try:
        old, new = (dict(records(path, (*IGNORED, *args.ignore))) for path in (args.old, args.new))
        hashes = [GraphDirectory(path).manifest.graph for path in (args.old, args.new) if path.is_dir()]
    except (OSError, ValueError, DiskError) as error:
        print(f"compare_records: {error}", file=sys.stderr)
        return 2
    fields: Counter[str] = Counter()
    different = 0
    for file in sorted(old.keys() | new.keys()):
        found = list(differences("", old.get(file, MISSING), new.get(file, MISSING)))
        different += bool(found)
        for at, before, after in found:
            fields[_field(at)] += 1
            if sum(fields.values()) <= args.show:
                print(f"{file} {at}\n  - {_line(before)}\n  + {_line(after)}")
    print(f"{len(old)} and {len(new)} records, {different} differ")
    for name, count in sorted(fields.items()):
        print(f"  {name or 'document'}: {count}")
    if len(set(hashes)) == 2:
        print(f"graphs differ: {hashes[0]} and {hashes[1]}")
    elif len(hashes) == 2:
        print(f"graphs are equal: {hashes[0]}")
    return 1 if different or len(set(hashes)) == 2 else 0


def records(path: Path, ignored: Sequence[str]) -> Iterator[tuple[str, Any]]:
    """The records of a graph directory or of a file of JSON lines, by file, without the ``ignored`` fields."""
    if path.is_dir():
        stored = (row["record"] for part in GraphDirectory(path).part_paths() for row in read_rows(part, ["record"]))
    else:
        stored = iter(path.read_text(encoding="utf-8").splitlines())
    for record in map(json.loads, stored):
        file = record["file"]
        for name in ignored:
            record = without(record, name.split("."))
        yield file, record


def without(value: Any, at: Sequence[str]) -> Any:
    """A value of JSON without the field at the end of the path ``at``, which leads through lists to all their entries."""
    if isinstance(value, list):
        return [without(entry, at) for entry in value]
    if not isinstance(value, dict):
        return value
    if len(at) == 1:
        return {name: inner for name, inner in value.items() if name != at[0]}
    return {name: without(inner, at[1:]) if name == at[0] else inner for name, inner in value.items()}


def differences(at: str, old: Any, new: Any) -> Iterator[tuple[str, Any, Any]]:
    """Where two values of JSON differ; lists of one length entry by entry, others by what only one of them holds."""
    if json.dumps(old) == json.dumps(new):  # unlike ==, it sees the order of fields
        return
    if isinstance(old, dict) and isinstance(new, dict):
        if list(old) != list(new) and old.keys() == new.keys():
            yield f"{at} (order of fields)", list(old), list(new)
        for name in [*old, *(name for name in new if name not in old)]:
            yield from differences(f"{at}.{name}".strip("."), old.get(name, MISSING), new.get(name, MISSING))
    elif isinstance(old, list) and isinstance(new, list):
        if len(old) == len(new):
            for index, pair in enumerate(zip(old, new, strict=True)):
                yield from differences(f"{at}[{index}]", *pair)
        else:
            yield from ((at, entry, MISSING) for entry in old if entry not in new)
            yield from ((at, MISSING, entry) for entry in new if entry not in old)
    else:
        yield at, old, new


def _field(at: str) -> str:
    return ".".join(part.split("[")[0] for part in at.split("."))


def _line(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 300 else text[:300] + "…"


if __name__ == "__main__":
    sys.exit(main())
