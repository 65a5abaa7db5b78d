"""What the documents show runs: examples in docstrings, Python in the READMEs, the notebook."""

from __future__ import annotations

import doctest
import importlib
import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from kg import build_graph

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("kg", "cypher", "extractors", "ontology")
SHOWN = sorted(
    path.relative_to(ROOT)
    for package in PACKAGES
    for path in (ROOT / package).rglob("*.py")
    if ">>> " in path.read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the example reports and their graph, as the examples take a checkout to be."""
    root = tmp_path_factory.mktemp("checkout")
    shutil.copytree(ROOT / "examples", root / "examples")
    build_graph(root / "examples" / "reports", root / "out" / "graph")
    return root


@pytest.fixture
def inside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That folder as the current one."""
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.parametrize("path", SHOWN, ids=Path.as_posix)
def test_the_examples_in_docstrings(path: Path, inside: Path) -> None:
    found = doctest.testmod(importlib.import_module(".".join(path.with_suffix("").parts)))
    assert found.attempted and not found.failed


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_python_of_the_readme(readme: str, inside: Path) -> None:
    blocks = re.findall(r"^```python\n(.*?)^```", (ROOT / readme).read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        exec(compile(block, readme, "exec"), {})


@pytest.fixture(scope="module")
def notebook() -> list[dict[str, Any]]:
    """The code cells of the notebook."""
    text = (ROOT / "examples" / "adoption_curve.ipynb").read_text(encoding="utf-8")
    return [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]


def test_the_notebook_is_kept_without_outputs(notebook: list[dict[str, Any]]) -> None:
    assert [cell["id"] for cell in notebook if cell["outputs"] or cell["execution_count"]] == []


@pytest.mark.slow
def test_the_notebook_draws_a_curve(
    notebook: list[dict[str, Any]], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder / "examples")
    made: dict[str, Any] = {}
    for cell in notebook:
        exec(compile("".join(cell["source"]), cell["id"], "exec"), made)
    regions, curve = made["regions"], made["curve"]
    assert len(regions) > 1 and list(curve) == sorted(curve) and curve.iloc[-1] == len(regions)
    assert made["picture"].data.count("<circle") == len(curve)
    assert set(made["sentences"]["region"]) == set(regions["region"]) and made["sentences"]["quote"].str.len().min() > 0
