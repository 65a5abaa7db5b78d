"""What names of local initiatives are made of: the word lists of ``name_words.yaml``, compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.errors import OntologyError
from ontology.loading import read_yaml
from ontology.patterns import longest_first

_FILE = Path(__file__).with_name("name_words.yaml")


@dataclass(frozen=True, slots=True)
class NameWords:
    """Patterns; see the head of the YAML file.

    Attributes:
        noun: a noun that ends a name. nouns: several in a row, none of which goes on as another word.
        verb: a verb that leads to a name. opener: verbs and adverbs in a row, at the beginning of a run.
        opening: a preposition, an opener or levels.
    """

    noun: re.Pattern[str]
    nouns: re.Pattern[str]
    verb: re.Pattern[str]
    opener: re.Pattern[str]
    opening: re.Pattern[str]
    setting_up: re.Pattern[str]
    actor: re.Pattern[str]
    predicate: re.Pattern[str]
    preposition: re.Pattern[str]
    joining: re.Pattern[str]
    levels: re.Pattern[str]
    light: re.Pattern[str]
    shared_noun: re.Pattern[str]
    quality: re.Pattern[str]
    service: re.Pattern[str]
    economy: re.Pattern[str]
    governing: re.Pattern[str]
    pride: re.Pattern[str]
    no_brand: re.Pattern[str]
    before_brand: re.Pattern[str]
    behind_brand: re.Pattern[str]
    letters: Mapping[str, str]
    fields: Mapping[str, re.Pattern[str]]
    noun_classes: Mapping[str, str]
    verb_classes: Mapping[str, str]


def _either(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(longest_first(set(words)))})"


def _begins(words: Iterable[str]) -> str:
    """A look ahead at the first characters of plain ``words``: where none begins, not each of them need be tried."""
    return f"(?=[{''.join(sorted({word[0] for word in words}))}])"


@cache
def name_words() -> NameWords:
    """The word lists of ``name_words.yaml``, loaded once.

    Raises:
        OntologyError: for an entry that is not a regular expression.
    """
    data = read_yaml(_FILE)
    noun, verb, not_verb = _either(data["nouns"]), _either(data["verbs"]), _either(data["no_verbs"])
    opener = (
        f"{_begins([*data['verbs'], *data['openers']])}(?:(?!{not_verb}){verb}(?![化性型])|{_either(data['openers'])})+"
    )
    preposition = _either(data["prepositions"])
    try:
        return NameWords(
            noun=re.compile(f"{_begins(data['nouns'])}{noun}"),
            nouns=re.compile(f"{_begins(data['nouns'])}{noun}+(?![{data['not_behind']}])"),
            verb=re.compile(f"{_begins(data['verbs'])}(?!{not_verb}){verb}(?![化性型])"),
            opener=re.compile(opener),
            opening=re.compile(f"{preposition}|{opener}|{data['levels']}"),
            setting_up=re.compile(_begins(data["setting_up"]) + _either(data["setting_up"])),
            actor=re.compile(_either(data["actors"])),
            predicate=re.compile(_either(data["predicates"])),
            preposition=re.compile(preposition),
            joining=re.compile(_either(data["joining"])),
            levels=re.compile(data["levels"]),
            light=re.compile(_either(data["light"])),
            shared_noun=re.compile(
                f"等(?:[一二三四五六七八九十\\d]+[项大个])?[\\u4e00-\\u9fff]{{0,4}}?(?P<nouns>{noun}+)"
            ),
            quality=re.compile(_either(data["qualities"])),
            service=re.compile(f"(?:{data['services']})$"),
            economy=re.compile(_either(data["economy"])),
            governing=re.compile(_either(data["governing"])),
            pride=re.compile(_either(data["pride"])),
            no_brand=re.compile(f"{_either(data['no_brands'])}$"),
            before_brand=re.compile(f"(?:{verb}|{_either(data['openers'])}|[用级好于及和的])$"),
            behind_brand=re.compile(_either([*data["nouns"], *data["predicates"], *data["behind_brands"]])),
            letters=data["letters"],
            fields={name: re.compile(_begins(words) + _either(words)) for name, words in data["fields"].items()},
            noun_classes={word: name for name, words in data["noun_classes"].items() for word in words},
            verb_classes={word: name for name, words in data["verb_classes"].items() for word in words},
        )
    except re.error as error:
        raise OntologyError(f"name_words.yaml: an entry is not a regular expression: {error}") from error
