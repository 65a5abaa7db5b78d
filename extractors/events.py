"""Dated happenings: bodies set up or abolished, pilots approved and started, launches, deciding meetings."""

from __future__ import annotations

import re
from functools import cache

from extractors.analysis import Analysis, DateMention, Event, InitiativeMention
from extractors.text.marks import CLAUSE_MARKS, COMMAS, HAN, PHRASE_MARKS
from extractors.text.numerals import TO_99
from ontology.events import EventKind, event_cues
from ontology.patterns import alternatives

_MONTH = len("2018-01")
_REACH = 60  # characters from a date within which its verb stands
_HEAD = 600  # characters of the head of a text, where a law says by whom it was passed
_ENDS = f"{CLAUSE_MARKS})）"
_TITLE = re.compile(r"《([^《》\n]{2,80})》")
_QUOTE = re.compile(rf"[“\"]([^“”\"\n]{{2,24}})[”\"][{HAN}]{{0,6}}")
_ORDINAL = re.compile(rf"第[{TO_99}\d]{{1,4}}次")
_BARE_MEETING = len("第十二次全体会议")
_MEETING_NAME = range(4, 61)  # characters
_BESIDE = 8  # characters beside a name in which is told how it is meant
_SUBJECT = re.compile(f"[{HAN}]{{4,20}}")


@cache
def _led() -> re.Pattern[str]:
    return re.compile(rf"^[日{COMMAS}\s]*(?:{alternatives(event_cues().led)})?[{COMMAS}\s]*")


@cache
def _names() -> tuple[re.Pattern[str], re.Pattern[str]]:
    cues = event_cues()
    suffix = alternatives(cues.bodies)
    body = rf"[{HAN}()（）]{{2,30}}?(?:{suffix})(?![{HAN}]{{0,2}}(?:{suffix}))"
    meeting = rf"[^{PHRASE_MARKS}\n]{{0,40}}?(?:{alternatives(cues.meetings)})"
    return re.compile(body), re.compile(meeting)


def extract(analysis: Analysis) -> list[Event]:
    """The events: at most one a date, by the first kind whose verb and subject are both there."""
    found: list[Event] = []
    dates = [d for d in analysis.dates if len(d.iso) >= _MONTH and not d.to_iso]
    for index, date in enumerate(dates):
        sentence = analysis.structure.sentence_at(date.start)
        if sentence[0] == sentence[1] or analysis.structure.is_furniture(date.start):
            continue
        if _is_open(analysis, date, sentence[0]):
            continue
        stop = _sentence_end(analysis, sentence)
        following = dates[index + 1].start if index + 1 < len(dates) else stop
        end = min(stop, following if following > date.end else stop, date.end + _REACH)
        found += _events(analysis, date, sentence, end)
    return found


def _is_open(analysis: Analysis, date: DateMention, low: int) -> bool:
    """Whether the date ends a span or is a deadline: 截至2024年12月, 2024年10月底前."""
    text, cues = analysis.text, event_cues()
    if cues.until.search(text[max(low, date.start - _BESIDE) : date.start]):
        return True
    return bool(cues.deadline.search(text[date.end : date.end + _BESIDE]))


def _sentence_end(analysis: Analysis, sentence: tuple[int, int]) -> int:
    """Where the sentence ends; the line of passing below a law's title runs on over the line's end."""
    if sentence[1] > _HEAD or analysis.text[sentence[1] - 1] in _ENDS:
        return sentence[1]
    return max(sentence[1], analysis.structure.sentence_at(sentence[1] + 1)[1])


def _events(analysis: Analysis, date: DateMention, sentence: tuple[int, int], end: int) -> list[Event]:
    text = analysis.text
    for kind in event_cues().kinds.values():
        verb = kind.pattern.search(text, date.end, end)
        if not verb:
            continue
        subjects = _subjects(analysis, kind, date, sentence, verb)
        if subjects:
            start = _fragment_start(text, sentence[0], date.start)
            stop = _fragment_end(text, verb.end(), sentence[1])
            region = _region(analysis, start, verb.end())
            return [
                Event(kind.kind, subject, region, date.iso, start, stop, kind.finds,
                      _decided_by(analysis, start, stop, subject))
                for subject in subjects
            ]  # fmt: skip
    return []


def _subjects(
    analysis: Analysis, kind: EventKind, date: DateMention, sentence: tuple[int, int], verb: re.Match[str]
) -> list[str]:
    text = analysis.text
    if kind.subject == "body":
        return _bodies(analysis, date, sentence, verb)
    named = [m for m in analysis.initiatives if sentence[0] <= m.mention.start < sentence[1]]
    if kind.subject == "meeting":
        subject = _meeting(text, date, verb, sentence[1])
    elif kind.subject == "session":
        subject = _session(text, date, verb)
    elif kind.subject in ("title", "act"):
        subject = _titled(analysis, sentence, verb, always=kind.subject == "act")
    elif kind.subject == "initiative":
        subject = _topic(analysis, named, date, verb)
    else:
        quoted = _QUOTE.search(text, sentence[0], verb.start())
        agencies = [a.name for a in analysis.agencies if sentence[0] <= a.mention.start < verb.start()]
        names = [m.name for m in named if m.mention.start < verb.start()]
        subject = quoted[1] if quoted else (agencies[-1] if agencies else (names[-1] if names else None))
    return [subject] if subject else []


def _topic(
    analysis: Analysis, named: list[InitiativeMention], date: DateMention, verb: re.Match[str]
) -> str | None:
    """The initiative of the clause behind the date, else the last one before it in the sentence, else in the line."""
    clause = _clause_end(analysis.text, verb.end())
    behind_verb = [m.name for m in named if verb.start() <= m.mention.start < clause]
    ahead = behind_verb[:1] or [m.name for m in named if date.start <= m.mention.start < clause]
    before = [m.name for m in named if m.mention.start < date.start]
    line = analysis.structure.line_at(date.start)[0]  # the paragraph's topic: 推动…改革。…区于…开始试运行
    topic = [m.name for m in analysis.initiatives if line <= m.mention.start < date.start]
    return next((names[-1] for names in (ahead, before, topic) if names), None)


def _clause_end(text: str, position: int) -> int:
    match = re.compile(f"[{PHRASE_MARKS}\n]").search(text, position, position + _REACH)
    return match.start() if match else position + _REACH


def _meeting(text: str, date: DateMention, verb: re.Match[str], end: int) -> str | None:
    """The meeting after 召开, with the body that holds it for 第三次会议."""
    after = _names()[1].match(text, verb.end(), end)
    name = re.sub(r"^(?:了|首次)+", "", after[0]) if after else ""
    holder = _led().sub("", text[date.end : verb.start()])
    if _ORDINAL.match(name):
        name = holder + name if len(name) <= _BARE_MEETING and "，" not in holder else _ORDINAL.sub("", name)
    return name if len(name) in _MEETING_NAME else None


def _session(text: str, date: DateMention, verb: re.Match[str]) -> str | None:
    """The meeting between the date and 通过."""
    name = _led().sub("", text[date.end : verb.start("cue")].replace("\n", ""))
    return name if len(name) in _MEETING_NAME else None


def _titled(analysis: Analysis, sentence: tuple[int, int], verb: re.Match[str], always: bool) -> str | None:
    """《…》 before the verb or right behind it; the document's own title for 本办法, and where there must be one."""
    text = analysis.text
    titles = _TITLE.findall(text, sentence[0], verb.start())
    if titles:
        return str(titles[-1])
    behind = _TITLE.search(text, verb.end(), min(sentence[1], verb.end() + _REACH))
    own = event_cues().own_title.pattern.search(text, sentence[0], verb.start())
    if own or (always and not behind):
        return analysis.head.title
    return behind[1] if behind else None


def _bodies(analysis: Analysis, date: DateMention, sentence: tuple[int, int], verb: re.Match[str]) -> list[str]:
    """The body behind the verb (成立了…中心), else those before it (…局、…局于…挂牌), else what stands there."""
    text = analysis.text
    near = [a for a in analysis.agencies if verb.end() <= a.mention.start <= verb.end() + 2]
    if near:
        return [near[0].name]
    before = [a for a in analysis.agencies if sentence[0] <= a.mention.start and a.mention.end <= verb.start()]
    touching = [a for a in before if a.mention.end >= date.start - 2]
    if touching:
        listed = [a.name for a in touching if a.mention.start >= date.end]
        return listed or [touching[-1].name]
    after = _names()[0].match(re.sub("^(?:了|首个)", "", text[verb.end() : min(sentence[1], verb.end() + 40)]))
    if after:
        return [after[0]]
    subject = re.sub(r"(?:正式|新|已)+$", "", _led().sub("", text[date.end : verb.start()]))
    return [subject] if _SUBJECT.fullmatch(subject) else []


def _region(analysis: Analysis, start: int, end: int) -> str | None:
    own = analysis.context.region
    named = [a.region for a in analysis.agencies if start <= a.mention.start < end and a.region]
    regions = [m.region.code for m in analysis.regions if start <= m.mention.start < end]
    return regions[0] if regions else (named[0] if named else (own.code if own else None))


def _decided_by(analysis: Analysis, start: int, end: int, subject: str) -> str | None:
    """The agency right before a word of deciding in the clause."""
    for agency in analysis.agencies:
        if start <= agency.mention.start < end and agency.name != subject:
            following = analysis.text[agency.mention.end : agency.mention.end + _BESIDE]
            if event_cues().decides.search(following):
                return agency.name
    return None


def _fragment_start(text: str, start: int, position: int) -> int:
    return max([text.rfind(mark, start, position) + 1 for mark in f"{CLAUSE_MARKS}{COMMAS}\n"] + [start])


def _fragment_end(text: str, position: int, end: int) -> int:
    match = re.compile(f"[{CLAUSE_MARKS}\n]").search(text, position, end)
    return match.start() if match else end
