"""Initiatives, known and local: a sentence that a rule must match and one that it must not. All of our own wording."""

from __future__ import annotations

import pytest

from extractors.analysis import Analysis
from extractors.source import SourceText
from tests.extractors.support import analysed, written


def found(text: str, year: int = 2021) -> Analysis:
    return analysed(text, "initiatives", year=year)


def known(text: str, year: int = 2021) -> set[str]:
    return {m.name for m in found(text, year).initiatives if not m.new}


def new(text: str, year: int = 2021) -> set[str]:
    return {m.name for m in found(text, year).initiatives if m.new}


def rules(text: str, year: int = 2021) -> set[str]:
    return {m.mention.rule for m in found(text, year).initiatives}


def test_names_and_aliases() -> None:
    assert known("全面推行告知承诺制，实行“一窗受理”") == {"告知承诺制", "综合窗口改革"}
    assert rules("全面推行告知承诺制") == {"initiative.name"}
    assert rules("实行“一窗受理”") == {"initiative.alias"}
    assert known("组织开展夏季送清凉慰问") == set()


def test_quotation_marks_and_width_do_not_matter() -> None:
    analysis = found("深化“放管服”改革；推行“双随机、一公开”监管")
    surfaces = [analysis.text[m.mention.start : m.mention.end] for m in analysis.initiatives]
    assert surfaces == ["放管服”改革", "双随机、一公开"]


def test_forms_that_change_their_meaning_with_the_year() -> None:
    assert known("已上线十个“一件事”", 2021) == {"一件事一次办"}
    assert known("已上线十个“一件事”", 2024) == {"高效办成一件事"}
    assert rules("已上线十个“一件事”", 2024) == {"initiative.dated"}
    assert known("已上线十个“一件事”", 2015) == set()


def test_the_longest_form_hides_what_it_holds() -> None:
    assert known("推动高效办成一件事", 2022) == {"高效办成一件事"}


@pytest.mark.parametrize(
    ("means", "does_not", "name"),
    [
        ("稳妥推进政府机构改革", "加快中小金融机构改革", "机构改革"),
        ("企业开办时间压缩到半个工作日", "提供企业开办、招工等咨询", "压缩企业开办时间"),
        ("加强村庄以外的“多规合一”信息平台建设", "编制“多规合一”村庄规划", "多规合一"),
        ("推行街道综合行政执法", "由综合行政执法部门责令改正", "综合行政执法改革"),
        ("政府法律顾问列席常务会议", "实现一村一法律顾问", "法律顾问制度"),
        ("申请材料平均压减六成", "随申请材料一并提交照片", "减环节减材料减时限"),
        ("承接市级下放事项二十项", "承接产业转移项目二十个", "行政权力下放承接"),
        ("健全矛盾纠纷排查调解制度", "矛盾纠纷排查率达到九成", "矛盾纠纷多元化解"),
        ("打破部门间数据壁垒", "数据壁垒是指标准不一", "政务数据共享"),
        ("行政许可全部纳入清单管理", "危险源纳入清单管理", "行政许可事项清单管理"),
        ("推行街道综合执法", "开展节前综合执法检查", "综合行政执法改革"),
        ("组织领导干部尊法学法守法用法", "全社会尊法学法守法用法蔚然成风", "领导干部学法制度"),
        ("依托国家统一的在线监管系统", "工地建设在线监管系统", "互联网+监管"),
        ("专项整治第三方中介机构乱象", "委托中介机构评估", "中介服务清理规范"),
        ("新增“个转企”三百户", "推动个转企、小升规、规改股", "个转企"),
    ],
)
def test_forms_that_mean_it_only_in_some_company(means: str, does_not: str, name: str) -> None:
    assert name in known(means)
    assert name not in known(does_not)


def test_bodies_designated_by_their_function_are_no_reform() -> None:
    assert known("由审批制度改革部门和公共资源交易综合监督管理部门负责解释。") == set()
    assert known("推进审批制度改革,部门之间共享结果。") == {"行政审批制度改革"}


def test_furniture_is_left_out() -> None:
    text = "优化营商环境专题\n持续推进政务公开工作"
    analysis = Analysis(SourceText(text, furniture=((0, 8),)), "a.txt")
    assert [m.name for m in written(analysis, "initiatives").initiatives] == ["政务公开"]


def test_quoted_names_with_a_head_noun() -> None:
    assert new("建成“乡里帮”平台，方便群众办事") == {"“乡里帮”平台"}
    assert rules("建成“乡里帮”平台，方便群众办事") == {"initiative.quoted"}
    assert new("增强“四个意识”，做到“两个维护”") == set()
    assert new("引育“专精特新”企业二十家") == set()


def test_quoted_brands_go_by_the_brand() -> None:
    assert new("上线“滨事通”小程序，办理政务服务事项三百项") == {"滨事通"}
    assert new("把政务服务做到“网上办”") == set()


def test_quoted_names_share_their_noun() -> None:
    assert new("常态开展“局长晨会”“政企沙龙”等活动，畅通诉求渠道") == {"局长晨会", "政企沙龙"}


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
    assert new("建立和完善涉企投诉限期核查机制") == {"涉企投诉限期核查机制"}
    assert new("公布行政检查事项清单并完善行政检查回访核查制度") == {"行政检查回访核查制度"}
    assert new("建立优化营商环境季度会诊制度") == {"优化营商环境季度会诊制度"}


def test_two_names_with_a_conjunction() -> None:
    assert "不文明行为劝导制度" in new("实行文明行为积分制度和不文明行为劝导制度")


def test_campaigns_need_government_close_by() -> None:
    assert new("开展“千企走访”助企行动") == {"“千企走访”助企行动"}
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


def test_reforms_of_many_places_that_the_list_lacks() -> None:
    assert new("推行一业一查") == {"一业一查"}
    assert rules("推行一业一查") == {"initiative.common"}
    assert new("一业检查完毕") == set()


def test_one_name_for_one_local_initiative_of_a_document() -> None:
    assert new("打造政务服务“滨速办”品牌。“滨速办”平台办理事项两百项") == {"滨速办"}
