"""Which region carries out, pilots, plans or has completed which initiative: one statement a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from extractors.adoptions.actors import Actor, actors_of
from extractors.adoptions.confidence import with_confidence
from extractors.adoptions.deeds import in_title_of_others, is_spoken_of
from extractors.adoptions.phrases import LONGEST_QUOTE, Phrase, phrase_of, quote_of
from extractors.adoptions.status import Status, Statuses
from extractors.adoptions.tabled import tabled
from extractors.adoptions.unnamed_pilots import unnamed_pilots
from extractors.analysis import Analysis
from extractors.found import Adoption, InitiativeMention
from extractors.initiatives.known import known_forms
from extractors.text.folding import fold
from ontology.adoption_cues import adoption_cues
from ontology.rules import Rule

_MOST = 50  # mentions of one initiative in one clause; in 1,049 documents none has more than 9
_NESTED = 50  # bodies that may begin behind the last one that ends before an initiative, since they hold it


def extract(analysis: Analysis) -> list[Adoption]:
    """The statements, each once, those with the initiative's name first."""
    statuses, passed = Statuses(analysis), _passed_with_its_title(analysis)
    found: dict[tuple[object, ...], Adoption] = {}
    for adoption in chain(_named(analysis, statuses), _unnamed(analysis, statuses)):
        place = adoption.start, adoption.end
        if adoption.laid_down and adoption.status != "planned" and adoption.initiative in passed:
            day = str(analysis.head.passed)
            adoption = replace(adoption, year=int(day[:4]), date=day)
        found.setdefault((*place, adoption.region, adoption.area, adoption.initiative, adoption.status), adoption)
    return with_confidence(analysis, list(found.values()))


def _passed_with_its_title(analysis: Analysis) -> set[str]:
    """The initiatives that a regulation is on by its title: laid down when it was first passed, whatever amended it."""
    head = analysis.head
    return {hit.name for hit in known_forms(fold(head.title or ""), head.year)} if head.passed else set()


def _named(analysis: Analysis, statuses: Statuses) -> Iterator[Adoption]:
    """What phrases state that name the initiative."""
    for mention in _read(analysis):
        phrase = phrase_of(analysis, mention)
        status = None if is_spoken_of(analysis, phrase) else statuses.of(phrase)
        if status is None:
            continue
        cited, table = in_title_of_others(analysis, phrase), tabled(analysis, phrase.position)
        if table and table.time and not status.date and status.kind != "planned":
            date = table.time if len(table.time) > len("2018") else None
            status = replace(status, year=int(table.time[:4]), date=date)
        for actor in actors_of(analysis, phrase, table):
            if cited and actor.rule != Rule.ADOPTION_TITLED:
                continue
            told = _cited(analysis, phrase, status) if actor.rule == Rule.ADOPTION_TITLED else status
            adoption = _adoption(analysis, phrase, actor, told)
            whole = table is not None and table.end - table.start <= LONGEST_QUOTE
            yield replace(adoption, start=table.start, end=table.end) if table and whole else adoption


def _read(analysis: Analysis) -> Iterator[InitiativeMention]:
    """The mentions of initiatives, but for those of a clause that names one over and over, as no prose does."""
    count: Counter[tuple[int, str]] = Counter()
    for mention in analysis.initiatives:
        clause = analysis.structure.clause_at(mention.mention.start)[0], mention.name
        count[clause] += 1
        if count[clause] <= _MOST:
            yield mention


def _unnamed(analysis: Analysis, statuses: Statuses) -> Iterator[Adoption]:
    """The pilots that are told without the initiative's name."""
    for phrase, regions in unnamed_pilots(analysis):
        status = statuses.of(phrase)
        if status is None:
            continue
        for region in regions:
            actor = Actor(region, Rule.ADOPTION_PILOT_PLACE)
            yield _adoption(analysis, phrase, actor, replace(status, kind="pilot"))


def _adoption(analysis: Analysis, phrase: Phrase, actor: Actor, status: Status) -> Adoption:
    start, end = quote_of(analysis, phrase)
    region = actor.region
    if status.kind == "planned" and region in _above(analysis):
        status = replace(status, kind="implemented", year=analysis.context.year)  # what is planned here is done there
    return Adoption(
        region=region,
        area=actor.area,
        initiative=phrase.mention.name,
        status=status.kind,
        year=status.year,
        start=start,
        end=end,
        rule=actor.rule or status.rule,
        date=status.date,
        agency=_agency(analysis, phrase),
        policy=_policy(analysis, phrase),
        laid_down=_is_laid_down(analysis, region) or None,
    )


def _is_laid_down(analysis: Analysis, region: str | None) -> bool:
    """Whether the document is a policy of the region: what it orders is not told as done."""
    own = analysis.context.region
    return analysis.head.kind in adoption_cues().policies and region == (own.code if own else None)


def _cited(analysis: Analysis, phrase: Phrase, status: Status) -> Status:
    """The status of what a cited act carries out: done in the act's year."""
    place = phrase.mention.mention
    acts = [p for p in analysis.policies if any(m.start <= place.start < m.end for m in p.mentions)]
    return replace(status, kind="implemented", year=acts[0].year if acts and acts[0].year else status.year)


def _above(analysis: Analysis) -> set[str]:
    own = analysis.context.region
    return {region.code for region in analysis.context.levels.values() if own is None or region.code != own.code}


def _agency(analysis: Analysis, phrase: Phrase) -> str | None:
    """The body named last before the initiative in its clause: who does it."""
    low, high = phrase.clause[0], phrase.position
    index = bisect_left(analysis.agencies, high, key=lambda agency: agency.mention.start)
    for agency in reversed(analysis.agencies[max(0, index - _NESTED) : index]):
        if low <= agency.mention.start and agency.mention.end <= high:
            return agency.name
    return None


def _policy(analysis: Analysis, phrase: Phrase) -> str | None:
    """The document cited in the clause, when there is only one: its number, else its title."""
    low, high = phrase.clause
    cited = [p for p in analysis.policies if any(low <= m.start and m.end <= high for m in p.mentions)]
    return (cited[0].number or cited[0].title) if len(cited) == 1 else None
