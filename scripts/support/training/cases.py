"""What a judge learns from: cases with their features, each with what an annotation says of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from extractors.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Case:
    """One candidate of a document: its features, what the annotation says, what rules without a judge would say.

    ``weight`` is how much it counts beside one of an annotated document.
    """

    features: frozenset[str]
    so: bool
    by_rule: bool
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Task:
    """What a judge is trained for.

    Attributes:
        name: as in ``ontology.judges.tables.TABLES``.
        cases: the cases of one document, by its analysis and its annotation; its own judge must not change them.
        parts: the annotated parts that it learns from.
        goal: what its threshold is chosen for: ``f1`` of the cases that are so, or ``accuracy`` of all.
        cautious: whether of thresholds with nearly the same F1 the highest is taken, by which fewer wrong ones are.
        strength: inverse of the L2 penalty.
        drawn: a table of judged candidates of other documents that it learns from as well (``drawn.py``).
        taught: short texts of our own wording that it learns from as well (``taught.py``).
    """

    name: str
    cases: Callable[[Analysis, Mapping[str, Any]], Iterator[Case]]
    parts: tuple[str, ...] = ("wide",)
    goal: Literal["f1", "accuracy"] = "f1"
    cautious: bool = False
    strength: float = 0.3
    drawn: Path | None = None
    taught: Path | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A case with its document and the province of that."""

    document: str
    province: str
    case: Case
