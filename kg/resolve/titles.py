"""Titles across texts: with their issuers in front, from 关于 on, and those that mean another document everywhere."""

from __future__ import annotations

import re

from extractors.text.titles import title_key

_LAW = re.compile(r"(法|法典|条例|宪法|章程|党章)$")
_ABOUT = "关于"
_SHORT = 6
_TELLING = 14


def full_form(title: str, issuer: str | None) -> str:
    """The title's key with its issuer in front where it begins with 关于 and the issuer is known."""
    key = title_key(title)
    return title_key(issuer) + key if issuer and key.startswith(_ABOUT) else key


def bare_form(form: str) -> str | None:
    """What stands in ``form`` from 关于 on, where that is long enough to tell one document from others."""
    at = form.find(_ABOUT)
    return form[at:] if at >= 0 and len(form) - at >= _TELLING else None


def is_generic(form: str) -> bool:
    """Whether a title (实施方案, 权力清单) says so little that it means another document in every region."""
    return len(form) <= _SHORT and not _LAW.search(form)
