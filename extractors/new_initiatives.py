"""Local initiatives that no list knows, found by the form of their names and by how the text presents them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.analysis import Analysis, Mention
from extractors.folding import fold
from extractors.initiative_forms import form_pattern
from ontology.new_initiatives import NewInitiativeCues, new_initiative_cues

_QUOTED = re.compile(r"[“‘「]([^“”‘’「」《》。！？；\n]{2,24})[”’」]")
_BREAK = re.compile(r"[，,。；;：:、！!？?\n《》“”‘’\"（）()\s]")
_TAIL = re.compile(r"[\u4e00-\u9fffA-Za-z]{0,12}")
_LONGEST = 30
_AROUND = 16


@dataclass(frozen=True, slots=True)
class NewName:
    """A local initiative named at a place."""

    mention: Mention
    name: str


def new_names(analysis: Analysis, taken: list[tuple[int, int]]) -> list[NewName]:
    """All names of local initiatives in the text, outside ``taken`` (sorted spans of other names), by position."""
    cues = new_initiative_cues()
    found = [*_quoted(analysis, cues), *_built(analysis, cues)]
    found.sort(key=lambda n: (n.mention.start, -n.mention.end))
    kept: list[NewName] = []
    for name in found:
        start, end = name.mention.start, name.mention.end
        if analysis.structure.is_furniture(start) or (kept and start < kept[-1].mention.end):
            continue
        kept.append(name)
    return kept


def _quoted(analysis: Analysis, cues: NewInitiativeCues) -> Iterator[NewName]:
    """“背靠背”评价系统, “清企通”平台, “罗江夜话”."""
    text = analysis.text
    for match in _QUOTED.finditer(text):
        inner = match[1]
        if cues.stop.search(fold(inner)) or _is_known(inner):
            continue
        tail = _tail(text, match.end(), cues)
        numbered = cues.numbered.fullmatch(fold(inner))
        brand = not numbered and cues.brand.search(inner)
        if not tail and not brand:
            continue
        if not cues.presented.search(text, max(0, match.start() - _AROUND), match.end() + len(tail) + 6):
            continue
        low, high = analysis.structure.clause_at(match.start())
        if not cues.subject.search(text, max(low, match.start() - 60), min(high, match.end() + 60)):
            continue
        start, end = match.start(), match.end() + len(tail)
        name = text[start:end] if tail else inner
        yield NewName(Mention(start, end, "initiative.numbered" if numbered else "initiative.quoted"), _tidy(name))


def _tail(text: str, position: int, cues: NewInitiativeCues) -> str:
    """The run after a closing quotation mark up to its head noun; empty where no head noun follows at once."""
    run = _TAIL.match(text, position)
    head = cues.quoted.search(run[0]) if run else None
    return run[0][: head.end()] if run and head and head.start() <= 6 else ""


def _built(analysis: Analysis, cues: NewInitiativeCues) -> Iterator[NewName]:
    """推行行政诉讼败诉案件分析报告制度, 建立投诉举报事项核查机制."""
    text = analysis.text
    for match in cues.head.finditer(text):
        low = max(0, match.start() - _LONGEST)
        run = _BREAK.split(text[low : match.start()])[-1]
        verb = cues.verb.search(run)
        if not verb or text[match.end() : match.end() + 1] in "化度":
            continue
        name = run[verb.end() :].lstrip("了") + match[0]
        if len(name) < cues.heads[match[0]] or not cues.subject.search(name):
            continue
        if cues.generic.search(name) or _is_known(name):
            continue
        yield NewName(Mention(match.end() - len(name), match.end(), "initiative.built"), name)


def _is_known(name: str) -> bool:
    """Whether ``name`` is hardly more than a form of a known initiative."""
    folded = fold(name)
    found = max((len(match[0]) for match in form_pattern().finditer(folded)), default=0)
    return len(folded) - found < 5 and found > 0


def _tidy(name: str) -> str:
    """``name`` without quotation marks that wrap all of it."""
    return name[1:-1] if name[0] in "“‘「" and name[-1] in "”’」" else name
