"""What a figure measures: the words before the number, after the unit, or both."""

from __future__ import annotations

import re
from functools import cache

from extractors.text.marks import PHRASE_MARKS
from extractors.text.numerals import TO_99
from ontology.measurements import measurement_cues
from ontology.patterns import alternatives
from ontology.rules import Rule

_RELATIVE = {"%", "‰", "个百分点"}
_LONGEST_SIDE = 14
SHORTEST = 3
"""Characters of an indicator that does not say by itself what is measured."""
_BASE = 6  # characters of the earlier indicator that tell which 审核率 it is
_VERB = 8  # characters before the number that may say what was done with what stands behind the unit
_PARTICLE = re.compile(r"[起在对于从将把被的为由向自]|\d[年月日]")  # what stands before the verb of the clause
_EACH = re.compile(rf"[^{PHRASE_MARKS}、]{{1,12}}(?:率|度|比|占比|比例)$")


@cache
def _trims() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    cues = measurement_cues()
    date = r"(?:\d{4}年(?:度|\d{1,2}月)?(?:\d{1,2}日)?(?:以来|底|末|前|起|内)?|\d{1,2}[月日](?:底|末|份)?)"
    return (
        re.compile(f"^(?:{alternatives(cues.lead)}|{date}|[（(][{TO_99}\\d]+[)）]|\\s)+"),
        re.compile(f"(?:{alternatives(cues.tail)}|\\s)+$"),
        re.compile(f"(?:{alternatives(cues.right_end)})"),
    )


def indicators(before: str, after: str, unit: str) -> tuple[list[str], Rule]:
    """What is measured, from the words before the number, after the unit, or both; several for A率、B率均达100%."""
    left, right = _left(before), _right(after, unit)
    if unit in _RELATIVE or not right:
        shared = _shared(before, left)
        if shared:
            return shared, Rule.MEASUREMENT_SHARED
        if left and (unit in _RELATIVE or not right):
            return [left], Rule.MEASUREMENT_RATIO if unit in _RELATIVE else Rule.MEASUREMENT_AFTER
    if right:
        return [_PARTICLE.split(left)[-1][-_VERB:] + right], Rule.MEASUREMENT_BEFORE
    return [], Rule.MEASUREMENT_AFTER


def _left(raw: str) -> str:
    """The last run before the number without the words that only lead to it."""
    lead, tail, _ = _trims()
    run = raw.rsplit("、", 1)[-1] if not re.search(r"[“《(（]", raw) else raw
    run = tail.sub("", lead.sub("", run.strip()))
    if len(run) > _LONGEST_SIDE + 8:
        clause = _PARTICLE.split(run)[-1]
        run = clause if SHORTEST < len(clause) < len(run) else run[-_LONGEST_SIDE:]
    return run.strip("“”\"《》()（）、 ") if run.count("“") != run.count("”") or len(run) <= 1 else run


def _right(raw: str, unit: str) -> str:
    _, _, stop = _trims()
    raw = raw.lstrip(" ")
    if unit == "%" and not raw.startswith("的"):
        return ""
    raw = raw.removeprefix("的")
    match = stop.search(raw)
    run = raw[: match.start()] if match else raw
    run = run.split("的", 1)[-1] if len(run) > _LONGEST_SIDE else run
    return run[:_LONGEST_SIDE].strip("“”\"() （）和及与、")


def _shared(raw: str, left: str) -> list[str]:
    """A率、B率均达100%: the value is of each."""
    if "、" not in raw or not re.search(r"(?:率|度|比例?)[均都达为]|率$", left + raw[len(raw.rstrip("均都达到为")) :]):
        return []
    parts = [part for part in re.split("、|和|以及", raw) if part.strip()]
    names = [_left(part) for part in parts]
    return names if len(names) > 1 and all(_EACH.search(name) for name in names) else []


def completed(names: list[str], rule: Rule, after: str, stated: list[str]) -> tuple[list[str], Rule]:
    """A bare verb or nothing at all goes by what the sentence measured before: 收到申请24件, 受理21件; 1批次共28卷."""
    if stated and rule in {Rule.MEASUREMENT_RATIO, Rule.MEASUREMENT_SHARED}:
        return [name if len(name) > SHORTEST else stated[0][-_BASE:] + name for name in names], rule
    if names and (len(names[0]) > SHORTEST or rule in {Rule.MEASUREMENT_RATIO, Rule.MEASUREMENT_SHARED}):
        return names, rule
    if stated and rule != Rule.MEASUREMENT_BEFORE:
        base = stated[0]
        own = names[0] if names else ""
        return [base if own in base else f"{base}{own}"], Rule.MEASUREMENT_CONTINUED
    rest = after.strip("”’\"')） ")[:_LONGEST_SIDE]
    return ([rest], Rule.MEASUREMENT_BEFORE) if not names and len(rest) >= 2 else (names, rule)
