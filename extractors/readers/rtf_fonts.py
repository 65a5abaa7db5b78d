"""How the bytes of rich text are encoded: by the character set of the font that is on, and by the document's own."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, field

_CHARSETS = {
    128: "cp932", 129: "cp949", 134: "gb18030", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_WIDE = frozenset({"cp932", "cp949", "gb18030", "cp950"})
_LATIN = "cp1252"


@dataclass(slots=True)
class Fonts:
    """The table of fonts, filled while it is read."""

    encoding: str = _LATIN
    default: int | None = None
    _by_number: dict[int, str] = field(default_factory=dict)
    _current: int | None = None

    def take(self, word: str, number: int | None, *, in_table: bool) -> bool:
        """Take a control word of the head or of the table; gives whether it was one."""
        if word == "ansicpg":
            self.encoding = _known("gb18030" if number == 936 else f"cp{number}")
        elif word == "deff":
            self.default = number
        elif in_table and word == "f":
            self._current = number
        elif in_table and word == "fcharset":
            if self._current is not None and number in _CHARSETS:
                self._by_number[self._current] = _CHARSETS[number]
        else:
            return False
        return True

    def encodings(self, font: int | None) -> tuple[str, ...]:
        """The encodings that bytes under ``font`` may have, the likeliest first.

        A font of the East is believed; one of the West is not where the document's own encoding fits, since Word names
        a font for each kind of characters beside each other.
        """
        number = self.default if font is None else font
        own = None if number is None else self._by_number.get(number)
        order = (own, self.encoding) if own in _WIDE else (self.encoding, own)
        return tuple(dict.fromkeys(name for name in (*order, _LATIN) if name))


def _known(name: str) -> str:
    try:
        codecs.lookup(name)
    except LookupError:
        return _LATIN
    return name
