"""A small graph of our own making, in the graph's schema, rich enough that every named query gives rows."""

from __future__ import annotations

from typing import Any

from cypher.elements import Node, Relationship
from ontology.schema import schema

LICENSING = "相对集中行政许可权改革"
ONLINE = "一网通办"
ONCE = "最多跑一次"
ONE_THING = "一件事一次办"
EFFICIENT = "高效办成一件事"
BRAND = "遂心办"

REPORT_2016 = "document/a000000000000001"
REPORT_2018 = "document/a000000000000002"
REPORT_2020 = "document/a000000000000003"
QUZHOU_2017 = "document/a000000000000004"
QUZHOU_2021 = "document/a000000000000005"
NOTICE_2017 = "document/a000000000000006"
LOOSE_SHEET = "document/a000000000000007"

_SICHUAN = "region/510000/四川省"
_SUINING = "region/510900/遂宁市"
_CHUANSHAN = "region/510903/船山区"
_SHEHONG_OLD = "region/510922/射洪县"
_SHEHONG = "region/510981/射洪市"
_ZHEJIANG = "region/330000/浙江省"
_QUZHOU = "region/330800/衢州市"
_ZONE = "area/330800/衢州智造新城"
_CHINA = "region/100000/中国"


class _Builder:
    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.relationships: list[Relationship] = []

    def node(self, label: str, key: str, **properties: Any) -> str:
        self.nodes.append(Node(key, label, {"key": key, **properties}))
        return key

    def link(self, kind: str, start: str, end: str, source: str = "ontology", quote: str = "", **own: Any) -> None:
        key = f"{kind.lower()}-{len(self.relationships):03d}"
        evidence: dict[str, Any] = {"key": key, "source": source, "rule": f"{kind.lower()}.sample"}
        if quote:
            at = 10 * len(self.relationships)
            evidence |= {"quote": quote, "start": at, "end": at + len(quote), "confidence": 0.9}
        self.relationships.append(Relationship(key, kind, start, end, {**evidence, **own}))


def sample() -> tuple[list[Node], list[Relationship]]:
    """The nodes and relationships."""
    graph = _Builder()
    _places(graph)
    _initiatives(graph)
    _sources(graph)
    _policies(graph)
    _adoptions(graph)
    _agencies(graph)
    _figures(graph)
    return graph.nodes, graph.relationships


def _places(g: _Builder) -> None:
    rows = (
        (_CHINA, "中国", "country"), (_SICHUAN, "四川省", "province"), (_ZHEJIANG, "浙江省", "province"),
        (_SUINING, "遂宁市", "prefecture"), (_QUZHOU, "衢州市", "prefecture"), (_CHUANSHAN, "船山区", "county"),
        (_SHEHONG_OLD, "射洪县", "county"), (_SHEHONG, "射洪市", "county"),
    )  # fmt: skip
    for key, name, level in rows:
        g.node("Region", key, name=name, code=key.split("/")[1], full_name=name, level=level, valid=["1980-"])
    for part, whole in (
        (_SICHUAN, _CHINA), (_ZHEJIANG, _CHINA), (_SUINING, _SICHUAN), (_QUZHOU, _ZHEJIANG), (_CHUANSHAN, _SUINING),
        (_SHEHONG_OLD, _SUINING), (_SHEHONG, _SUINING),
    ):  # fmt: skip
        g.link("PART_OF", part, whole, from_year=1985)
    g.link("SUCCEEDED_BY", _SHEHONG_OLD, _SHEHONG, year=2019)
    for year in range(2015, 2025):
        g.node("Year", f"year/{year}", name=str(year), year=year)
    g.node("Graph", "graph", name="graph", schema=schema().version, hash="sample", extractor="1.0", ontology="1", documents=7)


def _initiatives(g: _Builder) -> None:
    for name in (LICENSING, ONLINE, ONCE, ONE_THING, EFFICIENT):
        g.node("Initiative", f"initiative/{name}", name=name, discovered=False)
    g.node("Initiative", f"initiative/{BRAND}", name=BRAND, discovered=True)
    g.link("EVOLVED_INTO", f"initiative/{ONCE}", f"initiative/{ONE_THING}", year=2019)
    g.link("EVOLVED_INTO", f"initiative/{ONE_THING}", f"initiative/{EFFICIENT}", year=2024)
    g.link("PART_OF", f"initiative/{BRAND}", f"initiative/{ONLINE}")


def _sources(g: _Builder) -> None:
    rows = (
        (REPORT_2016, "遂宁市2016年法治政府建设报告", 2016, _SUINING),
        (REPORT_2018, "遂宁市2018年法治政府建设报告", 2018, _SUINING),
        (REPORT_2020, "射洪市2020年法治政府建设报告", 2020, _SHEHONG),
        (QUZHOU_2017, "衢州市2017年工作总结", 2017, _QUZHOU),
        (QUZHOU_2021, "衢州市2021年工作总结", 2021, _QUZHOU),
        (NOTICE_2017, "关于开展审批改革的通知", 2017, _SUINING),
        (LOOSE_SHEET, "无标题材料", 2020, _CHUANSHAN),
    )
    for key, title, year, region in rows:
        kind = "notice" if key == NOTICE_2017 else "report"
        area = {"area": "衢州智造新城"} if key == QUZHOU_2021 else {}
        g.node("Document", key, name=title, title=title, year=year, date=f"{year + 1}-01-20", kind=kind,
               paths=[f"{year}.txt"], text_sha256=key[-16:], **area)  # fmt: skip
        g.link("COVERS", key, region, key, f"{title}涉及本地", mentions=1, observes=kind == "report")
        g.link("REPORTS_ON", key, f"year/{year}", key, f"{year}年")


def _policies(g: _Builder) -> None:
    national = g.node("Policy", "policy/国办发〔2015〕1号", name="国务院办公厅关于审批改革的意见", number="国办发〔2015〕1号", year=2015,
                      kind="opinion", aliases=[])  # fmt: skip
    province = g.node("Policy", "policy/川办发〔2022〕9901号", name="四川省审批改革方案", number="川办发〔2022〕9901号", year=2016,
                      kind="plan", aliases=["policy/四川省审批改革方案"])  # fmt: skip
    local = g.node("Policy", "policy/遂府办发〔2017〕12号", name="遂宁市审批改革方案", number="遂府办发〔2017〕12号", year=2017,
                   kind="plan", aliases=[])  # fmt: skip
    g.link("TEXT_OF", NOTICE_2017, local, NOTICE_2017)
    g.link("IMPLEMENTS", local, province, NOTICE_2017, "根据四川省审批改革方案")
    g.link("IMPLEMENTS", province, national, NOTICE_2017, "贯彻国务院办公厅意见")
    g.link("CITES", REPORT_2018, local, REPORT_2018, "按照本市方案推进")
    g.link("LAUNCHED_BY", f"initiative/{LICENSING}", national)
    g.link("CONCERNS", local, f"initiative/{LICENSING}", NOTICE_2017, "开展相对集中行政许可权改革", mentions=3)
    for policy, year in ((national, 2015), (province, 2016), (local, 2017)):
        g.link("ISSUED_IN", policy, f"year/{year}")


def _adoptions(g: _Builder) -> None:
    rows: tuple[tuple[str, str, str, int, str, str, dict[str, Any]], ...] = (
        (_ZHEJIANG, LICENSING, "implemented", 2015, NOTICE_2017, "省条例规定相对集中许可权", {"laid_down": True}),
        (_SUINING, LICENSING, "planned", 2016, REPORT_2016, "计划开展许可权改革", {}),
        (
            _CHUANSHAN,
            LICENSING,
            "pilot",
            2017,
            REPORT_2018,
            "船山区先行试点",
            {"policy": "policy/遂府办发〔2017〕12号"},
        ),
        (_SHEHONG_OLD, LICENSING, "pilot", 2017, REPORT_2018, "射洪县同步试点", {}),
        (_CHUANSHAN, LICENSING, "completed", 2018, REPORT_2018, "船山区改革全面完成", {}),
        (_SHEHONG, LICENSING, "completed", 2020, REPORT_2020, "射洪市改革全面完成", {}),
        (_SUINING, LICENSING, "implemented", 2018, REPORT_2018, "全市推开许可权改革", {}),
        (_SUINING, ONLINE, "implemented", 2016, REPORT_2016, "启动一网通办", {}),
        (_SHEHONG, ONLINE, "implemented", 2020, REPORT_2020, "深化一网通办", {}),
        (_QUZHOU, ONCE, "implemented", 2017, QUZHOU_2017, "推进最多跑一次", {}),
        (_QUZHOU, ONLINE, "pilot", 2021, QUZHOU_2021, "试点一网通办", {}),
        (_QUZHOU, ONLINE, "planned", 2021, QUZHOU_2021, "明年全面推行一网通办", {}),
        (_SHEHONG, BRAND, "implemented", 2020, REPORT_2020, "打造遂心办品牌", {}),
    )
    for region, initiative, status, year, source, quote, more in rows:
        form = {"计划开展许可权改革": "许可权改革", "全市推开许可权改革": "许可权改革"}.get(quote, initiative)
        g.link("ADOPTED", region, f"initiative/{initiative}", source, quote, status=status, year=year, form=form, **more)
    for document, initiative, mentions in (
        (REPORT_2016, LICENSING, 1), (REPORT_2016, ONLINE, 2), (REPORT_2018, LICENSING, 4), (REPORT_2020, LICENSING, 2),
        (REPORT_2020, BRAND, 1), (QUZHOU_2017, ONCE, 5), (QUZHOU_2021, ONE_THING, 2), (QUZHOU_2021, ONLINE, 1),
    ):  # fmt: skip
        g.link("CONCERNS", document, f"initiative/{initiative}", document, f"提及{initiative}", mentions=mentions)


def _agencies(g: _Builder) -> None:
    rows = (
        ("agency/510903/船山区行政审批局", "船山区行政审批局", "行政审批局", "county", _CHUANSHAN),
        ("agency/510900/遂宁市人民政府办公室", "遂宁市人民政府办公室", "办公室", "prefecture", _SUINING),
        ("agency/330800/衢州市司法局", "衢州市司法局", "司法局", "prefecture", _QUZHOU),
        ("agency/100000/国务院办公厅", "国务院办公厅", "办公厅", "country", _CHINA),
    )
    for key, name, kind, level, region in rows:
        g.node("Agency", key, name=name, kind=kind, level=level)
        g.link("OF_REGION", key, region, REPORT_2018, name)
    bureau, office, justice, state = (row[0] for row in rows)
    g.link("ISSUED_BY", "policy/遂府办发〔2017〕12号", office, NOTICE_2017, "遂宁市人民政府办公室", inferred=True)
    g.link("ISSUED_BY", "policy/国办发〔2015〕1号", state, "ontology")
    for document in (REPORT_2016, REPORT_2018, REPORT_2020):
        g.link("ISSUED_BY", document, office, document, "遂宁市人民政府办公室", inferred=False)
    for document in (QUZHOU_2017, QUZHOU_2021):
        g.link("ISSUED_BY", document, justice, document, "衢州市司法局", inferred=False)
    g.link("ADDRESSED_TO", REPORT_2018, office, REPORT_2018, "市政府办公室：")
    g.link("CARRIES_OUT", bureau, f"initiative/{LICENSING}", REPORT_2018, "船山区行政审批局承担改革", year=2018)
    g.node("Event", "event/e000000000000001", name="船山区行政审批局", kind="established", date="2018-01-10", year=2018)
    g.link("STATED_IN", "event/e000000000000001", REPORT_2018, REPORT_2018, "船山区行政审批局成立")
    g.link("HAPPENED_IN", "event/e000000000000001", _CHUANSHAN, REPORT_2018, "船山区行政审批局成立")
    g.link("ABOUT", "event/e000000000000001", bureau, REPORT_2018, "船山区行政审批局成立")
    g.link("ABOUT", "event/e000000000000001", f"initiative/{LICENSING}", REPORT_2018, "船山区行政审批局成立")
    g.link("OF_YEAR", "event/e000000000000001", "year/2018", REPORT_2018, "2018年")
    for key, name, year in (("event/e000000000000002", "衢州市司法局", 2017), ("event/e000000000000003", "政务服务中心", 2021)):
        source = QUZHOU_2017 if year == 2017 else QUZHOU_2021
        g.node("Event", key, name=name, kind="established", date=str(year), year=year)
        g.link("STATED_IN", key, source, source, f"{name}挂牌")
        if name == "衢州市司法局":
            g.link("ABOUT", key, justice, source, f"{name}挂牌")
        else:
            g.node("Area", _ZONE, name="衢州智造新城")
            g.link("IN_REGION", _ZONE, _QUZHOU, source, f"{name}挂牌")
            g.link("OF_AREA", key, _ZONE, source, f"{name}挂牌")


def _figures(g: _Builder) -> None:
    rows = (
        ("m1", "网上可办率", 92.5, "%", _SUINING, 2018, REPORT_2018), ("m2", "网上可办率", 100.0, "%", _SHEHONG, 2020, REPORT_2020),
        ("m3", "网上可办率", 88.0, "%", _QUZHOU, 2021, QUZHOU_2021), ("m4", "网上可办率", 71.0, "%", _SUINING, 2016, REPORT_2016),
        ("m5", "划转事项", 130.0, "项", _CHUANSHAN, 2018, REPORT_2018), ("m6", "划转事项", 163.0, "项", _SHEHONG, 2020, REPORT_2020),
    )  # fmt: skip
    for short, indicator, value, unit, region, year, source in rows:
        key = g.node("Measurement", f"measurement/{short}", name=indicator, indicator=indicator, value=value, unit=unit,
                     year=year)  # fmt: skip
        quote = f"{indicator}达到{value:g}{unit}"
        _figure(g, key, region, year, source, quote)
    for key, told in (("m7", {"target": True}), ("m8", {"change": True})):
        figure = g.node("Measurement", f"measurement/{key}", name="网上可办率", indicator="网上可办率", value=99.0, unit="%",
                        year=2022, **told)  # fmt: skip
        _figure(g, figure, _QUZHOU, 2022, QUZHOU_2021, "网上可办率99%")
    g.node("Measurement", "measurement/m9", name="网上可办率", indicator="网上可办率", value=88.0, unit="%", year=2020)
    _figure(g, "measurement/m9", _CHUANSHAN, 2020, LOOSE_SHEET, "网上可办率88%")


def _figure(g: _Builder, key: str, region: str, year: int, source: str, quote: str) -> None:
    g.link("STATED_IN", key, source, source, quote)
    g.link("MEASURED_IN", key, region, source, quote)
    g.link("OF_YEAR", key, f"year/{year}", source, quote)
