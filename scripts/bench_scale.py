"""Measure what the commands take on a graph of many documents: seconds of the processor, and memory at most.

    python scripts/bench_scale.py 4000 --texts FOLDER [--keep FOLDER] [--only export] [--region 四川省]
    python scripts/bench_scale.py --graph GRAPH [--other GRAPH] [--only export] [--region 四川省]

Given a number, a graph of so many made-up documents (scripts/make_corpus.py) is built of the texts of a folder, and one
of a quarter of them, with which it is compared; kept in a folder, they are measured again without being built. Prints a
line a command, each of which is run in a process of its own.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from make_corpus import write_corpus

HEAD = ("command", "CPU s", "peak MB", "ends with")
QUERY = "MATCH (r:Region)-[a:ADOPTED]->(i:Initiative) RETURN i.name, count(*) AS n ORDER BY n DESC, i.name LIMIT 5"
_CLI = Path(__file__).resolve().parents[1] / "cli.py"


def commands(graph: Path, other: Path, folder: Path, region: str) -> Iterator[tuple[str, Sequence[object]]]:
    """What is measured, by name; the first query comes before the one that finds an engine kept."""
    of = ("--graph", graph)
    yield "verify", ("verify", graph)
    for told in ("info", "coverage"):
        yield told, (told, graph, "-o", folder / f"{told}.json", "--format", "json")
    yield "diff", ("diff", other, graph, "-o", folder / "diff.csv")
    for form in ("neo4j-csv", "parquet", "json"):
        yield f"export {form}", ("export", form, "-o", folder / f"export-{form}", *of)
    yield f"view --region {region}", ("view", "-o", folder / "page.html", "--region", region, *of)
    yield f"why {region}", ("why", region, "-o", folder / "why.csv", *of)
    shutil.rmtree(graph / "cache", ignore_errors=True)
    yield "query, the first", ("query", QUERY, "-o", folder / "rows.csv", *of)
    yield "query, the next", ("query", QUERY, "-o", folder / "rows.csv", *of)


def measured(arguments: Sequence[object]) -> tuple[float, int, int]:
    """Seconds of the processor, MB at most, and exit status of a command with the processes that it starts."""
    started = subprocess.Popen(
        [sys.executable, str(_CLI), *map(str, arguments)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss >> 10, started.returncode


def built(texts: Path, number: int, folder: Path) -> Path:
    """The graph of ``number`` made-up documents in ``folder``, made where it is not there."""
    graph = folder / f"graph-{number}"
    if not (graph / "CURRENT").exists():
        write_corpus(texts, folder / f"texts-{number}", number)
        seconds, peak, status = measured(["build", folder / f"texts-{number}", "-o", graph])
        print(" | ".join((f"build {number}", f"{seconds:.1f}", f"{peak}", f"{status}")), flush=True)
    return graph


def unchanged(graph: Path) -> tuple[str, Sequence[object]]:
    """The build of what was built already, out of the texts beside it."""
    return "build, nothing changed", ("build", graph.with_name(graph.name.replace("graph", "texts")), "-o", graph)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("number", type=int, nargs="?", help="of documents, at least 4")
    parser.add_argument("--texts", type=Path, help="the folder of the texts that they are made of")
    parser.add_argument("--keep", type=Path, help="where texts and graphs stay")
    parser.add_argument("--graph", type=Path, help="a graph directory that is there")
    parser.add_argument("--other", type=Path, help="the graph that it is compared with (default: itself)")
    parser.add_argument("--only", default="", help="commands whose names begin so, such as export")
    parser.add_argument("--region", default="四川省", help="of the page (default: 四川省)")
    args = parser.parse_args()
    if (args.number is None) == (args.graph is None) or (args.number and not args.texts):
        parser.error("give a number with --texts, or --graph")
    with tempfile.TemporaryDirectory() as scratch:
        folder = args.keep or Path(scratch)
        print(" | ".join(HEAD), flush=True)
        if args.graph:
            graph, other = args.graph, args.other or args.graph
        else:
            folder.mkdir(parents=True, exist_ok=True)
            graph, other = (built(args.texts, number, folder) for number in (args.number, args.number // 4))
        again = [unchanged(graph)] if args.number else []
        for name, arguments in chain(again, commands(graph, other, Path(scratch), args.region)):
            if not name.startswith(args.only):
                continue
            seconds, peak, status = measured(arguments)
            print(" | ".join((name, f"{seconds:.1f}", f"{peak}", f"{status}")), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
