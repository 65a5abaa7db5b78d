"""The tables of text in common and what a report prints of each; ``shares --help`` need not load what makes one."""

from __future__ import annotations

SECTIONS: dict[str, tuple[tuple[str, ...] | None, int]] = {
    "pairs": (
        ("region", "said", "document", "order", "other_region", "other_said", "other_document", "sentences", "equal"),
        30,
    ),
    "sentences": (
        ("region", "said", "order", "other_region", "other_said", "similarity", "sentence", "other_sentence"), 30,
    ),
}  # fmt: skip
