"""Kill builds and queries (SIGKILL) at random points, run the same command again, and compare with undisturbed ones.

    python scripts/try_kills.py FOLDER [--documents 60] [--kills 60] [--workers 2] [--seed 1]

The documents are drawn from FOLDER. A third each is killed at a moment, the workers with it half of the time; before a line
of the code that writes; and at a byte of a file while a build is published. What is killed is, in turn, a first build, one
over the graph of other documents, and a query that keeps its engine beside the graph. Prints what each kill left and exits
with 1 when the command, given again, leaves another graph directory than one that nothing disturbed, or another answer.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from support.documents import readable_files

_QUERY = "MATCH (r:Region)-[a:ADOPTED]->(i) RETURN r.name, a.year, a.status, i.name ORDER BY r.name, a.year, i.name, a.status"
_WAYS = ("moment", "line", "byte")
_WORK = ("first build", "build over another graph", "query")
_DYING = Path(__file__).parent / "support" / "dying.py"


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """What comes of nobody disturbing: contents by file, the answer, seconds, and lines of the code that writes."""

    graph: dict[str, bytes]
    answer: bytes
    seconds: dict[str, float]
    lines: dict[str, int]


class Trial:
    """One sample of documents, the graphs made of it, and the commands that are killed."""

    def __init__(self, paths: Sequence[Path], root: Path, workers: int) -> None:
        """Lay the documents out below ``root``: all of them, and the same with a third of other names and contents."""
        self.root, self.workers = root, workers
        for number, path in enumerate(paths):
            for folder in ("all", "others"):
                name = f"{'其他' if folder == 'others' and number % 3 == 0 else ''}{number}-{path.name}"
                (root / folder).mkdir(exist_ok=True)
                data = path.read_bytes()
                (root / folder / name).write_bytes(data if name.startswith(str(number)) else data[: len(data) // 2])
        self.target = root / "g"
        self._build("others", root / "other graph")
        lines = {
            "build": self._lines(self._build_command("all", root / "traced")),
            "query": self._lines(self._query(root / "traced")),
        }
        start = time.monotonic()
        self._build("all", root / "whole")
        built = time.monotonic()
        answer = self._run(*self._query(root / "whole")).stdout
        asked = time.monotonic()
        seconds = {"build": built - start, "query": asked - built}
        self.undisturbed = Undisturbed(graph_files(root / "whole"), answer, seconds, lines)
        self.largest = max(map(len, self.undisturbed.graph.values()))

    def kill(self, work: str, way: str, dice: random.Random) -> str:
        """Kill ``work`` by ``way`` somewhere, and say what it left."""
        self._lay_out(work)
        command = self._query(self.target) if work == "query" else self._build_command("all", self.target)
        if way == "moment":
            self._kill_at(dice.random() * self.undisturbed.seconds[command[0]], command, group=dice.random() < 0.5)
        else:
            lines = dice.randint(1, self.undisturbed.lines[command[0]])
            at = lines if way == "line" else int(self.largest ** dice.random())
            self._run(*command, dying=(way, str(at)), check=False)
        return left(self.target)

    def again(self, work: str) -> list[str]:
        """Run ``work`` again; in what the end differs from one that nothing disturbed."""
        faults = []
        if work == "query":
            if self._run(*self._query(self.target)).stdout != self.undisturbed.answer:
                faults.append("another answer")
        else:
            self._build("all", self.target)
        if (files := graph_files(self.target)) != self.undisturbed.graph:
            names = {name for name in {*files, *self.undisturbed.graph} if files.get(name) != self.undisturbed.graph.get(name)}
            faults.append("other files: " + ", ".join(sorted(names)))
        if unfinished := sorted(path.name for path in self.target.rglob("*.tmp")):
            faults.append("left over: " + ", ".join(unfinished))
        return faults

    def _lay_out(self, work: str) -> None:
        shutil.rmtree(self.target, ignore_errors=True)
        if work != "first build":
            shutil.copytree(self.root / ("whole" if work == "query" else "other graph"), self.target)
            shutil.rmtree(self.target / "cache", ignore_errors=True)

    def _kill_at(self, seconds: float, command: Sequence[str], *, group: bool) -> None:
        process = self._start(command)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL) if group else process.kill()
        process.wait()

    def _start(self, command: Sequence[str]) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "kg", *command],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip

    def _query(self, graph: Path) -> list[str]:
        return ["query", _QUERY, "--graph", str(graph), "--format", "csv"]

    def _build_command(self, folder: str, target: Path) -> list[str]:
        return ["build", str(self.root / folder), "-o", str(target), "--workers", str(self.workers)]

    def _lines(self, command: Sequence[str]) -> int:
        """How many lines of the code that writes ``command`` runs through."""
        return int(self._run(*command, dying=("line", "-1")).stderr.rpartition(b"lines: ")[2])

    def _build(self, folder: str, target: Path) -> None:
        self._run(*self._build_command(folder, target))

    def _run(
        self, *command: str, dying: tuple[str, ...] = (), check: bool = True
    ) -> subprocess.CompletedProcess[bytes]:
        program = [str(_DYING), *dying] if dying else ["-m", "kg"]
        done = subprocess.run([sys.executable, *program, *command], capture_output=True, check=False)
        if check and done.returncode not in (0, 1):  # 1: a document was refused
            raise SystemExit(f"{' '.join(command)}: {done.stderr.decode()}")
        return done


def graph_files(path: Path) -> dict[str, bytes]:
    """The files of a graph directory, without what an engine keeps beside it."""
    files = (file for file in path.rglob("*") if file.is_file())
    return {name: file.read_bytes() for file in files if not (name := str(file.relative_to(path))).startswith("cache")}


def left(target: Path) -> str:
    """How far what was killed had come, by what lies in the graph directory."""
    names = {str(path.relative_to(target)) for path in target.rglob("*")} if target.is_dir() else set()
    staged = [name for name in names if name.startswith("staging/")]
    if any(name.startswith("cache/") for name in names):
        return "engine kept in part" if any(name.endswith(".tmp") for name in names) else "engine kept"
    if "staging/manifest.json" in staged:
        return "all staged"
    if any(name.startswith(("staging/nodes", "staging/edges", "staging/conflicts")) for name in staged):
        return "some tables staged"
    if any(name.startswith("staging/records/part") for name in staged):
        return "some parts staged"
    if staged:
        return "nothing staged"
    if sum("manifest.json" in name for name in names) > 1:
        return "two generations in place"
    if names and "CURRENT" not in names:
        return "in place, not yet current"
    return "published" if names else "nothing"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--documents", type=int, default=60, help="how many are drawn from FOLDER (default 60)")
    parser.add_argument("--kills", type=int, default=60, help="how many (default 60)")
    parser.add_argument("--workers", type=int, default=2, help="processes that extract (default 2)")
    parser.add_argument("--seed", type=int, default=1, help="the same seed, the same documents (default 1)")
    args = parser.parse_args()
    paths = readable_files([args.folder])
    if not paths:
        parser.error("there is no readable document in the folder")
    dice = random.Random(args.seed)
    found: Counter[str] = Counter()
    faults = 0
    with tempfile.TemporaryDirectory() as root:
        trial = Trial(dice.sample(paths, min(args.documents, len(paths))), Path(root), args.workers)
        for number in range(args.kills):
            work, way = _WORK[number % len(_WORK)], _WAYS[number // len(_WORK) % len(_WAYS)]
            what = f"{work}, killed by {way}: {trial.kill(work, way, dice)}"
            found[what] += 1
            for fault in trial.again(work):
                faults += 1
                print(f"kill {number}: {what}; {fault}", flush=True)
    for what, count in sorted(found.items()):
        print(f"{count:3} {what}")
    print(f"{args.kills} kills: {faults} left another graph or answer")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
