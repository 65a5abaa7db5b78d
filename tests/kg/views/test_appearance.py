"""The data of the pages: complete, alike in both languages, and told apart by every eye."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

import kg.views.page
from kg.views.appearance import palette, words
from kg.views.folding import GROUP
from kg.views.page import _SCRIPTS
from kg.views.spread import LIKELY, PROVEN
from ontology.schema import schema

ASSETS = Path(kg.views.page.__file__).parent / "assets"

# Machado, Oliveira and Fernandes 2009, severity 1: what is left of linear red, green and blue.
SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.01182, 0.04294, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.3039)),
}


def _lab(colour: str, sight: str) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of a colour as the eye in question sees it."""
    raw = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in raw]
    seen = [min(max(sum(w * c for w, c in zip(row, linear, strict=True)), 0.0), 1.0) for row in SIGHT[sight]]
    x, y, z = (
        sum(w * c for w, c in zip(row, seen, strict=True)) / white
        for row, white in zip(
            ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505)),
            (0.9505, 1.0, 1.089),
            strict=True,
        )
    )
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("sight", SIGHT)
def test_labels_are_told_apart_by_every_eye(sight: str) -> None:
    for (one, first), (other, second) in combinations(palette().nodes.items(), 2):
        pairs = zip(_lab(first.colour, sight), _lab(second.colour, sight), strict=True)
        distance = sum((a - b) ** 2 for a, b in pairs) ** 0.5
        assert distance > 10 or first.shape != second.shape, (one, other, distance)
        assert distance > 6, (one, other, distance)


def test_labels_that_a_page_opens_with_have_each_their_own_shape() -> None:
    shapes = [style.shape for style in palette().nodes.values() if style.shown]
    assert len(set(shapes)) == len(shapes)


def test_every_label_of_the_schema_has_a_style_and_no_style_is_of_nothing() -> None:
    assert set(schema().labels) - set(palette().nodes) == {"Graph"}
    assert set(palette().nodes) - set(schema().labels) == {GROUP}
    # Relationships that the schema has and the palette has not are drawn as `other`.
    assert set(palette().relationships) - set(schema().relationships) == {PROVEN, LIKELY}


def test_both_languages_have_the_same_words() -> None:
    english, chinese = words()["en"], words()["zh"]
    assert {group: sorted(english[group]) for group in english} == {group: sorted(chinese[group]) for group in chinese}


def _asked_for() -> Iterator[str]:
    for name in _SCRIPTS:
        source = (ASSETS / f"{name}.js").read_text(encoding="utf-8")
        for call in re.findall(r"words\.t\(([^()]*)", source):
            yield from re.findall(r"[\"`]([\w${}.]+)[\"`]", call)


def test_every_word_that_a_script_asks_for_is_there_and_every_word_there_is_asked_for() -> None:
    asked = set(_asked_for())
    whole = {word for word in asked if "$" not in word} | {"network", "levels", "timeline", "table", "pictures", "inferred"}
    beginnings = tuple(word.split("$")[0] for word in asked if "$" in word)
    whole |= set(re.findall(r"\"(\w+)\"", re.search(r"COLUMNS = (\[.*?\]);", (ASSETS / "table.js").read_text("utf-8"), re.DOTALL)[1]))
    known = set(words()["en"]["page"])
    assert whole <= known, whole - known
    assert {word for word in known - whole if not word.startswith(beginnings)} == set()


def test_every_script_is_on_the_page() -> None:
    assert sorted(path.stem for path in ASSETS.glob("*.js")) == sorted(_SCRIPTS)
