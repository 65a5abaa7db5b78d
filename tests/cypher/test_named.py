from __future__ import annotations

from pathlib import Path

import pytest

from cypher.elements import Relationship
from cypher.engine import EmbeddedEngine
from cypher.errors import CypherError, ParameterError
from cypher.lint import Vocabulary, lint
from cypher.named import NamedQuery, QueryParameter, load_named_query, named_queries, read_named_query
from cypher.output import in_language
from cypher.results import Result
from ontology.schema import schema
from tests.cypher.sample import LICENSING, ONLINE, sample


def _vocabulary() -> Vocabulary:
    found = schema()
    return Vocabulary(
        list(found.labels), list(found.relationships), {**found.node_properties(), **found.relationship_properties()}
    )


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
class TestEachNamedQuery:
    def test_is_clean(self, query: NamedQuery) -> None:
        assert list(lint(query, _vocabulary())) == []

    def test_gives_rows(self, query: NamedQuery, reforms: EmbeddedEngine) -> None:
        result = reforms.run(query.text, query.defaults())
        assert result.columns == query.returns
        assert len(result) > 0

    def test_its_columns_have_chinese_names(self, query: NamedQuery) -> None:
        shown = in_language(Result(query.returns, ()), "zh").columns
        assert [name for name in shown if name.isascii()] == []

    def test_asks_in_both_languages(self, query: NamedQuery) -> None:
        assert query.asks.endswith("?")
        assert query.zh.endswith("？")


def test_there_are_at_least_twenty_five() -> None:
    assert len(named_queries()) >= 25


def test_regions_by_first_year(reforms: EmbeddedEngine) -> None:
    query = load_named_query("regions_by_first_year")
    rows = reforms.run(query.text, {"initiative": ONLINE}).records()
    assert [(row["region"], row["year"], row["observed_from"], row["status"], row["quote"]) for row in rows] == [
        ("遂宁市", 2016, 2016, "implemented", "启动一网通办"),
        ("射洪市", 2020, 2020, "implemented", "深化一网通办"),
        ("衢州市", 2021, 2017, "pilot", "试点一网通办"),
    ]


@pytest.mark.parametrize("query", [q for q in named_queries() if "source" in q.returns], ids=lambda q: q.name)
def test_beside_the_key_stands_what_the_document_is(query: NamedQuery, reforms: EmbeddedEngine) -> None:
    rows = reforms.run(query.text, query.defaults()).records()
    documents = [row for row in rows if str(row["source"]).startswith("document/")]
    assert documents or query.name == "initiative_lineage", "what the ontology says has no document"
    assert all(row["title"] and row["date"] and row["file"] for row in documents)


@pytest.mark.parametrize("query", [q for q in named_queries() if "found" in q.returns], ids=lambda q: q.name)
def test_the_form_that_was_found_is_told(query: NamedQuery, reforms: EmbeddedEngine) -> None:
    given = query.defaults() | ({"region": "遂宁市"} if "region" in query.defaults() else {})
    rows = reforms.run(query.text, given | ({"year": 2018} if "year" in given else {})).records()
    found = {row["found"] for row in rows} - {None}
    assert found and found <= {"许可权改革", LICENSING, ONLINE}
    assert "许可权改革" in found or query.name in {"regions_by_first_year", "policies_behind_adoptions", "evidence_for_statement"}


def test_the_form_is_the_one_of_the_sentence(reforms: EmbeddedEngine) -> None:
    rows = reforms.run(load_named_query("adoption_timeline").text, {"initiative": LICENSING}).records()
    told = {row["quote"]: (row["found"], row["status"], row["laid_down"]) for row in rows}
    assert told["全市推开许可权改革"] == ("许可权改革", "implemented", None)
    assert told["计划开展许可权改革"] == ("许可权改革", "planned", None)
    assert told["省条例规定相对集中许可权"] == (LICENSING, "implemented", True)


@pytest.mark.parametrize(
    ("name", "given", "columns", "row"),
    [
        ("adopters_by_level_and_year", {"initiative": LICENSING}, "year level regions observed_before", (2018, "prefecture", 1, 1)),
        ("adopters_by_level_and_year", {"initiative": LICENSING}, "year level regions observed_before", (2017, "county", 2, 0)),
        ("agencies_carrying_out", {"initiative": LICENSING}, "region first_year observed_from", ("船山区", 2018, 2020)),
        ("neighbours_following", {"initiative": LICENSING, "region": "船山区", "years": 3}, "neighbour neighbour_year observed_from", ("射洪市", 2020, 2020)),
        ("pilots_completed", {}, "region region_now observed_from", ("船山区", "船山区", 2020)),
        ("vertical_order", {"initiative": LICENSING}, "above_observed_from below observed_from", (2016, "船山区", 2020)),
        ("lag_to_central_document", {"initiative": LICENSING}, "region observed_from lag", ("遂宁市", 2016, 3)),
        ("initiatives_overview", {}, "initiative first_year observed_from", (ONLINE, 2016, 2016)),
        ("first_years_of_initiatives", {"initiatives": [ONLINE, LICENSING]}, "region initiative year observed_from", ("遂宁市", LICENSING, 2018, 2016)),
    ],
)  # fmt: skip
def test_beside_a_first_stands_since_when_it_is_observed(
    name: str, given: dict[str, object], columns: str, row: tuple[object, ...], reforms: EmbeddedEngine
) -> None:
    rows = reforms.run(load_named_query(name).text, given).records()
    assert row in [tuple(each[column] for column in columns.split()) for each in rows]


def test_plans_are_no_adoptions_but_in_a_column_of_their_own(reforms: EmbeddedEngine) -> None:
    overview = {row["initiative"]: row for row in reforms.run(load_named_query("initiatives_overview").text).records()}
    assert (overview[LICENSING]["regions"], overview[LICENSING]["only_planned"]) == (4, 1)  # a rule of 浙江省
    compared = load_named_query("two_regions_compared")
    rows = reforms.run(compared.text, {"first": "遂宁市", "second": "衢州市"}).records()
    told = {row["initiative"]: row for row in rows}
    assert (told[LICENSING]["first_year"], told[LICENSING]["first_plan"]) == (2018, 2016)
    assert (told[ONLINE]["second_year"], told[ONLINE]["second_plan"]) == (2021, 2021)
    shared = load_named_query("co_adopted_initiatives")
    rows = reforms.run(shared.text, {"initiative": ONLINE, "limit": 9}).records()
    assert {row["initiative"]: (row["regions"], row["only_planned"]) for row in rows}[LICENSING] == (2, 0)


def test_a_ranking_has_one_unit_and_targets_stand_apart(reforms: EmbeddedEngine) -> None:
    rows = reforms.run(load_named_query("indicator_ranking").text, {"indicator": "可办率"}).records()
    assert [(row["kind"], row["rank"], row["regions"], row["region"], row["year"], row["value"]) for row in rows] == [
        ("figure", 1, 4, "射洪市", 2020, 100.0), ("figure", 2, 4, "遂宁市", 2018, 92.5), ("figure", 3, 4, "衢州市", 2021, 88.0),
        ("figure", 3, 4, "船山区", 2020, 88.0), ("change", 1, 1, "衢州市", 2022, 99.0), ("target", 1, 1, "衢州市", 2022, 99.0),
    ]  # fmt: skip


def test_bodies_are_set_up_with_or_without_a_day_and_in_areas(reforms: EmbeddedEngine) -> None:
    query = load_named_query("agencies_established")
    rows = [tuple(row.values())[:6] for row in reforms.run(query.text, query.defaults()).records()]
    assert rows == [
        ("衢州市", None, 2017, None, "established", "衢州市司法局"),
        ("衢州市", "衢州智造新城", 2021, None, "established", "政务服务中心"),
        ("船山区", None, 2018, "2018-01-10", "established", "船山区行政审批局"),
    ]
    assert reforms.run(query.text, {"words": "审批"}).column("agency") == ["船山区行政审批局"]


def test_a_launching_policy_has_its_issuers_and_citations(reforms: EmbeddedEngine) -> None:
    (row,) = reforms.run(load_named_query("launching_policies").text).records()
    assert (row["policy"], row["issuers"], row["citations"]) == ("国务院办公厅关于审批改革的意见", ["国务院办公厅"], 1)


def test_behind_an_adoption_is_what_the_sentence_names_or_stands_in(reforms: EmbeddedEngine) -> None:
    rows = reforms.run(load_named_query("policies_behind_adoptions").text, {"initiative": LICENSING}).records()
    assert [(row["region"], row["behind"], row["policy"], row["issuers"], row["laid_down"]) for row in rows] == [
        ("船山区", "named", "遂宁市审批改革方案", ["遂宁市人民政府办公室"], None),
        ("浙江省", "own text", "遂宁市审批改革方案", ["遂宁市人民政府办公室"], True),
    ]


def test_a_region_may_be_asked_for_by_its_key(reforms: EmbeddedEngine) -> None:
    for name in ("region_profile", "dropped_initiatives"):
        query = load_named_query(name)
        by_name, by_key = (reforms.run(query.text, {"region": word}).rows for word in ("遂宁市", "region/510900/遂宁市"))
        assert by_name and by_name == by_key


def test_first_adopters_leaves_plans_aside(reforms: EmbeddedEngine) -> None:
    rows = reforms.run(load_named_query("first_adopters").text, {"initiative": LICENSING, "limit": 3}).records()
    assert [(row["region"], row["year"], row["bound"]) for row in rows] == [
        ("船山区", 2017, "unobserved"), ("射洪县", 2017, "unobserved"), ("遂宁市", 2018, "interval"),
    ]  # fmt: skip


def test_a_body_whose_region_many_sentences_tell_carries_out_no_more_for_it() -> None:
    nodes, relationships = sample()
    told = next(each for each in relationships if each.type == "OF_REGION" and each.start.endswith("船山区行政审批局"))
    again = Relationship("told-again", told.type, told.start, told.end, {**told.properties, "key": "told-again"})
    engine = EmbeddedEngine.from_elements(nodes, [*relationships, again])
    rows = engine.run(load_named_query("agencies_carrying_out").text, {"initiative": LICENSING})
    assert rows.column("statements") == [1]


def test_a_rule_is_no_adopter(reforms: EmbeddedEngine) -> None:
    told = {"initiative": LICENSING}
    for name, parameters in (("first_adopters", told | {"limit": 9}), ("lag_to_central_document", told)):
        rows = reforms.run(load_named_query(name).text, parameters)
        assert "浙江省" not in rows.column("region") and rows.notes == ()


def test_pilots_completed_follows_a_renamed_region(reforms: EmbeddedEngine) -> None:
    rows = reforms.run(load_named_query("pilots_completed").text).rows
    assert ("射洪县", "射洪市", LICENSING, 2017, None, 2020, 3) in rows
    assert ("船山区", "船山区", LICENSING, 2017, 2020, 2018, 1) in rows


def test_dropped_initiatives_needs_later_coverage(reforms: EmbeddedEngine) -> None:
    rows = reforms.run(load_named_query("dropped_initiatives").text, {"region": "遂宁市"}).rows
    assert rows == ((ONLINE, 2016, 2016, [2017, 2018]),)


def test_lag_and_vertical_order(reforms: EmbeddedEngine) -> None:
    rows = reforms.run(load_named_query("lag_to_central_document").text, {"initiative": LICENSING}).records()
    lags = [(row["region"], row["launched"], row["year"], row["bound"], row["lag"]) for row in rows]
    assert ("船山区", 2015, 2017, "unobserved", 2) in lags
    assert ("遂宁市", 2015, 2018, "interval", 3) in lags
    order = reforms.run(load_named_query("vertical_order").text, {"initiative": LICENSING}).records()
    assert ("遂宁市", 2018, "船山区", 2017, "from below") in [
        (row["above"], row["above_year"], row["below"], row["below_year"], row["order"]) for row in order
    ]


def test_a_policy_goes_back_to_the_national_one(reforms: EmbeddedEngine) -> None:
    rows = reforms.run(load_named_query("policy_chain").text, {"number": "遂府办发〔2017〕12号"}).rows
    assert rows[0][:2] == (2, ["遂宁市审批改革方案", "四川省审批改革方案", "国务院办公厅关于审批改革的意见"])


def test_an_unknown_name_gets_the_near_one() -> None:
    with pytest.raises(CypherError, match="did you mean adoption_timeline"):
        load_named_query("adoption_timelin")


class TestParameters:
    QUERY = NamedQuery(
        "q", "?", "？",
        (
            QueryParameter("region", "string", None), QueryParameter("years", "int", "3"), QueryParameter("share", "float", "0.5"),
            QueryParameter("all", "boolean", "false"), QueryParameter("names", "initiatives", "甲, 乙"), QueryParameter("words", "string", ""),
        ),
        ("x",), "RETURN 1 AS x",
    )  # fmt: skip

    def test_defaults_are_typed(self) -> None:
        assert self.QUERY.defaults() == {"years": 3, "share": 0.5, "all": False, "names": ["甲", "乙"], "words": ""}

    def test_texts_are_read_by_type(self) -> None:
        pairs = {"region": " 船山区", "years": "5", "all": "TRUE", "names": "[丙、丁]"}
        expected = {"region": "船山区", "years": 5, "share": 0.5, "all": True, "names": ["丙", "丁"], "words": ""}
        assert self.QUERY.parameters_from(pairs) == expected

    @pytest.mark.parametrize(
        ("pairs", "words"),
        [
            ({}, "needs region"),
            ({"region": "x", "years": "many"}, "years takes a whole number such as 2018, and 'many' is none"),
            ({"region": "x", "all": "maybe"}, "true or false"),
            ({"regoin": "x"}, "did you mean region"),
        ],
    )
    def test_errors_say_what_to_do(self, pairs: dict[str, str], words: str) -> None:
        with pytest.raises(ParameterError, match=words):
            self.QUERY.parameters_from(pairs)


class TestLint:
    HEAD = "// name: probe\n// asks: Who?\n// zh: 谁？\n"

    def _lint(self, tmp_path: Path, text: str) -> list[str]:
        path = tmp_path / "probe.cypher"
        path.write_text(self.HEAD + text, encoding="utf-8")
        return list(lint(read_named_query(path), _vocabulary()))

    def test_a_good_one_is_clean(self, tmp_path: Path) -> None:
        text = "// param n: string\n// returns: x\nMATCH (r:Region {name: $n}) RETURN r.name AS x"
        assert self._lint(tmp_path, text) == []

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("// returns: x\nMATCH (r:Regoin) RETURN r.name AS x", "no label Regoin; did you mean Region?"),
            ("// returns: x\nMATCH (r:Region)-[:ADOPT]->() RETURN r.name AS x", "no relationship type ADOPT"),
            ("// returns: x\nMATCH (r:Region) RETURN r.nme AS x", "no property nme; did you mean name?"),
            ("// returns: y\nMATCH (r:Region) RETURN r.name AS x", "returns x, and announces y"),
            ("// param n: int = 1\n// returns: x\nMATCH (r:Region) RETURN r.name AS x", "no parameter $n"),
            ("// returns: x\nMATCH (r:Region {name: $n}) RETURN r.name AS x", "takes a parameter $n"),
            ("// returns: x\nMATCH (r:Region) RETURN r.name AND true AS x", "Type mismatch"),
            ("// returns: x\nMATCH (r:Region) SET r.name = 1 RETURN r.name AS x", "may only read"),
        ],
    )
    def test_a_bad_one_is_told(self, tmp_path: Path, text: str, words: str) -> None:
        assert any(words in problem for problem in self._lint(tmp_path, text))

    def test_a_default_may_be_empty(self, tmp_path: Path) -> None:
        path = tmp_path / "probe.cypher"
        path.write_text(self.HEAD + "// param n: string =\n// param m: string\n// returns: x\nRETURN 1 AS x", encoding="utf-8")
        assert [parameter.default for parameter in read_named_query(path).parameters] == ["", None]

    def test_what_a_map_of_the_query_holds_is_no_property(self, tmp_path: Path) -> None:
        text = "// returns: x\nMATCH (r:Region) WITH collect({own: r}) AS all UNWIND all AS one RETURN one.own AS x"
        assert self._lint(tmp_path, text) == []

    def test_a_file_without_its_head_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "probe.cypher"
        path.write_text("// name: probe\nRETURN 1 AS x", encoding="utf-8")
        with pytest.raises(CypherError, match="lacks asks, zh, returns"):
            read_named_query(path)
