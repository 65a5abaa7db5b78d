"""The day on which a document takes force, where its page gives it under a label: 实施日期：2021年4月16日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.analysis import Analysis
from extractors.found import Event
from extractors.text.iso import find_day
from ontology.events import event_cues
from ontology.patterns import alternatives
from ontology.rules import Rule

_PAGE_HEAD = 800  # characters within which a page prints what it says of its document


def labelled_events(analysis: Analysis) -> Iterator[Event]:
    """That the document itself takes force, once for each label with a day behind it."""
    title, region = analysis.head.title, analysis.context.region
    if not title:
        return
    for label in _label().finditer(analysis.text, 0, _PAGE_HEAD):
        day = find_day(label["day"])
        if day:
            code = region.code if region else None
            yield Event("other", title, code, day, label.start(), label.end("day"), Rule.EVENT_IN_FORCE)


@cache
def _label() -> re.Pattern[str]:
    labels = alternatives(event_cues().in_force_labels)
    return re.compile(rf"(?:{labels})\s*[:：|]\s*(?P<day>\d{{4}}[-./年]\d{{1,2}}[-./月]\d{{1,2}}日?)")
