"""The graph directory: what is written, what a crash leaves, what is refused."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.assemble.assemble import assemble
from kg.disk import GraphDirectory, open_workspace
from kg.disk.directory import CURRENT
from kg.disk.manifest import Input
from kg.disk.parts import SourceDocument, name_by_content, part_stem, write_part
from kg.errors import DiskError
from tests.kg.folders import contents, rewrite_manifest
from tests.kg.records import all_documents, notice, report


def publish(path: Path, count: int = 4) -> GraphDirectory:
    """A graph of the first ``count`` hand-made documents."""
    return publish_these(path, all_documents()[:count])


def publish_these(path: Path, documents: Sequence[SourceDocument]) -> GraphDirectory:
    """A graph of ``documents``, made by the steps of a build."""
    with open_workspace(path) as workspace:
        path = workspace.records / part_stem("test", [(d.input, d.record.sha256) for d in documents])
        write_part(path, documents)
        name = name_by_content(path).name
        assembled = assemble(lambda: documents, "test")
        inputs = tuple(
            Input(d.input, d.record.sha256, name, int(not d.record.error), int(bool(d.record.error)))
            for d in documents
        )
        return workspace.publish(assembled.graph, assembled.conflicts, inputs, "test", "ontology")


def test_what_is_read_is_what_was_written(tmp_path: Path) -> None:
    directory = publish(tmp_path / "g")
    expected = assemble(all_documents, "test")
    assert directory.graph.content_hash() == expected.graph.content_hash() == directory.manifest.graph
    assert [n.properties for n in directory.nodes()] == [n.properties for n in expected.graph.nodes()]
    assert directory.conflicts() == list(expected.conflicts)
    assert {d.input: d.record for d in directory.documents()} == {d.input: d.record for d in all_documents()}


def test_the_same_documents_give_the_same_bytes_elsewhere(tmp_path: Path) -> None:
    publish(tmp_path / "a" / "g")
    publish(tmp_path / "b")
    assert contents(tmp_path / "a" / "g") == contents(tmp_path / "b")


def test_nothing_on_disk_names_a_place_or_a_time(tmp_path: Path) -> None:
    for name, data in contents(publish(tmp_path / "g").path).items():
        assert str(tmp_path).encode() not in data, name


def test_manifest_counts_and_hashes(tmp_path: Path) -> None:
    manifest = json.loads((publish(tmp_path / "g").generation / "manifest.json").read_bytes())
    assert manifest["counts"]["documents"] == 3 and manifest["counts"]["refused"] == 1
    assert {"nodes.parquet", "edges.parquet", "conflicts.parquet"} < set(manifest["files"])
    assert [row["file"] for row in manifest["inputs"]] == sorted(d.input for d in all_documents())


def test_a_new_generation_takes_the_place_of_the_old(tmp_path: Path) -> None:
    old = publish(tmp_path / "g", 2).generation
    new = publish(tmp_path / "g", 3).generation
    assert not old.exists() and new.exists()
    assert sorted(p.name for p in (tmp_path / "g").iterdir()) == sorted([CURRENT, new.name])


def test_publishing_the_same_again_changes_nothing(tmp_path: Path) -> None:
    publish(tmp_path / "g")
    before = contents(tmp_path / "g")
    publish(tmp_path / "g")
    assert contents(tmp_path / "g") == before


@pytest.mark.parametrize("step", ["kg.disk.workspace.write_relationships", "kg.disk.workspace.write_bytes"])
def test_a_crash_leaves_the_old_generation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    old = publish(tmp_path / "g", 2).manifest

    def crash(*args: object) -> None:
        raise SystemError("the machine stops here")

    with monkeypatch.context() as patched:
        patched.setattr(step, crash)
        with pytest.raises(SystemError):
            publish(tmp_path / "g", 3)
    assert GraphDirectory(tmp_path / "g").manifest == old
    assert publish(tmp_path / "g", 3).manifest.counts["documents"] == 3
    publish(tmp_path / "fresh", 3)
    assert contents(tmp_path / "g") == contents(tmp_path / "fresh")


def test_a_crash_between_the_two_renames_is_mended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = publish(tmp_path / "g", 2).manifest
    written: list[str] = []

    def crash_at_pointer(path: Path, data: bytes) -> None:
        written.append(path.name)
        if path.name == CURRENT:
            raise SystemError("the machine stops here")
        path.write_bytes(data)

    with monkeypatch.context() as patched:
        patched.setattr("kg.disk.workspace.write_bytes", crash_at_pointer)
        with pytest.raises(SystemError):
            publish(tmp_path / "g", 3)
    assert written[-1] == CURRENT
    assert GraphDirectory(tmp_path / "g").manifest == old
    publish(tmp_path / "g", 3)
    publish(tmp_path / "fresh", 3)
    assert contents(tmp_path / "g") == contents(tmp_path / "fresh")


def test_half_written_temporary_files_are_swept(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "g") as workspace:
        (workspace.records / "part-00.parquet.tmp").write_bytes(b"half")
    publish(tmp_path / "g")
    publish(tmp_path / "fresh")
    assert contents(tmp_path / "g") == contents(tmp_path / "fresh")


def test_two_builds_do_not_write_at_once(tmp_path: Path) -> None:
    with open_workspace(tmp_path / "g"), pytest.raises(DiskError, match="another build is writing"):
        publish(tmp_path / "g")


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_bytes(b"years of work")
    with pytest.raises(DiskError, match=r"holds something else \(thesis.docx\)"):
        publish(tmp_path)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DiskError, match="is a file"):
        publish(tmp_path / "file")
    assert (tmp_path / "thesis.docx").read_bytes() == b"years of work"


def test_what_is_no_graph_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(DiskError, match="is not there; make it with: reformkg build"):
        GraphDirectory(tmp_path / "none")
    with pytest.raises(DiskError, match="is not a graph directory"):
        GraphDirectory(tmp_path)
    (tmp_path / "f").write_text("x")
    with pytest.raises(DiskError, match="is a file"):
        GraphDirectory(tmp_path / "f")
    with open_workspace(tmp_path / "half"):
        pass
    with pytest.raises(DiskError, match="cut short"):
        GraphDirectory(tmp_path / "half")


def test_damage_is_named(tmp_path: Path) -> None:
    directory = publish(tmp_path / "g")
    (directory.generation / "nodes.parquet").write_bytes(b"PAR1 no more")
    with pytest.raises(DiskError, match=r"nodes\.parquet is no longer what the build wrote"):
        _ = GraphDirectory(tmp_path / "g").graph
    manifest = directory.generation / "manifest.json"
    manifest.write_text("{")
    with pytest.raises(DiskError, match="is damaged"):
        GraphDirectory(tmp_path / "g")
    manifest.unlink()
    with pytest.raises(DiskError, match="cannot be read"):
        GraphDirectory(tmp_path / "g")
    (tmp_path / "g" / CURRENT).write_text("../elsewhere")
    with pytest.raises(DiskError, match="names no generation"):
        GraphDirectory(tmp_path / "g")


def test_a_graph_of_another_schema_version_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DiskError, match="schema version 99"):
        GraphDirectory(rewrite_manifest(publish(tmp_path / "g"), {"schema": 99}))


def test_a_part_is_named_by_what_it_was_made_from(tmp_path: Path) -> None:
    a, b = report(), notice()
    inputs = [(a.input, a.record.sha256), (b.input, b.record.sha256)]
    assert part_stem("1", inputs) == part_stem("1", inputs[::-1])
    assert len({part_stem("1", inputs), part_stem("2", inputs), part_stem("1", inputs[:1])}) == 3
    for name, order in (("x", [a, b]), ("y", [b, a])):
        write_part(tmp_path / name, order)
    assert (tmp_path / "x").read_bytes() == (tmp_path / "y").read_bytes()
