"""Page furniture inside plain text: what is marked, what is not, and the metadata read from it."""

from __future__ import annotations

import pytest

from extractors.readers import read_bytes
from extractors.readers.furniture import mark
from extractors.source import SourceText

BODY = (
    "清源市政务服务管理局关于2021年法治政府建设情况的报告\n\n"
    "一年来，我局坚持以人民为中心，持续推进“一件事一次办”改革，全年办理各类审批服务事项12.6万件，按时办结率达到99.8%。\n"
    "一、主要工作\n"
    "（一）规范行政审批行为。对照省级事项清单，逐项编制办事指南，承诺时限比法定时限压缩78%，群众满意度进一步提高。\n"
    "（二）加强队伍建设。组织窗口人员集中培训12场次，开展服务礼仪、法律法规等专题讲座，参加人员超过900人次。\n"
    "清源市政务服务管理局\n2022年1月6日\n"
)


def marked(text: str) -> list[str]:
    return [text[start:end] for start, end in mark(text)[0]]


TOP = [
    "当前位置：首页 > 政务公开 > 法治政府建设",
    "来源：办公室 发布日期：2022-01-10 09:30",
    "【字体：大 中 小】",
    "分享到：",
    "浏览次数：317",
]
FOOT = [
    "清源市政务服务管理局2021年法治政府建设报告.pdf",
    "责任编辑：王某",
    "扫一扫在手机打开当前页",
    "【打印本页】 【关闭窗口】",
    "上一篇：关于召开推进会的通知",
    "网站地图 | 联系我们",
    "主办单位：清源市人民政府办公室 承办单位：清源市大数据中心",
    "川ICP备12345678号 政府网站标识码：5199000001",
    "川公网安备51990002000001号",
    "版权所有：清源市人民政府",
]


def test_a_page_copied_whole() -> None:
    text = "\n".join([*TOP, BODY, *FOOT])
    assert marked(text) == TOP + FOOT
    assert mark(text)[1] == {"published": "2022-01-10"}


@pytest.mark.parametrize("line", TOP)
def test_each_line_at_the_top(line: str) -> None:
    assert marked(f"{line}\n{BODY}") == [line]


@pytest.mark.parametrize("line", [line for line in FOOT if not line.startswith("主办")])
def test_each_line_at_the_bottom(line: str) -> None:
    assert marked(f"{BODY}{line}\n") == [line]


def test_a_host_counts_only_beside_other_furniture() -> None:
    line = "主办单位：清源市教育局"
    assert marked(f"{BODY}{line}\n") == []
    assert marked(f"{BODY}{line}\n蜀ICP备12345678号\n") == [line, "蜀ICP备12345678号"]
    assert "issuer" not in mark(f"{BODY}{line}\n蜀ICP备12345678号\n")[1]


def test_one_word_a_line() -> None:
    top = "您的位置：\n首页\n>\n清源要闻\n清源要闻\n2026年政府工作报告\n来源：\n清源日报\n2026-02-03 09:02\n【字体：\n大\n中\n小\n】\n"
    words = [line for line in top.splitlines() if not line.endswith("报告")]
    assert marked(top + BODY) == words
    assert mark(top + BODY)[1] == {"published": "2026-02-03"}


def test_what_follows_the_end_of_an_article() -> None:
    tail = "责任编辑：\n李某\n相关链接>>\n0f3a9c:\n清源市举行政务开放日活动，邀请市民代表走进大厅。\n党政机关\n"
    assert marked(BODY + tail) == tail.split("\n")[:-1]


def test_attachments_with_their_heading() -> None:
    tail = "附件：\n1．名词解释.doc\n2．2022年重点任务清单.xlsx\n"
    assert marked(BODY + tail) == tail.split("\n")[:-1]


def test_a_metadata_table_as_lines() -> None:
    table = (
        "索引号： 003-2022-0001 分类： 法治政府\n发布机构： 清源市政务服务管理局 成文日期： 2022-01-06\n"
        "名称： 2021年法治政府建设报告\n文号： 清政务〔2022〕1号 发布日期： 2022年1月10日\n"
    )
    spans, found = mark(table + BODY)
    assert found == {
        "date": "2022-01-06",
        "issuer": "清源市政务服务管理局",
        "number": "清政务〔2022〕1号",
        "published": "2022-01-10",
        "title": "2021年法治政府建设报告",
    }
    assert [(table + BODY)[start:end] for start, end in spans] == ["索引号： 003-2022-0001 分类： 法治政府"]


@pytest.mark.parametrize(
    "line",
    [
        "大力推进分享经济、平台经济健康发展，鼓励各类主体在法治轨道上公平竞争，支持中小企业专精特新发展，培育新的增长点和动力源。",
        "（五）其他合法来源。",
        "（三）停放期间关闭车辆防盗报警器；",
        "第十三条 承办单位主要职责",
        "时间：3月至5月；地点：市政务服务大厅",
        "来源于12345热线的诉求占六成",
        "字体不规范的招牌应当更换",
        "2022年1月6日",
        "首页增设“一件事”专区",
        "附件：任务分工表",
        "相关文件",
        "浏览量：3.2万次",
        "版权所有者可以申请登记。",
        "完善新闻发言人和记者见面会制度",
    ],
)
def test_the_documents_own_lines_are_left(line: str) -> None:
    middle = BODY.index("（二）")
    text = BODY[:middle] + line + "\n" + BODY[middle:]
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("文　　号：\n岳政办规〔2021〕19号\n发布机关：\n岳阳市人民政府办公室\n", {"number": "岳政办规〔2021〕19号", "issuer": "岳阳市人民政府办公室"}),
        ("文件状态：\n岳阳市人民政府关于优化窗口的通知\n", {}),
        ("发布机关：\n岳阳市人民政府关于优化窗口的通知\n", {"issuer": ""}),
        ("时间：2018-04-12  浏览次数：\n", {"published": "2018-04-12"}),
    ],
)  # fmt: skip
def test_a_value_below_its_label(text: str, told: dict[str, str]) -> None:
    _, found = mark(text + "为方便群众办事，各窗口应当一次告知所需材料。\n")
    assert {name: found.get(name, "") for name in told} == told


def test_nothing_to_mark() -> None:
    assert mark("") == ((), {})
    assert mark("\n\n") == ((), {})
    assert read_bytes(BODY.encode(), "a.txt") == SourceText(BODY)


def test_a_short_notice_is_not_taken_for_what_follows_the_end() -> None:
    text = "分享到：\n关于暂停办理业务的通告\n因系统升级，1月8日暂停办理。\n清源市政务服务中心\n"
    assert marked(text) == ["分享到："]
