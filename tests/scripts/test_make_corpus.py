"""Many documents out of a few: the same at each run, of the same length, each of another place."""

from __future__ import annotations

from pathlib import Path

from tests.kg.folders import contents
from tests.scripts.starting import printed, start

TEXT = "射洪县人民政府\n2018年工作报告\n\n" + "".join(f"推进第{n}项工作，落实川办发〔2016〕{n}号。\n" for n in range(1, 40))


def test_documents_are_made_alike_of_other_places_and_numbers(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "2018_射洪县.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "texts" / "无地名.txt").write_text("一\n二\n三\n四\n", encoding="utf-8")
    for out in ("a", "b"):
        assert printed("make_corpus.py", tmp_path / "texts", tmp_path / out, "-n", "6", folder=tmp_path) == []
    made = contents(tmp_path / "a")
    assert made == contents(tmp_path / "b") and len(made) == 6
    moved = {name: data.decode() for name, data in made.items() if "2018_" in name}
    assert len(moved) == 3 and len(set(moved.values())) == 3
    for name, text in moved.items():
        place = name.rpartition("_")[2].removesuffix(".txt")
        lines = text.split("\n")
        assert lines[:2] == [f"{place}人民政府", "2018年工作报告"] and len(lines) == len(TEXT.split("\n"))
        kept = sum(f"〔2016〕{n}号" in text for n in range(1, 40))
        assert 5 < kept < 39


def test_a_folder_without_texts_is_told(tmp_path: Path) -> None:
    done = start("make_corpus.py", tmp_path, tmp_path / "out", folder=tmp_path)
    assert (done.returncode, done.stderr) == (2, f"make_corpus: there is no text (*.txt) in {tmp_path}\n")
