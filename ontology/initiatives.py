"""Reform initiatives: their stages, successors and the forms that mean them in the years they mean them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from ontology.errors import OntologyError
from ontology.form_grammar import head_and_rest, listed_spellings, spellings
from ontology.loading import parse_yaml, problem

_FILE = Path(__file__).with_name("initiatives.yaml")
WINDOW = 16
_NUMBER_YEAR = re.compile(r"〔(\d{4})〕")


def _compiled(value: Any) -> re.Pattern[str] | None:
    try:
        return None if value is None else re.compile(value)
    except re.error as error:
        raise ValueError(f"{value} is not a regular expression: {error}") from error


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Form(_Row):
    """A surface form; it means its initiative only in documents on ``from_year`` to ``to_year`` (inclusive).

    ``form`` is written as in ``form_grammar``: it may have a gap, and then ``head`` is what stands before it. ``only``
    and ``unless`` are regular expressions over the folded text around the form, in which ``_`` stands for the form
    itself (``金融_``, ``_(时间|环节)``): what must, or must not, be found within ``WINDOW`` characters; what must not
    is looked for in the gaps as well.
    """

    form: str
    from_year: int | None = Field(None, alias="from")
    to_year: int | None = Field(None, alias="to")
    only: Annotated[re.Pattern[str], BeforeValidator(_compiled)] | None = None
    unless: Annotated[re.Pattern[str], BeforeValidator(_compiled)] | None = None

    @cached_property
    def parts(self) -> tuple[str, re.Pattern[str] | None]:
        """The form up to its first gap, and the pattern of what must follow."""
        return head_and_rest(self.form)

    @model_validator(mode="after")
    def _is_written_well(self) -> Form:
        _ = self.parts
        return self

    @property
    def head(self) -> str:
        """The form up to its first gap; all of it where it has none."""
        return self.parts[0]

    @property
    def rest(self) -> re.Pattern[str] | None:
        """What must follow the head; None for a form without a gap."""
        return self.parts[1]

    @property
    def is_gapped(self) -> bool:
        """Whether words may stand inside the form."""
        return self.rest is not None

    def end_in(self, text: str, behind: int) -> int | None:
        """Where the form ends whose head ends at ``behind`` of a folded text; None where its rest does not follow."""
        rest = self.parts[1]
        if rest is None:
            return behind
        found = rest.match(text, behind)
        return found.end() if found else None

    def holds(self, year: int | None) -> bool:
        """Whether the form means the initiative in ``year``; without a year the range without an end holds."""
        if year is None:
            return self.to_year is None
        return (self.from_year or 0) <= year <= (self.to_year or 9999)

    def fits(self, text: str, start: int, end: int) -> bool:
        """Whether the form at ``text[start:end]`` of a folded text stands where it means the initiative."""
        if self.is_refused(text, start, end):
            return False
        return self.only is None or bool(self.only.search(_around(text, start, end)))

    def is_refused(self, text: str, start: int, end: int) -> bool:
        """Whether something stands around the form, or in its gaps, that must not."""
        if self.unless is None:
            return False
        inside = self.is_gapped and self.unless.search(text, start, end)
        return bool(inside or self.unless.search(_around(text, start, end)))


def _around(text: str, start: int, end: int) -> str:
    return f"{text[max(0, start - WINDOW) : start]}_{text[end : end + WINDOW]}"


def _as_forms(values: Any) -> Any:
    """The forms of a row, one for each spelling of what it lists."""
    rows = [{"form": value} if isinstance(value, str) else value for value in values]
    return [row | {"form": spelling} for row in rows for spelling in spellings(row["form"])]


class Successor(_Row):
    """What an initiative turned into, when, and the number of the document that made it so."""

    name: str
    year: int
    document: str | None = None


class Launch(_Row):
    """The document that set an initiative going; ``checked`` is false for what no source here shows."""

    number: str
    date: datetime.date | None = None
    title: str | None = None
    checked: bool = True

    @property
    def year(self) -> int | None:
        """The year of the date, or else of the number (中办发〔2015〕60号); None for a number without one."""
        if self.date:
            return self.date.year
        told = _NUMBER_YEAR.search(self.number)
        return int(told[1]) if told else None


class FirstPlace(_Row):
    """Where an initiative began, by general knowledge: the code as of today."""

    region: str = Field(pattern=r"^\d{6}$")
    year: int


class Initiative(_Row):
    """One initiative or one stage of it.

    Attributes:
        name: canonical Chinese name, unique; a surface form itself.
        en: English gloss.
        parent: the wider initiative it is a part or a stage of.
        unless: where the name itself does not mean it; as in ``Form``.
        unless_titled: a regular expression for the title of documents in which no form means it.
        aliases: further surface forms.
        successor: what it turned into.
        launched: the document that set it going.
        first_place: where it began, if locally.
    """

    name: str
    en: str
    parent: str | None = None
    unless: Annotated[re.Pattern[str], BeforeValidator(_compiled)] | None = None
    unless_titled: Annotated[re.Pattern[str], BeforeValidator(_compiled)] | None = None
    aliases: Annotated[tuple[Form, ...], BeforeValidator(_as_forms)] = ()
    successor: Successor | None = None
    launched: Launch | None = None
    first_place: FirstPlace | None = None

    @property
    def forms(self) -> tuple[Form, ...]:
        """All forms: the name, the aliases, and how both share their last word with others in a list."""
        written = (Form.model_validate({"form": self.name, "unless": self.unless}), *self.aliases)
        listed = {
            (spelling, form.from_year): Form.model_validate(
                {"form": spelling, "from": form.from_year, "to": form.to_year, "unless": form.unless}
            )
            for form in written
            if form.only is None
            for spelling in listed_spellings(form.form)
        }
        return (*written, *listed.values())


class InitiativeTable:
    """All initiatives, in the order of their file."""

    def __init__(self, initiatives: list[Initiative]) -> None:
        """Index ``initiatives`` by name and check what no single row can show.

        Raises:
            OntologyError: for a name given twice, an unknown parent or successor, a cycle, a successor that is an
                ancestor, or a form that means two initiatives in one year.
        """
        self.by_name = {initiative.name: initiative for initiative in initiatives}
        if len(self.by_name) != len(initiatives):
            names = [initiative.name for initiative in initiatives]
            raise OntologyError(f"initiatives.yaml: given twice: {sorted({n for n in names if names.count(n) > 1})}")
        for initiative in initiatives:
            self._check_links(initiative)
        self._check_forms()

    def others_titled(self, title: str) -> frozenset[str]:
        """Names of the initiatives that a document with the folded ``title`` never speaks of, whatever its words."""
        rows = ((initiative.name, initiative.unless_titled) for initiative in self if initiative.unless_titled)
        return frozenset(name for name, titled in rows if titled.search(title))

    def __iter__(self) -> Iterator[Initiative]:
        return iter(self.by_name.values())

    def __len__(self) -> int:
        return len(self.by_name)

    def ancestors(self, name: str) -> tuple[str, ...]:
        """Names of the parents of ``name``, nearest first."""
        return self._chain(name, lambda initiative: initiative.parent)

    def _chain(self, name: str, step: Any) -> tuple[str, ...]:
        chain: list[str] = []
        following = step(self.by_name[name])
        while following is not None:
            if following not in self.by_name:
                raise OntologyError(f"initiatives.yaml: {name}: {following} is not in the list")
            if following == name or following in chain:
                raise OntologyError(f"initiatives.yaml: {name}: parents or successors go in a circle at {following}")
            chain.append(following)
            following = step(self.by_name[following])
        return tuple(chain)

    def _check_links(self, initiative: Initiative) -> None:
        ancestors = self.ancestors(initiative.name)
        later = self._chain(initiative.name, lambda row: row.successor.name if row.successor else None)
        if set(ancestors) & set(later):
            raise OntologyError(f"initiatives.yaml: {initiative.name}: its successor is one of its ancestors")

    def _check_forms(self) -> None:
        meant: dict[str, list[tuple[Form, str]]] = {}
        for initiative in self:
            for form in initiative.forms:
                for other, name in meant.get(form.form, ()):
                    if name == initiative.name and form.from_year == other.from_year:
                        raise OntologyError(f"initiatives.yaml: {name}: {form.form} is given twice")
                    if name != initiative.name and _years_meet(form, other):
                        raise OntologyError(f"initiatives.yaml: {form.form} means {name} and {initiative.name} at once")
                meant.setdefault(form.form, []).append((form, initiative.name))


def _years_meet(a: Form, b: Form) -> bool:
    return max(a.from_year or 0, b.from_year or 0) <= min(a.to_year or 9999, b.to_year or 9999)


def load_initiatives(text: str) -> InitiativeTable:
    """The initiatives that YAML ``text`` lists.

    Raises:
        OntologyError: naming the row and field that is not well formed.
    """
    rows = []
    for number, row in enumerate(parse_yaml(text), 1):
        try:
            rows.append(Initiative.model_validate(row))
        except ValidationError as error:
            name = row.get("name", f"row {number}") if isinstance(row, dict) else f"row {number}"
            raise OntologyError(f"initiatives.yaml: {name}: {problem(error)}") from error
    return InitiativeTable(rows)


@cache
def initiative_table() -> InitiativeTable:
    """The initiatives of ``initiatives.yaml``, loaded and checked once."""
    return load_initiatives(_FILE.read_text(encoding="utf-8"))
