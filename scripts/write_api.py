"""Write docs/api.md, the description of what ``kg`` gives to programmers, from the docstrings.

    python scripts/write_api.py [--check]

With ``--check`` it writes nothing and exits with 1 where the page is stale.
"""

from __future__ import annotations

import argparse
import inspect
import re
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import kg
from extractors.record import LAYERS, DocumentHead, fields_of

PAGE = Path(__file__).resolve().parents[1] / "docs" / "api.md"
HEAD = """# Python

`import kg` gives the following; it takes no time, since each name is loaded when it is first used. All that is meant for a
person to read is raised as a kind of [`ReformkgError`](#errors). The examples run in a checkout, after
`reformkg build examples/reports -o out/graph`. (`scripts/write_api.py` writes this page from the docstrings.)
"""
# The order of the page: making and asking a graph, what that gives, records, corrections.
SECTIONS = {
    "Graphs": (
        "build_graph", "BuildReport", "Limits", "open_graph", "Store", "Info", "Trace", "Tree", "Network", "Lineage", "Profile", "Shares", "View",
        "trace_events", "network_of_events",
    ),
    "Answers": ("Result", "Node", "Relationship", "Path"),
    "Records": ("extract", "extract_files", "Record"),
    "Corrections": ("load_corrections",),
}
_LISTS = ("Args", "Attributes", "Returns", "Raises", "Examples")
_TITLES = {"Args": "Arguments"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only say whether the page is up to date")
    text = page()
    if not parser.parse_args().check:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != text:
        print(f"write_api: {PAGE.name} is stale; run python scripts/write_api.py", file=sys.stderr)
        return 1
    return 0


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for title, names in SECTIONS.items():
        parts.append(f"## {title}\n")
        for name in names:
            parts += described(name, getattr(kg, name))
        parts += layers() if "Record" in names else ()
    parts.append("## Errors\n")
    parts += ["\n".join(errors(kg.ReformkgError)) + "\n"]
    return "\n".join(parts)


def layers() -> Iterator[str]:
    """The fields of the document and of the entries of each layer."""
    yield "### Layers\n"
    yield "Of the document itself and of the entries of each layer, the fields that tell it; an analyst may correct them.\n"
    shapes = {"document": DocumentHead, **LAYERS}
    told = {name: ", ".join(f"`{field}`" for field in fields_of(shape).told) for name, shape in shapes.items()}
    yield "\n".join(f"- `{name}`: {fields}" for name, fields in told.items()) + "\n"
    yield plain(
        "A name (region, agency, policy, initiative) has its `mentions`, each with `start`, `end`, `surface` and `rule`; "
        "the others have the sentence that states them as `evidence`, with `start`, `end` and `rule`. An initiative that "
        "the ontology does not list is `new`."
    )


def described(name: str, thing: Any) -> Iterator[str]:
    """A function, or a class with its public methods and properties."""
    if not inspect.isclass(thing):
        yield f"### `{name}`\n"
        yield f"```python\n{signature(name, thing)}\n```\n"
        yield from docstring(thing)
        return
    yield f"### `{name}`\n"
    yield from docstring(thing)
    for member, value in members(thing).items():
        if member.startswith("_"):
            continue
        if isinstance(value, classmethod):
            value = value.__func__
        if inspect.isfunction(value):
            yield f"#### `{name}.{member}`\n"
            yield f"```python\n{signature(member, value)}\n```\n"
            yield from docstring(value)
        elif isinstance(value, property):
            yield f"#### `{name}.{member}`\n"
            yield from docstring(value)


def members(thing: type) -> dict[str, Any]:
    """What a class has, that of its bases in this project first."""
    found: dict[str, Any] = {}
    for each in reversed(thing.__mro__):
        if each is thing or each.__module__.startswith("kg."):
            found |= vars(each)
    return found


def signature(name: str, function: Any) -> str:
    """``name(argument: type = default, …) -> type``, over several lines where it is long."""
    found = inspect.signature(function)
    arguments, keyword_only = [], False
    for argument in found.parameters.values():
        if argument.name in {"self", "cls"}:
            continue
        if argument.kind is argument.VAR_POSITIONAL:
            keyword_only = True
        if argument.kind is argument.KEYWORD_ONLY and not keyword_only:
            keyword_only = True
            arguments.append("*")
        star = "*" if argument.kind is argument.VAR_POSITIONAL else ""
        default = "" if argument.default is argument.empty else f" = {argument.default!r}"
        arguments.append(f"{star}{argument.name}: {argument.annotation}{default}")
    end = f") -> {found.return_annotation}"
    line = f"{name}({', '.join(arguments)}{end}"
    return line if len(line) <= 100 else "\n".join([f"{name}(", *(f"    {argument}," for argument in arguments), end])


def docstring(thing: Any) -> Iterator[str]:
    """A docstring in Google's form as Markdown."""
    text = inspect.getdoc(thing) or ""
    before, *rest = re.split(rf"^({'|'.join(_LISTS)}):\n", text, flags=re.MULTILINE)
    yield plain(before)
    for title, block in zip(rest[::2], rest[1::2], strict=True):
        body = textwrap.dedent(block).strip()
        if title == "Examples":
            yield f"```pycon\n{body}\n```\n"
        elif title == "Returns":
            yield f"Returns: {plain(body)}"
        else:
            yield f"{_TITLES.get(title, title)}:\n"
            entries = re.findall(r"^(\w+): (.*(?:\n +.*)*)", body, flags=re.MULTILINE)
            yield "\n".join(f"- `{name}`: {plain(entry).rstrip()}" for name, entry in entries) + "\n"


def plain(text: str) -> str:
    """Paragraphs as Markdown: references and literals as code, the lines of a paragraph joined."""
    text = re.sub(r":\w+:`([^`]+)`", r"`\1`", text).replace("``", "`")
    paragraphs = [" ".join(line.strip() for line in part.splitlines()) for part in re.split(r"\n\s*\n", text.strip())]
    return "\n\n".join(paragraphs) + "\n"


def errors(kind: type[Exception], depth: int = 0) -> Iterator[str]:
    """The public errors of a kind, each under the one that it is a kind of."""
    summary = plain((inspect.getdoc(kind) or "").split("\n\n")[0]).rstrip()
    yield f"{'  ' * depth}- `{kind.__name__}`: {summary}"
    public = (getattr(kg, name) for name in kg.__all__)
    below = [one for one in public if inspect.isclass(one) and kind in one.__bases__]
    for one in sorted(below, key=lambda each: each.__name__):
        yield from errors(one, depth + 1)


if __name__ == "__main__":
    sys.exit(main())
