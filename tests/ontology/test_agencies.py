"""The words for agencies are well formed, and what is not is named."""

from __future__ import annotations

import pytest

from ontology.agencies import agency_words, load_agency_words
from ontology.errors import OntologyError


def test_every_template_can_be_filled() -> None:
    fields = dict.fromkeys(("B", "R", "G", "O", "C", "P", "K", "court"), "x")
    for templates in agency_words().forms().values():
        assert all(template.format(**fields) for template in templates)


def test_short_forms_expand_to_full_ones() -> None:
    forms = agency_words().forms()
    assert forms["人社局"] == ("{R}人力资源和社会保障局",)
    assert forms["发改委"] == ("{R}发展和改革委员会",)


def test_until_and_not_before_speak_of_known_forms() -> None:
    words = agency_words()
    known = set(words.forms()) | set(words.national)
    assert set(words.until) <= known
    assert set(words.forms_not_before) <= known


def test_a_template_without_a_region_is_refused() -> None:
    with pytest.raises(OntologyError, match=r"agencies\.yaml"):
        load_agency_words("bodies: {政府: [政府]}")
