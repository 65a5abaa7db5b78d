"""Make many documents out of a few: a corpus of any size on which builds and reads are measured.

    python scripts/make_corpus.py FOLDER OUT [--number 16000] [--seed 7]

Each document is a text of FOLDER (``*.txt``) with the lines of its body in another order, its own region swapped for
another one of the same level, in the text as in the file's name, and half of its document numbers changed. The same
texts give the same documents. What they say is nonsense; how long they are, and how much a graph of them holds, is that
of the texts that they were made of.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from ontology.regions import Region, region_table

_AS_OF = 2020
_HEAD = 3  # lines at the top that tell what the document is, and stay there
_A_FOLDER = 1_000
_NUMBER = re.compile(r"([〔\[(（]\d{4}[〕\])）])(\d{1,4})(?=号)")
_MOST = 400  # serial numbers up to which one may be changed


def documents(texts: Sequence[tuple[str, str]], count: int, seed: int = 7) -> Iterator[tuple[str, str]]:
    """``count`` documents as path and text, made of ``texts``, which are pairs of a file's stem and its text."""
    order: list[int] = []
    for number in range(count):
        dice = random.Random(f"{seed} {number}")
        if not order:
            order = random.Random(f"{seed} from {number}").sample(range(len(texts)), len(texts))
        stem, text = _moved(*texts[order.pop()], dice)
        yield f"{number // _A_FOLDER:03}/{number:07}_{stem}.txt", _renumbered(_shuffled(text, dice), dice)


def _moved(stem: str, text: str, dice: random.Random) -> tuple[str, str]:
    """The name and the text with another region in the place of its own; as they are where the name tells none."""
    own = _own(stem)
    if own is None:
        return stem, text
    other = dice.choice(_of_level()[own.level])
    for old, new in ((own.name, other.name), (own.short_name, other.short_name)):
        if len(old) > 1 and len(new) > 1:
            stem, text = stem.replace(old, new), text.replace(old, new)
    return stem, text


def _own(stem: str) -> Region | None:
    """The region of the longest name in a file's stem (遂宁市, 遂宁), of several the one at its end."""
    named = [
        (len(name), stem.rfind(name), region.code, region)
        for regions in _of_level().values()
        for region in regions
        for name in (region.name, region.short_name)
        if len(name) > 1 and name in stem
    ]
    return max(named, key=lambda found: found[:3])[3] if named else None


@cache
def _of_level() -> dict[str, list[Region]]:
    found: dict[str, list[Region]] = {"province": [], "prefecture": [], "county": []}
    for region in region_table():
        if region.level in found and region.holds(_AS_OF):
            found[region.level].append(region)
    return found


def _shuffled(text: str, dice: random.Random) -> str:
    lines = text.split("\n")
    body = lines[_HEAD:]
    dice.shuffle(body)
    return "\n".join([*lines[:_HEAD], *body])


def _renumbered(text: str, dice: random.Random) -> str:
    def changed(found: re.Match[str]) -> str:
        return f"{found[1]}{dice.randint(1, _MOST) if dice.random() < 0.5 else found[2]}"

    return _NUMBER.sub(changed, text)


def write_corpus(folder: Path, out: Path, count: int, seed: int = 7) -> None:
    """Write ``count`` documents, made of the texts (``*.txt``) of ``folder``, into ``out``.

    Raises:
        FileNotFoundError: there is no text in it.
    """
    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.rglob("*.txt"))]
    if not texts:
        raise FileNotFoundError(f"there is no text (*.txt) in {folder}")
    for name, text in documents(texts, count, seed):
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("-n", "--number", type=int, default=1_000, help="how many documents (default: 1000)")
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    try:
        write_corpus(args.folder, args.out, args.number, args.seed)
    except FileNotFoundError as error:
        print(f"make_corpus: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
