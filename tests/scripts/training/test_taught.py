"""Texts of our own wording that teach a judge."""

from __future__ import annotations

from pathlib import Path

from scripts.support.training.taught import PART, taught_texts


def test_each_text_has_its_names(tmp_path: Path) -> None:
    table = tmp_path / "taught.yaml"
    table.write_text("- {file: 云浮市_2022.txt, names: [滨事通], text: 上线“滨事通”。}\n", encoding="utf-8")
    (text,) = taught_texts(table)
    assert (text.file.name, text.gold, text.data.decode()) == ("云浮市_2022.txt", {PART: ["滨事通"]}, "上线“滨事通”。")


def test_a_task_without_a_table_is_taught_nothing() -> None:
    assert taught_texts(None) == []
