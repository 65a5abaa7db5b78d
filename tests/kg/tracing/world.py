"""A small world for the tests of tracing: reports, notices and regulations of a few regions, of our own wording."""

from __future__ import annotations

from typing import Any

from kg.assemble.assemble import assemble
from kg.disk.parts import SourceDocument
from kg.model import KnowledgeGraph
from tests.kg.records import document

GRID = "网格化综合服务"
"""A local reform that the reference list does not have."""
PLACES = {
    "510000": "四川省", "510900": "遂宁市", "510903": "船山区", "510904": "安居区", "510921": "蓬溪县", "510922": "射洪县",
    "510700": "绵阳市", "510703": "涪城区", "500000": "重庆市", "500101": "万州区",
}  # fmt: skip
RULES = ("law", "notice")
"""Kinds of documents that lay down what they state."""


def told(code: str, year: int, *stated: str | tuple[str, str], kind: str = "report", title: str = "", **more: Any) -> SourceDocument:
    """A document of the region ``code`` on ``year``.

    ``stated`` are statuses of ``more["name"]`` (default: ``GRID``), each a sentence of the document, or pairs of a
    status and a sentence. ``said`` is their year, ``on`` their day, ``of`` their region where these are not the document's; ``area`` is the functional area whose document it is.
    """
    name, place = more.get("name", GRID), PLACES[code]
    sentences = [
        (status if isinstance(status, str) else status[0], f"{place}{year}年{number}推进{name}。" if isinstance(status, str) else status[1])
        for number, status in enumerate(stated)
    ]
    title = title or f"{place}人民政府{year}年工作报告"
    lines = [title, *(sentence for _, sentence in sentences), "其他各项工作稳步推进。"]
    mentioned = [{"name": name, "new": name == GRID, "surface": name}] if name in "".join(lines) else []
    return document(
        more.get("file") or f"{year}/{code}-{kind}-{title}.txt",
        "\n".join(lines) + "\n",
        head={"title": title, "region": code, "year": year, "kind": kind, "date": more.get("date"), "passed": more.get("passed"),
              "area": more.get("area")},
        regions=[{"code": code, "name": place, "surface": place}],
        initiatives=mentioned,
        adoptions=[
            {"region": more.get("of", code), "initiative": name, "status": status, "year": more.get("said", year),
             "date": more.get("on"), "evidence": sentence, "laid_down": True if kind in RULES else None}
            for status, sentence in sentences
        ],
    )  # fmt: skip


def world(*documents: SourceDocument) -> KnowledgeGraph:
    """The graph of ``documents``."""
    return assemble(lambda: documents, "test").graph
