"""What closed rules say of a candidate by themselves: the words around show it off, or verb, subject and noun name one.

Precise where it says yes (6 of 10 on texts of all kinds, 9 of 10 in reports on government) and blind to most names: one
feature among others for the judge.
"""

from __future__ import annotations

from extractors.analysis import Analysis
from extractors.initiatives.candidates import Candidate, rest_beside
from extractors.initiatives.known import known_share
from extractors.initiatives.quoted import is_numbered
from extractors.text.folding import fold
from ontology.new_initiatives import new_initiative_cues
from ontology.no_initiatives import no_initiative_cues

_LONGEST_QUOTE, _LONGEST_LEAD = 24, 10
_REST, _REST_OF_BUILT = 3, 5
# Characters before and behind a group in which it must be shown off, and in which government must be spoken of.
# Campaigns and projects are of all fields, so that the word must be closer.
_BEFORE, _BEHIND, _AROUND, _CLOSE = 18, 10, 36, 18
_FURTHEST_NOUN, _SHORT_NOUN = 8, 4
_FAR = 80  # characters before a name in which a sentence says who is to do it


def is_shown(analysis: Analysis, candidate: Candidate, governance: bool, branded: bool, mentioned: bool) -> bool:
    """Whether the rules alone take ``candidate`` for a name.

    Args:
        analysis: the document.
        candidate: the run of words.
        governance: whether the document is wholly about government, so that less need speak of it around the name.
        branded: whether a quoted run of its group has the form of a brand.
        mentioned: whether a known initiative is mentioned in it.
    """
    if candidate.form == "quoted":
        shown = _names(candidate, branded, mentioned) and _presented(analysis, candidate, governance)
    else:
        shown = candidate.form == "headed" and _built(candidate, mentioned)
        shown = shown and (governance or not of_others(analysis, candidate))
    return shown


def of_others(analysis: Analysis, candidate: Candidate) -> bool:
    """Whether the sentence tells others than the government to do it: 经营者应当建立…制度."""
    none, start = no_initiative_cues(), candidate.start
    low = max(analysis.structure.clause_at(start)[0], start - _FAR)
    return any(cues.pattern.search(analysis.text, low, start) for cues in (none.others_do, none.others_must))


def _names(candidate: Candidate, branded: bool, mentioned: bool) -> bool:
    """Whether what is quoted may be a name: no slogan, no known initiative, of a brand's form or with a noun."""
    cues, none, inner = new_initiative_cues(), no_initiative_cues(), candidate.inner
    numbered, noun = is_numbered(inner), _noun(candidate)
    if len(inner) > _LONGEST_QUOTE or none.slogans.search(fold(inner)):
        return False
    if mentioned and not (_is_unknown(inner) and _is_unknown(candidate.name)):
        return False
    if numbered:
        lead = candidate.lead if len(noun) <= _SHORT_NOUN and len(candidate.lead) <= _LONGEST_LEAD else ""
        return bool(noun) or bool(cues.subject.search(lead) and not none.no_lead.search(lead))
    if "、" in inner:
        return bool(cues.listed.fullmatch(inner) and cues.listed_head.search(noun))
    return bool(noun) or branded


def _presented(analysis: Analysis, candidate: Candidate, governance: bool) -> bool:
    """Whether the words around show the group off, in a phrase about government."""
    text, cues, noun = analysis.text, new_initiative_cues(), _noun(candidate)
    (start, end), shown = candidate.around, bool(noun and cues.telling.search(noun))
    if not shown and not cues.presented.search(text, max(0, start - _BEFORE), end + _BEHIND):
        return False
    campaign = bool(noun and cues.campaign.search(noun))
    if governance and not campaign:
        return True
    low, high = analysis.structure.clause_at(start)
    reach = _CLOSE if campaign else _AROUND
    return bool(cues.subject.search(text, max(low, start - reach), min(high, end + reach)))


def _noun(candidate: Candidate) -> str:
    """The noun behind the quotes, up to the first that makes a quoted run a name."""
    head = new_initiative_cues().quoted.search(candidate.noun)
    return candidate.noun[: head.end()] if head and head.start() <= _FURTHEST_NOUN else ""


def _is_unknown(name: str) -> bool:
    rest = known_share(fold(name))
    return rest is None or len(rest) >= _REST


def _built(candidate: Candidate, mentioned: bool) -> bool:
    """Whether verb, subject of government and head noun make a name: 建立投诉举报事项核查机制."""
    cues, name, verb = new_initiative_cues(), candidate.name, candidate.verb
    heads = [head for head in cues.head.finditer(name) if head.end() == len(name)]
    if not heads or not verb or len(name) < cues.heads[heads[0][0]]:
        return False
    if not cues.verb.search(verb) or not (cues.subject.search(name) or cues.first.search(verb)):
        return False
    rest = rest_beside(name, mentioned)
    if rest is not None and not (len(rest) >= _REST_OF_BUILT and fold(name).endswith(rest)):
        return False
    return not no_initiative_cues().generic.search(name)
