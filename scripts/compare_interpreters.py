"""Make everything of a folder under several Pythons and locales, and compare the bytes.

    python scripts/compare_interpreters.py FOLDER [--python PATH]... [--documents 100]

Without --python those of 3.11, 3.12 and 3.13 on the PATH, beside the one that runs this, which have what reformkg depends on.
Each makes the graph directory, the records, all exports, tables and pages of documents drawn from FOLDER, with Chinese file
names, under a UTF-8 locale, under C, and under POSIX without UTF-8 mode. Exits with 1 when one file differs.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from support.documents import readable_files
from support.pythons import run, usable_pythons

_OUTPUTS = Path(__file__).parent / "support" / "all_outputs.py"
_LOCALES: Mapping[str, Mapping[str, str]] = {
    "UTF-8": {"LC_ALL": "C.UTF-8"},
    "C": {"LC_ALL": "C", "PYTHONHASHSEED": "1"},
    "POSIX without UTF-8 mode": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


def differences(pythons: Sequence[str], folder: Path, root: Path) -> Iterator[str]:
    """Under which interpreter and locale which file of ``folder``'s outputs is another than under the first of all."""
    first: dict[str, bytes] = {}
    for number, python in enumerate(pythons):
        for name, environment in _LOCALES.items():
            out = root / f"{number}-{len(name)}"
            done = run([python, str(_OUTPUTS), str(folder), str(out)], environment)
            if done.returncode:
                yield f"{python}, {name}: {done.stderr.decode(errors='replace').strip().splitlines()[-1]}"
                continue
            made = {os.fsencode(path.relative_to(out)).decode(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
            made = {path: data for path, data in made.items() if not path.startswith("graph/cache")}
            first = first or made
            for path in sorted({*made, *first}):
                if made.get(path) != first.get(path):
                    yield f"{python}, {name}: {path}"
            shutil.rmtree(out)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--python", action="append", metavar="PATH", help="an interpreter; may be repeated")
    parser.add_argument("--documents", type=int, default=100, help="how many are drawn from FOLDER (default 100)")
    args = parser.parse_args()
    paths = readable_files([args.folder])
    if not paths:
        parser.error("there is no readable document in the folder")
    pythons = args.python or usable_pythons()
    faults = 0
    with tempfile.TemporaryDirectory() as root:
        documents = Path(root) / "文献"
        documents.mkdir()
        for number, path in enumerate(random.Random(1).sample(paths, min(args.documents, len(paths)))):
            shutil.copyfile(path, documents / f"第{number}份-{path.name}")
        for fault in differences(pythons, documents, Path(root)):
            faults += 1
            print(fault, flush=True)
    print(f"{len(pythons)} Pythons, {len(_LOCALES)} locales: {faults} files differ from those of {pythons[0]}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
