"""The full name of a body out of a template, and its kind."""

from __future__ import annotations

from extractors.regions.context import parent_of
from ontology.agencies import agency_words
from ontology.governments import committee_of, committee_office_of, government_of, government_office_of
from ontology.regions import Region


def full_names(templates: tuple[str, ...], region: Region, year: int | None, form: str = "") -> list[tuple[str, str]]:
    """The full names that ``templates`` have in ``region``, each with its kind (the name without the region).

    ``form`` is what the text writes; up to some ``year`` it may have meant another body (编办).
    """
    until = agency_words().until.get(form)
    if until and year is not None and year <= until.year:
        templates = until.templates
    court = {"province": "高级人民法院", "prefecture": "中级人民法院"}.get(region.level, "人民法院")
    fields = {
        "B": police_branch(region, year),
        "R": region.name if region.level != "country" else "",
        "G": government_of(region),
        "O": government_office_of(region, year),
        "C": committee_of(region),
        "P": committee_office_of(region, year),
        "K": "中共" + region.name,
        "court": court,
    }
    names = [template.format(**fields) for template in templates]
    return [(name, kind_of(name, region)) for name in names]


def police_branch(region: Region, year: int | None) -> str:
    """The police of a district, which are a branch of the city's: 大庆市公安局让胡路分局."""
    city = parent_of(region, year) if region.level == "county" else None
    if city is None or city.level == "country":
        return f"{region.name}公安分局"
    return f"{city.name}公安局{region.short_name}分局"


def kind_of(name: str, region: Region) -> str:
    """The name without its region and without 中共: 行政审批局, 人民政府, 委组织部."""
    kind = name.removeprefix("中共").replace(region.name, "", 1)
    return kind or name
