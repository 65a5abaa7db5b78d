"""How a form of an initiative is written in ``initiatives.yaml``: spellings that stand for several, and gaps.

``<办理|审批>时限`` is 办理时限 and 审批时限; ``诚信<的|>政府`` is 诚信的政府 and 诚信政府. ``…`` reaches over at most
six characters that are no mark (整治…形式主义), ``……`` over at most thirty of the same phrase, its list marks
included (取消……行政审批事项). What stands before the first gap is looked up in a dictionary, what stands behind it is
compared there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

_CHOICE = re.compile(r"<([^<>]*)>")
_GAPS = re.compile("(…+)")
_REACH = {"…": "[^,。;:!?、()\n]{0,6}?", "……": "[^,。;:!?\n]{0,30}?"}
_SHORTEST_HEAD = 2
_SHARED = "改革"
_TAIL = re.compile(f"(?:体制机制|体制|制度|机制)?{_SHARED}$")
_SHORTEST_STEM = 4


def spellings(form: str) -> Iterator[str]:
    """All that ``form`` stands for, the choices in it made.

    Raises:
        ValueError: for angle brackets that do not close.

    >>> list(spellings("<办理|审批>时限"))
    ['办理时限', '审批时限']
    """
    parts = _CHOICE.split(form)
    if any(mark in part for part in parts[::2] for mark in "<>"):
        raise ValueError(f"{form}: an angle bracket stands alone")
    choices = [part.split("|") if index % 2 else [part] for index, part in enumerate(parts)]
    for chosen in product(*choices):
        yield "".join(chosen)


def head_and_rest(spelling: str) -> tuple[str, re.Pattern[str] | None]:
    """What stands before the first gap of ``spelling``, and a pattern of what must follow it; None without a gap.

    Raises:
        ValueError: for a head of less than two characters, a gap at the end, or one of more than two marks.
    """
    head, *rest = _GAPS.split(spelling)
    if not rest:
        return head, None
    if len(head) < _SHORTEST_HEAD or not rest[-1] or any(gap not in _REACH for gap in rest[::2]):
        raise ValueError(
            f"{spelling}: a gap is … or ……, with words of two characters or more before it and words behind it"
        )
    return head, re.compile(
        "".join(_REACH[part] if index % 2 == 0 else re.escape(part) for index, part in enumerate(rest))
    )


def listed_spellings(spelling: str) -> Iterator[str]:
    """How a reform is written that shares its last word with others in a list: 国防动员、行政复议等领域改革.

    It may keep the word before that one (行政管理体制和财政金融改革). Short names without it say too little to be
    looked for (商事, 机构).
    """
    if not spelling.endswith(_SHARED) or "…" in spelling:
        return
    stems = {spelling.removesuffix(_SHARED), _TAIL.sub("", spelling)}
    for stem in sorted(stem for stem in stems if len(stem) >= _SHORTEST_STEM):
        yield from (f"{stem}{mark}……{_SHARED}" for mark in ("、", "和", "及", "与", "等"))
