"""From the bytes of a file to its extraction record."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Any

from extractors.analysis import Analysis
from extractors.catalogues import Catalogue, read_catalogue
from extractors.judges.judge import Judge, shipped_judges
from extractors.readers import read_bytes
from extractors.record import Record
from extractors.record.making import record_of
from extractors.source import NotHereError, ReadError, SourceText
from extractors.steps import STEPS
from extractors.version import extractor_version


class Extractor:
    """Extracts records, document by document; each is a pure function of its bytes, its path and the ontology."""

    def __init__(self, judges: Mapping[str, Judge] | None = None) -> None:
        """Extract with ``judges`` by task in place of the ontology's, as a measurement on held-out documents does."""
        self._judges = {**shipped_judges(), **(judges or {})}

    @cached_property
    def version(self) -> str:
        """What made the records: rules and ontology."""
        return extractor_version()

    @cached_property
    def steps(self) -> dict[str, Callable[[Analysis], Any]]:
        """By the layer that it writes the function of each step, in their order; loaded on first use."""
        return {step.writes: step.load() for step in STEPS}

    def source(self, data: bytes, file: str) -> SourceText:
        """The text of a file and what its page says.

        Raises:
            ReadError: for bytes that are no document.
        """
        return read_bytes(data, file)

    def text(self, data: bytes, file: str) -> str:
        """The text that all spans of the record count in.

        Raises:
            ReadError: for bytes that are no document.
        """
        return self.source(data, file).text

    def record(self, data: bytes, file: str) -> Record:
        """The extraction record of one document; one that cannot be read has ``error`` set and the rest empty."""
        try:
            return self.record_and_text(data, file)[0]
        except NotHereError as error:
            return Record.refused(file, hashlib.sha256(data).hexdigest(), self.version, str(error))

    def record_and_text(
        self, data: bytes, file: str, given: Mapping[str, str] | None = None, sha256: str = ""
    ) -> tuple[Record, str]:
        """The record and the text that its spans count in (empty where it cannot be read).

        Args:
            data: the bytes of the document.
            file: what it is called.
            given: what a list of sources says of the document, as in ``SourceText``.
            sha256: the hash of the file, where ``data`` is what another program made of it.

        Raises:
            NotHereError: this machine cannot read it at present.
        """
        sha256 = sha256 or hashlib.sha256(data).hexdigest()
        try:
            source = self.source(data, file)
        except NotHereError:
            raise
        except ReadError as error:
            return Record.refused(file, sha256, self.version, str(error)), ""
        return self._recorded(replace(source, given=given or {}), file, sha256)

    def catalogue(self, data: bytes, file: str, columns: Mapping[str, str] | None = None) -> Catalogue:
        """The rows of a table of policies; give them to ``row_records``.

        Raises:
            ReadError: for bytes that are no such table.
        """
        return read_catalogue(data, file, columns)

    def row_records(self, catalogue: Catalogue, file: str) -> Iterator[tuple[Record, str]]:
        """The record and the text of each row that is a policy's, called ``file#row``; its hash is of its text."""
        for number, source in catalogue:
            yield self.row_record(source, f"{file}#{number}")

    def row_record(
        self, row: SourceText | ReadError, file: str, given: Mapping[str, str] | None = None
    ) -> tuple[Record, str]:
        """The record and the text (empty where it cannot be read) of one row, which is called ``file``."""
        if isinstance(row, ReadError):
            error = str(row)
            return Record.refused(file, hashlib.sha256(error.encode("utf-8")).hexdigest(), self.version, error), ""
        row = replace(row, given=given or {})
        return self._recorded(row, file, hashlib.sha256(row.text.encode("utf-8")).hexdigest())

    def _recorded(self, source: SourceText, file: str, sha256: str) -> tuple[Record, str]:
        text_sha256 = hashlib.sha256(source.text.encode("utf-8")).hexdigest()
        return record_of(self.analyse(source, file), sha256, text_sha256, self.version), source.text

    def analyse(self, source: SourceText, file: str) -> Analysis:
        """All layers of one document."""
        analysis = Analysis(source, file, self._judges)
        for layer, extract in self.steps.items():
            setattr(analysis, layer, extract(analysis))
        return analysis
