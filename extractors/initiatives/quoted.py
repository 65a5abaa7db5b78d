"""Names in quotation marks: “清企通”平台, “四个一”应急响应机制, “走找想促”“罗江夜话”等活动, 开店“一件事”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.initiatives.beginnings import beginning
from extractors.initiatives.candidates import PART, Candidate
from extractors.initiatives.words import Words
from extractors.text.folding import fold
from extractors.text.marks import HAN
from extractors.text.numerals import TO_99
from ontology.name_words import name_words
from ontology.new_initiatives import new_initiative_cues

# Quoted runs that follow each other share what stands before and behind them.
_GROUP = re.compile(
    r"(?:[“‘「][^“”‘’「」《》。！？；\n]{2,40}[”’」][、和及与]?){1,8}(?<![、和及与])"
    r'|"[^"“”‘’《》。！？；\n]{2,40}"'
)
_QUOTED = re.compile(r"[“‘「\"]([^“”‘’「」\"]{2,40})[”’」\"]")
_TAIL = re.compile(rf"(?![和与及的为之相])(?:[\[［〔]\d{{1,2}}[\]］〕])?等?(?:(?![等和与及的])[{HAN}A-Za-z]){{0,14}}")
_FURTHEST_NOUN = 8
# 双休日“不打烊”[19]服务: the number of a note is no part of the name.
_NOTE = re.compile(r"[\[［〔]\d{1,2}[\]］〕]")
_LONGEST_LEAD = 14
_LEAD = re.compile(rf"[{HAN}A-Za-z0-9]{{1,{_LONGEST_LEAD}}}$")
# A short form that the text defines is none of its names: （以下简称“三项措施”）.
_DEFINED = re.compile(r"以下(?:统称|简称|并称|合称)[为作]?[“‘「]([^”’」\n]{2,40})[”’」]")
_COUNT = re.compile(rf"^[{TO_99}百千万两几数多余\d]+[个项批件类]")  # 十个“一件事” are counted, not named
_JOINED = re.compile("[+＋]")  # “局长+专员”包联机制: two halves are no name without what they make together
_SHORT = 3
"""Characters up to which a quoted run says too little alone: 诉求“大管家”, “背靠背”评价系统."""


def quoted_candidates(words: Words) -> Iterator[Candidate]:
    """All quoted runs of a text, each with the noun behind its group and what leads to it."""
    text = words.text
    defined = {match[1] for match in _DEFINED.finditer(text)}
    for group in _GROUP.finditer(text):
        tail, shared = _tail(text, group.end())
        lead, verb = _lead(words, group.start())
        around = (group.start(), group.end() + len(tail))
        quotes = list(_QUOTED.finditer(text, group.start(), group.end()))
        for quote in (quote for quote in quotes if quote[1] not in defined):
            own = "" if shared or quote is not quotes[-1] else tail
            start, end, name = _name(text, quote, lead if quote is quotes[0] else "", own)
            yield Candidate(start, end, name, "quoted", around, verb, _NOTE.sub("", tail), lead, quote[1])


def is_numbered(inner: str) -> bool:
    """Whether a quoted run is one of numbers (“1+5”, “四全四新”), a name only together with its noun."""
    return bool(new_initiative_cues().numbered.fullmatch(fold(inner)))


def _tail(text: str, position: int) -> tuple[str, bool]:
    """The run behind the quotes up to its nouns, and whether these stand for several (等活动)."""
    run = _TAIL.match(text, position)
    nouns = name_words().nouns.search(run[0]) if run else None
    if not run or not nouns or nouns.start() > _FURTHEST_NOUN:
        return "", False
    return run[0][: nouns.end()], _NOTE.sub("", run[0]).startswith("等")


def _lead(words: Words, position: int) -> tuple[str, str]:
    """What stands between a verb and the quotation mark at ``position``, and the verb."""
    low = max(0, position - _LONGEST_LEAD)
    run = _LEAD.search(words.text[low:position])
    if not run:
        return "", ""
    first = low + run.start()
    start, verb = beginning(words, first, position)
    start -= first
    verbs = list(name_words().verb.finditer(run[0]))
    if verbs:  # a verb may stand right before the mark
        start, verb = max(start, verbs[-1].end()), verbs[-1][0]
    lead = run[0][start:].rpartition("的")[2]
    opening = name_words().opener.match(lead)
    lead = _COUNT.sub("", lead[opening.end() if opening else 0 :])
    joints = [joint.end() for joint in name_words().joining.finditer(lead)]
    joints += [told.end() for told in name_words().predicate.finditer(lead)]
    if joints:  # another name stands before it, or a subject: 落实甲机制和“三步”工作法, 败诉率持续“双下降”
        lead = lead[max(joints) :]
    return (lead if len(lead) > 1 else ""), verb  # one character is the last item of a list: 人、财、物“三清”行动


def _name(text: str, quote: re.Match[str], lead: str, tail: str) -> tuple[int, int, str]:
    """Start, end and name of a quoted run: what is quoted, with lead and noun where that says too little."""
    start, end, inner = quote.start(), quote.end(), quote[1]
    brief = len(inner) <= _SHORT and not name_words().service.search(inner)
    if inner.endswith(PART) and len(inner) <= _SHORT + 1 and lead:
        start -= len(lead)
        return start, end, re.sub("等(?=[“‘])", "", text[start:end])
    if is_numbered(inner) or (brief and tail and len(inner) == _SHORT):
        start -= len(lead) if len(tail) <= 4 and len(lead) <= 8 else 0
        end += len(tail)
        return start, end, _NOTE.sub("", text[start:end])
    if tail and _JOINED.search(inner):
        return start, end + len(tail), _NOTE.sub("", text[start : end + len(tail)])
    if brief and lead and not tail and len(lead) <= 4 and len(inner) == _SHORT:
        return start - len(lead), end, text[start - len(lead) : end]
    return start, end, _NOTE.sub("", inner)
