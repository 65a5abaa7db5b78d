"""Text and scripts made safe to stand inside an HTML file, and the policy that lets nothing else run."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from kg.views.errors import ViewError

# What could end a script element or start a comment in it, and the line ends that older parsers know.
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def json_block(value: Any) -> Markup:
    """JSON to stand in a ``<script type="application/json">``.

    Args:
        value: what JSON can hold; no NaN.

    Returns:
        JSON without any of the characters that HTML or a script could read as its own.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    # A lone half of a surrogate pair cannot be written as UTF-8; in JSON it can stand escaped.
    text = "".join(f"\\u{ord(c):04x}" if "\ud800" <= c <= "\udfff" else _ESCAPES.get(c, c) for c in text)
    return Markup(text)


def asset(package: str, name: str) -> Markup:
    """The file ``name`` among the assets of ``package``, to stand in a page as it is; see :func:`inline`."""
    return inline((files(package) / "assets" / name).read_text(encoding="utf-8"), name)


def inline(source: str, name: str) -> Markup:
    """Script or style source to stand in the file as it is.

    Args:
        source: the text of a trusted file that came with a package.
        name: what to call it in an error.

    Returns:
        The source, marked as safe, with line ends of one kind and no pointer to a source map.

    Raises:
        ViewError: it holds something that would end the element it stands in.
    """
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    text = "\n".join(line for line in lines if not line.startswith("//# sourceMappingURL="))
    lowered = text.lower()
    for ending in ("</script", "</style", "<!--"):
        if ending in lowered:
            raise ViewError(f"{name} holds {ending!r} and cannot stand in a page: use another version of its package")
    return Markup(text)


def policy(scripts: Sequence[str], styles: Sequence[str]) -> str:
    """The Content-Security-Policy that allows these very scripts and styles and no request at all.

    Args:
        scripts: the exact text between each pair of script tags.
        styles: the exact text between each pair of style tags.

    Returns:
        The content of the policy's meta element.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(map(_hash, scripts))}",
            f"style-src {' '.join(map(_hash, styles))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
