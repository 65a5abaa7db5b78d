"""The functions that the adapter takes: their arguments, what they give, how the engine says them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cypher.translate.types import (
    BOOLEAN,
    FLOAT,
    INTEGER,
    NODE,
    NULL,
    RELATIONSHIP,
    STRING,
    Type,
    list_of,
    nullable,
    of_kinds,
    union,
)

_N = ("integer", "float")
_I = ("integer",)
_S = ("string",)
_L = ("list",)
_P = ("path",)
_SCALAR = ("boolean", "integer", "float", "string")
_TIME = ("date", "datetime", "localdatetime", "time", "localtime")


@dataclass(frozen=True, slots=True)
class Signature:
    """One function.

    Attributes:
        takes: the kinds that each argument may be of, the last one for all further ones; empty for any.
        gives: the type of the result, from those of the arguments.
        low: fewest arguments.
        high: most arguments.
        text: the call in the engine's words, ``{0}`` the first argument; empty for the same name and arguments.
    """

    takes: tuple[tuple[str, ...], ...]
    gives: Callable[[list[Type]], Type]
    low: int
    high: int
    text: str = ""


def _f(gives: Type, *takes: tuple[str, ...], low: int | None = None, text: str = "") -> Signature:
    return Signature(takes, lambda _: gives, len(takes) if low is None else low, len(takes), text)


def _like_first(*takes: tuple[str, ...], text: str = "") -> Signature:
    return Signature(takes, lambda types: types[0], len(takes), len(takes), text)


def _element(text: str = "") -> Signature:
    return Signature((_L,), lambda types: nullable(types[0].elements) if types[0].kinds else NULL, 1, 1, text)


def _or_null(kinds: tuple[str, ...], gives: Type, name: str) -> Signature:
    return Signature((("any",),), lambda _: gives, 1, 1, f"{name}:{','.join(kinds)}")


_STRINGS = list_of(STRING, nullable=True)

SIGNATURES: dict[str, Signature] = {
    # numbers
    "abs": _like_first(_N),
    "sign": _f(INTEGER, _N),
    "ceil": _f(FLOAT, _N),
    "floor": _f(FLOAT, _N),
    "sqrt": _f(FLOAT, _N),
    "exp": _f(FLOAT, _N),
    "log": _f(FLOAT, _N),
    "log10": _f(FLOAT, _N),
    "sin": _f(FLOAT, _N),
    "cos": _f(FLOAT, _N),
    "tan": _f(FLOAT, _N),
    "cot": _f(FLOAT, _N),
    "asin": _f(FLOAT, _N),
    "acos": _f(FLOAT, _N),
    "atan": _f(FLOAT, _N),
    "atan2": _f(FLOAT, _N, _N),
    "degrees": _f(FLOAT, _N),
    "radians": _f(FLOAT, _N),
    "haversin": _f(FLOAT, _N),
    "pi": _f(FLOAT),
    "e": _f(FLOAT, text="2.718281828459045"),
    "isnan": _f(BOOLEAN, _N, text="({0} <> {0})"),
    "round": _f(FLOAT, _N, _I, low=1),
    "rand": _f(FLOAT),
    # strings
    "toupper": _f(STRING, _S),
    "tolower": _f(STRING, _S),
    "upper": _f(STRING, _S, text="toUpper({0})"),
    "lower": _f(STRING, _S, text="toLower({0})"),
    "trim": _f(STRING, _S),
    "ltrim": _f(STRING, _S),
    "rtrim": _f(STRING, _S),
    "btrim": _f(STRING, _S, text="trim({0})"),
    "replace": _f(STRING, _S, _S, _S),
    "substring": _f(STRING, _S, _I, _I, low=2),
    "left": _f(STRING, _S, _I),
    "right": _f(STRING, _S, _I),
    "split": _f(_STRINGS, _S, _S),
    "char_length": _f(INTEGER, _S, text="size({0})"),
    "character_length": _f(INTEGER, _S, text="size({0})"),
    "tostring": _f(STRING, (*_SCALAR, *_TIME, "duration")),
    # conversions
    "tointeger": _f(INTEGER, _SCALAR),
    "tofloat": _f(FLOAT, ("integer", "float", "string")),
    "toboolean": _f(BOOLEAN, ("boolean", "integer", "string")),
    "tointegerornull": _or_null(_SCALAR, INTEGER, "toInteger"),
    "tofloatornull": _or_null(("integer", "float", "string"), FLOAT, "toFloat"),
    "tobooleanornull": _or_null(("boolean", "string"), BOOLEAN, "toBoolean"),
    "tostringornull": _or_null((*_SCALAR, *_TIME), STRING, "toString"),
    # lists
    "head": _element("{0}[0]"),
    "last": _element("{0}[-1]"),
    "tail": _like_first(_L),
    "range": _f(list_of(INTEGER), _I, _I, _I, low=2),
    "reverse": _like_first(("list", "string")),
    "size": _f(INTEGER, ("list", "string")),
    "coalesce": Signature(((),), lambda types: _coalesced(types), 1, 99),
    # nodes, relationships, paths, maps
    "labels": _f(_STRINGS, ("node",)),
    "type": _f(STRING, ("relationship",)),
    "startnode": _f(NODE, ("relationship",)),
    "endnode": _f(NODE, ("relationship",)),
    "keys": _f(_STRINGS, ("node", "relationship", "map")),
    "properties": Signature((("node", "relationship", "map"),), lambda types: types[0], 1, 1),
    "nodes": _f(list_of(NODE, nullable=True), _P),
    "relationships": _f(list_of(RELATIONSHIP, nullable=True), _P),
    "length": _f(INTEGER, _P),
    # dates and times
    "date": _f(of_kinds("date"), ("string", "map", *_TIME), low=0),
    "datetime": _f(of_kinds("datetime"), ("string", "map", *_TIME), low=0),
    "localdatetime": _f(of_kinds("localdatetime"), ("string", "map", *_TIME), low=0),
    "localtime": _f(of_kinds("localtime"), ("string", "map", *_TIME), low=0),
    "time": _f(of_kinds("time"), ("string", "map", *_TIME), low=0),
    "duration": _f(of_kinds("duration"), ("string", "map")),
    "duration.between": _f(of_kinds("duration"), ("date",), ("date",)),
    "duration.inmonths": _f(of_kinds("duration"), ("date",), ("date",)),
    "duration.indays": _f(of_kinds("duration"), ("date",), ("date",)),
    "timestamp": _f(INTEGER),
    "date.truncate": _f(of_kinds("date"), _S, ("date", "datetime", "localdatetime")),
    # predicates over values
    "isempty": _f(BOOLEAN, ("list", "string", "map")),
    "nullif": Signature(((), ()), lambda types: nullable(types[0]), 2, 2),
}

EXACT = "percentile of"
"""No query can call it so: a percentile, the number of values and the share, as ``grouping`` puts them together."""
SIGNATURES[EXACT] = Signature(((), (), ()), lambda types: types[0], 3, 3)

# Functions that Neo4j has and the engine has not, or answers otherwise; refused by name.
REFUSED: dict[str, str] = {
    "normalize": "normalize()",
    "valuetype": "valueType()",
    "randomuuid": "randomUUID(): it differs from run to run",
    "point": "points",
    "datetime.truncate": "datetime.truncate() (date.truncate() takes a datetime)",
    "localdatetime.truncate": "localdatetime.truncate() (date.truncate() takes a localdatetime)",
    "time.truncate": "time.truncate()",
    "localtime.truncate": "localtime.truncate()",
    "datetime.fromepoch": "datetime.fromEpoch()",
    "datetime.fromepochmillis": "datetime.fromEpochMillis()",
    "duration.inseconds": "duration.inSeconds() (duration.inDays() gives the days)",
    "tointegerlist": "toIntegerList()",
    "tofloatlist": "toFloatList()",
    "tobooleanlist": "toBooleanList()",
    "tostringlist": "toStringList()",
    "file": "file()",
    "linenumber": "linenumber()",
}

# Up to how many arguments Neo4j takes where the engine takes fewer.
MORE_ARGUMENTS = {"date.truncate": 3, "btrim": 2, "ltrim": 2, "rtrim": 2}

AGGREGATES: dict[str, tuple[str, ...]] = {
    "count": (),
    "collect": (),
    "sum": _N,
    "avg": _N,
    "min": (),
    "max": (),
    "stdev": _N,
    "stdevp": _N,
    "percentilecont": _N,
    "percentiledisc": _N,
}
PERCENTILES = frozenset({"percentilecont", "percentiledisc"})


def _coalesced(types: list[Type]) -> Type:
    joined = union(*types)
    if any(not kind.nullable and kind.kinds for kind in types):
        return Type(joined.kinds, False, joined.element, joined.fields, joined.stored)
    return joined
