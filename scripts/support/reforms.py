"""Made-up subgraphs for the pages: plausible places and reforms, sentences of our own wording."""

from __future__ import annotations

import random
from collections.abc import Iterator

from cypher.elements import Node, Relationship
from kg.model import KnowledgeGraph

PLACES = {
    "330000 浙江省 province": "330100 杭州市 330200 宁波市 330600 绍兴市 330800 衢州市",
    "320000 江苏省 province": "320100 南京市 320500 苏州市 320900 盐城市",
    "510000 四川省 province": "510100 成都市 510700 绵阳市 510900 遂宁市 511500 宜宾市",
    "440000 广东省 province": "440100 广州市 440300 深圳市 440600 佛山市",
    "370000 山东省 province": "370100 济南市 370200 青岛市 370300 淄博市",
    "420000 湖北省 province": "420100 武汉市 420500 宜昌市",
    "340000 安徽省 province": "340100 合肥市 340200 芜湖市",
    "310000 上海市 province": "",
}
COUNTIES = {
    "330111": "富阳区", "330681": "诸暨市", "320583": "昆山市", "510903": "船山区", "510981": "射洪市",
    "510107": "武侯区", "440305": "南山区", "420502": "西陵区", "370302": "淄川区", "340102": "瑶海区",
    "310115": "浦东新区", "320902": "亭湖区",
}  # fmt: skip
INITIATIVES = {
    "最多跑一次": "at most one visit",
    "一网通办": "one network for all services",
    "相对集中行政许可权改革": "concentration of licensing powers",
    "综合行政执法改革": "integrated enforcement",
    "河长制": "river chiefs",
    "一件事一次办": "one matter, one visit",
}
_CUES = {"planned": "将于", "pilot": "试点推行", "implemented": "全面推行", "completed": "已全面完成"}


def sample(counties: int = 12, seed: int = 7) -> tuple[list[Node], list[Relationship]]:
    """A subgraph of reforms that spread from 2015 to 2024 over regions of three levels."""
    pick = random.Random(seed)
    maker = _Maker(pick)
    regions = list(maker.regions(counties))
    initiatives = [maker.node("Initiative", f"initiative/{name}", name=name, en=en) for name, en in INITIATIVES.items()]
    for place, initiative in enumerate(initiatives):
        for region in regions:
            if pick.random() < 0.34:
                maker.adoption(region, initiative, min(2024, 2015 + place % 4 + int(pick.expovariate(0.35))))
    maker.link("EVOLVED_INTO", initiatives[0], initiatives[1], source="ontology", year=2018)
    maker.link("EVOLVED_INTO", initiatives[1], initiatives[5], source="ontology", year=2020)
    maker.link("PART_OF", initiatives[5], initiatives[1], source="ontology")
    return list(maker.nodes.values()), maker.links


class _Maker:
    def __init__(self, pick: random.Random) -> None:
        self.pick = pick
        self.nodes: dict[str, Node] = {}
        self.links: list[Relationship] = []

    def node(self, label: str, key: str, /, **properties: object) -> Node:
        if key not in self.nodes:
            self.nodes[key] = Node(key, label, {"key": key, **properties})
        return self.nodes[key]

    def link(self, kind: str, head: Node, tail: Node, /, **properties: object) -> None:
        key = f"{len(self.links):08x}"
        self.links.append(Relationship(key, kind, head.key, tail.key, {"key": key, **properties}))

    def region(self, code: str, name: str, level: str) -> Node:
        return self.node("Region", f"region/{code}/{name}", code=code, name=name, level=level, full_name=name)

    def regions(self, counties: int) -> Iterator[Node]:
        country = self.region("100000", "中国", "country")
        for head, below in PLACES.items():
            code, name, level = head.split()
            province = self.region(code, name, level)
            self.link("PART_OF", province, country, source="ontology")
            yield province
            parts = below.split()
            for city_code, city in zip(parts[::2], parts[1::2], strict=True):
                prefecture = self.region(city_code, city, "prefecture")
                self.link("PART_OF", prefecture, province, source="ontology")
                yield prefecture
        yield from self._counties(counties)

    def _counties(self, count: int) -> Iterator[Node]:
        named = list(COUNTIES.items())
        above = [node for node in self.nodes.values() if node.properties.get("level") in ("prefecture", "province")]
        for number in range(count):
            if number < len(named):
                code, name = named[number]
                city = next((n for n in above if str(n.properties["code"])[:4] == code[:4]), None)
                city = city or next(n for n in above if str(n.properties["code"])[:2] == code[:2])
            else:
                city = above[number % len(above)]
                code, name = f"{str(city.properties['code'])[:4]}{number % 90 + 10}", f"第{number}区"
            county = self.region(code, name, "county")
            self.link("PART_OF", county, city, source="ontology")
            yield county

    def adoption(self, region: Node, initiative: Node, year: int) -> None:
        """A region adopts a reform: a report states it, often twice; a bureau carries it out; a notice sets it going."""
        name, reform = str(region.properties["name"]), str(initiative.properties["name"])
        status = self.pick.choice(("planned", "pilot", "implemented", "implemented", "completed"))
        for later in range(self.pick.choice((1, 1, 1, 2))):
            report = self.node(
                "Document", f"document/{region.properties['code']}{year + later}",
                name=f"{name}{year + later}年法治政府建设情况报告", year=year + later, date=f"{year + later + 1}-02-10",
                kind="report", paths=[f"{year + later}/{name}.txt"],
            )  # fmt: skip
            quote = f"{name}{_CUES[status]}{reform}，群众办事所需材料由{self.pick.randint(9, 40)}份减为{self.pick.randint(1, 8)}份"
            start = self.pick.randint(200, 4000)
            self.link(
                "ADOPTED", region, initiative, year=year, status=status, source=report.key, quote=quote, start=start,
                end=start + len(quote), rule=f"adoption.{status}", confidence=0.93,
            )  # fmt: skip
            self.link("COVERS", report, region, source=report.key, **{"from": "path", "rule": "head.path"})
        if self.pick.random() < 0.25:
            self._bureau(region, initiative, year)
        if self.pick.random() < 0.15:
            self._notice(region, initiative, year)

    def _bureau(self, region: Node, initiative: Node, year: int) -> None:
        name = f"{region.properties['name']}行政审批局"
        bureau = self.node("Agency", f"agency/{region.properties['code']}/{name}", name=name, kind="行政审批局")
        source = f"document/{region.properties['code']}{year}"
        self.link(
            "OF_REGION", bureau, region, source=source, rule="agency.full", quote=name, start=30, end=30 + len(name)
        )
        quote = f"{name}牵头推进{initiative.properties['name']}"
        self.link("CARRIES_OUT", bureau, initiative, year=year, source=source, quote=quote, start=90,
                  end=90 + len(quote), rule="agency.leads")  # fmt: skip

    def _notice(self, region: Node, initiative: Node, year: int) -> None:
        number = f"{str(region.properties['name'])[0]}政发〔{year}〕{self.pick.randint(1, 90)}号"
        title = f"关于推进{initiative.properties['name']}的实施意见"
        notice = self.node("Policy", f"policy/{number}", name=title, title=title, number=number, year=year)
        source = f"document/{region.properties['code']}{year}"
        self.link("CONCERNS", notice, initiative, source=source, mentions=3, quote=title, start=5, end=5 + len(title),
                  rule="policy.title")  # fmt: skip
        self.link("APPLIES_TO", notice, region, source=source, **{"from": "metadata", "rule": "head.region"})


def whole(nodes: list[Node], relationships: list[Relationship]) -> KnowledgeGraph:
    """The graph that the subgraph is a part of: with reports on 2014 to 2024 of all regions but every fourth."""
    reports, covers = [], []
    for place, region in enumerate(
        sorted((node for node in nodes if node.label == "Region"), key=lambda node: node.key)
    ):
        for year in range(2014, 2025) if place % 4 else ():
            report = Node(f"document/{place}-{year}", "Document", {"key": f"document/{place}-{year}", "year": year})
            key = f"covers-{place}-{year}"
            edge = {"key": key, "source": report.key, "observes": True}
            reports.append(report)
            covers.append(Relationship(key, "COVERS", report.key, region.key, edge))
    return KnowledgeGraph([*nodes, *reports], [*relationships, *covers])
