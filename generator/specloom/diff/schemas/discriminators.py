"""Discriminators: which property tells the members of a choice apart, and which of its values means which."""

from __future__ import annotations

from typing import Final

from specloom.diff.schemas.comparison import EffectivePair, Found
from specloom.diff.schemas.effective_schema import EffectiveSchema, Stated
from specloom.diff.vocabulary import ComeAndGo
from specloom.messages import quoted
from specloom.record import replace
from specloom.spec.document import ABSENT, Discriminator

_DEFAULT: Final = ComeAndGo("discriminator-value-added", "discriminator-value-removed", "discriminator-default-changed")
"""Facts about the values that no mapping names: without a default they mean nothing."""


def compare_discriminators(pair: EffectivePair) -> Found:
    """Yield changes of the discriminator, and a step to every schema that a value means in both documents.

    Values of a member that came or went are no changes of their own.
    """
    old, new = pair.first("discriminator", lambda schema: schema.discriminator)
    if old and new:
        yield from _compare(pair, old, new)
    elif old:
        words = ("", f"is no longer told apart by {quoted(old.value.property_name)}")
        yield pair.change("discriminator-removed", words, old, new, before=old.value.property_name)
    elif new:
        words = ("", f"is now told apart by {quoted(new.value.property_name)}")
        yield pair.change("discriminator-added", words, old, new, after=new.value.property_name)


def _compare(pair: EffectivePair, old: Stated[Discriminator], new: Stated[Discriminator]) -> Found:
    comparison = pair.comparison
    before, after = old.value.property_name, new.value.property_name
    if before != after:
        words = ("discriminator of", f"changed from {quoted(before)} to {quoted(after)}")
        yield pair.change("discriminator-changed", words, old, new, before=before, after=after)
    first, second = old.value.default, new.value.default
    if first != second and not (first and second and comparison.pairs.link(first, second)):
        was, now = first and comparison.pairs.old_label(first), second and comparison.pairs.new_label(second)
        words = ("discriminator of", f"took other values for {_any(was)} and takes them for {_any(now)}")
        places = (replace(each, location=each.location.written("defaultMapping")) for each in (old, new))
        yield pair.change(_DEFAULT.choose(first, second), words, *places, before=was or ABSENT, after=now or ABSENT)
    went, came = _members_without_partner(pair)
    added = {value: key for value, key in new.value.mapping.items() if value not in old.value.mapping}
    for value, key in old.value.mapping.items():
        target = new.value.mapping.get(value)
        same = (each for each, meant in added.items() if target is None and comparison.pairs.are_same(key, meant))
        if (renamed := next(same, None)) is not None:
            words = (f"value {quoted(value)} of the discriminator of", f"is now {quoted(renamed)}")
            within = ("discriminator", value)
            said = _mapped(old, value), _mapped(new, renamed)
            yield pair.change("discriminator-value-renamed", words, *said, before=value, after=renamed, within=within)
            yield comparison.step_to(key, added.pop(renamed), pair)
        elif target is None and key not in went:
            words = (f"value {quoted(value)} of the discriminator of", "was removed")
            yield pair.change("discriminator-value-removed", words, _mapped(old, value), _mapping(new), before=value)
        elif target is not None and not comparison.pairs.link(key, target):
            labels = comparison.pairs.old_label(key), comparison.pairs.new_label(target)
            words = (
                f"value {quoted(value)} of the discriminator of",
                f"meant {quoted(labels[0])} and means {quoted(labels[1])}",
            )
            within = ("discriminator", value)
            said = _mapped(old, value), _mapped(new, value)
            yield pair.change(
                "discriminator-value-moved", words, *said, before=labels[0], after=labels[1], within=within
            )
        elif target is not None:
            yield comparison.step_to(key, target, pair)
    for value, key in added.items():
        if key not in came:
            words = (f"value {quoted(value)} of the discriminator of", "was added")
            yield pair.change("discriminator-value-added", words, _mapping(old), _mapped(new, value), after=value)


def _mapped(said: Stated[Discriminator], value: str) -> Stated[Discriminator]:
    """Return what a discriminator says at the place of one of its values."""
    return replace(said, location=said.location.at("mapping", value))


def _mapping(said: Stated[Discriminator]) -> Stated[Discriminator]:
    """Return what a discriminator says where its values are listed, if they are."""
    return replace(said, location=said.location.written("mapping"))


def _any(label: str | None) -> str:
    return quoted(label) if label else "none of the choices"


def _members_without_partner(pair: EffectivePair) -> tuple[set[str], set[str]]:
    """Return the schemas that only the old choice offers, and those that only the new one does."""
    old, new = _references(pair.old), _references(pair.new)
    same = {(first, second) for first in old for second in new if pair.comparison.pairs.are_same(first, second)}
    return old - {first for first, _ in same}, new - {second for _, second in same}


def _references(effective: EffectiveSchema) -> set[str]:
    branches = (branch for part in effective.parts for branch in part.schema.choices)
    return {branch.ref for branch in branches if branch.ref is not None}
