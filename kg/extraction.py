"""Extraction records without a graph, for programmers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from extractors.catalogues import is_catalogue
from extractors.record import Record
from kg.build.files import as_paths, find_files
from kg.build.pool import in_shards
from kg.build.saving import saved_anew
from kg.build.worker import documents_of, extractor
from kg.disk.parts import Aside
from kg.errors import InputError

_SHARD = 64  # files of which those in an old format are saved together


def extract(data: bytes, file: str) -> Record:
    """The extraction record of one document.

    Args:
        data: the bytes of the document: of any format that is read (``reformkg formats``).
        file: what it is called, with its ending. Where the text does not name its region or its year, these words may
            (``2021_遂宁市.txt``).

    Returns:
        The record. Where the document cannot be read, its ``error`` says why, and the layers are empty.

    Raises:
        InputError: ``file`` is a table of policies, in which each row is a document: see :func:`extract_files`.

    Examples:
        >>> from kg import extract
        >>> record = extract("2021年，射洪市全面推行“一网通办”。".encode(), "2021_射洪市.txt")
        >>> [(a.region, a.initiative, a.status, a.year) for a in record.adoptions]
        [('510981', '一网通办', 'implemented', 2021)]
        >>> extract(b"", "empty.txt").error
        'it is empty'
    """
    if is_catalogue(file):
        raise InputError(f"{file} is a table, and each row is a document of its own; extract_files reads such")
    return extractor().record(data, file)


def extract_files(
    paths: str | Path | Iterable[str | Path],
    columns: Mapping[str, str] | None = None,
    sources: str | Path | None = None,
) -> Iterator[Record]:
    """The extraction records of all documents under ``paths``, by file name, each made when it is asked for.

    All is done in this process; ``reformkg extract`` and :func:`build_graph` use as many as there are cores.

    Args:
        paths: files and folders; of a folder, the files that can be read.
        columns: field → column of the tables of policies whose columns go by names of their own.
        sources: a list of what the files are, which has the first word.

    Returns:
        A record for each document, and for each row of a table; ``error`` says of a document why it cannot be read.

    Raises:
        InputError: a path is not there, or a file changes while it is read.

    Examples:
        >>> from kg import extract_files
        >>> records = list(extract_files("examples/reports"))
        >>> len(records), records[0].file, records[0].document.year
        (18, '2015_河北省保定市.txt', 2015)
    """
    with find_files(as_paths(paths), columns, Path(sources) if sources else None) as found:
        for shard in in_shards(found.files, _SHARD):
            with saved_anew(shard) as saved:
                for source in shard:
                    for document in documents_of(source, frozenset(), Aside(), saved=saved):
                        yield document.record
