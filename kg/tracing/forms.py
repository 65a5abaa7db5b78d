"""Under which form a text names a reform."""

from __future__ import annotations

from extractors.initiatives.known import known_forms
from extractors.text.folding import fold


def form_in(text: str, name: str, year: int | None) -> str | None:
    """The first form of the initiative ``name`` in ``text`` of ``year``, without quotation marks; None without one.

    >>> form_in("全市持续推进“放管服”改革", "放管服改革", 2018)
    '放管服改革'
    >>> form_in("取消审批事项，简政放权力度加大", "放管服改革", 2014)
    '简政放权'
    """
    folded = fold(text)
    found = (folded[hit.start : hit.end] for hit in known_forms(folded, year) if hit.name == name)
    return next(found, name if fold(name) in folded else None)
