"""The title that a document bears."""

from __future__ import annotations

import re

from extractors.analysis import Analysis, Fact, FieldEvidence
from extractors.numbers.grammar import find_numbers
from extractors.text.edges import Line, bare_line
from extractors.text.marks import BLANKS, YEAR
from ontology.kinds import kind_cues
from ontology.rules import Rule
from ontology.sections import section_cues

_LONGEST = 120
_NOT_TITLE = re.compile(
    rf"^\W+$|^[（(—\-】\]]|^{YEAR}年\d+月|^(?:来源|时间|作者|附件|索引号|发布)|^[A-Za-z+\-\s|【】\[\]：:大中小]+$|[】\]]$"
    r"|第[^，。]{1,20}[届次].{0,30}(?:会议|大会).{0,8}上[）)]?$|会议文件|(?:省|市|县|区|州|盟|旗)长[：:\s]?.{2,4}$"
)
_ATTACHMENT = re.compile(
    r"^(?:附件[\d一二三四五：:.]*)?(?P<name>.{4,80}?)\s*\.(?:pdf|docx?|wps|ofd)(?:下载)?$", re.IGNORECASE
)
_B = f"[{BLANKS}]*"
_WORK_REPORT = re.compile(
    rf"^{_B}(?P<title>[^\n，。、；：【】（）()]{{0,20}}政{_B}府{_B}工{_B}作{_B}报{_B}告"
    rf"(?:[（(][^）)\n]{{1,20}}[）)])?){_B}$",
    re.MULTILINE,
)
# What the line above a title's last line may be: the issuer (…市人民政府 / 关于…), or words that need what follows.
_ISSUER_LINE = re.compile(r"(?:政府|局|委|办|厅|院|部|署|会|中心|办公室|公署|处|所|法院|检察院)$")
_GOES_ON = re.compile(r"^(?:关于|的|年度|及|和|与|暨|（|\(|《|“)")
_CLOSES = re.compile(
    r"(?:的|等)?(?:通知|意见|决定|决议|公告|通告|批复|通报|报告|函|说明|公示)(?:[（(][^（）()]{1,20}[）)])?$"
)
_HEADLINE = re.compile(r"[^。；：:…]{8,60}[^。；：:，,、]$")
_PAGE_LINE = re.compile(rf"来源|时间|发布|记者|作者|{YEAR}[-年./]\d{{1,2}}")
_OPEN_TITLE = re.compile(r"关于|印发|转发|批准|公布|《[^》]*$")


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


def _from_top(analysis: Analysis) -> tuple[str, int, int] | None:
    """The first lines at the top that together end like a title."""
    block: list[Line] = []
    for index, line in enumerate(analysis.top_lines):
        if _NOT_TITLE.search(line.bare) or _is_number(line.bare):
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
    if _GOES_ON.match(line.bare) or _OPEN_TITLE.search(above.bare):
        return True
    return bool(_ISSUER_LINE.search(above.bare)) and not _WORK_REPORT.match(line.bare)


def _rest(title: str, following: list[Line]) -> list[Line]:
    """The lines that still belong to a title that seemed to end: …工作方案 / 的通知."""
    if _CLOSES.search(title) or not _OPEN_TITLE.search(title):
        return []
    for count, line in enumerate(following, 1):
        whole = title + "".join(part.bare for part in following[:count])
        if _CLOSES.search(line.bare) and len(whole) <= _LONGEST and not _NOT_TITLE.search(line.bare):
            return following[:count]
    return []


def _first_line(analysis: Analysis) -> tuple[str, int, int] | None:
    """A headline without any of the usual endings (news): the first line, above a paragraph or the page's own lines."""
    lines = analysis.structure.lines
    first = next((i for i, (start, end) in enumerate(lines) if analysis.text[start:end].strip()), None)
    if first is None or not analysis.top_lines or analysis.top_lines[0].start > lines[first][1]:
        return None
    line = analysis.top_lines[0]
    plain = _HEADLINE.match(line.bare) and not _NOT_TITLE.search(line.bare) and not section_cues().kind(line.bare)
    after = (analysis.text[start:end].strip() for start, end in lines[first + 1 :])
    below = next((words for words in after if words), "")
    told = len(below) >= 60 or _PAGE_LINE.search(below)
    return (line.bare, line.start, line.end) if plain and told else None


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


_FINDERS = (
    (_from_top, Rule.HEAD_TITLE),
    (_work_report, Rule.HEAD_TITLE),
    (_from_attachment, Rule.HEAD_ATTACHMENT),
    (_first_line, Rule.HEAD_FIRST_LINE),
)
