"""Kinds of documents by the endings of titles and by phrases, and how national issuers begin."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.errors import OntologyError
from ontology.loading import read_yaml

KINDS = ("report", "notice", "opinion", "plan", "measures", "decision", "law", "news", "other")
_STATE_ORGAN = r"国家[\u4e00-\u9fff]{2,10}?(?:总局|局|委员会|改革委|健康委|民委|署|邮政局|办公室)"
_FILE = Path(__file__).with_name("kinds.yaml")
_TAIL = re.compile(r"[\s（(【\[〔](?:[^（()）]{1,30})[）)】\]〕]$|[”\"》\s]+$")


@dataclass(frozen=True, slots=True)
class KindCues:
    """The lists of ``kinds.yaml``; its head says what each is for."""

    endings: tuple[tuple[str, str], ...]
    phrases: tuple[tuple[str, re.Pattern[str]], ...]
    looking_back: re.Pattern[str]
    legislature: tuple[str, ...]
    national: re.Pattern[str]

    def ending(self, title: str) -> str | None:
        """The longest ending of ``title``, brackets behind it left out: 办法 of …管理办法（试行）."""
        bare = title.strip()
        while (shorter := _TAIL.sub("", bare).strip()) != bare:
            bare = shorter
        return next((ending for ending, _ in self.endings if bare.endswith(ending)), None)

    def of_ending(self, ending: str) -> str:
        """The kind that an ending makes."""
        return dict(self.endings)[ending]

    def of_text(self, text: str, start: int, end: int) -> tuple[str, re.Match[str]] | None:
        """The kind that a phrase of ``text[start:end]`` tells, with the phrase; the first kind of the list wins."""
        for kind, pattern in self.phrases:
            match = pattern.search(text, max(start, 0), end)
            if match:
                return kind, match
        return None


@cache
def kind_cues() -> KindCues:
    """The cues of ``kinds.yaml``, loaded once.

    Raises:
        OntologyError: for a kind that there is none of.
    """
    data = read_yaml(_FILE)
    for kind in [*data["endings"], *(kind for kind, _ in data["phrases"])]:
        if kind not in KINDS:
            raise OntologyError(f"kinds.yaml: {kind} is no kind of document; use one of {', '.join(KINDS)}.")
    endings = [(ending, kind) for kind, words in data["endings"].items() for ending in words]
    return KindCues(
        endings=tuple(sorted(endings, key=lambda item: (-len(item[0]), item[0]))),
        phrases=tuple((kind, re.compile(pattern)) for kind, pattern in data["phrases"]),
        looking_back=re.compile(rf"(?:{data['looking_back']}).{{0,6}}[和及与暨、].{{2,40}}$"),
        legislature=tuple(data["legislature"]),
        national=re.compile("|".join([*sorted(data["national"], key=len, reverse=True), _STATE_ORGAN])),
    )
