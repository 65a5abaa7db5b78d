"""A document as a reader hands it on: its text, what its page says about it, and what is only page furniture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ontology.errors import ReformkgError


class ReadError(ReformkgError):
    """A file that cannot be read as a document; the message says why in one sentence, without the path."""


class NotHereError(ReadError):
    """A file that this machine cannot read at present, whatever it holds: a program is missing, or too slow."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one document.

    Attributes:
        text: the document decoded, line ends as LF, in reading order, the lines of a metadata table
            included (``发文字号：…``). All offsets of the record are indices into it.
        metadata: what the page or file says about the document outside the running text, by the names
            ``title``, ``number``, ``issuer``, ``recipient``, ``date`` (signed, ISO), ``published`` (ISO), ``kind``,
            ``url`` (its address on the web, whoever knows it: the page, a catalogue, a list of sources), ``region`` (a
            name or a code that means one region) and ``year`` (in figures), both of a catalogue. Values as printed,
            stripped; absent where nothing is said.
        furniture: spans ``(start, end)`` of ``text`` that are page furniture (字体, 分享到, ICP lines …), sorted and
            disjoint. They stay in the text, and nothing is extracted from them.
        given: what an analyst's list says of the document, which goes before all else: ``region`` (a code), ``year``,
            ``issuer``, ``title``, ``number``, ``date``, ``kind``, ``url``, as the head has them, the year in figures.
        unread: what of the document could not be read, a sentence each: ``pages 2-6 hold no text``.
    """

    text: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    furniture: tuple[tuple[int, int], ...] = ()
    unread: tuple[str, ...] = ()
    given: Mapping[str, str] = field(default_factory=dict)
