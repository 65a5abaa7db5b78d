"""The page of a trace: one HTML file that asks for nothing from anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from markupsafe import Markup

from kg.errors import SelectionError
from kg.pictures.alone import name_alone
from kg.pictures.model import page_model
from kg.pictures.outlines import Outlines
from kg.pictures.themes import theme_styles, themes
from kg.pictures.words import Words
from kg.tracing.trace import Trace
from kg.views.embed import asset, inline, json_block, policy
from kg.views.html_file import template, write_html
from ontology.loading import parse_yaml

# In the order in which they build on each other; main.js starts the page.
_SCRIPTS = {
    "kg.views": ("elements", "delimited", "draw"),
    "kg.pictures": (
        "dom", "data", "looks", "state", "marks", "tip", "beginning", "curve", "strips", "heat", "sentence",
        "outlines", "tiles", "names", "lags", "table", "save", "cards", "controls", "keys", "main", "framed",
    ),
}  # fmt: skip


def render_page(
    trace: Trace, *, lang: str = "en", chain: Sequence[Trace] = (), outlines: Outlines | None = None
) -> str:
    """Makes the page of a trace.

    Args:
        trace: the reform.
        lang: ``zh``, or English.
        chain: the traces of the reforms that turned into each other, the oldest first, ``trace`` among them, made with
            the same options: their names are told apart over the years. Without them the forms of its own name are.
        outlines: those of a reader's own file, which are drawn in place of tiles.

    Returns:
        HTML, the same for the same graph and options.

    Raises:
        SelectionError: no region is shown of which anything is known.
        NoMapError: there are outlines, but no map of what is shown.
        InputError: none of the outlines is of a region of that map.
    """
    return render_pages(trace, (lang,), chain, outlines)[lang]


def render_pages(
    trace: Trace, langs: Sequence[str], chain: Sequence[Trace] = (), outlines: Outlines | None = None
) -> dict[str, str]:
    """The pages of a trace by language, for which all is fitted once; the arguments else are those of ``render_page``.

    Raises:
        SelectionError: as there.
        InputError: as there.
    """
    alone, curves = name_alone(trace), trace.curves()
    curves_alone = alone.curves() if alone else {}
    links = [alone if alone and link is trace else link for link in chain]
    pages = {}
    for lang in langs:
        model = page_model(trace, lang, chain, curves, outlines)
        if not model["regions"]:
            raise SelectionError(
                f"nothing to draw: no region asked for has a report, or a sentence on {trace.initiative}"
            )
        named = page_model(alone, lang, links, curves_alone, outlines) if alone else None
        pages[lang] = _rendered(model, named, lang)
    return pages


def _rendered(model: dict[str, Any], alone: dict[str, Any] | None, lang: str) -> str:
    scripts, styles = _scripts(), _styles()
    html: str = template("kg.pictures").render(
        model=model,
        alone=alone,
        words=Words(lang).all(),
        looks={"palette": themes(), "geometry": _data("geometry.yaml")},
        policy=policy(scripts, [styles]),
        scripts=scripts,
        styles=styles,
        json_block=json_block,
    )
    return html


def write_page(path: str | Path, trace: Trace, **options: Any) -> None:
    """Writes the page of a trace: UTF-8 under every locale, whole or not at all.

    Args:
        path: the file, replaced if it is there.
        trace: as for :func:`render_page`, like all that follows.
        options: as there.

    Raises:
        SelectionError: as there, like InputError; then the file is left as it was.
        DiskError: its folder is not there.
        OSError: the file cannot be written.
    """
    write_html(path, render_page(trace, **options))


def page_assets() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The scripts and styles of a page, for the policy of one that it stands in."""
    return _scripts(), (_styles(),)


@cache
def _scripts() -> tuple[Markup, ...]:
    shared, own = (tuple(asset(package, f"{name}.js") for name in names) for package, names in _SCRIPTS.items())
    return shared + own


@cache
def _styles() -> Markup:
    return inline(theme_styles(themes()), "themes") + asset("kg.pictures", "page.css")


@cache
def _data(name: str) -> dict[str, Any]:
    found: dict[str, Any] = parse_yaml(files("kg.pictures").joinpath(name).read_text(encoding="utf-8"))
    return found
