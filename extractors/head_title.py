"""The title that a document bears, and its own number."""

from __future__ import annotations

import re

from extractors.analysis import Analysis, FieldEvidence
from extractors.head_lines import Line, bare_line
from ontology.kinds import kind_cues

_LONGEST = 120
_NUMBER = re.compile(
    r"(?P<code>[\u4e00-\u9fff]{1,14}?)\s*[〔\[（(【﹝]\s*(?P<year>(?:19|20)\d\d)\s*[〕\]）)】﹞]\s*第?\s*0*(?P<serial>\d{1,5})\s*号"
)
_ORDER = re.compile(r"(?:中华人民共和国)?(?P<organ>[\u4e00-\u9fff]{2,20}?)令\s*第?\s*0*(?P<serial>\d{1,4})\s*号")
_NOT_TITLE = re.compile(
    r"^[（(—-]|^(?:19|20)\d\d年\d+月|^来源|^时间|第[^，。]{1,20}[届次].{0,30}(?:会议|大会).{0,8}上[）)]?$"
)
_ATTACHMENT = re.compile(
    r"^(?:附件[\d一二三四五：:.]*)?(?P<name>.{4,80}?)\s*\.(?:pdf|docx?|wps|ofd)(?:下载)?$", re.IGNORECASE
)
_B = r"[ \t\u3000]*"
_WORK_REPORT = re.compile(
    rf"^{_B}(?P<title>[^\n，。]{{0,20}}政{_B}府{_B}工{_B}作{_B}报{_B}告(?:[（(][^）)\n]{{1,20}}[）)])?){_B}$",
    re.MULTILINE,
)


def find_title(analysis: Analysis) -> None:
    """Set the title: the metadata's, else the top lines', else a lone 政府工作报告 or an attachment's name."""
    head = analysis.head
    printed = analysis.source.metadata.get("title")
    if printed:
        head.title, head.evidence["title"] = bare_line(printed), FieldEvidence("metadata", "head.metadata")
        return
    for find, rule in ((_from_top, "head.title"), (_work_report, "head.title"), (_from_attachment, "head.attachment")):
        found = find(analysis)
        if found:
            title, start, end = found
            head.title, head.evidence["title"] = title, FieldEvidence("text", rule, start, end)
            return


def find_number(analysis: Analysis) -> None:
    """Set the document's own number: the metadata's, else the one that stands in a line of its own at the top."""
    head = analysis.head
    printed = analysis.source.metadata.get("number")
    if printed and (number := _normal(printed)):
        head.number, head.evidence["number"] = number, FieldEvidence("metadata", "head.metadata")
        return
    for line in analysis.top_lines:
        raw = analysis.text[line.start : line.end]
        match = _NUMBER.search(raw) or _ORDER.search(raw)
        if match and "《" not in raw[: match.start()] and len(raw) < 60:
            head.number = _normal(match[0])
            place = FieldEvidence("text", "head.number", line.start + match.start(), line.start + match.end())
            head.evidence["number"] = place
            return


def _normal(printed: str) -> str | None:
    match = _NUMBER.search(printed)
    if match:
        return f"{match['code']}〔{match['year']}〕{match['serial']}号"
    order = _ORDER.search(printed)
    return f"{order['organ']}令第{order['serial']}号" if order else None


def _from_top(analysis: Analysis) -> tuple[str, int, int] | None:
    block: list[Line] = []
    for line in analysis.top_lines:
        if _NOT_TITLE.search(line.bare) or _NUMBER.fullmatch(line.bare) or _ORDER.fullmatch(line.bare):
            if block and line.bare[:1] in "（(":
                break
            block = []
            continue
        block.append(line)
        title = "".join(part.bare for part in block)
        if len(title) > _LONGEST:
            block = [line]
            title = line.bare
        if kind_cues().ending(title) and len(title) >= 4:
            return title, block[0].start, line.end
    return None


def _work_report(analysis: Analysis) -> tuple[str, int, int] | None:
    match = _WORK_REPORT.search(analysis.text)
    return (bare_line(match["title"]), *match.span("title")) if match else None


def _from_attachment(analysis: Analysis) -> tuple[str, int, int] | None:
    for start, end in reversed(analysis.structure.lines[-4:]):
        raw = analysis.text[start:end]
        match = _ATTACHMENT.match(raw.strip())
        if match and kind_cues().ending(match["name"]):
            left = start + raw.index(match["name"])
            return bare_line(match["name"]), left, left + len(match["name"])
    return None
