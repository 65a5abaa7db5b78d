"""Groups and commissions for a task: 成立了…领导小组, and 协调小组办公室 of a group that was named before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extractors.agencies.forms import is_name
from extractors.agencies.names import kind_of
from extractors.agencies.scan import Found, Taken
from extractors.text.marks import HAN
from ontology.agencies import agency_words
from ontology.patterns import alternatives
from ontology.regions import Region
from ontology.rules import Rule

_LONGEST_NAME = 24  # characters before 领导小组
_SHORTEST_NAME = 4  # 工作小组 alone names none; 编制委员会 may be one named before
_OF_ZONE = "新区"  # 大鹏|新区推进改革领导小组
_SHORTEST_NEW = 7  # 改革领导小组 alone may be anybody's, 放管服领导小组 tells its task
_SET_UP_WITHIN = 36  # characters before the name within which 成立 stands: 成立了以区长为组长的…
_WORDS = re.compile(rf"[{HAN}]*\Z")


def task_groups(text: str, region: Region, agency: str | None, named: list[Found], taken: Taken) -> Iterator[Found]:
    """Those that a folded text sets up, with the agency's or the region's name, and later ones by the earlier name."""
    regions: dict[str, Region] = {}
    for found in named:
        regions.setdefault(found.name, found.region)
    for match in _group().finditer(text):
        start = _start(text, match.start())
        office = match[1] or ""
        words = text[start : match.end() - len(office)]
        if len(words) < _SHORTEST_NAME or not is_name(words) or taken.overlaps(start, match.end()):
            continue
        earlier = next((name for name in regions if name.endswith(words) and len(name) > len(words)), None)
        owner = None if earlier else _who_sets_up(text, region, agency or "", start, words)
        if earlier is None and owner is None:
            continue
        name = (earlier or f"{owner}{words}") + office
        home = regions[earlier] if earlier else region
        regions.setdefault(name, home)
        rule = Rule.AGENCY_AGAIN if earlier else Rule.AGENCY_GROUP
        yield Found(start, match.end(), name, home, kind_of(name, home), rule)


def _start(text: str, group: int) -> int:
    """Where the name begins that ends with the word at ``group``: behind the last word that leads to a name."""
    run = _WORDS.search(text, max(0, group - _LONGEST_NAME), group)
    start = run.start() if run else group
    lead = _lead().match(text, start, group)
    return lead.end() if lead else start


def _who_sets_up(text: str, region: Region, agency: str, start: int, words: str) -> str | None:
    """Whose the group at ``start`` is: the bureau's that speaks, or the region's; None where it is not set up here."""
    if len(words) < _SHORTEST_NEW or not _set_up().search(text, max(0, start - _SET_UP_WITHIN), start):
        return None
    listed = agency_words().meant
    if words.startswith(_OF_ZONE) and _OF_ZONE in agency:
        return agency[: agency.index(_OF_ZONE)]
    if agency.endswith(listed.bureaus) and not any(word in agency for word in listed.no_bureaus):
        return agency
    return region.name if words.endswith(listed.groups) else None


@cache
def _group() -> re.Pattern[str]:
    words = agency_words().meant
    return re.compile(f"(?:{alternatives((*words.groups, *words.commissions))})(办公室)?")


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(f".*(?:{alternatives(agency_words().meant.before_group)})")


@cache
def _set_up() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(agency_words().meant.set_up)})了?[^。;,\n]{{0,30}}\Z")
