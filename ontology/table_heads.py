"""What the heads of columns say, in tables inside documents."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("table_heads.yaml")


class Head(BaseModel):
    """Heads of one meaning: a pattern, heads that it must match and near ones that it must not."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    pattern: str
    must: tuple[str, ...]
    must_not: tuple[str, ...]

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern)

    def matches(self, head: str) -> bool:
        """Whether ``head``, folded, has this meaning."""
        return bool(self._compiled.search(head))


class TableHeads(BaseModel):
    """The heads of ``table_heads.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    actor: Head
    time: Head


@cache
def table_heads() -> TableHeads:
    """The heads of ``table_heads.yaml``, loaded once."""
    return validated(TableHeads, read_yaml(_FILE), _FILE.name)
