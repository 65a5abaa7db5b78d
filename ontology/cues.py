"""Cues: words that decide what a text states, each an entry of data with its rule, its place and two sentences.

The data files group their cues into sets. A set asks one question of one kind of text (does the phrase call the
initiative a trial?) and is one regular expression when texts are read; what it says of rule, effect, side, reach and
stops holds for each of its cues that does not say otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from ontology.patterns import optional_parts
from ontology.rules import Rule

Effect = Literal["finds", "needs", "silences", "settles", "weighs"]
Reads = Literal["phrase", "before", "after", "clause", "line", "heading", "title", "name"]
Side = Literal["before", "after", "around", "phrase", "clause", "line", "heading", "title", "name"]

NAME = "_"
"""What stands for the name (of the initiative, the region, the document) in a phrase and in the sentences of a cue."""
_KEPT = 64  # texts of which a set keeps what it found
_INHERITED = ("rule", "effect", "side", "within", "stops", "opens", "closes")
# Where the name is in what a set reads: marked in a phrase; else the text ends, or begins, with it.
_NAME_AT = {"phrase": NAME, "before": r"\Z", "after": r"\A"}


def _listed(value: Any) -> Any:
    return (value,) if isinstance(value, str) else value


class Cue(BaseModel):
    """One cue: its words stand on one ``side`` of the name, at most ``within`` characters away, or anywhere there.

    Attributes:
        rule: the rules that it speaks for.
        effect: it ``finds`` their statement; they have none where it is missing (``needs``) or where it stands
            (``silences``); or it ``settles`` how the statement reads (which relation, whose deed).
        side: ``before``, ``after`` or ``around`` the name; what the set reads, where that has no name.
        words: any of them; what a word has in round brackets may be missing: 实现(了)全覆盖.
        pattern: a regular expression, where words cannot say it; around a name it holds ``_``.
        repeats: the words may stand several times in a row.
        then: words of which one must follow, after at most ``gap`` characters.
        within: how many characters there may be between the words and the name.
        stops: characters that neither ``gap`` nor ``within`` reaches over, as in a character class.
        not_after: words that must not stand right before it.
        not_before: words that must not follow within ``not_within`` characters.
        opens: it opens the text. closes: it ends it.
        must: a sentence in which it is found. must_not: a near one in which it is not. ``_`` stands for the name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: Annotated[tuple[Rule, ...], BeforeValidator(_listed), Field(min_length=1)]
    effect: Effect = "finds"
    side: Side
    words: tuple[str, ...] = ()
    pattern: str | None = None
    repeats: bool = False
    then: tuple[str, ...] = ()
    gap: int = 0
    within: int | None = None
    stops: str = ""
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_within: int = 0
    opens: bool = False
    closes: bool = False
    must: str
    must_not: str

    @model_validator(mode="after")
    def _is_whole(self) -> Cue:
        if bool(self.words) == bool(self.pattern):
            raise ValueError("a cue has either words or a pattern")
        if self.within is not None and self.side not in ("before", "after"):
            raise ValueError("only a cue before or after a name stands within a number of characters of it")
        if self.side in ("before", "after", "around") and not self.must.count(NAME) == self.must_not.count(NAME) == 1:
            raise ValueError(f"its sentences mark the name once, by {NAME}")
        return self

    def source(self, name: str) -> str:
        """The cue as a regular expression over a text in which ``name`` matches where the name stands."""
        reached = f"[^{self.stops}]" if self.stops else "."

        def within(characters: int) -> str:
            return f"{reached}{{0,{characters}}}" if characters else ""

        left = right = ""
        if self.then:
            right = f"{within(self.gap)}(?:{optional_parts(self.then)})"
        if self.not_before:
            right += f"(?!{within(self.not_within)}(?:{optional_parts(self.not_before)}))"
        left = "".join(f"(?<!{re.escape(word)})" for word in self.not_after)
        if self.within is not None and self.side == "after":
            left = name + within(self.within) + left
        elif self.within is not None:
            right += within(self.within) + name
        left, right = "^" * self.opens + left, right + "$" * self.closes
        found = self.pattern or optional_parts(self.words)
        found = f"(?:{found})+" if self.repeats else found
        return f"{left}(?:{found}){right}" if left or right else found


class CueSet(BaseModel):
    """Cues that answer one question, as one regular expression.

    Attributes:
        about: what it means where one of them is found.
        reads: what it is searched in: a ``phrase`` (the run between commas) in which ``_`` stands for the name, what
            stands ``before`` or ``after`` the name, a clause, line, heading or title, or the name itself.
        raw: whether that is the text as it stands, not folded.
        window: how many characters of it next to the name, or at its beginning, are looked at; None for all.
        lead: parts of a regular expression that stand before each cue. tail: and behind it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str
    rule: Annotated[tuple[Rule, ...], BeforeValidator(_listed)] = ()
    effect: Effect = "finds"
    reads: Reads
    raw: bool = False
    window: int | None = None
    lead: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    cues: Annotated[tuple[Cue, ...], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _inherit(cls, data: Any) -> Any:
        if not isinstance(data, dict) or not isinstance(data.get("cues"), list):
            return data
        common = {"side": data.get("reads")} | {name: data[name] for name in _INHERITED if name in data}
        cues = [common | cue if isinstance(cue, dict) else cue for cue in data["cues"]]
        only_of_cues = {"side", "within", "stops", "opens", "closes"}
        return {name: value for name, value in data.items() if name not in only_of_cues} | {"cues": cues}

    @model_validator(mode="after")
    def _compiles(self) -> CueSet:
        try:
            _ = self.pattern
        except re.error:
            for index, cue in enumerate(self.cues):
                try:
                    self.alone(cue)
                except re.error as error:
                    raise ValueError(f"cues.{index}: {cue.source(NAME)} is no regular expression: {error}") from error
            raise
        return self

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """All cues of the set in their order; the group ``cue`` is what stands between ``lead`` and ``tail``."""
        return self._joined(self.cues)

    def alone(self, cue: Cue) -> re.Pattern[str]:
        """One cue of the set, compiled by itself."""
        return self._joined((cue,))

    def search(self, text: str) -> re.Match[str] | None:
        """The first cue in ``text``, of which only the set's window counts."""
        return self._last(self.within_window(text))

    @cached_property
    def _last(self) -> Callable[[str], re.Match[str] | None]:
        """The search with what it found last: a page that says one clause thousands of times is looked at once."""
        return lru_cache(_KEPT)(self.pattern.search)

    def within_window(self, text: str) -> str:
        """The part of ``text`` that the set looks at."""
        if self.window is None:
            return text
        return text[-self.window :] if self.reads == "before" else text[: self.window]

    def _joined(self, cues: tuple[Cue, ...]) -> re.Pattern[str]:
        name = _NAME_AT.get(self.reads, "")
        either = "|".join(cue.source(name) for cue in cues)
        if self.lead or self.tail:
            either = f"{''.join(self.lead)}(?P<cue>{either}){''.join(self.tail)}"
        return re.compile(either)


def cue_sets(loaded: BaseModel, at: str = "") -> Iterator[tuple[str, CueSet]]:
    """The sets of a loaded data file, with the path of keys at which each stands there."""
    for name in type(loaded).model_fields:
        yield from _sets_in(getattr(loaded, name), f"{at}.{name}" if at else name)


def _sets_in(value: Any, at: str) -> Iterator[tuple[str, CueSet]]:
    if isinstance(value, CueSet):
        yield at, value
    elif isinstance(value, BaseModel):
        yield from cue_sets(value, at)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _sets_in(inner, f"{at}.{name}")
