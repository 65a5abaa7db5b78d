"""The steps of the pipeline, each with the layers that it reads and writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from extractors.analysis import Analysis


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the pipeline: its function reads the layers ``reads`` of an analysis and returns the layer ``writes``.

    The function is named by its module and, where that holds several steps, after a colon; else it is ``extract``.
    """

    writes: str
    function: str
    reads: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of its spaCy component."""
        return f"reform_{self.writes}"

    def load(self) -> Callable[[Analysis], Any]:
        """The function; its module is imported only here."""
        module, _, function = self.function.partition(":")
        found: Callable[[Analysis], Any] = getattr(import_module(f"extractors.{module}"), function or "extract")
        return found


# The order is that of the pipeline: a step reads only what an earlier one writes.
STEPS = (
    Step("absolute_dates", "times.dates:find_absolute"),
    Step("own_head", "head.own", ("absolute_dates",)),
    Step("own_context", "head.context:own_context", ("own_head",)),
    Step("dates", "times.dates", ("absolute_dates", "own_context")),
    Step("regions", "regions.extract", ("own_head", "own_context")),
    Step("named_agencies", "agencies.extract", ("own_context", "regions")),
    Step("head", "head.extract", ("own_head", "own_context", "named_agencies")),
    Step("context", "head.context", ("head", "own_context")),
    Step("agencies", "agencies.settled", ("head", "context", "named_agencies")),
    Step("policies", "policies.extract", ("head", "context", "agencies")),
    Step("initiatives", "initiatives.extract", ("head", "context")),
    Step("measurements", "measurements.extract", ("head", "context", "dates", "regions", "initiatives")),
    Step("events", "events.extract",
         ("head", "context", "dates", "regions", "agencies", "initiatives")),
    Step("adoptions", "adoptions.extract",
         ("head", "context", "dates", "regions", "agencies", "policies", "initiatives")),
    Step("claims", "claims.extract", ("head", "context", "dates", "regions", "initiatives", "events")),
)
