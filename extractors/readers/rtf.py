"""Rich text (RTF): paragraphs, tables, notes, boxes and margins, straight from its tokens.

striprtf, the library for it, leaves out page headers (in which a red head has the number), footnotes and text boxes
without a word, prints hidden text, and puts signs of its own between cells.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from extractors.readers.document_parts import OBJECT, PICTURE, document, left_out
from extractors.readers.rtf_fonts import Fonts
from extractors.readers.rtf_story import Story
from extractors.readers.rtf_tokens import Token, tokens
from extractors.source import ReadError, SourceText

_FONTS = "fonttbl"
_DEPTH = 2_000  # groups inside each other
_HEADERS, _FOOTERS = ("header", "headerf", "headerl", "headerr"), ("footer", "footerf", "footerl", "footerr")
_NOTES, _BOXES = ("footnote",), ("shptxt", "dptxbxtext")
_STORIES = frozenset({*_HEADERS, *_FOOTERS, *_NOTES, *_BOXES})
# Groups that hold no text of the document; all others that begin with \* but these two hold none either.
_SILENT = frozenset(
    {
        "aftncn", "aftnsep", "aftnsepc", "annotation", "atnauthor", "atndate", "atnicn", "atnid", "atnparent",
        "atnref", "atntime", "atrfend", "atrfstart", "bkmkend", "bkmkstart", "colorschememapping", "colortbl",
        "datafield", "datastore", "fldinst", "fonttbl", "formfield", "ftncn", "ftnsep", "ftnsepc", "generator",
        "info", "latentstyles", "listoverridetable", "listtable", "mmathPr", "nonshppict", "objdata", "objname",
        "objclass", "pict", "pgdsctbl", "revtbl", "rsidtbl", "rxe", "shprslt", "sn", "stylesheet", "sv", "tc",
        "template", "themedata", "txe", "upr", "userprops", "xe", "xmlnstbl",
    }
)  # fmt: skip
_STARRED = frozenset({"shpinst", "do", *_STORIES})  # groups with \* in which text stands
_SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": "\u2003", "enspace": "\u2002", "~": "\u00a0", "_": "-",
}  # fmt: skip
_PAGE = 5_669, 8_504  # twips (1,440 an inch): a picture from 10 × 15 cm on is a scanned page


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds in a group, and ends with it."""

    story: Story
    silent: bool = False
    hidden: bool = False
    deleted: bool = False
    in_table: bool = False
    label: bool = False
    font: int | None = None
    skip: int = 1
    kind: str = ""


def read_rtf(data: bytes) -> SourceText:
    """The document in rich text: one line a paragraph, a table row by row with tabs between its cells.

    Page headers stand above the body and footers below it, footnotes and boxes behind their paragraph; a header or
    footer that only runs along the pages is furniture. Comments, deleted and hidden text are left out.

    Raises:
        ReadError: it holds no text, or its groups are nested without end.
    """
    reader = _Reader()
    ended = any(reader.take(token) for token in tokens(data))
    body = reader.group.story.root().finished()
    cut_off = () if ended else ("it is cut off at its end",)
    unread = (*left_out(reader.passed), *cut_off)
    return document("rich text", body, reader.margins["header"], reader.margins["footer"], unread)


@dataclass(slots=True)
class _Reader:
    """Takes token after token, and keeps what each group means."""

    group: _Group = field(default_factory=lambda: _Group(Story()))
    above: list[_Group] = field(default_factory=list)
    fonts: Fonts = field(default_factory=Fonts)
    margins: dict[str, list[list[str]]] = field(default_factory=lambda: {"header": [], "footer": []})
    opened: bool = False  # whether a brace has just opened a group, so that the next word is its kind
    starred: bool = False
    to_skip: int = 0
    passed: Counter[str] = field(default_factory=Counter)
    size: list[int] = field(default_factory=lambda: [0, 0])

    def take(self, token: Token) -> bool:
        """Take a token; gives whether the document has ended."""
        if token.word == "{":
            self._open()
        elif token.word == "}":
            return self._close()
        elif token.word:
            self._word(token.word, token.number)
        else:
            self._text(token.data)
        return False

    def _open(self) -> None:
        self.above.append(self.group)
        if len(self.above) > _DEPTH:
            raise ReadError("the rich text has groups nested without end; open it in a word processor and save it anew")
        self.opened, self.starred, self.to_skip = True, False, 0
        self.group = replace(self.group, kind=self.group.kind if self.group.kind == _FONTS else "")

    def _close(self) -> bool:
        ended, self.opened, self.to_skip = self.group, False, 0
        if not self.above:
            return True
        self.group = self.above.pop()
        if ended.kind == "pict" and self.size[0] >= _PAGE[0] and self.size[1] >= _PAGE[1]:
            self.passed[PICTURE] += 1
        if ended.kind in _STORIES and ended.story is not self.group.story:
            lines = ended.story.finished()
            if ended.kind in _HEADERS + _FOOTERS:
                self.margins["header" if ended.kind in _HEADERS else "footer"].append(lines)
            else:
                self.group.story.hang(lines)
        return not self.above

    def _word(self, word: str, number: int | None) -> None:
        opened, self.opened = self.opened, False
        if word == "*":
            self.starred = self.opened = opened
            return
        if opened:
            self._begin(word)
        self.starred = False
        if self.fonts.take(word, number, in_table=self.group.kind == _FONTS):
            return
        if word in _SETTINGS:
            self.group = _SETTINGS[word](self.group, number)
        elif word == "u" and number is not None:
            self._put_unit(number & 0xFFFF)
        elif word in ("picwgoal", "pichgoal"):
            self.size[word == "pichgoal"] = number or 0
        elif not self.group.silent:
            self._in_text(word, number)

    def _begin(self, word: str) -> None:
        """The group begins with ``word``, which may be its kind."""
        if word == "ud":  # the Unicode twin of what \\upr has in bytes
            self.group = replace(self.group, silent=self.above[-2].silent if len(self.above) > 1 else False)
        elif word in _STORIES:
            self.group = replace(self.group, kind=word, story=Story(self.group.story), silent=False, in_table=False)
        elif word in _SILENT or (self.starred and word not in _STARRED):
            self.group = replace(self.group, kind=word, silent=True)
            self.size = [0, 0]
        elif word in _STARRED:
            self.group = replace(self.group, kind=word, silent=True)
        elif word in ("pntext", "listtext"):
            self.group = replace(self.group, label=True)
        self.passed[OBJECT] += word == "object"

    def _in_text(self, word: str, number: int | None) -> None:
        story, group = self.group.story, self.group
        if word in _SIGNS:
            if not (group.hidden or group.deleted or (group.label and word == "tab")):
                story.put(_SIGNS[word])
        elif word in ("par", "sect", "page"):
            story.end_paragraph(in_table=group.in_table and word == "par")
        elif word in ("cell", "row", "nestcell", "nestrow", "trowd", "clvmgf", "clvmrg", "cellx"):
            story.table(word, number or 0)

    def _put_unit(self, unit: int) -> None:
        group = self.group
        self.to_skip = group.skip
        if not (group.silent or group.hidden or group.deleted):
            group.story.put_unit(unit)

    def _text(self, data: bytes) -> None:
        self.opened = False
        group = self.group
        skipped = min(self.to_skip, len(data))
        self.to_skip -= skipped
        data = data[skipped:]
        if data and not (group.silent or group.hidden or group.deleted):
            group.story.put_bytes(data, self.fonts.encodings(group.font))


def _on(number: int | None) -> bool:
    return number != 0


_SETTINGS: dict[str, Callable[[_Group, int | None], _Group]] = {
    "v": lambda group, number: replace(group, hidden=_on(number)),
    "deleted": lambda group, number: replace(group, deleted=_on(number)),
    "plain": lambda group, _: replace(group, hidden=False, deleted=False),
    "pard": lambda group, _: replace(group, in_table=False),
    "intbl": lambda group, _: replace(group, in_table=True),
    "f": lambda group, number: replace(group, font=number),
    "uc": lambda group, number: replace(group, skip=max(number or 0, 0)),
}
"""What changes the state of a group."""
