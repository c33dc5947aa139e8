"""Discriminators: which property tells the members of a choice apart, and which of its values means which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from specloom.diff.schemas.facts import Found, SitePair, Step
from specloom.messages import shown

if TYPE_CHECKING:
    from specloom.diff.schemas.context import Context
    from specloom.diff.schemas.sites import Said, Site
    from specloom.spec.document import Discriminator


def compare_discriminators(pair: SitePair, context: Context) -> Found:
    """Yield changes of the discriminator, and a step to every schema that a value means in both documents.

    Values of a member that came or went are no changes of their own.
    """
    old, new = (site.first("discriminator", lambda schema: schema.discriminator) for site in (pair.old, pair.new))
    if old and new:
        yield from _compare(pair, old, new, context)
    elif old:
        words = ("", f"is no longer told apart by {shown(old.value.property_name)}")
        yield pair.fact("discriminator-removed", words, old, new, before=old.value.property_name)
    elif new:
        words = ("", f"is now told apart by {shown(new.value.property_name)}")
        yield pair.fact("discriminator-added", words, old, new, after=new.value.property_name)


def _compare(pair: SitePair, old: Said[Discriminator], new: Said[Discriminator], context: Context) -> Found:
    before, after = old.value.property_name, new.value.property_name
    if before != after:
        words = ("discriminator of", f"changed from {shown(before)} to {shown(after)}")
        yield pair.fact("discriminator-changed", words, old, new, before=before, after=after)
    went, came = _members_without_partner(pair, context)
    for value, key in old.value.mapping.items():
        target = new.value.mapping.get(value)
        if target is None and key not in went:
            words = (f"value {shown(value)} of the discriminator of", "was removed")
            yield pair.fact("discriminator-value-removed", words, old, new, before=value)
        elif target is not None and not context.pairs.meet(key, target):
            labels = context.pairs.old_label(key), context.pairs.new_label(target)
            words = (
                f"value {shown(value)} of the discriminator of",
                f"meant {shown(labels[0])} and means {shown(labels[1])}",
            )
            within = ("discriminator", value)
            yield pair.fact(
                "discriminator-value-moved", words, old, new, before=labels[0], after=labels[1], within=within
            )
        elif target is not None:
            yield Step(*context.named(key, target))
    for value, key in new.value.mapping.items():
        if value not in old.value.mapping and key not in came:
            words = (f"value {shown(value)} of the discriminator of", "was added")
            yield pair.fact("discriminator-value-added", words, old, new, after=value)


def _members_without_partner(pair: SitePair, context: Context) -> tuple[set[str], set[str]]:
    """Return the schemas that only the old choice offers, and those that only the new one does."""
    old, new = _references(pair.old), _references(pair.new)
    same = {(first, second) for first in old for second in new if context.pairs.are_same(first, second)}
    return old - {first for first, _ in same}, new - {second for _, second in same}


def _references(site: Site) -> set[str]:
    branches = (branch for part in site.parts for branch in part.schema.choices)
    return {branch.ref for branch in branches if branch.ref is not None}
