"""One entry for what happened many times: a count, and the list behind it."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from specloom.diff.identity import identify_group
from specloom.diff.vocabulary import Change, Effect, Entry
from specloom.messages import shown

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping


def fold_entries(entries: Iterable[Entry], reasons: Mapping[str, str]) -> tuple[Entry, ...]:
    """Return the entries with those of one kind folded into one, in their order. What is accepted by itself stays so.

    Args:
        entries: What has changed, worst first.
        reasons: Why changes are accepted, by their ids.
    """
    groups: dict[Hashable, list[Entry]] = defaultdict(list)
    for entry in entries:
        groups[_kind(entry)].append(entry)
    return tuple(group[0] if len(group) == 1 else _folded(group, reasons) for group in groups.values())


def _kind(entry: Entry) -> Hashable:
    """Return what entries that are folded into one have in common."""
    if entry.effect is not Effect.NOTE or entry.accepted:
        return entry.id
    return (entry.change.fact, entry.change.subject[-1])


def _folded(group: list[Entry], reasons: Mapping[str, str]) -> Entry:
    first = group[0].change
    member = first.subject[-1]
    change = Change(
        first.fact,
        ("several", member),
        f"{shown(member)} is different in {len(group)} places",
        old_location=first.old_location,
        location=first.location,
    )
    group_id = identify_group(change, [each.id for each in group])
    return Entry(group_id, change, group[0].rules, accepted=reasons.get(group_id, ""), folded=tuple(group))
