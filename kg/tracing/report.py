"""A trace written down: a report for a terminal or in Markdown, or all of it as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TextIO

from cypher.results import Result
from kg.sections import Report, Section, write_object
from kg.tracing.bars import curve
from kg.tracing.trace import Trace

# What is printed of each table, in this order: the columns, and the most rows.
_SECTIONS: dict[str, Section] = {
    "origin": (("what", "place", "title", "year", "date", "by", "launch", "form", "quote"), 12),
    "adoptions": (None, 40),
    "first_adopters": (
        ("rank", "region", "level", "year", "lo", "bound", "p_missed", "stage", "confidence", "launch", "quote"), 15,
    ),
    "lag_by_level": (None, 3),
    "order_by_level": (None, 3),
    "pace": (None, 12),
    "designations": (
        ("designation", "region", "level", "scope", "decided_by", "initiative", "year", "quote"), 15,
    ),
    "pilots": (("region", "level", "pilot", "full", "years", "last_observed"), 12),
    "claims": (("claim", "region", "origin", "scope", "initiative", "year", "planned", "inferred", "quote"), 20),
}  # fmt: skip
# The same of what --curve, --bass and --tree add.
_ADDED: dict[str, Section] = {
    "model": (
        ("level", "adopters", "bounded", "naming", "midpoint", "midpoint_low", "midpoint_high", "slope", "plateau",
         "hazard_before", "hazard_after", "hazard_ratio", "ratio_low", "ratio_high"), 4,
    ),
    "bass": (None, 4),
    "proven": (("destination", "origin", "relation", "lag", "told", "quote"), 40),
    "likely": (("destination", "origin", "relation", "lag", "probability"), 40),
}  # fmt: skip


def write_report(trace: Trace, report: Report, added: Mapping[str, Result] | None = None) -> None:
    """Write the report of ``trace``, with the tables of ``added`` that it shows."""
    report.title(trace.initiative)
    report.lines(_launches(trace, report.said()), "\n")
    for name, section in _SECTIONS.items():
        if name == "adoptions":
            _write_curve(trace, report)
        report.section(name, trace[name], section)
    for name, section in _ADDED.items():
        if added and name in added:
            report.section(name, added[name], section, more="more_added")
    report.notes(trace.notes)


def _write_curve(trace: Trace, report: Report) -> None:
    """Draw how many adopted by year, if any did."""
    drawn = list(curve(trace.rows, trace.facts.launched))
    if not drawn:
        return
    fence, listed = "```\n" if report.form == "md" else "", "_listed" if trace.facts.listed else ""
    report.heading(f"curve{listed}")
    legend = report.said()["curve_legend" + listed]
    report.stream.write(fence + "".join(f"{bar}\n" for bar in drawn) + f"{fence}{legend}\n")


def write_json(trace: Trace, stream: TextIO, lang: str, added: Mapping[str, Result] | None = None) -> None:
    """Write all tables of ``trace``, and those that are ``added``, as one object, each a list of rows."""
    head = {
        "initiative": trace.initiative,
        "parts": list(trace.facts.parts),
        "counted": list(trace.counted),
        "launched": trace.facts.launched,
    }
    write_object(head, {**trace.tables, **(added or {})}, trace.notes, stream, lang)


def _launches(trace: Trace, said: dict[str, str]) -> list[str]:
    found = []
    for launch in trace.facts.launches:
        properties = launch.policy.properties
        title = " ".join(str(properties[name]) for name in ("title", "number") if name in properties)
        told = said["launched"].format(title=title, issuer=launch.issuer or "?", date=launch.date or launch.year or "?")
        found.append(told if launch.checked is not False else f"{told}: {said['unchecked']}")
    return found
