"""The closed lists of words that stand in the tables of a trace."""

from __future__ import annotations

from collections.abc import Collection

from kg.errors import SelectionError

DONE = ("pilot", "implemented", "completed")
"""Statuses that say that a reform is done."""
STAGES = ("planned", *DONE, "laid_down", "designated")
"""What a sentence may state of a region and a reform; ``--count`` chooses which of them are an adoption."""
LISTED = "listed"
"""An event of a researcher's own list, which says that a region has the reform and cannot be silent."""
MENTION = "mention"
"""A sentence that names the reform and states nothing of it."""

BOUNDS = EXACT, INTERVAL, LEFT, UNOBSERVED = ("exact", "interval", "left", "unobserved")
"""How closely the year of a first adoption is known:

* ``exact``: the year before it is observed and silent;
* ``interval``: the last observed year before it, silent, lies further back;
* ``left``: it is stated for the first observed year;
* ``unobserved``: nothing observes the region in that year or before.
"""
RIGHT = "right"
"""The bound of a region that is observed and states no adoption: it is silent, which is not "not yet"."""
RANKED = (EXACT, INTERVAL)
"""Bounds that allow a rank among the first."""

LEVELS = ("province", "prefecture", "county")
"""Levels of regions that adopt; the country launches."""
NETWORK_LEVELS = (*LEVELS, "all")
DELAY_NAMES = ("years", "exponential", "rayleigh")
"""How long a reform takes from one region to the next: exponential with only the calendar years known, or of points."""
ORDERS = ("earlier", "same year", "later", "silent", UNOBSERVED)
"""When the superior had it, against the region; ``silent``: it has reports, and none states it."""


def check_stages(count: Collection[str]) -> tuple[str, ...]:
    """The stages to count, in the order of ``STAGES``.

    Raises:
        SelectionError: one is unknown, or there is none.
    """
    unknown = sorted(set(count) - set(STAGES))
    if unknown or not count:
        raise SelectionError(f"{', '.join(unknown) or 'nothing'} is no stage to count; there are {', '.join(STAGES)}")
    return tuple(stage for stage in STAGES if stage in count)
