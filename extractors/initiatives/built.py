"""Local initiatives named without quotation marks: a subject of government and a head noun behind a verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.analysis import Analysis
from extractors.initiatives.known import known_share
from extractors.text.folding import fold
from extractors.text.marks import PHRASE_MARKS, QUOTES
from ontology.new_initiatives import new_initiative_cues
from ontology.no_initiatives import no_initiative_cues
from ontology.rules import Rule

_BREAK = re.compile(rf"[{PHRASE_MARKS}{QUOTES}、《》（）()\s]")
_LONGEST, _LONGEST_LIST = 30, 40
_REST = 5
# 抓好甲制度、乙制度: the verb of a list stands before its first item.
_LIST = re.compile(rf"[{PHRASE_MARKS}\n]")


def built_names(analysis: Analysis, governance: bool) -> Iterator[tuple[int, int, str, Rule]]:
    """Start, end, name and rule of each name built from verb, subject and head noun: 建立投诉举报事项核查机制.

    Args:
        analysis: the document.
        governance: whether it is wholly about government; else names that speak of other fields are left out.
    """
    cues, none, text = new_initiative_cues(), no_initiative_cues(), analysis.text
    for match in cues.head.finditer(text):
        run = _BREAK.split(text[max(0, match.start() - _LONGEST) : match.start()])[-1]
        verb = cues.verb.search(run)
        if not verb and not _listed(text, match.start() - len(run)):
            continue
        name = _without_verbs(run[verb.end() if verb else 0 :]) + match[0]
        if len(name) < cues.heads[match[0]]:
            continue
        if not cues.subject.search(name) and not (verb and cues.first.search(verb[0])):
            continue
        if (not governance and none.fields.search(name)) or none.generic.search(name):
            continue
        if not governance and _of_others(analysis, match.end() - len(name)):
            continue
        rest = known_share(fold(name))
        # 营商环境投诉处理机制 says much behind a known form; 行政裁量权基准制度 says nothing more.
        if rest is None or (len(rest) >= _REST and fold(name).endswith(rest)):
            yield match.end() - len(name), match.end(), name, Rule.INITIATIVE_BUILT


def _without_verbs(run: str) -> str:
    """``run`` without the verbs that lead to the name: 和完善…监管, 清单并完善相应监管."""
    cues = new_initiative_cues()
    verbs = [match for match in cues.verb.finditer(run) if run[: match.start()].endswith(cues.joining)]
    run = cues.earlier.sub("", run[verbs[-1].end() if verbs else 0 :])
    while True:
        run = cues.opening.sub("", run)
        verb = cues.verb.match(run)
        if not verb or cues.no_verb.match(run):
            return run
        run = run[verb.end() :]


def _of_others(analysis: Analysis, start: int) -> bool:
    """Whether the sentence tells others than the government to do it: 经营者应当建立…制度."""
    low = max(analysis.structure.clause_at(start)[0], start - _LONGEST_LIST * 2)
    told = (no_initiative_cues().others_do, no_initiative_cues().others_must)
    return any(cues.pattern.search(analysis.text, low, start) for cues in told)


def _listed(text: str, start: int) -> bool:
    """Whether the run at ``start`` is a later item of a list that begins with a verb."""
    if text[start - 1 : start] != "、":
        return False
    before = _LIST.split(text[max(0, start - _LONGEST_LIST) : start])[-1]
    return bool(new_initiative_cues().verb.search(before[:6]))
