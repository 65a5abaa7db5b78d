"""The clauses around the mentions of a text: what a reader is shown instead of a bare name."""

from __future__ import annotations

from functools import cached_property

from extractors.text.sentences import clause_around
from extractors.text.soft_breaks import soft_breaks

REACH = 160
"""Characters shown on either side of a mention at most, since some paragraphs of laws and lists have no end within."""


class Sentences:
    """One text, which is looked into only when a mention of it is to be shown."""

    def __init__(self, text: str) -> None:
        """Show mentions of ``text``."""
        self.text = text

    @cached_property
    def _soft(self) -> frozenset[int]:
        return soft_breaks(self.text)

    def around(self, start: int, end: int) -> tuple[int, int]:
        r"""The span of the clause that holds ``text[start:end]``, at most ``REACH`` characters more on either side.

        A clause is a sentence or its part between semicolons: in a sentence that strings five measures together with
        ； it holds the one that names the mention. Its closing mark belongs to it, blanks at its ends do not; a line
        that a page's width broke goes on, the cell of a table ends.

        >>> sentences = Sentences("改革开局良好。各级大厅年底以前全面推行\n一网通办，群众少跑路；成效明显。")
        >>> at = sentences.text.index("一网通办")
        >>> sentences.text[slice(*sentences.around(at, at + 4))]
        '各级大厅年底以前全面推行\n一网通办，群众少跑路；'
        """
        return clause_around(self.text, self._soft, start, end, REACH)
