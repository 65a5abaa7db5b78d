"""An analyst's list of sources: what each file is, in a table with a row a file; it has the first word in the heads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from extractors.archives import inner_path
from extractors.catalogues.header import Header, find_header
from extractors.catalogues.tables import Row, sheets_of
from extractors.numbers.grammar import parse_number
from extractors.regions.named import region_named
from extractors.source import ReadError
from extractors.text.iso import find_day, find_time
from extractors.text.web_address import web_address
from kg.errors import InputError
from ontology.catalogue import catalogue_cues
from ontology.furniture import furniture
from ontology.limits import FIRST_YEAR, LAST_YEAR
from ontology.schema import schema

NAMES = ("sources.csv", "sources.xlsx")
"""What a list is called that is found in a folder by itself."""
FIELDS = ("region", "year", "issuer", "title", "number", "date", "kind", "url")
"""What a list can say of a file."""
_REGION = ("region", "province", "city", "county")
_SUFFIXES = (".csv", ".tsv", ".xlsx", ".xls", ".jsonl")
_PATTERN = re.compile(r"[*?\[]")
_SHOWN = 5  # faults, lines or files that are named in a message


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of a list: its number in the file, the file or pattern that it names, what it says by field."""

    number: int
    file: str
    told: Mapping[str, str]


@dataclass(slots=True)
class SourceList:
    """A list of sources.

    Attributes:
        name: what it is called in messages.
        lines: its lines, in their order.
        folder: what stands before the names in it: the folder that it was found in, relative to the argument.
        file: the name of its file.
        matched: the numbers of the lines that named a file so far.
        named: those files.
    """

    name: str
    lines: tuple[SourceLine, ...]
    folder: str = ""
    file: str = ""
    matched: set[int] = field(default_factory=set)
    named: set[str] = field(default_factory=set)

    def of(self, file: str) -> tuple[str, ...]:
        """What the list says of ``file``, as ``row#field=value``, sorted; the row is empty, but of rows of a table.

        A line that names the file goes before one whose pattern it matches, and of these the first.
        """
        told: dict[tuple[str, str], str] = {}
        for line in sorted(self.lines, key=lambda line: (bool(_PATTERN.search(line.file)), line.number)):
            pattern, mark, row = line.file.rpartition("#")
            if not (mark and row.isdecimal()):
                pattern, row = line.file, ""
            if self._names(pattern, file):
                self.matched.add(line.number)
                self.named.add(file)
                for name, value in line.told.items():
                    told.setdefault((row, name), value)
        return tuple(sorted(f"{row}#{name}={value}" for (row, name), value in told.items()))

    def _names(self, pattern: str, file: str) -> bool:
        whole = f"{self.folder}/{pattern}" if self.folder else pattern
        base = PurePosixPath(file).name
        if _PATTERN.search(pattern):
            inner = inner_path(file)  # in an archive a pattern means what it means in a folder
            if inner != file and self._holds(file) and fnmatchcase(inner, pattern):
                return True
            return fnmatchcase(file, whole) or ("/" not in pattern and self._holds(file) and fnmatchcase(base, pattern))
        # The name may be longer than the file's, by the argument's folder, or shorter, by folders inside it.
        return file == whole or whole.endswith(f"/{file}") or (self._holds(file) and f"/{file}".endswith(f"/{pattern}"))

    def _holds(self, file: str) -> bool:
        return not self.folder or file.startswith(f"{self.folder}/")

    def sentences(self, files: Sequence[str]) -> Iterator[str]:
        """Which lines name no file, and which of ``files``, which were asked for before, have no line."""
        lost = [line for line in self.lines if line.number not in self.matched]
        if lost:
            shown = _few([f"line {line.number} {line.file}" for line in lost])
            yield f"{self.name}: {len(lost):,} of {len(self.lines):,} lines name no file that is read: {shown}"
        mine = [file for file in files if self._holds(file)]
        bare = [file for file in mine if file not in self.named]
        if bare:
            yield f"{self.name}: {len(bare):,} of {len(mine):,} files have no line in it: {_few(bare)}"


def load_sources(
    path: Path, columns: Mapping[str, str] | None = None, folder: str = "", called: str = ""
) -> SourceList:
    """The list of sources in the table ``path`` (CSV, TSV, Excel or JSON lines).

    Args:
        path: the file.
        columns: field → column, for columns that go by names of their own (``file`` and ``kind`` among them).
        folder: as in ``SourceList``.
        called: what messages call it, where that is not its path.

    Raises:
        InputError: it cannot be read, names no files, or says what cannot be: each such cell is told with its line.
    """
    called = called or str(path)
    if path.suffix.lower() not in _SUFFIXES:
        raise InputError(f"{called} is no list of sources; it may be a {', '.join(_SUFFIXES)}")
    try:
        lines = list(_lines(path.read_bytes(), path.suffix.lower(), columns or {}))
    except OSError as error:
        raise InputError(f"{called} cannot be opened ({error.strerror or type(error).__name__})") from error
    except ReadError as error:
        raise InputError(f"{called} is no list of sources: {error}") from error
    faults: list[str] = []
    read = tuple(_line(number, cells, header, faults) for number, cells, header in lines)
    if faults:
        raise InputError(f"{called}: {_few(faults, '; ')}")
    return SourceList(called, read, folder, path.name)


def is_list(path: Path) -> bool:
    """Whether the table ``path`` names files, as a list of sources does and no catalogue."""
    try:
        return next(_headers(path.read_bytes(), path.suffix.lower(), {}), None) is not None
    except (OSError, ReadError):
        return False


def _headers(
    data: bytes, suffix: str, columns: Mapping[str, str]
) -> Iterator[tuple[Header, Iterator[tuple[int, Row | ReadError]]]]:
    """The sheets that name files: their headers, and their rows by number."""
    cues = catalogue_cues()
    known = {**{name: list(words) for name, words in {**cues.columns, **cues.listed}.items()}}
    known |= {name: [column] for name, column in columns.items()}
    for sheet in sheets_of(data, suffix):
        numbered = list(enumerate(sheet.rows, 1))
        header, below = find_header((row for _, row in numbered), known, needed="file")
        if "file" in header.places:
            count = sum(1 for _ in below)
            yield header, iter(numbered[len(numbered) - count :])


def _lines(data: bytes, suffix: str, columns: Mapping[str, str]) -> Iterator[tuple[int, dict[str, str], Header]]:
    found = False
    for header, rows in _headers(data, suffix, columns):
        found = True
        for number, row in rows:
            if isinstance(row, ReadError):
                raise row
            cells = {
                name: row.cells[place]
                for name, place in header.places.items()
                if place < len(row.cells) and row.cells[place] and row.cells[place] not in furniture().blanks
            }
            if "file" in cells:
                yield number, cells, header
    if not found:
        raise ReadError("it has no column of files; name it with --map file=COLUMN")


def _line(number: int, cells: Mapping[str, str], header: Header, faults: list[str]) -> SourceLine:
    told = {name: cells[name] for name in ("issuer", "title") if name in cells}
    for name, read in (("year", _year), ("date", find_day), ("number", _number), ("kind", _kind), ("url", web_address)):
        if name in cells:
            value = read(cells[name])
            if value is None:
                faults.append(f"line {number}, {header.names[header.places[name]]}: {cells[name]} {_NONE[name]}")
            else:
                told[name] = value
    named = "/".join(dict.fromkeys(cells[name] for name in _REGION if name in cells))
    if named:
        year = told.get("year") or told.get("date", "")[:4]
        found = region_named(named, int(year) if year else None)
        if found.code is None:
            faults.append(f"line {number}: {found.fault(named)}")
        else:
            told["region"] = found.code
    file = unicodedata.normalize("NFC", cells["file"].replace("\\", "/").removeprefix("./"))
    return SourceLine(number, file, told)


_NONE = {
    "year": f"is no year from {FIRST_YEAR} to {LAST_YEAR}",
    "date": "is no day such as 2018-05-08",
    "number": "is no document number such as 川办发〔2016〕76号",
    "kind": f"is none of {'、'.join(schema().document_kinds.values())}",
    "url": "is no address on the web",
}


def _year(cell: str) -> str | None:
    time = find_time(cell)
    return time[:4] if time and FIRST_YEAR <= int(time[:4]) <= LAST_YEAR else None


def _number(cell: str) -> str | None:
    number = parse_number(cell)
    return str(number) if number else None


def _kind(cell: str) -> str | None:
    kinds = schema().document_kinds
    return next((kind for kind, chinese in kinds.items() if cell.lower() in (kind, chinese)), None)


def _few(told: Sequence[str], divider: str = ", ") -> str:
    more = f" and {len(told) - _SHOWN:,} more" if len(told) > _SHOWN else ""
    return divider.join(told[:_SHOWN]) + more
