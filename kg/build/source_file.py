"""One file of a run."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class SourceFile:
    """One file of a run.

    Attributes:
        file: what it is called in the records.
        path: where it lies now, which no file of a graph says.
        sha256: hash of its bytes, once they were hashed.
        known: the part of an earlier build that holds its records, if neither it nor the extractors changed since.
        columns: of a catalogue, what the user says its columns are: ``title=列名``, sorted.
        given: what a list of sources says of it: ``#region=510900``, of a row of a catalogue ``17#year=2018``; sorted.
        fault: why it is refused without being opened: it is a pipe, a device, a link that leads nowhere, an archive
            that cannot be unpacked.
        for_now: whether that is the machine's doing, so that the next build tries it again.
    """

    file: str
    path: Path
    sha256: str = ""
    known: Path | None = None
    columns: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    fault: str = ""
    for_now: bool = False

    def told(self, row: int | None = None) -> dict[str, str]:
        """What the list of sources says by field; of the row of a catalogue what it says of the row, then of all."""
        pairs = [item.split("#", 1) for item in self.given]
        fields = [pair.split("=", 1) for rows in ("", str(row)) for own, pair in pairs if own == rows]
        return dict(fields)
