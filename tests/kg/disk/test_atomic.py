from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from kg.disk.atomic import replacing
from kg.errors import DiskError


def test_a_block_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match="half way"), replacing(path) as temporary:
        temporary.write_text("ne", encoding="utf-8")
        raise ValueError("half way")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_two_who_write_at_the_same_time_both_put_a_whole_file_in_place(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with replacing(path, "1") as first:
        first.write_text("first", encoding="utf-8")
        with replacing(path, "2") as second:
            second.write_text("second", encoding="utf-8")
        assert path.read_text(encoding="utf-8") == "second"
    assert path.read_text(encoding="utf-8") == "first"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DiskError, match="there is no folder"), replacing(tmp_path / "none" / "a.txt"):
        pass


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_or_device_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reading = os.open(pipe, os.O_RDWR | os.O_NONBLOCK)
    try:
        with replacing(pipe) as there:
            there.write_text("some rows", encoding="utf-8")
        assert os.read(reading, 100) == b"some rows"
    finally:
        os.close(reading)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert list(tmp_path.iterdir()) == [pipe]
