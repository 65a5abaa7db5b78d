"""The foot of a trace: what its figures rest on, and what they cannot say, in sentences with their numbers."""

from __future__ import annotations

import statistics
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.tracing.adopters import adopters
from kg.tracing.claims import FIRST, LEARNED, Claim
from kg.tracing.coverage import regions_at
from kg.tracing.designated import MODEL, PILOT, PROMOTED, Designation
from kg.tracing.facts import Facts
from kg.tracing.pace import PILOTS
from kg.tracing.panel import risk_years
from kg.tracing.record import Row
from kg.tracing.words import BOUNDS, LEFT, LEVELS, RANKED, UNOBSERVED
from ontology.loading import read_yaml
from ontology.schema import schema

if TYPE_CHECKING:
    from kg.tracing.curve import Curve
    from kg.tracing.event_list import LeftOut

_SOME = 10  # rows that are named
_FILE = Path(__file__).with_name("words.yaml")


@cache
def words(lang: str) -> dict[str, str]:
    """The sentences and headings of ``words.yaml`` in ``en`` or ``zh``."""
    found: dict[str, dict[str, str]] = read_yaml(_FILE)
    return found["zh" if lang == "zh" else "en"]


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence: its name in ``words.yaml`` and what is filled in."""

    name: str
    values: dict[str, Any] = field(default_factory=dict)

    def text(self, lang: str = "en") -> str:
        """The sentence in ``en`` or ``zh``."""
        values = dict(self.values)
        if "level" in values and lang == "zh":
            values["level"] = schema().levels.get(values["level"], "各级")
        if "stages" in values:
            told = (schema().statuses.get(stage) if lang == "zh" else stage for stage in values["stages"])
            named = (name or words(lang)[stage] for name, stage in zip(told, values["stages"], strict=True))
            values["stages"] = ("、" if lang == "zh" else ", ").join(named)
        if "reason" in values:
            values["reason"] = values["reason"].sentence(lang)
        if "median" in values:
            values["median"] = (
                "" if values["median"] is None else words(lang)["median_years"].format(years=values["median"])
            )
        return words(lang)[self.name].format(**values)


def notes(
    facts: Facts,
    rows: Collection[Row],
    counted: Collection[str],
    pilots: Collection[tuple[Any, ...]],
    naming: tuple[float | None, int],
) -> Iterator[Note]:
    """The foot of the trace of ``rows``.

    Args:
        facts: what the graph states.
        rows: the regions shown.
        counted: the stages of an adoption.
        pilots: the rows of that table.
        naming: the naming rate of all regions and the years that it is of.
    """
    found = adopters(rows)
    yield Note("counted", {"stages": tuple(counted)})
    if facts.parts:
        yield Note("parts", {"names": ", ".join(facts.parts)})
    elif facts.part_count:
        yield Note("has_parts", {"n": facts.part_count})
    if facts.launched is None:
        yield Note("launch_year") if facts.launches else Note("no_launch", {"name": facts.name})
    if found:
        yield from _of_adopters(facts, found)
    else:
        yield Note("no_adopter")
    yield from _of_coverage(facts, rows)
    rate, years = naming
    if rate is not None:
        yield Note("naming", {"share": _percent(rate), "years": years})
    elif found:
        yield Note("no_naming")
    yield from _of_rules(rows, counted)
    if pilots:
        took = [took for row in pilots if (took := row[PILOTS.index("years")]) is not None]
        median = statistics.median(took) if took else None
        yield Note("pilots_told", {"n": len(pilots), "full": len(took), "median": median})
    unsure = sum(1 for row in rows for statement in row.statements if statement.unsure)
    if unsure:
        yield Note("unsure", {"n": unsure})
    if facts.areas:
        yield Note("areas", {"names": ", ".join(facts.areas)})
    if facts.areas_joined:
        yield Note("areas_joined", {"names": ", ".join(facts.areas_joined)})
    if facts.undated:
        yield Note("undated", {"n": facts.undated})


def claim_notes(claims: Collection[Claim], rows: Collection[Row]) -> Iterator[Note]:
    """How many of the regions shown say from whom they learned it, and that they were the first."""
    learned = [claim for claim in claims if claim.kind == LEARNED]
    first = [claim for claim in claims if claim.kind == FIRST]
    of = len(adopters(rows))
    values = {"inferred": sum(c.inferred for c in learned), "planned": sum(c.planned for c in learned)}
    yield Note("learned", {"n": len(learned), "regions": len({c.region for c in learned}), "of": of} | values)
    if first:
        scopes = {level: sum(c.scope == level for c in first) for level in ("country", *LEVELS[:2])}
        yield Note("first", {"n": len(first), "regions": len({c.region for c in first}), "of": of} | scopes)


def list_notes(facts: Facts, rows: Collection[Row]) -> Iterator[Note]:
    """What the trace of a list of events rests on."""
    found, years = adopters(rows), sorted({year for row in rows for year in row.observed})
    without = sum(1 for row in rows if row.adoption is None and row.level != "country")
    span = {"first": years[0], "last": years[-1]} if years else {"first": None, "last": None}
    yield Note("listed", {"file": facts.listed, "n": len(found), "without": without} | span)
    if facts.shown is not None:
        yield Note("listed_shown", {"of": len(facts.observed)})
    yield from _of_successors(facts, found)


def left_out_notes(left_out: LeftOut) -> Iterator[Note]:
    """The rows of a list of events whose region is not told: their number, and the first of them."""
    for name, rows in (("left_unknown", left_out.unknown), ("left_ambiguous", left_out.ambiguous)):
        if rows:
            some = ", ".join(rows[:_SOME]) + (" …" if len(rows) > _SOME else "")
            yield Note(name, {"n": len(rows), "rows": some})


def designation_notes(given: Collection[Designation]) -> Iterator[Note]:
    """How many distinctions superiors ``given`` to the regions shown."""
    if given:
        kinds = [each.kind for each in given]
        regions = {each.statement.region for each in given}
        values = {"pilots": kinds.count(PILOT), "models": kinds.count(MODEL), "promoted": kinds.count(PROMOTED)}
        agency = sum(1 for each in given if each.decided_by)
        yield Note("designations_told", {"n": len(given), "regions": len(regions), "agency": agency} | values)


def refusals(curves: Mapping[str, Curve]) -> Iterator[Note]:
    """Why something is missing from the fitted ``curves``, by level."""
    for level, curve in curves.items():
        for refusal in curve.refusals:
            yield Note("refused", {"level": level, "reason": refusal})


def panel_notes(rows: Collection[Row]) -> Iterator[Note]:
    """What the panel of ``rows`` leaves out."""
    of_regions = [row for row in rows if row.level != "country"]
    years = [at for row in of_regions for at in risk_years(row)]
    events = sum(1 for at in years if at.event)
    inside = len({at.row.region.key for at in years})
    risk = sum(1 for at in years if at.at_risk)
    yield Note("panel", {"regions": inside, "rows": len(years), "risk": risk, "events": events})
    late = [row for row in of_regions if row.bound in {LEFT, UNOBSERVED} and row.hi is not None]
    after = sum(1 for row in of_regions if row.bound in RANKED) - events
    yield Note("panel_absent", {"left": len(late), "after": after})


def _of_adopters(facts: Facts, found: list[Row]) -> Iterator[Note]:
    bounds = [row.bound for row in found]
    yield Note("bounds", {"n": len(found)} | {bound: bounds.count(bound) for bound in BOUNDS})
    early = [row for row in found if facts.launched and row.hi is not None and row.hi < facts.launched]
    if early:
        yield Note("before", {"n": len(early), "of": len(found), "year": facts.launched})
    single = sum(1 for row in found if len(row.observed) == 1)
    yield Note("single", {"n": single, "of": len(found)})
    yield Note("exact_orders")
    yield from _of_successors(facts, found)


def _of_successors(facts: Facts, found: list[Row]) -> Iterator[Note]:
    """How many adopters are one place with another, under two names."""
    keys = {row.region.key: row for row in found}
    twice = [(key, heir) for key in keys if (heir := facts.heirs.get(key)) in keys and not facts.joined]
    if twice:
        old, new = (facts.regions[key].properties["name"] for key in twice[0])
        yield Note("successors", {"n": len(twice), "old": old, "new": new})


def _of_coverage(facts: Facts, rows: Collection[Row]) -> Iterator[Note]:
    seen = [row for row in rows if row.observed and row.level in LEVELS]
    if not seen:
        yield Note("unobserved_all")
    for level in LEVELS:
        of_level = [row for row in seen if row.level == level]
        years = sorted({year for row in of_level for year in row.observed})
        if years:
            of = regions_at(level, years[-1], facts.shown)
            values = {"observed": len(of_level), "of": of, "level": level, "first": years[0], "last": years[-1]}
            yield Note("observed", values)


def _of_rules(rows: Collection[Row], counted: Collection[str]) -> Iterator[Note]:
    """How much of what is told stands in rules: documents that observe nothing."""
    told = [statement for row in rows for statement in row.statements]
    by_rule = [s for row in rows for s in row.statements if s.by_rule]
    only = sum(1 for row in rows if row.adoption is None and "laid_down" in row.stages and row.level != "country")
    if by_rule or only:
        share = _percent(len(by_rule) / len(told))
        yield Note("rules", {"share": share, "statements": len(told), "only": only})


def _percent(share: float) -> str:
    return f"{100 * share:.0f}"
