"""Two texts that say the same, and two that only share nearly everything."""

from __future__ import annotations

import pytest

from kg.assemble.wording import LEAST, says_the_same, wording

TITLE = "射洪市2021年法治政府建设年度报告"
BODY = [
    "一、主要做法",
    "（一）推行“一网通办”。2021年，全市政务服务事项网上可办率达到98.5%，比上年提高3个百分点，共办结12万件。",
    "（二）落实行政执法“三项制度”。全年开展执法检查340次，公示执法信息2600条，重大执法决定法制审核率100%。",
    "（三）推进“证照分离”改革。对523项涉企经营许可事项分类管理，新增市场主体4100户，群众办事平均少跑两次。",
    "二、存在的问题",
    "基层执法力量不足，少数部门对法治建设重视不够；信息共享还不充分，跨部门办件仍需线下补充材料，群众仍有不满。",
    "三、下一步打算",
    "2022年，我们将继续深化“放管服”改革，建设全市统一的办件平台，力争年底前实现高频事项全部掌上可办、一次办成。",
]
PLAIN = "\n".join([TITLE, *BODY, "射洪市人民政府", "2022年1月18日"])


def same(one: str, other: str) -> bool:
    found = says_the_same(wording(one), wording(other))
    assert says_the_same(wording(other), wording(one)) is found
    return found


def test_the_text_of_these_tests_is_long_enough_to_have_a_page_around_it() -> None:
    assert len(wording("".join(BODY)).words) > LEAST


@pytest.mark.parametrize(
    "other",
    [
        PLAIN.replace("\n", "\n\n　　"),  # indented, an empty line after each
        PLAIN.replace("（一）", "").replace("一、", "").replace("三、", ""),  # a Word list counts by itself
        PLAIN.replace("，", ",").replace("“", '"').replace("”", '"').replace("2021", "２０２１"),
        PLAIN.replace("全年开展", "全年\n开展").replace("二、存在", "— 3 —\n二、存在"),  # lines and pages of a PDF
        "\n".join(["首页 > 政务公开 > 法治政府", TITLE, "发布时间：2022-02-03 浏览次数：312", *BODY, "【打印】【关闭】", "主办：射洪市人民政府办公室"]),
    ],
)  # fmt: skip
def test_blanks_marks_list_numbers_and_the_lines_of_a_page_make_no_other_source(other: str) -> None:
    assert same(PLAIN, other)


@pytest.mark.parametrize(
    ("printed", "instead"),
    [
        ("340次", "341次"),
        ("98.5%", "985%"),
        ("98.5%", "98.5‰"),
        ("全市统一", "全县统一"),
        (BODY[2] + "\n", ""),
        ("群众办事平均少跑两次。", "群众办事平均少跑两次。本条例第七条第二款予以删除。"),
        ("2022年1月18日", "2022年1月18日\n附件中的指标另行公布。"),
        (BODY[0], "2021年，射洪市坚持以人民为中心推进各项工作。\n" + BODY[0]),
        (BODY[1], BODY[1].replace("推行", "安居区推行")),
    ],
)
def test_a_figure_a_name_or_a_sentence_makes_another_one(printed: str, instead: str) -> None:
    assert printed in PLAIN
    assert not same(PLAIN, PLAIN.replace(printed, instead))


def test_a_notice_that_passes_another_document_on_is_not_that_document() -> None:
    passed_on = f"遂宁市人民政府办公室转发射洪市报告的通知\n各县（区）：\n现将报告转发你们，请学习借鉴。\n{PLAIN}"
    assert not same(PLAIN, passed_on)


def test_short_texts_are_the_same_only_from_end_to_end() -> None:
    notice = "关于启用新印章的通知\n各科室：\n自即日起启用新印章，旧印章作废。"
    assert same(notice, notice.replace("\n", "\n\n"))
    assert not same(notice, f"首页\n{notice}")
    assert not same("", "——")


def test_a_table_behind_the_text_is_no_furniture() -> None:
    table = "\n".join(f"第{n}项指标 完成率 {n}%" for n in range(60))
    assert same(f"{PLAIN}\n{table}", f"{PLAIN}\n\n{table}")
    for row in (1, 41, 59):
        assert not same(f"{PLAIN}\n{table}", f"{PLAIN}\n{table.replace(f' {row}%', ' 77%')}")
    assert not same(f"{PLAIN}\n{table}", f"{PLAIN}\n{table.replace('第58项指标', '某项工作')}")
    assert not same(f"{table[:300]}\n{PLAIN}", f"{table[:300].replace(' 3%', ' 8%')}\n{PLAIN}")


def test_pages_that_count_their_readers_are_one_text_whatever_they_count() -> None:
    pages = (f"{TITLE}\n发布时间：2022-02-0{n} 浏览次数：{n}{n}\n" + "\n".join(BODY) + f"\n【字体：大 中 小】\n网站标识码：51098{n}0001" for n in (1, 2))
    assert same(*pages)


def test_the_day_of_a_signature_is_no_furniture() -> None:
    assert not same(PLAIN, PLAIN.replace("2022年1月18日", "2022年1月19日"))

def test_texts_are_not_the_same_for_a_run_that_is_less_than_half_of_one() -> None:
    more = "\n".join(f"附表栏目{n}" for n in range(400))
    assert not same(PLAIN, f"{PLAIN}\n{more}")
