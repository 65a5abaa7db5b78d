"""Document numbers (发文字号) in running text and in cells of catalogues, in their normal form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.numbers.agency_codes import code_start
from extractors.text.marks import BLANKS, HAN, YEAR
from extractors.text.numerals import TO_999, YEAR_NUMERAL, ZEROS, read_numeral
from ontology.agencies import agency_words

_OPEN = re.escape("〔［【﹝﹙（([{〈<")
_CLOSE = re.escape("〕］】﹞﹚）)]}〉>")
_BLANK = f"[{BLANKS}]{{0,3}}"
_NUMERAL = f"[{TO_999}{ZEROS}廿卅]{{1,6}}"
_SERIAL = rf"第?{_BLANK}(?P<serial>\d{{1,5}}|{_NUMERAL}(?={_BLANK}号)){_BLANK}"
# 川办发〔2016〕76号, 〔二〇一六〕七十六号: the year in brackets of any kind; 号 may be left out only after the proper
# brackets, and never after a numeral.
_BRACKETED = re.compile(
    rf"[{_OPEN}]{_BLANK}(?P<year>(?:19|20|１９|２０)\d\d|{YEAR_NUMERAL}){_BLANK}年?{_BLANK}(?P<close>[{_CLOSE}])\s{{0,2}}{_SERIAL}(?P<end>号?)"
)
# 国务院令第716号, 公告2019年第44号; the issuer stands before it.
_ORDER = re.compile(
    rf"(?P<kind>令|公告|通告)\s{{0,4}}(?:(?P<year>{YEAR}|{YEAR_NUMERAL})年)?"
    rf"(?P<open>[（(])?第{_BLANK}(?P<serial>\d{{1,5}}|{_NUMERAL}){_BLANK}号(?(open)[)）]?)"
)
# 农业农村部2019年第4号, as cells of catalogues have it: the kind is left out.
_BARE = re.compile(
    rf"(?<=[部局委会署行办厅告])(?P<year>{YEAR}|{YEAR_NUMERAL})年第{_BLANK}(?P<serial>\d{{1,5}}|{_NUMERAL}){_BLANK}号"
)
_RUN = re.compile(rf"[{HAN}A-Za-z“”\"]{{1,16}}\Z")
_LONGEST_RUN = 24
_PREFIX = re.compile(r"(?:发文字号|发文文号|文件编号|字号|文号|编号)[:：]?")
_LEADING = re.compile(
    r"^.*(?:根据|依?据|按照|依据|依照|落实|贯彻|执行|废止|以及|共?和国(?!务院)|(?<![业房源化展食划生障])和|[与及即以由经的号])"
)
_AUTHORITY = re.compile(
    rf"(?:国务院|国家主席|主席|全国人民代表大会常务委员会|国家?[{HAN}]{{2,14}}(?:部|局|委员会|委|署)"
    rf"|[{HAN}]{{0,12}}?(?:人民政府|人大常委会|人大|人民代表大会(?:常务委员会)?|政府|总局|部|委员会|委|局|署|行|会|厅|办公室))?\Z"
)


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number; ``str()`` gives its normal form.

    Attributes:
        code: agency code (川办发), or for an order or announcement its issuer and kind (国务院令, 财政部公告).
        year: year in brackets; None for orders counted through.
        serial: number without leading zeros.
        written_out: whether the issuer is written out before 令 or 公告, without brackets around the year.
    """

    code: str
    year: int | None
    serial: int
    written_out: bool = False

    def __str__(self) -> str:
        if self.year is None:
            return f"{self.code}第{self.serial}号"
        if self.written_out:
            return f"{self.code}{self.year}年第{self.serial}号"
        return f"{self.code}〔{self.year}〕{self.serial}号"


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A document number in a text: ``text[start:end]`` is the whole of it, code included."""

    start: int
    end: int
    number: DocumentNumber

    @property
    def code(self) -> str:
        """Its agency code."""
        return self.number.code

    @property
    def year(self) -> int | None:
        """Its year."""
        return self.number.year

    @property
    def serial(self) -> int:
        """Its serial number."""
        return self.number.serial


def find_numbers(text: str) -> list[NumberMention]:
    """All document numbers of ``text``, by position, disjoint."""
    found = sorted([*_bracketed(text), *_orders(text)], key=lambda m: (m.start, -m.end))
    kept: list[NumberMention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def parse_number(cell: str) -> DocumentNumber | None:
    """The number that a cell or an argument holds, None where there is none.

    Cells are dirtier than texts: what stands before the code is cut off, and 国家税务总局2018年第12号 counts.
    """
    cell = cell.strip()
    mentions = find_numbers(cell)
    if mentions:
        return mentions[0].number
    match = _BARE.search(cell)
    if match:
        authority = _authority(cell[: match.start()])
        serial, year = read_numeral(match["serial"]), read_numeral(match["year"])
        if authority and serial is not None:
            return DocumentNumber(authority, year, serial, True)
    order = _ORDER.search(cell)
    serial = read_numeral(order["serial"]) if order else None
    if order and order["year"] and serial is not None:
        return DocumentNumber(order["kind"], read_numeral(order["year"]), serial, True)
    return None


def _bracketed(text: str) -> Iterator[NumberMention]:
    for match in _BRACKETED.finditer(text):
        if not match["end"] and match["close"] not in "〕﹞］]】":
            continue
        found, serial = _code_before(text, match.start()), read_numeral(match["serial"])
        if found and serial is not None:
            start, code = found
            number = DocumentNumber(code, read_numeral(match["year"]), serial)
            yield NumberMention(start, match.end(), number)


def _code_before(text: str, end: int) -> tuple[int, str] | None:
    """Where the code before ``end`` begins, and the code without blanks and quotation marks."""
    window = text[max(0, end - _LONGEST_RUN) : end]
    stripped = window.rstrip(f"{BLANKS}\n")
    line = stripped[stripped.rfind("\n") + 1 :]
    run = _run(line)
    if run and len(run) == len(line) and len(run) < 3 and "\n" in stripped:
        # A page's width broke the code: 遂府 / 办函〔2017〕209号.
        before = _run(stripped[: stripped.rfind("\n")])
        joined = before + run
        if before and code_start(joined) < len(before):
            return _placed(stripped, joined, max(0, end - _LONGEST_RUN))
    return _placed(stripped, run, max(0, end - _LONGEST_RUN)) if run else None


def _run(line: str) -> str:
    """The characters at the end of ``line`` that may be of a code; blanks may stand inside what is printed wide."""
    squeezed = re.sub(f"[{BLANKS}]+", "", line) if re.search(r"(?:\S[ \u3000]){2}\S?\Z", line) else line
    match = _RUN.search(squeezed)
    return match[0].strip('“”"') if match else ""


def _placed(window: str, run: str, offset: int) -> tuple[int, str] | None:
    """``run``, which ends ``window``, cut to its code, with the offset of its first character."""
    run = _PREFIX.sub("", run)
    code = run[code_start(run) :]
    if not re.search(f"[{HAN}]", code):
        return None
    position, left = len(window), len(code)
    while left and position:
        position -= 1
        if not window[position].isspace() and window[position] not in '“”"':
            left -= 1
    return offset + position, re.sub('[“”"]', "", code)


def _orders(text: str) -> Iterator[NumberMention]:
    for match in _ORDER.finditer(text):
        window = text[max(0, match.start() - _LONGEST_RUN) : match.start()]
        before = window.rstrip(BLANKS)
        authority = _authority(_run(before))
        year = read_numeral(match["year"] or "")
        serial = read_numeral(match["serial"])
        if serial is None:
            continue
        if match["kind"] != "令" and not (year and authority):
            continue
        if not authority and match["kind"] == "令" and not year:
            continue
        start = match.start() - (len(window) - len(before)) - len(authority)
        code = _order_issuer(authority) + match["kind"]
        yield NumberMention(start, match.end(), DocumentNumber(code, year, serial, True))


def _authority(run: str) -> str:
    """The issuer that ends ``run``: 根据国务院 gives 国务院."""
    run = _LEADING.sub("", run).lstrip("年月日")
    if run == "国":
        return run
    match = _AUTHORITY.search(run)
    return match[0] if match else ""


def _order_issuer(authority: str) -> str:
    """国令 and 中华人民共和国国务院令 are 国务院令; the President's order keeps its full name; 住建部 gets its own."""
    if authority in {"国", "国务院", "中华人民共和国国务院"}:
        return "国务院"
    if authority in {"主席", "国家主席", "中华人民共和国主席"}:
        return "中华人民共和国主席"
    return agency_words().national.get(authority, authority)
