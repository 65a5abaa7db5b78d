"""The regions that the text names or clearly means, each as of the document's year."""

from __future__ import annotations

import re

from extractors.analysis import Analysis
from extractors.found import Mention, RegionMention
from extractors.regions.letters import letter_runs
from extractors.regions.levels import level_letters
from extractors.regions.resolver import Resolver
from extractors.text.marks import QUOTES
from extractors.text.starts import named_over
from ontology.rules import Rule

# Folding drops quotation marks: 河”南 and 湖”“北 are no regions.
_QUOTES = re.compile(f"[{QUOTES}]")
RULES = {
    "full": Rule.REGION_FULL,
    "short": Rule.REGION_SHORT,
    "bloc": Rule.REGION_BLOC,
    "level": Rule.REGION_CONTEXT,
    "zone": Rule.REGION_SHORT,
}


def extract(analysis: Analysis) -> list[RegionMention]:
    """The regions, in the order of the text."""
    folded, found = analysis.folded, []
    resolver = Resolver(analysis.own_context, folded.text)
    for hit, regions in resolver.resolve_all(analysis.places_then, analysis.short_counties):
        zone = hit.name.kind == "zone" and regions  # the region is the name that it begins with: 福州|新区
        start, end = folded.span(hit.start, hit.start + len(regions[0].short_name) if zone else hit.end)
        if analysis.structure.is_furniture(start) or _QUOTES.search(analysis.text, start, end):
            continue
        mention = Mention(start, end, RULES[hit.name.kind])
        found += [RegionMention(mention, region) for region in regions]
    return _with_levels(analysis, _with_runs(analysis, _in_order(found)))


def _in_order(found: list[RegionMention]) -> list[RegionMention]:
    return sorted(found, key=lambda m: m.mention.start)


def _with_levels(analysis: Analysis, found: list[RegionMention]) -> list[RegionMention]:
    """``found`` and the level letters that stand alone, where no mention holds them."""
    folded, alone = analysis.folded, []
    for first, last, region in level_letters(folded.text, analysis.own_context):
        start, end = folded.span(first, last)
        if not named_over(found, start, end) and not analysis.structure.is_furniture(start):
            alone.append(RegionMention(Mention(start, end, Rule.REGION_CONTEXT), region))
    return _in_order(found + alone)


def _with_runs(analysis: Analysis, found: list[RegionMention]) -> list[RegionMention]:
    """``found`` and the runs of one-letter names, which win over the shorter blocs in them."""
    folded, shorter, runs = analysis.folded, set[Mention](), list[RegionMention]()
    for first, last, regions in letter_runs(folded.text, analysis.own_context):
        start, end = folded.span(first, last)
        over = [m.mention for m in named_over(found, start, end)]
        wins = all(m.rule == Rule.REGION_BLOC and start <= m.start and m.end <= end for m in over)
        if wins and not analysis.structure.is_furniture(start) and not _QUOTES.search(analysis.text, start, end):
            shorter.update(over)
            runs += [RegionMention(Mention(start, end, Rule.REGION_BLOC), region) for region in regions]
    return _in_order([m for m in found if m.mention not in shorter] + runs)
