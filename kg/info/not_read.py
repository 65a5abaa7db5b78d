"""What a build could not read: refused for what it is, or in quarantine for a limit of the machine."""

from __future__ import annotations

from kg.disk import GraphDirectory
from kg.disk.parts import Quarantined, read_errors, read_quarantine


def refused_in(directory: GraphDirectory) -> list[tuple[str, str]]:
    """By name, the files (or rows) that could not be read, with the reason.

    Raises:
        DiskError: a part is missing or no longer what the build wrote.
    """
    parts = {item.part for item in directory.inputs if item.refused}
    rows = (row for part in sorted(parts) for row in read_errors(directory.checked_part(part)))
    return sorted((file, error) for _, file, error in rows if error)


def quarantine_of(directory: GraphDirectory) -> list[Quarantined]:
    """What the next build tries again, by input and name.

    Raises:
        DiskError: a part is missing or no longer what the build wrote.
    """
    parts = {item.part for item in directory.inputs if item.quarantined}
    return sorted(one for part in sorted(parts) for one in read_quarantine(directory.checked_part(part)))
