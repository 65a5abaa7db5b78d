"""What a module says as a program: its syntax tree without comments and docstrings, its imports, its texts."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(slots=True)
class Module:
    """One module.

    Attributes:
        code: the same text for the same program, whatever its comments, docstrings, layout and version of Python.
        imports: dotted names of what it imports, wherever in it; of ``from a import b`` both ``a`` and ``a.b``.
        texts: its string constants.
    """

    code: str = ""
    imports: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)


def read_module(source: bytes) -> Module:
    """The module whose file holds ``source``.

    Raises:
        SyntaxError: when it is no Python.
    """
    module = Module()
    parts: list[str] = []
    waiting: list[object] = [ast.parse(source)]
    while waiting:
        item = waiting.pop()
        if isinstance(item, ast.AST):
            if isinstance(item, (ast.Import, ast.ImportFrom)):
                module.imports |= set(_imported(item))
            parts.append(type(item).__name__)
            for name in item._fields:
                value = getattr(item, name, None)
                # Unlike ast.dump: each version of Python brings new fields, which hold nothing here.
                if value is not None and value != [] and name != "ctx":
                    parts.append(name)
                    waiting.append(_said(item) if isinstance(item, ast.JoinedStr) else value)
        elif isinstance(item, list):
            kept = [entry for entry in item if not _is_docstring(entry)]
            parts.append(f"[{len(kept)}")
            waiting += kept
        else:
            parts.append(ascii(item))
            if isinstance(item, str):
                module.texts.add(item)
    module.code = "\0".join(parts)
    return module


def _is_docstring(item: object) -> bool:
    """A string that stands alone, also one behind a constant."""
    return isinstance(item, ast.Expr) and isinstance(item.value, ast.Constant) and isinstance(item.value.value, str)


def _said(item: ast.JoinedStr) -> list[ast.expr]:
    """Its parts but for the empty one that Python 3.12 puts before the ``{width}`` of ``f"{name:{width}}"``."""
    return [part for part in item.values if not (isinstance(part, ast.Constant) and part.value == "")]


def _imported(item: ast.Import | ast.ImportFrom) -> Iterator[str]:
    opened = f"{item.module}." if isinstance(item, ast.ImportFrom) else ""
    yield from (opened + alias.name for alias in item.names)
    if opened:
        yield opened.removesuffix(".")
