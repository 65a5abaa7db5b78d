"""YAML as a file of corrections may have it: texts, lists and mappings, each mapping with its line.

Taken is the plain part of YAML: no tag makes something else of a text, no alias repeats a part (which could be told to
repeat a thousandfold), no key stands twice, and no text holds what a terminal would obey or nobody sees.
"""

from __future__ import annotations

import unicodedata
from typing import Any

import yaml

from kg.errors import CorrectionError

_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # controls, direction and zero-width marks, surrogates, line ends
_NONE = "\ufffe\uffff"
_PLAIN = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}


class Entry(dict[str, Any]):
    """A mapping, and the line that it begins on."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line


class _Refused(yaml.MarkedYAMLError):
    """What YAML has and corrections do not take."""


def parse(source: bytes, name: str) -> Any:
    """The texts, lists and mappings (``Entry``) in the bytes of a file called ``name``; None where it is empty.

    Raises:
        CorrectionError: for what is no YAML, or more than is taken of it; the message tells the line.
    """
    try:
        return yaml.load(source.decode("utf-8-sig"), _Loader)
    except UnicodeDecodeError as error:
        raise CorrectionError(f"{name} is no UTF-8; save it as UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        why = " ".join(str(getattr(error, "problem", None) or error).split())
        told = f": {why}" if isinstance(error, _Refused) else f" is no YAML ({why})"
        raise CorrectionError(f"{name}{where}{told}") from error
    except RecursionError as error:
        raise CorrectionError(f"{name} is nested too deep for a list of corrections") from error


class _Loader(yaml.BaseLoader):
    """All scalars as text, since a hash or a code may look like a number."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise _Refused(problem="aliases (*) are not taken; write it out", problem_mark=mark)
        node: yaml.Node | None = super().compose_node(parent, index)
        if node and node.tag not in _PLAIN:
            raise _Refused(problem=f"tags such as {node.tag} are not taken", problem_mark=node.start_mark)
        return node

    def construct_scalar(self, node: yaml.ScalarNode) -> str:
        text = str(super().construct_scalar(node))
        unfit = next((c for c in text if c in _NONE or (unicodedata.category(c) in _UNSEEN and c not in "\n\t")), None)
        if unfit:
            problem = f"a text holds U+{ord(unfit):04X}, which is no character to be shown"
            raise _Refused(problem=problem, problem_mark=node.start_mark)
        return text


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Entry:
    found = Entry(node.start_mark.line + 1)
    lines: dict[str, int] = {}
    for key_node, value_node in node.value:
        key, line = str(loader.construct_object(key_node, deep=True)), key_node.start_mark.line + 1
        if key in lines:
            problem = f"{key} stands twice, on line {lines[key]} as well; keep one"
            raise _Refused(problem=problem, problem_mark=key_node.start_mark)
        lines[key] = line
        found[key] = loader.construct_object(value_node, deep=True)
    return found


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)
