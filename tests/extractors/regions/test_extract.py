"""Regions as of the year, one sentence that a rule must match and one that it must not. All of our own wording."""

from __future__ import annotations

import pytest

from extractors.analysis import Analysis
from extractors.source import SourceText
from tests.extractors.support import analysed, written

SUINING, CHUANSHAN, CHAOYANG, YUEYANG, SHENZHEN = "510900", "510903", "110105", "430600", "440300"


def regions(text: str, region: str = SUINING, year: int = 2018) -> list[tuple[str, str]]:
    analysis = analysed(text, "regions", region=region, year=year)
    return [(analysis.text[m.mention.start : m.mention.end], m.region.code) for m in analysis.regions]


def codes(text: str, region: str = SUINING, year: int = 2018) -> set[str]:
    return {code for _, code in regions(text, region, year)}


def rules(analysis: Analysis) -> set[str]:
    return {m.mention.rule for m in analysis.regions}


def test_official_names_as_of_the_year() -> None:
    assert regions("射洪县先行试点") == [("射洪县", "510922")]
    assert regions("射洪市先行试点", year=2020) == [("射洪市", "510981")]
    assert regions("射洪市先行试点", year=2019) == [("射洪市", "510981")]
    assert codes("射洪市先行试点", year=2010) == set()


def test_one_year_of_grace() -> None:
    assert codes("推进莱芜市并入工作", region="370100", year=2018) == {"371200"}
    assert codes("推进莱芜市并入工作", region="370100", year=2019) == set()


def test_a_year_before_all_places_of_the_table_has_none() -> None:
    assert codes("湘鄂赣联手办理，射洪县先行试点", year=1970) == set()


def test_a_name_inside_a_name() -> None:
    assert regions("峨眉山市委印发方案") == [("峨眉山市", "511181")]
    assert regions("峨眉山与眉山共建", region="511181") == [("峨眉山", "511181"), ("眉山", "511400")]


def test_a_shared_name_goes_by_the_name_before_it_the_own_chain_or_not_at_all() -> None:
    assert codes("北京市朝阳区先行", region=SUINING) == {"110000", "110105"}
    assert codes("长春市朝阳区先行", region=SUINING) == {"220100", "220104"}
    assert codes("朝阳区先行", region=CHAOYANG) == {"110105"}
    assert codes("桥西区先行", region="130100") == {"130104"}
    assert codes("朝阳区先行", region=SUINING) == set()


def test_short_names_of_provinces_and_prefectures_hold_everywhere() -> None:
    assert regions("四川、遂宁两级联动，复制上海经验") == [("四川", "510000"), ("遂宁", SUINING), ("上海", "310000")]
    assert regions("吉林经济回升", region="220000") == [("吉林", "220000")]
    assert regions("吉林经济回升", region="220200") == [("吉林", "220200")]


def test_short_names_of_counties_hold_at_home() -> None:
    assert codes("湘阴、汨罗率先完成", region=YUEYANG) == {"430624", "430681"}
    assert codes("船山率先完成", region=CHUANSHAN) == {CHUANSHAN}
    assert codes("湘阴率先完成", region="110000") == set()
    assert codes("帮扶贵州赫章", region=SHENZHEN) == {"520000", "520527"}


@pytest.mark.parametrize(
    "text",
    [
        "人力资源和社会保障",
        "加强部门合作",
        "建设和平稳定的环境",
        "办理时间以北京时间为准",
        "全面推广安装智能电表",
        "维护社会长治久安",
        "引导美丽江湖建设",
        "确保定点帮扶见效",
        "与北京大学共建研究院",
        "整治解放路和南京东路",
        "团结奋进隆重庆祝",
        "顺应城市发展规律",
        "创建国家级示范县",
        "学说上海话",
        "京沪高铁沿线整治",
        "社区委员会换届",
        "扩大城区面积",
        "滨江区域生态修复",
    ],
)
def test_words_that_only_look_like_regions(text: str) -> None:
    assert codes(text, region="620100") == set()


def test_an_ordinary_word_is_a_prefecture_where_its_province_speaks_of_a_place() -> None:
    assert "451300" in codes("在来宾设立审批中心。", region="450000")
    assert codes("欢迎来宾参观审批中心。", region="450000") == codes("在来宾设立审批中心。", region="450100") == set()
    assert "640205" in codes("银川至惠农的公路通车。", region="640000")


def test_an_enumeration_supports_an_ordinary_word() -> None:
    assert "430611" in codes("支持君山、湘阴发展", region=YUEYANG)
    assert codes("福田、南山、光明三区试点", region=SHENZHEN, year=2020) == {"440304", "440305", "440311"}
    assert codes("前途光明", region=SHENZHEN, year=2020) == set()


def test_a_home_name_wins_over_a_later_short_one() -> None:
    assert codes("扩建罗湖枢纽，罗湖北部提升", region=SHENZHEN) == {"440303"}
    assert codes("建设健康马鞍山", region="340500") == {"340500"}


def test_blocs_are_their_members() -> None:
    assert codes("推动川渝通办") == {"510000", "500000"}
    assert codes("对标成德绵") == {"510100", "510600", "510700"}
    assert codes("粤港澳三地互认") == {"440000", "810000", "820000"}
    assert codes("融入粤港澳大湾区，方便港澳台居民") == set()
    assert codes("加强川菜推广，川流不息") == set()
    assert rules(analysed("推动川渝通办", "regions")) == {"region.bloc"}


def test_context_words_mean_the_own_chain() -> None:
    assert regions("全省推广，我市落实", region=SUINING) == [("全省", "510000"), ("我市", SUINING)]
    assert codes("市委和省政府要求，全区落实", region=CHUANSHAN) == {SUINING, "510000", CHUANSHAN}
    assert codes("全区推广，我盟落实", region="152200", year=2020) == {"150000", "152200"}
    assert codes("园区政府服务中心和社区委", region=CHUANSHAN) == set()
    assert codes("省政府和市政府应当落实", region="100000") == set()


def test_a_bare_level_letter_with_what_follows_it() -> None:
    assert codes("依据省、市要求，创建省级园区", region=CHUANSHAN) == {"510000", SUINING}
    assert codes("省市重点窗口", region=SUINING) == {"510000", SUINING}
    assert codes("向市直部门报送", region=CHUANSHAN) == {SUINING}
    assert codes("推行跨省通办，省时省力，培育资本市场", region=CHUANSHAN) == set()
    assert codes("各省、自治区、直辖市", region=CHUANSHAN) == set()
    assert codes("市、区人民政府应当", region="650200", year=2020) == set()


def test_usual_forms_of_autonomous_places() -> None:
    assert codes("支援凉山州、北川县和香港特区") == {"513400", "510726", "810000"}
    assert codes("全省各州县") == {"510000"}


def test_quotation_marks_part_words_and_blanks_do_not() -> None:
    assert codes("“秀美江河”南北联动，展览“江湖”“北上”") == set()
    assert regions("枣 庄提速", region="370400") == [("枣 庄", "370400")]


def test_zones_are_no_regions_and_furniture_is_not_read() -> None:
    assert codes("支持大鹏新区发展", region=SHENZHEN) == set()
    analysis = Analysis(SourceText("主办单位：上海网站\n四川经验", furniture=((0, 9),)), "test.txt")
    assert [m.region.code for m in written(analysis, "regions").regions] == ["510000"]


def test_an_area_is_its_members_only_where_they_do_something() -> None:
    assert codes("与长三角各地联办") == {"310000", "320000", "330000", "340000"}
    assert codes("服务长三角一体化发展，建设长三角制造高地") == set()


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        ("推进绍甬两地互认", "330600", {"330600", "330200"}),
        ("甬舟铁路开通", "330200", {"330200", "330900"}),
        ("湘鄂赣黔联手办理", "430100", {"430000", "420000", "360000", "520000"}),
        ("承办石唐秦邯办事联盟会议", "130300", {"130100", "130200", "130300", "130400"}),
        ("推进绍甬两地互认", "510900", set()),
        ("完成德育教材，舟山鱼汛", "510100", {"330900"}),
        ("京沪高铁开通", "310000", set()),
        ("金丽温高速通车", "331100", set()),
        ("支持杭甬温办理联盟建设", "330000", {"330100", "330200", "330300"}),
        ("推动厦漳泉窗口互设", "350200", {"350200", "350600", "350500"}),
        ("厦漳泉都市圈规划获批", "350200", set()),
        ("深化闽宁协作和沪滇合作", "330000", {"350000", "640000", "310000", "530000"}),
        ("沪滇高铁开行，吉宁协作", "330000", set()),
        ("盘锦大窗口开放，武汉十个窗口", "420000", {"211100", "420100"}),
    ],
)
def test_runs_of_letters(text: str, region: str, expected: set[str]) -> None:
    assert codes(text, region=region, year=2022) == expected


def test_counties_of_a_provinces_own_document() -> None:
    assert codes("修通昆山至太仓公路", region="320000") == {"320583", "320585"}
    assert codes("和平发展，富民增收", region="120000") == set()
    assert codes("惠农区建成窗口，创建示范县", region="640000") == {"640205"}


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        ("对口帮扶海丰、惠东、龙门", "440307", {"441521", "441323", "441324"}),
        ("与百色田东、德保开展窗口协作", "440310", {"451000", "451022", "451024"}),
        ("打造服务新平台，提高安全水平", "440310", set()),
        ("支持新平台建设，对接大新兴产业", "440310", set()),
        ("铜仁至吉首线路开通", "520000", {"520600", "433101"}),
        ("联动河源、濠江等园区", "440305", {"440512", "441600"}),
        ("与五常市对口合作，会同县（市）区办理", "440310", {"230184"}),
        ("支持南部县区窗口建设", "431100", set()),
        ("建设湛江省域副中心", "440000", {"440800"}),
        ("学习宁德古田窗口，广东新兴产业", "350000", {"350900", "350922", "440000"}),
        ("飞往吉隆坡", "510900", set()),
        ("浙江安吉、江苏昆山等地推行", "510900", {"330000", "330523", "320000", "320583"}),
        ("在湖州安吉召开，全市港口吞吐量增长", "450600", {"330500", "330523", "450600"}),
        ("支持东港区窗口建设，给平山县群众回信", "440308", {"130131"}),
        ("在渝中区、江北区、沙坪坝区设窗", "100000", {"500103", "500105", "500106"}),
        ("试点名单为北京市：海淀区、朝阳区", "100000", {"110000", "110108", "110105"}),
        ("北京市试行。朝阳区、望江县跟进", "100000", {"110000", "340827"}),
        ("在喀什、霍尔果斯设窗", "100000", {"653100", "654004"}),
        ("在广州、东方设窗，成都、合作设窗", "100000", {"440100", "510100"}),
    ],
)
def test_counties_elsewhere_by_what_stands_around_them(text: str, region: str, expected: set[str]) -> None:
    assert codes(text, region=region, year=2021) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("遵守国家和省的规定", {"510000"}),
        ("按照国家、省和市有关安排", {"510000", SUINING}),
        ("争创省诚信示范区", {"510000"}),
        ("争创省级园区，推动省会发展，新增省内窗口", {"510000"}),
        ("创建省级园区，推动省会发展", set()),
        ("节约和省钱", set()),
    ],
)
def test_a_level_letter_that_stands_alone(text: str, expected: set[str]) -> None:
    assert codes(text, region=CHUANSHAN) == expected


def test_a_name_that_a_region_of_the_own_province_bore_is_no_namesakes_far_away() -> None:
    assert codes("渝北区、江北区平稳过渡。", region="500000", year=2026) == set()
    assert codes("2024年，江北区先行试点。", region="500000", year=2026) == {"500105"}
    assert codes("江北区先行试点。", region="330200", year=2026) == {"330205"}
    assert codes("支持大足县建设", region="510000", year=2005) == {"500225"}  # which went over to 重庆


def test_a_name_that_means_another_region_in_the_year_of_its_sentence() -> None:
    assert codes("2008年，巢湖市先行试点。", region="340000", year=2015) == {"341400"}
    assert codes("2014年，巢湖市先行试点。", region="340000", year=2015) == {"340181"}


def test_a_name_as_of_the_year_that_its_sentence_speaks_of() -> None:
    assert codes("2016年，射洪县先行试点。", year=2022) == {"510922"}
    assert codes("2016年成立。射洪县先行试点。", year=2022) == set()
    assert codes("2021年，射洪市先行试点。", year=2010) == {"510981"}


def test_a_circle_acts_where_its_members_do_something_together() -> None:
    members = {"310000", "320000", "330000", "340000"}
    assert codes("推进长三角区域合作，与长三角其他省市互认", region="310000") == members
    assert codes("152项高频事项实现长三角“一网通办”", region="310000") == members
    assert codes("融入长三角一体化发展，建设长三角绿色农产品基地", region="340000") == set()


def test_a_way_of_a_place_names_it_and_a_road_does_not() -> None:
    assert codes("学习深圳路径和浙江路演做法") == {SHENZHEN, "330000"}
    assert codes("拓宽深圳路、浙江路") == set()


@pytest.mark.parametrize(
    ("text", "region", "expected"),
    [
        ("与哈尔滨工业大学共建窗口", "510900", set()),
        ("湖南师范大学送法上门", "510900", set()),
        ("莲池南大街延伸改造", "130600", set()),
        ("泰安道社区设窗，遵义道、泰安道拓宽", "120000", set()),
        ("华蓥山旅游提升", "511600", set()),
        ("杭州湾跨海大桥通车", "510900", set()),
        ("华蓥推行代办，建设哈尔滨大学城", "511600", {"511681", "230100"}),
        ("评选泰安道德模范，整治深圳道路，济南街区更新", "510900", {"370900", "440300", "370100"}),
        ("华蓥山区公路通车", "511600", {"511681"}),
    ],
)
def test_a_facilitys_or_a_roads_name_is_no_place(text: str, region: str, expected: set[str]) -> None:
    assert codes(text, region=region, year=2021) == expected
