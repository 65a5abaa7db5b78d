"""Classes of characters: what each holds, and that the modules use the names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractors.text.folding import fold
from extractors.text.marks import BLANKS, CLAUSE_MARKS, HAN, PHRASE_MARKS, QUOTES, SENTENCE_MARKS, YEAR
from ontology.regions import region_table

ROOT = Path(__file__).parents[3]
HOMES = {"marks.py", "numerals.py"}
SPELT = (r"(?:19|20)\d\d", "一-龥", r"\u4e00-", r"\u3400-", r"[ \t\u3000", r" \t\u3000", "一二三四五六七八九", "“”‘’\\\"", "。！？!?", "：:\"")
MODULES = sorted(path for name in ("extractors", "kg") for path in (ROOT / name).rglob("*.py") if path.name not in HOMES)


@pytest.mark.parametrize("character", "一龥鿿㵲䢺䶮𬭎")
def test_rare_characters_are_chinese(character: str) -> None:
    assert re.fullmatch(f"[{HAN}]", character)


@pytest.mark.parametrize("character", "〇、。“”（）A1ａ１ \u3000カ가㎡⺠①")
def test_what_is_no_chinese_character(character: str) -> None:
    assert not re.fullmatch(f"[{HAN}]", character)


def test_regions_are_written_in_them() -> None:
    other = {region.name for region in region_table() if not re.fullmatch(f"[{HAN}]+", region.name)}
    assert other == {"西沙、南沙、中沙群岛"}


def test_the_marks_of_what_is_longer_end_what_is_shorter() -> None:
    assert set(SENTENCE_MARKS) < set(CLAUSE_MARKS) < set(PHRASE_MARKS)


def test_folding_drops_blanks_and_quotes() -> None:
    assert fold(f"一{BLANKS}网{QUOTES}通办") == "一网通办"


def test_years() -> None:
    assert re.findall(YEAR, "1949 1899 2035 2100 20") == ["1949", "2035"]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_module_spells_a_class_that_has_a_name(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert [literal for literal in SPELT if literal in source] == []
