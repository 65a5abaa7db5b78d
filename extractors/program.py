"""What a module says as a program: its syntax tree without comments and docstrings, its imports, its texts."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

_SPECIAL = frozenset({ast.Import, ast.ImportFrom, ast.JoinedStr})


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
            kind = type(item)
            if kind in _SPECIAL:
                _note(item, module)
            parts.append(kind.__name__)
            for name in kind._fields:
                value = getattr(item, name, None)
                # Unlike ast.dump: each version of Python brings new fields, which hold nothing here.
                if value is not None and value != [] and name != "ctx":
                    parts.append(name)
                    waiting.append(value)
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


def _note(item: ast.AST, module: Module) -> None:
    """Keep what is imported; take from an f-string the empty part that Python 3.12 puts before a ``{width}``."""
    if isinstance(item, ast.Import):
        module.imports |= {alias.name for alias in item.names}
    elif isinstance(item, ast.ImportFrom):
        module.imports |= {str(item.module), *(f"{item.module}.{alias.name}" for alias in item.names)}
    elif isinstance(item, ast.JoinedStr):
        item.values = [part for part in item.values if not (isinstance(part, ast.Constant) and part.value == "")]
