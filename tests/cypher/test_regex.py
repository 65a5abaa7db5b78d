from __future__ import annotations

import pytest

from cypher.engine import EmbeddedEngine

# What Java says; Neo4j matches the whole text.
MATCHES = (
    ("中", r"\w", False), ("a_1", r"\w+", True), ("１", r"\d", False), ("12", r"\d\d", True), ("　", r"\s", False), (" \t", r"\s+", True),
    ("é", r"\W", True), ("中文", r"\W+", True), ("a\nb", "a.b", False), ("a\u2028b", "a.b", False), ("a\nb", "(?s)a.b", True),
    ("ABC", "(?i)abc", True), ("一网通办", ".*通.*", True), ("a.b", r"a\.b", True), ("axb", r"a\.b", False), ("川办发〔2016〕76号", r".*〔\d{4}〕\d+号", True),
    ("2016-05", r"(\d{4})-(\d{2})", True), ("x", "[a-w]", False), ("x", "[^a-w]", True), ("]", r"[\]]", True), ("5", r"[\d\s]", True),
    ("中", r"[\w]", False), ("ab", "(?<n>a)b", True), ("aab", "a{2}b", True), ("", "", True), ("a", "", False), ("-", "[a-]", True),
)  # fmt: skip


@pytest.mark.parametrize(("text", "pattern", "expected"), MATCHES)
def test_a_pattern_means_what_it_means_in_java(engine: EmbeddedEngine, text: str, pattern: str, expected: bool) -> None:
    assert engine.run("RETURN $text =~ $pattern AS r", {"text": text, "pattern": pattern}).rows == ((expected,),)
