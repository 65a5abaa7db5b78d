"""The identity of titles: what is the same of one however it is printed, and whether one is the text's own."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from extractors.text.folding import fold
from extractors.text.marks import YEAR
from extractors.text.numerals import ONES, ZEROS, read_numeral
from ontology.policies import policy_words

_STATE = "中华人民共和国"
_BOOK_MARKS = re.compile(r"[\s《》〈〉<>\u200b\ufeff]+")
_CHINESE_YEAR = re.compile(rf"(?:一九|二[{ZEROS}])[{ZEROS}{ONES}]{{2}}(?=年|[-~至到])")
# 一 is typed for the dash of a range; 2018-2020年度 keeps its 年, since years of that kind run from July to June.
_RANGE = re.compile(rf"(?<!\d)({YEAR})年?(?:[-~]+|[至到一])({YEAR})(?!\d)(?:年(?!度))?")


_BEHIND = 60  # characters behind a title in which is told that its document is handed out


def is_handed_out(text: str, start: int, end: int) -> bool:
    """Whether ``text`` hands out as its own the document whose title, in its marks, stands at ``start:end``.

    现将《…》印发给你们; 《…》已经审议通过，现印发给你们.
    """
    words, behind = policy_words(), text[end : end + _BEHIND]
    printed = text.endswith("现将", 0, start) and words.hands_out.search(behind)
    return bool(printed or words.handed_out.search(behind))


@lru_cache(maxsize=10_000)
def title_key(title: str) -> str:
    """What is the same of ``title`` however it is printed; not for showing.

    Left out are blanks, quotation and book marks, and 中华人民共和国 in front; brackets, dashes, middle dots, figures
    and letters have one width, years stand in figures, and a range of years has one form.

    >>> title_key("“互联网＋政务服务”工作方案（2016年—2020年）")
    '互联网+政务服务工作方案(2016-2020)'
    >>> title_key("《互联网+政务服务》工作方案(二〇一六至二〇二〇年)")
    '互联网+政务服务工作方案(2016-2020)'
    """
    key = _BOOK_MARKS.sub("", fold(unicodedata.normalize("NFKC", title)))
    key = _CHINESE_YEAR.sub(lambda year: str(read_numeral(year[0])), key)
    key = _RANGE.sub(r"\1-\2", key)
    return key.removeprefix(_STATE) or key
