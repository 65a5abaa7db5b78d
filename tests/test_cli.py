"""The command line: what goes to stdout, what to stderr, and the exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from kg import __version__
from kg.cli import COMMANDS, main
from kg.commands.base import Command
from kg.exports import FORMATS
from tests.kg.disk.test_directory import publish
from tests.kg.records import CENTRALISED, REPORT_TEXT

ROOT = Path(__file__).parents[1]


def run(*arguments: object, stdin: bytes | None = None, lang: str = "en") -> Result:
    """A command in this process."""
    environment = {"REFORMKG_GRAPH": "", "LC_ALL": "C", "LANG": lang}
    return CliRunner(env=environment).invoke(main, [str(a) for a in arguments], input=stdin)


def process(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """A command in a process of its own."""
    command = [sys.executable, "cli.py", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=os.environ | environment, capture_output=True, check=False)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph directory of the hand-made documents."""
    return publish(tmp_path_factory.mktemp("cli") / "graph").path


def sentence(result: Result) -> str:
    """The one sentence of an error."""
    assert result.exit_code == 2 and result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith("reformkg: ")
    return line.removeprefix("reformkg: ")


# Asking


def test_rows_go_to_stdout_in_the_format_asked_for(graph: Path) -> None:
    query = "MATCH (r:Region)-[a:ADOPTED {status: 'pilot'}]->(i) RETURN r.name AS region, a.year AS year"
    assert json.loads(run("query", query, "--graph", graph, "--format", "json").stdout) == [
        {"region": "射洪县", "year": 2017}
    ]
    assert run("query", query, "--graph", graph, "--format", "csv").stdout.splitlines() == [
        "region,year",
        "射洪县,2017",
    ]


def test_the_graph_may_come_from_the_environment(graph: Path) -> None:
    done = process("query", "MATCH (d:Document) RETURN count(*) AS n", "--format", "jsonl", REFORMKG_GRAPH=str(graph))
    assert json.loads(done.stdout) == {"n": 3}


def test_a_query_is_read_from_stdin_with_parameters(graph: Path) -> None:
    text = "MATCH (r:Region {code: $code})\nRETURN r.name AS 地区, $n AS n".encode()
    done = run("query", "-", "-p", 'code="510903"', "-p", "n=3", "--graph", graph, "--format", "jsonl", stdin=text)
    assert json.loads(done.stdout) == {"地区": "船山区", "n": 3}


def test_a_named_query(graph: Path) -> None:
    done = run("query", "--named", "adoption_timeline", "-p", f"initiative={CENTRALISED}", "--graph", graph)
    assert done.exit_code == 0 and "射洪县" in done.stdout and "船山区" in done.stdout


def test_names_that_the_graph_lacks_are_told_of_typed_queries_only(graph: Path) -> None:
    assert "`nmae`" in run("query", "MATCH (r:Region) RETURN r.nmae", "--graph", graph).stderr
    assert run("query", "--named", "pilots_completed", "--graph", graph).stderr == ""


def test_output_into_a_file_takes_its_format_from_the_name(graph: Path, tmp_path: Path) -> None:
    done = run("query", "RETURN 1 AS n", "--graph", graph, "-o", tmp_path / "rows.csv")
    assert (done.exit_code, done.stdout) == (0, "")
    assert (tmp_path / "rows.csv").read_text(encoding="utf-8").splitlines() == ["n", "1"]


def test_a_limit_that_cuts_is_told(graph: Path) -> None:
    done = run("query", "MATCH (r:Region) RETURN r.name", "--limit", 2, "--graph", graph, "--format", "jsonl")
    assert len(done.stdout.splitlines()) == 2 and "more than 2 rows" in done.stderr


def test_why_explains_the_rules_below_the_rows_in_the_language_asked_for(graph: Path) -> None:
    done = run("why", "region/510922/射洪县", "--graph", graph)
    assert "SUCCEEDED_BY" in done.stdout
    assert "reformkg: ontology.region.succeeded_by: The lists of regions of two years" in done.stderr
    done = run("--lang", "zh", "why", "region/510922/射洪县", "--graph", graph)
    assert "reformkg: ontology.region.succeeded_by：前后两年的地区表" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["query", "MATCH (n RETURN n"], "line 1, column"),
        (["query", "CREATE (n:Region)"], "CREATE"),
        (["query", "MATCH (n) SET n.name = 'x'"], "SET"),
        (["query"], "give either CYPHER or --named"),
        (["query", "RETURN 1", "-p", "x"], "write -p name=value"),
        (["query", "--named", "adoption_timelin"], "did you mean adoption_timeline?"),
        (["why", "region/1/1"], "nothing in this graph has the key"),
        (["export", "json", "-o", "x.json", "--region", "射洪镇"], "no region in this graph is called 射洪镇"),
        (["export", "json", "-o", "x.json", "--years", "1990"], "nothing in the graph meets all these options"),
        (["export", "csv", "-o", "-"], "csv is several files"),
        (["view", "-o", "no/such/folder/x.html"], "no/such/folder"),
    ],
)
def test_wrong_use_is_one_sentence(graph: Path, arguments: list[str], says: str) -> None:
    assert says in sentence(run(*arguments, "--graph", graph))


def test_no_graph_named_says_how_to_name_one() -> None:
    assert "--graph DIR" in sentence(run("query", "RETURN 1"))


def test_a_graph_that_is_none_is_refused(tmp_path: Path) -> None:
    assert "is not there; make it with: reformkg build" in sentence(run("query", "RETURN 1", "--graph", tmp_path / "g"))
    assert "is not a graph directory" in sentence(run("verify", tmp_path))


def test_an_unknown_command_or_option() -> None:
    assert "No such command 'biuld'; nearest: build" in sentence(run("biuld"))
    assert "No such option" in sentence(run("verify", "--fast", "x"))


# Sharing


def test_export_and_view_write_a_file_and_say_so(graph: Path, tmp_path: Path) -> None:
    done = run("export", "graphml", "-o", tmp_path / "g.graphml", "--region", "遂宁市", "--graph", graph)
    assert done.exit_code == 0 and done.stdout == "" and "nodes and" in done.stderr
    page = run("view", "-o", tmp_path / "g.html", "--initiative", "一网通办", "--graph", graph)
    assert page.exit_code == 0, page.stderr
    html = (tmp_path / "g.html").read_text(encoding="utf-8")
    assert "一网通办" in html and str(tmp_path) not in html


def test_export_to_stdout(graph: Path) -> None:
    raw = json.loads(run("export", "json", "-o", "-", "--as-of", 2018, "--graph", graph).stdout)
    assert [n["properties"]["year"] for n in raw["nodes"] if n["label"] == "Document"] == [2017]


# Checking


def test_verify_diff_and_coverage(graph: Path, tmp_path: Path) -> None:
    sound = run("verify", graph)
    assert (sound.exit_code, sound.stdout) == (0, "") and "no findings" in sound.stderr
    smaller = publish(tmp_path / "g", 1).path
    changed = run("diff", smaller, graph, "--format", "csv")
    assert changed.exit_code == 1 and "added,relationship,ADOPTED" in changed.stdout
    assert (run("diff", graph, graph).exit_code, run("diff", graph, graph).stdout) == (0, "")
    covered = run("coverage", graph, "--format", "jsonl")
    assert [json.loads(line)["region"] for line in covered.stdout.splitlines()] == ["遂宁市", "船山区", "射洪县"]


def test_a_matrix_of_coverage_has_a_column_for_each_year(graph: Path) -> None:
    rows = run("coverage", graph, "--matrix", "observing", "--format", "csv").stdout.splitlines()
    assert rows == [
        "code,region,level,2017,2018,2019",
        "510900,遂宁市,prefecture,,,",
        "510903,船山区,county,,1,",
        "510922,射洪县,county,1,,",
    ]
    assert run("coverage", graph, "--matrix", "--format", "csv").stdout.splitlines()[1].endswith(",,,1")


def test_conflicts_are_listed_with_the_sentence_of_each_side(tmp_path: Path) -> None:
    said = [("甲.txt", "2018年1月10日"), ("乙.txt", "2018年3月1日")]
    for file, day in said:
        (tmp_path / file).write_text(f"遂宁市2018年工作总结\n{day}，遂宁市行政审批局挂牌成立。\n遂宁市人民政府\n2019年1月8日\n")
    run("build", tmp_path, "-o", tmp_path / "graph")
    listed = run("conflicts", tmp_path / "graph", "--kind", "agency.established", "--format", "jsonl")
    rows = [json.loads(line) for line in listed.stdout.splitlines()]
    assert [(row["name"], row["values"]) for row in rows] == [("遂宁市行政审批局", ["2018-01-10", "2018-03-01"])] * 2
    assert {row["quote"] for row in rows} == {f"{day}，遂宁市行政审批局挂牌成立" for _, day in said}
    assert run("conflicts", tmp_path / "graph", "--kind", "policy.title").stdout == ""


def test_search_shows_sentences_and_tells_how_many(graph: Path) -> None:
    found = run("search", "试点", "--graph", graph, "--format", "jsonl")
    rows = [json.loads(line) for line in found.stdout.splitlines()]
    assert rows and all("试点" in row["sentence"] for row in rows)
    assert f"{len(rows)} sentences in" in found.stderr
    none = run("search", "没有这样的词", "--graph", graph)
    assert (none.stdout, none.stderr) == ("", "reformkg: 0 sentences in 0 documents\n")
    assert "no region in this graph is called 火星" in sentence(run("search", "试点", "--region", "火星", "--graph", graph))


def test_verify_ends_with_1_on_a_finding(tmp_path: Path) -> None:
    directory = publish(tmp_path / "g")
    (directory.generation / "nodes.parquet").write_bytes(b"")
    done = run("verify", directory.path, "--format", "jsonl")
    assert done.exit_code == 1
    assert json.loads(done.stdout)["subject"] == "nodes.parquet"


# Reading


def test_text_prints_what_the_spans_count_in(tmp_path: Path) -> None:
    (tmp_path / "遂宁.txt").write_bytes(REPORT_TEXT.encode("gb18030"))
    assert run("text", tmp_path / "遂宁.txt").stdout == REPORT_TEXT
    assert run("text", "-", stdin=REPORT_TEXT.encode()).stdout == REPORT_TEXT


def test_number_gives_normal_form_and_issuer_or_candidates() -> None:
    known = json.loads(run("number", "川办发[2016] 076号", "--format", "jsonl").stdout)
    assert (known["number"], known["issuer"]) == ("川办发〔2016〕76号", "四川省人民政府办公厅")
    open_one = json.loads(run("number", "府办发〔2016〕5号", "--format", "jsonl").stdout)
    assert open_one["issuer"] is None and open_one["candidates"]
    placed = json.loads(run("number", "府办发〔2016〕5号", "--region", "遂宁市", "--format", "jsonl").stdout)
    assert placed["issuer"] == "遂宁市人民政府办公室"
    assert "holds no document number" in sentence(run("number", "无"))


def test_a_reader_that_goes_away_is_no_error(graph: Path) -> None:
    query = "MATCH (a), (b) RETURN a.key, b.key"
    command = f'"{sys.executable}" cli.py query "{query}" --graph "{graph}" --format csv | head -1'
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, check=False)
    assert done.stdout.startswith(b"a.key") and done.stderr == b""


# Starting


@pytest.mark.parametrize("command", [["cli.py"], ["-m", "kg"]], ids=" ".join)
def test_the_command_line_from_a_checkout(command: list[str]) -> None:
    done = subprocess.run([sys.executable, *command, "--version"], cwd=ROOT, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (0, "") and done.stdout.endswith(f"version {__version__}\n")


# Help


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_says_itself(name: str) -> None:
    entry = COMMANDS[name]
    command = entry.load()
    assert command.name == name
    assert entry.en == click.Command.get_short_help_str(command, 120)
    assert isinstance(command, Command) and entry.zh == command.zh


def test_the_list_of_commands_is_in_the_language_asked_for() -> None:
    english, chinese = run("--help").stdout, run("--lang", "zh", "--help").stdout
    assert "  text       Print the text of FILE" in english and "knowledge graph" in english
    assert "  text       打印一份文献的文本" in chinese and "知识图谱" in chinese


def test_every_command_has_help_with_examples_in_both_languages() -> None:
    for name in COMMANDS:
        english, chinese = run(name, "--help").stdout, run("--lang", "zh", name, "--help").stdout
        assert f"reformkg {name}" in english, name
        assert any("\u4e00" <= c <= "\u9fff" for c in chinese.split("\n")[2]), name
        assert "示例" in chinese, name


def test_the_locale_chooses_the_language() -> None:
    environment = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN.UTF-8"}
    assert "检查图谱" in CliRunner(env=environment).invoke(main, ["verify", "--help"]).stdout


def test_text_goes_out_as_utf8_in_a_c_locale(graph: Path) -> None:
    done = process("query", "MATCH (r:Region {code: '510903'}) RETURN r.name", "--graph", graph, "--format", "csv",
                   LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")  # fmt: skip
    assert done.stdout.decode("utf-8").splitlines()[1] == "船山区"


@pytest.mark.parametrize(("lang", "told"), [("en", "about"), ("zh", "zh")])
def test_the_help_of_export_lists_every_format(lang: str, told: str) -> None:
    help_ = run("--lang", lang, "export", "--help").output
    assert all(f"{item.name} " in help_ and getattr(item, told) in help_ for item in FORMATS.values())


def test_an_interrupt_inside_code_made_of_a_text_ends_with_the_status_of_all_interrupts(tmp_path: Path) -> None:
    """Python remembers such an interrupt, whoever takes it, and would end the process by the signal."""
    (tmp_path / "interrupted.py").write_text(
        "import kg.cli\n"
        "from kg.commands.base import Entry\n"
        "class Stopped(Entry):\n"
        "    def load(self):\n"
        "        exec('raise KeyboardInterrupt')\n"
        "kg.cli.main.table = {'text': Stopped('', '', '')}\n"
        "kg.cli.main(['text'])\n",
        encoding="utf-8",
    )
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    done = subprocess.run(
        [sys.executable, "-m", "interrupted"], env=os.environ | {"PYTHONPATH": path}, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr.decode().strip()) == (130, "reformkg: interrupted")
