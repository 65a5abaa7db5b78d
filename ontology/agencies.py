"""Words for public bodies: forms after a region or level word, departments, national bodies, and what is none."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ontology.errors import OntologyError
from ontology.loading import parse_yaml, validated

_FILE = Path(__file__).with_name("agencies.yaml")
_FIELDS = ("{B}", "{R}", "{G}", "{O}", "{C}", "{P}", "{K}")


class Until(BaseModel):
    """What a form meant up to ``year``, that year included."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    year: int
    templates: tuple[str, ...]


class Unlisted(BaseModel):
    """Bodies of the centre that no list knows: how the first word reads in full, and what ends their names."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    full: str
    endings: tuple[str, ...]


class MeantWords(BaseModel):
    """Words for bodies that a text means without their region."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    own: tuple[str, ...]
    with_party_group: tuple[str, ...]
    endings: dict[str, str]
    before_own: tuple[str, ...]
    sections: tuple[str, ...]
    section_endings: tuple[str, ...]
    no_section: tuple[str, ...]
    section_acts: tuple[str, ...]
    bare: tuple[str, ...]
    seat_offices: dict[str, str]
    groups: tuple[str, ...]
    commissions: tuple[str, ...]
    set_up: tuple[str, ...]
    wished: tuple[str, ...]
    before_group: tuple[str, ...]
    bureaus: tuple[str, ...]
    no_bureaus: tuple[str, ...]
    congress: tuple[str, ...]
    before_committee: tuple[str, ...]
    conference: tuple[str, ...]


class AgencyWords(BaseModel):
    """The lists of ``agencies.yaml``, whose head and comments explain them."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    bodies: dict[str, tuple[str, ...]]
    until: dict[str, Until]
    plain: tuple[str, ...]
    departments: dict[str, str]
    endings: dict[str, str]
    national: dict[str, str]
    national_unlisted: dict[str, Unlisted]
    national_not_before: tuple[str, ...]
    national_bare: dict[str, str]
    bare: tuple[str, ...]
    not_after: dict[str, tuple[str, ...]]
    forms_not_before: dict[str, tuple[str, ...]]
    party_centre: tuple[str, ...]
    party_centre_not: tuple[str, ...]
    parts: tuple[str, ...]
    whole_parts: tuple[str, ...]
    congress_fields: dict[str, str]
    short_named: tuple[str, ...]
    built: tuple[str, ...]
    building: tuple[str, ...]
    not_alone: tuple[str, ...]
    not_first: tuple[str, ...]
    national_alone: tuple[str, ...]
    national_whole: tuple[str, ...]
    branched: tuple[str, ...]
    branches: tuple[str, ...]
    office_parts: tuple[str, ...]
    joined: tuple[str, ...]
    joined_endings: tuple[str, ...]
    phrase_ends: tuple[str, ...]
    not_joined: tuple[str, ...]
    generic: tuple[str, ...]
    generic_stop: tuple[str, ...]
    zones: tuple[str, ...]
    zone_bodies: tuple[str, ...]
    own_zones: tuple[str, ...]
    zone_body_names: dict[str, str]
    zone_shorts: dict[str, str]
    meant: MeantWords
    line_endings: tuple[str, ...]
    party_group_not_before: tuple[str, ...]
    no_level: tuple[str, ...]
    level_not_after: dict[str, str]
    level_not_before: dict[str, str]

    def department_forms(self) -> dict[str, str]:
        """What is written of a department (人社局) → the end of its full name (人力资源和社会保障局)."""
        return {
            words + ending: full + full_ending
            for words, full in self.departments.items()
            for ending, full_ending in self.endings.items()
        }

    def forms(self) -> dict[str, tuple[str, ...]]:
        """What may stand after a region or level word → the templates of the full names."""
        forms: dict[str, tuple[str, ...]] = {form: ("{R}" + full,) for form, full in self.department_forms().items()}
        forms |= {form: ("{R}" + form,) for form in self.plain}
        # An autonomous region's committee is its 党委: 自治区|党委金融办.
        forms |= {"党" + form: full for form, full in self.bodies.items() if form.startswith("委")}
        return forms | self.bodies


def load_agency_words(text: str) -> AgencyWords:
    """The lists that YAML ``text`` holds.

    Raises:
        OntologyError: naming the entry that is not well formed.
    """
    words = validated(AgencyWords, parse_yaml(text), "agencies.yaml")
    for form, templates in words.bodies.items():
        if not all(any(field in template for field in _FIELDS) for template in templates):
            raise OntologyError(f"agencies.yaml: bodies.{form}: a template names no region ({', '.join(_FIELDS)})")
    return words


@cache
def agency_words() -> AgencyWords:
    """The lists of ``agencies.yaml``, loaded once."""
    return load_agency_words(_FILE.read_text(encoding="utf-8"))
