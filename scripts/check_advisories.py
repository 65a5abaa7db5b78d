"""Look the packages that `constraints.txt` pins up among known vulnerabilities, without a network.

    python scripts/check_advisories.py ADVISORIES

ADVISORIES is an export of the OSV database for PyPI: a zip of its JSON records, or a folder with them. Prints each record
that one of the pinned versions falls under, with the version that mends it, and exits with 1 when there is any. Who has a
network may ask it as well with pip-audit, as SECURITY.md says.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from support.advisories import matches, read_records
from support.pins import CONSTRAINTS, read_pins


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("advisories", type=Path, metavar="ADVISORIES")
    args = parser.parse_args()
    pins = read_pins(CONSTRAINTS)
    read = found = 0
    for record in read_records(args.advisories):
        read += 1
        for pin, fixed in matches(record, pins):
            found += 1
            mended = f"mended in {fixed}" if fixed else "not mended yet"
            print(f"{pin.name} {pin.version}: {record['id']} ({mended}) {record.get('summary', '')}".rstrip())
    if not read:
        parser.error(f"{args.advisories} holds no record")
    print(f"{len(pins)} packages against {read:,} records: {found} known vulnerabilities")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
