"""Measure the extraction on annotated documents, and write what it comes to.

    python scripts/measure_quality.py GOLD CORPUS [--check]

GOLD holds score.py and a folder of annotations per part (seeds, other, wide); the documents are in CORPUS in folders of
the same names, or beside the annotations (wide.texts). Writes ``docs/quality.md`` (precision, recall, F1 per layer with
the counts) and ``kg/measured/rules.csv`` (how many statements of each rule are right, over all parts). With ``--check``
it writes nothing and exits with 1 where either file is stale. It measures with judges trained without the text at hand, so
it needs the shipped ones to be fresh (``train_judges.py``), and writes nothing either where they are not.
"""

from __future__ import annotations

import argparse
import csv
import importlib.util
import io
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from kg.measured.parents import Judged, judged_parents
from kg.measured.rules import FEWEST
from ontology.judges.tables import table_path, write_table
from support.annotated import PARTS, annotated_texts
from support.training.reporting import judges_page
from support.training.tasks import TASKS
from support.training.training import extractors_without, train

ROOT = Path(__file__).resolve().parents[1]
PAGE, RULES = ROOT / "docs" / "quality.md", ROOT / "kg" / "measured" / "rules.csv"
Record = dict[str, Any]

HEAD = f"""# Measured quality

Precision, recall and F1 of the extraction on annotated documents, layer by layer, micro-averaged; written by
`scripts/measure_quality.py` from the scorer's output, and checked for staleness in CI. Three parts:

- **Seeds**: five yearly reports from which the list of initiatives was started, so their figures flatter.
- **Other**: State Council pages and regulations, provincial and city regulations, a city's work report and two district
  reports. Rules were tuned with these documents in sight.
- **Wide**: passages and short texts of many provinces, years and kinds. No rule was tuned to them when they were first
  measured, so this is the part to expect of documents of your own.

The judges of the extraction ([`ontology/judges`](../ontology/judges)) learn from annotated documents, so each document is
measured with judges that were trained without it and the tenth of the documents that it was drawn into.

`right` of `found` were in the annotations, which hold `gold` items.

## Confidence

`confidence` of an adoption is how likely it is right (region, initiative and status), by the judge of adoptions: a sum of
weights ([`ontology/judges/adoption.csv`](../ontology/judges/adoption.csv)) for the rules that read it, the kind of document
and the place, calibrated on documents that it was not trained on; `reformkg why` tells what spoke for and against. The tables
of reliability below say what became of each tenth.

Of everything else it is what can be relied on of a rule: the lower end of the 95 % interval (Wilson) of its precision, over the
statements of the rule in all three parts ([`kg/measured/rules.csv`](../kg/measured/rules.csv) has the counts). 22 right of 22
give 0.851, 220 of 220 give 0.983. It flatters still: Seeds and Other were in sight when rules were tuned.

A statement whose rule has fewer than {FEWEST} cases has no confidence, nor has what an analyst or the ontology says.
`--min-confidence` leaves out the adoptions, events and figures that are less sure, or have none; by default all are given.
"""

PLACED = """
## Parents of local initiatives

Where a local initiative belongs is read from its name, so there is no annotation to compare with. Placements in a graph of
about a thousand real documents were drawn at random (`scripts/sample_parents.py`) and each was judged with its sentence:
is the one a part of the other, in that year? ([`kg/measured/parents.csv`](../kg/measured/parents.csv)). What was right less
than nine times in ten was dropped or narrowed and drawn again: at first 53 % of the drawn placements by a word were right
(监管, 服务, 智慧, 诉求 say too little), 76 % of those by the list of common names. The words were narrowed with earlier
draws in sight, so expect somewhat less of documents of your own. Most local initiatives have no parent: their names do
not tell. Since the draw the list of initiatives has grown: names that are now known ones are out, those that a form now
places where a word did keep their verdict, and 13 that a form now places elsewhere were read again, by the name alone.
A placement's `confidence` is the lower bound of these shares.
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--check", action="store_true", help="only say whether the files are up to date")
    args = parser.parse_args()
    scorer = _scorer(args.gold / "score.py")
    texts = [text for part in PARTS for text in annotated_texts(args.gold, args.corpus, part)]
    trained = train(TASKS, texts)
    extractors = extractors_without(trained, texts)
    page, counts = HEAD, Counter[tuple[str, bool]]()
    for part in PARTS:
        chosen = [text for text in texts if text.part == part]
        pairs = [
            (text.gold, extractors[text.file.name].record(text.file.read_bytes(), text.file.name).to_json())
            for text in chosen
        ]
        page += _table(part, scorer, pairs)
        for gold, record in pairs:
            counts.update(_judged(scorer, gold, record))
    page += judges_page(trained) + PLACED + _shares("rule", lambda judged: judged.rule)
    page += _shares("parent, by a word", lambda judged: judged.parent if judged.rule == "parent.word" else None)
    stale = _stale({table_path(task): write_table(each.table) for task, each in trained.items()}, "train_judges.py")
    written = {PAGE: page, RULES: _rules(counts)}
    if args.check:
        stale += _stale(written, "measure_quality.py")
    elif not stale:
        for path, text in written.items():
            path.write_text(text, encoding="utf-8")
    print("\n".join(stale), end="\n" * bool(stale), file=sys.stderr)
    return 1 if stale else 0


def _stale(written: Mapping[Path, str], script: str) -> list[str]:
    """A line for each file that does not hold what ``script`` would write."""
    return [
        f"stale: {path.relative_to(ROOT)}; run scripts/{script}"
        for path, text in written.items()
        if not path.is_file() or path.read_text("utf-8") != text
    ]


def _scorer(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _table(part: str, scorer: ModuleType, pairs: list[tuple[Record, Record]]) -> str:
    totals: dict[str, list[int]] = {}
    for gold, record in pairs:
        for layer, expected, found, same in scorer.layers(gold, record):
            hits, missed, spurious = scorer.match(expected, found, same)
            row = totals.setdefault(layer, [0, 0, 0])
            for index, count in enumerate((hits, hits + len(missed), hits + len(spurious))):
                row[index] += count
    lines = [f"\n## {part.capitalize()} ({len(pairs)} documents)\n", "| layer | precision | recall | F1 | right | gold | found |",
             "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"]  # fmt: skip
    for layer, (right, gold_count, found_count) in totals.items():
        precision, recall = right / max(1, found_count), right / max(1, gold_count)
        f1 = 2 * right / max(1, gold_count + found_count)
        lines.append(
            f"| {layer} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {right} | {gold_count} | {found_count} |"
        )
    return "\n".join(lines) + "\n"


def _shares(head: str, kind: Callable[[Judged], str | None]) -> str:
    """A table of how many placements of each kind are right."""
    counts = Counter((name, judged.right) for judged in judged_parents() if (name := kind(judged)))
    lines = [f"\n| {head} | right | judged | share |", "| --- | ---: | ---: | ---: |"]
    for name in sorted({name for name, _ in counts}):
        right, found = counts[name, True], counts[name, True] + counts[name, False]
        lines.append(f"| {name} | {right} | {found} | {right / found:.3f} |")
    return "\n".join(lines) + "\n"


def _judged(scorer: ModuleType, gold: Record, record: Record) -> Iterator[tuple[str, bool]]:
    """``(rule, right)`` for each entry of the record in a layer that was annotated; an entry judges each of its rules."""
    same: dict[str, Callable[[Any, Any], bool]] = {
        "regions": lambda g, p: g["code"] == p["code"],
        "agencies": lambda g, p: scorer.fold(g["name"]) == scorer.fold(p["name"]),
        "policies": lambda g, p: bool(scorer.policy_keys(g) & scorer.policy_keys(p)),
        "initiatives": scorer.same_initiative,
        "adoptions": lambda g, p: g["region"] == p["region"]
        and scorer.same_initiative({"name": g["initiative"], "new": True}, {"name": p["initiative"]}),
        "events": lambda g, p: g["kind"] == p["kind"] and scorer.same_date(g, p),
        "measurements": scorer.same_value,
    }
    for layer, equal in same.items():
        for entry in record[layer] if layer in gold else ():
            right = any(equal(g, entry) for g in gold[layer])
            rules = {m["rule"] for m in entry["mentions"]} if "mentions" in entry else {entry["rule"]}
            yield from ((rule, right) for rule in sorted(rules))
    document = gold.get("document") or {}
    for field, evidence in record["document"]["evidence"].items():
        key = scorer.number_key if field == "number" else scorer.fold
        yield evidence["rule"], key(document.get(field)) == key(record["document"][field])


def _rules(counts: Counter[tuple[str, bool]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["rule", "right", "found"])
    for rule in sorted({rule for rule, _ in counts}):
        writer.writerow([rule, counts[rule, True], counts[rule, True] + counts[rule, False]])
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
