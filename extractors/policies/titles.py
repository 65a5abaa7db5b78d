"""Titles in 《》: where they stand, which of them are documents, and how they are written without line breaks."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from extractors.numbers.grammar import NumberMention
from extractors.regions.opening import official_opening
from extractors.text.folding import fold
from extractors.text.marks import YEAR
from extractors.text.titles import title_key
from ontology.policies import policy_words
from ontology.regions import region_table

_LONGEST = 160
_ISSUERS = re.compile(
    r"(?P<who>(?:[^关于]{2,60}?(?:政府|办公厅|办公室|委员会|委|局|厅|部|院|署|会|中心|行))?)关于(?:(?:印发|公布|发布)(?=.{4,}的(?:通知|公告|通告)$))?"
)
_DEFINED = re.compile(
    r"(?:的(?:通知|意见|决定))?[^《》。；\n]{0,60}?[（(][^（）()《》]{0,12}(?:以下|下)?(?:统称|简称)[:：为]?[“\"]?《(?P<short>[^《》]{2,30})》"
)
_TAIL = re.compile(r"(?:\([^()]{1,24}\)|\[[^\[\]]{1,24}\])+$")
# 2035年远景目标 names the year that it aims at, not the one that it is of.
_YEAR = re.compile(rf"(?<!\d)({YEAR})(?=年(?!远景)|版|-|\))")


@dataclass(frozen=True, slots=True)
class TitleSpan:
    """A title in a text: ``text[start:end]`` has the brackets; ``title`` is without them and without blanks."""

    start: int
    end: int
    title: str

    @property
    def key(self) -> str:
        """What is the same of the title however it is printed."""
        return title_key(self.title)

    @property
    def year(self) -> int | None:
        """The year that the title names (2020年…, …(2023年版))."""
        match = _YEAR.search(self.key)
        return int(match[1]) if match else None


def find_titles(text: str) -> list[TitleSpan]:
    """Everything in outermost 《》 (or 〈〉 that stand alone), by position."""
    found = []
    position = 0
    while (start := text.find("《", position)) >= 0:
        end = _closing(text, start)
        if end is None:
            position = start + 1
            continue
        title = re.sub(r"\s+", "", text[start + 1 : end - 1])
        if len(title) > 1:
            found.append(TitleSpan(start, end, title))
        position = end
    return found


def _closing(text: str, start: int) -> int | None:
    """The position after the 》 that closes the 《 at ``start``; titles within titles are counted."""
    first = text.find("》", start, start + _LONGEST)
    if first < 0:
        return None
    depth = 0
    for match in re.finditer(r"[《》]", text[start : start + _LONGEST]):
        depth += 1 if match[0] == "《" else -1
        if depth == 0:
            return start + match.end()
    return first + 1


def plain_key(title: str) -> str:
    """The key of ``title`` within one text: without the regions before the last one that opens it.

    《深圳市龙华区补偿办法》 and 《龙华区补偿办法》 are one document, 《四川省营商条例》 and 《营商条例》 are two.
    """
    key, table = title_key(title), region_table()
    region = official_opening(key, table)
    while region and (inner := official_opening(key.removeprefix(region[0].name), table)):
        key, region = key.removeprefix(region[0].name), inner
    return key


def bare_key(title: str) -> str:
    """The key of ``title`` without who issued it: what is left of 《某市人民政府关于某事的通知》 is 某事的通知."""
    key = title_key(title)
    opening = _ISSUERS.match(key)
    return plain_key(key[opening.end() :]) if opening else plain_key(key)


def names_issuer(title: str) -> bool:
    """Whether ``title`` opens with who issued it."""
    opening = _ISSUERS.match(title_key(title))
    return opening is not None and opening["who"] != ""


def defined_titles(text: str, titles: list[TitleSpan]) -> dict[str, TitleSpan]:
    """What a text calls a document in short, by the short title's key: 《…总体方案》（以下简称《总体方案》）."""
    found: dict[str, TitleSpan] = {}
    for title in titles:
        match = _DEFINED.match(text, title.end, title.end + 120)
        if match:
            found.setdefault(title_key(match["short"]), title)
    return found


def pair_up(text: str, titles: list[TitleSpan], numbers: list[NumberMention]) -> dict[int, NumberMention]:
    """Which number belongs to the title that begins at an offset: one behind it, else one right before it."""
    starts = [number.start for number in numbers]
    pairs: dict[int, NumberMention] = {}
    free = set(starts)
    for title in titles:
        index = bisect_left(starts, title.end)
        if index < len(numbers) and starts[index] in free and _is_behind(text, title, numbers[index]):
            pairs[title.start] = numbers[index]
            free.discard(starts[index])
    for title in titles:
        index = bisect_left(starts, title.start) - 1
        if title.start not in pairs and index >= 0 and starts[index] in free:
            number = numbers[index]
            if number.end <= title.start and not text[number.end : title.start].strip(" ,，、"):
                pairs[title.start] = number
                free.discard(number.start)
    return pairs


def _is_behind(text: str, title: TitleSpan, number: NumberMention) -> bool:
    between = text[title.end : min(number.start, title.end + 61)]
    return len(between) <= 60 and bool(policy_words().between.match(fold(between)))


def is_document(title: str) -> bool:
    """Whether a title is that of a normative or working document, not of a play, a newspaper or a form."""
    words = policy_words()
    bare = re.sub(r"[\"“”《》〈〉<>]", "", _TAIL.sub("", fold(title)))
    if bare.endswith(words.no_endings):
        return False
    return (bare.endswith(words.endings) and len(bare) >= 3) or any(sign in bare for sign in words.signs)


def is_short(title: str) -> bool:
    """Whether a title is only the kind of a document (《条例》), so that it means one named before."""
    return fold(title) in policy_words().short
