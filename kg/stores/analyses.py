"""What is asked of a whole graph: traces, networks, lineages, profiles, text in common."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property
from typing import TYPE_CHECKING

from kg.errors import SelectionError
from kg.stores.readable import Readable
from kg.tracing.words import DONE

if TYPE_CHECKING:
    from cypher.results import Result
    from kg.lineage.lineage import Lineage
    from kg.profile.profile import Profile
    from kg.search import Texts
    from kg.shared_text.shares import Shares
    from kg.tracing.persistence import Network
    from kg.tracing.trace import Trace


class Analyses(Readable):
    """A graph, and what is made of it."""

    def trace(
        self,
        initiative: str,
        *,
        count: Collection[str] = DONE,
        children: bool = False,
        join_successors: bool = False,
        min_confidence: float = 0.0,
        regions: Collection[str] = (),
        among: Collection[str] | None = None,
        years: tuple[int, int] | None = None,
        as_of: int | None = None,
        with_areas: bool = False,
    ) -> Trace:
        """Where a reform began, who adopted it when, who came first, and what that rests on.

        Args:
            initiative: its name, or one of its forms (放管服).
            count: what counts as an adoption: planned, pilot, implemented, completed, laid_down, designated.
            children: trace the initiatives that are part of it with it.
            join_successors: a region and the one that it became (射洪县, 射洪市) are one, under the last name.
            min_confidence: sentences that were read right with less than this probability count as mentions.
            regions: names or codes; only they and all that belongs to them are shown.
            among: keys of regions; only these are shown.
            years: first and last year; statements and reports of other years are as if they were not there.
            as_of: what could be known at the end of that year.
            with_areas: what a functional area states of itself (大鹏新区) is its region's as well.

        Raises:
            SelectionError: for an unknown name or stage, or ``as_of`` on a graph without records.
            GraphError: the graph was built before it said which documents observe their region.
        """
        from kg.tracing.trace import trace  # noqa: PLC0415 - who asks in Cypher needs none of it

        source = self.as_asked(as_of, with_areas)
        return trace(
            source,
            initiative,
            count=count,
            children=children,
            join_successors=join_successors,
            min_confidence=min_confidence,
            regions=regions,
            among=among,
            years=years,
        )

    def network(
        self,
        initiatives: Collection[str] = (),
        *,
        count: Collection[str] = DONE,
        level: str = "province",
        delay: str | None = None,
        rate: float | None = None,
        join_successors: bool = False,
        min_confidence: float = 0.0,
        regions: Collection[str] = (),
        among: Collection[str] | None = None,
        years: tuple[int, int] | None = None,
        as_of: int | None = None,
        with_areas: bool = False,
    ) -> Network:
        """Who follows whom again and again over many reforms: persistent order, not influence.

        Args:
            initiatives: names or forms; without any all that the reference list knows.
            count: what counts as an adoption, as in ``trace``.
            level: of the regions: province, prefecture, county or all.
            delay: how long a reform takes: years (exponential, of which calendar years are known), exponential or
                rayleigh; None: years.
            rate: of the delay, adoptions a year; None: the likeliest.
            join_successors: as in ``trace``.
            min_confidence: as in ``trace``.
            regions: names or codes; only they and all that belongs to them are looked at.
            among: keys of regions; only these are looked at.
            years: as in ``trace``.
            as_of: as in ``trace``.
            with_areas: as in ``trace``.

        Raises:
            SelectionError: for an unknown name, or ``as_of`` on a graph without records.
            GraphError: the graph was built before it said which documents observe their region.
        """
        from kg.tracing.cascades import cascades_of_graph  # noqa: PLC0415 - as above
        from kg.tracing.persistence import make_network  # noqa: PLC0415

        cascades = cascades_of_graph(
            self.as_asked(as_of, with_areas),
            initiatives,
            count,
            level,
            join_successors=join_successors,
            min_confidence=min_confidence,
            regions=regions,
            among=among,
            years=years,
        )
        return make_network(cascades, delay, rate)

    def lineage(
        self,
        initiative: str,
        *,
        literal: bool = False,
        join_successors: bool = False,
        min_confidence: float = 0.0,
        regions: Collection[str] = (),
        among: Collection[str] | None = None,
        years: tuple[int, int] | None = None,
        as_of: int | None = None,
        with_areas: bool = False,
    ) -> Lineage:
        """What a reform came from and turned into, which of its names is used when, what late adopters say anew.

        Args:
            initiative: its name, or one of its forms.
            literal: a name counts where it is written so, and not its other forms (零跑动 for 最多跑一次).
            join_successors: a region and the one that it became (射洪县, 射洪市) are one, under the last name.
            min_confidence: names and sentences that were read right with less than this probability do not count.
            regions: names or codes; only they and all that belongs to them count.
            among: keys of regions; only these count.
            years: first and last year in which a report was said.
            as_of: what could be known at the end of that year.
            with_areas: as in ``trace``.

        Raises:
            SelectionError: for an unknown name, or ``as_of`` on a graph without records.
            GraphError: the graph was built before it said under which forms documents name a reform.
        """
        from kg.lineage.lineage import lineage  # noqa: PLC0415 - who asks in Cypher needs none of it

        return lineage(
            self.as_asked(as_of, with_areas),
            initiative,
            literal=literal,
            join_successors=join_successors,
            min_confidence=min_confidence,
            regions=regions,
            among=among,
            years=years,
        )

    def profile(
        self,
        region: str,
        other: str | None = None,
        *,
        count: Collection[str] = DONE,
        join_successors: bool = False,
        min_confidence: float = 0.0,
        years: tuple[int, int] | None = None,
        as_of: int | None = None,
        with_areas: bool = False,
    ) -> Profile:
        """What a region adopted and when, its agencies, documents, events and figures; or two regions side by side.

        Args:
            region: its name or code.
            other: that of a second region.
            count: what counts as an adoption: planned, pilot, implemented, completed, laid_down, designated.
            join_successors: a region and the one that it became (射洪县, 射洪市) are one, under the last name.
            min_confidence: sentences that were read right with less than this probability are left out.
            years: first and last year; what is about other years is as if it was not there.
            as_of: what could be known at the end of that year.
            with_areas: as in ``trace``.

        Raises:
            SelectionError: for an unknown name or stage, a name of several regions, the same region twice, or ``as_of``
                on a graph without records.
            GraphError: the graph was built before it said which documents observe their region.
        """
        from kg.profile.profile import profile  # noqa: PLC0415 - who asks in Cypher needs none of it

        return profile(
            self.as_asked(as_of, with_areas),
            region,
            other,
            count=count,
            join_successors=join_successors,
            min_confidence=min_confidence,
            years=years,
        )

    def shares(
        self,
        *,
        similar: float | None = None,
        initiative: str | None = None,
        regions: Collection[str] = (),
        years: tuple[int, int] | None = None,
        as_of: int | None = None,
        advance: Callable[[int, int], None] | None = None,
    ) -> Shares:
        """Sentences that documents of different regions have in common, with who said them earlier.

        Args:
            similar: also sentences of which so large a share of all runs of three characters is the same (0.5 to 1).
            initiative: only sentences that name it.
            regions: names or codes: one of each two documents is of one of them, or of what belongs to them.
            years: the first and the last year that the documents are on.
            as_of: only documents that could be known at the end of that year.
            advance: is told how many steps are done and how many there are.

        Raises:
            SelectionError: for an unknown name, or on a graph that keeps no texts.
        """
        from kg.shared_text.shares import shares  # noqa: PLC0415 - who asks in Cypher needs none of it

        if self.directory is None:
            raise SelectionError("text in common needs a graph directory (--graph), which keeps the texts")
        return shares(
            self if as_of is None else self.known_by(as_of),
            self.directory,
            similar=similar,
            initiative=initiative,
            regions=regions,
            years=years,
            advance=advance,
        )

    def search(
        self,
        *words: str,
        regions: Collection[str] = (),
        years: tuple[int, int] | None = None,
        as_of: int | None = None,
    ) -> Result:
        """The sentences of all documents that hold every one of ``words``, the earliest years first.

        Args:
            words: what must stand in a sentence; a break of the line within a word does not matter.
            regions: names or codes; only documents of these, and of what belongs to them.
            years: the first and the last year that the documents speak of.
            as_of: only documents that could be known at the end of that year.

        Raises:
            SelectionError: for no word, an unknown region, or on a graph that keeps no texts.

        Examples:
            >>> from kg import open_graph
            >>> with open_graph("out/graph") as graph:
            ...     rows = graph.search("一网通办", regions=("四川省",))
            >>> all("一网通办" in "".join(sentence.split()) for sentence in rows.column("sentence"))
            True
        """
        from kg.search import search  # noqa: PLC0415 - who asks in Cypher needs none of it

        if self._texts is None:
            raise SelectionError("full text needs a graph directory (--graph), which keeps the texts")
        source = self if as_of is None else self.known_by(as_of)
        return search(source, self._texts, words, regions=regions, years=years)

    @cached_property
    def _texts(self) -> Texts | None:
        from kg.search import Texts  # noqa: PLC0415 - as above

        return Texts(self.directory) if self.directory else None
