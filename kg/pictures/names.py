"""The names of a reform over the years: which of them the reports of a fixed panel of regions use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from kg.pictures.evidence import forms_at
from kg.pictures.words import Words, percent
from kg.tracing.facts import Facts
from kg.tracing.record import Row
from kg.tracing.source import Source
from kg.tracing.statements import Statement

OFTEN = 0.6
"""Share of the years on which a region of the panel has a report."""
FEWEST = 5
"""Regions that a panel needs."""
MOST_NAMES = 3
"""Names told apart; the others are one."""
SILENT, NO_REPORT = -1, -2
"""In the panel: a report without any of the names; no report."""


def family(source: Source, key: str) -> list[str]:
    """The names that the reform bore one after the other, the oldest first: its own, with what turned into it and what
    it turned into; where several did, the last.
    """
    turns = sorted(source.relationships("EVOLVED_INTO"), key=lambda edge: (edge.properties.get("year") or 0, edge.key))
    before = {edge.end: edge.start for edge in turns}
    after = {edge.start: edge.end for edge in turns}
    chain = [key]
    while (older := before.get(chain[0])) and older not in chain:
        chain.insert(0, older)
    while (newer := after.get(chain[-1])) and newer not in chain:
        chain.append(newer)
    return [name.partition("/")[2] for name in chain]


def names_used(chain: Sequence[Facts]) -> dict[tuple[str, int], list[str]]:
    """By region and year of a report, the names in it that ``chain`` tells apart.

    Of several reforms that turned into each other these are their names; of a single one, the forms of its name.
    """
    found: dict[tuple[str, int], list[str]] = {}
    for facts in chain:
        for statement in facts.statements:
            if statement.told is not None and statement.told in facts.observed.get(statement.region, ()):
                used = found.setdefault((statement.region, statement.told), [])
                name = facts.name if len(chain) > 1 else _form(statement)
                if not statement.by_rule and name and name not in used:
                    used.append(name)
    return found


def names_model(rows: Sequence[Row], years: Sequence[int], chain: Sequence[Facts], words: Words) -> dict[str, Any]:
    """The picture as data, or ``refused`` with the reason.

    ``strata``: the names, the oldest first. ``panel``: for each region, by year, the place of the newest name that its
    report uses, :data:`SILENT` or :data:`NO_REPORT`. ``several``: by year, the regions whose reports use more than one.

    Args:
        rows: the regions in the order of the page.
        years: those of the axis.
        chain: what the graph states of the reform, or of each of those that turned into each other, the oldest first.
        words: the language.
    """
    used = names_used(chain)
    told = [year for _, year in used]
    years = [year for year in years if told and min(told) <= year]
    panel = [place for place, row in enumerate(rows) if _often(row, years)]
    seen = sum(1 for row in rows if row.observed)
    if reason := _refused(len(panel), seen, years, words):
        return {"refused": reason}
    years = _told_years(years, [rows[place] for place in panel])
    of_panel = {rows[place].region.key for place in panel}
    strata, other = _strata({at: names for at, names in used.items() if at[0] in of_panel and at[1] in years}, chain)
    if not strata:
        return {"refused": words.say("names_none", n=len(panel))}
    cells = [[_cell(rows[place], year, used, strata, other) for year in years] for place in panel]
    several = [sum(1 for place in panel if len(used.get((rows[place].region.key, year), ())) > 1) for year in years]
    names = [*strata, *([words.say("names_other", n=len(other))] if other else [])]
    return {
        "strata": names,
        "years": list(years),
        "regions": panel,
        "panel": cells,
        "several": several,
        "finding": _finding(names, cells, years, words),
        "measure": words.say("names_measure", n=len(panel), of=seen),
        "chain": len(chain) > 1,
    }


def _often(row: Row, years: Sequence[int]) -> bool:
    return bool(years) and sum(1 for year in years if year in row.observed) >= OFTEN * len(years)


def _refused(panel: int, seen: int, years: Sequence[int], words: Words) -> str | None:
    """Why no picture is drawn: a share of regions that come and go is one of the sources, not of the names."""
    if len(years) < 2:
        return words.say("names_no_years")
    if panel < FEWEST or 2 * panel < seen:
        return words.say("names_no_panel", n=panel, of=seen, share=percent(OFTEN), years=len(years))
    return None


def _told_years(years: Sequence[int], panel: Sequence[Row]) -> list[int]:
    """``years`` without those at either end on which fewer than :data:`FEWEST` of the panel have a report."""
    told = [year for year in years if sum(1 for row in panel if year in row.observed) >= FEWEST]
    return [year for year in years if told[0] <= year <= told[-1]]


def _form(statement: Statement) -> str | None:
    name = statement.initiative.partition("/")[2]
    marks = forms_at(statement.quote, name, statement.told)
    return statement.quote[marks[0][0] : marks[0][1]] if marks else None


def _strata(used: Mapping[tuple[str, int], list[str]], chain: Sequence[Facts]) -> tuple[list[str], list[str]]:
    """The names told apart, the oldest first, and the others."""
    if len(chain) > 1:
        order = [facts.name for facts in chain]
    else:
        counts = Counter(name for names in used.values() for name in names)  # of one year: the rarer says more
        first = {name: min(year for (_, year), names in used.items() if name in names) for name in counts}
        order = sorted(counts, key=lambda name: (first[name], -counts[name], name))
        kept = set(sorted(counts, key=lambda name: (-counts[name], name))[:MOST_NAMES])
        return [name for name in order if name in kept], [name for name in order if name not in kept]
    present = {name for names in used.values() for name in names}
    kept_chain = [name for name in order if name in present]
    return kept_chain[-MOST_NAMES:], kept_chain[:-MOST_NAMES]


def _cell(
    row: Row, year: int, used: Mapping[tuple[str, int], list[str]], strata: Sequence[str], other: Sequence[str]
) -> int:
    if year not in row.observed:
        return NO_REPORT
    names = used.get((row.region.key, year), [])
    newest = max((strata.index(name) for name in names if name in strata), default=SILENT)
    return len(strata) if newest == SILENT and any(name in other for name in names) else newest


def _finding(strata: Sequence[str], cells: Sequence[Sequence[int]], years: Sequence[int], words: Words) -> str:
    """Which name leads in which years, where one does: the most regions of those with a report, at least two."""
    leads: list[tuple[int, int, int]] = []
    for at, year in enumerate(years):
        counts = Counter(row[at] for row in cells if row[at] >= 0)
        best = counts.most_common(2)
        if best and best[0][1] > 1 and (len(best) == 1 or best[0][1] > best[1][1]):
            name = best[0][0]
            if leads and leads[-1][0] == name:
                leads[-1] = (name, leads[-1][1], year)
            else:
                leads.append((name, year, year))
    if not leads:
        return words.say("names_no_lead")
    told = (
        words.say("names_lead" if first != last else "names_lead_year", name=strata[name], first=first, last=last)
        for name, first, last in leads[:4]
    )
    return words.say("names_finding", leads=words.joined(told))
