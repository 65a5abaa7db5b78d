"""Text in common: equal sentences first, alike ones on request, common phrases and short ones left out, order by date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.disk import GraphDirectory
from kg.disk.parts import SourceDocument
from kg.errors import SelectionError
from kg.shared_text.sentences import bare
from kg.shared_text.shares import Shares, shares
from kg.stores.embedded import EmbeddedStore
from tests.kg.disk.test_directory import publish_these
from tests.kg.records import document
from tests.kg.tracing.world import PLACES

PLACES["510981"] = "射洪市"
LONG = "全区政务服务事项一律进驻综合大厅，由窗口统一受理、后台分类审批、限时办结送达。"
ALIKE = "全县政务服务事项一律进驻综合大厅，由窗口统一受理、后台分类审批、限时办结送达。"
OTHER = "沿江各镇建立了河道巡查日志制度，巡查情况按旬上墙公示并接受群众评议监督。"


def wrote(code: str, year: int, *sentences: str, **more: Any) -> SourceDocument:
    """A document of a region."""
    title = f"{PLACES[code]}{year}年工作报告"
    text = "\n".join((title, *sentences, f"以上是{PLACES[code]}{year}年的工作。")) + "\n"
    named = [{"name": "河长制", "surface": "河道巡查"}] if more.get("rivers") else []
    return document(
        f"{year}/{code}.txt", text, initiatives=named,
        head={"title": title, "region": code, "year": year, "kind": more.get("kind", "report"), "date": more.get("date")},
    )  # fmt: skip


def common(tmp_path: Path, *documents: SourceDocument, **options: Any) -> Shares:
    """Text in common of ``documents``."""
    directory = publish_these(tmp_path / "graph", documents)
    return shares(directory, directory, **options)


def rows(found: Shares, *columns: str, table: str = "sentences") -> list[tuple[Any, ...]]:
    return [tuple(record[column] for column in columns) for record in found[table].records()]


def notes(found: Shares) -> str:
    return "\n".join(note.text() for note in found.notes)


def test_equal_sentences_with_their_places_dates_and_who_was_earlier(tmp_path: Path) -> None:
    found = common(tmp_path, wrote("510904", 2018, LONG, date="2019-02-01"), wrote("510903", 2016, f"“{LONG[:-1]}”。", OTHER))
    (row,) = found["sentences"].records()
    assert (row["region"], row["said"], row["order"], row["other_region"], row["other_said"]) == (
        "船山区", "2017", "earlier", "安居区", "2019-02-01",
    )  # fmt: skip
    assert (row["sentence"], row["other_sentence"], row["similarity"]) == (f"“{LONG[:-1]}”。", LONG, 1.0)
    assert (row["start"], row["other_start"]) == (len("船山区2016年工作报告\n"), len("安居区2018年工作报告\n"))
    assert rows(found, "region", "other_region", "relation", "sentences", "equal", table="pairs") == [
        ("船山区", "安居区", "same superior", 1, 1)
    ]
    assert "It does not say that one took it from the other" in notes(found)


@pytest.mark.parametrize(("date", "other"), [("2019-02-01", "2019-02-01"), (None, "2019-02-01"), (None, None)])
def test_dates_that_do_not_tell_leave_the_order_open(tmp_path: Path, date: str | None, other: str | None) -> None:
    found = common(tmp_path, wrote("510904", 2018, LONG, date=date), wrote("510903", 2018, LONG, date=other))
    assert rows(found, "order") == [("open",)]
    assert "1 pairs of sentences. Which was said earlier is told by dates alone, and of 1 not" in notes(found)


def test_a_notice_without_a_date_is_of_its_own_year(tmp_path: Path) -> None:
    found = common(tmp_path, wrote("510904", 2018, LONG, kind="notice"), wrote("510903", 2018, LONG))
    assert rows(found, "region", "said", "order", "other_said") == [("安居区", "2018", "earlier", "2019")]


def test_alike_sentences_are_found_on_request_with_how_much(tmp_path: Path) -> None:
    documents = wrote("510904", 2018, LONG), wrote("510921", 2019, ALIKE, OTHER)
    assert common(tmp_path / "equal", *documents)["sentences"].rows == ()
    found = common(tmp_path / "alike", *documents, similar=0.8)
    assert rows(found, "sentence", "other_sentence", "similarity") == [(LONG, ALIKE, 0.886)]
    assert rows(found, "sentences", "equal", table="pairs") == [(1, 0)]
    assert common(tmp_path / "more", *documents, similar=0.9)["sentences"].rows == ()


def test_equal_sentences_are_found_among_alike_ones(tmp_path: Path) -> None:
    found = common(tmp_path, wrote("510904", 2018, LONG), wrote("510903", 2019, LONG), wrote("510921", 2020, ALIKE), similar=0.8)
    assert sorted(rows(found, "region", "other_region", "similarity")) == [
        ("安居区", "船山区", 1.0), ("安居区", "蓬溪县", 0.886), ("船山区", "蓬溪县", 0.886)
    ]  # fmt: skip


def test_short_sentences_and_common_phrases_are_left_out_and_counted(tmp_path: Path) -> None:
    codes = [code for code in PLACES if code not in {"510981", "500000"} and not code.startswith("5107")][:10]
    ten = codes if len(codes) == 10 else [*codes, "510700", "510703", "500000"][:10]
    assert len(ten) == 10
    found = common(tmp_path, *(wrote(code, 2018, LONG, "各项工作取得明显成效。") for code in ten))
    assert found["sentences"].rows == ()
    assert "1 that stand in documents of 10 or more places" in notes(found)
    nine = common(tmp_path / "nine", *(wrote(code, 2018, LONG) for code in ten[:9]))
    assert len(nine["sentences"]) == 36


def test_alike_phrases_of_ten_places_are_common_too(tmp_path: Path) -> None:
    ten = [code for code in PLACES if code != "510981"][:10]
    found = common(tmp_path, *(wrote(code, 2018, LONG if at % 2 else ALIKE) for at, code in enumerate(ten)), similar=0.8)
    assert found["sentences"].rows == ()
    assert "2 that stand in documents of 10 or more places" in notes(found)


def test_one_place_under_two_names_and_one_region_share_nothing_with_themselves(tmp_path: Path) -> None:
    assert common(tmp_path, wrote("510922", 2017, LONG), wrote("510981", 2020, LONG), wrote("510981", 2021, LONG))["pairs"].rows == ()


def test_what_a_place_says_again_counts_where_it_says_it_first(tmp_path: Path) -> None:
    again = [wrote("510903", year, LONG) for year in (2019, 2017, 2018)]
    found = common(tmp_path, *again, wrote("510904", 2018, LONG), wrote("510904", 2020, LONG))
    assert rows(found, "region", "said", "other_region", "other_said") == [("船山区", "2018", "安居区", "2019")]


def test_initiative_region_and_years_narrow_it(tmp_path: Path) -> None:
    documents = [
        wrote("510903", 2017, LONG, OTHER, rivers=True), wrote("510904", 2018, LONG, OTHER, rivers=True), wrote("500101", 2019, LONG),
    ]  # fmt: skip
    assert rows(common(tmp_path / "a", *documents, initiative="河长制"), "sentence") == [(OTHER,)]
    assert {row[0] for row in rows(common(tmp_path / "b", *documents, regions=("万州区",)), "other_region")} == {"万州区"}
    assert rows(common(tmp_path / "c", *documents, years=(2018, 2019)), "region", "other_region") == [("安居区", "万州区")]
    with pytest.raises(SelectionError, match="no initiative in this graph is called 河长"):
        common(tmp_path / "d", *documents, initiative="河长办法")


def test_the_same_bytes_in_whatever_order_documents_come(tmp_path: Path) -> None:
    documents = [wrote(code, 2018, LONG, OTHER, ALIKE) for code in ("510903", "510904", "510921")]
    found = [common(tmp_path / str(at), *order, similar=0.7) for at, order in enumerate((documents, documents[::-1]))]
    assert found[0].tables == found[1].tables


def test_numbers_of_articles_and_lists_do_not_make_sentences_differ() -> None:
    assert bare(f"第四条　{LONG}") == bare(f"（一）{LONG}") == bare(LONG)
    assert bare("2018年办结45项。") != bare("2018年办结46项。")


def test_a_store_needs_a_directory_and_heeds_the_year_to_look_from(tmp_path: Path) -> None:
    documents = wrote("510904", 2018, LONG), wrote("510903", 2019, LONG), wrote("510921", 2021, LONG)
    publish_these(tmp_path / "graph", documents)
    with EmbeddedStore.open(tmp_path / "graph") as store:
        assert len(store.shares()["sentences"]) == 3
        assert len(store.shares(as_of=2020)["sentences"]) == 1
        whole = EmbeddedStore(GraphDirectory(tmp_path / "graph").graph)
    with pytest.raises(SelectionError, match="needs a graph directory"):
        whole.shares()
