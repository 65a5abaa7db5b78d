"""The house rules: arrows run one way, no module is too long, every module says what it holds."""

from __future__ import annotations

import ast
from collections.abc import Iterator
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
LONGEST = 400


def modules() -> list[Path]:
    return [ROOT / "cli.py", *sorted(p for name in ARROWS for p in (ROOT / name).rglob("*.py"))]


def imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            yield node.module or ""


@pytest.mark.parametrize("path", modules(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_module_keeps_the_house_rules(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    home = path.relative_to(ROOT).parts[0].removesuffix(".py")
    ours = {name.split(".")[0] for name in imported(tree)} & set(ARROWS)
    assert ours <= ARROWS[home], f"{home} may not import {sorted(ours - ARROWS[home])}"
    assert len(text.splitlines()) <= LONGEST
    assert ast.get_docstring(tree), "a file opens with a sentence on what it holds"
