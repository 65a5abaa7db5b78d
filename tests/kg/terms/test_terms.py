"""Terms over a corpus: what is a term, which rise and fall, which may be new initiatives."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import cli
from kg.build.build import build_graph
from kg.terms.candidates import initiative_of, may_be_new
from kg.terms.cutter import terms_of
from kg.terms.cutting import CutDocument
from kg.terms.table import Term, TermTable


def run(*arguments: object) -> Result:
    environment = {"REFORMKG_GRAPH": "", "LC_ALL": "C", "LANG": "en"}
    return CliRunner(env=environment).invoke(cli.main, [str(a) for a in arguments])


def cut(name: str, year: int | None, *terms: str, region: str | None = "510900") -> CutDocument:
    return CutDocument(name, name, year, region, Counter(terms))


def table(*documents: CutDocument, by_region: bool = False) -> TermTable:
    made = TermTable(by_region)
    for document in documents:
        made.add(document)
    return made


def named(found: list[Term]) -> dict[str, Term]:
    return {term.term: term for term in found}


def test_words_phrases_and_quoted_names() -> None:
    found = terms_of("我市推行“遂快通”服务，建立涉企检查备案制度。各部门推进一网通办，深化一网通办。")
    assert found["“遂快通”"] == 1 and found["一网通办"] == 2
    assert found["涉企检查备案制度"] == 1
    assert "推进一网通办" not in found and "部门" not in found and "我市" not in found


def test_a_known_name_in_quotation_marks_is_counted_once() -> None:
    found = terms_of("推行“一网通办”。")
    assert found["一网通办"] == 1 and "“一网通办”" not in found


def test_phrases_end_at_verbs_and_marks() -> None:
    found = terms_of("健全执法监督机制，信用监管。完善平台")
    assert found["执法监督机制"] == 1
    assert not [term for term in found if term.startswith("健全") and len(term) > 2]
    assert "机制信用监管" not in found and "监管平台" not in found


def test_years_shares_and_trends() -> None:
    found = named(
        table(
            cut("a", 2018, "甲改革", "丙"), cut("b", 2018, "甲改革"), cut("c", 2021, "乙平台", "丙"), cut("d", 2021, "乙平台"),
            cut("e", None, "乙平台"),
        ).terms()
    )  # fmt: skip
    assert found["甲改革"].years == {2018: 2} and found["甲改革"].trend == -100.0 and found["甲改革"].share == 40.0
    assert found["乙平台"].years == {2021: 2} and found["乙平台"].documents == 3 and found["乙平台"].trend == 100.0
    assert found["丙"].trend == 0.0 and found["丙"].regions == 1


def test_one_year_has_no_trend() -> None:
    (found,) = table(cut("a", 2018, "甲"), cut("b", 2018, "甲")).terms()
    assert found.trend is None


def test_orders() -> None:
    made = table(
        cut("a", 2018, "旧词", "常词"), cut("b", 2018, "旧词", "常词"), cut("c", 2020, "新词", "常词"), cut("d", 2020, "新词", "常词")
    )
    assert [t.term for t in made.terms()] == ["常词", "新词", "旧词"]
    assert [t.term for t in made.terms(order="rising")] == ["新词", "旧词"]
    assert [t.term for t in made.terms(order="falling")] == ["旧词", "新词"]
    assert made.terms(least=5) == []


def test_a_phrase_that_stands_only_within_a_longer_one_is_left_out() -> None:
    made = table(*(cut(n, 2018, "执法监督机制", "监督机制", "监督") for n in "ab"), cut("c", 2018, "监督"))
    assert sorted(named(made.terms())) == ["执法监督机制", "监督"]


def test_the_same_text_counts_once_in_any_order() -> None:
    documents = [cut("a", 2018, "甲"), cut("b", 2019, "甲", "乙"), cut("c", 2019, "乙")]
    assert table(*documents, *documents).terms() == table(*documents[::-1]).terms()


def test_provinces_apart() -> None:
    made = table(cut("a", 2018, "甲"), cut("b", 2018, "甲", region="440300"), by_region=True)
    assert [(t.region, t.documents, t.share) for t in made.terms(least=1)] == [("四川省", 1, 100.0), ("广东省", 1, 100.0)]


@pytest.mark.parametrize("term", ["“遂快办”", "“牧民上学一件事”", "涉企检查备案制度", "综合执法监督平台"])
def test_what_may_be_new(term: str) -> None:
    assert may_be_new(term)


@pytest.mark.parametrize("term", ["一网通办", "“一网通办”", "“容易”", "学习制度", "“两山”", "监管", "农业灌溉制度"])
def test_what_is_known_or_nothing_of_the_kind(term: str) -> None:
    assert not may_be_new(term)


def test_the_initiative_of_a_form() -> None:
    assert initiative_of("“一网通办”") == "一网通办" and initiative_of("学习") is None


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    texts = {
        "2018_遂宁市.txt": "遂宁市2018年工作总结\n我市推行“遂快办”，推进证照分离。\n",
        "2019_遂宁市.txt": "遂宁市2019年工作总结\n我市推行“遂快办”，推进一网通办。\n",
        "2019_深圳市.txt": "深圳市2019年工作总结\n我市推进一网通办。\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.slow
def test_the_command_over_files_and_over_a_graph_gives_the_same(reports: Path, tmp_path: Path) -> None:
    of_files = run("terms", reports, "--format", "json")
    build_graph([reports], tmp_path / "g", workers=1)
    of_graph = run("terms", "--graph", tmp_path / "g", "--format", "json", "--workers", 1)
    assert of_files.exit_code == of_graph.exit_code == 0 and of_files.stdout == of_graph.stdout
    rows = {row["term"]: row for row in json.loads(of_files.stdout)}
    assert rows["一网通办"]["years"] == "2019:2" and rows["一网通办"]["initiative"] == "一网通办"
    assert "3 documents" in of_files.stderr


@pytest.mark.slow
def test_candidates_regions_and_years(reports: Path) -> None:
    new = json.loads(run("terms", reports, "--new", "--format", "json").stdout)
    assert [row["term"] for row in new] == ["“遂快办”"]
    few = json.loads(run("terms", reports, "--region", "广东省", "--least", 1, "--format", "json").stdout)
    assert "一网通办" in {row["term"] for row in few} and {row["documents"] for row in few} == {1}
    late = run("terms", reports, "--years", "2019", "--limit", 1)
    assert "2 documents" in late.stderr and "--limit shows 1" in late.stderr


@pytest.mark.slow
def test_wrong_use(reports: Path, tmp_path: Path) -> None:
    assert "name either files and folders or --graph DIR" in run("terms").stderr
    assert "name either files and folders or --graph DIR" in run("terms", reports, "--graph", tmp_path).stderr
    assert "no region has the name or code 无此市" in run("terms", reports, "--region", "无此市").stderr
    none = run("terms", reports, "--years", "1950")
    assert none.exit_code == 2 and none.stdout == "" and "none meets --region and --years" in none.stderr
    (tmp_path / "空.txt").write_text("")
    some = run("terms", reports, tmp_path / "空.txt")
    assert some.exit_code == 1 and "空.txt: it is empty" in some.stderr
