"""Cases of the judge that says how likely an adoption is right: the statements themselves, against the annotations."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from extractors.adoptions.confidence import TASK, features_of
from extractors.analysis import Analysis
from extractors.found import Adoption
from extractors.text.folding import fold

from .cases import Case, Task

_STRENGTH = {"planned": 0, "implemented": 1, "pilot": 2, "completed": 3}
_SHORTEST = 3  # characters of a new name that stands for one that holds it


def cases(analysis: Analysis, gold: Mapping[str, Any]) -> Iterator[Case]:
    """Each adoption of the document; ``so`` is that it is right: region, initiative and status.

    An annotation has the strongest status of a region and an initiative, so a weaker one is right beside it; what the
    document says most of a region and an initiative must have the annotated status.
    """
    if "adoptions" not in gold:
        return
    new = {each["name"] for each in gold["initiatives"] if each.get("new")}
    strongest: dict[tuple[str, str], int] = {}
    for each in analysis.adoptions:
        pair = each.region, each.initiative
        strongest[pair] = max(strongest.get(pair, 0), _STRENGTH[each.status])
    for adoption, features in zip(analysis.adoptions, features_of(analysis, analysis.adoptions), strict=True):
        told = [_STRENGTH[each["status"]] for each in gold["adoptions"] if _same(each, adoption, new)]
        status = _STRENGTH[adoption.status]
        most = status == strongest[adoption.region, adoption.initiative]
        yield Case(features, any(status == each if most else status <= each for each in told), True)


def _same(stated: Mapping[str, Any], adoption: Adoption, new: Collection[str]) -> bool:
    """Whether both are of one region and one initiative; one new name may hold the other."""
    one, other = fold(stated["initiative"]), fold(adoption.initiative)
    held = len(min(one, other, key=len)) >= _SHORTEST and (one in other or other in one)
    return stated["region"] == adoption.region and (one == other or (stated["initiative"] in new and held))


STATEMENTS = Task(TASK, cases, ("wide",), goal="accuracy")
