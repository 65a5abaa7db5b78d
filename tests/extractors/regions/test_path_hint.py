"""What paths say of documents."""

from __future__ import annotations

import pytest

from extractors.regions.path_hint import path_hint


@pytest.mark.parametrize(
    ("file", "codes", "year"),
    [
        ("遂宁.docx", ["510900"], None),
        ("广东_2014.txt", ["440000"], 2014),
        ("深圳福田区_2019.txt", ["440304"], 2019),
        ("保定高阳县_2018.txt", ["130628"], 2018),
        ("吉林_2020.txt", ["220000", "220200"], 2020),
        ("峨眉山_2020.txt", ["511181"], 2020),
        ("510900/2018.txt", ["510900"], 2018),
        ("2017/四川/报告.txt", ["510000"], 2017),
        ("浙江省_2018_绍兴古城保护.txt", ["330000"], 2018),
        ("国务院_2011.txt", ["100000"], 2011),
        ("深圳大鹏新区_2016.txt", ["440300"], 2016),
        ("射洪县_2018.txt", ["510922"], 2018),
    ],
)
def test_a_path_that_tells(file: str, codes: list[str], year: int | None) -> None:
    hint = path_hint(file)
    assert ([region.code for region in hint.regions], hint.year) == (codes, year)


@pytest.mark.parametrize("file", ["000_7859700775fd9432.txt", "x.txt", "资源.txt", "合作/通知.txt", "朝阳区.txt", "20201231.txt"])
def test_a_path_that_does_not(file: str) -> None:
    hint = path_hint(file)
    assert hint.regions == () and hint.year is None
