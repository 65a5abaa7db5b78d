"""Known initiatives: a sentence that a form must match and one that it must not. All of our own wording."""

from __future__ import annotations

import pytest

from extractors.analysis import Analysis
from extractors.source import SourceText
from tests.extractors.support import analysed, written


def found(text: str, year: int = 2021) -> Analysis:
    return analysed(text, "initiatives", year=year)


def known(text: str, year: int = 2021) -> set[str]:
    return {m.name for m in found(text, year).initiatives if not m.new}


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


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("全程网上办理三百项", {2013: "网上办事大厅建设", 2017: "网上办事大厅建设", 2018: "一网通办"}),
        ("建立失信惩戒制度", {2013: "社会信用体系建设", 2014: "失信联合惩戒"}),
        ("加快政府信息资源共享", {2012: "电子政务建设", 2013: "政务数据共享"}),
        ("加强矛盾纠纷排查", {2014: "大调解体系建设", 2015: "矛盾纠纷多元化解"}),
        ("推动一次办好", {2017: None, 2018: "一件事一次办"}),
        ("创新社会管理", {2015: "社会管理创新", 2016: None}),
        ("改善营商环境", {2011: None, 2012: "优化营商环境"}),
        ("防止拖欠企业账款", {2017: None, 2018: "清理拖欠企业账款"}),
        ("切实减轻基层负担", {2017: None, 2018: "整治形式主义为基层减负"}),
    ],
)
def test_forms_of_some_years_only(text: str, years: dict[int, str | None]) -> None:
    assert {year: known(text, year) for year in years} == {y: {name} if name else set() for y, name in years.items()}


def test_who_enforces_educates_is_apart_from_the_education_of_all() -> None:
    assert known("落实“谁执法谁普法”责任制，实施“八五”普法规划") == {"谁执法谁普法", "全民普法"}
    assert known("开展普法宣传三十场") == {"全民普法"}
    assert known("编制普法责任清单") == {"谁执法谁普法"}


def test_the_longest_form_hides_what_it_holds() -> None:
    assert known("推动高效办成一件事", 2022) == {"高效办成一件事"}
    assert known("深化政府投资项目投资审批制度改革") == {"投资审批制度改革"}
    assert known("完成乡镇机构改革") == {"乡镇机构改革"}


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
        ("深化政府投资项目投资审批流程再造", "改革外商投资审批制度", "投资审批制度改革"),
        ("推动公共资源交易全流程电子化", "企业登记全流程电子化", "招标投标全流程电子化"),
        ("企业设立推行全程电子化登记", "工程招标全程电子化", "登记全程电子化"),
        ("政务服务大厅午间推出延时服务", "小学普遍开展课后延时服务", "延时服务"),
        ("局长到窗口走流程、办业务", "防疫人员按规定走流程", "走流程"),
        ("政务服务自助终端进驻社区", "商场自助终端可打印小票", "24小时自助政务服务"),
        ("以社保卡为载体推进居民服务一卡通", "公交出行实现一卡通", "居民服务一卡通"),
        ("聘请二十名企业主为营商环境社会监督员", "聘请食品安全社会监督员", "营商环境监督员"),
        ("健全重点企业服务包制度", "推广财务软件服务包", "企业服务包"),
        ("口岸通关使用单一窗口申报", "为来华人才设立居留服务单一窗口", "国际贸易单一窗口"),
        ("完善企业诉求闭环办理", "耐心听取企业诉求", "企业诉求闭环解决机制"),
        ("建立信用修复机制", "破产重整企业的信用修复", "信用修复机制"),
        ("建成公共信用信息平台", "将处罚推送至公共信用信息平台", "公共信用信息平台建设"),
        ("推行部门预算制度", "部门预算向社会公开", "部门预算改革"),
        ("规范政府购买服务目录", "通过政府购买服务的方式供餐", "政府购买服务改革"),
        ("开展镇长任期经济责任审计", "公布业主委员会任期经济责任审计", "领导干部经济责任审计"),
        ("深化行政管理体制改革", "推进经济发达镇行政管理体制改革", "行政管理体制改革"),
        ("探索法定机构运作模式", "委托法定机构检测水样", "法定机构试点"),
        ("加强机关效能建设", "国际传播效能建设", "机关效能建设"),
        ("建立容错纠错机制,为担当者担当", "通关申报容错机制", "容错纠错机制"),
        ("完善政府绩效评估体系", "将护林工作纳入政府绩效评估", "政府绩效管理"),
        ("严格行政问责", "严格节能减排问责制", "行政问责制"),
        ("开展重点工作大督查", "污染防治大督查大排查", "政府督查"),
        ("建设政务新媒体矩阵", "政务新媒体刊发图片三张", "政务新媒体建设"),
        ("办好农村智慧社区试点", "智慧社区养老服务公司", "智慧社区"),
        ("推行乡村治理积分制", "落户积分制管理", "乡村治理积分制"),
        ("健全自治、法治、德治相结合的乡村治理体系", "讲好自治、法治、德治三堂课", "三治融合"),
        ("人大代表票决二十件民生实事", "村民票决理事长人选", "民生实事项目人大代表票决制"),
        ("开展法治宣传,深化八五普法", "在校园开展法治宣传", "全民普法"),
        ("依法清理拖欠企业账款", "大企业不得凭强势拖欠中小企业账款", "清理拖欠企业账款"),
        ("发挥行政复议化解争议主渠道作用", "申请行政复议三件", "行政复议体制改革"),
        ("落实河(湖)长制", "河湖长廊对外开放", "河长制"),
        ("规范性文件合法性审查全覆盖", "决策经专家论证、风险评估和合法性审查", "规范性文件合法性审核"),
        ("深化市级机构改革", "推进疾控机构改革", "机构改革"),
        ("规范细化行政处罚自由裁量权", "压缩政府的自由裁量权", "行政裁量权基准"),
        ("不得指定中介服务机构", "引进会计等中介服务机构", "中介服务清理规范"),
        ("实现深莞惠通办", "税务通办", "跨省通办"),
        ("村级推行全程代办制", "全面推行信访代办制", "帮办代办"),
        ("编制政务服务事项实施清单", "全面实施清单管理制度", "政务服务事项标准化"),
        ("认领实施清单两千项", "对证明事项严格实施清单管理", "政务服务事项标准化"),
        ("对行政许可事项实施清单管理", "对危险源实施清单管理", "行政许可事项清单管理"),
        ("公布随机抽查事项清单", "随机抽查二十份试卷", "双随机一公开"),
        ("优化项目审批流程", "优化投资项目审批流程", "工程建设项目审批制度改革"),
        ("规范投资项目审批程序", "项目审批会议程序", "投资审批制度改革"),
        ("强化事中事后协同监管", "事中汇报事后监督", "事中事后监管"),
        ("完善执法信息资源共享", "完善图书信息资源共享", "政务数据共享"),
        ("机关开展法治宣传教育", "单位未开展法治宣传教育", "全民普法"),
        ("深入开展法治宣传教育", "设置法治宣传教育设施", "全民普法"),
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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("分两批取消市县两级自设的行政审批事项61项", "取消和下放行政审批事项"),
        ("畅通政企之间的沟通渠道", "政企沟通机制"),
        ("推动政务服务向边远村屯延伸", "便民服务体系建设"),
        ("统筹推进渔业、国防动员、供销等领域改革", "国防动员体制改革"),
        ("与民营企业建立月度沟通例会", "政企沟通机制"),
        ("行政处罚与刑事处罚有效衔接", "行刑衔接"),
        ("社区网格管理更细", "网格化管理"),
    ],
)
def test_words_may_stand_inside_a_form(text: str, name: str) -> None:
    assert name in known(text, 2023)


def test_a_gap_ends_with_the_phrase_and_tells_an_initiative_once() -> None:
    assert known("取消了庆典，行政审批事项一览表已张贴") == set()
    assert len(found("政务数据归集、共享和政务数据开放").initiatives) == 2
    assert known("国防动员、兵役征集工作会议召开", 2023) == set()


def test_what_stands_in_a_gap_is_found_as_well() -> None:
    assert known("整合告知承诺制、容缺受理等多项审批事项取消清理") >= {"告知承诺制", "容缺受理"}
