"""What a figure measures: the words before the number, behind the unit, or both; the shortest run that says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extractors.measurements.figures import Figure
from extractors.text.marks import PHRASE_MARKS
from extractors.text.numerals import TO_99
from ontology.measurements import measurement_cues
from ontology.patterns import alternatives
from ontology.rules import Rule

RELATIVE = frozenset(("%", "‰", "个百分点"))
"""Units of a share of something."""
_LONGEST_SIDE = 14
_SHORT = 3
_LONGEST = 22  # characters of a predicate: 1066项惠企政策实现免申即享
_EACH = re.compile(rf"[^{PHRASE_MARKS}、]{{1,12}}(?:率|度|比|占比|比例)$")
_NUMBERS = re.compile(r"(?:\d{1,6}(?:\.\d{1,4})?[、和/])+$")
"""Numbers that leave their unit to the next: 由45、38、35个工作日."""
_MARK = re.compile(r"[“”《》()（）]")
AND = "、|以及|和|(?<!参)与|及(?!时)"
"""What joins two things, as a pattern; not in 参与 and 及时."""
_JOINED = re.compile("、|和|与|及")
_LAST_JOINT = re.compile(
    "(?P<whole>.{8,})(?:[、，,（(]|和(?!谐)|与|及(?!时)|以及|或者|等(?=[的方领])|在(?!线)|[并由将](?=.))"
)
_JOINT = re.compile("[、，,“”（）()]")
_EDGES = '“”"《》、 '
_OPENED = re.compile("[(（][^)）]*$")  # a bracket that closes behind another figure: 压缩至9个工作日（缩减60%）
_FOR = "为"
_REACHED = ("至", "到")  # 压缩至3个工作日, behind which nothing must be done in a term
_QUOTES = "“《"
_PAIRS = (("“", "”"), ("(", ")"), ("（", "）"), ("《", "》"))


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around a figure.

    Attributes:
        before: between the figure before it, or the beginning of its phrase, and the number.
        after: between the unit and the next figure, or the end of its phrase.
        verb: what the phrase does with its first figure, for one that stands right behind it (承接21个部门118项事项).
        follows: whether there is another figure before it in its phrase.
        leads: whether there is another one behind it.
        beyond: the phrase behind its own.
    """

    before: str
    after: str
    verb: str = ""
    follows: bool = False
    leads: bool = False
    beyond: str = ""


@dataclass(frozen=True, slots=True)
class _Trims:
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    ends: tuple[str, ...]
    particle: re.Pattern[str]
    stop: re.Pattern[str]
    over: re.Pattern[str]
    deed: re.Pattern[str]
    cause: re.Pattern[str]


@cache
def _trims() -> _Trims:
    cues = measurement_cues()
    date = r"(?:\d{4}年(?:度|\d{1,2}月)?(?:\d{1,2}日)?(?:以来|年底|底|末|前|起|内)?前?|\d{1,2}[月日](?:底|末|份)?)"
    deeds = alternatives(cues.deeds)
    return _Trims(
        lead=re.compile(
            f"^(?:{alternatives(cues.lead)}|{'|'.join(cues.lead_where)}|{date}|[（(][{TO_99}\\d]+[)）]|\\s)+"
        ),
        tail=re.compile(f"(?:{alternatives(cues.tail)}|{'|'.join(cues.tail_where)}|\\s)+$"),
        ends=tuple({words[-1] for words in (*cues.tail, *cues.tail_where)}),
        particle=re.compile("|".join(cues.particles)),
        stop=re.compile(f"{alternatives(cues.right_end)}|{'|'.join(cues.right_end_where)}"),
        over=re.compile(f"(?:{alternatives(cues.passed_over)})+"),
        deed=re.compile(f"(?:{deeds})(?:(?:和|与|及|并|或)?(?:{deeds}))*(?=了?$)"),
        cause=re.compile(f".*(?:{alternatives(cues.causes)})"),
    )


def words_around(text: str, figure: Figure, verb: str) -> Words:
    """What stands around ``figure`` in ``text``; ``verb`` is that of the first figure of its phrase."""
    quantity, (left, right), (start, end) = figure.quantity, figure.near, figure.phrase
    before = _NUMBERS.sub("", text[left : quantity.start])
    beyond = re.match(rf"[，,]([^{PHRASE_MARKS}\n]+)", text[end : figure.sentence[1]])
    return Words(
        before,
        text[quantity.end : right],
        verb,
        follows=left > start,
        leads=right < end,
        beyond=beyond[1] if beyond else "",
    )


def indicators(words: Words, unit: str) -> tuple[list[str], Rule]:
    """What is measured, from the words around the figure; several for A率、B率均达100%."""
    left, behind = left_of(words.before, follows=words.follows), _behind(words.after)
    if unit in RELATIVE:
        return _of_share(words, left, behind)
    if unit in measurement_cues().deadlines:
        due = _due(behind, words.beyond)
        reached = words.before.endswith(measurement_cues().origins) or (not left and words.before.endswith(_REACHED))
        if due and not reached and (not left or words.before.endswith(measurement_cues().term_openers)):
            return [due], Rule.MEASUREMENT_BEFORE
    served = unit in measurement_cues().served and words.before.rstrip().endswith(_FOR)
    right = "" if not served and _is_after(words.before, left) else _right(behind, words, served)
    if right:
        verb = "" if served else _verb(words, left)
        return [verb + right], Rule.MEASUREMENT_BEFORE
    shared = _shared(words.before, left)
    if shared:
        return shared, Rule.MEASUREMENT_SHARED
    return [left] if left else [], Rule.MEASUREMENT_AFTER


def _due(behind: str, beyond: str) -> str:
    """What must be done in a term: behind it, or behind the comma where only who must or by what means stands there."""
    obliged = measurement_cues().obliged
    means = not behind or behind.startswith(measurement_cues().means)
    due = beyond if means and beyond else behind
    return _cut(due.rpartition(obliged)[2], _LONGEST).strip(_EDGES)


def _is_after(before: str, left: str) -> bool:
    """Whether what is counted stands before: 权责清单共5331项公开发布, 许可证从60类减少到10类."""
    if before.endswith(measurement_cues().origins):
        return True
    counting = len(left) > _SHORT and before.rstrip().endswith(measurement_cues().counting)
    return counting and not _trims().deed.search(left)


def left_of(raw: str, *, follows: bool = False) -> str:
    """The last run before the number without the words that only lead to it, or that round the one before it."""
    trims = _trims()
    last = raw.rsplit("、", 1)[-1]
    run = raw if _MARK.search(last) else last
    over = trims.over.match(run) if follows else None
    run = run[over.end() :] if over else run
    run = _without_tail(trims.lead.sub("", run.strip()))
    cause = trims.cause.match(run)  # not searched for: each character would be tried as the first of the line
    run = trims.lead.sub("", run[cause.end() :] if cause else run) or run
    if len(run) > _LONGEST_SIDE + 8:
        clause = _trims().particle.split(run)[-1]
        run = clause if _SHORT < len(clause) < len(run) else _end_of(run)
    return trims.lead.sub("", _balanced(run))


def _end_of(run: str) -> str:
    """The end of a long run, from a mark on if it has one, so that no word is cut in two."""
    joint = _JOINT.search(run, len(run) - _LONGEST_SIDE - 6, len(run) - _SHORT)
    return run[joint.end() :] if joint else run[-_LONGEST_SIDE:]


def _without_tail(run: str) -> str:
    """``run`` without the words that only lead to a number; most runs end with none, and need no search."""
    return _trims().tail.sub("", run) if run.endswith(_trims().ends) or run[-1:].isspace() else run


def deed_of(raw: str) -> str:
    """What is done, at the end of ``raw``, with what stands behind the figure; a short run may be a noun of its own."""
    raw = raw.rstrip(" “")
    deed = _trims().deed.search(raw)
    if deed:
        return deed[0]
    attributive = raw.endswith(("等", "的")) or "、" in raw  # 图书馆等60处场馆: of the noun behind
    run = _trims().particle.split(left_of(raw))[-1]
    return "" if attributive or len(run) > _LONGEST_SIDE else run


def _of_share(words: Words, left: str, behind: str) -> tuple[list[str], Rule]:
    """A share: of what stands before it, and of what it is done to behind (负责人100%出庭应诉, 90%的事项网上可办)."""
    right = "" if behind.startswith(measurement_cues().no_share) else behind.removeprefix("的").strip(_EDGES)
    if len(right) > 1:
        own = _JOINED.split(left)[-1] if words.follows else left
        own = _trims().particle.split(own)[-1] if len(own) > _LONGEST_SIDE else own
        return [_balanced(own + _cut(right, _LONGEST)).rstrip("和及与")], Rule.MEASUREMENT_RATIO
    shared = _shared(words.before, left)
    if shared:
        return shared, Rule.MEASUREMENT_SHARED
    return [left] if left else [], Rule.MEASUREMENT_RATIO


def _verb(words: Words, left: str) -> str:
    if not words.follows:
        return deed_of(words.before)
    own = _JOINED.split(words.before)[-1]
    return deed_of(own) if own != words.before or not left else words.verb


def _behind(raw: str) -> str:
    """What stands behind the unit, 以上 and 左右 passed over."""
    raw = _OPENED.sub("", raw.lstrip(' ”’"')).rstrip()
    match = _trims().over.match(raw)
    return raw[match.end() :] if match else raw


def _right(behind: str, words: Words, served: bool) -> str:
    """What is counted; with what it does, where it opens the phrase: 1066项惠企政策实现免申即享."""
    raw = behind.removeprefix("的")
    if raw.startswith(measurement_cues().joins):
        return ""
    opens = (served or not left_of(words.before)) and not words.follows and not words.leads
    if opens and len(raw) <= _LONGEST:
        return _balanced(raw)
    match = _trims().stop.search(raw)
    run = raw[: match.start()] if match else raw
    run = run.rsplit("的", 1)[-1] if len(run) > _LONGEST_SIDE else run
    return _balanced(run if len(run) <= _LONGEST else _cut(run, _LONGEST_SIDE)).rstrip("和及与")


def _cut(run: str, longest: int) -> str:
    """``run`` at its longest, up to the last mark or joint there if it has one, so that no word is cut in two."""
    if len(run) <= longest:
        return run
    joint = _LAST_JOINT.match(run[: longest + 1])
    return joint["whole"] if joint else run[:longest]


def _balanced(run: str) -> str:
    """``run`` without a mark at its edge whose other half is elsewhere."""
    run = run.strip(" 、")
    if not _MARK.search(run):
        return run
    for opening, closing in _PAIRS:
        if run.count(opening) != run.count(closing):
            run = run.strip(f"{opening}{closing}")
        if run.count(opening) > run.count(closing):
            first, _, last = run.rpartition(opening)
            run = first + last if opening in _QUOTES else first
        elif run.count(closing) > run.count(opening):
            run = run[run.index(closing) + 1 :] or run
    return run.strip(" 、")


def _shared(raw: str, left: str) -> list[str]:
    """A率、B率均达100%: the value is of each."""
    if not _JOINED.search(raw) or not re.search(
        r"(?:率|度|比例?)[均都达为]|率$", left + raw[len(raw.rstrip("均都达到为")) :]
    ):
        return []
    parts = [part for part in re.split(AND, raw) if part.strip()]
    names = [left_of(part) for part in parts]
    return names if len(names) > 1 and all(_EACH.search(name) for name in names) else []
