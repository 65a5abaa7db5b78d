"""The origin box: the first mention, the first pilot, the first deed, the centre's document, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from kg.pictures.evidence import Placed
from kg.pictures.words import Words
from kg.tracing.background import Launch
from kg.tracing.designated import PILOT, Designation
from kg.tracing.facts import Facts
from kg.tracing.record import Row
from kg.tracing.statements import Statement
from kg.tracing.words import DONE, EXACT, MENTION, RANKED


def origin_model(facts: Facts, rows: Sequence[Row], evidence: Placed, words: Words) -> list[dict[str, Any]]:
    """The four boxes as data: ``what``, ``year``, ``place``, ``region`` and ``sentence`` (places in the page's lists),
    ``notes`` (what is known of it, and what is not); those of which nothing is stated have notes alone.

    Args:
        facts: what the graph states.
        rows: the regions shown in the order of the page, the country aside.
        evidence: the sentences of the page.
        words: the language.
    """
    told = [statement for row in rows for statement in row.statements]
    shown = {row.region.key for row in rows}
    approved = {d.statement: d for d in facts.designations if d.kind == PILOT and d.statement.region in shown}
    pilot = _earliest((*approved, *(s for s in told if s.stage == "pilot")))
    boxes = [
        _box("first_mention", _earliest(told), rows, evidence, words),
        _box("first_pilot", pilot, rows, evidence, words),
        _box("first_deed", _earliest(s for s in told if s.stage in DONE), rows, evidence, words),
        _launch(facts, rows, words),
    ]
    if pilot in approved:
        boxes[1]["notes"] += _giver(approved[pilot], words)
    for edge in facts.origins:
        place = facts.regions.get(edge.end)
        if place:
            listed = "origin_listed" if edge.properties.get("checked") else "origin_listed_unchecked"
            boxes[0]["notes"].append(words.say(listed, place=place.properties["name"], year=edge.properties["year"]))
    return boxes


def _giver(given: Designation, words: Words) -> list[str]:
    """Who approved it: the agencies, else the level, where that is told."""
    if given.decided_by:
        return [words.say("origin_by", by="、".join(given.decided_by))]
    return [words.say("origin_by_level", level=words.say(f"level_{given.scope}"))] if given.scope else []


def _earliest(statements: Iterable[Statement]) -> Statement | None:
    """The earliest; of one year what states something before bare mentions, which are of the same sentences.

    Of the same day what a superior gave comes before what is only stated.
    """

    def order(statement: Statement) -> tuple[Any, ...]:
        stage = statement.stage
        return statement.year, statement.date or "9", stage == MENTION, stage != "designated", statement.order

    return min(statements, key=order, default=None)


def _box(what: str, statement: Statement | None, rows: Sequence[Row], evidence: Placed, words: Words) -> dict[str, Any]:
    box: dict[str, Any] = {"what": words.say(what), "notes": []}
    if statement is None:
        box["notes"].append(words.say(f"{what}_none"))
        return box
    place = next(at for at, row in enumerate(rows) if row.region.key == statement.region)
    row = rows[place]
    box |= {
        "year": statement.date or str(statement.year),
        "place": row.region.properties["name"],
        "region": place,
        "sentence": evidence.place(statement),
    }
    box["notes"].append(words.joined_sentences([words.say(f"stage_{statement.stage}"), _bound(row, statement, words)]))
    same = statement.stage, statement.year
    beside = {s.region for other in rows for s in other.statements if (s.stage, s.year) == same}
    if len(beside) > 1 and what != "first_mention":
        box["notes"].append(words.say("origin_beside", n=len(beside) - 1))
    return box


def _bound(row: Row, statement: Statement, words: Words) -> str:
    """How closely the year is known: by the reports of the years before."""
    before = [year for year in row.observed if year < statement.year]
    if not before:
        return words.say("origin_left")
    if before[-1] == statement.year - 1:
        return words.say("origin_exact", year=before[-1])
    return words.say("origin_interval", year=before[-1])


def _launch(facts: Facts, rows: Sequence[Row], words: Words) -> dict[str, Any]:
    box: dict[str, Any] = {"what": words.say("central_document"), "notes": []}
    launch = next(iter(facts.launches), None)
    if launch is None:
        box["notes"].append(words.say("central_document_none"))
        return box
    box |= {"year": launch.date or str(launch.year or ""), "place": launch.issuer or "", "title": launch_title(launch)}
    if launch.quote:
        box["quote"] = launch.quote
        box["notes"].append(words.say("central_cited"))
    if launch.checked is False:
        box["notes"].append(words.say("central_unchecked"))
    if launch.year:
        early = [row for row in rows if row.hi is not None and row.hi < launch.year]
        ranked = sum(1 for row in early if row.bound in RANKED)
        exact = sum(1 for row in early if row.bound == EXACT)
        name = "central_before" if early else "central_before_none"
        box["notes"].append(words.say(name, n=len(early), ranked=ranked, exact=exact))
    return box


def launch_title(launch: Launch) -> str:
    """The document as it is called: its title in marks, then its number."""
    properties = launch.policy.properties
    title, number = properties.get("title"), properties.get("number")
    shown = f"《{title}》" if title and not str(title).startswith("《") else str(title or "")
    return " ".join(part for part in (shown, str(number or "")) if part) or str(properties.get("name", ""))
