"""Files in archives are read as those of a folder are: the same graph, lists of sources, builds that read what changed."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from extractors.archives.entry import Entry
from extractors.archives.unpacking import _Unpacking
from kg import build_graph, extract_files
from kg.build.budget import DEFAULT
from kg.build.files import find_files
from kg.build.one import document_of, text_of
from kg.build.saving import saved_anew
from kg.build.unpacking import unpacked
from kg.disk import GraphDirectory
from kg.errors import InputError
from tests.extractors.archives.packed import mailed, tarred, zipped
from tests.kg.records import NOTICE_TEXT, REPORT_TEXT

TABLE = "标题,发文机关\n遂宁市人民政府关于推行一网通办的通知,遂宁市人民政府\n"
FILES = {
    "2018/通知.txt": NOTICE_TEXT,
    "2020/安居区.txt": "2020年，安居区推行“证照分离”改革，办理事项12万件。\n",
    "2021/射洪.txt": REPORT_TEXT,
    "2021/副本.txt": REPORT_TEXT,
    "目录.csv": TABLE,
}


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where archives are unpacked, which has to be empty at the end."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def packed(files: Mapping[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items()}


def names(*paths: Path, sources: Path | None = None) -> list[str]:
    with find_files(paths, sources=sources) as found:
        return [source.file for source in found.files]


def faults(path: Path) -> dict[str, str]:
    with find_files([path]) as found:
        return {source.file: source.fault for source in found.files if source.fault}


def told(graph: GraphDirectory, archive: str) -> tuple[dict[str, object], dict[str, object], list[str]]:
    """Nodes and relationships by key, and conflicts; paths without what stands before those of a folder."""
    nodes: dict[str, object] = {}
    for node in graph.graph.nodes():
        properties = {name: value for name, value in node.properties.items() if name != "hash"}
        if node.label == "Document":
            properties["paths"] = [path.removeprefix(archive) for path in properties["paths"]]
        nodes[node.key] = node.label, properties
    edges = {edge.key: (edge.type, edge.start, edge.end, dict(edge.properties)) for edge in graph.graph.relationships()}
    return nodes, dict(edges), [repr(conflict).replace(archive, "") for conflict in graph.conflicts()]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "pack"), [("r.zip", zipped), ("r.tar.gz", tarred)])
def test_an_archive_builds_the_same_graph_as_its_folder(name: str, pack: object, tmp_path: Path, temporary: Path) -> None:
    folder = tmp_path / "folder"
    for file, text in FILES.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, encoding="utf-8")
    (tmp_path / name).write_bytes(pack(packed(FILES)))  # type: ignore[operator]
    from_folder = build_graph(folder, tmp_path / "a", 1).directory
    from_archive = build_graph(tmp_path / name, tmp_path / "b", 1).directory
    assert from_folder and from_archive and len(told(from_folder, "")[0]) > 10
    assert told(from_archive, f"{name}/") == told(from_folder, "")
    assert list(temporary.glob("reformkg-*")) == []


@pytest.mark.slow
def test_a_build_reads_only_the_files_of_an_archive_that_changed(tmp_path: Path) -> None:
    archive, graph = tmp_path / "r.zip", tmp_path / "g"
    archive.write_bytes(zipped(packed(FILES)))
    assert build_graph(archive, graph, 1).reused == 0
    assert build_graph(archive, graph, 1).reused == 5
    archive.write_bytes(zipped(packed(FILES | {"2020/安居区.txt": "2020年，安居区推行“一网通办”。\n"})))
    changed = build_graph(archive, graph, 1)
    assert (changed.files, changed.reused) == (5, 4)
    assert changed.directory and build_graph(archive, tmp_path / "fresh", 1).directory
    assert changed.directory.manifest.graph == GraphDirectory(tmp_path / "fresh").manifest.graph


def test_archives_in_a_folder_and_in_archives(tmp_path: Path) -> None:
    inner = zipped({"甲.txt": b"1", "图.png": b"2"})
    (tmp_path / "in" / "2019").mkdir(parents=True)
    (tmp_path / "in" / "2019" / "r.zip").write_bytes(zipped({"乙/s.zip": inner, "丙.txt": b"3"}))
    (tmp_path / "in" / "丁.txt").write_text("4")
    with find_files([tmp_path / "in"]) as found:
        assert [each.file for each in found.files] == ["2019/r.zip/丙.txt", "2019/r.zip/乙/s.zip/甲.txt", "丁.txt"]
        assert [each.path.read_bytes() for each in found.files] == [b"3", b"1", b"4"]
        assert found.passed_over == {".png": 1}
    assert names(tmp_path / "in" / "2019" / "r.zip") == ["r.zip/丙.txt", "r.zip/乙/s.zip/甲.txt"]


def test_an_argument_may_lead_into_an_archive(tmp_path: Path) -> None:
    archive = tmp_path / "r.zip"
    archive.write_bytes(zipped(packed(FILES)))
    assert names(archive / "2021") == ["r.zip/2021/副本.txt", "r.zip/2021/射洪.txt"]
    assert names(archive / "2021" / "射洪.txt", archive / "目录.csv") == ["r.zip/2021/射洪.txt", "r.zip/目录.csv"]
    assert len(names(archive / "2021", archive)) == len(names(archive, archive)) == 5
    with pytest.raises(InputError, match=r"r\.zip holds no 2022"):
        names(archive / "2022")
    with pytest.raises(InputError, match=r"s\.zip/a\.txt is not there"):
        names(tmp_path / "s.zip" / "a.txt")


def test_two_archives_of_one_name_are_refused_with_their_own_paths(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "r.zip").write_bytes(zipped(packed(FILES)))
    with pytest.raises(InputError, match=r"a/r\.zip and .*b/r\.zip would both be called r\.zip"):
        names(tmp_path / "a" / "r.zip", tmp_path / "b" / "r.zip")


def test_a_list_of_sources_in_an_archive_and_beside_it(tmp_path: Path) -> None:
    inside = {"sources.csv": "file,region\n2020/*.txt,510904\n2021/射洪.txt,510981\n".encode()}
    (tmp_path / "r.zip").write_bytes(zipped(packed(FILES) | inside))
    with find_files([tmp_path / "r.zip"]) as found:
        given = {source.file: source.given for source in found.files if source.given}
        assert given == {"r.zip/2020/安居区.txt": ("#region=510904",), "r.zip/2021/射洪.txt": ("#region=510981",)}
        assert found.listed == [
            "r.zip/sources.csv: 3 of 5 files have no line in it: r.zip/2018/通知.txt, r.zip/2021/副本.txt, r.zip/目录.csv"
        ]
    (tmp_path / "r.zip").write_bytes(zipped(packed(FILES)))
    beside = tmp_path / "list.csv"
    for pattern, matched in (("2021/*.txt", 2), ("r.zip/2021/*", 2), ("*射洪*", 1), ("2018/通知.txt", 1), ("通知.txt", 1)):
        beside.write_text(f"file,region\n{pattern},510981\n", encoding="utf-8")
        with find_files([tmp_path / "r.zip"], sources=beside) as found:
            assert sum(bool(source.given) for source in found.files) == matched, pattern


@pytest.mark.slow
def test_what_cannot_be_unpacked_is_refused_by_name_and_costs_only_itself(tmp_path: Path) -> None:
    for name, data in {
        "bomb.zip": zipped({"a.txt": bytes(70 << 20), "b.txt": b"x"}),
        "cut.zip": zipped(packed(FILES))[:-30],
        "none.tar": tarred({"a.exe": b"MZ"}, "w:"),
        "rar.zip": b"Rar!\x1a\x07" + bytes(300),
    }.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "a.txt").write_text(REPORT_TEXT, encoding="utf-8")
    assert faults(tmp_path) == {
        "bomb.zip": "it unpacks to more than 200 times its size, as no documents do",
        "cut.zip": "it is cut off or damaged; get the archive anew",
        "none.tar": "it holds no file that is read",
        "rar.zip": "it is packed (RAR); unpack it first: unar FILE, or 7z x FILE",
    }
    report = build_graph(tmp_path, tmp_path.parent / f"{tmp_path.name}-g", 1)
    assert len(report.refused) == 4 and report.directory and report.directory.manifest.counts["documents"] == 1
    assert build_graph(tmp_path, tmp_path.parent / f"{tmp_path.name}-g", 1).reused == 5


@pytest.mark.slow
def test_a_refusal_that_changes_is_told_anew(tmp_path: Path) -> None:
    folder, graph = tmp_path / "in", tmp_path / "g"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT_TEXT, encoding="utf-8")
    (folder / "r.zip").write_bytes(zipped(packed(FILES))[:-30])
    assert "cut off" in build_graph(folder, graph, 1).refused[0][1]
    (folder / "r.zip").write_bytes(zipped({"a.exe": b"MZ"}))
    assert build_graph(folder, graph, 1).refused == [("r.zip", "it holds no file that is read")]


@pytest.mark.slow
def test_a_full_disk_puts_an_archive_in_quarantine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "r.zip").write_bytes(zipped(packed(FILES)))
    (tmp_path / "in" / "a.txt").write_text(REPORT_TEXT, encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("extractors.archives.unpacking._Unpacking._write", full)
        patched.setattr("kg.build.files.unpacked", lambda archives, folder, *_, retry: unpacked(archives, folder))
        report = build_graph(tmp_path / "in", tmp_path / "g", 1)
    assert [(one.file, one.reason) for one in report.quarantined] == [("r.zip", "it cannot be unpacked (No space left on device)")]
    assert build_graph(tmp_path / "in", tmp_path / "g", 1).quarantined == []


@pytest.mark.slow
def test_an_archive_that_the_machine_gave_up_is_unpacked_again_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    for name in ("r.zip", "s.zip"):
        (tmp_path / "in" / name).write_bytes(zipped({f"{name[0]}.txt": f"{name}：{REPORT_TEXT}".encode()}))
    full = {"r.zip": 1}

    def write(task: _Unpacking, entry: Entry, path: Path, most: int) -> str:
        whole = write_entry(task, entry, path, most)
        if entry.name == "r.txt" and full.pop("r.zip", 0):  # the disk is full when it is written, and once
            raise OSError(28, "No space left on device")
        return whole

    write_entry = _Unpacking._write
    monkeypatch.setattr(_Unpacking, "_write", write)
    monkeypatch.setattr("kg.build.files.unpacked", lambda archives, folder, *_, retry: unpacked(archives, folder, retry=retry))
    report = build_graph(tmp_path / "in", tmp_path / "g", 1, retry=True)
    assert report.quarantined == [] and report.directory and report.directory.manifest.counts["documents"] == 2


def test_archives_are_unpacked_by_processes_that_are_held_to_limits(tmp_path: Path, temporary: Path) -> None:
    (tmp_path / "r.zip").write_bytes(zipped(packed(FILES)))
    with find_files([tmp_path / "r.zip"], workers=1, limits=DEFAULT) as found:
        assert len(found.files) == 5 and all(source.path.is_relative_to(temporary) for source in found.files)
    assert list(temporary.glob("reformkg-*")) == []


def test_one_document_by_its_path(tmp_path: Path) -> None:
    archive = tmp_path / "r.zip"
    archive.write_bytes(zipped(packed(FILES)))
    assert text_of(archive / "2021" / "射洪.txt") == REPORT_TEXT
    assert text_of(archive / "目录.csv#1").startswith("遂宁市人民政府关于推行一网通办的通知")
    assert document_of(archive / "2021" / "射洪.txt").record.file == "r.zip/2021/射洪.txt"
    with pytest.raises(InputError, match=r"holds 5 documents; name one of them: .*r\.zip/2018/通知\.txt"):
        text_of(archive)
    with pytest.raises(InputError, match=r"each row is a document of its own; name one, such as r\.zip/目录\.csv#1"):
        text_of(archive / "目录.csv")
    (tmp_path / "one.zip").write_bytes(zipped({"x/射洪.txt": REPORT_TEXT.encode(), "a.png": b""}))
    assert text_of(tmp_path / "one.zip") == REPORT_TEXT


def test_a_mail_and_what_hangs_on_it(tmp_path: Path) -> None:
    mail = tmp_path / "m.eml"
    mail.write_bytes(mailed("转发：射洪市2021年总结", "请查收附件。", {"射洪.txt": REPORT_TEXT.encode(), "图.png": b"\x89PNG"}))
    assert names(mail) == ["m.eml", "m.eml/射洪.txt"]
    assert text_of(mail) == "射洪市2021年总结\n请查收附件。\n"
    assert text_of(mail / "射洪.txt") == REPORT_TEXT


def test_the_records_of_an_archive_from_python(tmp_path: Path, temporary: Path) -> None:
    (tmp_path / "r.zip").write_bytes(zipped(packed(FILES)))
    assert [record.file for record in extract_files(tmp_path / "r.zip")] == [
        "r.zip/2018/通知.txt", "r.zip/2020/安居区.txt", "r.zip/2021/副本.txt", "r.zip/2021/射洪.txt", "r.zip/目录.csv#1"
    ]  # fmt: skip
    assert list(temporary.glob("reformkg-*")) == []


def test_nothing_is_saved_anew_where_nothing_is_old(tmp_path: Path, temporary: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT_TEXT, encoding="utf-8")
    with find_files([tmp_path]) as found, saved_anew(found.files) as saved:
        assert saved == {} and list(temporary.glob("reformkg-*")) == []
