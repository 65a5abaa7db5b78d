"""Which documents are wholly about government."""

from __future__ import annotations

from extractors.initiatives.government import is_about_government
from tests.extractors.support import analysed


def about(text: str) -> bool:
    return is_about_government(analysed(text, "initiatives").initiatives, text)


def test_known_initiatives_decide_and_no_local_names() -> None:
    other = "今年粮食获得丰收，新建公路通车。" * 10
    assert about("推进一网通办。" + other)
    assert not about(other)
    assert not about("打造“乡里帮”平台、“街坊快办”平台。" + other)
    assert not about("推进一网通办。" + other * 2)
