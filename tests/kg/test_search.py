"""Full text: which sentences hold given words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import build_graph, open_graph
from kg import search as searching
from kg.errors import SelectionError
from kg.model import KnowledgeGraph
from kg.stores.base import Store
from kg.stores.embedded import EmbeddedStore

FILES = {
    "2019_遂宁市.txt": "遂宁市2019年工作总结\n全市推行一网\n通办，设立综合窗口20个；秒批事项增加。一网通办覆盖乡镇。\n",
    "2018_射洪县.txt": "射洪县2018年工作总结\n我县试点一网通办。政务服务APP上线。\n",
    "2018_绵阳市.txt": "绵阳市2018年工作总结\n设立综合窗口（一窗受理）[试行]。\n",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    root = tmp_path_factory.mktemp("search")
    for file, text in {**FILES, "又/2018_射洪县.txt": FILES["2018_射洪县.txt"]}.items():
        (root / "in" / file).parent.mkdir(parents=True, exist_ok=True)
        (root / "in" / file).write_text(text, encoding="utf-8")
    build_graph(root / "in", root / "graph")
    with open_graph(root / "graph") as opened:
        yield opened


def found(store: Store, *words: str, **where: object) -> list[tuple[int, str, str]]:
    rows = store.search(*words, **where).records()
    return [(row["year"], row["region"], row["sentence"]) for row in rows]


def test_sentences_come_by_year_once_a_text_and_over_broken_lines(store: Store) -> None:
    for _ in range(2):  # read, and from memory
        assert found(store, "一网通办") == [
            (2018, "射洪县", "我县试点一网通办。"),
            (2019, "遂宁市", "全市推行一网\n通办，设立综合窗口20个；"),
            (2019, "遂宁市", "一网通办覆盖乡镇。"),
        ]


def test_the_place_counts_in_the_text_and_the_file_is_named(store: Store) -> None:
    (row,) = store.search("政务服务app").records()
    start, end = map(int, row["place"].split("–"))
    assert FILES["2018_射洪县.txt"][start:end] == row["sentence"] == "政务服务APP上线。"
    assert (row["file"], row["code"]) == ("2018_射洪县.txt", "510922")


def test_each_of_several_words_must_stand_in_the_sentence(store: Store) -> None:
    assert found(store, "一网通办", "窗口") == [(2019, "遂宁市", "全市推行一网\n通办，设立综合窗口20个；")]
    assert found(store, "一网通办", "秒批") == []


def test_words_are_no_patterns(store: Store) -> None:
    assert [row[1] for row in found(store, "（一窗受理）[试行]")] == ["绵阳市"]
    assert found(store, "一网.办") == []


def test_only_the_regions_and_years_asked_for(store: Store) -> None:
    assert [row[1] for row in found(store, "综合窗口", regions=["遂宁市"])] == ["遂宁市"]
    assert [row[1] for row in found(store, "一网通办", years=(2018, 2018))] == ["射洪县"]


@pytest.mark.parametrize(("words", "where"), [((), {}), ((" ",), {}), (("窗口",), {"regions": ["火星"]})])
def test_nothing_to_look_for_and_unknown_regions_are_refused(store: Store, words: tuple, where: dict) -> None:
    with pytest.raises(SelectionError):
        store.search(*words, **where)


def test_a_graph_without_texts_is_refused(graph: KnowledgeGraph) -> None:
    with pytest.raises(SelectionError, match="needs a graph directory"):
        EmbeddedStore(graph).search("窗口")


def test_texts_beyond_what_is_kept_are_read_again(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(searching, "_KEPT", 10)
    assert store.directory is not None
    texts = searching.Texts(store.directory)
    first, again = list(texts), list(texts)
    assert first == again and len(first) == len(FILES) and texts._kept is None
