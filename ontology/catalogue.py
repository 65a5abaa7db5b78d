"""How the columns of policy catalogues are called, and which titles are of no policy."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from ontology.loading import read_yaml, validated

_FILE = Path(__file__).with_name("catalogue.yaml")


class CatalogueCues(BaseModel):
    """The lists of ``catalogue.yaml``."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    columns: dict[str, tuple[str, ...]]
    listed: dict[str, tuple[str, ...]]
    kinds: tuple[str, ...]
    no_policy: tuple[str, ...]

    @cached_property
    def _kind(self) -> re.Pattern[str]:
        endings = "|".join(re.escape(kind) for kind in self.kinds)
        return re.compile(rf"(?:{endings})[》”」』]*(?:[（(][^（）()]{{0,40}}[）)])?[》”」』）)]*$")

    @cached_property
    def _none(self) -> re.Pattern[str]:
        return re.compile("|".join(self.no_policy))

    def is_policy(self, title: str, has_number: bool) -> bool:
        """Whether ``title`` is a policy's: it ends as one or has a number, and is no press and no notice of names."""
        return not self._none.search(title) and (has_number or bool(self._kind.search(title)))


@cache
def catalogue_cues() -> CatalogueCues:
    """The lists of ``catalogue.yaml``, loaded once."""
    return validated(CatalogueCues, read_yaml(_FILE), _FILE.name)
