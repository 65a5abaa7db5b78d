"""Which files a run reads, and what they are called."""

from __future__ import annotations

import errno
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from kg.build.files import find_files
from kg.errors import InputError


def make(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name, encoding="utf-8")
    return root


def names(*paths: Path) -> list[str]:
    return [source.file for source in find_files(paths).files]


def test_folders_are_walked_in_order_with_slashes(tmp_path: Path) -> None:
    assert names(make(tmp_path, "b.txt", "a/遂宁.docx", "a/x.HTML")) == ["a/x.HTML", "a/遂宁.docx", "b.txt"]


def test_hidden_and_lock_files_are_not_documents(tmp_path: Path) -> None:
    assert names(make(tmp_path, ".git/a.txt", ".b.txt", "~$c.docx", "d.txt")) == ["d.txt"]


def test_kinds_without_a_reader_are_counted(tmp_path: Path) -> None:
    found = find_files([make(tmp_path, "a.txt", "b.png", "c.PNG", "Makefile")])
    assert [s.file for s in found.files] == ["a.txt"]
    assert found.passed_over == {".png": 2, "Makefile": 1}


def test_old_word_files_are_taken_so_that_their_reader_says_what_to_do(tmp_path: Path) -> None:
    assert names(make(tmp_path, "a.doc", "b.wps")) == ["a.doc", "b.wps"]


def test_a_file_given_by_name_is_always_taken(tmp_path: Path) -> None:
    make(tmp_path, "b.png")
    assert names(tmp_path / "b.png") == ["b.png"]


def test_equal_names_of_two_arguments_get_the_arguments_name(tmp_path: Path) -> None:
    make(tmp_path, "2017/001.txt", "2018/001.txt", "2018/002.txt")
    assert names(tmp_path / "2018", tmp_path / "2017") == ["002.txt", "2017/001.txt", "2018/001.txt"]


def test_the_same_file_given_twice_is_read_once(tmp_path: Path) -> None:
    make(tmp_path, "a/x.txt")
    assert len(names(tmp_path / "a", tmp_path / "a" / "x.txt", tmp_path / "a")) == 1


def test_names_that_nothing_tells_apart_are_refused(tmp_path: Path) -> None:
    make(tmp_path, "p/a/x.txt", "q/a/x.txt")
    with pytest.raises(InputError, match=r"would both be called a/x\.txt"):
        find_files([tmp_path / "p" / "a", tmp_path / "q" / "a"])


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nowhere is not there"):
        find_files([tmp_path / "nowhere"])


def test_names_are_in_nfc(tmp_path: Path) -> None:
    assert names(make(tmp_path, "re\u0301gion.txt")) == ["r\u00e9gion.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no Unicode")
def test_names_in_gbk_are_read(tmp_path: Path) -> None:
    with open(os.path.join(os.fsencode(tmp_path), "遂宁市.txt".encode("gbk")), "w") as file:  # noqa: PTH118, PTH123
        file.write("x")
    assert names(tmp_path) == ["遂宁市.txt"]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has file names that are no Unicode")
def test_names_do_not_depend_on_the_locale(tmp_path: Path) -> None:
    make(tmp_path, "遂宁市/报告.txt", "é.txt")
    with open(os.path.join(os.fsencode(tmp_path), "绵阳市.txt".encode("gbk")), "w") as file:  # noqa: PTH118, PTH123
        file.write("x")
    code = "import sys, kg.build.files as f; print([s.file for s in f.find_files([f.Path(sys.argv[1])]).files])"
    plain = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "utf-8"}
    said = [
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)], env=os.environ | settings, capture_output=True, check=True
        ).stdout
        for settings in (plain, {"LC_ALL": "C.UTF-8"})
    ]
    assert said[0] == said[1] and "'é.txt', '绵阳市.txt', '遂宁市/报告.txt'" in said[0].decode()


def test_equal_names_in_one_folder_are_numbered(tmp_path: Path) -> None:
    make(tmp_path, "re\u0301gion.txt", "r\u00e9gion.txt", "r\u00e9gion (2).txt")
    found = find_files([tmp_path]).files
    assert [s.file for s in found] == ["r\u00e9gion (2).txt", "r\u00e9gion (3).txt", "r\u00e9gion.txt"]
    assert len({s.path for s in found}) == 3


def faults(root: Path) -> dict[str, str]:
    return {source.file: source.fault for source in find_files([root]).files}


def test_what_is_no_regular_file_is_refused_by_name_and_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "b.txt")
    (tmp_path / "c.txt").symlink_to("/dev/zero")
    (tmp_path / "d.txt").symlink_to("e.txt")
    (tmp_path / "e.txt").symlink_to("d.txt")
    (tmp_path / "f.txt").symlink_to("nowhere.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        monkeypatch.chdir(tmp_path)  # a socket's path is short
        listener.bind("g.txt")
    assert faults(tmp_path) == {
        "a.txt": "",
        "b.txt": "it is a pipe, not a file",
        "c.txt": "it is a device, not a file",
        "d.txt": "it is a link that leads in a circle",
        "e.txt": "it is a link that leads in a circle",
        "f.txt": "it is a link that leads to nothing that can be opened",
        "g.txt": "it is a socket, not a file",
    }


def test_a_folder_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make(tmp_path, "a.txt", "closed/b.txt")
    scandir = os.scandir

    def closed(path: str) -> object:  # who runs the tests as root may read every folder
        if path.endswith("closed"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    assert faults(tmp_path) == {"a.txt": "", "closed/": "the folder cannot be opened"}


def test_a_link_to_a_folder_is_passed_over_with_a_word(tmp_path: Path) -> None:
    make(tmp_path / "in", "a.txt")
    make(tmp_path / "elsewhere", "b.txt")
    (tmp_path / "in" / "linked").symlink_to(tmp_path / "elsewhere")
    found = find_files([tmp_path / "in"])
    assert [s.file for s in found.files] == ["a.txt"] and found.passed_over == {"link to a folder": 1}


def test_a_line_break_in_a_name_is_written_out_and_no_message_gets_a_line_more(tmp_path: Path) -> None:
    make(tmp_path, "a\nreformkg: fine.txt", "b\r.txt", "c\u2028.txt", "d.odd\nkind")
    found = find_files([tmp_path])
    assert [source.file for source in found.files] == ["a%0areformkg: fine.txt", "b%0d.txt", "c%2028.txt"]
    assert list(found.passed_over) == [".odd%0akind"]
