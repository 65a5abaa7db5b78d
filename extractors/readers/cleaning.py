"""What is taken out of, and what is folded in, every decoded text before offsets are counted in it."""

from __future__ import annotations

import re
import unicodedata

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
# Controls but tab and line feed; zero-width and direction marks; soft hyphen; the byte order mark; surrogates and
# non-characters, which could not be written as UTF-8 again.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)
# Radicals and compatibility ideographs, which fonts and viewers put in the place of the characters they look like.
_LOOKALIKES = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")
# The simplified radicals, which Unicode leaves without a compatibility mapping though fonts confuse them with these.
_SIMPLIFIED = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)
# These are mapped to forms that no document of the mainland prints.
_SIMPLIFIED |= {"⼾": "户", "⾭": "青", "⿈": "黄"}


def clean(text: str) -> str:
    """``text`` with line feeds as its only line ends and without characters that print nothing.

    A radical or a compatibility ideograph becomes the character that it looks like (⼀⽹通办 is 一网通办), one for one.
    Full-width forms and odd blanks stay: the text remains what the document prints.
    """
    return _LOOKALIKES.sub(_ordinary, _DROPPED.sub("", _BREAKS.sub("\n", text)))


def _ordinary(found: re.Match[str]) -> str:
    return _SIMPLIFIED.get(found[0], unicodedata.normalize("NFKC", found[0]))
