"""A page as a file: the template that it is made with, and writing it whole."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, Template

from kg.disk.atomic import replacing

PAGE = "page.html"
"""What the template of a page is called among the assets of its package."""


def environment(package: str, *beside: BaseLoader) -> Environment:
    """What renders the templates among the assets of ``package``, and those of other loaders: all values escaped."""
    loader = ChoiceLoader([FileSystemLoader(str(files(package) / "assets")), *beside])
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)


@cache
def template(package: str) -> Template:
    """The template of the page that ``package`` makes."""
    return environment(package).get_template(PAGE)


def write_html(path: str | Path, html: str) -> None:
    """Writes a page: UTF-8 under every locale, whole or not at all.

    Raises:
        DiskError: its folder is not there.
        OSError: the file cannot be written.
    """
    with replacing(Path(path)) as beside:
        beside.write_text(html, encoding="utf-8", newline="\n", errors="replace")
