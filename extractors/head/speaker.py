"""In whose name a report is given: 我代表市人民政府向大会报告工作."""

from __future__ import annotations

import re

from extractors.text.marks import HAN

_WITHIN = 4000  # characters within which a report says so; some do it only at the end of their thanks
# Not the 代表 of a congress (人大代表、各位代表、人民代表大会); whom they represent stands without a mark between.
_BODY = "(?:人民政府|政府|管理委员会|管委会|执行委员会|执委会|行政公署|行署)"
_SPEAKER = re.compile(
    rf"(?<!人民)(?<!人大)(?<!各位)代表(?!大会)(?P<region>国务院|[{HAN}]{{0,16}}?(?={_BODY}))(?:{_BODY})?"
)


def find_speaker(text: str) -> re.Match[str] | None:
    """Where ``text`` says in whose name it is given; ``region`` is 国务院 or what stands before the kind of body."""
    return _SPEAKER.search(text, 0, _WITHIN)
