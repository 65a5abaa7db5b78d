"""The house rules: arrows run one way, modules are small, every module says what it holds."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
# Package → the packages of ours that it may import.
ARROWS = {
    "ontology": {"ontology"},
    "cypher": {"cypher", "ontology"},
    "extractors": {"extractors", "ontology"},
    "kg": {"kg", "cypher", "extractors", "ontology"},
    "cli": {"kg"},
}
# The rooms of the extractors from the top of the house to its ground: each may import those behind it in this list. One
# that is not listed is a layer of its own: it may import whatever stands behind the record, and nothing here imports it.
ROOMS = (
    "components", "pipeline", "version", "program", "steps", "record", "adoptions", "events", "measurements", "initiatives",
    "policies", "head", "agencies", "archives", "catalogues", "regions", "times", "analysis", "document", "found", "judges", "readers", "numbers", "text",
    "source",
)  # fmt: skip
LONGEST = 300
MEDIAN = 90
EMPTY = 8  # lines of an __init__ that only says what its package is


@cache
def modules() -> dict[str, Path]:
    """All modules of ours by their dotted names."""
    paths = [ROOT / "cli.py", *sorted(p for name in ARROWS for p in (ROOT / name).rglob("*.py"))]
    return {".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): p for p in paths}


@cache
def arrows(module: str) -> frozenset[str]:
    """The modules of ours that ``module`` imports, wherever in it."""
    found = set()
    for node in ast.walk(ast.parse(modules()[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: imports are absolute"
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= inner & modules().keys()
            found |= {str(node.module)} if inner - modules().keys() else set()
    return frozenset(name for name in found - {module} if name in modules())


def circles() -> Iterator[set[str]]:
    """Sets of modules each of which imports, in some steps, all others of its set (Tarjan's strongly connected ones)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    open_: list[str] = []
    found: list[set[str]] = []

    def visit(module: str) -> None:
        order[module] = low[module] = len(order)
        open_.append(module)
        for other in sorted(arrows(module)):
            if other not in order:
                visit(other)
                low[module] = min(low[module], low[other])
            elif other in open_:
                low[module] = min(low[module], order[other])
        if low[module] == order[module]:
            at = open_.index(module)
            found.append(set(open_[at:]))
            del open_[at:]

    for module in modules():
        if module not in order:
            visit(module)
    return (circle for circle in found if len(circle) > 1)


@pytest.mark.parametrize("module", modules())
def test_module_keeps_the_house_rules(module: str) -> None:
    text = modules()[module].read_text(encoding="utf-8")
    home = module.split(".", maxsplit=1)[0]
    ours = {name.split(".")[0] for name in arrows(module)}
    assert ours <= ARROWS[home], f"{home} may not import {sorted(ours - ARROWS[home])}"
    assert len(text.splitlines()) <= LONGEST
    assert ast.get_docstring(ast.parse(text)), "a file opens with a sentence on what it holds"


@pytest.mark.parametrize("module", [name for name in modules() if name.startswith("extractors.")])
def test_arrows_between_rooms_run_down(module: str) -> None:
    room = module.split(".")[1]
    below = ROOMS[ROOMS.index(room if room in ROOMS else "record") + 1 :]
    others = {name.split(".")[1] for name in arrows(module) if name.startswith("extractors.")} - {room}
    assert others <= set(below), f"{room} may not import {sorted(others - set(below))}"


def test_there_are_no_circles() -> None:
    assert list(circles()) == []


def test_half_of_the_modules_are_short() -> None:
    lengths = [len(path.read_text(encoding="utf-8").splitlines()) for path in modules().values()]
    assert statistics.median(length for length in lengths if length >= EMPTY) < MEDIAN


def test_pytest_enters_every_folder_of_tests(pytestconfig: pytest.Config) -> None:
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {path.parent for path in (ROOT / "tests").rglob("test_*.py")}
    named = {part for folder in folders for part in folder.relative_to(ROOT).parts}
    assert {"build", "tests"} <= named
    assert [name for name in sorted(named) if any(fnmatch(name, pattern) for pattern in passed_over)] == []
