"""What a page says of its initiatives beside its links: first years, launches, beginnings, denominators.

All of it is what a trace says (kg/tracing), so that a page and ``reformkg trace`` count the same things by the same
names: a page draws a part of the graph, but its denominators are the regions observed in all of it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kg.pictures.evidence import forms_at
from kg.pictures.origin import launch_title, origin_model
from kg.pictures.regions import ADOPTED, class_of, ordered
from kg.pictures.words import Words
from kg.tracing.background import against_launch, turn_of
from kg.tracing.coverage import regions_at
from kg.tracing.facts import Facts, facts_of
from kg.tracing.ground import Ground, read_ground
from kg.tracing.record import Row
from kg.tracing.source import Source
from kg.tracing.statements import Statement
from kg.tracing.words import LEVELS
from kg.views.statements import Documents
from kg.views.variants import OF_MANY, THRESHOLDS, Variant, rows_of, variants

COLUMNS = (
    "region",
    "year",
    "lo",
    "bound",
    "state",
    "launch",
    "named",
    "planned",
    "laid_down",
    "designated",
    "sentence",
)
"""Of a row: the place of its region, what the trace says of its first adoption, the first year in which it is named at
all and of what may be stated beside, and the place of the sentence that shows what the region comes to."""
LANGUAGES = ("zh", "en")
MANY = 40
"""Of more initiatives a page offers fewer thresholds of confidence."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a graph states of the initiatives of a page.

    Attributes:
        ground: what it states apart from them.
        facts: what it states of each, by key, in the order of the keys.
        asked: the keys of the regions that were asked for; None for all.
    """

    ground: Ground
    facts: dict[str, Facts]
    asked: frozenset[str] | None


def read(
    source: Source, initiatives: Collection[str], *, regions: Collection[str] = (), years: tuple[int, int] | None = None
) -> Reading:
    """What ``source`` states of ``initiatives``, which are keys; ``regions`` and ``years`` are as of ``trace``."""
    ground = read_ground(source, years=years)
    keys = sorted(initiatives)
    facts = dict(zip(keys, facts_of(source, ground, keys, regions=regions), strict=True))
    return Reading(ground, facts, ground.below(regions))


def traced(
    found: Reading, initiatives: Mapping[str, int], documents: Documents, told: Collection[str]
) -> dict[str, Any]:
    """The traces of ``initiatives`` as data for the page.

    Args:
        found: what the graph of the page states of them.
        initiatives: by their keys, their places among the nodes of the page.
        documents: where the documents behind the sentences are collected.
        told: the keys of the relationships that the page has, with their sentences.

    Returns:
        ``regions``: name, level, code, key and observed years of all that are observed or named; ``there``: by level
        and year how many there were; ``variants``, ``initiatives`` with their rows under :data:`COLUMNS`,
        ``sentences`` (a key, what it is weighed as, where the page has the sentence with a link) and ``boxes``.
    """
    told_of = (statement for facts in found.facts.values() for statement in facts.statements)
    choices = variants(told_of, THRESHOLDS if len(found.facts) <= MANY else OF_MANY)
    maker = _Maker(documents, told, found.ground)
    for key in sorted(found.ground.observed):
        if found.asked is None or key in found.asked:
            maker.place_of(key)
    listed = [maker.initiative(facts, initiatives[key], choices) for key, facts in found.facts.items()]
    return {
        "regions": maker.regions,
        "there": _there(maker.regions, found.asked),
        "columns": COLUMNS,
        "variants": [[choice.name, choice.least] for choice in choices],
        "initiatives": listed,
        "sentences": maker.sentences,
        "boxes": maker.boxes,
    }


def _there(regions: Collection[list[Any]], asked: frozenset[str] | None) -> dict[str, dict[int, int]]:
    years = sorted({year for region in regions for year in region[-1]})
    return {level: {year: regions_at(level, year, asked) for year in years} for level in LEVELS}


@dataclass(slots=True)
class _Maker:
    """Regions, sentences and boxes, each listed once."""

    documents: Documents
    told: Collection[str]
    ground: Ground
    regions: list[list[Any]] = field(default_factory=list)
    sentences: list[dict[str, Any]] = field(default_factory=list)
    boxes: list[dict[str, Any]] = field(default_factory=list)
    _places: dict[str, int] = field(default_factory=dict)
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    _boxed: dict[str, int] = field(default_factory=dict)

    def place_of(self, key: str) -> int | None:
        """The place of a region; None for the country and what is no region that adopts."""
        if key not in self._places:
            node = self.ground.nodes["Region"].get(key)
            if node is None or node.properties["level"] not in LEVELS:
                return None
            self._places[key] = len(self.regions)
            known = node.properties
            seen = list(self.ground.observed.get(key, ()))
            self.regions.append([known["name"], known["level"], known["code"], key, seen])
        return self._places[key]

    def place(self, statement: Statement | None) -> int | None:
        """The place of a sentence; it is listed when it is asked for first."""
        if statement is None:
            return None
        # One sentence may be weighed in one variant as a mention, in another as what it states.
        key = (statement.key, statement.stage)
        if key not in self._numbers:
            self._numbers[key] = len(self.sentences)
            self.sentences.append(self._sentence(statement))
        return self._numbers[key]

    def _sentence(self, statement: Statement) -> dict[str, Any]:
        if statement.key in self.told:
            return {"key": statement.key, "status": statement.stage, "year": statement.year}
        name = statement.initiative.partition("/")[2]
        said = {
            "key": statement.key,
            "year": statement.year,
            "date": statement.date,
            "status": statement.stage,
            "quote": statement.quote,
            "marks": forms_at(statement.quote, name, statement.told) or None,
            "start": statement.start,
            "end": None if statement.start is None else statement.start + len(statement.quote),
            "rule": statement.rule,
            "confidence": statement.confidence,
            "document": self.documents.place(statement.source),
        }
        return {name: value for name, value in said.items() if value is not None}

    def initiative(self, facts: Facts, node: int, choices: list[Variant]) -> dict[str, Any]:
        """One initiative: its launch, its rows, and by variant the rows and boxes that differ from all sentences'."""
        is_shown = facts.are_shown(None)
        given: dict[str, Any] = {"node": node, "launch": _launch(facts)}
        first: dict[int, list[Any]] = {}
        others: dict[int, dict[str, Any]] = {}
        for number, choice in enumerate(choices):
            rows = rows_of(facts, choice.of(facts.statements), is_shown)
            cells = {cell[0]: cell for cell in (self._cells(row, facts) for row in rows.values())}
            boxes = self._origin(facts, rows, choice)
            if number == 0:
                first, given["rows"], given["boxes"] = cells, list(cells.values()), boxes
                continue
            changed = [cells.get(place, [place]) for place in first if cells.get(place) != first[place]]
            if changed or boxes != given["boxes"]:
                others[number] = {"rows": changed, "boxes": boxes}
        return given | ({"others": others} if others else {})

    def _cells(self, row: Row, facts: Facts) -> list[Any]:
        """A row under :data:`COLUMNS`; 0 for a year that there is not."""
        state = class_of(row)
        shows = row.adoption or row.stages.get(state) or row.statements[0]
        stages = (row.stages[name].year if name in row.stages else 0 for name in ("planned", "laid_down", "designated"))
        return [
            self.place_of(row.region.key),
            row.hi or 0,
            row.lo or 0,
            row.bound,
            row.adoption.stage if row.adoption and state == ADOPTED else state,
            against_launch(row.hi, facts.launched) if row.hi else None,
            row.statements[0].year,
            *stages,
            self.place(shows),
        ]

    def _origin(self, facts: Facts, rows: Mapping[str, Row], choice: Variant) -> dict[str, list[int]]:
        """By language the places of the four boxes."""
        given = tuple(each for each in facts.designations if each.statement in choice.of([each.statement]))
        silent = {each.statement.region for each in given} & facts.observed.keys() - rows.keys()
        kept = ordered([*rows.values(), *rows_of(facts, (), facts.are_shown(None), silent).values()])
        told = replace(facts, designations=given)
        return {
            lang: [self._box(box, kept) for box in origin_model(told, kept, self, Words(lang))] for lang in LANGUAGES
        }

    def _box(self, box: dict[str, Any], rows: Sequence[Row]) -> int:
        if "region" in box:
            box = box | {"region": self.place_of(rows[box["region"]].region.key)}
        text = repr(sorted(box.items()))
        if text not in self._boxed:
            self._boxed[text] = len(self.boxes)
            self.boxes.append(box)
        return self._boxed[text]


def _launch(facts: Facts) -> dict[str, Any] | None:
    at = turn_of(facts.launches)
    launch = next((launch for launch in facts.launches if launch.year), None)
    if at is None or launch is None:
        return None
    day = launch.date or str(launch.year)
    return {
        "at": round(at, 4),
        "year": launch.year,
        "day": day,
        "title": launch_title(launch),
        "policy": launch.policy.key,
    }
