"""Train the judges on annotated documents, and write their tables.

    python scripts/train_judges.py GOLD CORPUS [TASK...] [--check]

GOLD holds a folder of annotations per part (seeds, other, wide); the documents are in CORPUS in folders of the same
names, or beside the annotations (wide.texts). Writes ``ontology/judges/<task>.csv`` for each task that is named, for
all where none is, and prints how well they judge documents, and provinces, that they were not trained on, beside what
the rules alone would say. The same texts and code give the same bytes. With ``--check`` it writes nothing and exits
with 1 where a table is stale.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from extractors.judges.judge import Judge
from ontology.judges.tables import SCALE, JudgeTable, table_path, write_table
from support.annotated import PARTS, annotated_texts
from support.training.measures import accuracy, auc, calibration_error, f1, precision_and_recall
from support.training.tasks import TASKS
from support.training.training import Held, Trained, train

_EMPTY = JudgeTable("", 0, 0, 0, SCALE, 0, ())
_SHOWN = 12  # features on either side


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("tasks", nargs="*", metavar="TASK", help=f"of {', '.join(task.name for task in TASKS)}")
    parser.add_argument("--check", action="store_true", help="only say whether the tables are up to date")
    args = parser.parse_args()
    tasks = [task for task in TASKS if task.name in args.tasks or not args.tasks]
    if len(tasks) < len(args.tasks):
        parser.error(f"the tasks are {', '.join(task.name for task in TASKS)}")
    for task in tasks:
        if not table_path(task.name).is_file():  # a new task starts from a judge that weighs nothing
            table_path(task.name).write_text(write_table(_EMPTY), encoding="utf-8")
    texts = [text for part in PARTS for text in annotated_texts(args.gold, args.corpus, part)]
    stale = []
    for name, trained in train(tasks, texts).items():
        print("\n".join(_report(name, trained)))
        path, text = table_path(name), write_table(trained.table)
        if args.check and path.read_text(encoding="utf-8") != text:
            stale.append(f"stale: {path.name}; run scripts/train_judges.py")
        elif not args.check:
            path.write_text(text, encoding="utf-8")
    print("\n".join(stale), end="\n" * bool(stale), file=sys.stderr)
    return 1 if stale else 0


def _report(name: str, trained: Trained) -> list[str]:
    cases = [held.example.case for held in trained.by_document]
    so, rules = [case.so for case in cases], [case.by_rule for case in cases]
    table = trained.table
    judge = Judge.of_table(table)
    reasons = judge.reasons(judge.weights, _SHOWN)
    return [
        f"{name}: {len(cases)} cases of {table.documents} documents, {sum(so)} so; {len(table.weights)} features",
        f"  held out by document  {_line(trained.by_document)}",
        f"  held out by province  {_line(trained.by_province)}",
        f"  rules alone           F1 {f1(so, rules):.3f} accuracy {accuracy(so, rules):.3f}",
        f"  for      {_heaviest(reasons.in_favour)}",
        f"  against  {_heaviest(reasons.against)}",
    ]


def _heaviest(weights: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{feature} {weight / SCALE:+.2f}" for feature, weight in weights)


def _line(held: Sequence[Held]) -> str:
    so, found = [each.example.case.so for each in held], [each.decided for each in held]
    said = [each.probability for each in held]
    likely = [each for each in held if each.probability >= 0.5]
    of_likely = calibration_error([each.example.case.so for each in likely], [each.probability for each in likely])
    precision, recall = precision_and_recall(so, found)
    return (
        f"F1 {f1(so, found):.3f} ({precision:.3f}/{recall:.3f}) accuracy {accuracy(so, found):.3f} "
        f"AUC {auc(so, said):.3f} ECE {calibration_error(so, said):.3f}, p >= 0.5 {of_likely:.3f} ({len(likely)})"
    )


if __name__ == "__main__":
    sys.exit(main())
