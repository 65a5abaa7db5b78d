"""Corrections through the commands: kept over rebuilds, told where they no longer apply, shown by why."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

import cli
from kg.build.build import build_graph
from kg.corrections import NONE
from kg.corrections.load import load_corrections
from kg.disk import GraphDirectory
from kg.stores.embedded import EmbeddedStore
from kg.subgraph.select import select
from kg.subgraph.selection import Selection
from kg.verify import verify

ROOT = Path(__file__).parents[3]
REPORT = "遂宁市2018年工作总结\n2018年，我市推行一网通办，设立综合窗口20个。\n遂宁市人民政府\n2019年1月8日\n"
SENTENCE = "我市推行一网通办"


def run(*arguments: object) -> Result:
    environment = {"REFORMKG_GRAPH": "", "LC_ALL": "C", "LANG": "en"}
    return CliRunner(env=environment).invoke(cli.main, [str(a) for a in arguments])


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    (folder / "遂宁.txt").write_text(REPORT, encoding="utf-8")
    return folder


def stanzas(graph: Path) -> list[dict[str, object]]:
    """The entries of the one adoption, as ``why`` prints them."""
    (edge,) = [e for e in GraphDirectory(graph).relationships() if e.type == "ADOPTED" and e.end.endswith("一网通办")]
    done = run("why", edge.key, "--as-correction", "--graph", graph)
    assert done.exit_code == 0, done.stderr
    assert f"# {edge.properties['quote']}" in done.stdout
    found: list[dict[str, object]] = yaml.safe_load(done.stdout)["statements"]
    return found


def adopted(graph: Path) -> list[str]:
    return [e.properties["rule"] for e in GraphDirectory(graph).relationships() if e.type == "ADOPTED"]


def contents(path: Path) -> dict[str, bytes]:
    return {p.relative_to(path).as_posix(): p.read_bytes() for p in sorted(path.rglob("*")) if p.is_file()}


@pytest.mark.slow
def test_what_why_prints_is_kept_over_rebuilds_until_it_is_left_out(reports: Path, tmp_path: Path) -> None:
    graph, file = tmp_path / "g", tmp_path / "c.yaml"
    build_graph([reports], graph, workers=1)
    plain = contents(graph)
    (entry,) = stanzas(graph)
    file.write_text(yaml.safe_dump({"statements": [entry]}, allow_unicode=True), encoding="utf-8")
    done = run("build", reports, "-o", graph, "--corrections", file)
    assert done.exit_code == 0 and "1 of 1 corrections apply; the graph keeps them" in done.stderr
    before = adopted(graph)
    entry |= {"verdict": "reject", "note": "only planned"}
    file.write_text(yaml.safe_dump({"statements": [entry]}, allow_unicode=True), encoding="utf-8")
    assert run("build", reports, "-o", graph, "--corrections", file).exit_code == 0
    assert len(adopted(graph)) == len(before) - 1
    rejected = contents(graph)
    assert run("build", reports, "-o", graph).exit_code == 0
    assert contents(graph) == rejected
    assert verify(GraphDirectory(graph)).findings == []
    shown = run("why", "region/510900/遂宁市", "--graph", graph).stderr
    assert "correction on line 2, reject adoption" in shown and "(only planned): applied" in shown
    assert run("build", reports, "-o", graph, "--no-corrections").exit_code == 0
    assert contents(graph) == plain


@pytest.mark.slow
def test_as_of_applies_them_too(reports: Path, tmp_path: Path) -> None:
    graph = tmp_path / "g"
    build_graph([reports], graph, workers=1)
    (entry,) = stanzas(graph)
    file = yaml.safe_dump({"statements": [entry | {"verdict": "reject"}]}, allow_unicode=True).encode()
    build_graph([reports], graph, workers=1, corrections=load_corrections(file, "c.yaml"))
    then = select(EmbeddedStore.open(graph), Selection(as_of=2019)).graph
    assert not [e for e in then.relationships("ADOPTED") if e.end == "initiative/一网通办"]


@pytest.mark.slow
def test_a_text_that_changed_is_told_and_the_graph_is_built(reports: Path, tmp_path: Path) -> None:
    graph, file = tmp_path / "g", tmp_path / "c.yaml"
    build_graph([reports], graph, workers=1)
    (entry,) = stanzas(graph)
    file.write_text(yaml.safe_dump({"statements": [entry | {"verdict": "reject"}]}), encoding="utf-8")
    changed = tmp_path / "r"
    changed.mkdir()
    (changed / "遂宁.txt").write_text(REPORT.replace("20个", "21个"), encoding="utf-8")
    done = run("build", changed, "-o", graph, "--corrections", file)
    assert done.exit_code == 1
    assert re.search(r"correction on line 2, reject adoption .*no longer applies: no document has this text", done.stderr)
    (outcome,) = GraphDirectory(graph).outcomes()
    assert not outcome.applied and adopted(graph)


@pytest.mark.slow
def test_kept_corrections_outlive_a_damaged_table(reports: Path, tmp_path: Path) -> None:
    graph = tmp_path / "g"
    source = "parents:\n- {initiative: 甲, parent: 一网通办}\n".encode()
    directory = build_graph([reports], graph, workers=1, corrections=load_corrections(source, "c.yaml")).directory
    assert directory is not None
    (directory.generation / "manifest.json").write_text("{")
    again = build_graph([reports], graph, workers=1)
    assert [outcome.about for outcome in again.corrected] == ["甲 in 一网通办"]
    assert build_graph([reports], graph, workers=1, corrections=NONE).corrected == ()


def test_wrong_use_is_told_before_anything_is_built(reports: Path, tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("statments: []", encoding="utf-8")
    done = run("build", reports, "-o", tmp_path / "g", "--corrections", file)
    assert done.exit_code == 2 and "there is no section statments" in done.stderr and not (tmp_path / "g").exists()
    both = run("build", reports, "-o", tmp_path / "g", "--corrections", file, "--no-corrections")
    assert both.exit_code == 2 and "exclude each other" in both.stderr


@pytest.mark.slow
def test_the_example_of_the_docs_applies(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "corrections.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```yaml\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    loaded = load_corrections(example.encode(), "corrections.yaml")
    report = build_graph([ROOT / "examples" / "reports"], tmp_path / "g", workers=1, corrections=loaded)
    assert len(report.corrected) == len(loaded) == 5
    assert [outcome.sentence() for outcome in report.corrected if not outcome.applied] == []
    assert report.directory is not None and verify(report.directory).findings == []


@pytest.mark.slow
def test_a_passing_is_corrected_in_the_head_of_its_regulation(tmp_path: Path) -> None:
    folder, graph, file = tmp_path / "laws", tmp_path / "g", tmp_path / "c.yaml"
    folder.mkdir()
    history = "（2019年3月2日遂宁市第七届人民代表大会常务委员会第三十次会议通过）"
    text = f"遂宁市政务服务条例\n{history}\n第一条 为了规范窗口服务，方便企业和群众办事，制定本条例。\n"
    (folder / "条例.txt").write_text(text, encoding="utf-8")
    build_graph([folder], graph, workers=1)
    (event,) = [n for n in GraphDirectory(graph).nodes() if n.properties.get("kind") == "passed"]
    done = run("why", event.key, "--as-correction", "--graph", graph)
    (entry,) = [e for e in yaml.safe_load(done.stdout)["statements"] if "passed" in e["is"]]
    assert (entry["kind"], entry["is"]) == ("document", {"passed": "2019-03-02"})
    changed = {"statements": [entry | {"is": {"passed": "2019-02-28"}}]}
    file.write_text(yaml.safe_dump(changed, allow_unicode=True), encoding="utf-8")
    assert run("build", folder, "-o", graph, "--corrections", file).exit_code == 0
    dates = [n.properties["date"] for n in GraphDirectory(graph).nodes() if n.properties.get("kind") == "passed"]
    assert dates == ["2019-02-28"] and verify(GraphDirectory(graph)).findings == []
