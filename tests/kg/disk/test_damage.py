"""Damage on disk: what is no longer what a build wrote is told by name, or made anew, and never answered from."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from kg.build.build import build_graph
from kg.disk import GraphDirectory
from kg.errors import DiskError
from kg.stores.embedded import EmbeddedStore
from kg.verify import verify
from tests.kg.folders import contents, make_reports
from tests.kg.records import REPORT_TEXT

YEARS = "MATCH (:Region)-[a:ADOPTED]->(i) RETURN i.name AS name, a.year AS year ORDER BY name, year"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of the reports."""
    root = tmp_path_factory.mktemp("damage")
    build_graph([make_reports(root / "reports")], root / "graph", workers=1)
    return root / "graph"


def flipped(path: Path, bit: int) -> None:
    data = bytearray(path.read_bytes())
    data[bit // 8] ^= 1 << bit % 8
    path.write_bytes(data)


@pytest.mark.parametrize("name", ["nodes.parquet", "edges.parquet", "conflicts.parquet", "manifest.json"])
def test_no_flipped_bit_is_read_in_silence(built: Path, tmp_path: Path, name: str) -> None:
    shutil.copytree(built, tmp_path / "g")
    path = GraphDirectory(tmp_path / "g").generation / name
    whole = path.read_bytes()
    chance = random.Random(name)
    for _ in range(150):
        flipped(path, chance.randrange(len(whole) * 8))
        with pytest.raises(DiskError, match="build the graph again"):
            directory = GraphDirectory(tmp_path / "g")
            list(directory.nodes()), list(directory.relationships()), directory.conflicts()
        path.write_bytes(whole)


def test_a_damaged_part_is_not_read(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "g")
    directory = GraphDirectory(tmp_path / "g")
    flipped(directory.part_paths()[0], 4321)
    with pytest.raises(DiskError, match=r"part-.*\.parquet is no longer what the build wrote"):
        list(directory.documents())


def test_no_answer_from_a_damaged_table_is_kept(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "g")
    right = answer(built, tmp_path)
    edges = GraphDirectory(tmp_path / "g").generation / "edges.parquet"
    flipped(edges, 8 * (edges.stat().st_size // 2))
    with pytest.raises(DiskError, match=r"edges\.parquet"):
        EmbeddedStore.open(tmp_path / "g").query(YEARS)
    assert not list((tmp_path / "g").glob("cache/*"))
    build_graph([built.parent / "reports"], tmp_path / "g", workers=1)
    with EmbeddedStore.open(tmp_path / "g") as graph:
        assert graph.query(YEARS).records() == right != []


def test_a_table_put_right_takes_the_kept_engine_with_it(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "g")
    EmbeddedStore.open(tmp_path / "g").query(YEARS)
    edges = GraphDirectory(tmp_path / "g").generation / "edges.parquet"
    flipped(edges, 4321)
    build_graph([built.parent / "reports"], tmp_path / "g", workers=1)
    assert not list((tmp_path / "g").glob("cache/*"))


def test_verify_looks_at_the_kept_engine(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "g")
    EmbeddedStore.open(tmp_path / "g").query(YEARS)
    (kept,) = (tmp_path / "g" / "cache").iterdir()
    assert verify(GraphDirectory(tmp_path / "g")).findings == []
    flipped(kept, 8 * (kept.stat().st_size // 2))
    (finding,) = verify(GraphDirectory(tmp_path / "g")).findings
    assert (finding.check, finding.subject) == ("cache", kept.name)


def answer(built: Path, folder: Path) -> list[dict[str, object]]:
    """The rows of YEARS, asked of a copy, so that no engine is kept beside ``built``."""
    with EmbeddedStore.open(Path(shutil.copytree(built, folder / "copy"))) as graph:
        return graph.query(YEARS).records()


def cut_short(built: Path, graph: Path) -> Path:
    """A build of the same reports that had made all parts and no table; the one part."""
    shutil.copytree(GraphDirectory(built).generation / "records", graph / "staging" / "records")
    (part,) = (graph / "staging" / "records").iterdir()
    return part


@pytest.mark.parametrize("damage", ["flipped", "truncated", "empty"])
def test_a_damaged_part_of_a_build_cut_short_is_made_anew(built: Path, tmp_path: Path, damage: str) -> None:
    part = cut_short(built, tmp_path / "g")
    if damage == "flipped":
        flipped(part, 4321)
    else:
        part.write_bytes(part.read_bytes()[:99] if damage == "truncated" else b"")
    assert build_graph([built.parent / "reports"], tmp_path / "g", workers=1).reused == 0
    assert contents(tmp_path / "g") == contents(built)


@pytest.mark.parametrize("manifest", [b"", b"[" * 100_000, b'{"format": "reformkg graph", "files": null}'])
def test_a_damaged_manifest_certifies_no_part(built: Path, tmp_path: Path, manifest: bytes) -> None:
    shutil.copytree(built, tmp_path / "g")
    directory = GraphDirectory(tmp_path / "g")
    flipped(directory.part_paths()[0], 4321)
    (directory.generation / "manifest.json").write_bytes(manifest)
    assert build_graph([built.parent / "reports"], tmp_path / "g", workers=1).reused == 0
    assert contents(tmp_path / "g") == contents(built)


@pytest.mark.parametrize("name", ["staging", "cache"])
def test_a_file_in_place_of_a_folder_of_ours_is_passed_over(built: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "g").mkdir()
    (tmp_path / "g" / name).write_bytes(b"something")
    build_graph([built.parent / "reports"], tmp_path / "g", workers=1)
    with EmbeddedStore.open(tmp_path / "g") as graph:
        assert graph.query(YEARS).records()


def test_a_graph_that_is_open_answers_after_another_build(built: Path, tmp_path: Path) -> None:
    reports = make_reports(tmp_path / "reports")
    build_graph([reports], tmp_path / "g", workers=1)
    opened = EmbeddedStore.open(tmp_path / "g")
    (reports / "新.txt").write_text(REPORT_TEXT.replace("130项", "131项"), encoding="utf-8")
    build_graph([reports], tmp_path / "g", workers=1)
    assert opened.query(YEARS).records() == answer(built, tmp_path)
    assert list(opened.directory.documents())
    old = opened.directory.generation
    opened.close()
    build_graph([reports], tmp_path / "g", workers=1)
    assert not old.exists()
    build_graph([reports], tmp_path / "fresh", workers=1)
    assert contents(tmp_path / "g") == contents(tmp_path / "fresh")
