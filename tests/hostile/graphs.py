"""Documents whose every text is hostile: names, titles, numbers, addresses, quotes, file names, and traces full of them."""

from __future__ import annotations

from collections.abc import Sequence

from kg.disk.parts import SourceDocument
from kg.tracing.trace import Trace, trace
from tests.kg.records import document
from tests.kg.tracing.world import PLACES, told, world

SHARED = "大力推进{}建设，不断提升企业和群众办事便利度和获得感满意度。"


def hostile_document(value: str, number: int, region: str = "510900") -> SourceDocument:
    """A document that says ``value`` wherever it says anything."""
    said, body = f"2019年推进{value}。", f"遂宁市{value}局"
    text = "\n".join([value, said, SHARED.format(value), f"{body}办理{value}12{value}。", f"{value}挂牌成立。", str(number)])
    return document(
        f"{value}/{number}.txt",
        text,
        head={"title": value, "region": region, "year": 2019, "number": value, "issuer": value, "url": value, "recipient": value,
              "date": "2019-01-01"},
        agencies=[{"name": body, "region": region, "kind": value, "surface": body}],
        policies=[{"title": value, "number": value, "issuer": value, "year": 2019, "relation": "cites", "surface": value}],
        initiatives=[{"name": value, "new": True, "surface": value}],
        adoptions=[{"region": region, "initiative": value, "status": "implemented", "year": 2019, "agency": value,
                    "policy": value, "evidence": said}],
        events=[{"kind": "established", "subject": value, "region": region, "date": "2019-01-01",
                 "evidence": f"{value}挂牌成立"}],
        measurements=[{"indicator": value, "value": 12, "unit": value, "region": region, "year": 2019, "initiative": value,
                       "evidence": f"办理{value}12{value}"}],
    )  # fmt: skip


def hostile_documents(values: Sequence[str]) -> list[SourceDocument]:
    """Two documents of two cities for each of ``values``, which have a sentence in common."""
    return [
        hostile_document(value, 2 * at + second, region)
        for at, value in enumerate(values)
        for second, region in enumerate(("510900", "510700"))
    ]


COMMON = "容缺受理"
"""A reform that every one of ``brief_documents`` tells of."""


def brief_documents(values: Sequence[str]) -> list[SourceDocument]:
    """A document for each of ``values``: its title, its file, a reform's name and what stands in both of its sentences."""
    return [_brief(value, at, list(PLACES)[at % len(PLACES)]) for at, value in enumerate(values)]


def _brief(value: str, number: int, region: str) -> SourceDocument:
    year, own = 2012 + number % 9, f"推进{value}。"
    common = f"{PLACES[region]}推进{COMMON}，{value}。"
    deeds = [(value, own), (COMMON, common)]
    return document(
        f"{value}/{number}.txt",
        "\n".join([value, own, common, str(number)]),
        head={"title": value, "region": region, "year": year},
        initiatives=[{"name": value, "new": True, "surface": value}, {"name": COMMON, "surface": COMMON}],
        adoptions=[
            {"region": region, "initiative": name, "status": "implemented", "year": year, "evidence": said} for name, said in deeds
        ],
    )  # fmt: skip


def hostile_trace(values: Sequence[str]) -> Trace:
    """The trace of the first short one of ``values``, with all of them in its sentences, in documents called so."""
    name, codes = next(value for value in values if len(value.strip()) in range(4, 40)), list(PLACES)
    documents = [
        told(codes[at % len(codes)], 2012 + at // len(codes), ("implemented", f"{PLACES[codes[at % len(codes)]]}推进{name}，{value}。"), name=name, title=value,
             file=f"{value}/{at}.txt")
        for at, value in enumerate(values)
    ]  # fmt: skip
    return trace(world(*documents), name)
