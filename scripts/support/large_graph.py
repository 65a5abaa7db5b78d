"""A made-up graph of any size, in which every named query has rows for the parameters that it has by default."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator

from cypher.elements import Node, Relationship
from ontology.schema import schema

SMALLEST = 1_000
"""With fewer nodes some labels would be missing."""
INITIATIVE = "相对集中行政许可权改革"
"""An initiative that regions adopt, for queries that ask for one."""
INITIATIVES = {7: INITIATIVE, 8: "一网通办", 9: "最多跑一次"}
PLACES = ("遂宁市", "衢州市", "船山区", "射洪县", "射洪市")
"""What the last regions are called; 射洪县 becomes 射洪市."""
MORE: dict[str, dict[str, object]] = {"ADOPTED": {"year": 2016, "status": "implemented"}, "COVERS": {"observes": True}}
"""What relationships that are not made by chance have beside their evidence."""
CHAINED = 12
"""The policy with the number that ``policy_chain`` asks for."""
STATUSES = ("planned", "implemented", "pilot", "completed")
LEVELS = ("province", "prefecture", "county")
REGIONS, PROVINCES, PREFECTURES = 3200, 31, 340
# Of the nodes that are no region, year or initiative; what is left are measurements.
SHARES = {"Document": 0.35, "Policy": 0.25, "Agency": 0.12, "Event": 0.08}
# Each node of the first label is linked with one of the second.
PLANS = (
    ("COVERS", "Document", "Region"), ("REPORTS_ON", "Document", "Year"), ("ISSUED_BY", "Document", "Agency"),
    ("OF_REGION", "Agency", "Region"), ("ISSUED_IN", "Policy", "Year"), ("APPLIES_TO", "Policy", "Region"),
    ("STATED_IN", "Event", "Document"), ("HAPPENED_IN", "Event", "Region"), ("ABOUT", "Event", "Agency"),
    ("STATED_IN", "Measurement", "Document"), ("MEASURED_IN", "Measurement", "Region"), ("OF_YEAR", "Measurement", "Year"),
    ("ISSUED_BY", "Policy", "Agency"), ("CARRIES_OUT", "Agency", "Initiative"), ("LAUNCHED_BY", "Initiative", "Policy"),
)  # fmt: skip


def add_size_options(parser: argparse.ArgumentParser) -> None:
    """The options ``--nodes`` and ``--relationships``, by default as many as a graph of 10,000 documents has."""
    parser.add_argument("--nodes", type=_enough, default=170_000, help=f"default 170000, at least {SMALLEST}")
    parser.add_argument("--relationships", type=int, default=600_000, help="default 600000, at least some 3 a node")


def _enough(text: str) -> int:
    if int(text) < SMALLEST:
        raise argparse.ArgumentTypeError(f"a graph of fewer than {SMALLEST} nodes would lack some labels")
    return int(text)


def nodes(total: int) -> list[Node]:
    """``total`` nodes, at least ``SMALLEST``."""
    made = [
        _node("Graph", "graph", name="graph", schema=schema().version, hash="bench", extractor="1.0", ontology="1", documents=1),
        _node("Region", "region/100000/中国", code="100000", name="中国", full_name="中国", level="country"),
        *(_region(i, min(REGIONS, total // 50)) for i in range(min(REGIONS, total // 50))),
        *(_node("Year", f"year/{year}", name=str(year), year=year) for year in range(2010, 2025)),
        *(_initiative(INITIATIVES.get(i, f"改革{i}"), i > 100) for i in range(120)),
    ]
    rest = total - len(made)
    for label, share in SHARES.items():
        made.extend(_dated(label, i) for i in range(int(rest * share)))
    made.extend(_measurement(i) for i in range(total - len(made)))
    return made


def _node(label: str, key: str, **properties: object) -> Node:
    return Node(key, label, {"key": key, **properties})


def _initiative(name: str, discovered: bool) -> Node:
    return _node("Initiative", f"initiative/{name}", name=name, discovered=discovered)


def _region(i: int, count: int) -> Node:
    level = LEVELS[0] if i < PROVINCES else LEVELS[1] if i < PROVINCES + PREFECTURES else LEVELS[2]
    code, name = str(200000 + i), PLACES[i - count] if i >= count - len(PLACES) else f"地{i}"
    return _node("Region", f"region/{code}/{name}", code=code, name=name, full_name=f"中国{name}", level=level)


def _dated(label: str, i: int) -> Node:
    year = 2010 + i % 15
    if label == "Document":
        title = f"{year}年报告{i}"
        return _node(label, f"document/{i}", name=f"报告{i}", title=title, year=year, date=f"{year + 1}-01-20", kind="report",
                     paths=[f"{year}/报告{i}.docx"])  # fmt: skip
    if label == "Policy":
        number = f"川办发〔{year}〕{9901 if i == CHAINED else i}号"
        return _node(label, f"policy/{number}", name=f"关于推进改革的通知{i}", number=number, year=year, kind="notice")
    name = f"机构{i}"
    if label == "Agency":
        key = f"agency/{200000 + i % REGIONS}/{name}"
        return _node(label, key, name=name, kind="行政审批局", level=LEVELS[i % 3])
    return _node(label, f"event/{i}", name=name, kind="established", date=f"{year}-05-01", year=year)


def _measurement(i: int) -> Node:
    return _node("Measurement", f"measurement/{i}", name="承接事项", indicator=f"指标{i % 40}" if i % 40 else "网上可办率", value=i % 900, unit="项",
                 year=2010 + i % 15)  # fmt: skip


def relationships(made: list[Node], total: int) -> Iterator[Relationship]:
    """The relationships that every node has, then others by chance, the same at each run, until there are ``total``."""
    by_label: dict[str, list[Node]] = {}
    for node in made:
        by_label.setdefault(node.label, []).append(node)
    sources = min(50_000, len(by_label["Document"]))
    count = 0
    for count, (kind, start, end) in enumerate(_regular(by_label), 1):
        more = MORE.get(kind, {})
        yield _link(count, sources, kind, start, end, **more)
    dice = random.Random(7)
    for number in range(count + 1, total + 1):
        kind, start, end, properties = _by_chance(dice, by_label)
        yield _link(number, sources, kind, start, end, **properties)


def _regular(by_label: dict[str, list[Node]]) -> Iterator[tuple[str, Node, Node]]:
    regions = by_label["Region"]
    yield from (("PART_OF", region, regions[_above(i)]) for i, region in enumerate(regions[1:], 1))
    for kind, start, end in PLANS:
        for i, node in enumerate(by_label[start]):
            if (kind, start) != ("ISSUED_BY", "Document") or i % 50:  # a few documents name nobody
                yield kind, node, by_label[end][i % len(by_label[end])]
    initiatives, policies = by_label["Initiative"], by_label["Policy"]
    yield from (("ADOPTED", region, initiatives[i]) for region in regions[-len(PLACES) :] for i in INITIATIVES)
    above = _above(len(regions) + PLACES.index("船山区") - len(PLACES))
    yield "PART_OF", regions[1], regions[above]
    yield from (("ADOPTED", regions[i], initiatives[7]) for i in (1, above))
    yield "SUCCEEDED_BY", regions[-2], regions[-1]
    yield "EVOLVED_INTO", initiatives[9], initiatives[10]
    yield "IMPLEMENTS", policies[CHAINED], policies[CHAINED + 1]
    yield "REPORTS_ON", by_label["Document"][len(regions) - len(PLACES)], by_label["Year"][6]


def _above(i: int) -> int:
    """The number of the region to which the region of this number belongs."""
    if i <= PROVINCES:
        return 0
    return 1 + i % PROVINCES if i <= PROVINCES + PREFECTURES else 1 + PROVINCES + i % PREFECTURES


def _by_chance(dice: random.Random, by_label: dict[str, list[Node]]) -> tuple[str, Node, Node, dict[str, object]]:
    roll = dice.random()
    if roll < 0.35:
        status = dice.choice(STATUSES)
        region, initiative = dice.choice(by_label["Region"][: -len(PLACES)]), dice.choice(by_label["Initiative"])
        policy = by_label["Policy"][dice.randrange(10)].key
        return "ADOPTED", region, initiative, {"year": dice.randint(2012, 2024), "status": status, "policy": policy}
    if roll < 0.6:
        return "CITES", dice.choice(by_label["Document"]), dice.choice(by_label["Policy"]), {}
    if roll < 0.8:
        return "IMPLEMENTS", dice.choice(by_label["Policy"][CHAINED + 2 :]), dice.choice(by_label["Policy"]), {}
    return "CONCERNS", dice.choice(by_label["Document"]), dice.choice(by_label["Initiative"]), {"mentions": 2}


def _link(number: int, sources: int, kind: str, start: Node, end: Node, **properties: object) -> Relationship:
    key = f"{number:016x}"
    quote = f"本地于当年推进了第{number}项改革工作，取得成效。"
    source = f"document/{number % sources}"
    evidence = {"key": key, "source": source, "quote": quote, "start": 5, "end": 25, "rule": "r"}
    return Relationship(key, kind, start.key, end.key, {**evidence, **properties})
