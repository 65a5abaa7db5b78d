"""A conflict: sources that contradict each other, listed beside the graph and never merged in silence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

KINDS: Mapping[str, tuple[str, str]] = {
    "agency.abolished": ("Documents give a body's end different dates.", "各文献所说的机构撤销日期不同。"),
    "agency.established": ("Documents give a body's founding different dates.", "各文献所说的机构成立日期不同。"),
    "document.date": ("A document bears a date of no year that can be.", "文献所署日期的年份不可能。"),
    "document.region": ("Equal texts stand in files of several regions.", "同一文本见于几个地区的文件。"),
    "policy.issuer": ("A document names another issuer than the number does.", "文献所说的发文机关与字号所示的不同。"),
    "policy.number": ("One title of one issuer bears several numbers.", "同一机关的同一标题有几个字号。"),
    "policy.title": ("One number stands for several titles.", "同一字号对应几个标题。"),
    "region.unknown": ("A document's region is in no table of regions.", "文献的地区不在区划表中。"),
    "region.validity": ("A region is named in a year when it had another name.", "所称地区在该年没有这个名称。"),
    "year.outside": ("A year is after the document, or before all that is read.", "年份晚于文献，或早于所读的一切。"),
}
"""What each kind of conflict is, in English and in Chinese."""


@dataclass(frozen=True, slots=True, order=True)
class Conflict:
    """One contradiction.

    Attributes:
        kind: what is contradicted: ``agency.established``, ``policy.title``, ``policy.issuer``, ``document.region`` …
        subject: key of the node it is about.
        values: the values that are stated, the chosen one first.
        statements: keys of the relationships or documents that state them, sorted.
    """

    kind: str
    subject: str
    values: tuple[str, ...]
    statements: tuple[str, ...]
