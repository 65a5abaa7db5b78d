"""Hand-made documents: records as the extractors give them, with the texts that their spans count in."""

from __future__ import annotations

import hashlib
from typing import Any

from extractors.record import LAYERS, DocumentHead, Entry, HeadEvidence, Record, StatementEntry, TextSpan, fields_of
from kg.disk.parts import SourceDocument

# What most statements of the tests say, where they say nothing else.
DEFAULTS: dict[str, dict[str, Any]] = {
    "policies": {"relation": "cites"},
    "initiatives": {"new": False},
    "adoptions": {"status": "implemented"},
}


def document(file: str, text: str, **parts: Any) -> SourceDocument:
    """A document. ``head`` gives fields, ``head_at`` the surface by which a field is printed; layers give entries in
    which ``surface`` (or ``evidence``) is looked up in the text to make the spans."""
    head: dict[str, Any] = DocumentHead.empty().told() | {"kind": "report"} | parts.get("head", {})
    evidence: dict[str, HeadEvidence] = {}
    for name, value in head.items():
        surface = parts.get("head_at", {}).get(name, str(value))
        if value is not None and surface in text:
            start = text.index(surface)
            evidence[name] = HeadEvidence("text", f"head.{name}", start, start + len(surface))
        elif value is not None:
            evidence[name] = HeadEvidence("path", "head.path")
    layers: dict[str, Any] = {
        layer: tuple(_entry(layer, entry, text) for entry in parts.get(layer, ())) for layer in LAYERS
    }
    record = Record(
        file=file,
        sha256=hashlib.sha256((file + text).encode()).hexdigest(),
        text_sha256=hashlib.sha256(text.encode()).hexdigest(),
        extractor="test",
        error=None,
        unread=(),
        document=DocumentHead(**head, evidence=evidence),
        **layers,
    )
    return SourceDocument(file, record, text)


def _entry(layer: str, given: dict[str, Any], text: str) -> Entry:
    shape = LAYERS[layer]
    told = dict.fromkeys(fields_of(shape).told) | DEFAULTS.get(layer, {}) | given
    surface = told.pop("evidence" if issubclass(shape, StatementEntry) else "surface")
    rule = told.pop("rule", f"{layer}.test")
    starts = [start for start in range(len(text)) if text.startswith(surface, start)]
    assert starts, f"{surface} is not in the text"
    spans = [TextSpan(start, start + len(surface), surface, rule) for start in starts]
    if issubclass(shape, StatementEntry):
        return shape.at(spans[0], told)
    return shape(**told, mentions=tuple(spans))


def refused(file: str, error: str) -> SourceDocument:
    """A document that could not be read."""
    return SourceDocument(file, Record.refused(file, "0" * 64, "test", error), "")


REPORT_TEXT = """射洪县人民政府关于2017年法治政府建设情况的报告
遂宁市人民政府:
2017年，射洪县按照《四川省人民政府办公厅关于开展相对集中行政许可权改革试点的通知》（川办发〔2016〕76号）要求，于11月启动相对集中行政许可权改革试点。
2018年1月10日，射洪县行政审批局挂牌成立。全县承接行政审批事项130项。
下一步，2018年推行一网通办。
射洪县人民政府
2018年1月23日
"""

NOTICE_TEXT = """遂宁市人民政府办公室关于推行一网通办的通知
遂府办函〔2019〕12号
各县（区）人民政府：
根据川办发〔2016〕76号文件，在全市推行一网通办。船山区、射洪市先行。
遂宁市人民政府办公室
2019年5月8日
"""

TITLE = "四川省人民政府办公厅关于开展相对集中行政许可权改革试点的通知"
CENTRALISED = "相对集中行政许可权改革"


def report() -> SourceDocument:
    """A county's report on 2017, in a county that became a city in 2019."""
    return document(
        "2017/射洪.txt",
        REPORT_TEXT,
        head={"title": "射洪县人民政府关于2017年法治政府建设情况的报告", "issuer": "射洪县人民政府", "region": "510922",
              "recipient": "遂宁市人民政府", "year": 2017, "date": "2018-01-23"},
        head_at={"region": "射洪县", "date": "2018年1月23日", "year": "2017年"},
        regions=[{"code": "510922", "name": "射洪县", "surface": "射洪县"}],
        agencies=[{"name": "射洪县行政审批局", "region": "510922", "kind": "行政审批局", "surface": "射洪县行政审批局"}],
        policies=[{"number": "川办发〔2016〕76号", "title": TITLE, "issuer": "四川省人民政府办公厅", "year": 2016,
                   "relation": "implements", "surface": "川办发〔2016〕76号"}],
        initiatives=[{"name": CENTRALISED, "surface": CENTRALISED}, {"name": "一网通办", "surface": "一网通办"}],
        adoptions=[
            {"region": "510922", "initiative": CENTRALISED, "status": "pilot", "year": 2017,
             "policy": "川办发〔2016〕76号", "evidence": "于11月启动相对集中行政许可权改革试点"},
            {"region": "510922", "initiative": "一网通办", "status": "planned", "year": 2018,
             "evidence": "2018年推行一网通办"},
        ],
        events=[{"kind": "established", "subject": "射洪县行政审批局", "region": "510922", "date": "2018-01-10",
                 "evidence": "2018年1月10日，射洪县行政审批局挂牌成立"}],
        measurements=[{"indicator": "承接行政审批事项", "value": 130, "unit": "项", "region": "510922", "year": 2017,
                       "initiative": CENTRALISED, "evidence": "全县承接行政审批事项130项"}],
    )  # fmt: skip


def notice() -> SourceDocument:
    """A city's notice of 2019, itself the text of a policy, citing the province's by its number alone."""
    return document(
        "2019/遂宁通知.txt",
        NOTICE_TEXT,
        head={"title": "遂宁市人民政府办公室关于推行一网通办的通知", "number": "遂府办函〔2019〕12号",
              "issuer": "遂宁市人民政府办公室", "region": "510900", "recipient": "各县（区）人民政府", "year": 2019,
              "date": "2019-05-08", "kind": "notice"},
        head_at={"region": "遂宁市", "date": "2019年5月8日", "year": "2019"},
        regions=[{"code": "510903", "name": "船山区", "surface": "船山区"},
                 {"code": "510981", "name": "射洪市", "surface": "射洪市"}],
        policies=[{"number": "川办发〔2016〕76号", "year": 2016, "issuer": "四川省人民政府办公厅",
                   "relation": "implements", "surface": "川办发〔2016〕76号"}],
        initiatives=[{"name": "一网通办", "surface": "一网通办"}],
        adoptions=[{"region": "510900", "initiative": "一网通办", "year": 2019, "evidence": "在全市推行一网通办"}],
    )  # fmt: skip


def title_only() -> SourceDocument:
    """A district's report that cites the province's notice by its title alone."""
    text = f"船山区2018年工作总结\n我区认真落实《{TITLE}》，推行相对集中行政许可权改革。\n"
    return document(
        "2018/船山.txt",
        text,
        head={"title": "船山区2018年工作总结", "region": "510903", "year": 2018},
        regions=[{"code": "510903", "name": "船山区", "surface": "船山区"}],
        policies=[{"title": TITLE, "relation": "implements", "surface": f"《{TITLE}》"}],
        initiatives=[{"name": CENTRALISED, "surface": CENTRALISED}],
        adoptions=[{"region": "510903", "initiative": CENTRALISED, "year": 2018, "evidence": "推行相对集中行政许可权改革"}],
    )  # fmt: skip


def all_documents() -> list[SourceDocument]:
    """The three, and one that could not be read."""
    return [report(), notice(), title_only(), refused("坏.docx", "the file is cut short")]


def of_area() -> SourceDocument:
    """A report of a functional area, which names its city as well."""
    text = "深圳市大鹏新区2019年工作总结\n全区推行一网通办。全区办件30万件。深圳市推行综合窗口改革。\n"
    return document(
        "2019/大鹏.txt",
        text,
        head={"title": "深圳市大鹏新区2019年工作总结", "region": "440300", "area": "大鹏新区", "year": 2019},
        regions=[{"code": "440300", "name": "深圳市", "surface": "深圳市"}],
        initiatives=[{"name": "一网通办", "surface": "一网通办"}, {"name": "综合窗口改革", "surface": "综合窗口改革"}],
        adoptions=[
            {"region": "440300", "initiative": "一网通办", "year": 2019, "evidence": "全区推行一网通办"},
            {"region": "440300", "initiative": "综合窗口改革", "year": 2019, "evidence": "深圳市推行综合窗口改革",
             "rule": "adoption.place"},
        ],
        measurements=[{"indicator": "办件", "value": 300000, "unit": "件", "region": "440300", "year": 2019,
                       "evidence": "全区办件30万件"}],
    )  # fmt: skip
