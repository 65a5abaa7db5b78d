"""The cues of page furniture: the file holds, and a file that contradicts itself is refused by name."""

from __future__ import annotations

from typing import Any

import pytest

from ontology.errors import OntologyError
from ontology.furniture import KEYS, furniture, parse

LEAST: dict[str, Any] = {
    "labels": [{"key": "number", "furniture": False, "names": ["文号"]}],
    "words": {"strong": ["打印"], "weak": ["大"]},
    "patterns": [{"name": "icp", "zone": "anywhere", "regex": r"ICP备\d+号"}],
    "closers": [],
    "openers": [],
    "containers": [],
    "metas": {},
    "header": "文件$",
    "footer": "^抄送",
    "blanks": [],
}


def test_the_file_holds() -> None:
    cues = furniture()
    assert cues.by_name["发文字号"].key == "number"
    assert not cues.by_name["发文字号"].furniture
    assert cues.by_name["索引号"].describes
    assert not cues.by_name["主办单位"].describes
    assert not cues.words.strong & cues.words.weak
    assert {group.key for group in cues.labels} - {None} == set(KEYS)


@pytest.mark.parametrize(
    ("changed", "named"),
    [
        ({"labels": [{"key": "author", "furniture": True, "names": ["作者"]}]}, "author"),
        ({"labels": [{"key": None, "furniture": True, "names": ["作者", "作者"]}]}, "作者"),
        ({"labels": [{"key": None, "furniture": True, "names": ["作 者"]}]}, "作 者"),
        ({"metas": {"pubdate": "day"}}, "day"),
        ({"patterns": [{"name": "icp", "zone": "middle", "regex": "a"}]}, "zone"),
        ({"patterns": [{"name": "icp", "zone": "top", "regex": "("}]}, "regex"),
        ({"colours": []}, "colours"),
    ],
)
def test_a_contradiction_is_named(changed: dict[str, Any], named: str) -> None:
    assert parse(LEAST).by_name["文号"].key == "number"
    with pytest.raises(OntologyError, match=named):
        parse({**LEAST, **changed})
