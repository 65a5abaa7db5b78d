"""Where a document says otherwise of a policy than its number or the other documents do; listed, never settled."""

from __future__ import annotations

from extractors.record import DocumentHead
from extractors.record.record import PolicyEntry
from extractors.text.titles import title_key
from kg.assemble.context import DocumentContext
from kg.resolve.agencies import split_agencies
from kg.resolve.conflicts import Conflict
from kg.resolve.policies import ResolvedPolicy


def note_contradictions(
    context: DocumentContext, named: DocumentHead | PolicyEntry, resolved: ResolvedPolicy, statement: str
) -> None:
    """Note the contradictions in how a document names a policy, in its head or in a citation.

    Args:
        context: the document.
        named: the head or the citation.
        resolved: the policy that is meant.
        statement: key of the relationship that states it.
    """
    if not named.number:
        return
    conflicts = context.known.sink.conflicts
    told = context.known.policies.issuer_of(named.number)
    if told and named.issuer and told not in (named.issuer, *split_agencies(named.issuer)):
        conflicts.add(Conflict("policy.issuer", resolved.key, (told, named.issuer), (statement,)))
    if named.title and resolved.title:
        ours, theirs = title_key(named.title), title_key(resolved.title)
        if ours not in theirs and theirs not in ours:
            conflicts.add(Conflict("policy.title", resolved.key, (resolved.title, named.title), (statement,)))
