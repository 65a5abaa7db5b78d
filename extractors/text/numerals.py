"""Chinese numerals: what they are worth, and how a number is written in them."""

from __future__ import annotations

ZEROS = "〇○零OＯ0０"
"""How a zero is printed in a numeral: the character, a circle, 零, and the letters and figures typed for it."""
ONES = "一二三四五六七八九"
TO_99 = f"{ONES}十"
"""What numerals up to 九十九 are made of: headings."""
TO_999 = f"{TO_99}百零〇"
"""What numerals up to 九百九十九 are made of: articles of a law, orders counted through."""
YEAR_NUMERAL = f"[一二][{ZEROS}{ONES}]{{3}}"
"""A year in numerals, as a pattern: 二〇一九, 二0一九, 一九九八."""
MONTH_NUMERAL = f"(?:十[一二]?|[{ONES}])"
"""A month in numerals, as a pattern."""
DAY_NUMERAL = f"(?:三十一?|卅一?|二?十[{ONES}]?|廿[{ONES}]?|[{ONES}])"
"""A day in numerals, as a pattern."""
_VALUES = {digit: value for value, digit in enumerate(ONES, 1)}
_UNITS = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "十": 10}
_PAIR = "两"  # two of something: 两项, 两百, but neither 两十 nor 二十两
_SPELT = str.maketrans({"○": "〇", "零": "〇", "O": "〇", "Ｏ": "〇", "廿": "二十", "卅": "三十"})
_LONGEST = 32  # characters; 九千九百九十九亿九千九百九十九万九千九百九十九 has 23


def read_numeral(text: str) -> int | None:
    """What the Chinese numeral ``text`` is worth; None for what is none, and never an error.

    Both ways of writing are read: digit by digit (二〇二一, 一二〇) and by places (一百二十, 两万零五, 廿一; 3千万 with
    its count in figures). A 零 may be missing where only one number can be meant (一千五十), but not in 一百五, which
    is 105 to some and 150 to others.

    >>> [read_numeral(word) for word in ("二〇二一", "一百二十", "十", "一百零五", "十十", "一百五")]
    [2021, 120, 10, 105, None, None]
    """
    if not text or len(text) > _LONGEST:
        return None
    if text.isdecimal():
        return int(text)
    if text == _PAIR:
        return 2
    if all(char in ZEROS or char in _VALUES for char in text):
        return int("".join(str(_VALUES.get(char, 0)) for char in text))
    return _by_places(text.translate(_SPELT))


def write_numeral(number: int) -> str:
    """``number`` by places, as official documents write it: 零, 十二, 一百零五, 一万二千.

    Raises:
        ValueError: for a number below 0 or from 10^16 (一亿亿) on.

    >>> [write_numeral(number) for number in (0, 12, 105, 20_010, 100_000)]
    ['零', '十二', '一百零五', '二万零一十', '十万']
    """
    if not 0 <= number < 10**16:
        raise ValueError(f"{number} is not between 0 and 10^16")
    written = _places(number) or "零"
    return written[1:] if written.startswith("一十") else written


def scale(word: str) -> int:
    """What a number before ``word`` is multiplied by: 万, 千万, 十亿; 1 for an empty word.

    >>> scale("千亿")
    100000000000
    """
    product = 1
    for char in word:
        product *= _UNITS[char]
    return product


def _by_places(plain: str) -> int | None:
    for unit, size in _UNITS.items():
        head, found, tail = plain.rpartition(unit)
        if found:
            count, rest = _count(head, size), _rest(tail, size)
            return None if count is None or rest is None else count * size + rest
    return _VALUES.get(plain)


def _count(head: str, size: int) -> int | None:
    """How often a place is counted: 十 once where nothing stands before it, 千百十 up to nine times."""
    if not head:
        return 1 if size == 10 else None
    if head == _PAIR and size > 10:
        return 2
    count = int(head) if head.isdecimal() else _by_places(head)
    return count if count and count < (size if size >= 10**4 else 10) else None


def _rest(tail: str, size: int) -> int | None:
    """What stands below a place: a gap is marked by 零, which nothing but a gap may have."""
    if not tail:
        return 0
    gap = tail[0] == "〇"
    rest = _by_places(tail.removeprefix("〇"))
    if rest is None or rest >= (size // 10 if gap else size):
        return None
    bare = tail in _VALUES and size > 10  # 一百五
    return None if bare else rest


def _places(number: int) -> str:
    for unit, size in _UNITS.items():
        if number >= size:
            count, rest = divmod(number, size)
            gap = "零" if 0 < rest < size // 10 else ""
            return f"{_places(count)}{unit}{gap}{_places(rest)}"
    return ONES[number - 1] if number else ""
