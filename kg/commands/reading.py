"""Commands that need no graph: the text of a file, a document number, extraction records."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.commands.base import Command, language, say
from kg.commands.inputs import end_with_refused, find_inputs, map_option, sources_option
from kg.commands.limiting import limits_options
from kg.commands.options import rows_options
from kg.commands.progress import bar, tell_left_out
from kg.commands.showing import Show, writing
from kg.errors import SelectionError

if TYPE_CHECKING:
    from kg.build.budget import Limits
    from kg.build.source_file import SourceFile
    from ontology.regions import Region

STDIN = "stdin.txt"


@click.command(
    cls=Command,
    zh="打印一份文献的文本，所有位置都以它计数。",
    examples=("reformkg text 遂宁.docx", "reformkg text policies.csv#17", "curl -s URL | reformkg text -"),
)
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
def text(file: Path) -> None:
    """Print the text of FILE that all spans count in."""
    found = _text_of(file)
    sys.stdout.write(found if found.endswith("\n") else found + "\n")


@click.command(
    cls=Command,
    zh="把一份文献连同读出的内容写成网页，标在正文里。",
    examples=("reformkg read 遂宁.docx -o 遂宁.html", "reformkg --lang zh read 'policies.csv#17' -o row.html"),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="The page, one HTML file.")
def read(file: Path, output: Path) -> None:
    """Write FILE as a page with all that was read in it marked in its text.

    Each mark leads to what it says: the rule that read it, how sure that is, the key of its node. The page has no
    script and asks for nothing. Of a table of policies name a row: policies.csv#17.
    """
    from kg.build.one import document_of
    from kg.marked.page import write_page

    document = document_of(file)
    write_page(output, document.record, document.text, lang=language())
    say(f"{output}: {sum(1 for _ in document.record.entries()):,} findings")


@click.command(
    cls=Command,
    zh="把发文字号写成规范形式，并给出发文机关或可能的机关。",
    examples=("reformkg number '川办发[2016]76号'", "reformkg number 府办发〔2016〕5号 --region 遂宁市"),
)
@click.argument("number")
@click.option("--region", help="The region of the document that cites it, by name or code.")
@rows_options
def number(number: str, region: str | None, show: Show) -> None:
    """Print NUMBER in its normal form, with its issuer or the candidates."""
    from cypher.results import Result
    from extractors.numbers.issuers import describe

    found = describe(number, _region(region) if region else None)
    if found is None:
        raise SelectionError(f"{number} holds no document number such as 川办发〔2016〕76号")
    columns = ("number", "code", "year", "serial", "issuer", "candidates")
    values = (found.number, found.code, found.year, found.serial, found.issuer, list(found.candidates))
    show(Result(columns, (values,)))


@click.command(
    cls=Command,
    zh="抽取记录，每份文献一行 JSON，不需要图谱。",
    examples=(
        "reformkg extract reports/ -o records.jsonl",
        "reformkg extract reports/ --workers 4 | head -1",
        "reformkg extract policies.xlsx --map title=文件名",
        "reformkg extract reports/ --sources list.xlsx -o records.jsonl",
    ),
)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...", type=click.Path(path_type=Path, allow_dash=True))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file instead of printing.")
@click.option("--workers", type=click.IntRange(1), help="Processes (default: one a core).")
@map_option
@sources_option
@limits_options
@click.pass_context
def extract(
    context: click.Context,
    paths: tuple[Path, ...],
    output: Path | None,
    workers: int | None,
    columns: dict[str, str],
    sources: Path | None,
    limits: Limits,
) -> None:
    """Print extraction records, one JSON object a line, of files and folders; each row of a table is a document."""
    from kg.build.extract import extract_files
    from kg.build.untold import later_sentences, partly_read, sentences, unused_sentences

    documents = refused = later = 0
    left_out = {}
    unused = {}
    untold, unread = [], []
    with (
        _inputs(paths, columns, sources, workers, limits) as files,
        writing(output) as stream,
        bar(len(files), "extract") as advance,
    ):
        for extracted in extract_files(files, workers, limits):
            for line in extracted.lines:
                stream.write(line.json + "\n")
                documents += 1
                later += line.later
                unread += [(line.file, line.unread)] if line.unread else []
                untold += [(line.file, line.untold)] if line.untold else []
                if line.error:
                    refused += 1
                    say(f"{line.file}: {line.error}")
            if extracted.left_out:
                left_out[extracted.file] = extracted.left_out
            if extracted.unused:
                unused[extracted.file] = extracted.unused
            advance(1)
    tell_left_out(left_out)
    read = unused_sentences(unused), partly_read(unread)
    for sentence in chain(*read, sentences(untold, documents), later_sentences(later)):
        say(sentence)
    end_with_refused(context, refused, documents)


def _text_of(file: Path) -> str:
    from extractors.readers import read_bytes
    from kg.build.one import text_of

    if str(file) == "-":
        return read_bytes(sys.stdin.buffer.read(), STDIN).text
    return text_of(file)


def _region(word: str) -> Region:
    from ontology.regions import region_table

    table = region_table()
    found = table.by_code(word)[-1:] or table.named(word)[-1:]
    if not found:
        raise SelectionError(f"no region has the name or code {word}")
    return found[0]


@contextlib.contextmanager
def _inputs(
    paths: tuple[Path, ...], columns: dict[str, str], sources: Path | None, workers: int | None, limits: Limits
) -> Iterator[list[SourceFile]]:
    """The files under ``paths``, in the order of their names; ``-`` is what stdin holds."""
    from kg.build.files import nothing_under
    from kg.build.scratch import Scratch
    from kg.build.source_file import SourceFile

    named = [path for path in paths if str(path) != "-"]
    with (
        find_inputs(named, columns, sources, workers, limits) as files,
        Scratch() as folder,
    ):
        if len(named) < len(paths):
            copy = folder / STDIN
            copy.write_bytes(sys.stdin.buffer.read())
            files.append(SourceFile(STDIN, copy))
        if not files:
            raise nothing_under(paths)
        yield files
