"""A run of paragraphs of rich text (the body, a header, a note): bytes become characters, cells become rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.readers.rows import Cell, Row


@dataclass(slots=True)
class Story:
    """Paragraphs as they are written; ``outer`` is the run in which this one hangs."""

    outer: Story | None = None
    lines: list[str] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _units: list[int] = field(default_factory=list)
    _bytes: bytearray = field(default_factory=bytearray)
    _encodings: tuple[str, ...] = ()
    _hanging: list[str] = field(default_factory=list)
    _cell: list[str] = field(default_factory=list)
    _cells: list[Cell] = field(default_factory=list)
    _merged: list[tuple[str, int]] = field(default_factory=list)
    _merging: str = ""
    _heads: dict[int, Cell] = field(default_factory=dict)

    def root(self) -> Story:
        """The outermost run."""
        story = self
        while story.outer is not None:  # as many as there are groups, which recursion would not bear
            story = story.outer
        return story

    def put(self, text: str) -> None:
        """Go on with ``text``."""
        self._decode()
        self._text.append(text)

    def put_unit(self, unit: int) -> None:
        """Go on with a unit of UTF-16."""
        if self._bytes:
            self._decode()
        self._units.append(unit)

    def put_bytes(self, data: bytes, encodings: tuple[str, ...]) -> None:
        """Go on with bytes in the first of ``encodings`` that fits; a character may be parted over two calls."""
        if self._units or encodings != self._encodings:
            self._decode()
        self._encodings = encodings
        self._bytes += data

    def hang(self, lines: list[str]) -> None:
        """Hang a note or a box on the paragraph that is written."""
        self._hanging += [line.strip() for line in lines if line.strip()]

    def end_paragraph(self, *, in_table: bool = False) -> None:
        """End a paragraph, of a cell where it stands in a table."""
        text = self._taken()
        if in_table:
            self._cell += text.split("\n")
            return
        self.lines += [*text.split("\n"), *self._hanging]
        self._hanging = []

    def table(self, word: str, number: int) -> None:
        """A control word of a table."""
        if word == "trowd":
            self._merged, self._merging = [], ""
        elif word in ("clvmgf", "clvmrg"):
            self._merging = word
        elif word == "cellx":
            self._merged.append((self._merging, number))
            self._merging = ""
        elif word == "nestcell":
            self.put("\t")
        elif word == "nestrow":
            self.end_paragraph(in_table=True)
        elif word == "cell":
            self.end_paragraph(in_table=True)
            self._cells.append(Cell.of(self._cell))
            self._cell = []
        else:
            self._end_row()

    def _end_row(self) -> None:
        cells = []
        for place, cell in enumerate(self._cells):
            merging, edge = self._merged[place] if place < len(self._merged) else ("", -1)
            if merging == "clvmrg":
                cell = cell.below(self._heads.get(edge))
            elif merging:
                self._heads[edge] = cell
            cells.append(cell)
        self.lines += [*Row.of(cells).printed(), *self._hanging]
        self._cells, self._hanging = [], []

    def finished(self) -> list[str]:
        """All lines, once the run has ended."""
        if self._cells or self._cell:  # a table that is cut off
            self.end_paragraph(in_table=True)
            self._cells.append(Cell.of(self._cell))
            self._end_row()
        self.end_paragraph()
        while self.lines and not self.lines[-1].strip():
            self.lines.pop()
        return self.lines

    def _taken(self) -> str:
        self._decode()
        text = "".join(self._text)
        self._text = []
        return text

    def _decode(self) -> None:
        if self._units:
            units = b"".join(unit.to_bytes(2, "little") for unit in self._units)
            self._text.append(units.decode("utf-16-le", "replace"))
            self._units = []
        if self._bytes:
            self._text.append(_decoded(bytes(self._bytes), self._encodings))
            self._bytes = bytearray()


def _decoded(data: bytes, encodings: tuple[str, ...]) -> str:
    for name in encodings:
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode(encodings[0], "replace")
