"""From the visual lines of a PDF's pages to paragraphs, by where a line begins and ends on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.readers.page_marks import PAGE_NUMBER
from extractors.readers.pdf_columns import VisualLine, in_reading_order
from extractors.text.marks import BLANKS, CLAUSE_MARKS, COLONS, WIDE
from extractors.text.numerals import TO_99, TO_999

# Fonts put radicals and compatibility characters in the place of common ones, and set these marks as wide as them.
_SET_WIDE = f"{WIDE}\u2e80-\u2fdf\uf900-\ufaff“”‘’…—·"
_BETWEEN = re.compile(rf"(?<=[{_SET_WIDE}])[{BLANKS}]+(?=[{_SET_WIDE}0-9])|(?<=[0-9])[{BLANKS}]+(?=[{_SET_WIDE}])")
# What a browser prints around a page: the time, the title, the address with the page's number.
_BROWSER = re.compile(
    r"\d{1,4}[-/年]\d{1,2}[-/月]\d{1,2}日?,? *\d{1,2}:\d{2}(?: [AP]M)?.*|(?:https?|file)://\S+(?: *\d+ */ *\d+)?"
)
_OPENS = re.compile(
    rf"第[{TO_999}\d]{{1,5}}[章节条]|[{TO_99}]{{1,3}}、|[（(][{TO_99}\d]{{1,3}}[）)]|\d{{1,2}}[.．、]\D"
)
_ENDS = CLAUSE_MARKS + COLONS
_EM = 1.6  # widths of a character by which a full line may miss the margin
_RAGGED = 2.6  # by which one may that ends inside a sentence, figures and Latin letters being half as wide
_MARKS = 2  # lines at each end of a page that may be marks: a running head and a page number
_NAMED = 4  # letters of a running head; less is a row of figures
_REPEATED = 3  # pages on which a line stands at the same end to be a running head


@dataclass(frozen=True, slots=True)
class _Margins:
    """Where the lines of a column begin and end, and whether its paragraphs are indented."""

    left: float
    right: float
    indents: bool


def paragraphs(pages: list[list[VisualLine]]) -> Iterator[str]:
    """The paragraphs of a document, over the ends of columns and pages; ``pages`` are their lines as they are drawn.

    A line goes on in the next where it reaches the right margin and the next begins at the left margin, not
    indented. Where paragraphs are not indented at all, a line that ends its sentence ends its paragraph.
    """
    printed = [line for page in _without_page_marks(pages) for line in in_reading_order(page)]
    if not printed:
        return
    margins = {column: _margins_of([line for line in printed if line.column == column]) for column in _columns(printed)}
    text, last = "", None
    for line in printed:
        if last is not None and _goes_on(last, line, margins[last.column], margins[line.column]):
            text = _join(text, line.text.strip())
        else:
            if text:
                yield _tidy(text)
            text = line.text.strip()
        last = line
    yield _tidy(text)


def _without_page_marks(pages: list[list[VisualLine]]) -> Iterator[list[VisualLine]]:
    """The pages without empty lines, page numbers and running heads.

    Both stand at the top or the bottom of a page by place, in whatever order the file draws them. A running head is
    what repeats itself there on several pages and a quarter of all, its figures aside.
    """
    filled = [[line for line in page if line.text.strip()] for page in pages]
    forms = Counter(form for page in filled for form in {_form(line) for line in _outer(page)})
    repeated = {form for form, count in forms.items() if count >= max(_REPEATED, len(filled) / 4)}
    for page in filled:
        for _ in range(_MARKS):
            marks = [line for line in _outer(page) if _is_page_mark(line, repeated)]
            page = [line for line in page if line not in marks]
        yield page


def _is_page_mark(line: VisualLine, repeated: set[str]) -> bool:
    text = line.text.strip()
    if PAGE_NUMBER.fullmatch(text) or _BROWSER.fullmatch(text):
        return True
    return _form(line) in repeated and sum(char.isalpha() for char in text) >= _NAMED


def _form(line: VisualLine) -> str:
    return re.sub(r"\d+", "0", line.text.strip())


def _outer(page: list[VisualLine]) -> list[VisualLine]:
    """The lines at the very top and the very bottom of a page."""
    if not page:
        return []
    top, bottom = max(line.top for line in page), min(line.top for line in page)
    return [line for line in page if min(top - line.top, line.top - bottom) < 0.5 * line.height]


def _columns(lines: list[VisualLine]) -> set[int]:
    return {line.column for line in lines}


def _margins_of(lines: list[VisualLine]) -> _Margins:
    left, right = _margins(lines)
    return _Margins(left, right, _indents(lines, left))


def _margins(lines: list[VisualLine]) -> tuple[float, float]:
    """Where most of the text begins and ends: the commonest left edge, and the right edge that long lines reach."""
    wide = sorted(line.right for line in lines)
    right = wide[int(len(wide) * 0.9)] if len(wide) > 9 else wide[-1]
    reaching = [round(line.left) for line in lines if line.right >= right - _EM * line.height] or [0]
    common = Counter(reaching).most_common()
    most = [left for left, count in common if count * 4 >= common[0][1]]
    return float(min(most)), right


def _indents(lines: list[VisualLine], left: float) -> bool:
    """Whether paragraphs begin with an indent of one to three characters."""
    indented = sum(0.9 * line.height < line.left - left < 3.5 * line.height for line in lines)
    return indented * 12 >= len(lines)


def _goes_on(last: VisualLine, line: VisualLine, above: _Margins, here: _Margins) -> bool:
    """Whether ``last``, in a column with the margins ``above``, goes on in ``line``, in one with those ``here``."""
    inside = last.text.rstrip()[-1] not in _ENDS and not _OPENS.match(line.text.strip())
    missed = (_RAGGED if inside and here.indents else _EM) * last.height
    if last.right < above.right - missed or abs(last.height - line.height) > 0.25 * last.height:
        return False
    if line.left - here.left > 0.9 * line.height:
        return False
    return here.indents or inside


def _join(text: str, more: str) -> str:
    """Two parts of a sentence: a blank only between two Latin words."""
    latin = text[-1:].isascii() and more[:1].isascii() and text[-1:].isalpha() and more[:1].isalpha()
    return f"{text} {more}" if latin else text + more


def _tidy(text: str) -> str:
    """Without blanks between Chinese characters and figures."""
    return _BETWEEN.sub("", text)
