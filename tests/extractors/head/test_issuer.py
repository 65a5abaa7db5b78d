"""Issuer and recipient of a document, from its page, title, signature, number or words."""

from __future__ import annotations

import pytest

from extractors.analysis import Analysis
from extractors.pipeline import Extractor
from extractors.source import SourceText

BODY = "今年以来，改革扎实推进，各项任务按期完成，群众满意度持续提高，现将有关情况说明清楚。\n"


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def analysed(extractor: Extractor, text: str, **metadata: str) -> Analysis:
    return extractor.analyse(SourceText(text, metadata), "test.txt")


def test_from_the_page(extractor: Extractor) -> None:
    analysis = analysed(extractor, "发文机关：国务院\n" + BODY, issuer="国务院")
    assert analysis.head.issuer == "国务院"
    assert analysis.head.evidence["issuer"].source == "metadata"


def test_from_the_opening_of_the_title(extractor: Extractor) -> None:
    analysis = analysed(extractor, "绵阳市人民政府办公室关于推行证照联办的通知\n各县市区人民政府：\n" + BODY)
    assert analysis.head.issuer == "绵阳市人民政府办公室"
    assert analysis.head.recipient == "各县市区人民政府"


def test_from_the_signature(extractor: Extractor) -> None:
    analysis = analysed(extractor, "市政府：\n" + BODY + "我局将再接再厉。\n绵阳市行政审批局\n2022年1月10日")
    assert analysis.head.issuer == "绵阳市行政审批局"
    assert analysis.head.recipient == "绵阳市人民政府"
    assert analysis.context.agency == "绵阳市行政审批局"
    span = analysis.head.evidence["issuer"]
    assert analysis.text[span.start : span.end] == "绵阳市行政审批局"


def test_from_several_signatures(extractor: Extractor) -> None:
    text = "关于联合执法的通知\n" + BODY + "绵阳市司法局\n绵阳市公安局\n2022年1月10日"
    assert analysed(extractor, text).head.issuer == "绵阳市司法局、绵阳市公安局"


def test_from_the_number(extractor: Extractor) -> None:
    text = "关于推行证照联办的通知\n绵府办函〔2021〕5号\n" + BODY
    assert analysed(extractor, text).head.issuer == "绵阳市人民政府办公室"


def test_from_the_speaker(extractor: Extractor) -> None:
    text = "政府工作报告\n各位代表：\n现在，我代表绵阳市人民政府向大会报告工作。\n" + BODY
    analysis = analysed(extractor, text)
    assert analysis.head.issuer == "绵阳市人民政府"
    assert analysis.head.recipient is None


def test_a_law_is_its_own_congresss_not_that_which_approves(extractor: Extractor) -> None:
    text = (
        "绵阳市政务服务条例\n2021年3月1日绵阳市第七届人民代表大会常务委员会第三次会议通过\n"
        "2021年5月1日四川省第十三届人民代表大会常务委员会第二十次会议批准\n第一条 为了优化服务，制定本条例。\n"
    )
    assert analysed(extractor, text).head.issuer == "绵阳市人民代表大会常务委员会"


def test_none_where_nobody_signs(extractor: Extractor) -> None:
    assert analysed(extractor, "改革观察\n" + BODY).head.issuer is None


def test_from_the_order_under_the_title(extractor: Extractor) -> None:
    text = "绵阳市政务服务管理办法\n（2022年3月5日绵阳市人民政府令第9号公布）\n第一条 为了规范服务，制定本办法。\n"
    analysis = analysed(extractor, text)
    assert (analysis.head.issuer, analysis.head.number) == ("绵阳市人民政府", "绵阳市人民政府令第9号")
    assert analysis.policies == []
    opened = analysed(extractor, text.replace("绵阳市政务", "绵阳市人民政府关于政务", 1))
    assert (opened.head.issuer, opened.head.number) == ("绵阳市人民政府", "绵阳市人民政府令第9号")


def test_from_the_region_that_reports(extractor: Extractor) -> None:
    text = "绵阳市2021年法治政府建设情况的报告\n现将我市工作情况报告如下：\n" + BODY
    assert analysed(extractor, text).head.issuer == "绵阳市人民政府"
    assert analysed(extractor, "绵阳市改革观察\n我市推行新举措。\n" + BODY).head.issuer is None


def test_the_own_agency_keeps_its_full_name(extractor: Extractor) -> None:
    text = (
        "绵阳市人民政府政务服务中心关于2021年工作的报告\n市政府：\n市政务服务中心优化窗口，市政务中心增设专区。\n"
        + BODY
    )
    analysis = analysed(extractor, text)
    assert {a.name for a in analysis.agencies} == {"绵阳市人民政府政务服务中心", "绵阳市人民政府"}


def test_a_line_of_the_body_that_ends_with_a_colon_is_no_recipient(extractor: Extractor) -> None:
    text = "绵阳市政务服务办法\n第一条 市人民政府履行下列职责：\n（一）各部门的职责：\n" + BODY + "各县市区人民政府：\n"
    assert analysed(extractor, text).head.recipient is None


def test_a_congress_is_no_speaker(extractor: Extractor) -> None:
    text = "备案报告\n全国人民代表大会常务委员会、国务院：\n现将通过的条例报请备案。\n绵阳市人民代表大会常务委员会\n2021年3月5日"
    analysis = analysed(extractor, text)
    assert analysis.head.issuer == "绵阳市人民代表大会常务委员会"
    assert analysis.head.recipient == "全国人民代表大会常务委员会、国务院"


def test_a_shorter_name_of_the_own_agency(extractor: Extractor) -> None:
    text = "绵阳市大数据发展管理局2021年工作总结\n市大数据局推进改革，市财政局配合。\n" + BODY
    analysis = analysed(extractor, text)
    assert {a.name for a in analysis.agencies} == {"绵阳市大数据发展管理局", "绵阳市财政局"}


def test_a_document_without_a_region_is_of_its_issuers(extractor: Extractor) -> None:
    analysis = analysed(extractor, "关于做好便民服务工作的函\n", number="国办函〔2019〕98号", date="2019-09-30")
    assert (analysis.head.issuer, analysis.head.region) == ("国务院办公厅", "100000")
    named = analysed(extractor, "遂宁市示例单位关于做好便民服务工作的函\n", number="国办函〔2019〕98号", date="2019-09-30")
    assert named.head.region == "510900"


def test_a_reply_is_of_the_year_in_which_it_was_given(extractor: Extractor) -> None:
    text = "四川省人民政府关于遂宁市政务服务规划（2010—2020年）的批复\n"
    analysis = analysed(extractor, text, number="川府函〔2013〕191号", date="2013-06-30")
    assert (analysis.head.kind, analysis.head.year) == ("other", 2013)
    assert analysed(extractor, text, number="川府函〔2013〕191号").head.year == 2013


def test_an_order_that_is_only_cited_is_not_the_documents_own(extractor: Extractor) -> None:
    text = "便民服务若干规定\n本规定依照遂宁市人民政府令第9号制定。\n" + BODY
    assert analysed(extractor, text).head.number is None
    own = "便民服务若干规定\n（2018年9月30日遂宁市人民政府令第9号公布）\n" + BODY
    assert analysed(extractor, own).head.number == "遂宁市人民政府令第9号"
