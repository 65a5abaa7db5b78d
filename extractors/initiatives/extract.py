"""The initiatives that a text speaks of: the known ones by their forms, local ones as the judge of names says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from extractors.analysis import Analysis
from extractors.found import InitiativeMention, Mention
from extractors.initiatives.known import known_forms
from extractors.initiatives.local import new_names
from extractors.text.folding import fold
from ontology.initiatives import initiative_table
from ontology.no_initiatives import no_initiative_cues
from ontology.rules import Rule

_HALF = 0.5  # of the characters of a name
_BEFORE = 20  # characters before a local name in which it may be told as given up


def extract(analysis: Analysis) -> list[InitiativeMention]:
    """The initiatives, in the order of the text."""
    known = known_mentions(analysis)
    local = [name for name in new_names(analysis, known) if not _is_given_up(analysis, name.mention)]
    listed, own = _Spans(known), _Spans(local)
    of_list = _Spans([mention for mention in known if not mention.new])
    local = [name for name in local if not listed.hide(name.mention) and not _is_told(name.mention, of_list)]
    known = [mention for mention in known if not (mention.new and own.hide(mention.mention))]
    return sorted([*known, *local], key=lambda m: (m.mention.start, m.mention.end, m.name))


def _is_given_up(analysis: Analysis, name: Mention) -> bool:
    """Whether what is named is told as replaced, before its first quotation mark: 取消过去的“…”模式."""
    quoted = analysis.text.find("“", name.start, name.end)
    start = name.start if quoted < 0 else quoted
    line = analysis.structure.line_at(start)
    return bool(no_initiative_cues().given_up.search(analysis.text[max(line[0], start - _BEFORE) : start]))


class _Spans:
    """Where names stand, longer ones of which hide those that are part of them."""

    def __init__(self, names: list[InitiativeMention]) -> None:
        """Know ``names``."""
        self._spans = sorted((name.mention.start, name.mention.end) for name in names)
        self._starts = [start for start, _ in self._spans]
        self._reach = [-1, *accumulate((end for _, end in self._spans), max)]

    def hide(self, name: Mention) -> bool:
        """Whether ``name`` is part of a longer one."""
        before, here = bisect_left(self._starts, name.start), bisect_right(self._starts, name.start)
        return self._reach[before] >= name.end or self._reach[here] > name.end

    def overlap(self, name: Mention) -> int:
        """The most characters of ``name`` that one of them takes."""
        most, index = 0, bisect_left(self._starts, name.end)
        while index and self._reach[index] > name.start:
            index -= 1
            start, end = self._spans[index]
            most = max(most, min(name.end, end) - max(name.start, start))
        return most


def _is_told(name: Mention, known: _Spans) -> bool:
    """Whether a form of a known initiative, words between its parts, is half of a name that a noun ends, or more."""
    return name.rule == Rule.INITIATIVE_BUILT and known.overlap(name) >= _HALF * (name.end - name.start)


def known_mentions(analysis: Analysis) -> list[InitiativeMention]:
    """The mentions of the initiatives on the list, and of the common ones beside it."""
    folded, structure = analysis.folded, analysis.structure
    others = initiative_table().others_titled(fold(analysis.head.title or ""))
    mentions = []
    for hit in known_forms(folded.text, analysis.context.year):
        start, end = folded.span(hit.start, hit.end)
        if hit.name not in others and not structure.is_furniture(start):
            mentions.append(InitiativeMention(Mention(start, end, hit.rule), hit.name, hit.new))
    return mentions
