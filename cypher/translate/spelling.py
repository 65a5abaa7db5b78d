"""How the engine spells names and strings: labels, types, properties, parameters."""

from __future__ import annotations

import re

from cypher.errors import UnsupportedCypherError
from cypher.translate.context import Context

PREFIX = "_p_"  # before every property: the engine has virtual `id`, `title`, `name`, `type` and `label` of its own
UNLABELLED = "__none__"  # the engine's label of a node that has none
_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def quoted(name: str) -> str:
    """A label, type or key as the engine reads it."""
    if "`" in name:
        raise UnsupportedCypherError("the embedded engine does not have names with a backtick in them")
    return f"`{name}`"


def stored(name: str) -> str:
    """A property's name in the engine."""
    full = PREFIX + name
    return full if _PLAIN.fullmatch(full) else quoted(full)


def quoted_parameter(name: str) -> str:
    """A parameter's name in the engine, which knows plain names only."""
    return "p_" + "".join(
        char if char.isascii() and (char.isalnum() or char == "_") else f"_{ord(char):x}_" for char in name
    )


def string(text: str, context: Context) -> str:
    """A string literal; one with quotes, escapes or control characters travels as a parameter."""
    if text.isprintable() and "'" not in text and "\\" not in text:
        return f"'{text}'"
    name = context.fresh("s")
    context.extra[name] = text
    return f"${name}"
