"""When two printed titles mean one document."""

from __future__ import annotations

import re
import unicodedata

_DROPPED = re.compile(r"[\s“”\"'‘’《》〈〉<>「」『』]+")
_STATE = "中华人民共和国"
_LAW = re.compile(r"(法|法典|条例|宪法|章程|党章)$")
_ABOUT = "关于"
_SHORT = 6
_TELLING = 14


def fold_title(title: str) -> str:
    """``title`` without blanks, quotation and book marks, in half width, without 中华人民共和国 in front."""
    folded = _DROPPED.sub("", unicodedata.normalize("NFKC", title))
    return folded.removeprefix(_STATE) or folded


def full_form(title: str, issuer: str | None) -> str:
    """The folded title with its issuer in front where it begins with 关于 and the issuer is known."""
    folded = fold_title(title)
    return fold_title(issuer) + folded if issuer and folded.startswith(_ABOUT) else folded


def bare_form(form: str) -> str | None:
    """What stands in ``form`` from 关于 on, where that is long enough to tell one document from others."""
    at = form.find(_ABOUT)
    return form[at:] if at >= 0 and len(form) - at >= _TELLING else None


def is_generic(form: str) -> bool:
    """Whether a title (实施方案, 权力清单) says so little that it means another document in every region."""
    return len(form) <= _SHORT and not _LAW.search(form)
