"""Numbers in catalogues that are another document's: cells with the number that the row's policy cites."""

from __future__ import annotations

from extractors.catalogues import is_catalogue
from extractors.record import DocumentHead, Record
from kg.resolve.agencies import agency_region, bare_name, split_agencies
from kg.resolve.numbers import issuer_told
from ontology.regions import region_table


def is_row(record: Record) -> bool:
    """Whether the document is a row of a catalogue."""
    return is_row_path(record.file)


def is_row_path(path: str) -> bool:
    """Whether ``path`` is that of a row of a catalogue (policies.csv#17)."""
    return is_catalogue(path.rpartition("#")[0])


def is_anothers(record: Record) -> bool:
    """Whether the agency code of a row's number tells another body than the one that its title or cell names.

    The policy of such a row goes by its title; the two issuers are listed among the conflicts. Bodies of one region
    whose names begin alike (农业委员会, 农业农村委员会) are one, renamed; a number in the title is its own.
    """
    head = record.document
    number, issuer = head.number, head.issuer
    if not (is_row(record) and number and issuer and head.title) or number in head.title:
        return False
    told = split_agencies(issuer_told(number))
    printed = split_agencies(issuer)
    return bool(told) and not any(_alike(one, other, head) for one in told for other in printed)


def _alike(one: str, other: str, head: DocumentHead) -> bool:
    if one == other:
        return True
    table, year, own = region_table(), head.year, head.region
    if agency_region(one, table, year, own) != agency_region(other, table, year, own):
        return False
    first, second = (bare_name(name, table, year, own) for name in (one, other))
    return first[:2] == second[:2]
