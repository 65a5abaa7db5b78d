"""Measure how well the first passing of regulations is read, against days known from elsewhere.

    python scripts/measure_passings.py [SHARED] [--misses]

SHARED (default: ``shared`` beside the checkout) holds the regulations' texts in ``corpus``, the list of them with the day
on which each was first passed in ``data/local_regulations``, and tables of single reforms in ``truth``. Prints a row for
each table, for each folder of texts and for all: how many texts, of how many the year of the first adoption is right, how many
print the day, and of how many of these it is right; with ``--misses`` each that is wrong. Exit status: 0 where the year is
right in 95 % and the day in 90 % of each row, 1 where it is not, 2 where SHARED is not there.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path

from support.passings import Reading, read_all, regulations

SHARED = Path(__file__).resolve().parents[2] / "shared"
YEAR, DAY = 0.95, 0.90


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, nargs="?", default=SHARED, metavar="SHARED")
    parser.add_argument("--misses", action="store_true", help="print what was read wrongly")
    args = parser.parse_args()
    try:
        sets = regulations(args.shared)
    except OSError as error:
        print(f"measure_passings: {error}", file=sys.stderr)
        return 2
    read = {reading.regulation: reading for reading in read_all(args.shared, dict.fromkeys(chain(*sets.values())))}
    print(f"{'regulations':22}{'texts':>8}{'year right':>16}{'day printed':>14}{'day right':>16}")
    good = True
    for name, chosen in sets.items():
        readings = [read[each] for each in chosen]
        good &= report(name, readings)
        for reading in readings if args.misses else ():
            if not reading.year_right or (reading.told and not reading.day_right):
                print(f"  {reading.regulation.file}: {reading.day or reading.year}, not {reading.regulation.passed}")
    return 0 if good else 1


def report(name: str, readings: Sequence[Reading]) -> bool:
    """Print the row of ``readings``; whether it reaches both bars."""
    told = [reading for reading in readings if reading.told]
    years, days = sum(r.year_right for r in readings), sum(r.day_right for r in told)
    year, day = years / max(1, len(readings)), days / max(1, len(told))
    print(f"{name:22}{len(readings):8}{years:8}{year:7.1%} {len(told):13}{days:9}{day:7.1%}")
    return year >= YEAR and day >= DAY


if __name__ == "__main__":
    sys.exit(main())
