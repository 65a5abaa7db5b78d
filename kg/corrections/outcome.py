"""What became of a correction in a build: applied, or no longer to be applied and why."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg import keys
from kg.corrections.corrections import TEXT_DIGITS, Corrections, Statement

if TYPE_CHECKING:
    from extractors.record import DocumentHead, Entry

COLUMNS = ("line", "verdict", "about", "applied", "message", "note")


@dataclass(frozen=True, slots=True, order=True)
class Outcome:
    """One correction after a build.

    Attributes:
        line: where the entry begins in the file.
        verdict: ``accept``, ``reject``, ``change``, ``same``, ``different`` or ``parent``.
        about: what it is about, to be read.
        applied: whether it did something, or was found to hold.
        message: why it was not applied; empty where it was.
        note: what the analyst notes.
        subjects: keys of the nodes it concerns; ``region/510903/`` stands for all names of that code.
        start: first character of the statement, if it is about one.
        end: first character after it.
    """

    line: int
    verdict: str
    about: str
    applied: bool
    message: str = ""
    note: str = ""
    subjects: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None

    def row(self) -> tuple[Any, ...]:
        """A row under ``COLUMNS``."""
        return self.line, self.verdict, self.about, self.applied, self.message, self.note

    def concerns(self, key: str) -> bool:
        """Whether it is about the node ``key``."""
        return any(key == subject or (subject.endswith("/") and key.startswith(subject)) for subject in self.subjects)

    def sentence(self) -> str:
        """The outcome as ``why`` and ``build`` tell it."""
        state = "applied" if self.applied else f"no longer applies: {self.message}"
        note = f" ({self.note})" if self.note else ""
        return f"correction on line {self.line}, {self.verdict} {self.about}{note}: {state}"


def of_statement(entry: Statement, found: Entry | DocumentHead | None, message: str) -> Outcome:
    """The outcome of a verdict; ``found`` is the statement it was about, None where there is none."""
    named = {**(found.told() if found else {}), **entry.stated}
    shown = {**named, **entry.changed}
    subjects = [f"document/{entry.text[:TEXT_DIGITS]}"]
    for fields in (named, shown):
        subjects += _subjects(entry.kind, fields)
    words = " ".join(str(value) for value in (entry.stated or entry.changed).values() if value is not None)
    where = "" if entry.start is None else f" at {entry.start}–{entry.end}"
    about = f"{entry.kind} {words}{where} in document/{entry.text[:TEXT_DIGITS]}".replace("  ", " ")
    unique = tuple(sorted(set(subjects)))
    return Outcome(entry.line, entry.verdict, about, not message, message, entry.note, unique, entry.start, entry.end)


def entity_outcomes(corrections: Corrections, corrected: Collection[str]) -> Iterator[Outcome]:
    """What became of the entries on who is who; ``corrected`` are the keys on which one had the last word."""
    for same in corrections.same:
        missing = [key for key in same.keys[1:] if key not in corrected]
        message = f"no document names {', '.join(missing)}" if missing else ""
        about = " = ".join(same.keys)
        yield Outcome(same.line, "same", about, not missing, message, same.note, same.keys)
    for pair in corrections.different:
        held = pair.keys[1] in corrected
        message = "" if held else "nothing took them for one"
        yield Outcome(pair.line, "different", " ≠ ".join(pair.keys), held, message, pair.note, pair.keys)
    for entry in corrections.parents:
        ends = tuple(keys.initiative_key(name) for name in (entry.initiative, entry.parent) if name)
        held = ends[0] in corrected
        message = "" if held else f"no document names {entry.initiative}"
        about = f"{entry.initiative} in {entry.parent or 'nothing'}"
        yield Outcome(entry.line, "parent", about, held, message, entry.note, ends)


def _subjects(kind: str, fields: Mapping[str, Any]) -> list[str]:
    name = fields.get("name")
    region = fields.get("code") if kind == "region" else fields.get("region")
    initiative = name if kind == "initiative" else fields.get("initiative")
    found = [f"region/{region}/"] if region else []
    found += [keys.initiative_key(str(initiative))] if initiative else []
    found += [keys.agency_key(str(region), str(name))] if kind == "agency" and region and name else []
    return found
