"""Colours that can be read: the contrast of text and of marks, in light and in dark."""

from __future__ import annotations

import pytest

from kg.pictures.page import _data


def luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Of two colours, as WCAG 2 computes it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_is_readable_on_every_ground(theme: str) -> None:
    colours = _data("palette.yaml")[theme]
    for ground in ("panel", "page", "silent"):
        for text in ("ink", "ink2"):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
    for text in ("muted", "accent", "province", "prefecture", "county"):
        assert contrast(colours[text], colours["panel"]) >= 4.5, text
    assert contrast(colours["on_form"], colours["form"]) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_marks_stand_out(theme: str) -> None:
    colours = _data("palette.yaml")[theme]
    for mark in ("status", "planned", "completed", "hollow"):
        assert contrast(colours[mark], colours["panel"]) >= 3, mark


def test_both_themes_have_the_same_colours() -> None:
    palette = _data("palette.yaml")
    assert palette["light"].keys() == palette["dark"].keys()
