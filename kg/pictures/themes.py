"""The light and the dark theme of the pages: their colours, and the styles that choose between them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from ontology.loading import parse_yaml

Themes = Mapping[str, Mapping[str, str]]
"""By theme the colours by their names."""


@cache
def themes() -> Themes:
    """The colours in ``palette.yaml``."""
    found: Themes = parse_yaml(files(__package__).joinpath("palette.yaml").read_text(encoding="utf-8"))
    return found


def theme_styles(colours: Themes) -> str:
    """Styles that give each of ``colours`` as a variable: as the system has it, unless ``data-theme`` says which."""
    light, dark = _variables(colours["light"]), _variables(colours["dark"])
    return (
        f":root {{ color-scheme: light; {light} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root:not([data-theme=light]) {{ color-scheme: dark; {dark} }} }}\n"
        f":root[data-theme=dark] {{ color-scheme: dark; {dark} }}\n"
    )


def _variables(colours: Mapping[str, str]) -> str:
    return " ".join(f"--{name}: {colour};" for name, colour in colours.items())
