"""Write docs/rules.md, every rule with its documents and its cues, from the data of the ontology.

    python scripts/write_rules.py [--check]

With ``--check`` it writes nothing and exits with 1 where the page is stale.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from ontology.cue_files import cue_files
from ontology.cues import NAME, Cue, CueSet, cue_sets
from ontology.rule_book import RuleEntry, rule_book
from ontology.rules import Rule

PAGE = Path(__file__).resolve().parents[1] / "docs" / "rules.md"
HEAD = """# Rules

Every mention and every statement names the rule that read it (`rule` in a record and in the graph; `reformkg why` prints
its line of this page). Below stands for each rule what it reads, a document in which it fires and a near one in which it
does not, and its cues: the words that an analyst may argue about, each again with a sentence in which it is found and a
near one in which it is not. A `⏎` is the end of a line. In the sentences of cues `_` stands for the name that the words
stand beside: of the initiative, the region, the document, or a date.

A cue is an entry of data in `ontology/`. To change one, edit its words and its two sentences there; `tests/ontology/test_cues.py`
runs the sentences, and `python scripts/write_rules.py` writes this page anew. Dates, document numbers, names of regions and of
agencies are grammars, in `extractors/`, and have no cues.
"""
LAYERS = {
    "date": "Dates",
    "head": "The document itself",
    "region": "Regions",
    "agency": "Agencies",
    "policy": "Documents that are cited",
    "initiative": "Initiatives",
    "adoption": "Adoptions",
    "claim": "Claims",
    "event": "Events",
    "measurement": "Measurements",
    "parent": "Where a local initiative belongs",
    "correction": "Corrections",
    "ontology": "The ontology",
}
READS = {
    "phrase": "the phrase (the run between commas) with the name",
    "before": "what stands before the name",
    "after": "what stands behind the name",
    "clause": "the sentence or its part",
    "line": "the line",
    "heading": "the heading",
    "title": "the title",
    "name": "the name itself",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only say whether the page is up to date")
    text = page()
    if not parser.parse_args().check:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if not PAGE.is_file() or PAGE.read_text(encoding="utf-8") != text:
        print(f"write_rules: {PAGE.name} is stale; run python scripts/write_rules.py", file=sys.stderr)
        return 1
    return 0


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for layer, title in LAYERS.items():
        parts.append(f"## {title}\n")
        for rule, entry in rule_book().items():
            if rule.layer == layer:
                parts += described(rule, entry)
    return "\n".join(parts)


def described(rule: Rule, entry: RuleEntry) -> Iterator[str]:
    """One rule with its documents and its cues."""
    yield f"### `{rule}`\n"
    yield f"{entry.about}\n"
    if entry.must and entry.must_not:
        yield f"- fires in: {on_one_line(entry.must)}"
        yield f"- and not in: {on_one_line(entry.must_not)}\n"
    elsewhere: dict[Rule, list[str]] = {}
    for file, name, cues in sets():
        rules = rules_of(cues)
        if rules[0] == rule:
            yield from tabled(file, name, cues)
        elif rule in rules:
            elsewhere.setdefault(rules[0], []).append(f"`{name}` {cues.effect} it")
    for first, told in elsewhere.items():
        yield f"Under [{first}](#{first.replace('.', '')}): {', '.join(told)}.\n"


@cache
def sets() -> tuple[tuple[str, str, CueSet], ...]:
    """File, name and cues of every set, those first that find a statement."""
    found = [(file, name, cues) for file, loaded in cue_files().items() for name, cues in cue_sets(loaded)]
    return tuple(sorted(found, key=lambda one: one[2].effect != "finds"))


def rules_of(cues: CueSet) -> list[Rule]:
    """The rules that a set speaks for."""
    return list(dict.fromkeys(rule for cue in cues.cues for rule in cue.rule))


def tabled(file: str, name: str, cues: CueSet) -> Iterator[str]:
    """A set: what it is for, where it is searched, and its cues with their sentences."""
    near = f", {cues.window} characters of it" if cues.window else ""
    yield f"`{name}` ([{file}](../ontology/{file})) {cues.effect} it. {cues.about} Searched in {READS[cues.reads]}{near}.\n"
    if cues.lead:
        yield f"Each stands behind `{''.join(cues.lead)}`.\n"
    if cues.tail:
        yield f"Each is followed by `{''.join(cues.tail)}`.\n"
    yield "| cue | found in | not in |"
    yield "| --- | --- | --- |"
    for cue in cues.cues:
        yield f"| {cell(in_words(cue))} | {cell(cue.must)} | {cell(cue.must_not)} |"
    yield ""


def in_words(cue: Cue) -> str:
    """What the cue consists of, in words."""
    parts = [" · ".join(cue.words) if cue.words else f"`{cue.pattern}`"]
    if cue.repeats:
        parts.append("several times in a row")
    if cue.then:
        apart = f", within {cue.gap} characters," if cue.gap else ""
        parts.append(f"followed{apart} by {' · '.join(cue.then)}")
    if cue.not_after:
        parts.append(f"not behind {' · '.join(cue.not_after)}")
    if cue.not_before:
        near = f" within {cue.not_within} characters" if cue.not_within else ""
        parts.append(f"not before {' · '.join(cue.not_before)}{near}")
    if cue.within is not None:
        side = "behind" if cue.side == "after" else "before"
        parts.append(f"at most {cue.within} characters {side} the name" if cue.within else f"right {side} the name")
    if cue.stops:
        parts.append(f"not across `{cue.stops}`")
    ends = [said for holds, said in ((cue.opens, "opens"), (cue.closes, "ends")) if holds]
    if ends:
        parts.append(f"{' and '.join(ends)} it")
    return "; ".join(parts)


def on_one_line(document: str) -> str:
    """A document in a line of Markdown."""
    return document.strip().replace("\n", " ⏎ ").replace("<", "&lt;")


def cell(text: str) -> str:
    """Text in a cell of a table."""
    return text.replace("|", r"\|").replace(f"{NAME}", r"\_") if "`" not in text else text.replace("|", r"\|")


if __name__ == "__main__":
    sys.exit(main())
