"""How forms of initiatives are written: choices, gaps, shared last words."""

from __future__ import annotations

import pytest

from ontology.errors import OntologyError
from ontology.form_grammar import head_and_rest, listed_spellings, spellings
from ontology.initiatives import load_initiatives


def test_choices_are_made() -> None:
    assert list(spellings("<办理|审批><时限|材料>")) == ["办理时限", "办理材料", "审批时限", "审批材料"]
    assert list(spellings("诚信<的|>政府")) == ["诚信的政府", "诚信政府"]
    assert list(spellings("并联审批")) == ["并联审批"]


def test_a_gap_reaches_over_a_few_words_of_one_phrase() -> None:
    head, rest = head_and_rest("整治…形式主义")
    assert head == "整治" and rest
    assert rest.match("整治基层的形式主义", 2) and not rest.match("整治乱象、形式主义", 2)
    _, longer = head_and_rest("取消……审批事项")
    assert longer and longer.match("取消省级、市级各部门的审批事项", 2) and not longer.match("取消罚款,审批事项减少", 2)


@pytest.mark.parametrize("form", ["取……审批", "取消…", "取消………审批", "<取消|下放审批"])
def test_a_form_that_is_not_well_written_is_refused(form: str) -> None:
    with pytest.raises(OntologyError, match="甲"):
        load_initiatives(f"- {{name: 甲, en: a, aliases: ['{form}']}}")


def test_reforms_in_a_list_share_their_last_word() -> None:
    assert {"渔政管理、……改革", "渔政管理体制和……改革"} <= set(listed_spellings("渔政管理体制改革"))
    assert "渔政体制、……改革" in list(listed_spellings("渔政体制改革"))  # though 渔政 alone says too little
    assert not list(listed_spellings("机构改革"))  # 机构 alone says too little
    assert not list(listed_spellings("渔政管理"))
