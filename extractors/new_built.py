"""Local initiatives named without quotation marks: a subject of government and a head noun behind a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.analysis import Analysis
from extractors.folding import fold
from extractors.initiative_forms import known_share
from ontology.new_initiatives import new_initiative_cues

_BREAK = re.compile(r"[，,。；;：:、！!？?\n《》“”‘’\"（）()\s]")
_LONGEST, _LONGEST_LIST = 30, 40
_REST = 6
_OPENING = re.compile("^(?:了|和|与|及|并|好|(?:全[国省市县区州盟]|[省市县区]级|自治区级|统一的?)(?!统一|办)){0,2}")
# 抓好甲制度、乙制度: the verb of a list stands before its first item.
_LIST = re.compile(r"[，。；：,;:\n]")


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
        if not verb and not _listed(text, match.start() - len(run)):
            continue
        name = _OPENING.sub("", run[verb.end() if verb else 0 :]) + match[0]
        if len(name) < cues.heads[match[0]] or cues.generic.search(name):
            continue
        if not governance and cues.fields.search(name):
            continue
        if not cues.subject.search(name) and not (verb and cues.first.search(verb[0])):
            continue
        rest = known_share(fold(name))
        # 营商环境投诉处理机制 says much behind a known form; 行政裁量权基准制度 says nothing more.
        if rest is None or (len(rest) >= _REST and fold(name).endswith(rest)):
            yield match.end() - len(name), match.end(), name, "initiative.built"


def _listed(text: str, start: int) -> bool:
    """Whether the run at ``start`` is a later item of a list that begins with a verb."""
    if text[start - 1 : start] != "、":
        return False
    before = _LIST.split(text[max(0, start - _LONGEST_LIST) : start])[-1]
    return bool(new_initiative_cues().verb.search(before[:6]))
