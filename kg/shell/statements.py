"""What a user types in the shell: when it is whole, and what it asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from cypher.errors import CypherError, ParameterError
from cypher.named import load_named_query
from cypher.tokens import tokenize
from kg.errors import SelectionError
from kg.shell.vocabulary import COMMANDS


@dataclass(frozen=True, slots=True)
class Ask:
    """A query with its parameters.

    Attributes:
        query: Cypher.
        parameters: values by name.
        plan: whether only the plan is asked for.
        named: whether it is a named query, whose names are known to be right (``cypher.lint``).
    """

    query: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    plan: bool = False
    named: bool = False


@dataclass(frozen=True, slots=True)
class Help:
    """The commands are asked for."""


@dataclass(frozen=True, slots=True)
class Quit:
    """The shell is to end."""


def is_whole(text: str) -> bool:
    """Whether what was typed can be run: a command of one line, or Cypher up to its ``;``."""
    stripped = text.strip()
    if not stripped or (stripped.startswith(":") and not stripped.startswith(":explain")):
        return True
    try:
        tokens = tokenize(stripped.removeprefix(":explain"))
    except CypherError:
        return stripped.endswith(";")
    return len(tokens) > 1 and tokens[-2].is_sign(";")


def understand(text: str) -> Ask | Help | Quit | None:
    """What ``text`` asks for; None for nothing.

    Raises:
        SelectionError: it begins with a colon and is no command.
        CypherError: a named query that is not there, or wrong parameters for one.
    """
    stripped = text.strip()
    if not stripped.startswith(":"):
        return Ask(stripped) if stripped.strip("; \n") else None
    command, _, rest = stripped.partition(" ")
    match command.rstrip(";"):
        case ":named":
            return _named(rest.rstrip("; "))
        case ":explain":
            return Ask(rest.strip(), plan=True)
        case ":help":
            return Help()
        case ":quit":
            return Quit()
    raise SelectionError(f"{command} is no command of the shell; there are {', '.join(COMMANDS)}")


def statements(lines: Iterable[str]) -> Iterator[str]:
    """Whole statements from ``lines`` that no terminal sent; the last one needs no ``;``."""
    typed = ""
    for line in lines:
        typed += line
        if typed.strip() and is_whole(typed):
            yield typed
            typed = ""
    if typed.strip():
        yield typed


def _named(rest: str) -> Ask:
    name, *pairs = rest.split() or [""]
    query = load_named_query(name)
    found: dict[str, str] = {}
    last = ""
    for pair in pairs:
        parameter, equals, value = pair.partition("=")
        if equals:
            found[last := parameter] = value
        elif last:  # a value with spaces in it
            found[last] += f" {pair}"
        else:
            raise ParameterError(f"{pair} is no parameter; write :named {name} name=value")
    return Ask(query.text, query.parameters_from(found), named=True)
