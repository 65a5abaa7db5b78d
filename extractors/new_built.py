"""Local initiatives named without quotation marks: a subject of government and a head noun behind a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.analysis import Analysis
from extractors.folding import fold
from extractors.initiative_forms import known_share
from ontology.new_initiatives import new_initiative_cues

_BREAK = re.compile(r"[，,。；;：:、！!？?\n《》“”‘’\"（）()\s]")
_LONGEST = 30
_OPENING = re.compile("^(?:了|和|与|及|并|好|(?:全[国省市县区州盟]|[省市县区]级|自治区级|统一的?)(?!统一|办)){0,2}")
# 抓好甲制度、乙制度: the verb of a list stands before its first item.
_LIST = re.compile(r"[，。；：,;:\n]")


def _listed(text: str, start: int) -> bool:
    if text[start - 1 : start] != "、":
        return False
    before = _LIST.split(text[max(0, start - 40) : start])[-1]
    return bool(new_initiative_cues().verb.match(before) or new_initiative_cues().verb.search(before[:6]))


def built_names(analysis: Analysis, governance: bool) -> Iterator[tuple[int, int, str, str]]:
    """Start, end, name and rule of each name built from verb, subject and head noun: 建立投诉举报事项核查机制.

    Args:
        analysis: the document.
        governance: whether it is wholly about government; else names that speak of other fields are left out.
    """
    cues, text = new_initiative_cues(), analysis.text
    for match in cues.head.finditer(text):
        run = _BREAK.split(text[max(0, match.start() - _LONGEST) : match.start()])[-1]
        verb = cues.verb.search(run)
        listed = None if verb else _listed(text, match.start() - len(run))
        if not verb and not listed:
            continue
        name = _OPENING.sub("", run[verb.end() if verb else 0 :]) + match[0]
        if len(name) < cues.heads[match[0]] or cues.generic.search(name):
            continue
        if not governance and cues.fields.search(name):
            continue
        if not cues.subject.search(name) and not (verb and cues.first.search(verb[0])):
            continue
        rest = known_share(fold(name))
        if rest is None or (len(rest) >= 6 and fold(name).endswith(rest)):
            yield match.end() - len(name), match.end(), name, "initiative.built"
