"""Within which years statements of documents lie, and how far off the year of a region may be."""

from __future__ import annotations

FIRST_YEAR = 1949
"""The year in which the People's Republic was founded: 1911年 in a document is history, not the year of a measure."""

LAST_YEAR = 2049
"""The second centenary, the furthest year for which plans set goals: 2080年 is misprinted or no year at all."""

GRACE = 1
"""Years by which a region may be missed: a report on 2015 names a county that became a district early in 2016."""
