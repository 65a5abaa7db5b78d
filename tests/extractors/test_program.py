"""What of a module counts as the program: not its comments, docstrings and layout, and under every Python the same."""

from __future__ import annotations

import hashlib

import pytest

from extractors.program import read_module

PLAIN = b'''
import re
from ontology import regions

LIMIT = 3


def near(name, width=4):
    if name in {"\xe5\xb8\x82": "", "b": 1}:
        return [f"{name:{width}}", rb"x" * LIMIT, *"ab"]
    return None


class Empty(Exception):
    ...
'''


def code(source: bytes) -> str:
    return read_module(source).code


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"LIMIT = 3\n", b"LIMIT = 3  # three\n"),
        (b"LIMIT = 3\n", b'LIMIT = 3\n"""How many."""\n'),
        (b"\nimport re\n", b'"""A module."""\n\nimport re\n'),
        (b"width=4):\n", b'width=4):\n    """Its length."""\n'),
        (b"LIMIT, *", b"LIMIT,\n            *"),
        (b"\n", b"\r\n"),
    ],
    ids=["comment", "constant's docstring", "docstring", "function's docstring", "layout", "line ends"],
)
def test_what_is_no_program_does_not_count(old: bytes, new: bytes) -> None:
    changed = PLAIN.replace(old, new) if old == b"\n" else PLAIN.replace(old, new, 1)
    assert changed != PLAIN and code(changed) == code(PLAIN)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"LIMIT = 3", b"LIMIT = 4"),
        (b'"\xe5\xb8\x82": "", "b": 1', b'"\xe5\xb8\x82": 1, "b": ""'),
        (b"{name:{width}}", b"{name!r:{width}}"),
        (b'rb"x"', b'r"x"'),
        (b"return None", b"return 'None'"),
        (b"return None", b"return"),
        (b"import regions", b"import places"),
    ],
)
def test_every_change_of_the_program_counts(old: bytes, new: bytes) -> None:
    assert old in PLAIN and code(PLAIN.replace(old, new)) != code(PLAIN)


def test_imports_and_texts_are_told() -> None:
    module = read_module(b"import a.b\ndef f():\n    from c import d\n    return 'words.yaml'\n")
    assert module.imports == {"a.b", "c", "c.d"} and "words.yaml" in module.texts


def test_the_code_is_the_same_under_every_python() -> None:
    # Worked out under 3.11, 3.12 and 3.13, which differ in the fields of their trees and in {name:{width}}.
    assert hashlib.sha256(code(PLAIN).encode()).hexdigest()[:16] == "0fd9e801645589fa"
