"""The switch between all forms and the name itself: the same page, counted anew."""

from __future__ import annotations

import pytest

from kg.model import KnowledgeGraph
from kg.pictures.alone import name_alone
from kg.pictures.model import page_model
from kg.pictures.page import render_page
from kg.tracing.trace import trace
from tests.kg.pictures.conftest import Open
from tests.kg.tracing.test_trace import spread
from tests.kg.tracing.world import GRID, told, world

REFORM = "河长制"


def forms() -> KnowledgeGraph:
    """A county that first states the reform under another form, and a district with the name alone."""

    def of(code: str, year: int, *stated: tuple[str, str]) -> object:
        return told(code, year, *stated, name=REFORM)

    return world(
        of("510903", 2016), of("510903", 2017, ("implemented", "船山区全面落实河湖长制。")), of("510903", 2018, ("implemented", "船山区“河长制”全覆盖。")),
        of("510904", 2016), of("510904", 2017, ("implemented", "安居区推行河长制。")),
    )  # type: ignore[arg-type]  # fmt: skip


def test_the_name_alone_leaves_the_other_forms_out_and_counts_anew() -> None:
    found = trace(forms(), REFORM)
    alone = name_alone(found)
    assert alone is not None
    assert {row.region.properties["name"]: row.hi for row in found.rows} == {"船山区": 2017, "安居区": 2017}
    assert {row.region.properties["name"]: row.hi for row in alone.rows} == {"船山区": 2018, "安居区": 2017}
    assert {sentence["form"] for sentence in page_model(alone, "en")["sentences"]} == {"河长制"}
    assert alone["adoptions"].column("cumulative") == [1, 2]


def test_where_all_sentences_have_the_name_there_is_nothing_to_switch() -> None:
    found = trace(spread(), GRID)
    assert name_alone(found) is None
    assert "alone-data" not in render_page(found).partition("<script>")[0]


@pytest.mark.slow
def test_the_switch_stands_in_the_address_and_keeps_what_is_chosen(open_trace: Open) -> None:
    page = open_trace(trace(forms(), REFORM), lang="en", fragment="region=510903")
    assert page.locator("#sentence .key-number").inner_text() == "船山区 · 2017"
    page.click("#controls button[data-value=name]")
    page.wait_for_selector("#head >> text=Only sentences with the name itself: 4 of 5.")
    assert page.url.partition("#")[2] == "forms=name&region=510903&of=2017"
    assert "does not name it" in page.locator("#sentence").inner_text()
    assert page.locator("#table tbody th").all_inner_texts() == ["安居区", "船山区"]
    page.click("#controls [aria-label=Forms] button[data-value=all]")
    page.wait_for_selector("#head >> text=Only sentences", state="detached")
    assert page.locator("#sentence blockquote").inner_text() == "船山区全面落实河湖长制。"
