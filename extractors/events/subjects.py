"""What a dated event happened to: a meeting, a document, an initiative or a brand, in the clause of its verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extractors.analysis import Analysis
from extractors.found import DateMention, InitiativeMention
from extractors.text.marks import COMMAS, HAN, PHRASE_MARKS
from extractors.text.numerals import TO_99
from extractors.text.runs import RUN_END, run_start
from extractors.text.starts import named_between
from ontology.events import EventKind, event_cues
from ontology.patterns import alternatives

_REACH = 60  # characters behind a verb in which its object stands
_BEFORE = 4  # characters between an initiative and the verb that it is the subject of
_LAWS = ("law", "measures", "decision")
_TOP = 600  # characters at the top of a law, where it says since when it is in force
_OPENING = 300  # characters of a news in which it says what it is about
_TITLE = re.compile(r"《([^《》\n]{2,80})》")
_OBJECT = re.compile(rf"[^{PHRASE_MARKS}\s《》]{{0,12}}《([^《》\n]{{2,80}})》")
_QUOTE = re.compile(rf"[“\"]([^“”\"\n]{{2,24}})[”\"][{HAN}]{{0,6}}")
_ORDINAL = re.compile(rf"第[{TO_99}\d]{{1,4}}次")
_BARE_MEETING = len("第十二次全体会议")
_MEETING_NAME = range(4, 61)  # characters
_SHORT_TITLE = 6  # characters up to which 《条例》 may stand for a longer title


@dataclass(frozen=True, slots=True)
class Happening:
    """A verb of ``kind`` behind ``date`` in the sentence ``sentence`` of the text."""

    analysis: Analysis
    kind: EventKind
    date: DateMention
    sentence: tuple[int, int]
    verb: re.Match[str]

    @property
    def text(self) -> str:
        """The text of the document."""
        return self.analysis.text

    @property
    def run(self) -> tuple[int, int]:
        """The run between marks that holds the verb; one that only opens it (2018年3月，…) holds the date."""
        start = run_start(self.text, self.sentence[0], self.verb.start())
        end = RUN_END.search(self.text, self.verb.end(), self.verb.end() + _REACH)
        return start, end.start() if end else self.verb.end() + _REACH

    def initiatives(self, start: int, end: int) -> Sequence[InitiativeMention]:
        """Those named in ``start:end``."""
        return named_between(self.analysis.initiatives, start, end)


def subject_of(happening: Happening) -> str | None:
    """The name of what happened; None where the clause does not tell it."""
    return _SUBJECTS[happening.kind.subject](happening)


def _meeting(happening: Happening) -> str | None:
    """The meeting after 召开, with the body that holds it for 第三次会议, or before it; only one on a reform."""
    text, verb, date = happening.text, happening.verb, happening.date
    after = _meetings().match(text, verb.end(), happening.sentence[1])
    name = re.sub(r"^(?:了|首次|的)+", "", after[0]) if after else ""
    holder = _led().sub("", text[date.end : verb.start()])
    if _ORDINAL.match(name):
        name = holder + name if len(name) <= _BARE_MEETING and "，" not in holder else _ORDINAL.sub("", name)
    if not name:
        before = _meetings().match(text, verb.start() - len(holder), verb.start())
        name = before[0] if before else ""
    return name if len(name) in _MEETING_NAME and _is_on_reform(happening, name) else None


def _is_on_reform(happening: Happening, meeting: str) -> bool:
    """Whether the meeting's name, its sentence or, in the news of a meeting, the whole text speaks of a reform."""
    analysis = happening.analysis
    if event_cues().reform.search(meeting):
        return True
    news = analysis.head.kind == "news" and happening.date.start < _OPENING
    return bool(analysis.initiatives if news else happening.initiatives(happening.verb.end(), happening.sentence[1]))


def _session(happening: Happening) -> str | None:
    """The meeting between the date and 通过."""
    words = happening.text[happening.date.end : happening.verb.start("cue")]
    name = re.sub("^召开的", "", _led().sub("", words.replace("\n", "")))
    return name if len(name) in _MEETING_NAME and not RUN_END.search(name) else None


def _title(happening: Happening) -> str | None:
    """《…》 before the verb or right behind it; the document's own title for 本办法."""
    return _titled(happening, always=False)


def _act(happening: Happening) -> str | None:
    """The same, and the document's own title where there is no other."""
    return _titled(happening, always=True)


def _titled(happening: Happening, always: bool) -> str | None:
    text, verb, (low, high) = happening.text, happening.verb, happening.sentence
    titles = list(_TITLE.finditer(text, low, verb.start()))
    if titles:
        return _whole_title(happening.analysis, titles[-1])
    behind = _OBJECT.match(text, verb.end(), high)
    own = event_cues().own_title.pattern.search(text, low, verb.start())
    below_title = happening.analysis.head.kind in _LAWS and verb.end() <= _TOP
    if own or (not behind and (always or below_title)):
        return happening.analysis.head.title
    return _whole_title(happening.analysis, behind) if behind else None


def _whole_title(analysis: Analysis, title: re.Match[str]) -> str:
    """The title as cited; for 《条例》 that of the document that it was said to stand for."""
    if len(title[1]) > _SHORT_TITLE:
        return title[1]
    defined = re.search(
        rf"《([^《》\n]{{2,80}})》[（(](?:以下|下)?简称:?《{re.escape(title[1])}》", analysis.text[: title.end()]
    )
    return defined[1] if defined else title[1]


def _initiative(happening: Happening) -> str | None:
    """The object behind the verb in its run, else the subject right before the verb; nothing of other clauses."""
    start, end = happening.run
    verb, text = happening.verb, happening.text
    if _is_not_done(text[happening.date.end : verb.start()]):
        return None
    behind = happening.initiatives(verb.start(), end)
    if behind:
        return behind[0].name
    before = [m for m in happening.initiatives(start, verb.start()) if verb.start() - m.mention.end <= _BEFORE]
    return before[-1].name if before else None


def _trial(happening: Happening) -> str | None:
    """The initiative of the clause, else what its paragraph is about: 推动…改革。…区于…开始试运行."""
    if _is_not_done(happening.text[happening.date.end : happening.verb.start()]):
        return None
    line = happening.analysis.structure.line_at(happening.date.start)[0]
    named = happening.initiatives(happening.verb.start(), happening.run[1])
    named = named[:1] or happening.initiatives(line, happening.verb.start())
    return named[-1].name if named else None


def _brand(happening: Happening) -> str | None:
    """A quoted name, an agency or an initiative before the verb, in its run."""
    start = min(happening.run[0], max(happening.sentence[0], happening.date.start))
    start = _run_start(happening.text, happening.sentence[0], start)
    verb = happening.verb
    quoted = _QUOTE.search(happening.text, start, verb.start())
    if quoted:
        return quoted[1]
    named = [a.name for a in named_between(happening.analysis.agencies, start, verb.start())]
    named = named or [m.name for m in happening.initiatives(start, verb.start())]
    return named[-1] if named else None


def _run_start(text: str, low: int, position: int) -> int:
    marks = [m.end() for m in RUN_END.finditer(text, low, position)]
    return marks[-1] if marks else low


def _is_not_done(before: str) -> bool:
    """Whether the words between a date and a verb, or a line's end, say that the deed is not that of the date."""
    return "\n" in before or event_cues().not_done.search(before) is not None


_SUBJECTS = {
    "initiative": _initiative,
    "trial": _trial,
    "meeting": _meeting,
    "session": _session,
    "title": _title,
    "act": _act,
    "brand": _brand,
}


@cache
def _led() -> re.Pattern[str]:
    return re.compile(rf"^[日{COMMAS}\s]*(?:{alternatives(event_cues().led)})?[{COMMAS}\s]*")


@cache
def _meetings() -> re.Pattern[str]:
    return re.compile(rf"[^{PHRASE_MARKS}\n]{{0,40}}?(?:{alternatives(event_cues().meetings)})")
