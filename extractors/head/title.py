"""The title that a document bears."""

from __future__ import annotations

import re
from itertools import islice

from extractors.analysis import Analysis
from extractors.document import Fact, FieldEvidence, Head
from extractors.head.signature import issuer_lines
from extractors.numbers.grammar import find_numbers
from extractors.text.edges import Line, bare_line
from extractors.text.marks import BLANKS, HAN, YEAR
from extractors.text.titles import is_handed_out
from ontology.head_cues import head_cues
from ontology.kinds import kind_cues
from ontology.rules import Rule
from ontology.sections import section_cues

_LONGEST = 120
_ATTACHMENT = re.compile(
    r"^(?:附件[\d一二三四五：:.]*)?(?P<name>.{4,80}?)\s*\.(?:pdf|docx?|wps|ofd)(?:下载)?$", re.IGNORECASE
)
_B = f"[{BLANKS}]*"
_WORK_REPORT = re.compile(
    rf"^{_B}(?P<title>[^\n，。、；：【】（）()]{{0,20}}政{_B}府{_B}工{_B}作{_B}报{_B}告"
    rf"(?:[（(][^）)\n]{{1,20}}[）)])?){_B}$",
    re.MULTILINE,
)
_FIRST = 40  # lines within which a headline stands
_PARAGRAPH = 60  # characters that a paragraph below a headline has at least
_NOTICE = 1000  # characters in which a notice says what it hands out
_IN_BRACKETS = re.compile(r"《(?P<title>[^《》\n]{6,80})》")
_HEADLINE = re.compile(rf"(?:[{HAN}]{{2,12}}[：:])?[^。；：:…]{{5,60}}[^。；：:，,、]$")
_DAY_LINE = re.compile(rf"{YEAR}[-年./]\d{{1,2}}[-月./]\d{{1,2}}日?")


def find_title(analysis: Analysis) -> Fact | None:
    """The title: the metadata's, else the top lines', else a lone 政府工作报告 or an attachment's name."""
    printed = analysis.source.metadata.get("title")
    if printed:
        return bare_line(printed), FieldEvidence("metadata", Rule.HEAD_METADATA)
    for find, rule in _FINDERS:
        found = find(analysis)
        if found:
            title, start, end = found
            return title, FieldEvidence("text", rule, start, end)
    return None


def own_start(head: Head) -> int:
    """Where the document's own text begins: at its title, where that stands below a cover."""
    title = head.evidence.get("title")
    return title.start or 0 if title and title.rule == Rule.HEAD_UNDER_COVER else 0


def _from_top(analysis: Analysis) -> tuple[str, int, int] | None:
    """The first lines at the top that together end like a title."""
    block: list[Line] = []
    for index, line in enumerate(analysis.top_lines):
        if head_cues().no_title.search(line.bare) or _is_number(line.bare):
            block = []
            continue
        if block and not _joins(block[-1], line):
            block = []
        block.append(line)
        title = "".join(part.bare for part in block)
        if len(title) > _LONGEST:
            block = []
        elif kind_cues().ending(title) and len(title) >= 4:
            block += _rest(title, analysis.top_lines[index + 1 : index + 3])
            return "".join(part.bare for part in block), block[0].start, block[-1].end
    return None


def _is_number(line: str) -> bool:
    found = find_numbers(line)
    return bool(found) and len(line) - (found[0].end - found[0].start) <= 4


def _joins(above: Line, line: Line) -> bool:
    """Whether ``line`` goes on with a title that ``above`` begins."""
    cues = head_cues()
    if cues.goes_on.search(line.bare) or cues.needs_more.search(above.bare):
        return True
    if line.bare.startswith(above.bare):  # the issuer of a page's table, above a title that names it again
        return False
    return bool(cues.names_issuer.search(above.bare)) and not _WORK_REPORT.match(line.bare)


def _rest(title: str, following: list[Line]) -> list[Line]:
    """The lines that still belong to a title that seemed to end: …工作方案 / 的通知."""
    cues = head_cues()
    if cues.closing.search(title) or not cues.needs_more.search(title):
        return []
    for count, line in enumerate(following, 1):
        whole = title + "".join(part.bare for part in following[:count])
        if cues.closing.search(line.bare) and len(whole) <= _LONGEST and not cues.no_title.search(line.bare):
            return following[:count]
    return []


def _first_line(analysis: Analysis) -> tuple[str, int, int] | None:
    """A headline without any of the usual endings (news): the first line, above a paragraph or the page's own lines."""
    text, structure = analysis.text, analysis.structure
    filled = [(start, end) for start, end in islice(structure.lines, _FIRST) if text[start:end].strip()]
    first = next((i for i, (start, _) in enumerate(filled) if not structure.is_furniture(start)), None)
    if first is None or not analysis.top_lines or analysis.top_lines[0].start > filled[first][1]:
        return None
    line = analysis.top_lines[0]
    silenced = head_cues().no_title.search(line.bare) or section_cues().kind(line.bare)
    if silenced or not _HEADLINE.match(line.bare):
        return None
    below = [text[start:end].strip() for start, end in filled[first + 1 : first + 2]]
    told = any(_DAY_LINE.fullmatch(words) or head_cues().page_line.search(words) for words in below[:1])
    told = told or any(body.start >= line.end for body in issuer_lines(analysis)[:1])
    return (line.bare, line.start, line.end) if told or (below and len(below[0]) >= _PARAGRAPH) else None


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


def _handed_out(analysis: Analysis) -> tuple[str, int, int] | None:
    """What a notice without a title of its own hands out: 《…工作计划》已经同意，现印发给你们."""
    for match in _IN_BRACKETS.finditer(analysis.text, 0, _NOTICE):
        if is_handed_out(analysis.text, *match.span()) and kind_cues().ending(match["title"]):
            return bare_line(match["title"]), *match.span("title")
    return None


def _under_cover(analysis: Analysis) -> tuple[str, int, int] | None:
    """The title of the regulation that stands below the resolution approving it, or the report that files it."""
    cover = _from_top(analysis)
    if cover is None or not head_cues().cover.search(cover[0]):
        return None
    for match in _IN_BRACKETS.finditer(analysis.text, 0, _NOTICE):
        named = bare_line(match["title"])
        for start, end in analysis.structure.lines if kind_cues().ending(named) else ():
            line = analysis.text[start:end]
            if match.end() < start < _NOTICE and bare_line(line) == named:
                left = start + len(line) - len(line.lstrip())
                return named, left, start + len(line.rstrip())
    return None


_FINDERS = (
    (_under_cover, Rule.HEAD_UNDER_COVER),
    (_from_top, Rule.HEAD_TITLE),
    (_work_report, Rule.HEAD_TITLE),
    (_handed_out, Rule.HEAD_HANDED_OUT),
    (_from_attachment, Rule.HEAD_ATTACHMENT),
    (_first_line, Rule.HEAD_FIRST_LINE),
)
