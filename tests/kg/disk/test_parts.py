"""Parts: records with their texts there and back, and records of another version."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractors.record import VERSION
from kg.disk.parts import PART_COLUMNS, count_read, read_errors, read_part, write_part
from kg.disk.rows import read_rows, write_rows
from kg.errors import DiskError
from tests.kg.records import all_documents


@pytest.fixture
def part(tmp_path: Path) -> Path:
    """A part of the hand-made documents."""
    write_part(tmp_path / "part.parquet", all_documents())
    return tmp_path / "part.parquet"


def of_version(part: Path, version: int | None) -> None:
    """Make the records of ``part`` those of another ``version`` (None: of the time before records had one)."""
    rows = list(read_rows(part))
    for row in rows:
        record = json.loads(row["record"])
        del record["version"]
        row["record"] = json.dumps(record if version is None else {"version": version, **record})
    write_rows(part, PART_COLUMNS, rows)


def test_what_is_read_is_what_was_written(part: Path) -> None:
    found = {document.input: document for document in read_part(part)}
    assert found == {document.input: document for document in all_documents()}


def test_how_many_could_be_read_stands_at_the_end_of_the_file(part: Path) -> None:
    errors = [error for _, _, error in read_errors(part)]
    assert count_read(part) == (len(errors), sum(error is not None for error in errors))
    assert 0 < count_read(part)[1] < count_read(part)[0]


def test_errors_are_read_without_the_records(part: Path) -> None:
    of_version(part, VERSION + 1)
    found = {file: error for source, file, error in read_errors(part) if source == file}
    assert found == {document.record.file: document.record.error for document in all_documents()}


@pytest.mark.parametrize("version", [None, VERSION - 1, VERSION + 1])
def test_records_of_another_version_are_refused_with_what_to_do(part: Path, version: int | None) -> None:
    of_version(part, version)
    says = f"it is a record of version {version}, and this program reads {VERSION}; build the graph again"
    with pytest.raises(DiskError, match=says):
        list(read_part(part))
