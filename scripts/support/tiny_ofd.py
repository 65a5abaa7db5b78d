"""The smallest OFD that holds text: lines of an object each, each at its place (GB/T 33190)."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Sequence

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
Placed = tuple[float, float, str]
_SIZE = 4.0  # millimetres of a character


def tiny_ofd(pages: Sequence[Sequence[Placed] | str], template: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """An OFD whose pages (A4, in millimetres) hold lines of 4-millimetre characters at ``(x, y)`` from the upper left corner.

    A page may also be given as the objects on it. ``template`` are the objects of a template that all pages have, ``more``
    are parts beside.
    """
    used = '<ofd:Template TemplateID="9"/>' if template else ""
    listed = "".join(f'<ofd:Page ID="{n + 10}" BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    named = '<ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/>' if template else ""
    area = "<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
    parts = {
        "OFD.xml": f'<ofd:OFD {NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml'
        "</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {NAMESPACE}><ofd:CommonData>{area}{named}</ofd:CommonData>"
        f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for number, page in enumerate(pages):
        objects = page if isinstance(page, str) else "".join(text_object(*placed) for placed in page)
        parts[f"Doc_0/Pages/Page_{number}/Content.xml"] = _content(objects, used)
    if template:
        parts["Doc_0/Tpls/Tpl_0/Content.xml"] = _content(template, "")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in ({name: part.encode() for name, part in parts.items()} | (more or {})).items():
            package.writestr(zipfile.ZipInfo(name), data)
    return out.getvalue()


def text_object(x: float, y: float, text: str, more: str = "") -> str:
    """A line of text whose first character stands at ``(x, y)``; ``more`` are attributes of the object."""
    count = len(text)
    distances = f' DeltaX="g {count - 1} {_SIZE}"' if count > 1 else ""
    return (
        f'<ofd:TextObject ID="1" Boundary="{x} {y} {count * _SIZE} {_SIZE}" Font="2" Size="{_SIZE}" {more}>'
        f'<ofd:TextCode X="0" Y="{_SIZE * 0.86}"{distances}>{html.escape(text)}</ofd:TextCode></ofd:TextObject>'
    )


def _content(objects: str, used: str) -> str:
    return (
        f'<ofd:Page {NAMESPACE}>{used}<ofd:Content><ofd:Layer ID="3">{objects}</ofd:Layer></ofd:Content></ofd:Page>'
    )
