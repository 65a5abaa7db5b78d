"""What verb, nouns and make of a candidate say, as named features for the judge of names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extractors.initiatives.candidates import Candidate, Form
from extractors.initiatives.quoted import is_numbered
from extractors.text.folding import fold
from extractors.text.marks import COMMAS
from extractors.text.numerals import TO_99
from ontology.name_words import name_words
from ontology.new_initiatives import new_initiative_cues
from ontology.no_initiatives import no_initiative_cues

FORM_PREFIXES = _QUOTED, _BARE = "quoted: ", "bare: "
"""What features go by together with whether the candidate is quoted."""
_NUMBER = re.compile(rf"[{TO_99}两双多\d]")
_COMMA = re.compile(f"[{COMMAS}]")
_PLUS = re.compile("[+＋]")
_SERVICE = re.compile("[办通码易]$")
_HARDLY = 3  # characters of a name beside its nouns below which it is hardly more than these
_FOLLOWS = re.compile(
    f"改革|机制|制度|平台|试点|工作|建设|品牌|模式|服务|活动|行动|等|的|取得|(?P<mark>[。；、{COMMAS};])"
)
_FOLLOWING = 4  # characters that are looked at behind a name


def form_prefix(form: Form) -> str:
    """What the features of a candidate of ``form`` go by together with whether it is quoted."""
    return _QUOTED if form == "quoted" else _BARE


def wording(candidate: Candidate) -> tuple[str, ...]:
    """The features of the verb and the nouns of ``candidate``, and of what is quoted."""
    if candidate.form == "quoted":
        return tuple(dict.fromkeys(_of_quoted(candidate)))
    hardly = bool(candidate.noun) and len(candidate.name) - len(candidate.noun) < _HARDLY
    return _of_built(candidate.verb, candidate.noun, candidate.shared, hardly)


def following(text: str, end: int) -> tuple[str, ...]:
    """The feature of what stands right behind a name that ends at ``end`` of ``text``."""
    return _of_following(text[end : end + _FOLLOWING])


@lru_cache(maxsize=1 << 14)
def _of_following(behind: str) -> tuple[str, ...]:
    found = ("before a predicate",) if name_words().predicate.match(behind) else ()
    follows = _FOLLOWS.match(behind)
    if not follows:
        return found
    return (*found, "before a mark" if follows["mark"] else f"before {follows[0]}")


@lru_cache(maxsize=1 << 14)
def _of_built(verb: str, noun: str, shared: str, hardly: bool) -> tuple[str, ...]:
    """Verb and noun of a name without quotation marks, ``hardly`` more than which it is."""
    found = [f"verb {verb}" if verb else "no verb", *_class_of_verb(verb)]
    if not noun and not shared:
        found.append("no noun")
    if noun:
        found += [f"nouns {noun}", f"noun {_last_noun(noun)}", *_class_of_noun(_last_noun(noun))]
    if hardly:
        found.append("hardly more than a noun")
    if shared:
        found += ["shared noun", f"shared noun {_last_noun(shared)}"]
    return tuple(found)


def _of_quoted(candidate: Candidate) -> Iterator[str]:
    """Verb, noun and make of a quoted run."""
    cues, inner, noun = new_initiative_cues(), candidate.inner, candidate.noun
    yield f"verb {candidate.verb}" if candidate.verb else "no verb"
    yield from _class_of_verb(candidate.verb)
    if no_initiative_cues().slogans.search(fold(inner)):
        yield "slogan"
    if cues.brand.search(inner):
        yield "brand"
    if is_numbered(inner):
        yield "numbers with a noun" if noun else "numbers alone"
    yield "noun behind" if noun else "no noun behind"
    nouns = name_words().noun.findall(noun)
    yield from (f"noun {found}" for found in nouns)
    yield from _class_of_noun(nouns[-1] if nouns else "")
    if noun and cues.telling.search(noun):
        yield "telling noun"
    if noun and cues.campaign.search(noun):
        yield "campaign"
    if noun.startswith("等"):
        yield "noun of several"
    if candidate.lead:
        yield "lead"
    if "、" in inner:
        yield "list"
    if _COMMA.search(inner):
        yield "comma"
    if _NUMBER.search(inner):
        yield "number word"
    if _PLUS.search(inner):
        yield "plus"
    if _SERVICE.search(inner):
        yield "service"


def _class_of_verb(verb: str) -> Iterator[str]:
    kind = name_words().verb_classes.get(verb)
    return iter((f"verbs of {kind}",) if kind else ())


def _class_of_noun(noun: str) -> Iterator[str]:
    kind = name_words().noun_classes.get(noun)
    return iter((f"nouns of {kind}",) if kind else ())


def _last_noun(nouns: str) -> str:
    return str(name_words().noun.findall(nouns)[-1])
