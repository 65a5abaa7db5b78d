"""The names of reforms of many places that initiatives.yaml does not list."""

from __future__ import annotations

from ontology.initiatives import initiative_table
from ontology.new_initiatives import new_initiative_cues


def test_parents_of_common_names_are_listed() -> None:
    cues = new_initiative_cues()
    known = initiative_table().by_name
    assert all(common.parent is None or common.parent in known for common in cues.common)
    assert not [common.form.form for common in cues.common if common.form.form in known]
