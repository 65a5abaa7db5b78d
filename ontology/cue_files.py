"""All data files that hold cues, for what reads every cue: the test of their sentences and docs/rules.md."""

from __future__ import annotations

from functools import cache

from pydantic import BaseModel

from ontology.adoption_cues import adoption_cues
from ontology.events import event_cues
from ontology.kinds import kind_cues
from ontology.policies import policy_words
from ontology.recipients import recipient_cues
from ontology.sections import section_cues


@cache
def cue_files() -> dict[str, BaseModel]:
    """What each file holds, by the file's name."""
    return {
        "adoption_cues.yaml": adoption_cues(),
        "events.yaml": event_cues(),
        "kinds.yaml": kind_cues(),
        "policies.yaml": policy_words(),
        "recipients.yaml": recipient_cues(),
        "sections.yaml": section_cues(),
    }
