"""Figures that measure a reform's work: what is measured, how much, where, when, and for which initiative."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cache

from extractors.analysis import Analysis, Measurement
from extractors.quantities import Quantity, find_quantities
from ontology.measurements import alternatives, measurement_cues

_DELIMITERS = ",，;；。:：!！?？\n"
_INNER = re.compile(r"[,，;；。:：!！?？\n、]|[(（](?![^()（）\n]{1,8}[)）])")
_QUOTED = re.compile(r"《[^《》\n]{1,120}》|“[^“”\n]{1,30}”|\"[^\"\n]{1,30}\"")
_RELATIVE = {"%", "‰", "个百分点"}
_LONGEST_SIDE = 14
_DENSE = 1.2  # initiative mentions a thousand characters, from which on a text is on reform throughout
_NUMERAL = re.compile(r"[\d二两三四五六七八九十]")
_SHORTEST = 3  # characters of an indicator that says what is measured by itself
_BASE = 6  # characters of the earlier indicator that tell which 审核率 it is
_EACH = re.compile(r"[^,，;；。:：、]{1,12}(?:率|度|比|占比|比例)$")


@cache
def _trims() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    cues = measurement_cues()
    date = r"(?:\d{4}年(?:度|\d{1,2}月)?(?:\d{1,2}日)?(?:以来|底|末|前|起|内)?|\d{1,2}[月日](?:底|末|份)?)"
    return (
        re.compile(f"^(?:{alternatives(cues.lead)}|{date}|[（(][一二三四五六七八九十\\d]+[)）]|\\s)+"),
        re.compile(f"(?:{alternatives(cues.tail)}|\\s)+$"),
        re.compile(f"(?:{alternatives(cues.right_end)})"),
    )


def extract(analysis: Analysis) -> None:
    """Fill ``analysis.measurements``; none in a law, whose figures are deadlines, shares and fines."""
    if analysis.head.kind == "law":
        return
    text, structure = analysis.text, analysis.structure
    mentions = sorted((m.mention.start, m.mention.end, m.name) for m in analysis.initiatives)
    dense = len(mentions) >= _DENSE * len(text) / 1000
    for start, end in structure.sentences:
        if not _NUMERAL.search(text, start, end) or structure.is_furniture(start):
            continue
        inside = mentions[bisect_left(mentions, (start,)) : bisect_left(mentions, (end,))]
        if not (dense or inside):
            continue
        names = [m.span() for m in _QUOTED.finditer(text, start, end)] + [(s, e) for s, e, _ in inside]
        found = [q for q in find_quantities(text, start, end) if not any(s <= q.start < e for s, e in names)]
        stated: list[str] = []
        for index, quantity in enumerate(found):
            previous = found[index - 1].end if index else start
            following = found[index + 1].start if index + 1 < len(found) else end
            names = _measure(analysis, quantity, (start, end), (previous, following), inside, stated)
            stated = stated or [name for name in names if len(name) > _SHORTEST]


def _measure(
    analysis: Analysis,
    quantity: Quantity,
    sentence: tuple[int, int],
    free: tuple[int, int],
    initiatives: list[tuple[int, int, str]],
    stated: list[str],
) -> list[str]:
    """Add what ``quantity`` measures; ``free`` is the stretch between its neighbours. Returns the indicators."""
    text = analysis.text
    evidence_start = _last_delimiter(text, sentence[0], quantity.start)
    right_end = min(free[1], _next_delimiter(text, quantity.end, sentence[1]))
    before = text[max(free[0], evidence_start) : quantity.start]
    names, rule = _indicators(before, text[quantity.end : right_end], quantity.unit)
    names, rule = _completed(names, rule, text[quantity.end : right_end], stated)
    while evidence_start < quantity.start and text[evidence_start].isspace():
        evidence_start += 1
    region, year = _place_and_time(analysis, quantity.start, sentence[0])
    initiative = _initiative(initiatives, quantity.start)
    span = (evidence_start, max(quantity.end, right_end))
    analysis.measurements.extend(
        Measurement(name, quantity.value, quantity.unit, region, year, *span, rule, initiative) for name in names
    )
    return names


def _completed(names: list[str], rule: str, after: str, stated: list[str]) -> tuple[list[str], str]:
    """A bare verb or nothing at all goes by what the sentence measured before: 收到申请24件, 受理21件; 1批次共28卷."""
    if stated and rule in {"measurement.ratio", "measurement.shared"}:
        return [name if len(name) > _SHORTEST else stated[0][-_BASE:] + name for name in names], rule
    if names and (len(names[0]) > _SHORTEST or rule in {"measurement.ratio", "measurement.shared"}):
        return names, rule
    if stated and rule != "measurement.before":
        base = stated[0]
        own = names[0] if names else ""
        return [base if own in base else f"{base}{own}"], "measurement.continued"
    rest = after.strip("”’\"')） ")[:_LONGEST_SIDE]
    return ([rest], "measurement.before") if not names and len(rest) >= 2 else (names, rule)


def _last_delimiter(text: str, start: int, position: int) -> int:
    after = max([text.rfind(mark, start, position) + 1 for mark in _DELIMITERS] + [start])
    opened = max(text.rfind("(", after, position), text.rfind("（", after, position))
    closed = max(text.rfind(")", after, position), text.rfind("）", after, position))
    return opened + 1 if opened > closed else after


def _next_delimiter(text: str, position: int, end: int) -> int:
    match = _INNER.search(text, position, end)
    return match.start() if match else end


def _indicators(before: str, after: str, unit: str) -> tuple[list[str], str]:
    """What is measured, from the words before the number, after the unit, or both; several for A率、B率均达100%."""
    left, right = _left(before), _right(after, unit)
    if unit in _RELATIVE or not right:
        shared = _shared(before, left)
        if shared:
            return shared, "measurement.shared"
        if left and (unit in _RELATIVE or not right):
            return [left], "measurement.ratio" if unit in _RELATIVE else "measurement.after"
    if right:
        return [left[-6:] + right], "measurement.before"
    return [], ""


def _left(raw: str) -> str:
    """The last run before the number without the words that only lead to it."""
    lead, tail, _ = _trims()
    run = raw.rsplit("、", 1)[-1] if not re.search(r"[“《(（]", raw) else raw
    run = tail.sub("", lead.sub("", run.strip()))
    if len(run) > _LONGEST_SIDE + 8:
        run = run[-_LONGEST_SIDE:]
    return run.strip("“”\"《》()（） ") if run.count("“") != run.count("”") or len(run) <= 1 else run


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


def _place_and_time(analysis: Analysis, position: int, sentence: int) -> tuple[str | None, int | None]:
    own = analysis.context.region
    near = [m for m in analysis.regions if sentence <= m.mention.start < position]
    region = near[-1].region.code if near else (own.code if own else None)
    if near and own and near[-1].region.level in {"country", "province"} and own.level not in {"country", "province"}:
        region = own.code  # 纳入全省…库: the figure is the reporter's own
    section = analysis.structure.section_at(position)
    year = analysis.context.year
    if section.kind == "plan":
        year = section.year or (year + 1 if year else None)
    dates = analysis.dates
    index = bisect_right([d.start for d in dates], position) - 1
    if index >= 0 and dates[index].start >= sentence and not dates[index].to_iso:
        stated = dates[index].year
        if len(dates[index].iso) > 4 or year is None or abs(stated - year) <= 1:
            year = stated  # a bare year further back only says since when: 2019年以来
    return region, year


def _initiative(initiatives: list[tuple[int, int, str]], position: int) -> str | None:
    """The last initiative that the sentence names before ``position``, else the first after it."""
    before = [name for start, _, name in initiatives if start < position]
    return before[-1] if before else (initiatives[0][2] if initiatives else None)
