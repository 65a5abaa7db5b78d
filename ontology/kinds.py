"""Kinds of documents by the endings of titles and by phrases, and how national issuers begin."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict

from ontology.cues import CueSet
from ontology.loading import read_yaml, validated
from ontology.patterns import alternatives

Kind = Literal["report", "notice", "opinion", "plan", "measures", "decision", "law", "news", "other"]
_STATE_ORGAN = r"国家[\u4e00-\u9fff]{2,10}?(?:总局|局|委员会|改革委|健康委|民委|署|邮政局|办公室)"
_FILE = Path(__file__).with_name("kinds.yaml")
_IN_BRACKETS = re.compile(r"[\s（(【\[〔](?:[^（()）]{1,30})[）)】\]〕]$")
_LONGEST_IN_BRACKETS = 32
_CLOSING = '”"》'


class KindCues(BaseModel):
    """The lists and sets of ``kinds.yaml``; its head says what each is for."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    endings: dict[Kind, tuple[str, ...]]
    no_endings: tuple[str, ...]
    dateline: CueSet
    tells_of: CueSet
    phrases: dict[Kind, CueSet]
    looking_back: tuple[str, ...]
    legislature: tuple[str, ...]
    national: tuple[str, ...]

    def ending(self, title: str) -> str | None:
        """The longest ending of ``title``, brackets behind it left out: 办法 of …管理办法（试行）."""
        bare = title[: _bare_end(title)]
        if bare.endswith(self.no_endings) or self.tells_of.search(title):
            return None
        return next((ending for ending in self._of_endings if bare.endswith(ending)), None)

    def of_ending(self, ending: str) -> Kind:
        """The kind that an ending makes."""
        return self._of_endings[ending]

    def of_text(self, text: str, start: int, end: int) -> tuple[Kind, re.Match[str]] | None:
        """The kind that a phrase of ``text[start:end]`` tells, with the phrase; the first kind of the list wins."""
        for kind, cues in self.phrases.items():
            match = cues.pattern.search(text, max(start, 0), end)
            if match:
                return kind, match
        return None

    @cached_property
    def looks_back(self) -> re.Pattern[str]:
        """A title that looks back and ahead: 2020年工作总结和2021年工作计划."""
        return re.compile(rf"(?:{alternatives(self.looking_back)}).{{0,6}}[和及与暨、].{{2,40}}$")

    @cached_property
    def issued_nationally(self) -> re.Pattern[str]:
        """How the name of a national issuer begins."""
        return re.compile(f"{alternatives(self.national)}|{_STATE_ORGAN}")

    @cached_property
    def _of_endings(self) -> dict[str, Kind]:
        """The kind of each ending, the longest first."""
        kinds = {ending: kind for kind, words in self.endings.items() for ending in words}
        return dict(sorted(kinds.items(), key=lambda item: (-len(item[0]), item[0])))


def _bare_end(title: str) -> int:
    """Where ``title`` ends without blanks, closing marks and what stands in brackets behind it.

    It is found from the end: a title may be a whole cell of blanks or brackets.
    """
    end = len(title)
    while end:
        if title[end - 1] in _CLOSING or title[end - 1].isspace():
            end -= 1
        elif behind := _IN_BRACKETS.search(title, max(0, end - _LONGEST_IN_BRACKETS), end):
            end = behind.start()
        else:
            break
    return end


@cache
def kind_cues() -> KindCues:
    """The cues of ``kinds.yaml``, loaded once.

    Raises:
        OntologyError: naming the entry that is not well formed, or the kind that there is none of.
    """
    return validated(KindCues, read_yaml(_FILE), _FILE.name)
