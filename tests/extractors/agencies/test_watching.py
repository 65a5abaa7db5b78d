"""The congress and the conference that watch over the region. The sentences are of our own wording."""

from __future__ import annotations

from tests.extractors.agencies.helpers import FUCHENG, names


def test_agency_watching() -> None:
    found = names("自觉接受人大法律监督和政协民主监督。", FUCHENG)
    assert found == {"涪城区人民代表大会", "政协涪城区委员会"}
    assert names("认真办理人大代表建议、政协委员提案。", FUCHENG) == set()


def test_the_standing_committee_and_the_conference_alone() -> None:
    assert names("提请人大常委会审议。", FUCHENG) == {"涪城区人民代表大会常务委员会"}
    assert names("第三条 人民代表大会常务委员会加强监督。", FUCHENG) == {"涪城区人民代表大会常务委员会"}
    assert names("县级以上人民代表大会常务委员会加强监督。", FUCHENG) == set()
    assert names("接受人民政协的民主监督。", FUCHENG) == {"政协涪城区委员会"}
