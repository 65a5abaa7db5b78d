"""Local initiatives: a sentence that a rule must match and one that it must not. All of our own wording."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.initiatives.candidates import Known
from extractors.initiatives.extract import known_mentions
from extractors.initiatives.headed import headed_candidates
from extractors.initiatives.local import TASK, candidates, new_names
from extractors.initiatives.place_brands import place_candidates
from extractors.initiatives.quoted import quoted_candidates
from extractors.initiatives.words import Words
from extractors.judges.judge import Judge
from tests.extractors.initiatives.test_known import found, rules
from tests.extractors.support import analysed, written


def new(text: str, year: int = 2021) -> set[str]:
    return {m.name for m in found(text, year).initiatives if m.new}


def test_quoted_names_with_a_head_noun() -> None:
    assert new("建成“乡里帮”平台，方便群众办事") == {"“乡里帮”平台"}
    assert rules("建成“乡里帮”平台，方便群众办事") == {"initiative.quoted"}
    assert new("增强“四个意识”，做到“两个维护”") == set()
    assert new("引育“专精特新”企业二十家") == set()


def test_quoted_brands_go_by_the_brand() -> None:
    assert new("上线“滨事通”小程序，办理政务服务事项三百项") == {"滨事通"}
    assert new("把政务服务做到“网上办”") == set()


def test_quoted_names_share_their_noun() -> None:
    assert new("常态开展“局长晨会”“政企夜话”等活动，畅通诉求渠道") == {"局长晨会", "政企夜话"}


def test_numbers_are_names_only_with_their_noun() -> None:
    assert new("建立行政执法“1+3”制度体系") == {"行政执法“1+3”制度体系"}
    assert rules("建立行政执法“1+3”制度体系") == {"initiative.numbered"}
    assert new("全市形成“1+3”的格局") == set()


def test_names_built_from_verb_subject_and_head_noun() -> None:
    assert new("建立涉企投诉限期核查机制") == {"涉企投诉限期核查机制"}
    assert rules("建立涉企投诉限期核查机制") == {"initiative.built"}
    assert new("建立健全联席会议制度") == set()
    assert new("深化公立医院改革") == set()
    assert new("健全信访工作法治化格局") == set()


def test_names_begin_behind_the_last_verb() -> None:
    assert candidate_names("建立和完善涉企投诉限期核查机制") == {"涉企投诉限期核查机制"}
    assert "行政检查回访核查制度" in candidate_names("公布行政检查事项清单并完善行政检查回访核查制度")
    assert candidate_names("建立优化营商环境季度会诊制度") == {"优化营商环境季度会诊制度"}


def test_two_names_with_a_conjunction() -> None:
    names = {candidate.name for candidate in headed_candidates(Words("实行行政执法积分制度和涉企投诉回访制度"))}
    assert names == {"行政执法积分制度", "涉企投诉回访制度"}


def candidate_names(text: str) -> set[str]:
    words = Words(text)
    return {candidate.name for candidate in [*headed_candidates(words), *quoted_candidates(words)]}


def test_a_name_begins_behind_another_name_and_behind_the_last_item_of_a_list() -> None:
    assert "“三定”工作法" in candidate_names("落实周报机制和“三定”工作法")
    assert "“双核”专项行动" in candidate_names("开展账、证、物“双核”专项行动")
    assert "衡阳市信用平台" in candidate_names("录入衡阳市信用平台")
    assert "开户“一件事”" in candidate_names("推行开户“一件事”")
    assert candidate_names("推行十二个“一件事”") == {"“一件事”"}


def test_nouns_alone_are_nobodys_name() -> None:
    assert candidate_names("完善工作制度") == candidate_names("推动示范区") == set()
    assert candidate_names("建设政务督办平台") == {"政务督办平台"}


def test_a_name_that_is_half_a_known_one_is_that() -> None:
    text = "推行一网通办，健全政府与企业常态化沟通协商机制"
    assert "政府与企业常态化沟通协商机制" in candidate_names(text)
    assert new(text) == set()
    assert new("推行一网通办，健全涉企投诉限期核查机制") == {"涉企投诉限期核查机制"}


def test_campaigns_need_government_close_by() -> None:
    assert new("开展“千企走访”助企行动") == {"千企走访"}
    assert new("政务服务大厅全年运行平稳有序，另外在全县各河段反复组织实施“清渠”行动") == set()


def test_names_of_general_words_only_are_no_names() -> None:
    assert new("深化行政执法改革") == set()
    assert new("健全社会矛盾纠纷排查调处机制") == set()
    assert new("建立信访诉求受理以及调查处理机制") == {"信访诉求受理以及调查处理机制"}
    assert new("建立受理以及调查处理机制") == set()


def test_what_regulations_ask_of_others_than_the_government_is_no_reform() -> None:
    assert new("电子商务平台经营者应当建立侵权投诉登记核查制度") == set()
    assert new("网络服务提供者应当履行主体责任，建立侵权投诉登记核查制度") == set()
    assert new("市人民政府应当建立侵权投诉登记核查制度") == {"侵权投诉登记核查制度"}


def test_a_mechanism_in_a_rule_of_another_field_is_that_fields() -> None:
    def named(title: str, text: str) -> set[str]:
        analysis = analysed(text, kind="law", region="445300", year=2022)
        analysis.head = replace(analysis.head, title=title)
        return {m.name for m in written(analysis, "initiatives").initiatives if m.new}

    text = "第九条 市人民政府应当建立侵权投诉登记核查制度。"
    assert named("云浮市果蔬交易条例", text) == set()
    assert named("云浮市信访条例", text) == {"侵权投诉登记核查制度"}
    conduct = "第九条 市人民政府应当建立不文明行为举报平台。"
    assert named("云浮市文明行为促进条例", conduct) == {"不文明行为举报平台"}


def test_mechanisms_of_conduct_regulations() -> None:
    assert new("市文明办应当建立不文明行为举报平台") == {"不文明行为举报平台"}
    assert new("市人民政府应当建立文明行为表彰奖励制度") == set()


def test_results_in_quotation_marks_are_no_names() -> None:
    assert new("行政诉讼案件数和败诉率持续“双下降”，服务群众") == set()
    assert new("深化以“扫清堵点”为重点的政务服务专项行动") == set()


def test_campaign_years_of_government_are_names() -> None:
    assert new("开展“优化营商环境攻坚年”活动") == {"优化营商环境攻坚年"}
    assert new("开展“招商引资攻坚年”活动") == set()


def test_a_verb_before_a_list_counts_for_all_its_items() -> None:
    assert new("抓好值班服务制、政务大厅周末办证制度等") == {"政务大厅周末办证制度"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("加快数字云浮建设，推行一网通办", "数字云浮"),
        ("推行告知承诺制，擦亮“信用云浮”品牌", "信用云浮"),
        ("优化营商环境，试行“即来即审”", "即来即审"),
        ("优化营商环境，推行“边测边批”“随船随验”", "随船随验"),
        ("推行容缺受理，启用行政执法考评平台", "行政执法考评平台"),
        ("推行一网通办，搭建涉企投诉直报平台", "涉企投诉直报平台"),
        ("推行一网通办，建立诉求“大掌柜”、审批限时督办、涉企往来清单等机制", "涉企往来清单"),
        ("落实帮办代办，健全局长接单、涉企诉求轮办等制度", "涉企诉求轮办"),
    ],
)
def test_names_without_the_marks_of_most(text: str, name: str) -> None:
    report = f"云浮市行政审批局2022年工作总结\n2022年工作回顾\n2022年，{text}。"
    analysis = analysed(report, "initiatives", region="445300", year=2022)
    assert name in {m.name for m in analysis.initiatives if m.new}


@pytest.mark.parametrize(
    ("report", "names"),
    [
        # parts of a known one
        ("云浮市政务服务局2022年工作总结\n2022年，先后上线“搬迁一件事”“领养一件事”，推行停产“一件事”。",
         {"搬迁一件事", "领养一件事", "停产“一件事”"}),
        ("云浮市行政审批局2022年工作总结\n推出“落户一件事”，办好验车“一件事”，深化放管服改革。",
         {"落户一件事", "验车“一件事”"}),
        # other fields in a plan on government
        ("数字云浮2022年行动计划\n推进一体化政务服务平台建设，深化一网通办。大力实施“光网渔村”工程，推进“百千万”智能制造基地培育。",
         set()),
        ("云浮市2022年数字政府工作方案\n深化跨省通办和政务数据共享。开展“互联网+现代农业”试点示范，发展“互联网+旅游”新业态。", set()),
        # scenes of development
        ("2022年云浮市政府工作报告\n各位代表：\n2022年，推进一网通办。着力打造现代化“5+2+N”系列云浮图景，奋力推动高质量发展。",
         set()),
        ("2022年云浮市政府工作报告\n各位代表：\n2022年，深化放管服改革。构建“3＋4＋X”现代产业新格局，绘就“四季云浮”新场景。",
         set()),
    ],
)  # fmt: skip
def test_parts_of_a_known_one_and_what_other_fields_have(report: str, names: set[str]) -> None:
    analysis = analysed(report, "initiatives", region="445300", year=2022)
    assert {m.name for m in analysis.initiatives if m.new} == names


@pytest.mark.parametrize(
    "text",
    [
        "实施“光网乡村”工程，深化一网通办",
        "推行一网通办，让办事像“网购”一样",
    ],
)
def test_what_only_looks_like_a_name(text: str) -> None:
    assert new(text) == set()


def test_a_short_form_that_the_text_defines_is_none_of_its_names() -> None:
    text = "推行行政备案公示、备案清单（以下简称“两项措施”），健全“两项措施”会商机制，优化营商环境"
    assert not [candidate for candidate in quoted_candidates(Words(text)) if "两项措施" in candidate.name]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # what is told of a name ends it
        ("招标评审分区改革持续深化，办件量稳步增加", {"招标评审分区改革"}),
        ("蕲江综合执法试点5项经验全国推广", {"蕲江综合执法试点"}),
        # that it is built is no part of it
        ("建好市场监管数字化试验区建设", {"市场监管数字化试验区"}),
        # one item before its noun needs no list
        ("实施闲置厂房再利用等改革", {"闲置厂房再利用"}),
        # no cut inside a word
        ("推进政务服务线上线下融合", {"政务服务线上线下融合"}),
        ("实施重大项目并联核准机制", {"重大项目并联核准机制"}),
        ("优化全市域统一物联平台", {"全市域统一物联平台"}),
    ],
)
def test_where_a_name_ends_and_begins(text: str, names: set[str]) -> None:
    assert {candidate.name for candidate in headed_candidates(Words(text))} == names


@pytest.mark.parametrize(
    ("text", "brands"),
    [
        ("全面推广粤码通，粤政慧办注册用户过百万", {"粤码通", "粤政慧办"}),
        ("优化粤码通功能", {"粤码通"}),
        ("粤北交通更加便捷", set()),
        ("推进粤东通关改革", set()),
    ],
)
def test_a_brand_of_a_letter_stands_among_other_words(text: str, brands: set[str]) -> None:
    analysis = analysed(text, region="445300", year=2022)
    assert {candidate.name for candidate in place_candidates(analysis)} == brands


@pytest.mark.parametrize(
    "name", ["县域治理“一网统管”体系", "办税服务“一网通办”", "5个“一件事”", "“办不成事”反映窗口制度", "企业家“早餐会”"]
)
def test_a_known_one_in_quotation_marks_is_no_other_for_its_field(name: str) -> None:
    analysis = analysed(f"推行{name}，启用“邻里哨”平台", region="445300", year=2022)
    found = candidates(analysis, Known(known_mentions(analysis)))
    assert [candidate.inner for candidate in found if candidate.form == "quoted"] == ["邻里哨"]


def test_what_a_quote_is_told_of_is_no_part_of_it() -> None:
    (candidate,) = quoted_candidates(Words("行政诉讼案件败诉率持续“双下降”"))
    assert candidate.name == "“双下降”"


def test_two_quoted_halves_go_by_what_they_make_together() -> None:
    (candidate,) = quoted_candidates(Words("推行“局长+专员”包联机制"))
    assert candidate.name == "“局长+专员”包联机制"
    (candidate,) = quoted_candidates(Words("上线“乡里帮帮办”包联平台"))
    assert candidate.name == "乡里帮帮办"


def test_in_a_whole_document_of_all_fields_a_name_must_be_likelier_than_not() -> None:
    text = "2022年，推行一网通办，启用营商码赋分平台。"
    judge = Judge(intercept=10, threshold=0)
    unlikely = replace(judge, offset=-64)
    whole = f"{text}\n" + "修路建桥，植树造林。\n" * 500
    for content, sure, names in ((text, unlikely, True), (whole, unlikely, False), (whole, judge, True)):
        analysis = replace(analysed(content, region="445300", year=2022), judges={TASK: sure})
        assert bool(new_names(analysis, known_mentions(analysis))) is names


@pytest.mark.parametrize(
    ("name", "whole", "part"),
    [
        ("商品房预售资金监管制度", False, True),
        ("商品房预售纠纷调解制度", True, True),
        ("承接国家级改革试点", False, False),
        ("粤东自贸试验区", False, False),
    ],
)
def test_names_of_another_field_and_nobodys(name: str, whole: bool, part: bool) -> None:
    text = f"2022年，推行一网通办，建立{name}。"
    judge = Judge(intercept=10, threshold=0)
    for content, expected in ((f"{text}\n" + "修路建桥，植树造林。\n" * 500, whole), (text, part)):
        analysis = replace(analysed(content, region="445300", year=2022), judges={TASK: judge})
        assert (name in {mention.name for mention in new_names(analysis, known_mentions(analysis))}) is expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("健全完善省、市、县、乡四级基层矛盾联调信息平台", "基层矛盾联调信息平台"),
        ("完善市、县、镇三级政务督办平台", "政务督办平台"),
        ("推行行政检查扫码评价制度", "行政检查扫码评价制度"),
    ],
)
def test_names_are_not_cut_inside_a_word_or_at_a_mark_of_a_list(text: str, name: str) -> None:
    assert name in {c.name for c in headed_candidates(Words(text))}
    assert not {c.name for c in headed_candidates(Words(text)) if c.name in name and c.name != name}


def test_reforms_of_many_places_that_the_list_lacks() -> None:
    assert new("推行一业一查") == {"一业一查"}
    assert rules("推行一业一查") == {"initiative.common"}
    assert new("一业检查完毕") == set()


def test_one_name_for_one_local_initiative_of_a_document() -> None:
    assert new("打造政务服务“滨速办”品牌。“滨速办”平台办理事项两百项") == {"滨速办"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("推行“云受理+审管联动”工作模式，政务服务提速。", "审管联动"),
        ("推行“说理式执法+回访”服务模式，行政执法有温度。", "说理式执法"),
    ],
)
def test_a_longer_name_hides_a_common_one(text: str, name: str) -> None:
    assert name not in new(text)
    assert name in new(text.replace("“", "").replace("+", "，").replace("”", "，"))


@pytest.mark.parametrize("words", ["取消过去的", "改变以往", "告别传统的"])
def test_what_is_given_up_is_no_initiative(words: str) -> None:
    assert new(f"推行政务服务改革，{words}“三签四盖”工作模式。") == set()
    assert new("推行政务服务改革，创新“三签四盖”工作模式。") == {"“三签四盖”工作模式"}
