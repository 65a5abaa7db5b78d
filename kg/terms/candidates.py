"""Whether a term is a known initiative, or may be a new one."""

from __future__ import annotations

from extractors.initiatives.known import known_forms, known_share
from extractors.text.folding import fold
from ontology.new_initiatives import new_initiative_cues
from ontology.no_initiatives import no_initiative_cues

_SHORTEST = 3
_LONGEST = 14
_REST = 3


def initiative_of(term: str) -> str | None:
    """The known initiative that ``term`` is a form of."""
    folded = fold(term.strip("“”"))
    return next((hit.name for hit in known_forms(folded, None) if (hit.start, hit.end) == (0, len(folded))), None)


def may_be_new(term: str) -> bool:
    """Whether ``term`` has the form of an initiative and names none that is known.

    In quotation marks it ends as a service brand does; without, it ends in a head noun and speaks of government. Wider
    than what the extractors take: this list is for the analyst to choose from.
    """
    cues, none, folded = new_initiative_cues(), no_initiative_cues(), fold(term.strip("“”"))
    if len(folded) > _LONGEST or _is_known(folded) or none.slogans.search(folded):
        return False
    if term.startswith("“"):
        return len(folded) >= _SHORTEST and "、" not in folded and bool(cues.brand.search(folded))
    head = next((head for head in cues.heads if folded.endswith(head)), None)
    if head is None or len(folded) < cues.heads[head] - 1:
        return False
    return bool(cues.subject.search(folded)) and not (none.generic.search(folded) or none.fields.search(folded))


def _is_known(folded: str) -> bool:
    """Whether too little is left of a name without the known forms in it to make another: 牧民驾考一件事 is one."""
    rest = known_share(folded)
    return rest is not None and len(rest) < _REST
