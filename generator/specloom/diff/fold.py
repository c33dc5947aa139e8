"""One entry for one place and one cause: what happened to it, what follows from it, and how often it happened.

Entries are folded into others, which show them. Whatever is accepted by itself stays an entry of its own, so that an
acceptance never accepts more than it was written for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Final

from specloom.diff.alike import APART, KINDS, Group, site_of
from specloom.diff.enumerations import ENUM, values_words
from specloom.diff.identity import identify_group
from specloom.diff.schemas.api_path import path_of_subject
from specloom.diff.schemas.facts import COMPOSED
from specloom.diff.vocabulary import Change, ChangeKey, Entry, Subject, SymbolChange
from specloom.record import replace
from specloom.source import Json
from specloom.spec.document import Absent

_AREAS: Final = frozenset({"schema", "parameter", "header", "deprecation", "security", "server"})
"""What rules are about that can apply to one place at once."""
_AGEING: Final = frozenset({"operation-deprecated", "operation-undeprecated"})
"""Facts about operations that are one with what is said of their last day."""


def fold_entries(
    entries: Iterable[Entry], follows: Mapping[ChangeKey, ChangeKey], reasons: Mapping[str, str]
) -> tuple[Entry, ...]:
    """Return the entries with those folded that are about one place, follow from another, or happened many times.

    `follows` has the facts and subjects of changes that follow from others, and those of the others.
    """
    entries = list(entries)
    groups = [Group(entry) for entry in entries if not entry.accepted]
    groups = _grouped(groups, _place, _merge)
    groups = _with_holders(groups, follows)
    for kind in KINDS:
        groups = _grouped(groups, kind.key, kind.fold, kind.least)
    return (*(entry for entry in entries if entry.accepted), *(_entry(group, reasons) for group in groups))


def _grouped(
    groups: Sequence[Group],
    key: Callable[[Group], Hashable | None],
    fold: Callable[[Sequence[Group]], Group],
    least: int = 2,
) -> list[Group]:
    """Return groups with those of one key folded, if there are so many; None is nobody's key."""
    found: dict[Hashable, list[Group]] = defaultdict(list)
    for group in groups:
        common = key(group)
        found[("alone", group.head.id) if common is None else common].append(group)
    folded = ([fold(several)] if len(several) >= least else several for several in found.values())
    return [group for several in folded for group in several]


def _entry(group: Group, reasons: Mapping[str, str]) -> Entry:
    """Return the entry that a group is, with the symbols and operations of all that is in it."""
    head, entries = group.head, group.entries
    if len(entries) == 1:
        return head
    symbols: dict[Hashable, SymbolChange] = {}
    for symbol in (symbol for entry in entries for symbol in entry.impact):
        symbols.setdefault((symbol.symbol, symbol.before, symbol.after, symbol.reason), symbol)
    impact = sorted(symbols.values(), key=lambda symbol: symbol.verdict.rank)
    uses = tuple(sorted({use for entry in entries for use in entry.change.uses}))
    title = group.title or _title_of_values(group)
    change = replace(title or head.change, uses=uses)
    entry_id = identify_group(change, [entry.id for entry in entries])
    folded = tuple(sorted(entries if title else group.rest, key=attrgetter("rank")))
    return Entry(entry_id, change, head.rules, tuple(impact), reasons.get(entry_id, ""), folded, title is not None)


# One place.


def _place(group: Group) -> Hashable | None:
    entry = group.head
    is_place = entry.rules[0].area in _AREAS or entry.change.fact in _AGEING
    is_apart = entry.change.fact in APART and entry.change.fact != COMPOSED
    return ("place", site_of(entry.change)) if is_place and not is_apart else None


def _merge(groups: Sequence[Group]) -> Group:
    """Return the worst of what is different about one place, and all else that is."""
    first, *others = sorted((entry for group in groups for entry in group.entries), key=attrgetter("rank"))
    return Group(first, tuple(others))


def _title_of_values(group: Group) -> Change | None:
    """Return what happened to the values of one enumeration; None where anything else happened to it as well."""
    changes = group.changes
    if any(change.fact not in ENUM for change in changes):
        return None
    gone: list[Json] = [change.before for change in changes if not isinstance(change.before, Absent)]
    come: list[Json] = [change.after for change in changes if not isinstance(change.after, Absent)]
    message = values_words(changes, path_of_subject(site_of(group.head.change)).name)
    return replace(group.head.change, message=message, before=gone, after=come)


# What follows from something else.


def _with_holders(groups: Sequence[Group], follows: Mapping[ChangeKey, ChangeKey]) -> list[Group]:
    """Fold what followed from something else into the entry of that."""
    for fact in sorted({fact for fact, _ in follows.values()}):

        def holder(group: Group, fact: str = fact) -> Subject | None:
            of, subject = follows.get(group.change.key, ("", ()))
            return subject if of == fact else None

        groups = _folded_into(groups, {fact}, holder)
    return [*groups]


def _folded_into(
    groups: Sequence[Group], facts: Collection[str], holder: Callable[[Group], Subject | None]
) -> list[Group]:
    """Return the groups but those with a holder of some facts, which are folded into it, however indirectly."""
    changes = ((group, entry.change) for group in groups for entry in group.entries)
    holders = {change.subject: group.head.id for group, change in changes if change.fact in facts}
    inside: dict[str, list[Group]] = defaultdict(list)
    for group in groups:
        if (subject := holder(group)) is not None and holders.get(subject, group.head.id) != group.head.id:
            inside[holders[subject]].append(group)
    gone = {group.head.id for several in inside.values() for group in several}

    def below(group: Group) -> Iterator[Entry]:
        waiting = [*inside.get(group.head.id, ())]
        for each in waiting:  # which grows
            yield from each.entries
            waiting += inside.get(each.head.id, ())

    kept = (group for group in groups if group.head.id not in gone)
    return [replace(group, rest=(*group.rest, *below(group))) for group in kept]
