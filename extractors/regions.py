"""The regions that the text names or clearly means, each as of the document's year."""

from __future__ import annotations

from extractors.analysis import Analysis, Mention, RegionMention
from extractors.place_resolver import Resolver

RULES = {"full": "region.full", "short": "region.short", "bloc": "region.bloc", "level": "region.context"}


def extract(analysis: Analysis) -> None:
    """Fill ``analysis.regions`` in the order of the text."""
    folded = analysis.folded
    for hit, regions in Resolver(analysis.context, folded.text).resolve(analysis.places):
        start, end = folded.span(hit.start, hit.end)
        if analysis.structure.is_furniture(start):
            continue
        mention = Mention(start, end, RULES[hit.name.kind])
        analysis.regions.extend(RegionMention(mention, region) for region in regions)
