"""The whole build: the same bytes whatever happens on the way."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from extractors.record import VERSION
from kg.build.budget import Limits
from kg.build.build import build_graph
from kg.build.parts import MadePart, MakePart
from kg.build.source_file import SourceFile
from kg.disk import GraphDirectory
from kg.disk.atomic import file_sha256
from kg.disk.parts import PART_COLUMNS, name_by_content, part_stem
from kg.disk.rows import read_rows, write_rows
from kg.errors import DiskError, InputError
from kg.stores.embedded import EmbeddedStore
from kg.stores.open import open_graph
from kg.verify import verify
from tests.kg.folders import contents, make_reports, rewrite_manifest
from tests.kg.records import NOTICE_TEXT, REPORT_TEXT
from tests.test_cli import run

ROOT = Path(__file__).parents[3]


def as_of_another_version(graph: Path) -> None:
    """Make ``graph`` one that extractors of another version of the record have built."""
    directory = GraphDirectory(graph)
    (old,) = directory.part_paths()
    inputs = [(item.file, item.sha256) for item in directory.manifest.inputs]
    part = old.with_name(part_stem("1.0+0000000000000000", inputs))
    rows = [{**row, "record": row["record"].replace(f'{{"version":{VERSION},', "{", 1)} for row in read_rows(old)]
    write_rows(part, PART_COLUMNS, rows)
    part = name_by_content(part)
    old.unlink()
    text = (directory.generation / "manifest.json").read_text(encoding="utf-8").replace(old.name, part.name)
    files = json.loads(text)["files"] | {f"records/{part.name}": file_sha256(part)}
    rewrite_manifest(directory, json.loads(text) | {"extractor": "1.0+0000000000000000", "files": files})


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of the reports, by two workers."""
    root = tmp_path_factory.mktemp("built")
    report = build_graph([make_reports(root / "reports")], root / "graph", workers=2)
    assert [file for file, _ in report.refused] == ["空.txt"]
    return root / "graph"


def test_equal_texts_are_one_document_and_the_refused_one_is_none(built: Path) -> None:
    counts = GraphDirectory(built).manifest.counts
    assert (counts["documents"], counts["refused"]) == (5, 1)


def test_verify_finds_nothing(built: Path) -> None:
    report = verify(GraphDirectory(built), [built.parent / "reports"])
    assert report.findings == []
    assert report.quotes > 20 and report.files == 7


def test_other_place_order_workers_and_hash_seed_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    reports = make_reports(tmp_path / "elsewhere" / "renamed", reverse=True)
    command = [sys.executable, "cli.py", "build", str(reports), "-o", str(tmp_path / "g"), "--workers", "1"]
    environment = os.environ | {"PYTHONHASHSEED": "1", "LC_ALL": "C"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False)
    assert done.returncode == 1, done.stderr.decode()
    assert contents(tmp_path / "g") == contents(built)


def test_an_unchanged_folder_is_not_read_again(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "g")
    report = build_graph([built.parent / "reports"], tmp_path / "g")
    assert report.reused == report.files == 7
    assert contents(tmp_path / "g") == contents(built)


def test_nothing_is_published_where_nothing_has_changed(built: Path, tmp_path: Path) -> None:
    first = Path(shutil.copytree(built, tmp_path / "g"))
    made = GraphDirectory(first).generation / "edges.parquet"
    written = made.stat().st_mtime_ns
    report = build_graph([built.parent / "reports"], first, workers=1)
    assert report.unchanged and made.stat().st_mtime_ns == written and contents(first) == contents(built)
    assert [one.file for one in report.same] == ["2019/通知副本.md"]
    assert report.refused == [("空.txt", "it is empty")]
    told = run("build", built.parent / "reports", "-o", first)
    assert "nothing has changed since the last build, and the graph stays as it is" in told.stderr


def test_another_program_merges_anew(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    graph = Path(shutil.copytree(built, tmp_path / "g"))
    monkeypatch.setattr("kg.build.build.program_hash", lambda: "another")
    report = build_graph([built.parent / "reports"], graph, workers=1)
    assert not report.unchanged and report.reused == 7 and report.directory is not None
    assert report.directory.manifest.program == "another"
    assert report.directory.manifest.graph == GraphDirectory(built).manifest.graph


def test_duplicates_that_are_to_count_are_a_change(built: Path, tmp_path: Path) -> None:
    graph = Path(shutil.copytree(built, tmp_path / "g"))
    assert not build_graph([built.parent / "reports"], graph, workers=1, keep_duplicates=True).unchanged
    assert build_graph([built.parent / "reports"], graph, workers=1, keep_duplicates=True).unchanged


@pytest.mark.parametrize("name", ["edges.parquet", "conflicts.parquet"])
def test_a_damaged_table_is_made_again_though_nothing_has_changed(built: Path, tmp_path: Path, name: str) -> None:
    graph = Path(shutil.copytree(built, tmp_path / "g"))
    (GraphDirectory(graph).generation / name).write_bytes(b"PAR1")
    assert not build_graph([built.parent / "reports"], graph, workers=1).unchanged
    assert contents(graph) == contents(built)


def test_inputs_that_are_many_stand_in_a_table(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.disk.workspace.MOST_INPUTS", 3)
    reports, graph = built.parent / "reports", tmp_path / "g"
    directory = build_graph([reports], graph, workers=1).directory
    assert directory is not None and directory.manifest.inputs == ()
    assert directory.inputs == GraphDirectory(built).inputs == GraphDirectory(built).manifest.inputs
    assert verify(directory, [reports]).findings == [] and verify(directory, [reports]).files == 7
    assert EmbeddedStore(directory=directory).info()["not_read"].rows == (("空.txt", "it is empty"),)
    before = contents(graph)
    again = build_graph([reports], graph, workers=1)
    assert again.unchanged and again.reused == 7
    (directory.generation / "inputs.parquet").write_bytes(b"PAR1")
    mended = build_graph([reports], graph, workers=1)
    assert not mended.unchanged and contents(graph) == before


def test_changed_new_and_removed_files_give_what_a_fresh_build_gives(tmp_path: Path) -> None:
    reports = make_reports(tmp_path / "r")
    build_graph([reports], tmp_path / "g", workers=1)
    (reports / "县" / "7.txt").unlink()
    (reports / "县" / "8.txt").write_text(REPORT_TEXT.replace("130项", "80项"), encoding="utf-8")
    (reports / "新.txt").write_text(NOTICE_TEXT.replace("12号", "13号"), encoding="utf-8")
    again = build_graph([reports], tmp_path / "g", workers=1)
    assert (again.files, again.reused) == (7, 5)
    build_graph([reports], tmp_path / "fresh", workers=1)
    assert contents(tmp_path / "g") == contents(tmp_path / "fresh")


def test_a_killed_build_goes_on_where_it_was(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "g")
    (generation,) = [p for p in (tmp_path / "g").iterdir() if p.is_dir()]
    generation.rename(tmp_path / "g" / "staging")  # all parts done, nothing published
    (tmp_path / "g" / "CURRENT").unlink()
    report = build_graph([built.parent / "reports"], tmp_path / "g")
    assert report.reused == report.files
    assert contents(tmp_path / "g") == contents(built)


def test_a_build_killed_at_any_moment_is_made_good_by_the_next(built: Path, tmp_path: Path) -> None:
    command = [sys.executable, "cli.py", "build", str(built.parent / "reports"), "-o", str(tmp_path / "g")]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and not (tmp_path / "g").exists():
            time.sleep(0.05)
        process.kill()
    build_graph([built.parent / "reports"], tmp_path / "g", workers=1)
    assert contents(tmp_path / "g") == contents(built)


def test_a_damaged_part_is_made_again(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "g")
    (part,) = (tmp_path / "g").glob("*/records/*.parquet")
    part.write_bytes(b"PAR1 no more")
    report = build_graph([built.parent / "reports"], tmp_path / "g", workers=1)
    assert report.reused == 0
    assert contents(tmp_path / "g") == contents(built)


def test_records_of_another_version_are_made_again(built: Path, tmp_path: Path) -> None:
    shutil.copytree(built, tmp_path / "g")
    as_of_another_version(tmp_path / "g")
    with pytest.raises(DiskError, match="build the graph again"):
        list(GraphDirectory(tmp_path / "g").documents())
    report = build_graph([built.parent / "reports"], tmp_path / "g", workers=1)
    assert report.reused == 0
    assert contents(tmp_path / "g") == contents(built)


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no document to read"):
        build_graph([tmp_path], tmp_path / "g")


def test_nothing_readable_builds_nothing(tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "空.txt").write_text("")
    report = build_graph([tmp_path / "r"], tmp_path / "g", workers=1)
    assert report.directory is None and len(report.refused) == 1


def test_a_pipe_and_a_link_loop_are_refused_and_cost_only_themselves(tmp_path: Path) -> None:
    reports = make_reports(tmp_path / "r")
    os.mkfifo(reports / "管.txt")
    (reports / "链.txt").symlink_to("链.txt")
    report = build_graph([reports], tmp_path / "g", workers=1)
    assert dict(report.refused) == {
        "空.txt": "it is empty",
        "管.txt": "it is a pipe, not a file",
        "链.txt": "it is a link that leads in a circle",
    }
    assert report.directory and verify(report.directory, [reports]).findings == []


def test_what_the_machine_could_not_read_is_read_by_the_next_build(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = built.parent / "reports"

    def busy(
        task: MakePart, shards: Sequence[Sequence[SourceFile]], workers: int | None, limits: Limits
    ) -> Iterator[tuple[int, MadePart]]:
        killed = frozenset({"2017/射洪.txt", "县/8.txt"})
        yield from ((index, task(shard, killed)) for index, shard in enumerate(shards))

    with monkeypatch.context() as patched:
        patched.setattr("kg.build.build.run_shards", busy)
        first = build_graph([reports], tmp_path / "g")
    assert [one.file for one in first.quarantined] == ["2017/射洪.txt", "县/8.txt"]
    assert [file for file, _ in first.refused] == ["空.txt"]
    with open_graph(tmp_path / "g") as graph:
        assert graph.info()["files"].records()[0]["quarantined"] == 2
    again = build_graph([reports], tmp_path / "g", workers=1)
    assert (again.files, again.reused, len(again.refused)) == (7, 5, 1)
    assert contents(tmp_path / "g") == contents(built)


@pytest.mark.parametrize("known", [False, True])
def test_retry_reads_at_once_what_a_limit_stopped(
    built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    if known:
        shutil.copytree(built, tmp_path / "g")
        (generation,) = [p for p in (tmp_path / "g").iterdir() if p.is_dir()]
        (generation / "records").rename(tmp_path / "records")  # nothing is left to be taken over
    rounds = iter([frozenset({"2017/射洪.txt", "县/8.txt"}), frozenset[str]()])

    def busy(
        task: MakePart, shards: Sequence[Sequence[SourceFile]], workers: int | None, limits: Limits
    ) -> Iterator[tuple[int, MadePart]]:
        killed = next(rounds)
        yield from ((index, task(shard, killed)) for index, shard in enumerate(shards))

    monkeypatch.setattr("kg.build.build.run_shards", busy)
    report = build_graph([built.parent / "reports"], tmp_path / "g", retry=True)
    assert report.quarantined == [] and len(report.refused) == 1
    assert contents(tmp_path / "g") == contents(built)


def test_a_document_that_takes_too_long_is_told_with_its_limit(tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    (tmp_path / "r" / "长.txt").write_text(REPORT_TEXT + "我市推行“一网通办”改革，成效明显。\n" * 20_000, encoding="utf-8")
    (tmp_path / "r" / "短.txt").write_text("船山区2019年工作总结\n我区推行一网通办。\n", encoding="utf-8")
    report = build_graph([tmp_path / "r"], tmp_path / "g", workers=1, limits=Limits(seconds=1))
    assert [(one.file, one.reason) for one in report.quarantined] == [
        ("长.txt", "it took longer than 1 s of the processor")
    ]
    assert build_graph([tmp_path / "r"], tmp_path / "g", workers=1).quarantined == []
