"""What a name can be found by on a keyboard without Chinese: its pinyin and the initials of it."""

from __future__ import annotations

from pypinyin import Style, lazy_pinyin


def pinyin_forms(name: str) -> str:
    """The forms under which a name is found by typing Latin letters.

    Args:
        name: any text.

    Returns:
        The initials and the full pinyin in lower case, parted by a blank; empty where the name has no Chinese
        character.

    >>> pinyin_forms("重庆市")
    'cqs chongqingshi'
    """
    if not any("一" <= character <= "鿿" for character in name):
        return ""
    initials = "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower()
    return f"{initials} {''.join(lazy_pinyin(name)).lower()}"
