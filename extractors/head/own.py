"""What a document says of itself, by its page, its first and last lines, and its path: all but issuer and recipient."""

from __future__ import annotations

from extractors.analysis import Analysis
from extractors.document import Fact, FieldEvidence, Head
from extractors.head.address import find_address
from extractors.head.area import find_area
from extractors.head.dateline import find_dateline
from extractors.head.dates import find_date
from extractors.head.given import first_word
from extractors.head.number import find_number
from extractors.head.passing import find_first_passing
from extractors.head.region import find_region
from extractors.head.title import find_title
from extractors.head.year import find_year
from extractors.regions.path_hint import PathHint, path_hint
from ontology.kinds import kind_cues
from ontology.rules import Rule

# Characters at the beginning and at the end in which a text without a title says what it is.
_OPENING, _CLOSE = 1500, 300


def extract(analysis: Analysis) -> Head:
    """Title, number, address, kind, dates, year, region and area; each may rest on those before it."""
    hint = path_hint(analysis.file)
    head = Head().with_fields(
        title=first_word(analysis, "title", find_title(analysis)),
        number=first_word(analysis, "number", find_number(analysis)),
        url=first_word(analysis, "url", find_address(analysis)),
    )
    head = head.with_fields(kind=first_word(analysis, "kind", _find_kind(analysis, head, hint)))
    head = head.with_fields(
        date=first_word(analysis, "date", find_date(analysis, head, hint.year)),
        passed=find_first_passing(analysis, head),
    )
    head = head.with_fields(year=first_word(analysis, "year", find_year(analysis, head, hint.year)))
    head = head.with_fields(region=first_word(analysis, "region", find_region(analysis, head, hint)))
    return head.with_fields(area=find_area(analysis, head))


def _find_kind(analysis: Analysis, head: Head, hint: PathHint) -> Fact:
    """The kind: by the title, by a phrase of the text, by the file's name; rules are a law where one says so."""
    cues = kind_cues()
    filed = FieldEvidence("path", Rule.HEAD_PATH)
    title = head.evidence.get("title")
    notice = title is not None and title.rule == Rule.HEAD_HANDED_OUT  # whose title is what it hands out
    ending = cues.ending(head.title) if head.title and not notice else None
    if head.title and ending:
        kind = cues.of_ending(ending)
        if kind == "plan" and cues.looks_back.search(head.title):
            kind = "report"
        if kind == "measures" and _by_legislature(analysis):
            kind = "law"
        if kind == "measures" and hint.kind == "law":
            return "law", filed
        return kind, head.evidence["title"]
    dateline = find_dateline(analysis)
    if dateline:
        return "news", FieldEvidence("text", Rule.HEAD_DATELINE, dateline.start, dateline.end)
    length = len(analysis.text)
    told = cues.of_text(analysis.text, 0, _OPENING) or cues.of_text(analysis.text, length - _CLOSE, length)
    if told:
        return told[0], FieldEvidence("text", Rule.HEAD_PHRASE, *told[1].span())
    return (hint.kind, filed) if hint.kind else ("other", None)


def _by_legislature(analysis: Analysis) -> bool:
    """Whether a people's congress passed it or the State Council ordered it."""
    lines = " ".join(analysis.text[line.start : line.end] for line in analysis.top_lines)
    printed = lines + " " + " ".join(analysis.source.metadata.get(name, "") for name in ("issuer", "number"))
    return any(word in printed for word in kind_cues().legislature)
