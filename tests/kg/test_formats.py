"""The list of kinds of files: it names each ending that is read or told of, and no other; what depends on the machine."""

from __future__ import annotations

import pytest

from extractors import archives, catalogues
from extractors.catalogues import catalogue
from extractors.readers import SUFFIXES
from extractors.readers.formats import EXPECTED, FORMATS
from kg.formats import COLUMNS, UNREAD, formats, rows
from tests.test_cli import run


def endings(*lists: str) -> list[str]:
    return sorted(ending for name in lists for kind in formats()[name] for ending in kind.endings)


def test_the_list_names_what_readers_read() -> None:
    assert endings("read") == sorted(SUFFIXES)
    assert endings("tables") == sorted(catalogue.SUFFIXES)
    assert endings("archives") == sorted(set(archives.NAMES) - set(SUFFIXES))
    assert set(endings(UNREAD)) >= EXPECTED and not set(endings(UNREAD)) & set(SUFFIXES)
    assert not any(catalogues.is_catalogue(f"a{ending}") for ending in endings(UNREAD))


def test_what_needs_libreoffice_is_what_is_saved_by_it() -> None:
    needing = {ending for kind in formats()["read"] if kind.needs for ending in kind.endings}
    assert needing == {suffix for form in FORMATS if form.module == "office" for suffix in form.suffixes}


@pytest.mark.parametrize(("office", "read", "reader"), [("24.8", "yes", "LibreOffice 24.8"), (None, "no", "LibreOffice")])
def test_whether_the_old_format_is_read_depends_on_the_machine(office: str | None, read: str, reader: str) -> None:
    (row,) = (row for row in rows("en", office) if ".doc" in row[1].split())
    assert row[2:4] == (read, reader)
    assert row[4] == ("" if office else "install LibreOffice (apt install libreoffice-writer-nogui), or save it as .docx")


def test_what_is_not_read_has_a_way_out_in_both_languages() -> None:
    for language, no in (("en", "no"), ("zh", "否")):
        told = [row for row in rows(language, None) if row[2] == no]
        assert len(told) == 9 and all(row[4] for row in told)


def test_the_command_prints_the_list() -> None:
    done = run("formats", "--format", "csv")
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0] == ",".join(COLUMNS) and len(lines) == 1 + len(rows("en", None))
    assert "OFD,.ofd,yes,lxml," in lines
    assert run("--lang", "zh", "formats", "--format", "csv").stdout.startswith("格式,扩展名,可读,读取程序,办法")
