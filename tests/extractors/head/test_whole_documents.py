"""What a document says of itself, read through the whole pipeline. Places are real, what is told of them is made up."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from extractors.pipeline import Extractor


@cache
def extractor() -> Extractor:
    return Extractor()


def head(text: str, file: str = "d01.txt") -> dict[str, Any]:
    told: dict[str, Any] = extractor().record(text.encode(), file).to_json()["document"]
    return told


def expect(text: str, file: str = "d01.txt", /, **fields: Any) -> None:
    found = head(text, file)
    assert {name: found[name] for name in fields} == fields


BODY = "为方便群众办事，各窗口应当一次告知所需材料，不得要求群众重复提交，也不得推诿。"


@pytest.mark.parametrize(
    ("opening", "title", "number"),
    [
        (
            "绵府发〔2021〕9号绵阳市人民政府关于推行证照联办的通知各县市区人民政府，市级各部门：",
            "绵阳市人民政府关于推行证照联办的通知",
            "绵府发〔2021〕9号",
        ),
        (
            "达州市人民政府关于设置综合窗口的意见达市府发〔2020〕3号各县、市、区人民政府，市级有关单位：　　",
            "达州市人民政府关于设置综合窗口的意见",
            "达市府发〔2020〕3号",
        ),
        (
            "泸市府办发〔2019〕21号 泸州市人民政府办公室关于延长窗口服务时间的通知 各区县人民政府，各园区管委会：",
            "泸州市人民政府办公室关于延长窗口服务时间的通知",
            "泸市府办发〔2019〕21号",
        ),
    ],
)
def test_a_page_without_line_breaks_runs_number_title_and_recipient_together(
    opening: str, title: str, number: str
) -> None:
    found = head(opening + BODY * 3)
    assert (found["title"], found["number"]) == (title, number)
    assert found["recipient"] and found["recipient"].startswith("各")


def test_paragraphs_that_wide_blanks_alone_divide_are_lines() -> None:
    text = f"　　2022年，全县推进改革。{BODY}　　一、主要做法。{BODY}　　二、下一步打算。{BODY}　　叙永县司法局　　2023年2月3日"
    expect(text, issuer="叙永县司法局", date="2023-02-03", year=2022)


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (f"新华社成都3月6日电 {BODY}", {"kind": "news", "issuer": "新华社", "date": "2021-03-06"}),
        (f"央视网消息（晚间新闻）：{BODY}", {"kind": "news", "issuer": "央视网"}),
        (f"本报讯（记者 张某）{BODY}", {"kind": "news", "issuer": None}),
        (f"遂宁市出台《政务服务办法》\n遂宁日报讯 {BODY}", {"kind": "news", "issuer": "遂宁日报"}),
    ],
)
def test_a_dateline_tells_kind_sender_and_day(text: str, fields: dict[str, Any]) -> None:
    expect(text, "遂宁_2021.txt", **fields)


@pytest.mark.parametrize(
    ("text", "region", "year"),
    [
        ("本报讯 2022年5月6日，自贡市行政审批局启动帮办代办，推出20个套餐。", "510300", 2022),
        ("本网讯 2019年8月1日，记者从内江市政务服务中心获悉，窗口启用。", "511000", 2019),
        ("新华社北京2月3日电 国务院常务会议部署优化营商环境，推广告知承诺制。", "100000", None),
    ],
)
def test_news_tells_place_and_day_in_its_first_sentence(text: str, region: str, year: int | None) -> None:
    expect(text, region=region, year=year)


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("四川广元：证照联办当天办结", "2021-05-06 09:30 来源：广元日报"),
        ("湖南岳阳：窗口服务延到周末", "2020-03-01 10:00 来源: 湖南日报"),
    ],
)
def test_a_headline_with_a_place_and_a_colon(title: str, below: str) -> None:
    expect(f"{title}\n\n{below}\n\n4月，该市启用新窗口，群众办事更方便。", title=title, kind="news")


@pytest.mark.parametrize(
    ("title", "below"),
    [
        ("一个窗口两次跑腿的剖析", "清远市政务服务数据管理局\n2023-06-01"),
        ("窗口服务提速增效的实践", "2022年3月4日\n内江市行政审批局"),
    ],
)
def test_a_headline_above_who_issues_and_when(title: str, below: str) -> None:
    expect(f"{title}\n{below}\n\n{BODY * 2}", title=title)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "各区县人民政府：\n《泸州市窗口建设工作方案》已经市政府同意，现印发给你们，请贯彻执行。\n2021年3月5日",
            "泸州市窗口建设工作方案",
        ),
        ("局属各单位：\n现将《2022年政务公开工作要点》印发给你们，请抓好落实。", "2022年政务公开工作要点"),
    ],
)
def test_a_notice_without_a_title_bears_that_of_what_it_hands_out(text: str, title: str) -> None:
    found = extractor().record(text.encode(), "d01.txt").to_json()
    assert (found["document"]["title"], found["document"]["kind"]) == (title, "notice")
    assert found["policies"] == []


@pytest.mark.parametrize(
    "text",
    [
        "为优化服务，结合实际，制定本行动计划。\n一、总体要求\n方便群众。\n雅安市人民政府办公室\n2023年6月3日",
        "为落实省委部署，制订本实施方案。\n一、主要任务\n设置窗口。\n巴中市人民政府办公室\n2022年5月4日",
    ],
)
def test_what_it_says_that_it_lays_down_tells_the_kind(text: str) -> None:
    expect(text, kind="plan")


def test_an_order_to_report_is_no_report() -> None:
    text = "各县区人民政府：\n请认真执行。遇到问题，及时向市行政审批局报告。特此通知。\n南充市人民政府\n2022年2月4日"
    expect(text, kind="notice", year=2022)


@pytest.mark.parametrize(
    ("text", "file", "fields"),
    [
        (
            "第三章 窗口\n第九条 窗口应当一次告知。",
            "012_民政部等_2021_意见.txt",
            {"issuer": "民政部", "kind": "opinion"},
        ),
        ("第三章 窗口\n第九条 窗口应当一次告知。", "7_水利部_2020_通知.txt", {"region": "100000", "kind": "notice"}),
        ("第三章 窗口\n第九条 窗口应当一次告知。", "宜宾市司法局_2020_总结.txt", {"issuer": "宜宾市司法局"}),
        (
            "第三章 窗口\n第九条 窗口应当一次告知。",
            "宜宾市_2020_民政部门材料.txt",
            {"region": "511500", "issuer": None},
        ),
        ("某市窗口服务规定\n第九条 窗口应当一次告知。", "宜宾市_2020_地方性法规.txt", {"kind": "law"}),
        ("宜宾市窗口经验做法\n推行证照联办。", "宜宾市_2020.txt", {"kind": "other"}),
    ],
)
def test_the_name_of_the_file_tells_what_the_text_does_not(text: str, file: str, fields: dict[str, Any]) -> None:
    expect(text, file, **fields)


@pytest.mark.parametrize("who", ["各有关单位", "各相关单位", "局机关各处室、局属各单位"])
def test_all_units_are_a_recipient(who: str) -> None:
    expect(f"常德市交通运输局关于优化窗口的通知\n{who}：\n请执行。\n常德市交通运输局\n2024年3月4日", recipient=who)


def test_who_is_responsible_is_none() -> None:
    expect("常德市交通运输局关于优化窗口的通知\n责任单位：\n请执行。\n常德市交通运输局\n2024年3月4日", recipient=None)


@pytest.mark.parametrize(
    "signers", [("国家发展改革委", "国家数据局", "财政部", "自然资源部"), ("公安部", "司法部", "民政部")]
)
def test_all_signers_of_a_joint_document(signers: tuple[str, ...]) -> None:
    text = "各省、自治区、直辖市有关部门：\n推进数据共享。\n" + "\n".join(signers) + "\n2024年5月8日"
    assert (head(text)["issuer"] or "").count("、") == len(signers) - 1


def test_the_title_names_more_issuers_than_the_page() -> None:
    page = "---\n发布单位: 常州市公安局\n---\n\n# 常州市交通运输局 常州市公安局关于货车通行便利化的通知\n\n请执行。\n"
    expect(page, "d01.md", issuer="常州市交通运输局、常州市公安局")


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("2022年浙江省人民政府办公厅政府信息公开年度报告\n省政府办公厅代表省政府受理申请9件。", "浙江省人民政府办公厅"),
        ("2021年达州市行政审批局政务公开年度报告\n本局代表市政府答复3件。", "达州市行政审批局"),
    ],
)
def test_who_opens_a_report_on_openness_issues_it(text: str, issuer: str) -> None:
    expect(text, issuer=issuer)


def test_the_subject_of_the_opening_sentence_issues_a_report() -> None:
    text = "2021年，市行政审批局优化服务，广安市群众办事更快。\n一、主要做法\n广安市推行容缺受理。"
    expect(text, year=2021, issuer="广安市行政审批局", region="511600", kind="report")


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("关于推行帮办代办的通知\n各县（区）人民政府，市政府各部门：\n根据《四川省人民政府办公厅关于优化服务的意见》、"
         "《四川省司法厅关于规范服务的通知》，结合乐山实际，通知如下：\n一、推行。", "511100"),
        ("关于窗口建设的意见\n根据《湖北省政务服务条例》《湖北省数据办法》，立足荆门实际，提出如下意见。", "420800"),
        ("工作情况\n我县在全省率先推行证照联办，全省推广。安岳县窗口群众满意，安岳县再提速。", "512021"),
    ],
)  # fmt: skip
def test_titles_and_ranks_of_higher_governments_are_not_its_own(text: str, region: str) -> None:
    expect(text, region=region)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("绵阳市窗口服务办法\n第一条 制定本办法。\n第九条 本办法自2021年9月1日起施行。", 2021),
        ("绵阳市窗口服务办法\n第一条 制定本办法。\n第九条 本办法自2021年1月1日起施行。", 2020),
        ("绵阳市窗口服务办法\n第一条 制定本办法。\n第九条 本办法自2021年4月1日起施行。", None),
        ("绵阳市窗口服务方案\n一、目标。2025年底前窗口全覆盖。", None),
    ],
)
def test_a_policy_tells_its_year_by_when_it_comes_into_force(text: str, year: int | None) -> None:
    expect(text, year=year)


def test_a_heading_on_the_work_of_a_year_looks_back_where_a_later_one_looks_ahead() -> None:
    text = "各位代表：\n我代表区政府报告工作。\n一、2021年的工作\n推行。\n二、2022年工作安排\n推进。"
    expect(text, year=2021)


@pytest.mark.parametrize(
    ("title", "text", "region"),
    [
        ("信访工作条例", "第三条 各级机关、单位应当畅通渠道。", "100000"),
        ("政府督查工作条例", "第三条 省人民政府有关部门应当配合。", None),
        ("窗口服务条例", "第三条 本市推行告知承诺制。", None),
    ],
)
def test_a_law_that_names_no_place_is_the_countrys(title: str, text: str, region: str | None) -> None:
    expect(f"{title}\n第一章 总则\n{text}", region=region)


def test_a_day_that_signs_above_what_is_handed_out() -> None:
    text = (
        "绵阳市人民政府办公室关于印发窗口管理办法的通知\n各县市区人民政府：\n《绵阳市窗口管理办法》已经同意，现印发给你们。"
        "绵阳市人民政府办公室2022年9月6日绵阳市窗口管理办法第一条　为规范窗口，制定本办法。\n" + f"{BODY}\n" * 12
    )
    expect(text, date="2022-09-06", year=2022)


def test_from_when_on_it_holds_is_no_day_of_publication() -> None:
    text = f"实施日期：\n2021年04月16日\n广元市人民政府关于优化窗口的通知\n各县区人民政府：\n{BODY * 2}"
    expect(text, date=None)


def test_a_row_with_bars_is_metadata() -> None:
    text = (
        "索 引 号 | 11620700000000001X/2023-00001 | 主题分类 | 政务公开 |\n成文日期 | 2023-05-20 | 发布日期 | 2023-05-28 |\n"
        f"标 题 | 酒泉市人民政府关于优化窗口的通知 |\n肃州区人民政府：\n{BODY}\n"
    )
    expect(text, title="酒泉市人民政府关于优化窗口的通知", kind="notice", date="2023-05-20")


def test_a_collectors_note_above_the_first_heading_is_not_the_documents() -> None:
    text = "> 依《中华人民共和国著作权法》收录，仅供学习。\n\n# 常德市司法局关于优化窗口的通知\n\n各有关单位：\n\n请执行。\n"
    record = extractor().record(text.encode(), "d01.md").to_json()
    assert (record["document"]["title"], record["document"]["recipient"]) == (
        "常德市司法局关于优化窗口的通知",
        "各有关单位",
    )
    assert record["policies"] == []


def test_the_day_below_the_title_beside_other_labels() -> None:
    text = f"盐城市司法局2017年度工作情况的报告\n时间：2018-04-12  浏览次数：\n\n{BODY}"
    expect(text, date="2018-04-12")
