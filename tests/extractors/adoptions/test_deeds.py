"""What only speaks of an initiative and tells no deed. All sentences of our own wording."""

from __future__ import annotations

import pytest

from tests.extractors.adoptions.test_extract import SUINING, stated


def told(text: str, kind: str = "report") -> set[str]:
    return {adoption.initiative for adoption in stated(text, region=SUINING, year=2020, kind=kind)}


@pytest.mark.parametrize(
    "text",
    [
        # fields of another deed
        "在园区道路、数字政府等建设领域，引导社会资本投入。",
        "围绕粮食储备、营商环境、容缺受理等方面，开展调研十次。",
        # topics
        "（三）容缺受理落实情况。",
        "2.权责清单制度执行情况。",
        # wanting
        "部分园区营商环境仍需改善。",
        "乡镇法律顾问制度还不健全，经费偏紧。",
        # defined
        "本办法所称容缺受理，是指材料不齐也先行收件。",
        "这里所称的告知承诺制，是指以承诺代替证明。",
        # liability
        "窗口未依照本办法实行告知承诺制的，责令改正。",
        "逾期不落实首问负责制的，给予通报批评。",
        # the rule of a higher body for all
        "国务院要求，地方各级政府应当推行告知承诺制。",
        "党中央提出，各地各部门必须落实权责清单制度。",
        "本条例规定的行政处罚，实行综合执法改革的，由综合执法机关实施。",
        "优化营商环境需要进一步用力。",
        # learned of, wished for
        "组织窗口人员赴外地学习借鉴容缺受理。",
        "代表们建议尽快推行容缺受理。",
        # sayings
        "诚信是最好的营商环境。",
        "优化营商环境就是留住人心。",
        # where to complain
        "发现路灯损坏的，可以通过12345政务服务热线投诉。",
        "任何单位和个人有权向12345热线、主管部门举报占道行为。",
        "居民可以采取拍照等方式，向政务服务平台反映路面破损。",
        # voluntary work
        "参与社区巡护、普法宣传、敬老助残等志愿服务。",
        # titles of others
        "根据《国务院关于推行告知承诺制的意见》，调整了窗口。",
        "按照《全面推行权责清单制度指南》，修订了守则。",
    ],
)
def test_it_is_only_spoken_of(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "initiative"),
    [
        ("在园区推行容缺受理等便民举措。", "容缺受理"),
        ("权责清单制度落实后，群众满意。", "权责清单制度"),
        ("针对部分园区不够便利的问题，推行容缺受理。", "容缺受理"),
        ("着力解决营商环境存在的短板。", "优化营商环境"),
        ("按照国务院要求，推行告知承诺制。", "告知承诺制"),
        ("畅通12345热线，方便群众投诉。", "政务热线整合"),
        ("通过12345热线受理投诉举报三千件。", "政务热线整合"),
        ("组织开展普法宣传、送法上门等志愿服务一百场。", "全民普法"),
        ("学习借鉴外地做法，推行容缺受理。", "容缺受理"),
        ("根据工作需要，印发《全市告知承诺制实施方案》。", "告知承诺制"),
    ],
)
def test_a_near_sentence_tells_a_deed(text: str, initiative: str) -> None:
    assert initiative in told(text)


@pytest.mark.parametrize(
    ("others", "own"),
    [
        ("第九条 生产经营单位应当加强信用体系建设。", "第九条 市人民政府应当加强信用体系建设。"),
        ("行业协会、商会可以组织会员参加法治宣传教育。", "司法行政部门和行业协会应当组织法治宣传教育。"),
        ("电视、网站等媒体应当开展法治宣传教育。", "文化主管部门应当开展法治宣传教育。"),
        ("排水单位和个人通过政务服务平台办理手续。", "水务部门通过政务服务平台办理手续。"),
        ("民营企业应当健全科学民主决策机制。", "各级人民政府应当听取民营企业意见，健全科学民主决策机制。"),
        ("鼓励平台经营者与主管部门数据共享。", "主管部门应当与平台经营者数据共享。"),
    ],
)
def test_what_a_regulation_lays_on_others_is_no_deed_of_the_region(others: str, own: str) -> None:
    assert told(others, kind="law") == set()
    assert told(own, kind="law") != set()


@pytest.mark.parametrize("heading", ["窗口应当公开的信息包括：", "下列事项应当公示："])
def test_items_of_what_is_published_are_no_deeds(heading: str) -> None:
    listed = f"{heading}\n（一）权责清单；\n（二）裁量基准；\n"
    assert told(listed, kind="measures") == set()
    assert told("做好下列工作：\n（一）推行告知承诺制；\n", kind="measures") == {"告知承诺制"}
    assert told(f"{heading}\n（一）办公地点；\n第三条 推行告知承诺制。\n", kind="measures") == {"告知承诺制"}


def test_a_quote_ends_where_another_matter_begins() -> None:
    (adoption,) = stated("全面推行容缺受理，但窗口人手偏紧。")
    assert adoption.end == len("全面推行容缺受理")


def test_a_trial_does_not_reach_over_and() -> None:
    told = {(a.initiative, a.status) for a in stated("办事地图试点和容缺受理行动受到好评。")}
    assert ("容缺受理", "implemented") in told
    assert {a.status for a in stated("在窗口试行容缺受理。")} == {"pilot"}


def test_what_is_told_as_done_is_no_plan() -> None:
    assert {a.status for a in stated("以往分头办理的事，将在同一窗口办结，压缩了审批时限。")} == {"implemented"}
    assert {a.status for a in stated("今后将在同一窗口压缩审批时限。")} == {"planned"}


def test_learning_alone_is_no_adoption_and_a_deed_by_anothers_pattern_is() -> None:
    for learnt in ("学习借鉴杭州容缺受理经验。", "组织窗口人员赴杭州学习容缺受理。", "考察学习杭州容缺受理做法。"):
        assert stated(learnt) == []
    assert [a.status for a in stated("借鉴杭州经验推行容缺受理。")] == ["implemented"]
    assert [a.status for a in stated("学习借鉴杭州做法，全面推行容缺受理。")] == ["implemented"]
