"""Completion by what stands before the cursor: a label after ``(n:``, a type after ``[:``, a name within quotes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from cypher.output import FORMATS
from kg.shell.vocabulary import COMMANDS, FUNCTIONS, KEYWORDS, Vocabulary

_COMMAND = re.compile(r"\s*(?P<word>:\w*)")
_NAMED = re.compile(r"\s*:named\s+(?P<name>\w*)")
_PARAMETER = re.compile(r"\s*:named\s+(?P<query>\w+)\s+(?:\S+\s+)*(?P<word>\w*)")
_VALUE = re.compile(r"\s*:named\s+(?P<query>\w+)\s+(?:\S+\s+)*(?P<name>\w+)=(?:\S*[,，、])?(?P<word>[^\s,，、=]*)")
_FORMAT = re.compile(r"\s*:format\s+(?P<word>\w*)")
_QUOTED = re.compile(r"['\"](?P<word>[^'\"\\]*)$")
_LABELLED = re.compile(r"\(\s*\w*\s*:\s*(?P<label>\w+)\s*\{[^(){}]*$")
_VARIABLE = re.compile(r"(?P<variable>\w+)\.name\s*(?:=|STARTS WITH|CONTAINS|ENDS WITH|IN\s*\[)[^()]*$", re.IGNORECASE)
_BOTH = ("Initiative", "Region")
_NAMED_BY = {"initiative": ("Initiative",), "initiatives": ("Initiative",), "region": ("Region",), "thing": _BOTH}
"""By the type of a parameter, the labels of what it may name."""
_AFTER_TYPE = re.compile(r"\[[^\]()]*[:|]\s*(?P<word>\w*)")
_AFTER_LABEL = re.compile(r"[:|&!]\s*(?P<word>\w*)")
_AFTER_DOT = re.compile(r"\w\.(?P<word>\w*)")
_IN_MAP = re.compile(r"[({\[][^(){}\[\]]*\{(?:[^{}]*,)?\s*(?P<word>\w*)")
_WORD = re.compile(r"(?<!\w)(?P<word>\w+)")
_STRING = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")


class CypherCompleter(Completer):
    """Proposes what a ``Vocabulary`` has for the place of the cursor; within a string, names of the graph."""

    def __init__(self, words: Vocabulary) -> None:
        self.words = words

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        """The words that may stand at the cursor and begin as what was typed."""
        before = document.text_before_cursor
        for typed, found in self._proposed(before):
            for word in found:
                if word.lower().startswith(typed.lower()) and word != typed:
                    yield Completion(word, start_position=-len(typed))

    def _proposed(self, before: str) -> Iterator[tuple[str, Iterable[str]]]:
        words = self.words
        if command := _COMMAND.fullmatch(before):
            yield command["word"], COMMANDS
        elif form := _FORMAT.fullmatch(before):
            yield form["word"], FORMATS
        elif named := _NAMED.fullmatch(before):
            yield named["name"], words.queries
        elif value := _VALUE.fullmatch(before):
            yield value["word"], self._values(value["query"], value["name"])
        elif parameter := _PARAMETER.fullmatch(before):
            yield parameter["word"], [f"{each.name}=" for each in words.queries.get(parameter["query"], ())]
        elif not _in_string(before):
            yield from self._in_cypher(_STRING.sub("''", before))
        elif quoted := _QUOTED.search(before):
            yield quoted["word"], self._names(_labels_before(before[: quoted.start()]))

    def _values(self, query: str, name: str) -> Iterator[str]:
        """What the parameter ``name`` of a named query may be."""
        for parameter in self.words.queries.get(query, ()):
            if parameter.name == name:
                yield from self._names(_NAMED_BY.get(parameter.type, ()))

    def _names(self, labels: Iterable[str]) -> Iterator[str]:
        for label in labels:
            yield from self.words.names(label)

    def _in_cypher(self, before: str) -> Iterator[tuple[str, Iterable[str]]]:
        words = self.words
        if found := _at_end(_AFTER_TYPE, before):
            yield found["word"], words.types
        elif found := _at_end(_AFTER_LABEL, before):
            yield found["word"], words.labels
        elif found := _at_end(_AFTER_DOT, before) or _at_end(_IN_MAP, before):
            yield found["word"], words.properties
        elif found := _at_end(_WORD, before):
            yield found["word"], (*KEYWORDS, *FUNCTIONS)


def _at_end(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The match that reaches the end of ``text`` and begins last."""
    return re.search(f"(?s:.*)(?:{pattern.pattern})$", text)


def _in_string(text: str) -> bool:
    left = _STRING.sub("", text)
    return "'" in left or '"' in left


def _labels_before(text: str) -> tuple[str, ...]:
    """The label of the node whose name is being typed: of its own pattern, or of the variable before ``.name``.

    Where neither tells it, an initiative or a region may be meant.
    """
    found = _LABELLED.search(text)
    if found is None and (variable := _VARIABLE.search(text)):
        found = re.search(rf"\(\s*{variable['variable']}\s*:\s*(?P<label>\w+)", text)
    return (found["label"],) if found else _BOTH
