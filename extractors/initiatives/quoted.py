"""Local initiatives named in quotation marks: “清企通”平台, “四个一”应急响应机制, “走找想促”“罗江夜话”等活动."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.analysis import Analysis
from extractors.initiatives.known import known_share
from extractors.text.folding import fold
from extractors.text.marks import HAN
from ontology.new_initiatives import NewInitiativeCues, new_initiative_cues
from ontology.no_initiatives import no_initiative_cues
from ontology.rules import Rule

# Quoted runs that follow each other share what stands before and behind them.
_GROUP = re.compile(
    r"(?:[“‘「][^“”‘’「」《》。！？；\n]{2,40}[”’」][、和及与]?){1,6}(?<![、和及与])"
    r'|"[^"“”‘’《》。！？；\n]{2,40}"'
)
_QUOTED = re.compile(r"[“‘「\"]([^“”‘’「」\"]{2,40})[”’」\"]")
_LONGEST = 24
_TAIL = re.compile(rf"(?![和与及的为之相])(?:[\[［〔]\d{{1,2}}[\]］〕])?等?(?:(?![等和与及])[{HAN}A-Za-z]){{0,14}}")
_LEAD = re.compile(rf"(?<![{HAN}])[{HAN}]{{2,16}}$")
# 双休日“不打烊”[19]服务: the number of a note is no part of the name.
_NOTE = re.compile(r"[\[［〔]\d{1,2}[\]］〕]")
_LONGEST_LEAD = 10
_VERSION = re.compile(r"[\d.+＋]*(?:版|改革|建设)?")
# Characters before and behind a group in which it must be shown off, and in which government must be spoken of.
# Campaigns and projects are of all fields, so that the word must be closer.
_BEFORE, _BEHIND, _AROUND, _CLOSE = 18, 10, 36, 18


def quoted_names(analysis: Analysis, governance: bool) -> Iterator[tuple[int, int, str, Rule]]:
    """Start, end, name and rule of each name in quotation marks.

    Args:
        analysis: the document.
        governance: whether it is wholly about government; else names that speak of other fields are left out.
    """
    cues, text = new_initiative_cues(), analysis.text
    for group in _GROUP.finditer(text):
        tail, shared = _tail(text, group.end(), cues)
        quotes = list(_QUOTED.finditer(text, group.start(), group.end()))
        names = [quote for quote in quotes if _may_name(quote[1], cues)]
        if not names or not _presented(analysis, group, tail, governance):
            continue
        branded = any(cues.brand.search(quote[1]) for quote in names)
        for quote in names:
            found = _name(text, quote, "" if shared or quote is not quotes[-1] else tail, bool(tail), branded, cues)
            if found and (governance or not no_initiative_cues().fields.search(found[2])) and _is_unknown(found[2]):
                yield found


def _may_name(inner: str, cues: NewInitiativeCues) -> bool:
    folded = fold(inner)
    if len(inner) > _LONGEST:
        return False
    if "、" in inner and not cues.numbered.fullmatch(folded) and not cues.listed.fullmatch(inner):
        return False
    return not no_initiative_cues().slogans.search(folded) and _is_unknown(folded)


def _is_unknown(name: str) -> bool:
    rest = known_share(fold(name))
    return rest is None or (len(rest) >= 3 and not _VERSION.fullmatch(rest))


def _tail(text: str, position: int, cues: NewInitiativeCues) -> tuple[str, bool]:
    """The run behind the quotes up to its head noun, and whether the noun stands for several (等活动)."""
    run = _TAIL.match(text, position)
    head = cues.quoted.search(run[0]) if run else None
    if not run or not head or head.start() > 8:
        return "", False
    return run[0][: head.end()], _NOTE.sub("", run[0]).startswith("等")


def _presented(analysis: Analysis, group: re.Match[str], tail: str, governance: bool) -> bool:
    """Whether the words around show the names off, in a phrase about government."""
    text, cues = analysis.text, new_initiative_cues()
    if governance and tail and cues.telling.search(tail):
        return True
    end = group.end() + len(tail)
    shown = tail and cues.telling.search(tail)
    if not shown and not cues.presented.search(text, max(0, group.start() - _BEFORE), end + _BEHIND):
        return False
    if governance:
        return True
    low, high = analysis.structure.clause_at(group.start())
    around = _CLOSE if tail and cues.campaign.search(tail) else _AROUND
    return bool(cues.subject.search(text, max(low, group.start() - around), min(high, end + around)))


def _name(
    text: str, quote: re.Match[str], tail: str, headed: bool, branded: bool, cues: NewInitiativeCues
) -> tuple[int, int, str, Rule] | None:
    """Start, end, name and rule of one quoted name; a brand goes without its noun, a number only with one."""
    start, end, inner = quote.start(), quote.end() + len(tail), quote[1]
    if cues.numbered.fullmatch(fold(inner)):
        lead = "" if len(tail) > 4 else _lead(text, start, cues)
        if not headed and not lead:
            return None
        return start - len(lead), end, _NOTE.sub("", text[start - len(lead) : end]), Rule.INITIATIVE_NUMBERED
    if (not headed and not branded) or ("、" in inner and not cues.listed_head.search(tail)):
        return None
    named = _NOTE.sub("", text[start:end]) if tail and not cues.brand.search(inner) else inner
    return start, end, named, Rule.INITIATIVE_QUOTED


def _lead(text: str, start: int, cues: NewInitiativeCues) -> str:
    """What a number in quotation marks is of: 行政执法“双系统”."""
    run = _LEAD.search(text[max(0, start - 17) : start])
    verb = max((m.end() for m in cues.verb.finditer(run[0])), default=0) if run else 0
    lead = run[0][verb:].lstrip("和与及") if run else ""
    if len(lead) > _LONGEST_LEAD or not cues.subject.search(lead) or no_initiative_cues().no_lead.search(lead):
        return ""
    return lead
