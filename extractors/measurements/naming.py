"""What each figure of a sentence measures; a later one may go by what an earlier one does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from extractors.measurements.figures import Figure
from extractors.measurements.indicators import Words, deed_of, indicators, words_around
from extractors.measurements.joint import respective_names
from ontology.measurements import measurement_cues
from ontology.patterns import alternatives
from ontology.rules import Rule

_SHORTEST = 3  # characters of an indicator that does not say by itself what is measured
_BASE = 16  # characters of the earlier indicator that tell which 审核率 it is
_AND = re.compile("[、和与及的]")
_KINDS = ("级", "类", "型")  # 省级 is of what was counted before
_RATE = ("率", "度")
_SHARES = frozenset((Rule.MEASUREMENT_RATIO, Rule.MEASUREMENT_SHARED))

Named = tuple[list[str], Rule]
"""The indicators of a figure, none where nothing says what it measures, and the rule that found them."""


@dataclass(slots=True)
class _Stated:
    """What the sentence has measured so far: the indicators that say it by themselves, with their phrases."""

    names: list[str] = field(default_factory=list)
    phrases: list[int] = field(default_factory=list)

    def add(self, name: str, phrase: int) -> None:
        self.names.append(name)
        self.phrases.append(phrase)

    def base(self, phrase: int) -> str:
        """The last one of the same phrase (从60类减少到10类), else the first of the sentence."""
        return self.names[-1] if self.phrases[-1] == phrase else self.names[0]


@cache
def _bare_change() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives(measurement_cues().changes)})+")


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(alternatives(measurement_cues().deeds))


@cache
def _manner() -> re.Pattern[str]:
    return re.compile(f"(?:{alternatives(measurement_cues().no_owner)})+$")


def named(text: str, figures: Sequence[Figure]) -> list[Named]:
    """The names of the ``figures`` of one sentence, in their order."""
    joint = respective_names(text, figures)
    stated = _Stated()
    told: list[Named] = []
    verb, phrase = "", -1
    for index, figure in enumerate(figures):
        if figure.phrase[0] != phrase:
            phrase = figure.phrase[0]
            verb = deed_of(text[phrase : figure.quantity.start])
        words = words_around(text, figure, verb)
        names, rule = indicators(words, figure.quantity.unit)
        if index in joint:
            names, rule = [joint[index]], Rule.MEASUREMENT_SHARED
        names, rule = _completed(names, rule, words, stated, phrase)
        if not names and told:
            names, rule = told[-1][0][:1], Rule.MEASUREMENT_CONTINUED  # 三十日内答复，最长不超过六十日
        told.append((names, rule))
        if names and len(names[0]) > _SHORTEST and rule != Rule.MEASUREMENT_CONTINUED:
            stated.add(names[0], phrase)
    return told


def _completed(names: list[str], rule: Rule, words: Words, stated: _Stated, phrase: int) -> Named:
    """A bare verb or nothing at all goes by what the sentence measured before: 收到申请24件, 受理21件; 1批次共28卷."""
    changed = bool(names) and _bare_change().fullmatch(names[0]) is not None
    if not stated.names:
        rest = words.after.strip("”’\"')） ")
        return ([rest], Rule.MEASUREMENT_BEFORE) if not names and len(rest) > 1 else (names, rule)
    if changed:
        return [stated.names[-1] + names[0]], Rule.MEASUREMENT_CONTINUED
    if rule in _SHARES:
        rate = _of_rate(stated.names[-1])
        own = [name if len(name) > _SHORTEST else rate + name for name in names]
        return own or [stated.base(phrase)], rule
    if names and (len(names[0]) > _SHORTEST or rule == Rule.MEASUREMENT_BEFORE or _is_listed(names[0], words)):
        return names, rule
    base, verb = stated.base(phrase), names[0] if names else ""
    return [base if verb in base else f"{base}{verb}"], Rule.MEASUREMENT_CONTINUED


def _is_listed(name: str, words: Words) -> bool:
    """Whether a short name is the next of a list of things, not of what is done: 派出所2个、司法所3个."""
    listed = words.follows and words.before.startswith("、") and len(name) > 1
    return listed and not name.endswith(_KINDS) and not _deed_or_manner().match(name)


@cache
def _deed_or_manner() -> re.Pattern[str]:
    cues = measurement_cues()
    return re.compile(alternatives((*cues.deeds, *cues.steps, *cues.changes, *cues.no_owner)))


def _of_rate(base: str) -> str:
    """What an earlier indicator is of: 企业诉求 of 企业诉求办结率, nothing of 按时办结率."""
    if base.endswith(_RATE) and len(base) > _SHORTEST:
        base = _manner().sub("", base[:-_SHORTEST])
    if not base:
        return ""
    nouns = [base[deed.end() :] for deed in _deed().finditer(base)]
    noun = next((noun for noun in reversed(nouns) if len(noun) >= _SHORTEST), base).strip("“”《》")
    return noun if len(noun) <= _BASE else _AND.split(noun)[-1]
