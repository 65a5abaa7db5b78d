"""The tables of the judges: for each feature its weight, and in how many annotated documents and cases it was seen."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.errors import OntologyError

TABLES: Mapping[str, str] = {
    "adoption": "adoption.csv",
    "figures": "figures.csv",
    "names": "names.csv",
    "status": "status.csv",
}
"""The file of each task's table, beside this module; the extractors' version hangs on what the files hold."""
SCALE = 64
"""Weights are counted in parts of one: whole numbers give the same sum on every machine."""
HEAD = ("texts", "documents", "intercept", "threshold", "slope", "offset")
COLUMNS = ("feature", "weight", "documents", "positives", "negatives")
_MARK = "# "


@dataclass(frozen=True, slots=True)
class Weight:
    """The weight of a feature in ``SCALE`` parts, the documents that have it, and cases with it that are so or not."""

    feature: str
    weight: int
    documents: int
    positives: int
    negatives: int


@dataclass(frozen=True, slots=True)
class JudgeTable:
    """What training found for one task.

    Attributes:
        texts: hash of the annotated texts and their annotations.
        documents: how many they are.
        intercept: what a case without any known feature sums up to, in ``SCALE`` parts like all that follow.
        threshold: the least sum that counts as so.
        slope, offset: the logistic of ``(slope * sum) / SCALE + offset`` is the probability that it is so.
        weights: sorted by feature.
    """

    texts: str
    documents: int
    intercept: int
    threshold: int
    slope: int
    offset: int
    weights: tuple[Weight, ...]


def read_table(text: str, file: str) -> JudgeTable:
    """The table that ``text`` holds: lines ``# key: value``, then CSV under ``COLUMNS``.

    Raises:
        OntologyError: naming the file and the line that is not well formed.
    """
    lines = text.splitlines()
    head: dict[str, str] = {}
    while lines and lines[0].startswith(_MARK):
        key, _, value = lines.pop(0).removeprefix(_MARK).partition(": ")
        head[key] = value
    if tuple(head) != HEAD:
        raise OntologyError(f"{file}: its head has {', '.join(head) or 'nothing'} and not {', '.join(HEAD)}")
    rows = csv.DictReader(lines)
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise OntologyError(f"{file}: its columns are not {', '.join(COLUMNS)}")
    try:
        numbers = {key: int(head[key]) for key in HEAD[1:]}
        weights = tuple(Weight(row["feature"], *(int(row[name]) for name in COLUMNS[1:])) for row in rows)
    except (TypeError, ValueError) as error:
        raise OntologyError(f"{file}: {error}") from error
    return JudgeTable(texts=head["texts"], weights=weights, **numbers)


def write_table(table: JudgeTable) -> str:
    """``table`` as ``read_table`` reads it."""
    head = [f"{_MARK}{key}: {getattr(table, key)}" for key in HEAD]
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows([getattr(weight, name) for name in COLUMNS] for weight in table.weights)
    return "\n".join([*head, out.getvalue()])


def table_path(task: str) -> Path:
    """Where the table of ``task`` lies, or is to lie."""
    return Path(__file__).with_name(TABLES[task])


@cache
def judge_tables() -> Mapping[str, JudgeTable]:
    """The tables by task, loaded once.

    Raises:
        OntologyError: naming the file and what is not well formed in it.
    """
    return {task: read_table(table_path(task).read_text(encoding="utf-8"), name) for task, name in TABLES.items()}
