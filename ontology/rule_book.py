"""What each rule reads, in words, and a document in which it fires beside a near one in which it does not."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, RootModel, model_validator

from ontology.loading import read_yaml, validated
from ontology.rules import Rule

_FILE = Path(__file__).with_name("rules.yaml")


class RuleEntry(BaseModel):
    """One rule in words.

    Attributes:
        about: what it reads. zh: the same in Chinese.
        must: a document in which it fires; None for a rule that reads no text. must_not: a near one.
        gives: what it gives in ``must``: fields of the record's entry, of the head, or of a date.
        file: the path of ``must``, which hints at region and year. file_not: that of ``must_not``, where it differs.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str
    zh: str
    must: str | None = None
    must_not: str | None = None
    gives: dict[str, Any] = {}
    file: str = "遂宁市_2018.txt"
    file_not: str | None = None

    @model_validator(mode="after")
    def _has_both_documents(self) -> RuleEntry:
        if (self.must is None) != (self.must_not is None):
            raise ValueError("a rule has both must and must_not, or neither")
        return self


class _RuleBook(RootModel[dict[Rule, RuleEntry]]):
    @model_validator(mode="after")
    def _has_all_rules(self) -> _RuleBook:
        missing = [rule for rule in Rule if rule not in self.root]
        if missing:
            raise ValueError(f"there is no entry of {', '.join(missing)}")
        return self


@cache
def rule_book() -> dict[Rule, RuleEntry]:
    """The entries of ``rules.yaml``, loaded once, in the order of the file.

    Raises:
        OntologyError: naming the entry that is not well formed, or the rules that have none.
    """
    return validated(_RuleBook, read_yaml(_FILE), _FILE.name).root
