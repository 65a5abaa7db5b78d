from __future__ import annotations

from pathlib import Path

import pytest

from cypher.engine import EmbeddedEngine
from cypher.errors import CypherError, ParameterError
from cypher.lint import Vocabulary, lint
from cypher.named import NamedQuery, QueryParameter, load_named_query, named_queries, read_named_query
from ontology.schema import schema
from tests.cypher.sample import LICENSING, ONLINE


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

    def test_asks_in_both_languages(self, query: NamedQuery) -> None:
        assert query.asks.endswith("?")
        assert query.zh.endswith("？")


def test_there_are_at_least_twenty_five() -> None:
    assert len(named_queries()) >= 25


def test_regions_by_first_year(reforms: EmbeddedEngine) -> None:
    query = load_named_query("regions_by_first_year")
    rows = reforms.run(query.text, {"initiative": ONLINE}).records()
    assert [(row["region"], row["year"], row["quote"]) for row in rows] == [
        ("遂宁市", 2016, "启动一网通办"),
        ("射洪市", 2020, "深化一网通办"),
        ("衢州市", 2021, "试点一网通办"),
    ]


def test_first_adopters_leaves_plans_aside(reforms: EmbeddedEngine) -> None:
    rows = reforms.run(load_named_query("first_adopters").text, {"initiative": LICENSING, "limit": 3}).records()
    assert [(row["region"], row["year"], row["bound"]) for row in rows] == [
        ("船山区", 2017, "unobserved"), ("射洪县", 2017, "unobserved"), ("遂宁市", 2018, "interval"),
    ]  # fmt: skip


def test_a_rule_is_no_adopter(reforms: EmbeddedEngine) -> None:
    told = {"initiative": LICENSING}
    for name, parameters in (("first_adopters", told | {"limit": 9}), ("lag_to_central_document", told)):
        rows = reforms.run(load_named_query(name).text, parameters)
        assert "浙江省" not in rows.column("region") and rows.notes == ()


def test_pilots_completed_follows_a_renamed_region(reforms: EmbeddedEngine) -> None:
    rows = reforms.run(load_named_query("pilots_completed").text).rows
    assert ("射洪县", "射洪市", LICENSING, 2017, 2020, 3) in rows
    assert ("船山区", "船山区", LICENSING, 2017, 2018, 1) in rows


def test_dropped_initiatives_needs_later_coverage(reforms: EmbeddedEngine) -> None:
    rows = reforms.run(load_named_query("dropped_initiatives").text, {"region": "遂宁市"}).rows
    assert rows == ((ONLINE, 2016, [2017, 2018]),)


def test_lag_and_vertical_order(reforms: EmbeddedEngine) -> None:
    lags = reforms.run(load_named_query("lag_to_central_document").text, {"initiative": LICENSING}).rows
    assert ("船山区", "county", 2015, 2017, "unobserved", 2) in lags
    assert ("遂宁市", "prefecture", 2015, 2018, "interval", 3) in lags
    order = reforms.run(load_named_query("vertical_order").text, {"initiative": LICENSING}).rows
    assert ("遂宁市", 2018, "船山区", 2017, "from below") in order


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
            QueryParameter("all", "boolean", "false"), QueryParameter("names", "list", "甲, 乙"),
        ),
        ("x",), "RETURN 1 AS x",
    )  # fmt: skip

    def test_defaults_are_typed(self) -> None:
        assert self.QUERY.defaults() == {"years": 3, "share": 0.5, "all": False, "names": ["甲", "乙"]}

    def test_texts_are_read_by_type(self) -> None:
        pairs = {"region": " 船山区", "years": "5", "all": "TRUE", "names": "[丙、丁]"}
        expected = {"region": "船山区", "years": 5, "share": 0.5, "all": True, "names": ["丙", "丁"]}
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

    def test_a_file_without_its_head_is_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "probe.cypher"
        path.write_text("// name: probe\nRETURN 1 AS x", encoding="utf-8")
        with pytest.raises(CypherError, match="lacks asks, zh, returns"):
            read_named_query(path)
