"""Pages as files: whatever stands in their values, they are written whole, and all of it is text."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader

from kg.errors import DiskError
from kg.views.html_file import environment, write_html


def test_values_are_escaped_in_templates_from_anywhere() -> None:
    beside = DictLoader({"row.html": "<td>{{ value }}</td>"})
    assert environment("kg.views", beside).get_template("row.html").render(value="<b>") == "<td>&lt;b&gt;</td>"


def test_a_page_is_utf8_with_line_ends_of_one_kind_and_half_a_character_does_not_stop_it(tmp_path: Path) -> None:
    write_html(tmp_path / "a.html", "县\n\ud800")
    assert (tmp_path / "a.html").read_bytes() == "县\n?".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["a.html"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(DiskError, match="no folder"):
        write_html(tmp_path / "none" / "a.html", "")
