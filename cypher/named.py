"""Named queries: Cypher in files whose opening comments are data, with typed parameters.

A file reads::

    // name: adoption_timeline
    // asks: When did each region adopt an initiative, and how?
    // zh: 各地何时、以何种方式采用某项改革？
    // param initiative: string = 相对集中行政许可权改革
    // returns: region, level, year
    MATCH …

A parameter is ``string``, ``int``, ``float`` or ``boolean``, or a text that names something in the graph: an
``initiative``, a ``region``, a ``policy`` (by its number), words of an ``indicator``, a ``thing`` of any kind, or
several ``initiatives`` with commas between them. Here such a text is only read; who has the graph looks up what it
names. A default, which may be empty, follows ``=``; a parameter without one must be given.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from cypher.errors import CypherError, ParameterError
from cypher.results import Result

FOLDER = Path(__file__).parent / "queries"
NAMING = ("initiative", "initiatives", "region", "policy", "indicator", "thing")
"""Types of parameters whose value names something in a graph."""
PARAMETER_TYPES = ("string", "int", "float", "boolean", *NAMING)
_PARAMETER = re.compile(r"param (?P<name>\w+): (?P<type>\w+)(?: = ?(?P<default>.*))?")


@dataclass(frozen=True, slots=True)
class QueryParameter:
    """One parameter: its name, one of ``PARAMETER_TYPES``, and its default as written, None where it must be given."""

    name: str
    type: str
    default: str | None

    def value(self, text: str) -> Any:
        """The value that a text stands for.

        Raises:
            ParameterError: the text is none of this type.
        """
        try:
            return _CONVERSIONS[self.type](text.strip())
        except (ValueError, KeyError) as error:
            raise ParameterError(
                f"the parameter {self.name} takes {_EXAMPLES[self.type]}, and {text!r} is none"
            ) from error


_BOOLEANS = {"true": True, "false": False}
_CONVERSIONS: dict[str, Any] = {
    "string": str,
    "int": int,
    "float": float,
    "boolean": lambda text: _BOOLEANS[text.lower()],
    **dict.fromkeys(NAMING, str),
    "initiatives": lambda text: [item.strip() for item in re.split(r"[,，、]", text.strip("[]")) if item.strip()],
}
_EXAMPLES = {
    "string": "a text",
    "int": "a whole number such as 2018",
    "float": "a number such as 0.5",
    "boolean": "true or false",
}


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """One named query.

    Attributes:
        name: what it is asked for by.
        asks: the question in English.
        zh: the question in Chinese.
        parameters: in the order of the file.
        returns: the columns that it announces.
        text: the whole file, whose comments Cypher passes over.
    """

    name: str
    asks: str
    zh: str
    parameters: tuple[QueryParameter, ...]
    returns: tuple[str, ...]
    text: str

    def defaults(self) -> dict[str, Any]:
        """The parameters that have a default, with it."""
        return {p.name: p.value(p.default) for p in self.parameters if p.default is not None}

    def parameters_from(self, pairs: Mapping[str, str]) -> dict[str, Any]:
        """The parameters of one call, from texts by name; defaults where nothing is given.

        Raises:
            ParameterError: a name that the query does not have, a text of another type, a parameter that is missing.
        """
        known = {p.name: p for p in self.parameters}
        for name in pairs:
            if name not in known:
                near = get_close_matches(name, known, 1, 0.5)
                hint = f"did you mean {near[0]}?" if near else f"it has {', '.join(known) or 'none'}"
                raise ParameterError(f"the query {self.name} has no parameter {name}; {hint}")
        values = self.defaults() | {name: known[name].value(text) for name, text in pairs.items()}
        missing = [name for name in known if name not in values]
        if missing:
            raise ParameterError(f"the query {self.name} needs {', '.join(missing)}; give it as name=value")
        return values


def text_of(value: Any) -> str:
    """The text that stands for a ``value`` among the parameters of a named query.

    >>> text_of(["一网通办", "最多跑一次"]), text_of(True)
    ('一网通办,最多跑一次', 'true')
    """
    if isinstance(value, list | tuple | set | frozenset):
        return ",".join(map(text_of, sorted(value) if isinstance(value, set | frozenset) else value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def bare(text: str) -> str:
    """``text`` without the quotation marks that somebody set around it."""
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" else text


def value_of(text: str) -> Any:
    """A parameter as JSON where it is JSON (2018, true, ["a"]), else as text, as what stands in quotation marks is.

    >>> value_of("2018"), value_of("'2018'"), value_of("一网通办")
    (2018, '2018', '一网通办')
    """
    try:
        return json.loads(text)
    except ValueError:
        return bare(text)


def load_named_query(name: str) -> NamedQuery:
    """The named query of this name.

    Raises:
        CypherError: there is none; names a near one.
    """
    queries = {query.name: query for query in named_queries()}
    if name not in queries:
        near = get_close_matches(name, queries, 1, 0.5)
        hint = f"did you mean {near[0]}?" if near else "`reformkg queries` lists them"
        raise CypherError(f"there is no named query {name!r}; {hint}")
    return queries[name]


def named_queries(folder: Path = FOLDER) -> tuple[NamedQuery, ...]:
    """All named queries of a folder, by name.

    Raises:
        CypherError: a file whose opening comments are not as they should be.
    """
    return _named_queries(folder)


def list_queries(lang: str = "en") -> Result:
    """The named queries as rows: ``name``, ``asks`` (``lang`` may be ``zh``), ``parameters``."""
    rows = tuple((q.name, q.zh if lang == "zh" else q.asks, _signature(q)) for q in named_queries())
    return Result(("name", "asks", "parameters"), rows)


def _signature(query: NamedQuery) -> str:
    return ", ".join(f"{p.name}: {p.type}" + ("" if p.default is None else f" = {p.default}") for p in query.parameters)


@cache
def _named_queries(folder: Path) -> tuple[NamedQuery, ...]:
    return tuple(read_named_query(path) for path in sorted(folder.glob("*.cypher")))


def read_named_query(path: Path) -> NamedQuery:
    """The named query of one file.

    Raises:
        CypherError: its opening comments are not as they should be.
    """
    text = path.read_text(encoding="utf-8")
    entries: dict[str, str] = {}
    parameters: list[QueryParameter] = []
    for line in text.splitlines():
        if not line.startswith("//"):
            break
        comment = line.removeprefix("//").strip()
        parameter = _PARAMETER.fullmatch(comment)
        if parameter:
            parameters.append(QueryParameter(parameter["name"], parameter["type"], parameter["default"]))
        else:
            name, _, value = comment.partition(":")
            entries[name.strip()] = value.strip()
    missing = [name for name in ("name", "asks", "zh", "returns") if not entries.get(name)]
    if missing or entries["name"] != path.stem or any(p.type not in PARAMETER_TYPES for p in parameters):
        problem = (
            f"lacks {', '.join(missing)}" if missing else "has another name than its file, or a parameter of no type"
        )
        raise CypherError(f"the named query in {path.name} {problem}")
    returns = tuple(column.strip() for column in entries["returns"].split(","))
    return NamedQuery(entries["name"], entries["asks"], entries["zh"], tuple(parameters), returns, text)
