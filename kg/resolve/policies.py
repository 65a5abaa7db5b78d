"""One node for one policy, whether it is cited by number here, by title there, or under several issuers.

A number is an identity: two numbers are never joined. A title joins the number it stands beside in any document; a
title that stands beside two numbers joins neither, unless the year of the citation tells them apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from extractors.text.titles import title_key
from kg.corrections.corrections import NONE, Corrections
from kg.keys import numbered_policy_key, titled_policy_key
from kg.resolve.numbers import year_told
from kg.resolve.titles import bare_form, full_form, is_generic


@dataclass(frozen=True, slots=True, order=True)
class PolicyReference:
    """How a document names a policy; ``scope`` is within what it means one thing: its region code, or itself."""

    number: str | None
    title: str | None
    issuer: str | None
    year: int | None
    scope: str | None

    def sort_key(self) -> tuple[str, ...]:
        """A total order, None first."""
        return tuple("" if v is None else str(v) for v in (self.number, self.title, self.issuer, self.year, self.scope))


@dataclass(slots=True)
class ResolvedPolicy:
    """One policy: its key, what it is called (votes), and the other keys it is cited under."""

    key: str
    number: str | None
    titles: Counter[str] = field(default_factory=Counter)
    issuers: Counter[str] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)

    @property
    def title(self) -> str | None:
        """The title cited most often; of several the longest, then the first by code point."""
        return min(self.titles, key=lambda t: (-self.titles[t], -len(t), t)) if self.titles else None

    @property
    def year(self) -> int | None:
        """The year in its number, else the one stated most often."""
        printed = year_told(self.number)
        if printed is not None:
            return printed
        return min(self.years, key=lambda y: (-self.years[y], y)) if self.years else None

    def take_over(self, other: ResolvedPolicy) -> None:
        """Be one with ``other``, whose key becomes an alias."""
        self.number = self.number or other.number
        self.titles += other.titles
        self.issuers += other.issuers
        self.years += other.years
        self.aliases |= (other.aliases | {other.key}) - {self.key}


class PolicyIndex:
    """All policies that any document names; a pure function of the set of references."""

    def __init__(
        self,
        references: Iterable[PolicyReference],
        issuer_told: Callable[[str], str | None],
        corrections: Corrections = NONE,
    ) -> None:
        """Join ``references`` (with repetitions); ``issuer_told`` tells a number's issuer by its agency code.

        The analyst's ``corrections`` have the last word; ``corrected`` are the keys on which they had it.
        """
        self._told = issuer_told
        self._apart = corrections.apart
        self._alone = {second for _, second in corrections.apart}
        self.corrected: set[str] = set()
        self._counts = Counter(references)
        ordered = sorted(self._counts, key=PolicyReference.sort_key)
        self._by_form: dict[str, set[str]] = {}
        self._by_bare: dict[str, set[str]] = {}
        self._issuers: dict[str, set[str]] = {}
        self._index_forms(ordered)
        self._ambiguous: dict[PolicyReference, set[str]] = {}
        self._of: dict[PolicyReference, ResolvedPolicy] = {}
        self.policies: dict[str, ResolvedPolicy] = {}
        titled: dict[tuple[str, str], list[PolicyReference]] = {}
        for reference in ordered:
            identity = self._number_of(reference)
            if identity is None:
                titled.setdefault(self._title_identity(reference), []).append(reference)
            else:
                self._join(identity, reference)
        for references_of_one in titled.values():
            key = self._titled_key(references_of_one)
            for reference in references_of_one:
                self._join(key, reference)
        self._settle_aliases()
        self._settle_same(corrections.kept_key)

    def resolve(self, reference: PolicyReference) -> ResolvedPolicy:
        """The policy that ``reference`` means; it must be one of those the index was made from."""
        return self._of[reference]

    def issuer_of(self, number: str) -> str | None:
        """The issuer that the number's agency code tells by itself."""
        return self._told(number)

    def titles_of_several_numbers(self) -> list[tuple[str, list[str]]]:
        """Policies known by a title alone that stands beside several numbers: their key and those of the numbers."""
        found = {self._of[reference].key: sorted(keys) for reference, keys in self._ambiguous.items()}
        return sorted(found.items())

    def _index_forms(self, references: list[PolicyReference]) -> None:
        for reference in references:
            if reference.title is None:
                continue
            form = full_form(reference.title, reference.issuer)
            if reference.issuer:
                self._issuers.setdefault(form, set()).add(reference.issuer)
            if reference.number is not None:
                self._by_form.setdefault(form, set()).add(self._numbered(reference))
                bare = bare_form(form)
                if bare:
                    self._by_bare.setdefault(bare, set()).add(self._numbered(reference))

    def _numbered(self, reference: PolicyReference) -> str:
        number = reference.number or ""
        if self._told(number) is not None:
            return numbered_policy_key(number)
        return numbered_policy_key(number, reference.issuer or reference.scope or "")

    def _number_of(self, reference: PolicyReference) -> str | None:
        if reference.number is not None:
            return self._numbered(reference)
        form = full_form(reference.title or "", reference.issuer)
        if is_generic(form):
            return None
        found = self._by_form.get(form)
        if not found and reference.issuer is None and form == bare_form(form):
            found = self._by_bare.get(form)
        found = {key for key in found or () if not self._parted(self._own_key(reference), key)}
        if not found:
            return None
        if len(found) > 1 and reference.year is not None:
            found = {key for key in found if year_told(key.rpartition("/")[2]) == reference.year} or found
        if len(found) > 1:
            self._ambiguous[reference] = found
            return None
        return next(iter(found))

    @staticmethod
    def _own_key(reference: PolicyReference) -> str:
        return titled_policy_key(reference.title or "", reference.issuer)

    def _parted(self, one: str, other: str) -> bool:
        found = [pair for pair in ((one, other), (other, one)) if pair in self._apart]
        self.corrected.update(second for _, second in found)
        return bool(found)

    def _title_identity(self, reference: PolicyReference) -> tuple[str, str]:
        own = self._own_key(reference)
        if own in self._alone:
            self.corrected.add(own)
            return own, "apart"
        form = full_form(reference.title or "", reference.issuer)
        if is_generic(form):
            return form, reference.issuer or reference.scope or ""
        issuers = self._issuers.get(form, set())
        if len(issuers) <= 1:
            return form, ""
        return form, reference.issuer or "?"

    def _titled_key(self, references: list[PolicyReference]) -> str:
        titles: Counter[str] = Counter()
        for reference in references:
            titles[reference.title or ""] += self._counts[reference]
        title = min(titles, key=lambda t: (-titles[t], -len(t), t))
        issuers = sorted({reference.issuer for reference in references if reference.issuer})
        if issuers:
            return titled_policy_key(title, issuers[0])
        generic = is_generic(title_key(title))
        return titled_policy_key(title, references[0].scope if generic else None)

    def _join(self, key: str, reference: PolicyReference) -> None:
        policy = self.policies.setdefault(key, ResolvedPolicy(key, None))
        count = self._counts[reference]
        policy.number = policy.number or reference.number
        if reference.title:
            policy.titles[reference.title] += count
            policy.aliases.add(titled_policy_key(reference.title, reference.issuer))
        if reference.number and reference.issuer:
            policy.aliases.add(numbered_policy_key(reference.number, reference.issuer))
        if reference.issuer:
            policy.issuers[reference.issuer] += count
        if reference.year is not None:
            policy.years[reference.year] += count
        self._of[reference] = policy

    def _settle_aliases(self) -> None:
        claimed = Counter(alias for policy in self.policies.values() for alias in policy.aliases)
        for policy in self.policies.values():
            policy.aliases = {a for a in policy.aliases if claimed[a] == 1 and a not in self.policies}

    def _settle_same(self, kept_key: Mapping[str, str]) -> None:
        by_alias = {alias: policy for policy in self.policies.values() for alias in policy.aliases}
        heirs: dict[str, ResolvedPolicy] = {}
        for key, kept in sorted(kept_key.items()):
            policy = self.policies.get(key) or by_alias.get(key)
            if policy is None:
                continue
            self.corrected.add(key)
            heir = self.policies.get(kept) or by_alias.get(kept) or ResolvedPolicy(kept, None)
            heir = heirs.get(heir.key, heir)
            if heir is policy:
                continue
            del self.policies[policy.key]
            self.policies[heir.key] = heir
            heirs[policy.key] = heir
            heir.take_over(policy)
        if heirs:
            self._of = {reference: _last(heirs, policy) for reference, policy in self._of.items()}


def _last(heirs: Mapping[str, ResolvedPolicy], policy: ResolvedPolicy) -> ResolvedPolicy:
    while policy.key in heirs:
        policy = heirs[policy.key]
    return policy
