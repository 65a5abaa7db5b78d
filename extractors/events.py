"""Dated happenings: bodies set up or abolished, pilots approved and started, launches, deciding meetings."""

from __future__ import annotations

import re
from functools import cache

from extractors.analysis import Analysis, DateMention, Event
from ontology.events import EventKind, event_cues
from ontology.measurements import alternatives

_MONTH = len("2018-01")
_REACH = 60  # characters from a date within which its verb stands
_TITLE = re.compile(r"《([^《》\n]{2,80})》")
_QUOTE = re.compile(r"[“\"]([^“”\"\n]{2,24})[”\"][\u4e00-\u9fff]{0,6}")
_OWN = re.compile(r"本(?:条例|办法|规定|细则|通知|意见|方案|决定|法|规则)")


@cache
def _names() -> tuple[re.Pattern[str], re.Pattern[str]]:
    cues = event_cues()
    suffix = alternatives(cues.bodies)
    body = rf"[\u4e00-\u9fff()（）]{{2,30}}?(?:{suffix})(?![\u4e00-\u9fff]{{0,2}}(?:{suffix}))"
    meeting = rf"[^,，。;；:：\n]{{0,40}}?(?:{alternatives(cues.meetings)})"
    return re.compile(body), re.compile(meeting)


def extract(analysis: Analysis) -> None:
    """Fill ``analysis.events``: at most one event a date, by the first kind whose verb and subject are both there."""
    dates = [d for d in analysis.dates if len(d.iso) >= _MONTH and not d.to_iso]
    for index, date in enumerate(dates):
        sentence = analysis.structure.sentence_at(date.start)
        if sentence[0] == sentence[1] or analysis.structure.is_furniture(date.start):
            continue
        following = dates[index + 1].start if index + 1 < len(dates) else sentence[1]
        end = min(sentence[1], following if following > date.end else sentence[1], date.end + _REACH)
        event = _event(analysis, date, sentence, end)
        if event:
            analysis.events.append(event)


def _event(analysis: Analysis, date: DateMention, sentence: tuple[int, int], end: int) -> Event | None:
    text = analysis.text
    for kind in event_cues().kinds:
        verb = kind.verb.search(text, date.end, end)
        if not verb:
            continue
        subject = _subject(analysis, kind, date, sentence, verb)
        if subject:
            start = _fragment_start(text, sentence[0], date.start)
            stop = _fragment_end(text, verb.end(), sentence[1])
            return Event(
                kind.kind, subject, _region(analysis, start, verb.end()), date.iso, start, stop, kind.rule,
                _decided_by(analysis, start, stop, subject),
            )  # fmt: skip
    return None


def _subject(
    analysis: Analysis, kind: EventKind, date: DateMention, sentence: tuple[int, int], verb: re.Match[str]
) -> str | None:
    text = analysis.text
    if kind.subject == "meeting":
        return _meeting(text, date, verb, sentence[1])
    if kind.subject == "title":
        return _titled(analysis, sentence, verb)
    if kind.subject == "body":
        return _body(analysis, date, sentence, verb)
    named = [m for m in analysis.initiatives if sentence[0] <= m.mention.start < sentence[1]]
    if kind.subject == "initiative":
        ahead = [m.name for m in named if m.mention.start >= date.start]
        line = analysis.structure.line_at(date.start)[0]  # the paragraph's topic: 推动…改革。…区于…开始试运行
        topic = [m.name for m in analysis.initiatives if line <= m.mention.start < sentence[1]]
        return ahead[0] if ahead else (topic[-1] if topic else None)
    quoted = _QUOTE.search(text, sentence[0], verb.start())
    agencies = [a.name for a in analysis.agencies if sentence[0] <= a.mention.start < verb.start()]
    names = [m.name for m in named if m.mention.start < verb.start()]
    return quoted[1] if quoted else (agencies[-1] if agencies else (names[-1] if names else None))


def _meeting(text: str, date: DateMention, verb: re.Match[str], end: int) -> str | None:
    """The meeting after 召开, or the one between the date and 通过."""
    after = _names()[1].match(text, verb.end(), end)
    if verb[0].startswith("会议"):
        name = re.sub(r"^[日,，\s]*(?:经|由|在)?", "", text[date.end : verb.start() + 2])
    else:
        name = re.sub(r"^(?:了|首次|第[一二三四五六七八九十]+次)+", "", after[0]) if after else ""
    return name if 4 <= len(name) <= 60 else None


def _titled(analysis: Analysis, sentence: tuple[int, int], verb: re.Match[str]) -> str | None:
    text = analysis.text
    titles = _TITLE.findall(text, sentence[0], verb.start())
    if titles and not _OWN.search(text, sentence[0], verb.start()):
        return str(titles[-1])
    return analysis.head.title if _OWN.search(text, sentence[0], verb.start()) else None


def _body(analysis: Analysis, date: DateMention, sentence: tuple[int, int], verb: re.Match[str]) -> str | None:
    """The body behind the verb (成立了…中心), else the agency named last before it (…局于…挂牌成立)."""
    text = analysis.text
    near = [a for a in analysis.agencies if verb.end() <= a.mention.start <= verb.end() + 2]
    if near:
        return near[0].name
    before = [a for a in analysis.agencies if sentence[0] <= a.mention.start and a.mention.end <= verb.start()]
    touching = [a for a in before if a.mention.end >= date.start - 2]
    if touching:
        return touching[-1].name
    after = _names()[0].match(re.sub("^(?:了|首个)", "", text[verb.end() : min(sentence[1], verb.end() + 40)]))
    return after[0] if after else None


def _region(analysis: Analysis, start: int, end: int) -> str | None:
    own = analysis.context.region
    named = [a.region for a in analysis.agencies if start <= a.mention.start < end and a.region]
    regions = [m.region.code for m in analysis.regions if start <= m.mention.start < end]
    return regions[0] if regions else (named[0] if named else (own.code if own else None))


def _decided_by(analysis: Analysis, start: int, end: int, subject: str) -> str | None:
    """The agency right before 批复, 批准, 同意, 印发 in the clause."""
    for agency in analysis.agencies:
        if start <= agency.mention.start < end and agency.name != subject:
            following = analysis.text[agency.mention.end : agency.mention.end + 4]
            if re.match("(?:已|正式)?(?:批复|批准|同意|印发|决定|审议)", following):
                return agency.name
    return None


def _fragment_start(text: str, start: int, position: int) -> int:
    return max([text.rfind(mark, start, position) + 1 for mark in ",，;；\n"] + [start])


def _fragment_end(text: str, position: int, end: int) -> int:
    match = re.compile("[;；。\n]").search(text, position, end)
    return match.start() if match else end
