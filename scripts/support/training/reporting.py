"""What the judges are worth, as a part of docs/quality.md: held out by document and by province, and their reliability."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors.judges.judge import Judge

from .measures import auc, calibration_error, f1, reliability
from .training import FOLDS, Held, Trained
from .unseen import judged_adoptions

HEAD = f"""
## Judges

Where words alone do not decide, a linear judge adds up named features, and what reaches its threshold counts: `figures`, whether
a figure measures a reform's work; `status`, whether a government's report to the people's congress plans where no heading says
so; `adoption`, how likely an adoption is right, which decides nothing. All is measured on cases that were held out: one of
{FOLDS} parts of the documents, or of the provinces, at a time. AUC is the chance that of a case that is so and one that is not
the first has the higher sum, ECE how far what is said lies from what is seen (`≥ 0.5`: where at least 0.5 is said). `threshold`
is the probability from which a case counts, chosen on held-out cases.

| judge | cases | so | features | threshold | F1 | AUC | ECE | ≥ 0.5 | F1, AUC, ECE by province |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |
"""


def judges_page(trained: Mapping[str, Trained]) -> str:
    """The section, with a table of the judges and a table of reliability for each."""
    page = HEAD + "".join(_row(task, each) for task, each in trained.items())
    if "adoption" in trained:
        page += _unseen(Judge.of_table(trained["adoption"].table))
    return page + "".join(_reliability(task, each.by_document) for task, each in trained.items())


def _row(task: str, trained: Trained) -> str:
    held, table = trained.by_document, trained.table
    threshold = Judge.of_table(table).probability_of(table.threshold)
    likely = [each for each in held if each.probability >= 0.5]
    cells = [
        task, len(held), sum(_labels(held)), len(table.weights), f"{threshold:.2f}", *_measures(held),
        f"{calibration_error(_labels(likely), _said(likely)):.3f}", ", ".join(_measures(trained.by_province)),
    ]  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |\n"


def _unseen(judge: Judge) -> str:
    judged = judged_adoptions()
    right, said = [verdict for _, verdict in judged], [judge.probability(features) for features, _ in judged]
    return (
        f"\nOf {len(judged)} adoptions drawn at random from 68 other documents and read one by one, {sum(right)} were right; "
        f"of these the judge of adoptions\nhas AUC {auc(right, said):.3f} and ECE {calibration_error(right, said):.3f} "
        "([verdicts](../kg/measured/judged_adoptions.csv), read as an earlier version stated them).\n"
    )


def _reliability(task: str, held: Sequence[Held]) -> str:
    lines = [f"\n| {task}: said | seen | cases |", "| ---: | ---: | ---: |"]
    rows = reliability(_labels(held), _said(held))
    return "\n".join([*lines, *(f"| {said:.2f} | {seen:.2f} | {count} |" for count, said, seen in rows)]) + "\n"


def _measures(held: Sequence[Held]) -> list[str]:
    labels, said = _labels(held), _said(held)
    decided = [each.decided for each in held]
    return [f"{value:.3f}" for value in (f1(labels, decided), auc(labels, said), calibration_error(labels, said))]


def _labels(held: Sequence[Held]) -> list[bool]:
    return [each.example.case.so for each in held]


def _said(held: Sequence[Held]) -> list[float]:
    return [each.probability for each in held]
