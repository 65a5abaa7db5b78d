"""Two sides on one scale, played together; and views told as a story, out of the address or a file, as text alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.kg.views.conftest import Open
from tests.kg.views.hand import until

HOSTILE = "</script><script>window.ran=1</script><img src=x onerror=window.ran=2> &amp; %41 ,=&#'\"\u202e一"


def _shown(page: Page) -> list[str]:
    """What stands at the right of the strips: stated of observed, for each side."""
    return page.locator("#compare .pane").evaluate_all(
        "panes => panes.map(p => [...p.querySelectorAll('svg text')].map(t => t.textContent).filter(t => t.includes(' / ')).join(' '))"
    )


@pytest.mark.slow
def test_two_initiatives_two_provinces_two_years(open_page: Open, sample_page: Path) -> None:
    page = open_page(sample_page, "layout=compare&lang=en")
    first, second = page.locator("#compare .pane h2").all_text_contents()
    whole = _shown(page)
    # The figures are those of the counts at the left when the other initiatives are switched off.
    for at, name in enumerate((first, second)):
        page.evaluate("name => state.change({hiddenInitiatives: new Set(data.initiatives.filter(i => data.nodes[i].label !== name))})", name)
        said = page.locator("#coverage tbody tr td:nth-of-type(1)").all_text_contents()
        assert " ".join(said) == whole[at]
        page.evaluate("state.change({hiddenInitiatives: new Set()})")
    page.evaluate("state.change({to: 2017})")
    assert _shown(page) != whole
    page.click("[data-value=years]")
    page.locator("#compare select").select_option("2")
    assert page.locator("#compare .pane h2").all_text_contents() == ["2015", "2017"]
    assert "compare=years,2" in page.url
    page.click("#play")
    until(page, "document.querySelectorAll('#compare .pane h2')[1].textContent === '2018'")
    assert page.locator("#compare .pane h2").first.text_content() == "2016"
    page.click("#play")
    page.click("[data-value=provinces]")
    page.locator("#compare select").first.select_option(label="四川省")
    page.locator("#compare select").last.select_option(label="广东省")
    scales = page.evaluate("(() => { const counted = ['51', '44'].map(p => tally.byLevel(traced.regions, [], data.span, r => r[2].startsWith(p)));"
                           " return [...tally.scale(counted)]; })()")  # fmt: skip
    both = page.locator("#compare .pane").evaluate_all("panes => panes.map(p => p.querySelector('svg').getAttribute('height'))")
    assert len(scales) >= 2 and both[0] == both[1]
    page.locator("#compare .pane button.link").first.click()
    assert page.locator("#panel blockquote").count() >= 1


@pytest.mark.slow
def test_a_story_is_told_from_the_address_and_from_a_file(open_page: Open, sample_page: Path, tmp_path: Path) -> None:
    page = open_page(sample_page, "lang=en")
    page.click("#story-button")
    page.fill("#story-text", HOSTILE)
    page.click("#add-step")
    page.click("[data-value=timeline]")
    page.evaluate("state.change({to: 2018})")
    page.fill("#story-text", "second")
    page.click("#add-step")
    assert page.locator("#told").text_content() == "second"
    page.get_by_role("button", name="Step before").click()
    assert page.locator("#told").text_content() == HOSTILE
    assert page.evaluate("state.current.layout") == "network" and page.evaluate("state.current.to") == 2024
    with page.expect_download() as saved:
        page.click("#save-story")
    told = json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))
    assert [step["text"] for step in told["steps"]] == [HOSTILE, "second"]
    again = open_page(sample_page, page.url.split("#")[1])
    assert again.locator("#told").text_content() == HOSTILE
    again.click("#play-story")
    until(again, "state.current.layout === 'timeline' && state.current.to === 2018")
    assert again.locator("#told").text_content() == "second"
    file = tmp_path / "story.json"
    file.write_text(json.dumps(told | {"steps": told["steps"][1:]}), encoding="utf-8")
    fresh = open_page(sample_page)
    fresh.click("#story-button")
    fresh.set_input_files("#story-file", file)
    until(fresh, "document.querySelector('#told')?.textContent === 'second' && state.current.layout === 'timeline'")
    file.write_text('{"steps": [{"text": 1}]}', encoding="utf-8")
    fresh.set_input_files("#story-file", file)
    until(fresh, "document.querySelector('#heard').textContent !== ''")
    assert [window.evaluate("window.ran ?? null") for window in (page, again, fresh)] == [None] * 3
