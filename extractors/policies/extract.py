"""The normative and working documents that a text cites, by title, by number, or by both as one entry."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace

from extractors.analysis import Analysis
from extractors.found import Mention, Policy
from extractors.numbers.grammar import NumberMention, find_numbers
from extractors.numbers.issuers import full_number, issuer_of
from extractors.policies.issuers import issuer_in_text, issuer_in_title
from extractors.policies.titles import (
    TitleSpan,
    bare_key,
    defined_titles,
    find_titles,
    is_document,
    is_short,
    names_issuer,
    pair_up,
    plain_key,
)
from extractors.text.folding import fold
from extractors.text.titles import is_handed_out, title_key
from ontology.patterns import alternatives
from ontology.policies import RELATIONS, policy_words
from ontology.rules import Rule

_BEFORE, _BEHIND = 24, 60  # characters around a document in which is told how it is meant
_BARE = 90  # characters before a number in which its title may stand without 《》
_NEAR = 100  # so many documents back a short title may reach
_RUN = re.compile(r"[)）]?[、，,和及与以\s]{0,3}")


@dataclass(slots=True)
class _Cited:
    """A document while its mentions are gathered."""

    number: str | None = None
    title: str | None = None
    issuer: str | None = None
    year: int | None = None
    relation: str = "cites"
    mentions: list[Mention] = field(default_factory=list)


def extract(analysis: Analysis) -> list[Policy]:
    """The documents cited, in the order of their first mentions."""
    gathered = _Gathered(analysis)
    found = [n for n in find_numbers(analysis.text) if not analysis.structure.is_furniture(n.start)]
    numbers = [replace(n, number=full_number(n.number, analysis.context.region)) for n in found]
    titles = [t for t in find_titles(analysis.text) if not analysis.structure.is_furniture(t.start)]
    gathered.note_own(titles)
    gathered.note_short(titles)
    pairs = pair_up(analysis.text, titles, numbers)
    taken = {number.start for number in pairs.values()}
    for title in titles:
        gathered.add_title(title, pairs.get(title.start))
    inside = [(t.start, t.end) for t in titles]
    for number in numbers:
        index = bisect_right(inside, (number.start, number.start)) - 1
        if number.start not in taken and not (index >= 0 and inside[index][1] > number.start):
            gathered.add_number(number)
    gathered.share_relations(analysis.text)
    return [
        Policy(c.number, c.title, c.issuer, c.year, c.relation, tuple(sorted(c.mentions, key=lambda m: m.start)))
        for c in sorted(gathered.all, key=lambda c: min(m.start for m in c.mentions))
    ]


class _Gathered:
    """The documents cited so far, found again by number and by title."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.all: list[_Cited] = []
        self._by_number: dict[str, _Cited] = {}
        self._by_title: dict[str, _Cited] = {}
        self._by_bare: dict[str, _Cited] = {}
        self._defined: dict[str, TitleSpan] = {}
        # Where the title before ends, and who issued it by the words before that: a title joined to it is theirs, too.
        self._run: tuple[int, str | None] = (0, None)
        own = analysis.head.title or ""
        self._own_title = title_key(own)
        # The plan that a notice hands out is the document itself; one that it forwards or amends is another.
        handing_out = alternatives(policy_words().handing_out)
        told = analysis.head.kind == "news"  # a headline tells of another's document
        handed_out = None if told else re.search(rf"(?:{handing_out})《(.+)》", own)
        self._handed_out = re.compile(r"(?!)" if told else rf"(?:{handing_out})\Z")
        self._own_titles = {self._own_title, title_key(handed_out[1]) if handed_out else self._own_title}

    def note_own(self, titles: list[TitleSpan]) -> None:
        """Note what the text hands out as its own: 现将《…》印发给你们, 《…》已经审议通过，现印发给你们."""
        if self.analysis.head.kind == "news":
            return
        self._own_titles |= {title.key for title in titles if is_handed_out(self.analysis.text, title.start, title.end)}

    def note_short(self, titles: list[TitleSpan]) -> None:
        """Note what the text calls documents in short (以下简称《目录》)."""
        self._defined = defined_titles(self.analysis.text, titles)

    def add_title(self, span: TitleSpan, number: NumberMention | None) -> None:
        """Note a title with the number that stands beside it."""
        if not number and span.key in self._defined and span.start > self._defined[span.key].end:
            self._add_defined(span)
        elif is_short(span.title) and not number:
            self._add_short(span)
        elif not self._is_numbered_own(number) and self._is_cited(span, number):
            self._add_cited(span, number)

    def _is_numbered_own(self, number: NumberMention | None) -> bool:
        return number is not None and str(number.number) == self.analysis.head.number

    def _is_cited(self, span: TitleSpan, number: NumberMention | None) -> bool:
        """Whether it is the title of another document: one with a number, or that ends as a document's does."""
        return not self._is_own(span) and (number is not None or is_document(span.title))

    def _add_cited(self, span: TitleSpan, number: NumberMention | None) -> None:
        end = number.end if number and number.start >= span.end else span.end
        cited = self._known(span, str(number.number) if number else None) or self._new()
        cited.title = _fuller(cited.title, span.title)
        self._by_title.setdefault(plain_key(span.title), cited)
        self._by_bare.setdefault(bare_key(span.title), cited)
        cited.year = cited.year or span.year
        if number:
            self._set_number(cited, number)
        titled = issuer_in_title(self.analysis, span)
        told = titled or issuer_in_text(self.analysis, span.start, end)
        run_end, run_issuer = self._run
        joined = run_issuer if _RUN.fullmatch(self.analysis.text, run_end, span.start) else None
        cited.issuer = told or cited.issuer or joined
        self._run = (end, joined if told is None else told if not titled and self._is_issued(span.start) else None)
        rule = Rule.POLICY_TITLE_NUMBER if number else Rule.POLICY_TITLE
        self._mention(cited, Mention(span.start, end, rule))

    def _is_issued(self, start: int) -> bool:
        """Whether a verb stands between the agency and the title at ``start``: …印发《…》《…》 are both of it."""
        agencies = self.analysis.agencies
        index = bisect_left(agencies, start, key=lambda agency: agency.mention.start) - 1
        return index >= 0 and agencies[index].mention.end < start

    def _new(self) -> _Cited:
        self.all.append(_Cited())
        return self.all[-1]

    def add_number(self, number: NumberMention) -> None:
        """Note a number that stands alone, with the title that it closes without brackets, if any."""
        if self._is_numbered_own(number):
            return
        text = self.analysis.text
        cited = self._by_number.get(str(number.number))
        start = number.start
        if cited is None:
            cited = self._new()
            self._set_number(cited, number)
            bare = policy_words().bare_title.search(text[max(0, start - _BARE) : start])
            if bare:
                start -= len(bare[0])
                start = self._opening(start)
                cited.title = re.sub(r"\s+", "", text[start : number.start]).rstrip("(（")
                self._by_title.setdefault(plain_key(cited.title), cited)
        stated = issuer_in_text(self.analysis, start, number.end)
        # 财政部 税务总局公告2023年第12号 is of both.
        joint = stated and number.number.written_out and cited.issuer and cited.issuer not in stated
        cited.issuer = f"{stated}、{cited.issuer}" if joint else stated or cited.issuer
        self._mention(cited, Mention(start, number.end, Rule.POLICY_NUMBER))

    def share_relations(self, text: str) -> None:
        """Documents in one run (按照《…》、《…》和《…》要求) are all implemented when one of them is."""
        places = sorted(((m.start, m.end, c) for c in self.all for m in c.mentions), key=lambda p: p[:2])
        for ordered in (places, places[::-1]):
            for (start, end, cited), (other_start, other_end, other) in itertools.pairwise(ordered):
                gap = text[end:other_start] if start < other_start else text[other_end:start]
                if cited.relation == "implements" and other.relation == "cites" and _RUN.fullmatch(gap):
                    other.relation = "implements"

    def _opening(self, start: int) -> int:
        """Where the agency begins that ends right before ``start``; ``start`` itself where none does."""
        agencies = self.analysis.agencies
        index = bisect_left(agencies, start, key=lambda agency: agency.mention.start) - 1
        return agencies[index].mention.start if index >= 0 and agencies[index].mention.end == start else start

    def _add_short(self, span: TitleSpan) -> None:
        """A title of one word means the last document named whose title ends so; without one it means nothing here."""
        word = span.key
        if self._own_title.endswith(word):
            return
        for cited in itertools.islice(reversed(self.all), _NEAR):
            title = re.sub(r"\([^()]*\)$", "", fold(cited.title or "")).rstrip('》"')
            if title.endswith(word) or f"{word}》" in title or f"{word}>" in title:
                self._mention(cited, Mention(span.start, span.end, Rule.POLICY_SHORT_TITLE))
                return

    def _add_defined(self, span: TitleSpan) -> None:
        """A title that the text defined means what it was defined for; where that is the document itself, none."""
        cited = self._known(self._defined[span.key], None)
        if cited:
            self._mention(cited, Mention(span.start, span.end, Rule.POLICY_SHORT_TITLE))

    def _known(self, span: TitleSpan, number: str | None) -> _Cited | None:
        if number and number in self._by_number:
            return self._by_number[number]
        same = self._by_title.get(plain_key(span.title)) or self._without_issuer(span)
        return same if same and not (number and same.number and same.number != number) else None

    def _without_issuer(self, span: TitleSpan) -> _Cited | None:
        """The document of the same title of which one writing says who issued it, and the other does not."""
        same = self._by_bare.get(bare_key(span.title))
        return same if same and names_issuer(same.title or "") != names_issuer(span.title) else None

    def _set_number(self, cited: _Cited, number: NumberMention) -> None:
        cited.number = cited.number or str(number.number)
        self._by_number.setdefault(str(number.number), cited)
        cited.year = number.year or cited.year
        # What is printed beside the title counts more than what the number implies.
        cited.issuer = cited.issuer or issuer_of(number.number, self.analysis.context.region)

    def _is_own(self, span: TitleSpan) -> bool:
        """Whether it is the document itself, or the plan that it hands out (《…》已经审议通过,现印发给你们)."""
        if span.key == "政府工作报告" and self.analysis.head.kind == "report":
            return (self.analysis.head.issuer or "").endswith("人民政府")
        at = self._own_title.find(span.key)
        if span.key in self._own_titles or (at > 0 and self._handed_out.search(self._own_title[:at])):
            return True
        return bool(policy_words().handed_out.search(self.analysis.text[span.end : span.end + _BEHIND]))

    def _mention(self, cited: _Cited, mention: Mention) -> None:
        cited.mentions.append(mention)
        relation = _relation(self.analysis.text, mention)
        cited.relation = max(cited.relation, relation, key=RELATIONS.index)


def _fuller(known: str | None, title: str) -> str:
    """The longer of two writings of one title; the known one where the number shows that another is meant."""
    if known is None:
        return title
    return max(known, title, key=len) if bare_key(known) == bare_key(title) else known


def _relation(text: str, mention: Mention) -> str:
    words = policy_words()
    before = fold(text[max(0, mention.start - _BEFORE) : mention.start])
    after = fold(text[mention.end : mention.end + 12])
    holding = [name for name, cues in words.relations_before.items() if cues.search(before)]
    holding += [name for name, cues in words.relations_after.items() if cues.search(after)]
    return max(holding, key=RELATIONS.index, default="cites")
