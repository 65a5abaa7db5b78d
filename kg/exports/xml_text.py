"""Text for XML: escaped, without the control characters that XML 1.0 cannot hold."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import quoteattr

from cypher.xml_characters import for_xml


def as_text(value: Any) -> str:
    """A property value as text: booleans in small letters, lists joined by ``; ``."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "; ".join(value)
    return str(value)


def attribute(value: Any) -> str:
    """A property value as a quoted XML attribute."""
    return quoteattr(for_xml(as_text(value)), {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})


def content(value: Any) -> str:
    """A property value as the content of an XML element."""
    text = for_xml(as_text(value))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
