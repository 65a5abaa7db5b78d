"""A trace written down: the report, its formats, both languages, the same bytes each time."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from cypher.output import in_language
from kg.build.build import build_graph
from kg.sections import Report
from kg.tracing.bars import curve
from kg.tracing.notes import words
from kg.tracing.report import write_json, write_report
from kg.tracing.trace import trace
from tests.kg.disk.test_directory import publish
from tests.kg.tracing.test_trace import LICENSING, spread
from tests.kg.tracing.world import GRID
from tests.test_cli import run, sentence


def written(form: str, lang: str = "en", name: str = GRID) -> str:
    stream = io.StringIO()
    found = trace(spread(name), name)
    if form == "json":
        write_json(found, stream, lang)
    else:
        write_report(found, Report(stream, form, lang))
    return stream.getvalue()


def test_the_curve_tells_known_years_from_by_then_and_the_coverage() -> None:
    assert list(curve(trace(spread(), GRID).rows, 2017)) == [
        "2012  0  observed 0",
        "2013  0  observed 0",
        "2014  0  observed 1",
        "2015 █ 1 (+1)  observed 1",
        "2016 █ 1  observed 4",
        "2017 ███ 3 (+2)  observed 3 ←",
        "2018 ███░ 4 (+1)  observed 5",
        "2019 ████▓░ 6 (+2)  observed 2",
    ]


def test_a_report_has_its_sections_and_its_foot() -> None:
    said = written("table")
    assert said.startswith(f"{GRID}\n\nOrigin\n\nwhat")
    places = [said.index(words("en")[name]) for name in ("origin", "curve", "adoptions", "first_adopters", "order_by_level",
                                                        "pace", "pilots", "notes")]  # fmt: skip
    assert places == sorted(places)
    assert words("en")["lag_by_level"] not in said
    assert said.rstrip().splitlines()[-1].startswith("- ")


def test_a_launch_of_general_knowledge_says_so() -> None:
    assert "中央编办发〔2015〕16号 (中央机构编制委员会办公室, 2015-03-27): number and date are general knowledge" in written(
        "table", name=LICENSING
    )
    assert words("en")["lag_by_level"] in written("table", name=LICENSING)


def test_markdown_has_headings_and_whole_sentences() -> None:
    said = written("md")
    assert said.startswith(f"# {GRID}\n\n## Origin\n\n| what |") and "\n```\n2012" in said and "船山区2015年0推进网格化综合服务。 |" in said


def test_json_has_all_tables() -> None:
    told = json.loads(written("json"))
    assert told["initiative"] == GRID and told["launched"] is None and len(told["notes"]) > 5
    assert told["tables"]["first_adopters"][0]["region"] == "船山区"


@pytest.mark.parametrize("form", ["table", "md", "json"])
def test_chinese(form: str) -> None:
    said = written(form, "zh")
    assert "上级先（均确知）" in said and "未提及不等于尚未推行" in said


def test_stages_in_chinese() -> None:
    (note, *_) = trace(spread(), GRID, count=("pilot", "laid_down")).notes
    assert note.text("zh") == "采纳指首次表述为：试点、立规（--count）。"
    assert "pilot, laid_down" in note.text()


def test_every_column_and_sentence_has_both_languages() -> None:
    assert words("en").keys() == words("zh").keys()
    found = trace(spread(), GRID)
    for table in (*found.tables.values(), found.panel(), found.dyads(), found.cascade()):
        chinese = in_language(table, "zh").columns
        assert [one for one, other in zip(table.columns, chinese, strict=True) if one == other] == []


def test_the_same_bytes_whatever_the_seed_of_hashes() -> None:
    script = (
        "from tests.kg.tracing.test_report import written, spread, trace, GRID\n"
        "print(*map(written, ('table', 'md', 'json')))\n"
        "found = trace(spread(), GRID)\n"
        "print(*found.panel(), *found.dyads(), *found.cascade())"
    )
    root = Path(__file__).parents[3]
    outputs = {
        subprocess.run([sys.executable, "-c", script], cwd=root, env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
                       capture_output=True, check=True).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(outputs) == 1 and b"observed" in outputs.pop()


# The command, on the graph of the hand-made documents


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(tmp_path_factory.mktemp("trace") / "graph").path


def test_the_command_prints_a_report(graph: Path) -> None:
    done = run("trace", LICENSING, "--graph", graph)
    assert done.exit_code == 0 and done.stdout.startswith(LICENSING) and "What this rests on" in done.stdout
    assert "射洪县" in run("trace", LICENSING, "--graph", graph, "--format", "md").stdout


def test_csv_is_the_record_and_the_foot_goes_to_stderr(graph: Path) -> None:
    done = run("trace", LICENSING, "--graph", graph, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert {row["region"]: (row["hi"], row["bound"]) for row in rows} == {
        "船山区": ("2018", "left"),
        "射洪县": ("2017", "left"),
    }
    assert "reformkg: An adoption is a first statement of" in done.stderr
    lines = run("trace", LICENSING, "--graph", graph, "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["region"] for line in lines] == [row["region"] for row in rows]


def test_one_table_in_any_format_and_in_a_file(graph: Path, tmp_path: Path) -> None:
    done = run("trace", LICENSING, "--graph", graph, "--table", "first_adopters", "--format", "json")
    assert [row["region"] for row in json.loads(done.stdout)] == ["射洪县", "船山区"]
    target = tmp_path / "lag.csv"
    assert run("trace", LICENSING, "--graph", graph, "--table", "lag", "-o", target).exit_code == 0
    assert target.read_text(encoding="utf-8-sig").startswith("code,region,level,launched,year")


def test_stages_regions_years_and_a_year_to_look_from(graph: Path) -> None:
    def hi(*options: object) -> dict[str, str]:
        done = run("trace", LICENSING, "--graph", graph, "--format", "csv", *options)
        return {row["region"]: row["hi"] for row in csv.DictReader(io.StringIO(done.stdout))}

    assert hi("--count", "implemented") == {"船山区": "2018", "射洪县": ""}
    assert hi("--min-confidence", "0.5") == {"船山区": "2018", "射洪县": "2017"}  # the hand-made statements have no confidence
    assert hi("--region", "船山区") == {"船山区": "2018"}
    assert hi("--years", ":2017") == {"射洪县": "2017"}
    assert hi("--as-of", 2018) == {"射洪县": "2017"}
    assert hi("--agency", "射洪县行政审批局") == {"射洪县": "2017"}


def test_a_sentence_that_is_less_sure_than_asked_counts_as_a_mention(tmp_path: Path) -> None:
    text = "射洪市人民政府关于2018年法治政府建设情况的报告\n一、主要做法\n全面推行容缺受理，办结事项356件。\n2019年1月20日\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    build_graph([tmp_path / "a.txt"], tmp_path / "graph", workers=1)

    def first(*options: object) -> dict[str, str]:
        done = run("trace", "容缺受理", "--graph", tmp_path / "graph", "--format", "csv", *options)
        (row,) = csv.DictReader(io.StringIO(done.stdout))
        return {name: row[name] for name in ("first_mention", "first_implemented")}

    assert first() == {"first_mention": "2018", "first_implemented": "2018"}
    assert first("--min-confidence", "0.999") == {"first_mention": "2018", "first_implemented": ""}


def test_wrong_use_is_one_sentence(graph: Path) -> None:
    assert sentence(run("trace", "相对集中许可权", "--graph", graph)).startswith("no initiative in this graph is called")
    assert "is no stage to count" in sentence(run("trace", LICENSING, "--count", "done", "--graph", graph))
    assert "no region in this graph is called 杭州市" in sentence(run("trace", LICENSING, "--region", "杭州市", "--graph", graph))
    assert "name a graph" in sentence(run("trace", LICENSING))
