"""Short forms that a text defines mean their agency. The sentences are of our own wording."""

from __future__ import annotations

from tests.extractors.agencies.helpers import FUCHENG, MIANYANG, bodies, names


def test_a_short_form_that_the_text_defines() -> None:
    text = "市行政服务中心管委会（以下简称“市行政服务中心”）负责。市行政服务中心每月通报。"
    assert names(text, MIANYANG) == {"绵阳市行政服务中心管理委员会"}
    assert len(bodies(text, MIANYANG).agencies) == 3
    assert names("涪城区行政审批局（以下简称审批局）成立。审批局挂牌。", FUCHENG) == {"涪城区行政审批局"}
