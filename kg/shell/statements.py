"""What a user types in the shell: when it is whole, and what it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from cypher.errors import CypherError, ParameterError
from cypher.named import bare
from cypher.output import FORMATS
from cypher.tokens import tokenize
from kg.errors import SelectionError
from kg.shell.vocabulary import COMMANDS
from kg.subgraph.names import nearest


@dataclass(frozen=True, slots=True)
class Ask:
    """Cypher that is to be run, or with ``plan`` only planned."""

    query: str
    plan: bool = False


@dataclass(frozen=True, slots=True)
class AskNamed:
    """A named query, with texts by parameter."""

    name: str
    given: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Queries:
    """The named queries are asked for."""


@dataclass(frozen=True, slots=True)
class SetParameter:
    """A parameter is to have a value (empty: none any more); without a name all are to be shown."""

    name: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class SetFormat:
    """Rows are to be written in this format; without one it is asked which that is."""

    form: str = ""


@dataclass(frozen=True, slots=True)
class Help:
    """The commands are asked for."""


@dataclass(frozen=True, slots=True)
class Quit:
    """The shell is to end."""


Statement = Ask | AskNamed | Queries | SetParameter | SetFormat | Help | Quit
_WORDS = {"help": ":help", "?": ":help", "exit": ":quit", "quit": ":quit", "\\q": ":quit", ":exit": ":quit"}
"""What people type that know other shells."""
_PARAMETER = re.compile(r"(?P<name>\w+)\s*(?:=>|=|:)\s*(?P<value>.*)", re.DOTALL)


def is_whole(text: str) -> bool:
    """Whether what was typed can be run: a command of one line, or Cypher up to its ``;``."""
    stripped = text.strip()
    if stripped.rstrip("; ").lower() in _WORDS:
        return True
    if not stripped or (stripped.startswith(":") and not stripped.startswith(":explain")):
        return True
    try:
        tokens = tokenize(stripped.removeprefix(":explain"))
    except CypherError:
        return stripped.endswith(";")
    return len(tokens) > 1 and tokens[-2].is_sign(";")


def understand(text: str) -> Statement | None:
    """What ``text`` asks for; None for nothing.

    Raises:
        SelectionError: it begins with a colon and is no command, or is a command that does not know what follows it.
        ParameterError: what follows a named query is no parameter.
    """
    stripped = text.strip()
    stripped = _WORDS.get(stripped.rstrip("; ").lower(), stripped)
    if not stripped.startswith(":"):
        return Ask(stripped) if stripped.strip("; \n") else None
    command, _, rest = stripped.partition(" ")
    match command.rstrip(";"):
        case ":named":
            return _named(rest.rstrip("; "))
        case ":queries":
            return Queries()
        case ":param" | ":params":
            return _parameter(rest.strip().removesuffix(";").rstrip())
        case ":format":
            return _format(rest.strip("; "))
        case ":explain":
            return Ask(rest.strip(), plan=True)
        case ":help":
            return Help()
        case ":quit":
            return Quit()
    near = nearest(command.rstrip(";"), COMMANDS)
    raise SelectionError(f"{command} is no command of the shell; there are {', '.join(COMMANDS)}{near}")


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


def _named(rest: str) -> AskNamed:
    name, *pairs = rest.split() or [""]
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
    return AskNamed(name, {parameter: bare(value) for parameter, value in found.items()})


def _parameter(rest: str) -> SetParameter:
    found = _PARAMETER.fullmatch(rest)
    if rest and not found:
        raise SelectionError(f"{rest} is no parameter; write :param name=value")
    return SetParameter(found["name"], found["value"].strip()) if found else SetParameter()


def _format(form: str) -> SetFormat:
    if form and form not in FORMATS:
        raise SelectionError(f"there is no format {form}; there are {', '.join(FORMATS)}{nearest(form, FORMATS)}")
    return SetFormat(form)
