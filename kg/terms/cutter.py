"""Terms of one text: words and phrases as jieba cuts them, names in quotation marks, forms of known initiatives."""

from __future__ import annotations

import logging
import re
import warnings
from collections import Counter
from collections.abc import Iterator
from functools import cache

from extractors.text.marks import HAN
from ontology.initiatives import initiative_table
from ontology.terms import TermWords, term_words

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its patterns have escapes that newer versions of Python find fault with
    import jieba  # only here, and this module is only loaded by the command that cuts

_CLAUSE = re.compile(f"[{HAN}]+")
_QUOTED = re.compile(r"“([^“”\n]{2,14})”")
_INNER = re.compile(f"[{HAN}A-Za-z0-9+＋·、，,—-]+")
_CHINESE = re.compile(f"[{HAN}]{{2,}}")
_LONGEST_PHRASE = 4
_LONGEST_TERM = 14


@cache
def _known_words() -> frozenset[str]:
    forms = (form.form for initiative in initiative_table() for form in initiative.forms if not form.is_gapped)
    return frozenset(form for form in forms if _CHINESE.fullmatch(form))


@cache
def _tokenizer() -> jieba.Tokenizer:
    """The dictionary of jieba with the forms of the known initiatives as words, so that it cuts none of them."""
    jieba.setLogLevel(logging.WARNING)
    made = jieba.Tokenizer()
    for form in sorted(_known_words()):
        made.add_word(form, 100_000)
    return made


def terms_of(text: str) -> Counter[str]:
    """How often each term stands in ``text``: names in quotation marks, words, and phrases that end in a head noun."""
    words = term_words()
    found: Counter[str] = Counter()
    for quote in _QUOTED.finditer(text):
        if _INNER.fullmatch(quote[1]) and quote[1] not in _known_words():  # those are words of their own
            found[f"“{quote[1]}”"] += 1
    for clause in _CLAUSE.finditer(text):
        run: list[str] = []
        for word in _tokenizer().lcut(clause[0]):
            run.append(word)
            if word in words.breaks:
                run.clear()
            elif len(word) > 1 and word not in words.stop:
                found[word] += 1
            if word in words.heads:
                found.update(_phrases(run, words))
    return found


def _phrases(run: list[str], words: TermWords) -> Iterator[str]:
    for length in range(2, min(_LONGEST_PHRASE, len(run)) + 1):
        first = run[-length]
        phrase = "".join(run[-length:])
        if len(phrase) > _LONGEST_TERM:
            return
        if len(first) > 1 and first not in words.stop:
            yield phrase
