"""What a document says of itself, and the context that follows. The documents are of our own making."""

from __future__ import annotations

import pytest

from extractors.analysis import Analysis
from extractors.source import SourceText
from tests.extractors.support import written

BODY = "为深化改革，结合实际，现就有关事项明确如下，请认真贯彻执行。"


def read(text: str, file: str = "x.txt", **metadata: str) -> Analysis:
    analysis = Analysis(SourceText(text, metadata), file)
    return written(analysis, "absolute_dates", "own_head", "own_context", "dates")


NOTICE = f"""遂宁市人民政府办公室
关于印发遂宁市推进“一件事一次办”工作方案
的通知
遂府办发〔2021〕15号

各县（市、区）人民政府：
{BODY}

遂宁市人民政府办公室
2021年6月3日
"""


def test_a_notice() -> None:
    head = read(NOTICE).own_head
    assert head.title == "遂宁市人民政府办公室关于印发遂宁市推进“一件事一次办”工作方案的通知"
    assert (head.number, head.kind, head.date) == ("遂府办发〔2021〕15号", "notice", "2021-06-03")
    assert (head.year, head.region) == (2021, "510900")
    span = head.evidence["number"]
    assert NOTICE[span.start : span.end] == "遂府办发〔2021〕15号"
    assert {name: e.source for name, e in head.evidence.items()} == dict.fromkeys(head.evidence, "text")


def test_the_number_may_lack_its_last_character() -> None:
    head = read(NOTICE.replace("〔2021〕15号", "〔2021〕15")).own_head
    assert head.number == "遂府办发〔2021〕15号"


def test_the_address_is_the_one_of_the_metadata() -> None:
    head = read(NOTICE, url=" https://www.example.gov.cn/a/1.html ").own_head
    assert head.url == "https://www.example.gov.cn/a/1.html"
    assert (head.evidence["url"].source, head.evidence["url"].start) == ("metadata", None)


@pytest.mark.parametrize("printed", ["javascript:alert(1)", "/a/1.html", "遂宁市政务路1号"])
def test_what_is_no_address_of_the_web_is_none(printed: str) -> None:
    head = read(NOTICE, url=printed).own_head
    assert head.url is None and "url" not in head.evidence


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("四川省人民政府关于推进数字政府建设的实施意见", "opinion"),
        ("成都市政务数据管理办法（试行）", "measures"),
        ("阿坝藏族羌族自治州“十四五”政务服务规划", "plan"),
        ("绵阳市人民政府关于取消一批证明事项的决定", "decision"),
        ("德阳市行政审批局2020年工作总结", "report"),
        ("四川省优化营商环境条例", "law"),
        ("四川省人民政府关于同意设立试验区的批复", "other"),
    ],
)
def test_the_kind_by_the_end_of_the_title(title: str, kind: str) -> None:
    assert read(f"{title}\n{BODY}").own_head.kind == kind


def test_rules_that_a_congress_passed_are_a_law() -> None:
    text = f"绵阳市政务服务若干规定\n（2021年3月2日绵阳市第七届人民代表大会常务委员会第三十次会议通过）\n第一条 {BODY}"
    head = read(text).own_head
    assert (head.kind, head.date, head.year, head.region) == ("law", "2021-03-02", 2021, "510700")
    assert read(f"绵阳市政务服务若干规定\n{BODY}").own_head.kind == "measures"


def test_the_kind_of_a_text_without_a_title() -> None:
    assert read("各位代表：\n现在，我代表市人民政府作报告。").own_head.kind == "report"
    assert read(f"{BODY}特此通知。").own_head.kind == "notice"
    assert read("一网通办是什么").own_head.kind == "other"


def test_an_amended_law_is_of_its_last_date() -> None:
    text = (
        "宁波市政务服务条例\n2015年6月25日宁波市第十四届人民代表大会常务委员会第二十三次会议通过\n"
        "2020年7月31日浙江省第十三届人民代表大会常务委员会第二十二次会议批准的修改决定修正\n"
        f"2020年9月1日起施行\n第一章 总则\n第一条 {BODY}"
    )
    head = read(text).own_head
    assert (head.date, head.year, head.region) == ("2020-07-31", 2020, "330200")


def test_metadata_wins() -> None:
    head = read(NOTICE, title="关于推进 一件事一次办 的通知", number="遂府办发[2021]第016号", date="2021年06月07日").own_head
    assert (head.title, head.number, head.date) == ("关于推进一件事一次办的通知", "遂府办发〔2021〕16号", "2021-06-07")
    assert head.evidence["title"].source == "metadata"
    published = read("工作动态\n正文。", published="2019-05-06").own_head
    assert (published.date, published.evidence["date"].rule) == ("2019-05-06", "head.published")


def test_a_work_report_tells_of_the_year_before() -> None:
    text = "政 府 工 作 报 告\n——2018年1月31日在高阳县第十七届人民代表大会第二次会议上\n各位代表：\n我代表县人民政府作报告。"
    analysis = read(text + "\n今年要推开，去年已试点。")
    head = analysis.own_head
    assert (head.title, head.year, head.region, head.kind) == ("政府工作报告", 2017, "130628", "report")
    said = {analysis.text[d.start : d.end]: d.year for d in analysis.dates}
    assert (said["今年"], said["去年"]) == (2018, 2017)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("一、2022年工作回顾\n过去一年。\n二、2023年工作安排\n推进。", 2022),
        ("一、“十四五”时期发展成就和2025年主要工作\n成效。\n二、2026年重点任务\n推进。", 2025),
        ("一、过去五年工作回顾\n成效。\n二、“十五五”时期目标任务和2026年工作安排\n推进。", 2025),
        ("现将2020年法治政府建设情况报告如下：\n一、工作情况\n完成。\n2021年2月3日", 2020),
        ("我局加强学习。\n某某局\n2021年2月3日", 2020),
        ("我局加强学习。\n某某局\n2020年12月18日", 2020),
    ],
)
def test_the_year_of_a_report(text: str, year: int) -> None:
    assert read("各位代表：\n" + text if "回顾" in text or "成就" in text else text).own_head.year == year


@pytest.mark.parametrize(
    ("text", "region", "rule"),
    [
        ("广元市朝天区2021年法治政府建设情况\n一、工作\n完成。", "510812", "head.title"),
        ("国务院关于加快数字政府建设的意见\n推进。", "100000", "head.title"),
        ("各位代表：\n现在，我代表龙华区人民政府，向大会报告工作。深圳各区。", None, None),
        ("现将有关情况报告如下：\n完成。\n深圳市光明区人民政府\n2022年1月5日", "440311", "head.signature"),
        ("英德市委：\n现将情况报告如下。\n完成。", "441881", "head.recipient"),
        ("我代表国务院，向大会报告政府工作。", "100000", "head.speaker"),
        ("我代表大鹏新区管委会，向大会报告工作。", "440300", "head.speaker"),
        ("国家税务总局四川省税务局关于优化服务的通知\n推进。", "510000", "head.title"),
        ("国家发展改革委关于优化服务的通知\n推进。", "100000", "head.title"),
        ("国家卫生城市复审工作方案\n我市推进，绵阳各区落实，绵阳市带头。", "510700", "head.commonest"),
        ("近日，国家机关发布消息。国务院部署，全国推行，我国营商环境改善。", "100000", "head.national"),
        ("泸州老街更新。泸州港扩建，泸州机场迁建。成都协办。", "510500", "head.commonest"),
        ("绵阳市人民政府\n\n" + "加强学习。\n" * 12, "510700", "head.issuer"),
        ("川办发〔2019〕3号\n为深化改革。", "510000", "head.number"),
        ("我市推进改革，遂宁成为试点。遂宁各县区、遂宁市区同步。成都支持。", "510900", "head.commonest"),
        ("加强学习。", None, None),
    ],
)
def test_the_region_from_the_text(text: str, region: str | None, rule: str | None) -> None:
    head = read(text).own_head
    if rule is None and "龙华" in text:
        region, rule = "440309", "head.speaker"
        head = read(text, "深圳.txt").own_head
    assert head.region == region
    assert rule is None or head.evidence["region"].rule == rule


def test_a_law_is_its_congresss_even_if_it_names_a_smaller_place() -> None:
    text = "上海市浦东新区市场主体退出规定\n（2021年9月28日上海市第十五届人民代表大会常务委员会第三十五次会议通过）\n第一条 为了改革。"
    head = read(text).own_head
    assert (head.region, head.evidence["region"].rule) == ("310000", "head.congress")


def test_a_text_of_no_kind_without_a_date_has_no_year() -> None:
    assert read("大厅设窗口十个，2016年3月启用，2018年扩建。").own_head.year is None
    assert read("泸州试点首席数据官打通部门数据\n来源：本网 2022-02-06\n本报讯 2019年启动的试点再扩面。").own_head.year == 2022


def test_an_early_year_in_the_first_words_is_not_the_one_reported_on() -> None:
    text = "自2015年改革以来，我局坚持不懈。现将2020年情况报告如下：\n一、工作情况\n完成。\n2021年2月3日"
    assert read(text).own_head.year == 2020


def test_a_title_that_looks_back_and_ahead_is_a_reports() -> None:
    assert read(f"绵阳市行政审批局2020年工作总结和2021年工作计划\n{BODY}").own_head.kind == "report"
    assert read(f"绵阳市行政审批局2020年工作总结及2021年工作思路\n{BODY}").own_head.kind == "report"
    assert read(f"绵阳市行政审批局2021年工作计划\n{BODY}").own_head.kind == "plan"


def test_a_title_that_the_next_line_ends() -> None:
    decided = "四川省人民代表大会常务委员会关于批准《阿坝州条例》\n的决定\n（2020年3月2日四川省第十三届人民代表大会常务委员会通过）"
    assert read(decided).own_head.title == "四川省人民代表大会常务委员会关于批准《阿坝州条例》的决定"
    assert read("━━━━━━\n关于开展试点的通知\n各县（区）：\n开展试点。").own_head.title == "关于开展试点的通知"


def test_the_path_tells_where_the_text_does_not() -> None:
    analysis = read("我省大力推进改革，全省成效明显。", "吉林_2020.txt")
    assert (analysis.own_head.region, analysis.own_head.year) == ("220000", 2020)
    assert {analysis.own_head.evidence[n].source for n in ("region", "year")} == {"path"}
    assert read("我市大力推进改革，全市成效明显。", "吉林_2020.txt").own_head.region == "220200"
    assert read(NOTICE, "广东_2014.txt").own_head.region == "510900"


def test_a_path_is_not_believed_that_names_a_place_of_which_a_whole_document_says_nothing() -> None:
    named, unnamed = "遂宁大力推进改革。\n", "我县大力推进改革，全县成效明显。\n"
    assert read(named + unnamed * 200, "遂宁射洪县_2018.txt").own_head.region != "510922"
    assert read("射洪大力推进改革。\n" + unnamed * 200, "遂宁射洪县_2018.txt").own_head.region == "510922"
    assert read("今日射洪市\n" + unnamed * 200, "遂宁射洪县_2018.txt").own_head.region == "510922"
    assert read(unnamed, "遂宁射洪县_2018.txt").own_head.region == "510922", "a passage need not say where it is from"


def test_who_is_reported_to_is_not_who_reports() -> None:
    report = "四川省人民政府：\n现将情况报告如下。\n完成。"
    assert read(report, "遂宁.txt").own_head.region == "510900"
    assert read(report, "x.txt").own_head.region == "510000"


def test_a_day_in_the_first_sentences_is_no_signing_date() -> None:
    text = "绵阳市2020年法治政府建设情况\n我市于2020年3月5日召开会议通过方案，持续推进。\n一、工作\n完成。"
    assert read(text).own_head.date is None


def test_the_paths_region_bears_the_name_of_the_year() -> None:
    assert read("一、2009年工作回顾\n我县完成任务。", "保定徐水区_2010.txt").own_head.region == "130625"
    assert read("一、2020年工作回顾\n我区完成任务。", "保定徐水区_2021.txt").own_head.region == "130609"


def test_a_printed_day_that_no_calendar_has_is_no_date() -> None:
    assert read("正文。", date="2020-13-45").own_head.date is None
    assert read("正文。", date="2020年2月29日").own_head.date == "2020-02-29"


def test_metadata_tells_the_region() -> None:
    assert read("正文。", issuer="阿坝州人民政府办公室").own_head.region == "513200"
    assert read("正文。", issuer="教育部").own_head.region == "100000"


def test_the_context() -> None:
    context = read("广元市朝天区2021年法治政府建设情况\n一、工作\n完成。").own_context
    assert context.year == 2021 and context.region and context.region.name == "朝天区"
    assert {level: region.name for level, region in context.levels.items()} == {
        "province": "四川省",
        "prefecture": "广元市",
        "county": "朝天区",
    }
    national = read("国务院关于加快数字政府建设的意见\n推进。").own_context
    assert national.region and national.region.code == "100000" and not national.levels


def test_a_headline_of_news_and_an_attachments_name() -> None:
    news = read("泸州试点首席数据官打通部门数据\n来源：本网 2022-05-06\n本报讯 近日，泸州市启动首席数据官试点。").own_head
    assert (news.title, news.kind) == ("泸州试点首席数据官打通部门数据", "news")
    attached = read("英德市委：\n现将情况报告如下。\n完成。\n英德市司法局2023年法治政府建设年度报告.pdf").own_head
    assert attached.title == "英德市司法局2023年法治政府建设年度报告"
    assert read("一、工作情况\n完成。").own_head.title is None
    assert read("各位代表：\n我代表市人民政府作报告。").own_head.title is None


def test_a_recipient_is_read_by_one_grammar_for_its_region() -> None:
    head = read(f"关于请求支持便民服务的请示\n绵阳市人民政府，市行政审批局：\n{BODY}").own_head
    evidence = head.evidence["region"]
    assert (head.region, evidence.rule, evidence.end - evidence.start) == ("510700", "head.recipient", 14)
    assert read(f"关于请求支持便民服务的请示\n绵阳市各单位名单如下：\n{BODY}").own_head.region is None
