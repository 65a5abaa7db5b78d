"""Keys of nodes and relationships; they are content, never ``hash()``.

They are built here and nowhere else but for those of regions, which the ontology's table of regions bears.
"""

from __future__ import annotations

import hashlib
import json

ONTOLOGY = "ontology"  # the source of a statement that no document makes
GRAPH = "graph"
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def digest(*parts: object, size: int = 8) -> str:
    """Hex blake2b of ``size`` bytes over ``parts`` (str, int, float, None), told apart by their places."""
    text = _JSON.encode(parts)
    return hashlib.blake2b(text.encode("utf-8"), digest_size=size).hexdigest()


def document_key(text_sha256: str) -> str:
    """``document/<first 16 of text_sha256>``."""
    return f"document/{text_sha256[:16]}"


def agency_key(region_code: str, name: str) -> str:
    """``agency/<region code>/<full name>``."""
    return f"agency/{region_code}/{name}"


def area_key(region_code: str, name: str) -> str:
    """``area/<code of the region that holds it>/<name>``."""
    return f"area/{region_code}/{name}"


def initiative_key(name: str) -> str:
    """``initiative/<name>``."""
    return f"initiative/{name}"


def year_key(year: int) -> str:
    """``year/<yyyy>``."""
    return f"year/{year:04d}"


def numbered_policy_key(number: str, issuer: str | None = None) -> str:
    """``policy/<number>``, or ``policy/<issuer>/<number>`` where the agency code does not tell the issuer."""
    return f"policy/{number}" if issuer is None else f"policy/{issuer}/{number}"


def titled_policy_key(title: str, issuer: str | None) -> str:
    """``policy/<issuer>/<title>``; the issuer's place stays empty where none is known."""
    return f"policy/{issuer or ''}/{title}"


def event_key(document: str, start: int, kind: str, subject: str) -> str:
    """``event/<hash>``; the subject counts because one sentence may set up two bodies."""
    return f"event/{digest(document, start, kind, subject)}"


def measurement_key(document: str, start: int, end: int, indicator: str, *values: object) -> str:
    """``measurement/<hash>``; value, unit, region and year count because one sentence may state two of them."""
    return f"measurement/{digest(document, start, end, indicator, *values)}"


def relationship_key(
    kind: str, start: str, end: str, source: str, first: int | None, last: int | None, rule: str
) -> str:
    """Hex blake2b of type, ends, source, first and last character, and rule: 24 digits."""
    return digest(kind, start, end, source, first, last, rule, size=12)
