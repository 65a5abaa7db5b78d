"""Which part a file goes into, and what is told of a part that was made before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kg.build import parts
from kg.build.files import find_files, hashed
from kg.build.parts import MakePart, buckets, finished_part
from kg.build.source_file import SourceFile
from tests.kg.folders import make_reports


def files(folder: Path) -> list[SourceFile]:
    with find_files([make_reports(folder)]) as found:
        return list(hashed(found.files))


@pytest.mark.parametrize("left", [(), ("空.txt",)])
def test_a_part_that_was_made_before_is_told_as_when_it_was_made(tmp_path: Path, left: tuple[str, ...]) -> None:
    given = [source for source in files(tmp_path / "reports") if source.file not in left]
    made = MakePart(tmp_path, "1.0+0")(given, frozenset())
    assert finished_part(tmp_path / made.name, given) == made
    assert len(made.refused) == 1 - len(left)


def test_there_are_no_more_parts_than_a_folder_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = files(tmp_path / "reports")[0]
    many = [replace(one, file=f"{number}.txt") for number in range(1000)]
    assert len(buckets(many)) == 16
    monkeypatch.setattr(parts, "MOST_PARTS", 4)
    few = buckets(many)
    assert len(few) == 4 and sorted(source.file for part in few for source in part) == sorted(s.file for s in many)
