"""Initiatives, known and local: a sentence that a rule must match and one that it must not. All of our own wording."""

from __future__ import annotations

import pytest

from extractors.analysis import Analysis
from extractors.initiatives.headed import headed_candidates
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
    assert new("建立和完善涉企投诉限期核查机制") == {"涉企投诉限期核查机制"}
    assert new("公布行政检查事项清单并完善行政检查回访核查制度") == {"行政检查回访核查制度"}
    assert new("建立优化营商环境季度会诊制度") == {"优化营商环境季度会诊制度"}


def test_two_names_with_a_conjunction() -> None:
    assert "涉企投诉回访制度" in new("实行行政执法积分制度和涉企投诉回访制度")


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
        ("推行一网通办，上线“搬迁一件事”", "搬迁一件事"),
        ("深化最多跑一次改革，推行装修“一件事”", "装修“一件事”"),
        ("优化营商环境，试行“即来即审”", "即来即审"),
        ("优化营商环境，推行“边测边批”“随船随验”", "随船随验"),
        ("推行容缺受理，启用行政执法考评平台", "行政执法考评平台"),
        ("推行一网通办，搭建惠企政策直报平台", "惠企政策直报平台"),
        ("推行一网通办，建立诉求“大掌柜”、审批限时督办、涉企往来清单等机制", "涉企往来清单"),
        ("落实帮办代办，健全局长接单、涉企诉求轮办等制度", "涉企诉求轮办"),
    ],
)
def test_names_without_the_marks_of_most(text: str, name: str) -> None:
    analysis = analysed(text, "initiatives", region="445300", year=2022)
    assert name in {m.name for m in analysis.initiatives if m.new}


@pytest.mark.parametrize(
    "text",
    [
        "推行行政备案公示、备案清单（以下简称“两项措施”），健全“两项措施”会商机制，优化营商环境",
        "实施“光网乡村”工程，深化一网通办",
        "推进“百千万”工业互联网平台培育，深化一网通办",
        "优化营商环境，打造现代化“5+2+N”系列滨海场景",
        "推行一网通办，让办事像“网购”一样",
    ],
)
def test_what_only_looks_like_a_name(text: str) -> None:
    assert new(text) == set()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("健全完善省、市、县、乡四级基层矛盾联调信息平台", "基层矛盾联调信息平台"),
        ("完善市、县、镇三级政务督办平台", "政务督办平台"),
        ("推行行政检查扫码评价制度", "行政检查扫码评价制度"),
    ],
)
def test_names_are_not_cut_inside_a_word_or_at_a_mark_of_a_list(text: str, name: str) -> None:
    assert name in {c.name for c in headed_candidates(text)}
    assert not {c.name for c in headed_candidates(text) if c.name in name and c.name != name}


def test_reforms_of_many_places_that_the_list_lacks() -> None:
    assert new("推行一业一查") == {"一业一查"}
    assert rules("推行一业一查") == {"initiative.common"}
    assert new("一业检查完毕") == set()


def test_one_name_for_one_local_initiative_of_a_document() -> None:
    assert new("打造政务服务“滨速办”品牌。“滨速办”平台办理事项两百项") == {"滨速办"}


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
