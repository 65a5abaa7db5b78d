"""Which pages of a document hold no text, in words."""

from __future__ import annotations

from collections.abc import Sequence


def without_text(pages: Sequence[int]) -> tuple[str, ...]:
    """A sentence that ``pages``, which ascend, hold no text (``pages 2-6, 9 hold``); none of no pages."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and runs[-1][-1] == page - 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    told = ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
    named = f"page {told} holds" if len(pages) == 1 else f"pages {told} hold"
    return (f"{named} no text (scanned)",) if pages else ()
