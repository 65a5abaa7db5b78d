"""Column names in the reader's language, from ``columns.yaml``."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeVar

import yaml

from cypher.output.rows import Written

R = TypeVar("R", bound=Written)


@cache
def _names() -> dict[str, str]:
    text = (Path(__file__).parent / "columns.yaml").read_text(encoding="utf-8")
    return {str(name): str(chinese) for name, chinese in yaml.safe_load(text).items()}


def column_name(name: str, lang: str) -> str:
    """How the column, or the property, ``name`` is called in this language; as it is where it has no name there."""
    return _names().get(name.rpartition(".")[2], name) if lang == "zh" else name


def in_language(result: R, lang: str) -> R:
    """The result with its columns named in this language; a name stays where it has none, or where two would be one."""
    if lang != "zh":
        return result
    names = [column_name(name, lang) for name in result.columns]
    columns = tuple(new if names.count(new) == 1 else old for old, new in zip(result.columns, names, strict=True))
    return replace(result, columns=columns)
