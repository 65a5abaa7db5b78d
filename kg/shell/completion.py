"""Completion by what stands before the cursor: a label after ``(n:``, a type after ``[:``, a property after ``n.``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document

from kg.shell.vocabulary import COMMANDS, FUNCTIONS, KEYWORDS, Vocabulary

_COMMAND = re.compile(r"\s*(?P<word>:\w*)")
_NAMED = re.compile(r"\s*:named\s+(?P<name>\w*)")
_PARAMETER = re.compile(r"\s*:named\s+(?P<query>\w+)\s+(?:\S+\s+)*(?P<word>\w*)")
_AFTER_TYPE = re.compile(r"\[[^\]()]*[:|]\s*(?P<word>\w*)")
_AFTER_LABEL = re.compile(r"[:|&!]\s*(?P<word>\w*)")
_AFTER_DOT = re.compile(r"\w\.(?P<word>\w*)")
_IN_MAP = re.compile(r"[({\[][^(){}\[\]]*\{(?:[^{}]*,)?\s*(?P<word>\w*)")
_WORD = re.compile(r"(?<!\w)(?P<word>\w+)")
_STRING = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")


class CypherCompleter(Completer):
    """Proposes what a ``Vocabulary`` has for the place of the cursor; nothing within a string."""

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
        elif named := _NAMED.fullmatch(before):
            yield named["name"], words.queries
        elif parameter := _PARAMETER.fullmatch(before):
            yield parameter["word"], [f"{name}=" for name in words.queries.get(parameter["query"], ())]
        elif not _in_string(before):
            yield from self._in_cypher(_STRING.sub("''", before))

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
